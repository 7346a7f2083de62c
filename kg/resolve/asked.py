"""The answer to ``kg why``: what was judged of two entities, then what their names say."""

from collections.abc import Iterable, Mapping

from kg.resolve.explaining import explained
from kg.resolve.record import Record, of_entity, record
from kg.statements import Entity, Judgement


def why(
    entities: Mapping[str, Entity],
    judgements: Iterable[Judgement],
    left: str,
    right: str,
    lang: str = "en",
) -> str:
    """The verdict on a pair, if one was judged, and the score of its names in words."""
    pair = {left, right}
    judged = [
        f"{judgement.verdict}: {judgement.reason}\n"
        for judgement in judgements
        if {judgement.left, judgement.right} == pair
    ]
    return "".join(judged) + explained(_record(entities, left), _record(entities, right), lang)


def _record(entities: Mapping[str, Entity], text: str) -> Record:
    return of_entity(entities[text]) if text in entities else record(text, text)
