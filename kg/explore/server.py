"""The server: this machine only, one visitor, every request through the same door."""

import json
import sys
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from kg.errors import KgError, QueryError
from kg.explore import door, routes
from kg.explore.asked import Asked
from kg.explore.explorer import Explorer
from kg.explore.replies import STRICT, Reply, moved, told, wrong
from kg.explore.token import Token
from kg.explore.words import words

LOOPBACK = "127.0.0.1"
PORT = 8017
_SILENCE = 30.0
"""Seconds that a visitor may take to say what he wants."""


class Server(ThreadingHTTPServer):
    """Serves one open graph until it is shut down."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = sys.platform != "win32"

    def __init__(self, explorer: Explorer, port: int) -> None:
        """Listen on a port of this machine; 0 takes a free one.

        Raises:
            OSError: The port is taken.
        """
        super().__init__((LOOPBACK, port), Visit)
        self.explorer = explorer
        self.port = int(self.server_address[1])
        self.token = Token(self.port)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say what went wrong; that a visitor has left, or is cut off by the end, is no error."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    @property
    def link(self) -> str:
        """What to open in the browser; good once."""
        return f"http://{LOOPBACK}:{self.port}/?token={self.token.link}"


def serve(explorer: Explorer, port: int = PORT) -> Server:
    """A server on the port, or on a free one where it is taken."""
    with suppress(OSError):
        return Server(explorer, port)
    return Server(explorer, 0)


class Visit(BaseHTTPRequestHandler):
    """One request. Says nothing of itself, and logs nothing."""

    server: Server
    protocol_version = "HTTP/1.1"
    timeout = _SILENCE

    def version_string(self) -> str:
        """What stands in the Server header."""
        return "kg"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Print nothing: addresses hold names that somebody looks up."""

    def do_GET(self) -> None:
        """Answer a question whose words stand in the address."""
        self._send(self._admitted() or self._got())

    def do_POST(self) -> None:
        """Answer a question that is sent as a form: a query to run."""
        self._send(self._admitted() or self._posted())

    def _admitted(self) -> Reply | None:
        """What turns a request away, if something does."""
        if not door.is_ours(dict(self.headers), self.server.port):
            return self._refused("stranger")
        parts = urlsplit(self.path)
        key = parse_qs(parts.query).get("token", [""])[0]
        if parts.path == "/" and key and self.command == "GET":
            return self._let_in(key)
        if not self._is_known():
            return self._refused("no_key")
        return None

    def _let_in(self, key: str) -> Reply:
        """Swap the word of the link for a cookie, and take it out of the address."""
        cookie = self.server.token.exchange(key)
        if cookie or self._is_known():
            return moved("/", cookie)
        return self._refused("used_key")

    def _refused(self, word: str, status: HTTPStatus = HTTPStatus.FORBIDDEN) -> Reply:
        """Why not, and what to do: as a page where a person reads it, else as data."""
        lang = self.server.explorer.lang
        message = str(words()[lang][word])
        if door.is_reader(dict(self.headers)):
            return told(message, lang, status)
        return wrong(message, status)

    def _is_known(self) -> bool:
        return self.server.token.is_known(self.headers.get("Cookie", ""))

    def _got(self) -> Reply:
        parts = urlsplit(self.path)
        return self._answered(routes.GET.get(parts.path), parts.query, None)

    def _posted(self) -> Reply:
        parts = urlsplit(self.path)
        if not door.is_own_post(dict(self.headers)):
            return self._refused("stranger")
        size = door.length(dict(self.headers))
        if not 0 <= size <= door.MOST:
            message = f"a question may have {door.MOST} bytes, and has to say how many"
            return wrong(message, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        return self._answered(routes.POST.get(parts.path), parts.query, self.rfile.read(size))

    def _answered(self, route: routes.Route | None, query: str, body: bytes | None) -> Reply:
        if route is None:
            return self._refused("nowhere", HTTPStatus.NOT_FOUND)
        try:
            form = None if body is None else _form(body)
            return route(self.server.explorer, Asked.of(query, form))
        except KgError as error:
            return wrong(str(error))

    def _send(self, reply: Reply) -> None:
        """Write the reply; a visitor who has left needs none. An unread question ends the line."""
        self.close_connection = self.close_connection or reply.status >= HTTPStatus.BAD_REQUEST
        with suppress(ConnectionError):
            self.send_response(reply.status)
            for name, value in {**STRICT, **reply.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Type", reply.kind)
            self.send_header("Content-Length", str(len(reply.body)))
            if self.close_connection:
                self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(reply.body)


def _form(body: bytes) -> dict[str, object]:
    """What a form says.

    Raises:
        QueryError: It is no JSON object.
    """
    try:
        form = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise QueryError("the form is not JSON") from error
    if not isinstance(form, dict):
        raise QueryError("the form is no JSON object")
    return form
