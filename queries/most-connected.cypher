// Who or what has the most ties?
// One row an entity: with how many others it is tied directly, by topic or in all. Conclusions and
// judgements are not counted, and many ties may only mean that a source wrote much about it. Without
// claims, as each count rests on all claims of the ties: see neighbours.
// tags: network
// param topic: choice all|supply|use|ownership|people|law|oversight|data|money|criticism = all | Which ties | e.g. supply
// param kind: choice all|Company|PoliceForce|System|Contract|Person|PublicBody|Institution|Law = all | Only entities of this kind | e.g. Company
// param limit: int = 50 | How many rows at most | e.g. 10
// returns: entity, kind, n_neighbours, n_ties, n_out, n_in, n_claims
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.derived IS NULL AND ($topic = 'all' OR r.topic = $topic)
  AND coalesce(r.relation, '') <> 'judged related' AND type(r) <> 'MAYBE_SAME' AND a.id <> b.id
UNWIND [a, b] AS entity
WITH entity, CASE entity WHEN a THEN b ELSE a END AS other, size(r.claims) AS claims,
     CASE entity WHEN a THEN 1 ELSE 0 END AS out
WHERE $kind = 'all' OR $kind IN labels(entity)
WITH entity, count(DISTINCT other) AS n_neighbours, count(*) AS n_ties, sum(out) AS n_out,
     sum(claims) AS n_claims
RETURN entity, entity.label AS kind, n_neighbours, n_ties, n_out, n_ties - n_out AS n_in, n_claims
ORDER BY n_neighbours DESC, n_ties DESC, entity.id
LIMIT $limit
