"""What making homes of a bouwkundige eenheid would do, home by home: it is shown first, and `renovatie_woningen.make` does it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase
from typing import Literal

from sqlalchemy import select

from huurdersapp.actions.adreslijst.cells import key_of
from huurdersapp.actions.context import Context
from huurdersapp.actions.records import find
from huurdersapp.actions.renovatie_antwoord import named
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.adres import Adres, said
from huurdersapp.records.draft import Draft, read
from huurdersapp.records.renovatie_tables import (
    BouwkundigeEenheid,
    Renovatieproject,
    Renovatiewoning,
    Voorstel,
)
from huurdersapp.records.renovatiewoning import SPEC as HOME
from huurdersapp.store.step import ReadSession

Outcome = Literal["nieuw", "al", "elders", "dubbel", "fout"]
OUTCOMES: tuple[Outcome, ...] = ("nieuw", "al", "elders", "dubbel", "fout")
"""New; in this eenheid already; in another eenheid of the project; twice in what was asked; not to be understood."""
SHOWN = 5
"""Homes that a sentence names; of more it says how many."""
_PIECE = 500
_Key = tuple[str, str, int, str]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the doors are, for homes in the order of their numbers: staircase by staircase, from below to above, from left to
    right.

    Attributes:
        per_floor: homes side by side on a storey, within a staircase; None where nobody knows.
        first_floor: the lowest storey with homes; 0 is the ground floor.
        per_stair: homes at one staircase; None where there are none, or one for all.
        stairs: how the staircases are called; those without a name are portiek A, portiek B, and so on.
    """

    per_floor: int | None = None
    first_floor: int = 0
    per_stair: int | None = None
    stairs: tuple[str, ...] = ()

    def place(self, index: int) -> tuple[str | None, int | None, int | None]:
        """Staircase, storey and door of the home at this place in the row (the first is 0)."""
        stair = None
        if self.per_stair:
            turn, index = divmod(index, self.per_stair)
            stair = self.stairs[turn] if turn < len(self.stairs) else _stair(turn)
        elif self.stairs:
            stair = self.stairs[0]
        if not self.per_floor:
            return stair, None, None
        above, side = divmod(index, self.per_floor)
        return stair, self.first_floor + above, side + 1


@dataclass(frozen=True, slots=True)
class Home:
    """One home as somebody wants it; `adres` is its key in the list of addresses, `line` where it stands in a file."""

    straat: str | None
    huisnummer: int
    toevoeging: str | None = None
    postcode: str | None = None
    trappenhuis: str | None = None
    verdieping: int | None = None
    deur: int | None = None
    leeg: bool = False
    adres: str | None = None
    line: int | None = None

    @property
    def name(self) -> str:
        """How people call it."""
        return said(self.straat, self.huisnummer, self.toevoeging, None, None)


@dataclass(frozen=True, slots=True)
class Seen:
    """What happens to one home: its name (of a row that cannot be understood what stands there), and what there is to tell."""

    name: str
    outcome: Outcome
    told: str = ""
    home: Home | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be made, home by home; `seq` is the last step of the administration when it was planned.

    Attributes:
        number, unit: of the eenheid, and how it is called.
        total: how many homes it has according to the landlord; None where nobody said.
        there: how many homes stand in it already.
        aside: columns of a list that were not read.
        more: what else there is to tell, in sentences.
    """

    number: int
    unit: str
    seq: int
    homes: tuple[Seen, ...]
    drafts: tuple[Draft, ...]
    total: int | None
    there: int
    aside: int = 0
    more: tuple[str, ...] = ()

    def count(self, outcome: Outcome) -> int:
        """How many homes come out so."""
        return sum(each.outcome == outcome for each in self.homes)

    @property
    def new(self) -> int:
        """How many homes would be made."""
        return len(self.drafts)

    def summary(self) -> str:
        """What would happen, in a sentence."""
        if not self.homes:
            return _("Er is geen woning gevonden.")
        if not self.new:
            return _("Er is niets te maken: 0 nieuwe woningen.")
        text = ngettext("{count} nieuwe woning in {unit}.", "{count} nieuwe woningen in {unit}.", self.new)
        return text.format(count=written(self.new), unit=self.unit)

    def notes(self) -> tuple[str, ...]:
        """What is not made and why, and what was left aside, in sentences."""
        return tuple(self._notes())

    def _notes(self) -> Iterator[str]:
        if known := self.count("al"):
            text = ngettext(
                "{count} woning staat al in deze eenheid.",
                "{count} woningen staan al in deze eenheid.",
                known,
            )
            yield text.format(count=written(known))
        if twice := self.count("dubbel"):
            text = ngettext(
                "{count} woning stond er twee keer in.", "{count} woningen stonden er vaker in.", twice
            )
            yield text.format(count=written(twice))
        yield from self.refused()
        if self.aside:
            text = ngettext(
                "{count} kolom is niet gelezen. Namen nemen wij niet over.",
                "{count} kolommen zijn niet gelezen. Namen nemen wij niet over.",
                self.aside,
            )
            yield text.format(count=written(self.aside))
        yield from self.more

    def refused(self) -> tuple[str, ...]:
        """The homes that cannot be made, by name with the reason."""
        found = []
        elsewhere: dict[str, list[str]] = {}
        for each in self.homes:
            if each.outcome == "elders":
                elsewhere.setdefault(each.told, []).append(each.name)
        for unit, names in elsewhere.items():
            text = ngettext(
                "In eenheid {unit} staat al: {homes}. Een woning hoort bij één eenheid.",
                "In eenheid {unit} staan al: {homes}. Een woning hoort bij één eenheid.",
                len(names),
            )
            found.append(text.format(unit=unit, homes=named(names, SHOWN)))
        found += [each.told for each in self.homes if each.outcome == "fout"]
        return tuple(found)

    def asked(self) -> tuple[str, ...]:
        """Reasons to look again, in sentences: `make` then asks whether somebody is sure."""
        if self.total is None or not self.new or self.there + self.new <= self.total:
            return ()
        text = _("Dan staan er {count} woningen in {unit}. De verhuurder noemt er {total}.")
        return (text.format(count=written(self.there + self.new), unit=self.unit, total=written(self.total)),)

    def label(self) -> str:
        """What making them is called, on its button and as the step that can be undone."""
        text = ngettext("{count} woning maken", "{count} woningen maken", self.new)
        return text.format(count=written(self.new))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a home stands that is there."""

    postcode: str | None
    unit_id: str
    unit: str
    project_id: str
    project: str
    closed: bool


