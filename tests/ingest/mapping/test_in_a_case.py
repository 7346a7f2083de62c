"""Tables and mappings in a case: recognised, read anew when changed, larger than memory."""

from pathlib import Path

import pytest

from kg.case import Case
from kg.ftm.gathered import Gathered
from kg.ingesting import ingest, recognise
from kg.inputs import inputs
from tests.ingest.mapping.cast import DEALS, PARTIES, SUPPLIES
from tests.ingest.said import Samples, Say
from tests.mapping.tables import mapping, table


def test_the_format_of_a_table_and_of_a_mapping_is_recognised(
    tmp_path: Path, samples: Samples
) -> None:
    files = [
        table(tmp_path, DEALS),
        table(tmp_path, "A;B\n1;2\n", "u.txt"),
        mapping(tmp_path, PARTIES),
        *samples("placsp").glob("*.xlsx"),
    ]
    for path in files:
        (part,) = inputs([str(path)])
        assert recognise(Case(tmp_path), part).name == "mapping", path.name


def test_a_changed_mapping_reads_the_table_anew(tmp_path: Path) -> None:
    case = Case(tmp_path)
    path, data = mapping(tmp_path, PARTIES, SUPPLIES), table(tmp_path, DEALS)
    first, again = (
        next(ingest(case, [str(data)], "mapping", {"mapping": str(path)})) for _ in range(2)
    )
    mapping(tmp_path, PARTIES, SUPPLIES.replace("SUPPLIES", "CONTRACTED_WITH"))
    changed = next(ingest(case, [str(data)], "mapping", {"mapping": str(path)}))
    assert [getattr(one, "is_new", None) for one in (first, again, changed)] == [True, False, True]


def test_a_changed_table_is_read_anew_where_the_mapping_is_the_file(tmp_path: Path) -> None:
    case, path = Case(tmp_path), mapping(tmp_path, PARTIES, SUPPLIES)
    table(tmp_path, DEALS)
    first = next(ingest(case, [str(path)]))
    table(tmp_path, DEALS + "Sony,Politie Oost,,,,supply,\n")
    second = next(ingest(case, [str(path)]))
    counts = [getattr(one, "taken", None) for one in (first, second)]
    assert [taken.statements for taken in counts if taken] == [3, 4]


def test_things_that_do_not_fit_into_memory_say_the_same(
    said: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, data = str(mapping(tmp_path, PARTIES + LINKS_OF_DEALS)), table(tmp_path, DEALS)
    small = said("mapping", data, mapping=path)
    monkeypatch.setattr(Gathered, "__init__", _tiny(Gathered.__init__))
    assert said("mapping", data, mapping=path) == small
    assert len(small.statements) == 3


LINKS_OF_DEALS = """\
link:
  schema: UnknownLink
  keys: [Firm, Force]
  properties: {subject: {entity: firm}, object: {entity: force}}
"""


def _tiny(init: object) -> object:
    def small(self: Gathered) -> None:
        assert callable(init)
        init(self, 1)

    return small
