"""What tenants answered to a renovation, and how we were in touch: for one home or for many, in one step with one undo.

All or nothing: where one home cannot have it, nothing is written and the sentence names that home.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from huurdersapp.actions import records
from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import Resolver
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.base import Choices
from huurdersapp.records.draagvlak import ANSWERED, EMPTY, INSTEMMING
from huurdersapp.records.draft import Draft, Fault, read, too_early
from huurdersapp.records.renovatie_tables import (
    PEILING,
    ZORGEN,
    BouwkundigeEenheid,
    EerderAntwoord,
    Renovatieproject,
    Renovatiewoning,
)
from huurdersapp.records.renovatiewoning import about_proposal, of_closed, same_form, too_many, versions_of
from huurdersapp.records.rules import not_in_future
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store.step import ReadSession, StepSession

HOME, UNIT = "renovatiewoning", "bouwkundige_eenheid"
OF_TENANT = ("huurder", "telefoon", "peiling", "bezwaar", "bezwaar_toestemming")
"""What is known of a tenant, and goes when the home is empty."""
NAMED = 3
"""So many homes are named with one reason; the others are counted."""


@dataclass(frozen=True, slots=True)
class Done:
    """What was written: the numbers of the homes (or of the building) that were changed, and sentences on what to look at
    again. `said` is what happened, where that is not about homes."""

    numbers: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()
    said: str = ""

    @property
    def changed(self) -> int:
        """How many."""
        return len(self.numbers)

    def sentence(self) -> str:
        """What happened, for the message bar."""
        if not self.numbers:
            return _("Er is niets veranderd: zo stond het al.")
        done = ngettext("{count} woning gewijzigd.", "{count} woningen gewijzigd.", self.changed)
        return " ".join([self.said or done.format(count=self.changed), *self.warnings])


@dataclass(frozen=True, slots=True)
class Place:
    """What the rules for a home look at: its building, its project and the versions of the proposal."""

    unit: BouwkundigeEenheid
    project: Renovatieproject
    versions: Mapping[int, date]


class Homes:
    """The homes of one piece of work with all that their rules look at, read at once.

    Raises UserError when one of them is not there.
    """

    def __init__(self, db: ReadSession, numbers: Iterable[int]) -> None:
        self.db, self.spec = db, db.catalogue.specs[HOME]
        self.rows = _rows(db, self.spec, list(dict.fromkeys(numbers)))
        self._lines = _lines(db, [row.id for row in self.rows])
        self._places: dict[str, Place] = {}
        self._resolver = Resolver(db)
        self._faults: dict[str, list[str]] = {}
        self._warnings: dict[str, list[str]] = {}

    def place(self, row: Renovatiewoning) -> Place:
        """Where a home stands."""
        if (found := self._places.get(row.eenheid_id)) is None:
            unit = self.db.get(BouwkundigeEenheid, row.eenheid_id)
            assert unit is not None
            project = self.db.get(Renovatieproject, unit.project_id)
            assert project is not None
            found = Place(unit, project, versions_of(self.db, project.id))
            self._places[row.eenheid_id] = found
        return found

    def before(self, row: Renovatiewoning) -> Draft:
        """A home as it is, with its earlier answers."""
        part = self.spec.part["eerder"].spec
        lines = [_draft(part, line) for line in self._lines.get(row.id, ())]
        found = _draft(self.spec, row)
        found.parts["eerder"] = lines
        return found

    def review(self, row: Renovatiewoning, raw: Mapping[str, Any]) -> Draft:
        """A home as it would be; what is wrong with that is kept for `refuse`."""
        place = self.place(row)
        draft, faults = read(self.spec, dict(raw), self._resolver, self.before(row))
        if not any(not fault.warning for fault in faults):
            faults += of_closed(draft, place.project)
            faults += same_form(self.db, draft, place.unit) if "formulier" in raw else ()
            faults += about_proposal(draft, place.versions)
        for fault in faults:
            self.tell(row, fault)
        return draft

    def tell(self, row: Renovatiewoning, fault: Fault) -> None:
        """Keep something that is wrong with a home, or that should be looked at."""
        kept = self._warnings if fault.warning else self._faults
        kept.setdefault(fault.text, []).append(row.naam or str(row.nummer))

    def write(self, row: Renovatiewoning, draft: Draft) -> None:
        """Put what was reviewed into the store: the fields of the home and its earlier answers."""
        for item in self.spec.fields.values():
            if item.key != "nummer" and getattr(row, item.column) != draft[item.key]:
                setattr(row, item.column, draft[item.key])
        there = {line.id: line for line in self._lines.get(row.id, ())}
        _write_lines(self.db, row, draft.lines("eerder"), there)

    def refuse(self) -> None:
        """Raise Refused where anything is wrong with a home: each reason once, with the homes that it is about."""
        records.refuse(self.spec, [Fault(text) for text in _told(self._faults)])

    def warnings(self) -> tuple[str, ...]:
        """What to look at again, said in the same way."""
        return tuple(_told(self._warnings))


def _rows(db: ReadSession, spec: RecordSpec, numbers: Sequence[int]) -> list[Renovatiewoning]:
    found = {row.nummer: row for row in db.alive(spec, Renovatiewoning.nummer.in_(numbers))}
    for number in numbers:
        if number not in found:
            raise records.missing(spec, number)
    return [found[number] for number in numbers]


def _lines(db: ReadSession, homes: Sequence[str]) -> dict[str, list[EerderAntwoord]]:
    query = select(EerderAntwoord).where(
        EerderAntwoord.ouder_id.in_(homes), EerderAntwoord.verwijderd.is_(None)
    )
    found: dict[str, list[EerderAntwoord]] = {}
    for line in db.scalars(query.order_by(EerderAntwoord.volgorde, EerderAntwoord.id)):
        found.setdefault(line.ouder_id, []).append(line)
    return found


def _draft(spec: RecordSpec, row: Any) -> Draft:
    return Draft(spec, {item.key: getattr(row, item.column) for item in spec.fields.values()}, {}, row.id)


def _write_lines(
    db: ReadSession, row: Renovatiewoning, drafts: Sequence[Draft], there: dict[str, EerderAntwoord]
) -> None:
    for place, draft in enumerate(drafts):
        line = there.pop(draft.id or "", None)
        if line is None:
            db.add(EerderAntwoord(ouder_id=row.id, volgorde=place, **draft.values))
            continue
        for key, value in {**draft.values, "volgorde": place}.items():
            if getattr(line, key) != value:
                setattr(line, key, value)
    for line in there.values():
        assert isinstance(db, StepSession)
        db.discard(line)


def _told(reasons: Mapping[str, Sequence[str]]) -> list[str]:
    return [_("{homes}: {reason}").format(homes=named(names), reason=text) for text, names in reasons.items()]


def named(names: Sequence[str], most: int = NAMED) -> str:
    """Some homes by name; of more than `most` the first ones and how many more."""
    told, more = ", ".join(names[:most]), len(names) - most
    if more <= 0:
        return told
    text = ngettext("{names} en nog {count}", "{names} en nog {count}", more)
    return text.format(names=told, count=written(more))


# -- answers -------------------------------------------------------------------------------------------------------


def answer(
    ctx: Context,
    homes: Sequence[int],
    instemming: str,
    *,
    op: date | None = None,
    vorm: str | None = None,
    formulier: str | None = None,
    door: str | None = None,
    origin: object | None = None,
) -> Done:
    """Write what the tenants of these homes (by number) answered, on the day `op` (today for an answer).

    Who already said so is left as it was, day and form too. For one home alone, whatever else is given is changed then.
    Of many homes those that are empty stay empty, unless all of them are: nobody lives there who could have answered.
    Raises Refused with a sentence that names each home, and UserError for a home that is not there.
    """
    _known(instemming, INSTEMMING)
    alone = len(set(homes)) == 1
    if formulier and not alone:
        text = _("Een formulier hoort bij één woning. Kies één woning, of laat het nummer weg.")
        raise UserError(text)
    given = {"instemming_op": op, "vorm": vorm, "formulier": formulier, "opgehaald_door": door}
    raw = {key: _simple(value) for key, value in given.items() if value is not None}
    with ctx.store.step(_("Antwoorden vastleggen"), origin=origin) as db:
        found = Homes(db, homes)
        rows = found.rows if instemming == EMPTY else _let(found)
        done = [row for row in rows if answered(found, row, instemming, raw, alone=alone)]
        db.flush()
        count_answers(db, found, done)
        found.refuse()
    return Done(tuple(row.nummer for row in done), found.warnings())


def _let(found: Homes) -> Sequence[Renovatiewoning]:
    """The homes that have a tenant, where some have; the others are named."""
    rows = [row for row in found.rows if row.instemming != EMPTY]
    if not rows:
        return found.rows
    for row in found.rows:
        if row.instemming == EMPTY:
            found.tell(row, Fault(_("Deze woning is leeg en bleef leeg."), warning=True))
    return rows


def answered(
    found: Homes, row: Renovatiewoning, instemming: str, raw: Mapping[str, Any], *, alone: bool
) -> bool:
    """Write the answer of one home; whether that changed anything."""
    fresh = row.instemming != instemming
    if not fresh and not (alone and raw):
        return False
    given = {**raw, **({"instemming": instemming} if fresh else {})}
    if fresh and instemming == EMPTY:
        given |= dict.fromkeys(OF_TENANT) | {"bezwaar_toestemming": False}
    before = found.before(row)
    draft = found.review(row, given)
    if draft.values == before.values and draft.parts == before.parts:
        return False
    if fresh and instemming == EMPTY and any(before[key] for key in OF_TENANT):
        found.tell(row, Fault(_("Wat u van de huurder wist, is weggehaald."), warning=True))
    found.write(row, draft)
    return True


def count_answers(db: ReadSession, found: Homes, done: Sequence[Renovatiewoning]) -> None:
    """A building has no more answers than homes; looked at once, when all answers are there."""
    said = {row.eenheid_id: row for row in done if row.instemming in ANSWERED}
    for row in said.values():
        for fault in too_many(db, found.place(row).unit):
            found.tell(row, fault)


def _known(value: str, choices: Choices) -> None:
    """Raise UserError for what is not among the choices."""
    keys = choices.keys()
    if value not in set(keys):
        hint = _("Kies uit: {keys}.")
        raise UserError(_("‘{value}’ kan hier niet."), hint, value=value[:40], keys=", ".join(keys))


def _simple(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


# -- the peiling, contacts, worries and notices ------------------------------------------------------------------------


def sound(
    ctx: Context,
    homes: Sequence[int],
    peiling: str | None,
    op: date | None = None,
    *,
    origin: object | None = None,
) -> Done:
    """Write what we ourselves heard (None: nothing any more); it never counts. Raises as `answer`."""
    if peiling is not None:
        _known(peiling, PEILING)
    raw: dict[str, Any] = {"peiling": peiling}
    if peiling is not None:
        raw["peiling_op"] = _simple(op or clock.today())
    return _changed(ctx, _("Peiling vastleggen"), homes, raw, lambda row: row.peiling != peiling, origin)


def notice(ctx: Context, homes: Sequence[int], op: date | None, *, origin: object | None = None) -> Done:
    """Write the day of the landlord's written notice to these tenants alone (None: that of the building holds)."""
    raw = {"aangezegd_op": _simple(op)}
    label = _("Dag van de brief vastleggen")
    return _changed(ctx, label, homes, raw, lambda row: row.aangezegd_op != op, origin)


