import html
import re

import pytest

from kg.answers import Answer, render
from kg.answers.cells import visible
from kg.answers.links import is_link
from kg.answers.markdown import escape, page
from tests.answers.samples import HOSTILE, hostile, police

PAGE = r"""# Who supplies this police force?

| supplier | value | systems | Sources |
| --- | ---: | --- | --- |
| Sopra Steria | 75800000 | i-Police, Focus | \[1\]\[2\] |
| TA9 |  |  | \[1\] |

## Sources

1. Le Vif: «i-Police in trouble» (2022-05-08), para 3, read 2026-11-25, <https://example.org/levif>, according to TA9: (inferred) TA9 belongs to Rayzone. / (alleged) TA9 is ready.
2. Statewatch: «Report on policing» (2025), p. 19, l. 3-5, read 2026-11-25, <https://example.org/a_b>, says (reported): Sopra Steria won the i-Police contract.
"""  # noqa: E501


def cells(line: str) -> list[str]:
    """The cells of a table line, read as GitHub reads them."""
    return [cell.strip() for cell in re.split(r"(?<!\\)(?:\\\\)*\|", line)[1:-1]]


def plain(markdown: str) -> str:
    """What a reader sees."""
    unescaped = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown.replace("<br>", "\n"))
    return html.unescape(unescaped)


def rows_of(answer: Answer) -> list[list[str]]:
    lines = [line for line in page(answer).split("\n") if line.startswith("| ")]
    return [cells(line) for line in lines[2:]]


def test_a_page_has_a_title_a_table_and_numbered_sources() -> None:
    assert page(police()) == PAGE


def test_every_hostile_text_is_seen_as_it_was_written_in_one_cell() -> None:
    rows = rows_of(hostile())
    assert {len(row) for row in rows} == {4}
    assert [plain(row[0]) for row in rows] == [visible(text).strip(" ") for text in HOSTILE]


def test_no_html_of_the_data_survives() -> None:
    tags = set(re.findall(r"<[^>]*>", page(hostile()))) - {"<br>"}
    assert tags == set()


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a|b", r"a\|b"),
        ("a\nb\r\nc", "a<br>b<br>c"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("[a](b)", r"\[a\](b)"),
        ("`*_~$#", r"\`\*\_\~\$\#"),
        ("\\|", r"\\\|"),
        ("@everyone", "&#64;everyone"),
        ("\x1b[1m", r"␛\[1m"),
    ],
)
def test_nothing_in_a_text_is_markup(text: str, escaped: str) -> None:
    assert escape(text) == escaped


def test_no_note_of_a_hostile_source_starts_a_heading_a_list_or_a_rule() -> None:
    starts = ("# x", "- x", "+ x", "1. x", "12) x", "--- x", "=== x", "> x", "    x", "| x")
    for start in starts:
        cited: dict[str, object] = {"publisher": start, "source": "s", "url": "javascript:x"}
        answer = render_note(cited)
        (line,) = [line for line in answer.split("\n") if line.startswith("1. ")]
        body = line.removeprefix("1. ")
        assert not re.match(r"#|[-+*] |\d+[.)] |---|===|>|\s|\|", body)
        assert plain(body) == f"{' '.join(start.split())}, javascript:x"


def render_note(claim: dict[str, object]) -> str:
    from kg.answers import notes

    rows: tuple[dict[str, object], ...] = ({"claims": ["c"]},)
    return page(Answer("t", ("claims",), rows, notes(rows, {"c": claim})))


@pytest.mark.parametrize(
    ("url", "is_one"),
    [
        ("https://example.org/a?b=c&d=%20#e", True),
        ("HTTP://EXAMPLE.ORG", True),
        ("", False),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https://example.org/a b", False),
        ('https://example.org/"onclick=', False),
        ("https://example.org/>x", False),
        ("https://example.org/\n", False),
        ("https://example.org/\u202e", False),
        ("https://\u0435xample.org", False),
    ],
)
def test_only_plain_web_addresses_become_links(url: str, is_one: bool) -> None:
    assert is_link(url) is is_one
    assert (f"<{url}>" in render_note({"url": url, "source": "s"})) is is_one


def test_an_answer_without_rows_says_so() -> None:
    answer = Answer("Who?", ("a",), (), lang="fr")
    assert render(answer, "md") == "# Who?\n\nAucun résultat.\n"


def test_a_title_stays_on_its_line() -> None:
    assert page(Answer("a\n# b #", ("a",), ())).split("\n")[0] == r"# a \# b \#"
