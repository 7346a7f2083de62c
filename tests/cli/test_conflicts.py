import json

import pytest
from click.testing import CliRunner, Result

from kg.answers.contradictions import as_data
from kg.cli import cli
from kg.session import OpenGraph


def run(graph: OpenGraph, *words: str) -> Result:
    return CliRunner().invoke(cli, ["conflicts", *words, "--case", str(graph.case.root)])


def test_all_conflicts_are_listed_with_kind_and_note(shipped: OpenGraph) -> None:
    shown = run(shipped).stdout

    for group in shipped.conflicts():
        assert f"[{group.conflict.id}]" in " ".join(shown.split())
    assert shown.index("(conflict)") < shown.index("(unclear)") < shown.index("(history)")


def test_both_figures_of_orbit_stand_side_by_side(shipped: OpenGraph) -> None:
    shown = " ".join(run(shipped, "Orbit").stdout.split())

    assert "almost 100" in shown
    assert "more than 100" in shown
    assert "according to Orbit" in shown


def test_conflicts_of_one_entity_are_fewer(shipped: OpenGraph) -> None:
    some = json.loads(run(shipped, "i-Police", "--json").stdout)
    every = json.loads(run(shipped, "--json").stdout)

    assert 0 < len(some) < len(every)
    assert {each["id"] for each in some} < {each["id"] for each in every}


def test_json_is_the_documented_list(shipped: OpenGraph) -> None:
    result = run(shipped, "VeriPol", "--json")

    expected = json.loads(json.dumps(as_data(shipped.conflicts("VeriPol"))))
    assert json.loads(result.stdout) == expected
    assert {"sentence", "source", "locator", "certainty"} <= set(expected[0]["claims"][0])


def test_words_come_in_the_language(shipped: OpenGraph) -> None:
    assert "(Widerspruch)" in run(shipped, "--lang", "de").stdout


@pytest.mark.parametrize("name", ["Görlitzer Park"])
def test_an_entity_without_conflicts_says_so(shipped: OpenGraph, name: str) -> None:
    assert shipped.conflicts(name) == []
    assert run(shipped, name).stdout == "No conflicts.\n"
    assert json.loads(run(shipped, name, "--json").stdout) == []


def test_an_unknown_name_costs_one_line(shipped: OpenGraph) -> None:
    result = run(shipped, "palentir")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: no entity 'palentir'; did you mean")
