"""Bezoekformulier: an empty, numbered visit sheet that went along with a coach, and whether it came back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, exists, not_, select
from sqlalchemy.orm import Mapped, Session

from huurdersapp.base import clock
from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records.base import Record, field, reference
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.energiebezoek_tables import Energiebezoek
from huurdersapp.records.rules import in_order, not_in_future
from huurdersapp.records.spec import Filter, RecordSpec


class Bezoekformulier(Record):
    """One sheet of paper; `naam` is the number that is printed on it. It is back when a visit names it."""

    __tablename__ = "bezoekformulier"
    naam: Mapped[str] = field(_("Nummer op het formulier"), filled=True, index=True)
    coach_id: Mapped[str | None] = reference(_("Energiecoach"), "energiecoach")
    uitgegeven_op: Mapped[date] = field(_("Meegegeven op"), filled=True, index=True)
    vervallen_op: Mapped[date | None] = field(_("Kwijt of niet gebruikt op"), index=True)
    reden: Mapped[str | None] = field(_("Waarom"))


LONG_OUT = timedelta(days=30)
"""So long a sheet may be out before it is asked after."""
_NUMBER = re.compile(r"[Bb]\s*0*(\d{1,9})")


def printed(number: int) -> str:
    """The number as it stands on the sheet."""
    return f"B {number:04d}"


def as_printed(text: str) -> str:
    """What somebody types for a number on a sheet (b12, B 0012), as it is printed; anything else as it is."""
    found = _NUMBER.fullmatch(text.strip())
    return printed(int(found[1])) if found else text


def highest(db: Session) -> int:
    """The highest number that was ever printed, thrown away or not: no two sheets of paper have the same one."""
    names = db.scalars(select(Bezoekformulier.naam).where(Bezoekformulier.naam.like("B %")))
    return max((int(found[1]) for name in names if (found := _NUMBER.fullmatch(name))), default=0)


def _prepare(draft: Draft) -> Iterable[Fault]:
    if draft["uitgegeven_op"] is None:
        draft.values["uitgegeven_op"] = clock.today()
    if draft["naam"] is not None:
        draft.values["naam"] = as_printed(draft["naam"])
    return ()


def _check(draft: Draft) -> Iterable[Fault]:
    yield from in_order(draft, "uitgegeven_op", "vervallen_op")
    yield from not_in_future(draft, "vervallen_op")


def _verify(db: Session, draft: Draft) -> Iterable[Fault]:
    if draft["naam"] is None:
        draft.values["naam"] = printed(highest(db) + 1)
    elif draft.changed("naam"):
        same = select(Bezoekformulier.id).where(
            Bezoekformulier.naam == draft["naam"],
            Bezoekformulier.verwijderd.is_(None),
            Bezoekformulier.id != (draft.id or ""),
        )
        if db.scalars(same.limit(1)).first() is not None:
            yield Fault(_t("Dit nummer staat er al. Kijk het na op het papier."), ("naam",), warning=True)


def used() -> ColumnElement[bool]:
    """A visit was entered from it."""
    return exists().where(
        Energiebezoek.formulier_id == Bezoekformulier.id, Energiebezoek.verwijderd.is_(None)
    )


def out_on(on: date) -> ColumnElement[bool]:
    """Handed out by that day, not entered and not given up."""
    given_up = and_(Bezoekformulier.vervallen_op.is_not(None), Bezoekformulier.vervallen_op <= on)
    return and_(Bezoekformulier.uitgegeven_op <= on, not_(used()), not_(given_up))


def too_long_out_on(on: date) -> ColumnElement[bool]:
    """Out on that day, and handed out more than `LONG_OUT` before it."""
    return and_(out_on(on), Bezoekformulier.uitgegeven_op < on - LONG_OUT)


def _entered(yes: bool) -> ColumnElement[bool]:
    return used() if yes else not_(used())


SPEC = RecordSpec(
    Bezoekformulier,
    label=_("Bezoekformulier"),
    plural=_("Bezoekformulieren"),
    columns=("nummer", "naam", "coach", "uitgegeven_op", "vervallen_op"),
    search=("naam", "reden"),
    name=("naam",),
    order="-uitgegeven_op",
    filters=(
        Filter("nog_uit_op", _("Nog uit op"), "datum", out_on),
        Filter("te_lang_uit_op", _("Langer dan 30 dagen weg op"), "datum", too_long_out_on),
        Filter("ingevoerd", _("Ingevoerd"), "ja_nee", _entered),
    ),
    prepare=_prepare,
    check=_check,
    verify=_verify,
)
