"""Documents in an S3-compatible object store (obyekt anbarı).

As a plugin it is called ``documents-s3`` and reads the settings ``ESERVICES_DOCUMENTS_S3_…``
(see `S3Config`); a program hands it over with them, ``Desk([..., S3Plugin(config)])``. The bucket
must be there; who has the keys needs to put and get objects and to list the bucket, without
which the store does not tell an object that is not there from one that is forbidden.

An object is called after nothing that came from outside: the prefix, and an id drawn by chance.
Its SHA-256 goes along, and a store that knows such checksums refuses what arrives altered. What
is kept is checked before (see `checks`), and whenever it is handed out.

Amazon's own configuration files and variables are not read, those for proxies and certificates
are.

>>> config = S3Config("http://localhost:1", "bucket", "key", Secret("secret"), attempts=1)
>>> store = S3Plugin(config).eservices_documents()
>>> store.open(Document("0" * 32, "sayğac.png", "image/png", 1, "0" * 64))
Traceback (most recent call last):
    ...
utility_eservices.errors.PortUnavailable: port_unavailable: Xidmət hazırda əlçatan deyil. Bir \
qədər sonra yenidən cəhd edin.
"""

from __future__ import annotations

import base64
import hashlib
import io
import os
import re
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

import attrs
import boto3.session  # type: ignore[import-untyped]  # neither has annotations
import botocore.session  # type: ignore[import-untyped]
from botocore.config import Config  # type: ignore[import-untyped]
from botocore.exceptions import (  # type: ignore[import-untyped]
    BotoCoreError,
    ClientError,
    ReadTimeoutError,
)
from botocore.parsers import ResponseParserError  # type: ignore[import-untyped]

from utility_eservices.errors import PortBusy, PortFailure, PortTimeout, PortUnavailable
from utility_eservices.ports.documents import Documents
from utility_eservices.ports.port import hookimpl
from utility_eservices.vocabulary.document import Document, Upload
from utility_eservices_adapters.documents.checks import Limits, Reception, as_kept, is_ours
from utility_eservices_adapters.documents.clamav import from_settings as scanner_from_settings
from utility_eservices_adapters.settings import (
    Secret,
    SettingsRefused,
    from_environment,
    provided,
)

if TYPE_CHECKING:
    from types_boto3_s3.client import S3Client

__all__ = ["S3Config", "S3Documents", "S3Plugin", "eservices_documents"]

T = TypeVar("T")

_SETTING = "ESERVICES_DOCUMENTS_S3_"
_ENDPOINT = re.compile(r"https?://[^\s@/?#]+(/[^\s@?#]*)?")
# "Later, you ask too often."
_BUSY = frozenset({"RequestLimitExceeded", "SlowDown", "Throttling", "TooManyRequests", "429"})
# A word that stores answer with, and not a page of somebody else.
_WORD = re.compile(r"[A-Za-z0-9.]{1,60}")
# As many as there are threads in a large host; the others wait for nobody, but are not reused.
_CONNECTIONS = 32
# Where Amazon's tools look for settings; a path in the place of a file.
_NO_FILE = (None, None, os.devnull, None)
_FAILURES = (BotoCoreError, ClientError, ResponseParserError, OSError)


@attrs.frozen
class S3Config:
    """What the store needs to know; times are for one try."""

    endpoint: str
    """The store's URL, for example ``https://s3.example.az``."""

    bucket: str
    access_key: str
    secret_key: Secret
    region: str = "us-east-1"
    """What requests are signed for; most stores outside Amazon's take any."""

    prefix: str = ""
    """What every object's key begins with, for example ``documents/``."""

    connect_timeout: timedelta = timedelta(seconds=5)
    read_timeout: timedelta = timedelta(seconds=30)
    attempts: int = 2
    """How often a request is made before it has failed, with a short wait between."""

    def __attrs_post_init__(self) -> None:
        if not _ENDPOINT.fullmatch(self.endpoint):
            raise SettingsRefused(f"Make {_SETTING}ENDPOINT an http or https URL, without a user.")
        if min(self.connect_timeout, self.read_timeout) <= timedelta():
            raise SettingsRefused(f"Make both {_SETTING}…_TIMEOUT longer than nothing.")
        if self.attempts < 1:
            raise SettingsRefused(f"Make {_SETTING}ATTEMPTS at least 1.")


