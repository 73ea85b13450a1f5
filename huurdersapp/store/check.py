"""Looking the whole store over for `controle`: file, links, journal, and what tables and search say of each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.store import check_contents, check_journal, check_search
from huurdersapp.store.faults import Faults
from huurdersapp.store.step import ReadSession
from huurdersapp.store.store import Store


def check(store: Store) -> Job[list[str]]:
    """Everything that is not right, as plain sentences; an empty list when all is well. Nothing is changed.

    Looks at one moment of the store. When pages of the file itself are damaged only that is told: what stands
    on them cannot be trusted. Raises UserError when the file cannot be read at all.
    """
    faults = Faults()
    with store.reading() as db:
        total = _size(db)
        done = 0
        yield Progress(0, total, _("Bestand nakijken"))
        _look_at_file(db, faults)
        if not faults.found():
            for part in (
                check_journal.chain,
                check_journal.tables,
                check_search.documents,
                check_search.index,
                check_contents.named,
                check_contents.contents,
            ):
                text = TEXTS[part.__name__]()
                for count in part(db, faults):
                    done += count
                    yield Progress(min(done, total), total, text)
    return faults.found()


TEXTS = {
    "chain": lambda: _("Geschiedenis nakijken"),
    "tables": lambda: _("Gegevens nakijken"),
    "documents": lambda: _("Zoeken nakijken"),
    "index": lambda: _("Zoeken nakijken"),
    "named": lambda: _("Bijlagen nakijken"),
    "contents": lambda: _("Bijlagen nakijken"),
}


def _size(db: ReadSession) -> int:
    """About how much there is to look at: each row of the journal and each record twice, each text to search twice."""
    run = db.connection().exec_driver_sql
    records = sum(_count(run(f"SELECT count(*) FROM {key}")) for key in db.catalogue.tree)
    docs = _count(run("SELECT count(*) FROM search_doc"))
    return (
        _count(run("SELECT count(*) FROM journal_change"))
        + records
        + 2 * docs
        + _count(run("SELECT count(*) FROM inhoud"))
    )


def _count(result: Any) -> int:
    return int(result.scalar_one())


def _look_at_file(db: ReadSession, faults: Faults) -> None:
    run = db.connection().exec_driver_sql
    pages = run("PRAGMA cipher_integrity_check").all()
    if pages:
        faults.add(
            "file",
            ngettext(
                "Een bladzijde van het bestand is beschadigd.",
                "{count} bladzijden van het bestand zijn beschadigd.",
                len(pages),
            ).format(count=len(pages)),
        )
        return
    for row in run("PRAGMA quick_check"):
        if row[0] != "ok":
            faults.add("file", _("Het bestand is van binnen niet in orde ({what}).").format(what=row[0]))
    for table, parent, count in _loose(db):
        spec, to = db.catalogue.tree.get(table), db.catalogue.tree.get(parent)
        faults.add(
            "links",
            _("{kind}: {count} keer een verwijzing naar een {other} die er niet is.").format(
                kind=spec.label if spec else table, count=count, other=to.label if to else parent
            ),
        )


def _loose(db: ReadSession) -> Iterator[tuple[str, str, int]]:
    counts: dict[tuple[str, str], int] = {}
    for row in db.connection().exec_driver_sql("PRAGMA foreign_key_check"):
        counts[row[0], row[2]] = counts.get((row[0], row[2]), 0) + 1
    for (table, parent), count in counts.items():
        yield table, parent, count
