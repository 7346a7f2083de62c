"""Parties of files that a person takes in, beside what is known: from the file to the store."""

import csv
import json
from pathlib import Path

import pytest

from kg.answers.portraits import as_text
from kg.building import Summary, assemble, build
from kg.case import Case
from kg.dossier import Dossier, gather
from kg.ingesting import Report, ingest, remove
from kg.ledger import FILE, Ledger
from kg.reading.profile import profile
from kg.resolve.joining import Joined
from kg.session import open_graph
from tests.cases import alone, entity

Deal = tuple[str, str, str, str]
"""Country, buyer, supplier, title."""

ELDA: Deal = ("ES", "Ayuntamiento de Elda", "EUROCOP SECURITY SYSTEMS, S.L.", "Gestión policial")
FORCES: list[tuple[str, str, str]] = [
    ("BE", "Federale Politie", "belgian-federal-police"),
    ("BE", "Police Fédérale", "belgian-federal-police"),
    ("BE", "Federal Police", ""),
    ("BE", "Politiezone Brussel West", "pz-brussel-west"),
    ("BE", "Politiezone Brussel Noord", ""),
    ("BE", "Politiezone Westkust", "westkust-police"),
    ("BE", "Lokale Politie", ""),
    ("BE", "Lokale Politie Antwerpen", "pz-antwerpen"),
    ("BE", "Lokale Politie Gent", ""),
    ("NL", "Politie", ""),
    ("NL", "Nationale Politie", "dutch-police"),
    ("NL", "Politie Amsterdam", "amsterdam-police"),
    ("NL", "Gemeente Rotterdam", ""),
    ("FR", "Police nationale", "police-nationale-fr"),
    ("FR", "Préfecture de Police de Paris", "prefecture-police-paris"),
    ("FR", "Police municipale de Nice", ""),
    ("FR", "Ville de Nice", "ville-nice"),
    ("FR", "Ville de Lyon", ""),
    ("FR", "Ministère de l'Intérieur", "french-interior-ministry"),
    ("DE", "Polizei Hessen", "hesse-police"),
    ("DE", "Polizei Berlin", "berlin-police"),
    ("DE", "Polizei Sachsen", ""),
    ("DE", "Polizei Niedersachsen", ""),
    ("DE", "Bundespolizei", ""),
    ("DE", "Bayerisches Landeskriminalamt", "blka"),
    ("DE", "Landeskriminalamt Sachsen", ""),
    ("DE", "Landeskriminalamt", ""),
    ("DE", "Bundeskriminalamt", "bka"),
    ("DE", "Stadt Berlin", ""),
    ("AT", "Bundeskriminalamt", ""),
    ("AT", "Bundesministerium für Inneres", ""),
    ("ES", "Policía Nacional", "spanish-national-police"),
    ("ES", "Guardia Civil", "guardia-civil"),
    ("ES", "Policía Local", ""),
    ("ES", "Policía Municipal de Madrid", "madrid-municipal-police"),
    ("ES", "Ayuntamiento de Madrid", "ayto-madrid"),
    ("ES", "Comunidad de Madrid", ""),
    ("GB", "Kent Police", "kent-police"),
    ("GB", "Kent County Council", ""),
    ("US", "Plainfield Police Department", ""),
    ("US", "Santa Cruz Police Department", ""),
]
GROUPS = {
    "Palantir Technologies GmbH": "DE",
    "Palantir Technologies Ltd": "IE",
    "Thales España GRP SAU": "ES",
    "Thales Deutschland GmbH": "DE",
    "Capgemini España S.L.": "ES",
    "Atos IT Solutions SAU": "ES",
    "Securitas Transport Aviation Security AB": "SE",
}
"""Firms whose group is known, and only once the firm itself."""


