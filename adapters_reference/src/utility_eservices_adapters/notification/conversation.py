"""A conversation with a mail server (SMTP söhbəti), step by step, one letter long.

What a failure means depends on where it came: before the end of the letter nothing was done;
after it, without an answer, nobody knows. So each step is named, and whatever goes wrong in it
is a `Stopped` with that name and the server's code: its words, which may quote an address, stay
behind.

Each letter has a connection of its own. Notices are few, a connection that is kept can have died
unnoticed, and a letter that is lost on one would have to count as perhaps sent.
"""

from __future__ import annotations

import re
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import Enum, auto
from functools import cache
from pathlib import Path
from smtplib import SMTP, SMTP_SSL, SMTPException, SMTPResponseException
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import attrs

if TYPE_CHECKING:  # its configuration imports this module
    from utility_eservices_adapters.notification.smtp import SmtpConfig

__all__ = ["Conversation", "Step", "Stopped"]

# A line that begins with a dot has one more on its way (RFC 5321, 4.5.2).
_DOT = re.compile(rb"^\.", re.MULTILINE)
# The time for the goodbye, in seconds, and how much is read at once, in bytes.
_GOODBYE, _PIECE = 1.0, 4096


class Step(Enum):
    """Where one is in the conversation."""

    CONNECTING = auto()
    ENCRYPTING = auto()
    SIGNING_IN = auto()
    SENDER = auto()
    ADDRESSEE = auto()
    CONTENT = auto()
    # The letter was handed over; its answer is waited for.
    END = auto()


@attrs.frozen
class Stopped(Exception):
    """The conversation came to nothing at a step.

    ``code`` is the server's, None where there was no answer or none that means something;
    ``why`` is the kind of the failure and its system's words, without the server's.
    """

    step: Step
    code: int | None
    why: str


class Conversation:
    """One connection, from the greeting to the goodbye; to be used as a context.

    All of it takes ``config.timeout`` at most.
    """

    _smtp: SMTP

    def __init__(self, config: SmtpConfig) -> None:
        self._config = config
        self._ends = time.monotonic() + config.timeout.total_seconds()

    def __enter__(self) -> Self:
        with _stopping(Step.CONNECTING):
            self._smtp = self._connected()
        try:
            self._begin()
        except BaseException:
            self._smtp.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            # Whatever becomes of it, the letter is on its way.
            self._ends = min(self._ends, time.monotonic() + _GOODBYE)
            with suppress(OSError, SMTPException):
                self._limit()
                self._smtp.quit()
        self._smtp.close()

    def from_sender(self) -> None:
        """Say whom the letter is from."""
        with self._at(Step.SENDER) as smtp:
            _expect(smtp.mail(self._config.sender), 250)

    def to(self, address: str) -> None:
        """Say whom it is to."""
        with self._at(Step.ADDRESSEE) as smtp:
            _expect(smtp.rcpt(address), 250, 251, 252)

    def hand_over(self, content: bytes) -> None:
        """Hand over the letter, its lines ended by CR LF."""
        with self._at(Step.CONTENT) as smtp:
            _expect(smtp.docmd("DATA"), 354)
            smtp.send(_DOT.sub(b"..", content))
        with self._at(Step.END) as smtp:
            smtp.send(b".\r\n")
            _expect(smtp.getreply(), 250)

    def _begin(self) -> None:
        """From the greeting to where letters are taken."""
        config = self._config
        with self._at(Step.CONNECTING) as smtp:
            smtp.ehlo_or_helo_if_needed()
        if config.security == "starttls":
            with self._at(Step.ENCRYPTING) as smtp:
                smtp.starttls(context=_context(config.ca))
                smtp.ehlo()
        if config.user and config.password:
            with self._at(Step.SIGNING_IN) as smtp:
                smtp.login(config.user, config.password.value)

    def _connected(self) -> SMTP:
        """The connection, greeted."""
        config, seconds = self._config, self._left()
        # How one introduces oneself: without it, the name of this machine would be looked up.
        name = config.sender.partition("@")[2]
        if config.security == "tls":
            return _TimedTls(
                self._left,
                config.host,
                config.its_port,
                name,
                timeout=seconds,
                context=_context(config.ca),
            )
        return _Timed(self._left, config.host, config.its_port, name, timeout=seconds)

    @contextmanager
    def _at(self, step: Step) -> Iterator[SMTP]:
        """What happens within is this step, in the time that is left for everything."""
        with _stopping(step):
            self._limit()
            yield self._smtp

    def _left(self) -> float:
        """The seconds that are left for everything; raises `TimeoutError` when there are none."""
        left = self._ends - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    def _limit(self) -> None:
        left = self._left()
        if self._smtp.sock is not None:  # None where the other side hung up
            self._smtp.sock.settimeout(left)


# --- answers, in time -----------------------------------------------------------------------------


class _Lines:
    """The lines that come in by a connection, all of them in the time that is left.

    The library's own reader would wait for so long for every single byte.
    """

    def __init__(self, connection: socket.socket, left: Callable[[], float]) -> None:
        self._connection = connection
        self._left = left
        self._read = b""

    def readline(self, longest: int) -> bytes:
        """The next line; so much of it as there is where it is too long, or has no end."""
        while b"\n" not in self._read and len(self._read) < longest:
            self._connection.settimeout(self._left())
            piece = self._connection.recv(_PIECE)
            if not piece:
                break
            self._read += piece
        end = self._read.find(b"\n", 0, longest) + 1 or longest
        line, self._read = self._read[:end], self._read[end:]
        return line

    def close(self) -> None:
        """Nothing: who has the connection closes it."""


class _Timed(SMTP):
    """The library's client, which reads its answers by `_Lines`."""

    def __init__(self, left: Callable[[], float], *args: Any, **more: Any) -> None:
        self._left = left
        super().__init__(*args, **more)

    def getreply(self) -> tuple[int, bytes]:
        """The next answer."""
        if self.file is None and self.sock is not None:
            self.file = _Lines(self.sock, self._left)
        return super().getreply()


class _TimedTls(_Timed, SMTP_SSL):
    """The same, encrypted from the first byte."""


@contextmanager
def _stopping(step: Step) -> Iterator[None]:
    """Whatever goes wrong within is `Stopped` at this step."""
    try:
        yield
    except SMTPResponseException as error:
        # Its own complaint, about a line without end, comes as text and with a code.
        garbage = isinstance(error.smtp_error, str) or not 200 <= error.smtp_code <= 599
        raise Stopped(step, None if garbage else error.smtp_code, _kind(error)) from None
    except (OSError, ValueError) as error:  # any other of SMTP; what is no host's name
        raise Stopped(step, None, _kind(error)) from None


def _expect(reply: tuple[int, bytes], *codes: int) -> None:
    if reply[0] not in codes:
        raise SMTPResponseException(*reply)


def _kind(error: Exception) -> str:
    """What went wrong, in words that hold nothing of the letter."""
    if isinstance(error, SMTPException):
        return type(error).__name__
    if isinstance(error, ssl.SSLCertVerificationError):
        return error.verify_message
    return getattr(error, "strerror", None) or type(error).__name__


@cache
def _context(ca: Path | None) -> ssl.SSLContext:
    """Certificates are verified, by this machine's authorities or those in a file."""
    return ssl.create_default_context(cafile=ca)
