import json

import pytest
from click.testing import CliRunner, Result

from kg.answers.portraits import as_data
from kg.cli import cli
from kg.session import OpenGraph


def run(graph: OpenGraph, *words: str) -> Result:
    return CliRunner().invoke(cli, ["show", *words, "--case", str(graph.case.root)])


def test_an_entity_is_shown_by_any_name(shipped: OpenGraph) -> None:
    by_id, by_name = run(shipped, "bka"), run(shipped, "Bundeskriminalamt")

    assert by_id.exit_code == 0
    assert by_id.stdout == by_name.stdout
    assert by_id.stdout.startswith("Federal Criminal Police Office (Germany) [bka], police force\n")


def test_maker_operator_status_and_page_stand_at_the_top(shipped: OpenGraph) -> None:
    top = run(shipped, "PredVol").stdout.split("\n\n")[1].splitlines()

    keys = [line.split(":")[0] for line in top if not line.startswith("    ")]
    assert keys == [
        *("In short", "  maker", "  operator", "  used in", "  status", "  country"),
        "  page of the report",
    ]
    assert any("operator: French National Gendarmerie (ended)" in line for line in top)
    assert any("p. 26 [" in line for line in top)


def test_what_is_not_known_is_said(shipped: OpenGraph) -> None:
    shown = run(shipped, "Orbit").stdout

    assert "  owner: not known\n" in shown
    assert "\nNot known\n" in shown


def test_words_and_names_come_in_the_language(shipped: OpenGraph) -> None:
    shown = run(shipped, "bka", "--lang", "nl").stdout

    assert "\nIn het kort\n" in shown
    assert "\nBronnen\n" in shown


def test_json_is_the_documented_profile(shipped: OpenGraph) -> None:
    result = run(shipped, "PredVol", "--json")

    assert json.loads(result.stdout) == json.loads(json.dumps(as_data(shipped.show("PredVol"))))


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (
            "palentir",
            "Error: no entity 'palentir'; did you mean Palantir Technologies Inc. (palantir)",
        ),
        ("zzzzqqqq", "Error: no entity 'zzzzqqqq'; kg search finds entities"),
    ],
)
def test_an_unknown_name_costs_one_line(shipped: OpenGraph, name: str, line: str) -> None:
    result = run(shipped, name)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(line)
    assert result.stderr.count("\n") == 1


def test_no_name_is_a_usage_error(shipped: OpenGraph) -> None:
    assert run(shipped).exit_code == 2


def test_the_width_of_the_terminal_is_kept(
    shipped: OpenGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    def widest(columns: str) -> int:
        monkeypatch.setenv("COLUMNS", columns)
        lines = run(shipped, "predvol").stdout.splitlines()
        return max(len(line) for line in lines if "://" not in line)  # an address is never cut

    assert widest("60") <= 60
    assert 100 < widest("500") <= 120
