"""A service drawn: what stands on its pages, where its buttons lead, and its diagrams.

`eservices show` says it in a terminal and the site on a page; both read it here. The diagrams are
in the language of Mermaid, with the labels that people read.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Mapping

from utility_eservices.casework.asking import Asking
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.page import (
    Button,
    Chosen,
    Linked,
    Listed,
    Page,
    Part,
    PaymentLink,
    Recap,
    RequestNumber,
    SentRequests,
    Shown,
    Ticked,
    Typed,
    Uploaded,
)
from utility_eservices.casework.rulebook import Rule, Rulebook
from utility_eservices.casework.service import Service
from utility_eservices.vocabulary.language import AZERBAIJANI, Language

__all__ = [
    "Kind",
    "casework_diagram",
    "journey_diagram",
    "leads",
    "section_of",
    "sources",
    "stands",
]


# --- pages ------------------------------------------------------------------------------------


class Kind(enum.Enum):
    """What a person meets on a page."""

    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"
    FILE = "file"
    TICK = "tick"
    LINK = "link"
    SECTION = "section"
    READ_ONLY = "read-only"
    TABLE = "table"


def stands(service: Service, part: Part) -> tuple[Kind, tuple[str, ...]]:
    """What a part of a page is, and the labels by which people find it."""
    fields = service.fields
    match part:
        case Typed(field=key):
            kind, labels = Kind.NUMBER if fields[key].number else Kind.TEXT, [fields[key].label]
        case Chosen(field=key):
            kind, labels = Kind.CHOICE, [fields[key].label]
        case Uploaded(field=key):
            kind, labels = Kind.FILE, [fields[key].label]
        case Ticked():
            kind, labels = Kind.TICK, [part.label]
        case Linked() | PaymentLink():
            kind, labels = Kind.LINK, [part.label]
        case Recap():
            kind, labels = Kind.READ_ONLY, [fields[key].label for key in part.fields]
        case RequestNumber():
            kind, labels = Kind.READ_ONLY, [part.label]
        case Shown():
            # What is read in it is not known before the question is asked.
            kind, labels = Kind.SECTION, [part.title]
        case Listed() | SentRequests():
            kind, labels = Kind.TABLE, [part.title]
    return kind, tuple(labels)


def section_of(part: Part) -> str:
    """The heading that a part stands under, empty for none."""
    match part:
        case Typed() | Chosen() | Uploaded():
            return part.section
        case Recap() | RequestNumber():
            return part.title
        case _:
            return ""


def leads(button: Button) -> tuple[tuple[str, tuple[str, ...], str], ...]:
    """The pages that a button leads to.

    Each with the names of what must hold for it, and of the question whose answer is paid on the
    way, empty where nothing is.
    """
    ways = (
        (to.page, tuple(map(_name, to.when)), to.pays.name if to.pays else "") for to in button.to
    )
    return tuple(dict.fromkeys(ways))


def _name(condition: Asking | Callable[..., object]) -> str:
    return condition.name if isinstance(condition, Asking) else condition.__name__


def sources(page: Page) -> str:
    """The rows behind a page and all that stands on it."""
    outcomes = (to for button in page.buttons for to in button.to)
    return " ".join(thing.rows for thing in (page, *page.parts, *page.buttons, *outcomes))


# --- diagrams ---------------------------------------------------------------------------------


def casework_diagram(rules: Rulebook, words: Language = AZERBAIJANI) -> str:
    """The casework's machine: statuses by name, acts by label."""
    names = {state.key: words.text(state.name) for state in rules.states.values()}
    return _diagram(rules, names, lambda rule: words.text(rule.label) or rule.event)


def journey_diagram(journey: Journey, words: Language = AZERBAIJANI) -> str:
    """The journey's machine: windows by title and key, buttons by label.

    ✗ marks the way that faults take.
    """
    labels = {button.key: button.label for page in journey.pages for button in page.buttons}

    def said(rule: Rule) -> str:
        return words.text(rule.label) or f"{words.text(labels[rule.event])} ✗"

    names = {page.key: f"{words.text(page.title)} ({page.key})" for page in journey.pages}
    return _diagram(journey.rules, names, said)


def _diagram(rules: Rulebook, names: Mapping[str, str], said: Callable[[Rule], str]) -> str:
    drawn = ["stateDiagram-v2", "    direction TB"]
    drawn += [f'    state "{_drawn(name)}" as {key}' for key, name in names.items()]
    drawn += [f"    [*] --> {rules.initial}"]
    edges: dict[tuple[str, str], list[str]] = {}
    for rule in rules.rules:
        edges.setdefault((rule.source, rule.target), []).append(said(rule))
    for (source, target), labels in edges.items():
        label = _drawn(" / ".join(dict.fromkeys(labels)))
        drawn.append(f"    {source} --> {target} : {label}")
    drawn += [f"    {key} --> [*]" for key, state in rules.states.items() if state.final]
    return "\n".join(drawn)


def _drawn(text: str) -> str:
    """A text in which Mermaid sees no marks of its own, but shows them.

    >>> _drawn('a: "b"')
    'a#58; #34;b#34;'
    """
    return re.sub(r'[#:;"<>]', lambda mark: f"#{ord(mark[0])};", text)
