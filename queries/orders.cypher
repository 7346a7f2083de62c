// Who was ordered to do, stop or delete what, and by whom?
// One row a claim: notices of data protection authorities, courts, ministers. What was ordered is
// in "note" or "says"; an order to somebody not in the graph, or of a thing, is in "in_words".
// A vendor stands for its own systems and contracts too.
// tags: oversight, law
// param of: entity = "" | Who was ordered, by whom, or about what; none for all | e.g. "CNIL"
// returns: authority, ordered, in_words, about, kind, date, note, certainty, said_by, says, claims
OPTIONAL MATCH (e:Entity {id: $of})
OPTIONAL MATCH (e)-[:MAKES|SELLS|WON*0..1]->(own:Entity)<-[:PART_OF|VARIANT_OF*0..1]-(part:Entity)
WHERE part.id = e.id OR part:System OR part:Contract
OPTIONAL MATCH (e)-[t:COVERS|RELATED_TO]-(deal:Entity)
WHERE (deal:Contract OR deal:Tender OR deal:Project)
  AND (type(t) = 'COVERS' OR t.relation = 'judged related')
WITH [$of] + collect(DISTINCT part.id) + collect(DISTINCT deal.id) AS scope
MATCH (authority:Entity)<-[:SUBJECT]-(c:Claim {predicate: 'ORDERED'})
WHERE $of = '' OR EXISTS {
  MATCH (c)-[:SUBJECT|OBJECT|INVOLVES]->(x:Entity) WHERE x.id IN scope
}
MATCH (c)-[:CITES]->(s:Source)
OPTIONAL MATCH (c)-[:OBJECT]->(ordered:Entity)
OPTIONAL MATCH (c)-[i:INVOLVES]->(about:Entity)
WHERE i.as IN ['about', 'system', 'product', 'contract']
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(who:Entity)
RETURN authority, ordered, c.text AS in_words, about, c.kind AS kind, c.date AS date,
       coalesce(c.note, c.purpose) AS note, c.certainty AS certainty,
       coalesce(who.name, c.said_by, s.publisher) AS said_by, c.says AS says, [c.id] AS claims
ORDER BY coalesce(c.date, '9999'), authority.id, c.id, coalesce(about.id, '')
