"""What loading a list of addresses would do, row by row: the preview shows it, the load does it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import select

from huurdersapp.actions import kolommen
from huurdersapp.actions.adreslijst import cells as texts
from huurdersapp.actions.adreslijst.cells import POSTCODE, SHOWN, Door, Key, key_of
from huurdersapp.actions.adreslijst.known import KEYS, PIECE, Homes, Packed, Shared
from huurdersapp.actions.adreslijst.linking import Complexes, Names
from huurdersapp.actions.adreslijst.matching import BY_KEY
from huurdersapp.actions.context import Context
from huurdersapp.base import ids
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.base.tables.table import Table
from huurdersapp.records.adres import SPEC as ADRES
from huurdersapp.records.base import Choices
from huurdersapp.records.choices import WONINGTYPEN
from huurdersapp.records.draft import Draft, near, read
from huurdersapp.records.woningkeuzes import ENERGIELABELS
from huurdersapp.store.step import ReadSession

Outcome = Literal["nieuw", "gewijzigd", "hetzelfde", "dubbel", "fout"]
OUTCOMES: tuple[Outcome, ...] = ("nieuw", "gewijzigd", "hetzelfde", "dubbel", "fout")
FIRST = 8
"""Rows of each outcome that the preview shows."""
_SAID = ("straat_en_nummer", "straat", "huisnummer", "huisletter", "toevoeging", "postcode", "plaats")
_TRIED = 200
"""Filled cells of a column that are looked at to see whether it is the right one."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What holds for the whole list and does not stand in it: numbers of records, and from where the list is."""

    verhuurder: int | None = None
    kern: int | None = None
    plaats: str | None = None
    bron: str | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """A row as it was understood: its line in the file, what happens to it, the address, and what there is to tell."""

    line: int
    outcome: Outcome
    address: str
    told: tuple[str, ...] = ()


@dataclass
class Plan:
    """What would happen, and what is written for it (`drafts`)."""

    table: Table
    seq: int
    """The last step of the administration when the plan was made: what was planned holds as long as it is the last."""
    counts: Counter[Outcome] = field(default_factory=Counter)
    first: dict[Outcome, list[Seen]] = field(default_factory=dict)
    """The first rows of each outcome, for the preview."""
    faults: list[Seen] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    """Places in the table of the rows of `faults`."""
    remarks: Counter[str] = field(default_factory=Counter)
    """What holds for many rows, such as a kern that is not known, with how many."""
    complexes: list[Draft] = field(default_factory=list)
    """The complexes that are made along."""
    homes: Packed = field(default_factory=Packed)
    """The addresses that are made or changed."""

    @property
    def new_complexes(self) -> list[str]:
        """The names of the complexes that are made along."""
        return [draft["naam"] for draft in self.complexes]

    @property
    def total(self) -> int:
        """How many records are written."""
        return len(self.complexes) + len(self.homes)

    def drafts(self) -> Iterator[Draft]:
        """What is written: new complexes first, then new and changed addresses. They are made while they are asked for."""
        yield from self.complexes
        yield from self.homes

    @property
    def to_write(self) -> int:
        """How many addresses are made or changed."""
        return self.counts["nieuw"] + self.counts["gewijzigd"]

    def summary(self) -> str:
        """What would happen, in a sentence."""
        if not self.to_write and not self.faults:
            return _("Alles uit dit bestand was al bekend (0 nieuw).")
        new = ngettext("{count} nieuw adres", "{count} nieuwe adressen", self.counts["nieuw"])
        return _("{new}, {changed} gewijzigd, {same} al bekend, {wrong} met een fout.").format(
            new=new.format(count=written(self.counts["nieuw"])),
            changed=written(self.counts["gewijzigd"]),
            same=written(self.counts["hetzelfde"] + self.counts["dubbel"]),
            wrong=written(self.counts["fout"]),
        )


def plan(ctx: Context, table: Table, columns: Mapping[str, int], beside: Beside | None = None) -> Job[Plan]:
    """Look at every row: what is new, what changes, what is wrong and why. Nothing is written.

    `columns` says at which place of a row each key of `COLUMNS` stands. Raises UserError when a column that must be
    there is missing, or holds something else altogether.
    """
    _needed(columns)
    _sensible(table, columns)
    with ctx.store.reading() as db:
        planner = _Planner(db, columns, beside or Beside(), Plan(table, ctx.store.head.seq))
        yield from planner.homes.reading()
        for place, row in enumerate(table.rows):
            if place % PIECE == 0:
                yield Progress(place, len(table.rows), _("Rijen nakijken"))
            planner.take(place, row)
    return planner.finished()


