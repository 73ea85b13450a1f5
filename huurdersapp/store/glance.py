"""A first look at a store before anything is opened: the few words of the page Vandaag, kept from the last time.

Without SQLAlchemy and Alembic, so that the window has something to show while they are imported. It takes no lock and
makes no file: it only looks at a store that lies still. Where a log lies beside the file somebody has the store open, or
a program was killed; opening mends that, a glance leaves it as it is and tells nothing.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

import msgspec

from huurdersapp.store import driver, keys

KEY = "vandaag"
"""The preference that is shown (`preferences.put`)."""


def glance(folder: Path) -> dict[str, Any] | None:
    """What was put under `KEY`; None when anything at all is not as it should be. Never raises, changes nothing."""
    # Whatever is wrong, opening the store tells it in words a moment later.
    with contextlib.suppress(Exception):
        path = folder / driver.FILE
        before = _still(path)
        if before is not None:
            driver.assert_encrypted(path)
            found = _read(path, keys.read(folder))
            # Read without a lock: it counts only when nobody came to write meanwhile.
            if isinstance(found, dict) and before == _still(path):
                return found
    return None


def _still(path: Path) -> tuple[int, int, int] | None:
    """What tells whether the file was changed; None when it is not at rest."""
    if driver.log_of(path).exists():
        return None
    state = path.stat()
    return state.st_ino, state.st_size, state.st_mtime_ns


def _read(path: Path, key: str) -> Any:
    with contextlib.closing(driver.look(path, key)) as connection:
        if connection.execute("SELECT version_num FROM alembic_version").fetchall() != [(driver.HEAD,)]:
            return None
        row = connection.execute("SELECT waarde FROM voorkeur WHERE sleutel = ?", (KEY,)).fetchone()
    return None if row is None else msgspec.json.decode(row[0])
