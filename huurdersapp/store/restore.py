"""Putting a copy back: into a new file that is made ready and looked over beside the present store, then changed for it.

What comes back goes on under a new name of this laptop, what was erased since is erased again before anybody can read it,
and the present store is kept for a month. The copy itself stays as it is.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError as EngineError

from huurdersapp.base import clock, files
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import moment as shown
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records import ALL
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store import (
    backup,
    compare,
    copies,
    damage,
    driver,
    erased,
    keys,
    laptop,
    meta,
    migrate,
    rekey,
    swap,
)
from huurdersapp.store.connection import make_engine, people_errors, permit
from huurdersapp.store.lock import FolderLock
from huurdersapp.store.opening import open_store
from huurdersapp.store.slots import unseal_inside

BEFORE = "voor-terugzetten"
STEPS = 5
_SPARE = 2_000_000  # bytes beside the copy itself: for its log, and for what is erased again


class OtherKey(UserError):
    """The copy has another key than the one that was given: it needs the password of its own time. `copy` is its
    folder, for `keys.unlock`."""

    def __init__(self, copy: Path) -> None:
        super().__init__(
            _("Deze reservekopie heeft een ander wachtwoord dan uw administratie nu."),
            _("Typ het wachtwoord van toen, of de herstelcode van toen."),
        )
        self.copy = copy


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done: the new name of this laptop, the folder in which the present store is kept (None where there was
    none), of how many rows something was erased again, and sentences on what the copy lacks and on its password."""

    device: str
    kept: Path | None
    erased_again: int
    missing: tuple[str, ...]
    words: tuple[str, ...] = ()


def reached(step: str) -> None:
    """A place between two steps of which each leaves something on disk: where tests end the program."""


