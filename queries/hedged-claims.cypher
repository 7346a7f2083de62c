// Which claims are alleged, disputed, inferred or hedged, and by whom?
// One row a claim. alleged: unproven or contested; disputed: somebody named denies it; inferred:
// read from the context, not said in words; hedged: the source takes a distance ("claimed", "would",
// "apparently", "meant_to"). Never repeat one of these as a plain fact.
// tags: evidence
// param of: entity = "" | A party of the claim; none for all | e.g. "Palantir"
// param doubt: choice alleged|disputed|inferred|hedged|all = alleged | Which doubt | e.g. disputed
// param limit: int = 150 | How many rows at most | e.g. 20
// returns: subject, fact, object, in_words, certainty, hedge, said_by, source, says, claims
MATCH (c:Claim)-[:SUBJECT]->(subject:Entity)
WHERE (c.certainty = $doubt OR $doubt IN ['hedged', 'all'] AND c.hedge IS NOT NULL
       OR $doubt = 'all' AND c.certainty IN ['alleged', 'disputed', 'inferred'])
  AND c.source <> 'judgements' AND $of IN ['', c.subject, coalesce(c.object, ''), c.said_by]
MATCH (c)-[:CITES]->(s:Source)
OPTIONAL MATCH (c)-[:OBJECT]->(object:Entity)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(who:Entity)
RETURN subject, c.predicate AS fact, object, c.text AS in_words, c.certainty AS certainty,
       c.hedge AS hedge, coalesce(who.name, c.said_by, s.publisher) AS said_by,
       s.title AS source, c.says AS says, [c.id] AS claims
ORDER BY subject.name, subject.id, c.predicate, c.id
LIMIT $limit
