// What is directly tied to an entity, and how?
// One row a relationship. "direction" is "out" where the entity is the subject ("BriefCam MAKES ...")
// and "in" where it is the object; "details" are the system, contract or place of the tie. "derived"
// ties are conclusions from others. What a source says in words or figures only is not here: see
// timeline, status-of and figures-claimed.
// tags: network
// param of: entity = unit-8200 | Any entity | e.g. "BriefCam"
// param topic: choice all|supply|use|ownership|people|law|oversight|data|money|criticism|description = all | Which ties | e.g. supply
// param limit: int = 200 | How many rows at most | e.g. 20
// returns: direction, fact, neighbour, kind, details, status, role, since, until, derived, conflict, n_sources, certainty, claims
MATCH (e:Entity {id: $of})-[r]-(x:Entity)
WHERE r.eid IS NOT NULL AND ($topic = 'all' OR r.topic = $topic)
WITH DISTINCT e, r, x
UNWIND split(coalesce(r.system, '') + '|' + coalesce(r.contract, '') + '|'
             + coalesce(r.product, '') + '|' + coalesce(r.place, ''), '|') AS detail_id
OPTIONAL MATCH (detail:Entity {id: detail_id})
WITH e, r, x, detail ORDER BY detail.id
WITH e, r, x, collect(DISTINCT detail) AS details
RETURN CASE WHEN startNode(r) = e THEN 'out' ELSE 'in' END AS direction, type(r) AS fact,
       x AS neighbour, x.label AS kind, details, r.status AS status, coalesce(r.role, r.title) AS role,
       r.since AS since, r.until AS until, r.derived AS derived, r.conflict AS conflict,
       r.n_sources AS n_sources, r.certainty AS certainty, r.claims AS claims
ORDER BY coalesce(r.derived, false), r.walk, fact, direction DESC, x.name, x.id, r.eid
LIMIT $limit
