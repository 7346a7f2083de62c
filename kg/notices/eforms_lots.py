"""What an eForms notice is about: the procedure's project, and that of each lot."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.notices.eforms_parties import named
from kg.notices.fields import amount, day, distinct, is_masked
from kg.notices.notice import Amount, Count, Lot
from kg.notices.xml import Node

EXTENSION = "UBLExtensions/UBLExtension/ExtensionContent/EformsExtension"
_UNITS = {"DAY": "days", "WEEK": "weeks", "MONTH": "months", "YEAR": "years"}
_SUMS = {
    "RequestedTenderTotal/EstimatedOverallContractAmount": "estimate",
    f"RequestedTenderTotal/{EXTENSION}/FrameworkMaximumAmount": "ceiling",
}
_FRAMEWORK_SUMS = {"TenderingProcess/FrameworkAgreement/EstimatedMaximumValueAmount": "ceiling"}


@dataclass(frozen=True, slots=True)
class Project:
    """CPV codes and sums of a cac:ProcurementProject."""

    main: tuple[str, ...]
    additional: tuple[str, ...]
    amounts: tuple[Amount, ...]


def project(node: Node | None, at: str, missing: list[str]) -> Project:
    """What is bought, and for how much it was estimated."""
    if node is None:
        return Project((), (), ())
    return Project(
        tuple(_codes(node, "Main")),
        tuple(_codes(node, "Additional")),
        tuple(sums(node, _SUMS, at, missing)),
    )


def _codes(node: Node, which: str) -> Iterator[str]:
    found = node.texts(f"{which}CommodityClassification/ItemClassificationCode")
    yield from distinct(code for code in found if not is_masked(code))


def sums(
    node: Node, kinds: Mapping[str, str], at: str, missing: list[str], scope: str = ""
) -> Iterator[Amount]:
    """The amounts at some paths, by their kind; a masked or empty one is none."""
    for path, kind in kinds.items():
        for found in node.each(path):
            if digits := amount(found.text(), "plain", missing, kind):
                yield Amount(kind, digits, found.get("currencyID"), at, scope=scope)


def lots(root: Node, own_language: str, missing: list[str]) -> Iterator[Lot]:
    """Every lot, and group of lots."""
    for number, node in enumerate(root.each("ProcurementProjectLot"), start=1):
        id_ = node.text("ID")
        at = f"//cac:ProcurementProjectLot[cbc:ID='{id_}']" if id_ else ""
        at = at or f"//cac:ProcurementProjectLot[{number}]"
        about = project(node.first("ProcurementProject"), at, missing)
        period = node.first("ProcurementProject/PlannedPeriod")
        yield Lot(
            id=id_,
            names=named(node, "ProcurementProject/Name", own_language),
            main=about.main,
            additional=about.additional,
            amounts=(*about.amounts, *sums(node, _FRAMEWORK_SUMS, at, missing, "as tendered")),
            counts=tuple(_duration(period, at)),
            since=day(period.text("StartDate")) if period else "",
            until=day(period.text("EndDate")) if period else "",
            framework=_framework(node),
            at=at,
        )


def groups(root: Node) -> Mapping[str, tuple[str, ...]]:
    """The lots of each group of lots; one of which they are not given stands for itself."""
    named = root.each("ProcurementProjectLot/ID")
    alone = [node.text() for node in named if node.get("schemeName") == "LotsGroup"]
    found: dict[str, tuple[str, ...]] = {id_: (id_,) for id_ in alone if id_}
    for node in root.each("TenderingTerms/LotDistribution/LotsGroup"):
        own = tuple(node.texts("ProcurementProjectLotReference/ID"))
        found[node.text("LotsGroupID")] = own or (node.text("LotsGroupID"),)
    return found


def _duration(period: Node | None, at: str) -> Iterator[Count]:
    measure = period.first("DurationMeasure") if period else None
    if measure and measure.text().isdecimal():
        unit = measure.get("unitCode")
        yield Count("planned duration", measure.text(), at, _UNITS.get(unit, unit.lower()))


def _framework(node: Node) -> str:
    for system in node.each("TenderingProcess/ContractingSystem/ContractingSystemTypeCode"):
        if system.get("listName") == "framework-agreement":
            return "" if system.text() in ("none", "") else system.text()
    return ""
