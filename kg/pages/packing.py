"""Data as blocks in a page: JSON that no parser of HTML can leave, deflated where that pays."""

import json
import zlib
from base64 import b64encode

LIMIT = 1_000_000
"""Characters from which on a block is deflated; below, anybody can read it in the source."""

_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def block(name: str, data: object) -> str:
    """A script element that runs nothing and holds the data under an id."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    text = text.encode("utf-8", "replace").decode()  # half a character cannot be written
    for character, escaped in _UNSAFE.items():
        text = text.replace(character, escaped)
    if len(text) <= LIMIT:
        return f'<script type="application/json" id="{name}">{text}</script>'
    packed = b64encode(zlib.compress(text.encode(), 9)).decode()
    return f'<script type="application/octet-stream" id="{name}">{packed}</script>'
