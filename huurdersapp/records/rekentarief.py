"""Rekentarief: what a saved m³ or kWh is worth in a year, and how much CO2 it is.

Only the variable part of the price counts (tariff and taxes per unit, with btw): fixed costs stay when less is used.
CO2 factors come out each January for that year, so a report uses those of its own year.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session

from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records.base import Record, field
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.spec import RecordSpec


class Rekentarief(Record):
    """The figures of one year, set by the user, with source and day."""

    __tablename__ = "rekentarief"
    naam: Mapped[str] = field(_("Naam"), filled=True, index=True)
    jaar: Mapped[int] = field(_("Jaar"), minimum=1990, maximum=2200, index=True)
    gas_euro: Mapped[Decimal | None] = field(_("Gas, variabele prijs"), minimum=0, unit=_("euro per m³"))
    stroom_euro: Mapped[Decimal | None] = field(
        _("Stroom, variabele prijs"), minimum=0, unit=_("euro per kWh")
    )
    peildatum: Mapped[date | None] = field(_("Peildatum van de prijzen"))
    bron_prijs: Mapped[str | None] = field(_("Bron van de prijzen"))
    gas_co2: Mapped[Decimal | None] = field(_("CO2 van gas"), minimum=0, unit=_("kg per m³"))
    stroom_co2: Mapped[Decimal | None] = field(_("CO2 van stroom"), minimum=0, unit=_("kg per kWh"))
    bron_co2: Mapped[str | None] = field(_("Bron van CO2"))
    nagezocht: Mapped[bool] = field(
        _("In de bron nagezocht"), default=False, help=_("Nee: een richtgetal, nog niet nagekeken")
    )
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)


def of_year(db: Session, year: int) -> Rekentarief | None:
    """The figures to reckon with in a year: its own, else those of the last year before it, else the first after."""
    rows = db.scalars(
        select(Rekentarief).where(Rekentarief.verwijderd.is_(None)).order_by(Rekentarief.jaar)
    ).all()
    before = [row for row in rows if row.jaar <= year]
    return before[-1] if before else rows[0] if rows else None


def _verify(db: Session, draft: Draft) -> Iterable[Fault]:
    same = select(Rekentarief).where(Rekentarief.jaar == draft["jaar"], Rekentarief.verwijderd.is_(None))
    if any(row.id != draft.id for row in db.scalars(same)):
        yield Fault(_t("Dit jaar staat er al. Wijzig liever dat jaar."), ("jaar",), warning=True)


def _prepare(draft: Draft) -> Iterable[Fault]:
    # Kept as data and printed, so it is not translated.
    draft.values["naam"] = f"Rekentarief {draft['jaar']}"
    return ()


def _check(draft: Draft) -> Iterable[Fault]:
    for keys, source in (
        (("gas_euro", "stroom_euro"), "bron_prijs"),
        (("gas_co2", "stroom_co2"), "bron_co2"),
    ):
        if any(draft[key] is not None for key in keys) and not draft[source]:
            yield Fault(_t("Zet er ook de bron bij."), (source,), warning=True)


SPEC = RecordSpec(
    Rekentarief,
    label=_("Rekentarief"),
    plural=_("Rekentarieven"),
    columns=("nummer", "jaar", "gas_euro", "stroom_euro", "gas_co2", "stroom_co2"),
    search=("naam", "bron_prijs", "bron_co2", "toelichting"),
    name=("naam",),
    order="-jaar",
    prepare=_prepare,
    check=_check,
    verify=_verify,
)
