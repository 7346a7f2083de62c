// Which entities belong together without being the same, by our own judgement?
// One row a pair that is easily mixed up: a vendor and its subsidiary, a system and its contract, a
// pilot and its project. These ties are judgements of this project and no claims of a source.
// tags: evidence
// param of: entity = "" | One of the two; none for all pairs | e.g. "i-Police"
// param limit: int = 200 | How many rows at most | e.g. 20
// returns: left, left_kind, right, right_kind, reason, certainty, claims
MATCH (a:Entity)-[r:RELATED_TO]->(b:Entity)
WHERE r.relation = 'judged related' AND $of IN ['', a.id, b.id]
MATCH (c:Claim {id: head(r.claims)})
RETURN a AS left, a.label AS left_kind, b AS right, b.label AS right_kind, c.says AS reason,
       r.certainty AS certainty, r.claims AS claims
ORDER BY a.name, a.id, b.name, b.id, r.eid
LIMIT $limit
