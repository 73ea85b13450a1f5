"""What was erased for good: kept in the store and in `gewist.json` beside it, and erased once more after a restore.

The file holds no personal data: kinds, keys and names of fields, when and why. So it may lie open, and it is still there
when the store itself is damaged or is replaced by an older copy, in which what was erased stands as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from huurdersapp.base import files
from huurdersapp.base.log import LOGGER

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from huurdersapp.store.store import Store

FILE = "gewist.json"
OF_THE_BIN = "prullenbak geleegd"
"""The reason of what went with the waste bin. That is nobody's request: who puts an older copy back finds it there again."""
BYTES = "bytes"
"""The field of a content (`inhoud`) whose bytes are gone, while the SHA-256 stays where it is named."""
_REDACTED = (
    "SELECT e.entity, e.row, e.field, c.new FROM journal_erased e "
    "JOIN journal_change c ON c.entity = e.entity AND c.row = e.row AND c.field = e.field "
    "JOIN journal_step s ON s.device = c.device AND s.seq = c.seq "
    "WHERE s.kind = 'erase' AND c.new IS NOT NULL ORDER BY s.hlc"
)


@dataclass(frozen=True, slots=True)
class Erased:
    """A field of a row that was erased, at `at` (ISO, UTC). `text` is what stayed of a text of which only a part went; it is
    known from a store that can be read, never from the file."""

    entity: str
    row: str
    field: str
    at: str
    reason: str
    text: str | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """Kind, row and field."""
        return self.entity, self.row, self.field

    @property
    def moment(self) -> datetime:
        """Until when what was written in the field is gone; a time without parts of a second means that whole second."""
        found = datetime.fromisoformat(self.at)
        return found if found.microsecond else found + timedelta(milliseconds=999)


class _Group(msgspec.Struct, forbid_unknown_fields=True):
    soort: str
    veld: str
    op: str
    reden: str
    sleutels: list[str]


class _File(msgspec.Struct, forbid_unknown_fields=True):
    formaat: Literal[1]
    gewist: list[_Group]


def known(folder: Path, connection: Connection | None = None) -> tuple[Erased, ...]:
    """All that was erased in this administration, by kind, row and field: by the file beside the store, and by the store
    where its `connection` is given. Never raises: of a file that cannot be read the log tells."""
    found = {each.key: each for each in _read(folder)}
    if connection is not None:
        for each in in_store(connection):
            if each.key not in found or found[each.key].moment <= each.moment:
                found[each.key] = each
    return tuple(found[key] for key in sorted(found))


def in_store(connection: Connection) -> Iterator[Erased]:
    """What this store knows of it, with what stayed of texts."""
    run = connection.exec_driver_sql
    stayed = {tuple(row[:3]): row[3] for row in run(_REDACTED)}
    for row in run(
        "SELECT entity, row, field, erased_at, reason FROM journal_erased WHERE reason <> ?", (OF_THE_BIN,)
    ):
        item, text = Erased(*row), stayed.get(tuple(row[:3]))
        value = None if text is None else msgspec.json.decode(text)
        yield replace(item, text=value) if isinstance(value, str) else item


def note(folder: Path, items: Iterable[Erased]) -> None:
    """Put these in the file beside the store, with what stands there already; raises UserError when it cannot be written."""
    found = {each.key: each for each in _read(folder)}
    fresh = False
    for each in items:
        before = found.get(each.key)
        if before is None or before.moment < each.moment:
            found[each.key], fresh = each, True
    if not fresh:
        return
    groups: dict[tuple[str, str, str, str], list[str]] = {}
    for key in sorted(found):
        each = found[key]
        groups.setdefault((each.entity, each.field, each.at, each.reason), []).append(each.row)
    content = _File(1, [_Group(*head, sleutels=rows) for head, rows in groups.items()])
    files.write(folder / FILE, msgspec.json.format(msgspec.json.encode(content), indent=1))


def again(store: Store, items: Iterable[Erased]) -> int:
    """Erase once more what an older copy brought back; gives of how many rows something was erased.

    What this store itself knows as erased stays as it is now: somebody may have typed a new value since. Where something
    came back, forms that were not saved and what screens remember go as well: nobody can tell what stands in them.
    """
    from huurdersapp.store import erase

    return erase.once_more(store, items)


def _read(folder: Path) -> Iterator[Erased]:
    path = folder / FILE
    try:
        content = msgspec.json.decode(path.read_bytes(), type=_File)
    except FileNotFoundError:
        return
    except (OSError, msgspec.DecodeError, RecursionError):
        LOGGER.warning("The list of what was erased cannot be read")
        _aside(path)
        return
    good = [group for group in content.gewist if _is_moment(group.op)]
    if len(good) < len(content.gewist):
        LOGGER.warning("A part of the list of what was erased cannot be read")
        _aside(path)
    for group in good:
        for key in group.sleutels:
            yield Erased(group.soort, key, group.veld, group.op, group.reden)


def _is_moment(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def _aside(path: Path) -> None:
    """Keep a list that cannot be read under another name: somebody may still mend it."""
    try:
        path.replace(path.with_name("gewist-onleesbaar.json"))
    except OSError:
        LOGGER.warning("It cannot be put aside either")
