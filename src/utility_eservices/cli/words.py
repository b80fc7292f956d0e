"""The language of the command line (əmr sətrinin dili): chosen once, spoken by every command.

It is Azerbaijani, unless ``--language`` or the environment variable ESERVICES_LANGUAGE names
another. What a command prints is an Azerbaijani template with values; what a service declares
is said by the service's own catalogue.

>>> with speaking("en"):
...     print(say("“{name}” adlı əmr yoxdur", name="servises"))
there is no command called “servises”
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from utility_eservices.conformance.domain import CLI
from utility_eservices.desk.languages import Languages
from utility_eservices.vocabulary.language import AZERBAIJANI, SOURCE, Language

__all__ = ["chosen", "language", "say", "say_all", "speaking", "tags"]

_OPTION = "--language"
_VARIABLE = "ESERVICES_LANGUAGE"

_spoken: ContextVar[Language] = ContextVar("language", default=AZERBAIJANI)


def chosen(words: Sequence[str]) -> tuple[str, list[str]]:
    """The tag of the wanted language, and the arguments without the option that names it.

    Wherever the option stands, before a command or after it, the last one counts.
    """
    wanted = os.environ.get(_VARIABLE) or SOURCE
    left: list[str] = []
    rest = iter(words)
    for word in rest:
        name, given, value = word.partition("=")
        if name == _OPTION:
            wanted = value if given else next(rest, "")
            continue
        left.append(word)
        if word == "--":
            # What follows is no option, whatever it looks like.
            left.extend(rest)
    return wanted, left


@contextmanager
def speaking(tag: str) -> Iterator[None]:
    """Speak a language for a while; raises `UnknownName` for one that is not there."""
    token = _spoken.set(Languages().of(tag, CLI))
    try:
        yield
    finally:
        _spoken.reset(token)


def tags() -> tuple[str, ...]:
    """The tags of the languages there are."""
    return Languages().tags


def language() -> Language:
    """The language now spoken."""
    return _spoken.get()


def say(template: str, /, **values: object) -> str:
    """A sentence with its values, as people read it."""
    return language().filled(template, values)


def say_all(*templates: str) -> tuple[str, ...]:
    """Several texts without values: the headings of a table."""
    return tuple(map(language().text, templates))
