"""A page (pəncərənin vəziyyəti): one state of a journey, with what stands on it.

A page has parts, which a person fills in or reads, and buttons. A button names the entries it
submits and where it leads; a value that cannot be converted, a closed gate and a choice that is
not on its list are facts like any other: with ``otherwise`` they lead somewhere, without it the
page stays and shows every fault at once.

>>> page = Page("code", "Yeni müraciət", parts=(Typed("subscriber_code"),))
>>> [entry_key(part) for part in page.entries]
['subscriber_code']
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, TypeAlias

import attrs

from utility_eservices.casework.asking import Asking
from utility_eservices.casework.paying import PaymentOrder
from utility_eservices.casework.refusal import Guard
from utility_eservices.errors import Fault
from utility_eservices.vocabulary.person import Identity

__all__ = [
    "Button",
    "Chosen",
    "FieldPart",
    "JourneyFacts",
    "Linked",
    "Listed",
    "Page",
    "Part",
    "PaymentLink",
    "Recap",
    "RequestNumber",
    "SentRequests",
    "Shown",
    "Ticked",
    "To",
    "Typed",
    "Uploaded",
    "entry_key",
    "part_askings",
]


@attrs.frozen
class JourneyFacts:
    """All that a guard of a journey may look at.

    ``values`` are the sound values of the form and the ticks, by key; ``faults`` what is wrong
    with the rest; ``answers`` the answers of the gates asked for this press; ``entered_on``
    the day in Baku on which a value was last handed over; ``payment`` the payment that this
    journey began last, as it stands now, None before any.
    """

    values: Mapping[str, Any] = attrs.field(repr=False)
    faults: tuple[Fault, ...]
    answers: Mapping[str, Any] = attrs.field(repr=False)
    person: Identity
    today: date
    entered_on: Mapping[str, date]
    payment: PaymentOrder | None = None


# --- what stands on a page --------------------------------------------------------------------


@attrs.frozen
class Typed:
    """A field of the form that is typed in; ``gates`` are asked of its value, in order.

    ``prefill`` answers with the text to begin with, empty for none. ``needed`` answers whether
    a field whose type allows None must be filled in all the same.
    """

    field: str
    section: str = ""
    gates: tuple[Asking, ...] = ()
    prefill: Asking | None = None
    needed: Asking | None = None
    rows: str = ""
    ours: bool = False


@attrs.frozen
class Chosen:
    """A field of the form that is chosen from what a question answers.

    ``prefill`` answers with the key of the option to begin with, empty for none.
    """

    field: str
    options: Asking
    section: str = ""
    gates: tuple[Asking, ...] = ()
    prefill: Asking | None = None
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
    """Read-only rows that a question answers, as pairs of label and value.

    A label is Azerbaijani; a value is said in the reader's language. They stand there once the
    question can be asked.
    """

    title: str
    question: Asking
    rows: str = ""
    ours: bool = False


@attrs.frozen
class Listed:
    """A table whose rows a question answers, as tuples of values; there once it can be asked."""

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
class RequestNumber:
    """The number of the request, shown before it is sent (AMB-47).

    It is issued on arriving at the first page that shows it. Nothing is registered by that.
    """

    title: str
    label: str
    rows: str = ""
    ours: bool = False


@attrs.frozen
class PaymentLink:
    """A link to the page of the payment that the journey began, as long as it may be paid there."""

    label: str
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
    Typed
    | Chosen
    | Uploaded
    | Ticked
    | Shown
    | Listed
    | Recap
    | RequestNumber
    | SentRequests
    | Linked
    | PaymentLink
)
FieldPart: TypeAlias = Typed | Chosen | Uploaded


@attrs.frozen
class To:
    """One outcome of a button: the page it leads to, and what must hold for it.

    ``when`` holds guards, plain functions of `JourneyFacts`, and gates, questions that are
    asked for this press. ``pays`` answers with the `Bill` to be paid: the payment is begun on
    the way to the page, which the person meets again after the page of the payment.
    """

    page: str
    when: tuple[Guard | Asking, ...] = ()
    pays: Asking | None = None
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
    lays the page over the one before; ``final`` ends the journey. ``answer`` gives what the
    page is about as one value, for hosts that make something else of it, such as a PDF.
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
    answer: Asking | None = None
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
                yield from filter(None, (to.pays,))
        yield from filter(None, (self.answer,))


def part_askings(part: Part) -> Iterator[Asking]:
    """The questions that one part of a page asks."""
    match part:
        case Chosen():
            yield part.options
            yield from part.gates
            yield from filter(None, (part.prefill,))
        case Typed():
            yield from part.gates
            yield from filter(None, (part.prefill, part.needed))
        case Uploaded():
            yield from part.gates
        case Shown() | Listed():
            yield part.question
        case _:
            pass


def entry_key(part: FieldPart | Ticked) -> str:
    """The key under which an entry's value travels."""
    return part.key if isinstance(part, Ticked) else part.field
