// Who was fined, by whom and how much?
// One row a claim, so that figures that differ stand side by side; several sources may tell of the
// same fine. The value is as the source gives it, in "currency"; "approx" says how exact it is.
// A threatened or overturned fine has that as its status.
// tags: law, oversight, money
// param of: entity = "" | Who was fined or who fined; none for all fines | e.g. "Clearview AI"
// returns: authority, fined, value, currency, approx, date, date_kind, status, reason, contested, certainty, said_by, says, claims
MATCH (authority:Entity)<-[:SUBJECT]-(c:Claim {predicate: 'FINED'})-[:OBJECT]->(fined:Entity)
WHERE $of = '' OR $of IN [authority.id, fined.id]
MATCH (c)-[:CITES]->(s:Source)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(who:Entity)
RETURN authority, fined, c.value AS value, c.currency AS currency, c.approx AS approx,
       c.date AS date, c.date_kind AS date_kind, c.status AS status, c.reason AS reason,
       CASE WHEN EXISTS { MATCH (c)-[x:CONFLICTS_WITH]-(:Claim) WHERE x.kind = 'conflict' }
            THEN true END AS contested,
       c.certainty AS certainty, coalesce(who.name, c.said_by, s.publisher) AS said_by,
       c.says AS says, [c.id] AS claims
ORDER BY fined.name, fined.id, authority.name, authority.id, coalesce(c.date, '9999'),
         coalesce(c.value, 0.0), c.id
