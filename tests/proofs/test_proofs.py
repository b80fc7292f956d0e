"""Sübutlar: every proof finds its fault, by the shortest way, and nothing else."""

from __future__ import annotations

import gettext
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from pluggy import PluginValidationError
from tests.docs.pages import first_column
from tests.proofs import sample, spoiling
from tests.proofs.sample import FITTER, OPERATOR, REASON, SERVICE

from utility_eservices.casework.acts import APPLICANT, SYSTEM, by, needs
from utility_eservices.casework.asking import question
from utility_eservices.casework.form import finding, form_field
from utility_eservices.casework.notice import Medium
from utility_eservices.casework.page import Button, Page, Ticked, To, Typed
from utility_eservices.casework.refusal import Answer
from utility_eservices.casework.rulebook import Rule, StateInfo
from utility_eservices.casework.service import Service
from utility_eservices.conformance.declared import changed
from utility_eservices.conformance.domain import CLI
from utility_eservices.conformance.proofs import TEXTS, Flaw, check, samples
from utility_eservices.conformance.proofs.installed import clashes, installed
from utility_eservices.conformance.proofs.proof import Proof
from utility_eservices.conformance.proofs.samples import Picks
from utility_eservices.desk.catalogue import built_in_services
from utility_eservices.desk.languages import Languages
from utility_eservices.desk.plugins import Plugins
from utility_eservices.errors import DefinitionRefused, Fault, PluginNotFound, UnknownHook
from utility_eservices.ports.subscribers import SUBSCRIBERS, Subscribers
from utility_eservices.vocabulary.channel import AZERSU_AZ
from utility_eservices.vocabulary.contact import Phone
from utility_eservices.vocabulary.language import AZERBAIJANI, Language
from utility_eservices.vocabulary.person import Assurance
from utility_eservices.vocabulary.reading import MeterReading
from utility_eservices.vocabulary.remark import Remark
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

CHANNEL = "e-gov.az (Asan imza ilə)"
DETAILS = "[ Davam et ] → Məlumatlar"
SENT = f"{CHANNEL}; {DETAILS}; [ Göndər ] → Qəbul edildi"
AT_WORK = f"{SENT}; Ustaya tapşırma: yerinə yetirildi → Təmirdə"

_WHY = finding("why", Remark, "Niyə", example="Bağlıdır.", told=True)
_FITS = by(FITTER, label="Bağla")
_AGAIN = by(OPERATOR, label="Yenidən")


def a_state(key: str, **changes: Any) -> StateInfo:
    """A sound state that nothing leads to."""
    info = StateInfo(key, key.title(), "Deyilir.", OPERATOR, False, "", False)
    return attrs.evolve(info, **changes)


def silent(facts: Any) -> Answer:
    """A guard that has no words for its no."""
    return bool(facts.case.form.reading.value > 50_000)


def careless(facts: Any) -> Answer:
    """A guard that takes for stated what need not be."""
    return bool(facts.case.findings["seal"]) or Fault("", "x", "X.")


def on_the_page(facts: Any) -> Answer:
    """A guard of a press that looks at what the button does not submit."""
    return bool(facts.values["reading"]) or Fault("", "x", "X.")


def of_today(facts: Any) -> Answer:
    """A guard of a press that has no words for its no."""
    return bool(facts.entered_on["reading"] == facts.today)


def refusing(facts: Any) -> Answer:
    """A guard that never says yes."""
    return Fault("", "x", "X.")


def of_phone(facts: Any) -> Answer:
    """A guard that looks at the telephone."""
    return bool(facts.case.form.phone.value) or Fault("", "x", "X.")


def first(item: tuple[Any, ...]) -> tuple[Any, ...]:
    """The first guard alone."""
    return item[:1]


def second_way(page: Page) -> Page:
    """The page with a second button that registers, past the gate of the first."""
    old = page.buttons[1]
    to = (To("replaced", when=(sample.worn, sample.owes_nothing)), old.to[1])
    gated = attrs.evolve(old, to=to, otherwise="")
    quick = Button(
        "quick", "Tez göndər", "sent", submits=("reading", "phone", "agreed"), registers=True
    )
    return attrs.evolve(page, buttons=(page.buttons[0], gated, quick))


def entered_again(page: Page) -> Page:
    """The page with the code once more, its gate forgotten."""
    buttons = tuple(
        attrs.evolve(item, submits=("subscriber_code", *item.submits)) if item.registers else item
        for item in page.buttons
    )
    return attrs.evolve(page, parts=(Typed("subscriber_code"), *page.parts), buttons=buttons)


