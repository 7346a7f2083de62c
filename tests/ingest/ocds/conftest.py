"""What small releases of our own say."""

from pathlib import Path

import pytest

from tests.ingest.ocds.cast import Hear
from tests.ingest.said import Said, Say
from tests.notices.ocds_sample import save


@pytest.fixture
def hear(said: Say, tmp_path: Path) -> Hear:
    def tell(*documents: object, **options: str) -> Said:
        return said("ocds", save(tmp_path, *documents), **options)

    return tell
