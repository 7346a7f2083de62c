"""kg cypher: a text of one's own runs, and what the data model does not have is pointed out."""

import pytest
from click.testing import CliRunner

from kg.cli import cli
from kg.session import OpenGraph


def asked(text: str, shipped: OpenGraph, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str, int]:
    monkeypatch.delenv("KG_STORE", raising=False)
    monkeypatch.delenv("NEO4J_URI", raising=False)
    words = ["cypher", text, "--case", str(shipped.case.root), "--format", "json"]
    done = CliRunner().invoke(cli, words)
    return done.stdout, done.stderr, done.exit_code


def test_a_misspelt_label_is_told_with_the_right_one_and_the_text_still_runs(
    shipped: OpenGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, err, code = asked("MATCH (c:Compny) RETURN count(c) AS n", shipped, monkeypatch)
    assert "there is no label 'Compny' (did you mean 'Company'" in err
    assert '"n": 0' in out
    assert code == 0


def test_a_text_in_the_words_of_the_data_model_is_not_commented(
    shipped: OpenGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, err, code = asked("MATCH (c:Company) RETURN count(c.name) AS n", shipped, monkeypatch)
    assert (err, code) == ("", 0)
    assert '"n"' in out
