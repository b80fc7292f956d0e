"""E-xidmət: the record of a service, and what is refused of it."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from statemachine import StateMachine

from utility_eservices.casework.acts import APPLICANT, SYSTEM, by, needs, orders
from utility_eservices.casework.asking import Asking, Option, question
from utility_eservices.casework.effect import EffectSpec, effect
from utility_eservices.casework.entrance import Means, SignInWindow
from utility_eservices.casework.form import FieldSpec, finding, form_field
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.notice import Medium, Notice
from utility_eservices.casework.page import (
    Button,
    Chosen,
    JourneyFacts,
    Listed,
    Page,
    Part,
    PaymentLink,
    Recap,
    RequestNumber,
    Shown,
    Ticked,
    To,
    Typed,
    Uploaded,
)
from utility_eservices.casework.rulebook import Role, Status
from utility_eservices.casework.service import REGISTER, Service, Unsound
from utility_eservices.casework.switch import Switch
from utility_eservices.desk.catalogue import Catalogue
from utility_eservices.errors import DefinitionRefused
from utility_eservices.vocabulary.channel import AZERSU_AZ, E_GOV_AZ, E_SU_AZ
from utility_eservices.vocabulary.contact import Email
from utility_eservices.vocabulary.sign_in import ASAN
from utility_eservices.vocabulary.subscriber_code import AZERSU_CODE, SubscriberCode
from utility_eservices.vocabulary.utility import AZERSU

OPERATOR, INSPECTOR = Role("operator", "Operator"), Role("inspector", "İnspektor")
CAUSE = finding("cause", str, "Səbəb", example="x")
AMOUNT = finding("amount", str, "Məbləğ", example="1")


@attrs.frozen
class Form:
    """A form of three fields, one of which nobody enters."""

    code: SubscriberCode = form_field("Kod", parse=AZERSU_CODE.parse)
    email: Email = form_field("E-poçt")
    day: str = form_field("Gün", given="today")


# --- questions ----------------------------------------------------------------------------------


@question()
def exists(code: object) -> bool:
    """A gate of an entry."""
    return True


@question()
def lives(person: object, channel: object) -> bool:
    """A gate of a press."""
    return True


@question()
def codes(today: object) -> list[Option]:
    """A choice list."""
    return []


@question()
def shown(email: object) -> list[object]:
    """Data for rows."""
    return []


@question()
def listed() -> list[object]:
    """Data for a table."""
    return []


def plain(facts: JourneyFacts) -> bool:
    """A guard that asks nobody."""
    return True


# --- casework -----------------------------------------------------------------------------------


def correct_debt(then: str = "done", otherwise: str = "failed") -> EffectSpec:
    """An effect that needs a field, a finding and what every performer may have."""

    @effect(label="Düzəliş", then=then, otherwise=otherwise)
    def correct(code: object, amount: object, case: object, key: object, day: object) -> None:
        """Nothing: it is never performed here."""

    return correct


CORRECT = correct_debt()


def casework(
    ordered: EffectSpec = CORRECT, first: str = REGISTER, *stated: FieldSpec
) -> type[StateMachine]:
    """A small casework with this effect, whose first event is called so.

    ``stated`` are findings that must be stated with its act, besides those it has.
    """
    draft = Status("Qaralama", initial=True)
    open_ = Status("Açıq", owner=OPERATOR)
    waiting = Status("Gözləyir", owner=SYSTEM)
    closed = Status("Bağlı", final=True)
    body: dict[str, Any] = {"draft": draft, "opened": open_, "waiting": waiting, "closed": closed}
    body[first] = draft.to(open_, cond=by(APPLICANT))
    body["approve"] = open_.to(
        waiting,
        cond=[by(OPERATOR, INSPECTOR), needs(CAUSE, AMOUNT), needs(*stated)],
        on=orders(ordered),
    )
    body["done"] = waiting.to(closed, cond=by(SYSTEM))
    body["failed"] = waiting.to(open_, cond=by(SYSTEM))
    return type("Casework", (StateMachine,), body)


CASEWORK = casework()


# --- journeys and the service -------------------------------------------------------------------


def journey(
    *parts: Part, to: tuple[To, ...] = (To("end"),), registers: bool = True, **options: Any
) -> Journey:
    """A journey of one page with these parts, and one end."""
    entries = tuple(part.field for part in parts if isinstance(part, Typed | Chosen | Uploaded))
    button = Button("submit", "Göndər", to, submits=entries, registers=registers)
    pages = (Page("start", "Əvvəl", parts, (button,)), Page("end", "Son", final=True))
    window = SignInWindow("Giriş", (Means(ASAN),))
    return Journey(options.pop("channel", E_SU_AZ), window, pages, **options)


JOURNEY = journey(
    Typed("code", gates=(exists,)),
    Chosen("email", codes),
    Ticked("agreed", "Razıyam"),
    Shown("Sətirlər", shown),
    Listed("Cədvəl", ("Bir",), listed),
    Recap("Xülasə", ("code", "email", "day")),
    to=(To("end", when=(lives, plain)),),
)
NOTICE = Notice((E_SU_AZ,), "opened", (Medium.EMAIL, Medium.PORTAL), "Mövzu", "Mətn", "SMS")


def service(**options: Any) -> Service:
    """A service that is in order, but for what is said otherwise."""
    declared: dict[str, Any] = {
        "key": "sample",
        "name": "Nümunə",
        "utility": AZERSU,
        "version": 1,
        "manual": "000",
        "form": Form,
        "journeys": (JOURNEY,),
        "casework": CASEWORK,
        "notices": (NOTICE,),
        "concerns": "code",
        "reach": {Medium.EMAIL: "email"},
    }
    return Service(**{**declared, **options})


SERVICE = service()
AT_ONCE = service(
    casework=None,
    notices=(),
    journeys=(journey(Typed("code"), registers=False),),
)


def test_fields_findings_and_effects_by_name() -> None:
    """What the form, the officers and the casework's orders consist of."""
    assert list(SERVICE.fields) == ["code", "email", "day"]
    assert SERVICE.findings == {"cause": CAUSE, "amount": AMOUNT}
    assert SERVICE.effects == {"correct": CORRECT}


