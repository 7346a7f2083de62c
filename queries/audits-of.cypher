// Who audited or evaluated a vendor, system or force, and with what result?
// One row a claim. A vendor stands for its own systems and contracts too; audits of a force for its
// use of the system count as well ("system" names it).
// tags: oversight
// param of: entity = "" | A vendor, system, force, contract; none for all audits | e.g. "VeRA"
// returns: auditor, did, audited, system, date, date_kind, status, result, certainty, said_by, says, claims
OPTIONAL MATCH (e:Entity {id: $of})
OPTIONAL MATCH (e)-[:MAKES|SELLS|WON*0..1]->(own:Entity)<-[:PART_OF|VARIANT_OF*0..1]-(part:Entity)
WHERE part.id = e.id OR part:System OR part:Contract
OPTIONAL MATCH (e)-[t:COVERS|RELATED_TO]-(deal:Entity)
WHERE (deal:Contract OR deal:Tender OR deal:Project)
  AND (type(t) = 'COVERS' OR t.relation = 'judged related')
WITH [$of] + collect(DISTINCT part.id) + collect(DISTINCT deal.id) AS scope
MATCH (auditor:Entity)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(audited:Entity)
WHERE c.predicate IN ['AUDITED', 'EVALUATED'] AND ($of = '' OR EXISTS {
  MATCH (c)-[:SUBJECT|OBJECT|INVOLVES]->(x:Entity) WHERE x.id IN scope
})
MATCH (c)-[:CITES]->(s:Source)
OPTIONAL MATCH (c)-[i:INVOLVES]->(thing:Entity)
WHERE i.as IN ['system', 'product', 'about']
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(who:Entity)
RETURN auditor, toLower(c.predicate) AS did, audited, thing AS system, c.date AS date,
       c.date_kind AS date_kind, c.status AS status, c.result AS result,
       c.certainty AS certainty, coalesce(who.name, c.said_by, s.publisher) AS said_by,
       c.says AS says, [c.id] AS claims
ORDER BY audited.name, audited.id, coalesce(c.date, '9999'), auditor.id,
         coalesce(thing.id, ''), c.id
