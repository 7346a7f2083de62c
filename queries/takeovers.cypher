// Who took over whom, when, and for how much?
// One row a takeover as sources give it: announced and closed are two rows, and so are prices or
// dates that differ. Owners whose takeover nobody dates come last. price belongs with currency and
// approx; share is in percent; notes say what part was bought and what else belongs to it. In a
// merger the buyer is the one that goes on.
// tags: ownership, time
// param party: entity = "" | Buyer, target or seller; none for all | e.g. "Sopra Steria"
// param limit: int = 300 | How many rows at most | e.g. 20
// returns: date, dated_by, buyer, act, target, seller, status, price, currency, approx, share, hedge, notes, contested, certainty, claims
MATCH (buyer:Entity)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(target:Entity)
WHERE (c.predicate IN ['ACQUIRED', 'MERGED_INTO'] AND NOT target:Database)
   OR (c.predicate = 'OWNS' AND target:Organization
       AND NOT EXISTS { MATCH (buyer)-[:ACQUIRED]->(target) })
OPTIONAL MATCH (c)-[:INVOLVES {as: 'seller'}]->(seller:Entity)
WITH c, buyer, target, seller
WHERE $party IN ['', buyer.id, target.id, coalesce(seller.id, '')]
OPTIONAL MATCH (c)-[x:CONFLICTS_WITH]-(:Claim)
WHERE x.kind = 'conflict'
WITH c, CASE c.predicate WHEN 'MERGED_INTO' THEN target ELSE buyer END AS buyer,
     CASE c.predicate WHEN 'MERGED_INTO' THEN buyer ELSE target END AS target, seller,
     CASE c.predicate WHEN 'ACQUIRED' THEN 'takeover' WHEN 'MERGED_INTO' THEN 'merger'
         ELSE 'ownership' END AS act,
     CASE WHEN count(x) > 0 THEN true END AS contested
ORDER BY c.note, c.id
WITH coalesce(c.date, c.as_of) AS date, CASE WHEN c.date IS NULL
     AND c.as_of IS NOT NULL THEN 'as of' ELSE c.date_kind END AS dated_by,
     buyer, act, target, seller, c.status AS status, c.value AS price, c.currency AS currency,
     c.approx AS approx, c.share AS share, c.hedge AS hedge,
     collect(DISTINCT c.note) AS note, collect(DISTINCT c.scope) AS scope,
     head(collect(contested)) AS contested, collect(DISTINCT c.certainty) AS grades,
         collect(c.id) AS claims
RETURN date, dated_by, buyer, act, target, seller, status, price, currency, approx, share, hedge,
       scope + note AS notes, contested,
       head([grade IN ['stated', 'reported', 'inferred', 'alleged', 'disputed']
             WHERE grade IN grades]) AS certainty, claims
ORDER BY act = 'ownership', coalesce(date, '9999'), buyer.name, buyer.id, target.name, target.id,
         claims[0]
LIMIT $limit
