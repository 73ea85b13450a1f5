"""Random users at work: whatever they do, undo to the start gives the start and redo gives the end, and search and
journal agree with the tables at every point.

A user is one example of a state machine: rules choose what is done, a number chosen with each says how. After every
burst what was touched is compared with journal and search, and everything is looked over now and then.
"""

from __future__ import annotations

import os
import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from sqlalchemy import select

from huurdersapp.base import ids, jobs
from huurdersapp.base.errors import UserError
from huurdersapp.base.events import Bus, Changes
from huurdersapp.records.base import UNDONE, Row
from huurdersapp.store import bulk, check, check_journal, check_search, concepts, undo
from huurdersapp.store.concepts import Concept
from huurdersapp.store.step import StepSession
from huurdersapp.store.store import Store
from tests.figures import Figures, figures
from tests.store import proef
from tests.store.proef import Proef, ProefAntwoord, ProefBij, ProefVraag

__all__ = ["figures"]
WORDS = ("lekkage", "Café", "’s Gravenweg", "IJsbaan", "schimmel", "Zwaantje", "12 m²", "ß", "x" * 300)
SOAK = bool(os.environ.get("HUURDERSAPP_SOAK"))
SEED = random.randrange(2**32) if SOAK else 20190305
SERIES = 5
BURST = 5
"""Steps that one rule does."""
_NUMBER = st.integers(0, 2**32)
Book = dict[str, dict[str, tuple[Any, ...]]]


def book(store: Store) -> Book:
    """All records and lines that are there, in the bin or not, but not those whose making was undone."""
    with store.reading() as db:
        return {
            key: {
                row.id: tuple(row)
                for row in db.connection().execute(select(spec.table)).all()
                if row.verwijderd != UNDONE
            }
            for key, spec in store.catalogue.tree.items()
        }


