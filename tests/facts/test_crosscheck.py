import time
from collections.abc import Sequence

import pytest

from kg.facts import cross_check
from kg.facts.references import fit_together
from kg.statements import Entity, Judgement, Origin, Source, Statement, Verdict

ENTITIES = {
    entity.id: entity
    for entity in (
        Entity("palantir", "Company", "Palantir"),
        Entity("palantir-gmbh", "Company", "Palantir GmbH"),
        Entity("gotham", "Product", "Gotham"),
        Entity("hesse-police", "PoliceForce", "Polizei Hessen"),
        Entity("hessen-contract", "Contract", "A contract"),
        Entity("hesse", "Place", "Hessen"),
        Entity("germany", "Place", "Deutschland"),
        Entity("europe", "Place", "Europa"),
    )
}
SOURCES = {"report": Source("report", "", "A report", "A group")}


def said(
    subject: str = "hesse-police",
    predicate: str = "USES",
    thing: str = "gotham",
    row: int = 2,
    **more: str,
) -> Statement:
    pairs = tuple(sorted((key, value) for key, value in more.items() if key not in ("by", "of")))
    return Statement(
        subject=subject,
        predicate=predicate,
        object=thing,
        text="",
        qualifiers=pairs,
        source=more.get("of", "report"),
        locator="p. 1",
        certainty="stated",
        said_by=more.get("by", ""),
        says="In words.",
        origin=Origin("claims/report.csv", row),
    )


def judged(left: str, right: str, verdict: Verdict, row: int = 2) -> Judgement:
    return Judgement(left, right, verdict, "Because", Origin("same_or_not.csv", row))


def lines(*statements: Statement, judgements: Sequence[Judgement] = ()) -> list[str]:
    _, _, problems = cross_check(ENTITIES, SOURCES, statements, judgements)
    return [str(problem) for problem in problems]


def test_what_fits_together_is_kept_as_it_is() -> None:
    statements = [said(), said("palantir", "SUPPLIES", "hesse-police", system="gotham", row=3)]
    judgements = [judged("palantir", "palantir-gmbh", "related")]
    assert cross_check(ENTITIES, SOURCES, statements, judgements) == (statements, judgements, [])


@pytest.mark.parametrize(
    ("statement", "line"),
    [
        (
            said("palentir", "MAKES"),
            "column subject: no entity 'palentir' in entities.csv (did you mean 'palantir'?)",
        ),
        (
            said(thing="gothem"),
            "column object: no entity 'gothem' in entities.csv (did you mean 'gotham'?)",
        ),
        (
            said(contract="hesse-contract"),
            "column qualifiers: contract: no entity 'hesse-contract' in entities.csv "
            "(did you mean 'hessen-contract'?)",
        ),
        (
            said(place="hesse|nowhere-at-all"),
            "column qualifiers: place: no entity 'nowhere-at-all' in entities.csv",
        ),
        (
            said(of="raport"),
            "column source: no source 'raport' in sources.csv (did you mean 'report'?)",
        ),
        (
            said(by="hesse-polise"),
            "column said_by: no entity 'hesse-polise' in entities.csv "
            "(did you mean 'hesse-police'?); start with a capital if it is no id",
        ),
        (
            said(by="palentir"),
            "column said_by: no entity 'palentir' in entities.csv "
            "(did you mean 'palantir'?); start with a capital if it is no id",
        ),
        (
            said("gotham", "USES", "gotham"),
            "column subject: gotham is a Product, but the subject of USES must be Organization",
        ),
        (
            said(thing="palantir"),
            "column object: palantir is a Company, "
            "but the object of USES must be System or Technology",
        ),
    ],
)
def test_a_reference_to_nothing_is_one_line(statement: Statement, line: str) -> None:
    assert lines(statement) == [f"claims/report.csv, row 2, {line}"]


@pytest.mark.parametrize("by", ["", "palantir", "auditors", "dpa", "De Tijd", "not named"])
def test_who_says_it_may_be_an_entity_or_words(by: str) -> None:
    assert lines(said(by=by)) == []


def test_a_wrong_row_goes_and_the_others_stay() -> None:
    good, bad = said(row=2), said(thing="gothem", row=3)
    assert cross_check(ENTITIES, SOURCES, [bad, good], [])[0] == [good]


def test_every_wrong_end_of_a_row_has_its_line() -> None:
    assert len(lines(said("x", "USES", "y", place="z", of="w"))) == 4


def test_a_claim_twice_in_two_files_is_one_line() -> None:
    assert lines(said(row=2), said(row=9)) == [
        "claims/report.csv, row 9: says the same as claims/report.csv, row 2; delete one of them"
    ]


def test_the_same_words_of_two_speakers_are_two_claims() -> None:
    assert lines(said(), said(by="palantir", row=3)) == []


# Circles


@pytest.mark.parametrize("predicate", ["PART_OF", "LOCATED_IN"])
def test_the_row_that_closes_a_circle_goes_and_the_rest_stays(predicate: str) -> None:
    chain = [
        said("hesse", predicate, "germany", row=2),
        said("germany", predicate, "europe", row=3),
        said("europe", predicate, "hesse", row=4),
        said("palantir", "MAKES", "gotham", row=5),
    ]
    kept, _, problems = cross_check(ENTITIES, SOURCES, chain, [])
    assert [str(problem) for problem in problems] == [
        "claims/report.csv, row 4, column object: europe > hesse > germany > europe "
        f"goes in a circle of {predicate}; a part cannot be its whole"
    ]
    assert kept == [chain[0], chain[1], chain[3]]


