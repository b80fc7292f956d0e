"""Servers to try the notification adapters on: real sockets on 127.0.0.1, ports of their own.

`MailServer` is aiosmtpd, well-mannered until told otherwise; `Rude` is a mail server that answers
by a script, whatever it is asked, and can hang up, fall silent or talk nonsense at any step.
`SmsServer` speaks both wire formats as the public clients know them.
"""

from __future__ import annotations

import asyncio
import hashlib
import ipaddress
import json
import logging
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import attrs
from aiosmtpd.smtp import SMTP, AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

__all__ = [
    "DROP",
    "GO_ON",
    "HANG",
    "HOST",
    "POLITE",
    "MailServer",
    "Mailed",
    "Rude",
    "SmsServer",
    "Texted",
    "certificate",
]

# It logs what it is sent; the laws look at what adapters log.
logging.getLogger("mail.log").setLevel(logging.CRITICAL + 1)

HOST = "127.0.0.1"


# --- mail ---------------------------------------------------------------------------------------


@attrs.frozen
class Mailed:
    """A letter as it came in: the envelope's addresses, and the message's bytes."""

    sender: str
    addressee: str
    content: bytes

    @property
    def message(self) -> EmailMessage:
        """The message as a mail program reads it."""
        message = message_from_bytes(self.content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        return message

    @property
    def text(self) -> str:
        """Its plain text."""
        part = self.message.get_body(("plain",))
        assert part is not None
        text: str = part.get_content()
        return text


class MailServer:
    """A mail server; ``letters`` is what it took.

    ``says`` has answers for MAIL, RCPT or DATA instead of its own; ``late`` makes it take the
    letter, but answer only when nobody waits any more; ``off``, hang up on everybody.
    """

    def __init__(
        self, tls: ssl.SSLContext | None = None, account: tuple[str, str] | None = None
    ) -> None:
        self.letters: list[Mailed] = []
        self.says: dict[str, str] = {}
        self.late = self.off = False
        self._tls, self._account = tls, account
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()
        self._server = asyncio.run_coroutine_threadsafe(self._listen(), self._loop).result()
        self.port: int = self._server.sockets[0].getsockname()[1]

    async def _listen(self) -> asyncio.Server:
        return await self._loop.create_server(self._protocol, HOST, 0)

    def _protocol(self) -> asyncio.BaseProtocol:
        if self.off:
            return _HangUp()
        return SMTP(
            self,
            hostname="mail.example.com",
            loop=self._loop,
            tls_context=self._tls,
            require_starttls=self._tls is not None,
            auth_required=self._account is not None,
            authenticator=self._sign_in,
        )

    def _sign_in(self, *given: Any) -> AuthResult:
        data = given[-1]
        account = (data.login.decode(), data.password.decode())
        # Not handled: that aiosmtpd says the answer.
        return AuthResult(success=account == self._account, handled=False)

    async def handle_MAIL(  # noqa: N802  # aiosmtpd's own name
        self, _server: SMTP, _session: Any, envelope: Any, address: str, _options: list[str]
    ) -> str:
        """Take the sender."""
        envelope.mail_from = address
        return self.says.get("MAIL", "250 OK")

    async def handle_RCPT(  # noqa: N802  # aiosmtpd's own name
        self, _server: SMTP, _session: Any, envelope: Any, address: str, _options: list[str]
    ) -> str:
        """Take the addressee."""
        envelope.rcpt_tos.append(address)
        return self.says.get("RCPT", "250 OK")

    async def handle_DATA(  # noqa: N802  # aiosmtpd's own name
        self, _server: SMTP, _session: Any, envelope: Any
    ) -> str:
        """Take the letter."""
        answer = self.says.get("DATA", "250 OK")
        if not answer.startswith("250"):
            return answer
        if self.late:
            with suppress(asyncio.CancelledError):  # the other side hung up
                await asyncio.Event().wait()
        (addressee,) = envelope.rcpt_tos
        self.letters.append(Mailed(envelope.mail_from, addressee, envelope.original_content))
        return answer

    @contextmanager
    def switched_off(self) -> Iterator[None]:
        """While within it, everybody is hung up on."""
        self.off = True
        yield
        self.off = False

    def close(self) -> None:
        """Stop, for good."""
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _stop(self) -> None:
        self._server.close()
        await self._server.wait_closed()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)


class _HangUp(asyncio.Protocol):
    """Whoever connects is hung up on."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Hang up."""
        assert isinstance(transport, asyncio.Transport)
        transport.abort()


