"""Opening the registry: SQLite on the kiosk, PostgreSQL by its address, brought to the present form of its tables."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry

HEAD = "0003"
"""The present form of the tables: the newest file of migrations/versions (a test compares)."""

BUSY_SECONDS = 10
_FULL = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE})
"""Even reading needs a little room, for the index of the write-ahead log."""
MIGRATIONS = Path(__file__).parent / "migrations"


class RegistryUnavailable(Exception):
    """The registry cannot be opened. The message is one French sentence."""


def open_engine(url: str) -> Engine:
    """The engine of the registry at `url`; creates the folder and an empty file for SQLite, private to the account.

    On SQLite: WAL, `synchronous=FULL` (NORMAL loses acknowledged rows in most power cuts), foreign keys on, and every
    transaction takes the write lock at once, so that two writers wait for each other rather than fail half-way.
    Transactions of a connection with `execution_options(read_only=True)` take no lock. Raises `RegistryUnavailable`.
    """
    try:
        address = make_url(url)
        if address.get_backend_name() != "sqlite":
            return create_engine(address, pool_pre_ping=True)
        if address.database:
            _create_private(Path(address.database))
        engine = create_engine(address, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False})
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise RegistryUnavailable("L’adresse du registre n’est pas comprise.") from error
    except OSError as error:
        raise RegistryUnavailable(f"Le registre ne peut pas être ouvert ({error.strerror}).") from error
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def open_for_reading(url: str) -> Engine | None:
    """The engine of a registry that another process owns; None when no kiosk has run here yet.

    Raises `RegistryUnavailable` when its tables are of another version.
    """
    address = make_url(url)
    if address.get_backend_name() == "sqlite" and not Path(address.database or "").is_file():
        return None
    engine = open_engine(url)
    found = version(engine)
    if found is None:
        return None
    if found != HEAD:
        raise RegistryUnavailable("Le registre n’est pas de cette version du programme. Relancez la borne.")
    return engine


def migrate(engine: Engine) -> None:
    """Bring the tables to `HEAD`, in one transaction. Costs one small query when they are there already.

    Raises `RegistryUnavailable` when a newer program wrote them, or when the file is no database.
    """
    found = version(engine)
    if found == HEAD:
        return
    # Alembic takes a tenth of a second to import: only when there is something to do.
    from alembic import command
    from alembic.config import Config
    from alembic.util.exc import CommandError

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except CommandError as error:
        raise RegistryUnavailable("Un programme plus récent a écrit ce registre. Mettez la borne à jour.") from error
    except DBAPIError as error:
        raise RegistryUnavailable("Le registre n’a pas pu être mis à jour\u00a0; il reste comme il était.") from error


def version(engine: Engine) -> str | None:
    """The form of the tables that are there; None for an empty database."""
    try:
        with engine.connect().execution_options(read_only=True) as connection:
            return _version(connection)
    except DBAPIError as error:
        if getattr(error.orig, "sqlite_errorcode", None) in _FULL:
            raise RegistryUnavailable("Le disque est plein.") from error
        raise RegistryUnavailable("Le registre ne peut pas être lu.") from error


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def _create_private(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.touch(mode=0o600, exist_ok=True)


def _prepare_sqlite(connection: Any, _record: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # transactions are begun below, not by the driver
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    read_only = connection.get_execution_options().get("read_only", False)
    connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")
