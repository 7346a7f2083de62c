"""TED eForms XML: tenders, awards, changes of contracts and announced direct awards since 2023."""

from kg.notices.files import read_all
from kg.notices.formats import EFORMS, TED
from kg.sources import Context


def ingest(context: Context) -> None:
    """Say what each notice says of buyers, lots, contracts, winners and subcontractors."""
    read_all(context, EFORMS, TED)
