"""Make the parts of the documentation that can be made: ``python docs/generate.py [--check]``.

Fills the marked blocks of README.md and docs/*.md with what the commands in them print, and writes
docs/commands.md, docs/queries.md and docs/data-model.svg. ``--check`` changes nothing and fails if
anything is behind.
"""

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    from docs.generator.pages import main

    sys.exit(main(sys.argv[1:]))
