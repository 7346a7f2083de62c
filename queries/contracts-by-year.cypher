// Which contracts were put out to tender, awarded, won or ended, year by year?
// One row a contract, act and date. dated_by is empty where the date is that of the act itself;
// where a source only has the date of a notice, an announcement or a report it says so. Dates that
// differ between sources are rows of their own, and contested where they cannot both be right. With
// undated, what no source dates comes last.
// tags: contracts, time
// param year_from: int = 2000 | The first year | e.g. 2020
// param year_to: int = 2100 | The last year | e.g. 2021
// param country: country = "" | Only with a buyer, ender or supplier of this country; none for all | e.g. "France"
// param undated: bool = no | Also what no source dates | e.g. yes
// returns: year, date, dated_by, act, contract, party, client, reason, contested, certainty, claims
MATCH (c:Claim)-[:SUBJECT]->(party:Entity)
WHERE c.predicate IN ['TENDERED', 'AWARDED', 'WON', 'ENDED', 'CONTRACTED_WITH', 'BID_ON']
  AND (c.date IS NOT NULL OR $undated)
MATCH (c)-[:OBJECT]->(object:Entity)
WITH c, party, CASE c.predicate WHEN 'CONTRACTED_WITH' THEN object END AS client,
     CASE c.predicate WHEN 'CONTRACTED_WITH' THEN null ELSE object END AS contract,
     CASE c.predicate WHEN 'TENDERED' THEN 'put out to tender' WHEN 'BID_ON' THEN 'bid'
                      WHEN 'CONTRACTED_WITH' THEN 'contract without a name'
                      ELSE toLower(c.predicate) END AS act
WHERE $country = '' OR $country IN coalesce(party.country, []) + coalesce(client.country, [])
WITH c, party, client, contract, act, toInteger(substring(c.date, 0, 4)) AS year
WHERE year IS NULL OR $year_from <= year <= $year_to
OPTIONAL MATCH (c)-[x:CONFLICTS_WITH]-(:Claim)
WHERE x.kind = 'conflict'
WITH c, party, client, contract, act, year, count(x) > 0 AS is_contested
ORDER BY c.reason, c.id
WITH year, c.date AS date, CASE c.date_kind WHEN 'event' THEN null
     ELSE c.date_kind END AS dated_by, act,
     contract, party, client, collect(DISTINCT c.reason) AS reason,
     collect(DISTINCT CASE WHEN is_contested THEN true END) AS contested,
         collect(DISTINCT c.certainty) AS grades,
     collect(c.id) AS claims
RETURN year, date, dated_by, act, contract, party, client, reason, head(contested) AS contested,
       head([grade IN ['stated', 'reported', 'inferred', 'alleged', 'disputed']
             WHERE grade IN grades]) AS certainty, claims
ORDER BY coalesce(date, '9999'), coalesce(contract.name, '~'), coalesce(contract.id, ''), act,
         party.name, party.id, coalesce(client.id, ''), coalesce(dated_by, '')
