"""The floor: the least that Python can do for the casework of a debt investigation.

A dict from state and event to guards and target, one slotted case that is altered in place, a
line of history and the rows of effects appended to its lists. It asks the same guards as the
library (who may, what must be stated, all reasons at once), keeps the same instants and orders
the same effects under the same keys. What it has not: types, a second service, texts, forms,
questions, proofs, a trace, a diagram; and nothing that tells when the manual and it disagree.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from benchmarks import journey
from benchmarks.journey import Move, Outcome
from utility_eservices.casework.acts import Actor
from utility_eservices.casework.refusal import REQUIRED
from utility_eservices.errors import ActionRefused, Fault

__all__ = ["DRAFT", "NOTICES", "TABLE", "Case", "Floor", "Guard", "load", "outcome", "record"]

Guard = Callable[[Actor, Mapping[str, Any], tuple[Fault, ...]], tuple[Fault, ...]]


# --- guards -----------------------------------------------------------------------------------

# You are not authorised to do this.
_NOT_YOUR_ROLE = (Fault("", "not_your_role", "Bu əməliyyat üçün səlahiyyətiniz yoxdur."),)
# This is not possible in the present state of the request.
_NOT_HERE = Fault("", "not_here", "Bu əməliyyat indiki vəziyyətdə mümkün deyil.")


def _by(role: str) -> Guard:
    def guard(
        actor: Actor, findings: Mapping[str, Any], faults: tuple[Fault, ...]
    ) -> tuple[Fault, ...]:
        return () if role in actor.roles else _NOT_YOUR_ROLE

    return guard


def _needs(key: str) -> Guard:
    def guard(
        actor: Actor, findings: Mapping[str, Any], faults: tuple[Fault, ...]
    ) -> tuple[Fault, ...]:
        if not faults and key in findings:
            return ()
        unsound = tuple(fault for fault in faults if fault.field == key)
        missing = not unsound and key not in findings
        return (Fault(key, "required", REQUIRED),) if missing else unsound

    return guard


# --- the table --------------------------------------------------------------------------------

# An effect: its name, and for a notice the field of the form that holds its address.
Ordered = tuple[tuple[str, str], ...]
_ROUTE: Ordered = (("route", ""),)
_CORRECT: Ordered = (("correct_debt", ""),)

# State and event: the role that acts (none: anybody), guards, target, effects ordered.
TABLE: Mapping[tuple[str, str], tuple[str, tuple[Guard, ...], str, Ordered]] = {
    ("draft", "register"): ("", (), "registered", _ROUTE),
    ("registered", "forward"): ("system", (_by("system"),), "forwarded", ()),
    ("registered", "forward_without_unit"): ("system", (_by("system"),), "forwarded", ()),
    ("forwarded", "investigate"): ("operator", (_by("operator"),), "under_investigation", ()),
    ("under_investigation", "order_on_site_check"): (
        "operator",
        (_by("operator"),),
        "on_site_check",
        (),
    ),
    ("on_site_check", "report_readings"): (
        "inspector",
        (_by("inspector"), _needs("clarified_reading")),
        "under_investigation",
        (),
    ),
    ("under_investigation", "send_to_commission"): (
        "operator",
        (_by("operator"), _needs("cause")),
        "at_commission",
        (),
    ),
    ("under_investigation", "finalise_without_correction"): (
        "operator",
        (_by("operator"), _needs("cause")),
        "finalised_without_correction",
        (),
    ),
    ("at_commission", "approve_correction"): (
        "commission",
        (_by("commission"), _needs("corrected_amount")),
        "correcting",
        _CORRECT,
    ),
    ("at_commission", "refuse"): (
        "commission",
        (_by("commission"), _needs("reason")),
        "refused",
        (),
    ),
    ("correcting", "debt_corrected"): ("system", (_by("system"),), "finalised", ()),
    ("correcting", "correction_failed"): ("system", (_by("system"),), "correction_delayed", ()),
    ("correction_delayed", "retry_correction"): (
        "operator",
        (_by("operator"),),
        "correcting",
        _CORRECT,
    ),
}

# By what, and the field with the address.
_EMAIL, _SMS, _PORTAL = ("email", "email"), ("sms", "phone"), ("portal", "")
_BOTH, _ALL = (_EMAIL, _SMS), (_EMAIL, _SMS, _PORTAL)
_ON_E_GOV = {
    "registered": _BOTH,
    "forwarded": _BOTH,
    "finalised": _BOTH,
    "finalised_without_correction": _BOTH,
    "refused": _ALL,
}
_ON_E_SU = (
    "registered",
    "forwarded",
    "under_investigation",
    "on_site_check",
    "at_commission",
    "correcting",
    "correction_delayed",
    "finalised",
    "finalised_without_correction",
    "refused",
)


def _notices(state: str, media: Ordered) -> Ordered:
    return tuple((f"notice.{state}.{medium}", field) for medium, field in media)


# By channel and state entered.
NOTICES: Mapping[tuple[str, str], Ordered] = {
    **{("e-gov.az", state): _notices(state, media) for state, media in _ON_E_GOV.items()},
    **{("azersu.az", state): _notices(state, media) for state, media in _ON_E_GOV.items()},
    **{("e-su.az", state): _notices(state, _ALL) for state in _ON_E_SU},
}


# --- the case ---------------------------------------------------------------------------------


class Case:
    """A case that is altered in place.

    ``kept`` is what a text held of it, ``ordered`` the rows of the effects of its moves since.
    """

    __slots__ = (
        "channel",
        "form",
        "history",
        "kept",
        "number",
        "ordered",
        "service",
        "state",
        "version",
    )

    def __init__(self, plain: dict[str, Any]) -> None:
        self.kept = plain
        self.number: str = plain["number"]
        self.service: str = plain["service"]
        self.channel: str = plain["channel"]
        self.form: dict[str, Any] = plain["form"]
        self.state: str = plain["state"]
        self.history: list[dict[str, Any]] = plain["history"]
        self.version: int = plain["version"]
        self.ordered: list[tuple[object, ...]] = []


# One text with everything in it, which is less work than several.
DRAFT = json.dumps({**json.loads(journey.DRAFT.head), "history": []})
Kind = TypeVar("Kind", bound=Case)


def load(text: str, kind: type[Kind]) -> Kind:
    """The case that a JSON text holds."""
    return kind(json.loads(text))


def record(
    case: Case,
    source: str,
    move: Move,
    role: str,
    target: str,
    ordered: Ordered,
) -> None:
    """Enter the target, with a line of history and the rows of all effects."""
    at, actor = move.at.isoformat(), move.actor
    place = len(case.history)
    case.history.append(
        {
            "at": at,
            "actor": actor.id,
            "role": role or min(actor.roles),
            "event": move.event,
            "source": source,
            "target": target,
            "findings": move.plain,
        }
    )
    case.state = target
    case.version += 1
    number, service = case.number, case.service
    for name, field in ordered + NOTICES.get((case.channel, target), ()):
        if not field or case.form[field]["value"]:
            key = f"{number}/{place}/{name}"
            case.ordered.append((key, name, service, number, place, at, 0, "pending", ""))


def _dump(case: Case) -> str:
    """The case as JSON text."""
    return json.dumps(
        {**case.kept, "state": case.state, "history": case.history, "version": case.version}
    )


def outcome(case: Case) -> Outcome:
    """What became of the case."""
    return Outcome(json.loads(_dump(case)), case.ordered)


class Floor:
    """The floor as a contender."""

    name = "the floor: a dict, a case altered in place"

    def begin(self) -> Case:
        """See `Contender.begin`."""
        return load(DRAFT, Case)

    def move(self, held: Case, move: Move) -> None:
        """See `Contender.move`."""
        row = TABLE.get((held.state, move.event))
        if row is None:
            raise ActionRefused(_NOT_HERE)
        role, guards, target, ordered = row
        faults = move.faults
        against = [fault for guard in guards for fault in guard(move.actor, move.plain, faults)]
        if against:
            raise ActionRefused(*against)
        record(held, held.state, move, role, target, ordered)

    def outcome(self, held: Case) -> Outcome:
        """See `Contender.outcome`."""
        return outcome(held)

    def dump(self, held: Case) -> str:
        """See `Storing.dump`."""
        return _dump(held)

    def load(self, text: str) -> Case:
        """See `Storing.load`."""
        return load(text, Case)
