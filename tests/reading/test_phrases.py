import tomllib
from pathlib import Path
from string import Formatter

import pytest

import kg.reading.phrases as module
from kg.reading.claims import Party
from kg.reading.phrases import amount, details, literal, phrases, sentence, status
from kg.schema import LANGUAGES, qualifiers
from tests.reading.samples import claim, said

NAMES = {
    "orbit": Party("orbit", "Orbit", "Company"),
    "flanders": Party("flanders", "Vlaanderen", "Place"),
    "brussels": Party("brussels", "Brussel", "Place"),
}


@pytest.mark.parametrize(
    ("text", "lang", "shown"),
    [
        ("75800000", "en", "75,800,000"),
        ("75800000", "nl", "75.800.000"),
        ("75800000", "de", "75.800.000"),
        ("75800000", "es", "75.800.000"),
        ("75800000", "fr", "75\u00a0800\u00a0000"),
        ("1250000.50", "en", "1,250,000.50"),
        ("1250000.50", "nl", "1.250.000,50"),
        ("3.2", "de", "3,2"),
        ("-1000", "en", "-1,000"),
        ("999", "en", "999"),
        ("0", "en", "0"),
        ("hundreds", "en", "hundreds"),
        ("3 to 7", "en", "3 to 7"),
        ("1e5", "en", "1e5"),
        ("", "en", ""),
        ("1.", "en", "1."),
    ],
)
def test_numbers_are_written_as_the_language_does(text: str, lang: str, shown: str) -> None:
    assert phrases(lang).number(text) == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("orbit HAS_METRIC 100 | measure=police zones;approx=almost", "almost 100: police zones"),
        ("orbit HAS_METRIC 100 | approx=more_than;measure=zones", "more than 100: zones"),
        ("orbit HAS_METRIC 45 | unit=percent;measure=share", "45 percent: share"),
        (
            "orbit HAS_METRIC 12000 | approx=about;of=14000;unit=searches;measure=checks",
            "about 12,000 searches out of 14,000: checks",
        ),
        ("orbit HAS_METRIC 3 to 7 | measure=times better", "3 to 7: times better"),
        ("orbit HAS_METRIC 50000000 | unit=EUR;measure=turnover", "50,000,000 EUR: turnover"),
        ("orbit HAS_AMOUNT 299000000 | currency=EUR;approx=at_most", "at most EUR 299,000,000"),
        ("orbit HAS_AMOUNT 5 | currency=EUR;vat=included", "EUR 5 (VAT included)"),
        ("orbit HAS_AMOUNT 5 | currency=EUR;vat=reduced", "EUR 5 (reduced)"),
        ("orbit HAS_AMOUNT 5 | approx=roughly", "5 (roughly)"),
        ("orbit HAS_STATUS in liquidation | date=2020", "in liquidation"),
    ],
)
def test_a_figure_keeps_its_hedge_its_unit_and_what_it_counts(words: str, shown: str) -> None:
    assert literal(claim(said(words)), "en") == shown


@pytest.mark.parametrize(
    ("lang", "shown"),
    [
        ("nl", "bijna 1.000 procent van de 2.000"),
        ("fr", "près de 1\u00a0000 pour cent sur 2\u00a0000"),
        ("de", "fast 1.000 Prozent von 2.000"),
        ("es", "casi 1.000 por ciento de 2.000"),
    ],
)
def test_a_figure_speaks_every_language(lang: str, shown: str) -> None:
    figure = claim(said("orbit HAS_METRIC 1000 | approx=almost;unit=percent;of=2000"))

    assert literal(figure, lang) == shown


