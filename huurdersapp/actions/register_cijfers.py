"""What visits, campagnes and bewonerscommissies add up to in a period, each number with the list behind it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import select

from huurdersapp.actions import campagnes, commissies
from huurdersapp.actions.papier import printed
from huurdersapp.actions.places import Places
from huurdersapp.actions.telling import Where, found, met, one
from huurdersapp.base.period import Period
from huurdersapp.records.campagne_tables import VORMEN
from huurdersapp.records.commissie import ONDERSTEUNING
from huurdersapp.records.energiebezoek_tables import GEPLAATST, Energiebezoek
from huurdersapp.reports.language import aantal
from huurdersapp.reports.trimester_values import BezoekCijfers, BezoekRij, CampagneRegel, CommissieRegel
from huurdersapp.reports.values import ONBEKEND, Getal
from huurdersapp.store.step import ReadSession

PLACED = ("maatregel_stand", ",".join(GEPLAATST))
"""The condition that something was put in place at a visit."""
GOALS = {
    "bereik": ("huishouden bereikt", "huishoudens bereikt"),
    "contact": ("gesprek", "gesprekken"),
    "deelname": ("deelnemer", "deelnemers"),
    "effect": ("huishouden waar iets veranderde", "huishoudens waar iets veranderde"),
}
"""How a goal of a campagne reads, by what it counts."""


def visit_figures(db: ReadSession, period: Period, only: Where = ()) -> BezoekCijfers:
    """Visits of the period that meet `only`: how often a coach stood at a door, and what came of it."""
    code = period.code()
    done: Where = (("gedaan_in", code), *only)
    at_the_door: Where = (("aan_de_deur_in", code), *only)
    return BezoekCijfers(
        aan_de_deur=_count(db, at_the_door),
        gesproken=_count(db, done),
        niet_gesproken=_count(db, (*at_the_door, ("status", "niet_gesproken"))),
        geplaatst=_count(db, (*done, PLACED)),
        met_knelpunt=_count(db, (*done, ("met_knelpunt", "ja"))),
        nazorg=_count(db, (("nazorg_op", code), *only)),
        per_kern=tuple(_per_kern(db, done)),
    )


def _count(db: ReadSession, where: Where) -> Getal:
    return found(db, "energiebezoek", where).getal


def _per_kern(db: ReadSession, where: Where) -> Iterator[BezoekRij]:
    present = select(Energiebezoek.kern_id).where(met(db, "energiebezoek", where)).distinct()
    place = Places(db)
    rows = []
    for key in db.scalars(present):
        kern = place(key)
        here = (*where, ("kern", kern.typed))
        rows.append(BezoekRij(kern.name, _count(db, here), kern.wider))
    yield from sorted(rows, key=lambda row: (-(row.gesproken.waarde or 0), row.naam))


def campaign_lines(db: ReadSession, period: Period, only: Where = ()) -> tuple[CampagneRegel, ...]:
    """The campagnes of the period, each with what its actions of the period add up to."""
    return tuple(
        _campaign(db, row, period) for row in _rows(db, "campagne", "gehouden_in", period, only, "start_op")
    )


def _campaign(db: ReadSession, row: Any, period: Period) -> CampagneRegel:
    actions = campagnes.actions_in(db, row.id, period)
    total, source = campagnes.summed(actions), one("campagne", row)

    def counted(key: str) -> Getal:
        count = total.of(key)
        return ONBEKEND if count is None else Getal(count, source)

    return CampagneRegel(
        titel=row.titel,
        van=row.start_op,
        tot=row.eind_op,
        vormen=tuple(
            printed(VORMEN, item.key).lower()
            for item in VORMEN.items
            if any(action.vorm == item.key for action in actions)
        ),
        acties=total.acties,
        bereik=counted("bereik"),
        contacten=counted("contacten"),
        deelnemers=counted("deelnemers"),
        aangemeld=counted("aangemeld"),
        doel=_goal(row),
        source=source,
    )


def _goal(row: Any) -> str:
    """What was wanted, as people say it; empty where no number was set."""
    if row.doel_aantal is None or row.doel_maat is None:
        return ""
    one, many = GOALS[row.doel_maat]
    return aantal(row.doel_aantal, one, many)


def committee_lines(db: ReadSession, period: Period, only: Where = ()) -> tuple[CommissieRegel, ...]:
    """The commissies that were supported in the period, and how."""
    helped = commissies.support(db, period)
    return tuple(
        CommissieRegel(
            row.naam,
            helped[row.id].times,
            tuple(printed(ONDERSTEUNING, kind) for kind in helped[row.id].kinds),
            helped[row.id].hours,
            one("commissie", row),
        )
        for row in _rows(db, "commissie", "ondersteund_in", period, only, "naam")
    )


def _rows(db: ReadSession, kind: str, named: str, period: Period, only: Where, order: str) -> list[Any]:
    cls = db.catalogue.specs[kind].cls
    rows = [db.get(cls, key) for key in found(db, kind, ((named, period.code()), *only)).ids]
    return sorted(filter(None, rows), key=lambda row: (_sortable(getattr(row, order)), row.nummer))


def _sortable(value: date | str | None) -> str:
    return "" if value is None else str(value).casefold()
