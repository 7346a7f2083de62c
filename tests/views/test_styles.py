import pytest

from kg.schema import LANGUAGES, predicates
from kg.views.styles import Standing, best_of, hides_its_verb, style_of, styles

PLAIN = [
    ("MAKES", "supplies"),
    ("WON", "supplies"),
    ("USES", "used"),
    ("USED_IN", "used"),
    ("AWARDED", "contract"),
    ("SUBCONTRACTED_ON", "subcontract"),
    ("SUPPLIES_VIA", "via"),
    ("ACQUIRED", "owns"),
    ("HELD_ROLE", "role"),
    ("DRAWS_ON", "data"),
    ("SUED", "challenge"),
    ("FINED", "challenge"),
    ("CRITICISES", "challenge"),
    ("ENDED", "ended"),
    ("PARTNER_OF", "other"),
    ("MAYBE_SAME", "other"),
    ("RELATED_TO", "other"),
    ("COMPARED_TO", "other"),
    ("PART_OF", "directed"),
    ("BUILT_ON", "directed"),
    ("FUNDED", "directed"),
    ("REPLACES", "directed"),
]


@pytest.mark.parametrize(("type_", "style"), PLAIN)
def test_a_tie_has_the_style_of_what_it_is(type_: str, style: str) -> None:
    assert style_of(Standing(type_)) == style


@pytest.mark.parametrize(
    ("standing", "style"),
    [
        (Standing("USES", status="planned"), "planned"),
        (Standing("USES", status="tender"), "planned"),
        (Standing("MAKES", status="attempt under way"), "planned"),
        (Standing("USES", status="pilot"), "trial"),
        (Standing("USES", status="ended"), "ended"),
        (Standing("USES", status="suspended"), "ended"),
        (Standing("ACQUIRED", status="cancelled"), "ended"),
        (Standing("USES", status="ruled_unlawful"), "unlawful"),
        (Standing("USES", "ended", ("active", "ruled_unlawful")), "unlawful"),
        (Standing("USES", status="unknown"), "used"),
        (Standing("HELD_ROLE", former=True), "former"),
        (Standing("HELD_ROLE", is_over=True), "former"),
        (Standing("SUPPLIES", is_over=True), "ended"),
        (Standing("USES", certainty="alleged"), "alleged"),
        (Standing("SUPPLIES", certainty="disputed"), "alleged"),
        (Standing("SUED", certainty="alleged"), "challenge"),
        (Standing("SUPPLIES", is_vendors_word=True), "vendor"),
        (Standing("USES", certainty="alleged", is_vendors_word=True), "vendor"),
        (Standing("MAKES", is_vendors_word=True), "supplies"),
        (Standing("ENDED", is_vendors_word=True), "ended"),
        (Standing("USES", "planned", certainty="alleged", is_vendors_word=True), "planned"),
        (Standing("USES", "ended", is_vendors_word=True), "ended"),
    ],
)
def test_how_far_it_came_counts_before_who_says_it_and_that_before_what_it_is(
    standing: Standing, style: str
) -> None:
    assert style_of(standing) == style


@pytest.mark.parametrize("type_", sorted(predicates()))
def test_every_predicate_has_a_style(type_: str) -> None:
    assert style_of(Standing(type_)) in styles()


def test_no_two_styles_differ_by_colour_alone() -> None:
    shapes = [(style.dash, style.width, style.arrow) for style in styles().values()]
    assert len(set(shapes)) == len(shapes)


def test_every_style_has_a_name_of_its_own_in_every_language() -> None:
    for lang in LANGUAGES:
        names = [style.names[lang] for style in styles().values()]
        assert len(set(names)) == len(names)


def test_every_colour_is_dark_enough_on_white() -> None:
    for style in styles().values():
        red, green, blue = (int(style.colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
        light = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in
                 (red, green, blue)]  # fmt: skip
        luminance = 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]
        assert 1.05 / (luminance + 0.05) >= 4.5, style.name


USE, END = Standing("USES", "active"), Standing("USES", "ended")


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([USE, END], ("supplies", "")),
        ([END], ("ended", "ended")),
        ([Standing("USES", "pilot"), END], ("ended", "ended")),
        ([Standing("USES", "pilot")], ("trial", "pilot")),
        ([Standing("SUPPLIES", is_vendors_word=True)], ("vendor", "")),
        ([], ("supplies", "")),
    ],
)
def test_what_follows_from_facts_is_as_good_as_the_best_of_them(
    facts: list[Standing], expected: tuple[str, str]
) -> None:
    assert best_of("CLIENT_OF", facts) == expected


@pytest.mark.parametrize(
    ("type_", "style", "hides"),
    [
        ("SUED", "planned", True),
        ("INVESTIGATES", "planned", True),
        ("CONTRACTED_WITH", "ended", True),
        ("ACQUIRED", "alleged", True),
        ("DRAWS_ON", "planned", True),
        ("PARTNER_OF", "former", True),
        ("HELD_ROLE", "former", False),
        ("HELD_ROLE", "planned", True),
        ("SUPPLIES", "planned", False),
        ("USES", "unlawful", False),
        ("USES", "trial", False),
        ("WON", "vendor", False),
        ("SUED", "challenge", False),
        ("PARTNER_OF", "other", False),
        ("PART_OF", "directed", False),
        ("PART_OF", "planned", True),
        ("OWNS", "owns", False),
        ("ENDED", "ended", False),
    ],
)
def test_a_look_that_is_read_as_a_delivery_hides_what_is_none(
    type_: str, style: str, hides: bool
) -> None:
    assert hides_its_verb(type_, style, {"supplies", style}) is hides


@pytest.mark.parametrize("beside", [{"data"}, {"data", "planned"}, {"data", "alleged", "vendor"}])
def test_among_its_own_kind_nothing_is_taken_for_something_else(beside: set[str]) -> None:
    assert not hides_its_verb("DRAWS_ON", "planned", beside)
    assert hides_its_verb("SUED", "planned", beside)
    assert hides_its_verb("DRAWS_ON", "planned", {*beside, "used"})


def test_a_tie_without_an_arrow_reads_the_same_from_both_ends() -> None:
    plain = [name for name in predicates() if style_of(Standing(name)) == "other"]
    assert plain
    for name in plain:
        assert predicates()[name].names == predicates()[name].inverse, name
    assert styles()["other"].arrow == "none"
    assert styles()["directed"].arrow == "hollow"
