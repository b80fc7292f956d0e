"""An adapter that is no simulator keeps the laws too: letters as files in a folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from utility_eservices.conformance.laws.notification import *  # noqa: F403  # the laws, as tests
from utility_eservices.conformance.laws.notification import NotificationWorld
from utility_eservices.ports.notification import Letter, Notification
from utility_eservices_adapters.folder import FolderPlugin

ADDRESSES = {"email": "aysel@example.com", "sms": "+994502001020"}


class FolderWorld(NotificationWorld):
    """One medium, in a folder that can be taken away."""

    def __init__(self, folder: Path, medium: str) -> None:
        self.folder, self.medium = folder, medium
        self.address = ADDRESSES[medium]
        self.port = self.reopened()

    def reopened(self) -> Notification:
        """The plugin, loaded again."""
        port = FolderPlugin(self.folder).eservices_notification(self.medium)
        assert port is not None
        return port

    @contextmanager
    def switched_off(self) -> Iterator[None]:
        """Take the folder away for a while."""
        elsewhere = self.folder.rename(self.folder.with_name("elsewhere"))
        yield
        elsewhere.rename(self.folder)

    def arrived(self, token: str) -> Sequence[Letter]:
        """The letters in the files, as a mail program or a modem would read them."""
        read = {".eml": read_email, ".txt": read_sms}
        letters = (read[file.suffix](file) for file in self.folder.iterdir())
        return [letter for letter in letters if token in letter.text]


def read_email(file: Path) -> Letter:
    message = message_from_bytes(file.read_bytes(), policy=policy.default)
    return Letter(message["To"], message["Subject"], message.get_content())


def read_sms(file: Path) -> Letter:
    address, _, text = file.read_text("utf-8").split("\n", 2)
    return Letter(address, "", text)


@pytest.fixture(params=["email", "sms"])
def notification_world(request: pytest.FixtureRequest, tmp_path: Path) -> FolderWorld:
    return FolderWorld(tmp_path / "letters", request.param)
