"""Which way an arrow points: what the legend says of its kind is true read along it."""

import pytest

from kg.schema import predicates
from kg.session import OpenGraph
from kg.views.draw import draw
from kg.views.lines import is_backward
from kg.views.picture import Mark, Role
from kg.views.spec import find
from kg.views.styles import style_of_type, styles

ROLES: tuple[Role, ...] = ("side", "vendor", "contract", "system", "force")


@pytest.mark.parametrize(
    ("tie", "goes_back"),
    [
        ("MAKES", False),  # also the police that makes its own system
        ("SELLS", False),
        ("SUPPLIES", False),  # also one force that serves another
        ("SUPPLIES_VIA", False),
        ("WON", False),
        ("SUBCONTRACTED_ON", False),
        ("USED_IN", False),
        ("SHARES_DATA_WITH", False),  # the giver is named first
        ("CLIENT_OF", True),  # also Airbus, which is a client of Palantir
        ("USES", True),
        ("DRAWS_ON", True),
        ("SUBCONTRACTS_TO", True),
    ],
)
def test_what_the_legend_says_is_true_along_the_arrow_whoever_stands_there(
    tie: str, goes_back: bool
) -> None:
    for start in ROLES:
        for end in ROLES:
            first, second = (Mark(at, at, "Entity", at, {}, role=at) for at in (start, end))
            assert is_backward(tie, first, second) is goes_back, (start, end)


def test_every_arrow_that_the_legend_reads_has_its_way_told() -> None:
    """A new kind of tie drawn as supply, use or data must say which way it runs."""
    pointing = {name for name, style in styles().items() if style.arrow == "full"}
    read = {"supplies", "used", "subcontract", "via", "data"} & pointing
    for tie in predicates():
        if style_of_type(tie) in read:
            for first in ROLES:
                ways = {
                    is_backward(tie, *(Mark(r, r, "Entity", r, {}, role=r) for r in (first, last)))
                    for last in ROLES
                }
                assert len(ways) == 1, tie


def test_clients_of_each_other_are_supplied_along_the_arrow(shipped: OpenGraph) -> None:
    picture = draw(shipped, find(shipped.case, "who-supplies-whom"))
    airbus = next(line for line in picture.lines if line.start == "airbus")
    assert (airbus.type, airbus.end, airbus.backward) == ("CLIENT_OF", "palantir", True)


def test_data_go_from_giver_to_getter(shipped: OpenGraph) -> None:
    picture = draw(shipped, find(shipped.case, "databases"))
    way = {
        (line.end, line.start) if line.backward else (line.start, line.end)
        for line in picture.lines
    }
    assert ("gendarmerie-nationale", "taj") in way
    assert ("french-municipal-police", "maprevelation") in way
    assert ("belgian-police", "belgian-intelligence-services") in way


def test_what_merged_or_was_succeeded_was_not_the_one_that_took_over() -> None:
    for tie in ("MERGED_INTO", "SUCCEEDED_BY"):
        assert style_of_type(tie) == "directed", "its verb is told, along the arrow"
