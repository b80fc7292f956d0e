"""The desk: the one object that a host holds.

A portal signs people in, opens journeys, renders their screens and presses their buttons; an
office lists cases, acts on them and lets due effects be performed. The desk knows no service by
name, holds no state of its own between calls and is thread-safe: what it hands out is immutable,
what lasts is in the ports.

Who an officer is and which roles they hold is the host's to establish (`Officer`).
"""

from __future__ import annotations

import copy
import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Any, TypeVar

import attrs

from utility_eservices.casework.acts import APPLICANT, SYSTEM, Actor
from utility_eservices.casework.case import Case
from utility_eservices.casework.effect import Effect
from utility_eservices.casework.form import FieldSpec
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.paying import Bill, PaymentOrder
from utility_eservices.casework.screen import Screen, ScreenButton, Table
from utility_eservices.casework.service import Service
from utility_eservices.desk.asker import guarded
from utility_eservices.desk.catalogue import catalogue_of
from utility_eservices.desk.codec import Codec
from utility_eservices.desk.journeys import Journeys
from utility_eservices.desk.keeping import Keeping, Unfinished
from utility_eservices.desk.languages import Languages
from utility_eservices.desk.moving import Action, Moves
from utility_eservices.desk.needs import needs, scope_for, specify
from utility_eservices.desk.open_journey import OpenJourney, Person, SignInBegun
from utility_eservices.desk.paying import Paying
from utility_eservices.desk.performing import Performed, Performing, never
from utility_eservices.desk.plugins import Around, Diagnosis, Plugins
from utility_eservices.desk.registering import LONGEST_NUMBER, Registering
from utility_eservices.desk.sealing import open_sealed, sealed
from utility_eservices.desk.telling import Explanation, Followed, explain, followed, sent_table
from utility_eservices.desk.upgrading import is_newer, refuse_newer, upgraded_journey
from utility_eservices.errors import (
    CaseNotFound,
    EServicesError,
    Fault,
    JourneyChanged,
    JourneyTampered,
    PaymentNotFound,
    PortFailure,
    PortNotProvided,
    SignInFailed,
    SignInNeeded,
    StaleCase,
    UnknownName,
)
from utility_eservices.ports.billing import BILLING
from utility_eservices.ports.case_store import CASE_STORE, CaseQuery, CaseStore
from utility_eservices.ports.clock import CLOCK
from utility_eservices.ports.documents import DOCUMENTS
from utility_eservices.ports.inbox import INBOX, InboxItem
from utility_eservices.ports.journeys import JOURNEYS
from utility_eservices.ports.notification import NOTIFICATION
from utility_eservices.ports.numbers import NUMBERS
from utility_eservices.ports.payment_store import PAYMENT_STORE
from utility_eservices.ports.payments import PAYMENTS, Callback
from utility_eservices.ports.port import Port
from utility_eservices.ports.sign_in import SIGN_IN, Evidence
from utility_eservices.ports.tokens import TOKENS
from utility_eservices.vocabulary.document import Upload
from utility_eservices.vocabulary.language import SOURCE, Language

__all__ = ["Desk", "Listed", "Officer"]

_log = logging.getLogger(__name__)

T = TypeVar("T")


# How many own requests a status place lists; older ones are reached page by page.
_PAGE = 50
# How many characters may be looked for: a number or a whole name is shorter.
_LONGEST_SEARCH = 200


# Typed, unlike the bare class, so that a host may also hand over a set or a list.
def _roles(roles: Iterable[str]) -> frozenset[str]:
    if isinstance(roles, str):
        raise TypeError("roles are several keys, not one text")
    # What the system does, and the applicant, no officer may.
    return frozenset(roles) - {SYSTEM.key, APPLICANT.key}


@attrs.frozen
class Officer:
    """Somebody of a utility's staff, as the host has established.

    ``id`` goes into the history of cases; ``utility`` is the key of a utility; ``roles`` are
    keys of roles, for example ``operator``.
    """

    id: str
    utility: str
    roles: frozenset[str] = attrs.field(converter=_roles)


@attrs.frozen
class Listed:
    """A service as a channel lists it.

    ``way`` are the labels to choose on the way to it; ``signs_in_first`` says that the portal
    asks for the sign-in before a service is chosen.
    """

    key: str
    name: str
    utility: str
    way: tuple[str, ...]
    signs_in_first: bool


