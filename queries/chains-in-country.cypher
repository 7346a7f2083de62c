// Which chains run from a seller, through a system or contract, to the police of this country?
// One row a chain: who makes, sells, won or works on what (vendor, empty where no source says), what
// (thing, empty for a delivery without a name), and which public body uses or buys it, where it is
// used, or who ended the contract (user).
// Plans, trials and ended uses are here too: read the status.
// tags: supply, use, countries
// param country: country = BE | The country, by name or two-letter code | e.g. "Germany"
// param kind: choice all|use|contract = all | Systems in use, contracts and deliveries, or both | e.g. use
// returns: vendor, thing, user, tie, status, certainty, claims
CALL {
  MATCH (user:PublicBody)-[r:USES]->(thing:System)
  WHERE $country IN user.country AND $kind IN ['all', 'use']
  OPTIONAL MATCH (vendor:Organization)-[m:MAKES|SELLS]->(thing)
  RETURN vendor, thing, user, r, m
  UNION ALL
  MATCH (thing:System)-[r:USED_IN]->(user:Place)
  WHERE $country IN user.country AND $kind IN ['all', 'use']
  OPTIONAL MATCH (vendor:Organization)-[m:MAKES|SELLS]->(thing)
  RETURN vendor, thing, user, r, m
  UNION ALL
  MATCH (user:PublicBody)-[r:AWARDED]->(thing:Contract)
  WHERE $country IN user.country AND $kind IN ['all', 'contract']
  OPTIONAL MATCH (vendor:Organization)-[m:WON|SUBCONTRACTED_ON]->(thing)
  RETURN vendor, thing, user, r, m
  UNION ALL
  MATCH (user:Entity)-[r:ENDED]->(thing:Contract)<-[:AWARDED]-(buyer:PublicBody)
  WHERE $country IN buyer.country AND $kind IN ['all', 'contract']
  RETURN null AS vendor, thing, user, r, null AS m
  UNION ALL
  MATCH (vendor:Organization)-[r:SUPPLIES|CONTRACTED_WITH]->(user:PublicBody)
  WHERE $country IN user.country AND $kind IN ['all', 'contract']
  OPTIONAL MATCH (thing:Entity {id: coalesce(r.system, r.product, r.contract, '')})
  RETURN vendor, thing, user, r, null AS m
}
WITH DISTINCT vendor, thing, user, r, m
RETURN vendor, thing, user, type(r) AS tie, r.status AS status,
       head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
             WHERE grade IN [r.certainty, m.certainty]]) AS certainty,
       r.claims + [id IN coalesce(m.claims, []) WHERE NOT id IN r.claims] AS claims
ORDER BY user.name, user.id, coalesce(thing.name, ''), coalesce(thing.id, ''),
         coalesce(vendor.name, ''), coalesce(vendor.id, ''), r.eid, coalesce(m.eid, '')
