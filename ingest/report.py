"""The report on data-driven policing in Belgium, France, Germany and Spain (2025)."""

from kg import facts
from kg.sources import Context


def ingest(context: Context) -> None:
    """Hand on each claim of the report, with its printed page and line."""
    for value in facts.statements(context.case.shipped("data") / "claims" / "report.csv"):
        context.add(value)
