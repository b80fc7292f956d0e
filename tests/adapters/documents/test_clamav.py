from __future__ import annotations

import logging
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import attrs
import pytest
from tests.adapters.documents.servers import HOST, listening

from utility_eservices.errors import PortRefused, PortUnavailable
from utility_eservices.vocabulary.document import EXAMPLE_DOCUMENT, EXAMPLE_PHOTO, Upload
from utility_eservices_adapters.documents.checks import Reception
from utility_eservices_adapters.documents.clamav import ClamAv, ClamAvConfig, from_settings
from utility_eservices_adapters.documents.disk import DiskPlugin
from utility_eservices_adapters.settings import SettingsRefused

MALWARE = b"malware, invented for the test"
# Long enough for a server on this machine, short enough to wait for one that never answers.
TIMEOUT = timedelta(seconds=0.3)


def read(connection: socket.socket, size: int) -> bytes:
    found = b""
    while len(found) < size:
        part = connection.recv(size - len(found))
        if not part:
            raise ConnectionError
        found += part
    return found


@attrs.define
class Clamd:
    """The protocol of clamd, as its manual tells it: a small server, and a real one."""

    longest: int = 10**9
    seen: list[bytes] = attrs.field(factory=list)

    def __call__(self, connection: socket.socket) -> None:
        """Answer one command."""
        command = b""
        while not command.endswith(b"\0"):
            command += read(connection, 1)
        if command == b"zPING\0":
            connection.sendall(b"PONG\0")
        elif command == b"zINSTREAM\0":
            connection.sendall(self._scanned(connection))
        else:
            connection.sendall(b"UNKNOWN COMMAND\0")

    def _scanned(self, connection: socket.socket) -> bytes:
        content = b""
        while size := struct.unpack(">I", read(connection, 4))[0]:
            content += read(connection, size)
            if len(content) > self.longest:
                return b"INSTREAM size limit exceeded. ERROR\0"
        self.seen.append(content)
        return b"stream: Invented.Test-1 FOUND\0" if MALWARE in content else b"stream: OK\0"


@contextmanager
def scanner(
    served: Callable[[socket.socket], None], timeout: timedelta = TIMEOUT
) -> Iterator[ClamAv]:
    with listening(served) as port:
        yield ClamAv(ClamAvConfig(HOST, port, timeout=timeout))