def test_a_service_that_answers_at_once_has_no_casework() -> None:
    """Nothing is stated, ordered or done for it, and asking for its table is an error."""
    assert (AT_ONCE.findings, AT_ONCE.effects, AT_ONCE.roles()) == ({}, {}, frozenset())
    assert AT_ONCE.rules is None
    with pytest.raises(LookupError, match="sample has no casework"):
        _ = AT_ONCE.casework_rules


def test_the_casework_is_read_once() -> None:
    """The table is there from the beginning."""
    assert SERVICE.casework_rules is SERVICE.rules
    assert SERVICE.casework_rules.initial == "draft"
    assert SERVICE.casework_rules.name == "Casework"


def test_roles_are_those_that_own_and_those_that_act() -> None:
    """Every role that the service speaks of."""
    assert SERVICE.roles() == {APPLICANT, OPERATOR, INSPECTOR, SYSTEM}


def test_the_owner_of_a_state_has_a_role_though_it_takes_no_transition() -> None:
    """A state may be somebody's though another moves it."""

    class Owned(StateMachine):
        draft = Status("Qaralama", initial=True)
        opened = Status("Açıq", owner=INSPECTOR)
        closed = Status("Bağlı", final=True)
        register = draft.to(opened)
        close = opened.to(closed)

    assert service(casework=Owned).roles() == {INSPECTOR}


def test_a_channel_has_one_journey() -> None:
    """The journey that a portal shows or leads into, or none."""
    other = journey(Typed("code"), Typed("email"), channel=E_GOV_AZ)
    two = service(journeys=(JOURNEY, other))
    assert two.journey_on("e-su.az") is JOURNEY
    assert two.journey_on("e-gov.az") is other
    assert two.journey_on("azersu.az") is None


