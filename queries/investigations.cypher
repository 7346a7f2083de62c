// Who investigates a vendor, system, force or contract, and what came of it?
// One row a claim: prosecutors, parliaments, data protection authorities. An inquiry is no finding
// of guilt: "result" is empty while none is known. A vendor stands for its own systems and
// contracts too.
// tags: oversight
// param of: entity = "" | A vendor, system, force, contract; none for all | e.g. "i-Police"
// returns: investigator, investigated, kind, issue, date, since, status, result, certainty, said_by, says, claims
OPTIONAL MATCH (e:Entity {id: $of})
OPTIONAL MATCH (e)-[:MAKES|SELLS|WON*0..1]->(own:Entity)<-[:PART_OF|VARIANT_OF*0..1]-(part:Entity)
WHERE part.id = e.id OR part:System OR part:Contract
OPTIONAL MATCH (e)-[t:COVERS|RELATED_TO]-(deal:Entity)
WHERE (deal:Contract OR deal:Tender OR deal:Project)
  AND (type(t) = 'COVERS' OR t.relation = 'judged related')
WITH [$of] + collect(DISTINCT part.id) + collect(DISTINCT deal.id) AS scope
MATCH (investigator:Entity)<-[:SUBJECT]-(c:Claim {predicate: 'INVESTIGATES'})
MATCH (c)-[:OBJECT]->(investigated:Entity)
WHERE $of = '' OR EXISTS {
  MATCH (c)-[:SUBJECT|OBJECT|INVOLVES]->(x:Entity) WHERE x.id IN scope
}
MATCH (c)-[:CITES]->(s:Source)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(who:Entity)
RETURN investigator, investigated, c.kind AS kind, c.issue AS issue,
       coalesce(c.date, c.as_of) AS date, c.since AS since, c.status AS status,
       c.result AS result, c.certainty AS certainty,
       coalesce(who.name, c.said_by, s.publisher) AS said_by, c.says AS says, [c.id] AS claims
ORDER BY investigated.name, investigated.id, coalesce(c.date_lo, '9999'), investigator.id, c.id
