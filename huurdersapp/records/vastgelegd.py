"""Fixed versions: what a letter or report was on the day it was fixed; it never changes after that."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import Mapped

from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import bijlage
from huurdersapp.records.base import field
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.spec import RecordSpec

MAY_CHANGE = ("vertrouwelijk", "toelichting")
"""What may still be said about a fixed version; all else of it stays as it was."""


class Versie(bijlage.Bestand):
    """A fixed version: the PDF as it was (`inhoud` is its SHA-256), its words, and the records that it stood on."""

    __abstract__ = True
    versie: Mapped[int] = field(_("Versie"), minimum=1)
    vastgelegd_op: Mapped[datetime] = field(_("Vastgelegd op"))
    vastgelegd_door: Mapped[str | None] = field(_("Vastgelegd door"))
    besluit_op: Mapped[date | None] = field(_("Besluit van het bestuur op"))
    besluit: Mapped[str | None] = field(_("Besluit"), help=_("Wie erbij waren en hoe er gestemd is"))


def check(draft: Draft, *, gone: str, made: str, stays: str) -> Iterator[Fault]:
    """Versions come by fixing alone, and stay as they were. The three sentences are told when one is taken away, when
    one is made otherwise, and when one is changed."""
    there = {line.id for line in draft.lines("versies")}
    if draft.before is not None and any(line.id not in there for line in draft.before.lines("versies")):
        yield Fault(gone, ("versies",))
    for index, line in enumerate(draft.lines("versies")):
        if line.before is None and line.id is None:
            yield Fault(made, ("versies", index))
        elif line.before is not None:
            moved = [key for key in line.spec.fields if key not in MAY_CHANGE and line.changed(key)]
            if moved:
                yield Fault(stays, ("versies", index, moved[0]))


def keep(cls: type[Versie], spec: RecordSpec) -> None:
    """Hold the rows of a table of versions as they are: no road leads around it, not another action, an undo of
    something else, a merge or a mistake of ours."""
    columns = ("ouder_id", *spec.by_column)

    def stays(mapper: Any, connection: Any, row: Versie) -> None:
        state: Any = inspect(row)
        for column in columns:
            if column not in MAY_CHANGE and state.attrs[column].history.has_changes():
                raise RuntimeError(f"A fixed version never changes: {cls.__tablename__}.{column}")

    event.listen(cls, "before_update", stays)
