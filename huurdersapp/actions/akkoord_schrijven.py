"""From records back to an akkoord file: what `akkoord laad` read comes out the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

import msgspec
from sqlalchemy import select

from huurdersapp.actions.akkoord_laden import PARTIJSOORT
from huurdersapp.actions.plain import simple
from huurdersapp.records import akkoord_structuur as file
from huurdersapp.records.akkoord import Akkoord
from huurdersapp.records.akkoord_namen import Namen
from huurdersapp.records.kern import Kern
from huurdersapp.records.partij import Partij
from huurdersapp.records.rules import lines_of
from huurdersapp.store.step import ReadSession

T = TypeVar("T", bound=msgspec.Struct)
_FILE_SOORT = {record: in_file for in_file, record in PARTIJSOORT.items()}


def file_of(db: ReadSession, akkoord: Akkoord) -> file.Akkoordbestand:
    """The whole akkoord as it stands in the administration now."""
    return _Writing(db, akkoord).whole()


def names_of(db: ReadSession, akkoord: Akkoord) -> Namen:
    """Whom the words for its parties stand for; reads no more of the akkoord than that."""
    return Namen(_Writing(db, akkoord, deep=False).parties())


class _Writing:
    def __init__(self, db: ReadSession, akkoord: Akkoord, deep: bool = True) -> None:
        self.db, self.akkoord = db, akkoord
        self.specs = db.catalogue.specs
        # With those in the waste bin: the akkoord still names them.
        self.kern = {row.id: row for row in db.scalars(select(Kern))}
        self.partij = {row.id: row for row in db.scalars(select(Partij))}
        if not deep:
            return
        themas = self._under("thema", "akkoord_id", [akkoord.id])
        doelen = self._under("doel", "thema_id", [row.id for row in themas])
        keys = [row.id for row in doelen]
        self.themas, self.doelen = themas, doelen
        self.afspraken = self._under("afspraak", "doel_id", keys)
        self.werkafspraken = self._under("afspraak", "akkoord_id", [akkoord.id])
        self.indicatoren = self._under("indicator", "doel_id", keys)
        self.code = {row.id: row.code for row in (*self.afspraken, *self.werkafspraken, *self.indicatoren)}

    def _under(self, kind: str, column: str, owners: Sequence[str]) -> list[Any]:
        table = self.specs[kind].table
        rows = self.db.alive(self.specs[kind], table.c[column].in_(owners))
        return sorted(rows, key=lambda row: (row.volgorde is None, row.volgorde or 0, row.nummer))

    def _lines(self, row: Any, part: str) -> list[Any]:
        return self.db.lines(self.specs[row.__tablename__].part[part].spec, row.id)

    def parties(self) -> file.Akkoordbestand:
        """The akkoord with its parties and its places alone."""
        row = self.akkoord
        return file.Akkoordbestand(
            formaat=file.FORMAAT,
            versie=file.VERSIE,
            naam=row.naam,
            gemeente=row.gemeente or "",
            van=row.van_jaar,
            tot=row.tot_jaar,
            partijen=[self._partij(line) for line in self._lines(row, "partijen")],
            themas=[],
            kernen=[self._kern(line) for line in self._lines(row, "kernen")],
        )

    def whole(self) -> file.Akkoordbestand:
        row = self.akkoord
        return file.Akkoordbestand(
            formaat=file.FORMAAT,
            versie=file.VERSIE,
            naam=row.naam,
            gemeente=row.gemeente or "",
            van=row.van_jaar,
            tot=row.tot_jaar,
            partijen=[self._partij(line) for line in self._lines(row, "partijen")],
            themas=[self._thema(thema) for thema in self.themas],
            bron=row.bron or "",
            toelichting=row.toelichting or "",
            cyclus_jaren=row.cyclus_jaren or 1,
            cyclus=[_struct(file.Cyclusjaar, line) for line in self._lines(row, "cyclus")],
            overleggen=[_struct(file.Overlegvorm, line) for line in self._lines(row, "overlegvormen")],
            ankers=[
                _struct(file.Anker, anker, jaar=anker.cyclusjaar)
                for anker in self._under("anker", "akkoord_id", [row.id])
            ],
            diepte=[_struct(file.Diepte, line) for line in self._lines(row, "diepte")],
            bijstelopties=[_struct(file.Bijsteloptie, line) for line in self._lines(row, "bijstelopties")],
            werkafspraken=[self._afspraak(item) for item in self.werkafspraken],
            begrippen=[_struct(file.Begrip, line) for line in self._lines(row, "begrippen")],
            kernen=[self._kern(line) for line in self._lines(row, "kernen")],
        )

    def _partij(self, line: Any) -> file.Partij:
        partij = self.partij[line.partij_id]
        return _struct(
            file.Partij,
            line,
            naam=partij.naam,
            soort=_FILE_SOORT.get(partij.soort, partij.soort if partij.soort in _SOORTEN else "overig"),
            korte_naam=partij.korte_naam or "",
            andere_namen=_names(partij.andere_namen),
        )

    def _kern(self, line: Any) -> file.Kern:
        kern = self.kern[line.kern_id]
        above = self.kern.get(kern.ligt_in_id or "")
        return _struct(
            file.Kern,
            line,
            naam=kern.naam,
            soort=kern.soort,
            in_=above.naam if above else "",
            andere_namen=_names(kern.andere_namen),
        )

    def _thema(self, row: Any) -> file.Thema:
        main = (
            file.Hoofddoel(tekst=row.hoofddoel, bron=row.bron or "", jaar=row.hoofddoel_jaar)
            if row.hoofddoel
            else None
        )
        doelen = [self._doel(doel) for doel in self.doelen if doel.thema_id == row.id]
        return _struct(file.Thema, row, hoofddoel=main, doelen=doelen)

    def _doel(self, row: Any) -> file.Doel:
        return _struct(
            file.Doel,
            row,
            afspraken=[self._afspraak(item) for item in self.afspraken if item.doel_id == row.id],
            indicatoren=[self._indicator(item) for item in self.indicatoren if item.doel_id == row.id],
            partijen=[line.naam for line in self._lines(row, "partijen")],
            kernen=self._where(row),
        )

    def _afspraak(self, row: Any) -> file.Afspraak:
        return _struct(
            file.Afspraak,
            row,
            partijen=[line.naam for line in self._lines(row, "partijen")],
            samen_met=[line.naam for line in self._lines(row, "samen_met")],
            kernen=self._where(row),
            van=row.van_jaar,
            tot=row.tot_jaar,
            verwijst_naar=self._codes(row, "verwijst_naar"),
            regel=_regel(row),
        )

    def _indicator(self, row: Any) -> file.Indicator:
        return _struct(
            file.Indicator,
            row,
            partijen=[line.naam for line in self._lines(row, "partijen")],
            streefwaarden=[self._streefwaarde(row, line) for line in self._lines(row, "streefwaarden")],
            grensbedrag=_euros(row.grensbedrag),
            kernen=self._where(row),
            afspraken=self._codes(row, "afspraken"),
            regel=_regel(row),
        )

    def _streefwaarde(self, row: Any, line: Any) -> file.Streefwaarde:
        value = simple(line.waarde)
        return _struct(
            file.Streefwaarde,
            line,
            waarde=bool(value) if row.soort == "ja_nee" and value is not None else value,
            kern=self.kern[line.kern_id].naam if line.kern_id else "",
        )

    def _codes(self, row: Any, part: str) -> list[str]:
        """The afspraken that a point refers to, those that were thrown away since left out."""
        lines = self._lines(row, part)
        return [self.code[line.afspraak_id] for line in lines if line.afspraak_id in self.code]

    def _where(self, row: Any) -> list[str]:
        return [self.kern[line.kern_id].naam for line in self._lines(row, "kernen")]


_SOORTEN = ("gemeente", "corporatie", "huurdersorganisatie", "overig")


def _struct(kind: type[T], row: Any, **given: Any) -> T:
    """A part of the file from a row: fields of the same name, lines as lists, nothing as the field's default.

    What the file needs and the record has not, is an empty text: reading such a file says where that is.
    """
    shown: dict[str, Any] = {}
    for item in msgspec.structs.fields(kind):
        empty: Any = "" if item.required else item.default
        if item.default_factory is not msgspec.NODEFAULT:
            empty = item.default_factory()
        if item.name in given:
            value = given[item.name]
        else:
            value = getattr(row, item.name, None)
            value = lines_of(value) if isinstance(empty, list) else simple(value)
        # msgspec leaves a field out of the file when it is the very object of the default, not merely equal to it.
        if item.required or value not in (None, empty):
            shown[item.name] = empty if value is None else value
    return kind(**shown)


def _regel(row: Any) -> file.Regel | None:
    if row.regel_telt is None:
        return None
    return file.Regel(
        telt=row.regel_telt,
        categorieen=lines_of(row.regel_categorieen),  # type: ignore[arg-type]  # checked when they were written
        overlegsoort=lines_of(row.regel_overlegsoort),
        trefwoorden=lines_of(row.regel_trefwoorden),
    )


def _names(text: str | None) -> list[str]:
    return [name.strip() for name in (text or "").split(",") if name.strip()]


def _euros(cents: int | None) -> int | float | None:
    if cents is None:
        return None
    return cents // 100 if cents % 100 == 0 else cents / 100
