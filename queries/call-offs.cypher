// Which contracts were called off from this framework, and which lots does it have?
// One row a contract that falls under another, or a lot that is part of it, with buyer and
// supplier.
// tags: contracts
// param framework: entity Contract = "" | The framework; none for all | e.g. "BLKA framework contract for VeRA"
// returns: framework, contract, tie, buyers, suppliers, dates, amounts, certainty, claims
MATCH (contract:Entity)-[up:UNDER|PART_OF*1..3]->(framework:Contract)
WHERE (contract:Contract OR contract:Tender) AND $framework IN ['', framework.id]
OPTIONAL MATCH (contract)<-[deal:AWARDED|WON]-(party:Entity)
WITH framework, contract, up, deal, party ORDER BY party.name, party.id, deal.eid
WITH framework, contract, up,
     collect(DISTINCT CASE WHEN type(deal) = 'AWARDED' THEN party END) AS buyers,
     collect(DISTINCT CASE WHEN type(deal) = 'WON' THEN party END) AS suppliers,
     collect(deal) AS deals
WITH *, up + deals AS hops
WITH *, reduce(found = [], hop IN hops | found + [id IN hop.claims WHERE NOT id IN found]) AS own
OPTIONAL MATCH (contract)<-[:SUBJECT]-(a:Claim {predicate: 'HAS_AMOUNT'})
WITH framework, contract, up, buyers, suppliers, hops, own, a
ORDER BY a.kind, a.number, a.approx, a.id
WITH framework, contract, up, buyers, suppliers, hops, own, collect(a.id) AS figures,
     collect(DISTINCT coalesce(a.kind + ' ', '') + coalesce(a.approx + ' ', '') + a.text
             + coalesce(' ' + a.currency, '') + coalesce(' a ' + a.period, '')) AS amounts
CALL (own) {
  UNWIND own AS claim_id
  MATCH (c:Claim {id: claim_id})
  WHERE c.predicate IN ['AWARDED', 'WON']
  WITH DISTINCT c.date + coalesce(' (' + c.date_kind + ')', '') AS date,
       'with the win ' + coalesce(c.approx + ' ', '')
       + substring(head([q IN c.qualifiers WHERE q STARTS WITH 'value=']), 6)
           + coalesce(' ' + c.currency, '') AS value
  ORDER BY date, value
  RETURN collect(DISTINCT date) AS dates, collect(DISTINCT value) AS values
}
RETURN framework, contract,
       CASE WHEN all(hop IN up WHERE type(hop) = 'UNDER') THEN 'falls under it'
            WHEN all(hop IN up WHERE type(hop) = 'PART_OF') THEN 'is a lot or part of it'
            ELSE 'by several steps' END AS tie,
       buyers, suppliers, dates, values + amounts AS amounts,
       head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
             WHERE grade IN [hop IN hops | hop.certainty]]) AS certainty,
       own + figures AS claims
ORDER BY framework.name, framework.id, tie, contract.name, contract.id, own[0]
