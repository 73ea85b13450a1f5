"""The figures about knelpunten of a period, each with the list behind it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sqlalchemy import or_, select

from huurdersapp.actions.papier import meeting_name, printed
from huurdersapp.actions.places import Group, Places
from huurdersapp.actions.telling import Where, found, met, one
from huurdersapp.base.period import Period
from huurdersapp.records.kern import Kern
from huurdersapp.records.knelpunt import SPEC
from huurdersapp.records.knelpunt_categorieen import CATEGORIEEN
from huurdersapp.records.knelpunt_status import ENDS, STATUS, status_after
from huurdersapp.records.knelpunt_tables import Knelpunt
from huurdersapp.records.overleg import Overleg
from huurdersapp.reports.trimester_values import KnelpuntCijfers, KnelpuntRij, Stand, UitgelichtKnelpunt
from huurdersapp.reports.values import Getal
from huurdersapp.store.step import ReadSession

HIGHLIGHTS = 6
"""Collective knelpunten that the report tells about; the rest are in the figures."""
_INDIVIDUAL, _COLLECTIVE = ("collectief", "nee"), ("collectief", "ja")
_OPEN = tuple(i.key for i in STATUS.items if i.key not in ENDS and status_after(i.key) == i.key)
"""The statuses of an open knelpunt; heropend is a step and no status."""


def knelpunt_figures(db: ReadSession, period: Period) -> KnelpuntCijfers:
    """Stand, flow and breakdowns; the stand at the end is that at the begin, plus new and reopened, minus closed."""
    code, end = period.code(), period.last.isoformat()
    new: Where = (("nieuw_in", code),)
    return KnelpuntCijfers(
        individueel=_stand(db, period, _INDIVIDUAL),
        collectief=_stand(db, period, _COLLECTIVE),
        ingebracht_individueel=_count(db, (("ingebracht_in", code), _INDIVIDUAL)),
        ingebracht_collectief=_count(db, (("ingebracht_in", code), _COLLECTIVE)),
        per_categorie=_split(db, new, "categorie", _category),
        per_kern=_split(db, new, "kern", Places(db)),
        per_status=tuple(_row(db, printed(STATUS, key), ((f"stand_{key}", end),)) for key in _OPEN),
        per_afloop=tuple(
            _row(db, printed(STATUS, key), (("afgehandeld_in", code), (f"stand_{key}", end))) for key in ENDS
        ),
    )


def _count(db: ReadSession, where: Where) -> Getal:
    return found(db, "knelpunt", where).getal


def _stand(db: ReadSession, period: Period, part: tuple[str, str]) -> Stand:
    code = period.code()
    return Stand(
        begin=_count(db, (("open_op", period.before.isoformat()), part)),
        nieuw=_count(db, (("nieuw_in", code), part)),
        heropend=_count(db, (("heropend_in", code), part)),
        afgehandeld=_count(db, (("afgehandeld_in", code), part)),
        eind=_count(db, (("open_op", period.last.isoformat()), part)),
    )


def _row(db: ReadSession, name: str, where: Where, groups: tuple[str, ...] = ()) -> KnelpuntRij:
    return KnelpuntRij(name, _count(db, (*where, _INDIVIDUAL)), _count(db, (*where, _COLLECTIVE)), groups)


def _split(
    db: ReadSession, where: Where, key: str, group: Callable[[str | None], Group]
) -> tuple[KnelpuntRij, ...]:
    """A row for each value of a field that occurs among these knelpunten, most first."""
    column = SPEC.table.c[SPEC.fields[key].column]
    present = select(column).where(met(db, "knelpunt", where)).distinct()
    groups = [group(value) for value in db.scalars(present)]
    rows = [_row(db, item.name, (*where, (key, item.typed)), item.wider) for item in groups]
    return tuple(sorted(rows, key=lambda row: (-_size(row), row.naam)))


def _size(row: KnelpuntRij) -> int:
    return (row.individueel.waarde or 0) + (row.collectief.waarde or 0)


def _category(key: str | None) -> Group:
    return Group(key or "", printed(CATEGORIEEN, key))


def highlights(db: ReadSession, period: Period) -> tuple[UitgelichtKnelpunt, ...]:
    """Collective knelpunten that were brought in or came in during the period: urgent ones and wide ones first."""
    named = ("ingebracht_in", "nieuw_in")
    either = or_(*(met(db, "knelpunt", ((key, period.code()), _COLLECTIVE)) for key in named))
    urgency = {"hoog": 0, "normaal": 1, "laag": 2}
    chosen = sorted(
        db.scalars(select(Knelpunt).where(either)),
        key=lambda row: (urgency.get(row.prioriteit, 1), -(row.huurders_geraakt or 0), row.nummer),
    )
    return tuple(_highlight(db, row, period) for row in chosen[:HIGHLIGHTS])


def _highlight(db: ReadSession, row: Knelpunt, period: Period) -> UitgelichtKnelpunt:
    kern = db.get(Kern, row.kern_id) if row.kern_id else None
    steps = [step for step in db.lines(SPEC.part["stappen"].spec, row.id) if step.datum <= period.last]
    status = max(steps, key=lambda step: (step.datum, step.volgorde)).status if steps else "gemeld"
    on, meeting, reaction = _last_brought_in(db, row, period)
    return UitgelichtKnelpunt(
        titel=row.titel,
        omschrijving=row.omschrijving or "",
        nummer=str(row.nummer),
        plaats=kern.naam if kern else "",
        categorie=printed(CATEGORIEEN, row.categorie),
        gemeld_op=row.gemeld_op,
        status=printed(STATUS, status_after(status)).lower(),
        ingebracht_op=on,
        ingebracht_in=meeting,
        reactie=reaction,
        huurders_geraakt=row.huurders_geraakt,
        source=one("knelpunt", row),
    )


def _last_brought_in(db: ReadSession, row: Knelpunt, period: Period) -> tuple[date | None, str, str]:
    """When, in which overleg, and what was answered, as far as it was so at the end of the period."""
    told = []
    for line in db.lines(SPEC.part["inbreng"].spec, row.id):
        meeting = db.get(Overleg, line.overleg_id)
        if meeting is not None and (on := line.datum or meeting.datum) <= period.last:
            told.append((on, line.volgorde, meeting_name(meeting), line))
    if not told:
        return None, "", ""
    on, _place, name, line = max(told, key=lambda item: item[:2])
    answered = line.reactie_op is None or line.reactie_op <= period.last
    return on, name, (line.reactie or "") if answered else ""
