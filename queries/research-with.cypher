// Who does research with this police force or body, or develops systems with it?
// One row a partner and tie; tie says what the sources say: named together with the force as
// researcher or maker, partnership, both named as makers of one system, or money from the force for
// it. With indirect also looser ties, which are no proof of working together: it made or researches
// a system that the force uses, or somebody has or had a role at both. in_words is what is
// researched where it has no name.
// tags: research, police
// param force: entity Organization = "" | The force or body; none for all police forces | e.g. "Dutch National Police"
// param indirect: bool = no | Also the looser ties | e.g. yes
// returns: force, partner, tie, what, in_words, roles, dates, status, hedges, certainty, claims
CALL {
  MATCH (force:Organization)<-[:INVOLVES {as: 'with'}]-(c:Claim)-[:SUBJECT]->(partner:Entity)
  WHERE c.predicate IN ['RESEARCHES', 'MAKES']
  OPTIONAL MATCH (c)-[:OBJECT]->(what:Entity)
  RETURN force, partner, what, [c] AS hops, c.text AS words, c.role AS role,
         CASE c.predicate WHEN 'MAKES' THEN 'makes it together with the force'
             ELSE 'researches with the force' END AS tie
  UNION ALL
  MATCH (partner:Entity)-[r:PARTNER_OF]-(force:Organization)
  WHERE partner:Institution OR partner:Person
  UNWIND r.claims AS claim_id
  OPTIONAL MATCH (:Claim {id: claim_id})-[:INVOLVES {as: 'project'}]->(what:Entity)
  WITH DISTINCT force, partner, what, r
  RETURN force, partner, what, [r] AS hops, null AS words, null AS role, 'is a partner' AS tie
  UNION ALL
  MATCH (partner:Entity)-[made:MAKES]->(what:System)<-[r:USES]-(force:Organization)
  WHERE $indirect AND (partner:Institution OR partner:Person)
  RETURN force, partner, what, [made, r] AS hops, null AS words, made.role AS role,
         'makes a system that the force uses' AS tie
  UNION ALL
  MATCH (partner:Entity)-[r:MAKES]->(what:System)<-[other:MAKES]-(force:Organization)
  WHERE partner.id <> force.id AND (partner:Institution OR partner:Person OR partner:Company)
  RETURN force, partner, what, [r, other] AS hops, null AS words, r.role AS role,
         'is named as a maker of the same system' AS tie
  UNION ALL
  MATCH (partner:Entity)-[r:RESEARCHES]->(what:System)<-[use:USES]-(force:Organization)
  WHERE $indirect
  RETURN force, partner, what, [r, use] AS hops, null AS words, r.role AS role,
         'researches a system that the force uses' AS tie
  UNION ALL
  MATCH (partner:Organization)-[r:MAKES]->(what:System)<-[paid:FUNDED]-(force:Organization)
  WHERE partner.id <> force.id
  RETURN force, partner, what, [r, paid] AS hops, null AS words, r.role AS role,
         'makes a system that the force paid for' AS tie
  UNION ALL
  MATCH (partner:Institution)<-[r:HELD_ROLE]-(who:Person)-[other:HELD_ROLE]->(force:Organization)
  WHERE $indirect
  RETURN force, partner, who AS what, [r, other] AS hops, null AS words,
         r.title AS role, 'has or had somebody who works or worked at the force' AS tie
}
WITH force, partner, what, hops, words, role, tie
WHERE $force = force.id OR ($force = '' AND force:PoliceForce)
WITH force, partner, what, words, role, tie,
     head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
           WHERE grade IN [hop IN hops | hop.certainty]]) AS weakest,
     head([hop IN hops WHERE hop.status IS NOT NULL | hop.status]) AS status,
     reduce(found = [], hop IN hops | found
         + [id IN coalesce(hop.claims, [hop.id]) WHERE NOT id IN found]) AS claims
ORDER BY reduce(key = '', id IN claims | key + id)
WITH force, partner, tie, what, words, collect(DISTINCT role) AS roles,
     collect(DISTINCT status) AS status,
     collect(weakest) AS grades, collect(claims) AS lists
WITH *, reduce(found = [], list IN lists | found + [id IN list WHERE NOT id IN found]) AS claims
CALL (claims, partner) {
  UNWIND claims AS claim_id
  MATCH (c:Claim {id: claim_id})
  WHERE c.subject = partner.id OR c.object = partner.id
  WITH c, coalesce(c.since + ' to ' + c.until, 'since ' + c.since, c.date, 'as of ' + c.as_of,
       c.year) AS date
  ORDER BY date, c.hedge, c.id
  RETURN collect(DISTINCT date) AS dates, collect(DISTINCT c.hedge) AS hedges
}
RETURN force, partner, tie, what, words AS in_words, roles, dates, status, hedges,
       head([grade IN ['stated', 'reported', 'inferred', 'alleged', 'disputed']
             WHERE grade IN grades]) AS certainty, claims
ORDER BY force.name, force.id, partner.name, partner.id, tie, coalesce(what.name, words, ''),
         coalesce(what.id, ''), claims[0]
