"""How the measures of an akkoord stand at the end of a period, for paper: of all parties, by theme."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import select

from huurdersapp.actions.akkoord_schrijven import names_of
from huurdersapp.actions.akkoord_verloop import Shape, drawing, when, whose
from huurdersapp.actions.akkoord_voortgang import measured, verdict
from huurdersapp.actions.context import Context
from huurdersapp.actions.standen import Gemeten, Stand, standen_in
from huurdersapp.actions.telling import counts_persons, found
from huurdersapp.actions.telregel import PER_BUILDING
from huurdersapp.actions.verslagen.moment import moment_of
from huurdersapp.base import clock
from huurdersapp.base.i18n import in_dutch
from huurdersapp.records.akkoord import Akkoord
from huurdersapp.records.akkoord_structuur import ALLE_PARTIJEN
from huurdersapp.reports.document import Chart, Source, Trend
from huurdersapp.reports.language import clause, enumeration
from huurdersapp.reports.prose import one_line, plain_line
from huurdersapp.reports.trimester_values import Indicator, MaatStand, Reekswaarde, Thema
from huurdersapp.store.step import ReadSession
from huurdersapp.store.store import Store

KEPT = 4
"""So many days are kept: a preview asks for one again and again."""
_kept: WeakKeyDictionary[Store, dict[tuple[Hashable, date, str, date], Mapping[int, Stand]]] = (
    WeakKeyDictionary()
)
_keeping = Lock()


def stands_on(ctx: Context, db: ReadSession, akkoord: Akkoord, on: date) -> Mapping[int, Stand]:
    """How all measures stand on a day, with their words in Dutch; kept for as long as nothing is written that counts."""
    key = (moment_of(db), clock.today(), akkoord.id, on)
    with _keeping:
        kept = _kept.setdefault(ctx.store, {})
        if key in kept:
            return kept[key]
    with in_dutch():
        made = standen_in(db, akkoord.id, on)
    with _keeping:
        for other in [other for other in kept if other[:2] != key[:2]]:
            del kept[other]
        kept[key] = made
        while len(kept) > KEPT:
            del kept[next(iter(kept))]
    return made


def with_stands(
    db: ReadSession, akkoord: Akkoord, themas: Sequence[Thema], stands: Mapping[int, Stand]
) -> tuple[Thema, ...]:
    """The same themes with the measures of all parties and how they stand.

    What the organisation counts itself stays with its own count: a stand would print counts of persons unprotected.
    """
    with in_dutch():
        maten = _Maten(db, akkoord, stands).by_theme()
    return tuple(_with(thema, maten.get(thema.sleutel, ())) for thema in themas)


def _with(thema: Thema, maten: Sequence[MaatStand]) -> Thema:
    by_code = {maat.nummer: maat for maat in maten}
    indicatoren = tuple(_told(item, by_code.get(item.nummer)) for item in thema.indicatoren)
    ours = {item.nummer for item in indicatoren if item.waarde.getal.waarde is not None or item.waarde.tekst}
    return replace(
        thema, indicatoren=indicatoren, maten=tuple(maat for maat in maten if maat.nummer not in ours)
    )


def _told(item: Indicator, maat: MaatStand | None) -> Indicator:
    return item if maat is None else replace(item, stand=maat)


class _Maten:
    def __init__(self, db: ReadSession, akkoord: Akkoord, stands: Mapping[int, Stand]) -> None:
        self.db, self.akkoord, self.specs = db, akkoord, db.catalogue.specs
        self.names = names_of(db, akkoord)
        self.stands = stands

    def by_theme(self) -> dict[str, tuple[MaatStand, ...]]:
        """The measures by the key of their theme's part, in the order of the akkoord."""
        return {
            f"thema-{row.nummer}": tuple(self._of(row))
            for row in self._rows("thema", "akkoord_id", [self.akkoord.id])
        }

    def _of(self, thema: Any) -> Iterator[MaatStand]:
        goals = [row.id for row in self._rows("doel", "thema_id", [thema.id])]
        rows = [row for row in self._rows("indicator", "doel_id", goals) if row.soort != "verwijzing"]
        parties = self._parties([row.id for row in rows])
        for row in rows:
            if (stand := self.stands.get(row.nummer)) is not None:
                yield self._maat(row, stand, parties.get(row.id, []))

    def _rows(self, kind: str, column: str, owners: Sequence[str]) -> list[Any]:
        rows = self.db.alive(self.specs[kind], self.specs[kind].table.c[column].in_(owners))
        return sorted(rows, key=lambda row: (row.volgorde is None, row.volgorde or 0, row.nummer))

    def _parties(self, owners: Sequence[str]) -> Mapping[str, list[str]]:
        spec = self.specs["indicator"].part["partijen"].spec
        named: dict[str, list[str]] = {}
        for line in self.db.alive(spec, spec.table.c.ouder_id.in_(owners)):
            named.setdefault(line.ouder_id, []).append(line.naam)
        return named

    def _maat(self, row: Any, stand: Stand, parties: Sequence[str]) -> MaatStand:
        van = tuple(dict.fromkeys(self._called(word) for word in parties))
        persons = stand.counted and (counts_persons(row.regel_telt or "") or row.regel_telt == PER_BUILDING)
        last = None if persons else stand.last
        said = "" if last is None else measured(stand, last)[0]
        if last is not None and stand.soort == "tekst":
            said = one_line(last.words)
        shape = Shape(
            self.akkoord.van_jaar,
            self.akkoord.tot_jaar,
            row.norm,
            row.tijd or "",
            f"{row.code} {clause(plain_line(row.tekst))}",
        )
        values = [one for one in stand.series if one.value is not None or one.classes]
        return MaatStand(
            tekst=row.tekst,
            nummer=row.code,
            stand="" if persons else stand.shown,
            oordeel="" if persons else verdict(stand),
            waarde=said,
            doel=stand.target or "; ".join(one.words for one in stand.targets),
            regel="" if persons else stand.rule,
            van=van,
            van_ons=self.names.raakt_huurders(parties),
            door=self._by(row, van) if stand.shown == "niet_aangeleverd" else "",
            hoofdmaat=row.hoofd,
            reeks=()
            if persons
            else tuple(Reekswaarde(when(one), one.words, whose(one, str)) for one in values),
            verloop=None if persons else _drawn(stand, shape),
            source=None if last is None else self._source(last),
        )

    def _called(self, word: str) -> str:
        """A party as it reads in a sentence: a role of several as "de corporaties", of one by its name."""
        if word.casefold() == ALLE_PARTIJEN:
            return "alle partijen"
        parties = self.names.partijen_van(word)
        if len(parties) == 1:
            return parties[0].naam
        return f"de {word}" if parties and word.casefold() == parties[0].rol.casefold() else word

    def _by(self, row: Any, parties: Sequence[str]) -> str:
        """Who should have delivered the value of a measure."""
        partij: Any = (
            self.db.get(self.specs["partij"].cls, row.verantwoordelijk_id)
            if row.verantwoordelijk_id
            else None
        )
        return partij.naam if partij is not None else enumeration(parties) or "de partijen"

    def _source(self, last: Gemeten) -> Source | None:
        """The meting behind a value, or the list that was counted; none for what was reckoned from others."""
        if not last.kind:
            return None
        where = tuple((key, value) for key, _sign, value in (text.partition("=") for text in last.where))
        if last.number is not None:
            return Source(last.kind, where, (self._keys[last.number],))
        return found(self.db, last.kind, where).source

    @cached_property
    def _keys(self) -> dict[int, str]:
        table = self.specs["meting"].table
        return {row.nummer: row.id for row in self.db.execute(select(table.c.nummer, table.c.id))}


def _drawn(stand: Stand, shape: Shape) -> Trend | Chart | None:
    """The drawing of a measure, where there is more than one moment to see."""
    made = drawing(stand, shape, str)
    moments = 0 if made is None else len(made.values if isinstance(made, Trend) else made.labels)
    return made if moments > 1 else None
