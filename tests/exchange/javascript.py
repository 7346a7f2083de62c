"""The parsers of other tools that are JavaScript: fetched by npm once, kept in the user's cache.

graphology-gexf and Mermaid (both MIT) are test tools only, never shipped.
"""

import json
import os
import shutil
import subprocess
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent / "parsers"


class MissingToolError(Exception):
    """Node or npm is not installed."""


def parsers() -> Path:
    """The folder with the parsers; fetched by npm where it is not there yet."""
    _tool("node")
    asked = (_HERE / "package.json").read_bytes()
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "surveillance-kg"
    folder = cache / f"parsers-{sha256(asked).hexdigest()[:12]}"
    if folder.is_dir():
        return folder
    cache.mkdir(parents=True, exist_ok=True)
    fetched = Path(tempfile.mkdtemp(prefix="fetching-", dir=cache))
    try:
        (fetched / "package.json").write_bytes(asked)
        flags = ["--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund", "--silent"]
        subprocess.run([_tool("npm"), "install", *flags], cwd=fetched, check=True)
        fetched.rename(folder)
    except OSError:
        if not folder.is_dir():  # another run was quicker
            raise
    finally:
        shutil.rmtree(fetched, ignore_errors=True)
    return folder


def graphology(folder: Path, file: Path) -> Any:
    """What graphology-gexf finds in a file: its type, its nodes, its edges."""
    command = [_tool("node"), str(_HERE / "gexf.cjs"), str(folder), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise MissingToolError(f"no {name} here: install one to test what other tools read")
    return found
