"""Bezoekformulier: an empty, numbered visit sheet that went along with a coach, and whether it came back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, and_, exists, func, not_, select
from sqlalchemy.orm import Mapped, Session

from huurdersapp.base import clock
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


def printed(number: int) -> str:
    """The number as it stands on the sheet."""
    return f"B {number:04d}"


def _prepare(draft: Draft) -> Iterable[Fault]:
    if draft["uitgegeven_op"] is None:
        draft.values["uitgegeven_op"] = clock.today()
    return ()


def _check(draft: Draft) -> Iterable[Fault]:
    yield from in_order(draft, "uitgegeven_op", "vervallen_op")
    yield from not_in_future(draft, "vervallen_op")


def _verify(db: Session, draft: Draft) -> Iterable[Fault]:
    if draft["naam"] is None:
        last = db.scalar(select(func.max(Bezoekformulier.nummer))) or 0
        draft.values["naam"] = printed(last + 1)
    return ()


def used() -> ColumnElement[bool]:
    """A visit was entered from it."""
    return exists().where(
        Energiebezoek.formulier_id == Bezoekformulier.id, Energiebezoek.verwijderd.is_(None)
    )


def out_on(on: date) -> ColumnElement[bool]:
    """Handed out by that day, not entered and not given up."""
    given_up = and_(Bezoekformulier.vervallen_op.is_not(None), Bezoekformulier.vervallen_op <= on)
    return and_(Bezoekformulier.uitgegeven_op <= on, not_(used()), not_(given_up))


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
        Filter("ingevoerd", _("Ingevoerd"), "ja_nee", _entered),
    ),
    prepare=_prepare,
    check=_check,
    verify=_verify,
)
