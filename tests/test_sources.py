from pathlib import Path

import pytest

from kg.case import Case
from kg.dossier import gather
from kg.errors import DataError
from kg.sources import Context, Family, families, run
from kg.statements import Entity, Judgement, Origin, Source, Statement
from kg.tables import Problem

TOML = 'title = "My notices"\n'
PYTHON = """
from kg.statements import Entity, Source

def ingest(context):
    context.add(Entity("my-firm", "Company", "My firm"))
    context.add(Source("my-notices", "", "Notices", "Me", "2025", "en", "register", "2026-11-25"))
    context.say("my-firm", "SUPPLIES", "belgian-federal-police",
                source="my-notices", locator="row 1", says="My firm supplies.", since="2024")
    context.leave({"price": "12", "empty": ""})
"""


def adapter(
    folder: Path, toml: str = TOML, python: str | None = PYTHON, name: str = "mine"
) -> Case:
    ingest = folder / "ingest"
    ingest.mkdir(exist_ok=True)
    (ingest / f"{name}.toml").write_text(toml, "utf-8")
    if python is not None:
        (ingest / f"{name}.py").write_text(python, "utf-8")
    return Case(folder)


def context() -> Context:
    return Context(Family("mine", "Mine", Path("mine.toml")), Case(Path()))


def found(case: Case) -> Family:
    return next(family for family in families(case) if family.name == "mine")


def said(case: Case) -> Context:
    return run(found(case), case)


# What is shipped


def test_the_shipped_families_come_in_their_declared_order(tmp_path: Path) -> None:
    shipped = [family.name for family in families(Case(tmp_path)) if not family.is_format]
    assert shipped == ["own", "entities", "report", "press"]


@pytest.mark.parametrize("name", ["entities", "report", "press"])
def test_a_shipped_family_yields_exactly_what_it_declares(tmp_path: Path, name: str) -> None:
    case = Case(tmp_path)
    family = next(family for family in families(case) if family.name == name)
    heard = run(family, case)
    assert {kind: n for kind, n in heard.counts().items() if n} == dict(family.minimum)
    assert (heard.problems, heard.unread) == ([], {})


def test_without_own_tables_a_case_has_nothing_of_its_own_to_say(tmp_path: Path) -> None:
    case = Case(tmp_path)
    assert set(run(families(case)[0], case).counts().values()) == {0}


# A person's own adapter


def test_an_own_adapter_is_heard_beside_the_shipped_ones(tmp_path: Path) -> None:
    heard = said(adapter(tmp_path))
    assert heard.counts() == {"entities": 1, "sources": 1, "statements": 1, "judgements": 0}
    assert heard.statements[0].qualifiers == (("since", "2024"),)
    assert heard.unread == {"price": 1}


def test_what_an_own_adapter_says_is_in_the_dossier(tmp_path: Path) -> None:
    dossier = gather(adapter(tmp_path))
    assert dossier.problems == ()
    assert dossier.entities["my-firm"].name == "My firm"
    assert "my-notices" in dossier.sources
    assert [one.says for one in dossier.statements if one.subject == "my-firm"] == [
        "My firm supplies."
    ]
    assert dossier.unread == {"price": 1}


def test_an_own_adapter_of_a_shipped_name_takes_its_place(tmp_path: Path) -> None:
    case = adapter(tmp_path, python="def ingest(context): pass", name="press")
    press = next(family for family in families(case) if family.name == "press")
    assert press.title == "My notices"
    assert set(run(press, case).counts().values()) == {0}


def test_an_adapter_is_read_anew_after_a_change(tmp_path: Path) -> None:
    said(adapter(tmp_path))
    heard = said(adapter(tmp_path, python=PYTHON + "    context.skip('too old')\n"))
    assert heard.skipped == {"too old": 1}


def test_less_than_declared_is_a_problem_that_names_the_file(tmp_path: Path) -> None:
    case = adapter(tmp_path, TOML + "[minimum]\nentities = 2\nsources = 1\n")
    assert [str(problem) for problem in said(case).shortfalls()] == [
        "mine.toml, column entities: only 1 entities came, at least 2 were expected"
    ]
    assert gather(case).shortfalls == 1


