// What happened since a given day?
// One row a claim about an event, newest first: awards, takeovers, rulings, fines, orders, ends,
// statements and every other claim with a date of its own. A date of a report ("date_kind") is the
// day on which it was told, not the day on which it happened.
// tags: time
// param since: date = 2025-10-01 | The first day | e.g. 2026-01-01
// param country: country = "" | Where one of the parties is; none for everywhere | e.g. "Belgium"
// param topic: choice all|supply|law|oversight|criticism|use|ownership = all | What kind of events | e.g. oversight
// param limit: int = 100 | How many rows at most | e.g. 20
// returns: date, date_kind, subject, fact, object, in_words, certainty, said_by, says, claims
MATCH (c:Claim)-[:SUBJECT]->(subject:Entity)
WHERE c.date IS NOT NULL AND c.date_hi >= $since AND c.date >= substring($since, 0, size(c.date))
  AND ($topic = 'all'
    OR $topic = 'supply' AND c.predicate IN ['AWARDED', 'WON', 'SUPPLIES', 'CONTRACTED_WITH',
                                             'TENDERED', 'BID_ON', 'ENDED', 'SUBCONTRACTED_ON']
    OR $topic = 'law' AND c.predicate IN ['RULED', 'ISSUED', 'SUED', 'AUTHORISES', 'PROHIBITS']
    OR $topic = 'oversight' AND c.predicate IN ['FINED', 'ORDERED', 'INVESTIGATES', 'AUDITED',
                                                'EVALUATED', 'IDENTIFIED']
    OR $topic = 'criticism' AND c.predicate IN ['CRITICISES', 'DEMANDS', 'DISPUTES', 'DEFENDS',
                                                'STATED']
    OR $topic = 'use' AND c.predicate IN ['USES', 'USED_IN', 'HAS_STATUS', 'REPLACES']
    OR $topic = 'ownership' AND c.predicate IN ['ACQUIRED', 'OWNS', 'FOUNDED', 'MERGED_INTO',
                                                'SUCCEEDED_BY', 'PART_OF'])
OPTIONAL MATCH (c)-[:OBJECT]->(object:Entity)
WITH c, subject, object
WHERE $country = '' OR $country IN coalesce(subject.country, []) + coalesce(object.country, [])
WITH c, subject, object ORDER BY c.date_lo DESC, c.date DESC, c.id LIMIT $limit
MATCH (c)-[:CITES]->(s:Source)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(who:Entity)
RETURN c.date AS date, c.date_kind AS date_kind, subject, c.predicate AS fact, object,
       c.text AS in_words, c.certainty AS certainty,
       coalesce(who.name, c.said_by, s.publisher) AS said_by, c.says AS says, [c.id] AS claims
ORDER BY c.date_lo DESC, c.date DESC, c.id
