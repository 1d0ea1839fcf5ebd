"""Until when the pages of a visit are kept, and when they were erased."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("visits", sa.Column("keep_until", sa.Date(), nullable=True))
    op.add_column("visits", sa.Column("purged_at", sa.DateTime(timezone=True), nullable=True))
