"""Müraciətin verilməsi: the machine that is made of pages and buttons."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
import pytest

from utility_eservices.casework.asking import question
from utility_eservices.casework.entrance import EntryLink, Means, SignInWindow, WayStep
from utility_eservices.casework.journey import Faulty, Journey, Register
from utility_eservices.casework.page import (
    Button,
    Chosen,
    JourneyFacts,
    Linked,
    Listed,
    Page,
    Recap,
    SentRequests,
    Shown,
    Ticked,
    To,
    Typed,
    Uploaded,
)
from utility_eservices.casework.refusal import Answer, Refusal
from utility_eservices.casework.rulebook import Moved, Stayed, step
from utility_eservices.errors import DefinitionRefused, Fault
from utility_eservices.vocabulary.channel import AZERSU_AZ, E_GOV_AZ, E_SU_AZ
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.person import Assurance, Identity, PersonName
from utility_eservices.vocabulary.sign_in import ASAN

PERSON = Identity(Fin("5XJ1K2A"), PersonName("Aysel", "Quliyeva"), "asan", Assurance.HIGH)
SIGN_IN = SignInWindow("Giriş", (Means(ASAN),))
END = Page("end", "Son", final=True)
CODE_WRONG = Fault("code", "wrong", "Səhv.")
NAME_WRONG = Fault("name", "wrong", "Səhv.")
PORT_DOWN = Fault("", "port_unavailable", "Əlçatan deyil.")
CLOSED = Fault("code", "closed", "Bağlıdır.")


@question()
def exists(code: object) -> Answer:
    """A gate; it is never asked here."""
    return True


@question()
def lives(code: object) -> Answer:
    """Another gate; it is never asked here."""
    return True


@question()
def names() -> list[Any]:
    """A choice list; it is never asked here."""
    return []


def journey(*pages: Page, **options: Any) -> Journey:
    """A journey of these pages on e-gov.az."""
    return Journey(E_GOV_AZ, SIGN_IN, pages, **options)


def one_page(*buttons: Button) -> Journey:
    """A journey of a page with two entries and these buttons, and two ends."""
    parts = (Typed("code"), Typed("name"))
    leave = Button("leave", "Çıx", "far")
    return journey(
        Page("start", "Əvvəl", parts, (*buttons, leave)), END, Page("far", "Uzaq", final=True)
    )


def press(way: Journey, *faults: Fault, page: str = "start", **answers: Any) -> Moved | Stayed:
    """Press ``go`` with these faults and these answers of gates."""
    facts = JourneyFacts({}, faults, answers, PERSON, date(2026, 11, 2), {})
    return step(way.rules, page, "go", facts)


def led(result: Moved | Stayed) -> tuple[str, tuple[object, ...]]:
    """Where a press led, and what came out of it."""
    assert isinstance(result, Moved)
    return result.rule.target, result.outputs


# --- buttons ------------------------------------------------------------------------------------


def test_a_button_leads_to_its_page() -> None:
    """Without anything to submit nothing can be wrong with it."""
    assert led(press(one_page(Button("go", "Get", "end")))) == ("end", ())
    assert led(press(one_page(Button("go", "Get", "end")), CODE_WRONG)) == ("end", ())


def test_what_is_submitted_must_be_sound() -> None:
    """Faults of what the button submits keep the page, all at once; others do not matter."""
    way = one_page(Button("go", "Get", "end", submits=("code",)))
    assert press(way, NAME_WRONG, CODE_WRONG) == Stayed((CODE_WRONG,))
    assert led(press(way, NAME_WRONG)) == ("end", ())
    both = one_page(Button("go", "Get", "end", submits=("code", "name")))
    assert press(both, NAME_WRONG, CODE_WRONG) == Stayed((NAME_WRONG, CODE_WRONG))


def test_a_fault_of_no_field_keeps_the_page() -> None:
    """What belongs to no entry belongs to every press."""
    assert press(one_page(Button("go", "Get", "end")), PORT_DOWN) == Stayed((PORT_DOWN,))


def test_the_button_that_registers_needs_the_whole_form() -> None:
    """Any fault keeps the page; without one the desk is told to register."""
    way = one_page(Button("go", "Göndər", "end", registers=True))
    assert press(way, NAME_WRONG) == Stayed((NAME_WRONG,))
    assert led(press(way)) == ("end", (Register(),))


def test_faults_may_lead_elsewhere() -> None:
    """With ``otherwise`` any fault of what was submitted leads there, and is shown there."""
    way = one_page(Button("go", "Get", "end", submits=("code",), otherwise="far"))
    result = press(way, CODE_WRONG)
    assert led(result) == ("far", (Faulty(()),))
    assert isinstance(result, Moved)
    assert result.refused == (CODE_WRONG,)
    assert led(press(way)) == ("end", ())
    assert led(press(way, NAME_WRONG)) == ("end", ())


def test_faults_of_some_entries_may_lead_elsewhere() -> None:
    """With ``otherwise_for`` those alone lead there; the others keep the page."""
    button = Button("go", "Get", "end", ("code", "name"), otherwise="far", otherwise_for=("code",))
    way = one_page(button)
    assert led(press(way, CODE_WRONG)) == ("far", (Faulty(("code",)),))
    assert led(press(way, NAME_WRONG, CODE_WRONG)) == ("far", (Faulty(("code",)),))
    assert led(press(way)) == ("end", ())


def test_what_stays_has_only_its_own_reasons() -> None:
    """A closed faulty way adds no reason to those that the entries have."""
    button = Button("go", "Get", "end", ("code", "name"), otherwise="far", otherwise_for=("code",))
    assert press(one_page(button), NAME_WRONG) == Stayed((NAME_WRONG,))
    guarded = attrs.evolve(button, to=(To("end", when=(exists,)),))
    closed = Refusal((NAME_WRONG, PORT_DOWN))
    assert press(one_page(guarded), exists=closed) == Stayed((NAME_WRONG, PORT_DOWN))


def test_faults_of_what_was_not_submitted_do_not_lead_elsewhere() -> None:
    """An entry that the button does not send cannot divert it."""
    button = Button("go", "Get", "end", ("name",), otherwise="far", otherwise_for=("code",))
    assert press(one_page(button), NAME_WRONG, CODE_WRONG) == Stayed((NAME_WRONG,))


def test_a_closed_gate_keeps_the_page() -> None:
    """The answer of a gate that is asked for this press is the reason."""
    way = one_page(Button("go", "Get", (To("end", when=(exists,)),)))
    assert led(press(way, exists=True)) == ("end", ())
    assert press(way, exists=CLOSED) == Stayed((CLOSED,))


@pytest.mark.parametrize("only", [(), ("code",)], ids=["any", "its field"])
def test_a_closed_gate_may_lead_elsewhere(only: tuple[str, ...]) -> None:
    """A gate's no takes the way of the faults, by its field where fields are named."""
    button = Button("go", "Get", (To("end", when=(exists,)),), otherwise="far", otherwise_for=only)
    assert led(press(one_page(button), exists=CLOSED)) == ("far", (Faulty(only),))


