// Whom do systems target, and whose data do they take in?
// One row a claim about who or what a system aims at, and about the data it draws on. Hedges
// ("would", "meant_to") and statuses belong to the claim. A vendor stands for its own systems.
// tags: data, criticism
// param of: entity = "" | A system or vendor; none for all | e.g. "i-Police"
// param limit: int = 100 | How many rows at most | e.g. 20
// returns: system, does, what, in_words, population, status, hedge, certainty, said_by, says, claims
OPTIONAL MATCH (e:Entity {id: $of})
OPTIONAL MATCH (e)-[:MAKES|SELLS*0..1]->(own:Entity)<-[:PART_OF|VARIANT_OF*0..1]-(part:Entity)
WHERE part.id = e.id OR part:System
WITH [$of] + collect(DISTINCT part.id) AS scope
MATCH (c:Claim)-[:SUBJECT]->(system:Entity)
WHERE c.predicate IN ['TARGETS', 'DRAWS_ON'] AND ($of = '' OR system.id IN scope)
MATCH (c)-[:CITES]->(s:Source)
OPTIONAL MATCH (c)-[:OBJECT]->(what:Entity)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(who:Entity)
RETURN system, toLower(c.predicate) AS does, what, c.text AS in_words,
       c.population AS population, c.status AS status, c.hedge AS hedge,
       c.certainty AS certainty, coalesce(who.name, c.said_by, s.publisher) AS said_by,
       c.says AS says, [c.id] AS claims
ORDER BY system.name, system.id, c.predicate DESC, coalesce(what.name, c.text), c.id
LIMIT $limit
