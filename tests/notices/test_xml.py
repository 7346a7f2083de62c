from pathlib import Path

import pytest

from kg.errors import DataError
from kg.inputs import inputs
from kg.notices.xml import MOST_ELEMENTS, Node, read


def parsed(text: str, tmp_path: Path) -> Node:
    path = tmp_path / "a.xml"
    path.write_text(text, "utf-8")
    (file,) = inputs([str(path)])
    return read(file, {"a"}, lambda node: node.name != "dropped")


def last_steps(path: list[str]) -> str:
    return "/".join(path[-2:])


def test_elements_are_known_by_their_names_without_namespaces(tmp_path: Path) -> None:
    root = parsed('<x:a xmlns:x="urn:x"><x:b>one</x:b><b xmlns="urn:y">two</b></x:a>', tmp_path)
    assert list(root.texts("b")) == ["one", "two"]


def test_a_text_has_no_comments_and_one_blank_between_words(tmp_path: Path) -> None:
    root = parsed(
        "<a><b>\n one <!-- not\n this --> 2<FT>nd</FT>\n<P>x</P><P>y</P></b></a>", tmp_path
    )
    assert root.text("b") == "one 2nd x y"


def test_only_direct_children_are_found_at_a_path(tmp_path: Path) -> None:
    root = parsed("<a><c><b>inner</b></c><b>outer</b></a>", tmp_path)
    assert list(root.texts("b")) == ["outer"]
    assert list(root.texts(".//b")) == ["inner", "outer"]


def test_what_nobody_asked_for_is_unread(tmp_path: Path) -> None:
    root = parsed("<a><b>x</b><c><d>y</d><d>z</d></c></a>", tmp_path)
    assert root.text("b") == "x"
    assert root.unread(last_steps) == {"c/d": 2}


def test_an_element_without_text_is_not_unread(tmp_path: Path) -> None:
    assert not parsed('<a><b attribute="x"/> <c>  </c></a>', tmp_path).unread(last_steps)


def test_what_is_passed_over_is_not_unread(tmp_path: Path) -> None:
    root = parsed("<a><b><c>x</c></b></a>", tmp_path)
    root.pass_over("b")
    assert not root.unread(last_steps)


def test_a_missing_element_has_an_empty_text(tmp_path: Path) -> None:
    root = parsed("<a><b/></a>", tmp_path)
    assert (root.text("b"), root.text("c"), root.first("c"), root.has("b")) == ("", "", None, True)


def test_an_element_that_is_not_wanted_is_not_kept(tmp_path: Path) -> None:
    root = parsed("<a><dropped><b>x</b></dropped><b>y</b></a>", tmp_path)
    assert list(root.texts(".//b")) == ["y"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<a><b></a>", "no well-formed XML"),
        ("<a><b>", "breaks off in the middle"),
        ("<a><b>x</b>\n<", "breaks off in the middle"),
        ("", "is empty"),
        ("  \n ", "breaks off in the middle"),
        ("<c/>", "another kind of file"),
        ("<HTML><p></HTML>", "is a web page"),
    ],
)
def test_a_file_that_is_no_such_document_says_why(text: str, line: str, tmp_path: Path) -> None:
    with pytest.raises(DataError, match=line):
        parsed(text, tmp_path)


def test_the_depth_of_a_document_has_a_bound(tmp_path: Path) -> None:
    with pytest.raises(DataError):
        parsed("<a>" * 5_000 + "</a>" * 5_000, tmp_path)


def test_the_number_of_elements_has_a_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.notices.xml.MOST_ELEMENTS", 100)
    assert parsed("<a>" + "<b/>" * 90 + "</a>", tmp_path).has("b")
    with pytest.raises(DataError, match="over 100 elements"):
        parsed("<a>" + "<b/>" * 200 + "</a>", tmp_path)


def test_the_bound_is_far_above_any_notice() -> None:
    assert MOST_ELEMENTS > 1_000_000


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("L&#x92;Atelier", "L\u2019Atelier"),
        ("Caf\u00e9 &#x96; Bar", "Caf\u00e9 \u2013 Bar"),
        ("Et cetera&#x85;", "Et cetera\u2026"),
        ("A&#x81;B", "AB"),
        ("Caf\u00e9", "Caf\u00e9"),
    ],
)
def test_signs_of_an_old_code_page_are_what_they_were_meant_to_be(
    written: str, read_as: str, tmp_path: Path
) -> None:
    assert parsed(f"<a><b>{written}</b></a>", tmp_path).text("b") == read_as
