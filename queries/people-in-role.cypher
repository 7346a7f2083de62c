// Who holds or held which role at an organisation?
// One row a person and role. "former" where every source speaks of it as over; a role without dates
// is not known to last. People are in the graph for a public role only ("why_listed").
// tags: people
// param organisation: entity = "" | An organisation or project; none for all | e.g. "Palantir"
// param limit: int = 200 | How many rows at most | e.g. 20
// returns: person, title, organisation, former, since, until, why_listed, certainty, claims
MATCH (p:Person)-[r:HELD_ROLE]->(o:Entity)
WHERE $organisation = '' OR o.id = $organisation
   OR EXISTS { MATCH (o)-[:PART_OF]->(whole:Entity) WHERE whole.id = $organisation }
RETURN p AS person, r.title AS title, o AS organisation, r.former AS former, r.since AS since,
       r.until AS until, p.public_basis AS why_listed, r.certainty AS certainty,
       r.claims AS claims
ORDER BY o.name, o.id, p.name, p.id, r.eid
LIMIT $limit
