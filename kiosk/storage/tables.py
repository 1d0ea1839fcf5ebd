"""The tables of the registry: working state only. Nothing personal: no visitor’s name, month, amount or file name."""

import datetime as dt

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator


class Instant(TypeDecorator[dt.datetime]):
    """A moment, kept in UTC and given back with its zone; SQLite itself knows none."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its zone")
        utc = value.astimezone(dt.UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(
        self,
        value: dt.datetime | None,
        dialect: Dialect,  # noqa: ARG002 — SQLAlchemy gives it
    ) -> dt.datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

visits = Table(
    "visits",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("opened_at", Instant, nullable=False),
    Column("language", String(8), nullable=False),
    Column("guide_id", String(60), nullable=False),
    Column("recipient", Text, nullable=False),
    Column("outcome", String(16)),
    Column("finished_at", Instant),
    Column("keep_until", Date),
    Column("purged_at", Instant),
)

pages = Table(
    "pages",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("visit_id", ForeignKey("visits.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("accepted_at", Instant, nullable=False),
    Column("media_type", String(40), nullable=False),
    Column("length", Integer, nullable=False),
    Column("leaf", LargeBinary, nullable=False),
    Column("doubts", Text, nullable=False),
    Column("source_page", Integer, nullable=False),
    Column("source_pages", Integer, nullable=False),
    Column("withdrawn_at", Instant),
    UniqueConstraint("visit_id", "position"),
)

submissions = Table(
    "submissions",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("visit_id", ForeignKey("visits.id"), nullable=False, unique=True),
    Column("guide_id", String(60), nullable=False),
    Column("body", String(60), nullable=False),
    Column("channel", String(20), nullable=False),
    Column("page_count", Integer, nullable=False),
    Column("level", String(4), nullable=False),
    Column("state", String(16), nullable=False),
    Column("begun_at", Instant, nullable=False),
    Column("number", String(40), unique=True),
    Column("ledger_sequence", Integer, unique=True),
    Column("issued_at", Instant),
    Column("moved_at", Instant, nullable=False),
    Column("reference", String(80)),
    Column("pages_counted", Integer),
    Index(None, "state"),
)

obligations = Table(
    "obligations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(120), nullable=False, unique=True),
    Column("submission_id", ForeignKey("submissions.id"), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("state", String(12), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("next_attempt_at", Instant, nullable=False),
    Column("last_fault", String(40)),
    Column("done_at", Instant),
    CheckConstraint("attempts >= 0", name="attempts"),
    Index(None, "state", "next_attempt_at"),
    Index(None, "submission_id"),
)

dispatches = Table(
    "dispatches",
    metadata,
    Column("key", String(120), primary_key=True),
    Column("submission_id", ForeignKey("submissions.id"), nullable=False),
    Column("channel", String(20), nullable=False),
    Column("step", String(12), nullable=False),
    Column("parts", Integer, nullable=False),
    Column("passed", Integer, nullable=False),
    Column("fault", String(40)),
    Column("planned_at", Instant, nullable=False),
    Column("moved_at", Instant, nullable=False),
    Index(None, "submission_id"),
    Index(None, "step"),
)

help_requests = Table(
    "help_requests",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("visit_id", ForeignKey("visits.id")),
    Column("step", String(40), nullable=False),
    Column("language", String(8), nullable=False),
    Column("state", String(12), nullable=False),
    Column("sent_at", Instant, nullable=False),
    Column("seen_at", Instant),
    Column("coming_at", Instant),
    Column("here_at", Instant),
    Column("ended_at", Instant),
    Column("mediator", String(40)),
    Index(None, "state"),
)

counters = Table(
    "counters",
    metadata,
    Column("day", Date, primary_key=True),
    Column("name", String(60), primary_key=True),
    Column("value", Integer, nullable=False),
)
