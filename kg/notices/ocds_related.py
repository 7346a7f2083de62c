"""Other processes that a process or a contract goes back to, by the relatedProcesses of OCDS."""

from collections.abc import Iterator, Mapping

from kg.notices.branch import Branch
from kg.notices.ocds_process import Related

UNDER = frozenset({"framework", "parent"})
"""Relations by which a contract stands under one of another process."""

ABOVE = frozenset({"subcontract"})
"""Relations by which one of another process stands under a contract."""


def related(branch: Branch) -> Iterator[Related]:
    """The processes named by their ocid; the relation as OCDS writes it, in small letters."""
    for one in branch.branches("relatedProcesses"):
        if one.peek("scheme") not in ("", "ocid"):
            continue
        relations = [relation.lower() for relation in one.texts("relationship")]
        one.pass_over("id", "scheme")
        if ocid := one.text("identifier"):
            for relation in relations or ["related"]:
                yield Related(relation, ocid, one.path)


class Ties:
    """Which process stands under which, by all releases of a run."""

    def __init__(self) -> None:
        """Begin without any."""
        self._above: dict[str, str] = {}

    def know(self, ocid: str, release: Mapping[str, object]) -> None:
        """Note what a release says that it stands under."""
        contracts = release.get("contracts")
        for holder in (release, *(contracts if isinstance(contracts, list) else ())):
            for relation, other in _raw(holder):
                if relation in UNDER:
                    self._above[ocid] = other
                elif relation in ABOVE:
                    self._above[other] = ocid

    def circle(self, ocid: str) -> tuple[str, ...]:
        """The processes of a circle that a process is in, beginning with it; empty without one."""
        found = [ocid]
        while (following := self._above.get(found[-1])) is not None:
            if following == ocid:
                return tuple(found)
            if following in found:
                return ()
            found.append(following)
        return ()


def _raw(holder: object) -> Iterator[tuple[str, str]]:
    """Relations and processes, where the fields must stay as they are."""
    listed = holder.get("relatedProcesses") if isinstance(holder, Mapping) else None
    for one in listed if isinstance(listed, list) else ():
        if isinstance(one, dict):
            copy = Branch({key: one.get(key) for key in ("relationship", "identifier")})
            ocid = copy.text("identifier")
            yield from ((relation.lower(), ocid) for relation in copy.texts("relationship") if ocid)
