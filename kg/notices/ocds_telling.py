"""A contracting process told as statements: as every notice is, and what only OCDS says."""

from collections.abc import Iterator
from dataclasses import replace

from kg.notices import naming
from kg.notices.cast import Cast
from kg.notices.naming import short
from kg.notices.notice import Award, Lot, Party
from kg.notices.ocds_compile import Compiled
from kg.notices.ocds_parties import who
from kg.notices.ocds_process import NOTHING, Deal, Period, Process, Related, key_of
from kg.notices.ocds_related import ABOVE, UNDER
from kg.notices.say import tell
from kg.notices.telling import Telling
from kg.sources import Context
from kg.statements import Entity, Source


class OcdsTelling(Telling):
    """A process being told. A place in it is its ocid, then the path in its compiled release."""

    def place(self, at: str) -> str:
        """A place in a release goes by the ocid of its process."""
        return f"{self.notice.procedure}: {at}" if at else self.notice.procedure

    def meant(self, award: Award) -> list[Lot]:
        """The lots of a contract; its own items tell better than those of the tender."""
        lots = super().meant(award)
        own = award.covers if isinstance(award, Deal) else NOTHING
        if not (own.main or own.additional):
            return lots
        only = award.lots[0] if len(award.lots) == 1 else ""
        return [replace(own, id=only), *(replace(lot, main=(), additional=()) for lot in lots)]


def tell_process(
    context: Context, compiled: Compiled, process: Process, *, is_tied: bool = True
) -> None:
    """Say everything that a process says; without ``is_tied`` not what it stands under."""
    source = _source(compiled, process)
    context.add(source)
    cast = Cast(_parties(process), process.key)
    telling = _begin(context, _without_winners(process, cast), source.id, cast)
    tell(telling)
    for place, contract in telling.contracts.items():
        _say_deal(telling, contract, process.deals[place])
    _say_under(telling, process)
    _say_subcontractors(telling, process)
    for party in process.suppliers:
        _say_part(telling, party, "supplier")
    for thing, one in _ties(telling, process):
        if is_tied or one.relation not in UNDER | ABOVE:
            _say_tie(telling, thing, one)


def _source(compiled: Compiled, process: Process) -> Source:
    head = compiled.last.head
    title = process.names[0][1] if process.names else ""
    known_as = f"Contracting process {process.ocid}"
    buyer = process.buyers[-1].name if process.buyers else ""
    return Source(
        id=process.key,
        url=head.uri if head and head.uri.startswith(("http://", "https://")) else "",
        title=f"{known_as}: {title}" if title else known_as,
        publisher=(head.publisher if head else "") or buyer or "not named",
        published=process.published,
        language=process.language,
        kind="notice",
    )


def _begin(context: Context, process: Process, source: str, cast: Cast) -> OcdsTelling:
    lots = {lot.id: lot for lot in process.lots}
    ids, same = naming.contract_ids(process), naming.alike(process)
    telling = OcdsTelling(
        context=context,
        notice=process,
        cast=cast,
        source=source,
        contracts={
            place: naming.contract(process, award, ids[place], lots, same)
            for place, award in enumerate(process.awards)
        },
        lots=lots,
        lot_groups={},
    )
    for contract in telling.contracts.values():
        telling.tell(contract)
    return telling


def _without_winners(process: Process, cast: Cast) -> Process:
    """A process whose list of tenderers holds those no more that won."""
    won = {
        cast.id(party)
        for award in process.awards
        for bid in award.bids
        for party in bid.group.members
    }
    lost = [
        bid
        for bid in process.bids
        if bid.id or not won & {cast.id(party) for party in bid.group.members}
    ]
    return replace(process, bids=tuple(lost))


def _parties(process: Process) -> Iterator[Party]:
    """All parties, but not where each is mentioned: that tells nobody apart."""
    found = {who(party): party for party in _mentioned(process)}
    yield from (replace(party, at="") for party in found.values())


def _mentioned(process: Process) -> Iterator[Party]:
    yield from process.parties
    yield from process.buyers
    for award in process.awards:
        yield from award.signatories
    for bid in (*process.bids, *(bid for award in process.awards for bid in award.bids)):
        yield from bid.group.members
        yield from (one.party for one in bid.group.subcontracts)


