"""Opening or making the store of a data folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Engine

from huurdersapp.base import files
from huurdersapp.base.errors import UserError
from huurdersapp.base.events import Bus
from huurdersapp.base.files import not_writable
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records import ALL
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store import connection as connections
from huurdersapp.store import driver, journal, keys, laptop, looking, meta, migrate, move, place, rekey, swap
from huurdersapp.store.catalogue import Catalogue
from huurdersapp.store.connection import damaged, make_engine, people_errors, permit
from huurdersapp.store.driver import FILE, connect
from huurdersapp.store.journal import StepHeader, StepWriter
from huurdersapp.store.lock import FolderLock
from huurdersapp.store.store import Store

T = TypeVar("T")


def exists(folder: Path) -> bool:
    """Whether there is an administration in this folder."""
    return (folder / FILE).exists() or swap.pending(folder) or (folder / move.ASIDE).exists()


def _there(path: Path) -> bool:
    """A file of no length is what a making leaves that was cut off at its very beginning: nothing is lost in it."""
    log = driver.log_of(path)
    return path.exists() and (path.stat().st_size > 0 or (log.exists() and log.stat().st_size > 0))


def open_store(
    folder: Path,
    *,
    author: str = "",
    bus: Bus | None = None,
    specs: Mapping[str, RecordSpec] = ALL,
    create: bool = False,
    example: bool = False,
    secret: str | None = None,
    key: str | None = None,
    read_only: bool = False,
) -> Store:
    """Open the store of a data folder, or make a new one with `create`; hold the folder until it is closed.

    Raises UserError when there is none (or already one), when a new one must not stand there (`place`), when somebody
    else has it open, when it is newer than this program, damaged, or the disk is full; the administration is then as it
    was. Where the key says that there was a store and it is gone or empty, neither a new one is made nor is it taken for
    a fresh folder.
    `example` marks a new store for good as invented. `secret` is the password, recovery code or second password of one
    that has them, `key` the key itself where it is remembered; without either `keys.Locked` is raised, and
    `keys.WrongSecret` for another one. Where nothing may be written, and with `read_only`, it is opened to look at:
    `Store.read_only` says why, and the folder (also one of a copy) stays byte for byte as it was.
    """
    path = folder / FILE
    misplaced = place.unfit(folder, trying=not read_only)
    if create:
        if misplaced is not None:
            raise misplaced
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise not_writable(folder, fault) from fault
    if not read_only:
        move.refuse_moved(folder)
        swap.finish(folder)
    _expect(path, create)
    bus = bus or Bus()

    def look(why: looking.Reason) -> Store:
        raw, slot = keys.opened(folder, secret, key, trace=False)
        look = looking.Look(rekey.standing(folder), raw, shared=misplaced is not None)
        return look.reached(
            lambda: Store(folder, look.engine, raw, look, Catalogue(specs), bus, author, slot, why)
        )

    if read_only:
        return look(looking.asked())
    if misplaced is not None:
        return look(looking.elsewhere(misplaced))
    if not create and (why := looking.why(path)) is not None:
        return look(why)
    lock = FolderLock(folder)
    try:
        lock.acquire()
    except files.ReadOnly:
        if create:
            raise
        return look(looking.of_folder())
    try:
        swap.complete(folder)  # once more: somebody may have come between, and been killed
        rekey.settle(folder)
        _expect(path, create)
        raw, slot = (keys.make(folder), keys.OPEN) if create else keys.opened(folder, secret, key)
        engine, renewed = _ready_engine(path, raw, author, create=create, example=example)
        store = _reached(
            path,
            engine,
            lambda: Store(folder, engine, raw, lock, Catalogue(specs), bus, author, slot),
        )
        store.renewed = renewed
        keys.mark_used(folder)
        rekey.tidy_at_opening(folder, raw)
    except BaseException:
        lock.release()
        raise
    return store


def _expect(path: Path, create: bool) -> None:
    if not _there(path) and keys.in_use(path.parent):
        raise damaged(path) if path.exists() else _gone(path)
    if create and _there(path):
        raise UserError(
            _("In {folder} staat al een administratie."),
            _("Kies een andere map, of open deze."),
            folder=path.parent,
        )
    if not create and not path.exists():
        raise UserError(
            _("Er is nog geen administratie in {folder}."),
            command=_('Maak er een met: huurdersapp start --organisatie "Naam van uw organisatie"'),
            folder=path.parent,
        )


def _gone(path: Path) -> UserError:
    return UserError(
        _("Het bestand {path} ontbreekt, terwijl de sleutel ervan er nog is."),
        _(
            "Zet het bestand terug, of een reservekopie uit de map reservekopieen. Voor een nieuw begin kiest u een lege map."
        ),
        path=path,
    )


def _ready_engine(
    path: Path, key: str, author: str, *, create: bool, example: bool
) -> tuple[Engine, str | None]:
    """An engine on a store that is sound, of this version, and has its laptop's name; and why that is a new one."""
    if not create and path.stat().st_size == 0:
        raise damaged(path)

    def ready() -> tuple[Engine, str | None]:
        connect(path, key, create=create).close()
        driver.assert_encrypted(path)
        engine = make_engine(path, key)
        return engine, _reached(path, engine, lambda: _get_ready(engine, path, key, author, example))

    try:
        with people_errors(path):
            return ready()
    except BaseException:
        if create:
            _remove(path)
        raise


def _get_ready(engine: Engine, path: Path, key: str, author: str, example: bool) -> str | None:
    with engine.connect() as connection:
        connections.assert_sound(connection)
    migrate.bring_up(engine, path, key)
    return _begin(engine, path.parent, author, example)


def _reached(path: Path, engine: Engine, what: Callable[[], T]) -> T:
    """Do what needs the engine, and let go of the file when it does not work."""
    try:
        with people_errors(path):
            return what()
    except BaseException:
        engine.dispose()
        raise


def _begin(engine: Engine, folder: Path, author: str, example: bool) -> str | None:
    """Give a store that has none its laptop name and the first link of its chain; one that was copied from elsewhere or
    put back to an earlier state goes on under a new name, and gives why."""
    why: str | None = None
    with engine.connect() as connection:
        fresh = not journal.has_device(connection)
        if not fresh:
            if meta.is_example(connection):
                return None
            why = laptop.strange(connection, folder)
            if why is None and not laptop.unknown(connection):
                return None
    with engine.execution_options(write=True).connect() as connection, connection.begin(), permit(connection):
        if fresh:
            head = journal.new_device(connection, "deze laptop")
            StepWriter(connection, head, StepHeader(author, "Begin", "start")).close()
            if example:
                meta.mark_example(connection)
        if why is not None:
            laptop.renew(connection, author, "Verder op deze laptop")
        elif not (fresh and example):
            laptop.settle(connection)
    return why


def _remove(path: Path) -> None:
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(name).unlink(missing_ok=True)
