// What does this vendor, body or person make, sell or own in the way of systems?
// One row a product or, where a source describes the goods without naming a product, its words.
// tags: supply, systems
// param vendor: entity = palantir | Who makes or sells | e.g. "Edicia"
// returns: product, in_words, way, role, since, until, status, certainty, claims
CALL {
  MATCH (:Entity {id: $vendor})-[r:MAKES|SELLS|OWNS]->(product:System|Technology)
  RETURN product, null AS in_words, type(r) AS type, r.role AS role, r.since AS since,
         r.until AS until, r.status AS status, r.certainty AS certainty, r.claims AS claims
  UNION ALL
  MATCH (:Entity {id: $vendor})<-[:SUBJECT]-(c:Claim)
  WHERE c.predicate IN ['MAKES', 'SELLS', 'OWNS'] AND c.text IS NOT NULL
  RETURN null AS product, c.text AS in_words, c.predicate AS type, c.role AS role,
         c.since AS since, c.until AS until, c.status AS status, c.certainty AS certainty,
         [c.id] AS claims
}
RETURN product, in_words,
       CASE type WHEN 'MAKES' THEN 'makes it' WHEN 'SELLS' THEN 'sells it'
           ELSE 'owns it' END AS way,
       role, since, until, status, certainty, claims
ORDER BY coalesce(product.name, in_words), way, coalesce(role, ''), claims[0]
