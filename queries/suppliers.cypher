// Who supplies this police force or body, directly or through tiers of subcontractors?
// One row a supplier and way of supply; way says which statement it is: a delivery, a contract, the
// making of a system in use, a subcontract and a partnership are different things. contract ended:
// won a contract that the force then ended. Tier 1 deals with the force itself or a part of it
// (client), tier 2 stands behind a tier 1 supplier, and so on; through names what lies between.
// since, until and status are those of the delivery or the use: a plan is not a supply. dates are
// those of award, contract or delivery, and say when they are only of a notice or a report.
// tags: supply, subcontracting, police
// param force: entity Organization = belgian-federal-police | The force or body | e.g. "Dutch National Police"
// param depth: int = 3 | How many tiers; 1 is direct suppliers only | e.g. 1
// returns: supplier, tier, way, through, client, roles, since, until, dates, status, certainty, claims
MATCH (client:Organization)-[up:PART_OF*0..2]->(:Entity {id: $force})
CALL (client, up) {
  MATCH (client)<-[r:SUPPLIES|CONTRACTED_WITH]-(supplier:Entity)
  UNWIND split(coalesce(r.contract, '') + '|' + coalesce(r.system, '') + '|'
      + coalesce(r.product, ''), '|') AS thing_id
  OPTIONAL MATCH (thing:Entity {id: thing_id})
  WITH supplier, r, up, collect(thing) AS through
  RETURN supplier, 1 AS tier, through, r, up + [r] AS hops,
         CASE type(r) WHEN 'SUPPLIES' THEN 'delivery' ELSE 'contract' END AS way
  UNION ALL
  MATCH (client)-[party:AWARDED|ENDED]->(contract:Contract)<-[r:WON]-(supplier:Entity)
  RETURN supplier, 1 AS tier, [contract] AS through, r, up + [party, r] AS hops,
         CASE type(party) WHEN 'AWARDED' THEN 'contract awarded'
                          ELSE 'contract ended' END AS way
  UNION ALL
  MATCH (client)<-[:SUBJECT]-(r:Claim)-[:INVOLVES {as: 'supplier'}]->(supplier:Entity)
  MATCH (r)-[:OBJECT]->(thing:Entity)
  WHERE r.predicate IN ['AWARDED', 'USES'] AND NOT EXISTS { MATCH (thing)<-[:WON]-(supplier) }
  RETURN supplier, 1 AS tier, [thing] AS through, r, up + [r] AS hops,
         CASE r.predicate WHEN 'AWARDED' THEN 'named in an award'
                          ELSE 'named as supplier of a system in use' END AS way
  UNION ALL
  MATCH (client)-[r:PARTNER_OF]-(supplier:Company)
  RETURN supplier, 1 AS tier, [] AS through, r, up + [r] AS hops, 'partnership' AS way
  UNION ALL
  MATCH (client)-[r:USES]->(system:System)<-[made:MAKES|SELLS]-(supplier:Organization)
  WHERE supplier.id <> client.id
  RETURN supplier, 1 AS tier, [system] AS through, r, up + [r, made] AS hops,
         CASE type(made) WHEN 'MAKES' THEN 'maker of a system in use'
                         ELSE 'seller of a system in use' END AS way
  UNION ALL
  MATCH (client)-[party:AWARDED|ENDED]->(contract:Contract)<-[r:SUBCONTRACTED_ON]-(supplier:Entity)
  RETURN supplier, 2 AS tier, [contract] AS through, r, up + [party, r] AS hops,
         CASE type(party) WHEN 'AWARDED' THEN 'subcontract'
                          ELSE 'subcontract, contract ended' END AS way
  UNION ALL
  MATCH (client)-[uses:USES]->(system:System)
        <-[:INVOLVES {as: 'system'}]-(r:Claim {predicate: 'SUBCONTRACTED_ON'})
  MATCH (r)-[:SUBJECT]->(supplier:Entity)
  MATCH (r)-[:OBJECT]->(contract:Entity)
  RETURN supplier, 2 AS tier, [contract, system] AS through, r, up + [uses, r] AS hops,
         'subcontract for a system in use' AS way
  UNION ALL
  MATCH (client)-[uses:USES]->(system:System)
        <-[:INVOLVES {as: 'project'}]-(c:Claim {predicate: 'PARTNER_OF'})
  MATCH (c)-[:SUBJECT]->(supplier:Entity)-[r:PARTNER_OF]->(first:Company)
  WHERE c.id IN r.claims
  WITH DISTINCT supplier, first, system, r, up, uses
  RETURN supplier, 2 AS tier, [first, system] AS through, r, up + [uses, r] AS hops,
         'partnership for a system in use' AS way
  UNION ALL
  MATCH (client)-[party:AWARDED|ENDED]->(contract:Contract)
        <-[won:WON]-(group:Entity {kind: 'consortium'})<-[r:PART_OF]-(supplier:Entity)
  RETURN supplier, 2 AS tier, [contract, group] AS through, r, up + [party, won, r] AS hops,
         'member of a consortium' AS way
  UNION ALL
  MATCH (client)<-[r:SUPPLIES]-(first:Entity)-[via:SUPPLIES_VIA]->(supplier:Entity)
  WHERE via.client = client.id
  RETURN supplier, 1 AS tier, [first] AS through, r, up + [r] AS hops,
         'channel of a delivery' AS way
  UNION ALL
  MATCH (client)-[r:USES]->(system:System)-[built:BUILT_ON*1..3]->(base:Entity)
        <-[made:MAKES]-(supplier:Organization)
  RETURN supplier, 2 AS tier, [system, base] AS through, r, up + [r] + built + [made] AS hops,
         'maker of the base of a system in use' AS way
  UNION ALL
  MATCH (client)-[party:AWARDED|ENDED]->(contract:Contract)<-[r:SUBCONTRACTED_ON]-(first:Entity)
        -[chain:SUBCONTRACTS_TO*1..3]->(supplier:Entity)
  WHERE all(link IN chain WHERE link.contract = contract.id)
  RETURN supplier, 2 + size(chain) AS tier, [contract, first] AS through, r,
         up + [party, r] + chain AS hops, 'subcontract of a subcontractor' AS way
}
WITH supplier, tier, way, through, client, r,
     CASE WHEN way STARTS WITH 'maker' OR way STARTS WITH 'seller' THEN last(hops).role
          ELSE r.role END AS role,
     head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
           WHERE grade IN [hop IN hops | hop.certainty]]) AS weakest,
     reduce(found = [], hop IN hops | found
         + [id IN coalesce(hop.claims, [hop.id]) WHERE NOT id IN found]) AS claims
