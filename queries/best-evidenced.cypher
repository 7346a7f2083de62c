// Which facts are carried by several sources?
// One row a fact about two entities with at least that many sources, most sources first. Sources may
// copy each other: a wire story in ten papers is one witness. "details" are the system, contract or
// place of the fact.
// tags: evidence
// param of: entity = "" | A party of the fact; none for all | e.g. "Sopra Steria"
// param sources: int = 3 | At least how many sources | e.g. 2
// param limit: int = 100 | How many rows at most | e.g. 20
// returns: subject, fact, object, details, status, n_sources, n_claims, conflict, certainty, cite, claims
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.n_sources >= $sources AND r.derived IS NULL AND $of IN ['', a.id, b.id]
WITH a, r, b ORDER BY r.n_sources DESC, size(r.claims) DESC, r.eid LIMIT $limit
UNWIND split(coalesce(r.system, '') + '|' + coalesce(r.contract, '') + '|'
             + coalesce(r.product, '') + '|' + coalesce(r.place, ''), '|') AS detail_id
OPTIONAL MATCH (detail:Entity {id: detail_id})
WITH a, r, b, detail ORDER BY detail.id
WITH a, r, b, collect(DISTINCT detail) AS details
RETURN a AS subject, type(r) AS fact, b AS object, details, r.status AS status, r.n_sources AS n_sources,
       size(r.claims) AS n_claims, r.conflict AS conflict, r.certainty AS certainty,
       r.cite AS cite, r.claims AS claims
ORDER BY n_sources DESC, n_claims DESC, r.eid
