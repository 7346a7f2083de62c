// Which sums of money, side by side, are said of this contract, tender, project or body?
// One row a figure as one source gives it; nothing is added up and nothing picks a winner. kind
// keeps budget, estimate, award, ceiling, invoiced and paid apart. amount stands as the source has
// it: approx, min, max and hedge belong to it; contested means that another source gives another
// figure for the same. Contracts, tenders and projects that are part of the thing, fall under it,
// cover it or were judged related are shown too: of says whose figure it is, party who paid, won or
// shares it. said_by is whoever asserts it, else the publisher.
// tags: money, contracts
// param thing: entity = i-police-contract | The contract, tender, project, system or body | e.g. "Cometa electronic bracelets contract 2023"
// returns: of, kind, amount, currency, approx, min, max, vat, year, period, scope, hedge, party, known_on, said_by, contested, certainty, says, claims
MATCH (thing:Entity {id: $thing})
OPTIONAL MATCH (near:Entity)-[r:PART_OF|UNDER|COVERS|RELATED_TO]-(thing)
WHERE (near:Contract OR near:Tender OR near:Project)
  AND (endNode(r).id = thing.id OR type(r) = 'RELATED_TO')
  AND coalesce(r.relation, 'judged related') = 'judged related'
WITH thing, collect(DISTINCT near) AS nearby
UNWIND [thing] + nearby AS of
CALL (of) {
  MATCH (of)<-[:SUBJECT]-(c:Claim {predicate: 'HAS_AMOUNT'})
  RETURN c, c.number AS amount, c.kind AS kind, null AS party
  UNION ALL
  MATCH (of)<-[i:INVOLVES]-(c:Claim {predicate: 'HAS_AMOUNT'})-[:SUBJECT]->(party:Entity)
  WHERE i.as IN ['about', 'contract', 'project', 'product', 'system']
  RETURN DISTINCT c, c.number AS amount, c.kind AS kind, party
  UNION ALL
  MATCH (of)<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(party:Entity)
  WHERE c.predicate IN ['AWARDED', 'WON', 'TENDERED', 'BID_ON', 'FUNDED', 'ACQUIRED',
        'SUBCONTRACTED_ON']
    AND (c.value IS NOT NULL OR (c.currency IS NOT NULL AND c.min IS NOT NULL))
  RETURN c, c.value AS amount,
         CASE c.predicate WHEN 'AWARDED' THEN 'said with the award'
             WHEN 'WON' THEN 'said with the win'
                          WHEN 'TENDERED' THEN 'said with the tender' WHEN 'BID_ON' THEN 'bid'
                          WHEN 'FUNDED' THEN 'funding' WHEN 'ACQUIRED' THEN 'purchase price'
                          ELSE 'said with the subcontract' END AS kind,
         party
}
MATCH (c)-[:CITES]->(source:Source)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(sayer:Entity)
RETURN of, kind, amount, c.currency AS currency, c.approx AS approx, c.min AS min, c.max AS max,
       c.vat AS vat, c.year AS year, coalesce(c.period, c.duration) AS period,
       c.scope AS scope, c.hedge AS hedge,
       party, coalesce(c.as_of, c.date, source.published) AS known_on,
       coalesce(sayer.name, c.said_by, source.publisher) AS said_by,
       CASE WHEN EXISTS { MATCH (c)-[x:CONFLICTS_WITH]-(:Claim) WHERE x.kind = 'conflict' }
            THEN true END AS contested,
       c.certainty AS certainty,
       c.says AS says, [c.id] AS claims
ORDER BY of.name, of.id, coalesce(kind, '~'), coalesce(c.currency, ''), coalesce(amount, c.min),
         coalesce(known_on, ''), c.id, coalesce(party.id, '')
