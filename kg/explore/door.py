"""Who may ask: this machine's own browser, from our own page, with our cookie.

Other sites in the same browser can send requests to a local port; that they name it by a name of
their own (DNS rebinding) shows in Host, that they come from elsewhere in Origin and Sec-Fetch-Site.
"""

from collections.abc import Mapping

Headers = Mapping[str, str]
_OWN_NAMES = ("127.0.0.1", "localhost")
_OWN_SITES = ("same-origin", "none")
MOST = 64_000
"""Bytes that a question may have: a form, or a Cypher text."""


def own_hosts(port: int) -> tuple[str, ...]:
    """How this server may be called."""
    return tuple(f"{name}:{port}" for name in _OWN_NAMES)


def is_ours(headers: Headers, port: int) -> bool:
    """Whether a request names this server and comes from its own page, or from no page at all."""
    host, origin = headers.get("Host", ""), headers.get("Origin")
    if host not in own_hosts(port):
        return False
    if origin is not None and origin != f"http://{host}":
        return False
    return headers.get("Sec-Fetch-Site", "none") in _OWN_SITES


def is_own_post(headers: Headers) -> bool:
    """Whether a form was sent as JSON by a script: no other site may do so without asking first."""
    kind = headers.get("Content-Type", "").partition(";")[0].strip()
    return kind == "application/json" and "Origin" in headers


def is_reader(headers: Headers) -> bool:
    """Whether somebody opened the address herself, so that a person reads what comes back."""
    return headers.get("Accept", "").startswith("text/html")


def length(headers: Headers) -> int:
    """How many bytes a question has; -1 where nobody says, or where it is no number."""
    text = headers.get("Content-Length", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else -1
