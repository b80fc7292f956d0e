from __future__ import annotations

import io
import logging
import socket
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.adapters.documents.servers import BUCKET, HOST, SECRET, Bucket, listening, s3_config

from utility_eservices import Desk
from utility_eservices.desk.plugins import Health
from utility_eservices.errors import PortBusy, PortFailure, PortTimeout, PortUnavailable
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.vocabulary.document import EXAMPLE_DOCUMENT, EXAMPLE_PHOTO, Document, Upload
from utility_eservices_adapters.documents import s3
from utility_eservices_adapters.documents.checks import Limits, Reception
from utility_eservices_adapters.documents.s3 import S3Config, S3Documents, S3Plugin
from utility_eservices_adapters.settings import Secret, SettingsRefused

PHOTO = Upload("aysel-5XJ1K2A.png", EXAMPLE_PHOTO.content)
PNG = "image/png"
KEPT = Document("0" * 32, "sayğac.png", PNG, 3, "0" * 64)
# Long enough for a server on this machine, short enough to wait for one that never answers.
TIMEOUT = timedelta(seconds=0.3)


@pytest.fixture
def store(bucket: Bucket) -> S3Documents:
    return S3Plugin(s3_config(bucket.endpoint)).eservices_documents()


def objects(bucket: Bucket) -> list[str]:
    return [item["Key"] for item in bucket.client.list_objects_v2(Bucket=BUCKET)["Contents"]]


# --- what lies in the bucket --------------------------------------------------------------------


def test_an_object_tells_nothing_of_who_handed_it_in(bucket: Bucket) -> None:
    """Its key is the prefix and chance; its type is the content's; its checksum goes along."""
    store = S3Documents(s3_config(bucket.endpoint, prefix="ə/documents/"))
    document = store.keep(PHOTO, "text/html")
    key = f"ə/documents/{document.id}"
    found = bucket.client.head_object(Bucket=BUCKET, Key=key, ChecksumMode="ENABLED")
    assert key in objects(bucket)
    assert (found["ContentType"], found["Metadata"]) == (PNG, {})
    assert bytes.fromhex(document.sha256) == b64decode(found["ChecksumSHA256"])
    assert store.open(document) is not None


def test_a_pdf_comes_back_as_it_was(store: S3Documents) -> None:
    """To the last byte."""
    found = store.open(store.keep(EXAMPLE_DOCUMENT, "application/pdf"))
    assert found == EXAMPLE_DOCUMENT


# --- what is handed out -------------------------------------------------------------------------


