"""A French contract told as statements: as every notice is, and what only this data says."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from kg.money import doubt
from kg.notices.branch import Branch
from kg.notices.cast import Cast
from kg.notices.decp_acts import Change, Subcontract
from kg.notices.decp_contract import Contract
from kg.notices.decp_parties import NAMELESS
from kg.notices.decp_records import Record
from kg.notices.naming import short
from kg.notices.notice import Party
from kg.notices.say_awards import say_awards
from kg.notices.telling import Telling
from kg.sources import Context
from kg.statements import Entity, Source

CIRCLE = "contract that stands under itself, by its framework or that of others"
UNNAMED_SUBCONTRACT = "to be subcontracted in part, to whom is not said"


class Ledger:
    """What a run knows so far: which organisations have a name, and what stands under what."""

    def __init__(self) -> None:
        """Begin without any."""
        self._waiting: dict[str, Entity] = {}
        self._named: set[str] = set()
        self._above: dict[str, str] = {}

    def tell(self, context: Context, entity: Entity) -> None:
        """Tell of what has a name; what has none waits, for a later record may name it."""
        if "unnamed=yes" not in entity.notes:
            self._named.add(entity.id)
            context.add(entity)
        else:
            self._waiting.setdefault(entity.id, entity)

    def tell_the_rest(self, context: Context) -> None:
        """Tell of those that no record named."""
        for id_, entity in sorted(self._waiting.items()):
            if id_ not in self._named:
                context.add(entity)

    def goes_in_a_circle(self, below: str, above: str) -> bool:
        """Whether a contract that stands under another is above it already; else it is noted."""
        at: str | None = above
        while at is not None:
            if at == below:
                return True
            at = self._above.get(at)
        self._above[below] = above
        return False


@dataclass(frozen=True, slots=True)
class DecpTelling(Telling):
    """A contract being told. A place in it is its record's uid, then the path in the record."""

    uid: str = ""
    ledger: Ledger = field(default_factory=Ledger)

    def say(
        self,
        subject: str,
        predicate: str,
        object_: str = "",
        *,
        at: str,
        says: str,
        text: str = "",
        **qualifiers: str,
    ) -> None:
        """Say one thing, as said by this record at one place."""
        where = f"{self.uid}: {at}"
        Telling.say(self, subject, predicate, object_, at=where, says=says, text=text, **qualifiers)

    def buyer(self, party: Party) -> Entity | None:
        """A buyer, told of."""
        return self._known(party, self.cast.buyer(party))

    def supplier(self, party: Party) -> Entity | None:
        """A holder or subcontractor, told of."""
        return self._known(party, self.cast.supplier(party))

    def _known(self, party: Party, entity: Entity) -> Entity:
        if party.names[0][0] == NAMELESS:
            notes = "; ".join(filter(None, ["unnamed=yes", entity.notes]))
            entity = replace(entity, notes=notes)
        if entity.id not in self.told:
            self.told.add(entity.id)
            self.ledger.tell(self.context, entity)
        return entity


def tell_contract(context: Context, contract: Contract, ledger: Ledger) -> None:
    """Say everything that a record says of a contract."""
    telling = _begin(context, contract, ledger)
    thing = telling.contracts[0]
    say_awards(telling)
    _say_terms(telling, contract, thing)
    _say_framework(telling, contract, thing)
    for act in contract.subcontracts:
        _say_subcontract(telling, act, thing)
    for change in contract.modifications:
        _say_change(telling, contract, change, thing)
    for reason in contract.missing:
        context.skip(reason)


def _begin(context: Context, contract: Contract, ledger: Ledger) -> DecpTelling:
    source = _source(contract)
    context.add(source)
    thing = _thing(contract)
    ledger.tell(context, thing)
    return DecpTelling(
        context=context,
        notice=contract,
        cast=Cast([replace(party, at="") for party in _parties(contract)], contract.key),
        source=source.id,
        contracts={0: thing},
        lots={},
        lot_groups={},
        uid=contract.uid,
        ledger=ledger,
    )


def _source(contract: Contract) -> Source:
    title = contract.names[0][1] if contract.names else ""
    buyer = contract.buyers[0].name if contract.buyers else ""
    known_as = f"Données essentielles de la commande publique, contrat {contract.number}"
    return Source(
        id=contract.key,
        url="",
        title=f"{known_as} : {title}" if title else known_as,
        publisher=buyer or "not named",
        published=contract.published,
        language="fr",
        kind="notice",
    )


def _thing(contract: Contract) -> Entity:
    name = contract.names[0][1] if contract.names else f"Contract {contract.number or contract.uid}"
    ids = [f"decp_uid:{contract.uid}"]
    if contract.number:
        ids.append(f"contract_no:{contract.number}")
    return Entity(id=f"contract-{contract.key}", label="Contract", name=name, ids=tuple(ids))


def _parties(contract: Contract) -> Iterator[Party]:
    yield from contract.buyers
    for bid in contract.awards[0].bids:
        yield from bid.group.members
    yield from (act.party for act in contract.subcontracts if act.party)
    for change in contract.modifications:
        yield from change.holders


