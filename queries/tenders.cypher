// What is or was out to tender, by whom, and what came of it?
// One row a tender, or a contract with a known call for tenders, oldest first. status is what a
// source says of the call. outcome is "awarded" where a source says so or names a winner, "ended"
// where somebody cancelled it; empty means that no source read so far says how it went. in_words
// and budget are what it covers and may cost, as sources put it.
// tags: contracts
// param country: country = "" | Where the buyer is; none for everywhere | e.g. "Spain"
// returns: tender, buyers, covers, in_words, dates, status, budget, bidders, winners, outcome, certainty, claims
MATCH (buyer:Entity)-[r:TENDERED]->(tender:Entity)
WHERE $country = '' OR $country IN buyer.country
WITH tender, buyer, r ORDER BY buyer.name, buyer.id, r.eid
WITH tender, collect(DISTINCT buyer) AS buyers, collect(r) AS calls
OPTIONAL MATCH (tender)<-[b:BID_ON|WON|ENDED]-(party:Entity)
WITH tender, buyers, calls, b, party ORDER BY party.name, party.id, b.eid
WITH tender, buyers, calls, collect(b) AS ties,
     collect(DISTINCT CASE type(b) WHEN 'BID_ON' THEN party END) AS bidders,
     collect(DISTINCT CASE type(b) WHEN 'WON' THEN party END) AS winners
OPTIONAL MATCH (tender)-[covers:COVERS]->(system:Entity)
WITH tender, buyers, calls, ties, bidders, winners, covers, system ORDER BY system.name, system.id
WITH tender, buyers, calls, bidders, winners, collect(DISTINCT system) AS covers, ties,
     collect(covers) AS things
WITH *, calls + ties + things AS hops, any(tie IN ties WHERE type(tie) = 'ENDED') AS is_ended
OPTIONAL MATCH (tender)<-[:SUBJECT]-(c:Claim)
WHERE (c.predicate = 'COVERS' AND c.text IS NOT NULL) OR c.predicate = 'HAS_AMOUNT'
WITH tender, buyers, calls, bidders, winners, covers, hops, is_ended, c ORDER BY c.predicate,
     c.kind, c.number, c.text, c.id
WITH tender, buyers, calls, bidders, winners, covers, hops, is_ended, collect(c) AS more
CALL (calls) {
  UNWIND reduce(found = [], hop IN calls | found
      + [id IN hop.claims WHERE NOT id IN found]) AS claim_id
  MATCH (c:Claim {id: claim_id})
  WITH c, c.date + coalesce(' (' + c.date_kind + ')', '') AS date ORDER BY date, c.status, c.id
  RETURN collect(DISTINCT date) AS dates, collect(DISTINCT c.status) AS status
}
RETURN tender, buyers, covers, [c IN more WHERE c.predicate = 'COVERS' | c.text] AS in_words,
       dates, status,
       [c IN more WHERE c.predicate = 'HAS_AMOUNT' AND c.kind IN ['budget', 'estimate', 'ceiling'] |
          c.kind + ' ' + coalesce(c.approx + ' ', '') + c.text + coalesce(' ' + c.currency, '')
          + coalesce(' a ' + c.period, '')] AS budget,
       bidders, winners,
       CASE WHEN is_ended THEN 'ended' WHEN size(winners) > 0
           OR EXISTS { MATCH (:Entity)-[:AWARDED]->(tender) }
            THEN 'awarded' END AS outcome,
       head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
             WHERE grade IN [hop IN hops | hop.certainty]]) AS certainty,
       reduce(found = [], hop IN hops + more | found
           + [id IN coalesce(hop.claims, [hop.id]) WHERE NOT id IN found]) AS claims
ORDER BY coalesce(dates[0], '9999'), tender.name, tender.id
