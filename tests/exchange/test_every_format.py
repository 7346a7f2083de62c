"""All formats alike: the same bytes each time, under any seed, with nothing of the machine."""

import os
import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from kg.exchange import FORMATS, Handed, write
from tests.cases import ROOT
from tests.exchange.conftest import Part
from tests.exchange.samples import HOSTILE

_HASHES = """
from hashlib import sha256
from kg.exchange import FORMATS, write
from tests.exchange.samples import hostile
for format_ in FORMATS:
    for ending, content in write(format_, hostile()).items():
        print(ending, sha256(content).hexdigest())
"""


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_graph_gives_the_same_bytes(format_: str, part: Part) -> None:
    handed = part("belgium")
    assert dict(write(format_, handed)) == dict(write(format_, handed))


def test_no_seed_of_hashes_changes_a_byte(hostile: Handed) -> None:
    def printed(seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", _HASHES]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        return done.stdout

    here = [
        f"{ending} {sha256(content).hexdigest()}"
        for format_ in FORMATS
        for ending, content in write(format_, hostile).items()
    ]
    assert printed("1").splitlines() == printed("4242").splitlines() == here


@pytest.mark.parametrize("format_", sorted(FORMATS))
def test_files_are_utf_8_and_end_in_a_new_line(format_: str, part: Part) -> None:
    for ending, content in write(format_, part("edicia")).items():
        assert content
        if ending != ".xlsx":
            assert content.decode("utf-8").endswith("\n")
            assert not content.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("format_", sorted(set(FORMATS) - {"xlsx"}))
def test_every_relationship_and_claim_is_named_in_the_file(format_: str, part: Part) -> None:
    handed = part("i-police")
    text = "".join(content.decode() for content in write(format_, handed).values())
    for edge in handed.relationships:
        assert edge["eid"] in text
    for claim in handed.claims:
        assert claim in text


@pytest.mark.parametrize("format_", sorted(set(FORMATS) - {"xlsx"}))
def test_every_page_and_source_is_in_the_file(format_: str, part: Part) -> None:
    handed = part("i-police")
    text = "".join(content.decode() for content in write(format_, handed).values())
    letters = re.sub(r"#[0-9]+;|&[a-z]+;|[^0-9a-zA-Z]", "", text)
    for claim in handed.claims.values():
        locator = re.sub(r"[^0-9a-zA-Z]", "", claim.get("locator", ""))
        assert locator in letters
    for source in handed.sources.values():
        assert re.sub(r"[^0-9a-zA-Z]", "", source.get("url", "")) in letters


@pytest.mark.parametrize("format_", sorted(FORMATS))
def test_no_folder_of_this_machine_is_in_a_file(format_: str, part: Part) -> None:
    for content in write(format_, part("edicia")).values():
        assert str(ROOT).encode() not in content
        assert str(Path.home()).encode() not in content or str(Path.home()) == "/"


@pytest.mark.parametrize("format_", sorted(FORMATS))
def test_hostile_text_breaks_no_format(format_: str, hostile: Handed) -> None:
    for content in write(format_, hostile).values():
        assert b"\x00" not in content or format_ == "xlsx"
        assert len(content) > len(HOSTILE)
