"""What the shipped files say, word by word."""

import re
from collections.abc import Mapping

import pytest

from kg import schema
from kg.schema import LANGUAGES

FORMAT_LABELS = (
    "Company PublicBody PoliceForce Intelligence Court Oversight Prison Municipality Institution "
    "Person Product Database Technology Contract Tender Project Law Finding Place"
)
FORMAT_PREDICATES = (
    "MAKES SELLS SUPPLIES CONTRACTED_WITH AWARDED WON SUBCONTRACTED_ON TENDERED BID_ON UNDER "
    "COVERS ENDED USES USED_IN DRAWS_ON SHARES_DATA_WITH BUILT_ON USES_TECHNIQUE INSPIRED_BY "
    "COMPARED_TO VARIANT_OF REPLACES HAS_PURPOSE HAS_FEATURE OUTPUTS TARGETS HAS_CONSEQUENCE OWNS "
    "ACQUIRED MERGED_INTO SUCCEEDED_BY NAMED PART_OF LOCATED_IN PARTNER_OF FUNDED FOUNDED "
    "HELD_ROLE RULED ISSUED FINED INVESTIGATES AUDITED EVALUATED ORDERED AUTHORISES PROHIBITS "
    "REGULATES EXEMPTS SUED CRITICISES DEFENDS DISPUTES DEMANDS RESEARCHES IDENTIFIED STATED "
    "HAS_STATUS HAS_AMOUNT HAS_METRIC RELATED_TO"
)
DERIVED = ["SUBCONTRACTS_TO", "SUPPLIES_VIA", "CLIENT_OF"]
QUALIFIERS = {
    "entity": "place system contract supplier buyer seller via prime with project about "
    "product law",
    "date": "date since until as_of",
    "number": "value count of share min max",
    "choice": "date_kind vat approx former recheck",
    "word": "currency unit status role title kind outcome case issue purpose measure period "
    "population scope feature channel method result reason programme lot duration relation hedge "
    "as_written year note",
}
STATUS = "planned tender pilot active suspended ended ruled_unlawful unknown"
FTM = "Company PublicBody Organization Person Contract CallForTenders Project Document Thing"


def named() -> dict[str, Mapping[str, str]]:
    """Everything that has a name in each language, and what it is called."""
    found: dict[str, Mapping[str, str]] = {}
    for label in schema.labels().values():
        found |= {f"label {label.name}": label.names, f"plural of {label.name}": label.plural}
    for word in schema.predicates().values():
        found |= {f"predicate {word.name}": word.names, f"inverse of {word.name}": word.inverse}
    found |= {f"qualifier {key}": word.names for key, word in schema.qualifiers().items()}
    lists = (schema.certainty_terms, schema.source_kinds, schema.statuses, schema.topics)
    for terms in lists:
        for term in terms().values():
            name = f"{terms.__name__} {term.name}"
            found |= {name: term.names, f"meaning of {name}": term.meaning}
    return found


@pytest.mark.parametrize("name", named())
def test_every_word_has_a_tidy_name_in_each_language(name: str) -> None:
    names = named()[name]
    assert tuple(names) == LANGUAGES
    assert [text for text in names.values() if text != " ".join(text.split())] == []


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_a_translation_is_not_the_english_left_standing(language: str) -> None:
    long = {key: names for key, names in named().items() if " " in names["en"]}
    assert [key for key, names in long.items() if names[language] == names["en"]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_labels_have_the_same_name(language: str) -> None:
    names = [label.names[language] for label in schema.labels().values()]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_predicates_read_the_same(language: str) -> None:
    names = [predicate.names[language] for predicate in schema.predicates().values()]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(
    ("word", "language", "name"),
    [
        ("SUBCONTRACTED_ON", "nl", "is onderaannemer bij"),
        ("SUBCONTRACTED_ON", "fr", "est sous-traitant sur"),
        ("SUBCONTRACTED_ON", "de", "ist Unterauftragnehmer bei"),
        ("SUBCONTRACTED_ON", "es", "es subcontratista en"),
    ],
)
def test_a_predicate_is_called_as_the_trade_calls_it(word: str, language: str, name: str) -> None:
    assert schema.predicates()[word].names[language] == name


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "is the framework of"),
        ("nl", "is de raamovereenkomst van"),
        ("fr", "est l'accord-cadre de"),
        ("de", "ist der Rahmenvertrag von"),
        ("es", "es el acuerdo marco de"),
    ],
)
def test_a_call_off_names_its_framework(language: str, name: str) -> None:
    assert schema.predicates()["UNDER"].inverse[language] == name


def test_the_labels_are_those_of_the_format_and_their_parents() -> None:
    concrete = [name for name, label in schema.labels().items() if not label.abstract]
    assert sorted(concrete) == sorted([*FORMAT_LABELS.split(), "Claim", "Source"])
    abstract = [name for name, label in schema.labels().items() if label.abstract]
    assert abstract == ["Entity", "Organization", "System"]


