// What falls if a source is withdrawn?
// One row a fact that this source alone carries, and ("derived") one for each conclusion that rests
// on such a fact. What another source says as well stays and is not listed. sources-by-weight lists
// the ids of sources.
// tags: evidence
// param source: text = report | The id of a source | e.g. verlinden-ipolice
// param limit: int = 150 | How many rows at most | e.g. 50
// returns: subject, fact, object, in_words, derived, status, certainty, claims
CALL {
  MATCH (:Source {id: $source})<-[:CITES]-(c:Claim)
  MATCH (c)-[:SUBJECT]->(a:Entity)
  MATCH (c)-[:OBJECT]->(b:Entity)
  MATCH (a)-[r]->(b)
  WHERE type(r) = c.predicate AND r.n_sources = 1 AND c.id IN r.claims
  WITH DISTINCT a, r, b
  RETURN a, type(r) AS fact, b, null AS in_words, null AS derived, r.status AS status,
         r.certainty AS certainty, r.claims AS claims, r.eid AS id
  UNION ALL
  MATCH (:Source {id: $source})<-[:CITES]-(c:Claim)
  MATCH (c)-[:SUBJECT]->(subject:Entity)
  MATCH (c)-[:OBJECT]->(object:Entity)
  MATCH (subject)-[r]->(object)
  WHERE type(r) = c.predicate AND r.n_sources = 1 AND c.id IN r.claims
  WITH DISTINCT subject, r
  MATCH (subject)-[d:CLIENT_OF|SUBCONTRACTS_TO|SUPPLIES_VIA]-(other:Entity)
  WHERE r.eid IN d.rests_on
  WITH DISTINCT d
  RETURN startNode(d) AS a, type(d) AS fact, endNode(d) AS b, null AS in_words, true AS derived,
         null AS status, d.certainty AS certainty, d.claims AS claims, d.eid AS id
  UNION ALL
  MATCH (:Source {id: $source})<-[:CITES]-(c:Claim)
  WHERE c.object IS NULL
  MATCH (c)-[:SUBJECT]->(a:Entity)
  RETURN a, c.predicate AS fact, null AS b, c.text AS in_words, null AS derived,
         c.status AS status, c.certainty AS certainty, [c.id] AS claims, c.id AS id
}
RETURN a AS subject, fact, b AS object, in_words, derived, status, certainty, claims
ORDER BY a.name, a.id, fact, coalesce(b.name, ''), coalesce(b.id, ''), id
LIMIT $limit
