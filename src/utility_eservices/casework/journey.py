"""The journey (müraciətin verilməsi): the applicant's way through the screens, as data.

Pages (`utility_eservices.casework.page`) are its states; several may share one window. The
library makes a python-statemachine class of them (`Journey.machine`), for its checks, for
diagrams and as an independent engine; the desk runs the rulebook made from it.
"""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

import attrs
from statemachine import StateMachine
from statemachine.exceptions import InvalidDefinition

from utility_eservices.casework.acts import named
from utility_eservices.casework.asking import Asking
from utility_eservices.casework.entrance import EntryLink, SignInWindow, StatusPlace, WayStep
from utility_eservices.casework.journey_shape import JourneyShape, journey_shape
from utility_eservices.casework.page import (
    Button,
    FieldPart,
    JourneyFacts,
    Page,
    Ticked,
    To,
    entry_key,
)
from utility_eservices.casework.refusal import Answer, Guard, Refusal, reasons
from utility_eservices.casework.rulebook import Rulebook, Status, plain_function
from utility_eservices.errors import DefinitionRefused
from utility_eservices.vocabulary.channel import Channel

__all__ = ["Faulty", "Journey", "Pay", "Register"]


@attrs.frozen
class Register:
    """What the registering button gives: the desk must register before the page is shown."""


@attrs.frozen
class Pay:
    """What an outcome that pays gives: the desk must begin the payment of this bill."""

    bill: Asking


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

    @property
    def pays(self) -> bool:
        """Whether something is paid on the way."""
        return any(to.pays for page in self.pages for button in page.buttons for to in button.to)

    def parts_of_form(self) -> Iterator[FieldPart]:
        """Each field of the form as it is first entered, in the order of the pages."""
        seen: set[str] = set()
        for page in self.pages:
            for part in page.entries:
                if not isinstance(part, Ticked) and part.field not in seen:
                    seen.add(part.field)
                    yield part

    def entry_keys(self) -> frozenset[str]:
        """The keys of all entries of all pages."""
        return frozenset(entry_key(part) for page in self.pages for part in page.entries)

    @cached_property
    def machine(self) -> type[StateMachine]:
        """The pages and buttons as a python-statemachine class."""
        return _machine(self)

    @cached_property
    def rules(self) -> Rulebook:
        """The pages and buttons as a table."""
        return Rulebook.of(self.machine)

    @cached_property
    def shape(self) -> JourneyShape:
        """What a suspended journey relies on: keys, never texts."""
        return journey_shape(self.channels, self.pages)


# --- pages to machine -------------------------------------------------------------------------

# Pages without a way in or out are found by `eservices check`, with the way to them.
_LEFT_TO_THE_PROOFS: dict[str, Any] = {
    "validate_disconnected_states": False,
    "validate_trap_states": False,
    "validate_final_reachability": False,
}


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


def _if_sound(sound: Guard, when: Guard | Asking, name: str) -> Guard:
    """A guard or gate that may rely on everything submitted being sound."""

    def guard(facts: JourneyFacts) -> Answer:
        if not sound(facts):
            return True  # refused already, with better reasons
        if isinstance(when, Asking):
            answer: Answer = facts.answers[when.name]
            return answer
        return when(facts)

    if isinstance(when, Asking):
        gate: Guard = named(guard, f"gate_{when.name}", asking=when)
        return gate
    own: Guard = named(guard, plain_function(name, when).__name__)
    return own


def _register(facts: JourneyFacts) -> Register:
    return Register()


def _paying(to: To, name: str) -> Any:
    bill = to.pays
    if bill is None:
        return None

    def action(facts: JourneyFacts) -> Pay:
        return Pay(bill)

    return named(action, f"pays_{name}")


def _open(outcome: list[Guard], facts: JourneyFacts) -> bool:
    return all(guard(facts) for guard in outcome)


def _no_earlier(outcomes: list[list[Guard]], name: str) -> Guard:
    """A guard that says in so many words what "tried in order" means: none before was open."""
    before = tuple(outcomes)

    def guard(facts: JourneyFacts) -> Answer:
        # Never anybody's reason: the earlier outcome was taken.
        return not any(_open(outcome, facts) for outcome in before)

    guard_: Guard = named(guard, f"later_{name}")
    return guard_


def _faulty_way(button: Button, name: str, outcomes: list[list[Guard]]) -> dict[str, Any]:
    fields = button.otherwise_for

    def guard(facts: JourneyFacts) -> Answer:
        if any(_open(outcome, facts) for outcome in outcomes):
            return False
        guards = (guard for outcome in outcomes for guard in outcome)
        faults = tuple(fault for other in guards for fault in reasons(other(facts)))
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
            marks = {"label": button.label, "ours": button.ours}
            outcomes: list[list[Guard]] = []
            for number, to in enumerate(button.to):
                name = f"{page.key}_{button.key}_{number}"
                guards: list[Guard] = [_sound(button, name)]
                guards += [_if_sound(guards[0], when, name) for when in to.when]
                action = _register if button.registers else _paying(to, name)
                _mark(guards[0], {**marks, "rows": f"{button.rows} {to.rows}".strip()})
                later = [_no_earlier(outcomes, name)] if outcomes else []
                source.to(states[to.page], event=button.key, cond=[*guards, *later], on=action)
                outcomes.append(guards)
            if button.otherwise:
                way = _faulty_way(button, f"{page.key}_{button.key}", outcomes)
                source.to(states[button.otherwise], event=button.key, **way)
    # The events ride on the transitions, so that a page and a button may have one key.
    name = f"Journey on {journey.name}"
    try:
        machine: type[StateMachine] = types.new_class(
            name, (StateMachine,), exec_body=lambda body: body.update(_LEFT_TO_THE_PROOFS | states)
        )
    except InvalidDefinition as error:
        raise DefinitionRefused(name, str(error)) from error
    return machine


def _mark(function: Any, marks: Mapping[str, object]) -> None:
    for key, value in marks.items():
        setattr(function, key, value)


def _refuse_journey(journey: Journey) -> None:
    for problem in _problems(journey):
        raise DefinitionRefused(f"journey on {journey.name}", problem)


def _problems(journey: Journey) -> Iterator[str]:
    if not journey.pages:
        yield "there are no pages"
    if _repeated(page.key for page in journey.pages):
        yield "two pages have one key"
    for page in journey.pages:
        if _repeated(entry_key(part) for part in page.entries):
            yield f"two entries of {page.key} have one key"
        if _repeated(button.label for button in page.buttons):
            yield f"two buttons of {page.key} have one label"
        if _repeated(button.key for button in page.buttons):
            yield f"two buttons of {page.key} have one key"
        for button in page.buttons:
            yield from _problems_of_button(journey, page, button)


def _problems_of_button(journey: Journey, page: Page, button: Button) -> Iterator[str]:
    pages = {page.key for page in journey.pages}
    targets = {to.page for to in button.to} | {button.otherwise or page.key}
    if not button.to or not targets <= pages:
        yield f"{button.key} of {page.key} leads nowhere"
    if button.registers and any(to.pays for to in button.to):
        yield f"{button.key} of {page.key} both registers and pays"
    if not {entry_key(part) for part in page.entries}.issuperset(button.submits):
        yield f"{button.key} submits what {page.key} has not"
    if not journey.entry_keys().issuperset(button.otherwise_for):
        yield f"{button.key} of {page.key} names an entry that is nowhere"


def _repeated(names: Iterable[str]) -> bool:
    listed = list(names)
    return len(set(listed)) != len(listed)