def test_a_closed_gate_of_any_outcome_may_lead_elsewhere() -> None:
    """The reasons of all outcomes are looked at, not only those of the last."""
    to = (To("end", when=(exists,)), To("start", when=(lives,)))
    button = Button("go", "Get", to, otherwise="far", otherwise_for=("code",))
    way = one_page(button)
    assert led(press(way, exists=CLOSED, lives=NAME_WRONG)) == ("far", (Faulty(("code",)),))
    assert led(press(way, exists=NAME_WRONG, lives=CLOSED)) == ("far", (Faulty(("code",)),))
    assert press(way, exists=NAME_WRONG, lives=PORT_DOWN) == Stayed((NAME_WRONG, PORT_DOWN))


def test_outcomes_are_tried_in_order() -> None:
    """The first that is open is taken; the last of several needs nothing."""

    def long(facts: JourneyFacts) -> Answer:
        return facts.values.get("name") == "long" or Fault("name", "short", "Qısadır.")

    way = one_page(
        Button("go", "Get", (To("far", (exists, long)), To("end", (lives,)), To("start")))
    )

    def pressed(name: str, **answers: Any) -> Moved | Stayed:
        facts = JourneyFacts({"name": name}, (), answers, PERSON, date(2026, 11, 2), {})
        return step(way.rules, "start", "go", facts)

    assert led(pressed("long", exists=True, lives=True)) == ("far", ())
    assert led(pressed("long", exists=False, lives=True)) == ("end", ())
    result = pressed("short", exists=CLOSED, lives=False)
    assert led(result) == ("start", ())
    assert isinstance(result, Moved)
    assert [fault.code for fault in result.refused] == ["closed", "short", "not_now"]


