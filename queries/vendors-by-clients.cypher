// Which vendors have the most clients, and in how many countries?
// One row a firm, most clients first: counted are the bodies that have a contract with it, are
// supplied by it or use its product; trials and former clients count, plans do not. A collective
// such as "UK police forces" counts as one, and clients of a subsidiary count for the subsidiary.
// The count is of what is in this graph, not of all that there is.
// tags: supply
// param clients: choice any|police = any | Every kind of client, or police forces only | e.g. police
// param limit: int = 25 | How many rows at most | e.g. 10
// returns: vendor, clients, police_forces, countries, named, certainty, claims
MATCH (client:Entity)-[r:CLIENT_OF]->(vendor:Company)
WHERE $clients = 'any' OR client:PoliceForce
WITH vendor, client, r ORDER BY client.name, client.id, r.eid
UNWIND coalesce(client.country, ['']) AS country
WITH vendor, client, r, country
WITH vendor, collect(DISTINCT client) AS named, collect(DISTINCT country) AS countries,
     collect(DISTINCT r) AS deals
RETURN vendor, size(named) AS clients,
       size([client IN named WHERE client:PoliceForce]) AS police_forces,
       [country IN countries WHERE country <> ''] AS countries, named,
       head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
             WHERE grade IN [deal IN deals | deal.certainty]]) AS certainty,
       reduce(found = [], deal IN deals | found
           + [id IN deal.claims WHERE NOT id IN found]) AS claims
ORDER BY clients DESC, police_forces DESC, vendor.name, vendor.id
LIMIT $limit
