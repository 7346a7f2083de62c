// Over what do sources contradict each other, drawn as ties between those concerned?
// One row a claim of a conflict, with its two ends ("to" is empty for a figure or a status of "from").
// Both sides stay; nothing here picks a winner. The query conflicts shows the words.
// tags: evidence
// param about: entity = "" | A party of the conflict; none for all | e.g. "VeriPol"
// param unclear: bool = no | Also what sources leave open, without contradicting each other | e.g. yes
// returns: conflict, from, tie, to, certainty, claims
MATCH (a:Claim)-[x:CONFLICTS_WITH]-(b:Claim)
WHERE x.kind = 'conflict' OR ($unclear AND x.kind = 'unclear')
WITH DISTINCT x.title AS conflict, x.id AS id, a AS c
MATCH (c)-[:SUBJECT]->(from:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(to:Entity)
WITH conflict, id, c, from, to
ORDER BY c.id
WITH conflict, id, from, c.predicate AS tie, to, collect(c.id) AS claims,
     collect(c.certainty) AS grades
WHERE $about IN ['', from.id, coalesce(to.id, '')]
RETURN conflict, from, tie, to,
       head([grade IN ['stated', 'reported', 'inferred', 'alleged', 'disputed']
             WHERE grade IN grades]) AS certainty, claims
ORDER BY conflict, id, from.name, from.id, tie, coalesce(to.name, ''), coalesce(to.id, '')
