// Which uses are called active, but nothing newer is known of them?
// One row a use whose latest known status is active, pilot or planned and whose newest claim speaks of
// a day before the given one: ask again before you print it. "last_known" is that newest day.
// tags: use, gaps, time
// param before: date = 2022-01-01 | Nothing known from this day on | e.g. 2019-01-01
// param country: country = "" | Where user or system is; none for everywhere | e.g. "Italy"
// returns: user, system, place, status, since, last_known, certainty, claims
MATCH (user:Entity)-[r:USES]->(system:Entity)
WHERE r.status IN ['active', 'pilot', 'planned']
  AND ($country = '' OR $country IN coalesce(user.country, []) + coalesce(system.country, []))
UNWIND r.claims AS id
MATCH (c:Claim {id: id})
WITH user, system, r, max(coalesce(c.date_hi, c.date_lo, '')) AS newest
WHERE newest <> '' AND newest < $before
UNWIND split(coalesce(r.place, ''), '|') AS place_id
OPTIONAL MATCH (place:Entity {id: place_id})
WITH user, system, r, newest, place ORDER BY place.id
WITH user, system, r, newest, collect(place) AS places
RETURN user, system, places AS place, r.status AS status, r.since AS since, newest AS last_known,
       r.certainty AS certainty, r.claims AS claims
ORDER BY newest, user.name, user.id, system.name, system.id, r.eid
