"""An eForms notice (SDK 1.x, UBL 2.3) as plain values.

Field numbers (BT-..., OPT-...) are those of the eForms SDK of the Publications Office.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from kg.notices.eforms_lots import EXTENSION, groups, lots, project
from kg.notices.eforms_parties import buyers, named, parties
from kg.notices.eforms_results import results
from kg.notices.fields import day, distinct, is_masked, note, publication
from kg.notices.notice import Change, Kind, Notice
from kg.notices.words import language, meaning
from kg.notices.xml import Node

ROOTS = frozenset({"ContractAwardNotice", "ContractNotice", "PriorInformationNotice"})
_KINDS: dict[str, Kind] = {
    "planning": "planned",
    "consultation": "planned",
    "competition": "competition",
    "result": "award",
    "dir-awa-pre": "direct",
    "cont-modif": "modification",
    "ContractAwardNotice": "award",
    "ContractNotice": "competition",
    "PriorInformationNotice": "planned",
}
_WITHOUT_CONTENT = (
    *(f"{EXTENSION}/Transmission{what}" for what in ("Date", "Time")),
    *("UBLVersionID", "IssueTime", "RequestedPublicationDate"),
    *("AdditionalNoticeLanguage", "TenderResult"),
    *(f".//{tag}" for tag in ("Contact", "PostalAddress", "ServiceProviderParty")),
)
"""Technical fields, dates that are the same in every notice, and how to reach people."""
_AT = "/*/cac:ProcurementProject"
_PRIVACY = f"{EXTENSION}/FieldsPrivacy/FieldIdentifierCode"


def notice(root: Node) -> Notice:
    """Read a notice from the root of its document."""
    missing: list[str] = []
    root.pass_over(*_WITHOUT_CONTENT)
    extension = root.first(EXTENSION)
    own = language(root.text("NoticeLanguageCode"))
    known = parties(extension, own)
    about = project(root.first("ProcurementProject"), _AT, missing)
    found = results(extension.first("NoticeResult") if extension else None, known, own, missing)
    head = _head(root, extension, own)
    status = "cancelled" if head.is_cancelled else ""
    return replace(
        head,
        main=about.main,
        additional=about.additional,
        parties=known.all,
        buyers=tuple(buyers(root, known, missing)),
        owners=known.owners,
        lots=tuple(lots(root, own, missing)),
        lot_groups=tuple(groups(root).items()),
        results=found.results,
        groups=found.groups,
        bids=found.bids,
        changed=tuple(_changes(extension, {award.key for award in found.awards})),
        awards=tuple(replace(award, status=status) for award in found.awards),
        amounts=(*about.amounts, *found.amounts),
        withheld=found.withheld,
        missing=tuple(missing),
    )


def _head(root: Node, extension: Node | None, own: str) -> Notice:
    """What names a notice, and says how the contract was put out."""
    changed, changed_id = _changed(extension)
    return Notice(
        kind=_kind(root),
        form=root.text(f"{EXTENSION}/NoticeSubType/SubTypeCode"),
        number=publication(root.text(f"{EXTENSION}/Publication/NoticePublicationID")),
        id=root.text("ID"),
        issue=root.text("VersionID"),
        procedure=root.text("ContractFolderID"),
        earlier=_earlier(root),
        changes=changed,
        changes_id=changed_id,
        version=root.text("CustomizationID"),
        language=own,
        published=day(root.text(f"{EXTENSION}/Publication/PublicationDate")),
        sent=day(root.text("IssueDate")),
        names=named(root, "ProcurementProject/Name", own),
        reference=root.text("ProcurementProject/ID"),
        method=_method(root),
        reason=_reason(root),
        correction=_correction(extension),
        at=_AT,
    )


def section(path: list[str]) -> str:
    """What the path of a text that nobody read is called: its section, and its last two steps."""
    wrapping = set(EXTENSION.split("/"))
    steps = [step for step in path[1:] if step not in wrapping]
    return "/".join(steps if len(steps) <= 3 else [steps[0], *steps[-2:]])


def _kind(root: Node) -> Kind:
    node = root.first("NoticeTypeCode")
    form_type = node.get("listName") if node else ""
    if node and node.text() == "veat":
        return "direct"
    return _KINDS.get(form_type) or _KINDS[root.name]


def _method(root: Node) -> str:
    """BT-105, unless it is withheld."""
    if "pro-typ" in _withheld(root):
        return ""
    return meaning("methods", root.text("TenderingProcess/ProcedureCode"))


def _reason(root: Node) -> str:
    """BT-136: why nobody else could compete; there may be several reasons."""
    if "dir-awa-jus" in _withheld(root):
        return ""
    codes = [
        node.text()
        for node in root.each("TenderingProcess/ProcessJustification/ProcessReasonCode")
        if node.get("listName") == "direct-award-justification"
    ]
    return ", ".join(distinct(meaning("reasons", code) for code in codes if not is_masked(code)))


def _withheld(root: Node) -> Collection[str]:
    own = root.texts(f"TenderingProcess/{_PRIVACY}")
    return {*own, *root.texts(f"TenderingProcess/ProcessJustification/{_PRIVACY}")}


def _earlier(root: Node) -> str:
    """The publication number of the call that this notice goes back to."""
    for node in root.each("TenderingProcess/NoticeDocumentReference/ID"):
        if found := publication(node.text()):
            return found
    return ""


def _changed(extension: Node | None) -> tuple[str, str]:
    """The notice that this one modifies or corrects: its publication number, or its sender's id."""
    for tag in ("ContractModification", "Changes"):
        for node in extension.each(f"{tag}/ChangedNoticeIdentifier") if extension else ():
            number = publication(node.text())
            return (number, "") if number else ("", node.text())
    return "", ""


def _correction(extension: Node | None) -> Change | None:
    """BT-140, BT-141 and BT-762: why and how the notice takes the place of an earlier one."""
    node = extension.first("Changes") if extension else None
    if node is None:
        return None
    told = [*node.texts("ChangeReason/ReasonDescription"), *node.texts("Change/ChangeDescription")]
    return Change(
        contract="",
        reason=meaning("corrections", node.text("ChangeReason/ReasonCode")),
        note=note(" ".join(told)),
        at="//efac:Changes",
    )


def _changes(extension: Node | None, contracts: Collection[str]) -> Iterator[Change]:
    """BT-200 to BT-202 of each modified contract; BT-1501 may name it as a section only."""
    if extension is None:
        return
    for number, node in enumerate(extension.each("ContractModification"), start=1):
        sections = node.texts("Change/ChangedSection/ChangedSectionIdentifier")
        named = [node.text("ModifiedContractIdentifier"), *sections]
        own = list(distinct(one for one in named if one in contracts)) or [""]
        told = [
            *node.texts("Change/ChangeDescription"),
            *node.texts("ChangeReason/ReasonDescription"),
        ]
        for contract in own:
            yield Change(
                contract=contract,
                reason=meaning("changes", node.text("ChangeReason/ReasonCode")),
                note=note(" ".join(told)),
                at=f"//efac:ContractModification[{number}]",
            )