def test_every_outcome_of_a_registering_button_registers() -> None:
    """Whichever way it goes on, the request is sent."""
    to = (To("far", when=(exists,)), To("end"))
    way = one_page(Button("go", "Göndər", to, registers=True))
    assert led(press(way, exists=True)) == ("far", (Register(),))
    assert led(press(way, exists=False)) == ("end", (Register(),))


def test_the_faulty_way_of_a_registering_button_does_not_register() -> None:
    """Nothing is sent when something is wrong."""
    way = one_page(Button("go", "Göndər", "end", otherwise="far", registers=True))
    assert led(press(way, NAME_WRONG)) == ("far", (Faulty(()),))


def test_a_button_may_have_the_key_of_a_page_or_of_another_page_s_button() -> None:
    """Keys of pages and of buttons are apart, and a button is known together with its page."""
    way = journey(
        Page("start", "Əvvəl", buttons=(Button("go", "Get", "go"), Button("end", "Son", "end"))),
        Page("go", "Orta", buttons=(Button("go", "Get", "end"),)),
        END,
    )
    assert list(way.rules.states) == ["start", "go", "end"]
    assert led(press(way)) == ("go", ())
    assert led(press(way, page="go")) == ("end", ())


# --- what the rules carry -----------------------------------------------------------------------


def test_rules_carry_the_buttons_words_and_rows() -> None:
    """Label, rows and ours ride on the first guard; the way of the faults carries none."""
    way = one_page(
        Button("go", "Get", (To("end", rows="XX-002"), To("far")), rows="XX-001", otherwise="start")
    )
    first, second, faulty = way.rules.candidates("start", "go")
    assert (first.label, first.rows, first.ours) == ("Get", "XX-001 XX-002", False)
    assert (second.label, second.rows) == ("Get", "XX-001")
    assert (faulty.label, faulty.rows, faulty.ours) == ("", "", False)
    own = one_page(Button("go", "Get", "end", ours=True))
    (rule,) = own.rules.candidates("start", "go")
    assert (rule.rows, rule.ours) == ("", True)


def test_rules_carry_the_questions_that_a_press_asks() -> None:
    """What is to be asked for a press can be read off its rule."""
    way = one_page(Button("go", "Get", (To("end", when=(exists, lives)),)))
    (rule,) = way.rules.candidates("start", "go")
    assert list(rule.marked("asking")) == [exists, lives]


def test_functions_are_called_after_page_and_button() -> None:
    """Whoever reads a diagram or a traceback sees where a function comes from."""
    to = (To("end", when=(exists,)),)
    way = one_page(Button("go", "Get", to, otherwise="far", registers=True))
    rules = way.rules.candidates("start", "go")
    found = [f.__name__ for rule in rules for f in (*rule.guards, *rule.actions)]
    wanted = (
        "sound_start_go_0_",
        "gate_exists_",
        "_register",
        "unsound_start_go_",
        "faulty_start_go_",
    )
    assert [name.rstrip("0123456789") for name in found] == list(wanted)


