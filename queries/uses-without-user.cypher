// Where are systems said to be in use without anybody saying who uses them?
// One row a system and place. "users_known" are users that other claims name for the same system,
// anywhere: it may be one of them, which no source says.
// tags: use, gaps
// param country: country = "" | Where the system or its place is; none for everywhere | e.g. "Germany"
// returns: system, place, in_words, status, users_known, certainty, claims
MATCH (c:Claim {predicate: 'USED_IN'})-[:SUBJECT]->(system:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(place:Entity)
WITH c, system, place
WHERE $country = '' OR $country IN coalesce(system.country, []) + coalesce(place.country, [])
WITH c, system, place ORDER BY coalesce(c.date_lo, '9999'), c.id
WITH system, place, c.text AS in_words, collect(c) AS said
OPTIONAL MATCH (system)<-[:USES]-(user:Entity)
WITH system, place, in_words, said, user ORDER BY user.id
WITH system, place, in_words, said, collect(DISTINCT user) AS users
RETURN system, place, in_words,
       reduce(d = [], c IN said | CASE WHEN coalesce(c.status, '') IN d + [''] THEN d
              ELSE d + [c.status] END) AS status,
       users AS users_known,
       head([x IN ['stated', 'reported', 'inferred', 'alleged', 'disputed']
             WHERE x IN [c IN said | c.certainty]]) AS certainty, [c IN said | c.id] AS claims
ORDER BY system.name, system.id, coalesce(place.name, ''), coalesce(place.id, ''),
         coalesce(in_words, '')
