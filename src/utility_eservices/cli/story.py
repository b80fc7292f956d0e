"""The story that `eservices demo` tells: a portal, an office and a worker around one `Desk`.

All of it goes through the public methods of the desk, in the desk's language. Things on a screen
are found by their labels, as a person finds them: they are named here as the service declares
them. The city's clock stands still but for what is told here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import attrs
from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from utility_eservices.casework import case as cases
from utility_eservices.casework.acts import APPLICANT, SYSTEM
from utility_eservices.casework.screen import ChoiceEntry, Entry
from utility_eservices.cli.post import Post, Sent, put_letters
from utility_eservices.cli.screens import put_screen
from utility_eservices.cli.terminal import table
from utility_eservices.cli.words import say, say_all
from utility_eservices.desk.desk import Desk, Officer
from utility_eservices.desk.open_journey import OpenJourney, Person
from utility_eservices.desk.performing import Performed
from utility_eservices.ports.billing import Billing
from utility_eservices.simulator.city import City
from utility_eservices.vocabulary.document import EXAMPLE_PHOTO, Upload
from utility_eservices.vocabulary.language import Language
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.sign_in import SIMA
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

__all__ = ["UTILITY", "Story"]

_SERVICE = "debt_investigation"
_CHANNEL = "e-gov.az"
_CODE = "1020304050"
# The sample's December: 118 m³, where the other months have 4 to 22.
_INVOICE = "F-2019-12-4050"

# Whose service it is.
UTILITY = "azersu"
_OPERATOR = Officer("operator-1", UTILITY, {"operator"})
_INSPECTOR = Officer("inspector-1", UTILITY, {"inspector"})
_COMMISSION = Officer("commission-1", UTILITY, {"commission"})


@attrs.define
class _Portal:
    """A portal in a terminal: it knows no service, it draws screens and passes on what is typed."""

    console: Console
    desk: Desk
    opened: OpenJourney

    @classmethod
    def on(cls, console: Console, desk: Desk, person: Person) -> _Portal:
        """Open the service and draw its first screen."""
        portal = cls(console, desk, desk.begin(_SERVICE, person))
        put_screen(console, portal.opened.screen)
        return portal

    def press(self, label: str, values: Mapping[str, str | Upload] | None = None) -> None:
        """Fill in entries by their labels and press a button by its own.

        Of what is chosen from a list the beginning is enough.
        """
        text = self.desk.words(_SERVICE).text
        screen = self.opened.screen
        raw: dict[str, object] = {}
        for name, value in (values or {}).items():
            entry = screen.entry(text(name))
            raw[entry.key], seen = _entered(entry, value)
            _tell(self.console, f"{entry.label}  ←  {seen}")
        button = screen.button(text(label))
        _tell(self.console, f"[ {button.label} ]")
        self.opened = self.desk.press(self.opened, button.key, raw)
        put_screen(self.console, self.opened.screen)


def _entered(entry: Entry, value: str | Upload) -> tuple[object, str]:
    """What is passed on for an entry, and what the person sees of it."""
    if isinstance(value, Upload):
        return value, value.name
    if isinstance(entry, ChoiceEntry):
        return next(option for option in entry.options if option[1].startswith(value))
    return value, value


def _tell(console: Console, line: str) -> None:
    """What somebody does."""
    console.print(Text(f"  › {line}", "yellow"))


@attrs.define
class Story:
    """One debt investigation; ``number`` is the request's once it is sent.

    ``billing`` is only looked into.
    """

    console: Console
    desk: Desk
    city: City
    post: Post
    billing: Billing
    number: str = ""
    _shown: set[Sent] = attrs.field(factory=set)
    _chapter: int = 0

    @property
    def words(self) -> Language:
        """The desk's language, as the service speaks it."""
        return self.desk.words(_SERVICE)

    def told(self) -> bool:
        """Tell it all; whether the case is closed in the end."""
        # What lies there from an earlier demonstration is not this one's.
        self._shown.update(self.post.letters())
        person = self._signed_in()
        self._found_again(person)
        self.number = self._sent(person)
        self._registered()
        self._investigated()
        self._checked_on_site()
        self._decided()
        self._corrected()
        self._followed(person)
        self._remembered()
        return self._ended(person)

    # --- the applicant ----------------------------------------------------------------------

    def _signed_in(self) -> Person:
        # The way to the service.
        self._open(say("Xidmətə yol"))
        (listed,) = (item for item in self.desk.services(_CHANNEL) if item.key == _SERVICE)
        # On this portal:
        self._narrate(say("{portal} portalında:", portal=_CHANNEL))
        for step in listed.way:
            _tell(self.console, step)
        # Signing in.
        self._open(say("Giriş"))
        window = self.desk.sign_in_window(_CHANNEL, _SERVICE)
        put_screen(self.console, window)
        button = window.button(self.words.text(SIMA.label))
        _tell(self.console, f"[ {button.label} ]")
        begun = self.desk.begin_sign_in(_CHANNEL, button.key, _SERVICE)
        # The portal shows a QR code; Aysel confirms on her telephone.
        self._narrate(say("Portal QR kod göstərir, Aysel girişi telefonunda təsdiqləyir."))
        return self.desk.finish_sign_in(begun, {"resident": "Aysel"})

    def _found_again(self, person: Person) -> None:
        """The requests of earlier demonstrations, on a store that lasts."""
        earlier = self.desk.cases(person)
        if earlier:
            # Aysel's earlier requests are all there.
            told = say("Ayselin əvvəlki müraciətləri yerindədir ({number}):", number=len(earlier))
            self._narrate(told)
            for case in earlier:
                self._narrate(f"• {case.number} – {case.status}", indent=4)

    def _sent(self, person: Person) -> str:
        # A new request.
        self._open(say("Yeni müraciət"))
        told = say(
            # Aysel disputes the invoice of December 2019: 118 m³, while other months have 4 to 22.
            "Aysel 2019-cu ilin dekabr fakturasını mübahisələndirir: 118 m³; başqa aylarda 4–22 m³."
        )
        self._narrate(told)
        portal = _Portal.on(self.console, self.desk, person)
        portal.press("Yeni müraciət yarat")
        portal.press("Yoxla", {"Abonent kodu": _CODE})
        portal.press("Davam et", {"Xətalı faktura nömrəsi": _INVOICE})
        self._mistaken(portal)
        self._confirmed(portal)
        return portal.opened.number

    def _mistaken(self, portal: _Portal) -> None:
        # Two faults at once.
        self._open(say("Bir dəfəyə iki səhv"))
        told = say(
            # Telephone and e-mail are typed wrongly: the window stays, each fault by its field.
            "Telefon və e-poçt səhv yazılır: pəncərə qalır, hər səhv öz sahəsinin yanındadır."
        )
        self._narrate(told)
        portal.press(
            "Müraciət et",
            {
                "Müraciət səbəbi": "Sərfiyyat",
                "Sayğacın göstəricisi": "1254",
                "Sayğacın şəkli": EXAMPLE_PHOTO,
                "Telefon nömrəsi": "050 200",
                "Elektron poçt ünvanı": "aysel.example.com",
            },
        )
        right = {"Telefon nömrəsi": "050 200 10 20", "Elektron poçt ünvanı": "aysel@example.com"}
        portal.press("Müraciət et", right)

    def _confirmed(self, portal: _Portal) -> None:
        # Refusing and confirming.
        self._open(say("İmtina və təsdiq"))
        refuse = "İmtina"
        told = say(
            # The button of refusal leads back, and all that was entered is still there.
            "“{refuse}” geri qaytarır, daxil edilənlər yerində qalır.",
            refuse=self.words.text(refuse),
        )
        self._narrate(told)
        portal.press(refuse)
        portal.press("Müraciət et")
        portal.press("Təsdiq et")

    # --- the office -------------------------------------------------------------------------

    def _registered(self) -> None:
        # Sent on, and the first letters.
        self._open(say("İcraya yönləndirmə və ilk bildirişlər"))
        self._perform()

    def _investigated(self) -> None:
        # The operator.
        self._open(say("Operator araşdırır"))
        self._wait(hours=2)
        self._act(_OPERATOR, "Araşdırmaya başla")
        self._act(_OPERATOR, "Yerində yoxlama təyin et")

    def _checked_on_site(self) -> None:
        # The check on site.
        self._open(say("Yerində yoxlama"))
        self._wait(hours=22)
        reading = {"Yerində dəqiqləşdirilmiş göstərici": "1251"}
        self._act(_INSPECTOR, "Dəqiqləşdirilmiş göstəricini bildir", reading)

    def _decided(self) -> None:
        # The commission.
        self._open(say("Komissiya"))
        self._wait(hours=3)
        # The meter was misread in December: 118 was written in the place of 11.
        cause = say("Dekabrda göstərici səhv oxunub: 11 əvəzinə 118 m³.")
        stated = {"Borcun yaranması səbəbi": cause}
        self._act(_OPERATOR, "Sənədləri komissiyaya göndər", stated)
        self._wait(hours=48)
        amount = {"Fakturanın düzəlişdən sonrakı məbləği": "5.60"}
        self._act(_COMMISSION, "Borca düzəlişi təsdiq et", amount)

    def _corrected(self) -> None:
        # The debt is corrected.
        self._open(say("Borca düzəliş və son bildirişlər"))
        before = self._invoiced()
        self._perform()
        told = say(
            # The invoice in billing, its amount before and after.
            "Hesablaşma sistemində {invoice}: {before} → {after}",
            invoice=_INVOICE,
            before=before,
            after=self._invoiced(),
        )
        self._narrate(told)

    def _invoiced(self) -> Money:
        invoices = self.billing.presented_invoices(SubscriberCode(_CODE))
        return next(item.amount for item in invoices if item.number == _INVOICE)

    # --- looking back -----------------------------------------------------------------------

    def _followed(self, person: Person) -> None:
        # Aysel looks at the status.
        self._open(say("Aysel statusa baxır"))
        portal = _Portal.on(self.console, self.desk, person)
        portal.press("Müraciətin statusunu yoxla")
        # The explanation for the applicant.
        self._narrate(say("Müraciət edənə verilən izah:"))
        self._narrate(self.desk.explain(self.number, person).text, indent=4)

    def _remembered(self) -> None:
        # The whole history.
        self._open(say("Tam tarixçə"))
        case = self.desk.case_for(_OPERATOR, self.number)
        # When, who, action, status, stated.
        columns = say_all("Vaxt", "Kim", "Əməliyyat", "Status", "Qeyd")
        rows = [self._line(entry) for entry in case.history]
        room = self.console.width
        self.console.print(table(self.console, columns, rows, room=room), crop=False)

    def _line(self, entry: cases.Entry) -> tuple[str, ...]:
        service, words = self.desk.catalogue.of(_SERVICE), self.words
        rules = service.casework_rules
        rule = rules.candidates(entry.source, entry.event)[0]
        roles = {role.key: role.label for role in (APPLICANT, SYSTEM, *service.roles())}
        stated = [
            f"{words.text(service.findings[key].label)}: {words.said(value)}"
            for key, value in entry.findings.items()
            if key in service.findings
        ]
        return (
            words.instant(entry.at),
            words.text(roles[entry.role]),
            words.text(rule.label) or "–",
            words.text(rules.states[entry.target].name),
            "\n".join(stated) or "–",
        )

    def _ended(self, person: Person) -> bool:
        followed = self.desk.case(person, self.number)
        self.console.print()
        stands = {"number": followed.number, "status": followed.status}
        if followed.closed:
            # The case is closed.
            line = Text(say("{number} – {status}: iş bağlandı.", **stands), "bold green")
        else:
            # The case is not closed.
            line = Text(say("{number} – {status}: iş bağlanmayıb.", **stands), "bold red")
        self.console.print(line)
        return followed.closed

    # --- telling ----------------------------------------------------------------------------

    def _open(self, title: str) -> None:
        self._chapter += 1
        self.console.print()
        self.console.print(Rule(Text(f"{self._chapter}. {title}", "bold"), align="left"))

    def _narrate(self, line: str, indent: int = 0) -> None:
        self.console.print(Padding(Text(line), (0, 0, 0, indent), expand=False))

    def _wait(self, hours: int) -> None:
        self.city.clock.forward(timedelta(hours=hours))
        # So many hours pass; what the clock shows then.
        self._narrate(say("{count} saat keçir: {now}", count=hours, now=self.city.clock.now()))

    def _act(self, officer: Officer, label: str, stated: Mapping[str, str] | None = None) -> None:
        """An officer finds the case in the inbox, looks at what can be done, and does it."""
        text = self.words.text
        inbox = self.desk.staff_inbox(officer)
        case = next(case for case in inbox if case.number == self.number)
        actions = self.desk.actions(case, officer)
        rules = self.desk.catalogue.of(_SERVICE).casework_rules
        told = say(
            # What stands in the officer's inbox, in which status; then follow the possible acts.
            "{officer}: siyahıda {number} – {status}. Mümkündür:",
            officer=officer.id,
            number=case.number,
            status=text(rules.states[case.state].name),
        )
        self._narrate(told)
        for action in actions:
            needed = ", ".join(item.label for item in action.findings)
            self._narrate(f"• {action.label}{needed and f' ({needed})'}", indent=4)
        (chosen,) = (action for action in actions if action.label == text(label))
        keys = {item.label: item.key for item in chosen.findings}
        seen = {text(name): value for name, value in (stated or {}).items()}
        for name, value in seen.items():
            _tell(self.console, f"{name}  ←  {value}")
        _tell(self.console, f"[ {chosen.label} ]")
        raw = {keys[name]: value for name, value in seen.items()}
        self.desk.act(officer, case.number, chosen.event, raw, version=case.version)

    def _perform(self) -> None:
        """Let the due effects be performed, as a worker would, and show the letters."""
        while (done := self.desk.perform_due()) != Performed():
            # So many things were done.
            self._narrate(say("perform_due(): {count} iş görüldü.", count=done.done))
            letters = [letter for letter in self.post.letters() if letter not in self._shown]
            self._shown.update(letters)
            put_letters(self.console, letters)
            self.console.print()