def test_the_first_page_is_where_it_begins() -> None:
    """Pages are states under their titles; the first is initial, final ones are final."""
    rules = one_page(Button("go", "Get", "end")).rules
    assert rules.initial == "start"
    assert [(s.key, s.name, s.final) for s in rules.states.values()] == [
        ("start", "Əvvəl", False),
        ("end", "Son", True),
        ("far", "Uzaq", True),
    ]


def test_the_machine_says_where_it_comes_from() -> None:
    """The class is named after the channel."""
    assert one_page(Button("go", "Get", "end")).machine.__name__ == "Journey on e-gov.az"


# --- the journey itself -------------------------------------------------------------------------

EVERY_PART = (
    Typed("code"),
    Chosen("name", names),
    Uploaded("photo"),
    Ticked("agreed", "Razıyam"),
    Shown("Sətirlər", names),
    Listed("Cədvəl", ("Bir",), names),
    Recap("Xülasə", ("code",)),
    SentRequests("Göndərilənlər"),
    Linked("Keçid", "https://example.com/"),
)


def test_parts_of_the_form_come_as_they_are_first_entered() -> None:
    """A field that stands on two pages counts where it stands first; a tick is not of the form."""
    again = Uploaded("code", section="Yenidən")
    way = journey(
        Page("start", "Əvvəl", EVERY_PART[:2], (Button("go", "Get", "more"),)),
        Page("more", "Sonra", (again, *EVERY_PART[2:]), (Button("go", "Get", "end"),)),
        END,
    )
    assert list(way.parts_of_form()) == list(EVERY_PART[:3])


def test_a_journey_registers_or_answers_at_once() -> None:
    """One registering button anywhere makes a request."""
    assert one_page(Button("go", "Göndər", "end", registers=True)).registers
    assert not one_page(Button("go", "Get", "end")).registers


def test_a_page_is_found_by_its_key() -> None:
    """A key that is not there is an error of the program."""
    way = one_page(Button("go", "Get", "end"))
    assert way.page("end") is END
    with pytest.raises(KeyError):
        way.page("nowhere")


def test_other_portals_lead_in_by_their_own_ways() -> None:
    """The portal that shows it comes first, then those whose link leads in."""
    own, other = (WayStep("E-xidmətlər"),), (WayStep("Elektron xidmətlər"),)
    way = journey(
        *one_page(Button("go", "Get", "end")).pages, way=own, links=(EntryLink(AZERSU_AZ, other),)
    )
    assert way.name == "e-gov.az"
    assert way.channels == (E_GOV_AZ, AZERSU_AZ)
    assert way.way_from("e-gov.az") == own
    assert way.way_from("azersu.az") == other


# --- the shape ----------------------------------------------------------------------------------

BUTTON = Button("go", "Get", "end", ("code",), otherwise="far", otherwise_for=("code",))
BASE = one_page(BUTTON)


def with_page(change: Callable[[Page], Page]) -> Journey:
    """The journey with its first page altered."""
    return attrs.evolve(BASE, pages=(change(BASE.pages[0]), *BASE.pages[1:]))


