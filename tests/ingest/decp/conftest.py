"""What small contracts of our own say."""

from pathlib import Path
from typing import Any

import pytest

from tests.ingest.decp.cast import Hear
from tests.ingest.said import Said, Say
from tests.notices.decp_sample import save, second_version


@pytest.fixture
def hear(said: Say, tmp_path: Path) -> Hear:
    def tell(*contracts: dict[str, Any]) -> Said:
        return said("decp", save(tmp_path, second_version(*contracts)))

    return tell
