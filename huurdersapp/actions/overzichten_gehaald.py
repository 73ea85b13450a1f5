"""What came of an activiteit as far as it is known elsewhere: the metingen of its measure, or what we logged ourselves.

It is only proposed. Whoever takes it over sees from where it is, and nothing is ever filled in silently.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from huurdersapp.actions import records
from huurdersapp.actions.context import Context
from huurdersapp.actions.overzichten import LINE
from huurdersapp.actions.telling import by_rule
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.period import Period
from huurdersapp.records.activiteit import Activiteit, ActiviteitJaar
from huurdersapp.records.activiteitenoverzicht import Activiteitenoverzicht
from huurdersapp.records.indicator import Indicator
from huurdersapp.records.meting import Meting, current
from huurdersapp.records.partij import Partij
from huurdersapp.store.step import ReadSession


@dataclass(frozen=True, slots=True)
class Known:
    """A number that may be taken over for a year, with the list that shows where it is from."""

    jaar: int
    value: Decimal
    words: str
    kind: str
    where: tuple[str, ...]


def known(ctx: Context, number: int) -> list[Known]:
    """For each year of a line what is known of its measure and not filled in yet; raises UserError when it is not there."""
    with ctx.store.reading() as db:
        row = records.find(db, ctx.spec(LINE), number)
        assert isinstance(row, Activiteit)
        measure = db.get(Indicator, row.indicator_id) if row.indicator_id else None
        if measure is None or measure.verwijderd is not None:
            return []
        overzicht = db.get_one(Activiteitenoverzicht, row.overzicht_id)
        years = db.scalars(
            select(ActiviteitJaar)
            .where(ActiviteitJaar.ouder_id == row.id, ActiviteitJaar.verwijderd.is_(None))
            .order_by(ActiviteitJaar.jaar)
        )
        found = (_of_year(db, measure, overzicht, year.jaar) for year in years if year.aantal_gedaan is None)
        return [item for item in found if item is not None]


def _of_year(
    db: ReadSession, measure: Indicator, overzicht: Activiteitenoverzicht, jaar: int
) -> Known | None:
    own = db.get_one(Partij, overzicht.partij_id).eigen
    counted = _counted(db, measure, jaar) if own and measure.regel_telt else None
    return counted or _measured(db, measure, overzicht.partij_id, jaar)


def _counted(db: ReadSession, measure: Indicator, jaar: int) -> Known | None:
    found = by_rule(db, measure, Period(date(jaar, 1, 1), date(jaar, 12, 31)))
    if found is None:
        return None
    spec = db.catalogue.specs[found.kind]
    count = len(found.ids)
    what = str(spec.label if count == 1 else spec.plural or spec.label).lower()
    words = ngettext("Uit het logboek: {count} {what}", "Uit het logboek: {count} {what}", count)
    where = tuple(f"{key}={value}" for key, value in found.where)
    return Known(jaar, Decimal(count), words.format(count=written(count), what=what), found.kind, where)


def _measured(db: ReadSession, measure: Indicator, partij_id: str, jaar: int) -> Known | None:
    """The last meting of the party in the year that still holds and has a number."""
    query = select(Meting).where(
        Meting.indicator_id == measure.id,
        Meting.partij_id == partij_id,
        Meting.verwijderd.is_(None),
        Meting.waarde.is_not(None),
        Meting.kern_id.is_(None),
        Meting.tot >= date(jaar, 1, 1),
        Meting.tot <= date(jaar, 12, 31),
        current(True),
    )
    row = db.scalars(query.order_by(Meting.tot.desc(), Meting.nummer.desc())).first()
    if row is None or row.waarde is None or row.waarde < 0:
        return None
    words = _("Uit de metingen: {value}").format(value=written(row.waarde))
    return Known(jaar, row.waarde, words, "meting", (f"nummer={row.nummer}",))


def take_over(ctx: Context, number: int, item: Known, *, origin: object | None = None) -> list[str]:
    """Put a known number down as realised in its year; gives what to look at again. Raises Refused."""
    spec = ctx.spec(LINE)
    lines = records.show(ctx, spec, number)["jaren"]
    value = int(item.value) if item.value == item.value.to_integral_value() else float(item.value)
    years = [{**line, "aantal_gedaan": value} if line["jaar"] == item.jaar else line for line in lines]
    return records.change(ctx, spec, number, {"jaren": years}, origin=origin).labelled
