"""The server over HTTP: who is let in, what is refused, and that nothing is written."""

import socket

import pytest

from kg.explore import door
from kg.explore.explorer import Explorer
from kg.explore.server import LOOPBACK, Server, serve
from tests.explore.visitor import Visitor, path_of

ADDRESSES = ("/", "/search?q=palantir", "/entity?id=palantir", "/picture", "/sources")


@pytest.mark.parametrize("address", ADDRESSES)
def test_without_the_link_nothing_is_told(stranger: Visitor, address: str) -> None:
    reply = stranger.ask(address)
    assert reply.status == 403
    assert "Start kg explore again" in reply.error


def test_a_wrong_word_is_refused(stranger: Visitor) -> None:
    reply = stranger.ask("/?token=wrong")
    assert (reply.status, "Set-Cookie" in reply.headers) == (403, False)


def test_the_link_gives_a_cookie_and_leaves_the_address(server: Server) -> None:
    reply = Visitor(server).ask(path_of(server.link))
    assert (reply.status, reply.headers["Location"]) == (303, "/")
    cookie = reply.headers["Set-Cookie"].partition(";")[0]
    assert Visitor(server, cookie).ask("/").status == 200


def test_the_link_opens_for_one_browser_only(server: Server) -> None:
    first = Visitor(server).ask(path_of(server.link))
    again = Visitor(server).ask(path_of(server.link))
    assert (first.status, again.status) == (303, 403)
    assert "Set-Cookie" not in again.headers


def test_who_is_in_may_use_the_link_again(server: Server) -> None:
    first = Visitor(server).ask(path_of(server.link))
    known = Visitor(server, first.headers["Set-Cookie"].partition(";")[0])
    again = known.ask(path_of(server.link))
    assert (again.status, "Set-Cookie" in again.headers) == (303, False)


def test_the_link_is_not_used_up_by_another_site(server: Server) -> None:
    stranger = Visitor(server)
    stranger.ask(path_of(server.link), headers={"Sec-Fetch-Site": "cross-site"})
    stranger.ask(path_of(server.link), headers={"Host": "evil.example"})
    stranger.ask(path_of(server.link), "POST", b"{}")
    assert stranger.ask(path_of(server.link)).status == 303


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "evil.example:80"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
def test_the_cookie_is_no_use_to_another_site(visitor: Visitor, headers: dict[str, str]) -> None:
    reply = visitor.ask("/search?q=palantir", headers=headers)
    assert reply.status == 403
    assert reply.error.startswith("Only a browser on this machine")


@pytest.mark.parametrize(
    "address",
    [
        "/../../etc/passwd",
        "/..%2f..%2fetc%2fpasswd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "//etc/passwd",
        "/data/claims.csv",
        "/kg/explore/token.py",
        "/js/main.js",
        "/answer",
        "/search/",
        "/SEARCH",
    ],
)
def test_no_file_has_an_address(visitor: Visitor, address: str) -> None:
    assert visitor.ask(address).status == 404


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE"])
def test_other_methods_are_not_there(visitor: Visitor, method: str) -> None:
    assert visitor.ask("/", method).status == 501


def test_a_huge_form_is_refused_before_it_is_read(visitor: Visitor) -> None:
    kind = {"Content-Type": "application/json", "Origin": visitor.origin}
    told = {**kind, "Content-Length": str(10**9)}
    assert visitor.ask("/answer", "POST", b"", told).status == 413
    assert visitor.ask("/answer", "POST", b"x" * (door.MOST + 1), kind).status == 413


def test_a_form_of_unknown_length_is_refused(visitor: Visitor) -> None:
    kind = {"Content-Type": "application/json", "Origin": visitor.origin}
    told = {**kind, "Transfer-Encoding": "chunked", "Content-Length": "x"}
    assert visitor.ask("/answer", "POST", b"", told).status == 413


@pytest.mark.parametrize("body", [b"", b"no json", b"[]", b"[" * 60_000, b"\xff\xfe", b'"text"'])
def test_a_broken_form_gets_one_line(visitor: Visitor, body: bytes) -> None:
    kind = {"Content-Type": "application/json", "Origin": visitor.origin}
    reply = visitor.ask("/answer", "POST", body, kind)
    assert reply.status == 400
    assert reply.error.startswith("the form is")


def test_a_plain_form_is_refused(visitor: Visitor) -> None:
    assert visitor.post({"query": "suppliers"}, **{"Content-Type": "text/plain"}).status == 403


def test_a_form_without_an_origin_is_refused(visitor: Visitor) -> None:
    assert visitor.post({"query": "suppliers"}, Origin="").status == 403


WRITES = [
    "CREATE (n:Entity {id: 'x'}) RETURN n",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n:Entity) SET n.name = 'x' RETURN n",
    "MERGE (n:Entity {id: 'x'}) RETURN n",
    "CALL apoc.export.csv.all('/tmp/x', {})",
    "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "DROP INDEX entity_id",
    "MATCH (n) RETURN n; MATCH (m) DELETE m",
]


@pytest.mark.parametrize("text", WRITES)
def test_a_text_that_writes_is_refused(visitor: Visitor, text: str) -> None:
    before = visitor.post({"cypher": "MATCH (e:Entity) RETURN count(e) AS n"}).data["rows"]
    reply = visitor.post({"cypher": text})
    assert reply.status == 400
    assert "\n" not in reply.error
    assert visitor.post({"cypher": "MATCH (e:Entity) RETURN count(e) AS n"}).data["rows"] == before


def test_every_reply_is_locked_in(visitor: Visitor) -> None:
    for address in ("/", "/search?q=a", "/nothing"):
        headers = visitor.ask(address).headers
        policy = headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; ")
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-store"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert headers["Server"] == "kg"


def test_the_page_may_ask_this_server_only(visitor: Visitor) -> None:
    policy = visitor.ask("/").headers["Content-Security-Policy"]
    assert "connect-src 'self'" in policy
    assert "form-action 'none'" in policy
    assert policy.count("'sha256-") == 3
    assert "http" not in policy


def test_it_listens_on_this_machine_only(server: Server) -> None:
    assert server.server_address[0] == LOOPBACK
    assert server.socket.family == socket.AF_INET
    assert server.link.startswith(f"http://127.0.0.1:{server.port}/?token=")


def test_a_second_server_takes_another_port(explorer: Explorer, server: Server) -> None:
    with serve(explorer, server.port) as second:
        assert second.port != server.port
        assert second.token.link != server.token.link


def test_several_visitors_of_one_browser_are_served_at_once(visitor: Visitor) -> None:
    with socket.create_connection((LOOPBACK, visitor.server.port)) as silent:
        silent.send(b"GET / HTTP/1.1\r\n")
        assert visitor.get("/search", q="palantir").status == 200