def test_nothing_is_a_part_of_itself() -> None:
    assert lines(said("hesse", "PART_OF", "hesse")) == [
        "claims/report.csv, row 2, column object: hesse > hesse goes in a circle of PART_OF; "
        "a part cannot be its whole"
    ]


def test_two_circles_are_two_lines() -> None:
    rows = [
        said("hesse", "PART_OF", "germany", row=2),
        said("germany", "PART_OF", "hesse", row=3),
        said("palantir", "PART_OF", "palantir-gmbh", row=4),
        said("palantir-gmbh", "PART_OF", "palantir", row=5),
    ]
    assert [line.split(",")[1] for line in lines(*rows)] == [" row 3", " row 5"]


def test_a_part_of_two_wholes_is_no_circle() -> None:
    assert (
        lines(
            said("hesse", "PART_OF", "germany", row=2),
            said("hesse", "PART_OF", "europe", row=3),
            said("germany", "PART_OF", "europe", row=4),
            said("hesse", "LOCATED_IN", "europe", row=5),
        )
        == []
    )


def test_companies_may_hold_each_other() -> None:
    assert (
        lines(
            said("palantir", "OWNS", "palantir-gmbh", row=2),
            said("palantir-gmbh", "OWNS", "palantir", row=3),
        )
        == []
    )


# Judgements


def test_a_judged_pair_that_does_not_exist_is_one_line() -> None:
    assert lines(judgements=[judged("palentir", "gotham", "different")]) == [
        "same_or_not.csv, row 2, column left: no entity 'palentir' in entities.csv "
        "(did you mean 'palantir'?)"
    ]


def test_a_company_is_not_the_same_as_its_product() -> None:
    assert lines(judgements=[judged("palantir", "gotham", "same")]) == [
        "same_or_not.csv, row 2, column judgement: same, but palantir is a Company and gotham "
        "a Product; mend a label in entities.csv, or write related"
    ]


@pytest.mark.parametrize(
    ("left", "right", "fits"),
    [
        ("Company", "Organization", True),
        ("PoliceForce", "PublicBody", True),
        ("Organization", "Municipality", True),
        ("Company", "Company", True),
        ("Company", "PublicBody", False),
        ("PoliceForce", "Municipality", False),
        ("Product", "Company", False),
    ],
)
def test_one_thing_may_be_called_by_a_wider_label_but_not_by_another(
    left: str, right: str, fits: bool
) -> None:
    assert fit_together(left, right) == fit_together(right, left) == fits
    entities = {"a": Entity("a", left, "A"), "b": Entity("b", right, "B")}
    _, kept, problems = cross_check(entities, {}, [], [judged("a", "b", "same")])
    assert (len(kept), len(problems)) == (int(fits), int(not fits))


@pytest.mark.parametrize("turned", [False, True])
def test_a_pair_judged_twice_keeps_the_first_judgement(turned: bool) -> None:
    pair = ("palantir-gmbh", "palantir") if turned else ("palantir", "palantir-gmbh")
    first, second = judged("palantir", "palantir-gmbh", "same"), judged(*pair, "different", row=7)
    _, kept, problems = cross_check(ENTITIES, SOURCES, [], [first, second])
    assert kept == [first]
    assert [str(problem) for problem in problems] == [
        "same_or_not.csv, row 7, column judgement: different, but the pair is judged same in "
        "same_or_not.csv, row 2; keep one"
    ]


def test_a_pair_judged_twice_alike_is_one_line() -> None:
    twice = [judged("palantir", "gotham", "related", row) for row in (2, 3)]
    assert lines(judgements=twice) == [
        "same_or_not.csv, row 3: judges the same pair as same_or_not.csv, row 2; delete one of them"
    ]


def test_what_is_related_may_be_told_apart_too() -> None:
    pair = [judged("palantir", "gotham", "related"), judged("gotham", "palantir", "different", 3)]
    assert cross_check(ENTITIES, SOURCES, [], pair)[1:] == (pair, [])


# Size


def test_three_thousand_statements_are_checked_in_a_tenth_of_a_second() -> None:
    entities = {f"e{n}": Entity(f"e{n}", "Place", f"E {n}") for n in range(1000)}
    chain = [said(f"e{n}", "PART_OF", f"e{n + 1}", row=n) for n in range(999)]
    others = [said(f"e{n % 1000}", "RELATED_TO", f"e{n // 4}", row=n) for n in range(2001)]
    start = time.process_time()
    kept, _, problems = cross_check(entities, SOURCES, [*chain, *others], [])
    assert time.process_time() - start < 0.3
    assert (len(kept), problems) == (3000, [])


def test_a_missing_table_does_not_make_the_check_slow() -> None:
    entities = {f"entity-number-{n}": Entity(f"entity-number-{n}", "Place", "") for n in range(900)}
    lost = [said(f"entiti-numbr-{n}", "RELATED_TO", f"lost-{n}", row=n) for n in range(3000)]
    start = time.process_time()
    assert len(cross_check(entities, SOURCES, lost, [])[2]) == 6000
    assert time.process_time() - start < 5
