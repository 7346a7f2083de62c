"""Records of the Beneficial Ownership Data Standard 0.4 as fragments: who owns or controls whom."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kg.dates import is_date
from kg.ftm.fragment import Fragment, Values
from kg.identifiers import slug
from kg.statements import digest

UNNAMED = "an owner is not named"
"""What is said of a company that declares an owner it does not, or cannot, name."""

_DECLARED = {
    "noBeneficialOwners": "has no beneficial owner",
    "subjectExemptFromDisclosure": "need not name its owners",
}
"""What else it may declare in place of an owner, by the codes of the standard."""

_SAFE = re.compile(r"[0-9A-Za-z](?:[0-9A-Za-z.\-]*[0-9A-Za-z])?")
_BENEFICIAL = "beneficial owner"
_NO_NAME = {
    "anonymousPerson": "Anonymous person",
    "unknownPerson": "Unknown person",
    "anonymousEntity": "Anonymous entity",
    "unknownEntity": "Unknown entity",
}
_SCHEMATA = {"state": "PublicBody", "stateBody": "PublicBody"}
_OWNING = frozenset(
    (
        *("shareholding", "votingRights", "rightsToSurplusAssetsOnDissolution"),
        *("rightsToProfitOrIncome", "enjoymentAndUseOfAssets", "rightToProfitOrIncomeFromAssets"),
    )
)
_OFFICES = frozenset(
    (
        *("seniorManagingOfficial", "boardMember", "boardChair", "settlor", "trustee"),
        *("protector", "nominee", "nominator"),
    )
)
_READ = {
    "": {
        *("statementId", "statementDate", "publicationDetails", "recordId", "recordType"),
        *("recordStatus", "recordDetails", "declarationSubject", "source"),
    },
    "source": {"type", "url", "retrievedAt", "description"},
    "entity": {
        *("isComponent", "entityType", "name", "alternateNames", "identifiers", "jurisdiction"),
        *("foundingDate", "dissolutionDate", "addresses", "unspecifiedEntityDetails", "uri"),
    },
    "person": {
        *("isComponent", "personType", "names", "nationalities", "politicalExposure"),
        "unspecifiedPersonDetails",
    },
    "relationship": {"isComponent", "subject", "interestedParty", "interests"},
    "interest": {
        *("type", "directOrIndirect", "beneficialOwnershipOrControl", "details", "share"),
        *("startDate", "endDate"),
    },
}


@dataclass(frozen=True, slots=True)
class Tie:
    """What a relationship joins. ``reason`` is the code for why one of the two is not named."""

    subject: str
    party: str
    reason: str = ""
    description: str = ""
    since: str = ""
    until: str = ""

    @property
    def declared(self) -> str:
        """What the company says of its owners where it names none."""
        return _DECLARED.get(self.reason, UNNAMED)


def record_id(text: str) -> str:
    """The id of a record as an entity's; one with other signs than letters and dots is made one."""
    return text if _SAFE.fullmatch(text) else f"{slug(text)}-{digest(text)[:8]}"


def tie(statement: Mapping[str, Any]) -> Tie | None:
    """What a relationship joins; None for other records."""
    if statement["recordType"] != "relationship":
        return None
    held = _table(statement["recordDetails"])
    subject, party = held.get("subject"), held.get("interestedParty")
    unknown = _table(subject) or _table(party)
    spans = [_span(one) for one in _tables(held.get("interests"))] or [("", "")]
    return Tie(
        record_id(subject) if isinstance(subject, str) else "",
        record_id(party) if isinstance(party, str) else "",
        str(unknown.get("reason") or ("unknown" if unknown else "")),
        str(unknown.get("description") or ""),
        spans[0][0],
        spans[0][1] or _closed(statement),
    )


def fragments(statement: Mapping[str, Any], at: str) -> Iterator[Fragment]:
    """What a statement says, as fragments; a relationship is one for each of its interests."""
    id_, held = record_id(str(statement["recordId"])), _table(statement["recordDetails"])
    kind = statement["recordType"]
    if kind == "relationship":
        yield from _interests(id_, statement, held, at)
        return
    values = _entity(held) if kind == "entity" else _person(held)
    values["sourceUrl"] = [_page(statement)]
    type_ = str(_table(held.get("entityType")).get("type") or "")
    schema = "Person" if kind == "person" else _SCHEMATA.get(type_, "LegalEntity")
    yield Fragment(id_, schema, at, _placed(values, at))


def unread(statement: Mapping[str, Any]) -> Counter[str]:
    """The details of a record that nobody reads; of persons much is none of our business."""
    kind, held = str(statement["recordType"]), _table(statement["recordDetails"])
    parts = [("", statement), ("source", _table(statement.get("source"))), (kind, held)]
    parts += [("interest", one) for one in _tables(held.get("interests"))]
    return Counter(
        f"{name}.{key}".lstrip(".")
        for name, part in parts
        for key in part
        if key not in _READ[name] and part[key]
    )