# --- what it says -------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [0, 1, 64 * 1024, 64 * 1024 + 1, 1_000_000])
def test_a_clean_file_passes_and_was_seen_whole(size: int) -> None:
    """Every byte of it went there, in as many parts as it takes."""
    clamd, content = Clamd(), bytes(range(256)) * (size // 256) + bytes(size % 256)
    with scanner(clamd, timedelta(seconds=30)) as clamav:
        clamav.scan(content)
    assert clamd.seen == [content]


def test_malware_is_refused(caplog: pytest.LogCaptureFixture) -> None:
    """It is a clear no to the person; the operator reads what it was."""
    with scanner(Clamd()) as clamav, pytest.raises(PortRefused) as caught:
        clamav.scan(bytes(100_000) + MALWARE)
    assert str(caught.value) == str(PortRefused())
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert record.getMessage() == "An upload was refused: malware, Invented.Test-1"


def test_a_file_too_large_for_the_scanner_is_refused(caplog: pytest.LogCaptureFixture) -> None:
    """Asking again would bring the same answer; the operator reads which setting to change."""
    with scanner(Clamd(longest=10)) as clamav, pytest.raises(PortRefused):
        clamav.scan(bytes(11))
    assert "StreamMaxLength" in caplog.text


def test_it_can_be_asked_through_a_unix_socket(tmp_path: Path) -> None:
    """As clamd is set up on most machines; one connection after another."""
    path = tmp_path / "ə.ctl"
    with listening(Clamd(), path):
        clamav = ClamAv(ClamAvConfig(socket=path))
        assert clamav.check() is None
        clamav.scan(b"...")
        with pytest.raises(PortRefused):
            clamav.scan(MALWARE)
    assert clamav.check() == f"Start clamd at {path}: it does not answer."


# --- when it says nothing, or something else ----------------------------------------------------


def says(answer: bytes) -> Callable[[socket.socket], None]:
    """A server that takes everything in, and says one thing whatever it was asked."""

    def served(connection: socket.socket) -> None:
        while not connection.recv(100_000).endswith((bytes(4), b"zPING\0")):
            pass
        connection.sendall(answer)

    return served


def closes(connection: socket.socket) -> None:
    """It is gone before it has read anything."""


def closes_midway(connection: socket.socket) -> None:
    """It is gone in the middle of the file, unread bytes being left."""
    connection.recv(100)


def hangs(connection: socket.socket) -> None:
    """It reads all, says nothing, and waits for the other side to give up."""
    while connection.recv(100_000):
        pass


def drips(connection: socket.socket) -> None:
    """It begins to answer, and does not come to the end, each part being in time."""
    gone = threading.Event()
    try:
        while not gone.wait(TIMEOUT.total_seconds() / 10):
            connection.sendall(b"s")
    except OSError:
        gone.set()


def answers_too_late(connection: socket.socket) -> None:
    """It says that all is well when nobody listens any more."""
    hangs(connection)
    try:
        connection.sendall(b"stream: OK\0")
    except OSError:
        connection.close()


GARBAGE = [
    b"",
    b"\0",
    b"stream: OK",
    b"stream: OK\0stream: Invented FOUND\0",
    b"stream: ok\0",
    b"OK\0",
    b"stream:  FOUND\0",
    b"INSTREAM: Error\0",
    b"stream: Can't allocate memory ERROR\0",
    b"HTTP/1.1 200 OK\r\n\r\nstream: OK\r\n",
    b"s" * 100_000,
    bytes(range(255, 0, -1)) + b"\0",
]
BROKEN = [*map(says, GARBAGE), closes, closes_midway, hangs, drips, answers_too_late]


@pytest.mark.parametrize("number", range(len(BROKEN)))
def test_an_answer_that_is_none_lets_nothing_pass(number: int) -> None:
    """It is "not now", neither clean nor a no; and the check says that clamd does not answer."""
    with scanner(BROKEN[number]) as clamav:
        with pytest.raises(PortUnavailable) as caught:
            clamav.scan(bytes(10_000_000))
        assert str(caught.value) == str(PortUnavailable())
        assert caught.value.__suppress_context__ or caught.value.__context__ is None
        assert str(clamav.check()).endswith("it does not answer.")


def test_an_answer_is_never_taken_for_anothers() -> None:
    """What came too late for one file is not read by the next: each has its own connection."""
    clamd, waiting = Clamd(), [answers_too_late]

    def late_once(connection: socket.socket) -> None:
        (waiting.pop() if waiting else clamd)(connection)

    with scanner(late_once) as clamav:
        with pytest.raises(PortUnavailable):
            clamav.scan(b"clean")
        with pytest.raises(PortRefused):
            clamav.scan(MALWARE)


@pytest.mark.parametrize("host", [HOST, "ə" * 100, "a..b"])
def test_nobody_there_lets_nothing_pass(host: str) -> None:
    """Whether nobody listens, or the name can be nobody's."""
    with listening(closes) as port:
        pass
    clamav = ClamAv(ClamAvConfig(host, port))
    with pytest.raises(PortUnavailable):
        clamav.scan(b"...")
    assert clamav.check() == f"Start clamd at {host}:{port}: it does not answer."


# --- before a store -----------------------------------------------------------------------------


def test_a_store_keeps_nothing_unscanned(tmp_path: Path) -> None:
    """The file as it was handed in is shown to the scanner; without it nothing is kept."""
    clamd, folder = Clamd(), tmp_path / "documents"
    infected = Upload("a.png", EXAMPLE_PHOTO.content + MALWARE)
    with scanner(clamd, timedelta(seconds=30)) as clamav:
        store = DiskPlugin(folder, Reception(scanner=clamav)).eservices_documents()
        assert store.check() is None
        for example, kind in ((EXAMPLE_PHOTO, "image/png"), (EXAMPLE_DOCUMENT, "application/pdf")):
            assert store.open(store.keep(example, kind)) is not None
        with pytest.raises(PortRefused):
            store.keep(infected, "image/png")
    assert clamd.seen == [EXAMPLE_PHOTO.content, EXAMPLE_DOCUMENT.content, infected.content]
    with pytest.raises(PortUnavailable):
        store.keep(EXAMPLE_PHOTO, "image/png")
    assert store.check() == f"Start clamd at {HOST}:{clamav.config.port}: it does not answer."
    assert len([*folder.iterdir()]) == 2


def test_the_settings_name_one_scanner_or_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """By host and port, or by socket; both at once is a mistake, and so is no time at all."""
    assert from_settings() is None
    monkeypatch.setenv("ESERVICES_CLAMAV_HOST", "scanner")
    assert from_settings() == ClamAv(ClamAvConfig("scanner", 3310))
    monkeypatch.setenv("ESERVICES_CLAMAV_TIMEOUT", "0")
    with pytest.raises(SettingsRefused):
        from_settings()
    monkeypatch.delenv("ESERVICES_CLAMAV_TIMEOUT")
    monkeypatch.setenv("ESERVICES_CLAMAV_SOCKET", "/run/clamav/clamd.ctl")
    with pytest.raises(SettingsRefused):
        from_settings()
