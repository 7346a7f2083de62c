// Which systems are used in a town, region or country, and by whom?
// One row a claim: uses with that place, uses by bodies there, and systems said to be in use there
// without a user being named ("user" is empty). A place stands for the places within it, a country
// for the bodies of that country too. "because" says which of these ties it to the place.
// tags: use
// param place: entity Place = belgium | A town, region or country | e.g. "Madrid"
// param limit: int = 200 | How many rows at most | e.g. 20
// returns: system, user, because, status, since, until, purpose, certainty, said_by, says, claims
MATCH (around:Entity {id: $place})
MATCH (around)<-[:PART_OF|LOCATED_IN*0..3]-(near:Entity)
WITH around, collect(DISTINCT near) AS nearby
CALL {
  WITH nearby
  UNWIND nearby AS place
  MATCH (place)<-[:INVOLVES|OBJECT]-(c:Claim)
  WHERE place:Place AND c.predicate IN ['USES', 'USED_IN']
  RETURN c, place.name AS because, 1 AS nearness
  UNION ALL
  WITH nearby
  UNWIND nearby AS body
  MATCH (body)<-[:SUBJECT]-(c:Claim {predicate: 'USES'})
  RETURN c, 'the user is there' AS because, 2 AS nearness
  UNION ALL
  WITH around
  MATCH (c:Claim {predicate: 'USES'})-[:SUBJECT]->(body:Entity)
  WHERE around.kind = 'country' AND head(around.country) IN coalesce(body.country, [])
  RETURN c, 'the user is of that country' AS because, 3 AS nearness
}
WITH c, because, nearness ORDER BY nearness, because
WITH c, head(collect(because)) AS because
MATCH (c)-[:SUBJECT]->(subject:Entity)
MATCH (c)-[:CITES]->(s:Source)
OPTIONAL MATCH (c)-[:OBJECT]->(object:Entity)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(who:Entity)
WITH c, s, who, because,
     CASE WHEN c.predicate = 'USES' THEN object ELSE subject END AS system,
     CASE WHEN c.predicate = 'USES' THEN subject END AS user
RETURN system, user, because, c.status AS status, c.since AS since, c.until AS until,
       c.purpose AS purpose, c.certainty AS certainty,
       coalesce(who.name, c.said_by, s.publisher) AS said_by, c.says AS says, [c.id] AS claims
ORDER BY system.name, system.id, coalesce(user.name, ''), coalesce(user.id, ''),
         coalesce(c.date_lo, '9999'), c.id
LIMIT $limit
