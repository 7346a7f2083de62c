"""The key to the server: a word in the link, good for one visit, then a cookie.

The link may end up in a browser's history or on a screen; after its first use it opens nothing. The
cookie is out of reach of scripts and of other sites.
"""

from hmac import compare_digest
from http.cookies import CookieError, SimpleCookie
from secrets import token_urlsafe
from threading import Lock


class Token:
    """One link, one visitor. Safe to ask from several threads."""

    def __init__(self, port: int) -> None:
        """Make a new link; cookies know no ports, so that the name of ours holds it."""
        self.link = token_urlsafe(32)
        self._name = f"kg_explore_{port}"
        self._cookie = token_urlsafe(32)
        self._is_used = False
        self._lock = Lock()

    def exchange(self, given: str) -> str:
        """The cookie to set for the word of the link; nothing for another, or the second time."""
        with self._lock:
            if self._is_used or not _same(given, self.link):
                return ""
            self._is_used = True
        return f"{self._name}={self._cookie}; Path=/; HttpOnly; SameSite=Strict"

    def is_known(self, cookies: str) -> bool:
        """Whether a Cookie header comes from the visitor who used the link."""
        try:
            held = SimpleCookie(cookies).get(self._name)
        except CookieError:
            return False
        return held is not None and _same(held.value, self._cookie)


def _same(given: str, wanted: str) -> bool:
    """Compare in a time that tells nothing of how much is right."""
    return compare_digest(given.encode("utf-8", "replace"), wanted.encode())
