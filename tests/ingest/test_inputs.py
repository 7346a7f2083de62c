import bz2
import gzip
import io
import lzma
import sys
import tarfile
import tracemalloc
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kg import inputs as room
from kg.errors import DataError
from kg.inputs import Input, inputs

NOTICE = b"<notice/>\n"


def names(*given: object) -> list[str]:
    return [file.name for file in inputs([str(text) for text in given])]


def contents(*given: object) -> dict[str, bytes]:
    """What each input holds."""
    found = {}
    for file in inputs([str(text) for text in given]):
        with file.open() as stream:
            found[file.name] = stream.read()
    return found


def fault(*given: object) -> str:
    """The one line that the only input which cannot be read has to say."""
    (line,) = faults(*given)
    return line


def faults(*given: object) -> list[str]:
    """The one line of each input that cannot be read to its end."""
    found = []
    for file in inputs([str(text) for text in given]):
        try:
            with file.open() as stream:
                while stream.read(1 << 20):
                    pass
        except DataError as error:
            found.append(str(error))
    assert not any("\n" in line for line in found)
    return found


def zipped(path: Path, files: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def tarred(path: Path, files: Mapping[str, bytes], mode: str = "w:gz") -> Path:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return path


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "notice.xml").write_bytes(NOTICE)
    assert contents(tmp_path / "notice.xml") == {"notice.xml": NOTICE}


def test_an_input_can_be_read_twice(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"x.xml": NOTICE})
    (file,) = inputs([str(path)])
    for _ in range(2):
        with file.open() as stream:
            assert stream.read() == NOTICE


def test_a_folder_gives_its_files_with_the_way_to_them(tmp_path: Path) -> None:
    for name in ("b/2.xml", "b/1.xml", "a.xml", ".git/config", "b/.DS_Store"):
        path = tmp_path / "notices" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(NOTICE)
    assert names(tmp_path / "notices") == ["notices/a.xml", "notices/b/1.xml", "notices/b/2.xml"]


def test_the_current_folder_needs_no_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.xml").write_bytes(NOTICE)
    monkeypatch.chdir(tmp_path)
    assert names(".") == ["a.xml"]
    assert names("*.xml") == ["a.xml"]