class S3Documents:
    """The store; see `utility_eservices.ports.documents.Documents`."""

    def __init__(self, config: S3Config, reception: Reception | None = None) -> None:
        self.config = config
        self.reception = reception or Reception()
        self._lock = Lock()
        self._made: S3Client | None = None

    def __repr__(self) -> str:
        return f"S3Documents({self.config!r})"

    def keep(self, upload: Upload, media_type: str) -> Document:
        """See `Documents.keep`; ``media_type`` is not believed, the content is looked at again.

        Raises `PortRefused` when the file is not to be kept, `PortUnavailable` or `PortTimeout`
        when the store does not take it or nobody could look into it.
        """
        document, content = self.reception.take(upload)
        digest = hashlib.sha256(content).digest()
        answer = self._asked(
            lambda s3: s3.put_object(
                Bucket=self.config.bucket,
                Key=self._key(document),
                # A stream, since bytes would stand in the log at its lowest level.
                Body=io.BytesIO(content),
                ContentLength=len(content),
                ContentType=document.media_type,
                ChecksumAlgorithm="SHA256",
                ChecksumSHA256=base64.b64encode(digest).decode("ascii"),
            )
        )
        if not answer.get("ETag"):  # somebody says yes to everything
            raise PortUnavailable
        return document

    def open(self, document: Document) -> Upload | None:
        """See `Documents.open`; None also for a file that was altered, which the log tells."""
        if not is_ours(document):
            return None
        content = self._asked(lambda s3: self._got(s3, document))
        return None if content is None else as_kept(document, content)

    def check(self) -> str | None:
        """Advice when the bucket cannot be listed, or files cannot be checked.

        Nothing is written, so that a key that may only read passes.
        """
        bucket, endpoint = self.config.bucket, self.config.endpoint
        silent = f"Make {endpoint} reachable: nothing answers as an S3 store does."
        try:
            answer = self._client().list_objects_v2(
                Bucket=bucket, Prefix=self.config.prefix, MaxKeys=1
            )
        except ClientError as error:
            if _code(error) == "NoSuchBucket":
                return f"Make the bucket {bucket} at {endpoint}: it is not there."
            said = _code(error) if _WORD.fullmatch(_code(error)) else "no"
            return f"Let the access key put, get and list in {bucket} at {endpoint}: {said}."
        except (*_FAILURES, ValueError):
            return silent
        return self.reception.check() if answer.get("Name") == bucket else silent

    def _key(self, document: Document) -> str:
        return self.config.prefix + document.id

    def _got(self, s3: S3Client, document: Document) -> bytes | None:
        try:
            answer = s3.get_object(Bucket=self.config.bucket, Key=self._key(document))
        except ClientError as error:
            if _code(error) == "NoSuchKey":
                return None
            raise
        with closing(answer["Body"]) as body:
            content: bytes = body.read(document.size + 1)  # what grew is not read to its end
        told = answer.get("ContentLength", document.size)
        if not answer.get("ETag") or len(content) < min(told, document.size):
            raise PortUnavailable  # no such store, or it broke off
        return content

    def _asked(self, call: Callable[[S3Client], T]) -> T:
        """What the store answers; raises a `PortFailure` where it does not."""
        try:
            return call(self._client())
        except _FAILURES as error:
            raise _failure(error) from None  # its text may hold what was sent
        except ValueError:  # of an endpoint that is none after all
            raise PortUnavailable from None

    def _client(self) -> S3Client:
        # Clients may be shared by threads, but not made by two at once.
        with self._lock:
            if self._made is None:
                self._made = _client(self.config)
            return self._made


def _client(config: S3Config) -> S3Client:
    core = botocore.session.Session(
        session_vars={
            "profile": (None, None, None, None),
            "config_file": _NO_FILE,
            "credentials_file": _NO_FILE,
        }
    )
    client: S3Client = boto3.session.Session(botocore_session=core).client(
        "s3",
        endpoint_url=config.endpoint,
        region_name=config.region,
        aws_access_key_id=config.access_key,
        aws_secret_access_key=config.secret_key.value,
        config=Config(
            signature_version="s3v4",
            connect_timeout=config.connect_timeout.total_seconds(),
            read_timeout=config.read_timeout.total_seconds(),
            retries={"total_max_attempts": config.attempts, "mode": "standard"},
            max_pool_connections=_CONNECTIONS,
            # Buckets as names of hosts, and Amazon's newer checksums, other stores may not know.
            s3={"addressing_style": "path"},
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        ),
    )
    client.meta.events.register("before-call.s3", _stay)
    return client


def _stay(context: dict[str, dict[str, object]], **_: object) -> None:
    """Follow no hint to another region: asked for the region, some stores give the same hint.

    The library would follow it until its stack is full.
    """
    context.setdefault("s3_redirect", {})["redirected"] = True


def _code(error: ClientError) -> str:
    return str(error.response.get("Error", {}).get("Code", ""))


def _failure(error: Exception) -> PortFailure:
    """What a library's failure means to a port."""
    if isinstance(error, ReadTimeoutError):
        return PortTimeout()
    if isinstance(error, ClientError) and _code(error) in _BUSY:
        return PortBusy()
    return PortUnavailable()


class S3Plugin:
    """The plugin for programs, which hand over the settings."""

    def __init__(self, config: S3Config, reception: Reception | None = None) -> None:
        self._documents = S3Documents(config, reception)

    @hookimpl
    def eservices_documents(self) -> S3Documents:
        """Serve the document store."""
        return self._documents


@hookimpl
def eservices_documents() -> Documents:
    """Serve the document store, as the settings say."""
    return provided(_from_settings)


def _from_settings() -> S3Documents:
    config = from_environment(S3Config, "documents-s3")
    limits = from_environment(Limits, "documents")
    return S3Documents(config, Reception(limits, scanner_from_settings()))
