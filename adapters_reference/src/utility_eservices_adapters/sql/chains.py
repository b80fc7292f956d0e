"""Chains: what is written of each version of a case, so that nobody can alter it unseen.

With each version a link is kept in the same transaction: who did what when, digests of the case as
it was then, and the effects that were written with it. A link's hash covers the one before it, and
the first one the case's number. Nothing personal stands in a link.

>>> linked(root("AZS-2026-000001"), "{}") == linked(root("AZS-2026-000002"), "{}")
False
>>> digest(("ab", "c")) == digest(("a", "bc"))
False
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import bindparam, insert, select

from utility_eservices.casework.case import Case
from utility_eservices.casework.effect import Effect
from utility_eservices_adapters.sql.database import Transaction
from utility_eservices_adapters.sql.schema import audit
from utility_eservices_adapters.sql.statement import Prepared

__all__ = [
    "OF_CASE",
    "ROOT_OF_HEADS",
    "canonical",
    "digest",
    "digest_of_case",
    "linked",
    "root",
    "vouch",
    "written",
]

# To be altered with what is digested.
_ROOT = "utility-eservices audit 1"

# What is digested of a case, in this order: all that its row has but the serial.
OF_CASE = (
    "number", "journey", "utility", "service", "service_version", "channel", "applicant",
    "concerns", "state", "version", "lines", "sent_at", "head",
)  # fmt: skip


def digest(texts: Iterable[str]) -> str:
    """The SHA-256 of texts, each with its length: where one ends counts as well."""
    made = hashlib.sha256()
    for text in texts:
        encoded = text.encode()
        made.update(b"%d:" % len(encoded))
        made.update(encoded)
    return made.hexdigest()


def root(number: str) -> str:
    """What the first link of a case follows on."""
    return digest((_ROOT, number))


# What the first row of heads follows on.
ROOT_OF_HEADS = digest((_ROOT,))


def linked(before: str, record: str) -> str:
    """The hash of a record that follows on another hash."""
    return digest((before, record))


def canonical(value: object) -> str:
    """A record as the text that is hashed."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def written(value: object) -> str:
    """A value as it is digested."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return str(value)


def digest_of_case(row: Mapping[str, Any]) -> str:
    """The digest of the row of a case."""
    return digest(written(row[name]) for name in OF_CASE)


_LINK = Prepared(
    select(audit.c.hash).where(
        audit.c.case_number == bindparam("number"), audit.c.place == bindparam("place")
    )
)
_ADD_LINK = Prepared(insert(audit).inline(), ("case_number", "place", "at", "record", "hash"))


def vouch(
    transaction: Transaction,
    case: Case[Any],
    row: Mapping[str, Any],
    lines: Iterable[str],
    effects: Iterable[Effect],
) -> None:
    """Add the link of a new version of a case, in the transaction that keeps it.

    ``row`` is what is kept as the row of the case, ``lines`` its history, ``effects`` those that
    were written with it.
    """
    entry = case.history[-1]
    record = canonical(
        {
            "version": case.version,
            "at": written(entry.at),
            "actor": entry.actor,
            "role": entry.role,
            "event": entry.event,
            "source": entry.source,
            "target": entry.target,
            "case": digest_of_case(row),
            "history": digest(lines),
            "effects": {effect.key: effect.outcome.value for effect in effects},
        }
    )
    before = transaction.one(_LINK, number=case.number, place=case.version - 1)
    transaction.do(
        _ADD_LINK,
        case_number=case.number,
        place=case.version,
        at=entry.at,
        record=record,
        # Without the link before, which somebody took away, people are served all the same.
        hash=linked(before[0] if before else root(case.number), record),
    )