WHERE tier <= $depth
WITH supplier, tier, way, through, client, r, role, weakest, claims
ORDER BY reduce(key = '', id IN claims | key + id)
WITH supplier, tier, way, [node IN through | node.id] AS ids, through, client,
     collect(DISTINCT role) AS roles, min(r.since) AS since, max(r.until) AS until,
     collect(DISTINCT r.status) AS status, collect(weakest) AS grades, collect(claims) AS lists
WITH *, reduce(found = [], list IN lists | found + [id IN list WHERE NOT id IN found]) AS claims
CALL (claims) {
  UNWIND claims AS claim_id
  MATCH (c:Claim {id: claim_id})
  WHERE c.date IS NOT NULL
    AND c.predicate IN ['AWARDED', 'WON', 'SUPPLIES', 'CONTRACTED_WITH', 'SUBCONTRACTED_ON',
        'PARTNER_OF']
  WITH DISTINCT c.date + coalesce(' (' + c.date_kind + ')', '') AS date
  ORDER BY date
  RETURN collect(date) AS dates
}
RETURN supplier, tier, way, through, client, roles, since, until, dates, status,
       head([grade IN ['stated', 'reported', 'inferred', 'alleged', 'disputed']
             WHERE grade IN grades]) AS certainty,
       claims
ORDER BY tier, supplier.name, supplier.id, way, client.name, client.id,
         reduce(key = '', id IN ids | key + id + ' ')