def test_every_question_and_performer_is_known() -> None:
    """Whatever asks a port can be found: by it a desk knows which ports it needs."""
    askings = list(SERVICE.askings())
    assert set(askings) == {exists, codes, shown, listed, lives, CORRECT.performer}
    assert len(askings) == 6


# --- what is refused ----------------------------------------------------------------------------


def asks(function: Any) -> Asking:
    """A question without ports."""
    return Asking.of(function, ())


FORM_PARTS = (Typed("code"), Typed("email"))


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        pytest.param(
            {"journeys": (journey(*FORM_PARTS, Shown("Sətirlər", asks(lambda colour: None))),)},
            "<lambda> needs colour, which nothing provides",
            id="a question's need",
        ),
        pytest.param(
            {"casework": casework(effect(label="D", then="done", otherwise="failed")(plain))},
            "plain needs facts, which nothing provides",
            id="a performer's need",
        ),
        pytest.param(
            {"concerns": "colour"}, "colour is not a field of the form", id="what it concerns"
        ),
        pytest.param(
            {"casework": None, "notices": ()},
            "requests are registered, or notices sent, without any casework",
            id="registered without casework",
        ),
        pytest.param(
            {"casework": None, "journeys": (journey(Typed("code"), registers=False),)},
            "requests are registered, or notices sent, without any casework",
            id="notices without casework",
        ),
        pytest.param(
            {"casework": casework(first="begin")},
            "no transition register leads out of the first state",
            id="nothing registers",
        ),
        pytest.param(
            {"journeys": (journey(*FORM_PARTS, Typed("colour")),)},
            "colour on e-su.az is not a field of the form",
            id="an entry of no field",
        ),
        pytest.param(
            {"journeys": (JOURNEY, journey(Typed("code"), channel=E_GOV_AZ))},
            "email is never entered on e-gov.az",
            id="a field left out",
        ),
        pytest.param(
            {"journeys": (journey(*FORM_PARTS, Recap("Xülasə", ("code", "colour"))),)},
            "a recap on start names what is not a field",
            id="a recap of no field",
        ),
        pytest.param(
            {"switches": (Switch("other.rule", "Qayda"),)},
            "the switch other.rule does not begin with sample.",
            id="another's switch",
        ),
        pytest.param(
            {"switches": (Switch("sample", "Qayda"),)},
            "the switch sample does not begin with sample.",
            id="a switch without a name of its own",
        ),
        pytest.param(
            {"switches": (Switch("sample.rule", "Bir"), Switch("sample.rule", "İki"))},
            "two things are called sample.rule, each a switch",
            id="two switches",
        ),
        pytest.param(
            {
                "casework": None,
                "notices": (),
                "journeys": (
                    journey(Typed("code"), RequestNumber("Müraciət", "Nömrə"), registers=False),
                ),
            },
            "start on e-su.az shows a number, and no request is sent",
            id="a number of nothing",
        ),
        pytest.param(
            {"journeys": (journey(*FORM_PARTS, PaymentLink("Ödəniş")),)},
            "start on e-su.az leads to a payment, and nothing is paid",
            id="a link to no payment",
        ),
    ],
)
def test_refused(options: dict[str, Any], problem: str) -> None:
    """What cannot work is refused when the service is declared, and the words say where."""
    with pytest.raises(DefinitionRefused) as caught:
        service(**options)
    assert caught.value.values == {"where": "sample", "why": problem}


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        pytest.param(
            {"notices": (NOTICE, attrs.evolve(NOTICE, state="lost"))},
            Unsound("notice_of_no_state", "lost", "a notice names lost, which is no state"),
            id="a notice of no state",
        ),
        pytest.param(
            {"notices": (attrs.evolve(NOTICE, media=(Medium.EMAIL, Medium.SMS)),)},
            Unsound("no_address", "opened", "nothing says where to send a notice by sms"),
            id="a notice to nowhere",
        ),
        pytest.param(
            {"reach": {Medium.EMAIL: "colour"}},
            Unsound("no_address", "opened", "nothing says where to send a notice by email"),
            id="a notice to what is no field",
        ),
        pytest.param(
            {"casework": casework(correct_debt(then="lost"))},
            Unsound(
                "effect_leads_nowhere",
                "correct",
                "the effect correct leads to lost, which is no event",
            ),
            id="an effect's then",
        ),
        pytest.param(
            {"casework": casework(correct_debt(otherwise="lost"))},
            Unsound(
                "effect_leads_nowhere",
                "correct",
                "the effect correct leads to lost, which is no event",
            ),
            id="an effect's otherwise",
        ),
        pytest.param(
            {"notices": (attrs.evolve(NOTICE, subject="{colour}"),)},
            Unsound(
                "unknown_placeholder",
                "opened",
                "the notice on opened has a placeholder that nothing fills",
            ),
            id="a notice's placeholder",
        ),
    ],
)
def test_unsound(options: dict[str, Any], problem: Unsound) -> None:
    """What can be read but never work is there to be looked at; no desk serves it."""
    spoilt = service(**options)
    assert list(spoilt.unsound()) == [problem]
    with pytest.raises(DefinitionRefused) as caught:
        Catalogue((spoilt,)).refuse_unsound()
    assert caught.value.values == {"where": "sample", "why": problem.why}


