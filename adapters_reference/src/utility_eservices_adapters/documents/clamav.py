"""ClamAV (clamd): every upload is shown to it before it is kept.

Set ``ESERVICES_CLAMAV_HOST`` (and ``_PORT``, 3310), or ``ESERVICES_CLAMAV_SOCKET``, the path of
its Unix socket; with neither, nothing is scanned. ``ESERVICES_CLAMAV_TIMEOUT`` is how long a
scan may take, in seconds. A file that it finds malware in is refused, and so is one that is too
large for it, by its ``StreamMaxLength``; while it cannot be asked, or says something unexpected,
no file is kept.

Source: clamd(8), the commands INSTREAM and PING, each with the prefix “z”.

>>> ClamAv(ClamAvConfig(socket="/nowhere/clamd.ctl")).scan(b"...")
Traceback (most recent call last):
    ...
utility_eservices.errors.PortUnavailable: port_unavailable: Xidmət hazırda əlçatan deyil. Bir \
qədər sonra yenidən cəhd edin.
"""

from __future__ import annotations

import re
import socket
import struct
import time
from collections.abc import Iterable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import attrs

from utility_eservices.errors import PortUnavailable
from utility_eservices_adapters.documents.refusing import refuse
from utility_eservices_adapters.settings import SettingsRefused, from_environment

__all__ = ["ClamAv", "ClamAvConfig", "from_settings"]

# How much of a file goes into one chunk, in bytes.
_CHUNK = 64 * 1024
_LONGEST_ANSWER = 1024
_FOUND = re.compile(rb"stream: ([\x21-\x7e]{1,200}) FOUND")
_TOO_LARGE = b"INSTREAM size limit exceeded. ERROR"


@attrs.frozen
class ClamAvConfig:
    """Where clamd listens: a host and port, or a socket; None for both means no scanner."""

    host: str | None = None
    port: int = 3310
    socket: Path | None = attrs.field(default=None, converter=attrs.converters.optional(Path))
    timeout: timedelta = timedelta(seconds=30)
    """For one scan as a whole."""

    def __attrs_post_init__(self) -> None:
        if self.host and self.socket:
            raise SettingsRefused("Set ESERVICES_CLAMAV_HOST or ESERVICES_CLAMAV_SOCKET, not both.")
        if self.timeout <= timedelta():
            raise SettingsRefused("Make ESERVICES_CLAMAV_TIMEOUT longer than nothing.")


@attrs.frozen
class ClamAv:
    """The scanner; see `utility_eservices_adapters.documents.checks.Scanner`."""

    config: ClamAvConfig

    def scan(self, content: bytes) -> None:
        """Pass a clean file; raises `PortRefused` or `PortUnavailable`."""
        answer = self._asked(b"INSTREAM", _chunks(content))
        if answer == b"stream: OK":
            return
        if answer == _TOO_LARGE:
            refuse("too large for the scanner, see its StreamMaxLength")
        found = _FOUND.fullmatch(answer)
        if found:
            refuse(f"malware, {found[1].decode('ascii')}")
        raise PortUnavailable

    def check(self) -> str | None:
        """Advice when nothing that speaks clamd's protocol answers."""
        try:
            answer = self._asked(b"PING", ())
        except PortUnavailable:
            answer = b""
        return None if answer == b"PONG" else f"Start clamd at {self._where}: it does not answer."

    @property
    def _where(self) -> str:
        return str(self.config.socket or f"{self.config.host}:{self.config.port}")

    def _asked(self, command: bytes, more: Iterable[bytes]) -> bytes:
        """What it answers to a command, without the NUL; a connection for each."""
        ends = time.monotonic() + self.config.timeout.total_seconds()
        try:
            with self._connected(ends) as connection:
                # It may break off in the middle of a large file, having said why.
                with suppress(BrokenPipeError, ConnectionResetError):
                    for part in (b"z" + command + b"\0", *more):
                        connection.settimeout(_left(ends))
                        connection.sendall(part)
                return _answer(connection, ends)
        except (OSError, UnicodeError):  # the latter for a host that no host can be called
            raise PortUnavailable from None

    def _connected(self, ends: float) -> socket.socket:
        if self.config.socket is None:
            return socket.create_connection((self.config.host, self.config.port), _left(ends))
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            connection.settimeout(_left(ends))
            connection.connect(str(self.config.socket))
        except BaseException:
            connection.close()
            raise
        return connection


def from_settings() -> ClamAv | None:
    """The scanner that the settings name, None where they name none; raises `SettingsRefused`."""
    config = from_environment(ClamAvConfig, "clamav")
    return ClamAv(config) if config.host or config.socket else None


def _chunks(content: bytes) -> Iterable[bytes]:
    for start in range(0, len(content), _CHUNK):
        part = content[start : start + _CHUNK]
        yield struct.pack(">I", len(part)) + part
    yield struct.pack(">I", 0)


def _left(ends: float) -> float:
    """The seconds that are left; raises `TimeoutError` when there are none."""
    left = ends - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _answer(connection: socket.socket, ends: float) -> bytes:
    """All up to the NUL; raises `OSError` for an answer that is too long or cut off."""
    answer = b""
    while not answer.endswith(b"\0"):
        connection.settimeout(_left(ends))
        part = connection.recv(_LONGEST_ANSWER)
        answer += part
        if not part or len(answer) > _LONGEST_ANSWER:
            raise ConnectionError
    return answer[:-1]
