"""Entities of FollowTheMoney, and graphs that ``kg export ftm`` wrote."""

from collections.abc import Mapping
from functools import partial

from kg.complaints import Complaints
from kg.errors import DataError
from kg.ftm.fragment import FILE_END
from kg.ftm.gathered import Gathered
from kg.ftm.json_entities import fragments
from kg.ftm.returning import returned
from kg.ftm.telling import Manner, Telling
from kg.identifiers import slug
from kg.inputs import Input
from kg.notices.json_pieces import Damage, pieces
from kg.sources import Context
from kg.statements import Origin, Source

_DOCUMENTATION = "documentation that the claims themselves hold"


def ingest(context: Context) -> None:
    """Gather the entities of all files, then tell of them; what we wrote comes back as it was."""
    manners: dict[str, Manner] = {}
    with Gathered() as gathered:
        for file in context.inputs:
            complaints = Complaints(context, file.name)
            try:
                _read(context, gathered, manners, complaints, file)
            except DataError as error:
                complaints.tell(0, "", str(error))
            complaints.close()
        Telling(context, gathered, manners).tell()


def _read(
    context: Context,
    gathered: Gathered,
    manners: dict[str, Manner],
    complaints: Complaints,
    file: Input,
) -> None:
    place, is_empty = f"{file.name}{FILE_END}", True
    with file.open() as stream:
        found = pieces(stream, (), encoding=context.options.get("encoding", ""))
        for row, piece in enumerate(found, 1):
            if isinstance(piece, Damage):
                complaints.tell(piece.row, "", piece.message)
                is_empty = False
                continue
            is_empty = False
            context.records += 1
            if _comes_back(context, piece.value, Origin(file.name, row)):
                continue
            if file.name not in manners:
                manners[file.name] = _manner(context, file)
            for one in fragments(piece.value, place, partial(complaints.tell, row)):
                gathered.add(one)
    if is_empty:
        raise DataError(f"{file.name}: holds no entities of FollowTheMoney")


def _comes_back(context: Context, record: object, origin: Origin) -> bool:
    """Whether a line is one of our own; then its value is handed on as it was."""
    own = record.get("kg") if isinstance(record, Mapping) else None
    if not isinstance(own, Mapping):
        return False
    if "documentation" in own:
        context.skip(_DOCUMENTATION)
        return True
    value = returned(own, origin)
    if value is not None:
        context.add(value)
    return value is not None


def _manner(context: Context, file: Input) -> Manner:
    """The file as a source. What others gathered is passed on, and so reported."""
    options = context.options
    source = Source(
        id=f"file-{slug(file.name)}",
        url=options.get("source_url", ""),
        title=options.get("title", file.name),
        publisher=options.get("publisher", "not named"),
        published=options.get("published", ""),
        kind="data",
    )
    return Manner(source, options.get("certainty", "reported"), options.get("as_of", ""))
