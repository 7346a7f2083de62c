// What is planned, announced or out to tender, and did it come about?
// One row a claim that speaks of a plan: a use, a replacement, a role, a number. "since_then" are the
// other statuses known of the same use (a plan is never counted as a use). "date" is that of the
// plan where the source gives one, and "known_on" the day on which the source came out or spoke.
// tags: use, time
// param country: country = "" | Where one of the parties is; none for everywhere | e.g. "Belgium"
// param limit: int = 200 | How many rows at most | e.g. 20
// returns: who, plan, what, in_words, status, date, known_on, since_then, hedge, certainty, said_by, says, claims
MATCH (c:Claim)-[:SUBJECT]->(who:Entity)
WHERE c.status IN ['planned', 'tender', 'announced', 'in development', 'open'] OR c.hedge = 'planned'
MATCH (c)-[:CITES]->(s:Source)
OPTIONAL MATCH (c)-[:OBJECT]->(what:Entity)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(sayer:Entity)
WITH c, who, what, s, sayer
WHERE $country = '' OR $country IN coalesce(who.country, []) + coalesce(what.country, [])
OPTIONAL MATCH (who)-[r:USES]->(what)
WHERE c.predicate = 'USES'
UNWIND CASE WHEN r IS NULL THEN [null] ELSE r.statuses END AS later
WITH c, who, what, s, sayer, later ORDER BY later
WITH c, who, what, s, sayer,
     [x IN collect(DISTINCT later) WHERE x <> coalesce(c.status, 'planned')] AS since_then
RETURN who, c.predicate AS plan, what, c.text AS in_words, coalesce(c.status, c.hedge) AS status,
       coalesce(c.since, c.date, c.until, c.year) AS date,
       coalesce(c.as_of, s.published) AS known_on, since_then, c.hedge AS hedge,
       c.certainty AS certainty, coalesce(sayer.name, c.said_by, s.publisher) AS said_by,
       c.says AS says, [c.id] AS claims
ORDER BY who.name, who.id, c.predicate, coalesce(what.id, ''), coalesce(c.date_lo, '9999'), c.id
LIMIT $limit
