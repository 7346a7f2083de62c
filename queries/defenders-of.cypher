// Who defends a vendor, system or law, and who disputes what is said of it?
// One row a claim: the other side of critics-of. What is disputed is mostly words ("in_words");
// "about" names the system or vendor that it concerns.
// tags: criticism
// param of: entity = "" | What is defended, or what the dispute is about; none for all | e.g. "Palantir"
// returns: who, does, what, in_words, about, issue, date, certainty, said_by, says, claims
OPTIONAL MATCH (e:Entity {id: $of})
OPTIONAL MATCH (e)-[:MAKES|SELLS|WON*0..1]->(own:Entity)<-[:PART_OF|VARIANT_OF*0..1]-(part:Entity)
WHERE part.id = e.id OR part:System OR part:Contract
WITH [$of] + collect(DISTINCT part.id) AS scope
MATCH (c:Claim)-[:SUBJECT]->(who:Entity)
WHERE c.predicate IN ['DEFENDS', 'DISPUTES'] AND ($of = '' OR EXISTS {
  MATCH (c)-[:SUBJECT|OBJECT|INVOLVES]->(x:Entity) WHERE x.id IN scope
})
MATCH (c)-[:CITES]->(s:Source)
OPTIONAL MATCH (c)-[:OBJECT]->(what:Entity)
OPTIONAL MATCH (c)-[i:INVOLVES]->(about:Entity)
WHERE i.as IN ['about', 'system', 'product', 'contract']
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(sayer:Entity)
RETURN who, toLower(c.predicate) AS does, what, c.text AS in_words, about, c.issue AS issue,
       coalesce(c.date, c.as_of, c.year) AS date, c.certainty AS certainty,
       coalesce(sayer.name, c.said_by, s.publisher) AS said_by, c.says AS says, [c.id] AS claims
ORDER BY who.name, who.id, coalesce(c.date_lo, '9999'), c.id, coalesce(about.id, '')
