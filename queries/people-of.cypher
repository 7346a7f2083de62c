// Who has a role at this firm or body, founded it or owns it?
// One row a person and role; former means that the source speaks of the past, known_on is the time
// that it speaks of. elsewhere are the other organisations where the person has or had a role. Only
// people in a public role are in the graph; public_basis says which.
// tags: people
// param organisation: entity = palantir | The firm, body or project | e.g. "eu-LISA"
// returns: person, tie, title, dates, former, known_on, status, elsewhere, public_basis, certainty, claims
MATCH (person:Person)-[r:HELD_ROLE|FOUNDED|OWNS|ACQUIRED]->(:Entity {id: $organisation})
OPTIONAL MATCH (person)-[e:HELD_ROLE]->(other:Entity)
WHERE other.id <> $organisation
WITH person, r, e, other ORDER BY other.name, other.id, e.eid
WITH person, r, collect(DISTINCT other) AS elsewhere, collect(e.claims) AS lists
CALL (r) {
  UNWIND r.claims AS claim_id
  MATCH (c:Claim {id: claim_id})
  WITH c, coalesce(c.date, 'since ' + c.since, 'until ' + c.until) AS date ORDER BY date, c.as_of,
       c.id
  RETURN collect(DISTINCT date) AS dates, collect(DISTINCT c.as_of) AS known_on
}
RETURN person,
       CASE type(r) WHEN 'HELD_ROLE' THEN 'role' WHEN 'FOUNDED' THEN 'founder'
           WHEN 'OWNS' THEN 'owner'
                    ELSE 'buyer' END AS tie,
       coalesce(r.title, r.role) AS title, dates, r.former AS former, known_on, r.status AS status,
           elsewhere,
       person.public_basis AS public_basis, r.certainty AS certainty,
       reduce(found = r.claims, list IN lists | found
           + [id IN list WHERE NOT id IN found]) AS claims
ORDER BY person.name, person.id, tie, r.eid
