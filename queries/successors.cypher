// Under which former or later names is this known, and what came after it?
// One row a name, a successor or a merger; since and until are when the name held. What it
// replaced, or is to replace it, counts for systems: a replacement that is only planned has the
// status planned. The entity asked for may be the earlier one or the later one.
// tags: ownership, time
// param entity: entity = "" | The company, body, product or programme; none for all | e.g. "Geolitica"
// returns: earlier, act, later, name, since, until, date, status, former, reason, note, certainty, claims
MATCH (c:Claim)-[:SUBJECT]->(subject:Entity)
WHERE c.predicate IN ['NAMED', 'SUCCEEDED_BY', 'MERGED_INTO', 'REPLACES']
OPTIONAL MATCH (c)-[:OBJECT]->(object:Entity)
WITH c, subject, object
WHERE $entity IN ['', subject.id, coalesce(object.id, '')]
WITH c, CASE c.predicate WHEN 'REPLACES' THEN object ELSE subject END AS earlier,
     CASE c.predicate WHEN 'REPLACES' THEN subject ELSE object END AS later,
     CASE c.predicate WHEN 'NAMED' THEN 'is or was named'
         WHEN 'SUCCEEDED_BY' THEN 'was succeeded by'
       WHEN 'MERGED_INTO' THEN 'merged into'
       ELSE CASE c.status WHEN 'planned' THEN 'is to be replaced by'
           ELSE 'is replaced by' END END AS act
WITH c, earlier, later, act ORDER BY c.note, c.id
WITH earlier, act, later, c.text AS name, c.since AS since, c.until AS until, c.date AS date,
     c.status AS status,
     c.former AS former, collect(DISTINCT c.reason) AS reason,
         collect(DISTINCT coalesce(c.note, c.hedge)) AS note,
     collect(DISTINCT c.certainty) AS grades, collect(c.id) AS claims
RETURN earlier, act, later, name, since, until, date, status, former, reason, note,
       head([grade IN ['stated', 'reported', 'inferred', 'alleged', 'disputed']
             WHERE grade IN grades]) AS certainty, claims
ORDER BY earlier.name, earlier.id, act, coalesce(later.name, name),
         coalesce(date, since, until, '9999'), claims[0]
