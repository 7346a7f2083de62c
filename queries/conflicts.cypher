// Where do sources contradict each other, side by side?
// One row a claim of a conflict; the rows of one conflict stand together. "kind": conflict (both
// stay, nothing here picks a winner), history (it changed over time) or unclear (the sources leave
// open whether they contradict). "note" says what to make of it.
// tags: evidence
// param about: entity = "" | A party of the conflict; none for all | e.g. "VeriPol"
// param kind: choice conflict|history|unclear|all = conflict | Which kind | e.g. all
// param limit: int = 60 | How many conflicts at most, each with all its claims | e.g. 10
// returns: conflict, kind, differs_in, note, subject, says, date, certainty, said_by, source, locator, claims
MATCH (a:Claim)-[x:CONFLICTS_WITH]->(b:Claim)
WHERE $kind = 'all' OR x.kind = $kind
WITH x.id AS id, head(collect(x)) AS x, collect(DISTINCT a) AS left, collect(DISTINCT b) AS right
WITH id, x.title AS conflict, x.kind AS kind, x.about AS differs_in, x.note AS note,
     left + [b IN right WHERE NOT b IN left] AS said
WHERE $about = '' OR any(c IN said WHERE $about IN [c.subject, coalesce(c.object, '')])
WITH id, conflict, kind, differs_in, note, said ORDER BY conflict, id LIMIT $limit
UNWIND said AS c
MATCH (c)-[:SUBJECT]->(subject:Entity)
MATCH (c)-[:CITES]->(s:Source)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(who:Entity)
RETURN conflict, kind, differs_in, note, subject, c.says AS says,
       coalesce(c.date, c.as_of, c.since, c.until, c.year) AS date, c.certainty AS certainty,
       coalesce(who.name, c.said_by, s.publisher) AS said_by, s.title AS source,
       c.locator AS locator, [c.id] AS claims
ORDER BY conflict, id, coalesce(c.date_lo, '9999'), c.id
