// Which systems are planned, on trial, in use, suspended, ended or ruled unlawful, and for whom?
// One row a system and user, in a place if one is named, by the latest status that a source gives;
// history holds every status in the order of time. The grade unknown means that the source does not
// say whether the use goes on.
// tags: systems, use, status
// param status: choice any|planned|tender|pilot|active|suspended|ended|ruled_unlawful|unknown = ended | The latest known status | e.g. pilot
// param country: country = "" | Only users and places in this country | e.g. "Netherlands"
// returns: system, what, user, place, status, history, since, until, contested, certainty, claims
MATCH (a:Entity)-[r:USES|USED_IN]->(b:Entity)
WHERE $status IN ['any', r.status]
WITH r, CASE type(r) WHEN 'USES' THEN b ELSE a END AS system,
     CASE type(r) WHEN 'USES' THEN a END AS user, CASE type(r) WHEN 'USED_IN' THEN b END AS place
WHERE $country = '' OR $country IN coalesce(user.country, place.country)
OPTIONAL MATCH (within:Entity {id: coalesce(r.place, '')})
WITH r, system, user, coalesce(place, within) AS place
RETURN system, system.label AS what, user, place, r.status AS status, r.statuses AS history,
       r.since AS since, r.until AS until, r.conflict AS contested,
       r.certainty AS certainty, r.claims AS claims
ORDER BY system.name, system.id, coalesce(user.name, place.name), r.eid
