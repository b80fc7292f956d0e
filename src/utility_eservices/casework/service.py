"""The service record (e-xidmət): everything declared about one e-service, in one value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cached_property

import attrs
from statemachine import StateMachine

from utility_eservices.casework.asking import Asking
from utility_eservices.casework.effect import EffectSpec
from utility_eservices.casework.form import (
    FieldSpec,
    fields_of,
    has_value,
    is_frozen,
    is_optional,
)
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.notice import Medium, Notice, placeholders
from utility_eservices.casework.page import (
    Chosen,
    FieldPart,
    Page,
    PaymentLink,
    Recap,
    RequestNumber,
    Typed,
    Uploaded,
)
from utility_eservices.casework.rulebook import Role, Rulebook, StateInfo
from utility_eservices.casework.switch import Switch
from utility_eservices.casework.upgrade import Names, Upgrade, effect_now, problems, state_now
from utility_eservices.casework.ways import reached
from utility_eservices.errors import DefinitionRefused
from utility_eservices.vocabulary.keys import check_key
from utility_eservices.vocabulary.utility import Utility

__all__ = ["REGISTER", "Service", "Unsound"]

# What a question may need besides the fields of the form.
KNOWN_NAMES = frozenset({"person", "today", "channel", "payment"})
# The event of the casework by which a request is registered.
REGISTER = "register"
# What the performer of an effect may need besides the fields of the form and the findings.
CASE_NAMES = frozenset({"case", "key"})
# What a notice may name besides the findings.
NOTICE_WORDS = frozenset({"number", "service", "status"})


def _rulebook(service: Service) -> Rulebook | None:
    return None if service.casework is None else Rulebook.of(service.casework)


@attrs.frozen
class Unsound:
    """Something declared that can be read but could never work; no desk serves such a service.

    ``code`` is stable; ``about`` is the state of a notice, or the name of an effect; ``why`` is
    for developers.
    """

    code: str
    about: str
    why: str


@attrs.frozen(slots=False)
class Service:
    """One e-service of one utility.

    ``version`` grows whenever the declaration changes its shape; ``manual`` says which manual
    describes it, empty when none does; ``casework`` is None for a service that is answered at
    once; ``concerns`` names the field of the form with the subscriber code, or, apart by spaces,
    several of which one is there (`FieldSpec.only_when`); ``reach`` names the fields with the
    applicant's address for each medium; ``upgrades`` say, one for each older version, how what
    began under it goes on; ``urgent`` puts its requests before all others in the inboxes of
    those who work on them; ``switches`` are the rules that a utility may switch off or on.
    """

    key: str = attrs.field(validator=check_key)
    name: str
    utility: Utility
    version: int
    form: type
    journeys: tuple[Journey, ...]
    casework: type[StateMachine] | None = None
    notices: tuple[Notice, ...] = ()
    concerns: str = ""
    manual: str = ""
    reach: Mapping[Medium, str] = attrs.field(factory=dict)
    rows: str = ""
    upgrades: tuple[Upgrade, ...] = ()
    urgent: bool = False
    switches: tuple[Switch, ...] = ()
    rules: Rulebook | None = attrs.field(default=attrs.Factory(_rulebook, takes_self=True))

    def __attrs_post_init__(self) -> None:
        _refuse_service(self)

    @cached_property
    def fields(self) -> Mapping[str, FieldSpec]:
        """The fields of the form by key."""
        return fields_of(self.form)

    @property
    def codes(self) -> tuple[str, ...]:
        """The keys of the fields, at most one of them there, with the subscriber code."""
        return tuple(self.concerns.split())

    @cached_property
    def findings(self) -> Mapping[str, FieldSpec]:
        """Everything that officers may have to state, by key."""
        rules = self.rules.rules if self.rules else ()
        return {item.key: item for rule in rules for item in rule.findings}

    @cached_property
    def effects(self) -> Mapping[str, EffectSpec]:
        """The effects that the casework orders, by name."""
        rules = self.rules.rules if self.rules else ()
        return {spec.name: spec for rule in rules for spec in rule.marked("effect")}

    @cached_property
    def _told(self) -> dict[tuple[str, str], tuple[tuple[str, Notice, Medium], ...]]:
        told: dict[tuple[str, str], tuple[tuple[str, Notice, Medium], ...]] = {}
        for notice in self.notices:
            sent = tuple((notice.effect_name(item), notice, item) for item in notice.media)
            for channel in notice.channels:
                key = (channel.key, notice.state)
                told[key] = (*told.get(key, ()), *sent)
        return told

    def told(self, channel: str, state: str) -> tuple[tuple[str, Notice, Medium], ...]:
        """What is sent when a request from this channel enters this state.

        Each with the name of its effect and its medium, in the order of the declaration.
        """
        return self._told.get((channel, state), ())

    def notice_of(self, channel: str, effect: str) -> tuple[Notice, Medium] | None:
        """The notice, and the medium, that a pending effect sends to a request from a channel."""
        for (portal, _), told in self._told.items():
            for name, notice, medium in told:
                if (portal, name) == (channel, effect):
                    return notice, medium
        return None

    @cached_property
    def effect_names(self) -> frozenset[str]:
        """The names of all effects that may be pending, those of the notices among them."""
        notices = {item.effect_name(medium) for item in self.notices for medium in item.media}
        return frozenset(notices | self.effects.keys())

    @cached_property
    def casework_rules(self) -> Rulebook:
        """The casework's table; `LookupError` for a service without casework."""
        if self.rules is None:
            raise LookupError(f"{self.key} has no casework")
        return self.rules

    def since(self, version: int) -> tuple[Upgrade, ...]:
        """The upgrades that something of an older version goes through."""
        return tuple(item for item in self.upgrades if item.since >= version)

    def state(self, key: str) -> StateInfo:
        """A state, also by what it was called in an older version, as a history holds it.

        `KeyError` when there is none.
        """
        return self.casework_rules.states[state_now(self.upgrades, key)]

    def state_keys(self, key: str) -> frozenset[str]:
        """Everything that a state is or was called; a store may hold any of it."""
        old = {name for upgrade in self.upgrades for name in upgrade.states}
        return frozenset({key, *(name for name in old if state_now(self.upgrades, name) == key)})

    def effect_now(self, name: str) -> str:
        """What a pending effect is called in this version; empty when it is given up."""
        return effect_now(self.upgrades, name) or ""

    def journey_on(self, channel: str) -> Journey | None:
        """The journey that a channel shows or leads into."""
        for journey in self.journeys:
            if any(item.key == channel for item in journey.channels):
                return journey
        return None

    def roles(self) -> frozenset[Role]:
        """Every role that owns a state or may act."""
        rules = self.rules
        if rules is None:
            return frozenset()
        owners = {state.owner for state in rules.states.values() if state.owner}
        return frozenset(owners | {role for rule in rules.rules for role in rule.roles})

    def unsound(self) -> Iterator[Unsound]:
        """What the service cannot be served with: its notices and the outcomes of its effects."""
        if self.rules is not None:
            for notice in self.notices:
                yield from _unsound_notice(self, self.rules, notice)
            for spec in self.effects.values():
                for event in {spec.then: None, spec.otherwise: None}:
                    if event not in self.rules.events:
                        why = f"the effect {spec.name} leads to {event}, which is no event"
                        yield Unsound("effect_leads_nowhere", spec.name, why)

    def askings(self) -> Iterator[Asking]:
        """Every question and every performer of the service."""
        for journey in self.journeys:
            for page in journey.pages:
                yield from page.askings()
        for spec in self.effects.values():
            yield spec.performer