def changed_behind(service: Service) -> Service:
    """The first page asks of the press whether anything is owed; its code is entered again."""
    journey = service.journeys[0]
    start, status, details, *ends = journey.pages
    onward = attrs.evolve(
        start.buttons[0], to=(To("details", when=(sample.owes_nothing,)),), otherwise=""
    )
    start = attrs.evolve(start, buttons=(onward, start.buttons[1]))
    known = Typed("subscriber_code", gates=(sample.code_is_known,))
    details = attrs.evolve(details, parts=(known, *details.parts[1:]))
    pages = (start, status, details, *ends)
    return attrs.evolve(service, journeys=(attrs.evolve(journey, pages=pages),))


def form_of(**fields: Any) -> type:
    """The form with other fields in the place of some."""
    hints = {
        "subscriber_code": SubscriberCode,
        "reading": MeterReading,
        "phone": Phone,
    }
    known = {
        "subscriber_code": form_field("Abonent kodu", example="1020304050"),
        "reading": form_field(
            "Göstərici", example="12", number=True, samples=[MeterReading.parse("90000")]
        ),
        "phone": form_field("Telefon", example="050 200 10 20"),
    }
    body = {**known, **fields, "__annotations__": hints}
    return attrs.frozen(type("Repair", (), body))


# Code, where, way, and what spoils the service.
SPOILT: list[tuple[str, str, str, Callable[[], Service]]] = [
    # --- statuses ---
    (
        "state_unreachable",
        "state.lost",
        CHANNEL,
        lambda: spoiling.more_states(
            a_state("lost"), rules=(Rule("leave", "lost", "repaired", (by(OPERATOR, label="Ç"),)),)
        ),
    ),
    (
        "no_way_out",
        "state.pit",
        f"{AT_WORK}; Usta: Bağla → Pit",
        lambda: spoiling.more_states(
            a_state("pit", owner=FITTER), rules=(Rule("fall", "at_work", "pit", (_FITS,)),)
        ),
    ),
    ("owner_missing", "state.at_work", AT_WORK, lambda: spoiling.state("at_work", owner=None)),
    (
        "owner_cannot_act",
        "state.at_work",
        AT_WORK,
        lambda: spoiling.state("at_work", owner=OPERATOR),
    ),
    (
        "nobody_moves",
        "rule.at_work.finish.recording",
        f"{AT_WORK}; Usta: Təmir et → Qeyd edilir",
        lambda: spoiling.rule("finish", "recording", actions=()),
    ),
    ("wording_missing", "state.at_work", AT_WORK, lambda: spoiling.state("at_work", told="")),
    (
        "wording_missing",
        "state.refused",
        f"{AT_WORK}; Usta: İmtina et → İmtina edildi",
        lambda: spoiling.state("refused", told=""),
    ),
    (
        "ending_missing",
        "state.swapped",
        f"{AT_WORK}; Usta: Dəyişdir → Dəyişdirildi",
        lambda: spoiling.state("swapped", ending=None),
    ),
    # --- acts ---
    (
        "overlap",
        "rule.at_work.finish.swapped",
        AT_WORK,
        lambda: spoiling.guarded("finish", "swapped", lambda old: old[:2]),
    ),
    (
        "never_open",
        "rule.at_work.finish.swapped",
        AT_WORK,
        lambda: spoiling.guarded("finish", "swapped", lambda old: (*old, sample.sturdy)),
    ),
    (
        "never_open",
        "rule.draft.register.received",
        SENT,
        lambda: spoiling.guarded("register", "received", lambda old: (by(OPERATOR),)),
    ),
    (
        "never_open",
        "rule.draft.register.received",
        SENT,
        lambda: spoiling.guarded("register", "received", lambda old: (*old, needs(REASON))),
    ),
    (
        "never_open",
        "rule.draft.register.received",
        SENT,
        lambda: spoiling.guarded("register", "received", lambda old: (*old, refusing)),
    ),
    (
        "never_open",
        "rule.waiting.answer.at_work",
        f"{SENT}; Ustaya tapşırma: alınmadı → Usta axtarılır",
        lambda: spoiling.more_rules(
            Rule("answer", "waiting", "at_work", (by(APPLICANT, label="Cavab ver"),))
        ),
    ),
    (
        "never_open",
        "rule.recording.forgotten.swapped",
        f"{AT_WORK}; Usta: Təmir et → Qeyd edilir",
        lambda: spoiling.more_rules(Rule("forgotten", "recording", "swapped", (by(SYSTEM),))),
    ),
    (
        "wordless",
        "rule.at_work.finish.recording",
        AT_WORK,
        lambda: spoiling.guarded("finish", "swapped", lambda old: (*old[:2], silent)),
    ),
    (
        "guard_fails",
        "rule.at_work.refuse.refused",
        AT_WORK,
        lambda: spoiling.guarded("refuse", "refused", lambda old: (*old, careless)),
    ),
    (
        "act_twice",
        "rule.at_work.refuse.refused",
        AT_WORK,
        lambda: spoiling.guarded(
            "refuse", "refused", lambda old: (by(FITTER, label="Təmir et"), *old[1:])
        ),
    ),
    (
        "act_unlabelled",
        "rule.at_work.refuse.refused",
        AT_WORK,
        lambda: spoiling.guarded("refuse", "refused", lambda old: (by(FITTER), *old[1:])),
    ),
    # --- refusals ---
    (
        "refusal_without_reason",
        "rule.at_work.refuse.refused",
        AT_WORK,
        lambda: attrs.evolve(
            spoiling.guarded("refuse", "refused", first), notices=SERVICE.notices[:2]
        ),
    ),
    (
        "refusal_without_reason",
        "rule.at_work.refuse.refused",
        AT_WORK,
        lambda: spoiling.guarded(
            "refuse", "refused", lambda old: (old[0], needs(attrs.evolve(REASON, told=False)))
        ),
    ),
    (
        "refusal_untold",
        "notice.e-gov.az.refused",
        f"{AT_WORK}; Usta: İmtina et → İmtina edildi",
        lambda: attrs.evolve(SERVICE, notices=SERVICE.notices[:2]),
    ),
    (
        "refusal_untold",
        "notice.e-gov.az.refused",
        f"{AT_WORK}; Usta: İmtina et → İmtina edildi",
        lambda: spoiling.notices("refused", text="{number}", sms="{number}"),
    ),
    (
        # What the one act states, the other does not, so that no notice could tell either.
        "refusal_untold",
        "notice.e-gov.az.refused",
        f"{AT_WORK}; Usta: İmtina et → İmtina edildi",
        lambda: attrs.evolve(
            spoiling.more_rules(
                Rule("turn_down", "at_work", "refused", (by(FITTER, label="Qaytar"), needs(_WHY)))
            ),
            notices=SERVICE.notices[:2],
        ),
    ),
    # --- effects ---
    (
        "effect_leads_nowhere",
        "effect.record",
        f"{AT_WORK}; Usta: Təmir et → Qeyd edilir",
        lambda: spoiling.ordering("record", otherwise=""),
    ),
    (
        "outcome_shut",
        "rule.at_work.finish.recording",
        f"{AT_WORK}; Usta: Təmir et → Qeyd edilir",
        lambda: spoiling.ordering("record", otherwise="unassigned"),
    ),
    (
        "outcome_shut",
        "rule.at_work.finish.recording",
        f"{AT_WORK}; Usta: Təmir et → Qeyd edilir",
        lambda: spoiling.guarded("recorded", "repaired", lambda old: (*old, sample.worn_out)),
    ),
    (
        "outcome_shut",
        "rule.at_work.finish.recording",
        f"{AT_WORK}; Usta: Təmir et → Qeyd edilir",
        lambda: spoiling.guarded("recorded", "repaired", lambda old: (*old, needs(REASON))),
    ),
    (
        "effect_needs",
        "rule.waiting.record_again.recording",
        f"{SENT}; Ustaya tapşırma: alınmadı → Usta axtarılır; Operator: Yenidən → Qeyd edilir",
        lambda: attrs.evolve(
            spoiling.more_rules(
                Rule("record_again", "waiting", "recording", (_AGAIN,), spoiling.RECORDING.actions)
            ),
            notices=(SERVICE.notices[0], SERVICE.notices[2]),
        ),
    ),
    # --- notices ---
    (
        "notice_of_no_state",
        "notice.lost",
        CHANNEL,
        lambda: spoiling.notices("received", state="lost"),
    ),
    (
        "unknown_placeholder",
        "notice.received",
        SENT,
        lambda: spoiling.notices("received", subject="{colour}"),
    ),
    ("unknown_placeholder", "notice.received", SENT, lambda: spoiling.notices("received", sms="{")),
    (
        "placeholder_unstated",
        "notice.e-gov.az.at_work",
        AT_WORK,
        lambda: spoiling.notices("received", state="at_work", text="{seal}"),
    ),
    (
        "notice_twice",
        "notice.e-gov.az.refused",
        f"{AT_WORK}; Usta: İmtina et → İmtina edildi",
        lambda: attrs.evolve(
            SERVICE,
            notices=(
                *SERVICE.notices,
                attrs.evolve(SERVICE.notices[2], media=(Medium.SMS,), sms="{number} bağlandı"),
            ),
        ),
    ),
    (
        "no_address",
        "notice.received",
        SENT,
        lambda: spoiling.notices("received", media=(Medium.EMAIL,)),
    ),
    (
        "notice_empty",
        "notice.e-gov.az.received",
        SENT,
        lambda: spoiling.notices("received", sms=" "),
    ),
    (
        "notice_empty",
        "notice.e-gov.az.received",
        SENT,
        lambda: spoiling.notices("received", subject=" "),
    ),
    (
        "sms_too_long",
        "notice.e-gov.az.received",
        SENT,
        lambda: spoiling.notices("received", sms="{number}" + "ə" * 115),
    ),
    # --- journeys ---
    (
        "page_unreachable",
        "e-gov.az.island",
        CHANNEL,
        lambda: spoiling.page(
            "start",
            lambda page: page,
            Page("island", "Ada", buttons=(Button("off", "Qayıt", "start"),)),
        ),
    ),
    (
        "page_trap",
        "e-gov.az.status",
        f"{CHANNEL}; [ Müraciətlərim ] → Müraciətlərim",
        lambda: spoiling.page("status", lambda page: attrs.evolve(page, buttons=())),
    ),
    (
        "title_missing",
        "e-gov.az.details",
        f"{CHANNEL}; [ Davam et ] → ",
        lambda: spoiling.page("details", lambda page: attrs.evolve(page, title="")),
    ),
    (
        "label_twice",
        "e-gov.az.details",
        f"{CHANNEL}; {DETAILS}",
        lambda: spoiling.page(
            "details", lambda page: attrs.evolve(page, parts=(*page.parts, Ticked("x", "Telefon")))
        ),
    ),
    (
        "never_open",
        "e-gov.az.start.status",
        CHANNEL,
        lambda: spoiling.button("start", "status", otherwise="details"),
    ),
    (
        "wordless",
        "e-gov.az.details.submit",
        f"{CHANNEL}; {DETAILS}",
        lambda: spoiling.button(
            "details",
            "submit",
            to=(To("replaced", when=(sample.worn, of_today)), To("sent", when=(of_today,))),
        ),
    ),
    (
        "guard_fails",
        "e-gov.az.start.next",
        CHANNEL,
        lambda: spoiling.button("start", "next", to=(To("details", when=(on_the_page,)),)),
    ),
    (
        "gate_avoided",
        "e-gov.az.gate.owes_nothing",
        f"{CHANNEL}; {DETAILS}; [ Tez göndər ] → Qəbul edildi",
        lambda: spoiling.page("details", second_way),
    ),
    (
        "gate_avoided",
        "e-gov.az.gate.code_is_known",
        SENT,
        lambda: spoiling.page("details", entered_again),
    ),
    (
        "gate_avoided",
        "e-gov.az.gate.owes_nothing",
        SENT,
        lambda: changed_behind(spoiling.page("details", entered_again)),
    ),
    # --- what is declared ---
    (
        "example_faulty",
        "form.phone",
        CHANNEL,
        lambda: attrs.evolve(SERVICE, form=form_of(phone=form_field("Telefon", example="heç nə"))),
    ),
    (
        "example_faulty",
        "form.phone",
        CHANNEL,
        lambda: attrs.evolve(
            SERVICE, form=form_of(phone=form_field("Telefon", example="050 200 10 20", parse=int))
        ),
    ),
    (
        "unsampled",
        "rule.at_work.refuse.refused",
        AT_WORK,
        lambda: attrs.evolve(
            spoiling.guarded("refuse", "refused", lambda old: (*old, of_phone)),
            form=form_of(phone=form_field("Telefon")),
        ),
    ),
    ("unknown_row", "service", CHANNEL, lambda: attrs.evolve(SERVICE, rows="DI-999")),
]


