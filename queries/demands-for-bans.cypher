// Who asks for a ban or an end, of what?
// One row a claim: demands for a ban, and demands to stop, drop or end something. Read with
// laws-that-ban: what is asked for is not yet law. Other demands: demands.
// tags: criticism, law
// param of: entity = "" | What should be banned, or who asks; none for all | e.g. "predictive policing"
// returns: who, demand, what, kind, date, note, certainty, said_by, says, claims
MATCH (c:Claim {predicate: 'DEMANDS'})-[:SUBJECT]->(who:Entity)
WHERE c.kind = 'ban' OR c.kind STARTS WITH 'stop' OR c.kind IS NULL AND any(word IN
      ['a ban ', 'banning ', 'an end to ', 'dropping ', 'removal ', 'stopping ', 'withdrawal ']
      WHERE c.text STARTS WITH word)
MATCH (c)-[:CITES]->(s:Source)
OPTIONAL MATCH (c)-[:OBJECT]->(what:Entity)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(sayer:Entity)
WITH c, who, s, what, sayer
WHERE $of IN ['', c.subject, coalesce(c.object, '')] OR $of IN coalesce(c.about, [])
RETURN who, c.text AS demand, what, c.kind AS kind, coalesce(c.date, c.as_of) AS date,
       c.note AS note, c.certainty AS certainty,
       coalesce(sayer.name, c.said_by, s.publisher) AS said_by, c.says AS says, [c.id] AS claims
ORDER BY coalesce(what.name, 'zz'), coalesce(what.id, ''), who.name, who.id,
         coalesce(c.date_lo, '9999'), c.id
