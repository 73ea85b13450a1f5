"""What the year agenda reads: akkoorden with their anchors, what was said of them, overleggen, own steps; and the two
catalogues of the program, for what an organisation did not fill in."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import or_, select

from huurdersapp.actions import akkoord as agreements
from huurdersapp.base.paths import own
from huurdersapp.base.settings import SUMMER, Settings
from huurdersapp.records.agendamoment import Agendamoment
from huurdersapp.records.akkoord import Akkoord
from huurdersapp.records.anker import COMMON_YEAR, Anker
from huurdersapp.records.jaaragenda import Anchor, Cycle, Step, Summer
from huurdersapp.records.overleg import SOORTEN as OVERLEGSOORTEN
from huurdersapp.records.overleg import Overleg
from huurdersapp.records.rules import lines_of
from huurdersapp.store.step import ReadSession

FOLDER = own("resources") / "catalogi"
_WEEKS = re.compile(r"\s*(\d{1,2})-(\d{1,2})\D+(\d{1,2})-(\d{1,2})\s*")
DECIDES = "bo"
"""The kind of meeting in which the parties decide; an akkoord may give it another name."""
OTHER = "overig"


# -- the catalogues ----------------------------------------------------------------------------------------------------


class _Summer(msgspec.Struct, forbid_unknown_fields=True):
    van: str
    tot: str
    nagezocht: bool
    bron: str


class _Reminder(msgspec.Struct, forbid_unknown_fields=True):
    anker: int
    overleg: int
    bron: str


class _Date(msgspec.Struct, forbid_unknown_fields=True):
    sleutel: str
    naam: str
    soort_datum: str
    maand: int
    dag: int
    tekst: str
    bron: str
    jaar: int


class _Dates(msgspec.Struct, forbid_unknown_fields=True):
    naam: str
    bron: str
    jaar: int
    herinnering: _Reminder
    zomer: _Summer
    data: list[_Date]


class _Step(msgspec.Struct, forbid_unknown_fields=True):
    naam: str
    soort: str
    overlegsoort: str
    dagen_ervoor: int
    duur: int


class _Steps(msgspec.Struct, forbid_unknown_fields=True):
    naam: str
    bron: str
    jaar: int
    stappen: list[_Step]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What the program knows by itself: days from the law, the summer, and when to remind (days before)."""

    dates: tuple[Anchor, ...]
    summer: Summer
    remind_anchor: int
    remind_meeting: int
    steps: tuple[Step, ...]


@cache
def catalogue() -> Catalogue:
    """The lists that ship with the program."""
    known = msgspec.json.decode((FOLDER / "jaaragenda.json").read_bytes(), type=_Dates)
    steps = msgspec.json.decode((FOLDER / "voorbereiding.json").read_bytes(), type=_Steps)
    return Catalogue(
        dates=tuple(
            Anchor(
                0,
                item.sleutel,
                item.naam,
                "",
                1,
                item.soort_datum,
                item.maand,
                item.dag,
                text=item.tekst,
                origin="wet",
                source=item.bron,
            )
            for item in known.data
        ),
        summer=Summer(
            _month_day(known.zomer.van), _month_day(known.zomer.tot), known.zomer.nagezocht, known.zomer.bron
        ),
        remind_anchor=known.herinnering.anker,
        remind_meeting=known.herinnering.overleg,
        steps=tuple(
            Step(None, item.naam, item.soort, item.overlegsoort, item.dagen_ervoor, item.duur, steps.bron)
            for item in steps.stappen
        ),
    )


def summer_of(settings: Settings) -> Summer:
    """The weeks of the summer as somebody set them; where nothing that can be read was set, the estimate."""
    usual = catalogue().summer
    found = _WEEKS.fullmatch(settings.get(SUMMER))
    if found is None:
        return usual
    first, last = (int(found[2]), int(found[1])), (int(found[4]), int(found[3]))
    if first > last or not all(_exists(*day) for day in (first, last)):
        return usual
    return Summer(first, last, checked=True, source="")


