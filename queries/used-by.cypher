// What does this police force or body use, and since when?
// One row a system and user; the user is the body itself or a part of it, through the system or
// contract by which it is used. A plan, a tender or a trial is not a use: read the status. hedges
// are the words by which sources take distance (almost, claimed, meant to); since is the earliest
// and until the latest date that is said.
// tags: use, systems, police
// param force: entity Organization = belgian-federal-police | The force or body | e.g. "Bundeskriminalamt"
// returns: user, system, what, through, place, status, history, since, until, purpose, hedges, contested, certainty, claims
MATCH (user:Organization)-[up:PART_OF*0..2]->(:Entity {id: $force})
MATCH (user)-[r:USES]->(system:Entity)
UNWIND r.claims AS claim_id
MATCH (c:Claim {id: claim_id})
WITH user, system, r, up,
     collect(DISTINCT c.approx) + collect(DISTINCT c.hedge) AS hedges
OPTIONAL MATCH (place:Entity {id: coalesce(r.place, '')})
OPTIONAL MATCH (through:Entity {id: coalesce(r.system, r.contract, r.product, '')})
RETURN user, system, system.label AS what, through, place, r.status AS status,
       r.statuses AS history,
       r.since AS since, r.until AS until, r.purpose AS purpose, hedges, r.conflict AS contested,
       head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
             WHERE grade IN [hop IN up + [r] | hop.certainty]]) AS certainty,
       reduce(found = r.claims, hop IN up | found
           + [id IN hop.claims WHERE NOT id IN found]) AS claims
ORDER BY system.name, system.id, user.name, user.id, r.eid
