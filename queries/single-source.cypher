// Which facts rest on one source only?
// One row a fact about two entities that a single source carries, however often it says so; supply
// and use first. Ask for a topic or an entity: the report alone carries hundreds. A fact said by
// several sources may still go back to one: see "said_by". "details" are the system, contract or place
// of the fact.
// tags: evidence
// param of: entity = "" | A party of the fact; none for all | e.g. "Palantir"
// param topic: choice all|supply|use|ownership|people|law|oversight|data|money|criticism|description = supply | Which facts | e.g. use
// param limit: int = 100 | How many rows at most | e.g. 20
// returns: subject, fact, object, details, status, role, certainty, said_by, source, published, claims
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.n_sources = 1 AND r.derived IS NULL AND ($topic = 'all' OR r.topic = $topic)
  AND $of IN ['', a.id, b.id] AND coalesce(r.relation, '') <> 'judged related'
  AND type(r) <> 'MAYBE_SAME'
WITH a, r, b ORDER BY r.walk, type(r), a.name, a.id, b.name, b.id, r.eid
LIMIT $limit
UNWIND split(coalesce(r.system, '') + '|' + coalesce(r.contract, '') + '|'
             + coalesce(r.product, '') + '|' + coalesce(r.place, ''), '|') AS detail_id
OPTIONAL MATCH (detail:Entity {id: detail_id})
WITH a, r, b, detail ORDER BY detail.id
WITH a, r, b, collect(DISTINCT detail) AS details
MATCH (c:Claim {id: head(r.claims)})
MATCH (c)-[:CITES]->(s:Source)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(who:Entity)
RETURN a AS subject, type(r) AS fact, b AS object, details, r.status AS status, r.role AS role,
       r.certainty AS certainty, coalesce(who.name, c.said_by, s.publisher) AS said_by,
       s.title AS source, s.published AS published, r.claims AS claims
ORDER BY r.walk, fact, a.name, a.id, b.name, b.id, r.eid
