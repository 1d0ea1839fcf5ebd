"""What every part of the registry shares: the engine, transactions, errors."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError, IntegrityError


class RegistryError(Exception):
    """The registry cannot do what was asked. The message is for the log: names of rows, nothing personal."""


class NotThere(RegistryError):
    """No row of that name."""


class Conflict(RegistryError):
    """What was asked does not fit what is there."""


class RegistryBroken(RegistryError):
    """The disk is full, or the file is damaged or held by another program. Nothing of what was asked was done."""


class Store:
    """A part of the registry. A method that returns has committed, and the row is on the disk."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with _broken_told(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with _broken_told(), self._engine.connect().execution_options(read_only=True) as connection:
            yield connection


@contextmanager
def _broken_told() -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        if isinstance(error, IntegrityError):
            raise Conflict("the row is taken, or what it belongs to is not there") from error
        raise RegistryBroken(str(error.orig)) from error
