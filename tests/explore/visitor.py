"""A visitor of the server: plain requests over HTTP, with whatever headers a test wants."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlencode, urlsplit

from kg.explore.server import Server


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def data(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)

    @property
    def error(self) -> str:
        """The one line that says what is wrong."""
        return str(self.data["error"])


class Visitor:
    """Somebody with the cookie, or without."""

    def __init__(self, server: Server, cookie: str = "") -> None:
        """Talk to a server."""
        self.server = server
        self.cookie = cookie
        self.origin = f"http://127.0.0.1:{server.port}"

    def ask(
        self,
        address: str,
        method: str = "GET",
        body: bytes | None = None,
        headers: Mapping[str, str] = {},
    ) -> Reply:
        """One request; ``headers`` replace those of a browser."""
        connection = HTTPConnection("127.0.0.1", self.server.port, timeout=20)
        own = {"Cookie": self.cookie, "Host": f"127.0.0.1:{self.server.port}"}
        connection.putrequest(method, address, skip_host=True, skip_accept_encoding=True)
        sent = {name: value for name, value in {**own, **headers}.items() if value}
        if body is not None:
            sent = {"Content-Length": str(len(body)), **sent}
        for name, value in sent.items():
            connection.putheader(name, value)
        connection.endheaders()
        if body:
            connection.send(body)
        reply = connection.getresponse()
        found = Reply(reply.status, dict(reply.getheaders()), reply.read())
        connection.close()
        return found

    def get(self, path: str, **cells: str) -> Reply:
        """Ask as the page does."""
        return self.ask(f"{path}?{urlencode(cells)}")

    def post(self, form: object, **headers: str) -> Reply:
        """Send a form as the page does."""
        kind = {"Content-Type": "application/json", "Origin": self.origin}
        return self.ask("/answer", "POST", json.dumps(form).encode(), {**kind, **headers})


def path_of(link: str) -> str:
    """What stands behind the port in a link."""
    parts = urlsplit(link)
    return f"{parts.path}?{parts.query}"