@pytest.mark.parametrize(
    ("code", "where", "way", "spoil"),
    [pytest.param(*case, id=f"{place}-{case[0]}") for place, case in enumerate(SPOILT)],
)
def test_each_fault_is_found_alone_with_the_way_to_it(
    code: str, where: str, way: str, spoil: Callable[[], Service]
) -> None:
    """One thing spoilt gives one flaw: what, where, by which shortest way."""
    found = check(spoil())
    assert [(item.code, item.where, str(item.way)) for item in found] == [(code, where, way)]


def test_nothing_is_found_where_nothing_is_wrong() -> None:
    """Neither in the sample nor in any service of the library, in every language there is."""
    assert check(SERVICE) == ()
    known = installed()
    assert {item.key for item in built_in_services()} <= {item.key for item in known.services}
    for service in built_in_services():
        assert check(service, known.languages(service)) == ()


def test_every_flaw_has_a_test() -> None:
    """No code is there that nothing ever shows; those that are not above are below."""
    below = {
        "gate_wordless",
        "key_twice",
        "label_twice_translated",
        "means_missing",
        "message_translation_differs",
        "name_twice",
        "notice_never_sent",
        "notice_untranslated",
        "plugin_refused",
        "reason_unfilled",
        "too_many_facts",
        "translation_differs",
        "unsourced",
    }
    assert {case[0] for case in SPOILT} | below == set(TEXTS)


