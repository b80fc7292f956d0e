"""The tables of the store: what lasts of requests, journeys and payments.

``serial`` counts what came in: SQLite and PostgreSQL number the rows themselves. Texts that are
JSON are kept as the texts they are, to the letter.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Identity,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
)

from utility_eservices_adapters.sql.columns import Instant, Qepik, Serial
from utility_eservices_adapters.sql.migrating import NAMES, Schema
from utility_eservices_adapters.sql.texts import Plain, Short

__all__ = [
    "SCHEMA",
    "arrivals",
    "audit",
    "audit_heads",
    "case_history",
    "cases",
    "counter_members",
    "counters",
    "deliveries",
    "effects",
    "inbox",
    "journeys",
    "numbers",
    "payment_attempts",
    "payment_orders",
    "reference_items",
    "reference_rules",
    "reference_units",
    "registered_codes",
]

metadata = MetaData(naming_convention=NAMES)


def _serial() -> Column[int]:
    return Column("serial", Serial, Identity(), primary_key=True)


def _text(name: str, *, primary_key: bool = False) -> Column[str]:
    return Column(name, Text, primary_key=primary_key, nullable=False)


def _plain(name: str) -> Column[str]:
    return Column(name, Plain, nullable=False)


def _short(name: str, *, primary_key: bool = False) -> Column[str]:
    """A text that an index holds."""
    return Column(name, Short, primary_key=primary_key, nullable=False)


# --- requests -----------------------------------------------------------------------------------

cases = Table(
    "cases",
    metadata,
    _serial(),
    _short("number"),
    _short("journey"),
    _short("utility"),
    _short("service"),
    Column("service_version", Integer, nullable=False),
    _short("channel"),
    # The applicant's FIN, and the subscriber code it is about.
    _short("applicant"),
    _short("concerns"),
    _short("state"),
    Column("version", Integer, nullable=False),
    # How many lines of history are kept.
    Column("lines", Integer, nullable=False),
    Column("sent_at", Instant, nullable=False),
    # All but the history, as JSON text.
    _plain("head"),
    UniqueConstraint("number"),
    UniqueConstraint("journey"),
    Index("ix_cases_applicant", "applicant", "sent_at", "serial"),
    Index("ix_cases_concerns", "concerns", "sent_at", "serial"),
    Index("ix_cases_place", "service", "state", "sent_at", "serial"),
)

# What of each case never changes and is listed by, in the order of registration: narrow rows,
# so that going through many is quick.
arrivals = Table(
    "arrivals",
    metadata,
    Column("sent_at", Instant, primary_key=True),
    Column("serial", Serial, primary_key=True, autoincrement=False),
    _short("service"),
    _short("channel"),
    # What words are looked for in, folded.
    _plain("folded"),
    sqlite_with_rowid=False,
)

case_history = Table(
    "case_history",
    metadata,
    _short("case_number", primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    # One line, as JSON text.
    _plain("entry"),
    sqlite_with_rowid=False,
)

effects = Table(
    "effects",
    metadata,
    _serial(),
    _plain("key"),
    _short("name"),
    _short("service"),
    _short("case_number"),
    Column("entry", Integer, nullable=False),
    Column("due", Instant, nullable=False),
    Column("tries", Integer, nullable=False),
    _short("outcome"),
    _plain("reason"),
    UniqueConstraint("key"),
)
# Most effects are done, and nobody looks for those.
for _outcome in ("pending", "failed"):
    _only = effects.c.outcome == _outcome
    Index(
        f"ix_effects_{_outcome}",
        effects.c.due,
        effects.c.serial,
        sqlite_where=_only,
        postgresql_where=_only,
    )

# What happened to each case, chained by hash; never altered but for ``head``.
audit = Table(
    "audit",
    metadata,
    _short("case_number", primary_key=True),
    # The version of the case.
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    # What is vouched for, as JSON text: digests, no personal data.
    _plain("record"),
    _plain("hash"),
    # The row of `audit_heads` that covers it, none as yet.
    Column("head", Serial),
    sqlite_with_rowid=False,
)
Index(
    "ix_audit_uncovered",
    audit.c.at,
    sqlite_where=audit.c.head.is_(None),
    postgresql_where=audit.c.head.is_(None),
)

# The last link of every case's chain that moved, chained in their turn.
audit_heads = Table(
    "audit_heads",
    metadata,
    Column("place", Serial, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    # The case numbers, and the places and hashes of their last links, as JSON text.
    _plain("record"),
    _plain("hash"),
)

# --- journeys -----------------------------------------------------------------------------------

journeys = Table(
    "journeys",
    metadata,
    _short("id", primary_key=True),
    _short("fin"),
    _plain("service"),
    _plain("channel"),
    Column("at", Instant, nullable=False),
    # Sealed by the desk.
    _plain("text"),
    Index("ix_journeys_fin", "fin", "at", "id"),
    Index("ix_journeys_at", "at"),
)

# --- payments -----------------------------------------------------------------------------------

payment_orders = Table(
    "payment_orders",
    metadata,
    _serial(),
    _short("number"),
    _short("intent"),
    _short("journey"),
    _plain("service"),
    _plain("utility"),
    _plain("fin"),
    # The bill as it was made last.
    _plain("code"),
    Column("amount", Qepik, nullable=False),
    _plain("card"),
    _plain("about"),
    Column("at", Instant, nullable=False),
    Column("version", Integer, nullable=False),
    _plain("credit"),
    Column("paid_at", Instant),
    _plain("paid_by"),
    Column("unanswered", Integer, nullable=False),
    Column("due", Instant),
    Column("tries", Integer, nullable=False),
    _short("trouble"),
    # A list of codes, as JSON text.
    _plain("seen"),
    UniqueConstraint("number"),
    UniqueConstraint("intent"),
    Index("ix_payment_orders_journey", "journey", "serial"),
    Index("ix_payment_orders_due", "due"),
    Index("ix_payment_orders_trouble", "trouble", "serial"),
)

payment_attempts = Table(
    "payment_attempts",
    metadata,
    _short("key", primary_key=True),
    _short("order_number"),
    Column("place", SmallInteger, nullable=False),
    _plain("state"),
    Column("amount", Qepik, nullable=False),
    _plain("card"),
    Column("since", Instant, nullable=False),
    _plain("page"),
    _plain("reference"),
    Index("ix_payment_attempts_order", "order_number", "place"),
)

# --- what belongs to persons --------------------------------------------------------------------

registered_codes = Table(
    "registered_codes",
    metadata,
    _serial(),
    _short("utility"),
    _short("fin"),
    _short("code"),
    UniqueConstraint("utility", "fin", "code"),
)

inbox = Table(
    "inbox",
    metadata,
    _serial(),
    _short("key"),
    _short("fin"),
    Column("at", Instant, nullable=False),
    _plain("case_number"),
    _plain("subject"),
    _plain("text"),
    UniqueConstraint("key"),
    Index("ix_inbox_fin", "fin", "at", "serial"),
)

# --- what belongs to utilities ------------------------------------------------------------------

reference_items = Table(
    "reference_items",
    metadata,
    _short("utility", primary_key=True),
    _short("list", primary_key=True),
    _short("key", primary_key=True),
    Column("place", Integer, nullable=False),
    _plain("label"),
)

# The unit that carries out requests to a service.
reference_units = Table(
    "reference_units",
    metadata,
    _short("utility", primary_key=True),
    _short("service", primary_key=True),
    _plain("key"),
    _plain("label"),
)

reference_rules = Table(
    "reference_rules",
    metadata,
    _short("utility", primary_key=True),
    _short("rule", primary_key=True),
    Column("applies", Boolean, nullable=False),
)

# The last request number of each utility.
numbers = Table(
    "numbers",
    metadata,
    _short("utility", primary_key=True),
    Column("last", BigInteger, nullable=False),
)

# --- what hosts count and remember --------------------------------------------------------------

counters = Table(
    "counters",
    metadata,
    _short("name", primary_key=True),
    Column("day", Date, primary_key=True),
    Column("figure", Integer, nullable=False),
)

counter_members = Table(
    "counter_members",
    metadata,
    _short("name", primary_key=True),
    Column("day", Date, primary_key=True),
    _short("member", primary_key=True),
)

# Letters on their way and delivered, by a digest of their keys.
deliveries = Table(
    "deliveries",
    metadata,
    _text("key", primary_key=True),
    # sending or sent
    _text("state"),
    # Until when whoever sends it is waited for.
    Column("until", Instant, nullable=False),
)

SCHEMA = Schema("store", metadata, "utility_eservices_adapters.sql:migrations/versions")
