// What is the shortest chain of meaningful ties between two entities?
// One row a step of the path. Only ties that mean something count: making, supplying, contracts, use,
// ownership, roles, membership, partnership, data; not a shared country, law, critic or technique.
// Of equally short chains the strongest ties and the best evidence come first ("path" 1). A chain is
// as sure as its weakest step ("path_certainty"), and that each step holds does not mean that the
// ends know of each other. Where no chain of four steps or less is found, longer ones may lead over
// a technique or a place that two parties merely share ("over_shared"). kg path weighs all ties and
// may find a longer chain that means more.
// tags: network
// param from: entity = unit-8200 | Where the path begins | e.g. "TA9"
// param to: entity = belgian-federal-police | Where it ends | e.g. "BriefCam"
// param paths: int = 1 | How many of the equally short paths | e.g. 3
// returns: path, step, from, tie, direction, to, status, role, certainty, path_certainty, over_shared, conflict, cite, claims
MATCH (a:Entity {id: $from})
MATCH (b:Entity {id: $to})
WHERE a.id <> b.id
CALL {
  WITH a, b
  MATCH p = (a)-[:MAKES|SELLS|SUPPLIES|CONTRACTED_WITH|AWARDED|WON|SUBCONTRACTED_ON|TENDERED|BID_ON|UNDER|USES|OWNS|ACQUIRED|MERGED_INTO|SUCCEEDED_BY|FOUNDED|HELD_ROLE|PARTNER_OF|PART_OF|BUILT_ON|VARIANT_OF|SHARES_DATA_WITH|DRAWS_ON|FUNDED*1..4]-(b)
  WHERE none(n IN nodes(p)[1..-1] WHERE n:Technology OR n:Place OR n.id IN [a.id, b.id])
  RETURN collect(p) AS near
}
CALL {
  WITH a, b, near
  MATCH p = allShortestPaths((a)-[:MAKES|SELLS|SUPPLIES|CONTRACTED_WITH|AWARDED|WON|SUBCONTRACTED_ON|TENDERED|BID_ON|UNDER|USES|OWNS|ACQUIRED|MERGED_INTO|SUCCEEDED_BY|FOUNDED|HELD_ROLE|PARTNER_OF|PART_OF|BUILT_ON|VARIANT_OF|SHARES_DATA_WITH|DRAWS_ON|FUNDED*..8]-(b))
  WHERE size(near) = 0
  RETURN collect(p) AS far
}
UNWIND near + far AS p
WITH p, length(p) AS steps,
     any(n IN nodes(p)[1..-1] WHERE n:Technology OR n:Place) AS over_shared,
     reduce(cost = 0.0, r IN relationships(p) | cost + r.walk + CASE r.certainty
            WHEN 'stated' THEN 0.0 WHEN 'reported' THEN 0.1 WHEN 'disputed' THEN 0.9 ELSE 0.6 END)
       AS cost,
     reduce(text = '', r IN relationships(p) | text + ' ' + r.eid) AS eids
     ORDER BY steps, over_shared, cost, eids
WITH collect({p: p, steps: steps, over: over_shared}) AS found
WITH [x IN found WHERE x.steps = found[0].steps][0..$paths] AS found
UNWIND range(0, size(found) - 1) AS number
WITH number, found[number].over AS over, nodes(found[number].p) AS nodes,
     relationships(found[number].p) AS ties
UNWIND range(0, size(ties) - 1) AS i
WITH number, over, i, nodes[i] AS from, nodes[i + 1] AS to, ties[i] AS r,
     [x IN ties | x.certainty] AS sure
RETURN number + 1 AS path, i + 1 AS step, from, type(r) AS tie,
       CASE WHEN startNode(r) = from THEN 'out' ELSE 'in' END AS direction, to,
       r.status AS status, coalesce(r.role, r.title) AS role, r.certainty AS certainty,
       head([x IN ['disputed', 'alleged', 'inferred', 'reported', 'stated'] WHERE x IN sure])
         AS path_certainty,
       CASE WHEN over THEN true END AS over_shared, r.conflict AS conflict, r.cite AS cite,
       r.claims AS claims
ORDER BY path, step
