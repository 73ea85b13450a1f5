"""A disk that loses power: what was synced is there, of the rest a random, torn and reordered part.

One run writes through a file system of its own (apsw) that notes every write and every sync. Afterwards any number of
power cuts can be played: at each the files are made as a disk may have left them, sector by sector. Plain SQLite under
the same settings, because the shipped driver takes no file system of others; the log, the syncs and their order are the
same code there. The memory that connections share cannot be played either, so the run has the file for itself.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw

from huurdersapp.store import driver

SECTOR = 512
"""Bytes that a disk writes whole or not at all."""
COMMITS = 60
ACK = "ack"


@dataclass
class Tape:
    """What happened to the files, in order: (what, file, place, bytes), and after each commit (ACK, "", number, b"")."""

    events: list[tuple[str, str, int, bytes]] = field(default_factory=list)
    states: dict[int, str] = field(default_factory=dict)


class _File(apsw.VFSFile):
    def __init__(self, tape: Tape, name: str, vfs: str, filename: Any, flags: list[int]) -> None:
        super().__init__(vfs, filename, flags)
        self._tape, self._name = tape, name

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 - the name that apsw calls
        super().xWrite(data, offset)
        self._tape.events.append(("write", self._name, offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        super().xTruncate(newsize)
        self._tape.events.append(("cut", self._name, newsize, b""))

    def xSync(self, flags: int) -> None:  # noqa: N802
        # Noted, not done: the cut is played, and the disk of this computer need not wait.
        self._tape.events.append(("sync", self._name, 0, b""))


class _Disk(apsw.VFS):
    def __init__(self, tape: Tape) -> None:
        self._tape, self._name = tape, f"disk{id(tape)}"
        super().__init__(self._name, "")

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:  # noqa: N802
        path = name.filename() if isinstance(name, apsw.URIFilename) else str(name)
        return _File(self._tape, Path(path).name, "", name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802
        super().xDelete(filename, syncdir)
        self._tape.events.append(("gone", Path(filename).name, 0, b""))


def written(folder: Path, dice: random.Random, synchronous: str = "FULL") -> Tape:
    """A run of commits of all sizes, with our settings but for `synchronous`, on a disk that is noted."""
    tape = Tape()
    disk = _Disk(tape)
    connection = apsw.Connection(str(folder / driver.FILE), vfs=disk._name)
    try:
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        for setting in driver.SETTINGS:
            name, value = setting.split("=")
            connection.execute(f"PRAGMA {name}={synchronous if name == 'synchronous' else value}")
        connection.execute(f"PRAGMA wal_autocheckpoint={dice.choice((5, 20, 1000))}")
        connection.execute("CREATE TABLE stap (n INTEGER PRIMARY KEY)")
        connection.execute("CREATE TABLE rij (n INTEGER, tekst TEXT)")
        for number in range(1, COMMITS + 1):
            _commit(connection, dice, number)
            tape.events.append((ACK, "", number, b""))
            tape.states[number] = state(connection)
    finally:
        connection.close()
        disk.unregister()
    return tape


def _commit(connection: apsw.Connection, dice: random.Random, number: int) -> None:
    with connection:
        connection.execute("INSERT INTO stap VALUES (?)", (number,))
        for _ in range(dice.choice((1, 1, 3, 30))):
            text = dice.randbytes(dice.choice((5, 50, 3000))).hex()
            connection.execute("INSERT INTO rij VALUES (?, ?)", (number, text))
        if dice.random() < 0.3:
            connection.execute("DELETE FROM rij WHERE n < ?", (number - 10,))
        if dice.random() < 0.3:
            connection.execute("UPDATE rij SET tekst = tekst || 'x' WHERE n % 7 = ?", (number % 7,))
    if dice.random() < 0.1:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def state(connection: apsw.Connection) -> str:
    """All rows, in short."""
    digest = hashlib.sha256()
    for row in connection.execute("SELECT rowid, n, tekst FROM rij ORDER BY rowid"):
        digest.update(repr(row).encode())
    return digest.hexdigest()


def cut(tape: Tape, dice: random.Random) -> tuple[dict[str, bytes], int]:
    """The files as the disk has them after a cut at a random moment, and the last commit that was told by then."""
    first = next(place for place, event in enumerate(tape.events) if event[0] == ACK)
    moment = dice.randrange(first, len(tape.events))
    told = max(event[2] for event in tape.events[: moment + 1] if event[0] == ACK)
    chance = dice.choice((0.0, 0.5, 0.9, 1.0))
    files: dict[str, bytearray] = {}
    waiting: dict[str, list[tuple[str, str, int, bytes]]] = {}
    for event in tape.events[: moment + 1]:
        what, name = event[:2]
        if what in ("write", "cut"):
            waiting.setdefault(name, []).append(event)
        elif what == "sync":
            for written in waiting.pop(name, []):
                _apply(files.setdefault(name, bytearray()), written)
        elif what == "gone":
            files.pop(name, None)
            waiting.pop(name, None)
    for name, late in waiting.items():
        for piece in _torn(late, dice, chance):
            _apply(files.setdefault(name, bytearray()), piece)
    return {name: bytes(data) for name, data in files.items()}, told


def _torn(
    late: list[tuple[str, str, int, bytes]], dice: random.Random, chance: float
) -> Iterator[tuple[str, str, int, bytes]]:
    """Of what was not synced some sectors, in any order."""
    pieces = []
    for what, name, place, data in late:
        if what == "cut":
            pieces.append((what, name, place, data))
            continue
        at = 0
        while at < len(data):
            size = min(SECTOR - (place + at) % SECTOR, len(data) - at)
            pieces.append((what, name, place + at, data[at : at + size]))
            at += size
    kept = [piece for piece in pieces if dice.random() < chance]
    if dice.random() < 0.5:
        dice.shuffle(kept)
    yield from kept


def _apply(data: bytearray, event: tuple[str, str, int, bytes]) -> None:
    what, _name, place, more = event
    if what == "cut":
        del data[place:]
        return
    if len(data) < place:
        data.extend(bytes(place - len(data)))
    data[place : place + len(more)] = more


def reopened(folder: Path, files: dict[str, bytes]) -> tuple[int, str, bool]:
    """What is found after the cut: the last commit, its rows, and whether the file is whole."""
    for name, data in files.items():
        (folder / name).write_bytes(data)
    try:
        connection = apsw.Connection(str(folder / driver.FILE))
        try:
            connection.execute("PRAGMA synchronous=OFF")
            whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            last = connection.execute("SELECT coalesce(max(n), 0) FROM stap").fetchall()[0][0]
            return int(str(last)), state(connection), whole
        except apsw.Error:
            return 0, "", False
        finally:
            connection.close()
    finally:
        for path in folder.iterdir():
            path.unlink()
