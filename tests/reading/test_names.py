import time

import pytest

from kg.errors import QueryError, SchemaError
from kg.reading.names import Hit, Named, Names

SAMPLE = (
    Named("palantir", "Company", "Palantir Technologies Inc.", aliases=("Palantir",)),
    Named("palantir-uk", "Company", "Palantir Technologies UK Ltd", aliases=("Palantir UK",)),
    Named("gotham", "Product", "Palantir Gotham", aliases=("Gotham",)),
    Named(
        "bka",
        "PoliceForce",
        "Federal Criminal Police Office",
        {"de": "Bundeskriminalamt", "nl": "Federale Recherchebureau"},
        ("BKA",),
    ),
    Named("es-police", "PoliceForce", "Policía Nacional", {"en": "Spanish National Police"}),
    Named("predpol", "Product", "PredPol"),
    Named("predvol", "Product", "PredVol"),
    Named("top400", "Project", "Top400"),
    Named("top600", "Project", "Top600"),
    Named("prokid", "Product", "ProKid"),
    Named("prokid-plus", "Product", "ProKid+"),
    Named("p3-dss", "Product", "P3-DSS", aliases=("Smart Patrolling",)),
    Named("smart-police", "Product", "Smart Police"),
    Named("niche", "Company", "Niche Technology", aliases=("Niche",)),
    Named("niche-rms", "Product", "NicheRMS", aliases=("Niche",)),
    Named("cas", "Product", "Crime Anticipation System", aliases=("CAS",)),
    Named("cnas", "Product", "CNAS"),
    Named("sas", "Company", "SAS"),
    Named("un", "Institution", "United Nations", {"nl": "Verenigde Naties"}, ("VN",)),
    Named("goerlitzer-park", "Place", "Görlitzer Park"),
    Named("geolitica", "Company", "Geolitica", redirects=("geolitica-inc",), former=("PredPol",)),
    Named("rafael", "Company", "רפאל"),
    Named("ta9", "Company", "TA9"),
    Named("rayzone", "Company", "Rayzone Group", aliases=("Rayzone",)),
)


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(SAMPLE)


def ids(hits: list[Hit]) -> list[str]:
    return [hit.id for hit in hits]


@pytest.mark.parametrize(
    "text",
    [
        "palantir",
        "Palantir",
        "PALANTIR",
        "  Palantir  ",
        "Palantir Technologies Inc.",
        "palantir technologies inc",
    ],
)
def test_one_takes_an_id_a_name_or_an_alias_in_any_case(names: Names, text: str) -> None:
    assert names.one(text) == "palantir"


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("Bundeskriminalamt", "bka"),
        ("federale recherchebureau", "bka"),
        ("bka", "bka"),
        ("policia nacional", "es-police"),
        ("POLICI\u0301A NACIONAL", "es-police"),
        ("Spanish national police", "es-police"),
        ("Gorlitzer Park", "goerlitzer-park"),
        ("P3DSS", "p3-dss"),
        ("p3 dss", "p3-dss"),
        ("\uff34\uff21\uff19", "ta9"),
        ("רפאל", "rafael"),
        ("geolitica-inc", "geolitica"),
        ("vn", "un"),
    ],
)
def test_one_takes_any_language_script_accent_and_spacing(
    names: Names, text: str, id_: str
) -> None:
    assert names.one(text) == id_


def test_an_own_name_comes_before_what_a_claim_says_another_was_called(names: Names) -> None:
    assert names.one("PredPol") == "predpol"
    assert ids(names.search("PredPol"))[:2] == ["predpol", "geolitica"]


def test_a_plus_sign_is_a_part_of_the_name(names: Names) -> None:
    assert names.one("ProKid") == "prokid"
    assert names.one("ProKid+") == "prokid-plus"
    assert names.one("prokid plus") == "prokid-plus"


def test_of_several_the_label_decides(names: Names) -> None:
    assert names.one("Niche", "Company") == "niche"
    assert names.one("Niche", "System") == "niche-rms"
    assert names.one("niche", "Product") == "niche-rms"


def test_a_typed_id_wins_where_no_label_is_asked_for(names: Names) -> None:
    assert names.one("niche") == "niche"


def test_a_label_that_nothing_fits_does_not_hide_who_is_meant(names: Names) -> None:
    assert names.one("TA9", "Person") == "ta9"


