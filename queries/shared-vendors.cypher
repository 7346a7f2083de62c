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
UNWIND CASE WHEN parent IS NULL THEN [[firm, []]] ELSE [[firm, []], [parent, [owned]]] END AS pair
WITH side, pair[0] AS vendor, pair[1] + hops AS hops, thing,
     way + CASE WHEN status IN ['planned', 'tender', 'ended', 'suspended', 'ruled_unlawful',
         'pilot']
                THEN ' (' + status + ')' ELSE '' END AS way
WITH side, vendor, way, thing,
     head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
           WHERE grade IN [hop IN hops | hop.certainty]]) AS weakest,
     reduce(found = [], hop IN hops | found
         + [id IN coalesce(hop.claims, [hop.id]) WHERE NOT id IN found]) AS claims
ORDER BY vendor.id, side, way, coalesce(thing.name, ''), reduce(key = '', id IN claims | key + id)
WITH vendor, side, collect(DISTINCT way) AS ways, collect(DISTINCT thing) AS things,
     collect(weakest) AS grades, collect(claims) AS lists
WITH vendor, side, ways, things,
     head([grade IN ['stated', 'reported', 'inferred', 'alleged', 'disputed']
         WHERE grade IN grades]) AS best,
     reduce(found = [], list IN lists | found + [id IN list WHERE NOT id IN found]) AS claims
WITH vendor, collect(CASE side WHEN $left THEN ways END) AS left_ways,
     collect(CASE side WHEN $left THEN things END) AS left_things,
     collect(CASE side WHEN $right THEN ways END) AS right_ways,
     collect(CASE side WHEN $right THEN things END) AS right_things,
     collect(CASE side WHEN $left THEN best END) AS left_best,
     collect(CASE side WHEN $right THEN best END) AS right_best,
     collect(CASE side WHEN $left THEN claims END) AS left_claims,
     collect(CASE side WHEN $right THEN claims END) AS right_claims
WHERE size(left_ways) = 1 AND size(right_ways) = 1
RETURN vendor, left_ways[0] AS left_ways, left_things[0] AS left_through,
       right_ways[0] AS right_ways, right_things[0] AS right_through,
       head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
             WHERE grade IN left_best + right_best]) AS certainty,
       left_claims[0] + [id IN right_claims[0] WHERE NOT id IN left_claims[0]] AS claims
ORDER BY vendor.name, vendor.id
