"""What loading a list of figures would do, row by row: the preview shows it, the load does it.

Each row is checked as a form checks it; what is there already, with whatever value, is never written over: correcting needs
a reason, so that is done by hand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from sqlalchemy import select

from huurdersapp.actions import metingen_cellen as texts
from huurdersapp.actions.kolommen import folded
from huurdersapp.actions.plain import Resolver
from huurdersapp.actions.records import verified
from huurdersapp.base import ids
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.period import Period
from huurdersapp.base.tables.table import Table
from huurdersapp.records.draft import Draft, Fault, read
from huurdersapp.records.indicator import Indicator
from huurdersapp.records.meting import SPEC as METING
from huurdersapp.records.meting import Meting, MetingKlasse, current
from huurdersapp.records.meting_toets import SETTLED
from huurdersapp.records.rules import lines_of
from huurdersapp.store.step import ReadSession

Outcome = Literal["nieuw", "hetzelfde", "anders", "dubbel", "fout"]
OUTCOMES: tuple[Outcome, ...] = ("nieuw", "hetzelfde", "anders", "dubbel", "fout")
FIRST = 8
"""Rows of each outcome that the preview shows."""
PIECE = 200
"""Rows between two moments at which the work can be stopped."""
Values = Mapping[str, str]
Key = tuple[str, date, date, str | None, str | None, str | None]
"""By what a value is known: measure, days, party, place and project."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What holds for the whole list and does not stand in it: numbers of records, the period in words, the source.

    `aantallen`: the figures of classes are numbers of homes or people, not percentages.
    """

    maat: int | None = None
    periode: str | None = None
    partij: int | None = None
    kern: int | None = None
    aangeleverd_door: int | None = None
    aangeleverd_op: str | None = None
    bron: str | None = None
    aantallen: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """A row as it was understood: its line in the file, what happens to it, what it is, and what there is to tell."""

    line: int
    outcome: Outcome
    what: str
    told: tuple[str, ...] = ()


@dataclass
class Plan:
    """What would happen, and what is written for it."""

    table: Table
    seq: int
    """The last step of the administration when the plan was made: what was planned holds as long as it is the last."""
    counts: Counter[Outcome] = field(default_factory=Counter)
    first: dict[Outcome, list[Seen]] = field(default_factory=dict)
    left: list[tuple[int, Seen]] = field(default_factory=list)
    """The rows that cannot be loaded (fout, anders and dubbel), each with its place in the table."""
    warnings: Counter[str] = field(default_factory=Counter)
    drafts: list[Draft] = field(default_factory=list)

    @property
    def to_write(self) -> int:
        """How many metingen are made."""
        return len(self.drafts)

    def summary(self) -> str:
        """What would happen, in a sentence."""
        if not self.to_write and not self.left:
            return _("Alles uit dit bestand was al bekend (0 nieuw).")
        new = ngettext("{count} nieuwe meting", "{count} nieuwe metingen", self.to_write)
        return _("{new}, {same} al bekend, {wrong} niet te laden.").format(
            new=new.format(count=written(self.to_write)),
            same=written(self.counts["hetzelfde"]),
            wrong=written(len(self.left)),
        )


@dataclass
class _Group:
    """The rows that are one value: of a list with a row per class there are several."""

    places: list[int]
    values: dict[str, Any]
    what: str


class Planner:
    """Turns rows into what is written against what is known."""

    def __init__(self, db: ReadSession, columns: Mapping[str, int], beside: Beside, made: Plan) -> None:
        self.db, self.columns, self.beside, self.made = db, columns, beside, made
        self._workbook = made.table.encoding is None
        self._links = {kind: _Links(db, kind) for kind in ("kern", "partij", "indicator")}
        self._measures: dict[str, Indicator | None] = {}
        self._groups: dict[Any, _Group] = {}
        self._seen: dict[Key, int] = {}
        self._whole = {
            "partij": self._links["partij"].of_number(beside.partij),
            "kern": self._links["kern"].of_number(beside.kern),
            "aangeleverd_door": self._links["partij"].of_number(beside.aangeleverd_door),
            "aangeleverd_op": beside.aangeleverd_op,
            "bron": beside.bron,
        }
        self._maat = self._links["indicator"].of_number(beside.maat)

    def groups(self) -> Iterator[tuple[list[int], dict[str, Any], str]]:
        """What the rows add up to."""
        for group in self._groups.values():
            yield group.places, group.values, group.what

    # -- a row ----------------------------------------------------------------------------------------------------

    def take(self, place: int, row: Sequence[str]) -> None:
        """One row of the list."""
        cells = {
            key: " ".join(row[at].split())
            for key, at in self.columns.items()
            if at < len(row) and row[at].strip()
        }
        faults: list[str] = []
        if len(row) > len(self.made.table.head):
            faults.append(_("Deze rij heeft meer vakken dan er kolommen zijn. Kijk de rij na."))
        maat = self._measure(cells, faults)
        values = self._values(cells, faults)
        lines = [] if maat is None else self._classes(maat, cells, row, faults)
        what = self._called(maat, cells)
        if faults or maat is None:
            self._tell([place], "fout", what, faults)
            return
        values["indicator"] = maat.id
        if not lines:
            self._groups[place] = _Group([place], values, what)
            return
        if "klasse" not in cells:
            self._groups[place] = _Group([place], {**values, "klassen": lines}, what)
            return
        values.pop("waarde", None)
        same = (
            maat.id,
            values["van"],
            values["tot"],
            values["partij"],
            values["kern"],
            values.get("project"),
        )
        group = self._groups.setdefault(same, _Group([], {**values, "klassen": []}, what))
        group.places.append(place)
        group.values["klassen"] += lines

    def _measure(self, cells: Values, faults: list[str]) -> Indicator | None:
        key = self._maat
        if text := cells.get("maat"):
            found = self._links["indicator"].get(text)
            if isinstance(found, Fault):
                faults.append(found.text)
                return None
            key = found
        if key is None:
            faults.append(_("De maat ontbreekt."))
            return None
        if key not in self._measures:
            self._measures[key] = self.db.get(Indicator, key)
        return self._measures[key]

    def _values(self, cells: Values, faults: list[str]) -> dict[str, Any]:
        values: dict[str, Any] = {key: value for key, value in self._whole.items() if value is not None}
        values |= {"partij": values.get("partij"), "kern": values.get("kern")}
        values |= {key: cells[key] for key in ("project", "bron", "toelichting") if key in cells}
        self._period(cells, values, faults)
        for key in ("waarde", "teller", "noemer"):
            if text := cells.get(key):
                found = texts.figure(text, self._workbook)
                if isinstance(found, str):
                    faults.append(found)
                else:
                    values[key] = _plain(found)
        for key in ("kern", "partij"):
            if text := cells.get(key):
                link = self._links[key].get(text)
                if isinstance(link, Fault):
                    faults.append(link.text)
                else:
                    values[key] = link
        return values

    def _period(self, cells: Values, values: dict[str, Any], faults: list[str]) -> None:
        told = cells.get("periode") or (None if "tot" in cells else self.beside.periode)
        span: Period | str | None = texts.days(told) if told else None
        first = texts.days(cells["van"]) if "van" in cells else None
        last = texts.days(cells["tot"]) if "tot" in cells else None
        wrong = [each for each in (span, first, last) if isinstance(each, str)]
        if wrong:
            faults += wrong
            return
        begin = first if first is not None else span if span is not None else last
        end = last if last is not None else span
        if not isinstance(begin, Period) or not isinstance(end, Period):
            faults.append(_("Het jaar of de periode ontbreekt."))
            return
        values |= {"van": begin.first.isoformat(), "tot": end.last.isoformat()}

    def _classes(
        self, maat: Indicator, cells: Values, row: Sequence[str], faults: list[str]
    ) -> list[dict[str, Any]]:
        """The classes that a row tells of: one by name with its figure, or each in a column of its own."""
        if maat.soort != "klassenverdeling":
            return []
        known = {folded(name): name for name in lines_of(maat.klassen)}
        key = "aantal" if self.beside.aantallen else "waarde"
        if "klasse" in cells:
            name = known.get(folded(cells["klasse"]), cells["klasse"])
            told = {name: cells.get("waarde", "")}
        else:
            told = {
                known[folded(head)]: row[at]
                for at, head in enumerate(self.made.table.head)
                if folded(head) in known and at < len(row) and row[at].strip()
            }
        lines = []
        for name, text in told.items():
            found = texts.figure(text, self._workbook) if text else _("Het getal bij de klasse ontbreekt.")
            if isinstance(found, str):
                faults.append(found)
            else:
                lines.append({"klasse": name, key: _plain(found)})
        return lines

    def _called(self, maat: Indicator | None, cells: Values) -> str:
        code = maat.code if maat is not None else cells.get("maat", "")
        period = cells.get("periode") or cells.get("tot") or self.beside.periode or ""
        return " ".join(filter(None, (code, period, cells.get("kern", ""), cells.get("partij", ""))))

    # -- a value --------------------------------------------------------------------------------------------------

    def decide(self, places: list[int], values: dict[str, Any], what: str) -> None:
        """Whether a value can be written."""
        draft, faults = read(METING, values, _as_is)
        faults = [*faults, *verified(self.db, draft, faults)]
        stopping = [fault.text for fault in faults if not fault.warning]
        key = (
            draft["indicator"],
            draft["van"],
            draft["tot"],
            draft["partij"],
            draft["kern"],
            draft["project"],
        )
        there = None if None in key[:3] else self._there(key)
        # That a value was settled stops a second one; here it is compared with that, and told.
        if stopping and (there is None or there.status != SETTLED):
            self._tell(places, "fout", what, stopping)
            return
        if key in self._seen:
            told = _("Deze waarde staat ook op regel {line}.").format(line=self._seen[key])
            self._tell(places, "dubbel", what, [told])
            return
        self._seen[key] = self.made.table.lines[places[0]]
        if there is not None:
            self._compare(places, draft, there, what)
            return
        for text in [fault.text for fault in faults] + self._small_share(draft):
            self.made.warnings[text] += 1
        draft.id = ids.new_id()
        self.made.drafts.append(draft)
        self._tell(places, "nieuw", what, [])

    def _small_share(self, draft: Draft) -> list[str]:
        """A workbook shows 19,9 % and has 0,199 in its cell; which of the two is meant nobody can see from the number."""
        maat, value = self._measures.get(draft["indicator"]), draft["waarde"]
        small = value is not None and 0 < value < 1 and draft["teller"] is None
        if not (self._workbook and small and maat is not None and maat.soort == "aandeel"):
            return []
        return [_("Een aandeel is kleiner dan 1 %. Kijk of in de lijst niet 100 keer zo veel wordt bedoeld.")]

    def _there(self, key: Key) -> Meting | None:
        maat, van, tot, partij, kern, project = key
        query = select(Meting).where(
            Meting.indicator_id == maat,
            Meting.van == van,
            Meting.tot == tot,
            Meting.partij_id.is_(None) if partij is None else Meting.partij_id == partij,
            Meting.kern_id.is_(None) if kern is None else Meting.kern_id == kern,
            Meting.project.is_(None) if project is None else Meting.project == project,
            Meting.verwijderd.is_(None),
            current(True),
        )
        return self.db.scalars(query.order_by(Meting.nummer)).first()

    def _compare(self, places: list[int], draft: Draft, there: Meting, what: str) -> None:
        if there.waarde == draft["waarde"] and self._shares(there) == _given(draft):
            self._tell(
                places, "hetzelfde", what, [_("Staat er al (meting {number}).").format(number=there.nummer)]
            )
            return
        told = _("Er is al een andere waarde (meting {number}). Verbeter die als deze klopt.")
        self._tell(places, "anders", what, [told.format(number=there.nummer)])

    def _shares(self, there: Meting) -> dict[str, Decimal | None]:
        query = select(MetingKlasse).where(
            MetingKlasse.ouder_id == there.id, MetingKlasse.verwijderd.is_(None)
        )
        return {line.klasse: line.waarde for line in self.db.scalars(query)}

    def _tell(self, places: list[int], outcome: Outcome, what: str, told: Sequence[str]) -> None:
        for place in places:
            seen = Seen(self.made.table.lines[place], outcome, what, tuple(dict.fromkeys(told)))
            self.made.counts[outcome] += 1
            shown = self.made.first.setdefault(outcome, [])
            if len(shown) < FIRST:
                shown.append(seen)
            if outcome in ("fout", "anders", "dubbel"):
                self.made.left.append((place, seen))


class _Links:
    """Records of a kind by number or name (also another name by which a place or party goes), found once each."""

    def __init__(self, db: ReadSession, kind: str) -> None:
        self._db, self._kind, self._resolver = db, kind, Resolver(db)
        self._known: dict[str, str | Fault] = {}
        self._others = self._other_names()

    def _other_names(self) -> dict[str, set[str]]:
        spec, found = self._db.catalogue.specs[self._kind], dict[str, set[str]]()
        if "andere_namen" not in spec.fields and self._kind != "indicator":
            return found
        column = spec.table.c["code" if self._kind == "indicator" else "andere_namen"]
        rows = select(spec.table.c.id, column).where(spec.table.c.verwijderd.is_(None), column.is_not(None))
        for key, names in self._db.execute(rows):
            for name in [names] if self._kind == "indicator" else names.split(","):
                found.setdefault(folded(name), set()).add(key)
        return found

    def get(self, text: str) -> str | Fault:
        """The key of the record that a text means, or the fault to tell."""
        if text not in self._known:
            others = self._others.get(folded(text), set())
            found = self._resolver(self._kind, text)
            if isinstance(found, Fault) and len(others) == 1:
                found = next(iter(others))
            self._known[text] = found
        return self._known[text]

    def of_number(self, number: int | None) -> str | None:
        """The key of the record with this number; raises UserError when it is not there."""
        if number is None:
            return None
        found = self._resolver(self._kind, number)
        if isinstance(found, Fault):
            raise UserError(found.text)
        return found


def _given(draft: Draft) -> dict[str, Decimal | None]:
    return {line["klasse"]: line["waarde"] for line in draft.lines("klassen")}


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _as_is(_kind: str, value: int | str) -> str:
    """The planner links by key already."""
    return str(value)
