// Which contracts and tenders does this buyer have, with whom, and for how much?
// One row a contract or tender and what the buyer did with it; one row a firm where a source states
// a contract that has no name of its own. amounts holds every figure that is said of it, with what
// kind of figure it is: a budget, an award and a payment are not the same (amounts has the
// details).
// tags: contracts, supply
// param buyer: entity Organization = eu-lisa | The buyer; its own parts count too | e.g. "French Ministry of the Interior"
// returns: buyer, contract, act, dates, suppliers, covers, amounts, certainty, claims
MATCH (buyer:Organization)-[up:PART_OF*0..2]->(:Entity {id: $buyer})
CALL (buyer) {
  MATCH (buyer)-[r:AWARDED|TENDERED|ENDED]->(contract:Entity)
  RETURN contract, r, toLower(type(r)) AS act, null AS firm
  UNION ALL
  MATCH (buyer)<-[r:CONTRACTED_WITH]-(firm:Entity)
  RETURN null AS contract, r, 'has a contract with' AS act, firm
}
OPTIONAL MATCH (contract)<-[won:WON]-(winner:Entity)
WITH buyer, up, contract, r, act, firm, won, winner ORDER BY winner.name, winner.id, won.eid
WITH buyer, up, contract, r, act, firm, collect(DISTINCT coalesce(firm, winner)) AS suppliers,
     collect(won) AS wins
OPTIONAL MATCH (contract)-[covers:COVERS]->(system:Entity)
WITH buyer, up, contract, r, act, suppliers, wins, covers, system ORDER BY system.name, system.id
WITH buyer, up, contract, r, act, suppliers, wins, collect(DISTINCT system) AS covers,
     collect(covers) AS about
OPTIONAL MATCH (contract)<-[:SUBJECT]-(a:Claim {predicate: 'HAS_AMOUNT'})
WITH buyer, up, contract, r, act, suppliers, covers, wins + about AS ties, a
ORDER BY a.kind, a.number, a.approx, a.id
WITH buyer, up, contract, r, act, suppliers, covers, ties, collect(DISTINCT
       coalesce(a.kind + ' ', '') + coalesce(a.approx + ' ', '') + a.text + ' ' + a.currency
       + coalesce(' a ' + a.period, '')
       + coalesce(' (VAT ' + a.vat + ')', '')) AS sums, collect(a.id) AS figures
CALL (r) {
  UNWIND r.claims AS claim_id
  MATCH (c:Claim {id: claim_id})
  WITH DISTINCT c.date + coalesce(' (' + c.date_kind + ')', '') AS date,
       coalesce(c.approx + ' ', '')
           + substring(head([q IN c.qualifiers WHERE q STARTS WITH 'value=']), 6)
       + coalesce(' ' + c.currency, '') AS value
  ORDER BY date, value
  RETURN collect(DISTINCT date) AS dates, collect(DISTINCT value) AS values
}
RETURN buyer, contract, act, dates, suppliers, covers, values + sums AS amounts,
       head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
             WHERE grade IN [hop IN up + [r] | hop.certainty]]) AS certainty,
       reduce(found = r.claims, hop IN up + ties | found
           + [id IN hop.claims WHERE NOT id IN found]) + figures AS claims
ORDER BY coalesce(contract.name, '~'), coalesce(contract.id, ''), act, buyer.name, buyer.id,
         reduce(key = '', node IN suppliers | key + node.id), r.eid