def restore(
    folder: Path,
    copy: Path,
    key: str,
    *,
    keep_reason: str = BEFORE,
    present_key: str | None = None,
    author: str = "",
    specs: Mapping[str, RecordSpec] = ALL,
) -> Job[Restored]:
    """Put the copy in folder `copy` back in the data folder `folder`, which is closed; takes its lock.

    `key` opens the copy; a copy with an open slot brings its own. `present_key` opens the present store where that is
    another one; without it, or when the present store is damaged, only the list beside it (`erased`) tells what was
    erased. The present slots stay when they hold the key of the copy, else those of the copy come with it.
    Stopped, or on any fault, the present store is as it was. Raises OtherKey, and UserError when the copy is not whole
    or newer than the program, the disk is full, or somebody has the folder open.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise files.not_writable(folder, fault) from fault
    lock = FolderLock(folder)
    lock.acquire()
    ready = folder / swap.READY
    try:
        swap.complete(folder)
        rekey.settle(folder)
        with _people(folder / swap.STORE):
            yield Progress(0, STEPS, _("Reservekopie lezen"))
            _fetch(copy, ready)
            reached("fetched")
            found = key_of(copy, key)
            yield Progress(1, STEPS, _("Reservekopie nakijken"))
            _look_over(ready, found, copy)
            ours = _slots(folder, copy, ready, found)
            reached("keys")
            yield Progress(2, STEPS, _("Vergelijken met uw administratie"))
            with _present(folder, ready, [each for each in (present_key, key, found) if each]) as present:
                lacking = present.lacking(ready / swap.STORE, found, specs)
                gone, head, invented = present.erased, present.head, present.example
            yield Progress(3, STEPS, _("Reservekopie klaarzetten"))
            device = _renew(ready, found, author, copy, invented)
            reached("renewed")
            count = _erase_again(ready, found, gone, specs, author)
            reached("erased")
            yield Progress(4, STEPS, _("Nog eens nakijken"))
            _final(ready, found)
            reached("ready")
            aside = _aside(folder, keep_reason, head)
            swap.change(folder, aside)
            erased.note(folder, gone)
            damage.clear(folder)
    finally:
        if not swap.pending(folder):
            shutil.rmtree(ready, ignore_errors=True)
        lock.release()
    kept = aside if (aside / swap.STORE).exists() else None
    if kept is None and not (aside / swap.KEY).exists():
        shutil.rmtree(aside, ignore_errors=True)
    return Restored(device, kept, count, lacking.words, tuple(_words(folder, ours, count, kept)))


@contextmanager
def _people(path: Path) -> Iterator[None]:
    """Faults of the disk as sentences; nothing is marked as damaged: what is worked on is not the present store."""
    try:
        with people_errors(path, marking=False):
            yield
    except OSError as fault:
        raise files.not_writable(path, fault) from fault


def _words(folder: Path, ours: bool, count: int, kept: Path | None) -> Iterator[str]:
    yield _("Deze laptop gaat verder onder een nieuw nummer.")
    if kept is not None:
        yield _("Uw administratie van daarvoor blijft 30 dagen bewaard.")
    if count:
        yield ngettext(
            "Bij {count} gegeven is opnieuw gewist wat u eerder had gewist.",
            "Bij {count} gegevens is opnieuw gewist wat u eerder had gewist.",
            count,
        ).format(count=count)
    if not ours and keys.needs_secret(folder):
        yield _("Vanaf nu geldt het wachtwoord van deze reservekopie.")
    elif not ours and (kept is None or keys.needs_secret(kept)):
        yield _("Deze reservekopie heeft geen wachtwoord. Stel opnieuw een wachtwoord in.")


# -- the copy ------------------------------------------------------------------------------------------------------


def _fetch(copy: Path, ready: Path) -> None:
    """The files of the copy in a folder of their own; the copy is only read."""
    source = copy / swap.STORE
    if not source.is_file():
        raise UserError(
            _("In {folder} staat geen reservekopie."), _("Kies de map van een reservekopie."), folder=copy
        )
    if ready.exists():
        shutil.rmtree(ready)
    ready.mkdir(mode=0o700)
    needed = source.stat().st_size + _SPARE
    if shutil.disk_usage(ready).free < needed:
        raise UserError(
            _("De schijf is vol. Er is niets teruggezet."), _("Maak ruimte vrij en probeer het opnieuw.")
        )
    for name in (swap.STORE, f"{swap.STORE}-wal", keys.FILE):
        if (copy / name).is_file():
            with (ready / name).open("xb") as file:
                for piece in backup.pieces(copy / name):
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())
    note = copies.note_of(copy)
    if note is not None and note.sha256 and backup.digest_of(ready / swap.STORE) != note.sha256:
        raise not_whole(copy)


def not_whole(copy: Path) -> UserError:
    """The sentence for a copy that cannot be read whole."""
    return UserError(
        _("Deze reservekopie is beschadigd. Er is niets teruggezet."),
        _("Kies een andere reservekopie. Deze staat in {copy}."),
        copy=copy,
    )


def key_of(copy: Path, key: str) -> str:
    """The key of the copy: the one that was given, or the one in its open slot; raises OtherKey."""
    try:
        content = keys.content(copy)
    except UserError:
        return key  # its key file is lost: then the store itself tells
    if (bare := content.open_key()) is not None:
        return bare
    if not _opens(content, key):
        raise OtherKey(copy)
    return key


def opens(copy: Path, key: str | None) -> bool:
    """Whether this key opens the copy, or it has an open slot, or nobody can tell because its key file is lost."""
    try:
        content = keys.content(copy)
    except UserError:
        return key is not None
    return content.open_key() is not None or (key is not None and _opens(content, key))


def _opens(content: keys.KeyFile, key: str) -> bool:
    bare = content.open_key()
    return bare == key if bare is not None else unseal_inside(key, content.binnen) is not None


def _look_over(ready: Path, key: str, copy: Path) -> None:
    """Whether every page, and every table that the copy's note counts, is as it was."""
    note = copies.note_of(copy)
    try:
        with contextlib.closing(driver.connect(ready / swap.STORE, key)) as connection:
            good = not backup.faults_of(connection)
            good = good and (note is None or not note.rijen or backup.counted(connection) == note.rijen)
            good = good and bool(backup.head_of(connection)[0])
    except driver.DatabaseError as fault:
        raise not_whole(copy) from fault
    if not good:
        raise not_whole(copy)


def _slots(folder: Path, copy: Path, ready: Path, key: str) -> bool:
    """Put the right key file beside the new store; gives whether it is the present one.

    The present slots when they hold this key: then today's password stays the password.
    """
    with contextlib.suppress(UserError):
        if _opens(keys.content(folder), key):
            files.write(ready / keys.FILE, (folder / keys.FILE).read_bytes(), private=True)
            return True
    content = keys.content(ready)  # raises where the copy has none that can be read
    content.in_gebruik = True
    keys.write(ready, content)
    return False


