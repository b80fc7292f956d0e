"""No command: how the help of all commands is drawn, in Azerbaijani."""

from __future__ import annotations

from typing import Any

import attrs
from cyclopts.help import DefaultFormatter, HelpEntry, HelpPanel
from rich.console import Console, ConsoleOptions
from rich.text import Text

__all__ = ["AzerbaijaniHelp"]

# What cyclopts calls the parts of a command line.
_PARTS = {
    # A command, options, further arguments.
    "COMMAND": "ƏMR",
    "[OPTIONS]": "[SEÇİMLƏR]",
    "[ARGS...]": "[ARQUMENTLƏR...]",
    # The kinds of values: a text, a file or folder, a whole number.
    "STR": "MƏTN",
    "PATH": "YOL",
    "INT": "ƏDƏD",
}


class AzerbaijaniHelp(DefaultFormatter):
    """The help as cyclopts draws it, with its own few words in Azerbaijani."""

    def render_usage(self, console: Console, options: ConsoleOptions, usage: Any) -> None:
        """The line that says how a command is written."""
        # How the command is written.
        console.print(Text(f"Yazılışı: {' '.join(map(_part, str(usage).split()))}\n", "bold"))

    def __call__(self, console: Console, options: ConsoleOptions, panel: HelpPanel) -> None:
        """Commands, arguments or options, each with what it is for."""
        entries = [_said(entry) for entry in panel.entries]
        super().__call__(console, options, panel.copy(entries=entries))


def _part(word: str) -> str:
    return _PARTS.get(word, word)


def _said(entry: HelpEntry) -> HelpEntry:
    said = [str(getattr(entry.description, "primary_renderable", entry.description)).strip()]
    if entry.default not in (None, "False", '""'):
        # Without the option.
        said.append(f"[göstərilməsə: {entry.default}]")
    if entry.required:
        # It must be given.
        said.append("[vacibdir]")
    return attrs.evolve(
        entry,
        metavar=entry.metavar and _part(entry.metavar),
        description=Text(" ".join(said)),
        default=None,
        required=False,
    )
