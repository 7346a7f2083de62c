"""A French contract told as statements: as every notice is, and what only this data says."""

from collections.abc import Iterator
from dataclasses import replace

from kg.notices.branch import Branch
from kg.notices.cast import Cast
from kg.notices.decp_contract import Contract
from kg.notices.decp_records import Record
from kg.notices.decp_say_acts import say_change, say_months, say_subcontract
from kg.notices.decp_telling import DecpTelling, Ledger
from kg.notices.naming import short
from kg.notices.notice import Party
from kg.notices.say_awards import say_awards
from kg.sources import Context
from kg.statements import Entity, Source

CIRCLE = "contract that stands under itself, by its framework or that of others"


def tell_contract(context: Context, contract: Contract, ledger: Ledger) -> None:
    """Say everything that a record says of a contract."""
    telling = _begin(context, contract, ledger)
    thing = telling.contracts[0]
    say_awards(telling)
    _say_terms(telling, contract, thing)
    _say_framework(telling, contract, thing)
    for act in contract.subcontracts:
        say_subcontract(telling, act, thing)
    for change in contract.modifications:
        say_change(telling, contract, change, thing)
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
        say_months(telling, thing, months, at, contract.awards[0].signed)
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


def _say_framework(telling: DecpTelling, contract: Contract, thing: Entity) -> None:
    """The framework that the contract is called off from, by the buyer's number of it."""
    buyer = next((number.raw for one in contract.buyers for number in one.numbers), "")
    if not contract.framework:
        return
    above = Record(buyer + contract.framework, "", 0, Branch({}))
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
