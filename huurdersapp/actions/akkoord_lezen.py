"""An akkoord to read on the screen: its points in its own order, with everything they say in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import select

from huurdersapp.actions.akkoord_feiten import (
    Fact,
    Words,
    day_of_anker,
    facts_of_anker,
    facts_of_indicator,
    facts_of_point,
)
from huurdersapp.actions.akkoord_plaatsen import Area, areas
from huurdersapp.actions.context import Context
from huurdersapp.actions.lists import build
from huurdersapp.actions.plain import Plain, plain_of, without_looks
from huurdersapp.base.formats import number as amount
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records import akkoord_structuur as file
from huurdersapp.records.akkoord_namen import Namen
from huurdersapp.store import queries
from huurdersapp.store.step import ReadSession

Section = Literal["over", "anker", "samen", "thema"]
KINDS = frozenset({"akkoord", "thema", "doel", "afspraak", "indicator", "anker", "partij", "kern"})
"""Kinds of record that an akkoord on the screen is made of; a change of these makes it another text."""


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part; `own` is the organisation that keeps this administration."""

    number: int
    name: str
    role: str
    own: bool
    signs: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the akkoord: a record (`kind` and `number`), or with number 0 something of the akkoord itself.

    `roles` are the words of the document for who it is about, `parties` the numbers of those whom these stand for.
    `topic` is the heading in our words or the keyword in the margin; `theme` and `goal` are the numbers of what it
    stands under. `day` is the fixed day of an anker, where it has one. `places` are the numbers of the places that it
    names, `keyword` is the keyword in the margin of the document, `status` that of an afspraak. `measures` are the
    numbers of the measures of an afspraak, or those that stand for this measure; `main` says that a measure is a main one,
    `added` that the organisation added the point itself, `refers` that a measure has no values of its own.
    """

    section: Section
    kind: str
    number: int
    code: str
    text: str
    topic: str = ""
    theme: int = 0
    goal: int = 0
    roles: tuple[str, ...] = ()
    parties: tuple[int, ...] = ()
    facts: tuple[Fact, ...] = ()
    day: str = ""
    places: tuple[int, ...] = ()
    keyword: str = ""
    status: str = ""
    measures: tuple[int, ...] = ()
    main: bool = False
    added: bool = False
    refers: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole akkoord. `known` are number and name of every akkoord there is, the newest first; `places` the places that
    its points name, with those that they lie in."""

    number: int
    name: str
    place: str
    first: int
    last: int
    parties: tuple[Party, ...]
    points: tuple[Point, ...]
    known: tuple[tuple[int, str], ...]
    places: tuple[Area, ...] = ()

    def own(self) -> frozenset[int]:
        """The numbers of our own organisations."""
        return frozenset(party.number for party in self.parties if party.own)

    def names(self, numbers: Iterable[int]) -> list[str]:
        """What the parties with these numbers are called, in the order of the akkoord."""
        wanted = set(numbers)
        return [party.name for party in self.parties if party.number in wanted]


def read(ctx: Context, number: int | None = None) -> Reading | None:
    """The akkoord with this number, by default the one that holds now or else the newest; None when there is none."""
    with ctx.store.reading() as db:
        spec = db.catalogue.specs["akkoord"]
        rows = sorted(db.alive(spec), key=lambda row: (not row.geldig, -row.van_jaar, row.nummer))
        if not rows:
            return None
        chosen = next((row for row in rows if row.nummer == number), rows[0])
        known = tuple((row.nummer, row.naam) for row in rows)
        return _Reader(db, chosen.id).reading(known)


def akkoord_of(ctx: Context, kind: str, number: int) -> int | None:
    """The number of the akkoord that a record belongs to; None when it, or what it stands under, is not there."""
    with ctx.store.reading() as db:
        specs = db.catalogue.specs
        row: Any = queries.by_number(db, specs[kind], number) if kind in specs else None
        while row is not None and row.__tablename__ != "akkoord":
            owner = next(
                (name for name in ("akkoord", "thema", "doel") if getattr(row, f"{name}_id", None)), ""
            )
            row = db.get(specs[owner].cls, getattr(row, f"{owner}_id")) if owner else None
        return None if row is None else int(row.nummer)


def numbers(ctx: Context, kind: str, where: Sequence[str], words: str = "") -> frozenset[int]:
    """The numbers of the records of a kind that conditions leave, to show only those of the akkoord."""
    spec = ctx.spec(kind)
    with ctx.store.reading() as db:
        query = build(db, spec, where, words)
        table = spec.table
        return frozenset(db.scalars(select(table.c.nummer).where(query.condition())))


