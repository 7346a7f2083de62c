import csv
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator

import pytest

from kg.errors import QueryError, SchemaError
from kg.reading.names import Hit, Named, Names
from kg.resources import folder
from kg.session import OpenGraph
from kg.store.bolt import Store
from tests.reading.samples import world
from tests.store.samples import Fill

SAMPLE = (
    Named("palantir", "Company", "Palantir Technologies Inc.", aliases=("Palantir",)),
    Named("palantir-uk", "Company", "Palantir Technologies UK Ltd", aliases=("Palantir UK",)),
    Named("gotham", "Product", "Palantir Gotham", aliases=("Gotham",)),
    Named(
        "bka",
        "PoliceForce",
        "Federal Criminal Police Office",
        {"de": "Bundeskriminalamt", "nl": "Federale Recherchebureau"},
        ("BKA",),
    ),
    Named("es-police", "PoliceForce", "Policía Nacional", {"en": "Spanish National Police"}),
    Named("predpol", "Product", "PredPol"),
    Named("predvol", "Product", "PredVol"),
    Named("top400", "Project", "Top400"),
    Named("top600", "Project", "Top600"),
    Named("prokid", "Product", "ProKid"),
    Named("prokid-plus", "Product", "ProKid+"),
    Named("p3-dss", "Product", "P3-DSS", aliases=("Smart Patrolling",)),
    Named("smart-police", "Product", "Smart Police"),
    Named("niche", "Company", "Niche Technology", aliases=("Niche",)),
    Named("niche-rms", "Product", "NicheRMS", aliases=("Niche",)),
    Named("cas", "Product", "Crime Anticipation System", aliases=("CAS",)),
    Named("cnas", "Product", "CNAS"),
    Named("sas", "Company", "SAS"),
    Named("un", "Institution", "United Nations", {"nl": "Verenigde Naties"}, ("VN",)),
    Named("goerlitzer-park", "Place", "Görlitzer Park"),
    Named("geolitica", "Company", "Geolitica", redirects=("geolitica-inc",), former=("PredPol",)),
    Named("rafael", "Company", "רפאל"),
    Named("ta9", "Company", "TA9"),
    Named("rayzone", "Company", "Rayzone Group", aliases=("Rayzone",)),
)

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


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(SAMPLE)


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


@pytest.mark.parametrize(
    "text",
    [
        "palantir",
        "Palantir",
        "PALANTIR",
        "  Palantir  ",
        "Palantir Technologies Inc.",
        "palantir technologies inc",
    ],
)
def test_one_takes_an_id_a_name_or_an_alias_in_any_case(names: Names, text: str) -> None:
    assert names.one(text) == "palantir"


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("Bundeskriminalamt", "bka"),
        ("federale recherchebureau", "bka"),
        ("bka", "bka"),
        ("policia nacional", "es-police"),
        ("POLICI\u0301A NACIONAL", "es-police"),
        ("Spanish national police", "es-police"),
        ("Gorlitzer Park", "goerlitzer-park"),
        ("P3DSS", "p3-dss"),
        ("p3 dss", "p3-dss"),
        ("\uff34\uff21\uff19", "ta9"),
        ("רפאל", "rafael"),
        ("geolitica-inc", "geolitica"),
        ("vn", "un"),
    ],
)
def test_one_takes_any_language_script_accent_and_spacing(
    names: Names, text: str, id_: str
) -> None:
    assert names.one(text) == id_


def test_an_own_name_comes_before_what_a_claim_says_another_was_called(names: Names) -> None:
    assert names.one("PredPol") == "predpol"
    assert ids(names.search("PredPol"))[:2] == ["predpol", "geolitica"]


def test_a_plus_sign_is_a_part_of_the_name(names: Names) -> None:
    assert names.one("ProKid") == "prokid"
    assert names.one("ProKid+") == "prokid-plus"
    assert names.one("prokid plus") == "prokid-plus"


def test_of_several_the_label_decides(names: Names) -> None:
    assert names.one("Niche", "Company") == "niche"
    assert names.one("Niche", "System") == "niche-rms"
    assert names.one("niche", "Product") == "niche-rms"


def test_a_typed_id_wins_where_no_label_is_asked_for(names: Names) -> None:
    assert names.one("niche") == "niche"


def test_a_label_that_nothing_fits_does_not_hide_who_is_meant(names: Names) -> None:
    assert names.one("TA9", "Person") == "ta9"


