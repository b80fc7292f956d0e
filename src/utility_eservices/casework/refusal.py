"""How a guard says no (rədd, “refusal”).

A guard answers with something truthy, or with a `Fault` or a `Refusal`, both falsy: the "no"
carries its reasons through the rulebook and through python-statemachine alike.

>>> bool(Refusal((Fault("reason", "required", "Bu sahəni doldurun."),)))
False
>>> [fault.code for fault in reasons(False)]
['not_now']
>>> reasons(True)
()
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import attrs

from utility_eservices.errors import Fault

__all__ = ["REQUIRED", "Answer", "Guard", "Refusal", "reasons"]

# Please fill in this field.
REQUIRED = "Bu sahəni doldurun."


@attrs.frozen
class Refusal:
    """Several faults at once; falsy."""

    faults: tuple[Fault, ...]

    def __bool__(self) -> bool:
        return False


Answer: TypeAlias = "bool | Fault | Refusal"
Guard: TypeAlias = Callable[[Any], Answer]


def reasons(answer: object) -> tuple[Fault, ...]:
    """The faults that a guard's answer carries; none when it said yes.

    A bare ``False`` and an empty `Refusal` get a fault of their own, so that nobody is refused
    without a word.
    """
    if answer:
        return ()
    if isinstance(answer, Refusal) and answer.faults:
        return answer.faults
    if isinstance(answer, Fault):
        return (answer,)
    # This step is not open now.
    return (Fault("", "not_now", "Bu addım indi mümkün deyil."),)
