"""The journey (müraciətin verilməsi): the applicant's way through the screens, as data.

A `Page` is one state of the way; several pages may share one window. A button names the
entries it submits and where it leads; a value that cannot be converted, a closed gate and a
choice that is not on its list are facts like any other: with ``otherwise`` they lead
somewhere, without it the page stays and shows every fault at once.

The library makes a python-statemachine class of the pages (`Journey.machine`), for its checks,
for diagrams and as an independent engine; the desk runs the rulebook made from it.
"""

from __future__ import annotations

import hashlib
import json
import types
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, TypeAlias

import attrs
from statemachine import StateMachine

from utility_eservices.casework.acts import named
from utility_eservices.casework.asking import Asking
from utility_eservices.casework.refusal import Answer, Guard, Refusal, reasons
from utility_eservices.casework.rulebook import Rulebook, Status
from utility_eservices.errors import DefinitionRefused, Fault
from utility_eservices.vocabulary.channel import Channel
from utility_eservices.vocabulary.person import Identity
from utility_eservices.vocabulary.sign_in import SignInMeans

__all__ = [
    "Button",
    "Chosen",
    "EntryLink",
    "Journey",
    "JourneyFacts",
    "Linked",
    "Listed",
    "Means",
    "Page",
    "Part",
    "Recap",
    "Register",
    "SentRequests",
    "Shown",
    "SignInWindow",
    "StatusPlace",
    "Ticked",
    "To",
    "Typed",
    "Uploaded",
    "WayStep",
]


@attrs.frozen
class JourneyFacts:
    """All that a guard of a journey may look at.

    ``values`` are the sound values of the form and the ticks, by key; ``faults`` what is wrong
    with the rest; ``answers`` the answers of the gates asked for this press; ``entered_on``
    the day in Baku on which a value was last submitted.
    """

    values: Mapping[str, Any]
    faults: tuple[Fault, ...]
    answers: Mapping[str, Any]
    person: Identity
    today: date
    entered_on: Mapping[str, date]


# --- what stands on a page --------------------------------------------------------------------


@attrs.frozen
class Typed:
    """A field of the form that is typed in; ``gates`` are asked of its value, in order."""

    field: str
    section: str = ""
    gates: tuple[Asking, ...] = ()
    rows: str = ""
    ours: bool = False


@attrs.frozen
class Chosen:
    """A field of the form that is chosen from what a question answers."""

    field: str
    options: Asking
    section: str = ""
    gates: tuple[Asking, ...] = ()
    rows: str = ""
    ours: bool = False


@attrs.frozen
class Uploaded:
    """A field of the form that is a file."""

    field: str
    section: str = ""
    gates: tuple[Asking, ...] = ()
    rows: str = ""
    ours: bool = False


@attrs.frozen
class Ticked:
    """A box of the page itself, not of the form; it must be ticked to go on."""

    key: str
    label: str
    rows: str = ""
    ours: bool = False


@attrs.frozen
class Shown:
    """Read-only rows that a question answers, as pairs of label and text."""

    title: str
    question: Asking
    rows: str = ""
    ours: bool = False


@attrs.frozen
class Listed:
    """A table whose rows a question answers, as tuples of texts."""

    title: str
    columns: tuple[str, ...]
    question: Asking
    rows: str = ""
    ours: bool = False


@attrs.frozen
class Recap:
    """Read-only rows of what was entered, or of what is given at registration."""

    title: str
    fields: tuple[str, ...]
    rows: str = ""
    ours: bool = False


@attrs.frozen
class SentRequests:
    """The table of the person's own requests to this service, with their status."""

    title: str
    rows: str = ""
    ours: bool = False


@attrs.frozen
class Linked:
    """A link out of the service."""

    label: str
    url: str
    rows: str = ""
    ours: bool = False


Part: TypeAlias = (
    Typed | Chosen | Uploaded | Ticked | Shown | Listed | Recap | SentRequests | Linked
)
FieldPart: TypeAlias = Typed | Chosen | Uploaded


@attrs.frozen
class To:
    """One outcome of a button: the page it leads to, and what must hold for it.

    ``when`` holds guards, plain functions of `JourneyFacts`, and gates, questions that are
    asked for this press.
    """

    page: str
    when: tuple[Guard | Asking, ...] = ()
    rows: str = ""


def _outcomes(to: str | tuple[To, ...]) -> tuple[To, ...]:
    return (To(to),) if isinstance(to, str) else to


@attrs.frozen
class Button:
    """A button: what it submits, where it leads, where its faults lead.

    ``to`` is a page or several outcomes tried in order, each open only if everything submitted
    is sound; ``otherwise`` is the page to go to with the faults, empty to stay;
    ``otherwise_for`` names the entries whose faults go there, none for any fault. ``registers``
    marks the button that sends the request.
    """

    key: str
    label: str
    to: tuple[To, ...] = attrs.field(converter=_outcomes)
    submits: tuple[str, ...] = ()
    otherwise: str = ""
    otherwise_for: tuple[str, ...] = ()
    registers: bool = False
    rows: str = ""
    ours: bool = False


