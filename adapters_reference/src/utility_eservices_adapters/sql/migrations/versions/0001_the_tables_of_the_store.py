"""The tables of the store."""

import sqlalchemy as sa
from alembic import op

from utility_eservices_adapters.sql.columns import Instant, Qepik

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "arrivals",
        sa.Column("sent_at", Instant(), nullable=False),
        sa.Column(
            "serial",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sent_at", "serial", name=op.f("pk_arrivals")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "audit",
        sa.Column("case_number", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("head", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.PrimaryKeyConstraint("case_number", "place", name=op.f("pk_audit")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_audit_uncovered",
        "audit",
        ["at"],
        unique=False,
        sqlite_where=sa.text("head IS NULL"),
        postgresql_where=sa.text("head IS NULL"),
    )
    op.create_table(
        "audit_heads",
        sa.Column(
            "place",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("place", name=op.f("pk_audit_heads")),
    )
    op.create_table(
        "case_history",
        sa.Column("case_number", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("case_number", "place", name=op.f("pk_case_history")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "cases",
        sa.Column(
            "serial",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("journey", sa.Text(), nullable=False),
        sa.Column("utility", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("service_version", sa.Integer(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("applicant", sa.Text(), nullable=False),
        sa.Column("concerns", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("sent_at", Instant(), nullable=False),
        sa.Column("head", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name=op.f("pk_cases")),
        sa.UniqueConstraint("journey", name=op.f("uq_cases_journey")),
        sa.UniqueConstraint("number", name=op.f("uq_cases_number")),
    )
    op.create_index("ix_cases_applicant", "cases", ["applicant", "sent_at", "serial"], unique=False)
    op.create_index("ix_cases_concerns", "cases", ["concerns", "sent_at", "serial"], unique=False)
    op.create_index(
        "ix_cases_place", "cases", ["service", "state", "sent_at", "serial"], unique=False
    )
    op.create_table(
        "counter_members",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("member", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", "day", "member", name=op.f("pk_counter_members")),
    )
    op.create_table(
        "counters",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("figure", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", "day", name=op.f("pk_counters")),
    )
    op.create_table(
        "deliveries",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("until", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_deliveries")),
    )
    op.create_table(
        "effects",
        sa.Column(
            "serial",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("case_number", sa.Text(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("due", Instant(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name=op.f("pk_effects")),
        sa.UniqueConstraint("key", name=op.f("uq_effects_key")),
    )
    op.create_index(
        "ix_effects_failed",
        "effects",
        ["due", "serial"],
        unique=False,
        sqlite_where=sa.text("outcome = 'failed'"),
        postgresql_where=sa.text("outcome = 'failed'"),
    )
    op.create_index(
        "ix_effects_pending",
        "effects",
        ["due", "serial"],
        unique=False,
        sqlite_where=sa.text("outcome = 'pending'"),
        postgresql_where=sa.text("outcome = 'pending'"),
    )
    op.create_table(
        "inbox",
        sa.Column(
            "serial",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("fin", sa.Text(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("case_number", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name=op.f("pk_inbox")),
        sa.UniqueConstraint("key", name=op.f("uq_inbox_key")),
    )
    op.create_index("ix_inbox_fin", "inbox", ["fin", "at", "serial"], unique=False)
    op.create_table(
        "journeys",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("fin", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journeys")),
    )
    op.create_index("ix_journeys_at", "journeys", ["at"], unique=False)
    op.create_index("ix_journeys_fin", "journeys", ["fin", "at", "id"], unique=False)
    op.create_table(
        "numbers",
        sa.Column("utility", sa.Text(), nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("utility", name=op.f("pk_numbers")),
    )
    op.create_table(
        "payment_attempts",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("order_number", sa.Text(), nullable=False),
        sa.Column("place", sa.SmallInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("amount", Qepik(), nullable=False),
        sa.Column("card", sa.Text(), nullable=False),
        sa.Column("since", Instant(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_payment_attempts")),
    )
    op.create_index(
        "ix_payment_attempts_order", "payment_attempts", ["order_number", "place"], unique=False
    )
    op.create_table(
        "payment_orders",
        sa.Column(
            "serial",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("intent", sa.Text(), nullable=False),
        sa.Column("journey", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("utility", sa.Text(), nullable=False),
        sa.Column("fin", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("amount", Qepik(), nullable=False),
        sa.Column("card", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("credit", sa.Text(), nullable=False),
        sa.Column("paid_at", Instant(), nullable=True),
        sa.Column("paid_by", sa.Text(), nullable=False),
        sa.Column("unanswered", sa.Integer(), nullable=False),
        sa.Column("due", Instant(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("trouble", sa.Text(), nullable=False),
        sa.Column("seen", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name=op.f("pk_payment_orders")),
        sa.UniqueConstraint("intent", name=op.f("uq_payment_orders_intent")),
        sa.UniqueConstraint("number", name=op.f("uq_payment_orders_number")),
    )
    op.create_index("ix_payment_orders_due", "payment_orders", ["due"], unique=False)
    op.create_index(
        "ix_payment_orders_journey", "payment_orders", ["journey", "serial"], unique=False
    )
    op.create_index(
        "ix_payment_orders_trouble", "payment_orders", ["trouble", "serial"], unique=False
    )
    op.create_table(
        "reference_items",
        sa.Column("utility", sa.Text(), nullable=False),
        sa.Column("list", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("utility", "list", "key", name=op.f("pk_reference_items")),
    )
    op.create_table(
        "reference_rules",
        sa.Column("utility", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("applies", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("utility", "rule", name=op.f("pk_reference_rules")),
    )
    op.create_table(
        "reference_units",
        sa.Column("utility", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("utility", "service", name=op.f("pk_reference_units")),
    )
    op.create_table(
        "registered_codes",
        sa.Column(
            "serial",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("utility", sa.Text(), nullable=False),
        sa.Column("fin", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name=op.f("pk_registered_codes")),
        sa.UniqueConstraint(
            "utility", "fin", "code", name=op.f("uq_registered_codes_utility_fin_code")
        ),
    )
