"""Names as a graph has them: all that is shipped, the report's own spellings, both stores."""

import csv
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator

import pytest

from kg.reading.names import Hit, Names
from kg.resources import folder
from kg.session import OpenGraph
from kg.store.bolt import Store
from tests.reading.samples import world
from tests.store.samples import Fill

REPORT = {
    "Briefcam": "briefcam",
    "TA9": "ta9",
    "Rayzone": "rayzone",
    "PredPol": "predpol",
    "PredVol": "predvol",
    "Top400": "top400",
    "top 400": "top400",
    "Top600": "top600",
    "RADAR-iTE": "radar-ite",
    "RADAR-rechts": "radar-rechts",
    "Delia": "delia",
    "KeyCrime": "keycrime",
    "P3-DSS": "p3-dss",
    "P3DSS": "p3-dss",
    "Smart Patrolling": "p3-dss",
    "Smart Police": "smart-police",
    "PRECOBS": "precobs",
    "re-Crime": "precobs",
    "re-Crime Observation System": "precobs",
    "Hessen": "hesse",
    "Noordrijn-Westfalen": "north-rhine-westphalia",
    "Beieren": "bavaria",
    "Nedersaksen": "lower-saxony",
    "Rijsel": "lille",
    "Risk Terrain Modelling": "risk-terrain-modelling",
    "risk terrain modeling": "risk-terrain-modelling",
    "RTM": "risk-terrain-modelling",
    "RTM-algoritme": "risk-terrain-modelling",
    "RTM-systeem": "risk-terrain-modelling",
    "Verordening Artificiële intelligentie": "eu-ai-act",
    "Verordening AI": "eu-ai-act",
    "Europese Verordening inzake AI": "eu-ai-act",
    "wet inzake AI": "eu-ai-act",
    "verordening betreffende AI": "eu-ai-act",
    "Duitse federale recherchebureau": "bka",
    "Federale Recherchebureau": "bka",
    "Amnesty International UK": "amnesty-international-uk",
    "Technopolice België": "technopolice-belgium",
    "Technopolice Frankrijk": "technopolice-france",
    "Metropolitan Police": "metropolitan-police",
    "London Metropolitan Police": "metropolitan-police",
    "Metropolitan Police in Londen": "metropolitan-police",
    "EuroCop": "eurocop",
    "EuroCop-systeem": "eurocop-system",
    "kbO": "kbo",
    "KbO": "kbo",
    "kbO's": "kbo",
    "Kriminalitätsbelasteter Ort": "kbo",
    "Kriminalitätsbelastete Orte": "kbo",
    "misdaadgevoelige plaatsen": "kbo",
    "VN": "united-nations",
    "VK": "united-kingdom",
    "VS": "united-states",
    "TES": "tes",
    "TAJ": "taj",
    "CAS": "cas",
    "COC": "coc",
    "NSU": "nsu",
    "PNR": "pnr-data",
    "Gendarmerie": "gendarmerie-nationale",
    "Gendarmerie Nationale": "gendarmerie-nationale",
}


def ids(hits: list[Hit]) -> list[str]:
    return [hit.id for hit in hits]


def spellings() -> Iterator[tuple[str, str]]:
    """Every (spelling, id) of the shipped entities."""
    with (folder("data") / "entities.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            translated = (pair.partition("=")[2] for pair in row["names"].split("|"))
            for text in (row["name"], *translated, *row["aliases"].split("|")):
                if text:
                    yield text, row["id"]


def test_importing_names_loads_nothing_heavy() -> None:
    script = (
        "import sys, kg.reading.names;"
        "print({'rapidfuzz', 'anyascii', 'neo4j', 'pandas'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.strip() == b"set()"


def test_every_spelling_of_a_shipped_entity_finds_it_first(shipped: OpenGraph) -> None:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for text, id_ in spellings():
        owners[text].add(shipped.names.one(id_))
    lost = {
        text: ids(hits)
        for text, known in owners.items()
        if not set(ids(hits := shipped.names.search(text, limit=len(known)))) & known
        or set(ids(hits)) != known
    }
    assert lost == {}


def test_every_shipped_id_leads_to_its_entity(shipped: OpenGraph) -> None:
    known = {row["id"] for row in shipped.store.read("MATCH (e:Entity) RETURN e.id AS id")[1]}
    assert {id_ for id_ in known if shipped.names.one(str(id_)) != id_} == set()


@pytest.mark.parametrize(("text", "id_"), REPORT.items())
def test_what_the_report_names_is_found_as_the_report_writes_it(
    shipped: OpenGraph, text: str, id_: str
) -> None:
    assert ids(shipped.search(text))[0] == id_


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("TA9/Rayzone", {"ta9", "rayzone"}),
        ("CEO of TA9/Rayzone", {"ta9-ceo"}),
        ("Technopolice", {"technopolice-belgium", "technopolice-france"}),
        ("consortium Sopra Steria", {"sopra-steria"}),
        ("Sopra Steria Benelux", {"sopra-steria-belgium"}),
        ("ShotSpotter", {"soundthinking"}),
        ("Polizei 2020", {"p20"}),
        ("Bertin IT", {"flandrin-technologies"}),
        ("Gemplus", {"gemalto"}),
    ],
)
def test_forms_that_sources_use_are_found(shipped: OpenGraph, text: str, found: set[str]) -> None:
    assert found <= set(ids(shipped.search(text, limit=3)))


def test_names_are_read_with_aliases_languages_and_redirects(small: Store) -> None:
    names = Names.read(small)

    assert names.one("Orbit NV") == "orbit"
    assert names.one("belgische lokale politie") == "be-local"
    assert names.search("Vlaanderen", lang="nl")[0].name == "Vlaanderen"


def test_both_stores_have_the_same_names(fill: Fill, small: Store) -> None:
    names = Names.read(fill(world()))

    for text in ("Orbit", "politie", "Orbitt GIS", "flanders"):
        assert names.search(text) == Names.read(small).search(text)


@pytest.mark.parametrize(
    ("text", "label", "id_"),
    [
        ("Federale Politie", "PoliceForce", "belgian-federal-police"),
        ("Police fédérale", None, "belgian-federal-police"),
        ("unit-8200", None, "unit-8200"),
        ("Eenheid 8200", None, "unit-8200"),
        ("Orbit", "Company", "orbit"),
        ("i-Police", "System", "i-police"),
        ("policía nacional", "PoliceForce", "spanish-national-police"),
        ("police nationale", "PoliceForce", "police-nationale-fr"),
    ],
)
def test_parameters_of_queries_take_what_people_type(
    shipped: OpenGraph, text: str, label: str | None, id_: str
) -> None:
    assert shipped.names.one(text, label) == id_
