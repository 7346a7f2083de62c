"""The two XML formats in which Tenders Electronic Daily has published notices."""

from kg.notices import eforms, ted
from kg.notices.files import Format

EFORMS = Format(eforms.ROOTS, eforms.notice, eforms.section)
TED = Format(ted.ROOTS, ted.notice, ted.section, ted.is_wanted)
