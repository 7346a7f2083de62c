"""How wide text is, where it breaks, and which letters there are."""

import pytest

from kg.errors import ViewError
from kg.figures.fonts import WEIGHTS, Weight, face_of, faces, families, files, runs
from kg.figures.measure import balanced, checked, clean, is_set, longest_word, width, wrapped

NAME = "European Union Agency for Law Enforcement Cooperation"


@pytest.mark.parametrize(
    ("given", "set_"),
    [
        ("  a \n\t b  ", "a b"),
        ("e\u0301", "é"),
        ("a\u00adb\u200bc", "abc"),
        ("a\u2011b", "a-b"),
        ("1\u2009000", "1 000"),
        ("\u202eabc", "abc"),
        ("", ""),
    ],
)
def test_a_text_is_set_without_what_acts_unseen(given: str, set_: str) -> None:
    assert clean(given) == set_


def test_only_the_first_part_of_a_very_long_text_is_looked_at() -> None:
    assert len(clean("x" * 100_000)) == 1600


@pytest.mark.parametrize("letter", "aÉßçœŁşğİѝЖΩή\u2013\u2014…„“”\u2019«»·→≈€£№אבת")
@pytest.mark.parametrize("weight", WEIGHTS)
def test_letters_of_europe_are_set_in_every_weight(letter: str, weight: Weight) -> None:
    assert face_of(letter, weight) is not None
    assert is_set(letter, weight)


@pytest.mark.parametrize("letter", "漢あ한ش👮")
def test_letters_that_no_font_has_are_told(letter: str) -> None:
    assert not is_set(letter)
    with pytest.raises(ViewError, match="write it in Latin letters"):
        checked(f"Name {letter}")


def test_the_error_names_the_letter_and_the_text() -> None:
    with pytest.raises(ViewError) as caught:
        checked("Police 漢 of X")
    assert str(caught.value) == (
        "no font of the figure has '漢' (U+6F22, CJK UNIFIED IDEOGRAPH-6F22), "
        "in 'Police 漢 of X'; write it in Latin letters"
    )


def test_width_grows_with_size_letters_and_weight() -> None:
    assert width("", 10) == 0
    assert width("ab", 10) == pytest.approx(width("a", 10) + width("b", 10))
    assert width("abc", 20) == pytest.approx(2 * width("abc", 10))
    assert width("abc", 10, 700) > width("abc", 10, 600) > width("abc", 10, 400)
    assert width("iii", 10) < width("mmm", 10)


def test_width_is_that_of_the_font_file() -> None:
    from fontTools.ttLib import TTFont

    font = TTFont(faces(400)[0].path)
    glyphs, cmap = font["hmtx"], font.getBestCmap()
    text = "Politiezone Gent"
    units = sum(glyphs[cmap[ord(letter)]][0] for letter in text)
    exact = units / font["head"].unitsPerEm * 16
    assert exact <= width(text, 16) <= exact * 1.01


@pytest.mark.parametrize("room", [60, 90, 140, 300])
@pytest.mark.parametrize("set_", [wrapped, balanced])
def test_no_line_is_wider_than_the_room_and_no_word_is_lost(room: float, set_: object) -> None:
    lines = set_(NAME, room, 12, 600)  # type: ignore[operator]
    assert all(width(line, 12, 600) <= room + 0.1 for line in lines)
    assert "".join(lines).replace(" ", "") == NAME.replace(" ", "")
    if room >= longest_word(NAME, 12, 600):
        assert " ".join(lines) == NAME, "words stay whole where there is room"


def test_balanced_lines_are_as_many_and_more_even() -> None:
    text = "Ministry of the Interior of Baden-Württemberg now"
    plain, even = wrapped(text, 200, 12), balanced(text, 200, 12)
    assert len(plain) == len(even) > 1
    assert spread(even) <= spread(plain)


