"""Measure how large files are taken in: ``python benchmarks/ingest_scale.py [--megabytes N]``.

Makes files of contracting data (made up, but shaped like real ones: several releases a process far
from each other, losers, subcontractors, names that return), takes each into a new case in a process
of its own, and writes a table into docs/performance.md: seconds of CPU, megabytes of memory at its
peak, records and statements per second of CPU. Half the size, half the time: that is linear.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "performance.md"
CHILD = """
import resource, sys
from pathlib import Path
from kg.case import new
from kg.ingesting import Report, ingest
case = new(Path(sys.argv[1]))
for report in ingest(case, [sys.argv[2]], sys.argv[3]):
    assert isinstance(report, Report), report
    assert not report.problems, report.problems[:3]
    print(report.taken.records, report.taken.statements)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
TOWNS = ("Aalst", "Bron", "Celle", "Dinant", "Elda", "Fulda", "Ghent", "Herne", "Ixelles", "Jette")
TRADES = ("Vision", "Data", "Systems", "Secure", "Mobile", "Analytics", "Telecom", "Software")
CPV = ("35125300", "48000000", "72000000", "32323500", "35120000", "48613000", "50610000")


def main() -> None:
    """Make, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--megabytes", type=int, default=1000, help="size of the largest file")
    parser.add_argument("--kinds", nargs="*", default=list(KINDS), choices=list(KINDS))
    given = parser.parse_args()
    from docs.generator.blocks import measured

    lines = [
        "| file | size | CPU | memory | records/CPU-s | statements/CPU-s |\n",
        "|---|---|---|---|---|---|\n",
    ]
    sys.stdout.write("".join(lines))
    for kind in given.kinds:
        for size in (given.megabytes // 5, given.megabytes * 2 // 5, given.megabytes):
            with TemporaryDirectory() as folder:
                lines.append(line(kind, size, Path(folder)))
            sys.stdout.write(lines[-1])
            sys.stdout.flush()
    PAGE.write_text(measured(PAGE.read_text("utf-8"), "ingest", "".join(lines)), "utf-8")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its format, what stands before, between and after its records."""

    format: str
    suffix: str
    record: Callable[[int, random.Random], str]
    before: str = ""
    between: str = "\n"
    after: str = "\n"


def line(kind: str, megabytes: int, folder: Path) -> str:
    """One line of the table."""
    path = folder / f"made-up{KINDS[kind].suffix}"
    write(path, KINDS[kind], megabytes * 1_000_000)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(folder / "case"), str(path), KINDS[kind].format],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(done.stderr or f"stopped by signal {-done.returncode}")
    records, statements, peak = map(int, done.stdout.split())
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return (
        f"| {kind} | {path.stat().st_size / 1e6:,.0f} MB | {cpu:,.0f} s | {peak / 1024:,.0f} MB |"
        f" {records / cpu:,.0f} | {statements / cpu:,.0f} |\n"
    )


def write(path: Path, kind: Kind, size: int) -> None:
    """A file of about this size, the same in every run."""
    chance, written = random.Random(8200), 0
    with path.open("w", encoding="utf-8") as file:
        file.write(kind.before)
        for number in count():
            text = kind.record(number, chance)
            file.write(text if number == 0 else kind.between + text)
            written += len(text)
            if written > size:
                break
        file.write(kind.after)


def ocds(number: int, chance: random.Random) -> str:
    """A release; every third is a later one of a process that began long before."""
    is_later = number % 3 == 2
    process = number // 2 if is_later else number
    stage = "award" if is_later else "tender"
    return json.dumps(dict(_release(process, stage, chance)), ensure_ascii=False)


def _release(process: int, stage: str, chance: random.Random) -> Iterator[tuple[str, object]]:
    parties = [_party(chance, "supplier") for _ in range(3)]
    buyer = _party(chance, "buyer")
    yield "ocid", f"ocds-x8200y-{process:08}"
    yield "id", f"{process:08}-{stage}"
    yield "date", f"20{10 + process % 14}-0{1 + process % 9}-1{stage == 'award':d}T10:00:00Z"
    yield "tag", [stage]
    yield "language", "en"
    yield "parties", [buyer, *parties]
    yield "buyer", {"id": buyer["id"], "name": buyer["name"]}
    yield "tender", _tender(process, parties, chance)
    yield "awards", [_award(process, parties[0], chance)]
    yield "contracts", [_contract(process, chance)]


def _party(chance: random.Random, role: str) -> dict[str, object]:
    number = chance.randrange(40_000) if role == "supplier" else chance.randrange(2_000)
    town = TOWNS[number % len(TOWNS)]
    own = f"{TRADES[number % len(TRADES)]} {town} {number} Ltd"
    name = own if role == "supplier" else f"City of {town} {number}"
    return {
        "id": f"GB-COH-{number:08}",
        "name": name,
        "roles": [role],
        "identifier": {"scheme": "GB-COH", "id": f"{number:08}", "legalName": name},
        "address": {"locality": town, "countryName": "United Kingdom", "postalCode": "N1 1AA"},
        "contactPoint": {"name": "Office", "email": "office@example.org"},
    }


def _tender(
    process: int, parties: list[dict[str, object]], chance: random.Random
) -> dict[str, object]:
    return {
        "id": f"t-{process}",
        "title": f"Supply of {chance.choice(TRADES).lower()} equipment, part {process}",
        "description": "Delivery, installation and maintenance over the whole of the term. " * 3,
        "status": "complete",
        "procurementMethod": "open",
        "numberOfTenderers": 3,
        "value": {"amount": chance.randrange(10_000, 9_000_000) / 100, "currency": "GBP"},
        "tenderers": [{"id": one["id"], "name": one["name"]} for one in parties],
        "items": [_item(chance)],
    }


