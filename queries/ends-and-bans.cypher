// What was ended, suspended, fined, forbidden or struck down, when, and by whom?
// One row an event, with what it happened to and who did it (for a use: who used it). "dates" are as
// sources give them, the one that most sources give first; empty where none does. An end may have been
// undone since: fine overturned is a row of its own. A ban for which a source names limits is one in
// part.
// tags: use, oversight, law, timeline
// param country: country = "" | Where one of the two is; none for everywhere | e.g. "Netherlands"
// returns: what, event, who, dates, certainty, claims
CALL {
  MATCH (c:Claim {predicate: 'USES'})-[:SUBJECT]->(who:Entity)
  WHERE c.status IN ['ended', 'suspended', 'ruled_unlawful']
  MATCH (c)-[:OBJECT]->(what:Entity)
  RETURN what, who, c, coalesce(c.until, c.date) AS date,
         CASE c.status WHEN 'ended' THEN 'use ended' WHEN 'suspended' THEN 'use suspended'
                       ELSE 'use unlawful' END AS event
  UNION ALL
  MATCH (c:Claim)-[:SUBJECT]->(who:Entity)
  WHERE c.predicate IN ['ENDED', 'PROHIBITS', 'FINED']
    AND NOT coalesce(c.status, '') IN ['planned', 'attempted']
  MATCH (c)-[:OBJECT]->(what:Entity)
  RETURN what, who, c, coalesce(c.date, c.since) AS date,
         CASE WHEN c.predicate = 'ENDED' THEN 'deal ended' WHEN c.predicate = 'FINED' THEN 'fined'
              WHEN c.scope IS NOT NULL OR who:Law AND c.note IS NOT NULL THEN 'prohibited in part'
              ELSE 'prohibited' END AS event
  UNION ALL
  MATCH (c:Claim {predicate: 'RULED'})-[:SUBJECT]->(who:Entity)
  WHERE any(word IN ['unlawful', 'unconstitutional', 'void', 'annulled', 'overturned', 'ban upheld']
            WHERE c.outcome CONTAINS word)
  MATCH (c)-[:OBJECT]->(what:Entity)
  RETURN what, who, c, c.date AS date,
         CASE WHEN c.outcome CONTAINS 'fine overturned' THEN 'fine overturned'
              ELSE 'ruled against' END AS event
}
WITH what, who, c, date, event
WHERE $country = '' OR $country IN coalesce(what.country, []) + coalesce(who.country, [])
WITH what, who, event, date, c ORDER BY c.id
WITH what, who, event, date, collect(c.id) AS ids, collect(c.certainty) AS grades
WITH what, who, event, date, ids, grades
ORDER BY CASE WHEN date IS NULL THEN 1 ELSE 0 END, size(ids) DESC, size(date) DESC, date
WITH what, who, event, collect(date) AS dates, collect(ids) AS lists, collect(grades) AS all_grades
RETURN what, event, who, dates,
       head([grade IN ['stated', 'reported', 'inferred', 'alleged', 'disputed']
             WHERE any(g IN all_grades WHERE grade IN g)]) AS certainty,
       reduce(found = [], list IN lists | found + list) AS claims
ORDER BY coalesce(dates[0], '9999'), what.name, what.id, event, who.name, who.id
