// Which systems lack a known maker, supplier or user?
// One row a system with something missing, most missing first; "missing" says what no source read so
// far tells. A maker is who makes or sells it; a supplier delivers it or won a contract about it; a
// user is a body that uses it, at any time or by plan. The claims are all that is known of it.
// tags: gaps
// param country: country = "" | Where the system is; none for everywhere | e.g. "Spain"
// param kind: choice all|Product|Database = Product | Products or databases | e.g. Database
// returns: system, kind, missing, n_makers, n_suppliers, n_users, used_in, n_claims, claims
MATCH (system:System)
WHERE $kind IN ['all', system.label] AND ($country = '' OR $country IN coalesce(system.country, []))
WITH system, size([(system)<-[:MAKES|SELLS]-(x:Entity) | x.id]) AS n_makers,
     size([(system)<-[:USES]-(x:Entity) | x.id]) AS n_users,
     size([(system)<-[i:INVOLVES]-(c:Claim) WHERE i.as = 'system'
           AND c.predicate IN ['SUPPLIES', 'CONTRACTED_WITH'] | c.id])
     + size([(system)<-[:COVERS]-(:Entity)<-[:WON|SUBCONTRACTED_ON]-(x:Entity) | x.id])
       AS n_suppliers
WHERE n_makers = 0 OR n_suppliers = 0 OR n_users = 0
OPTIONAL MATCH (system)-[:USED_IN]->(place:Entity)
WITH system, n_makers, n_users, n_suppliers, place ORDER BY place.id
WITH system, n_makers, n_users, n_suppliers, collect(DISTINCT place) AS places
MATCH (system)<-[:SUBJECT|OBJECT]-(c:Claim)
WITH system, n_makers, n_users, n_suppliers, places, c.id AS id ORDER BY id
WITH system, n_makers, n_users, n_suppliers, places, collect(DISTINCT id) AS ids
WITH system, n_makers, n_users, n_suppliers, places, ids,
     [x IN [CASE WHEN n_makers = 0 THEN 'maker' END,
            CASE WHEN n_suppliers = 0 THEN 'supplier' END,
            CASE WHEN n_users = 0 THEN 'user' END] WHERE x IS NOT NULL] AS missing
RETURN system, system.label AS kind, missing, n_makers, n_suppliers, n_users, places AS used_in,
       size(ids) AS n_claims, ids AS claims
ORDER BY size(missing) DESC, system.name, system.id
