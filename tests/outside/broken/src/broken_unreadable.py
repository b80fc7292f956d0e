"""A casework that python-statemachine itself refuses: nothing leads to its second status."""

from __future__ import annotations

from statemachine import StateMachine

from utility_eservices.casework.rulebook import Status

__all__ = ["Unreadable"]


class Unreadable(StateMachine):
    """A state without any way to it."""

    draft = Status("Qaralama", initial=True)
    lost = Status("İtib")
    closed = Status("Bağlandı", final=True)
    register = draft.to(closed)
    leave = lost.to(closed)