# What a script of `Rude` says where it says nothing any more, hangs up, or gives an answer of
# lines without end.
HANG, DROP, GO_ON = b"hang", b"drop", b"go on"

# What a mail server answers from the greeting to the end of the letter.
POLITE = (
    b"220 mail.example.com",
    b"250 mail.example.com",
    b"250 OK",
    b"250 OK",
    b"354 Go on",
    b"250 OK",
)


class Rude:
    """A mail server that reads out a script to whoever connects.

    One answer for the greeting, EHLO, MAIL, RCPT, DATA and the end of the letter, without its
    line's end, `HANG`, `DROP` or `GO_ON`, all of it under TLS where that is given; after the last
    one it hangs up on the goodbye. ``letters`` counts those that came in whole.
    """

    def __init__(self, script: Sequence[bytes], tls: ssl.SSLContext | None = None) -> None:
        self.letters = 0
        self._tls = tls
        self._script, self._closed = script, False
        self._listening = socket.create_server((HOST, 0))
        self.port: int = self._listening.getsockname()[1]
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            connection, _ = self._listening.accept()
            if self._tls and not self._closed:
                connection = self._tls.wrap_socket(connection, server_side=True)
            with connection, connection.makefile("rb") as lines, suppress(OSError):
                if self._closed:
                    return
                self._converse(connection, lines)

    def _converse(self, connection: socket.socket, lines: Any) -> None:
        for number, answer in enumerate(self._script):
            if number == len(POLITE) - 1:
                self.letters += b".\r\n" in iter(lines.readline, b"")
            elif number:
                lines.readline()
            if answer == DROP:
                return
            if answer == HANG:
                lines.read()  # until the other side hangs up
                return
            while answer == GO_ON:
                connection.sendall(b"250-Well\r\n" * 100)
            connection.sendall(answer + b"\r\n")
        lines.readline()

    def close(self) -> None:
        """Stop, for good."""
        self._closed = True
        with socket.create_connection((HOST, self.port)):  # wakes it up
            self._thread.join()
        self._listening.close()