# A TOML or Python file with a mistake: one line each


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("title = ", "mine.toml: not a TOML file"),
        ("order = 3", 'mine.toml: no title; write title = "what this source is"'),
        ("title = 3", "mine.toml: no title"),
        (TOML + "ordre = 3", r"mine.toml: unknown key 'ordre' \(did you mean 'order'\?\)"),
        (TOML + "xyz = 3", "mine.toml: unknown key 'xyz'; known are title, description, order"),
        (TOML + 'order = "first"', "mine.toml: order = 'first' is no whole number; write e.g."),
        (TOML + "minimum = 3", r"mine.toml: \[minimum\] takes whole numbers for entities, sources"),
        (TOML + "[minimum]\nclaims = 3", r"mine.toml: \[minimum\] takes whole numbers"),
        (TOML + '[minimum]\nentities = "3"', r"mine.toml: \[minimum\] takes whole numbers"),
    ],
)
def test_a_wrong_toml_says_what_to_write(tmp_path: Path, toml: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        families(adapter(tmp_path, toml))


@pytest.mark.parametrize(
    ("python", "message"),
    [
        (None, "mine.toml: no mine.py beside it to read this source"),
        ("def ingest(context:\n    pass", r"mine.py, row 1: not Python \("),
        ("import nowhere_to_be_found", r"mine.py: cannot be loaded \(No module named"),
        ("def read(context): pass", r"mine.py: has no function ingest\(context\)"),
        ("ingest = 3", r"mine.py: has no function ingest\(context\)"),
    ],
)
def test_a_wrong_adapter_says_what_is_missing(
    tmp_path: Path, python: str | None, message: str
) -> None:
    with pytest.raises(DataError, match=message):
        said(adapter(tmp_path, python=python))


# The context: what does not fit costs one line, not the build

GOOD = Statement("a", "USES", "b", "", (("since", "2024"),), "s", "row 1", "stated")


@pytest.mark.parametrize(
    ("value", "line"),
    [
        (
            Entity("a", "Compny", "A"),
            "mine.py, column label: 'Compny' is no label (did you mean 'Company'?)",
        ),
        (
            Entity("a", "Organization", "A"),
            "mine.py, column label: Organization cannot be the label of an entity; write one of "
            "Company, Court, Institution, Intelligence, Municipality, Oversight, PoliceForce, "
            "Prison, PublicBody",
        ),
        (
            Entity("a", "Claim", "A", origin=Origin("notices.xml", 12)),
            "notices.xml, row 12, column label: Claim cannot be the label of an entity; it is "
            "made, not written",
        ),
        (
            Statement("a", "USE", "b", "", (), "s", "row 1", "stated"),
            "mine.py, column predicate: 'USE' is no predicate (did you mean 'USES'?)",
        ),
        (
            Statement("a", "CLIENT_OF", "b", "", (), "s", "row 1", "stated"),
            "mine.py, column predicate: CLIENT_OF is worked out from other claims; state those "
            "instead",
        ),
        (
            Statement("a", "USES", "b", "", (), "s", "row 1", "certain"),
            "mine.py, column certainty: 'certain' is no certainty; write one of stated, reported, "
            "inferred, alleged, disputed",
        ),
        (
            Statement("a", "USES", "b", "", (("sinse", "2024"),), "s", "row 1", "stated"),
            "mine.py, column qualifiers: 'sinse' is no qualifier (did you mean 'since'?)",
        ),
        (
            Statement("a", "WON", "b", "", (("value", "1.000,50"),), "s", "row 1", "stated"),
            "mine.py, column qualifiers: value: '1.000,50' is no plain number; write 1000.50",
        ),
        (
            Statement("a", "WON", "b", "", (("since", "2025-13"),), "s", "row 1", "stated"),
            "mine.py, column qualifiers: since: '2025-13' is a day that does not exist; "
            "write 2019-03-31, 2019-03 or 2019",
        ),
    ],
)
def test_a_value_outside_the_vocabulary_is_left_out_and_named(
    value: Entity | Statement, line: str
) -> None:
    heard = context()
    heard.add(value)
    heard.add(GOOD)
    assert [str(problem) for problem in heard.problems] == [line]
    assert (heard.entities, heard.statements) == ([], [GOOD])


def test_each_kind_of_value_goes_to_its_own_list() -> None:
    heard = context()
    values = [
        Entity("a", "Company", "A"),
        Source("s", "", "S", "Me"),
        GOOD,
        Judgement("a", "b", "related", "Sisters"),
        Problem(Path("x.csv"), 3, "", "torn"),
    ]
    for value in values:
        heard.add(value)
    kept = (heard.entities, heard.sources, heard.statements, heard.judgements, heard.problems)
    assert kept == tuple([value] for value in values)


def test_what_is_no_value_of_ours_is_a_mistake_of_the_adapter() -> None:
    with pytest.raises(TypeError, match="an adapter cannot say 'words'"):
        context().add("words")


def test_a_qualifier_without_a_value_says_nothing() -> None:
    heard = context()
    heard.say("a", "USES", "b", source="s", locator="l", says="Yes.", since="", place=None)
    assert heard.statements[0].qualifiers == ()


def test_with_a_sink_values_pass_through_and_are_not_kept() -> None:
    passed: list[object] = []
    heard = context()
    heard.sink = passed.append
    heard.add(GOOD)
    assert (passed, heard.statements) == ([GOOD], [])
