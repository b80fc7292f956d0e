"""How a guard says no."""

from __future__ import annotations

import pytest

from utility_eservices.casework.refusal import Refusal, reasons
from utility_eservices.errors import Fault

ONE = Fault("reason", "required", "Bu sahəni doldurun.")
OTHER = Fault("", "late", "Gecdir.")


@pytest.mark.parametrize("answer", [True, 1, "yes", [ONE]])
def test_whatever_is_truthy_is_a_yes(answer: object) -> None:
    """A yes has no reasons, whatever it is made of."""
    assert reasons(answer) == ()


def test_a_fault_is_its_own_reason() -> None:
    """A guard may answer with the fault itself."""
    assert reasons(ONE) == (ONE,)


def test_a_refusal_carries_several() -> None:
    """All faults of a refusal survive, in order."""
    refusal = Refusal((ONE, OTHER))
    assert not refusal
    assert reasons(refusal) == (ONE, OTHER)


@pytest.mark.parametrize("answer", [False, None, 0, "", Refusal(())])
def test_nobody_is_refused_without_a_word(answer: object) -> None:
    """A bare no, also one that lost its faults, is told as a fault of no field."""
    assert not answer
    (fault,) = reasons(answer)
    assert (fault.field, fault.code) == ("", "not_now")
    assert fault.message == "Bu addım indi mümkün deyil."
