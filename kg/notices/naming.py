"""The ids and names of tenders, contracts and sources that notices speak of.

A contract is named by the publication number of the notice of its award, its lot and its number
there. A notice that changes it names that first notice, and so means the same contract.
"""

from collections import Counter
from collections.abc import Mapping

from kg.identifiers import slug
from kg.notices.cast import in_languages
from kg.notices.fields import distinct, publication
from kg.notices.notice import Award, Lot, Names, Notice
from kg.statements import Entity, Source

_FORMS = {
    "planned": "Prior information notice",
    "competition": "Contract notice",
    "award": "Contract award notice",
    "direct": "Voluntary ex-ante transparency notice",
    "modification": "Contract modification notice",
}
_LONGEST = 90
Marks = tuple[Names, tuple[str, ...]]
IN_NOTICE = "in_notice"
"""The scheme of what names a contract by a notice, as its sender knows it, and its place there: a
notice that corrects or changes another names that one, and so has the same."""


def source(notice: Notice) -> Source:
    """The notice as a source."""
    title = notice.names[0][1] if notice.names else ""
    known_as = f"{_FORMS[notice.kind]} {notice.number or notice.id}"
    buyer = notice.buyers[0].name if notice.buyers else ""
    return Source(
        id=slug_id(notice.key),
        url=f"https://ted.europa.eu/en/notice/-/detail/{notice.number}" if notice.number else "",
        title=f"{known_as}: {title}" if title else known_as,
        publisher=f"{buyer}, in Tenders Electronic Daily" if buyer else "Tenders Electronic Daily",
        published=notice.day,
        language=notice.language,
        kind="notice",
    )


def tender(notice: Notice) -> Entity:
    """The procedure, the same in all its notices."""
    name = notice.names[0][1] if notice.names else f"Tender of notice {notice.number or notice.id}"
    ids = [f"procedure:{notice.procedure}"] if notice.procedure else []
    if notice.reference:
        ids.append(f"file_no:{notice.reference}")
    return Entity(
        id=tender_id(notice),
        label="Tender",
        name=name,
        names=in_languages(notice.names),
        ids=tuple(ids),
    )


def tender_id(notice: Notice) -> str:
    """From the procedure's own id, else from the number of the notice that called for it."""
    if notice.procedure:
        return slug_id(f"tender-{notice.procedure}")
    return slug_id(f"tender-ted-{notice.earlier}" if notice.earlier else f"tender-{notice.key}")


def contract_ids(notice: Notice) -> Mapping[int, str]:
    """The id of each award, by its place; no two awards of a notice have one id."""
    first = _first(notice)
    found: dict[int, str] = {}
    taken: set[str] = set()
    for place, award in enumerate(notice.awards):
        lot = f"lot-{_lot(award.lots[0])}" if len(award.lots) == 1 else ""
        parts = ("contract", first, lot, slug(award.key) or f"item-{place + 1}")
        id_ = slug_id("-".join(part for part in parts if part))
        found[place] = id_ if id_ not in taken else f"{id_}-item-{place + 1}"
        taken.add(found[place])
    return found


def _first(notice: Notice) -> str:
    """The notice that a contract was awarded in, as ids name it."""
    return slug_id(f"ted-{notice.changes}" if notice.changes else notice.key)


def alike(notice: Notice) -> Mapping[Marks, int]:
    """How many awards of a notice are called the same: their numbers then tell them apart."""
    return Counter(map(_marks, notice.awards))


def _marks(award: Award) -> Marks:
    return award.names, award.lots


def contract(
    notice: Notice, award: Award, id_: str, lots: Mapping[str, Lot], same: Mapping[Marks, int]
) -> Entity:
    """A contract, by its own title, that of its lot, or that of the procedure.

    ``same`` is what ``alike`` says of the notice, asked once for all of its contracts.
    """
    own = _names(notice, award, lots, has_twin=same.get(_marks(award), 0) > 1)
    ids = [f"procedure:{notice.procedure}"] if notice.procedure else []
    if award.number:
        ids.append(f"contract_no:{award.number}")
    if notice.changes_id:
        ids.append(f"changes_notice:{notice.changes_id}")
    place = id_.removeprefix(f"contract-{_first(notice)}-")
    named = distinct([notice.changes_id.lower(), notice.own_id])
    ids += [f"{IN_NOTICE}:{one}/{place}" for one in named]
    name = own[0][1] if own else f"Contract {award.number or award.key} of notice {notice.number}"
    return Entity(id=id_, label="Contract", name=name, names=in_languages(own), ids=tuple(ids))


def framework(number: str) -> Entity:
    """A framework of which only the number of its notice is known, or the id at its sender's."""
    return Entity(
        id=f"contract-ted-{number}" if publication(number) else f"contract-eforms-{number}",
        label="Contract",
        name=f"Framework agreement of notice {number}",
        notes="unnamed=yes",
    )


def short(name: str) -> str:
    """A name that fits into a sentence."""
    if len(name) <= _LONGEST:
        return name.rstrip(" .")
    return name[: _LONGEST - 2].rsplit(" ", 1)[0] + " …"


def slug_id(text: str) -> str:
    """A text of parts joined by hyphens as an id; unlike a slug it is never cut."""
    return "-".join(part for part in (slug(piece) for piece in text.split("-")) if part)


def _lot(id_: str) -> str:
    plain = slug(id_.lstrip("0") if id_.isdecimal() else id_) or slug(id_)
    return plain.removeprefix("lot-") or plain


def _names(notice: Notice, award: Award, lots: Mapping[str, Lot], *, has_twin: bool) -> Names:
    """The names of a contract, told apart from its neighbours by lot and number."""
    own = award.names
    if not own and len(award.lots) == 1 and award.lots[0] in lots:
        own = lots[award.lots[0]].names
    if own and not has_twin:
        return own
    if len(notice.awards) < 2:
        return notice.names
    mark = ", ".join(distinct([award.number or award.key, *award.lots]))
    return tuple((language, f"{text} ({mark})") for language, text in own or notice.names)
