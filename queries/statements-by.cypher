// What does a person or organisation assert?
// One row a claim: what it stated, promised, admitted, criticises, demands or disputes, and what a
// source passes on as coming from it. "about" names what a statement is about.
// tags: criticism, people
// param who: entity = bernard-quintin | A person, vendor, force, body | e.g. "Edicia"
// param limit: int = 200 | How many rows at most | e.g. 20
// returns: way, subject, fact, object, in_words, about, date, certainty, source, says, claims
MATCH (e:Entity {id: $who})<-[t:SUBJECT|INVOLVES]-(c:Claim)
WHERE type(t) = 'INVOLVES' AND t.as = 'said_by' OR type(t) = 'SUBJECT'
  AND c.predicate IN ['STATED', 'CRITICISES', 'DEFENDS', 'DISPUTES', 'DEMANDS']
WITH DISTINCT c
MATCH (c)-[:SUBJECT]->(subject:Entity)
MATCH (c)-[:CITES]->(s:Source)
OPTIONAL MATCH (c)-[:OBJECT]->(object:Entity)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'about'}]->(about:Entity)
WITH c, subject, s, object, about ORDER BY about.id
WITH c, subject, s, object, collect(about) AS abouts
RETURN CASE WHEN c.subject = $who AND c.predicate IN ['STATED', 'CRITICISES', 'DEFENDS', 'DISPUTES',
            'DEMANDS'] THEN 'own words' ELSE 'passed on' END AS way,
       subject, c.predicate AS fact, object, c.text AS in_words, abouts AS about,
       coalesce(c.date, c.as_of, c.year) AS date, c.certainty AS certainty,
       s.title AS source, c.says AS says, [c.id] AS claims
ORDER BY coalesce(c.date_lo, '9999'), c.id
LIMIT $limit
