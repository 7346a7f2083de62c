"""What FollowTheMoney's schemata and properties are in our words, by words.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.buyers import label, supplier_label
from kg.ftm.model import schemata
from kg.schema import fits, qualifiers

IN_CURRENCY = ("amount", "amountEur", "amountUsd")
"""The properties that hold a sum, the one in its own currency first."""

_DOCUMENT = "Document"


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A qualifier of ours: a word of its own, or the first of these properties that has a value."""

    key: str
    type: str
    word: str
    properties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """What a property of a thing, or a link, says. The keys are explained in words.toml."""

    predicate: str
    property: str = ""
    schema: str = ""
    only: str = ""
    subject: str = ""
    text: str = ""
    to: bool = False
    date: bool = False
    is_reversed: bool = False
    is_named: bool = False
    qualifiers: tuple[Narrowing, ...] = ()

    def is_for(self, label: str) -> bool:
        """Whether it holds for a thing of this label; an unknown label is believed."""
        return not self.only or not label or fits(label, (self.only,))


@cache
def rule_of_label(schema: str) -> str:
    """What ``[labels]`` says of a schema, or of the nearest that it extends; empty for none."""
    labels = _file()["labels"]
    return next((labels[name] for name in labels if schemata()[schema].is_a(name)), "")


@cache
def is_document(schema: str) -> bool:
    """Whether it is a document: a source, in our words."""
    return schemata()[schema].is_a(_DOCUMENT)


@cache
def is_link(schema: str) -> bool:
    """Whether it is no thing, but says something of things."""
    return not schemata()[schema].is_a("Thing")


def label_of(schema: str, name: str, country: str) -> str:
    """The label of a thing; empty for what the graph has no label for (a ship, an account)."""
    rule = rule_of_label(schema)
    if not rule.startswith("by_name "):
        return rule
    if rule == "by_name supplier":
        return supplier_label(name, country)
    as_buyer = label(name, country)
    if rule == "by_name buyer":
        return "PublicBody" if as_buyer == "Company" else as_buyer
    named = supplier_label(name, country)
    return named if named != "Company" or as_buyer == "Company" else "Institution"


def person_or_company(name: str, country: str) -> str:
    """Of an officer or owner: a company or body if its name says so, else a person."""
    found = label(name, country)
    return "Person" if found == "PublicBody" else found


@cache
def ids() -> Mapping[str, str]:
    """The properties that are numbers of a thing, with what they are numbers of."""
    return dict(_file()["ids"])


@cache
def of_things() -> Mapping[str, tuple[Rule, ...]]:
    """What a property of a thing can say, by its name."""
    rules = [_rule(raw) for raw in _file()["thing"]]
    names = dict.fromkeys(rule.property for rule in rules)
    return {name: tuple(rule for rule in rules if rule.property == name) for name in names}


@cache
def of_links(schema: str) -> tuple[Rule, ...]:
    """What a link of this schema can say."""
    return tuple(_rule(raw) for raw in _file()["link"] if schemata()[schema].is_a(raw["schema"]))


def _rule(raw: Mapping[str, Any]) -> Rule:
    narrowed = tuple(_narrowing(*pair) for pair in raw.get("qualifiers", {}).items())
    return Rule(**{**raw, "qualifiers": narrowed})


def _narrowing(key: str, text: str) -> Narrowing:
    if text.startswith("="):
        return Narrowing(key, qualifiers()[key].type, text[1:], ())
    names = [IN_CURRENCY if name == "amount" else (name,) for name in text.split("|")]
    return Narrowing(key, qualifiers()[key].type, "", tuple(one for more in names for one in more))


@cache
def _file() -> Mapping[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
