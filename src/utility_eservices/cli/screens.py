"""A screen drawn in a terminal, whatever the service: a host needs to know no more than `Screen`.

Everything can be read without colours: a field is ``[text]``, a list ``[text ▾]``, a button
``[ Label ]``, or ``( Label )`` while it waits for its entries.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from rich import box
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table as Grid
from rich.text import Text

from utility_eservices.casework.screen import (
    ChoiceEntry,
    Entry,
    FileEntry,
    Message,
    NumberEntry,
    Rows,
    Screen,
    ScreenButton,
    TextEntry,
    TickEntry,
)
from utility_eservices.cli.terminal import table
from utility_eservices.cli.words import say

__all__ = ["put_screen"]

# No wider, even where the terminal is: long lines are hard to read. No narrower: words would break.
_WIDEST = 100
_NARROWEST = 60
# The borders of the window and the space inside them.
_FRAME = 6
# How wide an empty field is.
_FIELD = 22

_SIGNS = {"success": ("✓", "bold green"), "information": ("•", "cyan"), "fault": ("✗", "bold red")}


def put_screen(console: Console, screen: Screen) -> None:
    """Draw a screen, at the width of the terminal or wider, but with nothing cut."""
    width = max(_NARROWEST, min(console.width, _WIDEST))
    tables = [
        table(console, item.columns, item.rows, room=width - _FRAME) for item in screen.tables
    ]
    width = max([width, *(int(drawn.width or 0) + _FRAME for drawn in tables)])
    in_frame = cell_len(screen.title) + _FRAME <= width
    parts: list[RenderableType] = [] if in_frame else [Text(screen.title, "bold")]
    parts += _parts(screen, width - _FRAME)
    for drawn, item in zip(tables, screen.tables, strict=True):
        parts.append(Group(Text(item.title, "bold"), drawn if item.rows else Text("–", "dim")))
    if screen.buttons:
        parts.append(_buttons(screen.buttons, width - _FRAME))
    window = Panel(
        Group(*_apart(parts)),
        title=Text(screen.title, "bold") if in_frame else None,
        box=box.DOUBLE if screen.dialog else box.ROUNDED,
        border_style="yellow" if screen.dialog else "cyan",
        padding=(1, 2),
        width=width,
    )
    # A console draws nothing wider than itself, and would rather cut.
    usual, console.width = console.width, max(console.width, width)
    console.print("", window, sep="\n")
    console.width = usual


def _parts(screen: Screen, room: int) -> Iterator[RenderableType]:
    if screen.messages:
        yield Text("\n").join(map(_message, screen.messages))
    if screen.text:
        yield Text(screen.text)
    labels = min(_labels(screen), room // 2)
    sections = {entry.section for entry in screen.entries}
    for rows in screen.rows:
        if rows.title not in sections:
            yield _section(rows.title, [], [rows], labels)
    for title, entries in groupby(screen.entries, key=lambda entry: entry.section):
        beside = [rows for rows in screen.rows if rows.title == title]
        yield _section(title, entries, beside, labels)
    for link in screen.links:
        yield Text(f"→ {link.label}: {link.url}")


def _apart(parts: Iterable[RenderableType]) -> Iterator[RenderableType]:
    for number, part in enumerate(parts):
        if number:
            yield Text()
        yield part


def _message(message: Message) -> Text:
    sign, style = _SIGNS[message.tone]
    return Text(f"{sign} {message.text}", style)


def _labels(screen: Screen) -> int:
    """The width of the labels, the same in every section."""
    labels = [entry.label for entry in screen.entries if not isinstance(entry, TickEntry)]
    labels += [label for rows in screen.rows for label, _ in rows.rows]
    return max(map(cell_len, labels), default=0)


def _section(
    title: str, entries: Iterable[Entry], rows: Iterable[Rows], labels: int
) -> RenderableType:
    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=labels)
    grid.add_column()
    for entry in entries:
        grid.add_row(*_field(entry))
        if entry.fault:
            grid.add_row("", Text(f"✗ {entry.fault}", "bold red"))
        if entry.help:
            grid.add_row("", Text(entry.help, "dim"))
        if isinstance(entry, ChoiceEntry) and not entry.chosen:
            for _, label in entry.options:
                grid.add_row("", Text(f"○ {label}"))
    for label, text in (pair for item in rows for pair in item.rows):
        grid.add_row(Text(label), Text(text or "–"))
    return Group(Text(title, "bold"), grid) if title else grid


def _field(entry: Entry) -> tuple[Text, Text]:
    """The label of an entry, and what is in it."""
    match entry:
        case TextEntry():
            return Text(entry.label), _box(entry.text)
        case NumberEntry():
            return Text(entry.label), _box(entry.text).append(f" {entry.unit}")
        case ChoiceEntry():
            # Choose.
            chosen = dict(entry.options).get(entry.chosen, say("seçin"))
            return Text(entry.label), _box(chosen, "▾")
        case FileEntry():
            # Choose a file.
            return Text(entry.label), _box(entry.kept or say("fayl seçin"))
        case TickEntry():
            return Text(), Text(f"[{'x' if entry.ticked else ' '}] {entry.label}")


def _box(text: str, sign: str = "") -> Text:
    blank = " " * (_FIELD - cell_len(text))
    return Text(f"[{text}{blank}{sign and ' '}{sign}]", "bold")


def _buttons(buttons: Iterable[ScreenButton], room: int) -> Text:
    labels = [
        Text(f"[ {item.label} ]", "reverse") if item.enabled else Text(f"( {item.label} )", "dim")
        for item in buttons
    ]
    beside = Text("   ").join(labels)
    drawn = beside if beside.cell_len <= room else Text("\n").join(labels)
    if not all(item.enabled for item in buttons):
        # ( … ) opens when its entries are filled.
        waits = say("( … ) – sahələr doldurulanda açılır")
        drawn.append(f"\n{waits}", "dim")
    return drawn
