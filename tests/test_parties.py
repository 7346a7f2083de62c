"""Parties of files that a person takes in: who is who, and what the person decides."""

import json
from pathlib import Path

import pytest

from kg.case import Case
from kg.dossier import Dossier, gather
from kg.ingesting import ingest
from kg.ledger import FILE, Ledger
from tests.parties_taken import ELDA, notices, small, taken

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
