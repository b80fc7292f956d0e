"""Questions: what a service needs to know, and which port knows it.

A question is a plain function. Its first parameters take the ports named in the decorator;
each other parameter is a name the desk can fill: a field of the form (its value, only when it
is sound), ``person``, ``today``, ``channel``, or, in the performer of an effect, ``case``,
``key`` and the findings. A question whose fields are not there yet is not asked.

A *gate* answers with something truthy or with a `Fault`; a *choice list* with `Option`
records; anything else is data for rows and tables.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any, Protocol

import attrs

from utility_eservices.vocabulary.language import Phrase

__all__ = ["AnyPort", "Asking", "Option", "question"]


class AnyPort(Protocol):
    """As much of a port's descriptor as a declaration needs to know."""

    @property
    def name(self) -> str:
        """The port's name, for example ``billing``."""

    @property
    def scope(self) -> str:
        """What the port is provided for: ``utility``, ``means``, ``medium`` or empty."""


@attrs.frozen
class Option:
    """One entry of a choice list: what is sent, what is read, what it stands for.

    A label that is a text is data of an outside system; a `Phrase` is said in the reader's
    language.
    """

    key: str = attrs.field(repr=False)
    label: str | Phrase = attrs.field(repr=False)
    value: Any = attrs.field(repr=False)


@attrs.frozen
class Asking:
    """A function with the ports it asks and the names it needs."""

    function: Callable[..., Any]
    ports: tuple[AnyPort, ...]
    needs: tuple[str, ...]

    @property
    def name(self) -> str:
        """The function's own name."""
        return self.function.__name__

    @classmethod
    def of(cls, function: Callable[..., Any], ports: tuple[AnyPort, ...]) -> Asking:
        """Read the needs off the function's signature."""
        names = tuple(inspect.signature(function).parameters)
        return cls(function, ports, names[len(ports) :])


def question(*ports: AnyPort) -> Callable[[Callable[..., Any]], Asking]:
    """Declare that a function asks these ports, in the order of its first parameters.

    >>> @question()
    ... def sizes(today):
    ...     return [Option("s", "Kiçik", 1)]
    >>> sizes.name, sizes.needs
    ('sizes', ('today',))
    """

    def declare(function: Callable[..., Any]) -> Asking:
        return Asking.of(function, ports)

    return declare
