"""What countries are called in the languages of our files: ``python countries.py countries.csv``.

Reads the territory names of the Unicode CLDR, as the package ``babel`` carries them.
"""

import csv
import sys
from pathlib import Path

from babel import Locale

LANGUAGES = ("en", "nl", "fr", "de", "es", "it", "pt", "pl")


def main(target: Path) -> None:
    """Write the table."""
    names = {language: Locale(language).territories for language in LANGUAGES}
    codes = sorted(code for code in map(str, names["en"]) if len(code) == 2 and code.isalpha())
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["code", *LANGUAGES])
        for code in codes:
            writer.writerow([code, *(names[language].get(code, "") for language in LANGUAGES)])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
