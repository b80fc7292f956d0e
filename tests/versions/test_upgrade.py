"""Keçid: what an upgrade makes of values and names, and what is refused of it."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from tests.versions.sample import FIRST, SECOND, THIRD, TO_SECOND, TO_THIRD

from utility_eservices.casework.service import Service
from utility_eservices.casework.upgrade import Upgrade, effect_now, page_now, state_now
from utility_eservices.errors import DefinitionRefused

FIRST_TO_THIRD = (TO_SECOND, TO_THIRD)

# --- values -------------------------------------------------------------------------------------


def test_fields_change_places_at_once() -> None:
    """Every value is made of the old form, so that two fields can change names."""
    swap = Upgrade(since=1, fields={"a": "b", "b": "a"})
    assert swap.form({"a": 1, "b": 2, "c": 3}) == {"a": 2, "b": 1, "c": 3}
    assert swap.entries({"a": "1", "c": "3"}) == {"b": "1", "c": "3"}


def test_a_function_sees_the_whole_old_form() -> None:
    """It may join what is given up; the old form itself stays as it was."""
    old = {"name": "Aysel", "surname": "Quliyeva"}
    join = Upgrade(
        since=1,
        fields={"person": lambda form: f"{form['name']} {form['surname']}"},
        dropped=("name", "surname"),
    )
    assert join.form(old) == {"person": "Aysel Quliyeva"}
    assert old == {"name": "Aysel", "surname": "Quliyeva"}


def test_a_field_that_never_was_is_no_source() -> None:
    """A case is not read with a value left out by mistake."""
    with pytest.raises(KeyError):
        Upgrade(since=1, fields={"a": "b"}).form({})


def test_what_an_act_stated_is_converted_act_by_act() -> None:
    """An act that stated nothing of it states nothing now; what is given up stays to be read."""
    upgrade = Upgrade(
        since=1,
        findings={"why": "reason", "metres": lambda stated: stated.get("length")},
        dropped_findings=("colour",),
    )
    assert upgrade.stated({}) == {}
    assert upgrade.stated({"reason": "Yox.", "colour": "red"}) == {"why": "Yox.", "colour": "red"}
    assert upgrade.stated({"length": 5, "unit": "x"}) == {"length": 5, "unit": "x", "metres": 5}


# --- names --------------------------------------------------------------------------------------


def test_names_go_through_every_upgrade() -> None:
    """One step after another; what no step names is called what it was called."""
    upgrades = (
        Upgrade(since=1, states={"a": "b"}, pages={"x": {"p": "q"}}, effects={"e": "f"}),
        Upgrade(since=2, states={"b": "c"}, pages={"x": {"q": "r"}}, effects={"f": "g"}),
    )
    assert [state_now(upgrades, key) for key in "abcd"] == ["c", "c", "c", "d"]
    assert [page_now(upgrades, key, "x") for key in "pqrs"] == ["r", "r", "r", "s"]
    assert [effect_now(upgrades, key) for key in "efgh"] == ["g", "g", "g", "h"]


def test_a_notice_follows_its_state() -> None:
    """Unless it is named itself; and then it goes on following."""
    assert effect_now(FIRST_TO_THIRD, "notice.sent.portal") == "notice.received.portal"
    named = Upgrade(since=1, states={"a": "b"}, effects={"notice.a.sms": "notice.c.sms"})
    assert effect_now((named,), "notice.a.sms") == "notice.c.sms"
    assert effect_now((named,), "notice.a.email") == "notice.b.email"
    later = Upgrade(since=2, states={"c": "d"})
    assert effect_now((named, later), "notice.a.sms") == "notice.d.sms"


def test_what_is_given_up_stays_so() -> None:
    """A later upgrade cannot find it again."""
    gone = Upgrade(since=1, pages={"x": {"p": None}}, effects={"notice.a.sms": None})
    again = Upgrade(since=2, pages={"x": {"p": "q"}}, effects={"notice.a.sms": "notice.b.sms"})
    assert page_now((gone, again), "p", "x") is None
    assert effect_now((gone, again), "notice.a.sms") is None


def test_a_portal_that_leads_in_may_have_pages_of_its_own() -> None:
    """The portal where the journey began counts first, then the one that shows it."""
    upgrade = Upgrade(since=1, pages={"azersu.az": {"p": "a"}, "e-gov.az": {"p": "g"}})
    assert page_now((upgrade,), "p", "azersu.az", "e-gov.az") == "a"
    assert page_now((upgrade,), "p", "bank.example", "e-gov.az") == "g"
    assert page_now((upgrade,), "p", "e-su.az", "e-su.az") == "p"


# --- what is refused ----------------------------------------------------------------------------


def with_upgrades(service: Service, *upgrades: Upgrade, **changes: Any) -> Service:
    altered = {"rules": service.rules, "upgrades": upgrades, **changes}
    return attrs.evolve(service, **altered)


def second(**changes: Any) -> tuple[Service, tuple[Upgrade, ...]]:
    return SECOND, (attrs.evolve(TO_SECOND, **changes),)


def third(**changes: Any) -> tuple[Service, tuple[Upgrade, ...]]:
    return THIRD, (TO_SECOND, attrs.evolve(TO_THIRD, **changes))


@pytest.mark.parametrize(
    ("declared", "why"),
    [
        pytest.param((SECOND, ()), "one upgrade since each version", id="none"),
        pytest.param((THIRD, (TO_SECOND,)), "one upgrade since each version", id="one too few"),
        pytest.param((THIRD, (TO_THIRD, TO_SECOND)), "one upgrade since", id="order"),
        pytest.param((FIRST, (TO_SECOND,)), "one upgrade since", id="one too many"),
        pytest.param(
            second(states={"sent": "arrived"}),
            "sent becomes arrived, which is no state",
            id="state",
        ),
        pytest.param(
            third(states={"overdue": "gone"}), "overdue becomes gone, which is no state", id="later"
        ),
        pytest.param(
            second(states={"sent": "received", "closed": "refused"}),
            "the state closed is given up and used again",
            id="state still there",
        ),
        pytest.param(
            third(states={"overdue": "waiting", "sent": "waiting"}),
            "the state sent is given up and used again",
            id="state given up twice",
        ),
        pytest.param(
            second(states={"sent": "old", "old": "received"}),
            "old, which is no state",
            id="state by a detour",
        ),
        pytest.param(
            second(effects={"assign": "hand_over"}),
            "assign becomes hand_over, which is no effect",
            id="effect",
        ),
        pytest.param(
            second(effects={"assign": None}), "assign is no notice, and cannot be", id="given up"
        ),
        pytest.param(
            second(effects={"assign": "appoint", "notice.closed.portal": "appoint"}),
            "the effect notice.closed.portal is given up and used again",
            id="effect still there",
        ),
        pytest.param(
            second(pages={"e-gov.az": {"details": "more"}}),
            "details on e-gov.az becomes more, which is no page",
            id="page",
        ),
        pytest.param(
            second(pages={"e-su.az": {"details": "contact"}}),
            "details on e-su.az becomes contact, which is no page",
            id="portal",
        ),
        pytest.param(
            second(fields={"mobile": "phone", "telex": "fax"}),
            "the field telex of an upgrade is nowhere",
            id="field",
        ),
        pytest.param(
            second(dropped=("fax", "floor")),
            "the field floor is given up and still there",
            id="drop",
        ),
        pytest.param(
            third(fields={"urgent": "floor"}),
            "the field floor is given up and still there",
            id="field moved away",
        ),
        pytest.param(
            second(findings={"outcome": "result", "length": "why"}),
            "the finding length of an upgrade is nowhere",
            id="finding",
        ),
        pytest.param(
            second(dropped_findings=("why",)),
            "the finding why is given up and still",
            id="findings",
        ),
    ],
)
def test_refused(declared: tuple[Service, tuple[Upgrade, ...]], why: str) -> None:
    """An upgrade that leads nowhere, or gives a name two meanings, is found at definition."""
    service, upgrades = declared
    with pytest.raises(DefinitionRefused, match=why):
        with_upgrades(service, *upgrades)


def test_versions_begin_with_one() -> None:
    """Below it there is nothing to come from."""
    with pytest.raises(DefinitionRefused, match="versions begin with 1"):
        with_upgrades(FIRST, version=0)


def test_names_may_be_changed_by_two_upgrades_in_turn() -> None:
    """What the first leads to need not be there any longer: the second takes it further."""
    upgrade = attrs.evolve(
        TO_SECOND,
        states={"sent": "taken"},
        effects={"assign": "hand_out"},
        pages={"e-gov.az": {"details": "contacts"}},
    )
    then = attrs.evolve(
        TO_THIRD,
        states={"overdue": "waiting", "taken": "received"},
        effects={"hand_out": "appoint"},
        pages={"e-gov.az": {"contacts": "place", "confirm": "place"}},
    )
    made = with_upgrades(THIRD, upgrade, then)
    assert made.state("sent").key == "received"
    assert made.effect_now("assign") == "appoint"


def test_what_a_later_upgrade_takes_further_is_no_mistake() -> None:
    """A field made by one upgrade may be dropped or renamed by the next; a portal may be left."""
    upgrade = attrs.evolve(
        TO_SECOND, fields={**TO_SECOND.fields, "telex": "fax"}, dropped=(), findings={"x": "result"}
    )
    then = attrs.evolve(TO_THIRD, dropped=("telex",), findings={"outcome": "x"})
    left = attrs.evolve(then, pages={**then.pages, "bank.example": {"code": None}})
    made = with_upgrades(THIRD, upgrade, left)
    assert made.effect_now("assign") == "appoint"
    assert made.effect_now("nothing") == "nothing"
