// Which contracts, laws, uses and permissions end, or are up for renewal, from a given day on?
// One row a claim with an end date on or after that day, soonest first. The end is as the source
// gives it; plans change, so look at "status" and at the day the source speaks of ("known_on").
// tags: time
// param from: date = 2026-01-01 | The first day | e.g. 2026-06-01
// param limit: int = 200 | How many rows at most | e.g. 20
// returns: until, subject, fact, object, in_words, status, known_on, certainty, said_by, says, claims
MATCH (c:Claim)-[:SUBJECT]->(subject:Entity)
WHERE c.until IS NOT NULL AND c.until >= substring($from, 0, size(c.until))
MATCH (c)-[:CITES]->(s:Source)
OPTIONAL MATCH (c)-[:OBJECT]->(object:Entity)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(who:Entity)
RETURN c.until AS until, subject, c.predicate AS fact, object, c.text AS in_words,
       c.status AS status, coalesce(c.as_of, c.date, s.published) AS known_on,
       c.certainty AS certainty, coalesce(who.name, c.said_by, s.publisher) AS said_by,
       c.says AS says, [c.id] AS claims
ORDER BY c.until, subject.name, subject.id, c.predicate, c.id
LIMIT $limit