@attrs.frozen
class Page:
    """One state of the journey: a window as it stands then.

    ``message`` is said on arriving, with ``{number}`` for the request's number; ``dialog``
    lays the page over the one before; ``final`` ends the journey.
    """

    key: str
    title: str
    parts: tuple[Part, ...] = ()
    buttons: tuple[Button, ...] = ()
    window: str = ""
    text: str = ""
    message: str = ""
    dialog: bool = False
    final: bool = False
    rows: str = ""
    ours: bool = False

    @property
    def entries(self) -> tuple[FieldPart | Ticked, ...]:
        """The parts that a person fills in."""
        return tuple(
            part for part in self.parts if isinstance(part, Typed | Chosen | Uploaded | Ticked)
        )

    def askings(self) -> Iterator[Asking]:
        """The questions that the page asks: lists, gates, read-only data."""
        for part in self.parts:
            yield from part_askings(part)
        for button in self.buttons:
            for to in button.to:
                yield from (when for when in to.when if isinstance(when, Asking))


def part_askings(part: Part) -> Iterator[Asking]:
    """The questions that one part of a page asks."""
    match part:
        case Chosen():
            yield part.options
            yield from part.gates
        case Typed() | Uploaded():
            yield from part.gates
        case Shown() | Listed():
            yield part.question
        case _:
            pass


def entry_key(part: FieldPart | Ticked) -> str:
    """The key under which an entry's value travels."""
    return part.key if isinstance(part, Ticked) else part.field


# --- the way in, and where a request is followed ----------------------------------------------


@attrs.frozen
class WayStep:
    """One thing to choose on the portal on the way to the service."""

    label: str
    rows: str = ""


@attrs.frozen
class EntryLink:
    """A link on another portal that leads into the journey; requests remember that portal."""

    channel: Channel
    way: tuple[WayStep, ...]
    rows: str = ""


@attrs.frozen
class Means:
    """A sign-in means as this window offers it, under the label the manual prints."""

    means: SignInMeans
    rows: str = ""
    label: str = ""

    @property
    def said(self) -> str:
        """The label on the button."""
        return self.label or self.means.label


@attrs.frozen
class SignInWindow:
    """The window in which one means is chosen.

    ``of_portal``: the portal asks once, before a service is chosen; otherwise the service
    asks, after it was chosen.
    """

    title: str
    means: tuple[Means, ...]
    of_portal: bool = False
    rows: str = ""


@attrs.frozen
class StatusPlace:
    """Where the applicant follows a request: the labels to choose, one after another.

    ``in_portal``: a section of the portal that gathers every service; otherwise a page of the
    journey itself.
    """

    path: tuple[str, ...]
    in_portal: bool = False
    rows: str = ""


@attrs.frozen
class Register:
    """What the registering button gives: the desk must register before the page is shown."""


@attrs.frozen
class Faulty:
    """Marks the way that faults take, so that the desk shows them on arrival.

    ``fields`` narrows them to some entries; empty for all.
    """

    fields: tuple[str, ...] = ()


@attrs.frozen(slots=False)
class Journey:
    """The way through one service on one channel.

    ``channel`` is the portal that shows it, ``links`` those that only lead into it. The first
    page is where the journey begins.
    """

    channel: Channel
    sign_in: SignInWindow
    pages: tuple[Page, ...]
    way: tuple[WayStep, ...] = ()
    links: tuple[EntryLink, ...] = ()
    status_place: StatusPlace | None = None
    rows: str = ""

    def __attrs_post_init__(self) -> None:
        _refuse_journey(self)

    @property
    def name(self) -> str:
        """A name for messages to developers: the channel's key."""
        return self.channel.key

    @property
    def channels(self) -> tuple[Channel, ...]:
        """The portal that shows it, then those that lead into it."""
        return (self.channel, *(link.channel for link in self.links))

    def way_from(self, channel: str) -> tuple[WayStep, ...]:
        """What is chosen on a portal on the way to the service."""
        ways = {link.channel.key: link.way for link in self.links}
        return ways.get(channel, self.way)

    def page(self, key: str) -> Page:
        """The page with this key; `KeyError` when there is none."""
        return self._by_key[key]

    @cached_property
    def _by_key(self) -> dict[str, Page]:
        return {page.key: page for page in self.pages}

    @property
    def registers(self) -> bool:
        """Whether a request is sent at the end; otherwise the answer comes at once."""
        return any(button.registers for page in self.pages for button in page.buttons)

    def parts_of_form(self) -> Iterator[FieldPart]:
        """Each field of the form as it is first entered, in the order of the pages."""
        seen: set[str] = set()
        for page in self.pages:
            for part in page.entries:
                if not isinstance(part, Ticked) and part.field not in seen:
                    seen.add(part.field)
                    yield part

    @cached_property
    def machine(self) -> type[StateMachine]:
        """The pages and buttons as a python-statemachine class."""
        return _machine(self)

    @cached_property
    def rules(self) -> Rulebook:
        """The pages and buttons as a table."""
        return Rulebook.of(self.machine)

    @cached_property
    def shape(self) -> str:
        """A fingerprint of what a suspended journey relies on: keys, never texts."""
        plain = [
            [
                page.key,
                [[type(part).__name__, entry_key(part)] for part in page.entries],
                [
                    [
                        b.key,
                        [to.page for to in b.to],
                        b.submits,
                        b.otherwise,
                        b.otherwise_for,
                        b.registers,
                    ]
                    for b in page.buttons
                ],
            ]
            for page in self.pages
        ]
        return hashlib.sha256(json.dumps(plain).encode()).hexdigest()[:16]


