from pathlib import Path

import pytest

from kg.facts import statements
from kg.statements import Origin, Statement
from tests.facts.tables import CLAIM, lines, saved, values


def wrong(folder: Path, **changes: str) -> list[str]:
    return lines(statements(saved(folder, "claims.csv", CLAIM | changes)))


def literal(predicate: str, text: str, qualifiers: str = "") -> dict[str, str]:
    return {"predicate": predicate, "object": "", "text": text, "qualifiers": qualifiers}


def test_a_row_becomes_a_statement(tmp_path: Path) -> None:
    (statement,) = values(statements(saved(tmp_path, "claims.csv", CLAIM)))
    assert statement == Statement(
        subject="ta9",
        predicate="SUPPLIES",
        object="belgian-federal-police",
        text="",
        qualifiers=(
            ("contract", "i-police-contract"),
            ("role", "subcontractor"),
            ("since", "2021-12"),
        ),
        source="report",
        locator="p. 42, l. 1334-1336",
        certainty="stated",
        said_by="",
        says="TA9 is named as a subcontractor for i-Police.",
    )


def test_a_statement_knows_its_file_and_row(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    path = saved(tmp_path, "claims.csv", CLAIM).rename(tmp_path / "claims" / "mine.csv")
    (statement,) = values(statements(path))
    assert statement.origin == Origin("claims/mine.csv", 2)


def test_order_and_blanks_between_qualifiers_do_not_change_a_statement(tmp_path: Path) -> None:
    other = CLAIM | {
        "qualifiers": " contract = i-police-contract ;; role=subcontractor;since=2021-12;"
    }
    found = [
        *values(statements(saved(tmp_path, "claims.csv", CLAIM))),
        *values(statements(saved(tmp_path, "claims.csv", other))),
    ]
    assert found[0] == found[1]
    assert len({one.id for one in found if isinstance(one, Statement)}) == 1


@pytest.mark.parametrize(
    "column", ["subject", "predicate", "source", "locator", "certainty", "says"]
)
def test_a_claim_says_who_where_and_how_surely(tmp_path: Path, column: str) -> None:
    assert wrong(tmp_path, **{column: ""}) == [
        f"claims.csv, row 2, column {column}: is empty, but every row needs it"
    ]


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        (
            {"predicate": "SUPLIES"},
            "column predicate: 'SUPLIES' is no predicate (did you mean 'SUPPLIES'?)",
        ),
        (
            {"predicate": "SUBCONTRACTS_TO"},
            "column predicate: SUBCONTRACTS_TO is worked out from other claims; "
            "state those instead",
        ),
        (
            {"certainty": "certain"},
            "column certainty: 'certain' is no certainty; "
            "write one of stated, reported, inferred, alleged, disputed",
        ),
        (
            {"certainty": "statd"},
            "column certainty: 'statd' is no certainty (did you mean 'stated'?)",
        ),
        (
            {"subject": "TA9"},
            "column subject: 'TA9' is no id; write small letters a-z, digits and single "
            "hyphens, e.g. 'ta9'",
        ),
        (
            {"certainty": "alleged"},
            "column said_by: is empty, but this is alleged; name who says it",
        ),
        (
            {"certainty": "disputed"},
            "column said_by: is empty, but this is disputed; name who says it",
        ),
        (
            {"says": "word " * 31},
            "column says: has 31 words; 30 are the most, so make it shorter",
        ),
        ({"text": "some force"}, "column text: is filled beside object; keep one of the two"),
        (
            {"object": ""},
            "column object: is empty, and so is text; every claim needs one of the two",
        ),
        (
            literal("USES", "a scanner"),
            "column text: is filled, but USES takes the id of an entity in the column object",
        ),
        (
            {"predicate": "STATED", "qualifiers": ""},
            "column object: is filled, but STATED takes words in the column text",
        ),
        (
            {"predicate": "HAS_AMOUNT", "qualifiers": ""},
            "column object: is filled, but HAS_AMOUNT takes a number in the column text",
        ),
        (
            literal("HAS_AMOUNT", "1.000,50"),
            "column text: '1.000,50' is no plain number; write 1000.50",
        ),
        (
            literal("HAS_AMOUNT", "1,000"),
            "column text: '1,000' could be two numbers; write 1000 or 1.0",
        ),
        (
            literal("HAS_METRIC", "many"),
            "column text: 'many' is no number; "
            "write plain digits with a point for decimals, e.g. 1000.50",
        ),
    ],
)
def test_a_wrong_cell_is_one_line(tmp_path: Path, changes: dict[str, str], line: str) -> None:
    assert wrong(tmp_path, **changes) == [f"claims.csv, row 2, {line}"]


