// Which pilots became everyday use?
// One row a user and system that is said to have been on trial and said to be in use. "order" tells
// whether the dates say that the trial came first; where they do not, the two may also have been
// side by side, such as a trial in one town. Times are as the sources give them. Whether the use
// has since been ended is in "other_statuses".
// tags: use
// param country: country = "" | Where the user or system is; none for everywhere | e.g. "Germany"
// returns: user, system, pilot_time, use_time, order, other_statuses, certainty, claims
MATCH (p:Claim {predicate: 'USES', status: 'pilot'})-[:SUBJECT]->(user:Entity)
MATCH (p)-[:OBJECT]->(system:Entity)
WHERE $country = '' OR $country IN coalesce(user.country, []) + coalesce(system.country, [])
WITH DISTINCT user, system
MATCH (user)-[r:USES]->(system)
UNWIND r.claims AS id
WITH DISTINCT user, system, id
MATCH (c:Claim {id: id})
WITH user, system, c, coalesce(c.since, c.date, c.as_of, c.year, c.until, '') AS time
     ORDER BY time, c.id
WITH user, system, collect({claim: c, time: time}) AS said
WITH user, system, said, [x IN said WHERE x.claim.status = 'pilot'] AS pilots,
     [x IN said WHERE x.claim.status = 'active'] AS uses
WITH user, system, said, [x IN pilots WHERE x.time <> '' | x.time] AS tried,
     [x IN uses WHERE x.time <> '' | x.time] AS used, uses,
     [[x IN pilots | x.claim.certainty], [x IN uses | x.claim.certainty]] AS sures
WHERE size(uses) > 0 AND (size(tried) = 0 OR size(used) = 0 OR last(used) >= head(tried))
RETURN user, system,
       reduce(d = [], x IN tried | CASE WHEN x IN d THEN d ELSE d + [x] END) AS pilot_time,
       reduce(d = [], x IN used | CASE WHEN x IN d THEN d ELSE d + [x] END) AS use_time,
       CASE WHEN size(tried) > 0 AND size(used) > 0 AND head(tried) < last(used)
            THEN 'pilot first' ELSE 'not said' END AS order,
       reduce(d = [], x IN said | CASE WHEN coalesce(x.claim.status, 'pilot') IN
              d + ['pilot', 'active'] THEN d ELSE d + [x.claim.status] END) AS other_statuses,
       head([x IN ['disputed', 'alleged', 'inferred', 'reported', 'stated'] WHERE x IN
             [s IN sures | head([y IN ['stated', 'reported', 'inferred', 'alleged', 'disputed']
                                 WHERE y IN s])]]) AS certainty,
       [x IN said | x.claim.id] AS claims
ORDER BY system.name, system.id, user.name, user.id
