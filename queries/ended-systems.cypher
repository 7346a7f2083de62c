// Which systems were ended, suspended or ruled unlawful, by whom, why, and what replaced them?
// One row a system, a user and the way it stopped; where a contract or project about the system was
// ended, "user" is who ended it and "deal" names it. "now" is the latest status known of that use:
// it may be active again. Dates are as the sources give them; sources that differ are all shown.
// tags: use, oversight
// param country: country = "" | Where the user or the system is; none for everywhere | e.g. "Belgium"
// param status: choice all|ended|suspended|ruled_unlawful|deal_ended = all | How it stopped | e.g. ruled_unlawful
// returns: system, user, status, deal, when, reasons, now, replaced_by, to_be_replaced_by, certainty, claims
CALL {
  MATCH (c:Claim {predicate: 'USES'})-[:SUBJECT]->(user:Entity)
  WHERE c.status IN ['ended', 'suspended', 'ruled_unlawful']
  MATCH (c)-[:OBJECT]->(system:Entity)
  RETURN system, user, c.status AS status, null AS deal, c, [] AS tie, c.certainty AS sure
  UNION ALL
  MATCH (c:Claim {predicate: 'ENDED'})-[:SUBJECT]->(user:Entity)
  MATCH (c)-[:OBJECT]->(deal:Entity)
  MATCH (deal)-[t:COVERS|RELATED_TO]-(system:Entity)
  WHERE system:System
  WITH system, user, deal, c, collect(t) AS ties
  RETURN system, user, 'deal_ended' AS status, deal, c,
         reduce(ids = [], t IN ties | ids + [x IN t.claims WHERE NOT x IN ids]) AS tie,
         CASE WHEN all(t IN ties WHERE t.certainty = 'inferred') THEN 'inferred'
              ELSE c.certainty END AS sure
}
WITH system, user, status, deal, c, tie, sure
WHERE ($status = 'all' OR status = $status)
  AND ($country = '' OR $country IN coalesce(user.country, []) + coalesce(system.country, []))
WITH system, user, status, deal, c, tie, sure ORDER BY coalesce(c.until, c.date, '9999'), c.id
WITH system, user, status, deal, collect(c) AS said, collect(sure) AS sures,
     head(collect(tie)) AS tie
OPTIONAL MATCH (user)-[r:USES]->(system)
WITH system, user, status, deal, said, sures, tie, r ORDER BY r.status, r.eid
WITH system, user, status, deal, said, sures, tie, collect(DISTINCT r.status) AS now
OPTIONAL MATCH (system)<-[rep:REPLACES]-(next:Entity)
WITH system, user, status, deal, said, sures, tie, now, next, rep ORDER BY next.id
WITH system, user, status, deal, said, sures, tie, now,
     collect(CASE WHEN coalesce(rep.status, '') <> 'planned' THEN next END) AS replaced_by,
     collect(CASE WHEN rep.status = 'planned' THEN next END) AS to_be_replaced_by,
     collect(rep.claims) AS of_next
RETURN system, user, status, deal,
       reduce(d = [], x IN said | CASE WHEN coalesce(x.until, x.date, '') IN d + ['']
              THEN d ELSE d + [coalesce(x.until, x.date)] END) AS when,
       reduce(d = [], x IN said | CASE WHEN coalesce(x.reason, '') IN d + ['']
              THEN d ELSE d + [x.reason] END) AS reasons,
       now, replaced_by, to_be_replaced_by,
       head([x IN ['stated', 'reported', 'inferred', 'alleged', 'disputed'] WHERE x IN sures])
         AS certainty,
       reduce(ids = [], l IN [[x IN said | x.id], tie] + of_next |
              ids + [x IN l WHERE NOT x IN ids]) AS claims
ORDER BY system.name, system.id, user.name, user.id, status, coalesce(deal.id, '')
