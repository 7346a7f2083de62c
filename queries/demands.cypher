// Who demands what of police technology: bans, safeguards, papers, money?
// One row a claim. What is demanded is in "demand" where it is words; a demand about an entity
// (mostly a ban) has it in "what". A vendor stands for its own systems and contracts too.
// tags: criticism
// param of: entity = "" | Who demands, or what the demand is about; none for all | e.g. "VeriPol"
// returns: who, demand, what, kind, about, date, outcome, note, certainty, said_by, says, claims
OPTIONAL MATCH (e:Entity {id: $of})
OPTIONAL MATCH (e)-[:MAKES|SELLS|WON*0..1]->(own:Entity)<-[:PART_OF|VARIANT_OF*0..1]-(part:Entity)
WHERE part.id = e.id OR part:System OR part:Contract
WITH [$of] + collect(DISTINCT part.id) AS scope
MATCH (c:Claim {predicate: 'DEMANDS'})-[:SUBJECT]->(who:Entity)
WHERE $of = '' OR EXISTS { MATCH (c)-[:SUBJECT|OBJECT|INVOLVES]->(x:Entity) WHERE x.id IN scope }
MATCH (c)-[:CITES]->(s:Source)
OPTIONAL MATCH (c)-[:OBJECT]->(what:Entity)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'about'}]->(about:Entity)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(sayer:Entity)
WITH c, who, s, what, sayer, about ORDER BY about.id
WITH c, who, s, what, sayer, collect(about) AS abouts
RETURN who, c.text AS demand, what, c.kind AS kind, abouts AS about,
       coalesce(c.date, c.as_of) AS date, c.outcome AS outcome, c.note AS note,
       c.certainty AS certainty, coalesce(sayer.name, c.said_by, s.publisher) AS said_by,
       c.says AS says, [c.id] AS claims
ORDER BY coalesce(c.kind, 'z'), who.name, who.id, coalesce(c.date_lo, '9999'), c.id
