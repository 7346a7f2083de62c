// Which systems are or were on trial, and what else is known of that use?
// One row a user and system with at least one pilot. "pilot_time" is what the sources say of when
// the trial was; "other_statuses" are all other statuses of that use, each with its time. A pilot
// without another status is not known to have ended. See pilots-to-use for those that became use.
// tags: use
// param country: country = "" | Where the user or system is; none for everywhere | e.g. "Germany"
// returns: user, system, pilot_time, scope, duration, other_statuses, certainty, claims
MATCH (p:Claim {predicate: 'USES', status: 'pilot'})-[:SUBJECT]->(user:Entity)
MATCH (p)-[:OBJECT]->(system:Entity)
WHERE $country = '' OR $country IN coalesce(user.country, []) + coalesce(system.country, [])
WITH DISTINCT user, system
MATCH (user)-[r:USES]->(system)
UNWIND r.claims AS id
WITH DISTINCT user, system, id
MATCH (c:Claim {id: id})
WITH user, system, c,
     coalesce(c.since + ' to ' + c.until, 'from ' + c.since, 'to ' + c.until, c.date, c.as_of,
              c.year, '') AS time
     ORDER BY coalesce(c.since, c.date, c.as_of, c.year, c.until, '9999'), time, c.id
WITH user, system, collect({claim: c, time: time}) AS said
WITH user, system, said, [x IN said WHERE x.claim.status = 'pilot'] AS pilots,
     [x IN said WHERE coalesce(x.claim.status, 'pilot') <> 'pilot' |
      x.claim.status + CASE WHEN x.time = '' THEN '' ELSE ' (' + x.time + ')' END] AS others
RETURN user, system,
       reduce(d = [], x IN pilots | CASE WHEN x.time IN d + [''] THEN d ELSE d + [x.time] END)
         AS pilot_time,
       head([x IN pilots WHERE x.claim.scope IS NOT NULL | x.claim.scope]) AS scope,
       head([x IN pilots WHERE x.claim.duration IS NOT NULL | x.claim.duration]) AS duration,
       reduce(d = [], x IN others | CASE WHEN x IN d THEN d ELSE d + [x] END) AS other_statuses,
       head([x IN ['stated', 'reported', 'inferred', 'alleged', 'disputed']
             WHERE x IN [p IN pilots | p.claim.certainty]]) AS certainty,
       [x IN said | x.claim.id] AS claims
ORDER BY system.name, system.id, user.name, user.id
