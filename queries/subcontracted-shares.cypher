// How much of each contract is done by subcontractors, and by whom?
// One row a contract of which something of subcontracting is known, the largest known share first.
// share is in percent, and share_by says where it comes from: the source states it, or it is worked
// out from what was subcontracted and what the contract was awarded for (both without VAT, in one
// currency). value is what is stated for all subcontracts together, else the sum of the named ones,
// each with its latest change. answer is what the buyer or bidder declares. A contract whose
// subcontractors are not named is here too; one where it says "not to be subcontracted" only with
// none.
// tags: contracts, subcontracting, money
// param min_share: float = 0 | Only with a known share of so many percent; 0 for all | e.g. 30
// param country: country = "" | Only with a buyer of this country; none for all | e.g. "Belgium"
// param none: bool = no | Also contracts that are said not to be subcontracted | e.g. yes
// param limit: int = 200 | How many rows at most | e.g. 20
// returns: contract, share, share_by, value, currency, answer, subcontractors, suppliers, buyers, certainty, claims
CALL {
  MATCH (c:Claim {predicate: 'SUBCONTRACTED_ON'})-[:OBJECT]->(contract:Contract)
  RETURN contract, c
  UNION ALL
  MATCH (c:Claim {predicate: 'HAS_AMOUNT', kind: 'subcontracted'})-[:SUBJECT]->(contract:Contract)
  RETURN contract, c
  UNION ALL
  MATCH (c:Claim {predicate: 'HAS_METRIC', measure: 'share subcontracted'})
        -[:SUBJECT]->(contract:Contract)
  RETURN contract, c
  UNION ALL
  MATCH (c:Claim {predicate: 'HAS_STATUS'})-[:SUBJECT]->(contract:Contract)
  WHERE c.text STARTS WITH 'to be subcontracted'
    OR ($none AND c.text STARTS WITH 'not to be subcontracted')
  RETURN contract, c
}
WITH contract, c ORDER BY coalesce(c.date_hi, '') DESC, c.id
WITH contract, collect(c) AS said
OPTIONAL MATCH (buyer:Organization)-[:AWARDED|TENDERED]->(contract)
WITH contract, said, buyer ORDER BY buyer.name, buyer.id
WITH contract, said, collect(DISTINCT buyer) AS buyers
WHERE $country = '' OR any(one IN buyers WHERE $country IN coalesce(one.country, []))
OPTIONAL MATCH (sub:Entity)-[:SUBCONTRACTED_ON]->(contract)
WITH contract, said, buyers, sub ORDER BY sub.name, sub.id
WITH contract, said, buyers, collect(DISTINCT sub) AS subcontractors
OPTIONAL MATCH (winner:Entity)-[:WON]->(contract)
WITH contract, said, buyers, subcontractors, winner ORDER BY winner.name, winner.id
WITH contract, said, buyers, subcontractors, collect(DISTINCT winner) AS suppliers
OPTIONAL MATCH (a:Claim {predicate: 'HAS_AMOUNT', kind: 'award'})-[:SUBJECT]->(contract)
WHERE a.number > 0 AND a.currency IS NOT NULL AND coalesce(a.vat, '') <> 'included'
  AND NOT coalesce(a.note, '') CONTAINS 'larger than any contract'
WITH contract, said, buyers, subcontractors, suppliers, a ORDER BY a.number, a.id
WITH contract, said, buyers, subcontractors, suppliers, collect(a) AS awards
WITH contract, said, buyers, subcontractors, suppliers, awards,
     [c IN said WHERE c.predicate = 'HAS_METRIC'] AS shares,
     [c IN said WHERE c.predicate = 'HAS_AMOUNT'] AS sums,
     [c IN said WHERE c.predicate = 'SUBCONTRACTED_ON' AND c.value IS NOT NULL] AS parts
WITH *, reduce(found = [], c IN parts | CASE
       WHEN any(one IN found WHERE one.subject = c.subject
                AND split(split(coalesce(one.note, ''), ' as changed')[0], ',')[0]
                  = split(split(coalesce(c.note, ''), ' as changed')[0], ',')[0])
       THEN found ELSE found + [c] END) AS parts
WITH *, CASE WHEN size(sums) > 0 THEN sums ELSE parts END AS grounds
WITH *, CASE WHEN size(grounds) > 0 AND all(c IN grounds WHERE c.currency = grounds[0].currency)
             THEN reduce(total = 0.0, c IN grounds | total + coalesce(c.number, c.value))
        END AS value,
     grounds[0].currency AS currency
WITH *, [a IN awards WHERE a.currency = currency] AS own
WITH *, CASE WHEN size(own) > 0 AND all(a IN own WHERE a.number = own[0].number)
             THEN own[0].number END AS whole
WITH *, CASE WHEN size(shares) = 1 THEN shares[0].number
             WHEN size(shares) = 0 AND value <= whole
             THEN round(value * 1000 / whole) / 10 END AS share
WHERE $min_share = 0 OR share >= $min_share
WITH *, CASE WHEN share IS NULL THEN null WHEN size(shares) = 1 THEN 'stated'
             ELSE 'worked out' END AS share_by
RETURN contract, share, share_by, value, CASE WHEN value IS NOT NULL THEN currency END AS currency,
       head([c IN said WHERE c.predicate = 'HAS_STATUS' | c.text]) AS answer,
       subcontractors, suppliers, buyers,
       head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
             WHERE grade IN [c IN said | c.certainty]]) AS certainty,
       [c IN said + CASE share_by WHEN 'worked out' THEN own ELSE [] END | c.id] AS claims
ORDER BY coalesce(share, -1) DESC, coalesce(value, -1) DESC, contract.name, contract.id
LIMIT $limit
