// Which firms are chained as prime contractor and subcontractor, also from contract to contract?
// One row a chain, from the firm nearest to a buyer down, and in contracts the one on which each
// step was made. over is in how many contracts: a chain of one step over two contracts is a pair
// that worked so twice. That a firm is a subcontractor on one contract and passes on work of
// another is no proof that the first work went further down: such a chain shows who lives from
// whom, not where a camera came from. The chains of one firm, contract by contract:
// subcontracting-of-vendor.
// tags: subcontracting, contracts, supply
// param vendor: entity Organization = "" | Only chains through this firm; none for all | e.g. "Sopra Steria"
// param depth: int = 3 | How many steps at most, up to 4 | e.g. 2
// param across: bool = no | Only chains over two contracts or more | e.g. no
// param limit: int = 200 | How many rows at most | e.g. 20
// returns: top, bottom, steps, over, chain, contracts, buyers, certainty, claims
CALL {
  MATCH (top:Entity)-[link:SUBCONTRACTS_TO]->(bottom:Entity)
  WITH top, bottom, link ORDER BY link.contract, link.eid
  WITH top, bottom, collect(link) AS links
  RETURN top, bottom, links, 1 AS steps, [top, bottom] AS chain
  UNION ALL
  MATCH (top:Entity)-[links:SUBCONTRACTS_TO*2..4]->(bottom:Entity)
  WHERE size(links) <= $depth
  RETURN top, bottom, links, size(links) AS steps,
         [top] + [link IN links | endNode(link)] AS chain
}
WITH top, bottom, links, steps, chain
WHERE ($vendor = '' OR any(one IN chain WHERE one.id = $vendor))
  AND size(reduce(found = [], one IN chain | found
        + [id IN [one.id] WHERE NOT id IN found])) = size(chain)
UNWIND range(0, size(links) - 1) AS place
MATCH (contract:Entity {id: links[place].contract})
WITH top, bottom, links, steps, chain, place, contract ORDER BY place
WITH top, bottom, links, steps, chain, collect(contract) AS contracts,
     collect(DISTINCT contract.id) AS apart
WHERE size(apart) > 1 OR NOT $across
UNWIND range(0, size(contracts) - 1) AS place
WITH top, bottom, links, steps, chain, contracts, apart, place, contracts[place] AS contract
OPTIONAL MATCH (buyer:Entity)-[:AWARDED]->(contract)
WITH top, bottom, links, steps, chain, contracts, apart, place, buyer
ORDER BY place, buyer.name, buyer.id
WITH top, bottom, links, steps, chain, contracts, apart, collect(DISTINCT buyer) AS buyers
RETURN top, bottom, steps, size(apart) AS over, chain, contracts,
       buyers,
       head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
             WHERE grade IN [link IN links | link.certainty]]) AS certainty,
       reduce(found = [], link IN links | found
           + [id IN link.claims WHERE NOT id IN found]) AS claims
ORDER BY over DESC, steps DESC, top.name, top.id, bottom.name, bottom.id,
         reduce(key = '', one IN chain | key + one.id + ' '),
         reduce(key = '', one IN contracts | key + one.id + ' ')
LIMIT $limit
