// What does nobody say but the vendor?
// One row a fact whose every claim comes from a company in its own matter: it says so itself or
// through its people, on its own site, or in its own press release. "in_words" is for facts that are
// words or figures. Who speaks is in "said_by"; where others say the same, the fact is not here.
// tags: evidence
// param of: entity = "" | A vendor or system; none for all | e.g. "Edicia"
// returns: subject, fact, object, in_words, hedge, certainty, said_by, kind_of_source, says, claims
MATCH (c:Claim)-[:CITES]->(s:Source)
WHERE s.kind = 'vendor_site' OR s.kind = 'press_release' OR c.said_by IS NOT NULL
MATCH (c)-[:SUBJECT]->(a:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(b:Entity)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(who:Entity)
OPTIONAL MATCH (who)-[post:HELD_ROLE]->(firm:Company)
WHERE post.former IS NULL
OPTIONAL MATCH (b)<-[:MAKES|SELLS]-(maker:Company)
OPTIONAL MATCH (a)<-[:MAKES|SELLS]-(own:Company)
WITH c, s, a, b, who, collect(DISTINCT firm) AS firms,
     collect(DISTINCT maker) + collect(DISTINCT own) AS makers
WITH c, s, a, b, who, firms, [x IN makers + [a, b] WHERE x:Company] AS parties
WITH c, s, a, b, who,
     s.kind = 'vendor_site'
     OR who:Company AND NOT (c.predicate IN ['SUPPLIES', 'CONTRACTED_WITH'] AND who.id = b.id)
     OR size([x IN firms WHERE x IN parties]) > 0
     OR any(x IN parties WHERE s.kind = 'press_release' AND s.publisher CONTAINS x.name
                               OR who IS NULL AND c.said_by CONTAINS x.name) AS is_vendor
WHERE is_vendor
WITH a, b, c.predicate AS fact, c.text AS in_words, collect(DISTINCT c) AS said,
     collect(DISTINCT coalesce(who.name, c.said_by, s.publisher)) AS voices,
     collect(DISTINCT s.kind) AS kinds
WHERE $of = '' OR $of IN [a.id, coalesce(b.id, '')]
   OR any(c IN said WHERE coalesce(c.said_by, '') = $of)
OPTIONAL MATCH (a)-[r]->(b)
WHERE type(r) = fact
WITH a, b, fact, in_words, said, voices, kinds, [c IN said | c.id] AS ids, collect(r.claims) AS known
WHERE all(l IN known WHERE all(x IN l WHERE x IN ids))
UNWIND said AS c
WITH a, b, fact, in_words, voices, kinds, c ORDER BY c.id
WITH a, b, fact, in_words, voices, kinds, collect(c) AS said
UNWIND voices AS voice
WITH a, b, fact, in_words, kinds, said, voice ORDER BY voice
WITH a, b, fact, in_words, kinds, said, collect(voice) AS voices
UNWIND kinds AS kind
WITH a, b, fact, in_words, said, voices, kind ORDER BY kind
WITH a, b, fact, in_words, said, voices, collect(kind) AS kinds
RETURN a AS subject, fact, b AS object, in_words,
       head([c IN said WHERE c.hedge IS NOT NULL | c.hedge]) AS hedge,
       head([x IN ['stated', 'reported', 'inferred', 'alleged', 'disputed']
             WHERE x IN [c IN said | c.certainty]]) AS certainty,
       voices AS said_by, kinds AS kind_of_source, head(said).says AS says,
       [c IN said | c.id] AS claims
ORDER BY a.name, a.id, fact, coalesce(b.name, ''), coalesce(b.id, ''), coalesce(in_words, ''),
         head(said).id
