"""What went wrong with a store, in one line that says the way out."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from kg.errors import StoreError

_READ_ONLY = (
    "the database is read-only and nothing was written; ask for write access, or load into"
    " another database"
)
_BY_CODE = {
    "Security.Unauthorized": "the user name or password is wrong; give them as"
    " NEO4J_USERNAME and NEO4J_PASSWORD, or in the address: bolt://user:password@host",
    "Security.AuthenticationRateLimit": "too many wrong passwords; wait a few seconds, then give"
    " the right NEO4J_USERNAME and NEO4J_PASSWORD",
    "Security.CredentialsExpired": "this password must be changed before first use; log in once"
    " with the Neo4j Browser, or run ALTER CURRENT USER SET PASSWORD",
    "Security.Forbidden": "this user may not do that; ask for a role that may"
    " (reading: reader, loading: publisher, the first load: architect)",
    "Database.DatabaseNotFound": "there is no such database on this server; name another in"
    " NEO4J_DATABASE or at the end of the address, or leave it out for the server's own default",
    "Statement.AccessMode": "this query would write, and queries only read; to fill a Neo4j use"
    " kg load",
    "General.WriteOnReadOnlyAccessDatabase": _READ_ONLY,
    "General.DatabaseUnavailable": "the database is not available now; it may be starting or"
    " stopped: try again in a minute, or start it with START DATABASE",
}
_BY_KIND: dict[type[BaseException], str] = {
    socket.gaierror: "no machine of this name was found; check the spelling and the connection",
    ssl.SSLCertVerificationError: "its certificate cannot be verified; if it is your own,"
    " self-signed, server write bolt+ssc:// or neo4j+ssc:// instead of +s",
    ssl.SSLError: "the server does not speak encrypted; write bolt:// or neo4j:// without +s"
    " or +ssc",
}
_TOO_OLD = "this server is too old; upgrade it to Neo4j 5.26 or later, or use another"
_NO_SERVER = "no server answers there; start it, or check host and port (usually 7687)"
_NOT_BOLT = (
    "no answer in the Bolt language; is it the Bolt port (usually 7687, not 7474, which is the"
    " web page)? If the server wants encryption write bolt+s:// or neo4j+s://"
)
_BY_WORDS = {
    "not supported for the Bolt": _TOO_OLD,
    "not support communication": _TOO_OLD,
    "No write service available": "this server takes no writes: it is one of a cluster, then use"
    " a neo4j:// address, or the database is read-only, then ask for write access",
    "Failed to establish connection": _NO_SERVER,
    "Timed out trying to establish": _NO_SERVER,
    "handshake": _NOT_BOLT,
    "looks like HTTP": _NOT_BOLT,
    "defunct connection": "the connection broke; check that the server still runs, then try again",
}


@contextmanager
def in_words(name: str) -> Iterator[None]:
    """Turn what the driver raises into a StoreError about the store ``name``."""
    from neo4j.exceptions import DriverError, Neo4jError

    try:
        yield
    except (DriverError, Neo4jError) as error:
        raise StoreError(f"{name}: {explain(error)}") from error


def explain(error: BaseException) -> str:
    """Say in one line what an error of the driver means and what to do."""
    from neo4j.exceptions import DriverError, Neo4jError

    if isinstance(error, Neo4jError):
        return _of_the_server(error.code or "", error.message or "")
    causes = list(_causes(error))
    told = [e for e in causes if isinstance(e, Neo4jError)]
    if told:
        return _of_the_server(told[0].code or "", told[0].message or "")
    if isinstance(error, DriverError):
        return _of_the_network(causes)
    return _line(str(error))


def _of_the_server(code: str, message: str) -> str:
    for known, words in _BY_CODE.items():
        if code.endswith(known):
            return words
    if code.endswith("Schema.ConstraintValidationFailed"):
        return f"a constraint of this database forbids it; load into another ({_line(message)})"
    return _line(message) or code


def _of_the_network(causes: list[BaseException]) -> str:
    for kind, words in _BY_KIND.items():
        if any(isinstance(cause, kind) for cause in causes):
            return words
    said = " ".join(map(str, causes))
    known = [words for marker, words in _BY_WORDS.items() if marker in said]
    return known[0] if known else _line(said) or type(causes[0]).__name__


def _causes(error: BaseException) -> Iterator[BaseException]:
    yield error
    if isinstance(error, BaseExceptionGroup):
        for part in error.exceptions:
            yield from _causes(part)
    if error.__cause__ is not None:
        yield from _causes(error.__cause__)


def _line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[0] if lines else ""