class Planner:
    """Says of homes what happens to them, against all homes that are there."""

    def __init__(self, ctx: Context, db: ReadSession, eenheid: int) -> None:
        """Raises UserError when there is no such eenheid, or when its project is closed."""
        unit = find(db, ctx.spec("bouwkundige_eenheid"), eenheid)
        assert isinstance(unit, BouwkundigeEenheid)
        project = db.get_one(Renovatieproject, unit.project_id)
        if project.afgesloten_op is not None:
            raise UserError(_("Dit project is afgesloten. Open het eerst weer."))
        self.unit = unit
        self._db, self._seq, self._spec = db, ctx.store.head.seq, ctx.spec("renovatiewoning")
        self._asks = _asked_version(db, project.id)
        self._known: dict[_Key, list[_Place]] = {}
        self._there = self._read()

    def plan(
        self,
        homes: Iterable[Home | Seen],
        layout: Layout | None = None,
        *,
        aside: int = 0,
        more: Sequence[str] = (),
    ) -> Plan:
        """The plan for these homes, in their order; a `Seen` among them is one that could not be understood."""
        seen: list[Seen] = []
        drafts: list[Draft] = []
        met: set[_Key] = set()
        for home in self._with_addresses(_placed(homes, layout)):
            if isinstance(home, Home):
                keys = set(_keys(home))
                home = Seen(home.name, "dubbel", home=home) if met & keys else self._judged(home, drafts)
                met |= keys
            seen.append(home)
        unit, twofold = self.unit, _in_other_projects(seen)
        return Plan(
            number=unit.nummer,
            unit=unit.naam,
            seq=self._seq,
            homes=tuple(seen),
            drafts=tuple(drafts),
            total=unit.woningen_totaal,
            there=self._there,
            aside=aside,
            more=(*more, *twofold),
        )

    def _read(self) -> int:
        """Read which homes there are; gives how many of this eenheid. Two huurovereenkomsten in a home are one home."""
        home, unit, project = Renovatiewoning, BouwkundigeEenheid, Renovatieproject
        query = (
            select(home.id, home.straat, home.huisnummer, home.toevoeging, home.postcode)
            .add_columns(unit.id, unit.naam, project.id, project.titel, project.afgesloten_op)
            .join(unit, unit.id == home.eenheid_id)
            .join(project, project.id == unit.project_id)
            .where(home.verwijderd.is_(None), unit.verwijderd.is_(None), project.verwijderd.is_(None))
        )
        own: set[_Key | str] = set()
        for key, street, number, addition, code, unit_id, name, project_id, title, closed in self._db.execute(
            query
        ):
            keys = () if number is None else _keys(Home(street, number, addition, code))
            if unit_id == self.unit.id:
                own.add(keys[0] if keys else key)
            place = _Place(code, unit_id, name, project_id, title, closed is not None)
            for each in keys:
                self._known.setdefault(each, []).append(place)
        return len(own)

    def _with_addresses(self, homes: Sequence[Home | Seen]) -> Iterator[Home | Seen]:
        """The homes, those with a postcode linked to the list of addresses, which may know the street as well."""
        codes = sorted({home.postcode for home in homes if isinstance(home, Home) and home.postcode})
        known: dict[tuple[str, int, str], Adres] = {}
        for start in range(0, len(codes), _PIECE):
            alive = (Adres.verwijderd.is_(None), Adres.postcode.in_(codes[start : start + _PIECE]))
            for row in self._db.scalars(select(Adres).where(*alive)):
                known.setdefault(key_of(row.postcode, row.huisnummer, row.toevoeging), row)
        for home in homes:
            found = None
            if isinstance(home, Home) and home.postcode and home.adres is None:
                found = known.get(key_of(home.postcode, home.huisnummer, home.toevoeging))
            if found is not None and isinstance(home, Home):
                home = replace(home, adres=found.id, straat=home.straat or found.straat)
            yield home

    def _judged(self, home: Home, drafts: list[Draft]) -> Seen:
        """What happens to a home; what is made of it is added to the drafts."""
        if not home.straat:
            text = _("Van nummer {number} is de straat niet bekend.")
            return Seen(home.name, "fout", text.format(number=home.name), home)
        elsewhere = ""
        for place in self._places(home):
            if place.unit_id == self.unit.id:
                return Seen(home.name, "al", home=home)
            if place.project_id == self.unit.project_id:
                return Seen(home.name, "elders", place.unit, home)
            if not place.closed:
                elsewhere = place.project
        values = {key: getattr(home, key) for key in _FIELDS} | {
            "eenheid": self.unit.id,
            "instemming": "leeg" if home.leeg else "niet_benaderd",
            "vraagt_versie": self._asks,
        }
        draft, faults = read(self._spec, values, lambda _kind, value: str(value))
        wrong = [fault.told_for(self._spec) for fault in faults if not fault.warning]
        if wrong:
            return Seen(home.name, "fout", f"{home.name}: {' '.join(wrong)}", home)
        drafts.append(draft)
        return Seen(draft["naam"], "nieuw", elsewhere, home)

    def _places(self, home: Home) -> list[_Place]:
        """Where this home stands already."""
        return [
            place
            for key in _keys(home)
            for place in self._known.get(key, ())
            if not (home.postcode and place.postcode) or home.postcode == place.postcode
        ]


