"""The driver: how a step touches a system, and the driver for a desk in the same process.

Steps know nothing but a `Driver`; it finds things by their visible label among what is on the
screen and insists on exactly one. Whoever drives another system, through a browser or an API,
writes another driver with these methods and overrides the fixture ``driver``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Protocol

import attrs

from utility_eservices.casework.case import Case
from utility_eservices.casework.effect import Effect, Outcome
from utility_eservices.casework.paying import Attempt
from utility_eservices.casework.rulebook import Rule
from utility_eservices.casework.screen import (
    ChoiceEntry,
    Entry,
    FileEntry,
    NumberEntry,
    Screen,
    TextEntry,
    TickEntry,
)
from utility_eservices.casework.service import Service
from utility_eservices.casework.ways import shortest
from utility_eservices.conformance.books import Books
from utility_eservices.conformance.wording import FAILURES, SYSTEMS, asked, plainly
from utility_eservices.desk.desk import Desk, Officer
from utility_eservices.desk.open_journey import OpenJourney, Person
from utility_eservices.desk.performing import Performed
from utility_eservices.desk.telling import Explanation, Followed
from utility_eservices.errors import ActionRefused, CaseNotFound, EServicesError
from utility_eservices.ports.inbox import InboxItem
from utility_eservices.ports.notification import Letter
from utility_eservices.simulator.city import City
from utility_eservices.simulator.faults import FaultKind
from utility_eservices.vocabulary.contact import Phone
from utility_eservices.vocabulary.days import BAKU
from utility_eservices.vocabulary.document import EXAMPLE_DOCUMENT, EXAMPLE_PHOTO, Upload
from utility_eservices.vocabulary.money import NO_MONEY, Money
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

__all__ = ["Driver", "InProcessDriver", "Letters", "OpenDesk", "Unmet"]

# What a scenario may upload, by the name it uses.
UPLOADS: Mapping[str, Upload] = {
    "sayğacın şəkli": EXAMPLE_PHOTO,
    "sənədin surəti": EXAMPLE_DOCUMENT,
    "mətn faylı": Upload("sayğac.jpg", "bu şəkil deyil".encode()),
    "boş fayl": Upload("boş.png", b""),
    "11 MB-lıq şəkil": Upload("böyük.png", EXAMPLE_PHOTO.content + b"\0" * 11 * 1024 * 1024),
}


# What a person may do on the page of a payment, and the method of the simulated bank for it.
BANK: Mapping[str, str] = {"ödəyir": "pay", "imtina edir": "decline"}


class Unmet(AssertionError):
    """A step asks for what is not there; an Azerbaijani template with values says what."""

    def __init__(self, template: str, /, **values: object) -> None:
        self.template = template
        self.values = values
        super().__init__(template.format_map(values))


class Driver(Protocol):
    """What steps need of a system."""

    def restrict_codes(self) -> None:
        """Let only the holder, or whoever registered a code, use it."""

    def break_system(self, system: str, failure: str, times: int) -> None:
        """Make an outside system fail; 0 times for until it is mended."""

    def mend_systems(self) -> None:
        """End all failures."""

    def pass_time(self, hours: int) -> None:
        """Let hours pass."""

    def set_time(self, when: str) -> None:
        """Let it be this day and time in Baku: “2020-09-23 10:00”."""

    def switch(self, rule: str, *, on: bool) -> None:
        """Let a rule, by its Azerbaijani name, apply or not."""

    def disconnect(self, phone: str) -> None:
        """Let a telephone number be out of service."""

    def close(self, code: str) -> None:
        """Let the subscriber base forget a code that somebody may still have in their profile."""

    def forget(self, who: str) -> None:
        """Let the state's registers know nothing of a person."""

    def set_debt(self, code: str, amount: str) -> None:
        """Let a subscriber code owe so many manats; a negative amount is a credit."""

    def way(self, channel: str, service: str) -> Sequence[str]:
        """The labels to choose on the way to a service."""

    def sign_in_window(self, channel: str, service: str) -> Screen:
        """The window in which a sign-in means is chosen."""

    def asked_before(self, channel: str, service: str) -> bool:
        """Whether the portal asks for a sign-in before a service is chosen."""

    def enter(self, who: str, channel: str, service: str, means: str) -> None:
        """Sign in and open a service, in the order that the channel asks for."""

    def go_to(self, button: str) -> None:
        """Go on, by examples, to the first window that has this button."""

    def screen(self) -> Screen:
        """What the person sees now."""

    def fill(self, label: str, text: str) -> None:
        """Type into the one entry with this label, choose in it, or tick it."""

    def upload(self, label: str, file: str) -> None:
        """Choose a file, by a name of `UPLOADS`, for the one entry with this label."""

    def fill_examples(self) -> None:
        """Fill every empty entry by its example."""

    def press(self, label: str, times: int = 1) -> None:
        """Press the one button with this label; several times as an impatient hand does."""

    def suspend_and_resume(self) -> None:
        """Leave, and come back on another host."""

    def refresh(self) -> None:
        """Let the screen follow what was entered so far, without pressing anything."""

    def at_the_bank(self, act: str, attempt: int = -1) -> None:
        """Let the person act on the page of a payment, by a word of `BANK`.

        ``attempt`` counts the payments that this request began.
        """

    def bank_reports(self, times: int) -> None:
        """Let the bank tell so often what became of each of the request's payments."""

    def debt(self, code: str) -> str:
        """What a code owes, in manats."""

    def credited(self, code: str) -> str:
        """What billing has been told of as paid through portals to a code, in manats."""

    def refunded(self) -> str:
        """What the bank gave back in all, in manats."""

    def number_before(self, label: str = "") -> str:
        """The request's number as shown under a label before sending; without one, as seen last."""

    def in_base(self, code: str) -> Mapping[str, str]:
        """What the subscriber base says of a code, by label."""

    def changes(self, code: str) -> int:
        """How often the subscriber base was changed for a code."""

    def last_reading(self, code: str) -> str:
        """The last reading of a code's meter that the utility took."""

    def bring_to(self, status: str) -> None:
        """Bring the request to a status by the shortest way."""

    def act(self, role: str, action: str, findings: Mapping[str, str]) -> None:
        """Let an officer with this role act, stating findings by their labels."""

    def act_at_once(self, role: str, action: str) -> None:
        """Let two officers, who both see the case as it is now, do the same act."""

    def actions(self, role: str) -> Sequence[tuple[str, str]]:
        """What a role may do now: the labels and, joined by commas, what is to be stated."""

    def staff_inbox(self, role: str) -> Sequence[str]:
        """The numbers of the cases waiting for a role."""

    def perform(self) -> None:
        """Perform what is due, until nothing is."""

    def refusals(self) -> Sequence[str]:
        """Why the last act was refused; empty when it was not."""

    def number(self) -> str:
        """The number of the request."""

    def registered(self) -> int:
        """How many requests there are in all."""

    def channel(self) -> str:
        """The portal that the request remembers."""

    def followed(self, who: str) -> Followed | None:
        """The request as a person sees it, None when it answers as none."""

    def status_place(self, channel: str) -> Screen:
        """What the applicant sees where requests are followed on a channel."""

    def explanation(self) -> Explanation:
        """What happened to the request, as its applicant reads it."""

    def letters(self, medium: str) -> Sequence[Letter]:
        """What was sent to the applicant by a medium, oldest first."""

    def inbox(self) -> Sequence[InboxItem]:
        """The applicant's portal inbox, newest first."""

    def given_up(self) -> Sequence[str]:
        """What could not be done for good, by its label, or sent, by its key."""

    def invoice_amount(self, code: str, invoice: str) -> str:
        """What an invoice is worth now."""

    def corrections(self) -> int:
        """How often billing corrected a debt."""

    def opened_file(self, label: str) -> str:
        """The name of the file that an officer gets under a label of the form."""

    def stated(self, label: str) -> str:
        """What the office knows of the request under a label of its form."""