def test_nothing_unsound() -> None:
    """A service that is in order is served, also one without any casework."""
    assert list(SERVICE.unsound()) == []
    assert list(AT_ONCE.unsound()) == []


def test_what_the_rulebook_refuses_is_refused_with_the_service() -> None:
    """Journeys and casework are read when the service is declared, not when they are used."""
    crooked = journey(*FORM_PARTS, to=(To("end", when=(lambda event: True,)),))
    with pytest.raises(DefinitionRefused, match="takes something else than facts"):
        service(journeys=(crooked,))

    class Nothing(StateMachine):
        pass

    with pytest.raises(DefinitionRefused, match="no state is declared initial"):
        service(casework=Nothing)


@pytest.mark.parametrize(
    "options",
    [
        pytest.param({"concerns": ""}, id="it concerns no code"),
        pytest.param({"notices": ()}, id="it tells nobody"),
        pytest.param(
            {"reach": {}, "notices": (attrs.evolve(NOTICE, media=(Medium.PORTAL,)),)},
            id="the portal needs no address",
        ),
        pytest.param(
            {
                "casework": None,
                "notices": (),
                "journeys": (journey(Typed("code"), registers=False, channel=AZERSU_AZ),),
            },
            id="a field left out where nothing is registered",
        ),
    ],
)
def test_taken(options: dict[str, Any]) -> None:
    """What needs not be there may be left out."""
    assert service(**options).key == "sample"


@attrs.frozen
class _Nowhere:
    code: SubscriberCode = form_field("Kod", parse=AZERSU_CODE.parse)
    email: Email | None = form_field("E-poçt", only_when=("colour", "red"))


@attrs.frozen
class _Itself:
    code: SubscriberCode = form_field("Kod", parse=AZERSU_CODE.parse)
    email: Email | None = form_field("E-poçt", only_when=("email", None))


@attrs.frozen
class _Always:
    code: SubscriberCode = form_field("Kod", parse=AZERSU_CODE.parse)
    email: Email = form_field("E-poçt", only_when=("code", SubscriberCode("1020304050")))


@attrs.frozen
class _Round:
    code: str | None = form_field("Kod", only_when=("email", Email("a@example.com")))
    email: Email | None = form_field("E-poçt", only_when=("code", "1"))


@pytest.mark.parametrize(
    ("form", "problem"),
    [
        (_Nowhere, "email depends on what is no other field"),
        (_Itself, "email depends on what is no other field"),
        (_Always, "email is not always there, so its type must allow None"),
        (_Round, "code depends on a field that depends on it"),
    ],
)
def test_a_field_that_never_knows_its_place_is_refused(form: type, problem: str) -> None:
    """It must wait for another field, and may be missing."""
    with pytest.raises(DefinitionRefused) as caught:
        service(form=form, concerns="", reach={}, notices=())
    assert caught.value.values["why"] == problem


