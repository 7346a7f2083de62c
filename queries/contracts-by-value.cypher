// Which contracts, tenders and projects are the largest in money?
// One row a contract and figure, largest first within each currency; nothing is converted or added
// up. A budget, an estimate, a ceiling, an award and a payment are different things: read kind.
// Where sources differ, each figure has its own row with all who give it; approx (about, almost,
// more_than, at_most) and up_to (the upper end of a range) belong to it. Sums by the month or day
// are left out.
// tags: money, contracts
// param min_value: float = 10000000 | Only figures from this one up | e.g. 100000000
// param currency: text = "" | Only this currency, as a three-letter code; none for all | e.g. GBP
// param kind: text = "" | Only this kind of figure: budget, estimate, award, ceiling, paid, invoiced ... | e.g. award
// param limit: int = 200 | How many rows at most | e.g. 20
// returns: currency, value, approx, up_to, kind, contract, buyers, suppliers, vat, said_by, certainty, claims
MATCH (c:Claim)-[:SUBJECT]->(subject:Entity)
WHERE c.predicate IN ['HAS_AMOUNT', 'AWARDED', 'WON', 'TENDERED', 'CONTRACTED_WITH']
  AND coalesce(c.number, c.value) >= $min_value AND $currency IN ['', c.currency]
  AND NOT coalesce(c.period, '') IN ['year', 'month', 'week', 'day']
OPTIONAL MATCH (c)-[:OBJECT]->(object:Entity)
WITH c, subject, object, coalesce(c.number, c.value) AS value,
     CASE c.predicate WHEN 'HAS_AMOUNT' THEN subject WHEN 'CONTRACTED_WITH' THEN null
         ELSE object END AS contract,
     CASE c.predicate WHEN 'HAS_AMOUNT' THEN coalesce(c.kind, 'not said')
                      WHEN 'AWARDED' THEN 'said with the award' WHEN 'WON' THEN 'said with the win'
                      WHEN 'TENDERED' THEN 'said with the tender'
                      ELSE 'contract without a name' END AS kind
WHERE $kind IN ['', kind]
  AND (c.predicate = 'CONTRACTED_WITH' OR contract:Contract OR contract:Tender OR contract:Project)
MATCH (c)-[:CITES]->(source:Source)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(sayer:Entity)
WITH c, contract, kind, value, coalesce(sayer.name, c.said_by, source.publisher) AS who,
     CASE WHEN contract IS NULL THEN subject END AS firm, CASE
         WHEN contract IS NULL THEN object END AS client
ORDER BY who, c.id
WITH contract, kind, value, firm, client, c.currency AS currency, c.approx AS approx,
     c.max AS up_to,
     c.vat AS vat, collect(DISTINCT who) AS said_by, collect(c.id) AS own,
     collect(DISTINCT c.certainty) AS grades
OPTIONAL MATCH (contract)<-[deal:WON|AWARDED]-(party:Entity)
WITH contract, kind, value, firm, client, currency, approx, up_to, vat, said_by, own, grades, deal,
     party
ORDER BY party.name, party.id, deal.eid
WITH contract, kind, value, currency, approx, up_to, vat, said_by, own, grades,
     collect(DISTINCT CASE WHEN type(deal) = 'AWARDED' THEN party
         WHEN deal IS NULL THEN client END) AS buyers,
     collect(DISTINCT CASE WHEN type(deal) = 'WON' THEN party
         WHEN deal IS NULL THEN firm END) AS suppliers,
     collect(deal.claims) AS lists
RETURN currency, value, approx, up_to, kind, contract, buyers, suppliers, vat, said_by,
       head([grade IN ['stated', 'reported', 'inferred', 'alleged', 'disputed']
             WHERE grade IN grades]) AS certainty,
       reduce(found = own, list IN lists | found + [id IN list WHERE NOT id IN found]) AS claims
ORDER BY coalesce(currency, '~'), value DESC, coalesce(contract.name, '~'),
         coalesce(contract.id, ''),
         kind, coalesce(approx, ''), own[0]
LIMIT $limit
