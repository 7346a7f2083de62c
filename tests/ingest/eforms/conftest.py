"""What a small notice of our own says."""

from pathlib import Path

import pytest

from tests.ingest.eforms.cast import Hear
from tests.ingest.said import Said, Say
from tests.notices.eforms_sample import notice, save


@pytest.fixture
def hear(said: Say, tmp_path: Path) -> Hear:
    def tell(*parts: str, name: str = "notice.xml", **more: str) -> Said:
        return said("eforms", save(tmp_path, notice(*parts, **more), name))

    return tell
