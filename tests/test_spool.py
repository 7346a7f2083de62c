"""A spool gives back what was said, whole or not at all."""

import json
import random
import sys
from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path

import pytest

from kg.spool import Last, Spool, read
from kg.statements import Entity, Origin, Source, Statement

ENTITY = Entity("acme", "Company", "Acme", (("nl", "Acme nv"),), ("ACME",), ("BE",), ("lei:1",))
SOURCE = Source("n1", "https://example.org/n1", "Notice", "Publisher", "2024-01-31", "en", "notice")
STATEMENT = Statement(
    "acme", "WON", "c1", "", (("role", "lead"),), "n1", "/a/b[1]", "stated", "", "Acme won c1.",
    Origin("eforms", 3),
)  # fmt: skip


def test_what_was_kept_comes_back_whole(tmp_path: Path) -> None:
    with Spool(tmp_path / "spool.jsonl") as spool:
        for value in (ENTITY, SOURCE, STATEMENT):
            spool.keep(value)
    found = list(read(tmp_path / "spool.jsonl"))
    assert found == [ENTITY, SOURCE, STATEMENT]
    assert isinstance(found[2], Statement)
    assert (found[2].id, found[2].says, found[2].origin) == (
        STATEMENT.id,
        STATEMENT.says,
        STATEMENT.origin,
    )


def test_a_value_said_twice_is_kept_once(tmp_path: Path) -> None:
    with Spool(tmp_path / "spool.jsonl") as spool:
        spool.keep(ENTITY)
        spool.keep(ENTITY)
    assert spool.counts == {"entity": 1, "source": 0, "statement": 0}


def test_an_entity_is_kept_under_every_name_that_a_file_writes(tmp_path: Path) -> None:
    """A register number makes one id of many spellings: none of them is lost."""
    spellings = ["Acme NV", "ACME N.V.", "Acme NV", "Acme naamloze vennootschap"]
    with Spool(tmp_path / "spool.jsonl") as spool:
        for name in spellings:
            spool.keep(Entity("org-be-kbo-1", "Company", name))
        spool.keep(Entity("org-be-kbo-1", "Company", "Acme NV", names=(("fr", "Acme SA"),)))
        spool.keep(Entity("org-be-kbo-1", "Company", "Acme NV", names=(("fr", "Acme SA"),)))
    found = [one.name for one in read(tmp_path / "spool.jsonl") if isinstance(one, Entity)]
    assert found == ["Acme NV", "ACME N.V.", "Acme naamloze vennootschap", "Acme NV"]


def test_an_error_leaves_the_old_spool_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "spool.jsonl"
    with Spool(path) as spool:
        spool.keep(ENTITY)
    with pytest.raises(TypeError), Spool(path) as spool:
        spool.keep(object())
    assert list(read(path)) == [ENTITY]
    assert [found.name for found in tmp_path.iterdir()] == ["spool.jsonl"]


def test_hostile_text_comes_back_unchanged(tmp_path: Path) -> None:
    name = '=HYPERLINK("x")\u2028</script>\u202e\'; MATCH (n) DETACH DELETE n // \U0001f575'
    entity = Entity("x", "Company", name)
    with Spool(tmp_path / "spool.jsonl") as spool:
        spool.keep(entity)
    assert list(read(tmp_path / "spool.jsonl")) == [entity]


def test_anything_else_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TypeError), Spool(tmp_path / "spool.jsonl") as spool:
        spool.keep("a text")