# --- sources ------------------------------------------------------------------------------------


def test_whoever_names_a_manual_names_its_rows() -> None:
    """Then everything without a row that is not marked as ours is found; else nothing is."""
    found = check(attrs.evolve(SERVICE, manual="001"))
    assert {item.code for item in found} == {"unsourced"}
    assert {"service", "form.phone", "state.received", "effect.record"} <= {i.where for i in found}
    rows = attrs.evolve(SERVICE, manual="001", rows="DI-001")
    assert len(check(rows)) == len(found) - 1


def test_rows_of_an_outside_manual_are_its_own() -> None:
    """What looks like a row of the library's manuals must be one; other names are free."""
    assert check(attrs.evolve(SERVICE, rows="HEAT-1 DI-001")) == ()


# --- languages ----------------------------------------------------------------------------------


class Words(gettext.NullTranslations):
    """A catalogue in memory."""

    def __init__(self, words: dict[str, str]) -> None:
        super().__init__()
        self._words = words

    def gettext(self, message: str) -> str:
        """The translation, or the text itself."""
        return self._words.get(message, message)


TRANSLATED = {
    "Xəbər": "News",
    **{notice.text: f"In English: {notice.text}" for notice in SERVICE.notices},
}


def in_english(**changed: str) -> list[tuple[str, str]]:
    """What is found of the notice on reception in English, by code and message."""
    words = Words({**TRANSLATED, **changed})
    # The message of two windows is the same text, and told of by itself.
    every = check(SERVICE, [AZERBAIJANI, Language("en", words)])
    found = [item for item in every if item.code != "message_translation_differs"]
    assert {item.where for item in found} <= {"notice.e-gov.az.received"}
    return [(item.code, item.message) for item in found]


