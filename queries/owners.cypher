// Who owns this vendor or product, or bought it?
// One row an owner and way: owner, buyer, founder, parent organisation, absorber, successor. A
// purchase that is only announced is not closed: read status. An investor is no owner: see
// funders-of. share is in percent where a source gives it; known_on is the day of which the source
// speaks.
// tags: ownership
// param vendor: entity = briefcam | The company, body or product | e.g. "IDEMIA"
// returns: owner, way, share, dates, known_on, until, status, former, notes, certainty, claims
MATCH (vendor:Entity {id: $vendor})
CALL (vendor) {
  MATCH (owner:Entity)-[r:OWNS|ACQUIRED|FOUNDED]->(vendor)
  RETURN owner, r
  UNION ALL
  MATCH (vendor)-[r:PART_OF|MERGED_INTO|SUCCEEDED_BY]->(owner:Organization)
  WHERE NOT owner.kind = 'consortium' OR owner.kind IS NULL
  RETURN owner, r
}
CALL (r) {
  UNWIND r.claims AS claim_id
  MATCH (c:Claim {id: claim_id})
  WITH c, c.date + coalesce(' (' + c.date_kind + ')', '') AS date
  ORDER BY c.share, date, c.as_of, c.note, c.id
  RETURN collect(DISTINCT c.share) AS shares, collect(DISTINCT date) AS dates,
         collect(DISTINCT c.as_of) AS known_on, collect(DISTINCT c.note) AS notes
}
RETURN owner,
       CASE type(r) WHEN 'OWNS' THEN 'owner' WHEN 'ACQUIRED' THEN 'buyer'
           WHEN 'FOUNDED' THEN 'founder'
                    WHEN 'PART_OF' THEN 'parent' WHEN 'MERGED_INTO' THEN 'absorber'
                    ELSE 'successor' END AS way,
       shares AS share, dates, known_on, r.until AS until, r.statuses AS status, r.former AS former,
       notes, r.certainty AS certainty, r.claims AS claims
ORDER BY way, coalesce(r.since_lo, ''), owner.name, owner.id, r.eid
