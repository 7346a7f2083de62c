"""Every key of a mapping that is ours is explained, with an example that can be read."""

import textwrap

import pytest

from docs.generator.mapping import PARTS, described, part
from kg.errors import DataError
from kg.mapping.reading import read

ENTITY = "firm:\n  schema: Company\n  key: firm"
OTHER = "contract:\n  schema: Company\n  key: client"


def mapping(manner: str = "", entity: str = "", prop: str = "", say: str = "") -> str:
    """A mapping that has one of our keys, each in its place."""
    own = {
        "m": f"x: {{{manner}}}" if manner else "",
        "e": f"{ENTITY}\n  x: {{{entity}}}" if entity else ENTITY,
        "p": f"  properties: {{name: {{column: firm, x: {{{prop}}}}}}}" if prop else "",
        "s": f"x:\n  say:\n    - {{{say}}}" if say else "",
    }
    entities = textwrap.indent("\n".join([own["e"], own["p"], OTHER]), " " * 8)
    return (
        f"deals:\n  {own['m']}\n  queries:\n    - csv_url: a.csv\n      entities:\n{entities}\n"
        f"{textwrap.indent(own['s'], ' ' * 6)}\n"
    )


def faults(text: str) -> list[str]:
    return [str(fault) for fault in read(text, "deals.yml")[1]]


@pytest.mark.parametrize(("key", "example"), [(k, e) for k, (_, e) in described("manner").items()])
def test_an_example_of_a_key_of_a_dataset_is_read(key: str, example: str) -> None:
    assert example.startswith(f"{key}: ")
    assert faults(mapping(manner=example)) == []


@pytest.mark.parametrize(("key", "example"), [(k, e) for k, (_, e) in described("entity").items()])
def test_an_example_of_a_key_of_an_entity_is_read(key: str, example: str) -> None:
    assert example.startswith(f"{key}: ")
    assert faults(mapping(entity=example)) == []


@pytest.mark.parametrize(
    ("key", "example"), [(k, e) for k, (_, e) in described("property").items()]
)
def test_an_example_of_a_key_of_a_property_is_read(key: str, example: str) -> None:
    assert example.startswith(f"{key}: ")
    assert faults(mapping(prop=example)) == []


@pytest.mark.parametrize(("key", "example"), [(k, e) for k, (_, e) in described("say").items()])
def test_an_example_of_a_key_of_a_statement_is_read(key: str, example: str) -> None:
    assert example.startswith(f"{key}: ")
    needed = {"subject": "firm", "predicate": "WON", "object": "contract"}
    if key == "text":
        needed |= {"predicate": "HAS_AMOUNT"}
        del needed["object"]
    rest = [f"{name}: {value}" for name, value in needed.items() if name != key]
    assert faults(mapping(say=", ".join([example, *rest]))) == []


@pytest.mark.parametrize("key", ["tittle", "label", "when"])
def test_a_key_in_the_wrong_place_is_refused(key: str) -> None:
    with pytest.raises(DataError, match="has no key"):
        faults(mapping(manner=f"title: A, {key}: x"))


@pytest.mark.parametrize("name", PARTS)
def test_a_table_has_a_line_for_each_key(name: str) -> None:
    keys = described(name.removeprefix("mapping-"))
    lines = part(name).splitlines()
    assert len(lines) == len(keys) + 2
    for key, line in zip(keys, lines[2:], strict=True):
        assert line.startswith(f"| `{key}` | ")
        assert line.count(" | ") == 2
