// How does this vendor reach police forces and other bodies, and who stands behind and beside it?
// One row a tie: of the vendor itself (and of a second one beside it), of a firm that may be the same,
// of what they make or sell, also under other names or as the base of somebody else's product, and of
// the contracts that they are on. "far" is how many ties away from the vendor it lies. Plans, trials
// and ended uses are here too: read the status.
// tags: supply, use, ownership
// param vendor: entity Organization = palantir | The vendor | e.g. "Edicia"
// param beside: entity Organization = "" | A second vendor to show with it | e.g. "Rayzone"
// param around: bool = yes | Owners, funders, partners and people too | e.g. no
// param law: bool = no | Courts, authorities, lawsuits and what groups brought to light too | e.g. yes
// returns: from, tie, to, far, status, certainty, claims
MATCH (v:Entity) WHERE v.id = $vendor OR v.id = $beside
OPTIONAL MATCH (v)-[:MAYBE_SAME]-(w:Organization)
WITH collect(DISTINCT v) + collect(DISTINCT w) AS firms
UNWIND firms AS firm
WITH DISTINCT firm
OPTIONAL MATCH (firm)-[:MAKES|SELLS]->(own:System)
OPTIONAL MATCH (own)<-[:BUILT_ON|VARIANT_OF]-(based:System)
OPTIONAL MATCH (own)-[:MAYBE_SAME]-(twin:System)
OPTIONAL MATCH (own)<-[:PART_OF]-(part:System)
WITH firm, collect(DISTINCT own) + collect(DISTINCT based) + collect(DISTINCT twin)
           + collect(DISTINCT part) AS systems
CALL (firm, systems) {
  MATCH (firm)-[r:MAKES|SELLS|WON|SUBCONTRACTED_ON|SUPPLIES|CONTRACTED_WITH|MAYBE_SAME]->(x:Entity)
  RETURN r, 1 AS far
  UNION ALL
  UNWIND systems AS s
  MATCH (s)<-[r:USES|VARIANT_OF|BUILT_ON|MAYBE_SAME|PART_OF]-(x:Entity)
  RETURN r, 2 AS far
  UNION ALL
  UNWIND systems AS s
  MATCH (s)-[r:USED_IN|BUILT_ON|PART_OF|VARIANT_OF|MAYBE_SAME]->(x:Entity)
  RETURN r, 2 AS far
  UNION ALL
  MATCH (firm)-[:WON|SUBCONTRACTED_ON]->(c:Contract)<-[r:AWARDED|ENDED|WON]-(x:Entity)
  RETURN r, 2 AS far
  UNION ALL
  MATCH (firm)-[:WON|SUBCONTRACTED_ON]->(c:Contract)-[r:COVERS]->(x:System)
  RETURN r, 2 AS far
  UNION ALL
  MATCH (firm)-[r:OWNS|ACQUIRED|MERGED_INTO|SUCCEEDED_BY|FOUNDED|FUNDED|PARTNER_OF|HELD_ROLE|PART_OF]-(x:Entity)
  WHERE $around AND NOT x:Place
  RETURN r, 1 AS far
  UNION ALL
  MATCH (firm)-[r:RELATED_TO]->(x:Entity)
  WHERE x.id IN [$vendor, $beside]
  RETURN r, 1 AS far
  UNION ALL
  MATCH (firm)<-[:HELD_ROLE|FOUNDED|OWNS]-(p:Person)-[r:HELD_ROLE|FOUNDED|OWNS]->(x:Organization)
  WHERE $around
  RETURN r, 2 AS far
  UNION ALL
  UNWIND systems + [firm] AS s
  MATCH (s)<-[r:RULED|SUED|FINED|INVESTIGATES|IDENTIFIED|PROHIBITS|AUDITED]-(x:Entity)
  WHERE $law
  RETURN r, 2 AS far
  UNION ALL
  UNWIND systems + [firm] AS s
  MATCH (s)<-[:RULED]-(f:Entity)-[r:RULED]->(x:Entity)
  WHERE $law
  RETURN r, 3 AS far
  UNION ALL
  UNWIND systems + [firm] AS s
  MATCH (s)<-[:RULED]-(f:Finding)<-[r:ISSUED|RULED]-(x:Entity)
  WHERE $law
  RETURN r, 3 AS far
}
WITH r, min(far) AS far
WITH startNode(r) AS from, endNode(r) AS to, r, far
RETURN from, type(r) AS tie, to, far, r.status AS status, r.certainty AS certainty, r.claims AS claims
ORDER BY far, from.name, from.id, tie, to.name, to.id, r.eid
