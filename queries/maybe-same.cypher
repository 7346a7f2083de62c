// Which entities may be the same, but nobody can say so for sure?
// One row a pair that was judged unsure and stays apart, with the reason. Read with care: an answer
// about the one may be about the other as well.
// tags: evidence, gaps
// param of: entity = "" | One of the two; none for all pairs | e.g. "Orbit"
// returns: left, kind, right, reason, certainty, claims
MATCH (a:Entity)-[r:MAYBE_SAME]->(b:Entity)
WHERE $of IN ['', a.id, b.id]
MATCH (c:Claim {id: head(r.claims)})
RETURN a AS left, a.label AS kind, b AS right, c.says AS reason, r.certainty AS certainty,
       r.claims AS claims
ORDER BY a.name, a.id, b.name, b.id, r.eid
