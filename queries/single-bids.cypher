// For which contracts was there only one bid?
// One row a contract or tender, with what says so: a number of tenders or tenderers that is one, or
// the words of a source ("the only bid left at the end"). Where lots had bids of their own, lots
// names those that had one. method is how it was put out: of a contract that was awarded without
// competition one bid is no surprise, see direct-awards. A bid of a consortium is one bid. That a
// contract is not here may only mean that nobody tells how many bid.
// tags: contracts, supply
// param country: country = "" | Only with a buyer of this country; none for all | e.g. "Spain"
// param buyers: choice any|police = any | Every kind of buyer, or police forces only | e.g. any
// param limit: int = 200 | How many rows at most | e.g. 50
// returns: contract, lots, buyers, suppliers, method, in_words, dates, certainty, claims
CALL {
  MATCH (c:Claim {predicate: 'HAS_METRIC'})-[:SUBJECT]->(contract:Entity)
  WHERE c.measure IN ['tenders received', 'tenderers', 'valid tenders received', 'bidders',
                      'number of bids'] AND c.number = 1
  RETURN contract, c, c.lot AS lot, null AS words
  UNION ALL
  MATCH (c:Claim {predicate: 'BID_ON'})-[:OBJECT]->(contract:Entity)
  WHERE toLower(coalesce(c.status, '') + ' ' + coalesce(c.note, '')) CONTAINS 'only bid'
  RETURN contract, c, c.lot AS lot, c.says AS words
  UNION ALL
  MATCH (c:Claim {predicate: 'WON'})-[:OBJECT]->(contract:Entity)
  WHERE toLower(coalesce(c.note, '')) CONTAINS 'only bid'
  RETURN contract, c, c.lot AS lot, c.says AS words
}
WITH contract, c, lot, words
WHERE contract:Contract OR contract:Tender
WITH contract, c, lot, words ORDER BY lot, c.id
WITH contract, collect(DISTINCT lot) AS lots, collect(DISTINCT words) AS in_words,
     collect(c.id) AS own, collect(c.certainty) AS grades
OPTIONAL MATCH (buyer:Organization)-[deal:AWARDED|TENDERED]->(contract)
WITH contract, lots, in_words, own, grades, buyer, deal ORDER BY buyer.name, buyer.id, deal.eid
WITH contract, lots, in_words, own, grades, collect(DISTINCT buyer) AS buyers,
     collect(deal) AS deals
WHERE ($country = '' OR any(one IN buyers WHERE $country IN coalesce(one.country, [])))
  AND ($buyers = 'any' OR any(one IN buyers WHERE one:PoliceForce))
OPTIONAL MATCH (winner:Entity)-[won:WON]->(contract)
WITH contract, lots, in_words, own, grades, buyers, deals, winner, won
ORDER BY winner.name, winner.id, won.eid
WITH contract, lots, in_words, own, grades, buyers, collect(DISTINCT winner) AS suppliers,
     deals, collect(won) AS wins
WITH contract, lots, in_words, grades, buyers, suppliers,
     reduce(found = own, deal IN deals + wins | found
         + [id IN deal.claims WHERE NOT id IN found]) AS claims
CALL (contract) {
  OPTIONAL MATCH (d:Claim)-[:OBJECT]->(contract)
  WHERE d.predicate IN ['AWARDED', 'TENDERED', 'WON']
  WITH d ORDER BY d.date, d.method, d.id
  RETURN collect(DISTINCT d.method) AS method,
         collect(DISTINCT d.date + coalesce(' (' + d.date_kind + ')', '')) AS dates
}
RETURN contract, lots, buyers, suppliers, method, in_words, dates,
       head([grade IN ['stated', 'reported', 'inferred', 'alleged', 'disputed']
             WHERE grade IN grades]) AS certainty, claims
ORDER BY contract.name, contract.id
LIMIT $limit
