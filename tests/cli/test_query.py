"""``kg query``: the saved queries as commands."""

import json

from click.testing import CliRunner, Result

from kg.cli import cli
from kg.queries.saved import load
from kg.session import OpenGraph


def run(graph: OpenGraph, *words: str) -> Result:
    return CliRunner().invoke(cli, ["query", "--case", str(graph.case.root), *words])


def rows(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.output
    found: list[dict[str, object]] = json.loads(result.stdout)
    return found


def test_the_first_parameter_may_stand_without_its_option(shipped: OpenGraph) -> None:
    plain = run(shipped, "contracts-of-supplier", "Sopra Steria", "--format", "json")
    named = run(shipped, "contracts-of-supplier", "--supplier", "sopra-steria", "--format", "json")

    assert rows(plain) == rows(named)
    assert rows(plain)


def test_other_options_stand_before_or_behind_it(shipped: OpenGraph) -> None:
    before = run(shipped, "suppliers", "--format", "csv", "Bundeskriminalamt")
    behind = run(shipped, "suppliers", "Bundeskriminalamt", "--format", "csv")

    assert before.exit_code == 0
    assert before.stdout == behind.stdout


def test_given_both_ways_it_is_refused(shipped: OpenGraph) -> None:
    result = run(shipped, "contracts-of-supplier", "palantir", "--supplier", "edicia")

    assert result.exit_code == 2
    assert "--supplier is given twice: palantir, edicia" in result.stderr


def test_a_second_value_is_refused(shipped: OpenGraph) -> None:
    result = run(shipped, "contracts-of-supplier", "palantir", "edicia")

    assert result.exit_code == 2
    assert "unexpected extra argument (edicia)" in result.stderr


def test_a_name_nobody_bears_is_a_clear_line(shipped: OpenGraph) -> None:
    result = run(shipped, "contracts-of-supplier", "palentir")

    assert result.exit_code == 1
    assert "no entity 'palentir'; did you mean" in result.stderr


def test_without_a_value_the_default_counts(shipped: OpenGraph) -> None:
    result = run(shipped, "contracts-of-supplier", "--format", "json")

    assert rows(result) == rows(run(shipped, "contracts-of-supplier", "palantir", "--format=json"))


def test_the_help_of_each_names_the_first_parameter(shipped: OpenGraph) -> None:
    for name, query in load(shipped.case)[0].items():
        usage = run(shipped, name, "--help").stdout.splitlines()[0]

        assert usage.endswith(f" {name} [OPTIONS] [{query.params[0].flag[2:].upper()}]")
