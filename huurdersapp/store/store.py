"""The open store: reading at one moment, writing in steps, and what stands around it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine

from huurdersapp.base.events import Bus, Changes
from huurdersapp.store import connection as connections
from huurdersapp.store import journal, laptop, meta
from huurdersapp.store.catalogue import Catalogue
from huurdersapp.store.driver import FILE
from huurdersapp.store.journal import Head, StepHeader, StepWriter
from huurdersapp.store.lock import FolderLock
from huurdersapp.store.looking import Look, Reason
from huurdersapp.store.place import Misplaced
from huurdersapp.store.step import ReadSession, StepSession, update_search

PATIENCE = 5.0
"""Seconds that a step waits for one of another thread, such as a long load."""


class Store:
    """The administration of one data folder, opened by `open_store`.

    `author` is the name on this laptop that stands at each step; `bus` tells what changed; `example` says that
    all of it is invented, so that everything that comes out must be marked. `opened_with` is the kind of slot that gave
    the key: open, wachtwoord, herstelcode or tweede, or sleutel for the key itself. With a `reason` nothing can be changed.
    """

    def __init__(
        self,
        folder: Path,
        engine: Engine,
        key: str,
        lock: FolderLock | Look,
        catalogue: Catalogue,
        bus: Bus,
        author: str,
        opened_with: str = "open",
        reason: Reason | None = None,
    ) -> None:
        self.folder, self.path = folder, folder / FILE
        self.engine, self.key, self.opened_with = engine, key, opened_with
        self.catalogue, self.bus, self.author = catalogue, bus, author
        self._lock, self._reason = lock, reason
        self._writing = threading.RLock()
        self._busy = self._closed = False
        self.renewed: str | None = None
        """Why the store goes on under a new name of this laptop since it was opened (`laptop.strange`)."""
        with self.reading() as db:
            self.example = meta.is_example(db.connection())
            self._ledger = None if reason or self.example else laptop.Ledger(folder)
            self.head = journal.read_head(db.connection())

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Bring everything into the file and give the folder free; closing twice does nothing more.

        Raises UserError when the file turns out to be damaged; the folder is free then too.
        """
        if self._closed:
            return
        self._closed = True
        if self._reason is not None:
            self._lock.release()
            return
        try:
            with connections.people_errors(self.path):
                connections.checkpoint(self.engine)
        finally:
            self.engine.dispose()
            if self._ledger is not None:
                self._ledger.close()
            self._lock.release()

    @property
    def head(self) -> Head:
        """The last step that was written."""
        return self._head

    @head.setter
    def head(self, head: Head) -> None:
        self._head = head
        if self._ledger is not None:
            self._ledger.reached(head)

    @property
    def read_only(self) -> str | None:
        """Why nothing can be changed, in words; None where everything can."""
        return self._reason.text if self._reason else None

    @property
    def why_read_only(self) -> str:
        """The same with how it is mended; "" where everything can be changed."""
        found = (self._reason.text, self._reason.hint) if self._reason else ()
        return " ".join(part for part in found if part)

    @property
    def misplaced(self) -> Misplaced | None:
        """The fault of a folder in which an administration must not stand; nothing can be changed in it then."""
        return self._reason.misplaced if self._reason else None

    def must_write(self) -> None:
        """Raise UserError where nothing can be changed, before anything is begun."""
        if self._reason is not None:
            raise self._reason.refusal()

    @contextmanager
    def reading(self, stop: Callable[[], bool] | None = None) -> Iterator[ReadSession]:
        """A session that sees one moment of the store, however long it lasts; nothing can be changed in it.

        `stop` is asked now and then while SQLite works, on the thread that reads; when it says so (another thread may
        have set it) the work breaks off and Stopped is raised.
        """
        marking = self._reason is None
        with (
            connections.people_errors(self.path, marking=marking),
            ReadSession(self.engine, self.catalogue) as db,
        ):
            if stop is None:
                yield db
            else:
                with connections.stoppable(db.connection(), stop):
                    yield db

    @contextmanager
    def step(self, label: str, *, origin: object | None = None) -> Iterator[StepSession]:
        """A named step: all of it is written with its journal, or nothing is.

        `label` names it in history and undo, without personal data. A step that changes nothing leaves no trace.
        Raises UserError for a full disk, a read-only folder or a damaged file.
        """
        with self.special(StepHeader(self.author, label), origin) as db:
            yield db

    @contextmanager
    def special(self, header: StepHeader, origin: object | None = None) -> Iterator[StepSession]:
        """A step of the store's own making, such as an undo; see `step`."""
        told: Changes | None = None
        with self.transaction() as db:
            yield db
            db.flush()
            changes = db.changes()
            if changes:
                with connections.permit(db.connection()):
                    writer = StepWriter(db.connection(), self.head, header)
                    writer.add(changes)
                    head = writer.close()
                touched = dict.fromkeys((change.entity, change.row) for change in changes)
                roots = update_search(db, touched | db.left(changes), db.made)
                db.seal()
                self.head = head
                told = Changes(header.label, frozenset(touched | roots), origin)
        if told is not None:
            self.bus.publish(told)

    @contextmanager
    def beside(self) -> Iterator[Connection]:
        """A transaction for what stands beside the records and has no journal: concepts, contents, preferences.

        On disk when its block ends. Raises UserError as `transaction`.
        """
        with self.transaction() as db:
            with connections.permit(db.connection()):
                yield db.connection()
            db.seal()

    @contextmanager
    def transaction(self) -> Iterator[StepSession]:
        """The bare writing transaction below steps, loads and erasing; rolled back unless they `seal` it.

        Raises UserError when a step of another thread takes longer than `PATIENCE` seconds, and where the store is open
        for reading only.
        """
        self.must_write()
        if not self._writing.acquire(timeout=PATIENCE):
            raise connections.busy()
        try:
            if self._busy:
                raise RuntimeError("A step inside a step")
            self._busy = True
            try:
                with connections.people_errors(self.path), StepSession(self.engine, self.catalogue) as db:
                    yield db
            finally:
                self._busy = False
        finally:
            self._writing.release()
