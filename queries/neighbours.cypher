// What is directly tied to an entity, and how?
// One row a relationship. "direction" is "out" where the entity is the subject ("BriefCam MAKES ...")
// and "in" where it is the object. "derived" ties are conclusions from others. What a source says in
// words or figures only is not here: see timeline, status-of and figures-claimed.
// tags: network
// param of: entity | Any entity | e.g. "BriefCam"
// param topic: choice all|supply|use|ownership|people|law|oversight|data|money|criticism|description = all | Which ties | e.g. supply
// param limit: int = 200 | How many rows at most | e.g. 20
// returns: direction, fact, neighbour, kind, status, role, since, until, derived, conflict, n_sources, certainty, claims
MATCH (e:Entity {id: $of})-[r]-(x:Entity)
WHERE r.eid IS NOT NULL AND ($topic = 'all' OR r.topic = $topic)
WITH DISTINCT e, r, x
RETURN CASE WHEN startNode(r) = e THEN 'out' ELSE 'in' END AS direction, type(r) AS fact,
       x AS neighbour, x.label AS kind, r.status AS status, coalesce(r.role, r.title) AS role,
       r.since AS since, r.until AS until, r.derived AS derived, r.conflict AS conflict,
       r.n_sources AS n_sources, r.certainty AS certainty, r.claims AS claims
ORDER BY coalesce(r.derived, false), r.walk, fact, direction DESC, x.name, x.id, r.eid
LIMIT $limit