class _Reader:
    def __init__(self, db: ReadSession, key: str) -> None:
        self.db, self.specs = db, db.catalogue.specs
        self.akkoord = next(self._plain("akkoord", [key]))
        self.parties = tuple(self._parties())
        self.names = Namen(self._signed())
        themas = self._under("thema", "akkoord_id", [key])
        theme_keys = self._keys("thema", "akkoord_id", [key])
        doelen = self._under("doel", "thema_id", theme_keys)
        goal_keys = self._keys("doel", "thema_id", theme_keys)
        self.themas, self.doelen = themas, doelen
        self.afspraken = self._under("afspraak", "doel_id", goal_keys)
        self.werk = self._under("afspraak", "akkoord_id", [key])
        self.maten = self._under("indicator", "doel_id", goal_keys)
        self.measures: dict[int, list[int]] = {}
        for maat in self.maten:
            for number in maat["afspraken"]:
                self.measures.setdefault(number, []).append(maat["nummer"])
        self.ankers = self._under("anker", "akkoord_id", [key])
        self.words = Words(
            codes={
                "afspraak": {item["nummer"]: item["code"] for item in (*self.afspraken, *self.werk)},
                "indicator": {item["nummer"]: item["code"] for item in self.maten},
            },
            names={kind: self._named(kind) for kind in ("kern", "partij")},
            specs=self.specs,
        )

    def reading(self, known: tuple[tuple[int, str], ...]) -> Reading:
        it = self.akkoord
        points = [*self._about(), *map(self._anker, self.ankers)]
        points += [self._afspraak("samen", item) for item in self.werk]
        for thema in self.themas:
            points += self._thema(thema)
        named = {number for point in points for number in point.places}
        return Reading(
            it["nummer"], it["naam"], it["gemeente"] or "", it["van_jaar"], it["tot_jaar"], self.parties,
            tuple(points), known, areas(self.db, named),
        )  # fmt: skip

    # -- reading -------------------------------------------------------------------------------------------------

    def _keys(self, kind: str, column: str, owners: Sequence[str]) -> list[str]:
        table = self.specs[kind].table
        return list(
            self.db.scalars(
                select(table.c.id).where(table.c[column].in_(owners), table.c.verwijderd.is_(None))
            )
        )

    def _plain(self, kind: str, keys: Sequence[str]) -> Iterator[Plain]:
        spec = self.specs[kind]
        return (without_looks(spec, values) for values in plain_of(self.db, spec, keys))

    def _under(self, kind: str, column: str, owners: Sequence[str]) -> list[Plain]:
        rows = self._plain(kind, self._keys(kind, column, owners))
        # As the file of the akkoord has them (akkoord_schrijven.py).
        return sorted(rows, key=lambda row: (row["volgorde"] is None, row["volgorde"] or 0, row["nummer"]))

    def _named(self, kind: str) -> dict[int, str]:
        table = self.specs[kind].table
        return {row.nummer: row.naam for row in self.db.execute(select(table.c.nummer, table.c.naam))}

    def _rows_of_parties(self) -> dict[int, Any]:
        table = self.specs["partij"].table
        columns = (table.c.nummer, table.c.naam, table.c.korte_naam, table.c.andere_namen, table.c.eigen)
        return {row.nummer: row for row in self.db.execute(select(*columns))}

    def _parties(self) -> Iterable[Party]:
        rows = self._rows_of_parties()
        for line in self.akkoord["partijen"]:
            row = rows[line["partij"]]
            yield Party(
                row.nummer, row.naam, line["rol"] or "", bool(row.eigen), bool(line["ondertekenaar"]),
                line["toelichting"] or "",
            )  # fmt: skip

    def _signed(self) -> file.Akkoordbestand:
        """As much of the file of the akkoord as tells which parties a word stands for."""
        rows = self._rows_of_parties()
        parties = [
            file.Partij(
                naam=party.name,
                soort="overig",
                rol=party.role,
                korte_naam=rows[party.number].korte_naam or "",
                andere_namen=[
                    name.strip()
                    for name in (rows[party.number].andere_namen or "").split(",")
                    if name.strip()
                ],
                ondertekenaar=party.signs,
            )
            for party in self.parties
        ]
        return file.Akkoordbestand(
            formaat=file.FORMAAT, versie=file.VERSIE, naam="", gemeente="", van=0, tot=0, partijen=parties, themas=[]
        )  # fmt: skip

    def _who(self, roles: Iterable[str]) -> tuple[int, ...]:
        meant = {partij.naam for word in roles for partij in self.names.partijen_van(word)}
        return tuple(party.number for party in self.parties if party.name in meant)

    # -- points --------------------------------------------------------------------------------------------------

    def _about(self) -> Iterable[Point]:
        it = self.akkoord
        period = _("{first} tot en met {last}").format(first=it["van_jaar"], last=it["tot_jaar"])
        facts = [Fact(_("Periode"), period), Fact(_("Gemeente"), it["gemeente"] or "")]
        if it["cyclus_jaren"]:
            facts.append(Fact(_("Jaren van één cyclus"), amount(it["cyclus_jaren"])))
        kernen = ", ".join(self.words.names["kern"].get(line["kern"], "") for line in it["kernen"])
        facts += [Fact(_("Kernen"), kernen, "more"), Fact(_("Staat in"), it["bron"] or "", "source")]
        facts.append(Fact(_("Toelichting"), it["toelichting"] or ""))
        yield Point("over", "akkoord", it["nummer"], "", it["naam"], facts=_filled(facts))
        for party in self.parties:
            yield self._party(party)
        spec = self.specs["akkoord"]
        for line in it["cyclus"]:
            title = _("Jaar {year} van de cyclus").format(year=line["jaar"])
            yield self._line(_("Cyclus"), title, line["tekst"], line)
        for line in it["overlegvormen"]:
            title = _("{name} ({key})").format(name=line["naam"], key=line["sleutel"])
            who = [Fact(_("Partijen"), ", ".join((line["partijen"] or "").splitlines()))]
            yield self._line(_("Vaste overleggen"), title, line["tekst"], line, who)
        choices = spec.part["diepte"].spec.fields["precisie"].choices
        for line in it["diepte"]:
            title = _("Planjaar {first} tot en met {last}").format(
                first=line["jaar_van"], last=line["jaar_tot"]
            )
            depth = choices.label(line["precisie"]) if choices else ""
            yield self._line(_("Hoe precies per planjaar"), title, line["tekst"] or depth, line)
        for line in it["bijstelopties"]:
            where = [Fact(_("Overleg"), ", ".join((line["overleg"] or "").splitlines()))]
            yield self._line(_("Bijstellen"), "", line["tekst"], line, where)
        for line in it["begrippen"]:
            other = [Fact(_("Andere namen"), ", ".join((line["andere_namen"] or "").splitlines()))]
            yield self._line(_("Begrippen"), line["naam"], line["tekst"], line, other)

    def _party(self, party: Party) -> Point:
        facts = [Fact(_("Toelichting"), party.note)]
        if not party.signs:
            facts.insert(0, Fact(_("Tekende"), _("nee")))
        return Point(
            "over", "", 0, "", party.name, _("Partijen"), roles=(party.role,), parties=(party.number,),
            facts=_filled(facts),
        )  # fmt: skip

    def _line(
        self, topic: str, title: str, text: str | None, line: Plain, facts: Sequence[Fact] = ()
    ) -> Point:
        words = [*facts, *self.words.common(line)]
        return Point("over", "", 0, title, text or "", topic, facts=_filled(words))

    def _anker(self, item: Plain) -> Point:
        roles = tuple((item["partijen"] or "").splitlines())
        return Point(
            "anker", "anker", item["nummer"], "", item["naam"], self.words.label("anker", "fase", item["fase"]),
            roles=roles, parties=self._who(roles), facts=_filled(facts_of_anker(self.words, item)),
            day=day_of_anker(self.words, item) if item["dag"] else "",
        )  # fmt: skip

    def _thema(self, item: Plain) -> Iterable[Point]:
        facts = [Fact(_("Hoofddoel"), item["hoofddoel"] or "")]
        if item["hoofddoel_jaar"]:
            facts.append(Fact(_("Uiterlijk in"), str(item["hoofddoel_jaar"])))
        facts += self.words.common(item)
        number = item["nummer"]
        yield Point("thema", "thema", number, item["code"], item["naam"], theme=number, facts=_filled(facts))
        for doel in self.doelen:
            if doel["thema"] == number:
                yield from self._doel(doel)

    def _doel(self, item: Plain) -> Iterable[Point]:
        number = item["nummer"]
        yield self._point("thema", "doel", item, item["thema"], number)
        for afspraak in self.afspraken:
            if afspraak["doel"] == number:
                yield self._afspraak("thema", afspraak, item["thema"], number)
        for maat in self.maten:
            if maat["doel"] == number:
                yield self._point("thema", "indicator", maat, item["thema"], number)

    def _afspraak(self, section: Section, item: Plain, theme: int = 0, goal: int = 0) -> Point:
        return self._point(section, "afspraak", item, theme, goal)

    def _point(self, section: Section, kind: str, item: Plain, theme: int, goal: int) -> Point:
        roles = tuple(line["naam"] for line in item["partijen"])
        facts = facts_of_indicator if kind == "indicator" else facts_of_point
        number = item["nummer"]
        measures = item["verwijzingen"] if kind == "indicator" else self.measures.get(number, ())
        return Point(
            section, kind, number, item["code"], item["tekst"],
            item.get("onderwerp") or item.get("trefwoord") or "", theme, goal, roles, self._who(roles),
            _filled(facts(self.words, kind, item)), places=_places(item), keyword=item.get("trefwoord") or "",
            status=item.get("status") or "", measures=tuple(measures) if kind != "doel" else (),
            main=bool(item.get("hoofd")), added=_added(kind, item),
            refers=item.get("soort") == "verwijzing",
        )  # fmt: skip


def _added(kind: str, item: Plain) -> bool:
    """Whether the organisation added a point itself: the document has no place for it."""
    if kind == "indicator":
        return bool(item["herkomst"] == "voorstel")
    return not item["bron"]


def _places(item: Plain) -> tuple[int, ...]:
    """The places that a point names, those of its targets too."""
    named = [line["kern"] for line in item.get("streefwaarden", ()) if line["kern"]]
    return tuple(dict.fromkeys([*item["kernen"], *named]))


def _filled(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact.words)
