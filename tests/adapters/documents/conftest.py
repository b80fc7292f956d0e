from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.adapters.documents.servers import Bucket


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[Bucket]:
    """An empty bucket at a server of its own, which no proxy stands before."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    found = Bucket()
    yield found
    found.stop()
