// How much is each contract worth, who pays, and who is paid?
// One row a contract and one figure for it, the largest first; nothing is converted or added up. Where
// several figures are known the firmest kind counts: the award, then a ceiling, a price, a budget, an
// estimate, and "amount" where no source says what it is; within one kind the one that most claims
// give, then the lower one. "kind" ends in "sources differ" where others give another figure of that
// kind: they are in "others", and the query contracts-by-value has all.
// tags: money, contracts
// param currency: text = EUR | As a three-letter code | e.g. GBP
// param min_value: float = 1000000 | Only contracts from this figure up | e.g. 100000000
// returns: contract, value, currency, kind, others, buyers, suppliers, subcontractors, certainty, claims
MATCH (c:Claim)-[:SUBJECT]->(subject:Entity)
WHERE c.predicate IN ['HAS_AMOUNT', 'AWARDED', 'WON'] AND c.currency = $currency
  AND coalesce(c.number, c.value) IS NOT NULL
  AND NOT coalesce(c.period, '') IN ['year', 'month', 'week', 'day']
  AND NOT coalesce(c.kind, '') IN ['paid', 'invoiced', 'addition', 'cost', 'subcontracted',
    'revenue', 'penalty', 'fines', 'lowest tender', 'highest tender', 'before modification']
OPTIONAL MATCH (c)-[:OBJECT]->(object:Entity)
WITH c, coalesce(c.number, c.value) AS value,
     CASE c.predicate WHEN 'HAS_AMOUNT' THEN subject ELSE object END AS contract,
     CASE WHEN c.predicate <> 'HAS_AMOUNT' THEN 'award'
          WHEN c.kind IN ['award', 'ceiling', 'price', 'budget', 'estimate'] THEN c.kind
          ELSE 'amount' END AS kind
WHERE contract:Contract
WITH contract, kind, value, c ORDER BY c.id
WITH contract, kind, value, collect(c.id) AS ids, collect(c.certainty) AS grades
WITH contract, kind, value, ids, grades,
     reduce(place = 0, i IN range(0, 5) |
            CASE WHEN ['award', 'ceiling', 'price', 'budget', 'estimate', 'amount'][i] = kind
                 THEN i ELSE place END) AS rank
ORDER BY rank, size(ids) DESC, value
WITH contract, collect({kind: kind, value: value, ids: ids, grades: grades}) AS figures
WITH contract, figures[0] AS best, figures
WITH contract, best,
     [f IN figures WHERE f.kind = best.kind AND f.value <> best.value | f.value] AS others
WHERE best.value >= $min_value
OPTIONAL MATCH (contract)<-[deal:AWARDED|WON|SUBCONTRACTED_ON]-(party:Entity)
WITH contract, best, others, deal, party ORDER BY party.name, party.id, deal.eid
WITH contract, best, others, collect(deal.claims) AS lists,
     collect(DISTINCT CASE WHEN type(deal) = 'AWARDED' THEN party END) AS buyers,
     collect(DISTINCT CASE WHEN type(deal) = 'WON' THEN party END) AS suppliers,
     collect(DISTINCT CASE WHEN type(deal) = 'SUBCONTRACTED_ON' THEN party END) AS subcontractors
RETURN contract, best.value AS value, $currency AS currency,
       best.kind + CASE WHEN size(others) > 0 THEN ', sources differ' ELSE '' END AS kind, others,
       buyers, suppliers, subcontractors,
       head([grade IN ['stated', 'reported', 'inferred', 'alleged', 'disputed']
             WHERE grade IN best.grades]) AS certainty,
       reduce(found = best.ids, list IN lists | found + [id IN list WHERE NOT id IN found]) AS claims
ORDER BY value DESC, contract.name, contract.id
