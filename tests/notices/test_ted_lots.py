"""A section of a notice means the lots that it names, however it writes them."""

import pytest

from kg.notices.ted_lots import meant

PADDED = ("01", "02", "03", "10")
PLAIN = ("1", "2", "3", "4", "10")


@pytest.mark.parametrize(
    ("text", "known", "lots"),
    [
        ("1", PLAIN, ("1",)),
        ("1", PADDED, ("01",)),
        ("10", PADDED, ("10",)),
        ("02", PLAIN, ("2",)),
        ("Lot 1", PLAIN, ("1",)),
        ("Los 3", PADDED, ("03",)),
        ("LOTE: 2", PLAIN, ("2",)),
        ("Perceel 4", PLAIN, ("4",)),
        ("Część nr. 3", PLAIN, ("3",)),
        ("lot n° 2", PLAIN, ("2",)),
        ("1, 3", PLAIN, ("1", "3")),
        ("1;2;10", PADDED, ("01", "02", "10")),
        ("1 et 2", PLAIN, ("1", "2")),
        ("Lots 1 und 3", PLAIN, ("1", "3")),
        ("Lot 1 & Lot 2", PLAIN, ("1", "2")),
        ("1-3", PLAIN, ("1", "2", "3")),
        ("1 – 4", PLAIN, ("1", "2", "3", "4")),  # noqa: RUF001
        ("1, 2-4", PLAIN, ("1", "2", "3", "4")),
        ("2, 2, 1", PLAIN, ("2", "1")),
        ("Lot A", ("A", "B"), ("A",)),
        ("a", ("A", "B"), ("A",)),
        ("Nord und Süd", ("Nord", "Süd"), ("Nord", "Süd")),
        ("", PLAIN, ()),
    ],
)
def test_a_text_means_lots_of_the_notice(
    text: str, known: tuple[str, ...], lots: tuple[str, ...]
) -> None:
    assert meant(text, known) == lots


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("1, 7", PLAIN),
        ("5", PLAIN),
        ("2-9", PLAIN),
        ("10-1", PLAIN),
        ("1-99999", PLAIN),
        ("A1", PLAIN),
        ("1", ("1.1", "1.2")),
        ("1", ("01", "001")),
        ("all", PLAIN),
        ("1", ()),
        ("Los", PLAIN),
        ("0", PLAIN),
    ],
)
def test_what_names_no_lot_for_sure_stays_as_it_is_written(
    text: str, known: tuple[str, ...]
) -> None:
    assert meant(text, known) == (text,)


def test_a_lot_that_is_written_exactly_so_is_that_one_whatever_it_looks_like() -> None:
    assert meant("1, 2", ("1", "2", "1, 2")) == ("1, 2",)
