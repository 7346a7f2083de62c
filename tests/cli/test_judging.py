"""``kg merge``, ``split``, ``never``, ``undo`` and ``judgements`` as a person types them."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.case import Case
from kg.cli import cli
from kg.ledger import FILE
from tests.cases import kg
from tests.judging.samples import ledger, small
from tests.ledger.samples import pairs


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """Acme and Acme Belgium are one."""
    return small(tmp_path / "case", "acme same acme-belgium")


def run(case: Case, *words: str, env: dict[str, str | None] | None = None) -> Result:
    """A command on the case; nothing but its own words may go wrong."""
    found = CliRunner().invoke(cli, [*words, "--case", str(case.root)], env=env)
    assert not found.exception or isinstance(found.exception, SystemExit)
    return found


def merge(case: Case, left: str = "acme", right: str = "acme-uk", *more: str) -> Result:
    return run(case, "merge", left, right, "--why", "One firm, p. 3", "--who", "tess", *more)


def act_of(found: Result) -> str:
    match = re.search(r"as ([k-z]{6});", found.stdout)
    assert match, found.output
    return match[1]


def test_a_merge_is_told_and_written(case: Case) -> None:
    found = merge(case, "Acme Security NV", "Old Acme")
    act = act_of(found)
    assert found.exit_code == 0
    assert found.stdout == (
        "2 become 1:\n"
        "  Acme Security NV (acme), Company: 5 claims\n"
        "    has the ids acme, acme-belgium, acme-uk\n"
        "    also called Acme België, Acme, Acme Belgium, Acme UK\n"
        f"written to judgements.csv as {act}; kg undo {act} takes it back\n"
    )
    (entry,) = ledger(case).entries
    assert (entry.act, entry.why, entry.who) == (act, "One firm, p. 3", "tess")


def test_a_split_is_told_and_written(case: Case) -> None:
    found = run(case, "split", "acme", "acme-belgium", "--why", "Two firms")
    assert found.stdout.startswith("1 becomes 2:\n  Acme Security NV (acme), Company: 2 claims\n")
    assert pairs(ledger(case).entries) == ["acme different acme-belgium"]


def test_never_is_told_and_written(case: Case) -> None:
    found = run(case, "never", "Old Acme", "Beta AG", "--why", "Two firms")
    assert found.stdout.startswith("nothing moves: acme-uk and beta stay two\nwritten to")
    assert pairs(ledger(case).entries) == ["acme-uk different beta"]


def test_an_undo_takes_back_the_last_act_or_the_one_that_is_named(case: Case) -> None:
    first, second = act_of(merge(case)), act_of(merge(case, "beta", "beta-2"))
    found = run(case, "undo", first, "--why", "Wrong", "--who", "ines")
    assert found.stdout.startswith(f"takes back {first}, acme same acme-uk: One firm, p. 3 (tess, ")
    assert "1 becomes 2:" in found.stdout
    assert act_of(found) in found.stdout.splitlines()[-1]
    assert found.stdout.endswith(" brings it back\n")
    assert run(case, "undo").stdout.startswith(f"takes back {second}, beta same beta-2: ")
    assert [entry.why for entry in ledger(case).entries[2:]] == ["Wrong", "taken back"]


@pytest.mark.parametrize("words", [["merge", "acme", "acme-uk"], ["never", "acme", "beta"]])
def test_who_judges_comes_from_the_surroundings_unless_named(case: Case, words: list[str]) -> None:
    run(case, *words, "--why", "x", env={"KG_WHO": "ann"})
    assert [entry.who for entry in ledger(case).entries] == ["ann"]


@pytest.mark.parametrize(
    "words",
    [
        ["merge", "acme", "acme-uk", "--why", "x"],
        ["split", "acme", "acme-belgium", "--why", "x"],
        ["never", "acme", "beta", "--why", "x"],
    ],
)
def test_a_dry_run_tells_all_and_writes_nothing(case: Case, words: list[str]) -> None:
    dry = run(case, *words, "--dry-run")
    assert dry.exit_code == 0
    assert not (case.root / FILE).exists()
    wet = run(case, *words)
    assert wet.stdout.startswith(dry.stdout)
    assert wet.stdout[len(dry.stdout) :].startswith("written to judgements.csv as ")


def test_a_program_gets_json(case: Case) -> None:
    found = json.loads(merge(case, "acme", "acme-uk", "--json").stdout)
    assert (found["act"], found["said"]) == (
        ledger(case).entries[0].act,
        [{"left": "acme", "right": "acme-uk", "verdict": "same"}],
    )
    assert [one["redirects"] for one in found["after"]] == [["acme-belgium", "acme-uk"]]
    undone = json.loads(run(case, "undo", "--json", "--dry-run").stdout)
    assert (undone["act"], undone["said"][0]["verdict"]) == ("", "undo")
    assert len(undone["after"]) == 2


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["merge", "Acme", "beta"], "'Acme' is the name of several, write the id: acme (Acme Sec"),
        (["merge", "Acme Securty", "beta"], "no entity 'Acme Securty'; did you mean Acme Securi"),
        (["merge", "acme", "acme-belgium"], "acme and acme-belgium are one already: acme"),
        (["merge", "beta", "watcher"], "beta is a Company and watcher a Product: they can belong"),
        (["merge", "acme", "acme-uk", "--why", " "], "a judgement needs a reason, for whoever"),
        (["split", "acme", "beta"], "acme and beta are two already; kg never keeps them so"),
        (["never", "nobody-at-all", "beta"], "no entity 'nobody-at-all'"),
    ],
)
def test_what_cannot_be_is_one_line_and_nothing_is_written(
    case: Case, words: list[str], message: str
) -> None:
    found = run(case, *words, *([] if "--why" in words else ["--why", "x"]))
    assert found.exit_code == 1
    assert found.stderr.startswith(f"Error: {message}")
    assert len(found.stderr.splitlines()) == 1
    assert "written" not in found.stdout
    assert not (case.root / FILE).exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["undo"], "judgements.csv: nothing stands that could be taken back"),
        (["undo", "zzzzzz"], "judgements.csv: no act is called 'zzzzzz'; kg judgements lists them"),
    ],
)
def test_nothing_to_undo_is_one_line(case: Case, words: list[str], message: str) -> None:
    found = run(case, *words)
    assert (found.exit_code, found.stderr) == (1, f"Error: {message}\n")


@pytest.mark.parametrize("name", ["merge", "split", "never"])
def test_a_judgement_without_a_reason_is_asked_for_one(case: Case, name: str) -> None:
    found = run(case, name, "acme", "acme-uk")
    assert found.exit_code == 2
    assert "Missing option '--why'" in found.stderr


def test_a_bad_row_is_named_at_each_judgement_and_stops_none(case: Case) -> None:
    merge(case)
    with (case.root / FILE).open("a") as file:
        file.write("2,kkkkkk,beta,beta-2,sam,x,tess,2026,kg\n")
    found = run(case, "never", "acme", "beta", "--why", "x")
    assert found.exit_code == 0
    assert found.stderr.startswith("judgements.csv, row 3, column verdict: 'sam' is none of same")
    assert pairs(ledger(case).entries) == ["acme same acme-uk", "acme different beta"]


# The ledger


def test_an_empty_ledger_says_how_to_begin(case: Case) -> None:
    assert run(case, "judgements").stdout == (
        "nobody has judged anything in this case yet: kg merge, kg never, kg review\n"
    )
    assert json.loads(run(case, "judgements", "--json").stdout) == []


def test_the_ledger_is_listed_with_what_was_taken_back(case: Case) -> None:
    first = act_of(merge(case))
    second = act_of(run(case, "undo"))
    heading, _, *rows = run(case, "judgements").stdout.splitlines()
    columns = ["act", "when", "who", "left", "verdict", "right", "why", "undone_by"]
    assert heading.split() == columns
    assert len(rows) == 2
    assert rows[0].split()[0] == first
    assert rows[0].split()[-1] == second
    assert re.split(r"\s{2,}", rows[1])[:1] == [second]


def test_a_program_gets_every_column(case: Case) -> None:
    merge(case)
    run(case, "undo")
    first, second = json.loads(run(case, "judgements", "--json").stdout)
    assert list(first) == [
        *("number", "act", "left", "right", "verdict", "why", "who", "when", "tool", "undone_by"),
    ]
    assert (first["undone_by"], second["undone_by"]) == (second["act"], "")
    assert second["left"] == first["act"]


def test_hostile_words_in_a_ledger_do_nothing(case: Case) -> None:
    ledger(case).say([("acme", "acme-uk", "same")], "=1+1 \u202e\u2066 <b>", "x\x1b[31m")
    shown = run(case, "judgements").stdout
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_judgements_go_to_nomenklatura_and_come_from_there(case: Case, tmp_path: Path) -> None:
    merge(case)
    run(case, "never", "acme", "beta", "--why", "Two firms")
    path = tmp_path / "judged.ijson"
    assert run(case, "judgements", "--export", str(path)).stderr == f"wrote {path}\n"
    other = small(tmp_path / "other", "acme same acme-belgium")
    told = run(other, "judgements", "--import", str(path))
    assert re.fullmatch(
        r"2 judgements taken over as ([k-z]{6}); kg undo \1 takes them back\n", told.stdout
    )
    assert pairs(ledger(other).entries) == ["acme same acme-uk", "acme different beta"]
    again = run(other, "judgements", "--import", str(path))
    assert again.stdout == "0 judgements to take over; nothing was written\n"
    assert again.stderr == "2 left out: known already\n"


def test_a_dry_import_writes_nothing(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "x.ijson"
    path.write_text('["acme", "acme-uk", "positive"]\nbroken\n', "utf-8")
    found = run(case, "judgements", "--import", str(path), "--dry-run")
    assert found.stdout == "1 judgement to take over; nothing was written\n"
    assert found.stderr == "x.ijson, row 2: is no JSON\n"
    assert not (case.root / FILE).exists()


def test_a_file_that_is_not_there_is_one_line(case: Case, tmp_path: Path) -> None:
    found = run(case, "judgements", "--import", str(tmp_path / "gone.ijson"))
    assert found.exit_code == 1
    assert found.stderr.startswith("Error: ")
    assert "gone.ijson: cannot be read (No such file or directory)" in found.stderr


def test_a_whole_day_of_judging(case: Case) -> None:
    """Merge, look, split, look, undo: each command sees what the one before it did."""
    root = case.root
    assert "written to" in kg("merge", "acme", "acme-uk", "--why", "One firm", case=root).stdout
    shown = kg("show", "acme-uk", case=root)
    assert shown.stdout.startswith("Acme Security NV [acme], company\n")
    assert "earlier ids: acme-belgium, acme-uk" in shown.stdout.replace(";", ",")
    told = kg("why", "acme-uk", "acme-belgium", case=root).stdout.splitlines()
    assert [line.split(" (")[0] for line in told[:2]] == [
        "same: acme / acme-uk: One firm",
        "same: acme / acme-belgium: I looked.",
    ]
    kg("split", "acme", "acme-uk", "--why", "Two firms", case=root)
    shown = kg("show", "acme-uk", case=root)
    assert shown.stderr == "Who is who was judged since the last build: building anew.\n"
    assert shown.stdout.startswith("Acme UK [acme-uk], company\n")
    kg("undo", case=root)
    assert kg("show", "acme-uk", case=root).stdout.startswith("Acme Security NV [acme], company\n")