def certificate(folder: Path) -> tuple[ssl.SSLContext, Path]:
    """A server's TLS for 127.0.0.1, and the file of the authority that vouches for it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = datetime.now(UTC)  # noqa: TID251  # certificates hold in the world's time
    vouched = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(HOST))]),
            critical=False,
        )
        .sign(key, hashes.SHA256())
    )
    authority, both = folder / "authority.pem", folder / "server.pem"
    pem = vouched.public_bytes(serialization.Encoding.PEM)
    authority.write_bytes(pem)
    plain = serialization.NoEncryption()
    form = serialization.PrivateFormat.PKCS8
    both.write_bytes(key.private_bytes(serialization.Encoding.PEM, form, plain) + pem)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(both)
    return context, authority


# --- SMS ------------------------------------------------------------------------------------------


@attrs.frozen
class Texted:
    """A text as a telephone shows it."""

    number: str
    text: str


@attrs.define
class SmsServer:
    """Both gateways on one port; ``texts`` is what went out, ``asked`` the paths that were asked.

    ``answer`` takes the place of the next answers: an HTTP status and a body, of which the text
    is not sent; ``late`` makes it send the text and answer only when nobody waits any more;
    ``off``, hang up on everybody. ``named`` makes it tell LSIM's codes as the client integrify-lsim
    reads them, by name where it was a POST, and not as numbers that are 0 when all is well.
    """

    login: str = "azersu"
    password: str = "sınaq şifrəsi"  # noqa: S105  # of this emulator
    balance: int = 100
    black_list: frozenset[str] = frozenset()
    texts: list[Texted] = attrs.field(factory=list)
    asked: list[str] = attrs.field(factory=list)
    answer: tuple[int, bytes] | None = None
    late: bool = False
    off: bool = False
    named: bool = False
    _server: ThreadingHTTPServer = attrs.field(init=False)
    _thread: threading.Thread = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        handler = type("Handler", (_SmsHandler,), {"gateway": self})
        self._server = ThreadingHTTPServer((HOST, 0), handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://{HOST}:{self._server.server_port}"

    @contextmanager
    def switched_off(self) -> Iterator[None]:
        """While within it, everybody is hung up on."""
        self.off = True
        yield
        self.off = False

    def close(self) -> None:
        """Stop, for good."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    # --- what it says -----------------------------------------------------------------------------

    def said(self, method: str, path: str, given: Mapping[str, Any]) -> Mapping[str, Any]:
        """The answer to a request, by its path."""
        ways = {
            ("POST", "/quicksms/v1/smssender"): self._lsim,
            ("GET", "/quicksms/v1/send"): self._lsim,
            ("GET", "/quicksms/v1/balance"): self._lsim_balance,
            ("POST", "/api_json/v1/Sms/Send_1_N"): self._posta,
            ("POST", "/api_json/v1/Sms/CreditBalance"): self._posta_balance,
        }
        answer = dict(ways[method, path](given))
        if self.named and "errorCode" in answer:
            code = answer["errorCode"] or _SENT
            answer["errorCode"] = _NAMES[code] if method == "POST" else code
        return answer

    def _lsim(self, given: Mapping[str, Any]) -> Mapping[str, Any]:
        text, number, sender = given["text"], given["msisdn"], given["sender"]
        if given["key"] != self._key(text, number, sender):
            return _lsim_says(-108, "Invalid hash")
        if not number.isdecimal():
            return _lsim_says(-102, "Wrong number format")
        if number in self.black_list:
            return _lsim_says(-105, "Number in black list")
        if not self.balance:
            return _lsim_says(-104, "Insufficient balance")
        # Letters beyond ASCII arrive only where they were announced.
        announced = given["unicode"] in {True, "true"}
        return {
            "successMessage": "OK",
            "errorMessage": None,
            "obj": self._send(number, text if announced else _plain(text)),
            "errorCode": 0,
        }

    def _lsim_balance(self, given: Mapping[str, Any]) -> Mapping[str, Any]:
        if given["key"] != self._key():
            return _lsim_says(-100, "Invalid key")
        return {"successMessage": "OK", "errorMessage": None, "obj": self.balance, "errorCode": 0}

    def _key(self, *more: str) -> str:
        inner = hashlib.md5(self.password.encode(), usedforsecurity=False).hexdigest()
        whole = f"{inner}{self.login}{''.join(more)}"
        return hashlib.md5(whole.encode(), usedforsecurity=False).hexdigest()

    def _posta(self, given: Mapping[str, Any]) -> Mapping[str, Any]:
        if (given["Username"], given["Password"]) != (self.login, self.password):
            return _posta_says(1040, "No record found")
        numbers = [number for number in given["Receivers"] if number not in self.black_list]
        if not numbers:
            return _posta_says(1060, "Empty receiver list")
        sent = [
            {
                "MessageId": str(self._send(number, given["Message"])),
                "Receiver": number,
                "Charge": 1,
            }
            for number in numbers
        ]
        return _posta_says(200, "OK", sent)

    def _posta_balance(self, given: Mapping[str, Any]) -> Mapping[str, Any]:
        if (given["Username"], given["Password"]) != (self.login, self.password):
            return _posta_says(7040, "No record found")
        return _posta_says(200, "OK", {"Balance": self.balance})

    def _send(self, number: str, text: str) -> int:
        self.texts.append(Texted(f"+{number}", text))
        return len(self.texts)


# What LSIM's codes are called, and what one client takes for success.
_NAMES = {
    -100: "INVALID_KEY",
    -102: "WRONG_NUMBER_FORMAT",
    -104: "INSUFFICIENT_BALANCE",
    -105: "NUMBER_IN_BLACK_LIST",
    -108: "INVALID_HASH",
    108: "SENT",
}
_SENT = 108


def _plain(text: str) -> str:
    return "".join(letter if letter.isascii() else "?" for letter in text)


def _lsim_says(code: int, message: str) -> Mapping[str, Any]:
    return {"successMessage": None, "errorMessage": message, "obj": None, "errorCode": code}


def _posta_says(code: int, description: str, result: object = None) -> Mapping[str, Any]:
    return {"StatusCode": code, "StatusDescription": description, "Result": result}


class _SmsHandler(BaseHTTPRequestHandler):
    gateway: SmsServer

    def do_GET(self) -> None:  # http.server's own name
        """Answer what stands in the URL."""
        self._answer(dict(parse_qsl(urlsplit(self.path).query, keep_blank_values=True)))

    def do_POST(self) -> None:  # http.server's own name
        """Answer what is in the body."""
        self._answer(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

    def _answer(self, given: Mapping[str, Any]) -> None:
        gateway, path = self.gateway, urlsplit(self.path).path
        if gateway.off:
            return
        gateway.asked.append(path)
        if gateway.answer:
            status, body = gateway.answer
        else:
            status, body = 200, json.dumps(gateway.said(self.command, path, given)).encode()
        if gateway.late:
            self.rfile.read()  # until the other side hangs up
        with suppress(OSError):
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        """Nothing: the laws look at what is written to the terminal."""
