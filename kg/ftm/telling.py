"""Telling things and links: what each says, with its source and its place in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from kg.complaints import Complaints
from kg.errors import DataError
from kg.ftm.entities import entity, is_read, label, name
from kg.ftm.fragment import FILE_END, TORN, Fragment
from kg.ftm.gathered import Gathered
from kg.ftm.model import schemata
from kg.ftm.qualifying import FTM_LOCALE, qualifiers
from kg.ftm.sentences import sentence
from kg.ftm.sources import cited, located
from kg.ftm.values import read_cpv, read_number
from kg.ftm.words import Rule, is_document, is_link, of_links, of_things
from kg.schema import fits, predicates
from kg.sources import Context
from kg.statements import Source

_META = frozenset(
    ("sourceUrl", "publisher", "publisherUrl", "proof", "namesMentioned", "indexText", "currency")
)
_MOST_ENDS = 1 << 14
_OURS = ("x:predicate", "x:direction", "x:certainty", "x:as_of", TORN)


@dataclass(frozen=True, slots=True)
class End:
    """One end of a statement: an entity by its id, or words where it is none of ours."""

    id: str
    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Manner:
    """How a file is told: the source that it is, and how certain what it says is."""

    source: Source
    certainty: str = "reported"
    as_of: str = ""


@dataclass(slots=True)
class Telling:
    """Tells everything that was gathered; ``manners`` are those of the files, by their names."""

    context: Context
    gathered: Gathered
    manners: Mapping[str, Manner]
    ends: dict[str, "End | None"] = field(default_factory=dict)

    def tell(self) -> None:
        """Tell of every thing, then what it says of itself, and what links say."""
        for manner in self.manners.values():
            self.context.add(manner.source)
        torn = {file: Complaints(self.context, file) for file in self.manners}
        for fragment in self.gathered:
            if TORN in fragment.values:
                _tell_torn(fragment, torn)
            if is_document(fragment.schema):
                self.context.add(document(fragment))
            elif is_link(fragment.schema):
                self._tell_link(fragment)
            else:
                self._tell_thing(fragment)
        for complaints in torn.values():
            complaints.close()

    def _tell_thing(self, thing: Fragment) -> None:
        own = label(thing)
        if not own:
            self.context.skip(f"a {thing.schema}, for which the graph has no label")
            return
        title = self._manner(thing.at).source.title
        self.context.add(entity(thing, own, title))
        subject = End(thing.id, name(thing), own)
        for property_, values in thing.values.items():
            if is_read(thing.schema, property_) or property_ in _META or property_ == TORN:
                continue
            rules = [rule for rule in of_things().get(property_, ()) if rule.is_for(own)]
            if not rules:
                self.context.unread[f"{thing.schema}.{property_}"] += len(values)
                continue
            for value, at in values.items():
                self._say_value(rules[0], subject, thing, value, at)

    def _say_value(self, rule: Rule, subject: End, thing: Fragment, value: str, at: str) -> None:
        """What one value of a property says of a thing."""
        more = qualifiers(rule, thing)
        if rule.to:
            if other := self.end(value):
                self._say(rule, subject, other, thing, more, at)
            return
        if rule.date:
            more["date"] = value
        words = read_cpv(value) if rule.property == "cpvCode" else value
        text = End("", rule.text or words, "")
        self._say(rule, subject, text, thing, more, at)

    def _tell_link(self, link: Fragment) -> None:
        rules = of_links(link.schema)
        if not rules:
            self.context.skip(f"a {link.schema}, which says nothing that the graph has a word for")
            return
        is_said = False
        for subject, target in self._pairs(rules[0], link):
            rule = next((one for one in rules if one.is_for(subject.label)), rules[-1])
            self._say(rule, subject, target, link, qualifiers(rule, link), link.at)
            is_said = True
        if not is_said:
            self.context.skip(f"a {link.schema} of which an end is missing or has no label")
        self._leave(link)

    def _pairs(self, rule: Rule, link: Fragment) -> Iterator[tuple[End, End]]:
        edge = schemata()[link.schema].edge or (rule.subject, "")
        for source in link.all(edge[0]):
            subject = self.end(source)
            if rule.text:
                yield from [(subject, End("", rule.text, ""))] if subject else []
                continue
            for target in link.all(edge[1]):
                other = self._named(target) if rule.is_named else self.end(target)
                if subject and other:
                    yield subject, other

    def end(self, id_: str) -> End | None:
        """The thing of an id; unknown to this file it may still be known to the case."""
        if id_ not in self.ends:
            if len(self.ends) >= _MOST_ENDS:
                self.ends.clear()
            self.ends[id_] = self._found(id_)
        return self.ends[id_]

    def _found(self, id_: str) -> End | None:
        found = self.gathered.get(id_)
        if found is None:
            return End(id_, id_, "")
        own = label(found)
        return End(id_, name(found), own) if own else None

    def _named(self, id_: str) -> End:
        found = self.gathered.get(id_)
        return End("", name(found) if found else id_, "")

    def _say(
        self,
        rule: Rule,
        subject: End,
        object_: End,
        of: Fragment,
        more: dict[str, str],
        at: str,
    ) -> None:
        """Say it of each page that is named for it, else of the file."""
        predicate = of.first("x:predicate") or rule.predicate
        is_turned = rule.is_reversed != (of.first("x:direction") == "reversed")
        if is_turned and object_.id:
            subject, object_ = object_, subject
        if object_.id and not _may_join(predicate, subject, object_):
            more = {"relation": predicates()[predicate].names["en"], **more}
            predicate = "RELATED_TO"
        text = "" if object_.id else self._text(predicate, object_.name, of)
        if not (object_.id or text):
            return
        manner = self._manner(at)
        if as_of := of.first("x:as_of") or manner.as_of:
            more.setdefault("as_of", as_of)
        says = sentence(subject.name, predicate, object_.name, more)
        for source, locator in self._sources(of, at):
            self.context.say(
                subject.id,
                predicate,
                object_.id,
                text=text,
                source=source,
                locator=locator,
                says=says,
                certainty=of.first("x:certainty") or manner.certainty,
                **more,
            )

    def _text(self, predicate: str, text: str, of: Fragment) -> str:
        if predicates()[predicate].text != "number":
            return text
        try:
            return read_number(text, FTM_LOCALE)
        except DataError:
            self.context.skip(f"amount of a {of.schema} that is no plain number")
            return ""

    def _sources(self, of: Fragment, at: str) -> Iterator[tuple[str, str]]:
        """The pages that are named for it, or the document, or the file; each with the place."""
        file, _, record = at.partition(FILE_END)
        pages = [cited(address, of.first("publisher")) for address in of.all("sourceUrl")]
        if not is_link(of.schema) and len(pages) != 1:
            pages = []
        for source, page in pages:
            self.context.add(source)
            yield source.id, located(page, f"{file}, {record}")
        if pages:
            return
        proofs = [id_ for id_ in of.all("proof") if self.gathered.get(id_)]
        yield from ((id_, f"{file}, {record}") for id_ in proofs)
        if not proofs:
            yield self.manners[file].source.id, record

    def _manner(self, at: str) -> Manner:
        return self.manners[at.partition(FILE_END)[0]]

    def _leave(self, link: Fragment) -> None:
        """What no rule of a link reads."""
        read = _read_of(link.schema)
        for property_, values in link.values.items():
            if property_ not in read:
                self.context.unread[f"{link.schema}.{property_}"] += len(values)


def _tell_torn(thing: Fragment, by_file: Mapping[str, Complaints]) -> None:
    """That files call a thing what it cannot be at once."""
    for other, at in thing.values[TORN].items():
        kinds = f"a {thing.schema} and a {other}"
        message = f"{thing.id!r} is {kinds}; the first is believed"
        by_file[at.partition(FILE_END)[0]].tell(0, "schema", message, kinds)


def document(fragment: Fragment) -> Source:
    """A document as a source."""
    return Source(
        id=fragment.id,
        url=fragment.first("sourceUrl"),
        title=fragment.first("title", "name", "fileName") or fragment.id,
        publisher=fragment.first("publisher", "author") or "not named",
        published=fragment.first("publishedAt", "date", "authoredAt")[:10],
        language=fragment.first("language")[:2],
    )


@cache
def _read_of(schema: str) -> frozenset[str]:
    """The properties of a link that its rules read."""
    read = {*_META, *_OURS, *(schemata()[schema].edge or ())}
    for rule in of_links(schema):
        read.add(rule.subject)
        read.update(name for one in rule.qualifiers for name in one.properties)
    return frozenset(read)


def _may_join(predicate: str, subject: End, object_: End) -> bool:
    """Whether a predicate may join two ends; an end of unknown label is believed."""
    return _may_stand(predicate, subject.label, object_.label)


@cache
def _may_stand(predicate: str, subject: str, object_: str) -> bool:
    known = predicates()[predicate]
    return all(
        not label_ or fits(label_, allowed)
        for label_, allowed in ((subject, known.subject), (object_, known.object))
    )
