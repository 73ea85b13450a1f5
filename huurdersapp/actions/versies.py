"""What fixed versions of letters and reports have in common: how one is kept, named, found and read again.

`records/vastgelegd.py` says that a version never changes.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from huurdersapp.actions.context import Context
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.store import contents
from huurdersapp.store.step import ReadSession, StepSession

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Besluit:
    """What the board decided: the day, and who were there and how they voted, in words."""

    op: date | None = None
    tekst: str = ""


def add(
    ctx: Context,
    db: StepSession,
    row: Any,
    title: str,
    data: bytes,
    decision: Besluit,
    *,
    number: int | None = None,
    **values: Any,
) -> Any:
    """Keep the next version of a record in this step: its PDF, who fixed it and what was decided; `values` has the rest
    (words, sources). Gives the line."""
    cls: Any = _spec(db, row).cls
    version = next_number(db, row) if number is None else number
    line = cls(
        ouder_id=row.id,
        volgorde=version - 1,
        naam=file_name(title, version),
        inhoud=contents.put(db, data),
        grootte=len(data),
        versie=version,
        vastgelegd_op=clock.now(),
        vastgelegd_door=ctx.store.author,
        besluit_op=decision.op,
        besluit=decision.tekst or None,
        **values,
    )
    db.add(line)
    db.flush()
    return line


def next_number(db: ReadSession, row: Any) -> int:
    """The number of the next version; that of one whose making was undone does not come again."""
    cls: Any = _spec(db, row).cls
    return int(db.scalar(select(func.max(cls.versie)).where(cls.ouder_id == row.id)) or 0) + 1


def file_name(title: str, version: int) -> str:
    """How the PDF of a version is called."""
    name = " ".join(_NOT_IN_NAMES.sub(" ", title).split())
    return _("{name}, versie {version}.pdf").format(name=name[:_LONGEST].rstrip(" .,"), version=version)


def lines(db: ReadSession, row: Any) -> Sequence[Any]:
    """The versions of a record, oldest first."""
    return sorted(db.lines(_spec(db, row), row.id), key=lambda line: int(line.versie))


def last(db: ReadSession, row: Any) -> Any | None:
    """The newest version of a record; None where nothing was fixed."""
    found = lines(db, row)
    return found[-1] if found else None


def line_of(db: ReadSession, row: Any, version: int) -> Any:
    """One version of a record; raises UserError when it is not there."""
    for line in lines(db, row):
        if line.versie == version:
            return line
    spec = db.catalogue.specs[row.__tablename__]
    raise UserError(
        _("{kind} {number} heeft geen versie {version}."),
        _("Kijk welke versies er zijn."),
        kind=spec.label,
        number=row.nummer,
        version=version,
    )


def content(db: ReadSession, row: Any, version: int) -> bytes:
    """The PDF of a version, byte for byte as it was fixed; raises UserError when it is not there or was damaged."""
    line = line_of(db, row, version)
    data = b"".join(contents.pieces(db, line.inhoud))
    if hashlib.sha256(data).hexdigest() != line.inhoud:
        raise UserError(
            _("De vastgelegde versie {name} is beschadigd."),
            _("Zet een reservekopie terug."),
            name=line.naam,
        )
    return data


def _spec(db: ReadSession, row: Any) -> Any:
    return db.catalogue.specs[row.__tablename__].part["versies"].spec
