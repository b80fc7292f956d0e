"""A portal without its web framework: the half that is the same for each of the three hosts.

A host gives a session, a mapping that it keeps between two requests of one visitor, and gets a
`View` to render or a `Go` to redirect to. Nothing here knows any service: `service` shows
whatever screen the desk hands out, `turn` passes back what was pressed and entered.

In the session lie only texts that the desk has sealed. They hold personal data: sessions stay
on the server.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Mapping, MutableMapping
from typing import Any, Concatenate, ParamSpec, TypeAlias

import attrs
from examples.words import WORDS

from utility_eservices import Desk, EServicesError, OpenJourney, Person
from utility_eservices.casework.screen import Screen
from utility_eservices.casework.service import Service
from utility_eservices.desk.open_journey import SignInBegun
from utility_eservices.errors import (
    CallbackRefused,
    CaseNotFound,
    JourneyChanged,
    PaymentNotFound,
    PortFailure,
    SignInFailed,
    SignInNeeded,
    StalePayment,
    UnknownName,
)
from utility_eservices.ports.payments import Callback
from utility_eservices.ports.sign_in import AskCredentials
from utility_eservices.vocabulary.document import Upload
from utility_eservices.vocabulary.language import SOURCE

__all__ = ["SITE", "STRANGER", "Form", "Go", "Portal", "Reply", "Session", "View"]

P = ParamSpec("P")

# What browsers call this portal. Configured, never read off a request: whoever sends one may write
# anything into its Host header, and people would come back from the bank to somebody else's site.
SITE = os.environ.get("PORTAL_SITE", "http://127.0.0.1:8000")
# Bytes of a form without its files: texts, tokens, and what stands between them.
_TEXTS = 512 * 1024
# Whoever has not signed in sends a word or two, and no file; so does a payment system.
STRANGER = 32 * 1024

Session: TypeAlias = MutableMapping[str, Any]
Form: TypeAlias = Mapping[str, str | Upload]


@attrs.frozen
class View:
    """A page: the template in ``templates`` and what it shows."""

    template: str
    values: Mapping[str, object] = attrs.field(repr=False)
    status: int = 200


@attrs.frozen
class Go:
    """Send the browser to ``path``; where ``renamed``, the session goes on under a new name.

    The path is one of this portal, or the address of a page where something is paid. A session is
    renamed after a sign-in and after a sign-out: whoever knew the old name, and whatever is
    still in flight under it, has no part in what follows.
    """

    path: str = attrs.field(repr=False)
    renamed: bool = False


Reply: TypeAlias = View | Go


def _told(
    method: Callable[Concatenate[Portal, Session, P], Reply],
) -> Callable[Concatenate[Portal, Session, P], Reply]:
    """Answer an error with a page that says it in the visitor's language."""

    @functools.wraps(method)
    def told(portal: Portal, session: Session, /, *args: P.args, **kwargs: P.kwargs) -> Reply:
        try:
            return method(portal, session, *args, **kwargs)
        except EServicesError as error:
            said = portal.desk_for(session).say(error)
            return portal.view(session, "problem.html", _status(error), problem=said)

    return told


def _status(error: EServicesError) -> int:
    match error:
        case CaseNotFound() | PaymentNotFound() | UnknownName():
            return 404
        case CallbackRefused():  # a failure of a port, but to try again would change nothing
            return 400
        case PortFailure() | StalePayment():
            return 503
        case _:
            return 400


