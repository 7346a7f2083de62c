import os
from pathlib import Path

import pytest

from docs.generator.desk import Desk
from docs.generator.pages import filled


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("first"))


@pytest.fixture
def desk(first: Desk, tmp_path: Path) -> Desk:
    return Desk(tmp_path, like=first)


def test_a_page_is_filled_in_its_order(desk: Desk) -> None:
    page = """<!-- file: data/entities.csv -->
```csv
id,label,name,names,aliases,country,ids,public_basis,notes
zz-firm,Company,Zzyzx Surveillance,,,BE,,,
```
<!-- run: kg build -->
<!-- answer: kg search "Zzyzx Surveillance" | head -n 1 -->
```text
whatever stood here
```
<!-- run: python -->
```python
print("one")
```
<!-- answer: python -->
```text
```
"""
    after = filled(page, desk)
    assert "$ kg search" in after
    assert "\nzz-firm: Zzyzx Surveillance, company\n```\n" in after
    assert after.endswith("<!-- answer: python -->\n```text\none\n```\n")
    assert "whatever stood here" not in after


def test_a_file_of_the_reader_is_seen_by_the_next_command(desk: Desk) -> None:
    desk.put("data/entities.csv", "id,label\n")
    assert desk.run("kg check | head -n 1").startswith("entities.csv, row 1")


def test_desks_do_not_share_what_was_written(desk: Desk, first: Desk) -> None:
    desk.put("data/entities.csv", "id,label\n")
    assert not (first.root / "data" / "entities.csv").exists()


def test_what_an_older_graph_says_is_never_put_into_a_page(desk: Desk) -> None:
    assert desk.run("kg search palantir | head -n 1").startswith("palantir: ")
    desk.put("data/notes.csv", "id\n")
    with pytest.raises(RuntimeError, match="kg search palantir: data/ or ingest/ changed"):
        desk.run("kg search palantir")
    desk.run("kg build")
    assert desk.run("kg search palantir | head -n 1").startswith("palantir: ")


def test_a_command_that_is_not_written_well_stops_the_generator(desk: Desk) -> None:
    with pytest.raises(RuntimeError, match="kg serach x: "):
        desk.run("kg serach x")


def test_a_mistake_of_the_reader_is_shown_as_it_prints(desk: Desk) -> None:
    assert desk.run("kg show nobody-of-this-name").startswith("Error: ")


def test_the_machine_does_not_show(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_STORE", "bolt://nowhere.invalid:7687")
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    printed = desk.run("kg info")
    assert "store          embedded" in printed
    assert "case           ~/my-case" in printed


def test_the_folder_and_the_environment_are_as_before(desk: Desk) -> None:
    before = Path.cwd(), dict(os.environ)
    desk.run("kg info")
    assert (Path.cwd(), dict(os.environ)) == before


def test_python_blocks_of_a_page_know_each_other(desk: Desk) -> None:
    assert desk.python("found = 3") == ""
    assert desk.python("print(found)") == "3\n"
