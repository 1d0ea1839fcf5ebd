"""Opening the registry and bringing its tables to the present form."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from kiosk.storage.engine import (
    HEAD,
    MIGRATIONS,
    RegistryUnavailable,
    migrate,
    open_engine,
    open_for_reading,
    version,
)
from kiosk.storage.tables import metadata


def url(folder: Path) -> str:
    return f"sqlite:///{folder / 'data' / 'registry.db'}"


def test_the_migrated_tables_are_those_the_program_declares(tmp_path: Path) -> None:
    engine = open_engine(url(tmp_path))
    migrate(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_the_head_written_in_the_program_is_that_of_the_migrations() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_migrating_twice_changes_nothing_and_does_not_even_load_alembic(tmp_path: Path) -> None:
    engine = open_engine(url(tmp_path))
    migrate(engine)
    assert version(engine) == HEAD
    engine.dispose()
    code = (
        "import sys; from kiosk.storage.engine import migrate, open_engine;"
        f"engine = open_engine({url(tmp_path)!r}); migrate(engine); engine.dispose();"
        "sys.exit('alembic' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_sqlite_is_told_to_keep_its_word(tmp_path: Path) -> None:
    engine = open_engine(url(tmp_path))
    with engine.connect() as connection:
        pragmas = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    engine.dispose()
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_the_file_is_private_to_the_account(tmp_path: Path) -> None:
    engine = open_engine(url(tmp_path))
    migrate(engine)
    engine.dispose()
    for path in (tmp_path / "data").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


def test_a_registry_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    engine = open_engine(url(tmp_path))
    migrate(engine)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(RegistryUnavailable, match="plus récent"):
        migrate(engine)
    with pytest.raises(RegistryUnavailable, match="version"):
        open_for_reading(url(tmp_path))
    engine.dispose()


def test_a_migration_that_fails_leaves_nothing_half_done(tmp_path: Path) -> None:
    engine = open_engine(url(tmp_path))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE submissions (id INTEGER)"))
    with pytest.raises(RegistryUnavailable):
        migrate(engine)
    assert inspect(engine).get_table_names() == ["submissions"]
    engine.dispose()


def test_a_file_that_is_no_database_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "registry.db").write_bytes(b"not a database at all, " * 400)
    engine = open_engine(url(tmp_path))
    with pytest.raises(RegistryUnavailable):
        migrate(engine)
    engine.dispose()


@pytest.mark.parametrize("address", ["", "nonsense", "nosuch://x/y", "sqlite:////proc/nowhere/registry.db"])
def test_an_address_that_cannot_be_used_is_told_in_one_sentence(address: str) -> None:
    with pytest.raises(RegistryUnavailable) as caught:
        open_engine(address)
    assert "\n" not in str(caught.value)


def test_reading_where_no_kiosk_has_run_creates_nothing(tmp_path: Path) -> None:
    assert open_for_reading(url(tmp_path)) is None
    assert list(tmp_path.iterdir()) == []


def test_a_reader_is_not_kept_waiting_by_a_writer(tmp_path: Path) -> None:
    writer = open_engine(url(tmp_path))
    migrate(writer)
    reader = open_for_reading(url(tmp_path))
    assert reader is not None
    with writer.begin() as connection:
        connection.execute(text("INSERT INTO counters VALUES ('2026-11-22', 'x', 1)"))
        with reader.connect().execution_options(read_only=True) as other:
            assert other.execute(text("SELECT count(*) FROM counters")).scalar() == 0
    writer.dispose()
    reader.dispose()
