"""A pair as a person decides it: both sides, what the names say, and what would move."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from kg.answers.cells import one_line
from kg.reading.claims import props
from kg.reading.profile import profile
from kg.resolve.explaining import verdict, words
from kg.resolve.record import of_entity
from kg.resolve.score import waterfall
from kg.review.moves import Moves, moves
from kg.review.queue import Waiting
from kg.review.sides import Side, side
from kg.statements import Entity
from kg.store.bolt import Store

_ENTITY = "MATCH (e:Entity {id: $id}) RETURN e"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the score: what it adds to the log-odds, and what for."""

    adds: float
    what: str


@dataclass(frozen=True, slots=True)
class Portrait:
    """Everything to see of a pair.

    ``shared`` are the names of whom both are tied to, ``sources`` where both are named: a document
    that names two parties often means two.
    """

    waiting: Waiting
    left: Side
    right: Side
    shared: tuple[str, ...]
    sources: tuple[str, ...]
    verdict: str
    steps: tuple[Step, ...]
    moves: Moves


Portraits = Callable[[Waiting], Portrait]


def portraits(store: Store, lang: str, most: int) -> Portraits:
    """What draws portraits out of a store; an entity is read once, whatever pairs it is in."""

    @cache
    def sided(id_: str) -> Side:
        return side(profile(store, id_, lang), most)

    @cache
    def entity(id_: str) -> Entity:
        return _entity(props(store.read(_ENTITY, {"id": id_})[1][0]["e"]))

    def drawn(waiting: Waiting) -> Portrait:
        left, right = sided(waiting.left), sided(waiting.right)
        one, two = (of_entity(entity(id_)) for id_ in (waiting.left, waiting.right))
        found = waterfall(one, two)
        told = words(lang)
        steps = [Step(found.start, told["start"])]
        steps += [Step(step.adds, told[step.feature]) for step in found.steps]
        total = told["score"].format(score=f"{found.score:.0%}")
        return Portrait(
            waiting,
            left,
            right,
            _in_both(left.neighbours(), right.neighbours()),
            _in_both(left.sources(), right.sources()),
            verdict(one, two, lang),
            (*steps, Step(sum(step.adds for step in steps), total)),
            moves(store, waiting.left, waiting.right, lang),
        )

    return drawn


def _in_both(left: Mapping[str, str], right: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted({left[id_] for id_ in left.keys() & right.keys()}))


def _entity(node: dict[str, object]) -> Entity:
    """An entity of the store as the values that names are compared by."""

    def listed(key: str) -> tuple[str, ...]:
        held = node.get(key)
        return tuple(map(str, held)) if isinstance(held, list) else ()

    return Entity(
        str(node["id"]),
        str(node["label"]),
        one_line(str(node["name"])),
        names=tuple(
            (key, name) for key, _, name in (one.partition("=") for one in listed("names"))
        ),
        aliases=listed("aliases"),
        countries=listed("country"),
        ids=listed("ids"),
    )