@attrs.frozen
class _Conditional:
    code: str = form_field("Kod")
    floor: str = form_field("Mərtəbə")
    email: Email | None = form_field("E-poçt", only_when=("code", "1"))


@question()
def known_by(email: object) -> list[Option]:
    """What cannot be answered without the e-mail address."""
    return []


@question()
def on_floor(floor: object) -> bool:
    """A gate that needs another field."""
    return True


@pytest.mark.parametrize(
    "parts",
    [
        (Typed("code", gates=(known_by,)), Typed("floor")),
        (Typed("code", needed=known_by), Typed("floor")),
        (Chosen("code", known_by), Typed("floor")),
        (Typed("code", gates=(on_floor,)), Chosen("floor", known_by)),
    ],
    ids=["gate", "needed", "list", "over another field"],
)
def test_a_condition_that_waits_for_what_depends_on_it_is_refused(parts: tuple[Part, ...]) -> None:
    """Whether the e-mail address is there hangs on the code, and the code on its address."""
    declared = {"form": _Conditional, "reach": {}, "notices": (), "casework": None, "concerns": ""}
    with pytest.raises(DefinitionRefused) as caught:
        service(**declared, journeys=(journey(*parts, Typed("email"), registers=False),))
    assert caught.value.values["why"] == "code on e-su.az waits for email, which depends on it"
    begins = (Typed("code", gates=(exists, on_floor), prefill=known_by), Typed("floor"))
    sound = journey(*begins, Typed("email", gates=(shown, exists)), registers=False)
    assert service(**declared, journeys=(sound,)).journeys == (sound,)


def test_a_switch_bears_the_services_name() -> None:
    """So that no two services share one by mistake."""
    switch = Switch("sample.rule", "Qayda", default=False, rows="XX-001")
    assert service(switches=(switch,)).switches == (switch,)


def test_a_form_that_can_be_changed_is_refused() -> None:
    """What was sent stays as it was sent."""

    @attrs.define
    class Loose:
        code: Email = form_field("Kod")
        email: Email = form_field("E-poçt")
        day: str = form_field("Gün", given="today")

    with pytest.raises(DefinitionRefused, match=r"attrs\.frozen"):
        service(form=Loose)


def test_an_address_that_is_no_text_is_refused() -> None:
    """What is sent to, and what a case concerns, is read off the value's own text."""

    @attrs.frozen
    class Plain:
        code: Email = form_field("Kod")
        email: str = form_field("E-poçt")
        day: str = form_field("Gün", given="today")

    with pytest.raises(DefinitionRefused, match="the type of email has no value"):
        service(form=Plain)
    with pytest.raises(DefinitionRefused, match="the type of day has no value"):
        service(concerns="day")
    with pytest.raises(DefinitionRefused, match="street is not a field"):
        service(concerns="code street")


def test_one_name_is_one_thing() -> None:
    """Of two questions, findings or effects of one name the wrong one would be asked."""

    def ask(answer: bool) -> Any:
        @question()
        def exists(code: object) -> bool:
            return answer

        return exists

    twice = journey(Typed("code", gates=(ask(True), ask(False))), Typed("email"))
    with pytest.raises(DefinitionRefused, match="two things are called exists"):
        service(journeys=(twice,))


@pytest.mark.parametrize("key", ["number", "status", "case", "today"])
def test_a_finding_is_not_called_like_what_is_there_already(key: str) -> None:
    """In a notice or a performer one of them would hide the other."""
    with pytest.raises(DefinitionRefused, match=f"a finding is called {key}"):
        service(casework=casework(CORRECT, REGISTER, finding(key, str, "Qeyd", example="x")))


def test_two_findings_of_one_key_are_refused() -> None:
    """What was stated as the one could not be read as the other."""
    other = finding("cause", int, "Səbəb", example="1")
    with pytest.raises(DefinitionRefused, match="two things are called cause"):
        service(casework=casework(CORRECT, REGISTER, other))