def with_button(**change: Any) -> Journey:
    """The journey with its button altered."""
    return with_page(
        lambda page: attrs.evolve(page, buttons=(attrs.evolve(BUTTON, **change), *page.buttons[1:]))
    )


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(with_button(label="Başqa söz"), id="a button's label"),
        pytest.param(with_button(rows="XX-001", ours=True), id="a button's rows"),
        pytest.param(
            with_page(
                lambda page: attrs.evolve(
                    page, title="Başqa", text="Söz", message="Söz", rows="XX-001"
                )
            ),
            id="a page's texts",
        ),
        pytest.param(
            with_page(lambda page: attrs.evolve(page, parts=(*page.parts, *EVERY_PART[4:]))),
            id="what is only read",
        ),
        pytest.param(
            with_page(
                lambda page: attrs.evolve(
                    page, parts=(Typed("code", section="Bölmə", rows="XX-001"), page.parts[1])
                )
            ),
            id="an entry's section",
        ),
        pytest.param(
            attrs.evolve(BASE, pages=(BASE.pages[0], *BASE.pages[:0:-1])), id="the order of pages"
        ),
    ],
)
def test_the_shape_outlives_texts(changed: Journey) -> None:
    """A suspended journey can be resumed after a text, a row or a heading was changed."""
    assert changed.shape == BASE.shape
    assert changed.shape.fingerprint == BASE.shape.fingerprint


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(with_button(key="walk"), id="a button's key"),
        pytest.param(with_button(to="far"), id="where a button leads"),
        pytest.param(with_button(to=(To("end"), To("far"))), id="one more outcome"),
        pytest.param(with_button(submits=("code", "name")), id="what a button submits"),
        pytest.param(with_button(otherwise="end"), id="where faults lead"),
        pytest.param(with_button(otherwise_for=()), id="which faults lead there"),
        pytest.param(with_button(registers=True), id="that a button registers"),
        pytest.param(
            with_page(lambda page: attrs.evolve(page, parts=page.parts[::-1])),
            id="the order of entries",
        ),
        pytest.param(
            with_page(lambda page: attrs.evolve(page, parts=(Uploaded("code"), page.parts[1]))),
            id="how a field is entered",
        ),
        pytest.param(
            with_page(
                lambda page: attrs.evolve(page, parts=(*page.parts, Ticked("agreed", "Razıyam")))
            ),
            id="one more entry",
        ),
        pytest.param(
            with_page(lambda page: attrs.evolve(page, key="begin", buttons=page.buttons)),
            id="a page's key",
        ),
        pytest.param(
            with_page(lambda page: attrs.evolve(page, buttons=page.buttons[:1])),
            id="one button less",
        ),
        pytest.param(attrs.evolve(BASE, pages=(*BASE.pages, Page("more", "Daha"))), id="one page"),
        pytest.param(attrs.evolve(BASE, pages=BASE.pages[::-1]), id="where it begins"),
        pytest.param(with_page(lambda page: attrs.evolve(page, window="w")), id="a window"),
        pytest.param(with_button(to=(To("end", when=(exists,)),)), id="a gate on the way"),
        pytest.param(
            with_page(
                lambda page: attrs.evolve(
                    page, parts=(Typed("code", gates=(exists,)), page.parts[1])
                )
            ),
            id="a gate of an entry",
        ),
        pytest.param(attrs.evolve(BASE, channel=E_SU_AZ), id="the portal"),
        pytest.param(attrs.evolve(BASE, links=(EntryLink(AZERSU_AZ, ()),)), id="one more portal"),
    ],
)
def test_the_shape_changes_with_what_a_suspended_journey_relies_on(changed: Journey) -> None:
    """Keys, entries, ways and gates: what was typed may have lost its meaning."""
    assert changed.shape != BASE.shape
    assert changed.shape.fingerprint != BASE.shape.fingerprint


def test_the_fingerprint_is_the_same_on_every_machine() -> None:
    """Sixteen hexadecimal digits that depend on nothing but the declaration."""
    assert BASE.shape.fingerprint == "25342767fa0bd40d"


def test_a_shape_is_made_once() -> None:
    """Every press of a host that keeps journeys as text asks for it."""
    assert BASE.shape is BASE.shape
    assert BASE.shape.fingerprint is BASE.shape.fingerprint


