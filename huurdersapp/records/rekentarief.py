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
from huurdersapp.records.energie_besparing import Factors, Prices
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


class Rates:
    """The figures of all years at one moment.

    Prices move too much to borrow those of another year: without its own a year has none. Factors come out later than
    the year begins, so those of the last year before it hold until then. Of two records of one year the later entered
    holds.
    """

    def __init__(self, db: Session) -> None:
        alive = Rekentarief.verwijderd.is_(None)
        rows = db.scalars(select(Rekentarief).where(alive).order_by(Rekentarief.jaar, Rekentarief.nummer))
        self._rows = {row.jaar: row for row in rows}

    def prices(self, year: int) -> Prices | None:
        """The variable prices of this year; None where neither is known."""
        row = self._rows.get(year)
        if row is None or (row.gas_euro is None and row.stroom_euro is None):
            return None
        return Prices(year, row.gas_euro, row.stroom_euro, row.peildatum, row.bron_prijs, row.nagezocht)

    def factors(self, year: int) -> Factors | None:
        """The CO2 factors of this year, else of the last year before it that has any."""
        for each in sorted(self._rows, reverse=True):
            row = self._rows[each]
            if each <= year and not (row.gas_co2 is None and row.stroom_co2 is None):
                return Factors(each, row.gas_co2, row.stroom_co2, row.bron_co2, row.nagezocht)
        return None


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
