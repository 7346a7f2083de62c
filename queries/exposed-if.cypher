// Who is exposed if this vendor is sold, banned or hacked?
// One row a body, firm, system or place and the tie by which it depends on the vendor, directly or
// through what lies between (through). party is the vendor or a subsidiary or firm that it bought.
// What has ended, was suspended or ruled unlawful is left out unless past is yes; a plan stays in,
// with its status. status is that of the use or delivery; that a contract was ended is said there
// too.
// tags: supply, ownership, systems
// param vendor: entity = palantir | The vendor | e.g. "BriefCam"
// param past: bool = no | Also ties that are over | e.g. yes
// returns: exposed, what, why, through, party, status, since, until, certainty, claims
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
  WITH party, up
  WHERE size(up) > 0
  RETURN party AS exposed, 'belongs to it' AS why, [] AS through, last(up) AS r, up AS hops,
         [] AS stops
  UNION ALL
  MATCH (party)-[r:SUPPLIES|CONTRACTED_WITH]->(exposed:Entity)
  RETURN exposed, CASE type(r) WHEN 'SUPPLIES' THEN 'is supplied by it'
         ELSE 'has a contract with it' END AS why,
         [] AS through, r, up + [r] AS hops, [] AS stops
  UNION ALL
  MATCH (party)-[deal:WON|SUBCONTRACTED_ON]->(contract:Contract)<-[r:AWARDED]-(exposed:Organization)
  OPTIONAL MATCH (contract)<-[stop:ENDED]-(:Entity)
  WITH up, exposed, deal, contract, r, stop ORDER BY stop.eid
  WITH up, exposed, deal, contract, r, collect(stop) AS stops
  RETURN exposed, CASE type(deal) WHEN 'WON' THEN 'awarded it a contract'
                  ELSE 'awarded a contract on which it is a subcontractor' END AS why,
         [contract] AS through, r, up + [deal, r] AS hops, stops
  UNION ALL
  MATCH (party)-[member:PART_OF]->(group:Entity {kind: 'consortium'})-[won:WON]->(contract:Contract)
        <-[r:AWARDED]-(exposed:Organization)
  RETURN exposed, 'awarded its consortium a contract' AS why, [group, contract] AS through, r,
         up + [member, won, r] AS hops, [] AS stops
  UNION ALL
  MATCH (exposed:Entity)-[r:SUBCONTRACTS_TO]->(party)
  MATCH (contract:Entity {id: r.contract})
  RETURN exposed, 'has it as a subcontractor' AS why, [contract] AS through, r, up + [r] AS hops,
         [] AS stops
  UNION ALL
  MATCH (party)<-[:SUBJECT]-(c:Claim)-[i:INVOLVES]->(system:System)<-[r:USES]-(exposed:Entity)
  WHERE (c.predicate = 'SUBCONTRACTED_ON' AND i.as = 'system')
        OR (c.predicate = 'PARTNER_OF' AND i.as = 'project')
  MATCH (party)-[tie:SUBCONTRACTED_ON|PARTNER_OF]->(other:Entity)
  WHERE c.id IN tie.claims
  RETURN DISTINCT exposed, CASE type(tie) WHEN 'PARTNER_OF' THEN 'uses a system of its partner'
                           ELSE 'uses a system on which it is a subcontractor' END AS why,
         [other, system] AS through, r, up + [tie, r] AS hops, [] AS stops
  UNION ALL
  MATCH (exposed:Entity)<-[r:SUPPLIES_VIA]-(party)
  RETURN exposed, 'is a channel for its deliveries' AS why, [] AS through, r, up + [r] AS hops,
         [] AS stops
  UNION ALL
  MATCH (party)-[made:MAKES]->(product:System)<-[r:SELLS]-(exposed:Organization)
  WHERE exposed.id <> party.id
  RETURN exposed, 'sells its product' AS why, [product] AS through, r, up + [made, r] AS hops,
         [] AS stops
  UNION ALL
  MATCH (party)-[made:MAKES|SELLS]->(product:System)<-[r:USES]-(exposed:Entity)
  WHERE exposed.id <> party.id
  RETURN exposed, CASE type(made) WHEN 'MAKES' THEN 'uses its product'
         ELSE 'uses a product that it sells' END AS why,
         [product] AS through, r, up + [made, r] AS hops, [] AS stops
  UNION ALL
  MATCH (party)-[made:MAKES|SELLS]->(product:System)-[r:USED_IN]->(exposed:Place)
  RETURN exposed, 'has its product in use' AS why, [product] AS through, r, up + [made, r] AS hops,
         [] AS stops
  UNION ALL
  MATCH (party)-[made:MAKES]->(product:System)<-[ties:BUILT_ON|DRAWS_ON*1..3]-(exposed:System)
  RETURN exposed, 'is built on or fed by its product' AS why, [product] AS through, last(ties) AS r,
         up + [made] + ties AS hops, [] AS stops
  UNION ALL
  MATCH (party)-[made:MAKES]->(product:System)<-[ties:BUILT_ON|DRAWS_ON*1..3]-(system:System)
        <-[r:USES]-(exposed:Entity)
  RETURN exposed, 'uses a system built on or fed by its product' AS why,
         [product, system] AS through, r,
         up + [made] + ties + [r] AS hops, [] AS stops
}
WITH exposed, why, through, party, r, hops + stops AS hops, size(stops) > 0 AS is_ended
WHERE exposed.id <> $vendor
      AND ($past OR NOT (is_ended
      OR coalesce(r.status, '') IN ['ended', 'suspended', 'ruled_unlawful', 'cancelled']))
WITH exposed, why, through, party, CASE WHEN is_ended THEN 'contract ended'
     ELSE r.status END AS status, r,
     head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
           WHERE grade IN [hop IN hops | hop.certainty]]) AS weakest,
     reduce(found = [], hop IN hops | found + [id IN hop.claims WHERE NOT id IN found]) AS claims
ORDER BY reduce(key = '', id IN claims | key + id)
WITH exposed, why, [node IN through | node.id] AS ids, through, party, status,
     min(r.since) AS since, max(r.until) AS until, collect(weakest) AS grades,
         collect(claims) AS lists
RETURN exposed, exposed.label AS what, why, through, party, status, since, until,
       head([grade IN ['stated', 'reported', 'inferred', 'alleged', 'disputed']
             WHERE grade IN grades]) AS certainty,
       reduce(found = [], list IN lists | found + [id IN list WHERE NOT id IN found]) AS claims
ORDER BY what, exposed.name, exposed.id, why, party.id,
         reduce(key = '', id IN ids | key + id + ' '), coalesce(status, '')
