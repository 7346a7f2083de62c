"""View files: what is read out of them, and what a person is told when one is wrong."""

from pathlib import Path

import pytest

from kg.case import Case
from kg.errors import ViewError
from kg.queries.saved import saved
from kg.views.spec import find, load, parse
from tests.views.samples import CAPTIONS, OF_SELLER, TITLES, VENDOR, WORDS, write

HEAD = 'query = "suppliers"\nlayout = "layered"\n'
EVENT = '\n[event]\nof = "what"\ndate = "dates"\n'
EVENTS = 'query = "ends-and-bans"\nlayout = "timeline"\n'
PRESET = f"\n[preset.now]\n{{}}\n[preset.now.title]\n{TITLES}\n"


def read(case: Case, text: str) -> str:
    """What is said of a view file with this text."""
    path = case.root / "visualizations" / "mine.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    with pytest.raises(ViewError) as wrong:
        parse(path, saved(case))
    return str(wrong.value)


BROKEN = [
    ("query = ?", "cannot be read: Invalid value (at line 1, column 9)"),
    (WORDS, "query: missing"),
    (
        f'query = "supplier"\n{WORDS}',
        "query: 'supplier' is not known (did you mean 'suppliers'?)",
    ),
    (
        f'query = "suppliers"\nlayout = "layers"\n{WORDS}',
        "layout: 'layers' is not known (did you mean 'layered'?)",
    ),
    (
        f'query = "suppliers"\n{WORDS}',
        "layout: missing",
    ),
    (f"{HEAD}groups = 1\n{WORDS}", "no such key 'groups' (did you mean 'grouping'?)"),
    (
        f'{HEAD}grouping = "land"\n{WORDS}',
        "grouping: 'land' is not known; write one of country, kind, label, none, role, status",
    ),
    (
        f'{HEAD}columns = ["suplier"]\n{WORDS}',
        "columns: 'suplier' is not known (did you mean 'supplier'?)",
    ),
    (f'{HEAD}types = ["USE"]\n{WORDS}', "types: 'USE' is not known (did you mean 'USES'?)"),
    (f'{HEAD}between = "yes"\n{WORDS}', "between: 'yes' is neither; write true or false"),
    (f'{HEAD}focus = "orbit"\n{WORDS}', "focus: 'orbit' is no list of texts"),
    (f"{HEAD}\n[caption]\n{CAPTIONS}\n", "title, en: missing"),
    (f'{HEAD}\n[title]\nen = "One"\n\n[caption]\n{CAPTIONS}\n', "title, nl: missing"),
    (
        f'{HEAD}\n[title]\n{TITLES}\nit = "Uno"\n\n[caption]\n{CAPTIONS}\n',
        "title: no such key 'it'",
    ),
    (
        f'{HEAD}\n[params]\nforces = "x"\n{WORDS}',
        "params: suppliers has no parameter 'forces' (did you mean 'force'?)",
    ),
    (f"{HEAD}\n[params]\nforce = []\n{WORDS}", "params, force: [] is no text or number"),
    (
        f'{EVENTS}\n[event]\nof = "wat"\ndate = "dates"\n{WORDS}',
        "event, of: 'wat' is not known (did you mean 'what'?)",
    ),
    (f'{EVENTS}{EVENT}when = "x"\n{WORDS}', "event: no such key 'when'"),
    (f'{HEAD}\n[line]\nstart = "supplier"\n{WORDS}', "line, end: missing"),
    (f'{HEAD}\n[amount]\nof = "supplier"\n{WORDS}', "amount, value: missing"),
    (
        HEAD + PRESET.format('statuses = ["activ"]') + WORDS,
        "preset, now, statuses: 'activ' is not known (did you mean 'active'?)",
    ),
    (
        HEAD + PRESET.format("years = [2025, 2015]") + WORDS,
        "preset, now, years: [2025, 2015] is no span of years; write e.g. [2015, 2025]",
    ),
]


@pytest.mark.parametrize(("text", "message"), BROKEN)
def test_a_broken_view_is_one_clear_line(tmp_path: Path, text: str, message: str) -> None:
    said = read(Case(tmp_path), text)
    assert said.startswith("visualizations/mine.toml")
    assert message in said
    assert "\n" not in said


def test_a_file_that_is_no_text_is_one_clear_line(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(ViewError, match="cannot be read: is not UTF-8 text"):
        parse(path, {})


def test_a_file_with_another_kind_of_name_is_one_clear_line(tmp_path: Path) -> None:
    path = write(Case(tmp_path), "My View", VENDOR, OF_SELLER)
    with pytest.raises(ViewError, match=r"My View\.toml: a view file is called like-this\.toml"):
        parse(path, saved(Case(tmp_path)))


def test_everything_of_a_file_is_read(tmp_path: Path) -> None:
    case = Case(tmp_path)
    head = f'{VENDOR}\ngrouping = "country"\ntypes = ["USES"]\nwithout = ["x"]\nbetween = true'
    preset = PRESET.format('labels = ["Company"]\nyears = [2015, 2025]\ncountries = ["BE"]')
    write(case, "mine", head, OF_SELLER + preset)
    view = find(case, "mine")
    assert (view.name, view.query, view.layout) == ("mine", "chains-of-vendor", "layered")
    assert (view.grouping, view.focus, view.types) == ("country", ("seller",), ("USES",))
    assert (view.without, view.between, view.derived, view.lone) == (("x",), True, False, False)
    assert view.params == {"vendor": "seller"}
    assert view.titles["de"] == "The finding"
    (now,) = view.presets
    assert (now.name, now.labels, now.countries, now.years) == (
        "now", ("Company",), ("BE",), (2015, 2025),
    )  # fmt: skip


def test_numbers_and_truths_are_parameters_as_they_are_typed(tmp_path: Path) -> None:
    case = Case(tmp_path)
    write(case, "mine", HEAD, '[params]\ndepth = 2\nforce = "x"')
    write(case, "other", VENDOR, "[params]\naround = false")
    assert find(case, "mine").params == {"depth": "2", "force": "x"}
    assert find(case, "other").params == {"around": "no"}


def test_a_view_of_the_case_wins_over_a_shipped_one(tmp_path: Path) -> None:
    case = Case(tmp_path)
    assert find(case, "belgium").titles["en"].startswith("Belgium")
    write(case, "belgium", VENDOR, OF_SELLER)
    assert find(case, "belgium").titles["en"] == "The finding"


def test_a_broken_view_of_the_case_hides_the_shipped_one(tmp_path: Path) -> None:
    case = Case(tmp_path)
    write(case, "belgium", "layout = 1")
    views, problems = load(case)
    assert "belgium" not in views
    assert "france" in views
    assert problems == ["visualizations/belgium.toml, query: missing; write one in quotes"]


def test_a_name_may_be_typed_in_other_ways(tmp_path: Path) -> None:
    case = Case(tmp_path)
    assert find(case, "Who_supplies whom.toml").name == "who-supplies-whom"


@pytest.mark.parametrize(
    ("name", "hint"),
    [("belgum", r"\(did you mean 'belgium'\?\)"), ("zzz", "; kg view lists them all")],
)
def test_an_unknown_name_gets_a_way_out(tmp_path: Path, name: str, hint: str) -> None:
    with pytest.raises(ViewError, match=f"^no view '{name}'.*{hint}"):
        find(Case(tmp_path), name)