def test_every_notice_has_a_text_in_each_language() -> None:
    """A text that is missing, or asks for something else, is found for each medium."""
    source = SERVICE.notices[0].text
    assert in_english() == []
    missing = in_english(**{source: source})
    assert [code for code, _ in missing] == ["notice_untranslated"] * 2
    assert missing[0][1].endswith("“sms” bildirişi “en” dilində yoxdur.")
    for text, names in (("Number: {nomber}", "{nomber}, {number}"), ("{", "{")):
        differing = in_english(**{source: text})
        assert [code for code, _ in differing] == ["translation_differs"] * 2
        assert differing[0][1].endswith(f"“en” dilində başqa əvəzləyicilər var: {names}.")


def test_the_subject_of_a_notice_is_proved_like_its_text() -> None:
    """A translation that is missing, blank, or asks for something else, is found once."""
    for subject, code in (
        ("Xəbər", "notice_untranslated"),
        (" ", "notice_untranslated"),
        ("News {nmber}", "translation_differs"),
    ):
        words = Words({**TRANSLATED, "Xəbər": subject})
        found = check(SERVICE, [AZERBAIJANI, Language("en", words)])
        assert [item.code for item in found] == [code] * len(SERVICE.notices)
        assert "“portal (mövzu)”" in found[0].message


def test_labels_and_messages_of_a_window_are_proved_in_each_language() -> None:
    """Two labels that are one only there, and a message that says other things there."""

    def english(**words: str) -> list[tuple[str, str]]:
        spoken = [AZERBAIJANI, Language("en", Words({**TRANSLATED, **words}))]
        return [(item.code, item.where) for item in check(SERVICE, spoken)]

    twice = "label_twice_translated"
    assert english(Telefon="Number", Göstərici="Number") == [(twice, "e-gov.az.details")]
    assert english(Göndər="Go", Geri="Go") == [(twice, "e-gov.az.details")]
    both = [("message_translation_differs", f"e-gov.az.{page}") for page in ("sent", "replaced")]
    for said in ("No {nmber}", " ", "{"):
        assert english(**{"Nömrə: {number}": said})[:2] == both


def test_an_sms_is_counted_in_each_language() -> None:
    """In Latin letters two parts hold 306 characters, with one ə among them 134."""
    source = SERVICE.notices[0].text
    # The number takes twenty characters.
    assert in_english(**{source: "{number}" + "e" * 286}) == []
    for text, parts in (("e" * 287, 3), ("ə" * 115, 3), ("ə" * 182, 4)):
        (found,) = in_english(**{source: "{number}" + text})
        assert found[0] == "sms_too_long"
        assert f"“en” dilində {parts} hissə" in found[1]
    assert in_english(**{source: "{number}" + "ə" * 114}) == []


def test_an_sms_is_counted_with_the_longest_of_everything() -> None:
    """The longest status, and of each finding the longest sample."""
    room = 134 - len("Sayğacın təmiri") - len("Usta axtarılır") - len("Plomb 7")
    fits = "{service}{status}{seal}" + "ə" * room
    assert check(spoiling.notices("repaired", text=fits, sms=fits)) == ()
    found = check(spoiling.notices("repaired", sms=fits + "ə"))
    assert [item.code for item in found] == ["sms_too_long"]


# --- too much -----------------------------------------------------------------------------------


