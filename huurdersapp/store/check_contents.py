"""Whether every attachment has its bytes, and the bytes are what their name says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sqlalchemy import or_, select

from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.base import UNDONE
from huurdersapp.records.bijlage import INHOUD
from huurdersapp.store import contents as store_contents
from huurdersapp.store.erase import GONE
from huurdersapp.store.erased import BYTES
from huurdersapp.store.faults import Faults
from huurdersapp.store.journal import ERASED
from huurdersapp.store.step import ReadSession


def named(db: ReadSession, faults: Faults) -> Iterator[int]:
    """Look for lines whose bytes are not there, or are of another size. What was undone or erased may have lost them; of a
    fixed version that was erased the SHA-256 stays."""
    erased = select(ERASED.c.row).where(ERASED.c.entity == INHOUD.name, ERASED.c.field == BYTES)
    for spec in store_contents.lines(db.catalogue):
        table = spec.table
        query = (
            select(table.c.naam, table.c.grootte, INHOUD.c.grootte.label("real"))
            .outerjoin(INHOUD, INHOUD.c.sha256 == table.c.inhoud)
            .where(table.c.verwijderd.is_distinct_from(UNDONE), table.c.inhoud != GONE)
            .where(INHOUD.c.grootte.is_distinct_from(table.c.grootte))
            .where(or_(INHOUD.c.sha256.is_not(None), table.c.inhoud.not_in(erased)))
        )
        for row in db.connection().execute(query):
            text = (
                _("De inhoud van bijlage ‘{name}’ ontbreekt.")
                if row.real is None
                else _("Bijlage ‘{name}’ is niet zo groot als er staat.")
            )
            faults.add("attachment", text.format(name=row.naam))
        yield 0


def contents(db: ReadSession, faults: Faults) -> Iterator[int]:
    """Look whether each content is what its SHA-256 says; what stands in the file is read whole."""
    for digest, size in db.connection().execute(select(INHOUD.c.sha256, INHOUD.c.grootte)).all():
        real, length = hashlib.sha256(), 0
        for piece in store_contents.pieces(db, digest):
            real.update(piece)
            length += len(piece)
            yield 0
        if real.hexdigest() != digest or length != size:
            faults.add(
                "content", _("De inhoud van een bijlage is later veranderd ({sha}).").format(sha=digest[:8])
            )
        yield 1
