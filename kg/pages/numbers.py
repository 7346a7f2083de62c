"""The numbers of everything that the page of one picture tells apart, and what they stand for."""

from collections.abc import Iterable, Sequence

from kg.answers.cells import visible
from kg.pages.columns import Cell, Column, Index, Texts, Worded, column
from kg.schema import certainty_terms, labels, predicates, qualifiers, statuses
from kg.views.groups import words
from kg.views.picture import Line, Picture, Words
from kg.views.styles import styles

Verb = tuple[str, int, int]
"""The type of a line, and the numbers of what it says from start to end, and from end to start."""


class Numbers:
    """Numbers for one picture. Number 0 of statuses and certainties is that there is none."""

    def __init__(self, picture: Picture) -> None:
        """Number marks, lines and claims in their order; the rest as it comes."""
        self.texts = Texts()
        self.worded = Worded()
        self.marks: Index[str] = Index(mark.id for mark in picture.marks)
        self.lines: Index[str] = Index(line.eid for line in picture.lines)
        self.claims: Index[str] = Index(picture.claims)
        self._told = picture.claims
        self.labels: Index[str] = Index(_used(labels(), (mark.label for mark in picture.marks)))
        self.styles: Index[str] = Index(_used(styles(), (line.style for line in picture.lines)))
        self.statuses: Index[str] = Index(("", *statuses()))
        self.certainties: Index[str] = Index(("", *certainty_terms()))
        self.countries: Index[str] = Index()
        self.details: Index[str] = Index()
        self.verbs: Index[Verb] = Index()

    def verb(self, line: Line) -> int:
        """The number of what a line says."""
        return self.verbs.of(
            (line.type, self.worded.said(line.words), self.worded.said(line.inverse))
        )

    def text(self, texts: Iterable[str]) -> Column:
        """A column of texts."""
        return column(self.texts.of(text) for text in texts)

    def evidence(self, claims: Sequence[str]) -> Cell:
        """The numbers of the claims that something rests on."""
        return [self.claims.of(claim) for claim in claims if claim in self._told]

    def written(self) -> dict[str, object]:
        """What the numbers stand for, ready for JSON; to be called last."""
        said = self.worded.said
        return {
            "labels": [self._label(name) for name in self.labels],
            "styles": [
                {
                    "id": name,
                    "name": said(styles()[name].names),
                    "colour": styles()[name].colour,
                    "width": styles()[name].width,
                    "dash": styles()[name].dash,
                    "arrow": styles()[name].arrow,
                }
                for name in self.styles
            ],
            "statuses": [
                {"id": name, "name": said(statuses()[name].names) if name in statuses() else 0}
                for name in self.statuses
            ],
            "certainties": [self._certainty(name) for name in self.certainties],
            "countries": [
                {"id": visible(code), "name": said(_country(code))} for code in self.countries
            ],
            "details": [said(_qualifier(name)) for name in self.details],
            "verbs": [
                {"type": type_, "says": says, "inverse": inverse, "walk": predicates()[type_].walk}
                for type_, says, inverse in self.verbs
            ],
            "worded": self.worded.written(),
            "texts": list(self.texts),
        }

    def _label(self, name: str) -> dict[str, object]:
        label, said = labels()[name], self.worded.said
        return {
            "id": name,
            "shape": label.shape,
            "colour": label.colour,
            "name": said(label.names),
            "plural": said(label.plural),
        }

    def _certainty(self, name: str) -> dict[str, object]:
        term = certainty_terms().get(name)
        said = self.worded.said
        return {
            "id": name,
            "name": said(term.names) if term else 0,
            "meaning": said(term.meaning) if term else 0,
        }


def _used(known: Iterable[str], wanted: Iterable[str]) -> list[str]:
    used = set(wanted)
    return [name for name in known if name in used]


def _country(code: str) -> Words:
    return words()["country"].get(code) or {"en": code}


def _qualifier(name: str) -> Words:
    known = qualifiers().get(name)
    return known.names if known else {"en": name.replace("_", " ")}
