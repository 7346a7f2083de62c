// How do things stand with a system, contract, vendor or law?
// One row a claim about a status: in words, or one of a use. Contracts and projects about a system,
// and its parts, count too. Newest first, by the time that the
// claim speaks of ("time"; where it gives none, "known_on" is when its source came out).
// tags: use, time
// param of: entity = "" | A system, contract, vendor, law; none for all | e.g. "i-Police"
// param limit: int = 300 | How many rows at most | e.g. 20
// returns: of, status, user, time, known_on, reason, hedge, contested, certainty, said_by, says, claims
OPTIONAL MATCH (e:Entity {id: $of})
OPTIONAL MATCH (e)-[t:COVERS|PART_OF|RELATED_TO]-(part:Entity)
WHERE type(t) = 'PART_OF' AND part:System AND startNode(t) = part
   OR (part:Contract OR part:Tender OR part:Project)
  AND (type(t) = 'COVERS' OR t.relation = 'judged related')
WITH [$of] + collect(DISTINCT part.id) AS scope
MATCH (c:Claim)-[:SUBJECT]->(subject:Entity)
WHERE c.predicate = 'HAS_STATUS' AND ($of = '' OR c.subject IN scope)
   OR c.predicate IN ['USES', 'ENDED'] AND $of <> '' AND c.object IN scope
MATCH (c)-[:CITES]->(s:Source)
OPTIONAL MATCH (c)-[:OBJECT]->(object:Entity)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(who:Entity)
RETURN coalesce(object, subject) AS of,
       coalesce(c.text, c.status, CASE WHEN c.predicate = 'ENDED' THEN 'ended' ELSE 'in use' END)
         AS status,
       CASE WHEN object IS NOT NULL THEN subject END AS user,
       coalesce(c.since + ' to ' + c.until, 'from ' + c.since, 'to ' + c.until, c.date, c.as_of,
                c.year) AS time,
       s.published AS known_on, c.reason AS reason, c.hedge AS hedge,
       CASE WHEN EXISTS { MATCH (c)-[x:CONFLICTS_WITH]-(:Claim) WHERE x.kind = 'conflict' }
            THEN true END AS contested,
       c.certainty AS certainty, coalesce(who.name, c.said_by, s.publisher) AS said_by,
       c.says AS says, [c.id] AS claims
ORDER BY coalesce(c.date_hi, c.date_lo, '') DESC, c.id
LIMIT $limit
