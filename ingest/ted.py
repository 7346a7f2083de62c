"""The older XML of TED (R2.0.7 to R2.0.9): awards, direct awards and changes until 2023."""

from kg.notices.files import read_all
from kg.notices.formats import EFORMS, TED
from kg.sources import Context


def ingest(context: Context) -> None:
    """Say what each notice says of buyers, lots, contracts and winners."""
    read_all(context, TED, EFORMS)