def _item(chance: random.Random) -> dict[str, object]:
    code = chance.choice(CPV)
    return {"id": "1", "classification": {"scheme": "CPV", "id": code}, "quantity": 12}


def _award(process: int, supplier: dict[str, object], chance: random.Random) -> dict[str, object]:
    return {
        "id": "1",
        "title": f"Award {process}",
        "status": "active",
        "date": "2020-05-05T00:00:00Z",
        "value": {"amount": chance.randrange(10_000, 9_000_000) / 100, "currency": "GBP"},
        "suppliers": [{"id": supplier["id"], "name": supplier["name"]}],
        "hasSubcontracting": process % 5 == 0,
        "items": [_item(chance)],
    }


def _contract(process: int, chance: random.Random) -> dict[str, object]:
    amount = {"amount": chance.randrange(100, 90_000) / 100, "currency": "GBP"}
    return {
        "id": f"c-{process}",
        "awardID": "1",
        "status": "active",
        "dateSigned": "2020-06-06T00:00:00Z",
        "period": {"startDate": "2020-07-01T00:00:00Z", "endDate": "2024-06-30T00:00:00Z"},
        "implementation": {
            "transactions": [{"id": "1", "date": "2021-01-01T00:00:00Z", "value": amount}]
        },
    }


def decp(number: int, chance: random.Random) -> str:
    """A French contract with a subcontract."""
    return json.dumps(_marche(number, chance), ensure_ascii=False)


def _marche(number: int, chance: random.Random) -> dict[str, object]:
    return {
        "id": f"2024M{number:08}",
        "acheteur": {"id": siret(chance.randrange(2_000))},
        "nature": "Marché",
        "objet": f"Fourniture de caméras et prestations associées, lot {number}",
        "codeCPV": chance.choice(CPV),
        "procedure": "Appel d'offres ouvert",
        "lieuExecution": {"code": "75000", "typeCode": "Code postal"},
        "dureeMois": 48,
        "dateNotification": "2024-05-15",
        "datePublicationDonnees": "2024-05-25",
        "montant": chance.randrange(10_000, 9_000_000) / 100,
        "offresRecues": 4,
        "sousTraitanceDeclaree": True,
        "titulaires": [
            {"titulaire": {"id": siret(chance.randrange(40_000)), "typeIdentifiant": "SIRET"}}
        ],
        "actesSousTraitance": [
            {
                "acteSousTraitance": {
                    "id": 1,
                    "sousTraitant": {
                        "id": siret(chance.randrange(40_000)),
                        "typeIdentifiant": "SIRET",
                    },
                    "dureeMois": 12,
                    "dateNotification": "2024-10-11",
                    "montant": chance.randrange(10_000, 900_000) / 100,
                    "variationPrix": "Révisable",
                }
            }
        ],
    }


def siret(number: int) -> str:
    """A number with the check digits of a SIRET."""
    siren = _checked(f"3{number:07}")
    return _checked(f"{siren}0001")


def _checked(digits: str) -> str:
    """Digits with the one of Luhn behind them."""
    doubled = [int(digit) * (2 - at % 2) for at, digit in enumerate(reversed(digits))]
    return digits + str(-sum(value - 9 * (value > 9) for value in doubled) % 10)


def decp_xml(number: int, chance: random.Random) -> str:
    """The same contract in XML."""
    return f"<marche>{''.join(_elements(_marche(number, chance)))}</marche>"


def _elements(fields: dict[str, object]) -> Iterator[str]:
    for name, value in fields.items():
        for one in value if isinstance(value, list) else [value]:
            inner = "".join(_elements(one)) if isinstance(one, dict) else str(one)
            yield f"<{name}>{inner}</{name}>"


def table(number: int, chance: random.Random) -> str:
    """A row of the award notices of TED as CSV: every tenth is won by two firms."""
    buyer, firm = chance.randrange(2_000), chance.randrange(40_000)
    town = TOWNS[buyer % len(TOWNS)]
    winner = f"{TRADES[firm % len(TRADES)]} {town} {firm} Ltd"
    other = f"---{TRADES[firm % 3]} {firm % 900} Ltd" if number % 10 == 0 else ""
    value, day = chance.randrange(10_000, 9_000_000) / 100, f"{1 + number % 28:02}-MAY-20"
    cells = (
        *(f"2020{number // 3:07}", f"{number}", f"City of {town} {buyer}", chance.choice(CPV)),
        *(f"{winner}{other}", f"{value}", f"C-{number}", f"Supply of equipment part {number}"),
        *(day, "OPE", "4", "0", "GB", "GB"),
    )
    return ",".join(cells)


HEADER = (
    "ID_NOTICE_CAN,ID_AWARD,CAE_NAME,CPV,WIN_NAME,AWARD_VALUE_EURO,CONTRACT_NUMBER,TITLE,"
    "DT_AWARD,TOP_TYPE,NUMBER_OFFERS,CANCELLED,ISO_COUNTRY_CODE,WIN_COUNTRY_CODE\n"
)
KINDS = {
    "CSV, awards of TED": Kind("mapping", ".csv", table, HEADER),
    "OCDS, a release a line": Kind("ocds", ".jsonl", ocds),
    "OCDS, one package": Kind("ocds", ".json", ocds, '{"releases":[', ",", "]}"),
    "DECP, JSON": Kind("decp", ".json", decp, '{"marches":{"marche":[', ",", "]}}"),
    "DECP, XML": Kind("decp", ".xml", decp_xml, "<marches>", "\n", "</marches>"),
}

if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    started = time.perf_counter()
    main()
    sys.stdout.write(f"\nin {time.perf_counter() - started:,.0f} s\n")
