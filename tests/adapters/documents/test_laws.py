"""Both document stores keep the laws of their port: on a real disk, and over real HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.adapters.documents.servers import Bucket, s3_config

from utility_eservices.conformance.laws.documents import *  # noqa: F403  # the laws, as tests
from utility_eservices.conformance.laws.documents import DocumentsWorld
from utility_eservices.ports.documents import Documents
from utility_eservices_adapters.documents.disk import DiskPlugin
from utility_eservices_adapters.documents.s3 import S3Plugin


class DiskWorld(DocumentsWorld):
    """A folder that can be taken away."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = self.reopened()

    def reopened(self) -> Documents:
        """The plugin, loaded again."""
        return DiskPlugin(self.folder).eservices_documents()

    @contextmanager
    def switched_off(self) -> Iterator[None]:
        """Take the folder away for a while."""
        elsewhere = self.folder.rename(self.folder.with_name("elsewhere"))
        yield
        elsewhere.rename(self.folder)


class S3World(DocumentsWorld):
    """A bucket at a server that can be stopped."""

    def __init__(self, bucket: Bucket) -> None:
        self.bucket = bucket
        self.port = self.reopened()

    def reopened(self) -> Documents:
        """The plugin, loaded again."""
        return S3Plugin(s3_config(self.bucket.endpoint)).eservices_documents()

    @contextmanager
    def switched_off(self) -> Iterator[None]:
        """Stop the server for a while; what it holds it keeps."""
        self.bucket.stop()
        try:
            yield
        finally:
            self.bucket.start()


@pytest.fixture(params=["disk", "s3"])
def documents_world(request: pytest.FixtureRequest, tmp_path: Path) -> DocumentsWorld:
    if request.param == "disk":
        return DiskWorld(tmp_path / "documents")
    return S3World(request.getfixturevalue("bucket"))
