"""What a small notice of our own says."""

from pathlib import Path

import pytest

from tests.ingest.said import Said, Say
from tests.ingest.ted.cast import Hear
from tests.notices.eforms_sample import save
from tests.notices.ted_sample import notice


@pytest.fixture
def hear(said: Say, tmp_path: Path) -> Hear:
    def tell(*forms: str, **more: str) -> Said:
        return said("ted", save(tmp_path, notice(*forms, **more)))

    return tell
