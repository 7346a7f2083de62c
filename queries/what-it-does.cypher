// What is a system for, what does it do, with which techniques, on whom?
// One row a claim: purposes, features, outputs, targets, techniques, what it was modelled on. Plans
// and hedges ("meant_to", "claimed") are in "status" and "hedge": a promise is no feature.
// tags: systems
// param system: entity = i-police | A system, technique, contract or project | e.g. "PAVED"
// returns: of, aspect, what, in_words, status, hedge, date, certainty, said_by, says, claims
MATCH (e:Entity {id: $system})
OPTIONAL MATCH (e)<-[:PART_OF|VARIANT_OF]-(part:System)
WITH e, collect(DISTINCT part) AS parts
UNWIND [e] + parts AS of
MATCH (of)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate IN ['HAS_PURPOSE', 'HAS_FEATURE', 'OUTPUTS', 'TARGETS', 'USES_TECHNIQUE',
                      'BUILT_ON', 'INSPIRED_BY', 'VARIANT_OF', 'COMPARED_TO', 'PART_OF']
MATCH (c)-[:CITES]->(s:Source)
OPTIONAL MATCH (c)-[:OBJECT]->(what:Entity)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(who:Entity)
RETURN of, c.predicate AS aspect, what, c.text AS in_words, c.status AS status, c.hedge AS hedge,
       coalesce(c.date, c.as_of, c.year) AS date, c.certainty AS certainty,
       coalesce(who.name, c.said_by, s.publisher) AS said_by, c.says AS says, [c.id] AS claims
ORDER BY of.name, of.id, c.predicate, coalesce(what.name, c.text), c.id
