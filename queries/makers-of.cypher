// Who makes, sells or supplies this system?
// One row a way of being behind it: making, selling, owning, delivering it, winning a contract that
// covers it, or making what it is built on or belongs to (whoever makes a base is not the maker of
// what stands on it). Of a delivery or a contract the client is named.
// tags: supply, systems
// param system: entity = hessendata | The system, product, database or technique | e.g. "PRECOBS"
// returns: maker, way, role, on, client, since, until, status, certainty, claims
CALL {
  MATCH (system:Entity {id: $system})<-[r:MAKES|SELLS|OWNS]-(maker:Entity)
  RETURN maker, system AS on, null AS client, r, [r] AS hops,
         CASE type(r) WHEN 'MAKES' THEN 'makes it' WHEN 'SELLS' THEN 'sells it'
                      ELSE 'owns it' END AS way
  UNION ALL
  MATCH (system:Entity {id: $system})<-[:INVOLVES]-(c:Claim)-[:SUBJECT]->(maker:Entity)
  WHERE c.predicate IN ['SUPPLIES', 'CONTRACTED_WITH']
  MATCH (maker)-[r:SUPPLIES|CONTRACTED_WITH]->(client:Entity)
  WHERE c.id IN r.claims
  RETURN DISTINCT maker, system AS on, client, r, [r] AS hops,
         CASE type(r) WHEN 'SUPPLIES' THEN 'supplies it' ELSE 'has a contract on it' END AS way
  UNION ALL
  MATCH (:Entity {id: $system})<-[covers:COVERS]-(on:Contract)<-[r:WON]-(maker:Entity)
  OPTIONAL MATCH (on)<-[awarded:AWARDED]-(client:Entity)
  RETURN maker, on, client, r,
         [covers, r] + CASE WHEN awarded IS NULL THEN [] ELSE [awarded] END AS hops,
         'won a contract that covers it' AS way
  UNION ALL
  MATCH (:Entity {id: $system})-[up:BUILT_ON|VARIANT_OF*1..3]->(on:Entity)<-[r:MAKES]-(maker:Entity)
  RETURN maker, on, null AS client, r, up + [r] AS hops, 'makes what it is built on' AS way
  UNION ALL
  MATCH (:Entity {id: $system})-[up:PART_OF]->(on:System)<-[r:MAKES]-(maker:Entity)
  RETURN maker, on, null AS client, r, [up, r] AS hops, 'makes what it is part of' AS way
  UNION ALL
  MATCH (on:Entity {id: $system})-[r:RELATED_TO]->(maker:Organization)
  RETURN maker, on, null AS client, r, [r] AS hops, r.relation AS way
}
RETURN maker, way, r.role AS role, on, client, r.since AS since, r.until AS until,
       r.status AS status,
       head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
             WHERE grade IN [hop IN hops | hop.certainty]]) AS certainty,
       reduce(found = [], hop IN hops | found + [id IN hop.claims WHERE NOT id IN found]) AS claims
ORDER BY way, maker.name, maker.id, on.id, coalesce(client.name, ''), r.eid, claims[0]
