// Which contracts and projects were ended, by whom, when, and why?
// One row a contract and whoever ended it. Sources give other dates and reasons for the same end:
// dates and reasons hold them all, and say where a date is only that of a report or an
// announcement. contested: the dates cannot all be right. paid is what sources say was paid,
// invoiced or spent.
// tags: contracts, time
// param country: country = "" | Of whoever ended it or its supplier; none for everywhere | e.g. "Belgium"
// returns: contract, ended_by, dates, reasons, suppliers, paid, contested, certainty, claims
MATCH (ender:Entity)-[r:ENDED]->(contract:Entity)
OPTIONAL MATCH (contract)<-[won:WON]-(supplier:Entity)
WITH ender, r, contract, won, supplier ORDER BY supplier.name, supplier.id, won.eid
WITH ender, r, contract, collect(DISTINCT supplier) AS suppliers, collect(won.claims) AS wins
WHERE $country = ''
      OR $country IN reduce(found = coalesce(ender.country, []), s IN suppliers | found
      + coalesce(s.country, []))
OPTIONAL MATCH (contract)<-[:SUBJECT]-(a:Claim {predicate: 'HAS_AMOUNT'})
WHERE a.kind IN ['paid', 'invoiced', 'cost']
WITH ender, r, contract, suppliers, wins, a ORDER BY a.kind, a.number, a.approx, a.id
WITH ender, r, contract, suppliers, wins, collect(a.id) AS figures,
     collect(DISTINCT a.kind + ' ' + coalesce(a.approx + ' ', '') + a.text
         + coalesce(' ' + a.currency, '')
             + coalesce(' a ' + a.period, '')) AS paid
CALL (r) {
  UNWIND r.claims AS claim_id
  MATCH (c:Claim {id: claim_id})
  WITH c, c.date + coalesce(' (' + c.date_kind + ')', '') AS date ORDER BY date, c.reason, c.id
  RETURN collect(DISTINCT date) AS dates, collect(DISTINCT c.reason) AS reasons
}
RETURN contract, ender AS ended_by, dates, reasons, suppliers, paid, r.conflict AS contested,
       r.certainty AS certainty,
       reduce(found = r.claims, list IN wins | found + [id IN list WHERE NOT id IN found])
           + figures AS claims
ORDER BY contract.name, contract.id, ender.name, ender.id, r.eid
