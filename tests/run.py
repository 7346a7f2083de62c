"""Everything that CI asks for, on a fresh machine: ``python3 tests/run.py [pytest arguments]``.

Makes a virtual environment in .venv, installs the project with its development tools, and runs
ruff, mypy, import-linter, ``kg check`` and pytest. Needs Python only; the tests that use a real
Neo4j fetch it with Maven and run it with Java, and say so if one of the two is missing.
"""

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / ".venv"
BIN = PLACE / ("Scripts" if os.name == "nt" else "bin")
STEPS = [
    ["ruff", "check", "."],
    ["ruff", "format", "--check", "."],
    ["mypy"],
    ["lint-imports"],
    ["kg", "check"],
]


def main() -> int:
    """Set up, run every step, and stop at the first that fails."""
    if not (BIN / "python").exists() and not (BIN / "python.exe").exists():
        venv.create(PLACE, with_pip=True)
    install = [str(BIN / "python"), "-m", "pip", "install", "--quiet"]
    _run([*install, "--upgrade", "pip"])
    _run([*install, "--editable", ".", "--group", "dev"])
    _try([*install, "--group", "reference"])
    if os.environ.get("CI"):
        _try([*install, "--editable", ".[spark]"])  # half a gigabyte, and Java: not for everybody
    for name, *arguments in [*STEPS, ["pytest", *sys.argv[1:]]]:
        _run([str(BIN / name), *arguments])
    return 0


def _run(command: list[str]) -> None:
    if code := _code(command):
        sys.exit(code)


def _try(command: list[str]) -> None:
    """What only some machines can install, as it must be compiled; its tests say so then."""
    if _code(command):
        sys.stderr.write("cannot be installed here; the tests that compare with it are skipped\n")


def _code(command: list[str]) -> int:
    sys.stderr.write(f"$ {' '.join([Path(command[0]).name, *command[1:]])}\n")
    sys.stderr.flush()
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