def _needed(columns: Mapping[str, int]) -> None:
    has_number = "huisnummer" in columns or "straat_en_nummer" in columns
    missing = [key for key in ("postcode",) if key not in columns] + ([] if has_number else ["huisnummer"])
    if missing:
        labels = ", ".join(str(BY_KEY[key].label) for key in missing)
        raise UserError(
            _("Wij weten nog niet in welke kolom dit staat: {labels}."),
            _("Kies de kolom en kijk dan opnieuw na."),
            labels=labels,
        )


def _sensible(table: Table, columns: Mapping[str, int]) -> None:
    """Raises UserError when a column is plainly another one: else each row would be told to be wrong."""
    for key, fits in (
        ("postcode", texts.is_postcode),
        ("huisnummer", texts.is_number),
        ("straat_en_nummer", texts.ends_with_number),
    ):
        if key not in columns or (key == "straat_en_nummer" and "huisnummer" in columns):
            continue
        filled = texts_of(table, columns[key], _TRIED)
        if len(filled) >= FIRST and not any(map(fits, filled)):
            raise UserError(
                _("In de kolom ‘{column}’ staat geen {wanted}, maar bijvoorbeeld ‘{example}’."),
                _("Kies een andere kolom en kijk dan opnieuw na."),
                column=table.head[columns[key]] if columns[key] < len(table.head) else "",
                wanted=str(BY_KEY[key].label).lower(),
                example=filled[0][:SHOWN],
            )


def texts_of(table: Table, place: int, most: int) -> list[str]:
    """The first filled cells of a column."""
    found: list[str] = []
    for row in table.rows:
        if place < len(row) and row[place]:
            found.append(row[place])
            if len(found) == most:
                break
    return found


def faults_file(plan: Plan, path: Path) -> None:
    """Write the rows that are not loaded, as they were, with the reason behind them: to mend and load again."""
    rest = [(place, seen.line, seen.told) for place, seen in zip(plan.places, plan.faults, strict=True)]
    kolommen.rest_file(plan.table, rest, path)


