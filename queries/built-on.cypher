// Which systems build on which?
// One row a system and base, by way of a chain if there are steps between; built on, a variant of
// and inspired by are different statements (ways), and neither makes the maker of the base the
// maker of the system. Ask for one product to see what it stands on and what stands on it.
// tags: systems
// param product: entity = "" | A product that is in the chain; none for all | e.g. "Palantir Gotham"
// param depth: int = 3 | How many steps at most, up to 4 | e.g. 1
// returns: system, base, steps, ways, chain, makers, certainty, claims
MATCH p = (system:Entity)-[:BUILT_ON|VARIANT_OF|INSPIRED_BY*1..4]->(base:Entity)
WHERE length(p) <= $depth AND ($product = '' OR any(node IN nodes(p) WHERE node.id = $product))
  AND ($product <> '' OR length(p) = 1)
WITH system, base, nodes(p) AS chain, relationships(p) AS links
OPTIONAL MATCH (base)<-[made:MAKES]-(maker:Entity)
WITH system, base, chain, links, made, maker ORDER BY maker.name, maker.id, made.eid
WITH system, base, chain, links, collect(DISTINCT maker) AS makers, collect(made.claims) AS lists
RETURN system, base, size(links) AS steps,
       [link IN links | CASE type(link) WHEN 'BUILT_ON' THEN 'built on'
           WHEN 'VARIANT_OF' THEN 'variant of'
                        ELSE 'inspired by' END] AS ways,
       chain, makers,
       head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
             WHERE grade IN [link IN links | link.certainty]]) AS certainty,
       reduce(found = reduce(found = [], link IN links | found
           + [id IN link.claims WHERE NOT id IN found]),
              list IN lists | found + [id IN list WHERE NOT id IN found]) AS claims
ORDER BY base.name, base.id, steps, system.name, system.id,
         reduce(key = '', link IN links | key + link.eid)
