// Which claims should be checked again, because their page could not be read a second time?
// One row a claim that is marked so, or whose source could not be read again at all ("why"). The url
// is where it was read.
// tags: evidence
// param of: entity = "" | A party of the claim; none for all | e.g. "XLAW"
// param limit: int = 150 | How many rows at most | e.g. 20
// returns: subject, fact, object, in_words, why, certainty, source, read_on, url, says, claims
OPTIONAL MATCH (:Source {reread: 'no'})<-[:CITES]-(c:Claim)
WITH collect(c) AS unread
OPTIONAL MATCH (c:Claim {recheck: 'yes'})
WITH unread, collect(c) AS marked
UNWIND unread + marked AS c
WITH DISTINCT c
WHERE $of IN ['', c.subject, coalesce(c.object, '')]
MATCH (c)-[:CITES]->(s:Source)
MATCH (c)-[:SUBJECT]->(subject:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(object:Entity)
RETURN subject, c.predicate AS fact, object, c.text AS in_words,
       CASE WHEN c.recheck = 'yes' AND s.reread = 'no' THEN 'claim marked; source not read again'
            WHEN c.recheck = 'yes' THEN 'claim marked' ELSE 'source not read again' END AS why,
       c.certainty AS certainty, s.title AS source, s.read AS read_on, s.url AS url,
       c.says AS says, [c.id] AS claims
ORDER BY subject.name, subject.id, c.predicate, c.id
LIMIT $limit
