"""The shipped mappings are without fault, and each is for its own tables."""

from pathlib import Path

from kg.case import Case
from kg.mapping import presets


def test_every_shipped_mapping_is_without_fault() -> None:
    found = list(presets.all_of(Case(Path())))
    assert [one.name for one in found] == [
        *("atlas", "gleif", "icij", "placsp", "technopolice", "ted", "usaspending")
    ]
    assert [str(fault) for one in found for fault in one.faults] == []


def test_no_shipped_mapping_knows_the_columns_of_another() -> None:
    for one in presets.all_of(Case(Path())):
        for dataset in one.mapping.datasets:
            wanted = [dataset.manner, *(query.manner for query in dataset.queries)]
            for manner in (manner for manner in wanted if manner.recognise):
                found = presets.fitting(Case(Path()), manner.recognise)
                assert found is not None
                assert found.name == one.name
