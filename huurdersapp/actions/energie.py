"""Energy visits: the catalogue of measures, entering a visit with what comes out of it, and what is still to be done."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from huurdersapp.actions import energie_cijfers, energie_opslaan, voorkeuren
from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names
from huurdersapp.actions.plain import Plain, Resolver
from huurdersapp.actions.records import write
from huurdersapp.base import clock
from huurdersapp.base.formats import number as shown
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.paths import own
from huurdersapp.records.bezoekformulier import out_on
from huurdersapp.records.draft import read
from huurdersapp.records.energiebezoek_filters import aftercare_due_on
from huurdersapp.records.energiebezoek_tables import BezoekMaatregel, Energiebezoek
from huurdersapp.records.maatregel import EENHEDEN, Maatregel
from huurdersapp.store import queries
from huurdersapp.store.queries import Query
from huurdersapp.store.step import ReadSession, StepSession

FOLDER = own("resources") / "catalogi"
CATALOGUES = {"maatregel": "maatregelen", "rekentarief": "rekentarieven"}
"""The kinds that come with the program, and the file (and the list in it) of each."""
KEYS = 9
"""So many measures have a number key."""
LATEST = 500
"""Visits that say which measures are used most: the newest, so that it costs the same however many there are."""
PRINTED_ORDER = "energie.volgorde"
"""Preference: the numbers of the measures in the order in which they stand on the sheets that were printed last."""

expected, overview = energie_cijfers.expected, energie_cijfers.overview
save_visit = energie_opslaan.save_visit
check_visit = energie_opslaan.check_visit
landlord_measures = energie_opslaan.landlord_measures


def catalogue(kind: str) -> list[Plain]:
    """The records of a kind that come with the program, as `nieuw` takes them; for the kinds of `CATALOGUES`."""
    name = CATALOGUES[kind]
    told: list[Plain] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))[name]
    return told


def ready(ctx: Context, *, origin: object | None = None) -> bool:
    """Load measures and rekentarieven in one step where this administration never had any; tells whether it did.

    A kind of which there ever was a record, thrown away or undone since, is left as it is.
    """
    with ctx.store.reading() as db:
        fresh = [kind for kind in CATALOGUES if not _ever(db, kind)]
    if not fresh:
        return False
    with ctx.store.step(_("Maatregelen en rekentarieven laden"), origin=origin) as db:
        for kind in fresh:
            load(db, kind)
    return True


def load(db: StepSession, kind: str) -> None:
    """Write the catalogue of a kind in this step."""
    spec, resolver = db.catalogue.specs[kind], Resolver(db)
    for raw in catalogue(kind):
        draft, faults = read(spec, raw, resolver)
        if stopping := [fault.sentence() for fault in faults if not fault.warning]:
            raise ValueError(f"{kind}: {'; '.join(stopping)}")
        write(db, draft)


def _ever(db: ReadSession, kind: str) -> bool:
    table = db.catalogue.specs[kind].table
    return db.scalar(select(table.c.id).limit(1)) is not None


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure as a row of the visit sheet.

    Attributes:
        number: of the maatregel, as a line of a visit names it.
        key: the number key that chooses it, None after the first nine.
        kind, per: keys of maatregel.SOORTEN and PER; `unit` the words for an amount ("m²"), empty per home.
        landlord: only the landlord can do it.
        warning: what must be said with it; `conditions`: for which home the figures hold.
        saves: what it saves in words ("10 m³ gas per m²"), empty where no figure is known; always indicatief.
        used: at how many of the latest visits it was put down.
    """

    number: int
    name: str
    key: int | None
    kind: str
    per: str
    unit: str
    landlord: bool
    warning: str | None
    conditions: str | None
    saves: str
    stock: int | None
    used: int