# -- the present store ---------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Present:
    """What is known of the store that makes room."""

    store: Path | None = None
    key: str = ""
    erased: tuple[erased.Erased, ...] = ()
    head: tuple[str, int] = ("", 0)
    example: bool = True  # also where it cannot be read: then nobody's work is mixed with what is invented

    def lacking(self, copy: Path, key: str, specs: Mapping[str, RecordSpec]) -> compare.Difference:
        """What the copy lacks of it."""
        if self.store is None:
            return compare.unknown()
        return compare.with_copy(self.store, self.key, copy, key, specs)


@contextmanager
def _present(folder: Path, ready: Path, candidates: list[str]) -> Iterator[_Present]:
    """The present store as it can be read: from a private copy, so that a damaged one stays as it is."""
    found = _Present(erased=erased.known(folder))
    path, home = folder / swap.STORE, ready / "nu"
    with contextlib.suppress(UserError):
        if (bare := keys.content(folder).open_key()) is not None:
            candidates = [bare, *candidates]
    if path.exists() and _copied(folder, home):
        for key in dict.fromkeys(candidates):
            if backup.readable(home / path.name, key):
                found.store, found.key = home / path.name, key
                _read_present(folder, found)
                break
    yield found
    shutil.rmtree(home, ignore_errors=True)


def _copied(folder: Path, home: Path) -> bool:
    """Whether there was room for a private copy."""
    try:
        home.mkdir(mode=0o700)
        for name in (swap.STORE, swap.BESIDE[0]):
            if (folder / name).exists():
                shutil.copyfile(folder / name, home / name)
    except OSError:
        return False
    return True


def _read_present(folder: Path, found: _Present) -> None:
    assert found.store is not None
    engine = make_engine(found.store, found.key)
    try:
        with engine.connect() as connection:
            found.erased = erased.known(folder, connection)
            found.example = meta.is_example(connection)
        with contextlib.closing(driver.connect(found.store, found.key)) as raw:
            found.head = backup.head_of(raw)
    except (EngineError, driver.DatabaseError):
        found.store = None  # damaged: the list beside it is what there is
    finally:
        engine.dispose()


# -- making ready --------------------------------------------------------------------------------------------------


def _renew(ready: Path, key: str, author: str, copy: Path, invented: bool) -> str:
    """Bring the new store to this version, and let it go on under a new name of this laptop; gives that name.

    Only where the present one is `invented` the example may take its place.
    """
    engine = make_engine(ready / swap.STORE, key)
    try:
        if migrate.is_older(engine):
            migrate.upgrade(engine)
        with engine.connect() as connection:
            if meta.is_example(connection) and not invented:
                raise UserError(
                    _("Dit is een reservekopie van het voorbeeld, met verzonnen gegevens."),
                    _("Kies een reservekopie van uw eigen administratie. Er is niets gewijzigd."),
                )
        return _named_anew(engine, author, copy)
    finally:
        engine.dispose()


def _named_anew(engine: Engine, author: str, copy: Path) -> str:
    found = copies.read(copy)
    made = shown(found.made_at) if found is not None else ""
    label = f"Reservekopie van {made} teruggezet" if made else "Reservekopie teruggezet"
    with engine.execution_options(write=True).connect() as connection, connection.begin(), permit(connection):
        return laptop.renew(connection, author, label).device


def _erase_again(
    ready: Path, key: str, gone: tuple[erased.Erased, ...], specs: Mapping[str, RecordSpec], author: str
) -> int:
    if not gone:
        return 0
    with open_store(ready, author=author, specs=specs, key=key) as store:
        return erased.again(store, gone)


def _final(ready: Path, key: str) -> None:
    """The last look before it counts: all pages, all in one file, on disk."""
    path = ready / swap.STORE
    with contextlib.closing(driver.connect(path, key)) as connection:
        if backup.faults_of(connection):
            raise UserError(
                _("De reservekopie is niet goed over te zetten. Er is niets teruggezet."),
                _("Kies een andere reservekopie."),
            )
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode=DELETE")
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    files.sync_folder(ready)


def _aside(folder: Path, reason: str, head: tuple[str, int]) -> Path:
    """The folder for the present files, with a note of its own."""
    moment, path = clock.now(), folder / swap.STORE
    aside = copies.free_name(folder / copies.KEPT / f"{moment.astimezone():%Y-%m-%d-%H%M%S}-{reason}")
    aside.mkdir(parents=True)
    size = path.stat().st_size if path.exists() else 0
    copies.write_note(aside, copies.Note(moment, reason, size, False, *head))
    return aside
