"""Data in a page: nothing in it can end its element, and large data is small."""

import json
import re
import zlib
from base64 import b64decode

from kg.pages.packing import LIMIT, block

_BLOCK = re.compile(r'<script type="([a-z/-]+)" id="x">(.*)</script>', re.DOTALL)


def _inside(text: str) -> tuple[str, str]:
    found = _BLOCK.fullmatch(text)
    assert found
    return found[1], found[2]


def test_small_data_is_json_that_anybody_can_read() -> None:
    data = {"a": ["</script><!--", "é & \u2028", 1.5]}
    kind, text = _inside(block("x", data))
    assert kind == "application/json"
    assert json.loads(text) == data
    assert not set("<>&\u2028") & set(text)


def test_large_data_is_deflated() -> None:
    data = ["<b>same</b>"] * (LIMIT // 8)
    kind, text = _inside(block("x", data))
    assert kind == "application/octet-stream"
    assert json.loads(zlib.decompress(b64decode(text))) == data
    assert len(text) < LIMIT / 10


def test_half_a_character_does_not_stop_the_page() -> None:
    assert json.loads(_inside(block("x", "a\ud800b"))[1]) == "a?b"
