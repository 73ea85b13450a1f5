"""Looking the whole store over for `controle`: file, links, journal, and what tables and search say of each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from huurdersapp.base import clock
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.store import check_contents, check_journal, check_search, damage, preferences
from huurdersapp.store.faults import Faults
from huurdersapp.store.step import ReadSession
from huurdersapp.store.store import Store


@dataclass(frozen=True, slots=True)
class Looked:
    """What was looked at (pages of the file, records with their lines, steps of the journal, attachments), the sentences
    on what is not right, and whether all of that can be made again from the records themselves."""

    pages: int
    records: int
    steps: int
    contents: int
    faults: tuple[str, ...]
    only_search: bool


def check(store: Store) -> Job[list[str]]:
    """Everything that is not right, as plain sentences; an empty list when all is well. Nothing is changed.

    Looks at one moment of the store. When pages of the file itself are damaged only that is told: what stands
    on them cannot be trusted. Raises UserError when the file cannot be read at all.
    """
    return list((yield from looked(store)).faults)


def looked(store: Store) -> Job[Looked]:
    """The same, with what was looked at."""
    faults = Faults()
    with store.reading() as db:
        counts = _counts(db)
        total = _size(db)
        done = 0
        yield Progress(0, total, _("Bestand nakijken"))
        _look_at_file(db, faults)
        _mark(store, faults)
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
    kinds = faults.kinds
    return Looked(*counts, tuple(faults.found()), bool(kinds) and kinds <= check_search.KINDS)


def _counts(db: ReadSession) -> tuple[int, int, int, int]:
    run = db.connection().exec_driver_sql
    records = sum(_count(run(f"SELECT count(*) FROM {key}")) for key in db.catalogue.tree)
    pages, steps, held = (
        _count(run(statement))
        for statement in (
            "PRAGMA page_count",
            "SELECT count(*) FROM journal_step",
            "SELECT count(*) FROM inhoud",
        )
    )
    return pages, records, steps, held


def due(store: Store) -> bool:
    """Whether the file was not looked over today, see `file`, or damage was seen in it; not of one only looked at."""
    if store.read_only:
        return False
    if damage.marked(store.folder) is not None:
        return True
    return bool(preferences.get(store, LOOKED) != clock.today().isoformat())


def file(store: Store, stop: Callable[[], bool] = lambda: False) -> Job[list[str]]:
    """What is wrong with the pages of the file, as plain sentences; an empty list when all is well.

    For the background, once a day: opening reads a handful of pages, this reads every one. Takes about a second per 150 MB.
    `stop` is asked now and then in between (Stopped is raised), as the work has few places to yield. When all is well
    the day is remembered for `due`.
    """
    faults = Faults()
    with store.reading(stop) as db:
        for done, look in enumerate((_look_at_seals, _look_at_pages)):
            yield Progress(done, 2, _("Bestand nakijken"))
            if not faults.found():
                look(db, faults)
    _mark(store, faults)
    if not faults.found():
        preferences.put(store, LOOKED, clock.today().isoformat())
    return faults.found()


LOOKED = "nagekeken"
"""The preference that holds the last day on which the file was looked over and well."""
TEXTS = {
    "chain": lambda: _("Geschiedenis nakijken"),
    "tables": lambda: _("Gegevens nakijken"),
    "documents": lambda: _("Zoeken nakijken"),
    "index": lambda: _("Zoeken nakijken"),
    "named": lambda: _("Bijlagen nakijken"),
    "contents": lambda: _("Bijlagen nakijken"),
}


def _mark(store: Store, faults: Faults) -> None:
    """Damage of the file stays known beside it until it is looked over and well, see `damage`."""
    if store.read_only:
        return
    if found := faults.found():
        damage.mark(store.folder, found)
    else:
        damage.clear(store.folder)


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
    _look_at_seals(db, faults)
    if not faults.found():
        _look_at_pages(db, faults)
        _look_at_links(db, faults)


def _look_at_seals(db: ReadSession, faults: Faults) -> None:
    """Whether every page is as it was written: each has a seal (HMAC) that only this key makes."""
    pages = db.connection().exec_driver_sql("PRAGMA cipher_integrity_check").all()
    if pages:
        faults.add(
            "file",
            ngettext(
                "Een bladzijde van het bestand is beschadigd.",
                "{count} bladzijden van het bestand zijn beschadigd.",
                len(pages),
            ).format(count=len(pages)),
        )


def _look_at_pages(db: ReadSession, faults: Faults) -> None:
    for row in db.connection().exec_driver_sql("PRAGMA quick_check"):
        if row[0] != "ok":
            faults.add("file", _("Het bestand is van binnen niet in orde ({what}).").format(what=row[0]))


def _look_at_links(db: ReadSession, faults: Faults) -> None:
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