def measures(ctx: Context, order: Sequence[int] | None = None) -> tuple[Measure, ...]:
    """The measures in use, with a number key for the first nine.

    Most used first, then by their place in the list. As long as printed sheets are out, the order is theirs: so the
    keys are the numbers on paper. `order` freezes it: numbers of measures in the order to keep (those of an earlier
    call), what is not in it comes after. A measure that is no longer in use falls out, and the rest moves up.
    """
    frozen = list(order) if order is not None else (printed_order(ctx) or [])
    place = {number: at for at, number in enumerate(frozen)}
    with ctx.store.reading() as db:
        used = _used(db)
        rows: list[Maatregel] = db.alive(db.catalogue.specs["maatregel"], Maatregel.actief.is_(True))
    rows.sort(
        key=lambda row: (
            place.get(row.nummer, len(place)),
            -used.get(row.id, 0),
            row.plek is None,
            row.plek or 0,
            row.nummer,
        )
    )
    return tuple(_measure(row, at, used.get(row.id, 0)) for at, row in enumerate(rows, 1))


def _measure(row: Maatregel, at: int, used: int) -> Measure:
    return Measure(
        row.nummer,
        row.naam,
        at if at <= KEYS else None,
        row.soort,
        row.per,
        EENHEDEN.label(row.per),
        row.soort == "woning",
        row.veiligheid,
        row.voorwaarden,
        _saves(row),
        row.voorraad,
        used,
    )


def _saves(row: Maatregel) -> str:
    amounts = [
        (row.gas_m3, _("{amount} m³ gas")),
        (row.stroom_kwh, _("{amount} kWh stroom")),
        (row.water_liter, _("{amount} liter water")),
    ]
    told = [words.format(amount=shown(value)) for value, words in amounts if value]
    unit = EENHEDEN.label(row.per)
    if not told:
        return ""
    return _("{amounts} per {unit}").format(amounts=", ".join(told), unit=unit or _("woning"))


def _used(db: ReadSession) -> dict[str, int]:
    """How often each measure stands at the newest visits, by key."""
    newest = (
        select(Energiebezoek.id)
        .where(Energiebezoek.verwijderd.is_(None))
        .order_by(Energiebezoek.datum.desc(), Energiebezoek.id.desc())
        .limit(LATEST)
    )
    counted = (
        select(BezoekMaatregel.maatregel_id, func.count())
        .where(BezoekMaatregel.ouder_id.in_(newest), BezoekMaatregel.verwijderd.is_(None))
        .group_by(BezoekMaatregel.maatregel_id)
    )
    return dict(db.execute(counted).all())


def printed_order(ctx: Context) -> list[int] | None:
    """The numbers of the measures as they stand on the printed sheets, while any of those is still out."""
    found = voorkeuren.get(ctx, PRINTED_ORDER)
    if not isinstance(found, list):
        return None
    with ctx.store.reading() as db:
        spec = db.catalogue.specs["bezoekformulier"]
        out = queries.count(db, Query(spec, (out_on(clock.today()),)), 1)
    return [number for number in found if isinstance(number, int)] if out else None


@dataclass(frozen=True, slots=True)
class Aftercare:
    """A visit whose aftercare is due: its number, address and day in words, when it was planned, and by whom."""

    number: int
    name: str
    planned: date
    visited: date | None
    coach: str | None
    days_late: int


def aftercare(ctx: Context, on: date | None = None, limit: int = 200) -> tuple[Aftercare, ...]:
    """The visits whose aftercare was to be given by this day (else today), the longest waiting first.

    The same visits as the list with `nazorg_open_op`.
    """
    on = on or clock.today()
    with ctx.store.reading() as db:
        query = Query(ctx.spec("energiebezoek"), (aftercare_due_on(on),), order="nazorg_gepland_op")
        columns = ("nummer", "naam", "nazorg_gepland_op", "datum", "coach_id")
        rows = queries.page(db, query, columns, size=limit)
        names = Names(db)
        names.load("energiecoach", [row.coach_id for row in rows if row.coach_id])
        return tuple(
            Aftercare(
                row.nummer,
                row.naam or _("Energiebezoek {number}").format(number=row.nummer),
                row.nazorg_gepland_op,
                row.datum,
                names.of("energiecoach", row.coach_id) if row.coach_id else None,
                (on - row.nazorg_gepland_op).days,
            )
            for row in rows
        )
