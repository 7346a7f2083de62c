// Who are the clients of this vendor?
// One row a client and what it is a client for (through). grounds are the statements behind it: a
// contract, a delivery, a product in use (a plan to use it makes no client). in_words is a client
// that a source describes without a name. party is the vendor or one of its subsidiaries. For
// subcontracts, partnerships and other routes see routes-to-forces.
// tags: supply
// param vendor: entity = palantir | The vendor | e.g. "Cellebrite"
// returns: client, in_words, grounds, through, party, status, since, until, hedges, certainty, claims
MATCH (party:Entity)-[up:PART_OF*0..2]->(whole:Entity {id: $vendor})
WHERE size(up) = 0 OR (party:Company AND NOT coalesce(whole.kind, '') = 'consortium')
CALL (party) {
  MATCH (client:Entity)-[r:CLIENT_OF]->(party)
  OPTIONAL MATCH (through:Entity {id: coalesce(r.through, '')})
  RETURN client, null AS words, r, through
  UNION ALL
  MATCH (party)<-[:SUBJECT]-(r:Claim)
  WHERE r.predicate IN ['SUPPLIES', 'CONTRACTED_WITH'] AND r.text IS NOT NULL
  OPTIONAL MATCH (r)-[:INVOLVES {as: 'system'}]->(through:Entity)
  RETURN null AS client, r.text AS words, r, through
}
WITH party, up, client, words, r, through, coalesce(r.claims, [r.id]) AS own
CALL (own) {
  UNWIND own AS claim_id
  MATCH (c:Claim {id: claim_id})
  WITH c, CASE c.predicate WHEN 'AWARDED' THEN 'contract' WHEN 'SUPPLIES' THEN 'delivery'
                           WHEN 'CONTRACTED_WITH' THEN 'contract without a name'
                           WHEN 'USES' THEN 'product in use' END AS ground
  ORDER BY ground, c.id
  RETURN collect(DISTINCT ground) AS grounds
}
CALL (own) {
  UNWIND own AS claim_id
  MATCH (c:Claim {id: claim_id})
  WHERE c.predicate IN ['USES', 'SUPPLIES', 'CONTRACTED_WITH']
  WITH c ORDER BY c.status, c.hedge, c.id
  RETURN collect(DISTINCT c.status) AS status, min(c.since) AS since, max(c.until) AS until,
         collect(DISTINCT c.hedge) AS hedges
}
RETURN client, words AS in_words, grounds, through, party,
       status + [end IN [r.status] WHERE r.derived AND NOT end IN status] AS status, since, until, hedges,
       head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
             WHERE grade IN [hop IN up | hop.certainty] + [r.certainty]]) AS certainty,
       reduce(found = own, hop IN up | found + [id IN hop.claims WHERE NOT id IN found]) AS claims
ORDER BY coalesce(client.name, '~'), coalesce(client.id, words), coalesce(through.name, ''),
         coalesce(through.id, ''), party.id, own[0]
