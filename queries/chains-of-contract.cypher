// Who stands on both sides of this contract, for which system, and who looks into it?
// One row a tie: of the contract (or tender, or project) itself, of the systems that it is about, of
// the partners of its winners for that system. "far" is how many ties away from the contract it lies.
// Plans are here too: read the status.
// tags: contracts, supply, oversight
// param contract: entity = i-police-contract | The contract, tender or project | e.g. europol-capgemini-contract
// param oversight: bool = yes | Courts, auditors, critics and data sources too | e.g. no
// returns: from, tie, to, far, status, certainty, claims
MATCH (deal:Entity {id: $contract})
OPTIONAL MATCH (deal)-[:COVERS|RELATED_TO]-(a:System)
OPTIONAL MATCH (deal)<-[:INVOLVES|OBJECT]-(:Claim {predicate: 'SUBCONTRACTED_ON'})-[:INVOLVES {as: 'system'}]->(b:System)
WITH deal, collect(DISTINCT a) + collect(DISTINCT b) AS systems
CALL (deal, systems) {
  MATCH (deal)-[r:AWARDED|TENDERED|WON|SUBCONTRACTED_ON|ENDED|BID_ON|COVERS|UNDER|FUNDED]-(x:Entity)
  RETURN r, 1 AS far
  UNION ALL
  MATCH (deal)-[r:RELATED_TO]-(x:Entity)
  WHERE x:System OR x:Person
  RETURN r, 1 AS far
  UNION ALL
  MATCH (deal)<-[:WON]-(x:Entity)-[r:OWNS|PART_OF|ACQUIRED]-(y:Organization)
  WHERE NOT y:PublicBody AND (deal)<-[:WON|SUBCONTRACTED_ON]-(y)
  RETURN r, 2 AS far
  UNION ALL
  MATCH (deal)<-[:WON]-(x:Entity)<-[r:PARTNER_OF]-(y:Organization)
  WHERE any(id IN r.claims WHERE EXISTS {
    MATCH (c:Claim {id: id})-[:INVOLVES {as: 'project'}]->(s:Entity) WHERE s IN systems OR s = deal })
  RETURN r, 2 AS far
  UNION ALL
  UNWIND systems AS s
  MATCH (s)-[r:USES|MAKES|SELLS|USED_IN]-(x:Entity)
  RETURN r, 2 AS far
  UNION ALL
  UNWIND systems AS s
  MATCH (s)-[r:DRAWS_ON]->(x:Entity)
  WHERE $oversight
  RETURN r, 2 AS far
  UNION ALL
  UNWIND systems + [deal] AS s
  MATCH (s)<-[r:INVESTIGATES|AUDITED|EVALUATED|SUED|RULED|IDENTIFIED|CRITICISES]-(x:Entity)
  WHERE $oversight
  RETURN r, 2 AS far
}
WITH r, min(far) AS far
WITH startNode(r) AS from, endNode(r) AS to, r, far
RETURN from, type(r) AS tie, to, far, r.status AS status, r.certainty AS certainty, r.claims AS claims
ORDER BY far, from.name, from.id, tie, to.name, to.id, r.eid
