"""A case: a folder with a person's own data/, ingest/, queries/ or visualizations/, and .kg/.

What lies in the case is read first, then what the project ships. ``.kg/`` is derived: it can be
deleted at any time and is rebuilt by ``kg build``.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from kg.errors import CaseError
from kg.resources import folder

ROOMS = ("data", "ingest", "queries", "visualizations")


@dataclass(frozen=True, slots=True)
class Case:
    """A folder that commands work on."""

    root: Path

    @property
    def name(self) -> str:
        """What this case is called in a store that holds several: the name of its folder."""
        return self.root.resolve().name

    @property
    def derived(self) -> Path:
        """The folder for everything that can be rebuilt."""
        return self.root / ".kg"

    @property
    def is_checkout(self) -> bool:
        """Whether it is a checkout of the project itself, however the command was installed."""
        return (self.root / "kg" / "case.py").is_file()

    def shipped(self, room: str) -> Path:
        """The folder of a room that the project ships; in a checkout that is the checkout's own.

        An installed copy of the same files is then not read beside them, as if it said it again.
        """
        return self.root / room if self.is_checkout else folder(room)

    def folders(self, room: str) -> list[Path]:
        """The folders to read for one room, the case's own first, then the shipped one."""
        found = [self.own(room), self.shipped(room)]
        return [path for path in found if path is not None and path.is_dir()]

    def own(self, room: str) -> Path | None:
        """The case's own folder of a room, if it has one that is not the shipped one."""
        path = self.root / room
        is_own = path.is_dir() and path.resolve() != self.shipped(room).resolve()
        return path if is_own else None


def find(given: str | Path | None = None) -> Case:
    """The case to work on: the one given, ``KG_CASE``, the current folder, or the standing one.

    The current folder is a case if it has one of the rooms or a ``.kg``; the standing one lies in
    the user's data folder and is made when first needed.

    Raises:
        CaseError: The folder given does not exist, or the standing one cannot be made.
    """
    if wanted := given or os.environ.get("KG_CASE"):
        return Case(_folder(Path(wanted).expanduser()))
    here = _here()
    if any((here / name).is_dir() for name in (*ROOMS, ".kg")) and not _is_system(here):
        return Case(here)
    from platformdirs import user_data_path

    standing = user_data_path("surveillance-kg")
    try:
        standing.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        way_out = "name another with --case or KG_CASE"
        raise CaseError(f"{standing}: cannot be made ({error.strerror}); {way_out}") from error
    return Case(standing)


def _folder(root: Path) -> Path:
    if root.is_dir():
        return root
    if root.exists():
        raise CaseError(f"{root}: is a file; a case is a folder")
    raise CaseError(f"{root}: no such case folder; make it first (mkdir {root})")


def _here() -> Path:
    try:
        return Path.cwd()
    except FileNotFoundError as error:
        raise CaseError("the current folder was deleted; change to another one") from error


def new(root: Path) -> Case:
    """Make a case folder with the rooms that a person fills.

    Raises:
        CaseError: It is there already and not empty, or cannot be made.
    """
    if root.is_dir() and any(root.iterdir()):
        raise CaseError(f"{root}: is there already and not empty; name a new folder")
    try:
        for room in ROOMS:
            (root / room).mkdir(parents=True)
    except OSError as error:
        raise CaseError(f"{root}: cannot be made ({error.strerror})") from error
    return Case(root)


def _is_system(path: Path) -> bool:
    """The root and the home folder often hold a ``data`` folder of something else."""
    return path in (Path(path.anchor), Path.home())
