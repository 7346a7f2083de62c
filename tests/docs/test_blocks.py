from pathlib import Path

import pytest

from docs.generator.blocks import answer, blocks, made, measured
from docs.generator.pages import ROOT, written

PAGE = """# Title

<!-- file: data/claims.csv -->
```csv
subject,predicate
```

<!-- answer: kg search x | head -n 1 -->
```text
old
```
<!-- run: kg build -->
<!-- run: python -->
```python
print(1)
```

<!-- answer: python -->
```text
```
<!-- made: labels -->

| a |

<!-- end -->
The end.
"""


def test_a_page_is_taken_apart_by_its_marks() -> None:
    found = [(block.kind, block.words, block.body) for block in blocks(PAGE)]
    assert [part for part in found if part[0] != "text"] == [
        ("file", "data/claims.csv", "subject,predicate\n"),
        ("answer", "kg search x | head -n 1", "old\n"),
        ("run", "kg build", ""),
        ("run", "python", "print(1)\n"),
        ("answer", "python", ""),
        ("made", "labels", ""),
    ]


@pytest.mark.parametrize("page", [PAGE, "", "No marks.\n"])
def test_the_pieces_of_a_page_are_the_page(page: str) -> None:
    assert "".join(block.text for block in blocks(page)) == page


@pytest.mark.parametrize("path", written(), ids=lambda path: path.name)
def test_no_mark_of_a_page_is_misspelt(path: Path) -> None:
    page = path.read_text("utf-8")
    found = sum(block.kind != "text" for block in blocks(page))
    comments = page.count("<!-- ") - page.count("<!-- end -->")
    assert found == comments, f"{path.relative_to(ROOT)} has a mark that fills nothing"


def test_an_answer_shows_the_command_above_what_it_printed() -> None:
    filled = answer("kg search x", "x: X, company   \n\n")
    assert filled == "<!-- answer: kg search x -->\n```text\n$ kg search x\nx: X, company\n\n```\n"


def test_an_answer_of_python_shows_only_what_was_printed() -> None:
    assert answer("python", "1\n") == "<!-- answer: python -->\n```text\n1\n```\n"


def test_filling_a_block_again_changes_nothing() -> None:
    once = answer("kg info", "a\n") + made("labels", "| a |\n")
    again = [
        answer(block.words, "a\n") if block.kind == "answer" else made(block.words, "| a |")
        for block in blocks(once)
        if block.kind != "text"
    ]
    assert "".join(again) == once


def test_a_benchmark_fills_the_block_of_its_name_only() -> None:
    page = made("labels", "a") + made("speed", "old", "measured") + made("size", "b", "measured")
    assert measured(page, "speed", "new") == (
        made("labels", "a") + made("speed", "new", "measured") + made("size", "b", "measured")
    )


def test_what_was_measured_is_left_as_it_is() -> None:
    page = made("speed", "1.0 s", "measured")
    assert [block.text for block in blocks(page) if block.kind == "measured"] == [page]
