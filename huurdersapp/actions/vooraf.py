"""What is known of a data folder before it is opened, without SQLAlchemy: the window shows it at once."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from huurdersapp.base.errors import UserError
from huurdersapp.store import driver, keys, swap
from huurdersapp.store import glance as first
from huurdersapp.store.damage import Damaged
from huurdersapp.store.keys import Locked, WrongSecret
from huurdersapp.store.lock import FolderLock
from huurdersapp.store.move import Moved
from huurdersapp.store.slots import CODE

if TYPE_CHECKING:
    from huurdersapp.actions.context import Context

__all__ = ["Damaged", "Locked", "Moved", "WrongSecret"]
RECOVERY = CODE
"""`Store.opened_with` where the recovery code opened it."""


def needs_secret(folder: Path) -> bool:
    """Whether a password is needed to open the administration here; never raises."""
    return keys.needs_secret(folder)


def key_of(folder: Path, secret: str = "") -> str:
    """The key of the administration here, for work on its copies while it cannot be opened; raises UserError as opening
    does."""
    return keys.opened(folder, secret or None)[0]


def key_to(copy: Path, key: str, secret: str = "") -> str:
    """The key of a copy, which mostly is that of the administration (`key`); else `secret` opens it.

    Raises Locked where it needs the password of its own time, and WrongSecret for another one.
    """
    return keys.opened(copy, secret or None, None if secret else key, trace=False)[0]


def is_incomplete(folder: Path) -> bool:
    """Whether the file of the administration or its key is gone or cannot be read, so that a copy may bring it back."""
    try:
        content = keys.content(folder)
    except keys.Newer:
        return False
    except UserError:
        return True
    return content.in_gebruik and not (folder / driver.FILE).exists()


def exists(folder: Path) -> bool:
    """Whether there is an administration in this folder, or there was one whose file is lost."""
    if (folder / driver.FILE).exists() or swap.pending(folder):
        return True
    try:
        return keys.in_use(folder)
    except UserError:
        return True  # a key that cannot be read is no fresh beginning: opening tells what is the matter


def glance(folder: Path) -> dict[str, Any] | None:
    """The page Vandaag as it was kept the last time; None when there is none that can be read at once."""
    return first.glance(folder)


def kept(ctx: Context) -> dict[str, Any] | None:
    """The same from an open administration."""
    from huurdersapp.actions import voorkeuren

    found = voorkeuren.get(ctx, first.KEY)
    return found if isinstance(found, dict) else None


def keep(ctx: Context, shown: dict[str, Any]) -> None:
    """Keep the page Vandaag for the next start; raises UserError for a full disk or a store that is busy."""
    from huurdersapp.actions import voorkeuren

    voorkeuren.put(ctx, first.KEY, shown)


def is_open(folder: Path) -> bool:
    """Whether another program has this folder open now."""
    return folder.is_dir() and FolderLock(folder).is_held()


def refusal(folder: Path) -> UserError:
    """Who has this folder open, in a sentence."""
    return FolderLock(folder).refusal()


def saved_at(ctx: Context) -> datetime | None:
    """The moment of the last step of the open administration, or of the last concept when that is later; None for the
    example, whose steps are of another time than the day on which it is looked at."""
    from huurdersapp.actions import concepten
    from huurdersapp.store.journal import moment_of

    if ctx.store.example:
        return None
    moments = [moment_of(ctx.store.head.hlc), *(one.bijgewerkt for one in concepten.every(ctx)[:1])]
    return max(moments)
