"""The parsers of other tools that are JavaScript: fetched by npm once, kept in the user's cache.

graphology-gexf and Mermaid (both MIT) are test tools only, never shipped.
"""

import json
import subprocess
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.fetched import fetched, tool

_HERE = Path(__file__).parent / "parsers"
_WITHOUT = "what other tools read is not tested"
_FLAGS = ("--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund", "--silent")


def parsers() -> Path:
    """The folder with the parsers; fetched by npm where it is not there yet."""
    tool("node", _WITHOUT)
    asked = (_HERE / "package.json").read_bytes()

    def fetch(folder: Path) -> None:
        (folder / "package.json").write_bytes(asked)
        subprocess.run([tool("npm", _WITHOUT), "install", *_FLAGS], cwd=folder, check=True)

    return fetched(f"parsers-{sha256(asked).hexdigest()[:12]}", fetch)


def graphology(folder: Path, file: Path) -> Any:
    """What graphology-gexf finds in a file: its type, its nodes, its edges."""
    command = [tool("node", _WITHOUT), str(_HERE / "gexf.cjs"), str(folder), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)
