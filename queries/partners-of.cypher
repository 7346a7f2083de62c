// With whom is this vendor or body in partnership?
// One row a partner and project. A partnership is no contract and no subcontract; who of the two
// calls the other a partner is not told apart. Members of the same consortium, and firms that a
// source names together in one statement, stand under their own tie.
// tags: supply
// param organisation: entity = sopra-steria | The vendor, body or person | e.g. "TA9"
// returns: partner, tie, projects, places, thing, role, dates, notes, certainty, claims
MATCH (me:Entity {id: $organisation})
CALL (me) {
  MATCH (me)-[r:PARTNER_OF]-(partner:Entity)
  RETURN partner, 'partner' AS tie, null AS thing, null AS role, [r] AS hops
  UNION ALL
  MATCH (me)-[own:PART_OF]->(group:Entity {kind: 'consortium'})<-[r:PART_OF]-(partner:Entity)
  WHERE partner.id <> me.id
  RETURN partner, 'in the same consortium' AS tie, group AS thing, r.role AS role, [own, r] AS hops
  UNION ALL
  MATCH (me)-[own:WON]->(thing:Entity)<-[r:WON]-(partner:Entity)
  WHERE partner.id <> me.id AND own.role IS NOT NULL AND r.role IS NOT NULL
  RETURN partner, 'won the same contract' AS tie, thing, r.role AS role, [own, r] AS hops
  UNION ALL
  MATCH (me)<-[:SUBJECT]-(c:Claim)-[:INVOLVES {as: 'with'}]->(partner:Entity)
  WHERE c.predicate IN ['MAKES', 'WON', 'SUBCONTRACTED_ON', 'OWNS', 'FOUNDED', 'RESEARCHES',
        'USES', 'FUNDED']
  OPTIONAL MATCH (c)-[:OBJECT]->(thing:Entity)
  RETURN partner, 'named together with it' AS tie, thing, null AS role, [c] AS hops
  UNION ALL
  MATCH (me)<-[:INVOLVES {as: 'with'}]-(c:Claim)-[:SUBJECT]->(partner:Entity)
  WHERE c.predicate IN ['MAKES', 'WON', 'SUBCONTRACTED_ON', 'OWNS', 'FOUNDED', 'RESEARCHES',
        'USES', 'FUNDED']
  OPTIONAL MATCH (c)-[:OBJECT]->(thing:Entity)
  RETURN partner, 'named together with it' AS tie, thing, null AS role, [c] AS hops
}
WITH partner, tie, thing, role,
     head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
           WHERE grade IN [hop IN hops | hop.certainty]]) AS weakest,
     reduce(found = [], hop IN hops | found
         + [id IN coalesce(hop.claims, [hop.id]) WHERE NOT id IN found]) AS claims
ORDER BY reduce(key = '', id IN claims | key + id)
WITH partner, tie, thing, collect(DISTINCT role) AS role, collect(weakest) AS grades,
     collect(claims) AS lists
WITH *, reduce(found = [], list IN lists | found + [id IN list WHERE NOT id IN found]) AS claims
CALL (claims) {
  UNWIND claims AS claim_id
  MATCH (c:Claim {id: claim_id})
  OPTIONAL MATCH (c)-[:INVOLVES {as: 'project'}]->(project:Entity)
  OPTIONAL MATCH (c)-[:INVOLVES {as: 'place'}]->(place:Entity)
  WITH c, project, place,
       coalesce(c.date + coalesce(' (' + c.date_kind + ')', ''), 'as of ' + c.as_of, c.year) AS date
  ORDER BY project.id, place.id, date, c.note, c.id
  RETURN collect(DISTINCT project) AS projects, collect(DISTINCT place) AS places,
         collect(DISTINCT date) AS dates, collect(DISTINCT c.note) AS notes
}
RETURN partner, tie, projects, places, thing, role, dates, notes,
       head([grade IN ['stated', 'reported', 'inferred', 'alleged', 'disputed']
             WHERE grade IN grades]) AS certainty, claims
ORDER BY tie, partner.name, partner.id, coalesce(thing.name, ''), coalesce(thing.id, ''), claims[0]