def test_the_predicates_are_those_of_the_format_and_our_own() -> None:
    assert [*schema.predicates()] == [*FORMAT_PREDICATES.split(), "MAYBE_SAME", *DERIVED]


def test_only_computed_predicates_are_derived() -> None:
    assert [name for name, p in schema.predicates().items() if p.derived] == DERIVED


def test_the_qualifiers_are_those_of_the_format_with_their_types() -> None:
    expected = {key: type_ for type_, keys in QUALIFIERS.items() for key in keys.split()}
    assert {key: q.type for key, q in schema.qualifiers().items()} == expected


def test_six_qualifiers_tell_two_facts_apart() -> None:
    apart = [key for key, qualifier in schema.qualifiers().items() if qualifier.tells_apart]
    assert sorted(apart) == ["contract", "lot", "place", "product", "role", "system"]


@pytest.mark.parametrize(
    ("key", "predicate", "allowed"),
    [
        ("status", "USES", STATUS.split()),
        ("status", "USED_IN", STATUS.split()),
        ("status", "ACQUIRED", ["announced", "closed", "cancelled"]),
        ("status", "FINED", []),
        ("date_kind", "WON", ["event", "reported", "notice", "announced"]),
        ("approx", "USES", ["about", "almost", "more_than", "at_least", "at_most", "estimate"]),
        ("vat", "HAS_AMOUNT", ["included", "excluded"]),
        ("former", "HELD_ROLE", ["yes"]),
        ("role", "WON", []),
    ],
)
def test_a_qualifier_allows_these_words(key: str, predicate: str, allowed: list[str]) -> None:
    assert schema.qualifiers()[key].allowed(predicate) == tuple(allowed)


def test_every_fixed_status_has_a_name() -> None:
    fixed = schema.qualifiers()["status"].by_predicate.values()
    assert {status for words in fixed for status in words} == set(schema.statuses())


def test_the_best_certainty_comes_first() -> None:
    assert schema.certainties() == ("stated", "reported", "inferred", "alleged", "disputed")


def test_supply_is_a_short_walk_and_a_weak_tie_a_long_one() -> None:
    cost = {name: predicate.walk for name, predicate in schema.predicates().items()}
    strong = ("SUPPLIES", "WON", "AWARDED", "USES", "OWNS", "HELD_ROLE", "SUBCONTRACTS_TO")
    assert [cost[name] for name in strong] == [1.0] * len(strong)
    weak = ("LOCATED_IN", "USED_IN", "REGULATES", "CRITICISES")
    assert [name for name in weak if cost[name] < 6] == []


def test_only_predicates_without_an_entity_cannot_be_walked() -> None:
    words = schema.predicates().values()
    assert [word.name for word in words if (word.walk > 0) != bool(word.object)] == []


def test_an_amount_is_a_number_and_a_figure_may_be_in_words() -> None:
    numbers = {name: p.in_words for name, p in schema.predicates().items() if p.text == "number"}
    assert numbers == {"HAS_AMOUNT": False, "HAS_METRIC": True}


@pytest.mark.parametrize(
    ("labels", "colour", "shape"),
    [
        ("Company", "#1F77D0", "circle"),
        ("Product", "#AA09AA", "hexagon"),
        ("PublicBody", "#2B8660", "shield"),
        ("Contract", "#916930", "sheet"),
        ("Person", "#1E0047", "ring"),
        ("Intelligence", "#751400", "triangle"),
        ("Institution Court Oversight", "#4D4D4D", "diamond"),
    ],
)
def test_a_label_looks_as_the_design_draws_it(labels: str, colour: str, shape: str) -> None:
    drawn = [schema.labels()[name] for name in labels.split()]
    assert {(label.colour, label.shape) for label in drawn} == {(colour, shape)}


@pytest.mark.parametrize("name", list(schema.labels()))
def test_a_colour_stands_out_on_white(name: str) -> None:
    """Contrast of at least 3:1, which WCAG 2.2 (1.4.11) asks of graphics."""
    contrast = 1.05 / (luminance(schema.labels()[name].colour) + 0.05)
    assert contrast >= 3


def test_colour_and_shape_tell_most_labels_apart() -> None:
    """Court, oversight body and institution share the diamond; abstract labels are not drawn."""
    drawn = [label for label in schema.labels().values() if not label.abstract]
    assert len({(label.colour, label.shape) for label in drawn}) == len(drawn) - 2


def test_an_export_schema_is_one_that_followthemoney_has() -> None:
    assert {label.ftm for label in schema.labels().values()} <= {"", *FTM.split()}


def test_a_label_and_a_relationship_never_share_a_name() -> None:
    labels = {re.sub("_", "", name).lower() for name in schema.labels()}
    assert labels & {type_.replace("_", "").lower() for type_ in schema.edge_types()} == set()


def luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour, as WCAG 2.2 defines it."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
