"""The CPV's codes with their texts: ``python cpv.py cpv.gc codes.csv``.

Reads the genericode file of the eForms SDK, and keeps the languages that the project speaks.
"""

import csv
import sys
import xml.etree.ElementTree as Xml
from collections.abc import Iterator
from pathlib import Path

LANGUAGES = {
    "en": "eng_label",
    "nl": "nld_label",
    "fr": "fra_label",
    "de": "deu_label",
    "es": "spa_label",
}


def main(source: Path, target: Path) -> None:
    """Read the code list and write the table."""
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["code", *LANGUAGES])
        for cells in sorted(_rows(source), key=lambda cells: cells["code"]):
            texts = [" ".join(cells[column].split()) for column in LANGUAGES.values()]
            writer.writerow([cells["code"], *texts])


def _rows(source: Path) -> Iterator[dict[str, str]]:
    for _, element in Xml.iterparse(source):
        if element.tag == "Row":
            values = (
                (value.get("ColumnRef", ""), value.findtext("SimpleValue")) for value in element
            )
            yield {column: text or "" for column, text in values}
            element.clear()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
