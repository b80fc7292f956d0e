"""${message}."""

import sqlalchemy as sa
from alembic import op

from utility_eservices_adapters.sql.columns import Instant, Qepik

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}