OpenDesk = Callable[[City, bool], Desk]
Letters = Callable[[str], Sequence[Letter]]


class InProcessDriver:
    """Drives a desk in this process, in a simulated city.

    ``open_desk`` opens a desk of the city; its second argument asks for the strict access
    policy. ``letters`` reads what was sent by a medium; ``books`` are those of the utilities.
    """

    def __init__(self, city: City, open_desk: OpenDesk, letters: Letters, books: Books) -> None:
        self._city = city
        self._open_desk = open_desk
        self._letters = letters
        self._books = books
        self._strict = False
        self._desk = open_desk(city, False)
        self._who = ""
        self._values: dict[str, object] = {}
        self._refused: tuple[str, ...] = ()
        self._journey: OpenJourney | None = None
        self._number = ""
        self._number_before = ""

    # --- the world --------------------------------------------------------------------------

    def restrict_codes(self) -> None:
        """See `Driver.restrict_codes`."""
        self._strict = True
        self._desk = self._open_desk(self._city, True)

    def break_system(self, system: str, failure: str, times: int) -> None:
        """See `Driver.break_system`."""
        port, kind = SYSTEMS[system], FaultKind(FAILURES[failure])
        if times:
            self._city.faults.next(port, kind, times)
        else:
            self._city.faults.always(port, kind)

    def mend_systems(self) -> None:
        """See `Driver.mend_systems`."""
        self._city.faults.heal()

    def pass_time(self, hours: int) -> None:
        """See `Driver.pass_time`."""
        self._city.clock.forward(timedelta(hours=hours))

    # --- the way in -------------------------------------------------------------------------

    def _listed(self, channel: str, service: str) -> Any:
        offered = self._desk.services(channel)
        # A service that no desk would serve is not there either.
        assert any(item.name == service for item in offered), (
            f"“{channel}” portalında “{service}” xidməti yoxdur"
        )
        return _one(service, offered, lambda item: item.name)

    def set_time(self, when: str) -> None:
        """See `Driver.set_time`."""
        self._city.clock.to(datetime.fromisoformat(when).replace(tzinfo=BAKU))

    def switch(self, rule: str, *, on: bool) -> None:
        """See `Driver.switch`."""
        switches = [item for service in self._desk.catalogue.services for item in service.switches]
        self._books.set_rule(_one(rule, switches, lambda item: item.name).key, on)

    def disconnect(self, phone: str) -> None:
        """See `Driver.disconnect`."""
        self._city.mobiles.disconnect(Phone.parse(phone))

    def close(self, code: str) -> None:
        """See `Driver.close`."""
        self._books.close(SubscriberCode.parse(code))

    def forget(self, who: str) -> None:
        """See `Driver.forget`."""
        self._city.civil_data.forget(self._city.people[who].fin)

    def set_debt(self, code: str, amount: str) -> None:
        """See `Driver.set_debt`."""
        self._books.set_debt(SubscriberCode.parse(code), Money.of(amount))

    def way(self, channel: str, service: str) -> Sequence[str]:
        """See `Driver.way`."""
        way: tuple[str, ...] = self._listed(channel, service).way
        return way

    def asked_before(self, channel: str, service: str) -> bool:
        """See `Driver.asked_before`."""
        before: bool = self._listed(channel, service).signs_in_first
        return before

    def sign_in_window(self, channel: str, service: str) -> Screen:
        """See `Driver.sign_in_window`."""
        # Also where the portal asks once for all: each service says the same window for itself.
        return self._desk.sign_in_window(channel, self._listed(channel, service).key)

    def enter(self, who: str, channel: str, service: str, means: str) -> None:
        """See `Driver.enter`."""
        key = self._listed(channel, service).key
        window = self.sign_in_window(channel, service)
        asked = "" if self.asked_before(channel, service) else key
        begun = self._desk.begin_sign_in(channel, window.button(means).key, asked)
        begun = self._desk.recall(self._desk.keep(begun), type(begun))
        person = self._desk.finish_sign_in(begun, {"resident": who})
        person = self._desk.recall(self._desk.keep(person), Person)
        self._who = who
        self._values = {}
        self._journey = self._desk.begin(key, person)

    def go_to(self, button: str) -> None:
        """See `Driver.go_to`."""
        for label in self._way_to(button):
            self.fill_examples()
            self.press(label)
        if not any(item.label == button for item in self.screen().buttons):
            messages = "; ".join(message.text for message in self.screen().messages)
            # The button was not reached; what the screen says.
            raise Unmet("“{button}” düyməsinə çatmaq olmadı: {said}", button=button, said=messages)

    def _way_to(self, button: str) -> tuple[str, ...]:
        """The buttons to press to a page that has this one, by the fewest presses."""
        journey = self._service().journey_on(self._open().channel)
        assert journey is not None
        pages = {page.key: page for page in journey.pages}
        ways = shortest(
            {self._open().state: ()},
            lambda key: ((item.label, to.page) for item in pages[key].buttons for to in item.to),
        )
        for key, way in ways.items():
            if any(item.label == button for item in pages[key].buttons):
                return way
        # The service has no such button.
        raise Unmet("“{button}” düyməsi bu xidmətdə yoxdur", button=button)

    # --- the screen -------------------------------------------------------------------------

    def _open(self) -> OpenJourney:
        if self._journey is None:
            # No service has been opened.
            raise Unmet("xidmət açılmayıb")
        return self._journey

    def _service(self) -> Service:
        return self._desk.catalogue.of(self._open().service)

    def screen(self) -> Screen:
        """See `Driver.screen`."""
        return self._open().screen

    def fill(self, label: str, text: str) -> None:
        """See `Driver.fill`."""
        entry = self.screen().entry(label)
        if isinstance(entry, ChoiceEntry):
            text = _option(entry, text)
        self._values[entry.key] = text

    def upload(self, label: str, file: str) -> None:
        """See `Driver.upload`."""
        entry = self.screen().entry(label)
        if not isinstance(entry, FileEntry):
            # The entry takes no file.
            raise Unmet("“{label}” fayl sahəsi deyil", label=label)
        self._values[entry.key] = UPLOADS[file]

    def fill_examples(self) -> None:
        """See `Driver.fill_examples`."""
        for key in [entry.key for entry in self.screen().entries if entry.key not in self._values]:
            # One by one: what is on a list may depend on the entries above.
            screen = self._desk.fill(self._open(), self._values).screen
            example = self._example(next(entry for entry in screen.entries if entry.key == key))
            if example is not None:
                self._values[key] = example

    def _example(self, entry: Entry) -> object:
        match entry:
            case ChoiceEntry(chosen="", options=options) if options:
                return options[0][0]
            case TextEntry(text="") | NumberEntry(text="") | FileEntry(kept=""):
                return self._service().fields[entry.key].example
            case TickEntry(ticked=False):
                return "on"
            case _:
                return None

    def press(self, label: str, times: int = 1) -> None:
        """See `Driver.press`."""
        before, button = self._open(), self.screen().button(label)
        for _ in range(times):
            pressed = self._desk.press(before, button.key, self._values)
        self._journey, self._values = pressed, {}
        self._number = pressed.number or self._number

    def suspend_and_resume(self) -> None:
        """See `Driver.suspend_and_resume`."""
        text = self._desk.suspend(self._open())
        elsewhere = self._open_desk(self._city, self._strict)
        self._journey = elsewhere.resume(text, self._open().person)

    def refresh(self) -> None:
        """See `Driver.refresh`."""
        self._journey = self._desk.fill(self._open(), self._values)
        self._values = {}

    def number_before(self, label: str = "") -> str:
        """See `Driver.number_before`."""
        if label:
            rows = [pair for rows in self.screen().rows for pair in rows.rows]
            self._number_before = _one(label, rows, lambda pair: pair[0])[1]
        return self._number_before

    # --- paying -----------------------------------------------------------------------------

    def _attempts(self) -> Sequence[Attempt]:
        orders = self._books.orders(self._open().id)
        return [attempt for order in orders for attempt in order.attempts]

    def at_the_bank(self, act: str, attempt: int = -1) -> None:
        """See `Driver.at_the_bank`."""
        getattr(self._city.bank, BANK[act])(self._attempts()[attempt].key)

    def bank_reports(self, times: int) -> None:
        """See `Driver.bank_reports`."""
        utility = self._service().utility.key
        for attempt in self._attempts():
            for _ in range(times):
                self._desk.payment_reported(utility, self._city.bank.callback(attempt.key))

    def debt(self, code: str) -> str:
        """See `Driver.debt`."""
        return self._books.debt(SubscriberCode.parse(code)).plain

    def credited(self, code: str) -> str:
        """See `Driver.credited`."""
        return self._books.credited(SubscriberCode.parse(code)).plain

    def refunded(self) -> str:
        """See `Driver.refunded`."""
        return sum(self._city.bank.refunded.values(), NO_MONEY).plain

    # --- what the utility keeps ---------------------------------------------------------------

    def in_base(self, code: str) -> Mapping[str, str]:
        """See `Driver.in_base`."""
        found = self._books.subscriber(SubscriberCode.parse(code))
        assert found is not None
        return {
            "Ad, soyad, ata adı": found.holder.full,
            "Ünvan": found.address,
            "Nəfər sayı": str(found.persons),
            "Xidmət növü": plainly(found.services),
        }

    def changes(self, code: str) -> int:
        """See `Driver.changes`."""
        return self._books.changes(SubscriberCode.parse(code))

    def last_reading(self, code: str) -> str:
        """See `Driver.last_reading`."""
        return plainly(self._books.last_reading(SubscriberCode.parse(code)))

    # --- the office -------------------------------------------------------------------------

    def _case(self) -> Case[Any]:
        return self._desk.case_for(self._officer(), self._number)

    def _officer(self, *roles: str, name: str = "əməkdaş") -> Officer:
        return Officer(name, self._desk.catalogue.of(self._open().service).utility.key, roles)

    def _role(self, label: str) -> str:
        role = _one(label, self._service().roles(), lambda item: item.label)
        key: str = role.key
        return key

    def bring_to(self, status: str) -> None:
        """See `Driver.bring_to`."""
        if not self._number:
            self._register()
        service = self._service()
        for rule in self._way_to_status(service, status):
            self._take(service, rule)
        state = service.casework_rules.states[self._case().state]
        if state.name != status:
            # The status is another one.
            raise Unmet("“{status}” əvəzinə “{found}”", status=status, found=state.name)

    def _register(self) -> None:
        """Send the request by the registering button, filling in what is empty by examples."""
        journey = self._service().journey_on(self._open().channel)
        assert journey is not None
        label = next(b.label for page in journey.pages for b in page.buttons if b.registers)
        self.go_to(label)
        self.fill_examples()
        self.press(label)
        assert self._number, self.screen()

    def _way_to_status(self, service: Service, status: str) -> tuple[Rule, ...]:
        rules = service.casework_rules
        ways = shortest(
            {self._case().state: ()},
            lambda state: ((rule, rule.target) for rule in rules.leaving(state)),
        )
        for state, way in ways.items():
            if rules.states[state].name == status:
                return way
        # No way leads to the status.
        raise Unmet("“{status}” statusuna yol yoxdur", status=status)

    def _take(self, service: Service, rule: Rule) -> None:
        case = self._case()
        effects = [spec for spec in service.effects.values() if rule.event == spec.otherwise]
        if effects:
            for port in effects[0].performer.ports:
                self._city.faults.next(port.name, FaultKind.REFUSED)
        if effects or any(rule.event == spec.then for spec in service.effects.values()):
            self.perform()
            return
        findings = {spec.key: spec.example for spec in rule.findings}
        officer = self._officer(*(role.key for role in rule.roles))
        self._desk.act(officer, case.number, rule.event, findings, version=case.version)

    def act(self, role: str, action: str, findings: Mapping[str, str]) -> None:
        """See `Driver.act`."""
        case = self._case()
        event, specs = self._event(case, action)
        keys = {spec.label: spec.key for spec in specs}
        stated = {keys[label]: text for label, text in findings.items()}
        officer = self._officer(self._role(role))
        self._refused = self._try(officer, case, event, stated)

    def _event(self, case: Case[Any], action: str) -> tuple[str, tuple[Any, ...]]:
        rules = self._service().casework_rules
        here = [rule for rule in rules.leaving(case.state) if rule.label == action]
        anywhere = [rule for rule in rules.rules if rule.label == action]
        if not anywhere:
            # There is no such act.
            raise Unmet("“{action}” əməliyyatı yoxdur", action=action)
        rule = (here or anywhere)[0]
        return rule.event, rule.findings

    def _try(
        self, officer: Officer, case: Case[Any], event: str, stated: Mapping[str, object]
    ) -> tuple[str, ...]:
        try:
            self._desk.act(officer, case.number, event, stated, version=case.version)
        except ActionRefused as refused:
            return tuple(fault.message for fault in refused.faults)
        except EServicesError as error:
            return (error.message,)
        return ()

    def act_at_once(self, role: str, action: str) -> None:
        """See `Driver.act_at_once`."""
        case = self._case()
        event, specs = self._event(case, action)
        stated = {spec.key: spec.example for spec in specs}
        for name in ("birinci", "ikinci"):
            officer = self._officer(self._role(role), name=name)
            self._refused = self._try(officer, case, event, stated)

    def actions(self, role: str) -> Sequence[tuple[str, str]]:
        """See `Driver.actions`."""
        officer = self._officer(self._role(role))
        return [
            (action.label, ", ".join(asked(spec) for spec in action.findings))
            for action in self._desk.actions(self._case(), officer)
        ]

    def staff_inbox(self, role: str) -> Sequence[str]:
        """See `Driver.staff_inbox`."""
        return [case.number for case in self._desk.staff_inbox(self._officer(self._role(role)))]

    def perform(self) -> None:
        """See `Driver.perform`."""
        while self._desk.perform_due() != Performed():
            pass

    def refusals(self) -> Sequence[str]:
        """See `Driver.refusals`."""
        return self._refused

    # --- following --------------------------------------------------------------------------

    def number(self) -> str:
        """See `Driver.number`."""
        return self._number

    def channel(self) -> str:
        """See `Driver.channel`."""
        return self._case().channel

    def registered(self) -> int:
        """See `Driver.registered`."""
        return len(self._desk.cases(self._open().person, everywhere=True))

    def _person(self, who: str) -> Person:
        resident, person = self._city.people[who], self._open().person
        identity = attrs.evolve(person.identity, fin=resident.fin, name=resident.full_name)
        return attrs.evolve(person, identity=identity)

    def followed(self, who: str) -> Followed | None:
        """See `Driver.followed`."""
        try:
            return self._desk.case(self._person(who), self._number)
        except CaseNotFound:
            return None

    def status_place(self, channel: str) -> Screen:
        """See `Driver.status_place`."""
        journey = self._service().journey_on(channel)
        person = attrs.evolve(self._open().person, channel=channel)
        if journey is None:
            # The portal gathers requests to services that it does not offer itself (AMB-67).
            return self._desk.status_screen(person)
        assert journey.status_place is not None
        if journey.status_place.in_portal:
            gathered = self._desk.status_screen(person)
            # The portal has one such section, whichever service leads there.
            assert gathered.text == " → ".join(journey.status_place.path)
            return gathered
        service = self._open().service
        means = journey.sign_in.means[0].means.key
        identity = attrs.evolve(person.identity, means=means)
        person = attrs.evolve(person, service=service, identity=identity)
        kept, values = self._journey, self._values
        self._journey, self._values = self._desk.begin(service, person), {}
        # Not always on the first page: rules may have to be accepted before.
        self.go_to(journey.status_place.path[0])
        self.press(journey.status_place.path[0])
        shown = self.screen()
        self._journey, self._values = kept, values
        return shown

    def explanation(self) -> Explanation:
        """See `Driver.explanation`."""
        return self._desk.explain(self._number, self._open().person)

    def letters(self, medium: str) -> Sequence[Letter]:
        """See `Driver.letters`."""
        return self._letters(medium)

    def inbox(self) -> Sequence[InboxItem]:
        """See `Driver.inbox`."""
        return self._desk.inbox(self._open().person)

    def given_up(self) -> Sequence[str]:
        """See `Driver.given_up`."""
        failed = self._desk.failed_effects()
        return [self._said(effect) for effect in failed if effect.outcome is Outcome.FAILED]

    def _said(self, effect: Effect) -> str:
        """What people call an effect; a notice has no label of its own."""
        declared = self._desk.catalogue.of(effect.service).effects.get(effect.name)
        return declared.label if declared else effect.name

    def invoice_amount(self, code: str, invoice: str) -> str:
        """See `Driver.invoice_amount`."""
        return self._books.amount(SubscriberCode.parse(code), invoice).plain

    def corrections(self) -> int:
        """See `Driver.corrections`."""
        return self._books.corrections()

    def _field(self, label: str) -> str:
        spec = _one(label, self._service().fields.values(), lambda item: item.label)
        key: str = spec.key
        return key

    def opened_file(self, label: str) -> str:
        """See `Driver.opened_file`."""
        key = self._field(label)
        upload = self._desk.attachment(self._officer(), self._number, key)
        kept = getattr(self._case().form, key)
        if not upload.content:
            # The file is empty.
            raise Unmet("fayl boşdur")
        assert (len(upload.content), sha256(upload.content).hexdigest()) == (kept.size, kept.sha256)
        return upload.name

    def stated(self, label: str) -> str:
        """See `Driver.stated`."""
        case = self._case()
        found = {spec.label: spec.key for spec in self._service().findings.values()}
        if label in found:
            return plainly(case.findings[found[label]])
        return plainly(getattr(case.form, self._field(label)))


def _one(label: str, items: Iterable[Any], name: Callable[[Any], str]) -> Any:
    found = [item for item in items if name(item) == label]
    if len(found) != 1:
        # So many things have this label.
        raise Unmet("“{label}” adlı {count} şey var", label=label, count=len(found))
    return found[0]


def _option(entry: ChoiceEntry, text: str) -> str:
    """The key of the one option whose label is, or begins with, what the scenario names."""
    found = [key for key, label in entry.options if label == text or label.startswith(f"{text} (")]
    # What stands on no list is sent as it is: somebody else's hand could do so.
    return found[0] if len(found) == 1 else text
