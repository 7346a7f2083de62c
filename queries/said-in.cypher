// What does a source say?
// Every claim of one source, in the order of its pages. sources-by-weight lists the ids of sources.
// tags: evidence
// param source: text = verlinden-ipolice | The id of a source | e.g. report
// param page: text = "" | Only claims whose place in the source contains this | e.g. "para 2"
// param limit: int = 100 | How many rows at most | e.g. 50
// returns: locator, subject, fact, object, in_words, status, certainty, said_by, says, claims
MATCH (s:Source {id: $source})<-[:CITES]-(c:Claim)
WHERE $page = '' OR coalesce(c.locator, '') CONTAINS $page
MATCH (c)-[:SUBJECT]->(subject:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(object:Entity)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(who:Entity)
RETURN c.locator AS locator, subject, c.predicate AS fact, object, c.text AS in_words,
       c.status AS status, c.certainty AS certainty,
       coalesce(who.name, c.said_by, s.publisher) AS said_by, c.says AS says, [c.id] AS claims
ORDER BY coalesce(c.locator, ''), c.id
LIMIT $limit
