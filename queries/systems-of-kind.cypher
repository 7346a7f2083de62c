// Which systems are of this kind or use this technique, and who uses them?
// One row a system and its user, or its place of use where no user is named; a system without any
// known user has one row as well. Kinds below the one asked for count too: risk terrain modelling
// is location-based predictive policing by way of environmental risk prediction. Where a source
// says that a body uses the technique and names no product, the technique itself stands as the
// system.
// tags: systems, use
// param kind: entity Technology = location-based-predictive-policing | The technique or kind of system | e.g. "AI video surveillance"
// returns: system, tie, kind, user, place, status, since, until, certainty, claims
CALL {
  MATCH (kind:Technology)-[up:PART_OF|VARIANT_OF*0..3]->(:Entity {id: $kind})
  RETURN kind AS system, 'no product named' AS tie, kind, up AS hops
  UNION ALL
  MATCH (kind:Technology)-[up:PART_OF|VARIANT_OF*0..3]->(:Entity {id: $kind})
  MATCH (system:System)-[r:PART_OF|USES_TECHNIQUE|VARIANT_OF]->(kind)
  RETURN system,
         CASE type(r) WHEN 'USES_TECHNIQUE' THEN 'uses the technique'
                      WHEN 'VARIANT_OF' THEN 'is a variant of it'
                      ELSE 'is of the kind' END AS tie,
         kind, up + [r] AS hops
}
OPTIONAL MATCH (end)-[r:USES|USED_IN]-(system)
WITH system, tie, kind, hops, r,
     CASE type(r) WHEN 'USES' THEN end END AS user, CASE type(r)
         WHEN 'USED_IN' THEN end END AS place
WHERE tie <> 'no product named' OR r IS NOT NULL
OPTIONAL MATCH (within:Entity {id: coalesce(r.place, '')})
WITH system, tie, kind, user, coalesce(place, within) AS place, r,
     [hop IN hops | hop.certainty] + [r.certainty] AS grades,
     reduce(found = [], hop IN hops | found + [id IN hop.claims WHERE NOT id IN found])
         + coalesce(r.claims, []) AS claims
RETURN system, tie, kind, user, place, r.status AS status, r.since AS since, r.until AS until,
       head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
             WHERE grade IN grades]) AS certainty,
       claims
ORDER BY system.name, system.id, tie, kind.id, coalesce(user.name, ''), coalesce(r.eid, ''),
         claims[0]
