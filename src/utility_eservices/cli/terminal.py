"""What the commands write with: consoles, tables that cut no name, one line for a complaint.

On a terminal there are colours and the text fits its width. Into a pipe or a file goes plain
text: tables as wide as they need, so that a name stands on one line and can be searched for.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Annotated, Literal, TypeAlias

from cyclopts import Parameter
from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from utility_eservices.cli.words import say

__all__ = [
    "Complaint",
    "Format",
    "complain",
    "err",
    "heading",
    "json_out",
    "listed",
    "marked",
    "out",
    "sourced",
    "table",
    "tolerant",
    "verdict",
]

# In what form a command answers: for people or for programs.
Format: TypeAlias = Annotated[
    Literal["text", "json"], Parameter(help="Mətn, yaxud proqramlar üçün JSON.")
]

# Wide enough to read, where nobody says how wide the paper is.
_PAPER = 120
# Between two columns.
_GAP = 2
# What is longer than that is no name but a sentence, and goes on in the next line.
_NAME = 60


class Complaint(Exception):
    """A command cannot do what was asked; an Azerbaijani template with values says why."""

    def __init__(self, template: str, /, **values: object) -> None:
        self.template = template
        self.values = values
        super().__init__(template)

    def __str__(self) -> str:
        return say(self.template, **self.values)


def out() -> Console:
    """The console for answers."""
    return _console(stderr=False)


def err() -> Console:
    """The console for complaints."""
    return _console(stderr=True)


def _console(*, stderr: bool) -> Console:
    # What is shown is data: no markup in it, no emoji, nothing to highlight.
    console = Console(stderr=stderr, highlight=False, markup=False, emoji=False)
    if not console.is_terminal:
        console.width = _PAPER
    return console


def complain(line: str) -> int:
    """Say one line on stderr; gives the exit code that goes with it."""
    err().print(Text(f"eservices: {line}", "red"), soft_wrap=True)
    return 2


def heading(text: str) -> Text:
    """A heading over a part of an answer."""
    return Text(f"\n{text}", "bold")


def json_out(answer: object) -> None:
    """An answer for programs, and nothing else, on stdout."""
    out().out(json.dumps(answer, ensure_ascii=False, indent=2))


def listed(console: Console, title: str, lines: Iterable[str]) -> None:
    """Lines under a heading with their number; nothing when there are none."""
    shown = list(lines)
    if shown:
        console.print(heading(f"{title}: {len(shown)}"))
        for line in shown:
            console.print(f"  {line}", soft_wrap=True)


def verdict(console: Console, good: bool, well: str, ill: str) -> None:
    """The last line of an answer: how it stands, in one of two sentences."""
    line = Text(f"✓ {well}", "bold green") if good else Text(f"✗ {ill}", "bold red")
    console.print(line, soft_wrap=True)


def sourced(rows: str, *, ours: bool = False) -> str:
    """The catalogue rows behind something declared, and whether it is our own."""
    named = " ".join(dict.fromkeys(rows.split()))
    # Not in the manual: it is the library's own.
    own = say("təlimatda yoxdur") if ours else ""
    return "\n".join(filter(None, [named, own])) or "–"


def marked(said: str, *, ours: bool) -> str:
    """What is said of one thing among others, and whether it is our own."""
    return f"{said} ({say('təlimatda yoxdur')})" if ours else said


def table(
    console: Console,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    room: int | None = None,
) -> Table:
    """A table whose words are never broken; a cell may have several lines.

    ``room`` is the width to fit into if that can be done: by default the terminal's, and none
    where there is no terminal.
    """
    if room is None and console.is_terminal:
        room = console.width
    drawn = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    gaps = _GAP * (len(columns) - 1)
    widths = _widths(columns, rows, None if room is None else room - gaps)
    for title, width in zip(columns, widths, strict=True):
        drawn.add_column(Text(title), width=width)
    for row in rows:
        drawn.add_row(*(Text(cell) for cell in row))
    drawn.width = sum(widths) + gaps
    drawn.show_lines = any(
        _longest(cell.splitlines()) > width or "\n" in cell
        for row in rows
        for cell, width in zip(row, widths, strict=True)
    )
    return drawn


def _widths(columns: Sequence[str], rows: Sequence[Sequence[str]], room: int | None) -> list[int]:
    """The width of each column: what it would like, or less, but no less than its longest word."""
    cells = [[title, *(row[place] for row in rows)] for place, title in enumerate(columns)]
    liked = [max(_longest(cell.splitlines()) for cell in column) for column in cells]
    widths = [max(_longest(cell.split()) for cell in column) for column in cells]
    if room is None:
        return [max(least, min(most, _NAME)) for least, most in zip(widths, liked, strict=True)]
    if sum(liked) <= room:
        return liked
    # The narrowest grows first: short columns stay whole, long ones share what is left.
    while sum(widths) < room:
        growing = [place for place, width in enumerate(widths) if width < liked[place]]
        widths[min(growing, key=widths.__getitem__)] += 1
    return widths


def _longest(texts: Sequence[str]) -> int:
    return max(map(cell_len, texts), default=0)


def tolerant() -> None:
    """Let a terminal that has no letter ə show a question mark, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
