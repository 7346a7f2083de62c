import json

from click.testing import CliRunner, Result

from kg.answers.bibliography import as_data, one_as_data
from kg.cli import cli
from kg.session import OpenGraph


def run(graph: OpenGraph, *words: str) -> Result:
    return CliRunner().invoke(cli, ["sources", *words, "--case", str(graph.case.root)])


def test_the_report_carries_most_and_comes_first(shipped: OpenGraph) -> None:
    first = run(shipped).stdout.splitlines()[0]

    assert first.startswith("report: ")
    assert " claims, " in first


def test_json_is_the_documented_list(shipped: OpenGraph) -> None:
    listed = json.loads(run(shipped, "--json").stdout)

    assert listed == as_data(shipped.sources(), "en")
    assert len({source["id"] for source in listed}) == len(listed) > 400


def test_one_source_shows_all_that_rests_on_it(shipped: OpenGraph) -> None:
    shown = " ".join(run(shipped, "verlinden-ipolice").stdout.split())

    for passage in shipped.source("verlinden-ipolice").passages:
        assert passage.sentence in shown
    assert "https://verlinden.belgium.be/nl/i-Police" in shown


def test_one_source_is_found_by_its_address(shipped: OpenGraph) -> None:
    by_url = run(shipped, "https://verlinden.belgium.be/nl/i-Police").stdout

    assert by_url == run(shipped, "verlinden-ipolice").stdout


def test_json_of_one_source_is_as_documented(shipped: OpenGraph) -> None:
    data = json.loads(run(shipped, "verlinden-ipolice", "--json").stdout)

    expected = one_as_data(shipped.source("verlinden-ipolice"), "en")
    assert data == json.loads(json.dumps(expected))
    assert len(data["claims"]) == data["source"]["claims"]


def test_kinds_and_names_come_in_the_language(shipped: OpenGraph) -> None:
    assert "Pressemitteilung" in run(shipped, "verlinden-ipolice", "--lang", "de").stdout


def test_an_unknown_source_costs_one_line(shipped: OpenGraph) -> None:
    result = run(shipped, "verlinden-ipolise")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "Error: no source 'verlinden-ipolise' (did you mean 'verlinden-ipolice'?)\n"
    )