def _entity(held: Mapping[str, Any]) -> dict[str, list[str]]:
    type_ = str(_table(held.get("entityType")).get("type") or "")
    country = str(_table(held.get("jurisdiction")).get("code") or "")
    reason = _table(held.get("unspecifiedEntityDetails"))
    return {
        "name": [str(held.get("name") or _NO_NAME.get(type_, ""))],
        "alias": [str(name) for name in _list(held.get("alternateNames"))],
        "jurisdiction": [country],
        "x:id": [
            f"{one.get('scheme') or one.get('schemeName') or ''}|{one['id']}|{country[:2]}"
            for one in _tables(held.get("identifiers"))
            if one.get("id")
        ],
        "x:label": ["Institution"] if type_ == "arrangement" else [],
        "incorporationDate": [_day(held.get("foundingDate"))],
        "dissolutionDate": [_day(held.get("dissolutionDate"))],
        "address": [str(one.get("address") or "") for one in _tables(held.get("addresses"))],
        "website": [str(held.get("uri") or "")],
        "x:notes": [*_unnamed(type_, reason), *(["kind=trust"] if type_ == "arrangement" else [])],
    }


def _person(held: Mapping[str, Any]) -> dict[str, list[str]]:
    type_ = str(held.get("personType") or "")
    names = [
        str(one.get("fullName") or f"{one.get('givenName', '')} {one.get('familyName', '')}")
        for one in sorted(_tables(held.get("names")), key=lambda one: one.get("type") != "legal")
    ]
    reason = _table(held.get("unspecifiedPersonDetails"))
    exposure = _table(held.get("politicalExposure"))
    return {
        "name": [name.strip() for name in names] or [_NO_NAME.get(type_, "")],
        "nationality": [str(one.get("code") or "") for one in _tables(held.get("nationalities"))],
        "topics": ["role.pep"] if exposure.get("status") == "isPep" else [],
        "x:public_basis": [
            "politically exposed person, beneficial owner"
            if exposure.get("status") == "isPep"
            else "owner or controller in a register of beneficial ownership"
        ],
        "x:notes": _unnamed(type_, reason),
    }


def _unnamed(type_: str, reason: Mapping[str, Any]) -> list[str]:
    if type_ not in _NO_NAME:
        return []
    why = ": ".join(filter(None, (str(reason.get(key) or "") for key in ("reason", "description"))))
    return ["unnamed=yes", *([why] if why else [])]


def _interests(
    id_: str, statement: Mapping[str, Any], held: Mapping[str, Any], at: str
) -> Iterator[Fragment]:
    found = tie(statement)
    if found is None or not (found.subject and found.party):
        return
    closed = _closed(statement)
    for number, one in enumerate(_tables(held.get("interests")) or [{}], 1):
        type_ = str(one.get("type") or "unknownInterest")
        since, until = _span(one)
        is_beneficial = one.get("beneficialOwnershipOrControl") is True
        values = {
            "startDate": [since],
            "endDate": [until or closed],
            "status": [str(one.get("directOrIndirect") or "")],
            "summary": [", ".join(filter(None, (str(one.get("details") or ""), _bound(one))))],
            "sourceUrl": [_page(statement)],
        }
        if type_ in _OFFICES:
            schema, ends = "Directorship", ("director", "organization")
            values["role"] = [type_]
        elif type_ in _OWNING or one.get("share"):
            schema, ends = "Ownership", ("owner", "asset")
            values |= {"ownershipType": [type_], "percentage": [_share(_table(one.get("share")))]}
            values["role"] = [_BENEFICIAL] if is_beneficial else []
        else:
            schema, ends = "Control", ("controller", "controlled")
            values |= {"controlType": [type_], "role": [_BENEFICIAL] if is_beneficial else []}
        values |= {ends[0]: [found.party], ends[1]: [found.subject]}
        yield Fragment(f"{id_}-{number}", schema, at, _placed(values, at))


def _share(share: Mapping[str, Any]) -> str:
    """``75``, ``25-50``, ``>=25``."""
    if share.get("exact") is not None:
        return str(share["exact"])
    low = _first(share, "minimum", "exclusiveMinimum")
    high = _first(share, "maximum", "exclusiveMaximum")
    if low and high:
        return f"{low}-{high}"
    return f">={low}" if low else f"<={high}" if high else ""


def _bound(interest: Mapping[str, Any]) -> str:
    """That the share lies within its bounds, where they are not part of it."""
    share = _table(interest.get("share"))
    words = (("over", "exclusiveMinimum"), ("under", "exclusiveMaximum"))
    found = [f"{word} {share[key]}" for word, key in words if share.get(key) is not None]
    return f"share {' and '.join(found)} percent" if found else ""


def _closed(statement: Mapping[str, Any]) -> str:
    """The day on which a record was declared to be true no more."""
    return _day(statement.get("statementDate")) if statement.get("recordStatus") == "closed" else ""


def _first(table: Mapping[str, Any], *keys: str) -> str:
    return next((str(table[key]) for key in keys if table.get(key) is not None), "")


def _span(interest: Mapping[str, Any]) -> tuple[str, str]:
    return _day(interest.get("startDate")), _day(interest.get("endDate"))


def _day(value: object) -> str:
    text = str(value or "")[:10]
    return text if is_date(text) else ""


def _page(statement: Mapping[str, Any]) -> str:
    found = str(_table(statement.get("source")).get("url") or "")
    return found if found.startswith(("http://", "https://")) else ""


def _placed(values: Mapping[str, Iterable[str]], at: str) -> dict[str, Values]:
    found = {name: dict.fromkeys(filter(None, held), at) for name, held in values.items()}
    return {name: held for name, held in found.items() if held}


def _table(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _tables(value: object) -> list[Mapping[str, Any]]:
    return [one for one in _list(value) if isinstance(one, Mapping)]


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