class Portal:
    """One portal: the desk it opens, the channel that it is, and where people find it.

    ``site`` is the beginning of its addresses, for example ``https://portal.example``: the page of
    a payment sends people back to it.
    """

    def __init__(self, desk: Desk, channel: str, site: str) -> None:
        self._desk = desk
        self._site = site
        self.channel = channel
        self.languages = tuple(tag for tag in desk.languages if tag in WORDS)
        """The tags of those that both the library and the portal speak."""
        files = max(map(_bytes_of_files, desk.catalogue.on(channel)), default=0)
        self.longest_form = files + _TEXTS
        """The most bytes that anybody may send: all files of one service, and some room."""

    def desk_for(self, session: Session) -> Desk:
        """The desk of one request, in the visitor's language.

        In Azerbaijani for one that was there when the session began, and is gone.
        """
        wanted = session.get("language", self._desk.language)
        return self._desk.speaking(wanted if wanted in self.languages else SOURCE)

    # --- how much may be sent -------------------------------------------------------------------

    def longest_of(self, session: Session) -> int:
        """The most bytes that this visitor may send; a host reads no more, before any parsing."""
        return self.longest_form if "person" in session else STRANGER

    def too_long(self, session: Session) -> View:
        """The page for whoever sent more."""
        said = WORDS[self.desk_for(session).language]["too_long"]
        return self.view(session, "problem.html", 413, problem=said)

    # --- pages that show ------------------------------------------------------------------------

    @_told
    def front(self, session: Session) -> Reply:
        """What the portal offers."""
        listed = self.desk_for(session).services(self.channel)
        return self.view(session, "front.html", services=listed)

    @_told
    def service(self, session: Session, key: str) -> Reply:
        """One service, where the visitor left it: signing in, or a screen of the journey."""
        desk = self.desk_for(session)
        journey = self._journey(desk, session, key)
        if journey is not None:
            session[_place(key)] = desk.suspend(journey)
            return self._screen(session, journey.screen, key)
        begun = self._begun(desk, session, key)
        if begun is not None:
            return self._challenge(session, begun)
        window = desk.sign_in_window(self.channel, self._asked_for(desk, key))
        return self._screen(session, window, key)

    @_told
    def requests(self, session: Session) -> Reply:
        """The visitor's own requests, and the notices of the portal."""
        desk = self.desk_for(session)
        person = self._person(desk, session)
        cases, notices = desk.cases(person), desk.inbox(person)
        return self.view(session, "requests.html", cases=cases, notices=notices)

    @_told
    def request(self, session: Session, number: str) -> Reply:
        """One own request; somebody else's answers as none."""
        desk = self.desk_for(session)
        person = self._person(desk, session)
        case, story = desk.case(person, number), desk.explain(number, person)
        return self.view(session, "request.html", case=case, story=story)

    # --- what is sent ---------------------------------------------------------------------------

    @_told
    def turn(self, session: Session, key: str, form: Form) -> Reply:
        """Take in what was pressed and entered on a page of a service."""
        desk, here = self.desk_for(session), Go(f"/services/{key}")
        if "-again" in form:  # another means, or the next request
            session.pop("begun", None)
            session.pop(_place(key), None)
            return here
        match form.get("-screen"):
            case "sign_in":
                means = str(form.get("-button"))
                begun = desk.begin_sign_in(self.channel, means, self._asked_for(desk, key))
                session["begun"] = desk.keep(begun)
                return here
            case "challenge":
                return self._finish(desk, session, key, form)
            case screen:
                return_to = f"{self._site}{here.path}"
                return self._press(desk, session, key, str(screen), form, return_to) or here

    def _finish(self, desk: Desk, session: Session, key: str, form: Form) -> Reply:
        begun = self._begun(desk, session, key)
        if begun is None:
            return Go(f"/services/{key}")
        evidence = {name: str(text) for name, text in form.items() if not name.startswith("-")}
        try:
            person = desk.finish_sign_in(begun, evidence)
        except SignInFailed as error:
            return self._challenge(session, begun, fault=desk.say(error))
        # Whatever somebody else began in this browser is theirs.
        _forget(session)
        session["person"] = desk.keep(person)
        return Go(f"/services/{key}", renamed=True)

    def _press(
        self, desk: Desk, session: Session, key: str, screen: str, form: Form, return_to: str
    ) -> Reply | None:
        """The page with what is wrong, or None when the browser is to come for the new one.

        Where something is to be paid, the browser is sent to the page for that.
        """
        journey = self._journey(desk, session, key)
        if journey is None or journey.screen.key != screen:  # signed out, or an old page
            return None
        entered = {entry.key: form.get(entry.key, "") for entry in journey.screen.entries}
        if "-fill" in form:
            journey = desk.fill(journey, entered)
        else:
            button = str(form.get("-button"))
            journey = desk.press(journey, button, entered, return_to=return_to)
        session[_place(key)] = desk.suspend(journey)
        if journey.screen.redirect:
            return Go(journey.screen.redirect)
        if _faulty(journey.screen):
            return self._screen(session, journey.screen, key, status=422)
        return None

    @_told
    def speak(self, session: Session, form: Form) -> Reply:
        """Go on in another language, on the page that the visitor was on."""
        if form.get("language") not in self.languages:
            raise UnknownName("language")
        session["language"] = form["language"]
        back = str(form.get("back", "/"))
        # A path of this portal: somebody else's page must not send people on through us.
        return Go(back if back.startswith("/") and back[1:2] not in {"/", "\\"} else "/")

    def leave(self, session: Session) -> Reply:
        """Sign out."""
        signed_in = "person" in session
        _forget(session)
        return Go("/", renamed=signed_in)

    # --- what a payment system sends ------------------------------------------------------------

    def reported(self, utility: str, callback: Callback) -> int:
        """Take in what a payment system calls back with; the status to answer it with.

        Nobody is signed in here: the callback proves itself, or counts for nothing.
        """
        try:
            self._desk.payment_reported(utility, callback)
        except EServicesError as error:
            return _status(error)
        return 200

    # --- helpers --------------------------------------------------------------------------------

    def view(self, session: Session, template: str, status: int = 200, **values: object) -> View:
        """A page, with what stands on every page."""
        language = self.desk_for(session).language
        around = {
            "channel": self.channel,
            "language": language,
            "languages": self.languages,
            "words": WORDS[language],
            "signed_in": "person" in session,
        }
        return View(template, {**around, **values}, status)

    def _screen(self, session: Session, screen: Screen, key: str, status: int = 200) -> View:
        return self.view(session, "screen.html", status, screen=screen, service=key)

    def _challenge(self, session: Session, begun: SignInBegun, fault: str = "") -> View:
        challenge = begun.challenge
        # Where a card or a telephone would prove who it is, the simulator takes a name.
        fields: tuple[tuple[str, str], ...] = (
            ("resident", WORDS[self.desk_for(session).language]["who"]),
        )
        if isinstance(challenge, AskCredentials):
            fields = challenge.fields
        values = {"challenge": challenge, "fields": fields, "fault": fault}
        return self.view(session, "challenge.html", 422 if fault else 200, **values)

    def _person(self, desk: Desk, session: Session) -> Person:
        if "person" not in session:
            raise SignInNeeded
        return desk.recall(session["person"], Person)

    def _asked_for(self, desk: Desk, key: str) -> str:
        """What a sign-in is for: this service, or, where the portal asks first, none."""
        first = {item.key for item in desk.services(self.channel) if item.signs_in_first}
        return "" if key in first else key

    def _begun(self, desk: Desk, session: Session, key: str) -> SignInBegun | None:
        if "begun" not in session:
            return None
        begun = desk.recall(session["begun"], SignInBegun)
        return begun if begun.service == self._asked_for(desk, key) else None

    def _journey(self, desk: Desk, session: Session, key: str) -> OpenJourney | None:
        """The journey as it was left, or a new one; None for who has not signed in for it."""
        try:
            person = self._person(desk, session)
            return self._left(desk, session, key, person) or desk.begin(key, person)
        except SignInNeeded:
            return None

    def _left(self, desk: Desk, session: Session, key: str, person: Person) -> OpenJourney | None:
        try:
            return desk.resume(session[_place(key)], person) if _place(key) in session else None
        except JourneyChanged:  # the service has been renewed meanwhile
            return None


def _bytes_of_files(service: Service) -> int:
    return sum(field.upload.longest for field in service.fields.values() if field.upload)


def _place(key: str) -> str:
    return f"journey {key}"


def _forget(session: Session) -> None:
    for name in [name for name in session.keys() if name != "language"]:  # noqa: SIM118  # Django
        del session[name]


def _faulty(screen: Screen) -> bool:
    told = any(message.tone == "fault" for message in screen.messages)
    return told or any(entry.fault for entry in screen.entries)
