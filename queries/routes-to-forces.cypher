// By which routes does this vendor reach police forces and other bodies?
// One row a client and route: a delivery, a contract, a product in use, a subcontract, a
// partnership, membership of a consortium, a product that another system is built on, a reseller.
// They are different statements, so each has its own row; through names what lies between, from the
// vendor to the client. party is the vendor or a subsidiary or firm that it bought. A status of
// planned is no use yet.
// tags: supply, subcontracting, police
// param vendor: entity = ta9 | The vendor | e.g. "Sopra Steria"
// param clients: choice any|police = any | Every kind of client, or police forces only | e.g. police
// returns: client, route, through, party, roles, since, until, dates, status, certainty, claims
CALL {
  MATCH (party:Entity {id: $vendor})
  RETURN party, [] AS up
  UNION ALL
  MATCH (whole:Entity {id: $vendor})<-[up:PART_OF*1..2]-(party:Company)
  WHERE NOT coalesce(whole.kind, '') = 'consortium'
  RETURN party, up
  UNION ALL
  MATCH (:Entity {id: $vendor})-[bought:OWNS|ACQUIRED]->(party:Company)
  RETURN party, [bought] AS up
}
CALL (party, up) {
  MATCH (party)-[r:SUPPLIES|CONTRACTED_WITH]->(client:Entity)
  OPTIONAL MATCH (party)-[via:SUPPLIES_VIA]->(channel:Entity)
  WHERE via.client = client.id
  WITH party, up, r, client, collect(DISTINCT channel) AS channels
  UNWIND split(coalesce(r.contract, '') + '|' + coalesce(r.system, '') + '|'
      + coalesce(r.product, ''), '|') AS thing_id
  OPTIONAL MATCH (thing:Entity {id: thing_id})
  WITH up, r, client, channels, collect(thing) AS things
  RETURN client, channels + things AS through, r, up + [r] AS hops, r.role AS role,
         CASE WHEN type(r) = 'CONTRACTED_WITH' THEN 'contract'
              WHEN size(channels) > 0 THEN 'delivery through another firm'
              ELSE 'delivery' END AS route
  UNION ALL
  MATCH (party)-[r:WON]->(contract:Contract)<-[of:AWARDED|ENDED]-(client:Organization)
  RETURN client, [contract] AS through, r, up + [r, of] AS hops, r.role AS role,
         CASE type(of) WHEN 'AWARDED' THEN 'contract awarded'
                       ELSE 'contract ended' END AS route
  UNION ALL
  MATCH (party)<-[:INVOLVES {as: 'supplier'}]-(r:Claim)-[:SUBJECT]->(client:Organization)
  MATCH (r)-[:OBJECT]->(thing:Entity)
  WHERE r.predicate IN ['AWARDED', 'USES'] AND NOT EXISTS { MATCH (thing)<-[:WON]-(party) }
  RETURN client, [thing] AS through, r, up + [r] AS hops, r.role AS role,
         CASE r.predicate WHEN 'AWARDED' THEN 'named in an award'
                          ELSE 'named as supplier of a system in use' END AS route
  UNION ALL
  MATCH (party)-[r:SUBCONTRACTED_ON]->(contract:Contract)<-[of:AWARDED|ENDED]-(client:Organization)
  RETURN client, [contract] AS through, r, up + [r, of] AS hops, r.role AS role,
         CASE type(of) WHEN 'AWARDED' THEN 'subcontract'
                       ELSE 'subcontract, contract ended' END AS route
  UNION ALL
  MATCH (party)<-[:SUBJECT]-(r:Claim {predicate: 'SUBCONTRACTED_ON'})
        -[:INVOLVES {as: 'system'}]->(system:System)<-[uses:USES]-(client:Entity)
  MATCH (r)-[:OBJECT]->(contract:Entity)
  RETURN client, [contract, system] AS through, uses AS r, up + [r, uses] AS hops, r.role AS role,
         'subcontract for a system in use' AS route
  UNION ALL
  MATCH (party)-[r:PARTNER_OF]-(client:Organization)
  WHERE NOT client:Company AND NOT client:Institution
  RETURN client, [] AS through, r, up + [r] AS hops, null AS role, 'partnership' AS route
  UNION ALL
  MATCH (party)<-[:SUBJECT]-(c:Claim {predicate: 'PARTNER_OF'})
        -[:INVOLVES {as: 'project'}]->(system:System)<-[uses:USES]-(client:Entity)
  MATCH (c)-[:OBJECT]->(first:Company)
  MATCH (party)-[tie:PARTNER_OF]->(first)
  WITH DISTINCT up, client, first, system, tie, uses
  RETURN client, [first, system] AS through, uses AS r, up + [tie, uses] AS hops, null AS role,
         'partnership for a system in use' AS route
  UNION ALL
  MATCH (party)-[made:MAKES|SELLS]->(system:System)<-[r:USES]-(client:Entity)
  WHERE client.id <> party.id
  RETURN client, [system] AS through, r, up + [made, r] AS hops, made.role AS role,
         CASE type(made) WHEN 'MAKES' THEN 'product in use'
                         ELSE 'product in use that it sells' END AS route
  UNION ALL
  MATCH (party)-[made:MAKES]->(base:System)<-[built:BUILT_ON*1..3]-(system:System)
        <-[r:USES]-(client:Entity)
  RETURN client, [base, system] AS through, r, up + [made] + built + [r] AS hops,
         made.role AS role, 'base of a system in use' AS route
  UNION ALL
  MATCH (party)-[made:MAKES]->(system:System)<-[covers:COVERS]-(contract:Contract)
        <-[r:AWARDED]-(client:Organization)
  WHERE NOT EXISTS { MATCH (contract)<-[:WON]-(party) }
  RETURN client, [system, contract] AS through, r, up + [made, covers, r] AS hops,
         made.role AS role, 'product under the contract of another' AS route
  UNION ALL
  MATCH (party)-[member:PART_OF]->(group:Entity {kind: 'consortium'})-[r:WON]->(contract:Contract)
        <-[of:AWARDED|ENDED]-(client:Organization)
  RETURN client, [group, contract] AS through, r, up + [member, r, of] AS hops,
         member.role AS role, 'contract of its consortium' AS route
  UNION ALL
  MATCH (party)<-[via:SUPPLIES_VIA]-(first:Entity)-[r:SUPPLIES]->(client:Entity)
  WHERE via.client = client.id
  RETURN client, [first] AS through, r, up + [r] AS hops, null AS role,
         'channel of a delivery' AS route
}
WITH party, client, route, through, r, role,
     head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
           WHERE grade IN [hop IN hops | hop.certainty]]) AS weakest,
     reduce(found = [], hop IN hops | found
         + [id IN coalesce(hop.claims, [hop.id]) WHERE NOT id IN found]) AS claims
WHERE $clients = 'any' OR client:PoliceForce
WITH party, client, route, through, r, role, weakest, claims
ORDER BY reduce(key = '', id IN claims | key + id)
WITH party, client, route, [node IN through | node.id] AS ids, through,
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
RETURN client, route, through, party, roles, since, until, dates, status,
       head([grade IN ['stated', 'reported', 'inferred', 'alleged', 'disputed']
             WHERE grade IN grades]) AS certainty,
       claims
ORDER BY client.name, client.id, route, party.name, party.id,
         reduce(key = '', id IN ids | key + id + ' ')
