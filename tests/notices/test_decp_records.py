"""The contracts of a French file are found in whatever form it has."""

import io
import json
import tracemalloc
from typing import Any

import pytest

from kg.notices.branch import Branch
from kg.notices.decp_parties import NAMELESS, buyer, holder, holders
from kg.notices.decp_records import NO_CONTRACT, Record, records, undotted
from kg.notices.decp_telling import Ledger
from kg.notices.decp_xml import xml_pieces
from kg.notices.json_pieces import Damage, Piece
from tests.notices.decp_sample import BUYER, HOLDER, concession, marche, party, second_version, xml


def read(document: object) -> list[Record | Branch | Damage | str]:
    text = document if isinstance(document, str) else json.dumps(document)
    return list(records(io.BufferedReader(io.BytesIO(text.encode()))))


def found(document: object) -> list[Record]:
    return [one for one in read(document) if isinstance(one, Record)]


@pytest.mark.parametrize(
    ("document", "paths"),
    [
        ({"marches": [marche()]}, ["marches[0]"]),
        (second_version(marche(), marche()), ["marches.marche[0]", "marches.marche[1]"]),
        (
            second_version(marche(), contrat_concession=[concession()]),
            ["marches.marche[0]", "marches.contrat-concession[0]"],
        ),
        ({"marches": {"marche": marche()}}, ["marches.marche"]),
        ({"marches": [{"marche": [marche()]}]}, ["marches[0].marche[0]"]),
        ([marche()], ["[0]"]),
        (marche(), [""]),
        (xml(marche(), marche()), ["marche[0]", "marche[1]"]),
        (xml(concession(), tag="contrat-concession"), ["contrat-concession[0]"]),
    ],
)
def test_a_contract_has_its_place(document: object, paths: list[str]) -> None:
    assert [one.path for one in found(document)] == paths


def test_what_stands_beside_the_contracts_is_left_to_tell() -> None:
    (record, rest) = read({"marches": [marche()], "$schema": "https://x"})
    assert isinstance(record, Record)
    assert isinstance(rest, Branch)
    assert rest.unread() == {"$schema": 1}


def test_an_entry_that_is_no_contract_says_so() -> None:
    assert read({"marches": [{"id": "1"}, None]}) == [NO_CONTRACT, NO_CONTRACT]


def test_a_list_of_other_things_holds_nothing() -> None:
    assert read("[1, 2]") == []


@pytest.mark.parametrize(
    ("own", "uid"),
    [
        ({}, f"{BUYER}2024M01"),
        ({"uid": "U/1"}, "U/1"),
        ({"uid": "NaN"}, f"{BUYER}2024M01"),
        ({"acheteur": BUYER}, f"{BUYER}2024M01"),
        ({"acheteur": [{"id": BUYER}]}, f"{BUYER}2024M01"),
        ({"id": 17}, f"{BUYER}17"),
    ],
)
def test_a_contract_is_known_by_its_buyer_and_number(own: dict[str, Any], uid: str) -> None:
    (record,) = found([marche(**own)])
    assert record.uid == uid


def test_a_concession_is_known_by_who_concedes_it() -> None:
    (record,) = found([concession()])
    assert record.uid == f"{BUYER}2024C01"


def test_without_a_buyer_the_content_tells_contracts_apart() -> None:
    own = marche()
    del own["acheteur"]
    first, second, again = found([own, {**own, "montant": 1}, own])
    assert first.uid != second.uid
    assert first.uid == again.uid
    assert first.uid.startswith("2024M01-")


def test_ids_keep_apart_what_differs_in_a_sign_only() -> None:
    keys = {one.key for one in found([marche(id=text) for text in ("a_1", "a-1", "a.1", "a/1")])}
    assert len(keys) == 4
    assert f"decp-{BUYER}a-1" in keys


def test_flattened_names_become_objects_again() -> None:
    assert undotted({"a.b": 1, "a.c.d": 2, "e": 3, "f": "text", "f.g": 4}) == {
        "a": {"b": 1, "c": {"d": 2}},
        "e": 3,
        "f": "text",
        "f.g": 4,
    }


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"a.0.id": 1, "a.1.id": 2}, {"a": [{"id": 1}, {"id": 2}]}),
        ({"a.10": "x", "a.9": "y"}, {"a": ["y", "x"]}),
        ({"a": [{"b.id": 1, "b.type": 2}]}, {"a": [{"b": {"id": 1, "type": 2}}]}),
        ({"a.0.b.0.id": 1}, {"a": [{"b": [{"id": 1}]}]}),
        ({"a.0": 1, "a.id": 2}, {"a": {"0": 1, "id": 2}}),
        ({"a.b": 1, "a.b.c": 2}, {"a": {"b": 1, "b.c": 2}}),
    ],
)
def test_flattened_lists_become_lists_again(
    fields: dict[str, object], found: dict[str, object]
) -> None:
    assert undotted(fields) == found


