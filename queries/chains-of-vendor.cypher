// How does this vendor reach police forces and other bodies, and who stands behind and beside it?
// One row a tie: of the vendor itself, of what it makes or sells (also under other names, or as the
// base of somebody else's product), and of the contracts that it is on. "far" is how many ties away
// from the vendor it lies. Plans, trials and ended uses are here too: read the status.
// tags: supply, use, ownership
// param vendor: entity Organization = palantir | The vendor | e.g. "Edicia"
// param around: bool = yes | Owners, funders, partners and people too | e.g. no
// returns: from, tie, to, far, status, certainty, claims
CALL {
  MATCH (v:Entity {id: $vendor})-[r:MAKES|SELLS|WON|SUBCONTRACTED_ON|SUPPLIES|CONTRACTED_WITH]->(x:Entity)
  RETURN r, 1 AS far
  UNION ALL
  MATCH (:Entity {id: $vendor})-[:MAKES|SELLS]->(s:System)<-[r:USES]-(u:Entity)
  RETURN r, 2 AS far
  UNION ALL
  MATCH (:Entity {id: $vendor})-[:MAKES|SELLS]->(s:System)-[r:USED_IN|BUILT_ON|PART_OF|VARIANT_OF]->(u:Entity)
  RETURN r, 2 AS far
  UNION ALL
  MATCH (:Entity {id: $vendor})-[:MAKES|SELLS]->(s:System)<-[r:BUILT_ON|VARIANT_OF]-(u:System)
  RETURN r, 2 AS far
  UNION ALL
  MATCH (:Entity {id: $vendor})-[:MAKES|SELLS]->(:System)<-[:BUILT_ON|VARIANT_OF]-(s:System)<-[r:USES]-(u:Entity)
  RETURN r, 3 AS far
  UNION ALL
  MATCH (:Entity {id: $vendor})-[:WON|SUBCONTRACTED_ON]->(c:Contract)<-[r:AWARDED|ENDED|WON]-(u:Entity)
  RETURN r, 2 AS far
  UNION ALL
  MATCH (:Entity {id: $vendor})-[r:OWNS|ACQUIRED|MERGED_INTO|SUCCEEDED_BY|FOUNDED|FUNDED|PARTNER_OF|HELD_ROLE|PART_OF]-(u:Entity)
  WHERE $around
  RETURN r, 1 AS far
}
WITH r, min(far) AS far
WITH startNode(r) AS from, endNode(r) AS to, r, far
RETURN from, type(r) AS tie, to, far, r.status AS status, r.certainty AS certainty, r.claims AS claims
ORDER BY far, from.name, from.id, tie, to.name, to.id, r.eid
