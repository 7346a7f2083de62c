"""The contracts of a file of French contract data (DECP), whatever its version and form."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from io import BufferedReader

from kg.errors import DataError
from kg.notices.branch import Branch
from kg.notices.decp_xml import xml_pieces
from kg.notices.json_pieces import Damage, Piece, pieces
from kg.notices.naming import slug_id

NO_CONTRACT = "entry of the list without the fields of a contract"
CONTRACTS = ("marche", "contrat-concession")
_LISTS = (*CONTRACTS, "marches", "contrats-concession", "contratConcession", "concessions")
_MARKS = {"titulaires", "concessionnaires", "acheteur", "autoriteConcedante", "objet", "montant"}
_FILLERS = frozenset(
    {
        *("", "-", "--", "nan", "null", "none", "undefined", "n/a", "na", "nc", "nr", "inconnu"),
        *("inconnue", "non renseigné", "non renseigne", "non communiqué", "non communique"),
        *("cdl", "inx", "inx none", "sans objet", "x", "xx", "xxx"),
    }
)


@dataclass(frozen=True, slots=True)
class Record:
    """A contract of a file. ``uid`` is what tells it from all others, ``mark`` what it says."""

    uid: str
    path: str
    mark: int
    branch: Branch

    @property
    def key(self) -> str:
        """What names it in ids: ``decp-200013183000212018mapa20180500``.

        Where signs are lost in that, a mark tells ``2019_1`` from ``2019-1``.
        """
        plain = slug_id(self.uid)
        is_same = plain == self.uid.lower()
        own = "" if is_same else f"-{blake2b(self.uid.encode(), digest_size=2).hexdigest()}"
        return f"decp-{plain}{own}"


def records(stream: BufferedReader, encoding: str = "") -> Iterator[Record | Branch | Damage | str]:
    """Every contract of a file, and the rest of each document, of which nothing is known."""
    try:
        start = stream.peek(512).replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
        if start.startswith(b"<"):
            found = xml_pieces(stream, CONTRACTS, encoding)
        else:
            found = pieces(stream, _LISTS, "", encoding)
        for piece in found:
            yield from [piece] if isinstance(piece, Damage) else _flat(piece)
    except DataError as error:
        yield Damage(0, str(error))


def _flat(piece: Piece) -> list[Record | Branch | Damage | str]:
    try:
        return list(_records(piece))
    except RecursionError:
        return [Damage(0, f"{piece.path} is nested too deep to be a contract, and is left out")]


def _records(piece: Piece) -> Iterator[Record | Branch | str]:
    value = piece.value
    if isinstance(value, list):
        for index, one in enumerate(value):
            yield from _records(Piece(piece.document, f"{piece.path}[{index}]", one))
        return
    if not isinstance(value, dict):
        yield from [NO_CONTRACT] if _is_listed(piece.path) else []
        return
    inner = [key for key in CONTRACTS if isinstance(value.get(key), dict | list)]
    for key in inner:
        yield from _records(Piece(piece.document, f"{piece.path}.{key}", value.pop(key)))
    fields = undotted(value)
    if len(_MARKS & fields.keys()) > 1:
        yield _record(piece.path, fields)
    elif fields and _is_listed(piece.path):
        yield NO_CONTRACT
    elif fields:
        yield Branch(fields, "", _FILLERS)


def _record(path: str, fields: dict[str, object]) -> Record:
    digest = blake2b(repr(fields).encode("utf-8", "replace"), digest_size=8).digest()
    branch = Branch(fields, "", _FILLERS)
    uid = branch.text("uid")
    if not uid:
        own = branch.peek("id")
        buyer = _buyer_id(fields.get("acheteur") or fields.get("autoriteConcedante"))
        uid = buyer + own if own and buyer else "-".join(filter(None, [own, digest.hex()]))
    return Record(uid, path, int.from_bytes(digest), branch)


def _buyer_id(buyer: object) -> str:
    if isinstance(buyer, list) and buyer:
        buyer = buyer[0]
    found = buyer if isinstance(buyer, dict) else {"id": buyer}
    keys = ("id", "siret")
    return Branch({key: found.get(key) for key in keys}, "", _FILLERS).text(*keys)


def undotted(fields: Mapping[str, object]) -> dict[str, object]:
    """Fields as objects in each other where their names were flattened: ``acheteur.id``.

    A number in a name is a place in a list: ``titulaires.0.id``.
    """
    found: dict[str, object] = {
        key: _all_undotted(one) for key, one in fields.items() if "." not in key
    }
    for key, value in fields.items():
        first, dot, rest = key.partition(".")
        if dot and not isinstance(found.setdefault(first, {}), dict):
            found[key] = value
        elif dot:
            _hang(found[first], rest, value)
    return {key: _listed(one) for key, one in found.items()}


def _all_undotted(value: object) -> object:
    if isinstance(value, list):
        return [_all_undotted(one) for one in value]
    return undotted(value) if isinstance(value, dict) else value


def _hang(below: object, key: str, value: object) -> None:
    """Put a value where its flattened name says; what stands there already stays."""
    assert isinstance(below, dict)
    first, dot, rest = key.partition(".")
    if dot and isinstance(below.setdefault(first, {}), dict):
        _hang(below[first], rest, value)
    else:
        below.setdefault(key, value)


def _listed(value: object) -> object:
    """An object whose keys are all numbers as the list that it was."""
    if not isinstance(value, dict):
        return value
    found = {key: _listed(one) for key, one in value.items()}
    if found and all(key.isdecimal() for key in found):
        return [found[key] for key in sorted(found, key=int)]
    return found


def _is_listed(path: str) -> bool:
    """Whether a path is that of an element of one of the lists of contracts."""
    return path.endswith("]") and path.rpartition("[")[0].rpartition(".")[2] in _LISTS