def _changed(
    ctx: Context,
    label: str,
    homes: Sequence[int],
    raw: Mapping[str, Any],
    differs: Any,
    origin: object | None,
) -> Done:
    with ctx.store.step(label, origin=origin) as db:
        found = Homes(db, homes)
        done = [row for row in found.rows if differs(row)]
        for row in done:
            found.write(row, found.review(row, raw))
        found.refuse()
    return Done(tuple(row.nummer for row in done), found.warnings())


def contact(
    ctx: Context,
    homes: Sequence[int],
    *,
    datum: date | None = None,
    wijze: str = "deur",
    uitkomst: str = "gesproken",
    door: str | None = None,
    terug_op: date | None = None,
    origin: object | None = None,
) -> Done:
    """Write that we were in touch with these homes; raises as `answer`."""
    given = {
        "datum": datum or clock.today(),
        "wijze": wijze,
        "uitkomst": uitkomst,
        "door": door,
        "terug_op": terug_op,
    }
    with ctx.store.step(_("Contact vastleggen"), origin=origin) as db:
        found = Homes(db, homes)
        part = found.spec.part["contacten"].spec
        draft, faults = read(part, {key: _simple(value) for key, value in given.items()}, Resolver(db))
        if not faults:
            faults += [
                *not_in_future(draft, "datum"),
                *too_early("terug_op", draft["datum"], draft["terug_op"]),
            ]
        records.refuse(part, faults)
        places = _next_places(db, part, [row.id for row in found.rows])
        for row in found.rows:
            if found.place(row).project.afgesloten_op is not None:
                found.tell(row, Fault(_("Dit project is afgesloten. Open het eerst weer.")))
            db.add(part.cls(ouder_id=row.id, volgorde=places.get(row.id, -1) + 1, **draft.values))
        found.refuse()
    return Done(tuple(row.nummer for row in found.rows))


