import pytest

from kg.errors import DataError
from kg.notices.fields import amount, day, is_masked, names, note, plain, publication, sender_id


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("00522031-2023", "522031-2023"),
        ("522031-2023", "522031-2023"),
        ("2021/S 001-000163", "163-2021"),
        ("2013/S 26-040000", "40000-2013"),
        ("cb988d3a-79e9-4792-8739-da87831a20ef-01", ""),
        ("", ""),
    ],
)
def test_a_publication_number_has_one_form(written: str, number: str) -> None:
    assert publication(written) == number


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("2024-05-06+02:00", "2024-05-06"),
        ("2024-05-06Z", "2024-05-06"),
        ("2024-05-06", "2024-05-06"),
        ("20240506", "2024-05-06"),
        ("1970-01-01Z", ""),
        ("2024-02-31", ""),
        ("6 May 2024", ""),
        ("", ""),
    ],
)
def test_a_day_is_as_written_without_its_time_zone(written: str, found: str) -> None:
    assert day(written) == found


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("cb988d3a-79e9-4792-8739-da87831a20ef-01", "cb988d3a-79e9-4792-8739-da87831a20ef-01"),
        (" CB988D3A-79E9-4792-8739-DA87831A20EF ", "cb988d3a-79e9-4792-8739-da87831a20ef"),
        ("522031-2023", ""),
        ("cb988d3a", ""),
        ("", ""),
    ],
)
def test_a_senders_id_has_one_form(written: str, found: str) -> None:
    assert sender_id(written) == found


@pytest.mark.parametrize(
    "text", ["unpublished", "Unpublished", "-1", " -1 ", "-1.0", "-1.00", "-1.0000", "-1."]
)
def test_a_mask_is_no_value(text: str) -> None:
    assert is_masked(text)
    assert plain(text) == ""
    assert names([("en", text)], "en") == ()
    assert note(text) == ""


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("1000", "1000"),
        ("1000.00", "1000.00"),
        ("1.500", "1.5"),
        ("1e6", "1000000"),
        ("0012", "0012"),
        ("", ""),
    ],
)
def test_a_number_keeps_its_digits_unless_they_could_mean_two(written: str, digits: str) -> None:
    assert plain(written) == digits


def test_a_number_in_a_countrys_own_form_is_read_only_if_it_is_plain_what_is_meant() -> None:
    assert plain("2 654 755,07", "") == "2654755.07"
    with pytest.raises(DataError, match="two ways"):
        plain("1.500", "")


@pytest.mark.parametrize("text", ["about 5", "NaN", "1e400", "12,5"])
def test_what_cannot_be_read_is_noted_and_not_guessed(text: str) -> None:
    missing: list[str] = []
    assert amount(text, "plain", missing, "award") == ""
    assert [line.partition(":")[0] for line in missing] == ["award"]


def test_the_notices_own_language_comes_first_and_the_others_stay_in_order() -> None:
    found = [("de", "Amt"), ("en", "Office"), ("nl", "Bureau"), ("de", "Amt zwei"), ("fr", "")]
    assert names(found, "nl") == (("nl", "Bureau"), ("de", "Amt"), ("en", "Office"))


def test_a_long_remark_is_cut_at_a_word() -> None:
    cut = note("word " * 100)
    assert len(cut) <= 300
    assert cut.endswith("word …")


def test_a_remark_cannot_end_the_qualifier_that_holds_it() -> None:
    assert note("masts; poles | cables\n and more") == "masts, poles / cables and more"


@pytest.mark.parametrize("text", ["-1.5", "-10", "-11.0", "1", "unpublished yet"])
def test_what_only_looks_like_a_mask_is_none(text: str) -> None:
    assert not is_masked(text)


@pytest.mark.parametrize("text", ["9" * 40, "1e30", "9" * 26 + ".50"])
def test_a_sum_larger_than_all_money_is_refused_however_it_is_written(text: str) -> None:
    with pytest.raises(DataError, match="larger than any sum"):
        plain(text)


@pytest.mark.parametrize("text", ["LOT-0001", "CON-0001", "TEN 5"])
def test_the_id_of_a_lot_is_no_sum_below_zero(text: str) -> None:
    with pytest.raises(DataError, match="is no amount"):
        plain(text)
