// Which systems and bodies draw on this database or data source?
// One row a system or body and its tie to the data: it draws on it, receives data from it, feeds
// it, searches it with another system or technique (beside), uses it, or is a part of it. What
// draws on a part of the database is shown with that part in data.
// tags: data, systems
// param database: entity = taj | The database, or a body that gives data | e.g. "Schengen Information System"
// returns: system, way, data, beside, place, scope, status, since, until, purpose, hedges, certainty, claims
MATCH (data:Entity)-[up:PART_OF*0..2]->(:Entity {id: $database})
CALL (data) {
  MATCH (data)<-[r:DRAWS_ON|SHARES_DATA_WITH|USES|PART_OF]-(system:Entity)
  RETURN system, r, null AS beside,
         CASE type(r) WHEN 'DRAWS_ON' THEN 'draws on it'
             WHEN 'SHARES_DATA_WITH' THEN 'feeds or shares data with it'
                      WHEN 'USES' THEN 'uses it' ELSE 'is part of it' END AS way
  UNION ALL
  MATCH (data)-[r:SHARES_DATA_WITH]->(system:Entity)
  RETURN system, r, null AS beside, 'receives data from it' AS way
  UNION ALL
  MATCH (data)<-[:INVOLVES {as: 'system'}]-(c:Claim {predicate: 'USES'})-[:SUBJECT]->(system:Entity)
        -[r:USES]->(beside:Entity)
  WHERE c.id IN r.claims
  RETURN DISTINCT system, r, beside, 'uses it with a technique' AS way
}
CALL (r) {
  UNWIND r.claims AS claim_id
  MATCH (c:Claim {id: claim_id})
  WITH c ORDER BY c.scope, c.hedge, c.id
  RETURN collect(DISTINCT c.scope) AS scope, collect(DISTINCT c.hedge) AS hedges
}
OPTIONAL MATCH (place:Entity {id: coalesce(r.place, '')})
RETURN system, way, data, beside, place, scope, r.status AS status, r.since AS since, r.until AS until,
       r.purpose AS purpose, hedges,
       head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
             WHERE grade IN [hop IN up | hop.certainty] + [r.certainty]]) AS certainty,
       reduce(found = r.claims, hop IN up | found
           + [id IN hop.claims WHERE NOT id IN found]) AS claims
ORDER BY size(up), way, system.name, system.id, data.id, coalesce(beside.id, ''), r.eid
