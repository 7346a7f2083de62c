"""Which urls may become links."""

import re

_LINK = re.compile(r"https?://[\w.~:/?#\[\]@!$&'()*+,;=%-]+", re.ASCII | re.IGNORECASE)


def is_link(url: str) -> bool:
    """Whether a url is a web address in plain characters; nothing else is made clickable."""
    return _LINK.fullmatch(url) is not None
