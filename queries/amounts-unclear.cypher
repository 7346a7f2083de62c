// Which sums of money are unclear: no currency, no kind, only about, or a range?
// One row a figure with what is unclear about it (unclear): the kind (budget, award, paid ...) or
// the currency is not said, it is an approximation or a range, it is hedged, or what it stands for
// is a part only (scope). Whether tax is in is unknown for most figures; with vat=yes these are
// listed too.
// tags: money, gaps
// param vat: bool = no | Also figures of contracts and tenders of which only the tax is unknown | e.g. yes
// param limit: int = 300 | How many rows at most | e.g. 20
// returns: of, unclear, kind, amount, currency, approx, min, max, vat, period, hedge, said_by, certainty, says, claims
MATCH (c:Claim {predicate: 'HAS_AMOUNT'})-[:SUBJECT]->(of:Entity)
WITH c, of, [x IN [
       CASE WHEN c.currency IS NULL THEN 'no currency' END, CASE
           WHEN c.kind IS NULL THEN 'no kind' END,
       CASE WHEN c.approx IS NOT NULL THEN 'approximate' END,
       CASE WHEN c.min IS NOT NULL OR c.max IS NOT NULL THEN 'a range' END,
       CASE WHEN c.hedge IS NOT NULL THEN 'hedged' END,
       CASE WHEN c.vat IS NULL AND $vat
           AND (of:Contract OR of:Tender OR of:Project) THEN 'tax not said' END
     ] WHERE x IS NOT NULL] AS unclear
WHERE size(unclear) > 0
MATCH (c)-[:CITES]->(source:Source)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(sayer:Entity)
RETURN of, unclear, c.kind AS kind, c.number AS amount, c.currency AS currency, c.approx AS approx,
       c.min AS min,
       c.max AS max, c.vat AS vat, c.period AS period, c.hedge AS hedge,
       coalesce(sayer.name, c.said_by, source.publisher) AS said_by, c.certainty AS certainty,
           c.says AS says,
       [c.id] AS claims
ORDER BY size(unclear) DESC, of.name, of.id, coalesce(c.kind, ''), c.number, c.id
LIMIT $limit