def _refuse_service(service: Service) -> None:
    for problem in _problems(service):
        raise DefinitionRefused(service.key, problem)


def _problems(service: Service) -> Iterator[str]:
    fields = set(service.fields)
    if not is_frozen(service.form):
        yield "the form can be changed after it was sent; declare it with attrs.frozen"
    yield from _condition_problems(service)
    for journey in service.journeys:
        yield from _waiting_problems(service, journey)
    yield from _switch_problems(service)
    yield from _journey_problems(service, fields)
    yield from problems(service.version, service.upgrades, _names(service))
    registers = any(journey.registers for journey in service.journeys)
    for asking in service.askings():
        known = fields | KNOWN_NAMES | CASE_NAMES | set(service.findings)
        for need in asking.needs:
            if need not in known:
                yield f"{asking.name} needs {need}, which nothing provides"
    yield from _twice("question or effect", [(item.name, item) for item in service.askings()])
    yield from _problems_of_texts(service, fields)
    if service.rules is not None:
        yield from _casework_problems(service.rules)
    elif service.notices or registers:
        yield "requests are registered, or notices sent, without any casework"


def _problems_of_texts(service: Service, fields: set[str]) -> Iterator[str]:
    """What is read off a form as a text: the code it is about, and where to write to."""
    for key in service.codes:
        if key not in fields:
            yield f"{key} is not a field of the form"
    for key in {*service.codes, *service.reach.values()} & fields:
        if not has_value(service.fields[key].type):
            yield f"the type of {key} has no value that is its text"


def _condition_problems(service: Service) -> Iterator[str]:
    for key, spec in service.fields.items():
        if spec.only_when is None:
            continue
        if spec.only_when[0] not in service.fields.keys() - {key}:
            yield f"{key} depends on what is no other field"
        if not is_optional(spec.type):
            yield f"{key} is not always there, so its type must allow None"
        if _waits_for_itself(service.fields, key):
            yield f"{key} depends on a field that depends on it"


def _waits_for_itself(fields: Mapping[str, FieldSpec], key: str) -> bool:
    seen, spec = {key}, fields[key]
    while spec.only_when and (before := fields.get(spec.only_when[0])):
        if before.key in seen:
            return True
        seen.add(before.key)
        spec = before
    return False


