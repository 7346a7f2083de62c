"""Which servers a case was loaded into, and which of them are behind by now.

A server keeps no track of the case folder, so the folder does, in ``.kg/loaded``: for each server
what the graph was made from.
"""

from contextlib import suppress

from kg.case import Case
from kg.statements import digest
from kg.store import prints
from kg.store.prints import Prints

_NAME = "server"


def remember(case: Case, server: str, state: Prints) -> None:
    """Write down that a server has the graph made from a state of the case."""
    folder = case.derived / "loaded" / digest(server)
    with suppress(OSError):  # in a case that cannot be written nobody judges either
        folder.mkdir(parents=True, exist_ok=True)
        state.keep(folder)
        (folder / _NAME).write_text(server + "\n", "utf-8")


def forget(case: Case, server: str) -> None:
    """Write down that a server does not have the graph of the case any more."""
    (case.derived / "loaded" / digest(server) / _NAME).unlink(missing_ok=True)


def behind(case: Case) -> tuple[str, ...]:
    """The servers whose graph is older than the case."""
    late = [
        path.read_text("utf-8").strip()
        for path in (case.derived / "loaded").glob(f"*/{_NAME}")
        if not prints.are_as(case, path.parent)
    ]
    return tuple(sorted(late))


def is_behind(case: Case, server: str) -> bool:
    """Whether a server was loaded with this case, which has changed since."""
    return server in behind(case)


def to_do(case: Case) -> str:
    """What brings all stores up to date, where a server is behind; else nothing."""
    late = ", ".join(behind(case))
    return f"kg build and kg load bring the stores up to date (behind: {late})" if late else ""
