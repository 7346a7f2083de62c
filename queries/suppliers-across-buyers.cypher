// Which suppliers won contracts from several buyers?
// One row a supplier with two contracts or more, the one with the most buyers first: those that
// awarded it a contract alone or with others, their countries, and the contracts, with the first
// and last year of an award. Awards that were only announced, or cancelled, do not count, nor do
// subcontracts, nor deliveries and uses without a named contract: vendors-by-clients counts those
// too. Buyers that are parts of one another are counted one by one.
// tags: contracts, supply
// param least: int = 2 | Only suppliers with so many buyers or more | e.g. 3
// param buyers: choice any|police = any | Every kind of buyer, or police forces only | e.g. police
// param abroad: bool = no | Only with buyers in two countries or more | e.g. yes
// param limit: int = 100 | How many rows at most | e.g. 20
// returns: supplier, n_buyers, n_contracts, countries, buyers, contracts, first, last, certainty, claims
MATCH (buyer:Organization)-[deal:AWARDED]->(contract:Contract)<-[won:WON]-(supplier:Organization)
WHERE ($buyers = 'any' OR buyer:PoliceForce) AND buyer.id <> supplier.id
  AND NOT coalesce(deal.status, '') IN ['planned', 'announced', 'attempted', 'cancelled']
  AND NOT coalesce(won.status, '') IN ['planned', 'announced', 'attempted', 'cancelled']
WITH supplier, buyer, contract, deal, won
ORDER BY buyer.name, buyer.id, contract.name, contract.id, deal.eid, won.eid
WITH supplier, collect(DISTINCT buyer) AS own, collect(DISTINCT contract) AS contracts,
     collect(DISTINCT deal) AS deals, collect(DISTINCT won) AS wins
WHERE size(own) >= $least AND size(contracts) > 1
WITH supplier, own, contracts, deals + wins AS ties,
     reduce(found = [], one IN own | found
         + [code IN coalesce(one.country, []) WHERE NOT code IN found]) AS countries
WHERE size(countries) > 1 OR NOT $abroad
WITH supplier, own, contracts, ties, countries,
     reduce(found = [], tie IN ties | found + [id IN tie.claims WHERE NOT id IN found]) AS claims
UNWIND claims AS claim_id
OPTIONAL MATCH (d:Claim {id: claim_id}) WHERE d.date IS NOT NULL
WITH supplier, own, contracts, ties, countries, claims, min(substring(d.date, 0, 4)) AS first,
     max(substring(d.date, 0, 4)) AS last
UNWIND coalesce(countries, []) + [''] AS code
WITH supplier, own, contracts, ties, claims, first, last, code ORDER BY code
WITH supplier, own, contracts, ties, claims, first, last, collect(DISTINCT code) AS codes
RETURN supplier, size(own) AS n_buyers, size(contracts) AS n_contracts,
       [code IN codes WHERE code <> ''] AS countries, own AS buyers, contracts, first, last,
       head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
             WHERE grade IN [tie IN ties | tie.certainty]]) AS certainty, claims
ORDER BY n_buyers DESC, n_contracts DESC, supplier.name, supplier.id
LIMIT $limit
