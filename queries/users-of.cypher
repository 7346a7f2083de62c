// Who uses this system, where, and since when?
// One row a user or, where no user is named, a place; words where a source names neither. Parts of
// the system, and systems built on it, are shown with their own users: tie says which it is.
// tags: use, systems, police
// param system: entity = briefcam-software | The system, product, database or technique | e.g. "PredPol"
// param built_on: bool = yes | Show users of what is built on it or part of it as well | e.g. no
// returns: system, tie, user, place, in_words, status, history, since, until, contested, certainty, claims
CALL {
  MATCH (system:Entity {id: $system})<-[r:USES]-(user:Entity)
  RETURN system, [] AS hops, r, user, null AS place, null AS words
  UNION ALL
  MATCH (system:Entity {id: $system})-[r:USED_IN]->(place:Entity)
  RETURN system, [] AS hops, r, null AS user, place, null AS words
  UNION ALL
  MATCH (system:Entity {id: $system})<-[:SUBJECT]-(words:Claim {predicate: 'USED_IN'})
  WHERE words.text IS NOT NULL
  RETURN system, [] AS hops, null AS r, null AS user, null AS place, words
  UNION ALL
  MATCH (:Entity {id: $system})<-[hops:BUILT_ON|VARIANT_OF|PART_OF*1..3]-(system:System)
        <-[r:USES]-(user:Entity)
  WHERE $built_on
  RETURN system, hops, r, user, null AS place, null AS words
  UNION ALL
  MATCH (:Entity {id: $system})<-[hops:BUILT_ON|VARIANT_OF|PART_OF*1..3]-(system:System)
        -[r:USED_IN]->(place:Entity)
  WHERE $built_on
  RETURN system, hops, r, null AS user, place, null AS words
}
OPTIONAL MATCH (within:Entity {id: coalesce(r.place, '')})
WITH system, hops, r, user, words, coalesce(place, within) AS place,
     CASE WHEN r IS NULL THEN [words.id] ELSE r.claims END AS own
RETURN system,
       CASE WHEN size(hops) = 0 THEN 'itself'
            WHEN all(hop IN hops WHERE type(hop) = 'BUILT_ON') THEN 'built on it'
            WHEN all(hop IN hops WHERE type(hop) = 'PART_OF') THEN 'part or kind of it'
            WHEN all(hop IN hops WHERE type(hop) = 'VARIANT_OF') THEN 'variant of it'
            ELSE 'several steps from it' END AS tie,
       user, place, words.text AS in_words, coalesce(r.status, words.status) AS status,
       r.statuses AS history, coalesce(r.since, words.since) AS since,
       coalesce(r.until, words.until) AS until, r.conflict AS contested,
       head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
             WHERE grade IN [hop IN hops | hop.certainty]
                   + [r.certainty, words.certainty]]) AS certainty,
       reduce(found = own, hop IN hops | found + [id IN hop.claims WHERE NOT id IN found]) AS claims
ORDER BY size(hops), system.name, system.id, coalesce(user.name, place.name, words.text),
         coalesce(place.id, ''), claims[0], size(claims)