def test_what_was_not_tried_to_the_end_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proof that looked at a part only never passes for one that looked at all."""
    monkeypatch.setattr(samples, "MOST", 6)
    found = [item for item in check(SERVICE) if item.code == "too_many_facts"]
    assert {item.where for item in found} == {
        "e-gov.az.details.submit",
        "rule.at_work.finish.recording",
        "rule.at_work.refuse.refused",
    }


def test_two_outcomes_of_a_button_at_once() -> None:
    """A journey's machine excludes it; were it made otherwise, the proof would tell."""
    journey = SERVICE.journeys[0]
    rules = journey.rules
    rule = rules.candidates("start", "status")[0]
    both = attrs.evolve(rules, rules=(*rules.rules, attrs.evolve(rule, target="details")))
    spoilt = changed(journey)
    spoilt.__dict__["rules"] = both
    # The button has one outcome, so that the second stands where its faults would lead.
    (found,) = check(changed(SERVICE, journeys=(spoilt,)))
    assert (found.code, found.where) == ("overlap", "e-gov.az.start.status")
    assert found.message == (
        "“Sayğacın təmiri” vəziyyətində “Müraciətlərim” üçün eyni anda iki keçid açıqdır: "
        "“Müraciətlərim” və “Məlumatlar” (hər halda)."
    )


# --- what a flaw says ---------------------------------------------------------------------------


def one(spoilt: Service) -> Flaw:
    """The one flaw."""
    (found,) = check(spoilt)
    return found


def test_an_overlap_says_with_which_facts() -> None:
    """Whoever reads it can try it: the role, the values of the form, what is stated."""
    found = one(spoiling.guarded("finish", "recording", lambda old: old[:2]))
    assert found.message == (
        "“Təmirdə” vəziyyətində “Dəyişdir” üçün eyni anda iki keçid açıqdır: “Qeyd edilir” və "
        "“Dəyişdirildi” (Usta, Göstərici: 90000 m³, Plomb: Plomb 7)."
    )
    # The way types what the example does not say.
    assert "Göstərici = 90000, [ Göndər ] → Qəbul edildi" in str(found.way)
    assert "“Göstərici” sahəsinə “90000” yazır" in found.scenario


def test_facts_are_said_in_the_language_of_the_reader() -> None:
    """Names, days and values, and the words between them; of no facts that they do not matter."""
    said = Languages().of("en", CLI).said
    (pages,) = Proof(SERVICE).pages
    picks = Picks(
        {
            "faults": ((Fault("phone", "x", "X."),),),
            "answer.code_is_known": (True,),
            "entered_on.reading": (date(2026, 11, 19),),
            "value.agreed": (False,),
        }
    )
    assert said(pages.facts(picks)) == "in any case"
    for name in ("faults", "answer.code_is_known", "entered_on.reading", "value.agreed"):
        _ = picks[name]
    assert said(pages.facts(picks)) == (
        "Telefon: faulty, code_is_known: yes, Göstərici: entered on 19/11/2026, agreed: no"
    )


@pytest.mark.parametrize(
    ("outcome", "why"),
    [
        ({"then": ""}, "iş görüləndə nə olacağı göstərilməyib"),
        ({"then": "gone"}, "iş görüləndə gələn “gone” hadisəsi yoxdur"),
        ({"otherwise": ""}, "iş alınmayanda nə olacağı göstərilməyib"),
        ({"otherwise": "gone"}, "iş alınmayanda gələn “gone” hadisəsi yoxdur"),
    ],
    ids=["then-nothing", "then-unknown", "otherwise-nothing", "otherwise-unknown"],
)
def test_an_outcome_that_leads_nowhere_is_said_in_words(outcome: dict[str, str], why: str) -> None:
    """Which it is, and whether nothing is declared or what is declared is not there; once."""
    found = check(spoiling.ordering("record", **outcome))
    (message,) = [item.message for item in found if item.code == "effect_leads_nowhere"]
    # `spoiling.ordering` leaves nothing of the outcome there was.
    left = (
        ""
        if "otherwise" in outcome
        else ", iş alınmayanda gələn “recording_failed” hadisəsi yoxdur"
    )
    assert message == f"“Plombun qeydi” işinin nəticəsi heç yerə aparmır: {why}{left}."


def test_who_is_not_reached_is_said_once() -> None:
    """By every medium that has no address, whatever the notices of the status are."""
    found = one(spoiling.notices("received", media=(Medium.EMAIL, Medium.PORTAL)))
    assert found.message.endswith("üçün ünvan bəlli deyil: elektron poçt.")
    twice = attrs.evolve(
        SERVICE, notices=(*SERVICE.notices, SERVICE.notices[0]), reach={Medium.EMAIL: "phone"}
    )
    where = [item.where for item in check(twice) if item.code == "no_address"]
    assert where == ["notice.received", "notice.repaired", "notice.refused"]


def test_a_guard_that_fails_says_how() -> None:
    """By its own name and the kind of error, with the facts."""
    found = one(spoiling.guarded("refuse", "refused", lambda old: (*old, careless)))
    assert "“careless” şərti nümunə ilə xəta verir: KeyError" in found.message


