// Who stands above this vendor: its owners, their owners, and so on?
// One row a chain, from the vendor up. ways says for each step what the firm above is: owner,
// buyer, parent, absorber or successor; certainty is that of the weakest step. A step that is only
// announced, or has ended, is marked in notes. Consortia are no owners and are left out.
// tags: ownership
// param vendor: entity = briefcam | The company, body or product | e.g. "Palantir Technologies GmbH"
// param depth: int = 4 | How many steps up at most, up to 5 | e.g. 2
// returns: top, steps, chain, ways, notes, certainty, claims
MATCH p = (vendor:Entity {id: $vendor})
      -[:OWNS|ACQUIRED|PART_OF|MERGED_INTO|SUCCEEDED_BY*1..5]-(top:Entity)
WITH top, nodes(p) AS chain, relationships(p) AS links
WHERE size(links) <= $depth AND (top:Organization OR top:Person)
  AND all(i IN range(0, size(links) - 1) WHERE CASE
        WHEN type(links[i]) IN ['OWNS', 'ACQUIRED'] THEN endNode(links[i]).id = chain[i].id
        ELSE startNode(links[i]).id = chain[i].id
            AND NOT coalesce(chain[i + 1].kind, '') = 'consortium' END)
RETURN top, size(links) AS steps, chain,
       [link IN links | CASE type(link) WHEN 'OWNS' THEN 'owner' WHEN 'ACQUIRED' THEN 'buyer'
          WHEN 'PART_OF' THEN 'parent' WHEN 'MERGED_INTO' THEN 'absorber'
              ELSE 'successor' END] AS ways,
       [link IN links WHERE link.until IS NOT NULL OR link.status IS NOT NULL |
          startNode(link).name + ' - ' + endNode(link).name + ': '
          + coalesce(link.status, '') + coalesce(' until ' + link.until, '')] AS notes,
       head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
             WHERE grade IN [link IN links | link.certainty]]) AS certainty,
       reduce(found = [], link IN links | found
           + [id IN link.claims WHERE NOT id IN found]) AS claims
ORDER BY steps, top.name, top.id, reduce(key = '', link IN links | key + link.eid)
