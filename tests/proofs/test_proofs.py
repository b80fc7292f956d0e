"""Sübutlar: every proof finds its fault, by the shortest way, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import pytest
from tests.proofs import sample, spoiling
from tests.proofs.sample import FITTER, OPERATOR, REASON, SERVICE

from utility_eservices.casework.acts import by, needs
from utility_eservices.casework.form import form_field
from utility_eservices.casework.notice import Medium
from utility_eservices.casework.page import Button, Page, Ticked, To, Typed
from utility_eservices.casework.refusal import Answer
from utility_eservices.casework.rulebook import Rule, StateInfo
from utility_eservices.casework.service import Service
from utility_eservices.conformance.proofs import check
from utility_eservices.errors import Fault
from utility_eservices.vocabulary.contact import Phone
from utility_eservices.vocabulary.reading import MeterReading
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

CHANNEL = "e-gov.az (Asan imza ilə)"
DETAILS = "[ Davam et ] → Məlumatlar"
SENT = f"{CHANNEL}; {DETAILS}; [ Göndər ] → Qəbul edildi"
AT_WORK = f"{SENT}; Ustaya tapşırma: yerinə yetirildi → Təmirdə"

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
    # --- what is declared ---
    (
        "example_faulty",
        "form.phone",
        CHANNEL,
        lambda: attrs.evolve(SERVICE, form=form_of(phone=form_field("Telefon", example="heç nə"))),
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
    """One thing spoilt gives one finding: what, where, by which shortest way."""
    found = check(spoil())
    assert [(item.code, item.where, str(item.way)) for item in found] == [(code, where, way)]
