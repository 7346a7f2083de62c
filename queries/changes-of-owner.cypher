// Which firms changed hands, when, and to whom?
// One row a firm, the buyer and how far it came; "dates" are as sources give them, the one
// that most sources give first, empty where none does.
// tags: ownership, timeline
// param country: country = "" | Where the firm or the buyer is; none for everywhere | e.g. "Israel"
// returns: what, event, who, dates, certainty, claims
MATCH (c:Claim)-[:SUBJECT]->(a:Entity)
WHERE c.predicate IN ['ACQUIRED', 'MERGED_INTO']
MATCH (c)-[:OBJECT]->(b:Entity)
WITH c, CASE c.predicate WHEN 'ACQUIRED' THEN b ELSE a END AS what,
     CASE c.predicate WHEN 'ACQUIRED' THEN a ELSE b END AS who,
     CASE WHEN c.status = 'announced' THEN 'takeover announced'
          WHEN c.status = 'cancelled' THEN 'takeover cancelled'
          WHEN c.predicate = 'MERGED_INTO' THEN 'merged' ELSE 'owner changed' END AS event,
     coalesce(c.date, c.since) AS date
WHERE what:Organization
  AND ($country = '' OR $country IN coalesce(what.country, []) + coalesce(who.country, []))
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
