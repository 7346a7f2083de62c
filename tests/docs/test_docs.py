import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import click
import pytest

from docs.generator import commands, pages, queries
from docs.generator.desk import Desk
from kg.case import Case
from kg.cli import COMMANDS, cli
from kg.queries.saved import saved

ROOT = pages.ROOT
PAGES = [ROOT / "README.md", ROOT / "data" / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
QUERIES = saved(Case(ROOT))
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_NEEDS_MORE = ("load", "--store", "--to")
_STAYS_OPEN = ("explore", "review")  # a server, a screen: they end when the reader ends them


def test_what_is_made_is_as_the_program_is_now() -> None:
    behind = [path.relative_to(ROOT).as_posix() for path, _ in pages.behind()]
    assert behind == [], "run python docs/generate.py"


def lines() -> Iterator[tuple[str, str]]:
    """Every ``kg`` line of a ```sh block, with the page it stands in."""
    for path in PAGES:
        for kind, text in _FENCE.findall(path.read_text("utf-8")):
            if kind == "sh":
                for line in text.splitlines():
                    if line.startswith("kg "):
                        yield path.name, line


LINES = sorted(set(lines()))


def parse(words: list[str]) -> None:
    """Read the words as the command line does, down to the last command, and run nothing."""
    command, name, parent = cast("click.Command", cli), "kg", None
    while True:
        context = command.make_context(name, words, parent=parent)
        if not isinstance(command, click.Group):
            return
        rest = [*context._protected_args, *context.args]
        if not rest:
            return
        found, inner, words = command.resolve_command(context, rest)
        assert found is not None
        assert inner is not None
        command, name, parent = inner, found, context


@pytest.mark.parametrize(("page", "line"), LINES)
def test_every_command_line_of_the_docs_is_one(page: str, line: str, tmp_path: Path) -> None:
    words = shlex.split(line, comments=True)[1:]
    if "--help" in words:
        words.remove("--help")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KG_CASE", str(tmp_path))
        parse(words)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("desk"))


def is_cheap(page: str, line: str) -> bool:
    words = line.split()
    return (
        page != "queries.md"
        and words[1] not in _STAYS_OPEN
        and not any(word in words for word in _NEEDS_MORE)
    )


@pytest.mark.parametrize("line", sorted({line for page, line in LINES if is_cheap(page, line)}))
def test_a_command_line_of_the_docs_runs(line: str, desk: Desk) -> None:
    result = desk.call(shlex.split(line, comments=True)[1:])
    assert (result.exit_code, result.exception) == (0, None), result.output


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_has_help_and_stands_in_the_docs(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    assert command.help
    page = (ROOT / "docs" / "commands.md").read_text("utf-8")
    assert f"\n## kg {name}\n" in page
    section = page.partition(f"\n## kg {name}\n")[2].partition("\n## ")[0]
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help, option.name
            assert any(f"`{flag}" in section or f", {flag}" in section for flag in option.opts)


def test_the_short_help_of_a_command_is_the_first_line_of_its_long_one() -> None:
    for name, short in COMMANDS.items():
        command = cli.get_command(click.Context(cli), name)
        assert command is not None
        assert (command.help or "").splitlines()[0].startswith(short.rstrip("."))


@pytest.mark.parametrize("name", QUERIES)
def test_every_query_is_described_with_its_parameters(name: str) -> None:
    query = QUERIES[name]
    section = queries.page(ROOT).partition(f"\n### {name}\n")[2].partition("\n##")[0]
    assert query.description
    assert query.tags
    for param in query.params:
        assert param.help
        assert f"`{param.flag} " in section
    for column in query.returns:
        assert f"`{column}`" in section


def anchors(page: Path) -> set[str]:
    """The anchors of the headings of a page, as GitHub makes them."""
    heads = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in filter(None, sum(_LINK.findall(page.read_text("utf-8")), ())):
        if link.startswith(("http://", "https://")):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def test_the_page_of_commands_lists_them_in_their_order() -> None:
    listed = re.findall(r"^\| \[`kg ([\w-]+)`\]", commands.page(), re.MULTILINE)
    assert listed == list(COMMANDS)


def test_no_page_names_a_folder_of_a_machine() -> None:
    for page in PAGES:
        assert not re.search(r"(?<![\w.~/])/(tmp|home|root|work|Users)/", page.read_text("utf-8"))
