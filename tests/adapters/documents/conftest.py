from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.adapters.documents.servers import Bucket


@pytest.fixture(scope="package")
def server() -> Iterator[Bucket]:
    found = Bucket()
    yield found
    found.stop()


@pytest.fixture
def bucket(server: Bucket, direct: None) -> Bucket:
    """A bucket at a server of these tests; what others put there is there still."""
    return server


@pytest.fixture
def direct(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy stands before the servers of this machine."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
