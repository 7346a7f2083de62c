// What did this buyer contract and pay, year by year?
// One row a year, currency and kind of sum. "awarded" adds up one figure a contract, in the year of
// the award: what the award says, without VAT where both are given, else a price; the latest of
// several, and where sources differ the lower one. "paid", "invoiced" and "obligated" add up the
// figures of that kind that are said of its contracts, in the year of each: they are other sums,
// and never to be added to the first. A framework counts with its whole value in its first year,
// and a contract of several buyers with its whole sum for each. Later changes of a contract do not
// count (see modified-contracts), nor figures that cannot be (zero, or larger than any contract),
// nor awards that were only announced, or cancelled. What no source dates has no year, contracts
// without a known sum no currency. Nothing is converted.
// tags: contracts, money, time
// param buyer: entity Organization = eu-lisa | The buyer; its own parts count too | e.g. "French Ministry of the Interior"
// param year_from: int = 0 | The first year; what is not dated goes with 0 | e.g. 2015
// param year_to: int = 2100 | The last year | e.g. 2024
// returns: year, kind, currency, value, contracts, certainty, claims
MATCH (buyer:Organization)-[up:PART_OF*0..2]->(:Entity {id: $buyer})
MATCH (buyer)<-[:SUBJECT]-(d:Claim {predicate: 'AWARDED'})-[:OBJECT]->(contract:Contract)
WHERE NOT coalesce(d.status, '') IN ['planned', 'announced', 'attempted', 'cancelled']
WITH contract, buyer, up, d ORDER BY d.date, buyer.id, d.id
WITH contract, collect(d.id) AS awards, collect(d.certainty) AS grades,
     head(collect(substring(d.date, 0, 4))) AS own_year, collect(up) AS ups
WITH contract, own_year, grades + reduce(found = [], up IN ups | found
         + [hop IN up | hop.certainty]) AS grades,
     awards + reduce(found = [], up IN ups | found + reduce(ids = [], hop IN up | ids
         + hop.claims)) AS awards
OPTIONAL MATCH (contract)<-[:OBJECT]-(w:Claim {predicate: 'WON'})
WHERE own_year IS NULL AND w.date IS NOT NULL
WITH contract, own_year, grades, awards, w ORDER BY w.date, w.id
WITH contract, grades, awards, own_year, head(collect(substring(w.date, 0, 4))) AS won_year
WITH contract, grades, awards, coalesce(own_year, won_year) AS year
CALL (contract, year) {
  MATCH (a:Claim {predicate: 'HAS_AMOUNT'})-[:SUBJECT]->(contract)
  WHERE a.kind IN ['award', 'price'] AND a.number > 0 AND a.period IS NULL
    AND a.currency IS NOT NULL AND NOT coalesce(a.note, '') CONTAINS 'larger than any contract'
  RETURN 'awarded' AS sort, a.kind AS kind, a.source AS source,
         coalesce(a.lot, '') + '|' + coalesce(a.scope, '') AS part, a.currency AS currency,
         a.number AS number, a.id AS id, coalesce(a.date_hi, '') AS day, year AS when
  UNION ALL
  MATCH (a:Claim {predicate: 'AWARDED'})-[:OBJECT]->(contract)
  WHERE a.value > 0 AND a.currency IS NOT NULL
  RETURN 'awarded' AS sort, 'award' AS kind, a.source AS source, '' AS part,
         a.currency AS currency, a.value AS number, a.id AS id, coalesce(a.date_hi, '') AS day,
         year AS when
  UNION ALL
  MATCH (a:Claim {predicate: 'WON'})-[:OBJECT]->(contract)
  WHERE a.value > 0 AND a.currency IS NOT NULL
  RETURN 'awarded' AS sort, 'won' AS kind, a.source AS source,
         a.subject + coalesce(' ' + a.lot, '') AS part, a.currency AS currency, a.value AS number,
         a.id AS id, coalesce(a.date_hi, '') AS day, year AS when
  UNION ALL
  MATCH (a:Claim {predicate: 'HAS_AMOUNT'})-[:SUBJECT]->(contract)
  WHERE a.kind IN ['paid', 'invoiced', 'obligated'] AND a.currency IS NOT NULL
    AND NOT coalesce(a.note, '') CONTAINS 'larger than any contract'
  RETURN a.kind AS sort, a.kind AS kind, a.source AS source, a.id AS part, a.currency AS currency,
         a.number AS number, a.id AS id, coalesce(a.date_hi, '') AS day,
         coalesce(a.year, substring(a.date, 0, 4)) AS when
  UNION ALL
  RETURN 'awarded' AS sort, '~' AS kind, '' AS source, '' AS part, null AS currency,
         null AS number, null AS id, '' AS day, year AS when
}
WITH contract, grades, awards, sort, kind, source, part, currency, number, id, when
ORDER BY day DESC, number, id
WITH contract, grades, awards, sort, kind, source, part, currency, when,
     head(collect(number)) AS number, head(collect(id)) AS id
WITH contract, grades, awards, sort, kind, source, currency, when, sum(number) AS total,
     collect(id) AS ids
ORDER BY kind, total, source, currency
WITH contract, grades, awards, sort, when,
     CASE sort WHEN 'awarded' THEN '' ELSE source END AS apart,
     CASE sort WHEN 'awarded' THEN '' ELSE currency END AS money,
     head(collect({total: total, currency: currency, ids: ids})) AS figure
WITH sort AS kind, toInteger(when) AS year, figure.currency AS currency, figure.total AS total,
     contract, grades, awards + figure.ids AS claims
WHERE (year IS NULL AND $year_from = 0) OR $year_from <= year <= $year_to
WITH year, kind, currency, total, contract, grades, claims ORDER BY contract.name, contract.id
WITH year, kind, currency, sum(total) AS value, collect(DISTINCT contract.id) AS contracts,
     collect(grades) AS lists, collect(claims) AS found
RETURN year, kind, currency, CASE WHEN currency IS NULL THEN null ELSE value END AS value,
       size(contracts) AS contracts,
       head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
             WHERE grade IN reduce(all = [], list IN lists | all + list)]) AS certainty,
       reduce(all = [], list IN found | all + [id IN list WHERE NOT id IN all]) AS claims
ORDER BY coalesce(year, 9999), kind, coalesce(currency, '~')
