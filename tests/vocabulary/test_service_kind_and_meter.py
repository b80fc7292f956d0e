"""Kinds of service and meter types: what is said of them, and what programs tell them by."""

import pytest

from utility_eservices.vocabulary.language import AZERBAIJANI
from utility_eservices.vocabulary.meter import MeterType
from utility_eservices.vocabulary.service_kind import ALL_SERVICE_KINDS, ServiceKind, ServiceKinds


def test_the_combinations_are_three() -> None:
    """Each with a key, a name in full and a short one (ST-027, AMB-26)."""
    assert [(item.value, str(item.label), str(item.short)) for item in ALL_SERVICE_KINDS] == [
        ("water", "Su təchizatı", "Su"),
        ("wastewater", "Tullantı sularının axıdılması", "Tullantı suları"),
        (
            "water_and_wastewater",
            "Su təchizatı və tullantı sularının axıdılması",
            "Su, tullantı suları",
        ),
    ]


@pytest.mark.parametrize("kinds", ALL_SERVICE_KINDS, ids=lambda kinds: kinds.value)
def test_a_set_comes_back_from_its_kinds_and_from_its_key(kinds: ServiceKinds) -> None:
    """In whatever order the kinds are named; it is said by its name in full."""
    inside = [kind for kind in ServiceKind if kind in kinds]
    assert inside
    assert ServiceKinds.of(*reversed(inside)) == ServiceKinds(kinds.value) == kinds
    assert AZERBAIJANI.said(kinds) == str(kinds.label)


@pytest.mark.parametrize("key", ["", "su", "Water", "water,wastewater"])
def test_what_is_no_combination_is_refused(key: str) -> None:
    """A misspelt key is a mistake of a program."""
    with pytest.raises(ValueError, match="not kinds of service"):
        ServiceKinds(key)


def test_the_code_of_a_meter_is_shown_as_it_is() -> None:
    """What it stands for is a guess, and stays beside it (AMB-27)."""
    assert AZERBAIJANI.said(MeterType("M")) == str(MeterType("M")) == "M"
    assert str(MeterType("M").meaning) == "mexaniki"
    assert MeterType("smart").meaning is None


@pytest.mark.parametrize("code", ["", " ", "a\nb", "x" * 21])
def test_a_meter_type_is_a_short_text(code: str) -> None:
    """Nothing unseen, and nothing that fills a page."""
    with pytest.raises(ValueError, match="meter type"):
        MeterType(code)