def spread(lines: tuple[str, ...]) -> float:
    """How much the widest line is wider than the narrowest."""
    widths = [width(line, 12) for line in lines]
    return max(widths) - min(widths)


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    lines = wrapped(NAME, 100, 12, 400, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert width(lines[1], 12) <= 100
    assert wrapped(NAME, 1000, 12, 400, 2) == (NAME,)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Politiezone Vilvoorde-Machelen", ("Politiezone", "Vilvoorde-", "Machelen")),
        ("Zone Sud-Est", ("Zone", "Sud-Est")),
        ("i-Police", ("i-Police",)),
        ("TA9 / Rayzone", ("TA9 /", "Rayzone")),
    ],
)
def test_lines_break_between_words_and_at_hyphens_well_inside(
    text: str, pieces: tuple[str, ...]
) -> None:
    room = max(width(piece, 12) for piece in pieces) + 0.5
    assert wrapped(text, room, 12) == pieces


@pytest.mark.parametrize("room", range(40, 420, 20))
@pytest.mark.parametrize("set_", [wrapped, balanced])
@pytest.mark.parametrize(
    "text",
    [
        "Edicia revendique des centaines de clients ; les sources en nomment peu",
        "Quel Orbit équipe la police belge ? Les sources en décrivent trois !",
        "Longs tirets : ceux de « La Sapienza » à Rome, et ceux de « Disclose »",
        "Ein „Wort“ : und noch „ eins“ ;",
    ],
)
def test_no_line_begins_with_a_sign_that_ends_a_word(room: int, set_: object, text: str) -> None:
    lines = set_(text, float(room), 12)  # type: ignore[operator]
    if room < longest_word(text, 12):
        return
    assert " ".join(lines) == text
    assert [each for each in lines if each[0] in ";:!?»”"] == []
    assert [each for each in lines if each[-1] in "«„"] == []


def test_a_sign_alone_is_set() -> None:
    assert wrapped(";", 100, 12) == (";",)
    assert wrapped("; a", 100, 12) == ("; a",)
    assert wrapped("« »", 100, 12) == ("« »",)


def test_a_word_wider_than_the_room_is_broken() -> None:
    lines = wrapped("Donaudampfschifffahrtsgesellschaft", 50, 12)
    assert "".join(lines) == "Donaudampfschifffahrtsgesellschaft"
    assert len(lines) > 3


def test_no_text_has_no_lines() -> None:
    assert wrapped("", 100, 12) == ()
    assert balanced("   ", 100, 12) == ()
    assert longest_word("", 12) == 0


def test_room_for_less_than_a_letter_gives_a_letter_a_line() -> None:
    assert wrapped("abc", 1, 12) == ("a", "b", "c")


def test_runs_change_where_the_font_does() -> None:
    found = [(face.family, text) for face, text in runs("a אב b", 400)]
    assert found[0][0] == "Source Sans Pro"
    assert [text.strip() for family, text in found if "Hebrew" in family] == ["אב"]
    assert "".join(text for _, text in found) == "a אב b"


def test_all_fonts_come_out_of_installed_packages() -> None:
    paths = files()
    assert len(paths) == 4
    assert len(set(paths)) == 4
    assert all(path.is_file() for path in paths)
    assert all("site-packages" in path.parts for path in paths)
    assert families() == "'Source Sans Pro', 'Noto Sans Hebrew', sans-serif"


def test_a_font_cut_down_has_the_letters_asked_for_and_no_more() -> None:
    from io import BytesIO

    from fontTools.ttLib import TTFont

    from kg.figures.subset import cut

    for face, used in ((faces(400)[0], "Abé "), (faces(400)[1], "אב")):
        font = TTFont(BytesIO(cut(face, used)))
        assert {chr(code) for code in font.getBestCmap()} == set(used)
        assert "fvar" not in font


def test_the_letters_of_a_figure_are_sorted_by_font() -> None:
    from kg.figures.drawing import Look, Text
    from kg.figures.subset import letters

    items = [Text(0, 0, ("ba", "c"), Look(10, 600)), Text(0, 0, ("zא",), Look(10))]
    found = [(face.family, face.weight, used) for face, used in letters(items).items()]
    assert found == [
        ("Noto Sans Hebrew", 400, "א"),
        ("Source Sans Pro", 400, "z"),
        ("Source Sans Pro", 600, "abc"),
    ]