def _say_deal(telling: Telling, contract: Entity, deal: Deal) -> None:
    for status, at in deal.states:
        telling.say(
            contract.id,
            "HAS_STATUS",
            at=at,
            text=status,
            says=f"{short(contract.name)}: {status}.",
            **telling.on_day_of_notice(),
        )
    _say_period(telling, contract, deal.period)
    for payment in deal.payments:
        telling.pay(contract, payment.amount, date=payment.day)


def _say_period(telling: Telling, contract: Entity, period: Period) -> None:
    if period.since or period.until:
        ends = (("from", period.since), ("to", period.until))
        span = " ".join(f"{word} {day}" for word, day in ends if day)
        telling.say(
            contract.id,
            "HAS_STATUS",
            at=period.at,
            text="contract period",
            says=f"{short(contract.name)} runs {span}.",
            since=period.since,
            until=period.until,
        )


def _say_under(telling: Telling, process: Process) -> None:
    """The contracts of an award that led to several stand under it."""
    by_key = {award.key: contract for award, contract in telling.awards()}
    for place, (award, contract) in enumerate(telling.awards()):
        above = by_key.get(process.deals[place].under)
        if above:
            telling.say(
                contract.id,
                "UNDER",
                above.id,
                at=award.at,
                says=f"{short(contract.name)} is one of the contracts of {short(above.name)}.",
            )


def _say_subcontractors(telling: Telling, process: Process) -> None:
    """Parties of which only the role is given; of several awards it is not known which is meant."""
    named = {
        telling.cast.supplier(one.party).id
        for award in process.awards
        for bid in award.bids
        for one in bid.group.subcontracts
    }
    for party in process.subcontractors:
        found = telling.supplier(party)
        if found is None or found.id in named:
            continue
        if len(telling.contracts) == 1:
            contract = telling.contracts[0]
            telling.say(
                found.id,
                "SUBCONTRACTED_ON",
                contract.id,
                at=party.at,
                says=f"{short(found.name)} is a subcontractor on {short(contract.name)}.",
                prime=_only_winner(telling),
                **telling.dated(process.awards[0]),
            )
        else:
            _say_part(telling, party, "subcontractor")


def _say_part(telling: Telling, party: Party, role: str) -> None:
    """That somebody has a part in a process, of which it is not known in which contract."""
    if found := telling.supplier(party):
        tender = telling.tender()
        telling.say(
            found.id,
            "RELATED_TO",
            tender.id,
            at=party.at,
            says=f"{short(found.name)} is a {role} in {short(tender.name)}.",
            relation=f"{role} on one of its contracts",
        )


def _only_winner(telling: Telling) -> str:
    won = [one for award, _ in telling.awards() for bid in award.bids for one in bid.group.members]
    return telling.cast.supplier(won[0]).id if len(won) == 1 else ""


def _ties(telling: Telling, process: Process) -> Iterator[tuple[Entity, Related]]:
    for place, deal in enumerate(process.deals):
        yield from ((telling.contracts[place], one) for one in deal.related)
    for one in process.related:
        if one.relation in UNDER | ABOVE and telling.contracts:
            yield from ((contract, one) for contract in telling.contracts.values())
        else:
            yield telling.tender(), one


def _say_tie(telling: Telling, thing: Entity, one: Related) -> None:
    """Another process; a framework is a contract that this one stands under."""
    if key_of(one.ocid) == telling.notice.key:
        return
    is_contract = one.relation in UNDER | ABOVE and thing.label == "Contract"
    kind, name = ("contract", "Contract") if is_contract else ("tender", "Tender")
    other = Entity(
        id=f"{kind}-{key_of(one.ocid)}",
        label=name,
        name=f"{name} of process {one.ocid}",
        ids=(f"procedure:{one.ocid}",),
    )
    telling.tell(other)
    below, above = (other, thing) if one.relation in ABOVE else (thing, other)
    if is_contract:
        says = f"{short(below.name)} stands under {short(above.name)}."
        telling.say(below.id, "UNDER", above.id, at=one.at, says=says)
    else:
        says = f"{short(thing.name)} goes back to {other.name}: {one.relation}."
        telling.say(thing.id, "RELATED_TO", other.id, at=one.at, says=says, relation=one.relation)
