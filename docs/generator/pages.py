"""Which files of the documentation are made, wholly or in part, and from what."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from docs.generator import commands, gallery, picture, queries, vocabulary
from docs.generator.blocks import Block, answer, blocks, made
from docs.generator.desk import Desk
from docs.generator.outline import outline
from kg.case import Case

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


def filled(page: str, desk: Desk) -> str:
    """A page with every answer and every made part as it is now."""
    return "".join(map(_Filler(desk).fill, blocks(page)))


def made_now(root: Path = ROOT) -> Iterator[tuple[Path, bytes]]:
    """Every file of the documentation that is made, and what it should hold."""
    for path, text in whole(root):
        yield path, text.encode()
    with TemporaryDirectory() as folder:
        home = Path(folder).resolve()
        first = Desk(home / "first")
        for path in written(root):
            desk = Desk(home / path.stem, like=first)
            yield path, filled(path.read_text("utf-8"), desk).encode()
        yield from gallery.files(root, Case(first.root))


def behind(root: Path = ROOT) -> Iterator[tuple[Path, bytes]]:
    """The files that differ from what would be made now, with what they should hold.

    One that is made no more, such as the last part of a figure, should hold nothing.
    """
    made = dict(made_now(root))
    for path in sorted({*(root / "docs" / "gallery").iterdir()} - made.keys()):
        yield path, b""
    for path, held in made.items():
        if not path.is_file() or path.read_bytes() != held:
            yield path, held


def main(arguments: list[str]) -> int:
    """Write what is behind; with --check, only name it, and return 1 if there is any."""
    if arguments not in ([], ["--check"]):
        sys.stderr.write("usage: python docs/generate.py [--check]\n")
        return 2
    found = list(behind())
    for path, held in found:
        if not arguments:
            _save(path, held)
        done = "is behind; run python docs/generate.py" if arguments else "written"
        sys.stderr.write(f"{path.relative_to(ROOT).as_posix()}: {done}\n")
    return 1 if arguments and found else 0


def _save(path: Path, held: bytes) -> None:
    if held:
        path.write_bytes(held)
    else:
        path.unlink()


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
        elif block.kind == "outline":
            found = outline(json.loads(self.desk.run(block.words)))
            return answer(block.words, found, "outline")
        elif block.kind == "made":
            return made(block.words, vocabulary.part(block.words))
        return block.text
