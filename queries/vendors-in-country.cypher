// Which vendors are based in this country, what do they sell, and who are their clients?
// One row a firm. products are what it makes or sells, clients are those by contract, delivery or
// use (a plan makes no client), and goods_in_words and clients_in_words what sources describe
// without a name. With clients=police only police forces count as clients. certainty is that of the
// weakest tie.
// tags: supply, countries
// param country: country = IL | The country, by name or two-letter code | e.g. "France"
// param clients: choice any|police = any | Every kind of client, or police forces only | e.g. police
// returns: vendor, kind, products, goods_in_words, clients, clients_in_words, certainty, claims
MATCH (vendor:Company)
WHERE $country IN vendor.country
OPTIONAL MATCH (vendor)-[made:MAKES|SELLS]->(product:Entity)
WITH vendor, made, product ORDER BY product.name, product.id, made.eid
WITH vendor, collect(DISTINCT product) AS products, collect(made) AS goods
OPTIONAL MATCH (client:Entity)-[r:CLIENT_OF]->(vendor)
WHERE $clients = 'any' OR client:PoliceForce
WITH vendor, products, goods, client, r ORDER BY client.name, client.id, r.eid
WITH vendor, products, goods, collect(DISTINCT client) AS clients, collect(r) AS deals
OPTIONAL MATCH (vendor)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate IN ['MAKES', 'SELLS', 'SUPPLIES', 'CONTRACTED_WITH'] AND c.text IS NOT NULL
WITH vendor, products, clients, goods + deals AS ties, c ORDER BY c.text, c.id
WITH vendor, products, clients, ties, collect(c) AS words,
     collect(DISTINCT CASE
         WHEN c.predicate IN ['MAKES', 'SELLS'] THEN c.text END) AS goods_in_words,
     collect(DISTINCT CASE
         WHEN c.predicate IN ['SUPPLIES', 'CONTRACTED_WITH'] THEN c.text END) AS clients_in_words
WHERE size(ties) + size(words) > 0
RETURN vendor, vendor.kind AS kind, products, goods_in_words, clients, clients_in_words,
       head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
             WHERE grade IN [tie IN ties + words | tie.certainty]]) AS certainty,
       reduce(found = [], tie IN ties + words | found
           + [id IN coalesce(tie.claims, [tie.id]) WHERE NOT id IN found]) AS claims
ORDER BY vendor.name, vendor.id
