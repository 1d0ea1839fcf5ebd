"""Each attempt to bring a submission out of the site, through which channel, and how far it is."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "dispatches",
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("submission_id", sa.String(length=64), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("step", sa.String(length=12), nullable=False),
        sa.Column("parts", sa.Integer(), nullable=False),
        sa.Column("passed", sa.Integer(), nullable=False),
        sa.Column("fault", sa.String(length=40), nullable=True),
        sa.Column("planned_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["submission_id"], ["submissions.id"], name=op.f("fk_dispatches_submission_id")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_dispatches")),
    )
    op.create_index(op.f("ix_dispatches_submission_id"), "dispatches", ["submission_id"], unique=False)
    op.create_index(op.f("ix_dispatches_step"), "dispatches", ["step"], unique=False)
