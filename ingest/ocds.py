"""Releases and records of the Open Contracting Data Standard."""

from collections import Counter
from dataclasses import dataclass, field

from kg.complaints import Complaints
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

_NONE = "holds no releases or records of OCDS; name its format if it has another"
_BARE = "package without releases"
_DEEP = "is nested too deep to be a notice, and is left out"
_CIRCLE = "these processes go back to each other, so none stands under another"


def ingest(context: Context) -> None:
    """Lay the releases of all files aside, then tell each process as it stands at its end."""
    ties = Ties()
    told: dict[str, Complaints] = {}
    with Shelf() as shelf:
        for file in context.inputs:
            told[file.name] = Complaints(context, file.name)
            _File(context, shelf, ties, told[file.name], file).lay()
        for ocid, parts in shelf.processes():
            complaints = told[parts[-1].file]
            try:
                _tell(context, compiled(ocid, parts), ties, complaints)
            except RecursionError:
                complaints.tell(0, "", f"{ocid} {_DEEP}", _DEEP)
    for complaints in told.values():
        complaints.close()


@dataclass(slots=True)
class _File:
    """A file being laid aside: what is broken in it is told, and the rest is kept."""

    context: Context
    shelf: Shelf
    ties: Ties
    complaints: Complaints
    file: Input
    found: Counter[str] = field(default_factory=Counter)

    def lay(self) -> None:
        try:
            self._read()
        except DataError as error:
            self.complaints.tell(0, "", str(error))
            return
        if self.found.keys() <= {OTHER}:
            self.complaints.tell(0, "", _NONE)
        elif self.found.keys() <= {OTHER, "head"}:
            self.context.skip(_BARE)
        elif self.found[OTHER]:
            self.context.skipped[OTHER] += self.found[OTHER]

    def _read(self) -> None:
        encoding = self.context.options.get("encoding", "")
        with self.file.open() as stream:
            for piece in pieces(stream, LISTS, "ocid", encoding, ANSWERS):
                if isinstance(piece, Damage):
                    self.complaints.tell(piece.row, "", piece.message)
                    self.found["damage"] += 1
                else:
                    self._sort(piece)

    def _sort(self, piece: Piece) -> None:
        """Keep what a piece of the file holds, and count it by its kind."""
        try:
            for one in given(piece, self.file.name):
                if isinstance(one, Given):
                    self.found["release"] += 1
                    self.ties.know(one.ocid, one.value)
                    self.shelf.lay(one)
                elif isinstance(one, Head):
                    self.found["head"] += 1
                    self.context.unread.update(one.unread)
                    self.shelf.head(one)
                else:
                    self.found[one] += 1
                    if one != OTHER:
                        self.context.skip(one)
        except RecursionError:
            self.found["damage"] += 1
            self.complaints.tell(0, piece.path, f"a release {_DEEP}", _DEEP)


def _tell(context: Context, whole: Compiled, ties: Ties, complaints: Complaints) -> None:
    context.records += 1
    for reason in whole.skipped:
        context.skip(reason)
    for odd in whole.odd:
        complaints.tell(0, "", f"{whole.ocid}: {odd}", "its releases cannot be merged")
    circle = ties.circle(whole.ocid)
    if circle and whole.ocid == min(circle):
        words = " -> ".join((*circle, circle[0]))
        complaints.tell(0, "relatedProcesses", f"{_CIRCLE}: {words}", _CIRCLE)
    release = Branch(whole.release)
    tell_process(context, whole, process(whole.ocid, release), is_tied=not circle)
    context.unread.update(release.unread())