class Desk:
    """Opens with the plugins that take part and serves every service of the catalogue.

    ``plugins`` are names of installed plugins, or plugin objects; ``services`` narrows the
    catalogue to some keys, or replaces it by service records. Raises `PluginMistake` errors;
    a port that nobody serves is reported when it is needed, and by `check`. ``language`` is the
    tag of the one it speaks (see `speaking`); raises `UnknownName` for one it does not.

    ``around`` is called once with each object that a plugin gave, its port and what it was given
    for (a utility, means or medium, else empty), and gives what is used in its place: for
    measuring calls, or for making them fail in a test.
    """

    def __init__(
        self,
        plugins: Iterable[object],
        services: Iterable[str | Service] | None = None,
        *,
        language: str = SOURCE,
        around: Around | None = None,
    ) -> None:
        self._plugins = Plugins(plugins, around)
        installed = self._plugins.services()
        self.catalogue = catalogue_of(installed, services)
        self._languages = Languages(
            self._plugins.folders(), (service.key for service in self.catalogue.services)
        )
        # Also of services that are not offered here: the plugins of their ports are installed.
        specify(self._plugins, (*self.catalogue.services, *installed))
        self._plugins.refuse_unknown_hooks()
        self._codec = Codec(self.catalogue)
        self._moves = Moves(self.catalogue, self._store)
        self._keeping = Keeping(lambda: self._get(JOURNEYS))
        self._paying = Paying(
            lambda: self._get(PAYMENT_STORE),
            lambda utility: self._get(PAYMENTS, utility),
            lambda utility: self._get(BILLING, utility),
        )
        # By tag; every desk made by `speaking` shares it.
        self._spoken: dict[str, Desk] = {}
        self._speak(language)
        self._performing = Performing(
            self._moves,
            self._store,
            self._ports,
            lambda medium: self._get(NOTIFICATION, medium.value),
            lambda: self._get(INBOX),
            self._languages.of,
        )
        self._resolve_once()

    # --- languages --------------------------------------------------------------------------

    @property
    def language(self) -> str:
        """The tag of the language in which this desk speaks to people."""
        return self._language

    @property
    def languages(self) -> tuple[str, ...]:
        """The tags of all languages it could speak, Azerbaijani first."""
        return self._languages.tags

    def speaking(self, language: str) -> Desk:
        """The same desk in another language: screens, lists, explanations, messages.

        A request sent through it remembers the language, and its notices are written in it.
        Made once, so that a portal may ask with every request. Raises `UnknownName`.

        >>> Desk(["simulator"]).speaking("en").services("azerishiq.az")[0].utility
        'azerishiq'
        >>> Desk(["simulator"]).speaking("en").words("debt_investigation").text("Abonent kodu")
        'Subscriber code'
        """
        found = self._spoken.get(_tag(language))
        if found is None:
            found = copy.copy(self)
            found._speak(language)
        return found

    def say(self, what: Fault | EServicesError) -> str:
        """What a person reads of a fault or an error, in this desk's language.

        Of a `PortFailure` its kind is told, and nothing that an adapter wrote.
        """
        if isinstance(what, PortFailure):
            what = what.told
        template = what.text if isinstance(what, Fault) else what.template
        return self.words().filled(template, what.values)

    def words(self, service: str = "") -> Language:
        """This desk's language, as a service speaks it, for what a host writes around a screen.

        Without a service it knows the texts of all. Days, instants, amounts and numbers are
        said by it, and whatever a service declares.

        >>> Desk(["simulator"], language="en").words().number(1234)
        '1,234'
        """
        # Whatever a host passes here may come out of somebody's URL.
        key = self.catalogue.of(service).key if service else ""
        return self._languages.of(self._language, key)

    def _speak(self, language: str) -> None:
        self._language = self._languages.of(_tag(language)).tag
        self._spoken[self._language] = self
        registering = Registering(
            self._moves, self._store, lambda utility: self._get(NUMBERS, utility)
        )
        self._journeys = Journeys(
            self._ports,
            lambda: self._get(DOCUMENTS),
            registering.register,
            registering.issue,
            self._sent,
            self.words,
            self._begin_payment,
            self._paying.current,
        )

    # --- signing in -------------------------------------------------------------------------

    def sign_in_window(self, channel: str, service: str = "") -> Screen:
        """The window with the sign-in means, each a button whose key is the means.

        Where the portal asks before a service is chosen, leave ``service`` empty.
        """
        window = self._journey_for_sign_in(channel, service).sign_in
        text = self.words(service).text
        buttons = tuple(ScreenButton(item.means.key, text(item.said)) for item in window.means)
        return Screen("sign_in", "sign_in", text(window.title), buttons=buttons)

    def begin_sign_in(
        self, channel: str, means: str, service: str = "", details: Evidence | None = None
    ) -> SignInBegun:
        """Begin to sign in; show the challenge, then `finish_sign_in`.

        Raises `UnknownName` for a means that this window does not offer.
        """
        window = self._journey_for_sign_in(channel, service).sign_in
        if not any(item.means.key == means for item in window.means):
            raise UnknownName("means")
        challenge = guarded(self._get(SIGN_IN, means).begin, _texts(details or {}))
        return SignInBegun(channel, service, means, challenge)

    def finish_sign_in(self, begun: SignInBegun, evidence: Evidence) -> Person:
        """The person, once the evidence proves who it is; raises `SignInFailed`."""
        if begun.challenge.expires <= self._now():
            raise SignInFailed
        port = self._get(SIGN_IN, begun.means)
        identity = guarded(port.finish, begun.challenge.reference, _texts(evidence))
        if identity.means != begun.means:
            raise SignInFailed
        return Person(identity, begun.channel, begun.service, self._now())

    def _journey_for_sign_in(self, channel: str, service: str) -> Journey:
        if service:
            return self._offered(service, channel)[1]
        for item in self.catalogue.on(channel):
            journey = item.journey_on(channel)
            if journey and journey.sign_in.of_portal:
                return journey
        raise UnknownName("channel")

    # --- the services of a channel ----------------------------------------------------------

    def services(self, channel: str) -> tuple[Listed, ...]:
        """What a channel offers, with the way to each."""
        return tuple(
            self._listed(item, journey, channel)
            for item in self.catalogue.on(channel)
            if (journey := item.journey_on(channel))
        )

    def _listed(self, service: Service, journey: Journey, channel: str) -> Listed:
        text = self.words(service.key).text
        way = tuple(text(step.label) for step in journey.way_from(channel))
        name = text(service.name)
        return Listed(service.key, name, service.utility.key, way, journey.sign_in.of_portal)

    def _offered(self, service: str, channel: str) -> tuple[Service, Journey]:
        found = self.catalogue.of(service)
        journey = found.journey_on(channel)
        if journey is None:
            raise UnknownName("channel")
        return found, journey

    # --- journeys ---------------------------------------------------------------------------

    def begin(self, service: str, person: Person) -> OpenJourney:
        """Begin a journey on the channel on which the person signed in.

        Raises `SignInNeeded` when the sign-in was not for this service, or not by one of its
        means.
        """
        found, journey = self._offered(service, person.channel)
        _refuse_unless_signed_in(journey, service, person)
        token = guarded(self._get(TOKENS).new)
        return self._journeys.begin(found, journey, token, person, self._now())

    def press(
        self,
        opened: OpenJourney,
        button: str,
        values: Mapping[str, object] | None = None,
        *,
        return_to: str = "",
    ) -> OpenJourney:
        """Press a button by its key, with the values entered, by the keys of their entries.

        Whatever the person got wrong stands on the new journey's screen, and so does what fails
        outside, beside everything typed. Where something is paid, `Screen.redirect` says where
        to send the browser, and the page of the payment sends it back to ``return_to``, an
        address at which this journey is resumed: built from what the host is configured to be
        called, never from a request's own Host header. Raises `UnknownName`, `JourneyEnded`,
        `JourneyChanged`.
        """
        service, journey = self._current(opened)
        return self._journeys.press(
            service, journey, opened, button, values or {}, self._now, return_to
        )

    def answer(self, opened: OpenJourney) -> object:
        """What the page is about as one value, such as a `Statement`; None where it has none.

        For hosts that make something else of it than a screen, a PDF for instance.
        """
        service, journey = self._current(opened)
        return self._journeys.answer(service, journey, opened, self._now())

    def fill(self, opened: OpenJourney, values: Mapping[str, object]) -> OpenJourney:
        """Take in what was entered so far, without pressing anything.

        For lists that depend on another entry (`ChoiceEntry.depends_on`), and to keep what was
        typed when somebody leaves. Nothing is checked but what cannot be kept at all. Nothing
        outside that fails loses it: the failure is told on the screen.
        """
        service, journey = self._current(opened)
        return self._journeys.fill(service, journey, opened, values, self._now)

    def show(self, opened: OpenJourney) -> OpenJourney:
        """The journey with its screen rendered anew, for example after the language changed."""
        service, journey = self._current(opened)
        return self._journeys.shown(service, journey, opened, self._now())

    def _current(self, opened: OpenJourney) -> tuple[Service, Journey]:
        service, journey = self._offered(opened.service, opened.channel)
        if service.version != opened.version:
            raise JourneyChanged
        return service, journey

    # --- suspending and resuming ------------------------------------------------------------

    def suspend(self, opened: OpenJourney) -> str:
        """The journey as sealed JSON text; it holds personal data."""
        _, journey = self._current(opened)
        plain = self._codec.converter.unstructure(opened)
        # The screen is rendered anew: a stored one could show what is no longer so.
        plain["screen"] = None
        data = {"shape": journey.shape.fingerprint, "journey": plain}
        return sealed(self._get(TOKENS), "journey", data)

    def resume(self, text: str, person: Person) -> OpenJourney:
        """The journey of a suspended text, for the same person, on any host.

        One of an older version of the service goes on as its upgrades say. Raises
        `JourneyTampered` for a text that was altered or is not this person's, `JourneyChanged`
        when the service is no longer what it was and no upgrade says how to go on, and
        `SignInNeeded` when the person is signed in for something else.
        """
        data = open_sealed(self._get(TOKENS), "journey", text)
        opened = self._structured(data.get("journey"), OpenJourney)
        if opened.person.identity.fin != person.identity.fin:
            raise JourneyTampered
        try:
            service, journey = self._offered(opened.service, opened.channel)
        except UnknownName as error:
            raise JourneyChanged from error
        if opened.version != service.version:
            opened = upgraded_journey(service, journey, opened)
        elif journey.shape.fingerprint != data.get("shape"):
            raise JourneyChanged
        if opened.channel != person.channel:
            raise SignInNeeded
        _refuse_unless_signed_in(journey, opened.service, person)
        opened = attrs.evolve(opened, person=person)
        return self._journeys.shown(service, journey, opened, self._now())

    def keep(self, value: Person | SignInBegun) -> str:
        """A person or a sign-in as sealed JSON text, for the host's session."""
        plain = self._codec.converter.unstructure(value, type(value))
        return sealed(self._get(TOKENS), type(value).__name__, {"value": plain})

    def recall(self, text: str, kind: type[T]) -> T:
        """What `keep` made of a `Person` or a `SignInBegun`; raises `JourneyTampered`."""
        data = open_sealed(self._get(TOKENS), kind.__name__, text)
        return self._structured(data.get("value"), kind)

    def _structured(self, plain: Any, kind: type[T]) -> T:
        try:
            return self._codec.converter.structure(plain, kind)
        except Exception:  # noqa: BLE001  # a converter fails in many ways
            # The seal is ours, so it was written by another version of the library. Without the
            # cause, whose text may hold what was typed.
            raise JourneyChanged from None

    # --- unfinished journeys, on any host ---------------------------------------------------

    def keep_journey(self, opened: OpenJourney) -> None:
        """Keep an unfinished journey, in the place of what was kept of it before.

        One that has ended, its request registered or its last page reached, is forgotten. Call it
        after each press, before the browser is answered or sent to where something is paid.
        """
        _, journey = self._current(opened)
        if opened.number or journey.page(opened.state).final:
            self._keeping.forget(opened.person, opened.id)
        else:
            self._keeping.keep(opened, self.suspend(opened), self._now())

    def kept_journeys(self, person: Person) -> tuple[Unfinished, ...]:
        """What the person began on their portal and has not sent, newest first, fifty at most.

        Of services that the portal offers. One whose host stopped as it was sent is still among
        them: sent again, it is told the number it has.
        """
        names = {
            service.key: self.words(service.key).text(service.name)
            for service in self.catalogue.on(person.channel)
        }
        return tuple(
            Unfinished(kept.id, kept.service, names[kept.service], kept.at)
            for kept in self._keeping.of(person, names, _PAGE)
        )

    def reopen_journey(self, id: str, person: Person) -> OpenJourney:  # noqa: A002  # its name
        """The person's kept journey with this id, to go on with.

        Raises `JourneyNotFound`, also for somebody else's, and whatever `resume` raises.
        """
        opened = self.resume(self._keeping.text_of(person, id), person)
        if opened.id != id:
            # Sealed by us, and put in the place of another.
            raise JourneyTampered
        return opened

    def forget_journey(self, id: str, person: Person) -> None:  # noqa: A002  # its name
        """Forget the person's kept journey with this id; harmless when there is none."""
        self._keeping.forget(person, id)

    def forget_stale_journeys(self, older_than: timedelta, limit: int = 1000) -> int:
        """Forget the journeys that nobody has gone on with for so long, at most ``limit``.

        The oldest first; gives how many. Call it from a job, until nothing is left to forget.
        """
        return self._keeping.forget_before(self._now() - older_than, limit)

    # --- an applicant's own cases -----------------------------------------------------------

    def cases(
        self, person: Person, *, everywhere: bool = False, after: str | None = None
    ) -> tuple[Followed, ...]:
        """The person's own requests, newest first, fifty a page.

        Those that the person's portal gathers, to the utilities that it serves, or, with
        ``everywhere``, all; ``after`` is the last number seen. Raises `CaseNotFound` for one
        that is not theirs.
        """
        if after is not None:
            self._own(person, after)
        served = {service.utility.key for service in self.catalogue.on(person.channel)}
        # Of a service that is not offered here a case cannot even be read.
        utilities = {service.utility.key for service in self.catalogue.services}
        # A portal that offers nothing any more still shows what was sent through it.
        among = served if served and not everywhere else utilities
        return self._sent_to(person, among, after, everywhere=everywhere)

    def _sent_to(
        self,
        person: Person,
        utilities: Collection[str],
        after: str | None = None,
        *,
        everywhere: bool = False,
    ) -> tuple[Followed, ...]:
        query = CaseQuery(
            applicant=person.identity.fin.value,
            channels=None if everywhere else self._gathered(person.channel),
            services=frozenset(
                service.key
                for service in self.catalogue.services
                if service.utility.key in utilities
            ),
        )
        return self._followed(query, after)

    def case(self, person: Person, number: str) -> Followed:
        """One own request; raises `CaseNotFound` also for somebody else's."""
        case = self._own(person, number)
        return self._told(case)

    def inbox(self, person: Person, limit: int = _PAGE) -> tuple[InboxItem, ...]:
        """The notices in the person's portal inbox, newest first."""
        found: tuple[InboxItem, ...] = guarded(self._get(INBOX).of, person.identity.fin, limit)
        return found

    def status_screen(self, person: Person) -> Screen:
        """The section of the portal where requests are followed.

        It gathers those to the utilities whose services lead there; others show their own
        (AMB-46). Raises `UnknownName` on a portal that has no such section.
        """
        places = [
            (service, journey.status_place.path)
            for service in self.catalogue.on(person.channel)
            if (journey := service.journey_on(person.channel))
            and journey.status_place
            and journey.status_place.in_portal
        ]
        if not places:
            raise UnknownName("section")
        first, labels = places[0]
        words = self.words(first.key)
        path = tuple(map(words.text, labels))
        sent = self._sent_to(person, {service.utility.key for service, _ in places})
        table = sent_table(path[-1], sent, words)
        return Screen("status", "status", path[-1], text=" → ".join(path), tables=(table,))

    def _own(self, person: Person, number: str) -> Case[Any]:
        case = self._kept(number)
        if case is None or case.applicant.fin != person.identity.fin:
            raise CaseNotFound
        return case

    def _kept(self, number: object) -> Case[Any] | None:
        # Whatever came out of somebody's URL: only what could have been issued is looked up. Of
        # a NUL or half a character, a database would fail instead of finding nothing.
        if not isinstance(number, str) or not number.isprintable():
            return None
        if not 0 < len(number) <= LONGEST_NUMBER:
            return None
        try:
            case: Case[Any] | None = guarded(self._store().get, number)
        except UnknownName:
            # It is of a service that is not offered here.
            return None
        return case

    def _gathered(self, channel: str) -> frozenset[str] | None:
        for service in self.catalogue.on(channel):
            for journey in service.journeys:
                for item in journey.channels:
                    if item.key == channel:
                        return None if item.gathers is None else frozenset(item.gathers)
        return frozenset({channel})

    def _followed(self, query: CaseQuery, after: str | None = None) -> tuple[Followed, ...]:
        cases = guarded(self._store().find, query, _PAGE, after)
        return tuple(map(self._told, cases))

    def _told(self, case: Case[Any]) -> Followed:
        return followed(self.catalogue.of(case.service), case, self.words(case.service))

    # --- the office -------------------------------------------------------------------------

    def staff_inbox(
        self,
        officer: Officer,
        *,
        state: str | None = None,
        limit: int = _PAGE,
        after: str | None = None,
    ) -> tuple[Case[Any], ...]:
        """The cases that wait for one of the officer's roles, urgent ones first, newest first.

        Those that only newer hosts can handle are left out. ``after`` is the last number seen;
        raises `CaseNotFound` for another utility's.
        """
        last = self._of_utility(officer, after) if after is not None else None
        found: tuple[Case[Any], ...] = ()
        for urgent in (True, False):
            here = last is not None and self.catalogue.of(last.service).urgent is urgent
            if last is None or here:
                places = self._places(officer, state, urgent=urgent)
                query, seen = CaseQuery(places=places), after if here else None
                found += self._readable(query, limit - len(found), seen) if places else ()
                last = None
        return found

    def find_cases(
        self, officer: Officer, text: str, *, limit: int = _PAGE, after: str | None = None
    ) -> tuple[Case[Any], ...]:
        """The cases of the officer's utility that words fit, newest first; all without words.

        Each word is looked for in number, subscriber code and applicant's name, and may be typed
        on any keyboard: “sixiyeva” finds Şıxıyeva. Those that only newer hosts can handle are
        left out. ``after`` is the last number seen; raises `CaseNotFound` for another utility's.
        """
        if after is not None:
            self._of_utility(officer, after)
        if not _could_be_words(text):
            return ()
        services = frozenset(service.key for service in self._services_of(officer))
        return self._readable(CaseQuery(services=services, text=text), limit, after)

    def _places(
        self, officer: Officer, state: str | None, *, urgent: bool
    ) -> frozenset[tuple[str, str]]:
        """Where cases wait for the officer's roles, by service and state."""
        return frozenset(
            (service.key, key)
            for service in self._services_of(officer)
            if service.urgent is urgent
            for info in service.casework_rules.states.values()
            if info.owner and info.owner.key in officer.roles and state in (None, info.key)
            # The store may know a case by what its state was called when it was written.
            for key in service.state_keys(info.key)
        )

    def _readable(self, query: CaseQuery, limit: int, after: str | None) -> tuple[Case[Any], ...]:
        """As many cases as asked for, passing over those of a newer version."""
        found: list[Case[Any]] = []
        while len(found) < limit:
            page = guarded(self._store().find, query, limit, after)
            found += [case for case in page if not is_newer(self.catalogue.of(case.service), case)]
            if len(page) < limit:
                break
            after = page[-1].number
        return tuple(found[:limit])

    def case_for(self, officer: Officer, number: str) -> Case[Any]:
        """One case of the officer's utility; raises `CaseNotFound` for any other.

        Raises `CaseNewer` for one that only newer hosts can handle.
        """
        case = self._of_utility(officer, number)
        refuse_newer(self.catalogue.of(case.service), case)
        return case

    def _of_utility(self, officer: Officer, number: str) -> Case[Any]:
        case = self._kept(number)
        if case is None or case.utility != officer.utility:
            raise CaseNotFound
        return case

    def actions(self, case: Case[Any], officer: Officer) -> tuple[Action, ...]:
        """What the officer may do with a case now, with labels and needed findings."""
        if case.utility != officer.utility:
            return ()
        words = self.words(case.service)
        return tuple(
            attrs.evolve(
                action,
                label=words.text(action.label),
                findings=tuple(_said(spec, words) for spec in action.findings),
            )
            for action in self._moves.actions(case, _actor(officer), self._now())
        )

    def act(
        self,
        officer: Officer,
        number: str,
        event: str,
        findings: Mapping[str, object] | None = None,
        *,
        version: int,
    ) -> Case[Any]:
        """Act on a case, as it was seen at ``version``.

        Raises `ActionRefused` with every reason, `CaseNotFound`, and `StaleCase` when the case
        has moved on since.
        """
        case = self.case_for(officer, number)
        seen: object = version
        # Of what came out of somebody's URL some things cannot even be compared.
        if type(seen) is not int or case.version != seen:
            raise StaleCase
        return self._moves.act(case, event, _actor(officer), findings or {}, self._now())

    def _services_of(self, officer: Officer) -> Iterator[Service]:
        for service in self.catalogue.services:
            if service.utility.key == officer.utility and service.rules is not None:
                yield service

    def attachment(self, officer: Officer, number: str, field: str) -> Upload:
        """A file that the applicant uploaded, for an officer of the utility to look at.

        Raises `CaseNotFound`, and `UnknownName` when the form has no such file or it is gone.
        """
        case = self.case_for(officer, number)
        fields = self.catalogue.of(case.service).fields.values()
        files = {spec.key: getattr(case.form, spec.key) for spec in fields if spec.upload}
        document = next((kept for key, kept in files.items() if key == field), None)
        found: Upload | None = document and guarded(self._get(DOCUMENTS).open, document)
        if found is None:
            raise UnknownName("file")
        return found

    # --- explaining -------------------------------------------------------------------------

    def explain(self, number: str, to: Person | Officer) -> Explanation:
        """What happened to a case, who holds it, what may come next."""
        if isinstance(to, Officer):
            case, to_applicant = self.case_for(to, number), False
        else:
            case, to_applicant = self._own(to, number), True
        service, words = self.catalogue.of(case.service), self.words(case.service)
        refuse_newer(service, case)
        return explain(service, case, words, to_applicant=to_applicant)

    # --- payments ---------------------------------------------------------------------------

    def payment_reported(self, utility: str, callback: Callback) -> None:
        """Take in what came to the address that the gateway of a utility calls.

        Answer the gateway with success when this returns, and so that it tries again when it
        raises `PortFailure` or `StalePayment`; but `CallbackRefused` says that the callback
        proves nothing, and `PaymentNotFound` that it is of no payment or utility known here.
        Raises `PortNotProvided` for a utility that has no gateway.
        """
        if not any(service.utility.key == utility for service in self.catalogue.services):
            raise PaymentNotFound
        self._paying.reported(utility, callback, self._now())

    def payment(self, person: Person, number: str) -> PaymentOrder:
        """An own payment; raises `PaymentNotFound` also for somebody else's."""
        return self._paying.of(person.identity.fin, number)

    def payments_to_look_at(
        self, limit: int = _PAGE, *, after: str | None = None
    ) -> tuple[PaymentOrder, ...]:
        """The payments that people should look at; `PaymentOrder.trouble` says why.

        The gravest first, then in the order they were begun. ``after`` is the last number seen,
        also of one that was looked at meanwhile; where news has settled its trouble, the list
        begins anew. Empty on a desk that keeps no payments; raises `PaymentNotFound`.
        """
        return self._paying.to_look_at(limit, after)

    def payment_looked_at(self, number: str) -> None:
        """Take a payment off that list until something else comes up; raises `PaymentNotFound`."""
        self._paying.looked_at(number)

    def give_payment_back(self, number: str) -> None:
        """Give the person's money back, since billing has not written it down and will not.

        For people to decide, by billing's own book, when nobody knows whether billing took a
        credit (``credit_contradicted``). Raises `PaymentNotFound`, and `StalePayment` when there
        is no such doubt, or no longer.
        """
        self._paying.give_back(number, self._now())

    # --- effects ----------------------------------------------------------------------------

    def perform_due(self, limit: int = 100, *, stopped: Callable[[], bool] = never) -> Performed:
        """Perform the effects that are due, and go back to the payments that are.

        Call it in a loop; where effects have jobs of their own (`perform`), call the two that it
        is made of instead, `perform_effects` and `perform_payments`. ``stopped`` is asked before
        each: once it says so, the rest stay due.

        When it cannot be found out what is due of the one, the other is done all the same; then
        the first failure is raised, and what was done is logged.
        """
        now = self._now()
        total, failures = Performed(), []
        effects = partial(self._performing.perform_due, now, limit, timedelta(0), stopped)
        for perform in (effects, partial(self._paying.round, now, limit, stopped)):
            try:
                total += perform()
            except EServicesError as error:
                failures.append(error)
        if failures:
            codes = ", ".join(error.code for error in failures)
            _log.warning("what is due could not be found out: %s; else %s", codes, total)
            raise failures[0]
        return total

    def perform_effects(
        self,
        limit: int = 100,
        *,
        overdue: timedelta = timedelta(0),
        stopped: Callable[[], bool] = never,
    ) -> Performed:
        """Perform the effects that have been due for so long, and go back to no payment.

        For those that no job came for: fresh ones are left to their jobs. See `perform_due`.
        """
        return self._performing.perform_due(self._now(), limit, overdue, stopped)

    def perform_payments(
        self, limit: int = 100, *, stopped: Callable[[], bool] = never
    ) -> Performed:
        """Go back to the payments that are due, which have no jobs, and perform no effect."""
        return self._paying.round(self._now(), limit, stopped)

    def perform(self, key: str) -> Performed:
        """Perform the effect with this key if it is pending and due, for the job that carries it.

        Does nothing otherwise, as when another worker has done it, when it was put off and a
        later job will come for it, or when this desk does not know its service.
        """
        return self._performing.perform(key, self._now())

    def failed_effects(self, limit: int = 100) -> tuple[Effect, ...]:
        """The effects that failed for good."""
        failed: tuple[Effect, ...] = guarded(self._store().failed_effects, limit)
        return failed

    def try_again(self, key: str) -> None:
        """Give an effect that failed for good a fresh run of tries.

        Raises `UnknownName` when there is none with this key, and `StaleCase` when it has not
        failed for good, or when its failure has moved the case on already.
        """
        self._performing.try_again(key, self._now())

    # --- ports ------------------------------------------------------------------------------

    def check(self) -> tuple[Diagnosis, ...]:
        """What serves each port for each need, and what each adapter says of itself."""
        return self._plugins.check(needs(self.catalogue, self._codec))

    def _resolve_once(self) -> None:
        for need in needs(self.catalogue, self._codec):
            try:
                self._plugins.find(need.port, need.scope)
            except PortNotProvided:
                continue

    def _get(self, port: Port[T], scope: object = "") -> T:
        return self._plugins.get(port, scope)

    def _store(self) -> CaseStore:
        return self._get(CASE_STORE, self._codec)

    def _ports(self, service: Service) -> Any:
        def find(port: Port[Any]) -> object:
            return self._plugins.find(port, scope_for(port, service, self._codec))[1]

        return find

    def _now(self) -> datetime:
        now: datetime = guarded(self._get(CLOCK).now)
        return now

    # --- what the journeys ask of the desk --------------------------------------------------

    def _begin_payment(
        self, service: Service, opened: OpenJourney, bill: Bill, return_to: str, now: datetime
    ) -> PaymentOrder:
        fin, settled = opened.person.identity.fin, opened.settled
        return self._paying.begin(service, opened.id, fin, bill, return_to, now, settled)

    def _sent(self, service: Service, opened: OpenJourney, title: str) -> Table:
        journey = service.journey_on(opened.channel)
        portal = journey.channel if journey else None
        query = CaseQuery(
            applicant=opened.person.identity.fin.value,
            channels=frozenset(portal.gathers) if portal and portal.gathers else None,
            services=frozenset({service.key}),
        )
        return sent_table(title, self._followed(query), self.words(service.key))


