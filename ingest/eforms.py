"""TED eForms XML: tenders, awards, changes of contracts and announced direct awards since 2023."""

from kg.notices import eforms
from kg.notices.files import Format, read_all
from kg.sources import Context


def ingest(context: Context) -> None:
    """Say what each notice says of buyers, lots, contracts, winners and subcontractors."""
    read_all(context, Format(eforms.ROOTS, eforms.notice, eforms.section))
