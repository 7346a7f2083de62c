"""A spool gives back what was said, whole or not at all."""

from pathlib import Path

import pytest

from kg.spool import Spool, read
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
