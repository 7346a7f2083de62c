// Which databases and bodies feed which systems, and who uses those systems?
// One row a tie: "gives" says that one side draws on the data of the other, or gets them; "makes" and
// "uses" stand beside it for the systems concerned. A flow that is planned has that status.
// tags: data, systems
// param country: country = "" | Where the system, the giver or the taker is; none for everywhere | e.g. "France"
// param chain: bool = yes | Makers and users of the systems too | e.g. no
// returns: from, tie, to, status, certainty, claims
MATCH (a:Entity)-[flow:DRAWS_ON|SHARES_DATA_WITH]->(b:Entity)
WHERE $country = '' OR $country IN coalesce(a.country, []) + coalesce(b.country, [])
CALL (a, b, flow) {
  RETURN flow AS r
  UNION ALL
  UNWIND [a, b] AS s
  MATCH (s)-[r:MAKES|SELLS|USES]-(x:Organization)
  WHERE $chain AND type(flow) = 'DRAWS_ON'
  RETURN r
}
WITH DISTINCT r
WITH startNode(r) AS from, endNode(r) AS to, r
RETURN from, type(r) AS tie, to, r.status AS status, r.certainty AS certainty, r.claims AS claims
ORDER BY tie, from.name, from.id, to.name, to.id, r.eid
