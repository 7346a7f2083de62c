"""Press, registers, parliaments, courts and companies' own pages around the report."""

from kg import facts
from kg.sources import Context


def ingest(context: Context) -> None:
    """Hand on each claim with the paragraph of the page that it was read in."""
    for value in facts.statements(context.case.shipped("data") / "claims" / "press.csv"):
        context.add(value)
