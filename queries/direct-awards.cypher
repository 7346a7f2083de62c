// Which contracts were given without competition, and why?
// One row a contract (or firm and client where the contract has no name), with how it was awarded
// and the reason that the buyer gives. Told from the method that a source names: a direct award, a
// negotiated procedure without competition, a limited procedure of OCDS, a French contract "sans
// publicité", a Spanish one "sin publicidad", an American one that was not competed. An order under
// a framework that was competed for is no direct award; a framework may be one.
// tags: contracts, supply
// param country: country = "" | Only with a buyer of this country; none for all | e.g. "Germany"
// param buyers: choice any|police = any | Every kind of buyer, or police forces only | e.g. police
// param limit: int = 200 | How many rows at most | e.g. 50
// returns: contract, buyer, suppliers, method, reason, dates, amounts, certainty, claims
MATCH (c:Claim)-[:SUBJECT]->(subject:Entity)
WHERE c.predicate IN ['AWARDED', 'TENDERED', 'CONTRACTED_WITH', 'WON'] AND c.method IS NOT NULL
MATCH (c)-[:OBJECT]->(object:Entity)
WITH c, subject, object, toLower(c.method) AS method
WHERE any(words IN ['direct award', 'without competition', 'without call', 'without tender',
                    'without a tender',
                    'no public tender', 'limited procedure', 'direct procedure',
                    'sans publicité', 'sans mise en concurrence', 'sin publicidad',
                    'contrato menor', 'adjudicación directa', 'not competed',
                    'not available for competition', 'ohne teilnahmewettbewerb', 'direktvergabe',
                    'direktauftrag', 'onderhandse gunning', 'zonder voorafgaande bekendmaking']
          WHERE method CONTAINS words)
WITH c, CASE c.predicate WHEN 'CONTRACTED_WITH' THEN object WHEN 'WON' THEN null
             ELSE subject END AS buyer,
     CASE WHEN c.predicate IN ['CONTRACTED_WITH', 'WON'] THEN subject END AS firm,
     CASE c.predicate WHEN 'CONTRACTED_WITH' THEN null ELSE object END AS contract
OPTIONAL MATCH (other:Organization)-[deal:AWARDED|TENDERED]->(contract)
WHERE buyer IS NULL
WITH c, firm, contract, coalesce(buyer, other) AS buyer, deal
WHERE ($country = '' OR $country IN coalesce(buyer.country, []))
  AND ($buyers = 'any' OR buyer:PoliceForce)
OPTIONAL MATCH (winner:Entity)-[won:WON]->(contract)
WITH c, firm, contract, buyer, deal, winner, won
ORDER BY coalesce(winner.name, firm.name), coalesce(winner.id, firm.id), won.eid, deal.eid, c.id
WITH contract, buyer, CASE WHEN contract IS NULL THEN firm END AS unnamed,
     collect(DISTINCT coalesce(winner, firm)) AS suppliers,
     collect(DISTINCT c.method) AS methods, collect(DISTINCT c.reason) AS reasons,
     collect(DISTINCT c.date + coalesce(' (' + c.date_kind + ')', '')) AS dates,
     collect(DISTINCT substring(head([q IN c.qualifiers WHERE q STARTS WITH 'value=']), 6)
         + coalesce(' ' + c.currency, '')) AS values,
     collect(DISTINCT c.id) AS own, collect(c.certainty) AS grades,
     collect(DISTINCT won) AS wins, collect(DISTINCT deal) AS deals
OPTIONAL MATCH (contract)<-[:SUBJECT]-(a:Claim {predicate: 'HAS_AMOUNT'})
WHERE a.kind IN ['award', 'price', 'ceiling', 'estimate']
WITH contract, buyer, suppliers, methods, reasons, dates, values, own, grades,
     wins + deals AS ties, a
ORDER BY a.kind, a.number, a.id
WITH contract, buyer, suppliers, methods, reasons, dates, values, own, grades, ties,
     collect(DISTINCT a.kind + ' ' + a.text + coalesce(' ' + a.currency, '')) AS sums,
     collect(a.id) AS figures
WITH contract, buyer, suppliers, methods, reasons, dates, grades, ties, values + sums AS amounts,
     own + figures AS own
RETURN contract, buyer, suppliers, methods AS method, reasons AS reason, dates, amounts,
       head([grade IN ['stated', 'reported', 'inferred', 'alleged', 'disputed']
             WHERE grade IN grades]) AS certainty,
       reduce(found = own, tie IN ties | found + [id IN tie.claims WHERE NOT id IN found]) AS claims
ORDER BY coalesce(contract.name, '~'), coalesce(contract.id, ''), coalesce(buyer.name, ''),
         coalesce(buyer.id, ''), own[0]
LIMIT $limit
