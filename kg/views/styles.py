"""How a line is drawn, decided by what it says, how far that has come, and who says so."""

import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType

from kg.schema import predicates
from kg.views.picture import Words

_FILE = Path(__file__).with_name("styles.toml")
PLANS = ("planned", "tender", "announced", "attempted", "attempt under way", "launch approved")
ENDS = ("ended", "suspended", "cancelled", "ruled_unlawful")
_BY_TYPE = {
    "MAKES": "supplies",
    "SELLS": "supplies",
    "SUPPLIES": "supplies",
    "CLIENT_OF": "supplies",
    "WON": "supplies",
    "USES": "used",
    "USED_IN": "used",
    "SUBCONTRACTED_ON": "subcontract",
    "SUBCONTRACTS_TO": "subcontract",
    "SUPPLIES_VIA": "via",
    "AWARDED": "contract",
    "CONTRACTED_WITH": "contract",
    "TENDERED": "contract",
    "BID_ON": "contract",
    "COVERS": "contract",
    "UNDER": "contract",
    "OWNS": "owns",
    "ACQUIRED": "owns",
    "FOUNDED": "owns",
    "HELD_ROLE": "role",
    "DRAWS_ON": "data",
    "SHARES_DATA_WITH": "data",
    "ENDED": "ended",
}
_BOTH_WAYS = ("PARTNER_OF", "COMPARED_TO", "RELATED_TO", "MAYBE_SAME")
"""Of ties of no kind of their own, these hold both ways: they have no arrow."""
_BY_TOPIC = {"law": "challenge", "oversight": "challenge", "criticism": "challenge"}
_WORSE = ("unlawful", "ended", "trial", "vendor", "alleged", "former", "planned")
_DELIVERIES = ("supplies", "used")
_READ_AS: Mapping[str, tuple[str, ...]] = {"former": ("role",)}
"""What a reader takes a line for that shows only how far it has come, or who says so."""
_BOASTS = (
    "SUPPLIES",
    "CONTRACTED_WITH",
    "AWARDED",
    "WON",
    "SUBCONTRACTED_ON",
    "PARTNER_OF",
    "USES",
    "USED_IN",
    "CLIENT_OF",
)
"""Of what a firm that speaks of its own clients is no witness."""


@dataclass(frozen=True, slots=True)
class Style:
    """``dash`` holds lengths of stroke and gap in pixels; ``arrow`` is full, hollow or none."""

    name: str
    names: Words = field(hash=False)
    colour: str
    width: float
    dash: tuple[float, ...]
    arrow: str


@cache
def styles() -> Mapping[str, Style]:
    """Every style by name, in the order of a legend."""
    with _FILE.open("rb") as file:
        read = tomllib.load(file)
    return MappingProxyType(
        {
            name: Style(
                name,
                MappingProxyType(cells["names"]),
                cells["colour"],
                float(cells["width"]),
                tuple(map(float, cells["dash"])),
                cells["arrow"],
            )
            for name, cells in read.items()
        }
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides on a style.

    ``is_vendors_word``: nobody says it but a firm in its own matter. ``is_over``: its last day lies
    before the day on which its sources were read.
    """

    type: str
    status: str = ""
    statuses: Sequence[str] = ()
    certainty: str = ""
    former: bool = False
    is_vendors_word: bool = False
    is_over: bool = False


def style_of(standing: Standing) -> str:
    """The name of the style: how it ended counts before who says it, and that before what it is."""
    if "ruled_unlawful" in (standing.status, *standing.statuses[-1:]):
        return "unlawful"
    if standing.status in ENDS:
        return "ended"
    if standing.status in PLANS:
        return "planned"
    if standing.former or (standing.is_over and standing.type == "HELD_ROLE"):
        return "former"
    if standing.is_over:
        return "ended"
    if standing.is_vendors_word and standing.type in _BOASTS:
        return "vendor"
    topic = predicates()[standing.type].topic
    if standing.certainty in ("alleged", "disputed") and topic not in _BY_TOPIC:
        return "alleged"
    if standing.status == "pilot":
        return "trial"
    return style_of_type(standing.type)


def style_of_type(type_: str) -> str:
    """The style of a tie that holds and that nobody doubts."""
    if type_ in _BOTH_WAYS:
        return "other"
    return _BY_TYPE.get(type_) or _BY_TOPIC.get(predicates()[type_].topic, "directed")


def hides_its_verb(type_: str, style: str, looks: Collection[str]) -> bool:
    """Whether a line looks like a plan, end or doubt of a delivery, and is about something else.

    An announced suit must not be read as an announced delivery. ``looks`` are the styles beside it:
    where all that holds is of its own kind, nobody takes it for anything else.
    """
    own = style_of_type(type_)
    if style in (own, "other", "directed") or set(looks) & set(_BY_TYPE.values()) == {own}:
        return False
    return own not in _READ_AS.get(style, _DELIVERIES)


def best_of(type_: str, facts: Sequence[Standing]) -> tuple[str, str]:
    """Style and status of what follows from any one of several facts: those of the best standing.

    A client by one ended use and one that goes on is a client; an end counts before a trial.
    """
    ranked = min(facts, key=lambda fact: (_rank(style_of(fact)), fact.status), default=None)
    if ranked is None or _rank(style_of(ranked)) == 0:
        return style_of(Standing(type_)), ""
    return style_of(ranked), ranked.status


def _rank(style: str) -> int:
    return _WORSE.index(style) + 1 if style in _WORSE else 0
