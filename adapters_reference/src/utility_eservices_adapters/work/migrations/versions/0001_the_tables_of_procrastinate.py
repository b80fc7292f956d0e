"""The tables of procrastinate, as of its version 3.4 and the later ones that changed nothing."""

from alembic import op

from utility_eservices_adapters.work.schema import NEWEST, migrate

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    migrate(op.get_bind(), after="", to=NEWEST)
