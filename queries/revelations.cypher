// Who brought what to light, and who did research into it?
// One row a claim: journalists, researchers and campaigners who found a system, a use or a flaw.
// tags: oversight, people
// param of: entity = "" | Who found it, or what was found; none for all | e.g. "BriefCam"
// returns: who, does, what, in_words, about, date, method, certainty, said_by, says, claims
OPTIONAL MATCH (e:Entity {id: $of})
OPTIONAL MATCH (e)-[:MAKES|SELLS*0..1]->(own:Entity)<-[:PART_OF|VARIANT_OF*0..1]-(part:Entity)
WHERE part.id = e.id OR part:System
WITH [$of] + collect(DISTINCT part.id) AS scope
MATCH (c:Claim)-[:SUBJECT]->(who:Entity)
WHERE c.predicate IN ['IDENTIFIED', 'RESEARCHES'] AND ($of = '' OR EXISTS {
  MATCH (c)-[:SUBJECT|OBJECT|INVOLVES]->(x:Entity) WHERE x.id IN scope
})
MATCH (c)-[:CITES]->(s:Source)
OPTIONAL MATCH (c)-[:OBJECT]->(what:Entity)
OPTIONAL MATCH (c)-[i:INVOLVES]->(about:Entity)
WHERE i.as IN ['about', 'system', 'product']
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(sayer:Entity)
RETURN who, toLower(c.predicate) AS does, what, c.text AS in_words, about,
       coalesce(c.date, c.as_of, c.year) AS date, c.method AS method, c.certainty AS certainty,
       coalesce(sayer.name, c.said_by, s.publisher) AS said_by, c.says AS says, [c.id] AS claims
ORDER BY who.name, who.id, c.predicate DESC, coalesce(c.date_lo, '9999'), c.id,
         coalesce(about.id, '')