def test_a_flaw_as_json() -> None:
    """Everything that the terminal shows, as plain values."""
    found = one(spoiling.state("at_work", told=""))
    assert found.as_json() == {
        "service": "repair",
        "code": "wording_missing",
        "where": "state.at_work",
        "message": "“Təmirdə” statusunun nə demək olduğu müraciət edənə deyilmir.",
        "channel": "e-gov.az",
        "means": "Asan imza ilə",
        "path": AT_WORK.split("; ")[1:],
        "scenario": found.scenario,
    }


def test_a_text_that_no_phrase_can_hold_goes_without_a_scenario() -> None:
    """A closing quote would end the phrase: the flaw is told all the same."""
    found = one(attrs.evolve(spoiling.state("at_work", told=""), name="“Azərsu” xidməti"))
    assert found.code == "wording_missing"
    assert found.scenario == ""


def test_no_name_keeps_a_service_from_being_looked_at() -> None:
    """Whatever name holds a closing quote, every flaw that it takes part in is told."""
    named = {
        key: attrs.evolve(info, name=f"“Azərsu” ASC: {info.name}")
        for key, info in spoiling.RULES.states.items()
    }
    states = {**named, "at_work": attrs.evolve(named["at_work"], owner=None)}
    lost = a_state("lost", name="“Azərsu”")
    service = attrs.evolve(
        SERVICE, rules=attrs.evolve(spoiling.RULES, states={**states, "lost": lost})
    )
    assert {item.code for item in check(service)} >= {"owner_missing", "state_unreachable"}
    found = one(
        spoiling.page("details", lambda page: attrs.evolve(page, parts=(*page.parts, *_TWICE)))
    )
    assert (found.code, found.scenario) == ("label_twice", "")


_TWICE = (Ticked("a", "“R” razıyam"), Ticked("b", "“R” razıyam"))


def test_no_guard_ends_the_check() -> None:
    """One that leaves the program is a flaw like any other error; a person still may."""

    def leaving(facts: Any) -> Answer:
        raise SystemExit

    def interrupted(facts: Any) -> Answer:
        raise KeyboardInterrupt

    found = one(spoiling.guarded("refuse", "refused", lambda old: (*old, leaving)))
    assert "“leaving” şərti nümunə ilə xəta verir: SystemExit" in found.message
    with pytest.raises(KeyboardInterrupt):
        check(spoiling.guarded("refuse", "refused", lambda old: (*old, interrupted)))


# --- what has no samples ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "look",
    [
        lambda facts: facts.now - facts.case.sent_at > timedelta(days=30),
        lambda facts: any(entry.event == "hand_over" for entry in facts.case.history),
        lambda facts: facts.actor.id != facts.case.history[-1].actor,
        lambda facts: facts.case.concerns != "",
        lambda facts: facts.case.language != "az",
        lambda facts: facts.case.applicant.assurance is Assurance.LOW,
    ],
    ids=["time", "history", "actor", "concerns", "language", "applicant"],
)
def test_an_act_is_not_accused_of_what_nobody_can_declare(look: Callable[[Any], bool]) -> None:
    """Where only the time or the like keeps it shut, it may open; another reason counts."""

    def fitting(facts: Any) -> Answer:
        return look(facts) or Fault("", "x", "Hələ tezdir.")

    def expired(*guards: Any) -> list[str]:
        act = by(FITTER, label="Vaxtı keçib")
        rule = Rule("expire", "at_work", "refused", (act, needs(REASON), fitting, *guards))
        return [item.code for item in check(spoiling.more_rules(rule))]

    assert expired() == []
    assert expired(refusing) == ["never_open"]


@pytest.mark.parametrize(
    "look",
    [
        lambda facts: facts.today.day <= 10,
        lambda facts: facts.person.assurance is Assurance.LOW,
    ],
    ids=["day", "person"],
)
def test_a_press_is_not_accused_of_what_nobody_can_declare(look: Callable[[Any], bool]) -> None:
    """The same of a button; what comes after it is looked at as well."""

    def fitting(facts: Any) -> Answer:
        return look(facts) or Fault("", "x", "Olmaz.")

    to = (To("replaced", when=(sample.worn, fitting)), To("sent", when=(fitting,)))
    assert check(spoiling.button("details", "submit", to=to)) == ()


# --- what nobody reads --------------------------------------------------------------------------


def test_somebody_can_sign_in() -> None:
    """A journey whose window offers no means is found, whatever comes after it."""
    journey = SERVICE.journeys[0]
    shut = attrs.evolve(journey, sign_in=attrs.evolve(journey.sign_in, means=()))
    found = one(attrs.evolve(SERVICE, journeys=(shut,)))
    assert (found.code, found.where) == ("means_missing", "e-gov.az.sign_in")


