// Which suppliers won most from police forces, by the value of their contracts?
// One row a supplier and currency, the largest sum of each currency first. Of each contract one
// figure counts: what the award says, without VAT where both are given, else a price; the latest of
// several, and where sources differ the lower one. Budgets, estimates, ceilings and later changes
// do not count, nor figures that cannot be (zero, or larger than any contract), nor awards that
// were only announced, or cancelled. A contract that several firms won counts for each of them in
// contracts, but its sum for none, unless a source says which part was theirs: such contracts, and
// those of which no sum is known, are in a row without a currency. A part of a police force is one
// only if it bears the label PoliceForce itself. Firms that only stand behind a subsidiary or a
// reseller are not here: see routes-to-forces.
// tags: contracts, money, police
// param country: country = "" | Only police forces of this country; none for all | e.g. "Belgium"
// param currency: text = "" | Only this currency, as a three-letter code; none for all | e.g. EUR
// param limit: int = 50 | How many rows at most | e.g. 10
// returns: supplier, currency, value, contracts, forces, certainty, claims
MATCH (force:PoliceForce)-[deal:AWARDED]->(contract:Contract)
WHERE $country = '' OR $country IN coalesce(force.country, [])
WITH contract, force, deal ORDER BY force.name, force.id, deal.eid
WITH contract, collect(DISTINCT force) AS forces, collect(deal) AS deals
MATCH (contract)<-[:OBJECT]-(w:Claim {predicate: 'WON'})-[:SUBJECT]->(supplier:Entity)
WHERE NOT coalesce(w.status, '') IN ['planned', 'announced', 'attempted', 'cancelled']
WITH contract, forces, deals, supplier, w ORDER BY supplier.id, w.id
WITH contract, forces, deals, supplier, collect(w.id) AS wins, collect(w.certainty) AS grades,
     max(w.value) AS own, head(collect(w.currency)) AS own_currency
WITH contract, forces, deals,
     collect({supplier: supplier, ids: wins, grades: grades, own: own, currency: own_currency})
       AS winners
CALL (contract) {
  MATCH (a:Claim {predicate: 'HAS_AMOUNT'})-[:SUBJECT]->(contract)
  WHERE a.kind IN ['award', 'price'] AND a.number > 0 AND a.period IS NULL
    AND a.currency IS NOT NULL AND NOT coalesce(a.note, '') CONTAINS 'larger than any contract'
  RETURN a.kind AS kind, a.source AS source, coalesce(a.lot, '') + '|' + coalesce(a.scope, '')
         AS part, a.currency AS currency, a.number AS number, a.id AS id, a.date_hi AS day
  UNION ALL
  MATCH (a:Claim {predicate: 'AWARDED'})-[:OBJECT]->(contract)
  WHERE a.value > 0 AND a.currency IS NOT NULL
  RETURN 'award' AS kind, a.source AS source, '' AS part, a.currency AS currency,
         a.value AS number, a.id AS id, a.date_hi AS day
  UNION ALL
  RETURN '' AS kind, '' AS source, '' AS part, '' AS currency, 0.0 AS number, '' AS id, '' AS day
}
WITH contract, forces, deals, winners, kind, source, part, currency, number, id, day
ORDER BY coalesce(day, '') DESC, number, id
WITH contract, forces, deals, winners, kind, source, part, currency,
     head(collect(number)) AS number, head(collect(id)) AS id
WITH contract, forces, deals, winners, kind, source, currency, sum(number) AS total,
     collect(id) AS ids
ORDER BY CASE kind WHEN '' THEN '~' ELSE kind END, total, source, currency
WITH contract, forces, deals, winners,
     head(collect({total: total, currency: currency, ids: ids, kind: kind})) AS figure
UNWIND winners AS winner
WITH contract, forces, deals, winner, figure,
     CASE WHEN winner.own > 0 THEN winner.own
          WHEN size(winners) = 1 AND figure.kind <> '' THEN figure.total END AS value
WITH contract, forces, deals, winner, value,
     CASE WHEN value IS NULL THEN null WHEN winner.own > 0 THEN winner.currency
          ELSE figure.currency END AS currency,
     CASE WHEN value IS NOT NULL AND NOT coalesce(winner.own, 0) > 0 THEN figure.ids ELSE [] END
       AS ids
WHERE $currency = '' OR currency = $currency
WITH winner.supplier AS supplier, currency, value, contract, forces, winner.grades AS grades,
     reduce(found = winner.ids + ids, deal IN deals | found
         + [id IN deal.claims WHERE NOT id IN found]) AS claims
ORDER BY contract.name, contract.id
UNWIND forces AS force
WITH supplier, currency, value, contract, force, grades, claims
ORDER BY contract.name, contract.id, force.name, force.id
WITH supplier, currency, contract, value, grades, claims, collect(force) AS own
WITH supplier, currency, sum(value) AS value, count(contract) AS contracts,
     collect(own) AS clients, collect(grades) AS grades, collect(claims) AS lists
WITH supplier, currency, CASE WHEN currency IS NULL THEN null ELSE value END AS value, contracts,
     reduce(found = [], list IN clients | found + [one IN list WHERE NOT one IN found]) AS forces,
     reduce(found = [], list IN grades | found + list) AS grades,
     reduce(found = [], list IN lists | found + [id IN list WHERE NOT id IN found]) AS claims
RETURN supplier, currency, value, contracts, forces,
       head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
             WHERE grade IN grades]) AS certainty, claims
ORDER BY coalesce(currency, '~'), coalesce(value, 0) DESC, contracts DESC, supplier.name,
         supplier.id
LIMIT $limit
