// Which laws, authorities or places ban a system or technique?
// One row a claim, with its scope and the time it holds. A law that bans a technique is shown for
// each system of that kind ("by_way_of" names the technique; the certainty is then that of the
// weaker claim): whether the law fits the system is for a lawyer to say. What is banned may be
// words only ("in_words"). See rules-and-exceptions for what a ban leaves out.
// tags: law
// param of: entity = "" | A system, technique, project, vendor or law; none for all | e.g. "VioGén"
// returns: law, bans, in_words, by_way_of, scope, since, until, date, outcome, reason, hedge, certainty, said_by, says, claims
OPTIONAL MATCH way = (e:Entity {id: $of})-[:MAKES|SELLS|PART_OF|USES_TECHNIQUE|VARIANT_OF*1..3]->(kind:Technology)
WITH kind, way ORDER BY length(way), reduce(t = '', r IN relationships(way) | t + r.eid)
WITH kind, head(collect(relationships(way))) AS ties
WITH collect(CASE WHEN kind IS NOT NULL THEN {kind: kind, ties: ties} END) AS kinds
MATCH (law:Entity)<-[:SUBJECT]-(c:Claim {predicate: 'PROHIBITS'})
OPTIONAL MATCH (c)-[:OBJECT]->(bans:Entity)
OPTIONAL MATCH (bans)<-[:MAKES|SELLS]-(maker:Entity {id: $of})
WITH law, c, bans, maker, head([k IN kinds WHERE k.kind.id = c.object AND $of <> c.object]) AS way
WHERE $of = '' OR $of = law.id OR $of = coalesce(c.object, '') OR maker IS NOT NULL
   OR way IS NOT NULL OR $of IN coalesce(c.about, [])
MATCH (c)-[:CITES]->(s:Source)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(who:Entity)
WITH law, c, bans, way, s, who, coalesce(way.ties, []) AS ties
WITH law, c, bans, way, s, who, [c.certainty] + [r IN ties | r.certainty] AS sure,
     reduce(ids = [c.id], r IN ties | ids + [x IN r.claims WHERE NOT x IN ids]) AS claims
RETURN law, bans, c.text AS in_words, CASE WHEN way IS NOT NULL THEN way.kind END AS by_way_of,
       c.scope AS scope, c.since AS since, c.until AS until, c.date AS date, c.outcome AS outcome,
       c.reason AS reason, c.hedge AS hedge,
       head([x IN ['disputed', 'alleged', 'inferred', 'reported', 'stated'] WHERE x IN sure])
         AS certainty,
       coalesce(who.name, c.said_by, s.publisher) AS said_by, c.says AS says, claims
ORDER BY law.name, law.id, coalesce(c.date_lo, '9999'), c.id