@pytest.mark.parametrize("content", [b"", b"another", EXAMPLE_PHOTO.content + b" "])
def test_an_altered_object_is_not_handed_out(
    store: S3Documents, bucket: Bucket, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    """What was kept is gone, so it is none; the log names the document and nobody."""
    document = store.keep(PHOTO, PNG)
    bucket.client.put_object(Bucket=BUCKET, Key=document.id, Body=content)
    caplog.clear()
    assert store.open(document) is None
    (told,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert told.getMessage() == (
        f"The document {document.id} was altered where it is kept; not handed out"
    )


def test_an_object_that_was_deleted_is_none(store: S3Documents, bucket: Bucket) -> None:
    """The bucket being there."""
    document = store.keep(PHOTO, PNG)
    bucket.client.delete_object(Bucket=BUCKET, Key=document.id)
    assert store.open(document) is None


def test_a_bucket_that_is_not_there_is_told(bucket: Bucket) -> None:
    """No document passes for gone, and the check says which bucket."""
    config = s3_config(bucket.endpoint)
    store = S3Documents(S3Config(config.endpoint, "another", "key", Secret(SECRET), attempts=1))
    for call in (lambda: store.keep(PHOTO, PNG), lambda: store.open(KEPT)):
        with pytest.raises(PortUnavailable):
            call()
    assert store.check() == f"Make the bucket another at {config.endpoint}: it is not there."


# --- when the store fails -----------------------------------------------------------------------


def answer(status: str, body: bytes = b"", *headers: str) -> bytes:
    told = "".join(f"{header}\r\n" for header in (f"Content-Length: {len(body)}", *headers))
    return f"HTTP/1.1 {status}\r\n{told}Connection: close\r\n\r\n".encode() + body


def error(code: str) -> bytes:
    return f"<Error><Code>{code}</Code><Message>{SECRET}</Message></Error>".encode()


def request(connection: socket.socket) -> None:
    """Read one request to its end."""
    read = b""
    while b"\r\n\r\n" not in read:
        read += connection.recv(65536)
    head, _, body = read.partition(b"\r\n\r\n")
    if b"100-continue" in head:
        connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
    told = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    left = int(told[0].partition(b":")[2]) - len(body) if told else 0
    while left > 0:
        left -= len(connection.recv(left))


@contextmanager
def served(what: bytes | None, **more: Any) -> Iterator[tuple[S3Documents, list[int]]]:
    """A server that says the same to every request, or nothing; and how often it was asked."""
    asked: list[int] = []

    def serve(connection: socket.socket) -> None:
        request(connection)
        asked.append(1)
        if what is None:
            connection.recv(1)  # until the other side gives up
        else:
            connection.sendall(what)

    with listening(serve) as port:
        config = s3_config(f"http://{HOST}:{port}", read_timeout=TIMEOUT, **more)
        yield S3Documents(config), asked


PAGE = b"<html><body>Sign in to the network</body></html>"
ANSWERS: dict[str, tuple[bytes | None, type[PortFailure]]] = {
    "slow down": (answer("503 Slow Down", error("SlowDown")), PortBusy),
    "too many": (answer("429 Too Many Requests"), PortBusy),
    "not now": (answer("503 Service Unavailable", error("ServiceUnavailable")), PortUnavailable),
    "a mistake of its own": (answer("500 Internal Server Error", PAGE), PortUnavailable),
    "not you": (answer("403 Forbidden", error("AccessDenied")), PortUnavailable),
    "elsewhere": (answer("301 Moved", error("PermanentRedirect")), PortUnavailable),
    "no such page": (answer("404 Not Found", PAGE), PortUnavailable),
    "another page": (answer("200 OK", PAGE), PortUnavailable),
    "nothing": (answer("200 OK"), PortUnavailable),
    "another protocol": (b"220 mail.example ESMTP\r\n", PortUnavailable),
    "half of an answer": (b"HTTP/1.1 200 OK\r\nETa", PortUnavailable),
    "silence": (b"", PortUnavailable),
    "no answer in time": (None, PortTimeout),
}


@pytest.mark.usefixtures("direct")
@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_that_is_none_keeps_and_opens_nothing(name: str) -> None:
    """Each says what it means to whoever waits, in words of ours alone; and the check advises."""
    what, kind = ANSWERS[name]
    with served(what) as (store, _):
        calls: list[Callable[[], object]] = [
            lambda: store.keep(PHOTO, PNG),
            lambda: store.open(KEPT),
        ]
        for call in calls:
            with pytest.raises(PortFailure) as caught:
                call()
            assert type(caught.value) is kind
            assert str(caught.value) == str(kind())
            assert caught.value.__suppress_context__ or caught.value.__context__ is None
        advice = store.check()
    assert advice
    assert SECRET not in advice


@pytest.mark.usefixtures("direct")
def test_an_object_that_breaks_off_is_not_taken_for_altered() -> None:
    """The rest may come the next time."""
    for length in (2, 3, 4):
        what = answer("200 OK", b"", 'ETag: "1"').replace(b"Length: 0", b"Length: %d" % length)
        with served(what + b"a") as (store, _), pytest.raises(PortUnavailable):
            store.open(KEPT)


@pytest.mark.usefixtures("direct")
def test_nobody_there_is_told() -> None:
    """The check says which address."""
    with listening(lambda _: None) as port:
        pass
    store = S3Documents(s3_config(f"http://{HOST}:{port}"))
    with pytest.raises(PortUnavailable):
        store.keep(PHOTO, PNG)
    told = f"Make http://{HOST}:{port} reachable: nothing answers as an S3 store does."
    assert store.check() == told


@pytest.mark.usefixtures("direct")
@pytest.mark.parametrize("attempts", [1, 2])
def test_a_request_is_made_as_often_as_the_settings_say(attempts: int) -> None:
    """And no more, whatever Amazon's variables say: a person waits for it."""
    with (
        served(answer("500 Internal Server Error"), attempts=attempts) as (store, asked),
        pytest.raises(PortUnavailable),
    ):
        store.open(KEPT)
    assert len(asked) == attempts


@pytest.mark.parametrize("name", ["bad name!", "", "a" * 300])
def test_a_bucket_that_cannot_be_is_told(bucket: Bucket, name: str) -> None:
    """What the library refuses before it asks anybody is "not now", too."""
    store = S3Documents(S3Config(bucket.endpoint, name, "key", Secret(SECRET), attempts=1))
    with pytest.raises(PortUnavailable):
        store.keep(PHOTO, PNG)
    assert store.check()


# --- settings and silence -----------------------------------------------------------------------


def test_nothing_is_read_from_amazons_own_settings(
    bucket: Bucket, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A profile that is not there, files that are none, another endpoint: all the same."""
    broken = tmp_path / "broken"
    broken.write_text("[", "utf-8")
    for name, value in {
        "AWS_PROFILE": "nobody",
        "AWS_CONFIG_FILE": str(broken),
        "AWS_SHARED_CREDENTIALS_FILE": str(broken),
        "AWS_ENDPOINT_URL_S3": "http://127.0.0.1:1",
        "AWS_ACCESS_KEY_ID": "nobody",
        "AWS_REQUEST_CHECKSUM_CALCULATION": "nonsense",
    }.items():
        monkeypatch.setenv(name, value)
    store = S3Documents(s3_config(bucket.endpoint))
    assert store.open(store.keep(PHOTO, PNG)) is not None


def test_neither_file_nor_secret_is_logged(store: S3Documents) -> None:
    """Not even at the lowest level, at which the library tells all that it does."""
    page = io.StringIO()
    handler, root = logging.StreamHandler(page), logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        store.open(store.keep(PHOTO, PNG))
        store.keep(EXAMPLE_DOCUMENT, "application/pdf")
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
    told = page.getvalue() + repr(store)
    assert "PutObject" in told
    for secret in (SECRET, "aysel", "IHDR", "PDF-1.4"):
        assert secret not in told


def test_the_settings_name_store_limits_and_scanner(
    bucket: Bucket, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The installed plugin keeps where they say, no more than they say, nothing unscanned."""
    settings = tmp_path / "settings.toml"
    table = (
        f'[documents-s3]\nendpoint = "{bucket.endpoint}"\nbucket = "{BUCKET}"\n'
        'access_key = "key"\nattempts = 1\nread_timeout = 7\n[documents]\nlongest = 67\n'
    )
    settings.write_text(table, "utf-8")
    monkeypatch.setenv("ESERVICES_SETTINGS", str(settings))
    assert s3.eservices_documents().check() == "Set ESERVICES_DOCUMENTS_S3_SECRET_KEY."  # type: ignore[attr-defined]  # a port need not have it
    monkeypatch.setenv("ESERVICES_DOCUMENTS_S3_SECRET_KEY", SECRET)
    store = s3.eservices_documents()
    assert isinstance(store, S3Documents)
    assert store.config == s3_config(bucket.endpoint, read_timeout=timedelta(seconds=7))
    assert store.reception == Reception(Limits(longest=67), None)
    assert store.open(store.keep(PHOTO, PNG)) is not None
    monkeypatch.setenv("ESERVICES_CLAMAV_SOCKET", str(tmp_path / "nobody.ctl"))
    with pytest.raises(PortUnavailable):
        s3.eservices_documents().keep(PHOTO, PNG)


@pytest.mark.parametrize(
    "wrong",
    [
        {"endpoint": "s3.example.az"},
        {"endpoint": "ftp://s3.example.az"},
        {"endpoint": "https://key:secret@s3.example.az"},
        {"attempts": 0},
        {"read_timeout": timedelta()},
        {"connect_timeout": timedelta(seconds=-1)},
    ],
)
def test_settings_that_cannot_be_are_refused(wrong: dict[str, Any]) -> None:
    """When the store is made, in a sentence that quotes none of them."""
    given = {"endpoint": "https://s3.example.az", "bucket": "b", "access_key": "key", **wrong}
    with pytest.raises(SettingsRefused) as caught:
        S3Config(secret_key=Secret(SECRET), **given)
    assert "ESERVICES_DOCUMENTS_S3_" in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_desk_takes_the_store_as_an_object(bucket: Bucket) -> None:
    """Beside a simulator that leaves the port to it, it keeps the desk's documents."""
    plugins = [
        SimulatorPlugin(City(), leave_out=("documents",)),
        S3Plugin(s3_config(bucket.endpoint)),
    ]
    found = [item for item in Desk(plugins).check() if item.port == "documents"]
    assert [item.health for item in found] == [Health.WELL]


def test_a_hook_asks_nobody() -> None:
    """A store that hangs keeps no desk from opening."""
    asked: list[int] = []
    with listening(lambda _: asked.append(1)) as port:
        S3Plugin(s3_config(f"http://{HOST}:{port}")).eservices_documents()
    assert asked == []