def test_a_glob_gives_what_it_matches_in_order(tmp_path: Path) -> None:
    for name in ("2.xml", "10.xml", "1.xml", "1.csv", "deep/3.xml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(NOTICE)
    assert names(tmp_path / "*.xml") == ["1.xml", "10.xml", "2.xml"]
    assert names(tmp_path / "**" / "*.xml") == ["1.xml", "10.xml", "2.xml", "3.xml"]


def test_a_name_with_brackets_is_a_file_before_it_is_a_glob(tmp_path: Path) -> None:
    (tmp_path / "fy[13].csv").write_bytes(b"a")
    assert names(tmp_path / "fy[13].csv") == ["fy[13].csv"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(NOTICE)
    assert names(tmp_path / "a.xml", tmp_path / "*.xml", tmp_path) == ["a.xml"]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
@pytest.mark.parametrize("name", ["a.xml", "a.xml.gz"])
def test_a_packed_file_is_told_by_its_bytes(
    tmp_path: Path, pack: Callable[[bytes], bytes], name: str
) -> None:
    (tmp_path / name).write_bytes(pack(NOTICE))
    assert contents(tmp_path / name) == {"a.xml": NOTICE}


def test_a_file_that_is_packed_by_its_name_only_is_read_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.csv.gz").write_bytes(b"a,b\n")
    assert contents(tmp_path / "a.csv.gz") == {"a.csv": b"a,b\n"}


def test_an_archive_gives_its_files_in_order(tmp_path: Path) -> None:
    files = {"b.xml": b"2", "a/1.xml": b"1", "__MACOSX/b.xml": b"", ".DS_Store": b"", "e/": b""}
    path = zipped(tmp_path / "n.zip", {**files, "c.json.gz": gzip.compress(b"{}")})
    assert contents(path) == {"n.zip/a/1.xml": b"1", "n.zip/b.xml": b"2", "n.zip/c.json": b"{}"}


@pytest.mark.parametrize(
    ("name", "mode"), [("n.tar.gz", "w:gz"), ("n.tgz", "w:gz"), ("n.tar", "w")]
)
def test_a_tar_archive_gives_its_files_as_they_lie(tmp_path: Path, name: str, mode: str) -> None:
    path = tarred(tmp_path / name, {"./b.xml": b"2", "a.xml": b"1", "./.hidden": b""}, mode)
    assert contents(path) == {f"{name}/b.xml": b"2", f"{name}/a.xml": b"1"}


def test_names_in_an_archive_do_no_harm(tmp_path: Path) -> None:
    path = zipped(
        tmp_path / "n.zip", {"../../etc/passwd": b"x", "\x1b[2Jred.xml": b"y", "ü.xml": b"z"}
    )
    assert sorted(contents(path)) == ["n.zip/?[2Jred.xml", "n.zip/ü.xml"]
    assert not (tmp_path.parent / "etc").exists()


def test_a_workbook_is_no_archive(tmp_path: Path) -> None:
    path = zipped(tmp_path / "book.xlsx", {"xl/workbook.xml": NOTICE})
    assert names(path) == ["book.xlsx"]


def test_a_folder_goes_on_after_a_damaged_archive(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"no zip at all")
    (tmp_path / "b.tar.gz").write_bytes(b"no tar at all")
    (tmp_path / "c.xml").write_bytes(NOTICE)
    found = list(inputs([str(tmp_path)]))
    assert [file.name.rpartition("/")[2] for file in found] == ["a.zip", "b.tar.gz", "c.xml"]
    for file in found[:2]:
        with pytest.raises(DataError, match=r"is no archive that can be read"):
            file.open()


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_packed_file_that_breaks_off_is_named(
    tmp_path: Path, pack: Callable[[bytes], bytes]
) -> None:
    data = pack(bytes(range(256)) * 4000)
    (tmp_path / "a.csv.gz").write_bytes(data[: len(data) // 2])
    assert fault(tmp_path / "a.csv.gz").startswith("a.csv: breaks off or is damaged (")


def test_a_packed_file_with_a_wrong_sum_is_named(tmp_path: Path) -> None:
    data = bytearray(gzip.compress(NOTICE))
    data[-6] ^= 1
    (tmp_path / "a.csv.gz").write_bytes(bytes(data))
    assert "a.csv: breaks off or is damaged (CRC check failed" in fault(tmp_path / "a.csv.gz")


def test_a_damaged_file_leaves_the_rest_of_its_archive(tmp_path: Path) -> None:
    path = tmp_path / "n.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.xml", b"first one")
        archive.writestr("b.xml", b"second one")
    path.write_bytes(path.read_bytes().replace(b"first one", b"FIRST one"))
    assert fault(path) == ("n.zip/a.xml: breaks off or is damaged (Bad CRC-32 for file 'a.xml')")


def test_a_tar_archive_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    files = {f"{n}.xml": bytes(range(256)) * 400 for n in range(20)}
    path = tarred(tmp_path / "n.tar", files, "w")
    path.write_bytes(path.read_bytes()[: 10 * 103_000])
    lines = faults(path)
    assert len(names(path)) - len(lines) == 10
    assert lines[-1].startswith("n.tar: is no archive that can be read (")


def test_an_archive_in_an_archive_is_refused(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", {"a.xml": NOTICE}).read_bytes()
    path = zipped(tmp_path / "outer.zip", {"inner.zip": inner, "b.xml": NOTICE})
    assert names(path) == ["outer.zip/b.xml", "outer.zip/inner.zip"]
    assert fault(path) == "outer.zip/inner.zip: is an archive in an archive; unpack the outer one"


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a.7z", b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
        ("a.rar", b"Rar!\x1a\x07", "a RAR archive"),
    ],
)
def test_other_archives_are_refused_with_a_way_out(
    tmp_path: Path, name: str, head: bytes, kind: str
) -> None:
    (tmp_path / name).write_bytes(head)
    assert fault(tmp_path / name) == f"{name}: is {kind}; unpack it first"


def test_a_locked_archive_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "n.zip", {"a.xml": NOTICE})
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(bytes(data))
    assert "n.zip/a.xml: cannot be opened" in fault(path)
    assert "password" in fault(path)


@pytest.mark.parametrize("kind", ["zip", "gz", "tar.gz"])
def test_a_compression_bomb_is_stopped_early(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(room.opening, "SMALL", 1_000_000)
    monkeypatch.setattr(room.archives, "SMALL", 1_000_000)
    path, zeros = tmp_path / f"bomb.{kind}", bytes(30_000_000)
    if kind == "zip":
        zipped(path, {"zeros.xml": zeros})
    elif kind == "gz":
        path.write_bytes(gzip.compress(zeros))
    else:
        tarred(path, {"zeros.xml": zeros})
    tracemalloc.start()
    line = fault(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "bomb" in line
    assert most < 8_000_000


def test_a_bomb_of_files_that_lie_over_each_other_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "n.zip", {"a.xml": bytes(100_000), "b.xml": bytes(100_000)})
    data = path.read_bytes()
    start = data.index(b"PK\x01\x02")
    entry = data[start : data.index(b"PK\x01\x02", start + 1)]
    entries = entry * 50
    end = bytearray(data[data.index(b"PK\x05\x06") :])
    end[8:12] = (50).to_bytes(2, "little") * 2
    end[12:16] = len(entries).to_bytes(4, "little")
    path.write_bytes(data[:start] + entries + bytes(end))
    assert fault(path) == "n.zip: its files lie over each other, as in a zip bomb; it is not read"


def test_what_swells_as_real_files_do_is_read(tmp_path: Path) -> None:
    row = b"".join(b"%d,Police,12345.67,2019-03-31\n" % n for n in range(50_000))
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress(row))
    assert contents(tmp_path / "a.csv.gz") == {"a.csv": row}


def test_an_empty_file_is_an_input_that_holds_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.xml").touch()
    assert contents(tmp_path / "a.xml") == {"a.xml": b""}


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ("notise.xml", "no such file (did you mean 'notice.xml'?)"),
        ("*.csv", "no such file"),
        ("nowhere/x.csv", "no such file"),
        ("empty", "no files in this folder"),
        ("x" * 5000, "is no path"),
        ("a\0b", "a?b: no such file"),
        ("a**b/**x", "is no path"),
    ],
)
def test_a_path_that_leads_nowhere_is_named(tmp_path: Path, given: str, line: str) -> None:
    (tmp_path / "notice.xml").write_bytes(NOTICE)
    (tmp_path / "empty").mkdir()
    with pytest.raises(DataError) as error:
        names(f"{tmp_path}/{given}")
    assert line in str(error.value)
    assert "\n" not in str(error.value)