class _Planner:
    """Turns rows into what is written against what is known, and keeps what there is to tell."""

    def __init__(self, db: ReadSession, columns: Mapping[str, int], beside: Beside, made: Plan) -> None:
        self.db, self.columns, self.made = db, columns, made
        self._shared = Shared()
        self.homes = Homes(db, self._shared)
        self._seen: dict[Key, int] = {}
        self._links = {kind: Names(db, kind) for kind in ("kern", "verhuurder")}
        self._complexes = Complexes(db)
        self._used: set[str] = set()
        self._codes = self._municipal_codes()
        self._whole = {
            "verhuurder": self._of_number("verhuurder", beside.verhuurder),
            "kern": self._of_number("kern", beside.kern),
            "plaats": beside.plaats,
            "bron": beside.bron,
        }

    def take(self, place: int, row: Sequence[str]) -> None:
        """One row of the list."""
        line = self.made.table.lines[place]
        cells = {
            key: " ".join(row[at].split())
            for key, at in self.columns.items()
            if at < len(row) and row[at].strip()
        }
        values, faults = self._values(cells)
        if len(row) > len(self.made.table.head):
            faults.append(_("Deze rij heeft meer vakken dan er kolommen zijn. Kijk de rij na."))
        if faults:
            self._tell(place, Seen(line, "fout", _said(cells), tuple(faults)))
            return
        key = key_of(values["postcode"], values["huisnummer"], values["toevoeging"])
        if (earlier := self._seen.get(key)) is not None:
            told = _("Dit adres staat ook op regel {line}.").format(line=earlier)
            self._tell(place, Seen(line, "dubbel", _said(cells), (told,)))
            return
        self._seen[key] = line
        if (known := self.homes.get(key)) is not None:
            self._compare(place, line, *known, values)
        else:
            if self.homes.is_binned(key):
                self.made.remarks[_("Ligt ook in de prullenbak, en komt er nu opnieuw bij")] += 1
            self._keep(place, line, *read(ADRES, values, _as_is))

    def _compare(
        self, place: int, line: int, key: str, before: tuple[Any, ...], values: dict[str, Any]
    ) -> None:
        """What a row changes of an address that is known; an empty cell never empties anything."""
        known = dict(zip(KEYS, before, strict=True))
        values["toevoeging"] = known["toevoeging"]  # the same door, whoever wrote it how
        changed = {name: value for name, value in values.items() if value not in (None, known[name])}
        bron = changed.pop("bron", None)
        if not known["actief"]:
            changed["actief"] = True  # it stands in the list again
        if not changed:
            self._tell(place, Seen(line, "hetzelfde", known["naam"]))
            return
        if bron is not None:
            changed["bron"] = bron
        self._keep(place, line, *read(ADRES, changed, _as_is, Draft(ADRES, known, id=key)))

    def _keep(self, place: int, line: int, draft: Draft, faults: Sequence[Any]) -> None:
        stopping = tuple(fault.text for fault in faults if not fault.warning)
        if stopping:
            self._tell(place, Seen(line, "fout", draft["naam"] or "", stopping))
            return
        before = draft.before
        if draft["complex"]:
            self._used.add(draft["complex"])
        self.made.homes.add(
            draft.id or ids.new_id(),
            self._shared(draft[key] for key in KEYS),
            None if before is None else self._shared(before[key] for key in KEYS),
        )
        self._tell(place, Seen(line, "nieuw" if before is None else "gewijzigd", draft["naam"]))

    def _values(self, cells: Mapping[str, str]) -> tuple[dict[str, Any], list[str]]:
        """The values of a row, and what stops it."""
        values: dict[str, Any] = {"toevoeging": None, **self._whole}
        faults: list[str] = []
        if fault := self._postcode(cells, values):
            faults.append(fault)
        door = texts.door(cells)
        if isinstance(door, Door):
            values |= {"huisnummer": door.number, "toevoeging": door.addition, "straat": door.street}
        else:
            faults.append(door)
        values |= {key: cells[key] for key in ("straat", "plaats", "eenheid") if key in cells}
        self._choice(values, "energielabel", cells, ENERGIELABELS)
        self._choice(values, "woningtype", cells, WONINGTYPEN)
        if told := cells.get("bouwjaar"):
            if (year := texts.year(told)) is not None:
                values["bouwjaar"] = year
            else:
                self.made.remarks[_("Bouwjaar niet begrepen, leeg gelaten")] += 1
        for kind, links in self._links.items():
            if name := cells.get(kind):
                found = links.get(name, self.made.remarks)
                # Another landlord than that of the whole list is meant; a kern lies within that of the list.
                values[kind] = found if kind == "verhuurder" else found or values[kind]
        nameless = (
            "verhuurder" in cells and values["verhuurder"] is None
        )  # whose complex it is, cannot be told
        if (name := cells.get("complex")) and not nameless:
            where = (values["verhuurder"], values["kern"])
            values["complex"] = self._complexes.get(name, *where, self.made.remarks)
        return values, faults

    def _postcode(self, cells: Mapping[str, str], values: dict[str, Any]) -> str:
        """Take the postcode; gives what is wrong with it."""
        typed = cells.get("postcode", "")
        values["postcode"] = found = texts.postcode(typed)
        if not found:
            return _("De postcode ontbreekt.")
        if not POSTCODE.fullmatch(found):
            return _("‘{text}’ is geen postcode, zoals 7824 AA.").format(text=typed[:20])
        if self._codes and found[:4] not in self._codes:
            self.made.remarks[_("Postcode buiten de gemeente die u kent")] += 1
        return ""

    def _choice(self, values: dict[str, Any], key: str, cells: Mapping[str, str], choices: Choices) -> None:
        if not (text := cells.get(key)):
            return
        folded = text.casefold()
        names = {str(item.label).casefold(): item.key for item in choices.items}
        names |= {item.key.casefold(): item.key for item in choices.items}
        found = names.get(folded) or (near(text, choices) if key == "woningtype" else None)
        if found is None:
            told = _("{label} ‘{name}’ niet bekend, leeg gelaten")
            self.made.remarks[told.format(label=ADRES.fields[key].label, name=text[:30])] += 1
        else:
            values[key] = found

    def _tell(self, place: int, seen: Seen) -> None:
        self.made.counts[seen.outcome] += 1
        shown = self.made.first.setdefault(seen.outcome, [])
        if len(shown) < FIRST:
            shown.append(seen)
        if seen.outcome == "fout":
            self.made.faults.append(seen)
            self.made.places.append(place)

    def finished(self) -> Plan:
        """The plan, with the complexes that its addresses need."""
        self.made.complexes = self._complexes.needed(self._used)
        return self.made

    def _municipal_codes(self) -> set[str]:
        table = self.db.catalogue.specs["kern"].table
        told = self.db.scalars(
            select(table.c.postcodes).where(table.c.postcodes.is_not(None), table.c.verwijderd.is_(None))
        )
        return {code for text in told for code in re.findall(r"\d{4}", text or "")}

    def _of_number(self, kind: str, number: int | None) -> str | None:
        if number is None:
            return None
        table = self.db.catalogue.specs[kind].table
        alive = (table.c.nummer == number, table.c.verwijderd.is_(None))
        return self.db.scalars(select(table.c.id).where(*alive)).first()


def _as_is(_kind: str, value: int | str) -> str:
    """The planner links by key already."""
    return str(value)


def _said(cells: Mapping[str, str]) -> str:
    """A row as people recognise it."""
    return " ".join(cells[key] for key in _SAID if key in cells)
