"""What the meeting is asked in the trimesterverslag, as far as it follows from the records: each question with its record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import zip_longest
from types import SimpleNamespace
from typing import Any

from huurdersapp.actions.akkoord_voortgang import progress
from huurdersapp.actions.renovatie_regels import of_akkoord, questions
from huurdersapp.actions.standen import Stand, of_goal
from huurdersapp.actions.telling import found, one
from huurdersapp.actions.trimester_regels import promises
from huurdersapp.actions.verslagen.vragen import Voorstel
from huurdersapp.actions.vertrouwelijk import Geheim
from huurdersapp.base import clock
from huurdersapp.base.i18n import in_dutch
from huurdersapp.base.period import Period
from huurdersapp.records import bijstelling
from huurdersapp.records.advies_tables import Advies
from huurdersapp.records.advies_termijn import OF_CASE, feiten
from huurdersapp.records.advies_vervolg import reminder_from
from huurdersapp.records.afwijking import OPEN
from huurdersapp.records.akkoord import Akkoord
from huurdersapp.records.partij import Partij
from huurdersapp.records.verhuurder import Verhuurder
from huurdersapp.reports.language import clause, day_long, enumeration, in_words, sentence, subject
from huurdersapp.reports.prose import plain_line
from huurdersapp.store.step import ReadSession

ASKED = 4
"""So many proposals are printed by themselves: more do not fit on page one, and are not read. A writer may ask more."""
OFF = ("achter", "niet_gehaald", "boven_de_bandbreedte")
"""Stands of a goal that are worth a decision."""
_NOT_YET = ("gesignaleerd", "aan_rg", "aan_bo")


def proposals(
    db: ReadSession, akkoord: Akkoord, span: Period, stands: Mapping[int, Stand], *, outside: bool = False
) -> tuple[Voorstel, ...]:
    """All that could be asked. The first `ASKED` are the ones to print: of each kind the first, then of each the second, and
    so on, in the order of their kinds.

    `stands` are those of all measures at the end of the period, in Dutch. For people `outside` nothing confidential is named.
    """
    made = _Vragen(db, akkoord, span, stands, outside)
    asked = (made.decisions(), made.late(), made.unanswered(), made.renovations(), made.conditions())
    groups = [list(group) for group in asked]
    turns = zip_longest(*([(kind, item) for item in group] for kind, group in enumerate(groups)))
    picked = [pair for turn in turns for pair in turn if pair is not None]
    first = sorted(picked[:ASKED], key=lambda pair: pair[0])
    return tuple(item for _kind, item in (*first, *picked[ASKED:]))


class _Vragen:
    def __init__(
        self, db: ReadSession, akkoord: Akkoord, span: Period, stands: Mapping[int, Stand], outside: bool
    ) -> None:
        self.db, self.akkoord, self.specs, self.stands = db, akkoord, db.catalogue.specs, stands
        self.today = min(clock.today(), span.last)
        self.geheim = Geheim(db)
        self.outside = outside

    def late(self) -> Iterator[Voorstel]:
        """Promises of others that are late."""
        for row in promises(self.db, "te_laat_op", self.today):
            if self._told("actiepunt", row):
                who: Any = self.db.get(Partij, row.partij_id)
                yield Voorstel(
                    f"actiepunt {row.nummer}",
                    f"Wij vragen {who.naam} om na te komen: {_small(clause(row.wat))}",
                    f"De afgesproken dag was {day_long(row.uiterlijk)}.",
                    source=one("actiepunt", row),
                )

    def unanswered(self) -> Iterator[Voorstel]:
        """Reactions on collective knelpunten and on adviezen that should have come."""
        where = (("reactie_te_laat_op", self.today.isoformat()), ("collectief", "ja"))
        for row in self._rows("knelpunt", found(self.db, "knelpunt", where).ids):
            who: Any = self.db.get(Partij, row.partij_id) if row.partij_id else None
            of = f" van {who.naam}" if who is not None else ""
            yield Voorstel(
                f"knelpunt {row.nummer}",
                f"Wij vragen een reactie{of} op het knelpunt ‘{clause(row.titel)}’",
                f"Wij verwachtten die uiterlijk {day_long(row.reactie_verwacht_op)}.",
                source=one("knelpunt", row),
            )
        for row in self.db.alive(self.specs["advies"], Advies.verstuurd_op <= self.today):
            landlord: Any = self.db.get(Verhuurder, row.verhuurder_id) if row.verhuurder_id else None
            since = reminder_from(feiten(self._as_it_was(row), landlord))
            if since is not None and since <= self.today and self._told("advies", row):
                who = landlord.naam if landlord is not None else "de verhuurder"
                yield Voorstel(
                    f"advies {row.nummer}",
                    f"Wij vragen {who} om een schriftelijke reactie op ons advies over {subject(row.onderwerp)}",
                    f"Wij verstuurden het advies op {day_long(row.verstuurd_op)}.",
                    source=one("advies", row),
                )

    def renovations(self) -> Iterator[Voorstel]:
        """What we ask about renovations in which tenants decide."""
        yield from questions(self.db, self.today, of_akkoord(self.db, self.akkoord))

    def _as_it_was(self, row: Any) -> Any:
        """An advies with only those days that had come."""
        known = {key: getattr(row, key) for key in OF_CASE}
        known = {
            key: None if isinstance(value, date) and value > self.today else value
            for key, value in known.items()
        }
        if known["reactie_op"] is None and known["redenen_ontvangen_op"] is None:
            known["reactie"] = None
        return SimpleNamespace(**known)

    def conditions(self) -> Iterator[Voorstel]:
        """Conditions of adviezen of which the day passed and that were not met."""
        part = self.specs["advies"].part["voorwaarden"].spec
        rows = self.db.alive(self.specs["advies"], Advies.verstuurd_op <= self.today)
        for row in sorted(rows, key=lambda each: each.nummer):
            if row.afgesloten_op is not None and row.afgesloten_op <= self.today:
                continue
            if not self._told("advies", row):
                continue
            lines = [line for line in self.db.lines(part, row.id) if self._waits(line)]
            if lines:
                yield self._condition(row, lines)

    def _waits(self, line: Any) -> bool:
        met = line.voldaan_op is not None and line.voldaan_op <= self.today
        return (
            line.termijn is not None
            and line.termijn < self.today
            and not met
            and line.reactie
            in (
                "overgenomen",
                "deels",
            )
        )

    def _condition(self, row: Any, lines: Sequence[Any]) -> Voorstel:
        landlord: Any = self.db.get(Verhuurder, row.verhuurder_id) if row.verhuurder_id else None
        who = landlord.naam if landlord is not None else "de verhuurder"
        about = f"uit ons advies over {subject(row.onderwerp)}"
        first = min(line.termijn for line in lines)
        if len(lines) == 1:
            asked = f"Wij vragen {who} om de voorwaarde {about} na te komen"
            why = f"{sentence(plain_line(lines[0].tekst))} De afgesproken dag was {day_long(first)}."
        else:
            asked = f"Wij vragen {who} om {in_words(len(lines))} voorwaarden {about} na te komen"
            why = f"De eerste afgesproken dag was {day_long(first)}."
        return Voorstel(f"advies {row.nummer}", asked, why, source=one("advies", row))

    # -- goals that are off schedule -------------------------------------------------------------------------------------

    def decisions(self) -> Iterator[Voorstel]:
        """Goals that are not on schedule: which of the ways that the akkoord offers. First those that were signalled, then
        what the measures say."""
        told: set[str] = set()
        handled: set[str] = set()
        where = (("open_op", self.today.isoformat()), ("akkoord", str(self.akkoord.nummer)))
        for row in self._rows("afwijking", found(self.db, "afwijking", where).ids):
            handled.add(row.doel_id)
            if self._status(row) in _NOT_YET:
                told.add(row.doel_id)
                yield self._signalled(row)
        for goal, words in self._off_schedule():
            if goal.id not in handled:
                yield Voorstel(
                    f"doel {goal.nummer}",
                    f"Wij vragen een keuze over doel {goal.code}: {self._ways()}",
                    words,
                    source=one("doel", goal),
                )

    def _status(self, row: Any) -> str:
        part = self.specs["afwijking"].part["stappen"].spec
        steps = [step.stap for step in self.db.lines(part, row.id) if step.datum <= self.today]
        return steps[-1] if steps else OPEN[0]

    def _signalled(self, row: Any) -> Voorstel:
        measure: Any = (
            self.db.get(self.specs["indicator"].cls, row.indicator_id) if row.indicator_id else None
        )
        goal: Any = self.db.get(self.specs["doel"].cls, row.doel_id)
        code = (measure or goal).code
        why = sentence(plain_line(row.waarom))
        if row.gevraagd:
            why += f" Wij stellen voor: {_small(clause(plain_line(row.gevraagd)))}."
        return Voorstel(
            f"afwijking {row.nummer}",
            f"Wij vragen een keuze over {code}: {self._ways()}",
            why,
            source=one("afwijking", row),
        )

    def _ways(self) -> str:
        """The ways on that the akkoord offers, as short as it calls them."""
        ways = [key.replace("_", " ") for key, _text in bijstelling.options(self.db, self.akkoord)]
        if len(ways) == 1:
            return f"{ways[0]}, of iets anders"
        return enumeration(ways, "of") if ways else "doel aanpassen of extra inspanning"

    def _off_schedule(self) -> Iterator[tuple[Any, str]]:
        """Goals of which a main measure is off schedule, the worst first, with the rule that says so."""
        stands = self.stands
        themas = self.db.alive(self.specs["thema"], self.specs["thema"].table.c.akkoord_id == self.akkoord.id)
        doel = self.specs["doel"]
        goals = self.db.alive(doel, doel.table.c.thema_id.in_([row.id for row in themas]))
        table = self.specs["indicator"].table
        by_goal: dict[str, list[tuple[Any, Stand]]] = {}
        for row in self.db.alive(self.specs["indicator"], table.c.doel_id.in_([goal.id for goal in goals])):
            if row.nummer in stands and row.soort != "verwijzing":
                by_goal.setdefault(row.doel_id, []).append((row, stands[row.nummer]))
        off = []
        for goal in goals:
            measures = [(stand, row.hoofd) for row, stand in by_goal.get(goal.id, ()) if not stand.counted]
            if of_goal(measures) in OFF:
                row, worst = min(
                    (pair for pair in by_goal[goal.id] if pair[1].shown in OFF),
                    key=lambda pair: (not pair[0].hoofd, OFF.index(pair[1].shown), pair[0].nummer),
                )
                with in_dutch():
                    words = f"{clause(plain_line(row.tekst))}: {_small(progress(worst).words)}"
                off.append((OFF.index(worst.shown), goal.volgorde or 0, goal.nummer, goal, words))
        for _rank, _place, _number, goal, words in sorted(off, key=lambda item: item[:3]):
            yield goal, words

    # -- what all of them need -------------------------------------------------------------------------------------------

    def _told(self, kind: str, row: Any) -> bool:
        return not (self.outside and self.geheim.has(kind, row))

    def _rows(self, kind: str, keys: Iterable[str]) -> list[Any]:
        rows = (self.db.get(self.specs[kind].cls, key) for key in keys)
        return sorted((row for row in rows if row is not None), key=lambda row: row.nummer)


def _small(text: str) -> str:
    """A sentence as the end of another: no capital at its begin, unless it is an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
