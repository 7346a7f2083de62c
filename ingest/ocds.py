"""Releases and records of the Open Contracting Data Standard."""

from collections import Counter
from pathlib import Path

from kg.errors import DataError
from kg.inputs import Input
from kg.notices.branch import Branch
from kg.notices.json_pieces import Damage, Piece, pieces
from kg.notices.ocds_compile import Compiled, compiled
from kg.notices.ocds_given import ANSWERS, LISTS, OTHER, given
from kg.notices.ocds_related import Ties
from kg.notices.ocds_release import process
from kg.notices.ocds_shelf import Given, Head, Shelf
from kg.notices.ocds_telling import tell_process
from kg.sources import Context
from kg.tables import Problem

_NONE = "holds no releases or records of OCDS; name its format if it has another"
_BARE = "package without releases"
_DEEP = "is nested too deep to be a notice, and is left out"


def ingest(context: Context) -> None:
    """Lay the releases of all files aside, then tell each process as it stands at its end."""
    ties = Ties()
    with Shelf() as shelf:
        for file in context.inputs:
            _lay(context, shelf, ties, file)
        for ocid, parts in shelf.processes():
            try:
                _tell(context, compiled(ocid, parts), ties)
            except RecursionError:
                context.add(Problem(Path(parts[0].file), 0, "", f"{ocid} {_DEEP}"))


def _lay(context: Context, shelf: Shelf, ties: Ties, file: Input) -> None:
    """Lay aside what a file gives; what is broken in it is a Problem, and the rest is kept."""
    path, found = Path(file.name), Counter[str]()
    try:
        with file.open() as stream:
            encoding = context.options.get("encoding", "")
            for piece in pieces(stream, LISTS, "ocid", encoding, ANSWERS):
                if isinstance(piece, Damage):
                    context.add(Problem(path, piece.row, "", piece.message))
                    found["damage"] += 1
                else:
                    _sort(context, shelf, ties, piece, path, found)
    except DataError as error:
        context.add(Problem(path, 0, "", str(error).removeprefix(f"{file.name}: ")))
        return
    if found.keys() <= {OTHER}:
        context.add(Problem(path, 0, "", _NONE))
    elif found.keys() <= {OTHER, "head"}:
        context.skip(_BARE)
    elif found[OTHER]:
        context.skipped[OTHER] += found[OTHER]


def _sort(
    context: Context, shelf: Shelf, ties: Ties, piece: Piece, path: Path, found: Counter[str]
) -> None:
    """Keep what a piece of a file holds, and count it by its kind."""
    try:
        for one in given(piece, path.as_posix()):
            if isinstance(one, Given):
                found["release"] += 1
                ties.know(one.ocid, one.value)
                shelf.lay(one)
            elif isinstance(one, Head):
                found["head"] += 1
                context.unread.update(one.unread)
                shelf.head(one)
            else:
                found[one] += 1
                if one != OTHER:
                    context.skip(one)
    except RecursionError:
        found["damage"] += 1
        context.add(Problem(path, 0, piece.path, f"a release {_DEEP}"))


def _tell(context: Context, whole: Compiled, ties: Ties) -> None:
    context.records += 1
    path = Path(whole.last.file)
    for reason in whole.skipped:
        context.skip(reason)
    for odd in whole.odd:
        context.add(Problem(path, 0, "", f"{whole.ocid}: {odd}"))
    circle = ties.circle(whole.ocid)
    if circle and whole.ocid == min(circle):
        words = " -> ".join((*circle, circle[0]))
        message = f"these processes go back to each other, so none stands under another: {words}"
        context.add(Problem(path, 0, "relatedProcesses", message))
    release = Branch(whole.release)
    tell_process(context, whole, process(whole.ocid, release), is_tied=not circle)
    context.unread.update(release.unread())
