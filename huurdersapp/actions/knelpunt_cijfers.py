"""The figures about knelpunten of a period, each with the list behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import select

from huurdersapp.actions.telling import Found, Where, found, one
from huurdersapp.base.period import Period
from huurdersapp.records.knelpunt import SPEC
from huurdersapp.records.knelpunt_categorieen import CATEGORIEEN
from huurdersapp.records.knelpunt_status import ENDS, STATUS
from huurdersapp.records.knelpunt_tables import Knelpunt
from huurdersapp.reports.trimester_values import KnelpuntCijfers, KnelpuntRij, Stand, UitgelichtKnelpunt
from huurdersapp.reports.values import Getal
from huurdersapp.store.step import ReadSession

HIGHLIGHTS = 6
"""Collective knelpunten that the report tells about; the rest are in the figures."""
_INDIVIDUAL, _COLLECTIVE = ("collectief", "nee"), ("collectief", "ja")


def knelpunt_figures(db: ReadSession, period: Period) -> KnelpuntCijfers:
    """Stand, flow and breakdowns; the stand at the end is that at the begin, plus new and reopened, minus closed."""
    code, end = period.code(), period.last.isoformat()
    new: Where = (("nieuw_in", code),)
    open_statuses = [item for item in STATUS.items if item.key not in (*ENDS, "heropend")]
    ends = [item for item in STATUS.items if item.key in ENDS]
    return KnelpuntCijfers(
        individueel=_stand(db, period, _INDIVIDUAL),
        collectief=_stand(db, period, _COLLECTIVE),
        ingebracht_individueel=_count(db, (("ingebracht_in", code), _INDIVIDUAL)),
        ingebracht_collectief=_count(db, (("ingebracht_in", code), _COLLECTIVE)),
        per_categorie=_split(db, new, "categorie", lambda key: (CATEGORIEEN.label(key), ())),
        per_kern=_split(db, new, "kern", _Places(db)),
        per_status=tuple(_row(db, str(i.label), ((f"stand_{i.key}", end),)) for i in open_statuses),
        per_afloop=tuple(
            _row(db, str(i.label), (("afgehandeld_in", code), (f"stand_{i.key}", end))) for i in ends
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
    db: ReadSession, where: Where, key: str, words: Callable[[Any], tuple[str, tuple[str, ...]]]
) -> tuple[KnelpuntRij, ...]:
    """A row for each value of a field that occurs among these knelpunten, most first."""
    all_of_them: Found = found(db, "knelpunt", where)
    column = SPEC.table.c[SPEC.fields[key].column]
    present = db.scalars(select(column).where(Knelpunt.id.in_(all_of_them.ids)).distinct()).all()
    rows: list[KnelpuntRij] = []
    for value in present:
        name, groups = words(value)
        shown = words.number(value) if isinstance(words, _Places) else value
        rows.append(_row(db, name, (*where, (key, shown or "")), groups))
    return tuple(sorted(rows, key=lambda row: (-_size(row), row.naam)))


def _size(row: KnelpuntRij) -> int:
    return (row.individueel.waarde or 0) + (row.collectief.waarde or 0)


class _Places:
    """The name of a kern and the wider places it lies in, narrowest first."""

    def __init__(self, db: ReadSession) -> None:
        self._kernen = {row.id: row for row in db.alive(db.catalogue.specs["kern"])}

    def __call__(self, key: str | None) -> tuple[str, tuple[str, ...]]:
        kern = self._kernen.get(key) if key else None
        if kern is None:
            return "Plaats niet bekend", ()
        above: list[str] = []
        place = self._kernen.get(kern.ligt_in_id)
        while place is not None and place.naam not in above:
            above.append(f"gemeente {place.naam}" if place.soort == "gemeente" else place.naam)
            place = self._kernen.get(place.ligt_in_id)
        return kern.naam, tuple(above)

    def number(self, key: str | None) -> str:
        """The number of a kern, as it is typed in a condition."""
        return str(self._kernen[key].nummer) if key in self._kernen else ""


def highlights(db: ReadSession, period: Period) -> tuple[UitgelichtKnelpunt, ...]:
    """Collective knelpunten that were brought in or came in during the period: urgent ones and wide ones first."""
    keys: dict[str, None] = {}
    for where in (
        (("ingebracht_in", period.code()), _COLLECTIVE),
        (("nieuw_in", period.code()), _COLLECTIVE),
    ):
        keys |= dict.fromkeys(found(db, "knelpunt", where).ids)
    rows = [db.get(Knelpunt, key) for key in keys]
    urgency = {"hoog": 0, "normaal": 1, "laag": 2}
    chosen = sorted(
        (row for row in rows if row is not None),
        key=lambda row: (urgency.get(row.prioriteit, 1), -(row.huurders_geraakt or 0), row.nummer),
    )
    return tuple(_highlight(db, row, period) for row in chosen[:HIGHLIGHTS])


def _highlight(db: ReadSession, row: Knelpunt, period: Period) -> UitgelichtKnelpunt:
    specs = db.catalogue.specs
    lines = db.lines(SPEC.part["inbreng"].spec, row.id)
    meetings = {line.id: db.get(specs["overleg"].cls, line.overleg_id) for line in lines}
    dated = [(line.datum or vars(meetings[line.id])["datum"], line) for line in lines if meetings[line.id]]
    told = [(on, line) for on, line in dated if on <= period.last]
    last = max(told, key=lambda item: item[0], default=None)
    kern = db.get(specs["kern"].cls, row.kern_id) if row.kern_id else None
    steps = [step for step in db.lines(SPEC.part["stappen"].spec, row.id) if step.datum <= period.last]
    status = max(steps, key=lambda step: (step.datum, step.volgorde)).status if steps else "gemeld"
    return UitgelichtKnelpunt(
        titel=row.titel,
        omschrijving=row.omschrijving or "",
        nummer=str(row.nummer),
        plaats=vars(kern)["naam"] if kern else "",
        categorie=CATEGORIEEN.label(row.categorie),
        gemeld_op=row.gemeld_op,
        status=STATUS.label("beoordeeld" if status == "heropend" else status).lower(),
        ingebracht_op=last[0] if last else None,
        ingebracht_in=vars(meetings[last[1].id])["naam"] if last else "",
        reactie=(last[1].reactie or "") if last else "",
        huurders_geraakt=row.huurders_geraakt,
        source=one("knelpunt", row),
    )
