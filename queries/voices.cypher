// Whose word does the graph rest on, beyond the authors of the sources?
// One row somebody to whom sources attribute claims: people, vendors, bodies, other media, "not
// named". "in_own_matter" counts claims about itself.
// tags: evidence, people
// param limit: int = 50 | How many rows at most | e.g. 10
// returns: said_by, entity, kind, n_claims, in_own_matter, n_alleged, claims
MATCH (c:Claim)
WHERE c.said_by IS NOT NULL
WITH c ORDER BY c.id
WITH c.said_by AS said_by, collect(c) AS said
WITH said_by, said ORDER BY size(said) DESC, said_by LIMIT $limit
OPTIONAL MATCH (e:Entity {id: said_by})
RETURN coalesce(e.name, said_by) AS said_by, e AS entity, e.label AS kind, size(said) AS n_claims,
       size([c IN said WHERE said_by IN [c.subject, coalesce(c.object, '')]]) AS in_own_matter,
       size([c IN said WHERE c.certainty = 'alleged']) AS n_alleged, [c IN said | c.id] AS claims
ORDER BY n_claims DESC, said_by, coalesce(e.id, '')
