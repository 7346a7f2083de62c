// Which systems are used in this country, by whom or where, and how far has it come?
// One row a system and its user; where no source names the user, one row a system and the place. A
// plan or a trial is not a use: read the status. What sources say of Europe as a whole, or without
// naming a country, is not here.
// tags: systems, use, countries
// param country: country = BE | The country, by name or two-letter code | e.g. "Germany"
// returns: system, what, user, place, status, since, until, contested, certainty, claims
CALL {
  MATCH (user:Organization)-[r:USES]->(system:Entity)
  WHERE $country IN user.country
  RETURN system, user, r, coalesce(r.place, '') AS place_id
  UNION ALL
  MATCH (system:Entity)-[r:USED_IN]->(place:Place)
  WHERE $country IN place.country
  RETURN system, null AS user, r, place.id AS place_id
}
OPTIONAL MATCH (place:Entity {id: place_id})
RETURN system, system.label AS what, user, place, r.status AS status, r.since AS since,
       r.until AS until, r.conflict AS contested, r.certainty AS certainty, r.claims AS claims
ORDER BY system.name, system.id, coalesce(user.name, ''), r.eid
