"""The shape of a journey (müraciətin quruluşu): what a suspended one relies on.

Keys, ways, gates and the names of guards, never texts or labels. A snapshot of a service holds it
(`utility_eservices.casework.shape`), and a suspended journey carries its fingerprint, so that
both tell the same changes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

import attrs

from utility_eservices.casework.acts import bare_name
from utility_eservices.casework.asking import Asking
from utility_eservices.casework.page import (
    Button,
    Chosen,
    FieldPart,
    Page,
    Ticked,
    To,
    entry_key,
)
from utility_eservices.vocabulary.channel import Channel

__all__ = [
    "ButtonShape",
    "EntryShape",
    "JourneyShape",
    "PageShape",
    "ToShape",
    "filled",
    "journey_shape",
]


@attrs.frozen
class EntryShape:
    """An entry of a page; ``gates`` are the questions asked of its value.

    ``options`` is the question whose answers it is chosen from: their keys are what is kept.
    """

    kind: str
    key: str
    gates: tuple[str, ...] = ()
    options: str = ""


@attrs.frozen
class ToShape:
    """An outcome of a button; ``gates`` are the questions, ``guards`` the plain functions of it.

    ``pays`` is the question whose answer is paid.
    """

    page: str
    gates: tuple[str, ...] = ()
    guards: tuple[str, ...] = ()
    pays: str = ""


@attrs.frozen
class ButtonShape:
    """A button; see `utility_eservices.casework.page.Button`."""

    key: str
    to: tuple[ToShape, ...]
    submits: tuple[str, ...] = ()
    otherwise: str = ""
    otherwise_for: tuple[str, ...] = ()
    registers: bool = False


@attrs.frozen
class PageShape:
    """A page with what is entered there and where it leads."""

    window: str
    final: bool = False
    entries: tuple[EntryShape, ...] = ()
    buttons: tuple[ButtonShape, ...] = ()


@attrs.frozen(slots=False)
class JourneyShape:
    """A journey; ``channels`` are the portal that shows it and those that lead into it."""

    channels: tuple[str, ...]
    first: str
    pages: Mapping[str, PageShape]

    @cached_property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits, the same for equal shapes on every machine."""
        text = json.dumps(filled(self), sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:16]


def filled(shape: attrs.AttrsInstance) -> dict[str, Any]:
    """A shape as plain values; what is empty or no is left out."""
    return attrs.asdict(shape, filter=lambda _attribute, value: bool(value))


# --- pages to shape -----------------------------------------------------------------------------


def journey_shape(channels: Iterable[Channel], pages: Sequence[Page]) -> JourneyShape:
    """The shape of a journey of these pages, the first of which begins it."""
    keys = tuple(channel.key for channel in channels)
    return JourneyShape(keys, pages[0].key, {page.key: _page(page) for page in pages})


def _page(page: Page) -> PageShape:
    entries = tuple(map(_entry, page.entries))
    buttons = tuple(_button(button) for button in page.buttons)
    return PageShape(page.window or page.key, page.final, entries, buttons)


def _entry(part: FieldPart | Ticked) -> EntryShape:
    gates = () if isinstance(part, Ticked) else tuple(gate.name for gate in part.gates)
    options = part.options.name if isinstance(part, Chosen) else ""
    return EntryShape(type(part).__name__, entry_key(part), gates, options)


def _button(button: Button) -> ButtonShape:
    return ButtonShape(
        button.key,
        tuple(_to(to) for to in button.to),
        button.submits,
        button.otherwise,
        button.otherwise_for,
        button.registers,
    )


def _to(to: To) -> ToShape:
    gates = tuple(when.name for when in to.when if isinstance(when, Asking))
    guards = tuple(bare_name(when) for when in to.when if not isinstance(when, Asking))
    return ToShape(to.page, gates, guards, to.pays.name if to.pays else "")
