"""The tables of the registry."""

import sqlalchemy as sa
from alembic import op

from utility_eservices_adapters.registry.columns import Litres
from utility_eservices_adapters.sql.columns import Qepik

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "registry_changes",
        sa.Column(
            "serial",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("utility", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("fin", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("persons", sa.SmallInteger(), nullable=False),
        sa.Column("services", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name=op.f("pk_registry_changes")),
        sa.UniqueConstraint("utility", "key", name=op.f("uq_registry_changes_utility_key")),
    )
    op.create_table(
        "registry_corrections",
        sa.Column(
            "serial",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("utility", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("invoice", sa.Text(), nullable=False),
        sa.Column("amount", Qepik(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name=op.f("pk_registry_corrections")),
        sa.UniqueConstraint("utility", "key", name=op.f("uq_registry_corrections_utility_key")),
    )
    op.create_table(
        "registry_credits",
        sa.Column(
            "serial",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("utility", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("amount", Qepik(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name=op.f("pk_registry_credits")),
        sa.UniqueConstraint("utility", "key", name=op.f("uq_registry_credits_utility_key")),
    )
    op.create_table(
        "registry_debts",
        sa.Column("utility", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("amount", Qepik(), nullable=False),
        sa.PrimaryKeyConstraint("utility", "code", name=op.f("pk_registry_debts")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "registry_invoices",
        sa.Column("utility", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("month", sa.Text(), nullable=False),
        sa.Column("amount", Qepik(), nullable=False),
        sa.Column("consumption", Litres(), nullable=True),
        sa.Column("presented", sa.Boolean(), nullable=False),
        sa.Column("from_reading", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("utility", "code", "number", name=op.f("pk_registry_invoices")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "registry_metering_points",
        sa.Column("utility", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("utility", "code", "key", name=op.f("pk_registry_metering_points")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "registry_payments",
        sa.Column("utility", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("receipt", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("amount", Qepik(), nullable=False),
        sa.Column("point", sa.Text(), nullable=False),
        sa.Column("credit", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("utility", "code", "receipt", name=op.f("pk_registry_payments")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "registry_readings",
        sa.Column("utility", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("reading", Litres(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("utility", "code", name=op.f("pk_registry_readings")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "registry_subscribers",
        sa.Column("utility", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("surname", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("patronymic", sa.Text(), nullable=False),
        sa.Column("fin", sa.Text(), nullable=True),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("contract", sa.Text(), nullable=False),
        sa.Column("persons", sa.SmallInteger(), nullable=True),
        sa.Column("services", sa.Text(), nullable=True),
        sa.Column("meter", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("utility", "code", name=op.f("pk_registry_subscribers")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_registry_subscribers_fin",
        "registry_subscribers",
        ["fin", "utility", "code"],
        unique=False,
    )
    op.create_table(
        "registry_taken",
        sa.Column(
            "serial",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("utility", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("reading", Litres(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name=op.f("pk_registry_taken")),
        sa.UniqueConstraint("utility", "key", name=op.f("uq_registry_taken_utility_key")),
    )