def notices(path: Path, *deals: Deal) -> str:
    """An OCDS package with a release for each deal; parties without any number."""
    releases = [
        {
            "ocid": f"ocds-abc123-{path.stem}-{at}",
            "id": "1",
            "date": "2024-05-01T00:00:00Z",
            "tag": ["award"],
            "buyer": {"id": "b", "name": buyer},
            "parties": [
                {"id": "b", "name": buyer, "roles": ["buyer"], "address": {"countryName": country}},
                {
                    "id": "s",
                    "name": firm,
                    "roles": ["supplier"],
                    "address": {"countryName": country},
                },
            ],
            "tender": {"id": "t", "title": title},
            "awards": [
                {
                    "id": "a",
                    "title": title,
                    "status": "active",
                    "date": "2024-05-01T00:00:00Z",
                    "value": {"amount": 100_000 + at, "currency": "EUR"},
                    "suppliers": [{"id": "s", "name": firm}],
                }
            ],
        }
        for at, (country, buyer, firm, title) in enumerate(deals)
        for place in ({"countryName": country},)
    ]
    path.write_text(json.dumps({"version": "1.1", "releases": releases}), "utf-8")
    return str(path)


def taken(case: Case, *deals: Deal, name: str = "deals.json") -> Dossier:
    """The dossier of a case that has taken these deals in."""
    found = list(ingest(case, [notices(case.root / name, *deals)]))
    assert all(isinstance(one, Report) and not one.problems for one in found), found
    return gather(case)


def small(folder: Path) -> Case:
    """A case that knows three bodies, and nothing of what is shipped."""
    rows = [
        entity("eurocop", name="EuroCop Security Systems", aliases="EuroCop", country="ES"),
        entity("kent-police", name="Kent Police", label="PoliceForce", country="GB"),
        entity(
            "plainfield", name="Plainfield Police Department", label="PoliceForce", country="US"
        ),
    ]
    return alone(folder, entities=rows)


def joins(dossier: Dossier) -> dict[str, str]:
    """The name of each party that was joined, and into whom."""
    return {one.name.casefold(): one.into for one in dossier.joined.same}


# Buyers and suppliers