def test_no_path_at_all_is_no_file() -> None:
    with pytest.raises(DataError, match="no such file"):
        names("")


def test_standard_input_is_kept_so_that_it_can_be_read_twice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(NOTICE))))
    (file,) = inputs(["-"])
    assert file.name == "standard input"
    for _ in range(2):
        with file.open() as stream:
            assert stream.read() == NOTICE


def test_a_large_file_is_read_in_bounded_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"police,1\n" * 4_000_000)
    tracemalloc.start()
    (file,) = inputs([str(path)])
    with file.open() as stream:
        lines = sum(1 for _ in stream)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert lines == 4_000_000
    assert most < 3_000_000


def test_many_files_in_an_archive_cost_one_look_at_its_list(tmp_path: Path) -> None:
    path = zipped(tmp_path / "n.zip", {f"{n}.xml": NOTICE for n in range(5000)})
    assert len(contents(path)) == 5000


def test_an_error_while_opening_has_no_path_of_this_machine(tmp_path: Path) -> None:
    file = Input("gone.xml", tmp_path / "gone.xml", (tmp_path / "gone.xml").open)  # type: ignore[arg-type]
    with pytest.raises(DataError) as error:
        file.open()
    assert str(error.value) == "gone.xml: cannot be opened (No such file or directory)"
