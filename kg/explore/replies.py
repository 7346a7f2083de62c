"""What goes back to the browser, and the headers that keep it there."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from http import HTTPStatus

from kg.answers.cells import one_line

STRICT: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@dataclass(frozen=True, slots=True)
class Reply:
    """A status, a body and its type; ``headers`` replace those of every reply."""

    body: bytes
    kind: str
    status: HTTPStatus = HTTPStatus.OK
    headers: Mapping[str, str] = field(default_factory=dict, hash=False)


def as_json(data: object, status: HTTPStatus = HTTPStatus.OK) -> Reply:
    """Data for the page; half a character becomes a question mark."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return Reply(text.encode("utf-8", "replace"), "application/json; charset=utf-8", status)


def wrong(message: str, status: HTTPStatus = HTTPStatus.BAD_REQUEST) -> Reply:
    """One line that says what is wrong and what to do."""
    return as_json({"error": one_line(message)}, status)


def told(message: str, lang: str, status: HTTPStatus) -> Reply:
    """The same for somebody who has opened an address herself: a page to read."""
    line = escape(one_line(message))
    page = (
        f'<!doctype html>\n<html lang="{lang}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>kg explore</title><h1>kg explore</h1><p>{line}</p></html>\n"
    )
    return Reply(page.encode("utf-8", "replace"), "text/html; charset=utf-8", status)


def moved(place: str, cookie: str) -> Reply:
    """Elsewhere, with a cookie."""
    headers = {"Location": place} | ({"Set-Cookie": cookie} if cookie else {})
    return Reply(b"", "text/plain; charset=utf-8", HTTPStatus.SEE_OTHER, headers)


def file(body: bytes, kind: str) -> Reply:
    """Something to save; it never shows as a page of this server."""
    return Reply(body, kind, headers={"Content-Disposition": "attachment"})