@pytest.mark.parametrize(
    ("pairs", "shown"),
    [
        ("since=2019;until=2020-03", ("since: 2019", "until: 2020-03")),
        ("status=ended", ("status: ended",)),
        ("status=under way", ("status: under way",)),
        ("place=flanders|brussels", ("place: Vlaanderen, Brussel",)),
        ("place=nowhere", ("place: nowhere",)),
        ("former=yes;title=chair", ("title: chair", "former")),
        ("recheck=yes", ("to be checked again",)),
        ("hedge=so_called", ("reservation: so called",)),
        ("date=2020;date_kind=reported", ("date: 2020", "kind of date: of the report on it")),
        ("count=100;approx=almost;unit=zones", ("number: almost 100 zones",)),
        ("count=4;of=1200", ("number: 4 out of 1,200",)),
        ("value=4000000;currency=EUR;vat=excluded", ("value: EUR 4,000,000 (VAT excluded)",)),
        ("value=4;count=2;approx=about", ("value: about 4", "number: 2")),
        ("share=30;unit=percent", ("share: 30 percent",)),
        ("min=3;max=7", ("at least: 3", "at most: 7")),
        ("approx=about", ("approximation: about",)),
        ("currency=EUR", ("currency: EUR",)),
        ("note=a; b", ("note: a",)),
    ],
)
def test_details_name_every_qualifier_once(pairs: str, shown: tuple[str, ...]) -> None:
    assert details(claim(said(f"orbit USES @gis | {pairs}")), NAMES, "en") == shown


def test_what_the_figure_says_is_not_said_again() -> None:
    figure = claim(said("orbit HAS_METRIC 5 | approx=about;unit=cars;measure=cars;as_of=2020"))

    assert details(figure, NAMES, "en") == ("as of: 2020",)


def test_seen_from_a_place_the_place_is_not_repeated() -> None:
    one = claim(said("orbit USES @gis | place=flanders;since=2019"))
    two = claim(said("orbit USES @gis | place=flanders|brussels"))

    assert details(one, NAMES, "en", "flanders") == ("since: 2019",)
    assert details(two, NAMES, "en", "flanders") == ("place: Vlaanderen, Brussel",)


@pytest.mark.parametrize("key", qualifiers())
def test_no_qualifier_is_lost(key: str) -> None:
    """Whatever the predicate, a value stands in the literal or among the details."""
    value = {"number": "77", "choice": "7"}.get(qualifiers()[key].type, "seven")
    value = qualifiers()[key].choices[0] if qualifiers()[key].choices else value
    for words in ("orbit USES @gis", "orbit HAS_METRIC 5", "orbit HAS_AMOUNT 5", "orbit NAMED x"):
        told = claim(said(f"{words} | {key}={value}"))
        plain = claim(said(words))
        whole = [literal(told, "en"), *details(told, {}, "en")]
        assert whole != [literal(plain, "en"), *details(plain, {}, "en")]


def test_a_sentence_reads_from_subject_to_object() -> None:
    assert sentence(claim(said("orbit MAKES @gis")), NAMES, "en") == "Orbit makes gis"
    assert sentence(claim(said("orbit USED_IN @flanders")), NAMES, "nl") == (
        "Orbit wordt gebruikt in Vlaanderen"
    )
    assert sentence(claim(said("orbit HAS_METRIC 5 | measure=cars")), NAMES, "en") == (
        "Orbit has the figure 5: cars"
    )


def test_an_amount_is_the_value_with_its_currency() -> None:
    won = claim(said("orbit WON @deal | value=1000;currency=EUR;approx=about;vat=included"))

    assert amount(won, "en") == "about EUR 1,000 (VAT included)"


def test_a_status_of_the_list_is_translated_and_another_stays() -> None:
    assert status("active", "de") == "im Einsatz"
    assert status("vote on a bill", "de") == "vote on a bill"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_every_phrase_with_its_number(lang: str) -> None:
    found, english = phrases(lang), phrases("en")

    for table in ("approx", "vat", "date_kind", "unit"):
        assert getattr(found, table).keys() == getattr(english, table).keys()
    for text in (*found.approx.values(), found.out_of):
        assert [field for _, field, *_ in Formatter().parse(text) if field] == ["n"]
    assert set(qualifiers()["approx"].choices) == set(found.approx)
    assert set(qualifiers()["vat"].choices) == set(found.vat)
    assert set(qualifiers()["date_kind"].choices) == set(found.date_kind)


def test_the_file_has_the_languages_of_the_project() -> None:
    path = Path(module.__file__).with_name("phrases.toml")

    assert tuple(tomllib.loads(path.read_text("utf-8"))) == LANGUAGES
