"""Contents of attachments: bytes kept once, under their own SHA-256, and let go when nothing names them any more.

SQLite only (a blob is written and read in pieces). No journal follows the bytes: the lines that name them have one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from typing import Any, BinaryIO

from sqlalchemy import Connection, delete, exists, func, insert, select, union

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records.base import UNDONE
from huurdersapp.records.bijlage import INHOUD, Bestand
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store import undo
from huurdersapp.store.catalogue import Catalogue
from huurdersapp.store.concepts import CONCEPT
from huurdersapp.store.connection import checkpoint, permit
from huurdersapp.store.journal import CHANGE, from_json
from huurdersapp.store.step import ReadSession
from huurdersapp.store.store import Store

LIMIT = 50 * 1024 * 1024
"""The largest file that is kept, in bytes: a scan of a thick report fits, a film does not."""
PIECE = 1024 * 1024
"""Bytes that are in memory at a time."""
FIELD = "inhoud"


def keep(store: Store, file: BinaryIO) -> Job[tuple[str, int]]:
    """Copy what is in `file` into the store, unless it is there; gives its SHA-256 and its size in bytes.

    Read twice, first for its name. Raises UserError for a file above `LIMIT`, and for one that changes meanwhile.
    Stopped, nothing is kept.
    """
    digest, size = yield from _measured(file)
    with store.beside() as connection:
        if not _known(connection, digest):
            file.seek(0)
            yield from _write(connection, file, digest, size)
    return digest, size


def put(db: ReadSession, data: bytes) -> str:
    """The same for bytes that are there already, within a step: kept with it, or not at all. Gives their SHA-256."""
    digest, connection = hashlib.sha256(data).hexdigest(), db.connection()
    if not _known(connection, digest):
        with permit(connection):
            connection.execute(insert(INHOUD).values(sha256=digest, grootte=len(data), bytes=data))
    return digest


def _measured(file: BinaryIO) -> Job[tuple[str, int]]:
    digest, size = hashlib.sha256(), 0
    while piece := file.read(PIECE):
        yield Progress(0, None, _("Bestand lezen"))
        size += len(piece)
        if size > LIMIT:
            raise UserError(
                _("Dit bestand is te groot: meer dan {limit} MB."),
                _("Maak het kleiner, of bewaar het op een andere plaats en schrijf op waar het staat."),
                limit=LIMIT // 1024 // 1024,
            )
        digest.update(piece)
    return digest.hexdigest(), size


def _known(connection: Connection, digest: str) -> bool:
    return connection.execute(select(exists().where(INHOUD.c.sha256 == digest))).scalar_one()


def _write(connection: Connection, file: BinaryIO, digest: str, size: int) -> Job[None]:
    made = connection.exec_driver_sql("INSERT INTO inhoud VALUES (?, ?, zeroblob(?))", (digest, size, size))
    again, left = hashlib.sha256(), size
    with _blob(connection, made.lastrowid, readonly=False) as blob:
        while left and (piece := file.read(min(PIECE, left))):
            yield Progress(size - left, size, _("Bestand opslaan"))
            again.update(piece)
            blob.write(piece)
            left -= len(piece)
    if again.hexdigest() != digest:
        raise UserError(
            _("Het bestand veranderde terwijl het werd gelezen. Er is niets opgeslagen."),
            _("Sluit het in het andere programma en probeer het opnieuw."),
        )


def _blob(connection: Connection, rowid: int, *, readonly: bool) -> Any:
    driver: Any = connection.connection.dbapi_connection
    return driver.open_blob("inhoud", "bytes", rowid, readonly=readonly)


def pieces(db: ReadSession, digest: str) -> Iterator[bytes]:
    """The bytes of this SHA-256, some at a time; raises UserError when they are not in the store."""
    connection = db.connection()
    rowid = connection.exec_driver_sql("SELECT rowid FROM inhoud WHERE sha256 = ?", (digest,)).scalar()
    if rowid is None and _was_erased(connection, digest):
        raise UserError(_("De inhoud van deze bijlage is gewist, en komt niet terug."))
    if rowid is None:
        raise UserError(
            _("De inhoud van deze bijlage staat niet in de administratie."),
            _("Voeg het bestand opnieuw toe, of zet een reservekopie terug."),
        )
    with _blob(connection, int(rowid), readonly=True) as blob:
        while piece := blob.read(PIECE):
            yield piece


def _was_erased(connection: Connection, digest: str) -> bool:
    query = "SELECT 1 FROM journal_erased WHERE entity = 'inhoud' AND field = 'bytes' AND row = ?"
    return connection.exec_driver_sql(query, (digest,)).first() is not None


def lines(catalogue: Catalogue) -> Iterator[RecordSpec]:
    """The kinds of line that name contents."""
    return (spec for spec in catalogue.tree.values() if issubclass(spec.cls, Bestand))


def needed(db: ReadSession, device: str) -> set[str]:
    """What may still be asked for: by a line (in the waste bin too), by a step that can be undone or redone, by a concept.

    A line whose making was undone needs its content only as long as that can be redone.
    """
    found: set[str] = set()
    run = db.connection()
    redo = [step.seq for step in undo.redoable_in(run, device, -1)]
    for spec in lines(db.catalogue):
        table = spec.table
        found |= set(
            run.execute(select(table.c.inhoud).where(table.c.verwijderd.is_distinct_from(UNDONE))).scalars()
        )
        written = select(CHANGE.c.old, CHANGE.c.new).where(
            CHANGE.c.entity == spec.key, CHANGE.c.field == FIELD
        )
        # A step that replaced one content by another; the first one of a line is known by the line itself.
        replaced = written.where(CHANGE.c.old.is_not(None), CHANGE.c.seq > undo.floor(run, device))
        redone = written.where(CHANGE.c.device == device, CHANGE.c.seq.in_(redo))
        for row in run.execute(union(replaced, redone)):
            found |= {from_json(text, str) for text in row if text is not None}
    named = select(INHOUD.c.sha256).where(exists().where(func.instr(CONCEPT.c.gegevens, INHOUD.c.sha256) > 0))
    return found | set(run.execute(named).scalars())


def unused(db: ReadSession, device: str, among: Collection[str] | None = None) -> set[str]:
    """The contents that nothing needs any more: all of them, or those `among` these."""
    known = set(db.connection().execute(select(INHOUD.c.sha256)).scalars())
    return (known if among is None else known & set(among)) - needed(db, device)


def let_go(db: ReadSession, digests: Collection[str]) -> None:
    """Take contents out of the file, within a writing transaction; their pages are overwritten (`secure_delete`)."""
    for digest in digests:
        db.connection().execute(delete(INHOUD).where(INHOUD.c.sha256 == digest))


def tidy(store: Store) -> int:
    """Let go of all contents that nothing needs, and tell how many.

    Only while no form is open: a file that was just chosen in one is named by nothing yet.
    """
    with store.transaction() as db:
        gone = unused(db, store.head.device)
        with permit(db.connection()):
            let_go(db, gone)
        db.seal()
    if gone:
        checkpoint(store.engine)  # the log still has the bytes
    return len(gone)
