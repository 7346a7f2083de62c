// Who is in the consortium behind this contract, and who are its partners?
// One row a firm and statement: it won the contract with a role (lead, member), it belongs to the
// consortium that won, a source names it together with a winner, or it is a named partner of a
// winner for the system or project of the contract. A partner is neither a member nor a
// subcontractor. values are sums said with this firm's own win: its part, or the whole, as the
// source has it.
// tags: contracts, supply
// param contract: entity Contract = sbms-contract | The contract | e.g. "i-Police framework agreement"
// returns: firm, way, role, beside, dates, values, share, certainty, claims
CALL {
  MATCH (contract:Entity {id: $contract})<-[r:WON]-(firm:Entity)
  RETURN firm, [r] AS hops, null AS beside, r.role AS role,
         CASE WHEN r.role IS NULL THEN 'won it' ELSE 'won it as ' + r.role END AS way
  UNION ALL
  MATCH (contract:Entity {id: $contract})<-[won:WON]-(beside:Entity)<-[r:PART_OF]-(firm:Entity)
  WHERE beside.kind = 'consortium' OR r.role IS NOT NULL
  RETURN firm, [won, r] AS hops, beside, r.role AS role, 'belongs to the winner' AS way
  UNION ALL
  MATCH (contract:Entity {id: $contract})<-[:OBJECT]-(c:Claim {predicate: 'WON'})
        -[:INVOLVES {as: 'with'}]->(firm:Entity)
  MATCH (c)-[:SUBJECT]->(beside:Entity)
  RETURN firm, [c] AS hops, beside, null AS role, 'named with a winner' AS way
  UNION ALL
  MATCH (contract:Entity {id: $contract})-[tie:COVERS|RELATED_TO]-(thing:Entity)
        <-[:INVOLVES {as: 'project'}]-(c:Claim {predicate: 'PARTNER_OF'})
  WHERE type(tie) = 'COVERS' OR tie.relation = 'judged related'
  MATCH (c)-[:SUBJECT]->(firm:Entity)-[r:PARTNER_OF]->(beside:Entity)-[won:WON]->(contract)
  WHERE c.id IN r.claims
  RETURN DISTINCT firm, [tie, won, r] AS hops, beside, null AS role, 'partner of a winner' AS way
}
WITH firm, way, role, beside,
     head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
           WHERE grade IN [hop IN hops | hop.certainty]]) AS weakest,
     reduce(found = [], hop IN hops | found
         + [id IN coalesce(hop.claims, [hop.id]) WHERE NOT id IN found]) AS claims
ORDER BY reduce(key = '', id IN claims | key + id)
WITH firm, way, role, beside, collect(weakest) AS grades, collect(claims) AS lists
WITH *, reduce(found = [], list IN lists | found + [id IN list WHERE NOT id IN found]) AS claims
CALL (claims, firm) {
  UNWIND claims AS claim_id
  MATCH (c:Claim {id: claim_id})
  WITH c, c.date + coalesce(' (' + c.date_kind + ')', '') AS date,
       CASE WHEN c.predicate = 'WON' AND c.subject = firm.id THEN
         coalesce(c.approx + ' ', '')
             + substring(head([q IN c.qualifiers WHERE q STARTS WITH 'value=']), 6)
         + coalesce(' ' + c.currency, '') END AS value,
       CASE WHEN c.subject = firm.id THEN c.share END AS share
  ORDER BY date, value, c.id
  RETURN collect(DISTINCT date) AS dates, collect(DISTINCT value) AS values, max(share) AS share
}
RETURN firm, way, role, beside, dates, values, share,
       head([grade IN ['stated', 'reported', 'inferred', 'alleged', 'disputed']
             WHERE grade IN grades]) AS certainty, claims
ORDER BY way, firm.name, firm.id, coalesce(beside.id, ''), coalesce(role, '')
