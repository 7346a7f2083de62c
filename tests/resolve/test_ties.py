"""What names and sources say of other names: suggested with its kind, never merged."""

import pytest

from kg.resolve.joining import Joined, join
from kg.resolve.ties import named
from kg.statements import Statement
from tests.resolve.parties import entity, suggested


def said(subject: str, text: str, predicate: str = "NAMED", **how: str) -> Statement:
    return Statement(
        subject=subject,
        predicate=predicate,
        object="",
        text=text,
        qualifiers=tuple(sorted(how.items())),
        source="s",
        locator="p. 1",
        certainty="stated",
    )


def found(name: str, known: str, names: dict[str, list[tuple[str, str]]] | None = None) -> Joined:
    """A file that names ``name``, beside a table with ``known``; both firms of one country."""
    entities = {"org-x": entity("org-x", name, "BE"), "known": entity("known", known, "BE")}
    return join(entities, (), [["known"]], names or {})


@pytest.mark.parametrize(
    ("name", "known", "why"),
    [
        ("Geolitica (formerly PredPol)", "PredPol", "one was called by the name of the other"),
        ("Cognyte, previously Verint", "Verint", "one was called by the name of the other"),
        (
            "Idemia, voorheen Morpho Cards",
            "Morpho Cards",
            "one was called by the name of the other",
        ),
        ("Eviden, part of Atos Group", "Atos Group", "one is a part of the other"),
        ("Gemalto, filiale de Thales France", "Thales France", "one is a subsidiary of the other"),
        ("Acme Vision (Optica Nova)", "Optica Nova", "the name of one gives that of the other"),
        ("TA9/Rayzone", "Rayzone", "the name of one gives that of the other beside it"),
        ("Smart Police software", "Smart Police", "one is a product of the other"),
    ],
)
def test_what_a_name_says_of_another_is_suggested_with_its_kind(
    name: str, known: str, why: str
) -> None:
    result = found(name, known)
    assert result.same == ()
    assert list(suggested(result)) == [frozenset(("known", "org-x"))]
    (only,) = result.suggestions
    assert only.why.startswith(f"T4: {why}"), only.why
    assert known in only.why


@pytest.mark.parametrize(
    ("how", "kind"),
    [
        ({"until": "2021"}, "former name"),
        ({"former": "yes"}, "former name"),
        ({"note": "former name"}, "former name"),
        ({"since": "2018"}, "other name"),
        ({}, "other name"),
    ],
)
def test_a_name_that_a_source_gives_has_its_kind(how: dict[str, str], kind: str) -> None:
    names = named([said("geolitica", "PredPol", **how)], str)
    assert names == {"geolitica": [("PredPol", kind)]}


def test_only_names_count_and_they_lead_to_who_stands_for_the_id() -> None:
    statements = [
        said("old-id", "PredPol"),
        said("new-id", "PredPol Inc."),
        said("new-id", "", "NAMED"),
        said("new-id", "a slogan", "COVERS"),
    ]
    names = named(statements, lambda _: "new-id")
    assert names == {"new-id": [("PredPol", "other name"), ("PredPol Inc.", "other name")]}


def test_a_former_name_is_suggested_but_never_a_merge() -> None:
    """Cognyte was Verint, and Verint is still there."""
    names = {"known": [("Verint", "former name")]}
    result = found("VERINT NV", "Cognyte", names)
    assert result.same == ()
    assert suggested(result) == {
        frozenset(("known", "org-x")): "T4: former name of one, as a source says: Verint"
    }


def test_a_former_name_of_a_firm_of_another_country_says_nothing() -> None:
    entities = {"org-x": entity("org-x", "Verint", "IL"), "known": entity("known", "Cognyte", "BE")}
    assert join(entities, (), [["known"]], {"known": [("Verint", "former name")]}) == Joined()


def test_a_judged_pair_is_not_suggested_again_for_its_former_name() -> None:
    entities = {"org-x": entity("org-x", "Verint", "BE"), "known": entity("known", "Cognyte", "BE")}
    names = {"known": [("Verint", "former name")]}
    assert join(entities, [("org-x", "known")], [["known"]], names) == Joined()


def test_two_rows_of_a_table_are_not_tied_anew() -> None:
    """Those who keep the table know what its names say."""
    table = [entity("one", "Acme (formerly Optica Nova)", "BE"), entity("two", "Optica Nova", "BE")]
    free = entity("org-x", "Something Else NV", "BE")
    result = join({one.id: one for one in (*table, free)}, (), [["one", "two"]])
    assert result == Joined()


def test_a_name_in_brackets_that_only_one_gives_keeps_two_of_one_name_for_a_person() -> None:
    """The army's is not the whole ministry; an acronym says nothing new."""
    known = entity("mod", "Ministry of Defence", "GB", "PublicBody")
    army = entity("org-x", "Ministry of Defence (Land Procurement)", "GB", "PublicBody")
    short = entity("org-y", "Ministry of Defence (MOD)", "GB", "PublicBody")
    result = join({one.id: one for one in (known, army, short)}, (), [["mod"]])
    assert [(one.id, one.into) for one in result.same] == [("org-y", "mod")]
    assert frozenset(("mod", "org-x")) in suggested(result)


def test_a_name_of_many_ties_nobody() -> None:
    many = [entity(f"org-{at}", "Optica Nova", "BE", label="Person") for at in range(9)]
    one = entity("a", "Acme (formerly Optica Nova)", "BE", label="Person")
    result = join({each.id: each for each in (*many, one)}, (), [[]])
    assert not [each for each in result.suggestions if "was called" in each.why]
