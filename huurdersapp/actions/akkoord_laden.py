"""From an akkoord file to records: parties and places are found again or made, the rest is new, in one step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select

from huurdersapp.base import ids
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records import akkoord_structuur as file
from huurdersapp.records.akkoord_bestand import verwezen_indicatoren
from huurdersapp.records.draft import Draft
from huurdersapp.records.rules import new_line
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store.step import ReadSession

PARTIJSOORT = {"zorg": "zorg_welzijn"}
"""Kinds of party whose key in a file differs from that of a record."""
MOST = 1000
"""More themes, goals or points under one head than this an akkoord does not have."""


def new_draft(spec: RecordSpec, **values: Any) -> Draft:
    """A new record with a key of its own, so that others of the same load can refer to it.

    Texts are kept as if somebody had typed them: without space around them, and empty ones as nothing.
    """
    tidy = {key: value.strip() or None if isinstance(value, str) else value for key, value in values.items()}
    draft = new_line(spec, **tidy)
    draft.id = ids.new_id()
    return draft


def drafts_of_file(db: ReadSession, akkoord: file.Akkoordbestand) -> list[Draft]:
    """All records that the file makes, the akkoord itself as the first of its kind.

    Raises UserError when an akkoord with this name is there already: it is never overwritten.
    """
    return _Loading(db, akkoord).drafts()


class _Loading:
    def __init__(self, db: ReadSession, akkoord: file.Akkoordbestand) -> None:
        self.db, self.file = db, akkoord
        self.specs = db.catalogue.specs
        self.made: list[Draft] = []
        self.partij: dict[str, str] = {}
        self.kern: dict[str, str] = {}
        self.afspraak: dict[str, str] = {}
        self.indicator: dict[str, str] = {}

    def drafts(self) -> list[Draft]:
        if self._known("akkoord", self.file.naam):
            raise UserError(
                _("Het akkoord ‘{name}’ is er al. Er is niets gewijzigd."),
                _(
                    "Geef het akkoord in het bestand een andere naam, of verwijder eerst het akkoord dat er al is."
                ),
                name=self.file.naam,
            )
        self._partijen()
        self._kernen()
        akkoord = self._akkoord()
        # Places count on over akkoorden and their themes, so that one list of all points keeps their order.
        first = self._akkoorden() * MOST
        for place, thema in enumerate(self.file.themas, first):
            self._thema(thema, place, akkoord)
        for place, punt in enumerate(self.file.werkafspraken, (first + len(self.file.themas)) * MOST * MOST):
            self._afspraak(punt, place, akkoord=akkoord.id)
        self._verwijzingen()
        for place, anker in enumerate(self.file.ankers, first):
            self._anker(anker, place, akkoord)
        return self.made

    def _akkoorden(self) -> int:
        """How many akkoorden there are already, thrown away or not."""
        return int(self.db.scalar(select(func.count()).select_from(self.specs["akkoord"].table)) or 0)

    def _known(self, kind: str, name: str) -> str | None:
        """The key of the live record with this name; capitals do not matter (the column ignores them)."""
        table = self.specs[kind].table
        query = (
            select(table.c.id)
            .where(table.c.naam == name, table.c.verwijderd.is_(None))
            .order_by(table.c.nummer)
        )
        return self.db.scalars(query.limit(1)).first()

    def _add(self, kind: str, **values: Any) -> Draft:
        draft = new_draft(self.specs[kind], **values)
        self.made.append(draft)
        return draft

    def _lines(self, draft: Draft, part: str, rows: Iterable[dict[str, Any]]) -> None:
        spec = draft.spec.part[part].spec
        draft.parts[part] = [new_draft(spec, **row) for row in rows]

    def _partijen(self) -> None:
        for partij in self.file.partijen:
            key = self._known("partij", partij.naam)
            if key is None:
                draft = self._add(
                    "partij",
                    naam=partij.naam,
                    korte_naam=partij.korte_naam,
                    soort=PARTIJSOORT.get(partij.soort, partij.soort),
                    andere_namen=", ".join(partij.andere_namen),
                )
                key = draft.id or ""
            self.partij[partij.naam] = key
            if partij.soort == "corporatie" and self._known("verhuurder", partij.naam) is None:
                self._add("verhuurder", naam=partij.naam, partij=key)

    def _place(self, name: str) -> str | None:
        """The key of a place of this file or one that is there already."""
        return self.kern.get(name) or self._known("kern", name)

    def _kernen(self) -> None:
        for kern in self.file.kernen:
            self.kern[kern.naam] = self._known("kern", kern.naam) or ids.new_id()
        for kern in self.file.kernen:
            if self._known("kern", kern.naam) is None:
                draft = self._add(
                    "kern",
                    naam=kern.naam,
                    soort=kern.soort,
                    ligt_in=self.kern.get(kern.in_),
                    andere_namen=", ".join(kern.andere_namen),
                    toelichting=kern.toelichting,
                )
                draft.id = self.kern[kern.naam]

    def _akkoord(self) -> Draft:
        source = self.file
        draft = self._add(
            "akkoord",
            naam=source.naam,
            gemeente=source.gemeente,
            kern=self._place(f"gemeente {source.gemeente}") or self._place(source.gemeente),
            van_jaar=source.van,
            tot_jaar=source.tot,
            cyclus_jaren=source.cyclus_jaren,
            bron=source.bron,
            toelichting=source.toelichting,
        )
        self._lines(
            draft,
            "partijen",
            (
                {
                    "partij": self.partij[item.naam],
                    "rol": item.rol,
                    "ondertekenaar": item.ondertekenaar,
                    "huurders_van": item.huurders_van,
                    "toelichting": item.toelichting,
                }
                for item in source.partijen
            ),
        )
        self._lines(
            draft,
            "kernen",
            (
                {"kern": self.kern[item.naam], "bron": item.bron, "toelichting": item.toelichting}
                for item in source.kernen
            ),
        )
        self._lines(draft, "cyclus", (plain_fields(item) for item in source.cyclus))
        self._lines(draft, "overlegvormen", (plain_fields(item) for item in source.overleggen))
        self._lines(draft, "diepte", (plain_fields(item) for item in source.diepte))
        self._lines(draft, "bijstelopties", (plain_fields(item) for item in source.bijstelopties))
        self._lines(draft, "begrippen", (plain_fields(item) for item in source.begrippen))
        return draft

    def _thema(self, thema: file.Thema, place: int, akkoord: Draft) -> None:
        main = thema.hoofddoel
        draft = self._add(
            "thema",
            akkoord=akkoord.id,
            code=thema.code,
            naam=thema.naam,
            hoofddoel=main.tekst if main else None,
            hoofddoel_jaar=main.jaar if main else None,
            bron=main.bron if main else None,
            toelichting=thema.toelichting,
            volgorde=place,
        )
        for number, doel in enumerate(thema.doelen):
            self._doel(doel, place * MOST + number, draft)

    def _doel(self, doel: file.Doel, place: int, thema: Draft) -> None:
        values = plain_fields(doel, leave=("afspraken", "indicatoren", "partijen", "kernen"))
        draft = self._add("doel", thema=thema.id, volgorde=place, **values)
        self._who(draft, "partijen", doel.partijen)
        self._where(draft, doel.kernen)
        for number, afspraak in enumerate(doel.afspraken):
            self._afspraak(afspraak, place * MOST + number, doel=draft.id)
        for number, indicator in enumerate(doel.indicatoren):
            self._indicator(indicator, place * MOST + number, draft)

    def _afspraak(self, item: file.Afspraak, place: int, **under: Any) -> None:
        leave = ("partijen", "samen_met", "kernen", "verwijst_naar", "regel", "van", "tot")
        values = plain_fields(item, leave=leave) | regel_fields(item.regel)
        draft = self._add("afspraak", van_jaar=item.van, tot_jaar=item.tot, volgorde=place, **values, **under)
        self.afspraak[item.code] = draft.id or ""
        self._who(draft, "partijen", item.partijen)
        self._who(draft, "samen_met", item.samen_met)
        self._where(draft, item.kernen)

    def _indicator(self, item: file.Indicator, place: int, doel: Draft) -> None:
        leave = ("partijen", "kernen", "afspraken", "regel", "streefwaarden", "grensbedrag")
        values = plain_fields(item, leave=leave) | regel_fields(item.regel)
        limit = None if item.grensbedrag is None else round(Decimal(str(item.grensbedrag)) * 100)
        draft = self._add("indicator", doel=doel.id, grensbedrag=limit, volgorde=place, **values)
        self.indicator[item.code] = draft.id or ""
        self._who(draft, "partijen", item.partijen)
        self._where(draft, item.kernen)
        self._lines(
            draft,
            "streefwaarden",
            (
                {
                    "jaar": goal.jaar,
                    "waarde": exact(goal.waarde),
                    "min": exact(goal.min),
                    "max": exact(goal.max),
                    "klasse": goal.klasse,
                    "precisie": goal.precisie,
                    "kern": self.kern.get(goal.kern),
                    "circa": goal.circa,
                    "toelichting": goal.toelichting,
                }
                for goal in item.streefwaarden
            ),
        )

    def _verwijzingen(self) -> None:
        """Links between points, when all of them are there."""
        by_key = {draft.id: draft for draft in self.made}
        doelen = [doel for thema in self.file.themas for doel in thema.doelen]
        for afspraak in [*self.file.werkafspraken, *(item for doel in doelen for item in doel.afspraken)]:
            draft = by_key[self.afspraak[afspraak.code]]
            self._lines(
                draft, "verwijst_naar", ({"afspraak": self.afspraak[code]} for code in afspraak.verwijst_naar)
            )
        for indicator in (item for doel in doelen for item in doel.indicatoren):
            draft = by_key[self.indicator[indicator.code]]
            self._lines(
                draft, "afspraken", ({"afspraak": self.afspraak[code]} for code in indicator.afspraken)
            )
            found = verwezen_indicatoren(self.file, indicator) if indicator.verwijst_naar else []
            self._lines(draft, "verwijzingen", ({"indicator": self.indicator[other.code]} for other in found))

    def _anker(self, item: file.Anker, place: int, akkoord: Draft) -> None:
        self._add(
            "anker",
            akkoord=akkoord.id,
            cyclusjaar=item.jaar,
            volgorde=place,
            **plain_fields(item, leave=("jaar",)),
        )

    def _who(self, draft: Draft, part: str, words: Sequence[str]) -> None:
        self._lines(draft, part, ({"naam": word, "partij": self._party_named(word)} for word in words))

    def _party_named(self, word: str) -> str | None:
        named = [p for p in self.file.partijen if word in (p.naam, p.korte_naam, *p.andere_namen)]
        return self.partij[named[0].naam] if len(named) == 1 else None

    def _where(self, draft: Draft, names: Sequence[str]) -> None:
        self._lines(draft, "kernen", ({"kern": self.kern[name]} for name in names))


def plain_fields(item: Any, leave: Sequence[str] = ()) -> dict[str, Any]:
    """The fields of a part of the file as the record has them: lists as lines."""
    names = (name for name in item.__struct_fields__ if name not in leave)
    values = {name: getattr(item, name) for name in names}
    return {name: "\n".join(value) if isinstance(value, list) else value for name, value in values.items()}


def regel_fields(regel: file.Regel | None) -> dict[str, Any]:
    """The columns of the rule by which a point fills itself."""
    if regel is None:
        return {}
    return {
        "regel_telt": regel.telt,
        "regel_categorieen": "\n".join(regel.categorieen),
        "regel_overlegsoort": "\n".join(regel.overlegsoort),
        "regel_trefwoorden": "\n".join(regel.trefwoorden),
    }


def exact(value: bool | int | float | None) -> Decimal | None:
    """A number of the file as it is kept: yes is 1 and no is 0."""
    return None if value is None else Decimal(str(int(value) if isinstance(value, bool) else value))
