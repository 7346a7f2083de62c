// What do laws and authorities regulate, and whom or what do they exempt?
// One row a claim. An exemption is as telling as a ban: it says which systems a law leaves alone.
// What is regulated or exempted may be words only ("in_words").
// tags: law
// param of: entity = "" | A law, system, technique or body; none for all | e.g. "AI Act"
// returns: law, does, what, in_words, scope, method, hedge, note, certainty, said_by, says, claims
MATCH (law:Entity)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate IN ['EXEMPTS', 'REGULATES'] AND $of IN ['', c.subject, coalesce(c.object, '')]
MATCH (c)-[:CITES]->(s:Source)
OPTIONAL MATCH (c)-[:OBJECT]->(what:Entity)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(who:Entity)
RETURN law, toLower(c.predicate) AS does, what, c.text AS in_words, c.scope AS scope,
       c.method AS method, c.hedge AS hedge, c.note AS note, c.certainty AS certainty,
       coalesce(who.name, c.said_by, s.publisher) AS said_by, c.says AS says, [c.id] AS claims
ORDER BY law.name, law.id, c.predicate, c.id
