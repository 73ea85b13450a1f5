"""Clearing away the copies that need not stay, and telling how much room they take."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from huurdersapp.base import clock
from huurdersapp.store import copies, damage, thinning
from huurdersapp.store.copies import Copy
from huurdersapp.store.thinning import ASIDE, Gone, Seen

MEGABYTE = 1_000_000
TIGHT = 500 * MEGABYTE
"""Free bytes on the disk below which people are warned."""


_EVER = 12 * 100


@dataclass(frozen=True, slots=True)
class Tidied:
    """What went: copies that were thinned, too old, or for lack of room, and stores that were kept long enough."""

    thinned: int = 0
    too_old: int = 0
    no_room: int = 0
    kept: int = 0
    too_much: int = 0

    @property
    def count(self) -> int:
        """All together."""
        return self.thinned + self.too_old + self.no_room + self.kept


@dataclass(frozen=True, slots=True)
class Use:
    """Bytes that copies and kept stores take, and bytes that are free on their disk (None where nobody knows)."""

    bytes: int
    free: int | None

    @property
    def is_tight(self) -> bool:
        """Whether the disk is nearly full."""
        return self.free is not None and self.free < TIGHT


def tidy(folder: Path, *, months: int, cap: int) -> Tidied:
    """Take away what need not stay of the copies in a data folder; the caller holds it. `months` is the longest that contact
    data are kept, `cap` the bytes for all copies together.

    What is too old goes once a copy of an earlier day shows that the clock is right: one that is years ahead would make all
    that there is too old. Does nothing while the store is marked as damaged: any copy may be the only good one then.
    """
    if damage.marked(folder) is not None:
        return Tidied()
    now = clock.now().astimezone()
    found, kept = copies.every(folder), copies.kept(folder)
    oldest = thinning.months_before(now, months)
    sure = any(oldest <= copy.made_at <= now - timedelta(days=1) for copy in found)
    room = cap - sum(copy.size for copy in kept)
    gone = plan(found, months=months if sure else _EVER, cap=max(room, 0))
    removed = {place for place in gone.all if copies.remove(found[place].path)}
    old = [
        copy
        for copy in kept
        if sure and (now - copy.made_at > ASIDE or copy.made_at < oldest) and copies.remove(copy.path)
    ]
    return Tidied(
        len(removed.intersection(gone.thinned)),
        len(removed.intersection(gone.too_old)),
        len(removed.intersection(gone.no_room)),
        len(old),
        gone.too_much,
    )


def plan(found: Sequence[Copy], *, months: int, cap: int | None) -> Gone:
    """Which of these copies would go now."""
    seen = [Seen(copy.made_at, copy.verified, copy.why == copies.UPGRADE, copy.size) for copy in found]
    return thinning.thin(seen, clock.now().astimezone(), months=months, cap=cap)


def use(folder: Path) -> Use:
    """How much room the copies of a data folder take."""
    taken = sum(copy.size for copy in (*copies.every(folder), *copies.kept(folder)))
    try:
        return Use(taken, shutil.disk_usage(folder).free)
    except OSError:
        return Use(taken, None)