@pytest.fixture(scope="module")
def forces(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    deals = [
        (country, name, f"Supplier of {country}{at} Ltd", f"Cameras {at}")
        for at, (country, name, _) in enumerate(FORCES)
    ]
    deals += [(country, "Some Council", firm, firm) for firm, country in GROUPS.items()]
    return taken(Case(tmp_path_factory.mktemp("forces")), *deals)


@pytest.mark.parametrize(("country", "name", "known"), FORCES)
def test_a_buyer_is_the_force_or_body_that_has_its_name_and_no_other(
    forces: Dossier, country: str, name: str, known: str
) -> None:
    found = {
        one.into
        for one in forces.joined.same
        if one.name == name and country in forces.unmerged[one.id].countries
    }
    assert found == ({known} if known else set())


def test_the_firm_of_the_elda_contract_is_the_eurocop_of_the_report(tmp_path: Path) -> None:
    dossier = taken(Case(tmp_path), ELDA)
    assert joins(dossier) == {"eurocop security systems, s.l.": "eurocop"}
    (won,) = [
        one.object
        for one in dossier.statements
        if one.predicate == "WON"
        and dossier.clusters.head(one.subject) == "eurocop"
        and one.source.startswith("ocds")
    ]
    assert "Gestión policial" in dossier.entities[won].name
    assert "EUROCOP SECURITY SYSTEMS, S.L." in dossier.entities["eurocop"].aliases


def test_thales_uk_ltd_of_one_file_is_thales_uk_limited_of_another(tmp_path: Path) -> None:
    case = small(tmp_path)
    taken(case, ("GB", "Home Office", "Thales UK Ltd", "Radios"), name="one.json")
    two = ("GB", "Kent Police", "THALES UK LIMITED", "Masts")
    dossier = taken(case, two, name="two.json")
    firms = [one for one in dossier.entities.values() if "thales uk" in one.name.casefold()]
    assert len(firms) == 1
    assert {firms[0].name, *firms[0].aliases} == {"Thales UK Ltd", "THALES UK LIMITED"}
    assert joins(dossier)["kent police"] == "kent-police"


def test_a_firm_with_one_number_has_every_name_that_files_write(tmp_path: Path) -> None:
    """The number makes one id of them; the first name stays, the others are found by it."""
    case = small(tmp_path)
    for file, name in (("a", "Thales UK Ltd"), ("b", "THALES UK LIMITED"), ("c", "Racal Thorn")):
        path = Path(notices(case.root / f"{file}.json", ("GB", "Home Office", name, "Radios")))
        numbered = json.loads(path.read_text("utf-8"))
        firm = numbered["releases"][0]["parties"][1]
        firm["identifier"] = {"scheme": "GB-COH", "id": "00868273"}
        path.write_text(json.dumps(numbered), "utf-8")
        list(ingest(case, [str(path)]))
    dossier = gather(case)
    (firm_id,) = [id_ for id_ in dossier.entities if "00868273" in id_]
    thales = dossier.entities[firm_id]
    assert (thales.name, thales.aliases) == ("Thales UK Ltd", ("THALES UK LIMITED", "Racal Thorn"))
    assert len(thales.ids) == 1
    assert [one.id for one in dossier.joined.same if one.into == firm_id] == []


def test_a_firm_of_the_same_group_in_another_country_is_another(forces: Dossier) -> None:
    assert forces.entities.keys() >= {"palantir", "palantir-gmbh", "thales"}
    firms = {one.name: one.into for one in forces.joined.same if one.name in GROUPS}
    assert firms == {"Palantir Technologies GmbH": "palantir-gmbh"}


# What a person decides


def test_a_judgement_takes_a_join_back_and_an_undo_brings_it_again(tmp_path: Path) -> None:
    case = small(tmp_path)
    dossier = taken(case, ELDA)
    (party,) = [one.id for one in dossier.joined.same]
    ledger = Ledger.open(tmp_path / FILE)
    act = ledger.say([("eurocop", party, "different")], "another firm", "me", "2026-01-01")
    apart = gather(case)
    assert apart.joined.same == ()
    assert {"eurocop", party} <= apart.entities.keys()
    assert not [one for one in apart.joined.suggestions if party in (one.left, one.right)]
    ledger.undo(act, "it is", "me", "2026-01-02")
    assert gather(case).joined == dossier.joined


@pytest.mark.parametrize("verdict", ["different", "related", "unsure"])
def test_every_verdict_but_the_same_keeps_a_party_apart(tmp_path: Path, verdict: str) -> None:
    case = small(tmp_path)
    (party,) = [one.id for one in taken(case, ELDA).joined.same]
    Ledger.open(tmp_path / FILE).say([(party, "eurocop", verdict)], "looked", "me", "2026-01-01")
    dossier = gather(case)
    assert dossier.joined.same == ()
    assert party in dossier.entities


def test_a_judgement_may_join_what_was_only_suggested(tmp_path: Path) -> None:
    case = small(tmp_path)
    deal = ("US", "Plainfield Police Department", "Acme Inc.", "Cameras")
    dossier = taken(case, deal)
    (pair,) = [
        {one.left, one.right}
        for one in dossier.joined.suggestions
        if "plainfield" in (one.left, one.right)
    ]
    (party,) = pair - {"plainfield"}
    said = [("plainfield", party, "same")]
    Ledger.open(tmp_path / FILE).say(said, "New Jersey", "me", "2026-01-01")
    again = gather(case)
    assert again.clusters.head(party) == "plainfield"
    assert again.joined.same == ()


# The graph and the files beside it


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Case, Summary]:
    case = small(tmp_path_factory.mktemp("built"))
    again = ("ES", "Ayuntamiento de Elda", "Eurocop S.L.", "Mantenimiento policial")
    list(ingest(case, [notices(case.root / "deals.json", ELDA, again)]))
    return case, build(case)


