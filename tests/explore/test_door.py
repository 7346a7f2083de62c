"""Who may ask: named as we are named, from our own page."""

import pytest

from kg.explore import door
from kg.explore.server import Server

OURS = {"Host": "127.0.0.1:8017"}


@pytest.mark.parametrize(
    "headers",
    [
        OURS,
        {"Host": "localhost:8017"},
        {**OURS, "Origin": "http://127.0.0.1:8017"},
        {"Host": "localhost:8017", "Origin": "http://localhost:8017"},
        {**OURS, "Sec-Fetch-Site": "same-origin"},
        {**OURS, "Sec-Fetch-Site": "none"},
    ],
)
def test_our_own_page_may_ask(headers: dict[str, str]) -> None:
    assert door.is_ours(headers, 8017)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Host": ""},
        {"Host": "127.0.0.1"},
        {"Host": "127.0.0.1:80"},
        {"Host": "evil.example:8017"},
        {"Host": "127.0.0.1.evil.example:8017"},
        {"Host": "127.0.0.1:8017@evil.example"},
        {"Host": "0.0.0.0:8017"},
        {**OURS, "Origin": "http://evil.example"},
        {**OURS, "Origin": "null"},
        {**OURS, "Origin": ""},
        {**OURS, "Origin": "https://127.0.0.1:8017"},
        {**OURS, "Origin": "http://localhost:8017"},
        {**OURS, "Origin": "http://127.0.0.1:9000"},
        {**OURS, "Sec-Fetch-Site": "cross-site"},
        {**OURS, "Sec-Fetch-Site": "same-site"},
    ],
)
def test_nobody_else_may(headers: dict[str, str]) -> None:
    assert not door.is_ours(headers, 8017)


@pytest.mark.parametrize(
    ("kind", "is_own"),
    [
        ("application/json", True),
        ("application/json; charset=utf-8", True),
        ("text/plain", False),
        ("application/x-www-form-urlencoded", False),
        ("multipart/form-data", False),
        ("", False),
    ],
)
def test_a_form_of_another_site_cannot_be_sent(kind: str, is_own: bool) -> None:
    assert door.is_own_post({"Content-Type": kind, "Origin": "http://127.0.0.1:8017"}) is is_own


def test_a_form_without_an_origin_is_refused() -> None:
    assert not door.is_own_post({"Content-Type": "application/json"})


@pytest.mark.parametrize(
    ("told", "size"),
    [("0", 0), ("17", 17), ("", -1), ("-1", -1), ("1e9", -1), ("٣", -1), ("9" * 40, -1)],
)
def test_a_length_is_a_plain_number(told: str, size: int) -> None:
    assert door.length({"Content-Length": told}) == size


def test_a_visitor_who_is_cut_off_is_no_error_and_a_mistake_of_ours_is_shown(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(mistake: Exception) -> str:
        try:
            raise mistake
        except type(mistake):
            server.handle_error(None, ("127.0.0.1", 1))
        return capsys.readouterr().err

    assert fail(ConnectionResetError()) == ""
    assert "ZeroDivisionError" in fail(ZeroDivisionError())
