// Which vendors do these two forces or bodies share?
// One row a vendor that stands behind both, with the ways in which it does for each side: a
// delivery, a contract, a product in use, a product that a system in use is built on, a
// subcontract, membership of a consortium. Parts of a body count as the body, and a subsidiary
// counts as its parent too. A use that is only planned is in the list as planned. certainty is that
// of the weaker side.
// tags: supply, police
// param left: entity Organization = danish-police | One force or body | e.g. "Bavarian State Police"
// param right: entity Organization = swedish-police | The other one | e.g. "Hesse State Police"
// returns: vendor, left_ways, left_through, right_ways, right_through, certainty, claims
UNWIND [$left, $right] AS side
MATCH (client:Organization)-[up:PART_OF*0..2]->(:Entity {id: side})
CALL (client, up) {
  MATCH (client)<-[r:SUPPLIES|CONTRACTED_WITH]-(firm:Entity)
  RETURN firm, CASE type(r) WHEN 'SUPPLIES' THEN 'delivery' ELSE 'contract' END AS way,
         null AS thing,
         r.status AS status, up + [r] AS hops
  UNION ALL
  MATCH (client)-[party:AWARDED]->(thing:Contract)<-[r:WON|SUBCONTRACTED_ON]-(firm:Entity)
  RETURN firm, CASE type(r) WHEN 'WON' THEN 'contract' ELSE 'subcontract' END AS way, thing,
         null AS status, up + [party, r] AS hops
  UNION ALL
  MATCH (client)-[party:AWARDED]->(thing:Contract)<-[won:WON]-(:Entity {kind: 'consortium'})
        <-[r:PART_OF]-(firm:Entity)
  RETURN firm, 'consortium' AS way, thing, null AS status, up + [party, won, r] AS hops
  UNION ALL
  MATCH (client)-[r:USES]->(thing:System)<-[made:MAKES|SELLS]-(firm:Organization)
  WHERE firm.id <> client.id
  RETURN firm, 'product in use' AS way, thing, r.status AS status, up + [r, made] AS hops
  UNION ALL
  MATCH (client)-[r:USES]->(:System)-[built:BUILT_ON*1..3]->(thing:System)
        <-[made:MAKES]-(firm:Organization)
  RETURN firm, 'base of a system in use' AS way, thing, r.status AS status, up + [r] + built
         + [made] AS hops
  UNION ALL
  MATCH (client)-[r:USES]->(thing:System)
        <-[:INVOLVES {as: 'system'}]-(c:Claim {predicate: 'SUBCONTRACTED_ON'})
        -[:SUBJECT]->(firm:Entity)
  RETURN firm, 'subcontract' AS way, thing, r.status AS status, up + [r, c] AS hops
}
OPTIONAL MATCH (firm)-[owned:PART_OF]->(parent:Company)
WHERE NOT coalesce(parent.kind, '') = 'consortium'
UNWIND CASE WHEN parent IS NULL THEN [firm] ELSE [firm, parent] END AS vendor
WITH side, vendor, CASE WHEN vendor = parent THEN [owned] + hops ELSE hops END AS hops, thing,
     way + CASE WHEN status IN ['planned', 'tender', 'ended', 'suspended', 'ruled_unlawful',
         'pilot']
                THEN ' (' + status + ')' ELSE '' END AS way
WITH side, vendor, way, thing,
     head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
           WHERE grade IN [hop IN hops | hop.certainty]]) AS weakest,
     reduce(found = [], hop IN hops | found
         + [id IN coalesce(hop.claims, [hop.id]) WHERE NOT id IN found]) AS claims
ORDER BY vendor.id, side, way, coalesce(thing.name, ''), reduce(key = '', id IN claims | key + id)
WITH vendor, collect(DISTINCT CASE side WHEN $left THEN way END) AS left_ways,
     collect(DISTINCT CASE side WHEN $left THEN thing END) AS left_through,
     collect(DISTINCT CASE side WHEN $right THEN way END) AS right_ways,
     collect(DISTINCT CASE side WHEN $right THEN thing END) AS right_through,
     collect(CASE side WHEN $left THEN weakest END) AS left_grades,
     collect(CASE side WHEN $right THEN weakest END) AS right_grades,
     collect(CASE side WHEN $left THEN claims END)
         + collect(CASE side WHEN $right THEN claims END) AS lists
WHERE size(left_ways) > 0 AND size(right_ways) > 0
WITH *, ['stated', 'reported', 'inferred', 'alleged', 'disputed'] AS grades
RETURN vendor, left_ways, left_through, right_ways, right_through,
       last([grade IN grades
             WHERE grade IN [head([g IN grades WHERE g IN left_grades]),
                             head([g IN grades WHERE g IN right_grades])]]) AS certainty,
       reduce(found = [], list IN lists | found + [id IN list WHERE NOT id IN found]) AS claims
ORDER BY vendor.name, vendor.id