@pytest.mark.parametrize(
    ("qualifiers", "line"),
    [
        ("snce=2019", "'snce' is no qualifier (did you mean 'since'?)"),
        ("since=31/03/2019", "since: '31/03/2019' is no date as we write it; write 2019-03-31"),
        (
            "since=31/02/2024",
            "since: '31/02/2024' is a day that does not exist; write 2019-03-31, 2019-03 or 2019",
        ),
        ("value=1.000,50", "value: '1.000,50' is no plain number; write 1000.50"),
        (
            "contract=The contract",
            "contract: 'The contract' is no id; write small letters a-z, digits and single "
            "hyphens, e.g. 'the-contract'",
        ),
        (
            "with=kpmg|Niche RMS",
            "with: 'Niche RMS' is no id; write small letters a-z, digits and single "
            "hyphens, e.g. 'niche-rms'",
        ),
        ("vat=without", "vat: 'without' is no vat of SUPPLIES; write one of included, excluded"),
        (
            "approx=almos",
            "approx: 'almos' is no approx of SUPPLIES (did you mean 'almost'?)",
        ),
        (
            "note=sold; then stopped",
            "'then stopped' is no key=value; a value cannot hold ';', "
            "so write a comma if this belongs to the value before it",
        ),
        ("note=", "'note=' lacks its value; write key=value"),
        ("note=a;note=b", "note is there twice; keep one, or write a second row"),
        (
            "note=sold since=2019",
            "note: 'sold since=2019' holds 'since='; put a semicolon before it",
        ),
        ("since=2020;until=2019", "until=2019 lies before since=2020"),
        ("min=5;max=4.5", "min=5 is more than max=4.5"),
    ],
)
def test_a_wrong_qualifier_is_one_line(tmp_path: Path, qualifiers: str, line: str) -> None:
    assert wrong(tmp_path, qualifiers=qualifiers) == [
        f"claims.csv, row 2, column qualifiers: {line}"
    ]


@pytest.mark.parametrize(
    "qualifiers",
    [
        "since=2019;until=2019",
        "since=2019-06;until=2019",
        "note==HYPERLINK(1)",
        "note=a = b",
        "kind=ban",
    ],
)
def test_a_qualifier_that_can_be_true_is_let_be(tmp_path: Path, qualifiers: str) -> None:
    assert wrong(tmp_path, qualifiers=qualifiers) == []


def test_the_status_of_a_use_is_one_of_a_list(tmp_path: Path) -> None:
    (line,) = wrong(tmp_path, predicate="USES", object="gotham", qualifiers="status=activ")
    assert line == (
        "claims.csv, row 2, column qualifiers: "
        "status: 'activ' is no status of USES (did you mean 'active'?)"
    )
    assert wrong(tmp_path, predicate="BID_ON", qualifiers="status=only bidder left") == []


@pytest.mark.parametrize("text", ["100", "0.5", "3 to 4", "hundreds", "tens of billions", "-2.25"])
def test_an_amount_is_a_number_a_range_or_uncounted(tmp_path: Path, text: str) -> None:
    assert wrong(tmp_path, **literal("HAS_METRIC", text, "measure=uses")) == []


def test_a_range_of_wrong_numbers_is_one_line(tmp_path: Path) -> None:
    assert wrong(tmp_path, **literal("HAS_METRIC", "3 to 1.000,5")) == [
        "claims.csv, row 2, column text: '1.000,5' is no plain number; write 1000.5"
    ]


def test_several_entities_of_a_qualifier_lose_their_blanks(tmp_path: Path) -> None:
    path = saved(tmp_path, "claims.csv", CLAIM | {"qualifiers": "with=kpmg | niche"})
    (statement,) = values(statements(path))
    assert isinstance(statement, Statement)
    assert statement.entities("with") == ("kpmg", "niche")
    assert statement.get("with") == "kpmg|niche"


def test_of_two_rows_that_say_the_same_the_first_counts(tmp_path: Path) -> None:
    path = saved(tmp_path, "claims.csv", CLAIM, CLAIM | {"says": "The same in other words."})
    assert len(values(statements(path))) == 1
    assert lines(statements(path)) == [
        "claims.csv, row 3: says the same as row 2; delete one of them"
    ]


def test_hostile_words_come_back_unchanged(tmp_path: Path) -> None:
    hostile = "'; MATCH (n) DETACH DELETE n // \u202eabc\u202c 👮 =1+1"
    row = CLAIM | literal("STATED", hostile, "note==HYPERLINK(1) // 👮")
    row |= {"locator": hostile, "said_by": hostile, "says": hostile}
    (found,) = values(statements(saved(tmp_path, "claims.csv", row)))
    assert isinstance(found, Statement)
    assert {found.text, found.locator, found.said_by, found.says} == {hostile}
    assert found.get("note") == "=HYPERLINK(1) // 👮"


def test_a_row_with_several_mistakes_has_a_line_for_each(tmp_path: Path) -> None:
    found = wrong(tmp_path, predicate="USSES", certainty="sure", qualifiers="a=b;since=x")
    assert [line.split(":")[0] for line in found] == [
        "claims.csv, row 2, column predicate",
        "claims.csv, row 2, column qualifiers",
        "claims.csv, row 2, column qualifiers",
        "claims.csv, row 2, column certainty",
    ]
