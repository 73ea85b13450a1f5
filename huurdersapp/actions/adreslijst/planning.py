"""What loading a list of addresses would do, row by row: the preview shows it, the load does it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import select

from huurdersapp.actions import sheets
from huurdersapp.actions.adreslijst.matching import BY_KEY
from huurdersapp.actions.context import Context
from huurdersapp.base import files, ids
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.base.tables.table import Table
from huurdersapp.records.adres import SPEC as ADRES
from huurdersapp.records.adres import tidy_addition
from huurdersapp.records.base import Choices
from huurdersapp.records.choices import WONINGTYPEN
from huurdersapp.records.complex import SPEC as COMPLEX
from huurdersapp.records.draft import Draft, near, read
from huurdersapp.records.rules import as_postcode
from huurdersapp.records.woningkeuzes import ENERGIELABELS
from huurdersapp.store.step import ReadSession

Outcome = Literal["nieuw", "gewijzigd", "hetzelfde", "dubbel", "fout"]
OUTCOMES: tuple[Outcome, ...] = ("nieuw", "gewijzigd", "hetzelfde", "dubbel", "fout")
PIECE = 2000
"""Rows between two moments at which the work can be stopped."""
_NUMBER = re.compile(r"(\d{1,5})\s*[-/ ]?\s*(.*)")
_STREET = re.compile(r"(.*\S)\s+(\d{1,5})\s*[-/ ]?\s*(\S{0,12}(?:\s\S{1,6})?)")
_POSTCODE = re.compile(r"[1-9]\d{3} [A-Z]{2}")
_LINKS = ("kern", "complex", "verhuurder")
Key = tuple[str, int, str]


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
    """What would happen. `drafts` are what is written: new complexes first, then new and changed addresses."""

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
    new_complexes: list[str] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)

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
            new=new.format(count=self.counts["nieuw"]),
            changed=self.counts["gewijzigd"],
            same=self.counts["hetzelfde"] + self.counts["dubbel"],
            wrong=self.counts["fout"],
        )


def plan(ctx: Context, table: Table, columns: Mapping[str, int], beside: Beside | None = None) -> Job[Plan]:
    """Look at every row: what is new, what changes, what is wrong and why. Nothing is written.

    `columns` says at which place of a row each key of `COLUMNS` stands. Raises UserError when a column that must be
    there is missing.
    """
    _needed(columns)
    with ctx.store.reading() as db:
        planner = _Planner(db, columns, beside or Beside(), Plan(table, ctx.store.head.seq))
        yield Progress(0, len(table.rows), _("Bekende adressen lezen"))
        planner.read_known()
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


def faults_file(plan: Plan, path: Path) -> None:
    """Write the rows that are not loaded, as they were, with the reason behind them: to mend and load again."""
    rows = [
        [str(seen.line), *map(sheets.defused, plan.table.rows[place]), " ".join(seen.told)]
        for place, seen in zip(plan.places, plan.faults, strict=True)
    ]
    head = [_("Regel"), *map(sheets.defused, plan.table.head), _("Wat er niet klopt")]
    files.write(path, sheets.csv_bytes([head, *rows], None))


class _Planner:
    """Turns rows into drafts against what is known, and keeps what there is to tell."""

    def __init__(self, db: ReadSession, columns: Mapping[str, int], beside: Beside, made: Plan) -> None:
        self.db, self.columns, self.made = db, columns, made
        self._known: dict[Key, dict[str, Any]] = {}
        self._seen: dict[Key, int] = {}
        self._links = {kind: _by_name(db, kind) for kind in _LINKS}
        self._fresh: dict[str, Draft] = {}
        self._codes = self._municipal_codes()
        self._whole = {
            "verhuurder": self._of_number("verhuurder", beside.verhuurder),
            "kern": self._of_number("kern", beside.kern),
            "plaats": beside.plaats,
            "bron": beside.bron,
        }

    def read_known(self) -> None:
        """All live addresses, by what they are known by."""
        table = ADRES.table
        columns = [table.c.id, *(table.c[item.column] for item in ADRES.fields.values())]
        keys = ["id", *ADRES.fields]
        for row in self.db.execute(select(*columns).where(table.c.verwijderd.is_(None))):
            values = dict(zip(keys, row, strict=True))
            key = (values["postcode"], values["huisnummer"], (values["toevoeging"] or "").casefold())
            self._known[key] = values

    def take(self, place: int, row: Sequence[str]) -> None:
        """One row of the list."""
        line = self.made.table.lines[place]
        cells = {
            key: row[at].strip() for key, at in self.columns.items() if at < len(row) and row[at].strip()
        }
        values, faults = self._values(cells)
        if len(row) > len(self.made.table.head):
            faults.append(_("Deze rij heeft meer vakken dan er kolommen zijn. Kijk de rij na."))
        if faults:
            self._tell(place, Seen(line, "fout", _said(cells), tuple(faults)))
            return
        key = (values["postcode"], values["huisnummer"], (values["toevoeging"] or "").casefold())
        if (earlier := self._seen.get(key)) is not None:
            told = _("Dit adres staat ook op regel {line}.").format(line=earlier)
            self._tell(place, Seen(line, "dubbel", _said(cells), (told,)))
            return
        self._seen[key] = line
        self._compare(place, line, self._known.get(key), values)

    def _compare(self, place: int, line: int, known: dict[str, Any] | None, values: dict[str, Any]) -> None:
        before = None
        if known is not None:
            # An empty cell never empties what is known.
            changed = {
                key: value for key, value in values.items() if value is not None and known[key] != value
            }
            changed.pop("bron", None)
            if not changed:
                self._tell(place, Seen(line, "hetzelfde", known["naam"]))
                return
            if values["bron"] is not None:
                changed["bron"] = values["bron"]
            before = Draft(ADRES, {key: known[key] for key in ADRES.fields}, id=known["id"])
            draft, faults = read(ADRES, changed, _as_is, before)
        else:
            draft, faults = read(ADRES, values, _as_is)
            draft.id = ids.new_id()
        stopping = tuple(fault.text for fault in faults if not fault.warning)
        if stopping:
            self._tell(place, Seen(line, "fout", draft["naam"] or "", stopping))
            return
        self.made.drafts.append(draft)
        self._tell(place, Seen(line, "nieuw" if before is None else "gewijzigd", draft["naam"]))

    def _values(self, cells: Mapping[str, str]) -> tuple[dict[str, Any], list[str]]:
        """The values of a row, and what stops it."""
        values: dict[str, Any] = {"toevoeging": None, **self._whole}
        faults: list[str] = []
        postcode = as_postcode(cells.get("postcode", "").replace(" ", "").replace(" ", ""))
        if not postcode:
            faults.append(_("De postcode ontbreekt."))
        elif not _POSTCODE.fullmatch(postcode):
            faults.append(_("‘{text}’ is geen postcode, zoals 7824 AA.").format(text=cells["postcode"][:20]))
        elif self._codes and postcode[:4] not in self._codes:
            self.made.remarks[_("Postcode buiten de gemeente die u kent")] += 1
        values["postcode"] = postcode
        self._number(cells, values, faults)
        for key in ("straat", "plaats", "eenheid"):
            if key in cells:
                values[key] = cells[key]
        self._choice(values, "energielabel", cells, ENERGIELABELS)
        self._choice(values, "woningtype", cells, WONINGTYPEN)
        if year := cells.get("bouwjaar"):
            if year[:4].isdecimal() and 1500 <= int(year[:4]) <= 2200:
                values["bouwjaar"] = int(year[:4])
            else:
                self.made.remarks[_("Bouwjaar niet begrepen, leeg gelaten")] += 1
        for kind in ("kern", "verhuurder"):
            if name := cells.get(kind):
                values[kind] = self._link(kind, name) or values[kind]
        if name := cells.get("complex"):
            values["complex"] = self._complex(name, values)
        return values, faults

    def _number(self, cells: Mapping[str, str], values: dict[str, Any], faults: list[str]) -> None:
        """House number and addition, from columns of their own or from the end of the street."""
        if (whole := cells.get("straat_en_nummer")) and "huisnummer" not in cells:
            if (parted := _STREET.fullmatch(whole)) is None:
                faults.append(_("In ‘{text}’ staat geen huisnummer.").format(text=whole[:40]))
                return
            values["straat"] = parted[1].strip(" ,")
            number, addition = parted[2], parted[3]
        else:
            typed = cells.get("huisnummer", "")
            if (parted := _NUMBER.fullmatch(typed)) is None:
                text = _("Het huisnummer ontbreekt.") if not typed else _("‘{text}’ is geen huisnummer.")
                faults.append(text.format(text=typed[:20]))
                return
            number, addition = parted[1], parted[2]
        values["huisnummer"] = int(number)
        values["toevoeging"] = tidy_addition(cells.get("toevoeging") or addition)
        if values["huisnummer"] == 0:
            faults.append(_("‘{text}’ is geen huisnummer.").format(text=number))

    def _choice(self, values: dict[str, Any], key: str, cells: Mapping[str, str], choices: Choices) -> None:
        if not (text := cells.get(key)):
            return
        folded = text.casefold()
        found = next(
            (
                item.key
                for item in choices.items
                if folded in (item.key.casefold(), str(item.label).casefold())
            ),
            None,
        )
        found = found or (near(text, choices) if key == "woningtype" else None)
        if found is None:
            label = ADRES.fields[key].label
            self.made.remarks[
                _("{label} ‘{text}’ niet bekend, leeg gelaten").format(label=label, text=text[:30])
            ] += 1
        else:
            values[key] = found

    def _link(self, kind: str, name: str) -> str | None:
        found = self._links[kind].get(name.casefold())
        if found is None:
            label = ADRES.fields[kind].label
            self.made.remarks[
                _("{label} ‘{text}’ niet bekend, leeg gelaten").format(label=label, text=name[:30])
            ] += 1
        return found

    def _complex(self, name: str, values: Mapping[str, Any]) -> str:
        """The complex of this name or code; one that is not known yet is made along."""
        if (found := self._links["complex"].get(name.casefold())) is not None:
            return found
        if (fresh := self._fresh.get(name.casefold())) is None:
            given = {"naam": name, "verhuurder": values["verhuurder"], "kern": values["kern"]}
            fresh, _faults = read(COMPLEX, given, _as_is)
            fresh.id = ids.new_id()
            self._fresh[name.casefold()] = fresh
            self.made.new_complexes.append(name)
        assert fresh.id is not None
        return fresh.id

    def _tell(self, place: int, seen: Seen) -> None:
        self.made.counts[seen.outcome] += 1
        shown = self.made.first.setdefault(seen.outcome, [])
        if len(shown) < 8:
            shown.append(seen)
        if seen.outcome == "fout":
            self.made.faults.append(seen)
            self.made.places.append(place)

    def finished(self) -> Plan:
        """The plan, with the complexes that its addresses need in front of them."""
        used = {draft["complex"] for draft in self.made.drafts}
        needed = [draft for draft in self._fresh.values() if draft.id in used]
        self.made.new_complexes = [draft["naam"] for draft in needed]
        self.made.drafts = [*needed, *self.made.drafts]
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
        return self.db.scalars(select(table.c.id).where(table.c.nummer == number)).first()


def _by_name(db: ReadSession, kind: str) -> dict[str, str]:
    """The keys of the live records of a kind by each of their names, small letters; a name that two have is left out."""
    spec = db.catalogue.specs[kind]
    columns = [spec.table.c[spec.fields[key].column] for key in spec.name]
    found: dict[str, str | None] = {}
    for key, *names in db.execute(select(spec.table.c.id, *columns).where(spec.table.c.verwijderd.is_(None))):
        for name in filter(None, names):
            folded = name.casefold()
            found[folded] = key if found.get(folded, key) == key else None
    return {name: key for name, key in found.items() if key is not None}


def _as_is(_kind: str, value: int | str) -> str:
    """The planner links by key already."""
    return str(value)


def _said(cells: Mapping[str, str]) -> str:
    """A row as people recognise it."""
    keys = ("straat_en_nummer", "straat", "huisnummer", "toevoeging", "postcode", "plaats")
    return " ".join(_cells(cells, keys))


def _cells(cells: Mapping[str, str], keys: Sequence[str]) -> Iterator[str]:
    yield from (cells[key] for key in keys if key in cells)
