// Who stands between others: over whom do the shortest chains of ties run?
// One row an entity, by betweenness: the share of all pairs of others whose shortest chain runs over
// it. "cut_off" is how many others would lose touch with the rest of their network without it. Only
// ties of supply, use, ownership, people, data and money count, none that were derived; places, laws,
// techniques and findings are left out, since to share one is no tie. To stand between others in what
// is written is not power in itself. Without claims, as a share rests on all ties: see neighbours.
// tags: network
// computed: brokers
// param limit: int = 20 | How many rows at most | e.g. 50
// returns: entity, kind, betweenness, n_ties, cut_off
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.derived IS NULL AND a.id <> b.id
  AND r.topic IN ['supply', 'use', 'ownership', 'people', 'data', 'money']
  AND NOT (a:Place OR a:Law OR a:Technology OR a:Finding)
  AND NOT (b:Place OR b:Law OR b:Technology OR b:Finding)
UNWIND [a, b] AS entity
WITH entity, CASE entity WHEN a THEN b.id ELSE a.id END AS other ORDER BY other
RETURN entity, collect(DISTINCT other) AS tied_to
ORDER BY entity.id
