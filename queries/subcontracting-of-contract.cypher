// Who works as a subcontractor on this contract, and for whom?
// One row a subcontractor and the firm above it. prime_by says where that firm comes from: the
// source names it as prime contractor, or it is read from who won the contract because the source
// does not say; then certainty is that of the weaker of the two statements. chain runs from the
// winner down. A partner of a winner is no subcontractor: see consortium.
// tags: supply, subcontracting, contracts
// param contract: entity Contract = i-police-contract | The contract | e.g. europol-capgemini-contract
// returns: subcontractor, prime, prime_by, tier, chain, system, certainty, claims
MATCH (contract:Entity {id: $contract})<-[r:SUBCONTRACTED_ON]-(subcontractor:Entity)
OPTIONAL MATCH (prime:Entity)-[link:SUBCONTRACTS_TO]->(subcontractor)
WHERE link.contract = contract.id
OPTIONAL MATCH (top:Entity)-[chain:SUBCONTRACTS_TO*1..4]->(prime)
WHERE all(step IN chain WHERE step.contract = contract.id)
      AND EXISTS { MATCH (top)-[:WON]->(contract) }
OPTIONAL MATCH (system:Entity {id: coalesce(r.system, '')})
WITH subcontractor, r, prime, link, top, system,
     CASE WHEN chain IS NULL THEN [] ELSE chain END AS above
OPTIONAL MATCH (c:Claim {predicate: 'SUBCONTRACTED_ON'})-[:INVOLVES {as: 'prime'}]->(prime)
WHERE c.id IN r.claims
WITH subcontractor, r, prime, link, system, above, top, count(c) AS named
RETURN subcontractor, prime,
       CASE WHEN named > 0 THEN 'named by the source' WHEN prime IS NULL THEN null
            ELSE 'read from who won the contract' END AS prime_by,
       size(above) + 1 AS tier,
       CASE WHEN prime IS NULL THEN [subcontractor] WHEN size(above) = 0 THEN [prime, subcontractor]
            ELSE [step IN above | startNode(step)] + [prime, subcontractor] END AS chain,
       system,
       head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
             WHERE grade IN [r.certainty, link.certainty]
                   + [step IN above | step.certainty]]) AS certainty,
       reduce(found = r.claims, step IN above + CASE WHEN link IS NULL THEN [] ELSE [link] END
              | found + [id IN step.claims WHERE NOT id IN found]) AS claims
ORDER BY tier, subcontractor.name, subcontractor.id, coalesce(prime.name, ''),
         coalesce(prime.id, ''),
         r.eid, coalesce(top.id, '')
