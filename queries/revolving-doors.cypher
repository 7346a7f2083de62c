// Who has held a public office and had a role at a vendor?
// One row a person, office and tie to a firm: a role, its founding, or ownership of it. Nothing is
// said of the order of the two unless dates are there: former means that the source speaks of the
// past, known_on is the time that it speaks of, dates are those of the role itself. Being listed
// here is no reproach. Unnamed people (the chief executive of TA9) stand under their office.
// tags: people
// param party: entity = "" | A person, firm or public body; none for all | e.g. "Sopra Steria"
// returns: person, body, office, office_dates, office_former, office_known_on, vendor, tie, title, dates, former, known_on, certainty, claims
MATCH (person:Person)-[o:HELD_ROLE]->(body:PublicBody)
MATCH (person)-[r:HELD_ROLE|FOUNDED|OWNS]->(vendor:Company)
WHERE $party IN ['', person.id, body.id, vendor.id]
CALL (o) {
  UNWIND o.claims AS claim_id
  MATCH (c:Claim {id: claim_id})
  WITH c, coalesce(c.date, 'since ' + c.since, 'until ' + c.until) AS date ORDER BY date, c.as_of,
       c.id
  RETURN collect(DISTINCT date) AS office_dates, collect(DISTINCT c.as_of) AS office_known_on
}
CALL (r) {
  UNWIND r.claims AS claim_id
  MATCH (c:Claim {id: claim_id})
  WITH c, coalesce(c.date, 'since ' + c.since, 'until ' + c.until) AS date ORDER BY date, c.as_of,
       c.id
  RETURN collect(DISTINCT date) AS dates, collect(DISTINCT c.as_of) AS known_on
}
RETURN person, body, o.title AS office, office_dates, o.former AS office_former, office_known_on,
       vendor,
       CASE type(r) WHEN 'HELD_ROLE' THEN 'role' WHEN 'FOUNDED' THEN 'founder'
           ELSE 'owner' END AS tie,
       coalesce(r.title, r.role) AS title, dates, r.former AS former, known_on,
       head([grade IN ['disputed', 'alleged', 'inferred', 'reported', 'stated']
             WHERE grade IN [o.certainty, r.certainty]]) AS certainty,
       o.claims + [id IN r.claims WHERE NOT id IN o.claims] AS claims
ORDER BY person.name, person.id, body.name, body.id, vendor.name, vendor.id, tie, o.eid, r.eid
