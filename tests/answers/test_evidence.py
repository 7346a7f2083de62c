import pytest

from kg.answers.evidence import Sources, aside, claim_data, hedge, paragraph, told_lines
from kg.answers.terminal import width
from kg.reading.facts import Told
from kg.statements import Statement
from tests.reading.samples import claim, said


def told(statement: Statement, *details: str, by: str = "") -> Told:
    return Told(claim(statement), details, by)


def numbered(*statements: Statement) -> Sources:
    cited = {
        one.id: {
            "source": one.source,
            "locator": one.locator,
            "title": one.source,
            "says": one.says,
        }
        for one in statements
    }
    return Sources(cited, cited)


def test_notes_are_numbered_as_they_are_first_shown() -> None:
    one, two, three = said("a MAKES @b"), said("a MAKES @c", "press"), said("a MAKES @d")
    sources = numbered(one, two, three)

    assert sources.numbers == {one.id: 1, two.id: 2, three.id: 1}, "one passage is one note"
    assert sources.marks([two.id, one.id, "unknown"]) == "[1][2]"
    assert sources.marks([]) == ""


def test_a_long_run_of_marks_can_wrap() -> None:
    many = [said("a MAKES @b", locator=f"para {n}") for n in range(5)]

    assert numbered(*many).marks([one.id for one in many]) == "[1][2][3] [4][5]"


def test_claims_that_agree_in_all_details_share_a_line() -> None:
    one, two = said("a USES @b"), said("a USES @b", "press")
    three = said("a USES @b", "blog", certainty="alleged")
    lines = told_lines(
        [told(one, "since: 2019"), told(two, "since: 2019"), told(three, by="Ann")],
        numbered(one, two, three),
        "en",
    )

    assert lines == ["(since: 2019) [1][2]", "(alleged; according to Ann) [3]"]


def test_a_claim_without_details_is_its_mark() -> None:
    one = said("a USES @b")

    assert told_lines([told(one)], numbered(one), "en") == ["[1]"]
    assert told_lines([], numbered(), "en") == []


@pytest.mark.parametrize(
    ("certainty", "lang", "shown"),
    [
        ("stated", "en", ""),
        ("", "en", ""),
        ("alleged", "en", "alleged"),
        ("alleged", "de", "behauptet"),
        ("sworn", "en", "sworn"),
    ],
)
def test_certainty_is_said_where_it_must_be(certainty: str, lang: str, shown: str) -> None:
    assert hedge(certainty, lang) == shown


def test_an_aside_cannot_act_on_a_terminal() -> None:
    evil = told(said("a USES @b"), "note: \x1b[31mred\nline \u202eback", by="\x07")

    assert aside(evil, "en") == "(note: ␛[31mred line <U+202E>back; according to ␇)"


@pytest.mark.parametrize("limit", [30, 60, 100])
def test_a_paragraph_fits_and_hangs(limit: int) -> None:
    lines = paragraph("word " * 60 + "警察" * 20, limit, "      ", "  - ").split("\n")

    assert lines[0].startswith("  - word")
    assert all(line.startswith("      ") for line in lines[1:])
    assert max(map(width, lines)) <= limit


def test_a_claim_for_a_program_has_all_that_was_said() -> None:
    one = said(
        "a USES @b | since=2019;status=active;count=3",
        certainty="alleged",
        said_by="ann",
        says="A uses B.",
    )

    assert claim_data(told(one, "number: 3", by="Ann"), numbered(one)) == {
        "id": one.id,
        "certainty": "alleged",
        "said_by": "ann",
        "said_by_name": "Ann",
        "since": "2019",
        "until": "",
        "status": "active",
        "qualifiers": {"count": "3", "since": "2019", "status": "active"},
        "details": ["number: 3"],
        "says": "A uses B.",
        "source": "report",
        "locator": "p. 26, l. 713",
        "note": 1,
    }
