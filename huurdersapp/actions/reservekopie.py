"""Copies of the administration: when they are made, which there are, putting one back, and one on a stick."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from huurdersapp.actions.context import Context
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.base.settings import BACKUP_ROOM, Settings
from huurdersapp.store import backup, compare, copies, damage, keys, sticks, tidying
from huurdersapp.store.compare import Difference as Difference
from huurdersapp.store.copies import BY_HAND, CLOSING, ERASING, HALF_HOUR, LOADING, STICK, Copy
from huurdersapp.store.journal import STEP, moment_of
from huurdersapp.store.restore import OtherKey as OtherKey
from huurdersapp.store.restore import Restored as Restored
from huurdersapp.store.restore import key_of, opens
from huurdersapp.store.sticks import OnStick as OnStick
from huurdersapp.store.sticks import SameDisk as SameDisk

__all__ = ["BY_HAND", "CLOSING", "ERASING", "HALF_HOUR", "LOADING", "Copy"]
EVERY = timedelta(minutes=30)
"""How old the last copy may be while something changed since."""
STICK_EVERY = timedelta(days=30)
"""After so long without a copy on a stick Vandaag asks for one."""


@dataclass(frozen=True, slots=True)
class Gebruik:
    """Room: bytes that the copies take, the cap in bytes, what is free on the disk (None: unknown), and what people should
    know of it, in sentences."""

    bytes: int
    grens: int
    vrij: int | None
    zinnen: tuple[str, ...] = ()


def make(ctx: Context) -> Job[Path]:
    """Make a copy in the folder of copies and give its folder; raises UserError when it is not made or not good."""
    ctx.store.must_write()
    yield Progress(0, 1, _("Kopiëren en nalezen"))
    made = backup.make(ctx.store.path, ctx.store.key, BY_HAND)
    _tidy(ctx)
    return made


def before(ctx: Context, why: str) -> Job[Path]:
    """A copy before something that goes deep (`why`: `LOADING`, `ERASING`, or a name in the same way), and its folder; the
    last one where nothing was changed since. Raises UserError when it cannot be made: then the work must not begin."""
    ctx.store.must_write()
    yield Progress(0, 1, _("Reservekopie maken"))
    same = backup.same_as_last(ctx.folder, _head(ctx))
    return same.path if same is not None else backup.make(ctx.store.path, ctx.store.key, why)


def due(ctx: Context, *, closing: bool = False) -> bool:
    """Whether something was changed since the last copy, and that is older than half an hour; when `closing`, of any age.

    Never for the example, for what may only be read, or while damage is known.
    """
    store = ctx.store
    if store.example or store.read_only is not None or damage.marked(ctx.folder) is not None:
        return False
    last = laatste_goede(ctx.folder)
    if (last is None and store.head.seq <= 1) or backup.same_as_last(ctx.folder, _head(ctx)) is not None:
        return False
    age = clock.now() - (last.made_at if last is not None else _begun(ctx))
    return closing or age >= EVERY or age < timedelta(0)


def _begun(ctx: Context) -> datetime:
    """When this laptop wrote its first step."""
    with ctx.store.reading() as db:
        first = select(STEP.c.hlc).where(STEP.c.device == ctx.store.head.device, STEP.c.seq == 1)
        return moment_of(db.connection().execute(first).scalar() or 0)


def regular(ctx: Context, *, closing: bool = False) -> Job[Path | None]:
    """Make the copy that is due (every half hour, and at close), and clear away what need not stay; None when none is due.

    Raises UserError when it cannot be made.
    """
    if not due(ctx, closing=closing):
        return None
    yield Progress(0, 2, _("Reservekopie maken"))
    made = backup.make(ctx.store.path, ctx.store.key, CLOSING if closing else HALF_HOUR)
    yield Progress(1, 2, _("Oude reservekopieën opruimen"))
    _tidy(ctx)
    return made


def _head(ctx: Context) -> tuple[str, int]:
    return ctx.store.head.device, ctx.store.head.seq


def _tidy(ctx: Context) -> tidying.Tidied:
    from huurdersapp.actions import verwerkingen

    if ctx.store.read_only is not None:
        return tidying.Tidied()
    cap = ctx.settings.get(BACKUP_ROOM) * tidying.MEGABYTE
    return tidying.tidy(ctx.folder, months=verwerkingen.langste_contact(ctx), cap=cap)


# -- which there are -----------------------------------------------------------------------------------------------


def lijst(folder: Path) -> tuple[Copy, ...]:
    """The copies of a data folder, the newest first."""
    return copies.every(folder)


def bewaard(folder: Path) -> tuple[Copy, ...]:
    """The administrations that made room for a restored copy, kept for 30 days, the newest first."""
    return copies.kept(folder)


def zoek(place: Path) -> tuple[Copy, ...]:
    """The copies in a folder that somebody points at, the newest first: a copy itself, a stick, or a data folder."""
    one = copies.read(place.parent if place.name == copies.STORE else place)
    homes = (place, place / copies.ON_STICK, place / copies.FOLDER, place / copies.KEPT)
    found = {copy.path: copy for home in homes for copy in copies.within(home)}
    if one is not None:
        found[one.path] = one
    return tuple(sorted(found.values(), key=lambda copy: copy.made_at, reverse=True))


def laatste_goede(folder: Path) -> Copy | None:
    """The newest copy that was read back and found good."""
    return next((copy for copy in copies.every(folder) if copy.verified), None)


def gebruik(folder: Path) -> Gebruik:
    """How much room the copies take, and how much they may."""
    used = tidying.use(folder)
    cap = Settings(folder).get(BACKUP_ROOM) * tidying.MEGABYTE
    return Gebruik(used.bytes, cap, used.free, tuple(_about_room(used, cap)))


def _about_room(used: tidying.Use, cap: int) -> list[str]:
    told = []
    if used.bytes > cap:
        told.append(
            _(
                "De reservekopieën nemen meer ruimte dan u toestaat. De laatste drie goede blijven altijd staan."
            )
        )
    elif used.bytes > cap * 9 // 10:
        told.append(_("De ruimte voor reservekopieën is bijna vol. Daarna gaan de oudste weg."))
    if used.is_tight:
        told.append(_("Op de schijf is minder dan 500 MB vrij. Maak ruimte vrij."))
    return told


# -- putting one back ----------------------------------------------------------------------------------------------


def terugzetten(
    folder: Path, copy: Path, key: str, *, present_key: str | None = None, author: str = ""
) -> Job[Restored]:
    """Put a copy back in a closed data folder, see `store.restore.restore`."""
    from huurdersapp.store.restore import restore

    return (yield from restore(folder, copy, key, present_key=present_key, author=author))


def sleutel(folder: Path, secret: str | None = None, key: str | None = None) -> str | None:
    """The key of a copy or a closed administration, see `store.keys.opened`; None where its key file is lost."""
    try:
        keys.content(folder)
    except UserError:
        return None
    return keys.opened(folder, secret, key)[0]


def past(copy: Path, key: str | None) -> bool:
    """Whether this key opens the copy, or it needs none; else it asks for the password of its own time."""
    return opens(copy, key)


def vergelijk(
    now: Context | Path, copy: Path, key: str | None = None, present_key: str | None = None
) -> Difference:
    """What would be missing with this copy in the place of the administration (open, or the folder of a closed one).

    `key` opens the copy; by default the one of the open administration. `present_key` opens the closed one where that is
    another.
    """
    if isinstance(now, Context):
        path, own = now.store.path, now.store.key
    else:
        path, own = now / copies.STORE, present_key or key or ""
    return compare.with_copy(path, own, copy / copies.STORE, key_of(copy, key or own))


# -- on a stick ----------------------------------------------------------------------------------------------------


def usb_plaatsen() -> list[Path]:
    """The sticks that are in the computer now."""
    return sticks.places()


def usb(ctx: Context, to: Path, *, sure: bool = False) -> Job[Path]:
    """Put a copy on a stick, read it back byte by byte, and give its folder.

    Raises SameDisk for a place on the disk of the administration unless `sure`, and UserError for the example, and for a
    stick that is gone, too small or not reliable.
    """
    if ctx.store.example:
        raise UserError(_("Van het voorbeeld hoeft geen kopie op een stick."))
    sticks.expect_place(ctx.folder, to, sure)
    local = yield from before(ctx, STICK)
    return (yield from sticks.write(ctx.store, local, to, sure=sure))


def usb_gemaakt(ctx: Context) -> tuple[OnStick, ...]:
    """The copies that were made on sticks, the newest first."""
    return sticks.made(ctx.store)


def usb_laatst(ctx: Context) -> OnStick | None:
    """The last copy that was made on a stick."""
    return next(iter(sticks.made(ctx.store)), None)


def opgeruimd(tidied: tidying.Tidied) -> str:
    """What was cleared away, in a sentence; nothing where that was nothing."""
    if not tidied.count:
        return ""
    text = ngettext(
        "{count} oude reservekopie is opgeruimd.", "{count} oude reservekopieën zijn opgeruimd.", tidied.count
    )
    return text.format(count=tidied.count)
