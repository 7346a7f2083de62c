from pathlib import Path

import pytest

from kg.case import Case
from kg.errors import QueryError
from kg.queries.saved import Param, Query, find, load, parse, saved

GOOD = """\
// Who supplies this police force, directly or through subcontractors?
// One row a supplier and way of supply.
//
// Chains are followed to the third tier.
// tags: supply, subcontracting
// param force: entity PoliceForce | The force, by id or any name | e.g. "Federale Politie"
// param limit: int = 200 | How many rows at most | e.g. 50
// returns: supplier, role, claims
MATCH (v:Company)-[r:SUPPLIES]->(f:PoliceForce {id: $force})
RETURN v AS supplier, r.role AS role, r.claims AS claims
ORDER BY v.name, v.id LIMIT $limit
"""


def write(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / "queries" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def mistake(folder: Path, text: str | bytes, name: str = "mine.cypher") -> str:
    with pytest.raises(QueryError) as caught:
        parse(write(folder, name, text))
    return str(caught.value)


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in for the folder that the project ships, beside a case in ``tmp_path``."""
    home = tmp_path / "shipped"
    home.mkdir()
    monkeypatch.setattr("kg.case.folder", lambda room: home / room)
    return home


def test_a_file_says_everything_about_its_query(tmp_path: Path) -> None:
    path = write(tmp_path, "suppliers.cypher", GOOD)
    query = parse(path)
    assert query == Query(
        name="suppliers",
        title="Who supplies this police force, directly or through subcontractors?",
        description="One row a supplier and way of supply.\nChains are followed to the third tier.",
        tags=("supply", "subcontracting"),
        params=(
            Param(
                "force",
                "entity",
                "PoliceForce",
                None,
                "The force, by id or any name",
                "Federale Politie",
            ),
            Param("limit", "int", "", "200", "How many rows at most", "50"),
        ),
        returns=("supplier", "role", "claims"),
        cypher="\n".join(GOOD.splitlines()[8:]),
        path=path,
    )
    assert query.line == 9


def test_a_title_and_a_query_are_enough(tmp_path: Path) -> None:
    query = parse(write(tmp_path, "all.cypher", "// Everything?\nMATCH (n) RETURN n"))
    assert (query.title, query.params, query.returns) == ("Everything?", (), ())


@pytest.mark.parametrize(
    "text",
    [
        GOOD.replace("\n", "\r\n"),
        "\ufeff" + GOOD,
        "\n\n" + GOOD,
        GOOD.replace("MATCH", "\n\nMATCH", 1),
        GOOD.replace("// ", "//"),
    ],
    ids=["CRLF", "BOM", "blank lines first", "blank lines between", "no space after //"],
)
def test_what_editors_do_to_a_file_changes_nothing(tmp_path: Path, text: str) -> None:
    plain = parse(write(tmp_path, "suppliers.cypher", GOOD))
    assert parse(write(tmp_path, "suppliers.cypher", text)) == plain


def test_a_line_separator_inside_a_string_of_the_query_stays(tmp_path: Path) -> None:
    query = parse(write(tmp_path, "odd.cypher", "// Odd?\nRETURN 'a\u2028b\x0cc' AS x"))
    assert query.cypher == "RETURN 'a\u2028b\x0cc' AS x"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MATCH (n) RETURN n", "queries/mine.cypher:1: the first line must be // and the question"),
        ("", "queries/mine.cypher:1: the first line must be // and the question"),
        ("// tags: a\nRETURN 1", ":1: the first line must be // and the question"),
        ("// Title?\n// tags: a\n", ":3: there is no query under the comment lines"),
        (b"// Caf\xe9?\nRETURN 1", ":1: is not UTF-8 text; save it again with that encoding"),
        ("// T?\n// tag: a\nRETURN 1", ":2: 'tag:' is no line we know (did you mean 'tags'?)"),
        ("// T?\n// params x: int\nRETURN 1", ":2: 'params x:' is no line we know (did you mean"),
        ("// T?\n// Return: x\nRETURN 1", "no line we know (did you mean 'returns'?)"),
        ("// T?\n\n// tags: a,,b\nRETURN 1", ":3: tags: words with commas between, not ''"),
        ("// T?\n// tags: a\n// tags: b\nRETURN 1", ":3: tags: is there twice; put everything"),
        ("// T?\n// returns: a, a\nRETURN 1", ":2: returns: a word is there twice"),
        ("// T?\n// param force int\nRETURN 1", ":2: 'param force int' is not written as: param"),
        ("// T?\n// param\nRETURN 1", ":2: 'param ' is not written as: param NAME: TYPE"),
    ],
)
def test_a_mistake_names_file_line_and_way_out(tmp_path: Path, text: str, expected: str) -> None:
    assert expected in mistake(tmp_path, text)


def test_a_parameter_cannot_be_there_twice(tmp_path: Path) -> None:
    line = '// param x: text | What | e.g. "b"\n'
    told = mistake(tmp_path, f"// T?\n{line}{line}RETURN $x")
    assert told == "queries/mine.cypher:3: param x is there twice"


@pytest.mark.parametrize("name", ["My Query.cypher", "Big.cypher", "a_b.cypher", "-a.cypher"])
def test_a_name_is_small_letters_with_hyphens(tmp_path: Path, name: str) -> None:
    assert "a query file is called like-this.cypher" in mistake(tmp_path, GOOD, name)


def test_own_and_shipped_queries_are_listed_by_name(tmp_path: Path, shipped: Path) -> None:
    write(shipped, "zebra.cypher", "// Z?\nRETURN 1")
    write(shipped, "bidders.cypher", "// B?\nRETURN 1")
    write(tmp_path, "mine.cypher", "// M?\nRETURN 1")
    assert list(saved(Case(tmp_path))) == ["bidders", "mine", "zebra"]


def test_an_own_query_wins_over_a_shipped_one(tmp_path: Path, shipped: Path) -> None:
    write(shipped, "bidders.cypher", "// Shipped?\nRETURN 1")
    write(tmp_path, "bidders.cypher", "// Own?\nRETURN 1")
    assert saved(Case(tmp_path))["bidders"].title == "Own?"


def test_a_broken_query_hides_no_other(tmp_path: Path, shipped: Path) -> None:
    write(shipped, "bidders.cypher", GOOD)
    broken = write(tmp_path, "broken.cypher", "// B?\n// param x\nRETURN 1")
    queries, problems = load(Case(tmp_path))
    assert list(queries) == ["bidders"]
    assert [(problem.path, problem.row) for problem in problems] == [(broken, 2)]


def test_a_broken_own_query_is_not_answered_by_the_shipped_one(
    tmp_path: Path, shipped: Path
) -> None:
    write(shipped, "bidders.cypher", GOOD)
    write(tmp_path, "bidders.cypher", "RETURN 1")
    with pytest.raises(QueryError, match=r"queries/bidders\.cypher:1: the first line must be"):
        find(Case(tmp_path), "bidders")


@pytest.mark.parametrize("name", ["call-offs", "call_offs", "Call-Offs", "call-offs.cypher"])
def test_a_query_is_found_by_its_name(tmp_path: Path, shipped: Path, name: str) -> None:
    write(shipped, "call-offs.cypher", GOOD)
    assert find(Case(tmp_path), name).name == "call-offs"


def test_a_misspelt_name_is_told_the_right_one(tmp_path: Path, shipped: Path) -> None:
    write(shipped, "suppliers.cypher", GOOD)
    with pytest.raises(QueryError) as caught:
        find(Case(tmp_path), "supliers")
    assert str(caught.value) == "no saved query 'supliers' (did you mean 'suppliers'?)"
    with pytest.raises(QueryError, match="no saved query 'x'; kg query lists them all"):
        find(Case(tmp_path), "x")


def test_a_folder_called_like_a_query_is_none(tmp_path: Path, shipped: Path) -> None:
    (shipped / "queries" / "odd.cypher").mkdir(parents=True)
    assert load(Case(tmp_path)) == ({}, [])