_FIELDS = (
    "adres", "straat", "huisnummer", "toevoeging", "postcode", "trappenhuis", "verdieping", "deur"
)  # fmt: skip


def _keys(home: Home) -> tuple[_Key, ...]:
    """By what a home is known: by its street, and by its postcode."""
    _code, number, addition = key_of("", home.huisnummer, home.toevoeging)
    found: list[_Key] = []
    if home.straat:
        found.append(("straat", " ".join(home.straat.casefold().split()), number, addition))
    if home.postcode:
        found.append(("postcode", home.postcode, number, addition))
    return tuple(found)


def _placed(homes: Iterable[Home | Seen], layout: Layout | None) -> list[Home | Seen]:
    """The homes with their doors, where a layout says where those are.

    Raises UserError for a building that cannot be.
    """
    found = list(homes)
    if layout is None:
        return found
    if layout.per_floor is not None and layout.per_floor < 1:
        raise UserError(_("Een verdieping heeft ten minste één woning."))
    if layout.per_stair is not None and layout.per_stair < 1:
        raise UserError(_("Een trappenhuis heeft ten minste één woning."))
    index = 0
    for at, home in enumerate(found):
        if isinstance(home, Home):
            stair, floor, door = layout.place(index)
            for key, value in (("verdieping", floor), ("deur", door)):
                _possible(key, value)
            found[at] = replace(home, trappenhuis=stair, verdieping=floor, deur=door)
            index += 1
    return found


def _possible(key: str, value: int | None) -> None:
    """Raises UserError for a storey or a door that no home has."""
    note = HOME.fields[key].note
    if value is None or (note.minimum or 0) <= value <= (note.maximum or value):
        return
    raise UserError(
        _("{label} {value} kan niet. Kijk na hoe het gebouw in elkaar zit."), label=note.label, value=value
    )


def _asked_version(db: ReadSession, project_id: str) -> int:
    """On which version a home that is new must answer: the last one on which all answered again, else the first."""
    query = select(Voorstel.versie).where(
        Voorstel.ouder_id == project_id, Voorstel.verwijderd.is_(None), Voorstel.opnieuw == "alle"
    )
    return max((version for version in db.scalars(query) if version is not None), default=1)


def _in_other_projects(seen: Iterable[Seen]) -> Iterator[str]:
    """Homes that are made and stand in another running project too."""
    found: dict[str, list[str]] = {}
    for each in seen:
        if each.outcome == "nieuw" and each.told:
            found.setdefault(each.told, []).append(each.name)
    for project, names in found.items():
        text = _("Ook in project {project}: {homes}. Klopt dat?")
        yield text.format(project=project, homes=named(names, SHOWN))


def _stair(turn: int) -> str:
    """portiek A to Z, then portiek 27 and on."""
    name = ascii_uppercase[turn] if turn < len(ascii_uppercase) else str(turn + 1)
    return _("portiek {name}").format(name=name)
