// Which police force uses which technology, and of which is nothing known?
// One row for every force and technology, also the empty cells: "used" is yes, trial, planned, ended
// (no longer, or ruled unlawful), unclear (the source leaves open whether it goes on) or unknown (no
// source read says a word, which is no "no", and rests on no claim). A system counts for the
// technology that it is a kind of or works with; "systems" names it. What is said of a group of
// forces is not filled in for its members.
// tags: use, gaps, police
// param country: country = "BE" | Country of the forces | e.g. "Netherlands"
// param technology: entity Technology = "" | Only this technology; none for all | e.g. "AI video surveillance"
// param columns: choice here|anywhere = here | Technologies known of forces there, or of any force | e.g. anywhere
// returns: force, technology, used, systems, collective, certainty, claims
MATCH (user:PoliceForce)-[u:USES]->(s:Entity)
MATCH (s)-[k:PART_OF|USES_TECHNIQUE|VARIANT_OF*0..3]->(t:Technology)
WHERE $technology IN ['', t.id]
  AND ($columns = 'anywhere' OR $technology = t.id OR $country IN user.country)
WITH user, s, t, u, k ORDER BY size(k), reduce(x = '', r IN k | x + r.eid)
WITH user, s, t, u, head(collect(k)) AS k
WITH collect(DISTINCT t) AS techs,
     collect({user: user.id, tech: t.id, system: s.id, eid: u.eid,
              status: coalesce(u.status, 'unknown'),
              ids: u.claims + reduce(l = [], r IN k | l + r.claims),
              certainty: head([x IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
                               WHERE x = u.certainty OR x IN [r IN k | r.certainty]])}) AS uses
MATCH (force:PoliceForce)
WHERE $country IN force.country
WITH force, techs, [x IN uses WHERE x.user = force.id] AS own
UNWIND techs AS technology
WITH force, technology, [x IN own WHERE x.tech = technology.id] AS here
UNWIND CASE WHEN size(here) > 0 THEN here ELSE [{}] END AS use
WITH force, technology, use, coalesce(use.system, '') AS system_id
OPTIONAL MATCH (system:Entity {id: system_id})
WITH force, technology, use, system ORDER BY system.name, system.id, use.eid
WITH force, technology, collect(use.status) AS statuses, collect(DISTINCT system) AS systems,
     collect(use.certainty) AS grades, collect(use.ids) AS lists
RETURN force, technology,
       CASE WHEN size(statuses) = 0 THEN 'unknown' WHEN 'active' IN statuses THEN 'yes'
            WHEN 'pilot' IN statuses THEN 'trial' WHEN 'unknown' IN statuses THEN 'unclear'
            WHEN 'planned' IN statuses OR 'tender' IN statuses THEN 'planned'
            ELSE 'ended' END AS used,
       systems, force.collective AS collective,
       head([x IN ['stated', 'reported', 'inferred', 'alleged', 'disputed']
             WHERE x IN grades]) AS certainty,
       reduce(l = [], ids IN lists | l + [i IN ids WHERE NOT i IN l]) AS claims
ORDER BY force.name, force.id, technology.name, technology.id
