// Which vendors does each police force or body depend on?
// One row a client and vendor, through a contract, a delivery, or the use of the vendor's product: the
// relationship CLIENT_OF, derived from those. A plan makes no client. "status" says how
// it ended, where every use, delivery and contract behind the row has ended; else it is empty.
// tags: supply, network
// param clients: choice any|police = any | Every kind of client, or police forces only | e.g. police
// param vendor_country: country = "" | Where the vendor is; none for everywhere | e.g. "Israel"
// param client_country: country = "" | Where the client is; none for everywhere | e.g. "France"
// returns: vendor, client, through, status, certainty, claims
MATCH (client:Organization)-[r:CLIENT_OF]->(vendor:Organization)
WHERE ($clients = 'any' OR client:PoliceForce)
  AND ($vendor_country = '' OR $vendor_country IN vendor.country)
  AND ($client_country = '' OR $client_country IN client.country)
OPTIONAL MATCH (through:Entity {id: coalesce(r.through, '')})
RETURN vendor, client, through, r.status AS status, r.certainty AS certainty, r.claims AS claims
ORDER BY vendor.name, vendor.id, client.name, client.id, r.eid