def _waiting_problems(service: Service, journey: Journey) -> Iterator[str]:
    """What can never be derived: whether a field is there waits for the field itself."""
    asked = {
        part.field: {need for asking in _waited_for(part) for need in asking.needs}
        for part in journey.parts_of_form()
    }
    for key, spec in service.fields.items():
        if spec.only_when:
            asked[key] = asked.get(key, set()) | {spec.only_when[0]}
    for key, spec in service.fields.items():
        if spec.only_when and key in reached(spec.only_when[0], lambda it: asked.get(it, ())):
            # Where the conditions themselves go round, that has been told.
            yield f"{spec.only_when[0]} on {journey.name} waits for {key}, which depends on it"


def _waited_for(part: FieldPart) -> Iterator[Asking]:
    """The questions without whose answers an entry has no value."""
    yield from part.gates
    if isinstance(part, Chosen):
        yield part.options
    if isinstance(part, Typed):
        yield from filter(None, (part.needed,))


def _switch_problems(service: Service) -> Iterator[str]:
    for switch in service.switches:
        if not switch.key.startswith(f"{service.key}."):
            yield f"the switch {switch.key} does not begin with {service.key}."
    yield from _twice("switch", [(switch.key, switch) for switch in service.switches])


def _twice(kind: str, named: Iterable[tuple[str, object]]) -> Iterator[str]:
    """Names that mean two things: whoever is asked for one of them may get the other."""
    seen: dict[str, object] = {}
    for name, thing in named:
        if seen.setdefault(name, thing) != thing:
            yield f"two things are called {name}, each a {kind}"


def _names(service: Service) -> Names:
    return Names(
        states=service.rules.states.keys() if service.rules else frozenset(),
        effects=service.effect_names,
        fields=service.fields.keys(),
        findings=service.findings.keys(),
        pages={
            channel.key: (journey.name, frozenset(page.key for page in journey.pages))
            # Of two journeys on one portal the first counts, as in `journey_on`.
            for journey in reversed(service.journeys)
            for channel in journey.channels
        },
    )


def _casework_problems(rules: Rulebook) -> Iterator[str]:
    found = [item for rule in rules.rules for item in rule.findings]
    yield from _twice("finding", [(item.key, item) for item in found])
    for key in sorted({item.key for item in found} & (NOTICE_WORDS | KNOWN_NAMES | CASE_NAMES)):
        yield f"a finding is called {key}, which is something else"
    effects = [spec for rule in rules.rules for spec in rule.marked("effect")]
    yield from _twice("effect", [(spec.name, spec) for spec in effects])
    if REGISTER not in {rule.event for rule in rules.leaving(rules.initial)}:
        yield f"no transition {REGISTER} leads out of the first state"


def _unsound_notice(service: Service, rules: Rulebook, notice: Notice) -> Iterator[Unsound]:
    if notice.state not in rules.states:
        why = f"a notice names {notice.state}, which is no state"
        yield Unsound("notice_of_no_state", notice.state, why)
    words = NOTICE_WORDS | set(service.findings)
    templates = (notice.subject, notice.text, notice.sms)
    if not all(_fills(template, words) for template in templates):
        why = f"the notice on {notice.state} has a placeholder that nothing fills"
        yield Unsound("unknown_placeholder", notice.state, why)
    for medium in notice.media:
        if medium is not Medium.PORTAL and service.reach.get(medium) not in service.fields:
            why = f"nothing says where to send a notice by {medium.value}"
            yield Unsound("no_address", notice.state, why)


def _fills(template: str, words: Set[str]) -> bool:
    asked = placeholders(template)
    return asked is not None and asked <= words


def _journey_problems(service: Service, fields: set[str]) -> Iterator[str]:
    given = {key for key, spec in service.fields.items() if spec.given}
    for journey in service.journeys:
        named = {part.field for part in journey.parts_of_form()}
        for field in sorted(named - fields):
            yield f"{field} on {journey.name} is not a field of the form"
        for field in sorted(fields - given - named) if journey.registers else ():
            yield f"{field} is never entered on {journey.name}"
        for entry in journey.parts_of_form():
            spec = service.fields.get(entry.field)
            if spec and isinstance(entry, Uploaded) is not bool(spec.upload):
                yield f"{entry.field} on {journey.name} is a file in one place only"
        for page in journey.pages:
            yield from _page_problems(page, fields)
            if not journey.registers and any(isinstance(it, RequestNumber) for it in page.parts):
                yield f"{page.key} on {journey.name} shows a number, and no request is sent"
            if not journey.pays and any(isinstance(it, PaymentLink) for it in page.parts):
                yield f"{page.key} on {journey.name} leads to a payment, and nothing is paid"
        _ = journey.rules


def _page_problems(page: Page, fields: set[str]) -> Iterator[str]:
    if not _fills(page.message, {"number"}):
        yield f"the message of {page.key} has a placeholder that nothing fills"
    for part in page.parts:
        if isinstance(part, Recap) and not set(part.fields) <= fields:
            yield f"a recap on {page.key} names what is not a field"
