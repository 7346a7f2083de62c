// Which numbers and sums are claimed of a system, vendor, force or contract, and by whom?
// One row a figure of one source, as it gives it: figures that differ stand side by side and have
// "contested" set. "approx" (about, almost, more_than, at_most ...), "hedge", "min" and "max" belong
// to the figure: a "100" with "almost" is not 100. "figure" may be words such as "hundreds".
// tags: money, evidence
// param of: entity = "" | What the figure is of; none for all | e.g. "Orbit"
// param kind: choice all|counts|money = all | Counts, sums of money, or both | e.g. money
// param limit: int = 150 | How many rows at most | e.g. 50
// returns: of, figure, unit, approx, min, max, out_of, counted, kind, period, place, date, vat, hedge, contested, certainty, said_by, says, claims
OPTIONAL MATCH (e:Entity {id: $of})
OPTIONAL MATCH (e)-[:MAKES|SELLS|WON*0..1]->(own:Entity)<-[:PART_OF|VARIANT_OF*0..1]-(part:Entity)
WHERE part.id = e.id OR part:System OR part:Contract
WITH [$of] + collect(DISTINCT part.id) AS scope
MATCH (c:Claim)-[:SUBJECT]->(of:Entity)
WHERE (c.predicate IN ['HAS_METRIC', 'HAS_AMOUNT'] OR c.value IS NOT NULL OR c.count IS NOT NULL
       OR c.share IS NOT NULL)
  AND ($of = '' OR c.subject IN scope OR coalesce(c.object, '') IN scope
       OR any(x IN coalesce(c.about, []) + coalesce(c.system, []) WHERE x IN scope))
WITH c, of, c.predicate = 'HAS_AMOUNT' OR c.currency IS NOT NULL OR c.value IS NOT NULL
     OR coalesce(c.unit, '') IN ['EUR', 'GBP', 'USD', 'CHF', 'SEK', 'NOK', 'DKK'] AS is_money
WHERE $kind = 'all' OR $kind = 'money' AND is_money OR $kind = 'counts' AND NOT is_money
WITH c, of ORDER BY of.name, of.id, c.predicate, coalesce(c.measure, c.kind, ''),
                    coalesce(c.date_lo, ''), c.id
LIMIT $limit
MATCH (c)-[:CITES]->(s:Source)
OPTIONAL MATCH (c)-[:OBJECT]->(object:Entity)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'place'}]->(place:Entity)
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(who:Entity)
WITH c, of, s, object, who, place ORDER BY place.id
WITH c, of, s, object, who, collect(place) AS places, coalesce(c.value, c.count, c.share) AS number
RETURN of,
       CASE WHEN c.predicate IN ['HAS_METRIC', 'HAS_AMOUNT'] THEN c.text
            WHEN number = toInteger(number) THEN toString(toInteger(number))
            ELSE toString(number) END AS figure,
       coalesce(c.currency, c.unit) AS unit, c.approx AS approx, c.min AS min, c.max AS max,
       c.of AS out_of,
       coalesce(c.measure, toLower(c.predicate) + coalesce(' ' + object.name, ' ' + c.text, ''))
         AS counted,
       c.kind AS kind, coalesce(c.period, c.duration, c.year) AS period, places AS place,
       coalesce(c.date, c.as_of, c.since + ' to ' + c.until, c.since, c.until) AS date,
       c.vat AS vat, c.hedge AS hedge,
       CASE WHEN EXISTS { MATCH (c)-[x:CONFLICTS_WITH]-(:Claim) WHERE x.kind = 'conflict' }
            THEN true END AS contested,
       c.certainty AS certainty, coalesce(who.name, c.said_by, s.publisher) AS said_by,
       c.says AS says, [c.id] AS claims
ORDER BY of.name, of.id, c.predicate, coalesce(c.measure, c.kind, ''), coalesce(c.date_lo, ''), c.id