def test_a_gate_says_why() -> None:
    """One that promises a bare yes or no is found: its no would have no words."""

    @question(SUBSCRIBERS)
    def known(subscribers: Subscribers, subscriber_code: SubscriberCode) -> bool:
        return subscribers.find(subscriber_code) is not None

    gated = (Typed("subscriber_code", gates=(known,)),)
    found = one(spoiling.page("start", lambda page: attrs.evolve(page, parts=gated)))
    assert (found.code, found.where) == ("gate_wordless", "e-gov.az.gate.known")


def test_a_notice_that_is_never_sent_is_found() -> None:
    """On the beginning, which nothing enters, and on a portal that does not offer the service."""
    (notice, *_) = SERVICE.notices
    idle = (
        attrs.evolve(notice, state="draft"),
        attrs.evolve(notice, channels=(AZERSU_AZ,)),
    )
    found = check(attrs.evolve(SERVICE, notices=(*SERVICE.notices, *idle)))
    assert [(item.code, item.where) for item in found] == [
        ("notice_never_sent", "notice.e-gov.az.draft"),
        ("notice_never_sent", "notice.azersu.az.received"),
    ]


def test_blank_words_are_none() -> None:
    """White space is no title of a window, no wording of a status, no reason of a refusal."""
    assert one(spoiling.state("at_work", told=" ")).code == "wording_missing"
    blank = spoiling.page("details", lambda page: attrs.evolve(page, title=" "))
    assert one(blank).code == "title_missing"

    def unsaid(facts: Any) -> Answer:
        return facts.case.form.reading.value > 50_000 or Fault("", "x", " ")

    found = one(spoiling.guarded("refuse", "refused", lambda old: (*old, unsaid)))
    assert found.code == "wordless"


def test_a_reason_is_filled() -> None:
    """A placeholder that no value of the fault fills is found, in an act and in a press."""

    def heavy(facts: Any) -> Answer:
        light = facts.case.form.reading.value < 50_000
        return light or Fault("", "x", "Sayğac {meter} olmaz.", {"metr": 1})

    def late(facts: Any) -> Answer:
        light = facts.values["reading"].value < 50_000
        return light or Fault("", "x", "Sayğac {meter} olmaz.", {"metr": 1})

    found = one(spoiling.guarded("refuse", "refused", lambda old: (*old, heavy)))
    assert (found.code, found.where) == ("reason_unfilled", "rule.at_work.refuse.refused")
    assert found.message.endswith("əvəzləyicilər var: {meter}.")
    to = (To("sent", when=(late,)),)
    pressed = check(spoiling.button("details", "submit", to=to))
    assert [(item.code, item.where) for item in pressed if item.code != "page_unreachable"] == [
        ("reason_unfilled", "e-gov.az.details.submit")
    ]


# --- between services ---------------------------------------------------------------------------


def test_services_that_cannot_be_told_apart() -> None:
    """By their keys anywhere, by their names on one portal."""
    twin = attrs.evolve(SERVICE, key="twin")
    other = attrs.evolve(SERVICE, key="other", name="Başqa ad")
    assert list(clashes([SERVICE, other])) == []
    (named,) = clashes([SERVICE, twin])
    assert (named.service, named.code) == ("twin", "name_twice")
    assert "repair, twin" in named.message
    keyed = list(clashes([SERVICE, attrs.evolve(other, key="repair")]))
    assert [(item.service, item.code) for item in keyed] == [("repair", "key_twice")]


def test_a_package_that_cannot_offer_anything_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """In our words if there are any, else by the kind of error alone; the rest is there."""
    cause = ValueError("no such thing")
    broken = PluginNotFound(plugin="torn")
    broken.__cause__ = cause
    refused = PluginNotFound(plugin="odd")
    refused.__cause__ = DefinitionRefused("odd", "there are no pages")
    unknown = PluginNotFound(plugin="lost")
    hook = UnknownHook(plugin="typo", hook="eservices_servises")
    hook.__cause__ = PluginValidationError(object(), "unknown hook")
    offered = [
        ("torn", broken),
        ("odd", refused),
        ("lost", unknown),
        ("typo", hook),
        ("good", (SERVICE,)),
    ]
    monkeypatch.setattr(Plugins, "offers", lambda self: iter(offered))
    known = installed()
    assert SERVICE in known.services
    assert [(item.service, item.code) for item in known.flaws] == [
        ("torn", "plugin_refused"),
        ("odd", "plugin_refused"),
        ("lost", "plugin_refused"),
        ("typo", "plugin_refused"),
    ]
    torn, odd, lost, typo = (item.message for item in known.flaws)
    assert torn == "“torn” qoşması yüklənmir: ValueError"
    assert "there are no pages" in odd
    assert unknown.message in lost
    assert hook.message in typo


def test_the_page_explains_every_flaw() -> None:
    """In the order of the code, and nothing else."""
    assert first_column("docs/proofs.md", "Code") == [list(TEXTS)]
