from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.judging.meaning import Meant
from tests.judging.samples import bench


@pytest.fixture
def meant(tmp_path: Path) -> Meant:
    """Acme and Acme Belgium are one."""
    return bench(tmp_path / "case", "acme same acme-belgium").meant


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("acme", "acme"),
        (" acme ", "acme"),
        ("acme-belgium", "acme"),
        ("Acme Security NV", "acme"),
        ("acme security nv", "acme"),
        ("Acme Belgium", "acme"),
        ("Acme België", "acme"),
        ("Politie Gent", "gent"),
        ("Old Acme", "acme-uk"),
    ],
)
def test_the_whole_is_meant_by_any_id_or_name_of_its_parts(
    meant: Meant, text: str, id_: str
) -> None:
    assert meant.whole(text) == id_


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("acme", "acme"),
        (" acme-belgium", "acme-belgium"),
        ("Acme Security NV", "acme"),
        ("Acme Belgium", "acme-belgium"),
        ("Acme België", "acme-belgium"),
        ("Old Acme", "acme-uk"),
    ],
)
def test_a_part_is_meant_by_what_is_its_own(meant: Meant, text: str, id_: str) -> None:
    assert meant.part(text) == id_


def test_a_name_of_several_asks_which_and_lists_them(meant: Meant) -> None:
    for find in (meant.whole, meant.part):
        with pytest.raises(QueryError) as error:
            find("ACME")
        assert str(error.value) == (
            "'ACME' is the name of several, write the id: "
            "acme (Acme Security NV); acme-uk (Acme UK)"
        )


@pytest.mark.parametrize(
    ("text", "near"),
    [("Acme Securty", "Acme Security NV (acme)"), ("Politie Gnt", "Ghent police (gent)")],
)
def test_a_misspelt_name_is_not_guessed(meant: Meant, text: str, near: str) -> None:
    for find in (meant.whole, meant.part):
        with pytest.raises(QueryError) as error:
            find(text)
        assert str(error.value).startswith(f"no entity {text!r}; did you mean")
        assert near in str(error.value)


@pytest.mark.parametrize("text", ["", "   ", "\x00", "x" * 10_000, "'; DROP", "🚓"])
def test_what_is_no_name_is_one_line(meant: Meant, text: str) -> None:
    for find in (meant.whole, meant.part):
        with pytest.raises(QueryError) as error:
            find(text)
        assert "\n" not in str(error.value)
        assert len(str(error.value)) < 400
