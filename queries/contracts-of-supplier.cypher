// Which contracts does this supplier have, and in what role?
// One row a contract and holder: the firm itself, a subsidiary, or a consortium that it is in. way
// keeps a contract won, a subcontract, an award that names it and a bare statement that there is a
// contract apart; in_words is a client that a source describes without a name. value is only what
// the source says with the win, and may be a part or the whole: see amounts of the contract.
// tags: contracts, supply
// param supplier: entity Organization = palantir | The supplier | e.g. "Sopra Steria"
// returns: contract, way, holder, buyers, in_words, roles, dates, values, until, ended_by, certainty, claims
CALL {
  MATCH (holder:Entity {id: $supplier})
  RETURN holder, [] AS up
  UNION ALL
  MATCH (whole:Entity {id: $supplier})<-[up:PART_OF*1..2]-(holder:Company)
  WHERE NOT coalesce(whole.kind, '') = 'consortium'
  RETURN holder, up
  UNION ALL
  MATCH (:Entity {id: $supplier})-[r:PART_OF]->(holder:Entity {kind: 'consortium'})
  RETURN holder, [r] AS up
  UNION ALL
  MATCH (:Entity {id: $supplier})<-[up:PART_OF*1..2]-(:Company)
        -[r:PART_OF]->(holder:Entity {kind: 'consortium'})
  RETURN holder, up + [r] AS up
}
CALL (holder) {
  MATCH (holder)-[r:WON]->(contract:Entity)
  RETURN contract, r, 'won' AS way, null AS client, null AS words
  UNION ALL
  MATCH (holder)-[r:SUBCONTRACTED_ON]->(contract:Entity)
  RETURN contract, r, 'subcontractor' AS way, null AS client, null AS words
  UNION ALL
  MATCH (holder)<-[:INVOLVES {as: 'supplier'}]-(r:Claim {predicate: 'AWARDED'})
        -[:OBJECT]->(contract:Entity)
  WHERE NOT EXISTS { MATCH (holder)-[:WON]->(contract) }
  RETURN contract, r, 'named in the award' AS way, null AS client, null AS words
  UNION ALL
  MATCH (holder)-[r:CONTRACTED_WITH]->(client:Entity)
  RETURN null AS contract, r, 'contract without a name' AS way, client, null AS words
  UNION ALL
  MATCH (holder)<-[:SUBJECT]-(r:Claim {predicate: 'CONTRACTED_WITH'})
  WHERE r.text IS NOT NULL
  RETURN null AS contract, r, 'contract without a name' AS way, null AS client, r.text AS words
}
WITH holder, up, contract, way, client, words, r ORDER BY coalesce(r.eid, r.id)
WITH holder, up, contract, way, client, words, collect(r) AS rs
OPTIONAL MATCH (buyer:Entity)-[award:AWARDED]->(contract)
WITH holder, up, contract, way, client, words, rs, buyer, award ORDER BY buyer.name, buyer.id,
     award.eid
WITH holder, up, contract, way, words, rs, collect(DISTINCT coalesce(client, buyer)) AS buyers,
     collect(award) AS awards
OPTIONAL MATCH (ender:Entity)-[stop:ENDED]->(contract)
WITH holder, up, contract, way, words, rs, buyers, awards, ender, stop
ORDER BY ender.name, ender.id, stop.eid
WITH holder, up, contract, way, words, rs, buyers, collect(DISTINCT ender) AS ended_by,
     awards, collect(stop) AS stops
WITH *, awards + stops AS ties,
     reduce(found = [], r IN rs | found
         + [id IN coalesce(r.claims, [r.id]) WHERE NOT id IN found]) AS own
CALL (own, ties) {
  UNWIND reduce(found = own, tie IN ties | found
      + [id IN tie.claims WHERE NOT id IN found]) AS claim_id
  MATCH (c:Claim {id: claim_id})
  WITH c, CASE WHEN c.predicate = 'ENDED' THEN null
               ELSE c.date + coalesce(' (' + c.date_kind + ')', '') END AS date,
       CASE WHEN c.predicate = 'AWARDED' THEN null
            ELSE coalesce(c.approx + ' ', '')
                + substring(head([q IN c.qualifiers WHERE q STARTS WITH 'value=']), 6)
                 + coalesce(' ' + c.currency, '') END AS value
  ORDER BY date, value, c.id
  RETURN collect(DISTINCT date) AS dates, collect(DISTINCT value) AS values,
         collect(DISTINCT c.role) AS roles, max(c.until) AS until
}
RETURN contract, way, holder, buyers, words AS in_words, roles, dates, values, until, ended_by,
       head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
             WHERE grade IN [hop IN up | hop.certainty]
               + [g IN ['stated', 'reported', 'inferred', 'alleged', 'disputed']
                  WHERE g IN [r IN rs | r.certainty]][0..1]]) AS certainty,
       reduce(found = own, hop IN up + ties | found
           + [id IN hop.claims WHERE NOT id IN found]) AS claims
ORDER BY coalesce(contract.name, '~'), coalesce(contract.id, ''), way, holder.name, holder.id,
         reduce(key = '', node IN buyers | key + node.id), coalesce(words, ''), own[0],
         reduce(key = '', hop IN up | key + hop.eid)
