// Who or what do the sources leave without a name, or name only as a group?
// One row an entity: "unnamed" where no source read says which one is meant, "collective" where a
// group is meant ("Belgian local police"). What is said of a group must not be said of one member.
// tags: gaps
// param country: country = "" | Where it is; none for everywhere | e.g. "Spain"
// param kind: choice all|unnamed|collective = all | Unnamed ones or groups | e.g. unnamed
// returns: entity, kind, unnamed, collective, may_be, n_claims, notes, claims
MATCH (e:Entity)
WHERE (e.unnamed AND $kind <> 'collective' OR e.collective AND $kind <> 'unnamed')
  AND ($country = '' OR $country IN coalesce(e.country, []))
OPTIONAL MATCH (e)-[r:MAYBE_SAME]-(o:Entity)
WITH e, o, r ORDER BY o.id
WITH e, collect(o) AS others
MATCH (e)<-[:SUBJECT|OBJECT]-(c:Claim)
WITH e, others, c ORDER BY c.id
WITH e, others, collect(DISTINCT c.id) AS ids
RETURN e AS entity, e.label AS kind, e.unnamed AS unnamed, e.collective AS collective,
       others AS may_be, size(ids) AS n_claims, e.notes AS notes, ids AS claims
ORDER BY e.label, e.name, e.id
