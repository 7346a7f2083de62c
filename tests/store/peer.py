"""A peer that speaks just enough Bolt 5.4 to say what a test wants: a version, or a refusal.

For what a real Neo4j 5.26 Community cannot show: an old version, another product, a user who may
only read. Bolt and PackStream: neo4j.com/docs/bolt/current.
"""

import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

_HELLO, _RUN, _RESET, _GOODBYE = 0x01, 0x10, 0x0F, 0x02
_SUCCESS, _FAILURE, _IGNORED = 0x70, 0x7F, 0x7E


@dataclass(frozen=True, slots=True)
class Peer:
    """Says that it is ``agent``; refuses queries that start with a key of ``refused``."""

    agent: str
    refused: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    tls: ssl.SSLContext | None = None
    bolt: tuple[int, int] = (5, 4)

    @contextmanager
    def listening(self) -> Iterator[str]:
        """Answer on a free port of loopback; yields host:port."""
        with socket.create_server(("127.0.0.1", 0)) as server:
            threading.Thread(target=self._accept, args=(server,), daemon=True).start()
            yield f"127.0.0.1:{server.getsockname()[1]}"
            server.shutdown(socket.SHUT_RDWR)

    def _accept(self, server: socket.socket) -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, plain: socket.socket) -> None:
        try:
            with self.tls.wrap_socket(plain, server_side=True) if self.tls else plain as connection:
                self._talk(connection)
        except (OSError, struct.error):
            return  # the other side has left

    def _talk(self, connection: socket.socket) -> None:
        stream = connection.makefile("rwb")
        stream.read(20)
        stream.write(bytes([0, 0, *reversed(self.bolt)]))
        stream.flush()
        failed = False
        while (message := _read_message(stream.read))[1] != _GOODBYE:
            failed = failed and message[1] != _RESET
            reply = _struct(_IGNORED) if failed else self._reply(message)
            failed = failed or reply[1] == _FAILURE
            stream.write(struct.pack(">H", len(reply)) + reply + b"\0\0")
            stream.flush()

    def _reply(self, message: bytes) -> bytes:
        if message[1] == _RUN:
            query = _text(message[2:])
            for start, (code, words) in self.refused.items():
                if query.startswith(start):
                    return _struct(_FAILURE, {"code": code, "message": words})
        hello = {"server": self.agent, "connection_id": "bolt-1"}
        said: dict[int, Mapping[str, object]] = {_HELLO: hello, _RUN: {"fields": []}}
        return _struct(_SUCCESS, said.get(message[1], {}))


def _read_message(read: Callable[[int], bytes]) -> bytes:
    message = b""
    while size := struct.unpack(">H", read(2))[0]:
        message += read(size)
    return message


def _text(packed: bytes) -> str:
    if packed[0] < 0xD0:
        return packed[1 : 1 + packed[0] - 0x80].decode()
    wide = 1 << packed[0] - 0xD0
    size = int.from_bytes(packed[1 : 1 + wide], "big")
    return packed[1 + wide : 1 + wide + size].decode()


def _struct(signature: int, fields: Mapping[str, object] | None = None) -> bytes:
    if fields is None:
        return bytes([0xB0, signature])
    return bytes([0xB1, signature]) + _pack(fields)


def _pack(value: object) -> bytes:
    if isinstance(value, str):
        return bytes([0xD1]) + struct.pack(">H", len(value.encode())) + value.encode()
    if isinstance(value, Mapping):
        pairs = b"".join(_pack(key) + _pack(part) for key, part in value.items())
        return bytes([0xA0 + len(value)]) + pairs
    assert value == []
    return bytes([0x90])
