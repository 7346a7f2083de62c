// Which police force uses which technique, and how far has it come?
// One row a force and technique of which a source speaks; no row is no "no". A system counts for the
// technique that it is a kind of or works with ("systems" names it). "used" is active, pilot, planned,
// tender, ended, suspended, ruled_unlawful, or unknown where the source leaves it open. Of one system
// an end counts before a trial or a plan, and a trial with a last day has ended; where several systems
// differ, the one furthest in use counts. What is said of a group of forces is not told of its members.
// tags: use, police
// param country: country = "" | Country of the forces; none for everywhere | e.g. "Netherlands"
// returns: force, technique, used, systems, certainty, claims
MATCH (force:PoliceForce)-[u:USES]->(s:Entity)
WHERE $country = '' OR $country IN force.country
MATCH (s)-[k:PART_OF|USES_TECHNIQUE|VARIANT_OF*0..3]->(technique:Technology)
WITH force, u, s, technique, k ORDER BY size(k), reduce(x = '', r IN k | x + r.eid)
WITH force, u, s, technique, head(collect(k)) AS k
WITH force, technique, s, u,
     CASE WHEN u.status = 'pilot' AND u.until IS NOT NULL THEN 'ended'
          ELSE coalesce(u.status, 'unknown') END AS status,
     u.claims + reduce(l = [], r IN k | l + r.claims) AS ids,
     head([x IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
           WHERE x = u.certainty OR x IN [r IN k | r.certainty]]) AS grade
ORDER BY s.name, s.id, u.eid
WITH force, technique, s, collect(status) AS of_system, collect(ids) AS lists,
     collect(grade) AS grades
WITH force, technique, s, lists, grades,
     head([x IN ['active', 'ruled_unlawful', 'ended', 'suspended', 'pilot', 'unknown', 'tender',
                 'planned'] WHERE x IN of_system]) AS status
ORDER BY s.name, s.id
WITH force, technique, collect(s) AS systems, collect(status) AS statuses,
     reduce(l = [], x IN collect(lists) | l + x) AS lists,
     reduce(l = [], x IN collect(grades) | l + x) AS grades
RETURN force, technique,
       head([x IN ['active', 'pilot', 'unknown', 'tender', 'planned', 'suspended', 'ended',
                   'ruled_unlawful'] WHERE x IN statuses]) AS used,
       systems,
       head([x IN ['stated', 'reported', 'inferred', 'alleged', 'disputed'] WHERE x IN grades])
         AS certainty,
       reduce(found = [], list IN lists | found + [id IN list WHERE NOT id IN found]) AS claims
ORDER BY force.name, force.id, technique.name, technique.id
