// What happened with an entity, in the order of time?
// One row a claim with a date, oldest first. "date" is when it happened or was so, "until" when it
// ended; "dated_by" tells where the date comes from: an event, a span, the day that the source
// speaks of, the day of a report, or only the day on which the source came out (--dated all).
// tags: time, network
// param of: entity = i-police | A system, vendor, force, person, contract, law ... | e.g. "VeriPol"
// param dated: choice own|all = own | Only claims with a date of their own, or all | e.g. all
// param limit: int = 500 | How many rows at most | e.g. 50
// returns: date, until, dated_by, subject, fact, object, in_words, status, contested, certainty, said_by, says, claims
MATCH (e:Entity {id: $of})<-[:SUBJECT|OBJECT|INVOLVES]-(c:Claim)
WITH DISTINCT c
WITH c, coalesce(c.date, c.since, c.as_of, c.year) AS own
WHERE own IS NOT NULL OR c.until IS NOT NULL OR $dated = 'all' AND c.date_lo IS NOT NULL
MATCH (c)-[:SUBJECT]->(subject:Entity)
MATCH (c)-[:CITES]->(s:Source)
OPTIONAL MATCH (c)-[:OBJECT]->(object:Entity)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(who:Entity)
RETURN coalesce(own, CASE WHEN c.until IS NULL THEN s.published END) AS date, c.until AS until,
       CASE WHEN c.date IS NOT NULL THEN coalesce(c.date_kind, 'event')
            WHEN c.since IS NOT NULL OR c.until IS NOT NULL THEN 'span'
            WHEN c.as_of IS NOT NULL THEN 'as_of' WHEN c.year IS NOT NULL THEN 'year'
            ELSE 'published' END AS dated_by,
       subject, c.predicate AS fact, object, c.text AS in_words, c.status AS status,
       CASE WHEN EXISTS { MATCH (c)-[x:CONFLICTS_WITH]-(:Claim) WHERE x.kind = 'conflict' }
            THEN true END AS contested,
       c.certainty AS certainty, coalesce(who.name, c.said_by, s.publisher) AS said_by,
       c.says AS says, [c.id] AS claims
ORDER BY coalesce(own, c.until, c.date_lo), coalesce(c.until, ''), c.predicate, c.id
LIMIT $limit
