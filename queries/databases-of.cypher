// Which databases and other data does this system draw on?
// One row a source of data, by name or in the words of a source (in_words). Parts of the system are
// shown with their own sources. hedge tells what is only meant to happen or claimed; kind and role
// tell training data, predictive factors and indirect indicators apart. Data that somebody shares
// with it or gets from it stands there as well.
// tags: data, systems
// param system: entity = i-police | The system, product or database | e.g. "Smart Police"
// returns: system, way, data, in_words, kind, place, scope, status, hedge, said_by, certainty, says, claims
MATCH (system:Entity)-[up:PART_OF*0..2]->(:Entity {id: $system})
WHERE system:System OR size(up) = 0
CALL (system) {
  MATCH (system)<-[:SUBJECT]-(c:Claim {predicate: 'DRAWS_ON'})
  OPTIONAL MATCH (c)-[:OBJECT]->(data:Entity)
  RETURN c, 'draws on' AS way, data
  UNION ALL
  MATCH (system)<-[:OBJECT]-(c:Claim {predicate: 'SHARES_DATA_WITH'})-[:SUBJECT]->(data:Entity)
  RETURN c, 'receives from' AS way, data
  UNION ALL
  MATCH (system)<-[:SUBJECT]-(c:Claim {predicate: 'SHARES_DATA_WITH'})-[:OBJECT]->(data:Entity)
  RETURN c, 'shares with' AS way, data
}
MATCH (c)-[:CITES]->(source:Source)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(sayer:Entity)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'place'}]->(place:Entity)
RETURN system, way, data, c.text AS in_words, coalesce(c.kind, c.role) AS kind, place,
       c.scope AS scope,
       c.status AS status, c.hedge AS hedge,
           coalesce(sayer.name, c.said_by, source.publisher) AS said_by,
       head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
             WHERE grade IN [hop IN up | hop.certainty] + [c.certainty]]) AS certainty,
       c.says AS says,
           reduce(found = [c.id], hop IN up | found
           + [id IN hop.claims WHERE NOT id IN found]) AS claims
ORDER BY size(up), system.name, system.id, way, coalesce(data.name, c.text), c.id,
         coalesce(place.id, '')