def _say_terms(telling: DecpTelling, contract: Contract, thing: Entity) -> None:
    """What kind of contract it is, how long it runs, and what it cost year by year."""
    name = short(thing.name)
    if contract.nature:
        says = f"{name} is of the kind {contract.nature}."
        telling.say(
            thing.id, "HAS_FEATURE", at="nature", says=says, text=contract.nature, kind="nature"
        )
    if contract.is_framework:
        telling.say(
            thing.id,
            "HAS_STATUS",
            at=contract.is_framework,
            says=f"{name} is a framework agreement.",
            text="framework agreement",
        )
    months, at = contract.months
    if months:
        _say_months(telling, thing, months, at, contract.awards[0].signed)
    since, at = contract.begins
    if since:
        telling.say(
            thing.id,
            "HAS_STATUS",
            at=at,
            says=f"{name} runs from {since}.",
            text="contract period",
            since=since,
        )
    for spent in contract.spent:
        telling.pay(thing, spent.amount, date=spent.day)


def _say_months(telling: DecpTelling, thing: Entity, months: str, at: str, day: str) -> None:
    telling.say(
        thing.id,
        "HAS_METRIC",
        at=at,
        says=f"{short(thing.name)}: planned duration {months} months.",
        text=months,
        measure="planned duration",
        unit="months",
        date=day,
    )


def _say_framework(telling: DecpTelling, contract: Contract, thing: Entity) -> None:
    """The framework that the contract is called off from, by the buyer's number of it."""
    buyer = next((number.raw for one in contract.buyers for number in one.numbers), "")
    if not contract.framework:
        return
    above = Record(buyer + contract.framework, "", b"", Branch({}))
    if telling.ledger.goes_in_a_circle(contract.key, above.key):
        telling.context.skip(CIRCLE)
        return
    framework = Entity(
        id=f"contract-{above.key}",
        label="Contract",
        name=f"Framework agreement {contract.framework}",
        ids=(f"decp_uid:{above.uid}", f"contract_no:{contract.framework}"),
        notes="unnamed=yes",
    )
    telling.ledger.tell(telling.context, framework)
    telling.say(
        thing.id,
        "UNDER",
        framework.id,
        at="idAccordCadre",
        says=f"{short(thing.name)} was called off from {framework.name}.",
    )


def _say_subcontract(telling: DecpTelling, act: Subcontract, thing: Entity) -> None:
    if act.party is None:
        _say_unnamed(telling, act, thing)
        return
    found = telling.supplier(act.party)
    assert found is not None
    prime = _only_holder(telling)
    whom = f" of {short(prime.name)}" if prime else ""
    notes = [f"subcontract {act.number}" + (" as changed" if act.is_change else "")]
    if act.terms:
        notes.append(f"price {act.terms.lower()}")
    telling.say(
        found.id,
        "SUBCONTRACTED_ON",
        thing.id,
        at=act.at,
        says=f"{short(found.name)} is a subcontractor{whom} on {short(thing.name)}.",
        prime=prime.id if prime else "",
        value=act.amount.amount if act.amount else "",
        currency="EUR" if act.amount else "",
        vat=act.amount.vat if act.amount else "",
        duration=f"{act.months} months" if act.months else "",
        date=act.day,
        note=", ".join(filter(None, [*notes, _doubt(act)])),
    )


def _doubt(act: Subcontract) -> str:
    return doubt(Decimal(act.amount.amount)) if act.amount else ""


def _say_unnamed(telling: DecpTelling, act: Subcontract, thing: Entity) -> None:
    """A subcontract without a name is a matter of the contract, and makes no company."""
    telling.say(
        thing.id,
        "HAS_STATUS",
        at=act.at,
        says=f"{short(thing.name)} is {UNNAMED_SUBCONTRACT}.",
        text=UNNAMED_SUBCONTRACT,
        date=act.day,
        note=f"subcontract {act.number}" if act.number else "",
    )
    if act.amount:
        telling.pay(thing, act.amount, date=act.day)


def _only_holder(telling: DecpTelling) -> Entity | None:
    """The holder that a subcontractor works for, where there is one alone."""
    members = [party for bid in telling.notice.awards[0].bids for party in bid.group.members]
    return telling.supplier(members[0]) if len(members) == 1 else None


def _say_change(telling: DecpTelling, contract: Contract, change: Change, thing: Entity) -> None:
    """What was changed, and when; a new holder holds the contract from then on, and won nothing."""
    telling.say(
        thing.id,
        "HAS_STATUS",
        at=change.at,
        says=f"{short(thing.name)} was changed: {short(change.about) or 'no reason is given'}.",
        text="modified",
        date=change.day,
        note=change.about,
    )
    if change.amount:
        telling.pay(thing, change.amount, date=change.day)
    if change.months:
        _say_months(telling, thing, change.months, change.at, change.day)
    before = {
        telling.cast.supplier(party).id
        for bid in contract.awards[0].bids
        for party in bid.group.members
    }
    for party in change.holders:
        holder = telling.supplier(party)
        if holder and holder.id not in before:
            _say_holder(telling, contract, change, party, holder)


def _say_holder(
    telling: DecpTelling, contract: Contract, change: Change, party: Party, holder: Entity
) -> None:
    thing = telling.contracts[0]
    for one in contract.buyers:
        if buyer := telling.buyer(one):
            telling.say(
                holder.id,
                "CONTRACTED_WITH",
                buyer.id,
                at=party.at,
                says=f"{short(holder.name)} holds {short(thing.name)}.",
                contract=thing.id,
                since=change.day,
                note="a new holder since the contract was changed",
            )