def test_flattened_names_join_what_is_there() -> None:
    fields = {"acheteur": {"id": "1"}, "acheteur.nom": "A"}
    assert undotted(fields) == {"acheteur": {"id": "1", "nom": "A"}}
    assert fields["acheteur"] == {"id": "1"}


def pieces_of(text: str) -> list[Piece | Damage]:
    return list(xml_pieces(io.BytesIO(text.encode()), ("marche",)))


def test_xml_has_the_shape_of_json() -> None:
    text = (
        "<marches><marche><id> 1 </id><a><b>x</b><b>y</b><b>z</b></a><c/><d><e>1</e></d></marche>"
        "</marches>"
    )
    assert pieces_of(text) == [
        Piece(0, "marche[0]", {"id": " 1 ", "a": {"b": ["x", "y", "z"]}, "c": "", "d": {"e": "1"}})
    ]


def test_xml_may_have_namespaces_comments_and_instructions() -> None:
    text = (
        '<?xml version="1.0"?><?x y?><m:marches xmlns:m="urn:x"><!-- c --><m:marche><m:id>1'
        "<!-- d --></m:id></m:marche></m:marches>"
    )
    assert pieces_of(text) == [Piece(0, "marche[0]", {"id": "1"})]


def test_an_element_of_the_same_name_inside_is_a_field() -> None:
    assert pieces_of("<x><marche><marche>1</marche></marche></x>") == [
        Piece(0, "marche[0]", {"marche": "1"})
    ]


def test_memory_does_not_grow_with_a_file_of_xml() -> None:
    one = f"<marche><id>1</id><objet>{'x' * 2000}</objet></marche>"
    data = f"<marches>{one * 4000}</marches>".encode()
    stream = io.BytesIO(data)
    tracemalloc.start()
    count = sum(1 for _ in xml_pieces(stream, ("marche",)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (count, peak < 1_000_000) == (4000, True)


def branch(**fields: Any) -> Branch:
    return Branch(dict(fields))


def test_who_has_no_name_is_called_by_the_number() -> None:
    found_ = holder(branch(**party(HOLDER)))
    assert found_ is not None
    assert (found_.names, found_.country) == (((NAMELESS, f"SIRET {HOLDER}"),), "FR")


@pytest.mark.parametrize("fields", [{}, {"typeIdentifiant": "SIRET"}, {"id": ""}, {"id": None}])
def test_who_has_neither_is_nobody(fields: dict[str, Any]) -> None:
    assert holder(branch(**fields)) is None


@pytest.mark.parametrize(
    ("kind", "country"),
    [
        ("SIRET", "FR"),
        ("", "FR"),
        ("RIDET", "NC"),
        ("TAHITI", "PF"),
        ("FRWF", "WF"),
        ("HORS-UE", ""),
    ],
)
def test_the_kind_of_number_tells_the_country(kind: str, country: str) -> None:
    found_ = holder(branch(**party("A-17", "X", kind)))
    assert found_ is not None
    assert found_.country == country


def test_the_first_field_that_names_a_buyer_counts() -> None:
    both = {"acheteur": {}, "autoriteConcedante": {"id": BUYER}}
    (one,) = buyer(branch(**both), "acheteur", "autoriteConcedante")
    assert one.at == "autoriteConcedante"


def test_holders_of_two_fields_are_each_told_once() -> None:
    both = branch(titulaires=[party(HOLDER)], titulaire=party(HOLDER))
    assert len(holders(both, "titulaires", "titulaire")) == 1


def test_a_ledger_knows_a_circle_when_it_closes() -> None:
    ledger = Ledger()
    assert not ledger.goes_in_a_circle("a", "b")
    assert not ledger.goes_in_a_circle("b", "c")
    assert ledger.goes_in_a_circle("c", "a")
    assert ledger.goes_in_a_circle("d", "d")
    assert not ledger.goes_in_a_circle("c", "d")
