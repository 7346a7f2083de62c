// Who took whom to court, or complained to an authority, over what?
// One row a claim; "kind" tells a lawsuit from a constitutional or criminal complaint, a status
// "announced" means that it was only announced. A vendor stands for its own systems and contracts,
// a system also for the laws that allow it.
// tags: law
// param of: entity = "" | A claimant, a defendant, a system or contract; none for all | e.g. "noyb"
// returns: claimant, against, kind, issue, with, date, date_kind, status, case_number, certainty, said_by, says, claims
OPTIONAL MATCH (e:Entity {id: $of})
OPTIONAL MATCH (e)-[:MAKES|SELLS|WON*0..1]->(own:Entity)<-[:PART_OF|VARIANT_OF*0..1]-(part:Entity)
WHERE part.id = e.id OR part:System OR part:Contract
OPTIONAL MATCH (e)-[t:COVERS|RELATED_TO]-(deal:Entity)
WHERE (deal:Contract OR deal:Tender OR deal:Project)
  AND (type(t) = 'COVERS' OR t.relation = 'judged related')
OPTIONAL MATCH (e)-[:MAKES|SELLS*0..1]->(allowed:Entity)<-[:AUTHORISES]-(law:Law)
WHERE allowed.id = e.id OR allowed:System
WITH [$of] + collect(DISTINCT part.id) + collect(DISTINCT deal.id) + collect(DISTINCT law.id)
     AS scope
MATCH (claimant:Entity)<-[:SUBJECT]-(c:Claim {predicate: 'SUED'})-[:OBJECT]->(against:Entity)
WHERE $of = '' OR EXISTS {
  MATCH (c)-[:SUBJECT|OBJECT|INVOLVES]->(x:Entity) WHERE x.id IN scope
}
MATCH (c)-[:CITES]->(s:Source)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(who:Entity)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'with'}]->(ally:Entity)
WITH c, s, who, claimant, against, ally ORDER BY ally.id
WITH c, s, who, claimant, against, collect(ally) AS allies
RETURN claimant, against, c.kind AS kind, c.issue AS issue, allies AS with, c.date AS date,
       c.date_kind AS date_kind, c.status AS status, c.case AS case_number,
       c.certainty AS certainty, coalesce(who.name, c.said_by, s.publisher) AS said_by,
       c.says AS says, [c.id] AS claims
ORDER BY coalesce(c.date, '9999'), claimant.id, against.id, c.id
