"""Which files of the documentation are made, wholly or in part, and from what."""

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from docs.generator import commands, picture, queries, vocabulary
from docs.generator.blocks import Block, answer, blocks, made
from docs.generator.desk import Desk

ROOT = Path(__file__).resolve().parent.parent.parent


def whole(root: Path = ROOT) -> Iterator[tuple[Path, str]]:
    """The files that are made from the program alone."""
    if missing := picture.unplaced():
        raise LookupError(f"docs/generator/picture.py has no place for {', '.join(missing)}")
    yield root / "docs" / "data-model.svg", picture.draw()
    yield root / "docs" / "commands.md", commands.page()
    yield root / "docs" / "queries.md", queries.page(root)


def written(root: Path = ROOT) -> list[Path]:
    """The pages that people write, with blocks that are filled here."""
    alone = {path for path, _ in whole(root)}
    found = [root / "README.md", *sorted((root / "docs").glob("*.md"))]
    return [path for path in found if path not in alone]


def filled(page: str) -> str:
    """A page with every answer and every made part as it is now."""
    parts = list(blocks(page))
    if not any(block.kind in ("answer", "run") for block in parts):
        return "".join(map(_made, parts))
    with TemporaryDirectory() as home:
        desk = Desk(Path(home).resolve())
        return "".join(_Filler(desk).fill(block) for block in parts)


def made_now(root: Path = ROOT) -> Iterator[tuple[Path, str]]:
    """Every file of the documentation that is made, and what it should hold."""
    yield from whole(root)
    for path in written(root):
        yield path, filled(path.read_text("utf-8"))


def behind(root: Path = ROOT) -> list[Path]:
    """The files that differ from what would be made now."""
    return [
        path
        for path, text in made_now(root)
        if not path.is_file() or path.read_text("utf-8") != text
    ]


def main(arguments: list[str]) -> int:
    """Write what differs; with --check, only name it, and return 1 if there is any."""
    if arguments not in ([], ["--check"]):
        sys.stderr.write("usage: python docs/generate.py [--check]\n")
        return 2
    for path in (found := behind()):
        sys.stderr.write(f"{path.relative_to(ROOT)}: is behind\n")
    if arguments:
        return 1 if found else 0
    for path, text in made_now():
        if path in found:
            path.write_text(text, "utf-8")
    return 0


def _made(block: Block) -> str:
    return made(block.words, vocabulary.part(block.words)) if block.kind == "made" else block.text


class _Filler:
    """Goes through one page in order; what a Python block printed is the next answer."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.printed = ""

    def fill(self, block: Block) -> str:
        if block.kind == "file":
            self.desk.put(block.words, block.body)
        elif block.kind == "run" and block.words == "python":
            self.printed = self.desk.python(block.body)
        elif block.kind == "run":
            self.desk.run(block.words)
        elif block.kind == "answer":
            python = block.words == "python"
            return answer(block.words, self.printed if python else self.desk.run(block.words))
        return _made(block)
