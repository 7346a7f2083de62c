"""A broken file is told in one clear line: the file, the table, the key and the way out."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import kg.schema
from kg.errors import SchemaError
from kg.schema import labels, predicates, topics
from kg.schema.tree import read_labels
from kg.schema.words import read_predicates, read_qualifiers, read_terms

SHIPPED = Path(kg.schema.__file__).parent
READERS: dict[str, Callable[[Path], object]] = {
    "predicates.toml": lambda path: read_predicates(path, labels(), topics()),
    "qualifiers.toml": lambda path: read_qualifiers(path, predicates()),
    "certainty.toml": read_terms,
}


def broken(tmp_path: Path, name: str, old: str, new: str) -> Path:
    """A copy of a shipped file in which the first ``old`` reads ``new``."""
    text = (SHIPPED / name).read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / Path(name).name
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def complaint(reader: Callable[[Path], object], path: Path) -> str:
    with pytest.raises(SchemaError) as caught:
        reader(path)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        (
            "predicates.toml",
            'subject = ["Organization"]',
            'subject = ["Organisation"]',
            "predicates.toml, SELLS, subject: 'Organisation' is not known "
            "(did you mean 'Organization'?)",
        ),
        (
            "predicates.toml",
            'subject = ["Organization"]',
            'subject = "Organization"',
            "predicates.toml, SELLS, subject: 'Organization' is no list of texts; "
            'write e.g. ["Company"]',
        ),
        (
            "predicates.toml",
            'subject = ["Organization", "Person"]\n',
            "",
            "predicates.toml, MAKES, subject: missing; name at least one label",
        ),
        (
            "predicates.toml",
            'object = ["Contract"]',
            "object = []",
            "predicates.toml, AWARDED, object: [] is empty; "
            "allow an entity here, or a literal with text",
        ),
        (
            "predicates.toml",
            "walk = 1\n",
            "",
            "predicates.toml, MAKES, walk: missing; say what this step costs in a path, e.g. 1",
        ),
        (
            "predicates.toml",
            "walk = 1\n",
            'walk = "near"\n',
            "predicates.toml, MAKES, walk: 'near' is no number, 0 or more; write e.g. 1 or 2.5",
        ),
        (
            "predicates.toml",
            'text = "text"',
            'text = "words"',
            "predicates.toml, MAKES, text: 'words' is not known; write one of number, text",
        ),
        (
            "predicates.toml",
            'topic = "supply"',
            'topic = "suply"',
            "predicates.toml, MAKES, topic: 'suply' is not known (did you mean 'supply'?)",
        ),
        (
            "predicates.toml",
            'topic = "supply"',
            'topik = "supply"',
            "predicates.toml, MAKES: no such key 'topik' (did you mean 'topic'?)",
        ),
        (
            "predicates.toml",
            'nl = "maakt", ',
            "",
            "predicates.toml, MAKES, names, nl: missing; write one in quotes",
        ),
        (
            "predicates.toml",
            'nl = "maakt", ',
            'nl = " ", ',
            "predicates.toml, MAKES, names, nl: ' ' is no text; write one in quotes",
        ),
        (
            "predicates.toml",
            'nl = "maakt", ',
            'nl = "maakt", pt = "faz", ',
            "predicates.toml, MAKES, names: no such key 'pt'; write one of de, en, es, fr, nl",
        ),
        (
            "predicates.toml",
            "derived = true",
            'derived = "yes"',
            "predicates.toml, SUBCONTRACTS_TO, derived: 'yes' is neither; write true or false",
        ),
        (
            "qualifiers.toml",
            'type = "entity"',
            'type = "entry"',
            "qualifiers.toml, place, type: 'entry' is not known (did you mean 'entity'?)",
        ),
        (
            "qualifiers.toml",
            'choices = ["event", "reported", "notice", "announced"]\n',
            "",
            'qualifiers.toml, date_kind, choices: missing; they go with type = "choice", '
            "and only with it",
        ),
        (
            "qualifiers.toml",
            "\nUSES = ",
            "\nUSE = ",
            "qualifiers.toml, status, by_predicate: no such key 'USE' (did you mean 'USES'?)",
        ),
        (
            "certainty.toml",
            "[stated.meaning]",
            "[stated.means]",
            "certainty.toml, stated: no such key 'means'; write one of meaning, names",
        ),
    ],
)
def test_a_mistake_in_a_list_is_named(
    tmp_path: Path, name: str, old: str, new: str, expected: str
) -> None:
    path = broken(tmp_path, name, old, new)
    assert complaint(READERS[name], path) == expected


def test_a_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    path = broken(tmp_path, "certainty.toml", "[stated]", "[stated")
    assert complaint(read_terms, path).startswith("certainty.toml: cannot be read: ")


def test_a_word_that_is_no_table_is_named(tmp_path: Path) -> None:
    path = tmp_path / "topics.toml"
    path.write_text("supply = 1\n", encoding="utf-8")
    assert (
        complaint(read_terms, path)
        == "topics.toml, supply: 1 is no table; write one that starts with [supply]"
    )


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    expected = "topics.toml: cannot be read: No such file or directory"
    assert complaint(read_terms, tmp_path / "topics.toml") == expected


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "topics.toml"
    path.write_bytes(b"\xff\xfe[supply]")
    assert complaint(read_terms, path).startswith("topics.toml: cannot be read: 'utf-8' codec")


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        (
            "company.toml",
            'parent = "Organization"',
            'parent = "Organisation"',
            "company.toml, parent: 'Organisation' is not known (did you mean 'Organization'?)",
        ),
        (
            "company.toml",
            'colour = "#1F77D0"',
            'colour = "blue"',
            "company.toml, colour: 'blue' is no colour; write six hex digits, e.g. '#1F77D0'",
        ),
        (
            "company.toml",
            'shape = "circle"',
            'shape = "circel"',
            "company.toml, shape: 'circel' is not known (did you mean 'circle'?)",
        ),
        (
            "company.toml",
            'name = "Company"\n',
            "",
            "company.toml, name: missing; write one in quotes",
        ),
        (
            "company.toml",
            'name = "Company"',
            'name = "Court"',
            "company.toml, name: 'Court' is also the name in court.toml",
        ),
        (
            "entity.toml",
            "abstract = true",
            'parent = "Company"\nabstract = true',
            "company.toml, parent: Company > Organization > Entity > Company goes in a circle",
        ),
        (
            "person.toml",
            'public_basis = "text"',
            'public_basis = "string"',
            "person.toml, properties, public_basis: 'string' is not known; "
            "write one of bool, date, number, text, text[]",
        ),
        (
            "person.toml",
            'public_basis = "text"',
            'name = "text"',
            "person.toml, properties, name: inherited from Entity; leave it out",
        ),
    ],
)
def test_a_mistake_in_a_label_is_named(
    tmp_path: Path, name: str, old: str, new: str, expected: str
) -> None:
    folder = tmp_path / "labels"
    shutil.copytree(SHIPPED / "labels", folder)
    broken(folder, f"labels/{name}", old, new)
    assert complaint(read_labels, folder) == expected


def test_a_whole_copy_reads_the_same(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED / "labels", tmp_path / "labels")
    assert read_labels(tmp_path / "labels") == labels()
