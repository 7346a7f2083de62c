// To whom does this vendor subcontract, and whose subcontractor is it?
// One row a contract and chain, from the firm nearest to the buyer down (chain). side is what the
// vendor is in it. A prime contractor that no source names is read from who won the contract: see
// subcontracting-of-contract. buyers are those who awarded the contract.
// tags: supply, subcontracting, contracts
// param vendor: entity Organization = sopra-steria | The vendor | e.g. "TA9"
// param depth: int = 4 | How many steps up and down | e.g. 1
// returns: side, other, steps, chain, contract, buyers, systems, certainty, claims
MATCH (vendor:Entity {id: $vendor})
CALL (vendor) {
  MATCH (vendor)-[links:SUBCONTRACTS_TO*1..4]->(other:Entity)
  RETURN 'prime' AS side, other, links, links[0].contract AS contract_id, null AS own,
         [vendor] + [link IN links | endNode(link)] AS chain
  UNION ALL
  MATCH (other:Entity)-[links:SUBCONTRACTS_TO*1..4]->(vendor)
  RETURN 'subcontractor' AS side, other, links, links[0].contract AS contract_id, null AS own,
         [other] + [link IN links | endNode(link)] AS chain
  UNION ALL
  MATCH (vendor)-[own:SUBCONTRACTED_ON]->(contract:Entity)
  WHERE NOT EXISTS { MATCH (:Entity)-[above:SUBCONTRACTS_TO]->(vendor)
        WHERE above.contract = contract.id }
  RETURN 'subcontractor' AS side, null AS other, [] AS links, contract.id AS contract_id, own,
         [vendor] AS chain
}
WITH side, other, links, chain, contract_id, CASE WHEN own IS NULL THEN links
     ELSE [own] END AS hops,
     chain[size(chain) - 1].id AS lowest_id
WHERE size(links) <= $depth AND all(link IN links WHERE link.contract = contract_id)
MATCH (contract:Entity {id: contract_id})
OPTIONAL MATCH (buyer:Entity)-[award:AWARDED]->(contract)
WITH side, other, links, chain, hops, lowest_id, contract, buyer, award
ORDER BY buyer.name, buyer.id, award.eid
WITH side, other, links, chain, hops, lowest_id, contract, collect(DISTINCT buyer) AS buyers,
     collect(award.claims) AS awards
OPTIONAL MATCH (:Entity {id: lowest_id})-[link:SUBCONTRACTED_ON]->(contract)
OPTIONAL MATCH (system:Entity {id: coalesce(link.system, '')})
WITH side, other, links, chain, hops, contract, buyers, awards, system ORDER BY system.name,
     system.id
WITH side, other, links, chain, hops, contract, buyers, awards, collect(DISTINCT system) AS systems
RETURN side, other, size(links) AS steps, chain, contract, buyers, systems,
       head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
             WHERE grade IN [hop IN hops | hop.certainty]]) AS certainty,
       reduce(found = reduce(found = [], hop IN hops | found
           + [id IN hop.claims WHERE NOT id IN found]),
              list IN awards | found + [id IN list WHERE NOT id IN found]) AS claims
ORDER BY side, steps, contract.name, contract.id, coalesce(other.name, ''), coalesce(other.id, ''),
         reduce(key = '', node IN chain | key + node.id + ' ')
