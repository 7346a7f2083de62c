// Which vendors, forces, people and systems hang together?
// One row a group: entities with more ties among them than to others (Louvain method), largest group
// first, the best connected member first. The ties are those of brokers. A group is a way to read the
// graph, not a fact: no source says it, so there are no claims; see neighbours of a member.
// tags: network
// computed: communities
// param limit: int = 20 | How many groups at most, largest first | e.g. 5
// returns: community, n_members, ties_inside, ties_outside, members
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.derived IS NULL AND a.id <> b.id
  AND r.topic IN ['supply', 'use', 'ownership', 'people', 'data', 'money']
  AND NOT (a:Place OR a:Law OR a:Technology OR a:Finding)
  AND NOT (b:Place OR b:Law OR b:Technology OR b:Finding)
UNWIND [a, b] AS entity
WITH entity, CASE entity WHEN a THEN b.id ELSE a.id END AS other ORDER BY other
RETURN entity, collect(DISTINCT other) AS tied_to
ORDER BY entity.id