def test_what_still_fits_several_is_listed_with_ids(names: Names) -> None:
    with pytest.raises(QueryError) as error:
        names.one("Niche")
    assert str(error.value) == (
        "'Niche' is the name of several, write the id: "
        "niche (Niche Technology); niche-rms (NicheRMS)"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "palentir uk",
            "no entity 'palentir uk'; did you mean Palantir Technologies UK Ltd (palantir-uk)?",
        ),
        ("Görlizer Park", "no entity 'Görlizer Park'; did you mean Görlitzer Park"),
        ("xyzzy", "no entity 'xyzzy'; kg search finds entities by parts of their names"),
        ("", "no entity ''; kg search finds"),
        ("x" * 90, f"no entity '{'x' * 77}...';"),
    ],
)
def test_one_never_guesses_and_says_what_is_near(names: Names, text: str, message: str) -> None:
    with pytest.raises(QueryError) as error:
        names.one(text)
    assert str(error.value).startswith(message)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("palentir", "palantir"),
        ("Palntair", "palantir"),
        ("Görlizer Park", "goerlitzer-park"),
        ("park gorlitzer", "goerlitzer-park"),
        ("police nacional", "es-police"),
        ("kriminalamt", "bka"),
        ("Gotham Palantir", "gotham"),
        ("anticipation crime sytem", "cas"),
        ("Rayzone Ltd", "rayzone"),
    ],
)
def test_search_forgives_typos_order_and_parts(names: Names, text: str, first: str) -> None:
    assert ids(names.search(text))[0] == first


def test_a_slash_may_stand_between_two(names: Names) -> None:
    assert set(ids(names.search("TA9/Rayzone"))[:2]) == {"ta9", "rayzone"}


@pytest.mark.parametrize("text", ["CAZ", "VM", "CASS", "TA8", "Top500", "BKB", "SS"])
def test_short_words_and_digits_are_never_taken_for_others(names: Names, text: str) -> None:
    assert names.search(text) == []


def test_a_short_word_finds_its_own_only(names: Names) -> None:
    assert ids(names.search("CAS")) == ["cas"]
    assert ids(names.search("VN")) == ["un"]


@pytest.mark.parametrize("text", ["PredPol", "PredVol", "Top400", "Top600", "SAS", "Smart Police"])
def test_a_near_name_never_beats_the_exact_one(names: Names, text: str) -> None:
    first, *others = names.search(text)
    assert (first.matched, first.score) == (text, 100.0)
    assert all(hit.score < 100 for hit in others)


def test_a_hit_tells_which_spelling_fits_and_the_name_in_the_language(names: Names) -> None:
    assert names.search("BKA", lang="de") == [
        Hit("bka", "Bundeskriminalamt", "PoliceForce", 99.75, "BKA")
    ]
    assert names.search("BKA", lang="fr")[0].name == "Federal Criminal Police Office"


def test_search_keeps_a_label_and_what_lies_below_it(names: Names) -> None:
    assert ids(names.search("Palantir", label="System")) == ["gotham"]
    assert ids(names.search("Palantir", label="Organization")) == ["palantir", "palantir-uk"]


def test_search_refuses_a_label_that_does_not_exist(names: Names) -> None:
    with pytest.raises(SchemaError, match="did you mean 'Company'"):
        names.search("Palantir", label="Compny")


def test_search_stops_at_the_limit(names: Names) -> None:
    assert ids(names.search("Palantir", limit=2)) == ids(names.search("Palantir"))[:2]
    assert ids(names.search("Palantir", limit=1)) == ["palantir"]


@pytest.mark.parametrize("text", ["", "   ", "???", "🕵", "\x1b[31m", "'; MATCH (n) DELETE n //"])
def test_search_finds_nothing_in_nothing(names: Names, text: str) -> None:
    assert names.search(text) == []


def test_a_name_without_any_letter_is_found_as_it_stands() -> None:
    assert Names([Named("o", "Product", "🕵")]).one("🕵") == "o"


def test_hostile_names_come_back_unchanged() -> None:
    evil = '"><script>\u202e=HYPERLINK("x")'
    assert Names([Named("e", "Company", evil)]).search(evil)[0].name == evil


def test_a_pasted_page_costs_no_minutes(names: Names) -> None:
    started = time.process_time()
    names.search("lorem ipsum " * 1_000_000)
    assert time.process_time() - started < 1


def test_the_same_text_gives_the_same_hits(names: Names) -> None:
    shuffled = Names(reversed(SAMPLE))
    for text in ("Palantir", "police", "palentir technologies", "Niche"):
        assert shuffled.search(text) == names.search(text)


def test_a_hundred_thousand_names_are_read_and_searched_fast() -> None:
    syllables = ["pa", "lan", "tir", "sec", "po", "li", "ce", "fed", "krim", "amt", "é", "ur"]
    words = ["".join(a + b + c) for a in syllables for b in syllables for c in syllables]
    many = [
        Named(f"e{n}", "Company", f"{words[n % 1728]} {words[n * 7 % 1723]} {n}")
        for n in range(50_000)
    ]
    started = time.process_time()
    names = Names(many)
    assert time.process_time() - started < 2.0, "0.5 s on a machine that does nothing else"
    names.search("warmed up")
    started = time.process_time()
    assert names.search("palantor seclifed")
    assert time.process_time() - started < 0.3, "30 ms on a machine that does nothing else"
