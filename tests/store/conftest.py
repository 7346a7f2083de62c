"""A second Neo4j, for what the shared one cannot show: bulk import, passwords, no writes."""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.store import bulk_csv
from tests.neo4j_server.server import administer, running
from tests.store.samples import CASE, odd

PASSWORD = "a-good-secret"
FRESH_PASSWORD = "a-fresh-secret"
_SETTINGS = ["dbms.security.auth_enabled=true", "server.databases.read_only=neo4j"]


@dataclass(frozen=True, slots=True)
class Vault:
    """A Neo4j that was filled by the bulk import, wants a password and takes no writes."""

    uri: str
    commands: list[str]
    report: Path
    password: str = PASSWORD
    fresh_password: str = FRESH_PASSWORD


@pytest.fixture(scope="session")
def vault(neo4j_jars: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    home = tmp_path_factory.mktemp("vault")
    folder = home / "files, of a=case"
    commands = bulk_csv.write(odd(), CASE, folder)
    program, *arguments = shlex.split(commands[1])
    assert program == "neo4j-admin"
    administer(home, folder, arguments)
    with running(home, _SETTINGS) as uri:
        _set_passwords(uri)
        yield Vault(uri, commands, folder / "import.report")


def _set_passwords(uri: str) -> None:
    from neo4j import GraphDatabase

    with GraphDatabase.driver(uri, auth=("neo4j", "neo4j")) as driver:
        driver.execute_query(
            "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new", new=PASSWORD, database_="system"
        )
    with GraphDatabase.driver(uri, auth=("neo4j", PASSWORD)) as driver:
        driver.execute_query(
            "CREATE USER fresh SET PASSWORD $new", new=FRESH_PASSWORD, database_="system"
        )
