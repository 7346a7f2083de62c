// What have courts and authorities ruled on a vendor, system, force or law?
// One row a claim: who ruled, on what, the outcome and its reason. A vendor stands for its own
// systems and contracts and the laws that allow them; a later ruling on an earlier one comes too.
// Where the ruling is a document, "court" is who issued it, and the certainty is that of the weaker
// of the two claims. "contested": another claim contradicts it.
// tags: law, oversight
// param of: entity = "" | A vendor, system, force or law; none for all rulings | e.g. "BriefCam"
// returns: ruling, court, on, outcome, date, reason, place, contested, certainty, said_by, says, claims
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
OPTIONAL MATCH (k:Claim {predicate: 'RULED'})-[:SUBJECT]->(first:Finding)
WHERE EXISTS { MATCH (k)-[:SUBJECT|OBJECT|INVOLVES]->(x:Entity) WHERE x.id IN scope }
OPTIONAL MATCH (first)-[:RULED]-(other:Finding)
WITH scope, collect(DISTINCT first.id) + collect(DISTINCT other.id) AS told
MATCH (ruling:Entity)<-[:SUBJECT]-(c:Claim {predicate: 'RULED'})-[:OBJECT]->(on:Entity)
WHERE $of = '' OR c.subject IN told OR c.object IN told OR EXISTS {
  MATCH (c)-[:SUBJECT|OBJECT|INVOLVES]->(x:Entity) WHERE x.id IN scope
}
MATCH (c)-[:CITES]->(s:Source)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(who:Entity)
OPTIONAL MATCH (court:Entity)-[issued:ISSUED]->(ruling)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'place'}]->(place:Entity)
WITH c, ruling, on, s, who, court, place,
     coalesce(issued.claims, []) AS issue_claims,
     [c.certainty, coalesce(issued.certainty, c.certainty)] AS sure,
     CASE WHEN EXISTS { MATCH (c)-[x:CONFLICTS_WITH]-(:Claim) WHERE x.kind = 'conflict' }
          THEN true END AS contested
RETURN ruling, court, on, c.outcome AS outcome, c.date AS date, c.reason AS reason, place,
       contested,
       head([x IN ['disputed', 'alleged', 'inferred', 'reported', 'stated'] WHERE x IN sure])
         AS certainty,
       coalesce(who.name, c.said_by, s.publisher) AS said_by, c.says AS says,
       [c.id] + issue_claims AS claims
ORDER BY coalesce(c.date, '9999'), ruling.id, on.id, coalesce(court.id, ''), c.id
