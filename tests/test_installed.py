"""The command as it is installed, in a checkout of the project and away from it: as processes."""

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.case import ROOMS, Case
from tests.cases import ROOT, entity, made, surroundings

CHANGED = "changed since the last build"


@dataclass(frozen=True, slots=True)
class Installed:
    """A copy of the package with what is shipped inside it, as a wheel has it, and a checkout."""

    site: Path
    checkout: Path

    def kg(self, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run the installed command."""
        return _run("-P", "-m", "kg", *arguments, cwd=cwd, env={"PYTHONPATH": str(self.site)})

    def editable(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the command of the checkout itself, in the checkout."""
        return _run("-m", "kg", *arguments, cwd=self.checkout, env={"PYTHONPATH": ""})


def _run(*arguments: str, cwd: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, cwd=cwd, env=surroundings(env), check=False
    )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("installed")
    site, checkout = folder / "site", folder / "surveillance-kg"
    shutil.copytree(ROOT / "kg", checkout / "kg", ignore=shutil.ignore_patterns("_bundled"))
    shutil.copytree(ROOT / "kg", site / "kg", ignore=shutil.ignore_patterns("_bundled"))
    for room in ROOMS:
        shutil.copytree(ROOT / room, checkout / room)
        shutil.copytree(ROOT / room, site / "kg" / "_bundled" / room)
    return Installed(site, checkout)


@pytest.fixture(scope="module")
def built(installed: Installed) -> Installed:
    run = installed.kg("build", cwd=installed.checkout)
    assert (run.returncode, run.stderr) == (0, "")
    return installed


def test_in_a_checkout_its_own_data_is_read_and_not_that_of_the_wheel_beside_it(
    built: Installed,
) -> None:
    claims = built.checkout / "data" / "claims" / "report.csv"
    whole = claims.read_bytes()
    before = json.loads(built.kg("check", "--json", cwd=built.checkout).stdout)
    claims.write_bytes(whole[: whole.rstrip().rindex(b"\n") + 1])
    try:
        after = json.loads(built.kg("check", "--json", cwd=built.checkout).stdout)
        assert after["claims"] == before["claims"] - 1
        assert CHANGED in built.kg("info", cwd=built.checkout).stderr
    finally:
        claims.write_bytes(whole)


@pytest.mark.parametrize("way", ["installed", "editable"])
def test_what_a_wheel_built_in_a_checkout_is_no_news_however_kg_is_installed_later(
    built: Installed, way: str
) -> None:
    run = built.kg("info", cwd=built.checkout) if way == "installed" else built.editable("info")
    assert (run.returncode, run.stderr) == (0, "")


def test_a_query_that_is_taken_out_of_a_checkout_is_gone(built: Installed) -> None:
    query = built.checkout / "queries" / "suppliers.cypher"
    text = query.read_bytes()
    query.unlink()
    try:
        run = built.kg("query", "suppliers", cwd=built.checkout)
        assert (run.returncode, run.stdout) == (1, "")
        assert "'suppliers'" in run.stderr
    finally:
        query.write_bytes(text)


def test_away_from_a_checkout_a_case_is_read_beside_what_the_wheel_ships(
    installed: Installed, tmp_path: Path
) -> None:
    case = made(tmp_path / "case", entities=[entity("my-firm")])
    assert not case.is_checkout
    alone, beside = (
        json.loads(installed.kg("check", "--json", cwd=cwd).stdout)
        for cwd in (installed.checkout, case.root)
    )
    assert beside == {**alone, "entities": alone["entities"] + 1}


def test_a_checkout_is_known_by_the_package_in_it(tmp_path: Path) -> None:
    made(tmp_path / "case")
    (tmp_path / "case" / "kg").mkdir()
    assert not Case(tmp_path / "case").is_checkout
    assert Case(ROOT).is_checkout
    assert Case(ROOT).shipped("data") == ROOT / "data"
