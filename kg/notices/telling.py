"""Telling a notice: what it says, as statements with their place in the file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from kg.money import doubt
from kg.notices import naming
from kg.notices.cast import Cast
from kg.notices.notice import Amount, Award, Bid, Lot, Notice, Party, Withheld
from kg.sources import Context
from kg.statements import Entity


@dataclass(frozen=True, slots=True)
class Telling:
    """A notice being told: where to, and what its parts are called."""

    context: Context
    notice: Notice
    cast: Cast
    source: str
    contracts: Mapping[int, Entity]
    lots: Mapping[str, Lot]
    lot_groups: Mapping[str, tuple[str, ...]]
    told: set[str] = field(default_factory=set)
    said: set[tuple[object, ...]] = field(default_factory=set)
    bearers: dict[int, Award | None] = field(default_factory=dict)
    places: dict[str, list[int]] = field(default_factory=dict)

    def say(
        self,
        subject: str,
        predicate: str,
        object_: str = "",
        *,
        at: str,
        says: str,
        text: str = "",
        certainty: str = "stated",
        **qualifiers: str,
    ) -> None:
        """Say one thing, as said by this notice at one place; the same thing only once."""
        where = self.place(at)
        whole = (subject, predicate, object_, where, text, *sorted(qualifiers.items()))
        if whole in self.said:
            return
        self.said.add(whole)
        self.context.say(
            subject,
            predicate,
            object_,
            text=text,
            source=self.source,
            locator=where,
            says=says,
            certainty=certainty,
            **qualifiers,
        )

    def place(self, at: str) -> str:
        """How a locator calls a place in what is told."""
        return at

    def tell(self, entity: Entity) -> None:
        """Tell of an entity, once."""
        if entity.id not in self.told:
            self.told.add(entity.id)
            self.context.add(entity)

    def buyer(self, party: Party) -> Entity | None:
        """A buyer, told of; None where neither name nor number is published."""
        return self._told(self.cast.buyer(party), party)

    def supplier(self, party: Party) -> Entity | None:
        """A bidder or supplier, told of; None where neither name nor number is published."""
        return self._told(self.cast.supplier(party), party)

    def tender(self) -> Entity:
        """The procedure, told of."""
        entity = naming.tender(self.notice)
        self.tell(entity)
        return entity

    def awards(self) -> Iterator[tuple[Award, Entity]]:
        """Each award with its contract."""
        for place, award in enumerate(self.notice.awards):
            yield award, self.contracts[place]

    def meant(self, award: Award) -> list[Lot]:
        """The lots of a contract, and those in its groups of lots."""
        own = award.lots or ("",)
        found = dict.fromkeys(one for lot in own for one in self.members(lot))
        return [self.lots[one] for one in found if one in self.lots]

    def bearer(self, bid: Bid) -> Award | None:
        """The contract that has the sums of a bid; None where several may, so that it is none's.

        Contracts that refer to one tender have its value only once. By a slip of the publisher all
        may refer to that of the first lot: then it is the one's that the notice lists for that lot.
        """
        if not self.bearers:
            self.bearers.update(_bearers(self.notice))
        return self.bearers.get(id(bid))

    def holder(self, lot: str) -> Entity:
        """What is spoken of where a notice speaks of a lot: its one contract, else the tender."""
        found = self._places(f"lot {lot}")
        if not found:
            over = (self._places(f"member {one}") for one in self.members(lot))
            found = list(dict.fromkeys(place for places in over for place in places))
        return self.contracts[found[0]] if len(found) == 1 else self.tender()

    def is_awarded(self, lot: str) -> bool:
        """Whether a contract is for a lot, or for one that is in it."""
        return any(self._places(f"member {one}") for one in self.members(lot))

    def _places(self, key: str) -> list[int]:
        """The places of the awards for a lot, or for what a lot or group of lots consists of."""
        if not self.places:
            for place, award in enumerate(self.notice.awards):
                for lot in dict.fromkeys(award.lots or ("",)):
                    self.places.setdefault(f"lot {lot}", []).append(place)
                    for one in self.members(lot):
                        own = self.places.setdefault(f"member {one}", [])
                        if place not in own[-1:]:
                            own.append(place)
        return self.places.get(key, [])

    def members(self, lot: str) -> tuple[str, ...]:
        """The lots of a group of lots; of a lot, itself."""
        return self.lot_groups.get(lot, (lot,))

    def withhold(self, subject: Entity, hidden: Withheld, lot: str = "") -> None:
        """Say that something is not published, and until when."""
        self.say(
            subject.id,
            "HAS_STATUS",
            at=hidden.at,
            text=f"not published: {hidden.what}",
            says=f"{naming.short(subject.name)}: the buyer does not publish this: {hidden.what}.",
            until=hidden.until,
            reason=hidden.reason,
            lot=lot,
        )

    def pay(self, subject: Entity, sum_: Amount, **qualifiers: str) -> None:
        """Say a sum, unless it is withheld."""
        if sum_.is_withheld:
            self.context.skip("amount that the buyer withholds")
            return
        notes = [sum_.note, doubt(Decimal(sum_.amount))]
        self.say(
            subject.id,
            "HAS_AMOUNT",
            at=sum_.at,
            text=sum_.amount,
            says=f"{naming.short(subject.name)}: {sum_.kind} {sum_.amount} {sum_.currency}".strip()
            + ".",
            certainty="inferred" if sum_.is_worked_out else "stated",
            **{
                "kind": sum_.kind,
                "currency": sum_.currency,
                "vat": sum_.vat,
                "min": sum_.amount if sum_.high else "",
                "max": sum_.high,
                "scope": sum_.scope,
                "note": ", ".join(filter(None, notes)),
                **qualifiers,
            },
        )

    def dated(self, award: Award) -> dict[str, str]:
        """The day of a contract: of its conclusion, else of the choice, else of the notice."""
        if day := award.signed or award.decided:
            return {"date": day}
        kind = "announced" if self.notice.kind == "direct" else "notice"
        return {"date": self.notice.day, "date_kind": kind} if self.notice.day else {}

    def on_day_of_notice(self) -> dict[str, str]:
        """The date of what the notice itself does, such as calling for tenders."""
        return {"date": self.notice.day, "date_kind": "notice"} if self.notice.day else {}

    def _told(self, entity: Entity, party: Party) -> Entity | None:
        if not entity.name:
            self.context.skip("organisation without a published name or number")
            return None
        self.tell(entity)
        return entity


def begin(context: Context, notice: Notice) -> Telling:
    """Give everything in a notice its name, and add the notice as a source."""
    lots = {lot.id: lot for lot in notice.lots}
    ids, same = naming.contract_ids(notice), naming.alike(notice)
    source = naming.source(notice)
    context.add(source)
    told = Telling(
        context=context,
        notice=notice,
        cast=Cast(_parties(notice), notice.key),
        source=source.id,
        contracts={
            place: naming.contract(notice, award, ids[place], lots, same)
            for place, award in enumerate(notice.awards)
        },
        lots=lots,
        lot_groups=dict(notice.lot_groups),
    )
    for contract in told.contracts.values():
        told.tell(contract)
    return told


def _bearers(notice: Notice) -> Iterator[tuple[int, Award | None]]:
    refer: dict[int, list[Award]] = {}
    for award in notice.awards:
        for bid in award.bids:
            refer.setdefault(id(bid), []).append(award)
    for bid in {id(bid): bid for award in notice.awards for bid in award.bids}.values():
        found = refer[id(bid)]
        if len(found) > 1:
            found = [award for award in found if bid.lot in award.listed]
        yield id(bid), found[0] if len(found) == 1 else None


def _parties(notice: Notice) -> Iterator[Party]:
    yield from notice.parties
    yield from notice.buyers
    for award in notice.awards:
        yield from award.successors
    for group in notice.groups:
        yield from group.members
        yield from (one.party for one in group.subcontracts)
