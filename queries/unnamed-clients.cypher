// Which supplies, contracts, sales and uses do sources describe without naming the client or product?
// One row a claim. What a source describes in words only ("dozens of Spanish municipalities") is
// easily lost between named things; here it stands, with who says it.
// tags: supply, gaps
// param vendor: entity = "" | Only of this vendor, system or body; none for all | e.g. "Edicia"
// returns: who, act, in_words, system, role, count, approx, since, until, status, hedge, said_by, certainty, says, claims
MATCH (c:Claim)-[:SUBJECT]->(who:Entity)
WHERE c.text IS NOT NULL AND $vendor IN ['', who.id]
  AND c.predicate IN ['SUPPLIES', 'CONTRACTED_WITH', 'MAKES', 'SELLS', 'OWNS', 'USES', 'USED_IN']
MATCH (c)-[:CITES]->(source:Source)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(sayer:Entity)
OPTIONAL MATCH (c)-[i:INVOLVES]->(system:Entity)
WHERE i.as IN ['system', 'product']
RETURN who, CASE c.predicate WHEN 'CONTRACTED_WITH' THEN 'has a contract with'
       WHEN 'USED_IN' THEN 'is used in'
              ELSE toLower(c.predicate) END AS act,
       c.text AS in_words, system, c.role AS role, c.count AS count, c.approx AS approx,
           c.since AS since,
       c.until AS until, c.status AS status, c.hedge AS hedge,
       coalesce(sayer.name, c.said_by, source.publisher) AS said_by, c.certainty AS certainty,
           c.says AS says,
       [c.id] AS claims
ORDER BY who.name, who.id, act, c.text, c.id, coalesce(system.id, '')
