"""Journeys: begin one, press its buttons, suspend and resume it.

A press takes in what was entered, derives the values it needs, asks the rulebook, registers
where the button registers, and renders the page arrived at. When anything outside fails, the
journey stays where it was with everything typed, and says so: what was entered is taken in
before anything outside is asked, the clock among it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import attrs

from utility_eservices.casework.asking import Asking
from utility_eservices.casework.case import Case
from utility_eservices.casework.conversion import as_text, upload_of
from utility_eservices.casework.journey import Faulty, Journey, Pay, Register
from utility_eservices.casework.page import (
    Button,
    Chosen,
    JourneyFacts,
    Page,
    RequestNumber,
    Typed,
    Uploaded,
    entry_key,
)
from utility_eservices.casework.paying import Bill, PaymentOrder
from utility_eservices.casework.rulebook import Stayed, step
from utility_eservices.casework.screen import Screen, Table
from utility_eservices.casework.service import Service
from utility_eservices.desk.asker import Asker, guarded
from utility_eservices.desk.deriving import Deriving
from utility_eservices.desk.open_journey import OpenJourney, Person
from utility_eservices.desk.rendering import render
from utility_eservices.errors import (
    ActionRefused,
    Fault,
    InvalidValue,
    JourneyEnded,
    PortFailure,
    PortRefused,
    PortUnavailable,
    UnknownName,
)
from utility_eservices.ports.documents import Documents
from utility_eservices.vocabulary.days import baku_day
from utility_eservices.vocabulary.document import Document, Upload
from utility_eservices.vocabulary.language import Language

__all__ = ["Journeys"]

FindPort = Callable[[Service], Callable[[Any], object]]
Now = Callable[[], datetime]
RegisterCase = Callable[[Service, OpenJourney, object, str, datetime], Case[Any]]
SentBy = Callable[[Service, OpenJourney, str], Table]
IssueNumber = Callable[[Service, datetime], str]
BeginPayment = Callable[[Service, OpenJourney, Bill, str, datetime], PaymentOrder]
PaymentNow = Callable[[str, datetime], PaymentOrder | None]
Speak = Callable[[str], Language]


@attrs.frozen
class _Press:
    """One press: the button, the journey before it, and what is derived for it."""

    service: Service
    journey: Journey
    opened: OpenJourney
    button: Button
    deriving: Deriving
    now: datetime
    return_to: str


@attrs.frozen
class Journeys:
    """Runs the journeys of every service; holds no state.

    ``ports`` gives the way to find a service's ports, ``documents`` the document store,
    ``register`` keeps a request, ``issue`` gives the number of one to come, ``sent`` the table of
    sent requests, ``speak`` the language of a service's screens; ``pay`` begins a payment, and
    ``paid`` tells how it stands with one.
    """

    ports: FindPort
    documents: Callable[[], Documents]
    register: RegisterCase
    issue: IssueNumber
    sent: SentBy
    speak: Speak
    pay: BeginPayment
    paid: PaymentNow

    def begin(
        self, service: Service, journey: Journey, token: str, person: Person, now: datetime
    ) -> OpenJourney:
        """A new journey on its first page."""
        opened = OpenJourney(
            token,
            service.key,
            service.version,
            person.channel,
            person,
            journey.pages[0].key,
            screen=Screen("", "", ""),
        )
        return self.shown(service, journey, self._settled(service, journey, opened, now), now)

    def shown(
        self, service: Service, journey: Journey, opened: OpenJourney, now: datetime
    ) -> OpenJourney:
        """The journey with its screen rendered anew."""
        opened = self._numbered(service, journey, opened, now)
        deriving = self._deriving(service, journey, opened, now)
        return self._arrived(service, journey, opened, deriving, ())

    def answer(
        self, service: Service, journey: Journey, opened: OpenJourney, now: datetime
    ) -> object:
        """What the page is about, as a value; None where it is about nothing."""
        asking = journey.page(opened.state).answer
        if asking is None:
            return None
        answer = self._deriving(service, journey, opened, now).answer(asking)
        return None if isinstance(answer, Fault) else answer

    def fill(
        self,
        service: Service,
        journey: Journey,
        opened: OpenJourney,
        values: Mapping[str, object],
        clock: Now,
    ) -> OpenJourney:
        """The journey with what was entered so far, still on its page."""
        opened, intake = self._taken(service, journey.page(opened.state), opened, values)
        deriving = self._deriving_alone(service, journey, opened, intake)
        try:
            now = clock()
            opened = _entered(opened, values, now)
            deriving.know(today=baku_day(now))
            opened = self._prefilled(service, journey, opened, now)
            deriving = self._deriving(service, journey, opened, now, intake)
        except PortFailure as failure:
            intake.append(failure.told)
        return self._stayed(service, journey, opened, deriving, tuple(intake))

    def press(
        self,
        service: Service,
        journey: Journey,
        opened: OpenJourney,
        button_key: str,
        values: Mapping[str, object],
        clock: Now,
        return_to: str = "",
    ) -> OpenJourney:
        """The journey after a button was pressed with what was entered.

        ``return_to`` is where the page of a payment sends the browser back to. Raises
        `UnknownName` for a button or field that the screen does not have and `JourneyEnded` on a
        final page. Whatever a person can get wrong is on the new screen.
        """
        page = journey.page(opened.state)
        if page.final:
            raise JourneyEnded
        button = _button(page, button_key)
        opened, intake = self._taken(service, page, opened, values)
        deriving = self._deriving_alone(service, journey, opened, intake)
        try:
            now = clock()
            opened = _entered(opened, values, now)
            self._inform(deriving, opened, now)
            return self._decide(_Press(service, journey, opened, button, deriving, now, return_to))
        except PortFailure as failure:
            faults = (*intake, failure.told)
            return self._stayed(service, journey, opened, deriving, faults)

    def _decide(self, press: _Press) -> OpenJourney:
        service, journey, opened, now = press.service, press.journey, press.opened, press.now
        moved = step(journey.rules, opened.state, press.button.key, self._facts(press))
        if isinstance(moved, Stayed):
            return self._held(press, moved.faults)
        faults = tuple(
            fault
            for output in moved.outputs
            if isinstance(output, Faulty)
            for fault in moved.refused
            if not output.fields or fault.field in output.fields
        )
        arrived = attrs.evolve(opened, state=moved.rule.target)
        for output in moved.outputs:
            if isinstance(output, Register):
                return self._registered(press, arrived)
            if isinstance(output, Pay):
                return self._paying(press, arrived, press.deriving.answer(output.bill))
        arrived = self._settled(service, journey, _moved_on(arrived, press.deriving), now)
        same = arrived.typed == opened.typed
        deriving = press.deriving if same else self._deriving(service, journey, arrived, now)
        return self._arrived(service, journey, arrived, deriving, faults)

    def _held(self, press: _Press, faults: tuple[Fault, ...]) -> OpenJourney:
        """The journey where it was before the press, with the reasons."""
        return self._stayed(press.service, press.journey, press.opened, press.deriving, faults)

    def _paying(self, press: _Press, arrived: OpenJourney, bill: Bill | Fault) -> OpenJourney:
        if isinstance(bill, Fault):
            return self._held(press, (bill,))
        try:
            order = self.pay(press.service, press.opened, bill, press.return_to, press.now)
        except ActionRefused as refused:
            return self._held(press, refused.faults)
        arrived = attrs.evolve(arrived, payment=order.number)
        arrived = self._settled(press.service, press.journey, arrived, press.now)
        shown = self.shown(press.service, press.journey, arrived, press.now)
        return attrs.evolve(shown, screen=attrs.evolve(shown.screen, redirect=order.page))

    def _settled(
        self, service: Service, journey: Journey, opened: OpenJourney, now: datetime
    ) -> OpenJourney:
        """The journey on arriving at a page: what is to stand there before anybody enters it."""
        opened = self._numbered(service, journey, opened, now)
        return self._prefilled(service, journey, opened, now)

    def _numbered(
        self, service: Service, journey: Journey, opened: OpenJourney, now: datetime
    ) -> OpenJourney:
        """The journey with a number, where its page shows one."""
        parts = journey.page(opened.state).parts
        shows = any(isinstance(part, RequestNumber) for part in parts)
        if not shows or opened.reserved or opened.number:
            return opened
        return attrs.evolve(opened, reserved=self.issue(service, now))

    def _prefilled(
        self, service: Service, journey: Journey, opened: OpenJourney, now: datetime
    ) -> OpenJourney:
        """The journey with the texts that entries of its page begin with.

        A text that is still what the entry began with is asked for anew, since it may hang on what
        was entered meanwhile; what a person typed stays, and so does what they emptied.
        """
        for part in journey.page(opened.state).entries:
            if isinstance(part, Typed | Chosen) and part.prefill:
                standing = opened.typed.get(part.field, "")
                if standing != opened.prefilled.get(part.field, ""):
                    continue
                # Derived anew each time: what an entry begins with may tell what the next one does.
                deriving = self._deriving(service, journey, opened, now)
                text = _beginning(deriving, part.prefill)
                if text != standing:
                    opened = attrs.evolve(
                        opened,
                        typed={**opened.typed, part.field: text},
                        prefilled={**opened.prefilled, part.field: text},
                    )
        return opened

    def _registered(self, press: _Press, arrived: OpenJourney) -> OpenJourney:
        service, values = press.service, press.deriving.values
        form = service.form(**{key: values[key] for key in service.fields})
        try:
            spoken = self.speak(service.key).tag
            case = self.register(service, press.opened, form, spoken, press.now)
        except PortRefused as refused:
            return self._renumbered(press, refused)
        except PortFailure as failure:
            return self._held(press, (_not_registered(failure),))
        except ActionRefused as refused:
            # The casework does not take what the journey let through: its reasons are told.
            return self._held(press, refused.faults)
        arrived = attrs.evolve(arrived, number=case.number)
        faults = () if case.form == form else (_registered_before(case.number),)
        return self._arrived(service, press.journey, arrived, press.deriving, faults)

    def _renumbered(self, press: _Press, refused: PortRefused) -> OpenJourney:
        """The journey with another number, where the one that it showed was refused.

        It is shown before anything is sent under it. Whether it was the number, nobody says; kept,
        it could be refused for ever.
        """
        if not press.opened.reserved:
            return self._held(press, (_not_registered(refused),))
        try:
            number = self.issue(press.service, press.now)
        except PortFailure as failure:
            return self._held(press, (_not_registered(failure),))
        opened = attrs.evolve(press.opened, reserved=number)
        faults = (_number_changed(number),)
        return self._stayed(press.service, press.journey, opened, press.deriving, faults)

    def _facts(self, press: _Press) -> JourneyFacts:
        opened, button, deriving = press.opened, press.button, press.deriving
        for part in press.journey.page(opened.state).entries:
            if entry_key(part) in button.submits:
                deriving.derive(part)
        if button.registers:
            for field in press.journey.parts_of_form():
                deriving.derive(field)
        gates = {
            gate.name: deriving.answer(gate)
            for to in button.to
            for gate in to.when
            if isinstance(gate, Asking)
        }
        return JourneyFacts(
            deriving.values,
            deriving.faults,
            gates,
            opened.person.identity,
            baku_day(press.now),
            opened.entered_on,
            deriving.names.get("payment"),
        )

    # --- taking in what was entered ---------------------------------------------------------

    def _taken(
        self,
        service: Service,
        page: Page,
        opened: OpenJourney,
        values: Mapping[str, object],
    ) -> tuple[OpenJourney, list[Fault]]:
        """The journey with what was entered, and what of it could not be taken in."""
        parts = {entry_key(part): part for part in page.entries}
        entered: object = values
        if not isinstance(entered, Mapping) or not parts.keys() >= entered.keys():
            raise UnknownName("field")
        typed, uploaded = dict(opened.typed), dict(opened.uploaded)
        faults: list[Fault] = []
        for key, raw in values.items():
            taken: str | Fault
            if isinstance(parts[key], Uploaded):
                upload = upload_of(key, raw)
                if upload is None:
                    # A file entry that came empty keeps the file of an earlier press.
                    continue
                digest = _digest(upload) if isinstance(upload, Upload) else ""
                if digest and digest == uploaded.get(key):
                    # A page that is sent again brings its files along: one is kept once.
                    continue
                uploaded[key] = digest
                taken = upload if isinstance(upload, Fault) else self._file(service, key, upload)
            else:
                taken = as_text(key, raw)
            if isinstance(taken, Fault):
                faults.append(taken)
                typed.pop(key, None)
                uploaded.pop(key, None)
            else:
                typed[key] = taken
        return attrs.evolve(opened, typed=typed, uploaded=uploaded), faults

    def _file(self, service: Service, key: str, upload: Upload) -> str | Fault:
        policy = service.fields[key].upload
        try:
            media_type = policy.check(upload) if policy else ""
            document: Document = guarded(self.documents().keep, upload, media_type)
        except InvalidValue as error:
            return error.at(key)
        except PortFailure as failure:
            return attrs.evolve(failure.told, field=key)
        return json.dumps(attrs.asdict(document))

    # --- showing ----------------------------------------------------------------------------

    def _deriving(
        self,
        service: Service,
        journey: Journey,
        opened: OpenJourney,
        now: datetime,
        intake: list[Fault] | None = None,
    ) -> Deriving:
        """Raises `PortFailure` when nobody can tell how it stands with the payment."""
        deriving = self._deriving_alone(service, journey, opened, intake)
        self._inform(deriving, opened, now)
        return deriving

    def _deriving_alone(
        self,
        service: Service,
        journey: Journey,
        opened: OpenJourney,
        intake: list[Fault] | None = None,
    ) -> Deriving:
        """What can be derived whatever fails: without day and payment, and nothing asked yet."""
        known = {"person": opened.person.identity, "channel": opened.channel}
        asker = Asker(self.ports(service))
        return Deriving(service, journey, opened.typed, known, asker, intake or ())

    def _inform(self, deriving: Deriving, opened: OpenJourney, now: datetime) -> None:
        deriving.know(today=baku_day(now))
        payment = self.paid(opened.payment, now) if opened.payment else None
        if payment is not None:
            deriving.know(payment=payment)

    def _arrived(
        self,
        service: Service,
        journey: Journey,
        opened: OpenJourney,
        deriving: Deriving,
        faults: tuple[Fault, ...],
        *,
        lenient: bool = False,
    ) -> OpenJourney:
        screen = render(
            service,
            journey.page(opened.state),
            opened.typed,
            deriving,
            self.speak(service.key),
            faults=faults,
            number=opened.number,
            reserved=opened.number or opened.reserved,
            sent=lambda title: self.sent(service, opened, title),
            lenient=lenient,
        )
        return attrs.evolve(opened, screen=screen)

    def _stayed(
        self,
        service: Service,
        journey: Journey,
        opened: OpenJourney,
        deriving: Deriving,
        faults: tuple[Fault, ...],
    ) -> OpenJourney:
        return self._arrived(service, journey, opened, deriving, faults, lenient=True)


def _not_registered(failure: PortFailure) -> Fault:
    if isinstance(failure, PortUnavailable | PortRefused):
        return Fault(
            "",
            "not_registered",
            # Your request was not registered. Please try again a little later.
            "Müraciətiniz qeydiyyata alınmadı. Bir qədər sonra yenidən cəhd edin.",
        )
    return Fault(
        "",
        "perhaps_registered",
        # It is not known yet whether your request was registered. Try again: it stays one request.
        "Müraciətinizin qeydiyyata alınıb-alınmadığı hələ bəlli deyil. "
        "Yenidən cəhd edin: ikinci müraciət yaranmayacaq.",
    )


def _number_changed(number: str) -> Fault:
    return Fault(
        "",
        "number_changed",
        # Your request has not been registered yet, and its number has changed: {number}. Send it
        # again.
        "Müraciətiniz hələ qeydiyyata alınmayıb və nömrəsi dəyişib: {number}. Yenidən göndərin.",
        {"number": number},
    )


def _registered_before(number: str) -> Fault:
    return Fault(
        "",
        "registered_before",
        # Your request had been registered under {number} before; what you changed was not sent.
        "Müraciətiniz əvvəl {number} nömrəsi ilə qeydiyyata alınıb; "
        "sonradan dəyişdirdikləriniz göndərilmədi.",
        {"number": number},
    )


def _entered(opened: OpenJourney, values: Mapping[str, object], now: datetime) -> OpenJourney:
    """The journey with the day on which these values were handed over."""
    return attrs.evolve(
        opened, entered_on={**opened.entered_on, **dict.fromkeys(values, baku_day(now))}
    )


def _beginning(deriving: Deriving, asking: Asking) -> str:
    """The text that an entry begins with; a courtesy: empty when nobody can tell."""
    try:
        text = deriving.answer(asking)
    except PortFailure:
        return ""
    return text if isinstance(text, str) else ""


def _digest(upload: Upload) -> str:
    """The same for the same content under the same name."""
    named = upload.name.encode("utf-8", "surrogatepass")
    return hashlib.sha256(hashlib.sha256(named).digest() + upload.content).hexdigest()


def _moved_on(arrived: OpenJourney, deriving: Deriving) -> OpenJourney:
    """The journey after a move that pays nothing: a settled payment is behind it.

    Not sooner, and not on a page shown anew: whoever presses an old page again, or one that took
    a payment for failed, meets that payment as it stands and begins no second one.
    """
    payment = deriving.names.get("payment")
    over = isinstance(payment, PaymentOrder) and payment.is_settled
    if not over or arrived.payment in arrived.settled:
        return arrived
    return attrs.evolve(arrived, settled=(*arrived.settled, arrived.payment))


def _button(page: Page, key: str) -> Button:
    for button in page.buttons:
        if button.key == key:
            return button
    raise UnknownName("button")
