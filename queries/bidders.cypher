// Who bid on this contract or tender, who won, and who did not?
// One row a firm, with its bid, its win or both. outcome is "others won" only where a source names
// the winner and the firm is not among them, nor in a winning consortium; it is empty where no
// winner is known. bid is what a source says of the bid (shortlisted, excluded ...), in_words a tie
// to the contract that a source describes otherwise (the second-placed bidder that got it in the
// end).
// tags: contracts, supply
// param contract: entity = "" | A contract or tender; none for all with a known bidder | e.g. "OTDH tender"
// returns: contract, firm, outcome, bid, in_words, winners, dates, reason, certainty, claims
MATCH (contract:Entity)<-[:BID_ON|RELATED_TO]-(bidder:Organization)
WHERE (contract:Contract OR contract:Tender) AND bidder:Company AND $contract IN ['', contract.id]
WITH DISTINCT contract
OPTIONAL MATCH (contract)<-[win:WON]-(winner:Entity)
WITH contract, win, winner ORDER BY winner.name, winner.id, win.eid
WITH contract, collect(DISTINCT winner) AS winners, collect(win) AS wins
MATCH (contract)<-[r:BID_ON|RELATED_TO|WON]-(firm:Organization)
WHERE NOT type(r) = 'RELATED_TO' OR firm:Company
WITH contract, winners, wins, firm, r ORDER BY type(r), r.eid
WITH contract, winners, wins, firm, collect(r) AS ties
OPTIONAL MATCH (firm)-[member:PART_OF]->(group:Entity)-[:WON]->(contract)
WITH contract, winners, wins, firm, ties, member, group ORDER BY member.eid
WITH contract, winners, wins, firm, ties, head(collect(member)) AS member,
     head(collect(group)) AS group
WITH *, CASE WHEN any(tie IN ties WHERE type(tie) = 'WON') THEN 'won'
             WHEN member IS NOT NULL THEN 'won through a consortium'
             WHEN size(winners) > 0
                 AND NOT any(tie IN ties WHERE type(tie) = 'RELATED_TO') THEN 'others won'
        END AS outcome
WITH *, ties + CASE outcome WHEN 'won through a consortium' THEN [member]
     + [win IN wins WHERE startNode(win).id = group.id]
                            WHEN 'others won' THEN wins ELSE [] END AS hops
WITH *, reduce(found = [], hop IN hops | found + [id IN hop.claims WHERE NOT id IN found]) AS claims
CALL (ties) {
  UNWIND reduce(found = [], tie IN ties | found
      + [id IN tie.claims WHERE NOT id IN found]) AS claim_id
  MATCH (c:Claim {id: claim_id})
  WITH c, c.date + coalesce(' (' + c.date_kind + ')', '') AS date
  ORDER BY date, c.reason, c.id
  RETURN collect(DISTINCT date) AS dates, collect(DISTINCT c.reason) AS reason
}
RETURN contract, firm, outcome, head([tie IN ties WHERE type(tie) = 'BID_ON' | tie.status]) AS bid,
       head([tie IN ties WHERE type(tie) = 'RELATED_TO' | tie.relation]) AS in_words, winners,
           dates, reason,
       head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
             WHERE grade IN [hop IN hops | hop.certainty]]) AS certainty, claims
ORDER BY contract.name, contract.id, coalesce(outcome, '~'), firm.name, firm.id
