// Who criticises a vendor, system, force or law, and for what?
// One row a claim. A vendor stands for its own systems and contracts too. Critics may be people,
// organisations or findings; what they criticise may be words only ("in_words").
// tags: criticism
// param of: entity = "" | What is criticised; none for all | e.g. "Palantir"
// param limit: int = 300 | How many rows at most | e.g. 20
// returns: critic, criticises, in_words, issue, date, hedge, certainty, said_by, says, claims
OPTIONAL MATCH (e:Entity {id: $of})
OPTIONAL MATCH (e)-[:MAKES|SELLS|WON*0..1]->(own:Entity)<-[:PART_OF|VARIANT_OF*0..1]-(part:Entity)
WHERE part.id = e.id OR part:System OR part:Contract
OPTIONAL MATCH (e)-[t:COVERS|RELATED_TO]-(deal:Entity)
WHERE (deal:Contract OR deal:Tender OR deal:Project)
  AND (type(t) = 'COVERS' OR t.relation = 'judged related')
WITH [$of] + collect(DISTINCT part.id) + collect(DISTINCT deal.id) AS scope
MATCH (c:Claim {predicate: 'CRITICISES'})-[:SUBJECT]->(critic:Entity)
WHERE $of = '' OR EXISTS { MATCH (c)-[:OBJECT|INVOLVES]->(x:Entity) WHERE x.id IN scope }
MATCH (c)-[:CITES]->(s:Source)
OPTIONAL MATCH (c)-[:OBJECT]->(criticises:Entity)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(who:Entity)
RETURN critic, criticises, c.text AS in_words, c.issue AS issue,
       coalesce(c.date, c.as_of, c.year) AS date, c.hedge AS hedge, c.certainty AS certainty,
       coalesce(who.name, c.said_by, s.publisher) AS said_by, c.says AS says, [c.id] AS claims
ORDER BY coalesce(criticises.name, c.text), coalesce(criticises.id, ''), critic.name, critic.id,
         coalesce(c.date_lo, '9999'), c.id
LIMIT $limit
