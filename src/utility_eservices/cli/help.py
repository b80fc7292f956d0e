"""The help of the commands (kömək), in the language of the command line.

What each command and option is for stands beside it, in Azerbaijani; cyclopts' own few words
are put into Azerbaijani here. All of it is said in the language now spoken.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
from cyclopts.help import DefaultFormatter, HelpEntry, HelpPanel
from rich.console import Console, ConsoleOptions
from rich.text import Text

from utility_eservices.cli.words import language, say, tags
from utility_eservices.vocabulary.language import Phrase

__all__ = ["SpokenHelp"]

# What cyclopts calls the parts of a command line.
_PARTS = {
    # A command.
    "COMMAND": Phrase("ƏMR"),
    # Options.
    "[OPTIONS]": Phrase("[SEÇİMLƏR]"),
    # Further arguments.
    "[ARGS]": Phrase("[ARQUMENTLƏR]"),
    "[ARGS...]": Phrase("[ARQUMENTLƏR...]"),
    # The kinds of values: a text, a file or folder, one of several.
    "STR": Phrase("MƏTN"),
    "PATH": Phrase("YOL"),
    "CHOICE": Phrase("SEÇİM"),
}
# Defaults that say no more than that the option was left out.
_NOTHING = {"False", "None", '""'}


class SpokenHelp(DefaultFormatter):
    """Draws the help as cyclopts does, in another language."""

    def render_usage(self, console: Console, options: ConsoleOptions, usage: Any) -> None:
        """The line that says how a command is written."""
        words = " ".join(map(_part, str(usage).split()))
        # How the command is written.
        console.print(Text(say("Yazılışı: {words}", words=words), "bold"), soft_wrap=True)
        console.print()

    def render_description(
        self, console: Console, options: ConsoleOptions, description: Any
    ) -> None:
        """What a command is for."""
        console.print(Text(say(_plain(description))))
        console.print()

    def __call__(self, console: Console, options: ConsoleOptions, panel: HelpPanel) -> None:
        """Commands, arguments or options, each with what it is for."""
        title = say(str(panel.title))
        entries = [_spoken(entry) for entry in panel.entries]
        if panel.format == "command":
            # A command has none beneath it, but the option that all have. Common options.
            title = title if entries else say("Ümumi seçimlər")
            entries.append(_language_entry())
        super().__call__(console, options, panel.copy(title=title, entries=entries))


def _part(word: str) -> str:
    return language().said(_PARTS.get(word, word))


def _plain(text: Any) -> str:
    """The Azerbaijani text in what cyclopts made of it."""
    return str(getattr(text, "primary_renderable", text)).strip()


def _spoken(entry: HelpEntry) -> HelpEntry:
    said = " ".join([say(_plain(entry.description)), *_remarks(entry)])
    return attrs.evolve(
        entry,
        metavar=entry.metavar and _part(entry.metavar),
        description=Text(said),
        choices=None,
        default=None,
        required=False,
    )


def _remarks(entry: HelpEntry) -> Iterator[str]:
    """What else there is to know of an option, in brackets."""
    if entry.choices:
        # One of these.
        yield say("[bunlardan biri: {choices}]", choices=", ".join(entry.choices))
    if entry.default is not None and entry.default not in _NOTHING:
        # Without the option.
        yield say("[göstərilməsə: {default}]", default=entry.default)
    if entry.required:
        # It must be given.
        yield say("[vacibdir]")


def _language_entry() -> HelpEntry:
    # The language of the answers; by default what stands in ESERVICES_LANGUAGE.
    text = say("Cavabların dili ({tags}), yaxud ESERVICES_LANGUAGE.", tags=", ".join(tags()))
    return HelpEntry(positive_names=("--language",), description=Text(text))