def rows(case: Case, name: str) -> list[dict[str, str]]:
    with (case.derived / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_summary_says_how_many_were_joined_and_how_many_are_suggested(
    built: tuple[Case, Summary],
) -> None:
    case, summary = built
    assert summary.joined == 2
    assert summary.suggested == len(rows(case, "review.csv")) - summary.review
    line = f"2 parties of files joined to others (joined.csv), {summary.suggested} more pairs"
    assert line in summary.text()
    assert json.loads(summary.json())["joined"] == 2


def test_every_join_stands_in_a_file_with_its_tier_and_reason(built: tuple[Case, Summary]) -> None:
    listed = {row["name"]: (row["into"], row["tier"]) for row in rows(built[0], "joined.csv")}
    assert listed == {
        "EUROCOP SECURITY SYSTEMS, S.L.": ("eurocop", "T2"),
        "Eurocop S.L.": ("eurocop", "T3"),
    }
    assert all(
        row["why"] and row["id"].startswith("org-es-") for row in rows(built[0], "joined.csv")
    )


def test_suggestions_stand_in_the_review_list_after_what_is_unsure(
    built: tuple[Case, Summary],
) -> None:
    found = rows(built[0], "review.csv")
    verdicts = [row["judgement"] for row in found]
    assert verdicts == sorted(verdicts, key=["unsure", "suggested"].index)
    assert all(bool(row["score"]) == (row["judgement"] == "suggested") for row in found)


def test_an_entity_shows_which_names_were_joined_to_it_and_why(built: tuple[Case, Summary]) -> None:
    with open_graph(built[0].root) as graph:
        shown = profile(graph.store, "eurocop")
    assert "EUROCOP SECURITY SYSTEMS, S.L." in shown.aliases
    assert sorted(one.partition(" (org-")[0] for one in shown.joined) == [
        "EUROCOP SECURITY SYSTEMS, S.L.",
        "Eurocop S.L.",
    ]
    assert all(": T2, same name" in one or ": T3, alias" in one for one in shown.joined)
    assert len(shown.redirects) == 2


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "joined from files: "),
        ("nl", "samengevoegd uit bestanden: "),
        ("fr", "réuni à partir de fichiers: "),
        ("de", "aus Dateien zusammengeführt: "),
        ("es", "unido desde archivos: "),
    ],
)
def test_the_joins_of_an_entity_are_printed_in_the_readers_language(
    built: tuple[Case, Summary], lang: str, words: str
) -> None:
    with open_graph(built[0].root) as graph:
        shown = profile(graph.store, "eurocop", lang)
        other = profile(graph.store, "kent-police", lang)
    told = " ".join(as_text(shown, width=10_000).split())
    assert f"{words}Eurocop S.L. (org-es-" in told
    assert "): T2, same name, country and legal form" in told
    assert words not in as_text(other, width=10_000)


def test_nothing_is_said_of_joins_where_no_file_was_taken_in(tmp_path: Path) -> None:
    dossier, graph = assemble(Case(tmp_path))
    assert dossier.joined == Joined()
    assert not [node for node in graph.graph.nodes if "joined" in node.props]


def test_a_file_that_is_taken_out_leaves_the_graph_as_if_it_had_never_been_there(
    tmp_path: Path,
) -> None:
    case = small(tmp_path)
    before = assemble(case)[1].graph
    taken(case, ELDA)
    assert assemble(case)[1].graph != before
    remove(case, "deals.json")
    assert assemble(case)[1].graph == before


def test_the_order_in_which_files_are_taken_in_changes_nothing(tmp_path: Path) -> None:
    graphs = []
    files = {
        "a.json": ELDA,
        "b.json": ("ES", "Ayuntamiento de Elda", "Eurocop S.L.", "Mantenimiento"),
        "c.json": ("GB", "Kent Police", "Thales UK Ltd", "Masts"),
    }
    for name, order in {"one": sorted(files), "two": sorted(files, reverse=True)}.items():
        case = small(tmp_path / name)
        for file in order:
            taken(case, files[file], name=file)
        graphs.append(assemble(case)[1].graph.nodes)
    entities = [[node for node in nodes if node.ref[0] == "Entity"] for nodes in graphs]
    assert entities[0] == entities[1]
