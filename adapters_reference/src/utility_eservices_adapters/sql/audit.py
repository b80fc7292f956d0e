"""The audit trail."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC
from typing import Any

from sqlalchemy import bindparam, insert, select

from utility_eservices.casework.case import Case
from utility_eservices.casework.effect import Effect
from utility_eservices.ports.case_store import CaseText
from utility_eservices_adapters.sql.database import Transaction
from utility_eservices_adapters.sql.schema import audit
from utility_eservices_adapters.sql.statement import Prepared

__all__ = ["vouch"]

_LINK = Prepared(
    select(audit.c.hash).where(
        audit.c.case_number == bindparam("number"), audit.c.place == bindparam("place")
    )
)
_ADD_LINK = Prepared(insert(audit).inline(), ("case_number", "place", "at", "record", "hash"))


def vouch(
    transaction: Transaction, case: Case[Any], text: CaseText, effects: Iterable[Effect]
) -> None:
    """Add a link for the version of a case that is kept in the same transaction."""
    before = transaction.one(_LINK, number=case.number, place=case.version - 1)
    record = _canonical(_record(case, text, effects))
    transaction.do(
        _ADD_LINK,
        case_number=case.number,
        place=case.version,
        at=case.history[-1].at,
        record=record,
        hash=_linked(before[0] if before else _root(case.number), record),
    )


def _record(case: Case[Any], text: CaseText, effects: Iterable[Effect]) -> dict[str, Any]:
    entry = case.history[-1]
    return {
        "version": case.version,
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor": entry.actor,
        "role": entry.role,
        "event": entry.event,
        "source": entry.source,
        "target": entry.target,
        "head": _digest(text.head),
        "history": _digest(*text.history),
        "effects": {effect.key: effect.outcome.value for effect in effects},
    }


def _canonical(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def _digest(*texts: str) -> str:
    made = hashlib.sha256()
    for text in texts:
        written = text.encode()
        # With its length, so that where one ends and the next begins is told, too.
        made.update(b"%d:" % len(written))
        made.update(written)
    return made.hexdigest()


def _root(number: str) -> str:
    return _digest("utility-eservices audit", number)


def _linked(before: str, record: str) -> str:
    return _digest(before, record)
