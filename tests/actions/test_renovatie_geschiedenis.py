"""Whatever is answered, changed, asked again and undone: the count is what the journal says, on every day.

The journal is replayed here by itself, without the tables, and a home is a row of days that each have an answer.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from huurdersapp.actions import history, records
from huurdersapp.actions.context import Context
from huurdersapp.actions.renovatie_antwoord import answer
from huurdersapp.actions.renovatie_stand import telling
from huurdersapp.actions.renovatie_voorstel import propose
from huurdersapp.base.errors import UserError
from huurdersapp.records.draagvlak import Telling
from tests.actions.conftest import TODAY, steps
from tests.actions.renovatie import PROPOSED, homes, numbers_are_lists, project, unit

COUNT = 5
DAYS = [PROPOSED + timedelta(days=at) for at in range(-1, (TODAY - PROPOSED).days + 1)]
SAID = ("ja", "nee", "geen_reactie", "niet_benaderd", "leeg")
NOT_ASKED = "niet_benaderd"
_days = st.sampled_from(DAYS[::9])
_some = st.lists(st.integers(0, COUNT - 1), min_size=1, max_size=COUNT, unique=True)
_event: st.SearchStrategy[Any] = st.one_of(
    st.tuples(st.just("antwoord"), _some, st.sampled_from(SAID), st.none() | _days),
    st.tuples(st.just("formulier"), _some, st.sampled_from(SAID), st.none() | _days),
    st.tuples(st.just("datum"), _some, st.none(), _days),
    st.tuples(st.just("voorstel"), _some, st.sampled_from(("alle", "sommige", "geen")), _days),
    st.tuples(st.sampled_from(("ongedaan", "opnieuw")), st.just([]), st.none(), st.none()),
)
Event = tuple[str, list[int], Any, Any]


@dataclass
class Home:
    """A home day by day, as it follows from one change after another."""

    said: str = NOT_ASKED
    since: date | None = None
    version: int | None = None
    past: dict[date, str] = field(default_factory=dict)

    def on(self, day: date) -> str:
        """What held on that day."""
        holds = self.since is None or self.since <= day
        if holds and (self.since is not None or self.said != NOT_ASKED):
            return self.said
        return self.past.get(day, NOT_ASKED)

    def answers(self, said: str, since: date | None, version: int | None) -> None:
        """Something else is said: from its day on, or (without a day) as if it always was."""
        again = said == self.said and (version or 0) > (self.version or version or 0)
        if since is not None and (said != self.said or again):
            self.stays_until(since, but="")
        self.said, self.since, self.version = said, since, version

    def is_asked_again(self, since: date) -> None:
        """What was answered holds until that day; that a home was empty has no end by that."""
        if self.said != "leeg":
            self.stays_until(since, but="leeg")
            self.said, self.since, self.version = NOT_ASKED, None, None

    def stays_until(self, until: date, but: str) -> None:
        kept = {day: said for day, said in self.past.items() if day < until or said == but}
        if self.said != NOT_ASKED:
            kept |= {day: self.said for day in DAYS if (self.since or DAYS[0]) <= day < until}
        self.past = kept


# -- the journal -----------------------------------------------------------------------------------------------------


@dataclass
class Journal:
    """What the journal says of some homes: their rows as they are, and each home day by day."""

    rows: dict[str, dict[str, Any]] = field(default_factory=dict)
    homes: dict[str, Home] = field(default_factory=dict)

    def live(self) -> list[dict[str, Any]]:
        return [row for row in self.rows.values() if row.get("verwijderd") is None]


def replayed(ctx: Context, first: int) -> Journal:
    """Every change of homes since a step, one after another; and day by day the steps that still stand."""
    with ctx.store.reading() as db:
        connection = db.connection()
        rows = connection.execute(
            text("SELECT seq, kind, target FROM journal_step WHERE seq > :first ORDER BY seq"),
            {"first": first},
        ).all()
        changes = connection.execute(
            text(
                "SELECT seq, entity, row, field, new FROM journal_change WHERE seq > :first ORDER BY seq, n"
            ),
            {"first": first},
        ).all()
    by_step: dict[int, list[Any]] = {}
    for change in changes:
        by_step.setdefault(change.seq, []).append(change)
    found, standing = Journal(), dict[int, None]()
    for step in rows:
        if step.kind == "undo":
            standing.pop(step.target)
        else:
            standing[step.target or step.seq] = None
        for change in by_step.get(step.seq, []):
            if change.entity == "renovatiewoning":
                row = found.rows.setdefault(change.row, {})
                row[change.field] = None if change.new is None else json.loads(change.new)
    state: dict[str, dict[str, Any]] = {}
    for seq in standing:
        _take_step(found, state, by_step.get(seq, []))
    return found


def _take_step(found: Journal, state: dict[str, dict[str, Any]], changes: list[Any]) -> None:
    proposed = [json.loads(c.new) for c in changes if c.entity == "renovatie_voorstel" and c.field == "datum"]
    touched: dict[str, set[str]] = {}
    for change in changes:
        if change.entity == "renovatiewoning":
            state.setdefault(change.row, {})[change.field] = change.new and json.loads(change.new)
            touched.setdefault(change.row, set()).add(change.field)
    for key, fields in touched.items():
        home, row = found.homes.setdefault(key, Home()), state[key]
        if proposed and "vraagt_versie" in fields:
            home.is_asked_again(date.fromisoformat(proposed[0]))
        elif {"instemming", "instemming_op"} & fields:
            since = row.get("instemming_op")
            home.answers(row["instemming"], since and date.fromisoformat(since), row.get("versie"))


def counted(said: list[str]) -> Telling:
    return Telling(**Counter(said), woningen=len(said))


# -- what people do --------------------------------------------------------------------------------------------------


@dataclass
class Trial:
    """A project of its own in an administration that all examples share."""

    ctx: Context
    project: int = 0
    unit: int = 0
    homes: list[int] = field(default_factory=list)
    first: int = 0

    def begin(self) -> None:
        self.project = project(self.ctx)
        self.unit = unit(self.ctx, self.project)
        self.first = steps(self.ctx)
        self.homes = homes(self.ctx, self.unit, COUNT)

    def does(self, event: Event) -> bool:
        """One thing that somebody does, and whether it was written; what is refused leaves nothing behind."""
        before = steps(self.ctx)
        try:
            self._do(*event)
        except UserError:
            assert steps(self.ctx) == before
        return steps(self.ctx) > before

    def _do(self, what: str, some: list[int], said: Any, day: date | None) -> None:
        chosen = [self.homes[at] for at in some]
        spec = self.ctx.spec("renovatiewoning")
        dated = {"instemming_op": day.isoformat()} if day else {}
        ways: dict[str, Callable[[], object]] = {
            "antwoord": lambda: answer(self.ctx, chosen, said, op=day),
            "formulier": lambda: records.change(self.ctx, spec, chosen[0], {"instemming": said, **dated}),
            "datum": lambda: records.change(self.ctx, spec, chosen[0], dated),
            "voorstel": lambda: self._propose(said, chosen, day),
            "ongedaan": self._undo,
            "opnieuw": lambda: history.redo(self.ctx),
        }
        ways[what]()

    def _propose(self, who: str, chosen: list[int], day: date | None) -> None:
        values = {"datum": day and day.isoformat()}
        propose(self.ctx, self.project, values, who, chosen if who == "sommige" else ())

    def _undo(self) -> None:
        """Not further back than where this project began."""
        with self.ctx.store.reading() as db:
            done = db.connection().execute(
                text(
                    "SELECT count(*) FROM journal_step s WHERE kind = 'do' AND seq > :first AND NOT EXISTS "
                    "(SELECT 1 FROM journal_step u WHERE u.target = s.seq AND u.kind = 'undo' AND u.seq = "
                    "(SELECT max(seq) FROM journal_step l WHERE l.target = s.seq))"
                ),
                {"first": self.first + 1},
            )
            some = done.scalar_one()
        if some:
            history.undo(self.ctx)

    def holds(self, days: list[date]) -> None:
        """The count is what the journal says: of the rows now, and of each of these days."""
        journal = replayed(self.ctx, self.first)
        with self.ctx.store.reading() as db:
            now = telling(db, self.unit)
            assert now == counted([row["instemming"] for row in journal.live()])
            for day in days:
                said = [home.on(day) for home in journal.homes.values()]
                assert telling(db, self.unit, day) == counted(said), day


def tried(ctx: Context, events: list[Event]) -> list[bool]:
    """Let all of it happen, counting each time; which of it was written."""
    trial = Trial(ctx)
    trial.begin()
    written = []
    for event in events:
        written.append(trial.does(event))
        trial.holds([TODAY])
    trial.holds(DAYS[::9])
    if events and events[-1][3] is not None:
        numbers_are_lists(ctx, trial.unit, events[-1][3])
    return written


def _on(text: str) -> date:
    return date.fromisoformat(f"2019-{text}")


LIVED: list[Event] = [
    ("antwoord", [0, 1, 2], "ja", _on("04-01")),
    ("antwoord", [3], "nee", _on("04-01")),
    ("antwoord", [4], "leeg", None),
    ("antwoord", [0], "nee", _on("05-01")),
    ("antwoord", [1], "leeg", _on("05-10")),
    ("formulier", [2], "geen_reactie", _on("03-20")),
    ("antwoord", [4], "ja", _on("05-20")),
    ("ongedaan", [], None, None),
    ("opnieuw", [], None, None),
    ("voorstel", [0, 4], "sommige", _on("06-01")),
    ("antwoord", [0], "ja", _on("06-10")),
    ("datum", [0], None, _on("06-05")),
    ("formulier", [1], "niet_benaderd", _on("06-20")),
    ("voorstel", [], "alle", _on("07-01")),
    ("antwoord", [0, 1, 3], "ja", _on("07-10")),
    ("antwoord", [3], "nee", _on("07-05")),
    ("ongedaan", [], None, None),
    ("antwoord", [0], "niet_benaderd", None),
    ("voorstel", [], "geen", _on("08-01")),
    ("datum", [3], None, _on("08-10")),
]
"""What happens in a flat in half a year: each kind of event, with a slip, a change of mind, a tenant who leaves."""


def test_half_a_year_in_a_flat_is_what_the_journal_says(office: Context) -> None:
    assert all(tried(office, LIVED))


_SHARED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@settings(max_examples=2, suppress_health_check=_SHARED)
@given(events=st.lists(_event, min_size=5, max_size=8))
def test_the_count_is_what_the_journal_says(office: Context, events: list[Event]) -> None:
    tried(office, events)


@pytest.mark.soak
@settings(max_examples=150, suppress_health_check=_SHARED)
@given(events=st.lists(_event, min_size=8, max_size=20))
def test_the_count_is_what_the_journal_says_for_long(office: Context, events: list[Event]) -> None:
    tried(office, events)
