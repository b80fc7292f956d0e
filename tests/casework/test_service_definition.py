"""Borcun araşdırılması: what manual 001 fixes and nothing may change by accident."""

from __future__ import annotations

import pytest

from utility_eservices.casework.notice import Medium
from utility_eservices.services.azersu.debt_investigation import SERVICE

E_GOV, E_SU = (SERVICE.journey_on(channel) for channel in ("e-gov.az", "e-su.az"))
CASEWORK = SERVICE.casework_rules


def test_five_means_on_e_gov_and_three_on_e_su() -> None:
    """The windows of sign-in offer these, in this order (DI-012 to DI-016, DI-074)."""
    assert E_GOV is not None
    assert E_SU is not None
    assert [item.means.key for item in E_GOV.sign_in.means] == [
        "id_number",
        "sima",
        "asan",
        "sima_token",
        "bsxm",
    ]
    assert [item.means.key for item in E_SU.sign_in.means] == ["asan", "e_signature", "id_number"]
    assert (E_GOV.sign_in.of_portal, E_SU.sign_in.of_portal) == (False, True)


def test_azersu_az_leads_into_the_journey_of_e_gov() -> None:
    """The company's own site has no steps of its own (AMB-11)."""
    assert SERVICE.journey_on("azersu.az") is E_GOV


def test_the_ways_of_the_screens() -> None:
    """Seven pages on e-gov.az, where a dialog confirms; three on e-su.az, where a tick does."""
    assert E_GOV is not None
    assert E_SU is not None
    pages = [page.key for page in E_GOV.pages]
    assert pages == ["home", "status", "code", "invoice", "request", "confirm", "registered"]
    assert [page.key for page in E_GOV.pages if page.dialog] == ["confirm"]
    assert [page.key for page in E_SU.pages] == ["code", "request", "registered"]
    for journey in (E_GOV, E_SU):
        # Not a page is lost on the way into the table.
        assert list(journey.rules.states) == [page.key for page in journey.pages]
        assert [key for key, state in journey.rules.states.items() if state.final] == ["registered"]
        assert journey.registers


def test_the_form_is_that_of_figure_8() -> None:
    """Eight fields, of which the day of the reading is given and not typed (DI-037)."""
    assert list(SERVICE.fields) == [
        "subscriber_code",
        "faulty_invoice",
        "reason",
        "meter_reading",
        "reading_date",
        "meter_photo",
        "phone",
        "email",
    ]
    assert [spec.key for spec in SERVICE.fields.values() if spec.given] == ["reading_date"]
    assert [spec.key for spec in SERVICE.fields.values() if spec.upload] == ["meter_photo"]


def test_three_ends_and_all_states() -> None:
    """A request is finalised with or without a correction, or refused by the commission."""
    assert CASEWORK.initial == "draft"
    assert [key for key, state in CASEWORK.states.items() if state.final] == [
        "finalised",
        "finalised_without_correction",
        "refused",
    ]
    assert len(CASEWORK.states) == 11
    assert all(state.told for key, state in CASEWORK.states.items() if key != "draft")


@pytest.mark.parametrize(
    ("state", "event", "target", "roles", "findings"),
    [
        ("registered", "forward", "forwarded", {"system"}, []),
        ("forwarded", "investigate", "under_investigation", {"operator"}, []),
        ("under_investigation", "order_on_site_check", "on_site_check", {"operator"}, []),
        (
            "on_site_check",
            "report_readings",
            "under_investigation",
            {"inspector"},
            ["clarified_reading"],
        ),
        ("under_investigation", "send_to_commission", "at_commission", {"operator"}, ["cause"]),
        (
            "under_investigation",
            "finalise_without_correction",
            "finalised_without_correction",
            {"operator"},
            ["cause"],
        ),
        (
            "at_commission",
            "approve_correction",
            "correcting",
            {"commission"},
            ["corrected_amount"],
        ),
        ("at_commission", "refuse", "refused", {"commission"}, ["reason"]),
        ("correcting", "debt_corrected", "finalised", {"system"}, []),
    ],
)
def test_who_moves_it_where_and_on_what_grounds(
    state: str, event: str, target: str, roles: set[str], findings: list[str]
) -> None:
    """Each step of figures 11 to 18: by whom, and what must be stated with it."""
    (rule,) = CASEWORK.candidates(state, event)
    assert rule.target == target
    assert {role.key for role in rule.roles} == roles
    assert [item.key for item in rule.findings] == findings


def test_only_what_ours_alone_is_marked_so() -> None:
    """The manual knows neither the draft nor a delayed correction nor how an end is called."""
    assert [key for key, state in CASEWORK.states.items() if state.ours] == [
        "draft",
        "correction_delayed",
        "finalised_without_correction",
    ]


def test_e_su_tells_every_status_by_three_media() -> None:
    """e-su.az tells of each status entered by e-mail, SMS and portal (DI-088 to DI-090)."""
    told = {state for state in CASEWORK.states if state != CASEWORK.initial}
    here = [
        notice for state in told for notice in SERVICE.notices if notice.is_for("e-su.az", state)
    ]
    assert {notice.state for notice in here} == told
    assert all(set(notice.media) == set(Medium) for notice in here)
    assert len(here) == len(told)
