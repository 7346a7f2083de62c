// Which sources carry how much, and how much do they carry alone?
// One row a source, heaviest first: how many claims cite it, how many facts about two entities rest
// on it, and how many of those on it alone. Without claims in the row, as it speaks of all claims of
// the source: see said-in and if-source-withdrawn with its id.
// tags: evidence
// param kind: choice all|news|press_release|vendor_site|ngo_report|government|academic|parliament|reference|register|court|judgement = all | Kind of source | e.g. parliament
// param limit: int = 100 | How many rows at most | e.g. 20
// returns: source, title, publisher, kind, language, published, n_claims, n_facts, n_alone, reread, url
MATCH (s:Source)<-[:CITES]-(c:Claim)
WHERE $kind = 'all' OR s.kind = $kind
WITH s, collect(c) AS said
WITH s, said ORDER BY size(said) DESC, s.id LIMIT $limit
UNWIND said AS c
OPTIONAL MATCH (c)-[:SUBJECT]->(a:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(b:Entity)
OPTIONAL MATCH (a)-[r]->(b)
WHERE type(r) = c.predicate AND c.id IN r.claims
WITH s, size(said) AS n_claims, count(DISTINCT r) AS n_facts,
     count(DISTINCT CASE WHEN r.n_sources = 1 THEN r END) AS n_alone
RETURN s.id AS source, s.title AS title, s.publisher AS publisher, s.kind AS kind,
       s.language AS language, s.published AS published, n_claims, n_facts, n_alone,
       s.reread AS reread, s.url AS url
ORDER BY n_claims DESC, source
