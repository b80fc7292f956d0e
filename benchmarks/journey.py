"""The debt journey: the same request, moved the same way, by every contender.

From the draft to the corrected debt, the check on site included: eight moves, each with the
officer, the instant and the finding that it takes. Sent on e-su.az, where every move is told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, Protocol

import attrs

from utility_eservices.casework.acts import APPLICANT, SYSTEM, Actor
from utility_eservices.casework.case import Case
from utility_eservices.desk.catalogue import Catalogue
from utility_eservices.desk.codec import Codec, converter
from utility_eservices.desk.moving import new_case
from utility_eservices.errors import Fault
from utility_eservices.ports.reference import ReferenceItem
from utility_eservices.services.azersu.debt_investigation import (
    COMMISSION,
    INSPECTOR,
    OPERATOR,
    SERVICE,
    DebtInvestigation,
)
from utility_eservices.vocabulary.channel import E_SU_AZ
from utility_eservices.vocabulary.contact import Email, Phone
from utility_eservices.vocabulary.document import Document
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.invoice import Invoice
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.month import Month
from utility_eservices.vocabulary.person import Assurance, Identity, PersonName
from utility_eservices.vocabulary.reading import MeterReading
from utility_eservices.vocabulary.remark import Remark
from utility_eservices.vocabulary.sign_in import ASAN
from utility_eservices.vocabulary.subscriber_code import AZERSU_CODE

__all__ = [
    "CATALOGUE",
    "CODEC",
    "DRAFT",
    "MOVES",
    "TRANSITION",
    "Contender",
    "Move",
    "Outcome",
    "Storing",
    "disagreeing",
    "draft",
]

CATALOGUE = Catalogue((SERVICE,))
CODEC = Codec(CATALOGUE)
_CONVERTER = converter()


# --- the request, and what is done with it ----------------------------------------------------


def draft() -> Case[Any]:
    """The request before its registration; everybody in it is invented."""
    person = Identity(Fin("5XJ1K2A"), PersonName("Aysel", "Quliyeva"), ASAN.key, Assurance.HIGH)
    form = DebtInvestigation(
        AZERSU_CODE.parse("1020304050"),
        Invoice("F-2020-09-4050", Month(2020, 9), Money.of("12.40"), Decimal(31), True, True),
        # A payment that was made is missing.
        ReferenceItem("payment_missing", "Edilmiş ödəniş borcdan silinməyib"),
        MeterReading(Decimal(1254)),
        date(2026, 11, 20),
        Document("d-1", "sayğac.png", "image/png", 67, "0" * 64),
        Phone.parse("050 200 10 20"),
        Email.parse("aysel@example.com"),
    )
    return new_case(SERVICE, "AZS-2026-000001", E_SU_AZ.key, "journey-1", person, form)


DRAFT = CODEC.dump(draft())


@attrs.frozen
class Move:
    """One event: who sends it, when, and the findings stated with it.

    ``plain`` is what JSON makes of the findings, for contenders that keep no typed ones;
    ``faults`` are findings that could not be converted.
    """

    event: str
    actor: Actor
    at: datetime
    findings: Mapping[str, Any]
    plain: Mapping[str, Any]
    faults: tuple[Fault, ...] = ()

    @classmethod
    def of(cls, minute: int, event: str, actor: Actor, **findings: Any) -> Move:
        """A move at so many minutes past nine."""
        at = datetime(2026, 11, 20, 9, tzinfo=UTC) + timedelta(minutes=minute)
        return cls(event, actor, at, findings, _CONVERTER.unstructure(findings))


_APPLICANT = Actor("applicant", frozenset({APPLICANT.key}))
_SYSTEM = Actor("system", frozenset({SYSTEM.key}))
_OPERATOR = Actor("operator-1", frozenset({OPERATOR.key}))
_INSPECTOR = Actor("inspector-1", frozenset({INSPECTOR.key}))
_COMMISSION = Actor("commission-1", frozenset({COMMISSION.key}))

# The unit is an invented district office; the cause: the reading was misread.
MOVES = (
    Move.of(0, "register", _APPLICANT),
    Move.of(1, "forward", _SYSTEM, unit="Nəsimi rayon sahəsi"),
    Move.of(2, "investigate", _OPERATOR),
    Move.of(3, "order_on_site_check", _OPERATOR),
    Move.of(4, "report_readings", _INSPECTOR, clarified_reading=MeterReading(Decimal(1251))),
    Move.of(5, "send_to_commission", _OPERATOR, cause=Remark("Göstərici səhv oxunub.")),
    Move.of(6, "approve_correction", _COMMISSION, corrected_amount=Money.of("2.10")),
    Move.of(7, "debt_corrected", _SYSTEM),
)
# The place of the transition that is measured alone: two guards, one of them wants a finding.
TRANSITION = 5


# --- who takes part ---------------------------------------------------------------------------


@attrs.frozen
class Outcome:
    """What became of a request: its content as JSON has it, and the rows of its effects."""

    content: Mapping[str, Any]
    ordered: Sequence[tuple[object, ...]]


class Contender(Protocol):
    """One way to move cases. What it holds of a case is its own; `move` alters it."""

    @property
    def name(self) -> str:
        """What the table calls it."""

    def begin(self) -> Any:
        """A case at its draft, with all that is needed to move it."""

    def move(self, held: Any, move: Move) -> None:
        """Decide, move the case, add a line of history and the rows of its effects.

        Raises `ActionRefused`, and then alters nothing.
        """

    def outcome(self, held: Any) -> Outcome:
        """What became of the case."""


class Storing(Contender, Protocol):
    """A contender whose whole case can be made text and read again.

    Whether that is one text or several is its own: both write all of the case.
    """

    def dump(self, held: Any) -> Any:
        """The case as JSON."""

    def load(self, text: Any) -> Any:
        """The case that a text holds, as `begin` would give it."""


def disagreeing(contenders: Sequence[Contender]) -> list[str]:
    """The names of those that bring the journey to another end than the first one does."""
    first, *others = (_walked(contender) for contender in contenders)
    pairs = zip(contenders[1:], others, strict=True)
    return [contender.name for contender, outcome in pairs if outcome != first]


def _walked(contender: Contender) -> Outcome:
    held = contender.begin()
    for move in MOVES:
        contender.move(held, move)
    return contender.outcome(held)
