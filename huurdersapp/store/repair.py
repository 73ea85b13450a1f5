"""What can be made again from the records themselves: the text that search finds them by, and its index."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select

from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.store import search
from huurdersapp.store.check_search import texts_of
from huurdersapp.store.connection import permit
from huurdersapp.store.step import ReadSession
from huurdersapp.store.store import Store

PIECE = 500


def search_again(store: Store) -> Job[int]:
    """Make all that search knows again, in one transaction; gives of how many records. No record changes.

    Raises UserError for a full disk or a store that is busy; search is then as it was.
    """
    count = 0
    with store.transaction() as db:
        with permit(db.connection()):
            db.connection().exec_driver_sql("DELETE FROM search_doc")
            # First: an index that is wrong cannot be told what to forget.
            search.rebuild(db.connection())
        for made in _documents(db):
            count += made
            yield Progress(count, None, _("Zoeken opnieuw opbouwen"))
        db.seal()
    return count


def _documents(db: ReadSession) -> Iterator[int]:
    connection = db.connection()
    for spec in db.catalogue.specs.values():
        after, table = "", spec.table
        while rows := (
            connection.execute(
                select(table)
                .where(table.c.id > after, table.c.verwijderd.is_(None))
                .order_by(table.c.id)
                .limit(PIECE)
            )
            .mappings()
            .all()
        ):
            after = rows[-1]["id"]
            texts = texts_of(db, spec, [dict(row) for row in rows])
            with permit(connection):
                search.put_many(connection, [(spec.key, key, text) for key, text in texts.items()])
            yield len(rows)
