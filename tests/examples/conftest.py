"""The three hosts, each before a city of its own and behind its own test client."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any

import attrs
import django.test
import httpx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from examples.django_host import host as django_host
from examples.fastapi_host import host as fastapi_host
from examples.litestar_host import host as litestar_host
from examples.portal import Portal
from litestar.testing import TestClient
from tests.examples.browser import Answer, Browser, Wire

from utility_eservices import Desk
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.vocabulary.document import Upload

# What the tests' hosts are configured to be called; their clients call them otherwise.
SITE = "https://portal.example"


@attrs.frozen
class DjangoWire:
    """Django's client, with the check of CSRF tokens that browsers meet."""

    client: Any = attrs.field(factory=lambda: django.test.Client(enforce_csrf_checks=True))

    def get(self, path: str) -> Answer:
        """See `Wire.get`."""
        return self._answer(self.client.get(path))

    def post(self, path: str, texts: Mapping[str, str], files: Mapping[str, Upload]) -> Answer:
        """See `Wire.post`."""
        sent = {name: SimpleUploadedFile(item.name, item.content) for name, item in files.items()}
        return self._answer(self.client.post(path, {**texts, **sent}))

    def _answer(self, given: Any) -> Answer:
        location = given.headers.get("Location", "")
        return Answer(given.status_code, given.content.decode(), location)

    def bear(self, session_name: str) -> None:
        """See `Wire.bear`."""
        self.client.cookies.clear()
        self.client.cookies["sessionid"] = session_name

    def session_name(self) -> str:
        """See `Wire.session_name`."""
        return str(self.client.cookies["sessionid"].value)


@attrs.frozen
class AsgiWire:
    """Litestar's client; it speaks to any ASGI application, also FastAPI's.

    FastAPI's own warns of httpx, which is what the other needs.
    """

    client: httpx.Client
    cookie: str

    def get(self, path: str) -> Answer:
        """See `Wire.get`."""
        return self._answer(self.client.get(path, follow_redirects=False))

    def post(self, path: str, texts: Mapping[str, str], files: Mapping[str, Upload]) -> Answer:
        """See `Wire.post`."""
        sent = {name: (item.name, item.content) for name, item in files.items()}
        return self._answer(
            self.client.post(path, data=texts, files=sent or None, follow_redirects=False)
        )

    def _answer(self, given: httpx.Response) -> Answer:
        return Answer(given.status_code, given.text, given.headers.get("location", ""))

    def bear(self, session_name: str) -> None:
        """See `Wire.bear`."""
        self.client.cookies.clear()
        self.client.cookies.set(self.cookie, session_name)

    def session_name(self) -> str:
        """See `Wire.session_name`."""
        return self.client.cookies[self.cookie]


@pytest.fixture
def city() -> City:
    """A city in which nothing has been done."""
    return City()


@pytest.fixture
def desk(city: City) -> Desk:
    """The desk behind the host, for the office's half of a story."""
    return Desk([SimulatorPlugin(city)])


@pytest.fixture(
    params=[
        pytest.param(django_host, id="django"),
        pytest.param(fastapi_host, id="fastapi"),
        pytest.param(litestar_host, id="litestar"),
    ]
)
def host(request: pytest.FixtureRequest, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """One of the three hosts, with the test's desk."""
    module: ModuleType = request.param
    monkeypatch.setattr(module, "portal", Portal(desk, "e-gov.az", SITE))
    return module


@pytest.fixture
def wire(host: ModuleType) -> Iterator[Wire]:
    """The host's test client."""
    if host is django_host:
        yield DjangoWire()
        return
    with TestClient(host.app) as client:
        yield AsgiWire(client, cookie_of(host))


def cookie_of(host: ModuleType) -> str:
    return "session" if host is litestar_host else fastapi_host.COOKIE


@pytest.fixture
def another(host: ModuleType, wire: Wire) -> Wire:
    """The test client of somebody else, beside the one that has started the host."""
    return DjangoWire() if host is django_host else AsgiWire(TestClient(host.app), cookie_of(host))


@pytest.fixture
def browser(wire: Wire) -> Browser:
    """Somebody in front of the host."""
    return Browser(wire)
