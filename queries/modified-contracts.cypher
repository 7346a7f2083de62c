// Which contracts were changed after the award, and by how much did they grow?
// One row a contract and currency, the one that grew most first. first is what it was awarded for
// (or its price, or else what it was worth before its first change), last its value after the
// latest change of which a value is given, or else with all additions; growth is the difference and
// percent that part of first. Both are empty where one of the two is not known, or of another
// currency: then the row only tells that it was changed, when, and why. Sums with and without VAT
// are never set against each other.
// tags: contracts, money
// param min_percent: float = -100 | Only contracts that grew by so many percent; -100 for all that were changed | e.g. 20
// param country: country = "" | Only with a buyer of this country; none for all | e.g. "EU"
// param limit: int = 200 | How many rows at most | e.g. 20
// returns: contract, currency, first, last, growth, percent, changes, why, dates, buyers, suppliers, certainty, claims
MATCH (change:Claim)-[:SUBJECT]->(contract:Contract)
WHERE (change.predicate = 'HAS_AMOUNT'
       AND change.kind IN ['after modification', 'addition', 'before modification'])
   OR (change.predicate = 'HAS_STATUS' AND change.text = 'modified')
WITH DISTINCT contract
OPTIONAL MATCH (buyer:Organization)-[deal:AWARDED|TENDERED]->(contract)
WITH contract, buyer, deal ORDER BY buyer.name, buyer.id, deal.eid
WITH contract, collect(DISTINCT buyer) AS buyers
WHERE $country = '' OR any(one IN buyers WHERE $country IN coalesce(one.country, []))
OPTIONAL MATCH (winner:Entity)-[won:WON]->(contract)
WITH contract, buyers, winner, won ORDER BY winner.name, winner.id, won.eid
WITH contract, buyers, collect(DISTINCT winner) AS suppliers
OPTIONAL MATCH (s:Claim {predicate: 'HAS_STATUS', text: 'modified'})-[:SUBJECT]->(contract)
WITH contract, buyers, suppliers, s ORDER BY s.date, s.id
WITH contract, buyers, suppliers, collect(s) AS said, collect(DISTINCT s.date) AS dates,
     collect(DISTINCT coalesce(s.reason, s.note)) AS why
CALL (contract) {
  MATCH (a:Claim {predicate: 'HAS_AMOUNT'})-[:SUBJECT]->(contract)
  WHERE a.kind IN ['award', 'price', 'before modification', 'after modification', 'addition']
    AND a.number IS NOT NULL AND a.period IS NULL
    AND NOT coalesce(a.note, '') CONTAINS 'larger than any contract'
    AND (a.number > 0 OR a.kind = 'addition')
  WITH coalesce(a.currency, '') AS currency, coalesce(a.vat, '') = 'included' AS gross, a
  ORDER BY CASE a.kind WHEN 'award' THEN 0 WHEN 'price' THEN 1 WHEN 'before modification' THEN 2
                ELSE 3 END, coalesce(a.date_hi, ''), a.number, a.id
  WITH currency, gross,
       [one IN collect(a) WHERE NOT one.kind IN ['after modification', 'addition']] AS before,
       [one IN collect(a) WHERE one.kind = 'after modification'] AS after,
       [one IN collect(a) WHERE one.kind = 'addition'] AS more
  RETURN currency, gross, before, after, more
  UNION ALL
  RETURN null AS currency, false AS gross, [] AS before, [] AS after, [] AS more
}
WITH contract, buyers, suppliers, said, dates, why, currency, gross, before, after, more
ORDER BY CASE WHEN currency IS NULL THEN 9 WHEN size(after) + size(more) = 0 THEN 8
              WHEN size(before) > 0 THEN 0 ELSE 1 END, gross, currency
WITH contract, buyers, suppliers, said, dates, why,
     head(collect({currency: currency, before: before, after: after, more: more})) AS sums
WITH contract, buyers, suppliers, said, dates, why, sums,
     CASE head(sums.before).kind WHEN 'before modification' THEN [head(sums.before)]
          ELSE [one IN sums.before WHERE one.kind = head(sums.before).kind] END AS base
WITH contract, buyers, suppliers, said, dates, why, sums, base,
     CASE WHEN size(base) > 0 AND all(one IN base WHERE one.number = base[0].number)
          THEN base[0].number
          WHEN size(base) > 0 AND size(sums.after) < 2
          THEN reduce(total = 0.0, one IN base | total + one.number) END AS first
WITH contract, buyers, suppliers, said, dates, why, sums, base, first,
     CASE WHEN size(sums.after) > 0 THEN sums.after[size(sums.after) - 1].number
          WHEN size(sums.more) > 0
          THEN first + reduce(total = 0.0, one IN sums.more | total + one.number) END AS last
WITH contract, buyers, suppliers, said, dates, why, sums, base, first, last,
     last - first AS growth, round((last - first) * 1000 / first) / 10 AS percent
WHERE $min_percent <= -100 OR percent >= $min_percent
WITH contract, buyers, suppliers, dates, why, sums, first, last, growth, percent,
     said + base + sums.after + sums.more AS grounds
RETURN contract, sums.currency AS currency, first, last, growth, percent,
       CASE WHEN size(dates) > size(sums.after) + size(sums.more) THEN size(dates)
            ELSE size(sums.after) + size(sums.more) END AS changes,
       why, dates, buyers, suppliers,
       head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
             WHERE grade IN [one IN grounds | one.certainty]]) AS certainty,
       [one IN grounds | one.id] AS claims
ORDER BY coalesce(percent, -1000) DESC, contract.name, contract.id
LIMIT $limit
