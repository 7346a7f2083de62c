"""What starting the program costs: kg.cli pulls in only what every command needs."""

import subprocess
import sys

ALLOWED = {"click", "kg"}
PROGRAM = """
import sys
before = set(sys.modules)
import kg.cli
loaded = {name.partition(".")[0] for name in set(sys.modules) - before}
print(" ".join(sorted(loaded - set(sys.stdlib_module_names))))
"""


def test_importing_the_commands_pulls_in_only_click_and_ourselves() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, check=True, text=True
    )
    assert set(done.stdout.split()) == ALLOWED