# --- what is refused ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pages", "why"),
    [
        pytest.param((END, END), "two pages have one key", id="two pages"),
        pytest.param(
            (
                Page("start", "", buttons=(Button("go", "Get", "end"), Button("a", "Get", "end"))),
                END,
            ),
            "two buttons of start have one label",
            id="two labels",
        ),
        pytest.param(
            (Page("start", "", buttons=(Button("go", "Get", "nowhere"),)), END),
            "go of start leads nowhere",
            id="to nowhere",
        ),
        pytest.param(
            (
                Page("start", "", buttons=(Button("go", "Get", (To("end"), To("nowhere"))),)),
                END,
            ),
            "go of start leads nowhere",
            id="one outcome to nowhere",
        ),
        pytest.param(
            (Page("start", "", buttons=(Button("go", "Get", "end", otherwise="no"),)), END),
            "go of start leads nowhere",
            id="faults to nowhere",
        ),
        pytest.param(
            (
                Page("start", "", (Typed("code"),), (Button("go", "Get", "end", ("name",)),)),
                END,
            ),
            "go submits what start has not",
            id="what is not there",
        ),
        pytest.param((), "there are no pages", id="no pages"),
        pytest.param(
            (
                Page("start", "", (Typed("code"), Typed("code")), (Button("go", "Get", "end"),)),
                END,
            ),
            "two entries of start have one key",
            id="two entries",
        ),
        pytest.param(
            (
                Page("start", "", buttons=(Button("go", "A", "end"), Button("go", "B", "end"))),
                END,
            ),
            "two buttons of start have one key",
            id="two keys",
        ),
        pytest.param(
            (Page("start", "", buttons=(Button("go", "Get", ()),)), END),
            "go of start leads nowhere",
            id="no outcome",
        ),
        pytest.param(
            (
                Page(
                    "start",
                    "",
                    buttons=(Button("go", "Get", "end", otherwise="end", otherwise_for=("x",)),),
                ),
                END,
            ),
            "go of start names an entry that is nowhere",
            id="faults of nothing",
        ),
        pytest.param(
            (
                Page(
                    "start",
                    "",
                    buttons=(Button("go", "Get", (To("end", pays=exists),), registers=True),),
                ),
                END,
            ),
            "go of start both registers and pays",
            id="registers and pays",
        ),
    ],
)
def test_refused(pages: tuple[Page, ...], why: str) -> None:
    """What cannot be meant is refused when it is declared, and the words say where."""
    with pytest.raises(DefinitionRefused) as caught:
        journey(*pages)
    assert caught.value.values == {"where": "journey on e-gov.az", "why": why}


def test_a_final_page_with_a_button_is_refused() -> None:
    """The engine's own checks answer in this library's error, with the journey's name."""
    end = attrs.evolve(END, buttons=(Button("go", "Get", "start"),))
    lost = journey(Page("start", "", buttons=(Button("leave", "Çıx", "end"),)), end)
    with pytest.raises(DefinitionRefused) as caught:
        _ = lost.machine
    assert caught.value.values["where"] == "Journey on e-gov.az"
    assert "transitions from final state" in str(caught.value.values["why"])


def test_pages_without_a_way_in_or_out_are_modelled() -> None:
    """They are in the table, so that the proofs can say by which way they were found."""
    ways = (Button("go", "Get", "trap"), Button("leave", "Çıx", "end"))
    lost = journey(Page("start", "", buttons=ways), Page("trap", ""), Page("island", ""), END)
    assert list(lost.rules.states) == ["start", "trap", "island", "end"]


def test_one_outcome_of_a_button_is_open_at_a_time() -> None:
    """Each is open only when those before it are not, and the way of the faults when none is."""
    to = (To("end", when=(exists,)), To("far", when=(lives,)), To("start"))
    way = one_page(Button("go", "Get", to, submits=("code",), otherwise="far"))
    rules = way.rules.candidates("start", "go")

    def taken(*faults: Fault, **answers: Any) -> list[str]:
        facts = JourneyFacts({}, faults, answers, PERSON, date(2026, 11, 2), {})
        return [r.target for r in rules if all(guard(facts) for guard in r.guards)]

    assert taken(exists=True, lives=True) == ["end"]
    assert taken(exists=CLOSED, lives=True) == ["far"]
    assert taken(exists=CLOSED, lives=CLOSED) == ["start"]
    assert taken(CODE_WRONG, exists=True, lives=True) == ["far"]


def test_a_guard_that_is_no_plain_function_is_refused() -> None:
    """What a journey's guards may be is the rulebook's to say."""

    async def later(facts: JourneyFacts) -> bool:
        return True

    way = one_page(Button("go", "Get", (To("end", when=(later,)),)))  # type: ignore[arg-type]
    with pytest.raises(DefinitionRefused, match="later is asynchronous"):
        _ = way.rules
