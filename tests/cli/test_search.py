import json

import pytest
from click.testing import CliRunner, Result

from kg.cli import cli
from kg.session import OpenGraph


def run(graph: OpenGraph, *words: str) -> Result:
    return CliRunner().invoke(cli, ["search", *words, "--case", str(graph.case.root)])


def found(graph: OpenGraph, *words: str) -> list[dict[str, object]]:
    result = run(graph, *words, "--json")
    assert result.exit_code == 0
    hits: list[dict[str, object]] = json.loads(result.stdout)
    return hits


def test_hits_are_printed_best_first_with_id_name_and_label(shipped: OpenGraph) -> None:
    lines = run(shipped, "palentir").stdout.splitlines()

    assert lines[0] == "palantir: Palantir Technologies Inc. (Palantir), company"


def test_json_is_a_list_best_first_of_id_name_and_label(shipped: OpenGraph) -> None:
    hits = found(shipped, "Görlizer Park")

    assert list(hits[0]) == ["id", "name", "label", "score", "matched"]
    assert (hits[0]["id"], hits[0]["label"]) == ("goerlitzer-park-wrangelkiez", "Place")


def test_words_need_no_quotes(shipped: OpenGraph) -> None:
    assert found(shipped, "policia", "nacional") == found(shipped, "policia nacional")


def test_names_come_in_the_language(shipped: OpenGraph) -> None:
    assert found(shipped, "bka", "--lang", "de")[0]["name"] == "Bundeskriminalamt"
    assert "Bundeskriminalamt" in run(shipped, "bka", "--lang", "de").stdout


def test_a_limit_and_a_label_narrow_it_down(shipped: OpenGraph) -> None:
    assert len(found(shipped, "police", "--limit", "3")) == 3
    labels = {hit["label"] for hit in found(shipped, "palantir", "--label", "System")}
    assert labels == {"Product"}


def test_a_label_that_does_not_exist_costs_one_line(shipped: OpenGraph) -> None:
    result = run(shipped, "palantir", "--label", "Compny")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "Error: no label 'Compny' (did you mean 'Company'?)\n"


def test_nothing_found_is_an_empty_list_and_a_line_on_stderr(shipped: OpenGraph) -> None:
    result = run(shipped, "zzzzqqqq")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("Nothing found.")
    assert found(shipped, "zzzzqqqq") == []


@pytest.mark.parametrize("words", [[], ["police", "--limit", "0"]])
def test_what_cannot_be_searched_is_a_usage_error(shipped: OpenGraph, words: list[str]) -> None:
    assert run(shipped, *words).exit_code == 2


def test_help_needs_no_graph() -> None:
    result = CliRunner().invoke(cli, ["search", "--help"])

    assert result.exit_code == 0
    assert "best first" in result.stdout
