"""The file as SQLCipher opens it: its name, its version, the key first, then the settings in the right order.

SQLite only: this is one of the modules that a server would replace. Without SQLAlchemy, so that a first look at the
store (`glance`) need not wait for it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlcipher3

FILE = "huurdersapp.store"
"""The store in its data folder."""
HEAD = "0008"
"""The newest migration in `db/versions`; a constant, so that opening a store does not need Alembic."""
SETTINGS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "temp_store=MEMORY",
    "busy_timeout=5000",
    "cache_size=-8000",
)
LOOKING = ("query_only=ON", "trusted_schema=OFF", "cell_size_check=ON", "temp_store=MEMORY")
"""The settings of a look that must leave no trace: none of them writes, or asks for a lock."""
COPYING = ("journal_mode=OFF", "synchronous=OFF", "trusted_schema=OFF", "temp_store=MEMORY")
"""The settings of a file that is no store yet: when filling it breaks off, it is thrown away."""
_PLAIN_HEADER = b"SQLite format 3"
DatabaseError = sqlcipher3.DatabaseError


def connect(path: Path, key: str, *, create: bool = False) -> Any:
    """A driver connection with the key given first; `create` allows a file that is not there yet."""
    return _opened(path, key, "mode=rwc" if create else "mode=rw", SETTINGS)


def make_copy(path: Path, key: str) -> Any:
    """A driver connection to a new file that is filled at once and then read back: without a log, which would take the
    same room once more. Whoever fills it sees to it that it is on disk."""
    return _opened(path, key, "mode=rwc", COPYING)


def look(path: Path, key: str) -> Any:
    """A driver connection to a file that nobody writes: no locks, no files beside it, and its log is not read.

    Whoever uses it sees to it that there is no log, before and after.
    """
    return _opened(path, key, "mode=ro&immutable=1", LOOKING)


def _opened(path: Path, key: str, how: str, settings: tuple[str, ...]) -> Any:
    connection = sqlcipher3.connect(
        f"{path.absolute().as_uri()}?{how}", uri=True, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA key=\"x'{key}'\"")
        for setting in settings:
            connection.execute(f"PRAGMA {setting}")
    except BaseException:
        connection.close()
        raise
    return connection


def log_of(path: Path) -> Path:
    """The log beside a store (WAL): there while somebody has it open, and after a program was killed."""
    return path.with_name(f"{path.name}-wal")


def assert_encrypted(path: Path) -> None:
    """Whether the file is no plain SQLite file: without a key the driver would write one without a word.

    Only before any connection is open: closing the file here would drop the locks of a connection of this process.
    """
    with path.open("rb") as file:
        if file.read(len(_PLAIN_HEADER)) == _PLAIN_HEADER:
            raise RuntimeError("The store is not encrypted")