def _next_places(db: ReadSession, part: RecordSpec, homes: Sequence[str]) -> dict[str, int]:
    table = part.table
    query = select(table.c.ouder_id, func.max(table.c.volgorde)).where(table.c.ouder_id.in_(homes))
    return {row[0]: row[1] for row in db.execute(query.group_by(table.c.ouder_id))}


def worry(ctx: Context, eenheid: int, onderwerp: str, by: int = 1, *, origin: object | None = None) -> Done:
    """Count once more (or with a negative `by` less often) that a tenant of this building worries about something.

    Never below 0. Raises UserError when the building is not there, Refused for a subject that is not in the list.
    """
    _known(onderwerp, ZORGEN)
    spec = ctx.spec(UNIT)
    with ctx.store.step(_("Zorg tellen"), origin=origin) as db:
        row: Any = records.find(db, spec, eenheid)
        part = spec.part["zorgen"].spec
        lines = db.lines(part, row.id)
        line = next((each for each in lines if each.onderwerp == onderwerp), None)
        now = 0 if line is None else line.aantal
        count = max(0, now + by)
        if count == now:
            return Done()
        if line is None:
            place = max((each.volgorde for each in lines), default=-1) + 1
            db.add(part.cls(ouder_id=row.id, volgorde=place, onderwerp=onderwerp, aantal=count))
        else:
            line.aantal = count
    text = ngettext("{subject}: {count} keer genoemd.", "{subject}: {count} keer genoemd.", count)
    return Done((eenheid,), said=text.format(subject=ZORGEN.label(onderwerp), count=count))
