"""Whether a store is still on the laptop that wrote its last steps, and not older than it was there.

Two copies of one store that both go on under the same name would give the same number to different steps: when they
are brought together later, steps of one of them would be lost. So the laptop has a token, outside the data folder, and the
store holds the same one; and the laptop remembers which step was the last in each folder. Where either differs the
store goes on under a new name. Neither tells anything of people: a random number, and counts.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
from pathlib import Path

import platformdirs
from sqlalchemy import Connection

from huurdersapp.base import files
from huurdersapp.base.errors import UserError
from huurdersapp.store import journal, meta
from huurdersapp.store.journal import Head, StepHeader, StepWriter

TOKEN = "laptop"
_META = "laptop"
COPIED, ROLLED_BACK = "copied", "rolled back"


def home() -> Path:
    """The folder of this user's settings of the program, outside any data folder."""
    return Path(platformdirs.user_config_path("huurdersapp", appauthor=False, roaming=False))


def token() -> str | None:
    """The token of this laptop, made at its first use; None where it cannot be kept."""
    path = home() / TOKEN
    with contextlib.suppress(OSError, UserError, UnicodeDecodeError):
        if path.exists():
            return path.read_text(encoding="ascii").strip() or None
        path.parent.mkdir(parents=True, exist_ok=True)
        files.write(path, secrets.token_hex(16).encode(), private=True)
        return path.read_text(encoding="ascii").strip()
    return None


class Ledger:
    """The last step that was written in a folder on this laptop, kept beside the token.

    Written at every step without waiting for the disk: a killed program has told it, and after a power cut it may be
    behind, which only makes it see less.
    """

    def __init__(self, folder: Path) -> None:
        name = hashlib.sha256(str(folder.absolute()).encode()).hexdigest()[:24]
        self._path = home() / "administraties" / name
        self._handle: int | None = None

    def last(self) -> tuple[str, int] | None:
        """Device and number; None where nothing is known."""
        with contextlib.suppress(OSError, ValueError):
            device, seq = self._path.read_text(encoding="ascii").split()
            return device, int(seq)
        return None

    def reached(self, head: Head) -> None:
        """This is the last step now."""
        with contextlib.suppress(OSError):
            if self._handle is None:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._handle = os.open(
                    self._path, os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600
                )
            text = f"{head.device} {head.seq:<12}\n".encode()
            os.lseek(self._handle, 0, os.SEEK_SET)
            os.write(self._handle, text)

    def close(self) -> None:
        """Let go of the file."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def strange(connection: Connection, folder: Path) -> str | None:
    """Why this store has to go on under a new name: `COPIED` or `ROLLED_BACK`; None when all is as it was."""
    ours, theirs = token(), meta.get(connection, _META)
    if ours is not None and theirs is not None and ours != theirs:
        return COPIED
    head, last = journal.read_head(connection), Ledger(folder).last()
    if last is not None and last[0] == head.device and head.seq < last[1]:
        return ROLLED_BACK
    return None


def unknown(connection: Connection) -> bool:
    """Whether the store does not know its laptop yet, while it could: it was made by an earlier version."""
    return meta.get(connection, _META) is None and token() is not None


def settle(connection: Connection) -> None:
    """Put this laptop's token into the store, within a writing transaction that is permitted."""
    if (ours := token()) is not None:
        meta.put(connection, _META, ours)


def renew(connection: Connection, author: str, label: str) -> Head:
    """Let the store go on under a new name of this laptop, with a step of its own that is a floor for undo; within a
    writing transaction that is permitted."""
    rows = connection.exec_driver_sql("SELECT device, seq FROM journal_vector WHERE seq > 0 ORDER BY device")
    seen: dict[str, int] = {row[0]: row[1] for row in rows}
    head = journal.new_device(connection, "deze laptop")
    settle(connection)
    context = journal.to_json(seen) or "{}"
    return StepWriter(connection, head, StepHeader(author, label, "start", context=context)).close()
