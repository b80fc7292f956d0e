"""The screen (pəncərə): what a portal renders, whatever the service.

Plain values without behaviour. `Screen.as_json` gives what ``screen.schema.json`` beside this
file describes, so that a front end in any language can render every service. Labels are
unique on a screen; keys are stable and English.

>>> home = Screen("home", "home", "Başlanğıc", buttons=(ScreenButton("new", "Yeni müraciət"),))
>>> home.button("Yeni müraciət").key
'new'
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any, ClassVar, TypeAlias, TypeVar

import attrs

__all__ = [
    "ChoiceEntry",
    "Entry",
    "FileEntry",
    "Link",
    "Message",
    "NumberEntry",
    "Rows",
    "Screen",
    "ScreenButton",
    "Table",
    "TextEntry",
    "TickEntry",
    "screen_schema",
]


T = TypeVar("T")


@attrs.frozen(kw_only=True)
class _EntryBase:
    """What every entry has: ``fault`` is the Azerbaijani sentence to show beside it."""

    key: str
    label: str
    section: str = ""
    help: str = ""
    required: bool = True
    fault: str = ""


@attrs.frozen(kw_only=True)
class TextEntry(_EntryBase):
    """A line to type in; ``text`` is what was typed, kept even when it is faulty."""

    kind: ClassVar[str] = "text"
    text: str = attrs.field(default="", repr=False)


@attrs.frozen(kw_only=True)
class NumberEntry(_EntryBase):
    """A number to type in, with its unit."""

    kind: ClassVar[str] = "number"
    text: str = attrs.field(default="", repr=False)
    unit: str = ""


@attrs.frozen(kw_only=True)
class ChoiceEntry(_EntryBase):
    """One of several; ``options`` are pairs of key and label.

    ``depends_on`` names entries whose change makes this list a different one.
    """

    kind: ClassVar[str] = "choice"
    options: tuple[tuple[str, str], ...] = attrs.field(default=(), repr=False)
    chosen: str = attrs.field(default="", repr=False)
    depends_on: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class FileEntry(_EntryBase):
    """A file to upload; ``kept`` is the name of the one kept already."""

    kind: ClassVar[str] = "file"
    kept: str = attrs.field(default="", repr=False)
    media_types: tuple[str, ...] = ()
    longest: int = 0


@attrs.frozen(kw_only=True)
class TickEntry(_EntryBase):
    """A box to tick."""

    kind: ClassVar[str] = "tick"
    ticked: bool = False


Entry: TypeAlias = TextEntry | NumberEntry | ChoiceEntry | FileEntry | TickEntry


@attrs.frozen
class Rows:
    """Read-only rows of label and text under a title."""

    title: str
    rows: tuple[tuple[str, str], ...] = attrs.field(repr=False)


@attrs.frozen
class Table:
    """A table: a title, the columns' headings, the rows of texts."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = attrs.field(repr=False)


@attrs.frozen
class Link:
    """A link that leads out of the service; whoever has that of a payment may pay it."""

    label: str
    url: str = attrs.field(repr=False)


@attrs.frozen
class Message:
    """A sentence at the top of the screen.

    ``tone`` is ``success``, ``information`` or ``fault``; ``code`` and ``field`` are empty
    unless it is a fault.
    """

    tone: str
    text: str = attrs.field(repr=False)
    code: str = ""
    field: str = ""


@attrs.frozen
class ScreenButton:
    """A button; ``enabled_by`` names the entries to fill before a front end opens it."""

    key: str
    label: str
    enabled: bool = True
    enabled_by: tuple[str, ...] = ()


@attrs.frozen
class Screen:
    """One window: where the journey stands (``key``) and what is to be shown there.

    Two screens with the same ``window`` are one window that has changed. ``dialog`` asks for a
    dialog over the window before. ``final`` says that the journey ended here. ``redirect`` is an
    address to send the browser to at once; it comes back to this journey, which goes on.
    """

    key: str
    window: str
    title: str
    text: str = ""
    entries: tuple[Entry, ...] = ()
    rows: tuple[Rows, ...] = ()
    tables: tuple[Table, ...] = ()
    links: tuple[Link, ...] = ()
    messages: tuple[Message, ...] = ()
    buttons: tuple[ScreenButton, ...] = ()
    dialog: bool = False
    final: bool = False
    redirect: str = attrs.field(default="", repr=False)

    def entry(self, label: str) -> Entry:
        """The one entry with this label; `LookupError` when there is none or more than one."""
        return _the_one(label, [item for item in self.entries if item.label == label])

    def button(self, label: str) -> ScreenButton:
        """The one button with this label; `LookupError` when there is none or more than one."""
        return _the_one(label, [item for item in self.buttons if item.label == label])

    def as_json(self) -> dict[str, Any]:
        """The screen as JSON values, valid under `screen_schema`."""
        data = attrs.asdict(self, recurse=False)
        for name in ("rows", "tables", "links", "messages", "buttons"):
            data[name] = [attrs.asdict(item) for item in data[name]]
        data["entries"] = [{"kind": item.kind, **attrs.asdict(item)} for item in self.entries]
        plain: dict[str, Any] = json.loads(json.dumps(data))
        return plain


def _the_one(label: str, items: list[T]) -> T:
    if len(items) != 1:
        raise LookupError(f"{len(items)} things on the screen are called “{label}”")
    return items[0]


@cache
def screen_schema() -> dict[str, Any]:
    """The published JSON Schema (draft 2020-12) of `Screen.as_json`."""
    text = resources.files(__package__).joinpath("screen.schema.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema
