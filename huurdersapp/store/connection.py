"""Connections to the encrypted file: one factory, its settings in the right order, and what must hold at start.

SQLite only: this is one of the modules that a server would replace.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _

OLDEST_SQLITE = (3, 51, 3)
"""Older ones can, rarely, damage a WAL file with two connections (sqlite.org/wal.html#walresetbug)."""
_SETTINGS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "temp_store=MEMORY",
    "busy_timeout=5000",
    "cache_size=-32000",
)
_CHANGING = ("INSERT", "UPDATE", "DELETE", "REPLACE", "CREATE", "DROP", "ALTER")
DatabaseError = sqlcipher3.DatabaseError


def connect(path: Path, key: str, *, create: bool = False) -> Any:
    """A driver connection with the key given first; `create` allows a file that is not there yet."""
    mode = "rwc" if create else "rw"
    connection = sqlcipher3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False
    )
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.execute(f"PRAGMA key=\"x'{key}'\"")
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}")
    return connection


def make_engine(path: Path, key: str) -> Engine:
    """The engine of a store: explicit BEGIN to read, BEGIN IMMEDIATE to write, and no write past the journal.

    A transaction writes when its connection has the execution option `write`; without it SQLite itself refuses
    to change anything. Within a writing one only code under `permit` may change tables.
    """
    engine = create_engine(
        "sqlite+pysqlite://",
        module=sqlcipher3,
        creator=lambda: connect(path, key),
        poolclass=QueuePool,
        pool_size=3,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "before_cursor_execute", _guard)
    return engine


def _begin(connection: Connection) -> None:
    writes = bool(connection.get_execution_options().get("write"))
    driver = connection.connection.dbapi_connection
    assert driver is not None
    connection.info["permits"] = 0
    driver.execute(f"PRAGMA query_only={'OFF' if writes else 'ON'}")
    driver.execute("BEGIN IMMEDIATE" if writes else "BEGIN")
    if writes:
        driver.execute(
            "PRAGMA defer_foreign_keys=ON"
        )  # rows of one step may refer to each other in any order


def _guard(
    connection: Connection, cursor: Any, statement: str, parameters: Any, context: Any, many: bool
) -> None:
    if statement.lstrip()[:7].upper().startswith(_CHANGING) and not connection.info.get("permits"):
        raise RuntimeError("A write past the journal: use store.step() or store.load()")


@contextmanager
def permit(connection: Connection) -> Iterator[None]:
    """Let the store's own code change tables; whoever uses it writes the journal too."""
    connection.info["permits"] = connection.info.get("permits", 0) + 1
    try:
        yield
    finally:
        connection.info["permits"] -= 1


def assert_sound(connection: Connection, path: Path) -> None:
    """What must hold before anything is read: a good SQLite, really encrypted, WAL and FULL really on."""

    def value(statement: str) -> Any:
        return connection.exec_driver_sql(statement).scalar()

    version = tuple(int(part) for part in str(value("SELECT sqlite_version()")).split("."))
    if version < OLDEST_SQLITE:
        raise RuntimeError(f"SQLite {version} is older than {OLDEST_SQLITE}")
    if not value("PRAGMA cipher_version"):
        raise RuntimeError("This SQLite cannot encrypt")
    if (
        value("PRAGMA journal_mode") != "wal"
        or value("PRAGMA synchronous") != 2
        or value("PRAGMA foreign_keys") != 1
    ):
        raise RuntimeError("The connection settings did not take")
    if path.exists() and path.stat().st_size:
        with path.open("rb") as file:
            if file.read(15) == b"SQLite format 3":
                raise RuntimeError("The store is not encrypted")


@contextmanager
def people_errors(path: Path) -> Iterator[None]:
    """Turn what can happen to any file into a sentence: full disk, read-only, damage."""
    try:
        yield
    except Exception as fault:
        told = _told(fault, path)
        if told is None:
            raise
        raise told from fault


def _told(fault: Exception, path: Path) -> UserError | None:
    driver = getattr(fault, "orig", fault)
    if not isinstance(driver, sqlcipher3.Error):
        return None
    text = str(driver)
    if "disk is full" in text:
        return UserError(
            _("De schijf is vol. Uw wijziging is niet opgeslagen."),
            _("Maak ruimte vrij en probeer het opnieuw."),
        )
    if "readonly" in text or "read-only" in text:
        return UserError(
            _("De administratie in {folder} is alleen te lezen. Er is niets gewijzigd."),
            _("Geef uzelf schrijfrechten op deze map, of kopieer de map naar een andere plaats."),
            folder=path.parent,
        )
    if "locked" in text:
        return UserError(
            _("De administratie is even bezet. Uw wijziging is niet opgeslagen."), _("Probeer het opnieuw.")
        )
    if "malformed" in text or "not a database" in text or "hmac" in text.lower() or "disk I/O error" in text:
        return damaged(path)
    if "unable to open" in text:
        return UserError(
            _("Het bestand {path} kan niet worden geopend."),
            _("Kijk of u deze map mag lezen en schrijven."),
            path=path,
        )
    return None


def damaged(path: Path) -> UserError:
    """The sentence for a store that cannot be read any more."""
    return UserError(
        _("Het bestand {path} is beschadigd. Er is niets gewijzigd."),
        _("Bewaar dit bestand en zet een reservekopie uit de map reservekopieen ervoor in de plaats."),
        path=path,
    )


def checkpoint(engine: Engine) -> None:
    """Bring the WAL into the file and empty it, as far as no reader stands in the way."""
    with contextlib.suppress(sqlcipher3.OperationalError):
        driver = engine.raw_connection()
        try:
            driver.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            driver.close()