def test_what_is_said_again_soon_is_written_once_however_much_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A buyer that returns with every notice of a large file is one line, not one a notice."""
    monkeypatch.setattr("kg.spool._REMEMBERED", 10)
    with Spool(tmp_path / "spool.jsonl") as spool:
        for number in range(500):
            spool.keep(ENTITY)
            spool.keep(Entity(f"firm-{number}", "Company", "Firm"))
    assert spool.counts["entity"] == 501


def test_what_is_said_again_much_later_may_be_written_again_and_is_first_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.spool._REMEMBERED", 10)
    with Spool(tmp_path / "spool.jsonl") as spool:
        spool.keep(ENTITY)
        for number in range(100):
            spool.keep(Entity(f"firm-{number}", "Company", "Firm"))
        spool.keep(Entity("acme", "Company", "Another name"))
    names = [one.name for one in read(tmp_path / "spool.jsonl") if isinstance(one, Entity)
             and one.id == "acme"]  # fmt: skip
    assert names == ["Acme", "Another name"]


def test_statements_and_things_of_one_id_are_apart(tmp_path: Path) -> None:
    with Spool(tmp_path / "spool.jsonl") as spool:
        spool.keep(Entity("n1", "Company", "N1"))
        spool.keep(SOURCE)
    assert spool.counts == {"entity": 1, "source": 1, "statement": 0}


HOSTILE = (
    'a "quoted" name',
    "back\\slash \\u0041",
    "tab\tline\nreturn\rfeed\x0c",
    "nul\x00 bell\x07 escape\x1b delete\x7f",
    "\u2028\u2029\u202e\ufeff",
    "Ελληνική Αστυνομία 警察 \U0001f575",
    "</script><!--",
)


def as_json(value: Entity | Source | Statement, kind: str) -> str:
    """A line of a spool by the json module: the fields that are not empty, in their order."""
    held = {field.name: getattr(value, field.name) for field in fields(value)}
    origin = held.pop("origin")
    kept = {name: one for name, one in held.items() if one not in ("", ())}
    if origin != Origin():
        kept["origin"] = {"file": origin.file, "row": origin.row}
    return json.dumps([kind, kept], ensure_ascii=False, separators=(",", ":"))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_line_is_what_the_json_module_writes(text: str, tmp_path: Path) -> None:
    values: dict[str, Entity | Source | Statement] = {
        "entity": Entity(text, "Company", text, (("nl", text), ("fr", "b")), (text, "c"), ("BE",)),
        "source": Source(text, text, text, text),
        "statement": replace(
            STATEMENT, text=text, qualifiers=(("lot", text), ("role", text)), says=text,
            origin=Origin(text, 12),
        ),
    }  # fmt: skip
    with Spool(tmp_path / "spool.jsonl") as spool:
        for value in values.values():
            spool.keep(value)
    with (tmp_path / "spool.jsonl").open(encoding="utf-8", newline="\n") as file:
        lines = file.read().removesuffix("\n").split("\n")
    assert lines == [as_json(value, kind) for kind, value in values.items()]
    assert list(read(tmp_path / "spool.jsonl")) == list(values.values())


@pytest.mark.parametrize("origin", [Origin(), Origin("a.csv"), Origin("", 3), Origin("a.csv", 3)])
def test_where_a_statement_comes_from_is_kept(origin: Origin, tmp_path: Path) -> None:
    with Spool(tmp_path / "spool.jsonl") as spool:
        spool.keep(replace(STATEMENT, origin=origin))
    (found,) = read(tmp_path / "spool.jsonl")
    assert found.origin == origin


@pytest.mark.parametrize(
    "change",
    [
        {"subject": "bosch"},
        {"predicate": "BID_ON"},
        {"object": "", "text": "c1"},
        {"qualifiers": (("role", "member"),)},
        {"qualifiers": ()},
        {"source": "n2"},
        {"locator": "/a/b[2]"},
        {"said_by": "acme"},
    ],
)
def test_a_statement_with_any_other_word_is_another(change: dict[str, str], tmp_path: Path) -> None:
    other = replace(STATEMENT, **change)  # type: ignore[arg-type]
    with Spool(tmp_path / "spool.jsonl") as spool:
        for value in (STATEMENT, other, STATEMENT, other):
            spool.keep(value)
    assert list(read(tmp_path / "spool.jsonl")) == [STATEMENT, other]


def test_the_same_said_in_other_words_of_ours_is_kept_as_it_was_first_said(tmp_path: Path) -> None:
    """Our sentence and our grading are no part of the id."""
    again = replace(STATEMENT, says="c1 went to Acme.", certainty="reported")
    assert again.id == STATEMENT.id
    with Spool(tmp_path / "spool.jsonl") as spool:
        spool.keep(STATEMENT)
        spool.keep(again)
    assert list(read(tmp_path / "spool.jsonl")) == [STATEMENT]
    assert spool.counts["statement"] == 1


def met(marks: Sequence[int], least: int) -> list[bool]:
    last = Last(least)
    return [last.knows(mark) for mark in marks]


@pytest.mark.parametrize(
    "marks",
    [
        [0, 0, 1, 1, 0],
        [-1, -1, 1, -1],
        [sys.maxsize, -sys.maxsize - 1, sys.maxsize, -sys.maxsize - 1],
        [1 << 40, 1 << 41, 1 << 42, 1 << 41, 1 << 40],
        [1024 * number for number in range(50)] * 2,
        [hash((number, "x")) for number in range(3000)] * 2,
        [*range(-700, 700), *range(-1400, 1400)],
    ],
    ids=["nought", "below nought", "ends", "one place", "one place, many", "grown", "next places"],
)
def test_a_mark_is_known_exactly_if_it_was_met_before(marks: list[int]) -> None:
    """Nought stands for a free place, and one for both of them: no hash is likely to be either."""
    before: set[int] = set()
    expected = []
    for mark in marks:
        expected.append((mark or 1) in before)
        before.add(mark or 1)
    assert met(marks, 1 << 20) == expected


@pytest.mark.parametrize("least", [1, 2, 10, 511, 512, 513, 2000])
def test_the_last_marks_are_known_and_those_long_past_are_not(least: int) -> None:
    """Of marks that never return, the one ``least`` back is known, twice as far back it is not."""
    count = 5 * least + 3
    near, far = Last(least), Last(least)
    for number in range(1, count):
        assert not near.knows(number)
        assert not far.knows(number)
    assert near.knows(count - least)
    assert not far.knows(count - 2 * least - 1)


def test_a_mark_that_returns_stays_known_whatever_comes_between() -> None:
    last = Last(100)
    last.knows(7)
    for number in range(1000, 100_000):
        last.knows(number)
        if number % 90 == 0:
            assert last.knows(7)


@pytest.mark.parametrize("seed", range(4))
def test_what_is_remembered_is_bounded_and_true(seed: int) -> None:
    """Never a mark that was not met; never one of the last forgotten."""
    chance, least = random.Random(seed), 60
    marks = [chance.randrange(-90, 90) or 1 for _ in range(4000)]
    last, when = Last(least), dict[int, int]()
    for at, mark in enumerate(marks):
        is_known = last.knows(mark)
        since = len(set(marks[when[mark] : at])) if mark in when else None
        if since is None:
            assert not is_known
        elif since <= least:
            assert is_known
        when[mark] = at


def test_memory_for_marks_does_not_grow_past_a_bound() -> None:
    last = Last(2000)
    sizes = []
    for number in range(40_000):
        last.knows(hash((number, "mark")))
        sizes.append(len(last._new) + len(last._old))
    assert max(sizes) == max(sizes[:8000]) <= 4 * 2048
