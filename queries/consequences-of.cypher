// What harm or other consequence is said of a system, technique or project?
// One row a claim, with who says so. A vendor stands for its own systems too, and a system for its
// parts and variants.
// tags: criticism
// param of: entity = "" | A system, technique, project or vendor; none for all | e.g. "VioGén"
// returns: of, consequence, measure, population, date, hedge, certainty, said_by, says, claims
OPTIONAL MATCH (e:Entity {id: $of})
OPTIONAL MATCH (e)-[:MAKES|SELLS*0..1]->(own:Entity)<-[:PART_OF|VARIANT_OF*0..1]-(part:Entity)
WHERE part.id = e.id OR part:System
WITH [$of] + collect(DISTINCT part.id) AS scope
MATCH (c:Claim {predicate: 'HAS_CONSEQUENCE'})-[:SUBJECT]->(of:Entity)
WHERE $of = '' OR of.id IN scope
MATCH (c)-[:CITES]->(s:Source)
OPTIONAL MATCH (c)-[:OBJECT]->(thing:Entity)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(who:Entity)
RETURN of, coalesce(c.text, thing.name) AS consequence, c.measure AS measure,
       c.population AS population, coalesce(c.date, c.as_of, c.year) AS date, c.hedge AS hedge,
       c.certainty AS certainty, coalesce(who.name, c.said_by, s.publisher) AS said_by,
       c.says AS says, [c.id] AS claims
ORDER BY of.name, of.id, coalesce(c.date_lo, '9999'), c.id