class Users(RuleBasedStateMachine):
    """One user with an administration of his own."""

    prepared: ClassVar[Path]
    counts: ClassVar[Counter[str]]
    look: ClassVar[Callable[[Users], None]]
    steps: ClassVar[int]

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp(dir=self.prepared.parent))
        self.folder = proef.copied(self.prepared, self.home / "administratie")
        self.touched: set[tuple[str, str]] = set()
        self.store: Store | None = None
        self.since_whole = self.done = 0

    # -- the administration ---------------------------------------------------------------------------------------

    @initialize(number=_NUMBER)
    def open(self, number: int) -> None:
        """Open it; some records lie in it that no undo goes past."""
        self._open()
        assert self.store is not None
        self.start = book(self.store)
        self.dice = random.Random(number)

    def _open(self) -> None:
        bus = Bus()
        bus.listen(self._hear)
        self._held = proef.opened(self.folder, bus=bus)
        self.store = self._held.__enter__()

    def _hear(self, changes: Changes) -> None:
        self.touched |= set(changes.touched)

    def _close(self) -> None:
        if self.store is not None:
            self._held.__exit__(None, None, None)
            self.store = None

    # -- what people do -------------------------------------------------------------------------------------------

    def _burst(self, number: int, do: Callable[[], object]) -> None:
        self.dice = random.Random(number)
        for _ in range(BURST):
            with suppress(UserError):
                do()
            self._did_one()

    @rule(number=_NUMBER)
    def make(self, number: int) -> None:
        """New records, some with lines and links."""
        self._burst(number, lambda: self._step(self._add))

    @rule(number=_NUMBER)
    def edit(self, number: int) -> None:
        """Change fields of some records and lines together."""
        self._burst(number, lambda: self._step(self._edit))

    @rule(number=_NUMBER)
    def throw(self, number: int) -> None:
        """Throw away records and lines, or take them out of the bin."""
        self._burst(number, lambda: self._step(self._throw))

    @rule(number=_NUMBER)
    def mixed(self, number: int) -> None:
        """Everything of this in one step."""
        self._burst(number, lambda: self._step(self._add, self._edit, self._throw))

    @rule(number=_NUMBER)
    def back_and_forth(self, number: int) -> None:
        """Undo and redo, also a step that is not the last."""
        self._burst(number, self._turn)

    @rule(number=_NUMBER)
    def load(self, number: int) -> None:
        """A load of many at once, perhaps undone at once."""
        self.dice = random.Random(number)
        rows = [
            {"titel": f"{self._word()} {at}", "aantal": at, "verhaal": self._word()}
            for at in range(self.dice.randrange(1, 40))
        ]
        jobs.run(bulk.load(self._store, "Laden", bulk.drafts_of(proef.SPEC, rows)))
        if self.dice.random() < 0.4:
            undo.undo(self._store)
        self._did_one()

    @rule(number=_NUMBER)
    def aside(self, number: int) -> None:
        """What stands beside the journal: a form that is not saved, another name, a step that breaks off, closing."""
        self.dice = random.Random(number)
        choice = self.dice.randrange(4)
        if choice == 0:
            concepts.keep(self._store, Concept(soort="proef", gegevens={"titel": self._word()}))
        elif choice == 1:
            self._store.author = self.dice.choice(("Fatima", "Jo", ""))
        elif choice == 2:
            with suppress(ZeroDivisionError):
                proef.fail(self._store)
        else:
            self._close()
            self._open()
        self._did_one()

    def _did_one(self) -> None:
        self.done += 1
        self.counts["stappen"] += 1
        type(self).look(self)

    @property
    def _store(self) -> Store:
        assert self.store is not None
        return self.store

    def _word(self) -> str:
        return self.dice.choice(WORDS)

    def _step(self, *parts: Callable[[StepSession], None]) -> None:
        with self._store.step(f"Stap {self.dice.randrange(100)}") as db:
            for part in parts:
                part(db)
            if self.dice.random() < 0.03:
                raise UserError("Toch niet")

    def _add(self, db: StepSession) -> None:
        for _ in range(self.dice.randrange(1, 3)):
            row = Proef(id=ids.new_id(), titel=self._word())
            self._fill(row)
            db.add(row)
            if self.dice.random() < 0.5:
                line = ProefVraag(id=ids.new_id(), ouder_id=row.id, volgorde=0, tekst=self._word())
                db.add(line)
                db.add(ProefAntwoord(ouder_id=line.id, volgorde=0, tekst=self._word()))
            if (other := self._some(db, Proef)) is not None:
                db.add(ProefBij(ouder_id=row.id, volgorde=0, ander_id=other.id))

    def _fill(self, row: Proef) -> None:
        dice = self.dice
        fields: dict[str, Callable[[], Any]] = {
            "titel": self._word,
            "soort": lambda: dice.choice(("vraag", "klacht")),
            "aantal": lambda: dice.choice((None, 0, dice.randrange(10**6))),
            "bedrag": lambda: dice.choice((None, -5, 125_000)),
            "maat": lambda: dice.choice((None, Decimal("0.10"), Decimal(dice.randrange(1000)) / 8)),
            "dag": lambda: dice.choice((None, date(2019, 2, 28), date(2020, 2, 29))),
            "moment": lambda: dice.choice((None, datetime(2019, 3, 31, 1, 59, 59, 123000, tzinfo=UTC))),
            "klaar": lambda: dice.random() < 0.5,
            "melder": lambda: dice.choice((None, "", self._word())),
            "verhaal": lambda: dice.choice((None, f"{self._word()}\n\n{self._word()}")),
        }
        for name in dice.sample(sorted(fields), dice.randrange(1, 4)):
            setattr(row, name, fields[name]())

    def _edit(self, db: StepSession) -> None:
        for _ in range(self.dice.randrange(1, 4)):
            row = self._some(db, Proef)
            if isinstance(row, Proef):
                self._fill(row)
                row.verwant_id = self.dice.choice((None, row.verwant_id, row.id))
        if isinstance(line := self._some(db, ProefVraag), ProefVraag):
            line.tekst, line.volgorde = self._word(), self.dice.randrange(5)

    def _throw(self, db: StepSession) -> None:
        for kind in self.dice.sample((Proef, ProefVraag, ProefAntwoord, ProefBij), 2):
            row = self._some(db, kind, alive=self.dice.random() < 0.8)
            if row is None:
                continue
            if row.verwijderd is None:
                db.discard(row)
            elif row.verwijderd != UNDONE:
                row.verwijderd = None

    def _some(self, db: StepSession, kind: type[Row], *, alive: bool = True) -> Row | None:
        there = kind.verwijderd.is_(None) if alive else kind.verwijderd.is_not(None)
        found = list(db.scalars(select(kind.id).where(there).order_by(kind.id)))
        return db.get(kind, self.dice.choice(found)) if found else None

    def _turn(self) -> None:
        choice = self.dice.random()
        if choice < 0.5:
            undo.undo(self._store)
        elif choice < 0.8:
            undo.redo(self._store)
        elif standing := undo.undoable(self._store, 8):
            undo.undo(self._store, self.dice.choice(standing))

    # -- what must hold -------------------------------------------------------------------------------------------

    def look_at_touched(self) -> None:
        """What the last step touched, in the tables, the journal and the search, and now and then all there is."""
        touched, self.touched = self.touched, set()
        self.since_whole += 1
        if self.since_whole >= 40 or concepts.ENTITY in {kind for kind, _key in touched}:
            self.since_whole = 0
            assert jobs.run(check.check(self._store)) == []
        with self._store.reading() as db:
            driver: Any = db.connection().connection.dbapi_connection
            for kind, keys in _by_kind(touched).items():
                if kind not in db.catalogue.tree:
                    continue
                spec = db.catalogue.tree[kind]
                found = db.connection().execute(select(spec.table).where(spec.table.c.id.in_(keys))).all()
                for row in found:
                    order = _order(driver, kind, row.id)
                    wrong = list(check_journal.differences(db, driver, spec, [row], order))
                    assert wrong == [], f"{kind} {row.id} differs from its journal"
                if spec.key in db.catalogue.specs:
                    alive = [dict(row._mapping) for row in found if row.verwijderd is None]
                    assert _said(driver, kind, keys) == check_search.texts_of(db, spec, alive)
        self.counts["vergeleken"] += len(touched)

    def teardown(self) -> None:
        """Undo to the start, and redo to the end; who did little so far first works on."""
        try:
            if self.store is not None:
                more = (
                    self.make,
                    self.edit,
                    self.edit,
                    self.throw,
                    self.mixed,
                    self.back_and_forth,
                    self.load,
                    self.aside,
                )
                while self.done < self.steps:
                    self.dice.choice(more)(number=self.dice.randrange(2**32))
                self._to_the_start_and_back()
        finally:
            self._close()
            shutil.rmtree(self.home)

    def _to_the_start_and_back(self) -> None:
        store = self._store
        proef.add(store, titel="Het einde")  # what was undone before it stays undone
        end, steps = book(store), 0
        while undo.undoable(store, 1):
            undo.undo(store)
            steps += 1
        assert book(store) == self.start
        for _ in range(steps):
            undo.redo(store)
        assert book(store) == end
        assert jobs.run(check.check(store)) == []
        self.counts["gebruikers"] += 1
        self.counts["teruggedraaid"] += steps


