"""The engine of a store: how its transactions begin, what may be written, and what must hold at start.

SQLite only: this is one of the modules that a server would replace.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from huurdersapp.base import files
from huurdersapp.base.errors import Stopped, UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.store import damage, driver

OLDEST_SQLITE = (3, 51, 3)
"""Older ones can, rarely, damage a WAL file with two connections (sqlite.org/wal.html#walresetbug)."""
_LOOKING = ("SELECT", "WITH", "PRAGMA", "EXPLAIN")
_CHANGING = re.compile(r"\b(INSERT|UPDATE|DELETE|REPLACE)\b", re.IGNORECASE)


def make_engine(path: Path, key: str, *, look: bool = False) -> Engine:
    """The engine of a store: explicit BEGIN to read, BEGIN IMMEDIATE to write, and no write past the journal.

    A transaction writes when its connection has the execution option `write`; without it SQLite itself refuses
    to change anything. Within a writing one only code under `permit` may change tables. `look`: leave no trace at all,
    of a file that nobody writes meanwhile.
    """
    engine = create_engine(
        "sqlite+pysqlite://",
        module=sqlcipher3,
        creator=lambda: driver.look(path, key) if look else driver.connect(path, key),
        poolclass=QueuePool,
        pool_size=3,
        pool_reset_on_return=None,  # _leave does it, where it is needed
        hide_parameters=True,
    )
    event.listen(engine, "checkin", _leave)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "before_cursor_execute", _guard)
    return engine


def _leave(driver: Any, record: object) -> None:
    """Roll back what is still open: a COMMIT that is refused leaves its transaction as it was, and SQLAlchemy counts
    it as done."""
    if driver is not None and driver.in_transaction:
        driver.rollback()


def _begin(connection: Connection) -> None:
    writes = bool(connection.get_execution_options().get("write"))
    driver = connection.connection.dbapi_connection
    assert driver is not None
    connection.info["permits"] = 0
    # Only when it differs: each time this setting is set, every prepared statement has to be prepared again.
    if connection.info.get("looks_only") is not (not writes):
        driver.execute(f"PRAGMA query_only={'OFF' if writes else 'ON'}")
        connection.info["looks_only"] = not writes
    driver.execute("BEGIN IMMEDIATE" if writes else "BEGIN")
    if writes:
        # Rows of one step may refer to each other in any order.
        driver.execute("PRAGMA defer_foreign_keys=ON")


def _guard(
    connection: Connection, cursor: Any, statement: str, parameters: Any, context: Any, many: bool
) -> None:
    """Refuse every statement that is not plainly a look, such as a write, ATTACH or a savepoint."""
    if connection.info.get("permits"):
        return
    word = statement[:8].lstrip()[:7].upper()
    looks = word.startswith(_LOOKING)
    if looks and word.startswith("WITH"):
        looks = _CHANGING.search(statement) is None
    elif looks and word.startswith("PRAGMA"):
        looks = "=" not in statement
    if not looks:
        raise RuntimeError("A write past the journal: use store.step() or store.load()")


@contextmanager
def permit(connection: Connection) -> Iterator[None]:
    """Let the store's own code change tables; whoever uses it writes the journal too."""
    connection.info["permits"] = connection.info.get("permits", 0) + 1
    try:
        yield
    finally:
        connection.info["permits"] -= 1


def assert_sound(connection: Connection, *, look: bool = False) -> None:
    """What must hold before anything is read: a good SQLite, that encrypts, with WAL and FULL really on (unless it is
    only for a look)."""

    def value(statement: str) -> Any:
        return connection.exec_driver_sql(statement).scalar()

    version = tuple(int(part) for part in str(value("SELECT sqlite_version()")).split("."))
    if version < OLDEST_SQLITE:
        raise RuntimeError(f"SQLite {version} is older than {OLDEST_SQLITE}")
    if not value("PRAGMA cipher_version") or value("PRAGMA cipher_status") != "1":
        raise RuntimeError("This SQLite does not encrypt")
    if not look and (
        value("PRAGMA journal_mode") != "wal"
        or value("PRAGMA synchronous") != 2
        or value("PRAGMA foreign_keys") != 1
    ):
        raise RuntimeError("The connection settings did not take")


_INTERRUPTED = 9
_NOW_AND_THEN = 20_000
"""Instructions of SQLite between two questions whether to stop: some tenths of a millisecond."""


@contextmanager
def stoppable(connection: Connection, stop: Callable[[], bool]) -> Iterator[None]:
    """Let what this connection does be broken off as soon as `stop` says so; raises Stopped then.

    `stop` is asked now and then on the thread that does the work, also in the middle of one long statement.
    """
    driver: Any = connection.connection.dbapi_connection
    driver.set_progress_handler(lambda: bool(stop()), _NOW_AND_THEN)
    try:
        yield
    except (sqlcipher3.Error, DBAPIError) as fault:
        if getattr(getattr(fault, "orig", fault), "sqlite_errorcode", 0) == _INTERRUPTED:
            raise Stopped from fault
        raise
    finally:
        driver.set_progress_handler(None, 0)


@contextmanager
def people_errors(path: Path, *, marking: bool = True) -> Iterator[None]:
    """Turn what can happen to any file into a sentence: full disk, read-only, damage, which is marked beside the file
    unless it is only looked at."""
    try:
        yield
    except Exception as fault:
        told = _told(fault, path, marking)
        if told is None:
            raise
        raise told from fault


_FULL, _READ_ONLY, _BUSY, _CANNOT_OPEN = (13,), (8,), (5, 6), (14,)
_DAMAGED = (10, 11, 26)
"""Codes of sqlite.org/rescode.html: input/output, corrupt, not a database."""


def _told(fault: Exception, path: Path, marking: bool) -> UserError | None:
    driver = getattr(fault, "orig", fault)
    if not isinstance(driver, sqlcipher3.Error):
        return None
    code = getattr(driver, "sqlite_errorcode", 0) & 0xFF
    if code in _FULL or "disk is full" in str(driver):  # copying gives words only
        return UserError(
            _("De schijf is vol. Uw wijziging is niet opgeslagen."),
            _("Maak ruimte vrij en probeer het opnieuw."),
        )
    if code in _READ_ONLY:
        return files.read_only(path.parent)
    if code in _BUSY:
        return busy()
    if code in _DAMAGED:
        return damaged(path, marking=marking)
    if code in _CANNOT_OPEN:
        return UserError(
            _("Het bestand {path} kan niet worden geopend."),
            _("Kijk of u deze map mag lezen en schrijven."),
            path=path,
        )
    return None


def busy() -> UserError:
    """The sentence for a store in which other work is being written."""
    return UserError(
        _("De administratie is even bezet. Uw wijziging is niet opgeslagen."), _("Probeer het opnieuw.")
    )


def damaged(path: Path, *, marking: bool = True) -> UserError:
    """The fault for a store that cannot be read any more; it is marked as such, see `damage`."""
    return damage.unreadable(path, marking=marking)


def checkpoint(engine: Engine) -> None:
    """Bring the WAL into the file and empty it, as far as no reader stands in the way."""
    with contextlib.suppress(sqlcipher3.OperationalError):
        driver = engine.raw_connection()
        try:
            driver.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            driver.close()
