"""Letters that were sent (göndərilmiş bildirişlər), as the demonstration finds them.

In a folder they are files that any mail program opens; without the adapters they stay in the
simulator's outboxes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from email import message_from_bytes, policy
from pathlib import Path
from typing import Protocol

import attrs
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from utility_eservices.cli.words import say
from utility_eservices.simulator.city import City

__all__ = ["FolderPost", "OutboxPost", "Post", "Sent", "put_letters"]


@attrs.frozen
class Sent:
    """One letter: ``place`` is the file's name, or where else it lies; an SMS has no subject."""

    place: str
    address: str = attrs.field(repr=False)
    subject: str
    text: str = attrs.field(repr=False)


class Post(Protocol):
    """Where the letters of a demonstration go."""

    def letters(self) -> Iterable[Sent]:
        """All letters so far."""


@attrs.frozen
class FolderPost:
    """The letters in a folder: ``.eml`` and ``.txt``."""

    folder: Path

    def letters(self) -> Iterator[Sent]:
        """See `Post.letters`; of those that came together the e-mail is first."""
        for path in sorted(self.folder.iterdir(), key=lambda path: (path.suffix, path.name)):
            if path.suffix == ".eml":
                yield _email(path)
            elif path.suffix == ".txt":
                yield _sms(path)


def _email(path: Path) -> Sent:
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    return Sent(path.name, message["To"], message["Subject"], message.get_content().strip())


def _sms(path: Path) -> Sent:
    address, _, text = path.read_text("utf-8").partition("\n\n")
    return Sent(path.name, address, "", text.strip())


@attrs.frozen
class OutboxPost:
    """The letters in the simulator's outboxes."""

    city: City

    def letters(self) -> Iterator[Sent]:
        """See `Post.letters`."""
        # E-mail.
        boxes = ((say("e-poçt"), self.city.emails), ("SMS", self.city.texts))
        for name, box in boxes:
            for letter in box.letters:
                yield Sent(name, letter.address, letter.subject, letter.text)


def put_letters(console: Console, letters: Iterable[Sent]) -> None:
    """Show letters, each whole."""
    for letter in letters:
        shown = Text(f"✉ {letter.place}", "magenta")
        shown.append(f"\n{letter.address}", "dim")
        if letter.subject:
            shown.append(f"\n{letter.subject}", "bold")
        shown.append(f"\n{letter.text}", "default")
        console.print(Padding(shown, (1, 0, 0, 4), expand=False), crop=False)
