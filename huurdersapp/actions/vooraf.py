"""What is known of a data folder before it is opened, without SQLAlchemy: the window shows it at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from huurdersapp.base.errors import UserError
from huurdersapp.store import driver, keys
from huurdersapp.store import glance as kept
from huurdersapp.store.lock import FolderLock

if TYPE_CHECKING:
    from huurdersapp.actions.context import Context


def exists(folder: Path) -> bool:
    """Whether there is an administration in this folder, or there was one whose file is lost."""
    if (folder / driver.FILE).exists():
        return True
    try:
        return keys.in_use(folder)
    except UserError:
        return True  # a key that cannot be read is no fresh beginning: opening tells what is the matter


def glance(folder: Path) -> dict[str, Any] | None:
    """The page Vandaag as it was kept the last time; None when there is none that can be read at once."""
    return kept.glance(folder)


def keep_glance(ctx: Context, shown: dict[str, Any]) -> None:
    """Keep the page Vandaag for the next start; raises UserError for a full disk or a store that is busy."""
    from huurdersapp.actions import voorkeuren

    voorkeuren.put(ctx, kept.KEY, shown)


def is_open(folder: Path) -> bool:
    """Whether another program has this folder open now."""
    return folder.is_dir() and FolderLock(folder).is_held()


def refusal(folder: Path) -> UserError:
    """Who has this folder open, in a sentence."""
    return FolderLock(folder).refusal()
