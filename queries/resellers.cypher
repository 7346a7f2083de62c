// Which products reach clients through somebody other than their maker?
// One row a chain of maker, reseller and client. way says what it rests on: a source names a
// channel for a delivery, calls a firm a reseller or integrator, or the firm that sells or supplies
// a product is not the one that makes it. Such a reading is no proof of a contract between maker
// and reseller.
// tags: supply
// param party: entity = "" | A maker, reseller, client or product; none for all | e.g. "Bosch Security Systems"
// returns: maker, reseller, product, client, way, role, certainty, claims
CALL {
  MATCH (maker:Entity)-[via:SUPPLIES_VIA]->(reseller:Entity)
  MATCH (maker)-[r:SUPPLIES]->(client:Entity)
  WHERE client.id = via.client
  OPTIONAL MATCH (product:Entity {id: coalesce(r.system, '')})
  RETURN maker, reseller, product, client, [r] AS hops,
         'named as the channel of a delivery' AS way, null AS role
  UNION ALL
  MATCH (reseller:Organization)-[r:SELLS]->(product:Entity)
  OPTIONAL MATCH (maker:Entity)-[made:MAKES]->(product)
  WHERE maker.id <> reseller.id
  WITH maker, reseller, product, r, made
  WHERE NOT product:Technology AND NOT EXISTS { MATCH (reseller)-[:MAKES]->(product) }
    AND (maker IS NOT NULL OR r.role IS NOT NULL)
  RETURN maker, reseller, product, null AS client, [r] + CASE WHEN made IS NULL THEN []
         ELSE [made] END AS hops,
         'sells what another makes' AS way, r.role AS role
  UNION ALL
  MATCH (reseller:Organization)<-[:SUBJECT]-(c:Claim {predicate: 'SUPPLIES'})
        -[:INVOLVES {as: 'system'}]->(product:System)
  MATCH (c)-[:OBJECT]->(client:Entity)
  MATCH (maker:Organization)-[made:MAKES]->(product)
  WHERE maker.id <> reseller.id AND NOT EXISTS { MATCH (reseller)-[:MAKES]->(product) }
    AND NOT coalesce(c.role, '') CONTAINS 'maintain'
  RETURN maker, reseller, product, client, [c, made] AS hops, 'supplies what another makes' AS way,
         c.role AS role
  UNION ALL
  MATCH (reseller:Organization)<-[:SUBJECT]-(c:Claim {predicate: 'SUPPLIES'})
        -[:OBJECT]->(client:Entity)
  WHERE c.role CONTAINS 'resell' OR c.role CONTAINS 'integrat'
  OPTIONAL MATCH (c)-[:INVOLVES {as: 'system'}]->(product:Entity)
  RETURN null AS maker, reseller, product, client, [c] AS hops, 'called so by a source' AS way,
         c.role AS role
}
WITH maker, reseller, product, client, hops, way, role
WHERE $party IN ['', coalesce(maker.id, ''), reseller.id, coalesce(product.id, ''),
      coalesce(client.id, '')]
RETURN maker, reseller, product, client, way, role,
       head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
             WHERE grade IN [hop IN hops | hop.certainty]]) AS certainty,
       reduce(found = [], hop IN hops | found
           + [id IN coalesce(hop.claims, [hop.id]) WHERE NOT id IN found]) AS claims
ORDER BY way, reseller.name, reseller.id, coalesce(product.id, ''), coalesce(client.id, ''),
         coalesce(maker.id, ''), claims[0]