def _refuse_unless_signed_in(journey: Journey, service: str, person: Person) -> None:
    means = {item.means.key for item in journey.sign_in.means}
    asked_for = "" if journey.sign_in.of_portal else service
    if person.identity.means not in means or person.service != asked_for:
        raise SignInNeeded


def _texts(given: Mapping[str, str]) -> Mapping[str, str]:
    """What a person's browser sent, if it is texts by name; raises `SignInFailed` otherwise."""
    plain: object = given
    if not isinstance(plain, Mapping):
        raise SignInFailed
    if not all(isinstance(word, str) for pair in plain.items() for word in pair):
        raise SignInFailed
    return given


def _could_be_words(given: object) -> bool:
    """Whether a case may hold what came out of somebody's URL, and a store can look for it."""
    if not isinstance(given, str) or len(given) > _LONGEST_SEARCH:
        return False
    return " ".join(given.split()).isprintable()


def _tag(given: object) -> str:
    """A language's tag, whatever came out of somebody's URL; raises `UnknownName`."""
    if not isinstance(given, str):
        raise UnknownName("language")
    return given


def _said(spec: FieldSpec, words: Language) -> FieldSpec:
    return attrs.evolve(
        spec,
        label=words.text(spec.label),
        help=words.text(spec.help),
        unit=words.text(spec.unit),
    )


def _actor(officer: Officer) -> Actor:
    return Actor(officer.id, officer.roles)