def test_what_still_fits_several_is_listed_with_ids(names: Names) -> None:
    with pytest.raises(QueryError) as error:
        names.one("Niche")
    assert str(error.value) == (
        "'Niche' is the name of several, write the id: "
        "niche (Niche Technology); niche-rms (NicheRMS)"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "palentir uk",
            "no entity 'palentir uk'; did you mean Palantir Technologies UK Ltd (palantir-uk)?",
        ),
        ("Görlizer Park", "no entity 'Görlizer Park'; did you mean Görlitzer Park"),
        ("xyzzy", "no entity 'xyzzy'; kg search finds entities by parts of their names"),
        ("", "no entity ''; kg search finds"),
        ("x" * 90, f"no entity '{'x' * 77}...';"),
    ],
)
def test_one_never_guesses_and_says_what_is_near(names: Names, text: str, message: str) -> None:
    with pytest.raises(QueryError) as error:
        names.one(text)
    assert str(error.value).startswith(message)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("palentir", "palantir"),
        ("Palntair", "palantir"),
        ("Görlizer Park", "goerlitzer-park"),
        ("park gorlitzer", "goerlitzer-park"),
        ("police nacional", "es-police"),
        ("kriminalamt", "bka"),
        ("Gotham Palantir", "gotham"),
        ("anticipation crime sytem", "cas"),
        ("Rayzone Ltd", "rayzone"),
    ],
)
def test_search_forgives_typos_order_and_parts(names: Names, text: str, first: str) -> None:
    assert ids(names.search(text))[0] == first


def test_a_slash_may_stand_between_two(names: Names) -> None:
    assert set(ids(names.search("TA9/Rayzone"))[:2]) == {"ta9", "rayzone"}


@pytest.mark.parametrize("text", ["CAZ", "VM", "CASS", "TA8", "Top500", "BKB", "SS"])
def test_short_words_and_digits_are_never_taken_for_others(names: Names, text: str) -> None:
    assert names.search(text) == []


def test_a_short_word_finds_its_own_only(names: Names) -> None:
    assert ids(names.search("CAS")) == ["cas"]
    assert ids(names.search("VN")) == ["un"]


@pytest.mark.parametrize("text", ["PredPol", "PredVol", "Top400", "Top600", "SAS", "Smart Police"])
def test_a_near_name_never_beats_the_exact_one(names: Names, text: str) -> None:
    first, *others = names.search(text)
    assert (first.matched, first.score) == (text, 100.0)
    assert all(hit.score < 100 for hit in others)


def test_a_hit_tells_which_spelling_fits_and_the_name_in_the_language(names: Names) -> None:
    assert names.search("BKA", lang="de") == [
        Hit("bka", "Bundeskriminalamt", "PoliceForce", 99.75, "BKA")
    ]
    assert names.search("BKA", lang="fr")[0].name == "Federal Criminal Police Office"


def test_search_keeps_a_label_and_what_lies_below_it(names: Names) -> None:
    assert ids(names.search("Palantir", label="System")) == ["gotham"]
    assert ids(names.search("Palantir", label="Organization")) == ["palantir", "palantir-uk"]


def test_search_refuses_a_label_that_does_not_exist(names: Names) -> None:
    with pytest.raises(SchemaError, match="did you mean 'Company'"):
        names.search("Palantir", label="Compny")


def test_search_stops_at_the_limit(names: Names) -> None:
    assert ids(names.search("Palantir", limit=2)) == ids(names.search("Palantir"))[:2]
    assert ids(names.search("Palantir", limit=1)) == ["palantir"]


@pytest.mark.parametrize("text", ["", "   ", "???", "🕵", "\x1b[31m", "'; MATCH (n) DELETE n //"])
def test_search_finds_nothing_in_nothing(names: Names, text: str) -> None:
    assert names.search(text) == []


def test_a_name_without_any_letter_is_found_as_it_stands() -> None:
    assert Names([Named("o", "Product", "🕵")]).one("🕵") == "o"


def test_hostile_names_come_back_unchanged() -> None:
    evil = '"><script>\u202e=HYPERLINK("x")'
    assert Names([Named("e", "Company", evil)]).search(evil)[0].name == evil


def test_a_pasted_page_costs_no_minutes(names: Names) -> None:
    started = time.process_time()
    names.search("lorem ipsum " * 1_000_000)
    assert time.process_time() - started < 1


def test_the_same_text_gives_the_same_hits(names: Names) -> None:
    shuffled = Names(reversed(SAMPLE))
    for text in ("Palantir", "police", "palentir technologies", "Niche"):
        assert shuffled.search(text) == names.search(text)


def test_a_hundred_thousand_names_are_read_and_searched_fast() -> None:
    syllables = ["pa", "lan", "tir", "sec", "po", "li", "ce", "fed", "krim", "amt", "é", "ur"]
    words = ["".join(a + b + c) for a in syllables for b in syllables for c in syllables]
    many = [
        Named(f"e{n}", "Company", f"{words[n % 1728]} {words[n * 7 % 1723]} {n}")
        for n in range(50_000)
    ]
    started = time.process_time()
    names = Names(many)
    assert time.process_time() - started < 2.0, "0.5 s on a machine that does nothing else"
    names.search("warmed up")
    started = time.process_time()
    assert names.search("palantor seclifed")
    assert time.process_time() - started < 0.3, "30 ms on a machine that does nothing else"


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