def _exists(month: int, day: int) -> bool:
    """Whether there is such a day every year."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(COMMON_YEAR, month)[1]


def _month_day(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)


# -- an akkoord --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Agreement:
    """An akkoord as far as the agenda needs it.

    `forms` has the name of each regular meeting by its key (RG: Regiegroep); `deciding` are the keys (small letters) of
    those in which is decided what to do when a goal is off schedule.
    """

    id: str
    number: int
    name: str
    cycle: Cycle
    anchors: tuple[Anchor, ...]
    forms: dict[str, str] = field(default_factory=dict)
    deciding: frozenset[str] = frozenset()
    keys: dict[int, str] = field(default_factory=dict)
    """The key of the record of each anchor, by its number."""

    def kind_of(self, body: str) -> str:
        """The kind of overleg that a meeting of the akkoord is with us; `overig` where we have no such kind."""
        key = body.casefold()
        return key if any(key == item.key for item in OVERLEGSOORTEN.items) else OTHER


def agreements_of(db: ReadSession, years: Sequence[int], number: int | None = None) -> list[Agreement]:
    """The akkoord with this number, or all that have something to do in one of these years: those that hold now, and
    where none of them does, those that held.

    Raises UserError when the akkoord with this number is not there.
    """
    if number is not None:
        return [_agreement(db, agreements.find(db, number))]
    spec = db.catalogue.specs["akkoord"]
    rows: list[Akkoord] = db.alive(spec)
    found = [(row.geldig, _agreement(db, row)) for row in rows]
    found = [item for item in found if any(item[1].cycle.touches(year) for year in years)]
    holding = [agreement for holds, agreement in found if holds]
    return holding or [agreement for _holds, agreement in found]


def _agreement(db: ReadSession, row: Akkoord) -> Agreement:
    spec = db.catalogue.specs["akkoord"]
    rows: list[Anker] = db.alive(db.catalogue.specs["anker"], Anker.akkoord_id == row.id)
    rows.sort(key=lambda item: (item.volgorde is None, item.volgorde or 0, item.nummer))
    years = {line.jaar: (line.fase, line.tekst) for line in db.lines(spec.part["cyclus"].spec, row.id)}
    if not any(phase == "uitvoering" for phase, _text in years.values()):
        years = {item.cyclusjaar: (item.fase, "") for item in reversed(rows)} | years
    length = max([row.cyclus_jaren or 1, *years, *(item.cyclusjaar for item in rows)])
    forms = db.lines(spec.part["overlegvormen"].spec, row.id)
    options = db.lines(spec.part["bijstelopties"].spec, row.id)
    return Agreement(
        row.id,
        row.nummer,
        row.naam,
        Cycle(length, years, row.van_jaar, row.tot_jaar),
        tuple(_anchor(item) for item in rows),
        {line.sleutel: line.naam for line in forms},
        frozenset(key.casefold() for line in options for key in lines_of(line.overleg)) | {DECIDES},
        {item.nummer: item.id for item in rows},
    )


def _anchor(row: Anker) -> Anchor:
    return Anchor(
        row.nummer,
        row.sleutel,
        row.naam,
        row.fase,
        row.cyclusjaar,
        row.soort_datum,
        row.maand,
        row.dag,
        row.tot_maand,
        row.ronde or "",
        tuple(lines_of(row.overleg)),
        tuple(lines_of(row.partijen)),
        row.tekst or "",
        row.herkomst,
        row.bron or "",
        row.twijfel or "",
    )


# -- what was said of a year -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Told:
    """What people wrote down about a calendar year: what became of anchors (by the key of the anchor), own moments,
    overleggen that go on, the steps before a meeting, and the actiepunten of these overleggen."""

    of_anchor: dict[str, Agendamoment]
    own: tuple[Agendamoment, ...]
    meetings: tuple[Overleg, ...]
    linked: dict[str, Overleg]
    """Overleggen that somebody linked to an agendamoment, by their key."""
    steps: tuple[tuple[Step, str | None], ...]
    """Each with the key of the akkoord that it is for."""
    actions: dict[tuple[str, str], Any]
    """Actiepunten by overleg and text."""


def told_of(db: ReadSession, year: int, agreements: Sequence[Agreement], *, alone: bool) -> Told:
    """What is known of a year; `alone`: only what belongs to these akkoorden, or to none."""
    keys = [agreement.id for agreement in agreements]
    moments: list[Agendamoment] = db.alive(db.catalogue.specs["agendamoment"], Agendamoment.jaar == year)
    own = [
        row
        for row in moments
        if row.anker_id is None and (not alone or row.akkoord_id is None or row.akkoord_id in keys)
    ]
    linked = [row.overleg_id for row in moments if row.overleg_id]
    mine = or_(Overleg.akkoord_id.is_(None), Overleg.akkoord_id.in_(keys))
    in_year = (Overleg.datum >= date(year, 1, 1)) & (Overleg.datum <= date(year, 12, 31))
    found: list[Overleg] = db.alive(
        db.catalogue.specs["overleg"],
        or_(Overleg.afgelast.is_(None), Overleg.afgelast.is_(False)),
        or_(in_year & mine if alone else in_year, Overleg.id.in_(linked)),
    )
    by_key = {row.id: row for row in found}
    return Told(
        {row.anker_id: row for row in reversed(moments) if row.anker_id is not None},
        tuple(own),
        tuple(sorted(found, key=lambda row: (row.datum, row.begintijd or "", row.nummer))),
        {key: by_key[key] for key in linked if key in by_key},
        tuple(_steps(db)),
        _actions(db, list(by_key)),
    )


def called_off(db: ReadSession, year: int, agreements: Sequence[Agreement], *, alone: bool) -> list[Overleg]:
    """The overleggen of a year that do not take place; `alone` as in `told_of`."""
    mine = or_(Overleg.akkoord_id.is_(None), Overleg.akkoord_id.in_([item.id for item in agreements]))
    in_year = (Overleg.datum >= date(year, 1, 1)) & (Overleg.datum <= date(year, 12, 31))
    where = in_year & mine if alone else in_year
    found: list[Overleg] = db.alive(db.catalogue.specs["overleg"], Overleg.afgelast.is_(True), where)
    return sorted(found, key=lambda row: (row.datum, row.nummer))


def _steps(db: ReadSession) -> Iterator[tuple[Step, str | None]]:
    """The steps of the organisation, or where it has none those that the program proposes."""
    rows = db.alive(db.catalogue.specs["voorbereidingsstap"])
    if not rows:
        yield from ((step, None) for step in catalogue().steps)
    for row in sorted(rows, key=lambda row: (-row.dagen_ervoor, row.nummer)):
        if row.actief:
            step = Step(
                row.nummer,
                row.naam,
                row.soort,
                row.overlegsoort,
                row.dagen_ervoor,
                row.duur or 1,
                row.bron or "",
            )
            yield step, row.akkoord_id


def _actions(db: ReadSession, meetings: Sequence[str]) -> dict[tuple[str, str], Any]:
    if not meetings:
        return {}
    table = db.catalogue.specs["actiepunt"].table
    query = select(table.c.overleg_id, table.c.wat, table.c.nummer, table.c.gedaan_op).where(
        table.c.overleg_id.in_(meetings), table.c.verwijderd.is_(None)
    )
    return {(row.overleg_id, row.wat): row for row in db.execute(query)}