def _by_kind(touched: set[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for kind, key in sorted(touched):
        found.setdefault(kind, []).append(key)
    return found


def _order(driver: Any, kind: str, key: str) -> dict[tuple[str, int], int]:
    rows = driver.execute(
        "SELECT s.device, s.seq, s.hlc FROM journal_step s JOIN journal_change c "
        "ON c.device = s.device AND c.seq = s.seq WHERE c.entity = ? AND c.row = ?",
        (kind, key),
    )
    return {(device, seq): hlc for device, seq, hlc in rows}


def _said(driver: Any, kind: str, keys: list[str]) -> dict[str, str]:
    marks = ",".join("?" * len(keys))
    query = f"SELECT row, folded FROM search_doc WHERE entity = ? AND row IN ({marks})"
    return dict(driver.execute(query, (kind, *keys)).fetchall())


def work(
    prepared: Path,
    users: int,
    steps: int,
    look: Callable[[Users], None],
    *,
    series: int = 0,
    shrink: bool = True,
) -> Counter[str]:
    """Let so many users do at least so many steps each; raises what the machine finds, made small with `shrink`. Each
    `series` of users does something else."""
    counts: Counter[str] = Counter()
    machine = type(
        "Machine", (Users,), {"prepared": prepared, "counts": counts, "look": look, "steps": steps}
    )
    run_state_machine_as_test(
        seed(SEED + series)(machine),
        settings=settings(
            max_examples=users,
            stateful_step_count=max(steps // BURST // 10, 6),
            suppress_health_check=list(HealthCheck),
            deadline=None,
            phases=tuple(Phase) if shrink else (Phase.generate,),
        ),
    )
    return counts


def test_whatever_people_do_can_be_turned_back_and_done_again(prepared: Path, figures: Figures) -> None:
    _tell(figures, work(prepared, 10, 30, Users.look_at_touched), "10 gebruikers, 30 stappen")


@pytest.mark.soak
@pytest.mark.parametrize("series", range(SERIES))
def test_ten_people_work_for_long(prepared: Path, figures: Figures, series: int) -> None:
    """In series, so that they work beside each other."""
    found = work(prepared, 10 // SERIES, 2_000, Users.look_at_touched, series=1 + series)
    _tell(figures, found, "10 gebruikers, 2.000 stappen")


def _tell(figures: Figures, counts: Counter[str], goal: str) -> None:
    names = ("gebruikers", "stappen", "teruggedraaid", "vergeleken")
    figures.tell(
        "willekeurige gebruikers", seed=SEED, goal=f"{goal}, 0 verschillen", found={
            **{name: counts[name] for name in names}, "verschillen": 0
        },
    )  # fmt: skip


@pytest.fixture
def blind(monkeypatch: pytest.MonkeyPatch) -> None:
    """A step that forgets one field of what it writes to the journal."""
    from huurdersapp.store import journal

    real = journal.StepWriter.add

    def forgetful(self: journal.StepWriter, changes: Any) -> None:
        real(self, [change for change in changes if change.field != "aantal" or change.old is None])

    monkeypatch.setattr(journal.StepWriter, "add", forgetful)


@pytest.mark.usefixtures("blind")
def test_the_users_notice_a_journal_that_forgets(prepared: Path) -> None:
    with pytest.raises((AssertionError, UserError)):
        work(prepared, 3, 60, Users.look_at_touched, shrink=False)
