"""Where the administration stands: bringing it to a folder of this computer, and what is said of a place."""

from __future__ import annotations

import shutil
from pathlib import Path

from huurdersapp.actions import sleutels
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job
from huurdersapp.store import move, place
from huurdersapp.store.move import Moved as Moved
from huurdersapp.store.move import Result as Verhuisd
from huurdersapp.store.place import Misplaced as Misplaced

LITTLE = 500_000_000
"""Bytes free on the disk below which people are warned."""


def verhuis(folder: Path, to: Path, *, secret: str | None = None, key: str | None = None) -> Job[Verhuisd]:
    """Bring the closed administration of `folder` to `to`, an empty or new folder; see `store.move`.

    From then on `paths.data_folder` follows it. Raises UserError, and all is as it was.
    """
    moved = yield from move.move(folder, to, secret, key)
    sleutels.neem_mee(folder, moved.to)
    return moved


def voorstel(folder: Path) -> Path:
    """A folder of this computer where the administration of `folder` may stand; raises UserError where there is none."""
    found = place.proposal(folder)
    if found is None:
        raise UserError(
            _("Het programma vindt op deze computer geen goede plaats."),
            _("Kies zelf een map op deze computer."),
        )
    return found


def waarschuwing(folder: Path) -> str | None:
    """What is to be said of a place that is not refused: that it can be taken out; None mostly."""
    return place.removable(folder)


def weinig_ruimte(folder: Path) -> str | None:
    """A warning where the disk is nearly full; None where there is room, or nobody can tell."""
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return None
    if free >= LITTLE:
        return None
    return _("De schijf is bijna vol: er is nog {megabytes} MB vrij. Maak ruimte vrij.").format(
        megabytes=free // 1_000_000
    )
