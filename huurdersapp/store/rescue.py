"""Saving what can still be read of a damaged store into a new one; the damaged file itself is only read.

Needs nothing but the file (with the log beside it) and its key. A row comes back when every page that it stands on is as
it was written (its seal fits); such a row is exactly what it was. Of a row that is lost the journal may still tell all:
it is made again from there only where the whole journal is there, because a change that is missing would give it an
older value. Nothing else is filled in. The new store has the same key and slots, a new laptop name, and one step that
says where tables and journal part.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from huurdersapp.base import files
from huurdersapp.base.errors import UserError
from huurdersapp.base.files import not_writable
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.base.settings import FILE as SETTINGS
from huurdersapp.records import ALL
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store import (
    check,
    driver,
    erased,
    keys,
    lock,
    migrate,
    place,
    repair,
    rescue_mend,
    rescue_write,
)
from huurdersapp.store.connection import make_engine, people_errors
from huurdersapp.store.opening import open_store
from huurdersapp.store.pagefile import SIZE, Pages
from huurdersapp.store.rescue_read import Reader

_CONCEPT = "concept"
_BESIDE_RECORDS = (_CONCEPT, "voorkeur")
"""Tables that the journal knows nothing of and that people fill."""
_BESIDE = (keys.FILE, erased.FILE, SETTINGS)
"""What goes along: the slots of the key, the list of what was erased, and the settings."""


@dataclass(frozen=True, slots=True)
class OfKind:
    """What became of the records of one kind: how many came through, how many of those out of the history, the numbers of
    those that did not, numbers that may never have been, and how many lines did not come through."""

    key: str
    saved: int
    from_history: int
    lost: tuple[int, ...]
    maybe: tuple[int, ...]
    lines_lost: int


@dataclass(slots=True)
class Rescued:
    """What a rescue brought: pages looked at and damaged, each kind, and what else is to be told.

    `loose` are whole pages of rows of which nobody can say in which table they belong. `beside_hurt`: concepts or preferences
    may be lost of which nothing tells how many. Where the journal is not whole, or pages are loose, more may be lost than is
    named here.
    """

    pages: int = 0
    damaged: int = 0
    log_broken: bool = False
    kinds: tuple[OfKind, ...] = ()
    journal_whole: bool = True
    steps_broken: int = 0
    loose: tuple[int, ...] = ()
    concepts_lost: int = 0
    beside_hurt: bool = False
    links_emptied: int = 0
    rows_left_out: int = 0
    left: list[str] = field(default_factory=list)

    @property
    def all_is_named(self) -> bool:
        """Whether whatever is lost of the records is told by its kind."""
        return self.journal_whole and not self.loose and not self.log_broken


def rescue(
    path: Path, key: str, to: Path, *, author: str = "", specs: Mapping[str, RecordSpec] = ALL
) -> Job[Rescued]:
    """Save what can be read of the store at `path` into a new one in the folder `to`, which is missing or empty.

    Stopped or failed, nothing is left there. Raises UserError when somebody has the damaged store open, when the folder
    is in use, when nothing at all can be read (another key, or no store), or when it cannot be written.
    """
    _expect_free(to)
    if (misplaced := place.unfit(to)) is not None:
        raise misplaced
    part = to.with_name(f".{to.name}.deel")
    try:
        with _held(path.parent), contextlib.closing(_pages(path, key)) as pages:
            shutil.rmtree(part, ignore_errors=True)
            part.mkdir(parents=True)
            for name in _BESIDE:
                if path.with_name(name).exists():
                    files.write(part / name, path.with_name(name).read_bytes(), private=True)
            told = yield from _rescued(pages, key, part, author, specs)
            if to.exists():
                to.rmdir()
            part.replace(to)
            files.sync_folder(to.parent)
    except OSError as fault:
        raise not_writable(to, fault) from fault
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return told


def _expect_free(to: Path) -> None:
    if to.exists() and (not to.is_dir() or any(to.iterdir())):
        raise UserError(
            _("De map {folder} is niet leeg."),
            _("Kies een nieuwe of lege map. Daarin komt wat er gered wordt."),
            folder=to,
        )


@contextlib.contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Nobody may write meanwhile; a folder in which nothing can be written needs no lock."""
    held = lock.FolderLock(folder)
    try:
        held.acquire()
    except files.ReadOnly:
        yield
        return
    try:
        yield
    finally:
        held.release()


