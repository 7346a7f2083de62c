// Who put money into this vendor, system, project or body?
// One row a funder and sum: an investment, a grant or a payment. An investor is no owner. value is
// this funder's own sum where the source gives one; a whole round is in amounts.
// tags: money, ownership
// param thing: entity = "" | The vendor, system, project or body; none for all | e.g. "XXII"
// returns: funder, funded, kind, role, value, currency, approx, dates, programme, purpose, beside, status, certainty, claims
MATCH (funder:Entity)<-[:SUBJECT]-(c:Claim {predicate: 'FUNDED'})-[:OBJECT]->(funded:Entity)
WHERE $thing IN ['', funded.id]
OPTIONAL MATCH (c)-[i:INVOLVES]->(beside:Entity)
WHERE i.as IN ['with', 'about', 'product']
WITH c, funder, funded, beside ORDER BY beside.name, beside.id
WITH c, funder, funded, collect(DISTINCT beside) AS beside
WITH c, funder, funded, beside,
     coalesce(c.date + coalesce(' (' + c.date_kind + ')', ''), 'as of ' + c.as_of) AS date
ORDER BY date, c.id
WITH funder, funded, c.kind AS kind, c.role AS role, c.value AS value, c.currency AS currency,
     c.approx AS approx,
     c.programme AS programme, c.purpose AS purpose, c.status AS status,
         [node IN beside | node.id] AS ids, beside,
     collect(DISTINCT date) AS dates, collect(DISTINCT c.certainty) AS grades,
         collect(c.id) AS claims
RETURN funder, funded, kind, role, value, currency, approx, dates, programme, purpose, beside,
       status,
       head([grade IN ['stated', 'reported', 'inferred', 'alleged', 'disputed']
             WHERE grade IN grades]) AS certainty, claims
ORDER BY funded.name, funded.id, funder.name, funder.id, claims[0]
