"""Statements of the Beneficial Ownership Data Standard, version 0.4."""

from collections.abc import Iterator, Mapping
from typing import Any

from kg.complaints import Complaints
from kg.errors import DataError
from kg.ftm import ownership
from kg.ftm.fragment import FILE_END
from kg.ftm.gathered import Gathered
from kg.ftm.telling import Manner, Telling
from kg.identifiers import slug
from kg.inputs import Input
from kg.notices.json_pieces import Damage, pieces
from kg.notices.ocds_shelf import Given, Shelf
from kg.sources import Context
from kg.statements import Source

_LISTS = ("statements",)
_BOTH = "is an entity and a person; the first is believed"
_NO_SUBJECT = "relationship whose subject is not named"
_OLD = "is a statement of BODS before 0.4; convert the file first"


def ingest(context: Context) -> None:
    """Lay the statements of all files aside, then tell each record as its last statement has it."""
    manners: dict[str, Manner] = {}
    told: dict[str, Complaints] = {}
    with Shelf() as shelf, Shelf() as ties, Gathered() as gathered:
        for file in context.inputs:
            complaints = told[file.name] = Complaints(context, file.name)
            try:
                _lay(context, shelf, manners, complaints, file)
            except DataError as error:
                complaints.tell(0, "", str(error))
        for _, versions in shelf.processes():
            for last in _holding(told, versions):
                if last.value["recordType"] == "relationship":
                    ties.lay(last)
                context.unread.update(ownership.unread(last.value))
                for fragment in ownership.fragments(last.value, _place(last)):
                    gathered.add(fragment)
        telling = Telling(context, gathered, manners)
        telling.tell()
        for _, (given,) in ties.processes():
            if tie := ownership.tie(given.value):
                _tell_missing(telling, given, tie, told[given.file])
                _tell_unnamed(telling, given, tie)
    for complaints in told.values():
        complaints.close()


def _lay(
    context: Context,
    shelf: Shelf,
    manners: dict[str, Manner],
    complaints: Complaints,
    file: Input,
) -> None:
    """Lay aside what a file gives; what is broken in it is a Problem, and the rest is kept."""
    is_empty = True
    with file.open() as stream:
        found = pieces(stream, _LISTS, encoding=context.options.get("encoding", ""))
        for row, piece in enumerate(found, 1):
            if isinstance(piece, Damage):
                complaints.tell(piece.row, "", piece.message)
                is_empty = False
                continue
            value = piece.value if isinstance(piece.value, dict) else {}
            if not value:
                continue
            is_empty = False
            context.records += 1
            if wrong := _wrong(value):
                complaints.tell(row, "", *wrong)
                continue
            manners.setdefault(file.name, _manner(value, file))
            id_ = ownership.record_id(str(value["recordId"]))
            shelf.lay(Given(id_, file.name, row, piece.path, False, value))
    if is_empty:
        raise DataError(f"{file.name}: holds no statements of BODS")


def _wrong(value: Mapping[str, Any]) -> tuple[str, str] | None:
    """What makes a statement one that cannot be read, and the kind of it."""
    if "statementType" in value or "statementID" in value:
        return _OLD, "old version"
    for key in ("recordId", "recordType", "recordDetails"):
        if not value.get(key):
            return f"is no statement of BODS: it has no {key}", f"no {key}"
    kind = value["recordType"]
    if kind not in ("entity", "person", "relationship"):
        return f"recordType {kind!r} is none of entity, person, relationship", "unknown recordType"
    return None


def _holding(told: Mapping[str, Complaints], versions: list[Given]) -> Iterator[Given]:
    """The statements that hold: some publishers give a relationship the id of its company."""
    by_kind: dict[str, list[Given]] = {}
    for one in versions:
        by_kind.setdefault(one.value["recordType"], []).append(one)
    if {"entity", "person"} <= by_kind.keys():
        second = [kind for kind in by_kind if kind != "relationship"][1]
        dropped = by_kind.pop(second)[0]
        message = f"{dropped.ocid!r} {_BOTH}"
        told[dropped.file].tell(0, "recordType", message, _BOTH)
    yield from map(_last, by_kind.values())


def _last(versions: list[Given]) -> Given:
    """The statement that holds: of those about one record, the one of the latest date."""
    return max(
        enumerate(versions),
        key=lambda pair: (str(pair[1].value.get("statementDate", "")), pair[0]),
    )[1]


def _place(given: Given) -> str:
    value = given.value
    name = value.get("statementId") or f"of record {value['recordId']}"
    return f"{given.file}{FILE_END}statement {name}"


def _manner(value: Mapping[str, Any], file: Input) -> Manner:
    """The file as a source, by what its first statement says of its publication."""
    published = value.get("publicationDetails")
    details: Mapping[str, Any] = published if isinstance(published, Mapping) else {}
    publisher = details.get("publisher")
    named: Mapping[str, Any] = publisher if isinstance(publisher, Mapping) else {}
    source = Source(
        id=f"file-{slug(file.name)}",
        url=str(named.get("url") or named.get("uri") or ""),
        title=f"Beneficial ownership statements ({file.name})",
        publisher=str(named.get("name") or "not named"),
        published=str(details.get("publicationDate") or "")[:10],
        kind="register",
    )
    return Manner(source, "stated")


def _tell_missing(
    telling: Telling, given: Given, tie: ownership.Tie, complaints: Complaints
) -> None:
    """That a relationship names a record which no statement is about."""
    for id_ in (tie.subject, tie.party):
        if id_ and telling.gathered.get(id_) is None:
            message = f"names record {id_!r}, of which there is no statement"
            complaints.tell(given.document, "recordId", message, "a record without a statement")


def _tell_unnamed(telling: Telling, given: Given, tie: ownership.Tie) -> None:
    """Owners that are declared not to be known: said of the company, never made a person."""
    if not tie.reason:
        return
    if not tie.subject:
        telling.context.skip(f"{_NO_SUBJECT} ({tie.reason})")
        return
    subject = telling.end(tie.subject)
    if subject is None:
        return
    telling.context.say(
        subject.id,
        "HAS_STATUS",
        text=tie.declared,
        source=telling.manners[given.file].source.id,
        locator=_place(given).partition(FILE_END)[2],
        says=f"{subject.name} declares of its owners: {tie.declared} ({tie.reason}).",
        certainty="stated",
        kind="beneficial ownership",
        reason=tie.reason,
        note=tie.description,
        since=tie.since,
        until=tie.until,
    )