def _pages(path: Path, key: str) -> Pages:
    if not path.exists() or path.stat().st_size < SIZE:
        raise UserError(_("Het bestand {path} is leeg of ontbreekt. Er is niets te redden."), path=path)
    return Pages(path, driver.log_of(path), key)


def _rescued(
    pages: Pages, key: str, part: Path, author: str, specs: Mapping[str, RecordSpec]
) -> Job[Rescued]:
    reader, total, looked = Reader(pages), len(pages), 0
    for count in reader.survey():
        looked += count
        yield Progress(looked, total, _("Bladzijden lezen"))
    if len(reader.damaged) == total:
        raise UserError(
            _("Geen enkele bladzijde van dit bestand is met deze sleutel te lezen."),
            _("Is dit de goede map? Kijk anders of het sleutelbestand bij dit bestand hoort."),
        )
    target = part / driver.FILE
    with people_errors(target):
        yield Progress(0, None, _("Gegevens overzetten"))
        empty(target, key, _version(reader))
        engine = make_engine(target, key)
        try:
            whole = yield from rescue_write.fill(reader, engine)
            if migrate.version(engine) != migrate.HEAD:
                migrate.upgrade(engine, loose=True)
        finally:
            engine.dispose()
    told = Rescued(total, len(reader.damaged), pages.log_broken, loose=tuple(reader.loose))
    told.concepts_lost = _concepts_lost(reader, target, key)
    told.beside_hurt = not told.concepts_lost and any(map(reader.is_hurt, _BESIDE_RECORDS))
    with open_store(part, author=author, specs=specs, key=key) as store:
        mended = yield from rescue_mend.mend(store, whole)
        told.kinds = _kinds(store.catalogue.specs, mended)
        told.journal_whole, told.steps_broken = whole and not mended.broken, len(mended.broken)
        told.links_emptied, told.rows_left_out = mended.emptied, mended.left_out
        yield from repair.search_again(store)
        told.left = yield from check.check(store)
    for name in (lock.LOCK, driver.FILE + "-wal", driver.FILE + "-shm"):
        (part / name).unlink(missing_ok=True)
    return told


def _concepts_lost(reader: Reader, target: Path, key: str) -> int:
    """Forms that were not saved: those that their index still names, and those of which a part is lost."""
    with contextlib.closing(driver.connect(target, key)) as made:
        have = {row[0] for row in made.execute(f"SELECT id FROM {_CONCEPT}").fetchall()}
    return max(len(reader.keys(_CONCEPT, f"sqlite_autoindex_{_CONCEPT}_1") - have), reader.lost[_CONCEPT])


def _version(reader: Reader) -> str:
    version = rescue_write.version(reader)
    if version > migrate.HEAD:
        raise UserError(
            _("Deze administratie is gemaakt met een nieuwere versie van het programma ({version})."),
            _("Werk eerst het programma bij. Er is niets gewijzigd."),
            version=version,
        )
    return version


def empty(target: Path, key: str, version: str) -> None:
    """A store with the tables of this version and nothing in them."""
    driver.connect(target, key, create=True).close()
    engine = make_engine(target, key)
    try:
        migrate.upgrade(engine, version)
    finally:
        engine.dispose()


def _kinds(specs: Mapping[str, RecordSpec], mended: rescue_mend.Mended) -> tuple[OfKind, ...]:
    found = []
    for spec in specs.values():
        lines = sum(len(mended.lost.get(one.key, ())) for one in spec.tree() if one is not spec)
        have, gone = mended.numbers.get(spec.key, set()), mended.gone.get(spec.key, set())
        one = OfKind(
            spec.key,
            len(have),
            mended.made_again[spec.key],
            tuple(sorted(gone)),
            mended.maybe(spec.key),
            lines,
        )
        if one.saved or one.lost or one.lines_lost:
            found.append(one)
    return tuple(found)