# --- pages to machine -------------------------------------------------------------------------


def _sound(button: Button, name: str) -> Guard:
    def guard(facts: JourneyFacts) -> Answer:
        # Registration needs the whole form; any other press only what it submits.
        faults = tuple(
            fault
            for fault in facts.faults
            if button.registers or fault.field in button.submits or not fault.field
        )
        return Refusal(faults) if faults else True

    guard_: Guard = named(guard, f"sound_{name}")
    return guard_


def _gate(asking: Asking) -> Guard:
    def guard(facts: JourneyFacts) -> Answer:
        answer: Answer = facts.answers[asking.name]
        return answer

    guard_: Guard = named(guard, f"gate_{asking.name}", asking=asking)
    return guard_


def _register(facts: JourneyFacts) -> Register:
    return Register()


def _faulty_way(button: Button, name: str, outcomes: list[Guard]) -> dict[str, Any]:
    fields = button.otherwise_for

    def guard(facts: JourneyFacts) -> Answer:
        faults = tuple(fault for other in outcomes for fault in reasons(other(facts)))
        # What stays has its reasons from the outcomes; it gets no other from here.
        return not fields or any(fault.field in fields for fault in faults) or Refusal(faults)

    def action(facts: JourneyFacts) -> Faulty:
        return Faulty(fields)

    return {"cond": named(guard, f"unsound_{name}"), "on": named(action, f"faulty_{name}")}


def _machine(journey: Journey) -> type[StateMachine]:
    states = {
        page.key: Status(page.title, initial=page is journey.pages[0], final=page.final)
        for page in journey.pages
    }
    for page in journey.pages:
        source = states[page.key]
        for button in page.buttons:
            marks = {"label": button.label, "rows": button.rows, "ours": button.ours}
            outcomes: list[Guard] = []
            for number, to in enumerate(button.to):
                name = f"{page.key}_{button.key}_{number}"
                guards: list[Guard] = [_sound(button, name)]
                guards += [_gate(w) if isinstance(w, Asking) else w for w in to.when]
                action = _register if button.registers else None
                _mark(guards[0], {**marks, "rows": f"{button.rows} {to.rows}".strip()})
                source.to(states[to.page], event=button.key, cond=guards, on=action)
                outcomes += guards
            if button.otherwise:
                way = _faulty_way(button, f"{page.key}_{button.key}", outcomes)
                source.to(states[button.otherwise], event=button.key, **way)
    # The events ride on the transitions, so that a page and a button may have one key.
    machine: type[StateMachine] = types.new_class(
        f"Journey on {journey.name}", (StateMachine,), exec_body=lambda body: body.update(states)
    )
    return machine


def _mark(function: Any, marks: Mapping[str, object]) -> None:
    for key, value in marks.items():
        setattr(function, key, value)


def _refuse_journey(journey: Journey) -> None:
    where = f"journey on {journey.name}"
    keys = [page.key for page in journey.pages]
    if len(set(keys)) != len(keys):
        raise DefinitionRefused(where, "two pages have one key")
    for page in journey.pages:
        entries = {entry_key(part) for part in page.entries}
        labels = [button.label for button in page.buttons]
        if len(set(labels)) != len(labels):
            raise DefinitionRefused(where, f"two buttons of {page.key} have one label")
        for button in page.buttons:
            targets = {to.page for to in button.to} | {button.otherwise or page.key}
            if not targets <= set(keys):
                raise DefinitionRefused(where, f"{button.key} of {page.key} leads nowhere")
            if not set(button.submits) <= entries:
                raise DefinitionRefused(where, f"{button.key} submits what {page.key} has not")
