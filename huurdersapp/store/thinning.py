"""Which copies may go: a pure reckoning over their moments, so that every case can be tried.

All of two days are kept, then the newest of 7 days, of 4 weeks and of 12 months. Never fewer than three good ones by this
reckoning or by lack of room; but one that is older than the personal data in it may be kept goes, except the newest good.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

ALL_OF = timedelta(days=2)
DAYS, WEEKS, MONTHS = 7, 4, 12
GOOD = 3
"""Good copies that always stay, as long as they are not too old."""
ASIDE = timedelta(days=30)
"""How long a copy from before an update, and a store that made room, stay whatever else there is."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a copy: its moment, whether it was read back and found good, whether it is put aside for a month,
    its size in bytes."""

    made_at: datetime
    good: bool = True
    aside: bool = False
    size: int = 0


@dataclass(frozen=True, slots=True)
class Gone:
    """Places in the list of the copies that go: thinned, too old, for lack of room. `too_much`: bytes above the cap that
    remain, because what is left must stay."""

    thinned: tuple[int, ...]
    too_old: tuple[int, ...]
    no_room: tuple[int, ...]
    too_much: int = 0

    @property
    def all(self) -> tuple[int, ...]:
        """All of them."""
        return tuple(sorted({*self.thinned, *self.too_old, *self.no_room}))


def thin(copies: Sequence[Seen], now: datetime, *, months: int = MONTHS, cap: int | None = None) -> Gone:
    """Which of these copies go at `now`; `months`: the longest that contact data are kept, `cap`: bytes for all together.

    Moments have a time zone; days, weeks and months are those of `now`'s zone. A copy from the future (a clock that was
    wrong) stays as one of now, but never counts as the newest: nobody knows when it really was.
    """

    def when(place: int) -> tuple[bool, datetime]:
        return copies[place].made_at <= now, copies[place].made_at

    newest = sorted(range(len(copies)), key=when, reverse=True)
    good = [place for place in newest if copies[place].good]
    oldest = months_before(now, months)
    too_old = {place for place in newest if copies[place].made_at < oldest} - set(good[:1])
    left = [place for place in newest if place not in too_old]
    firm = set([place for place in good if place not in too_old][:GOOD])
    aside = {place for place in left if copies[place].aside and now - copies[place].made_at < ASIDE}
    stay = firm | aside | _scheduled(copies, [place for place in left if place not in aside], now)
    thinned = set(left) - stay
    no_room, too_much = _squeezed(copies, [place for place in left if place in stay], firm | aside, cap)
    return Gone(tuple(sorted(thinned)), tuple(sorted(too_old)), tuple(sorted(no_room)), too_much)


def _scheduled(copies: Sequence[Seen], newest: Sequence[int], now: datetime) -> set[int]:
    """All of two days, and of what is older the newest of each of so many days, weeks and months that have one.

    Where a good one and one that is not good fall together, the good one stays.
    """
    recent = {place for place in newest if now - copies[place].made_at < ALL_OF}
    older = [place for place in newest if place not in recent]

    def local(place: int) -> datetime:
        return copies[place].made_at.astimezone(now.tzinfo)

    stay = set(recent)
    for many, which in (
        (DAYS, lambda place: local(place).date()),
        (WEEKS, lambda place: local(place).isocalendar()[:2]),
        (MONTHS, lambda place: (local(place).year, local(place).month)),
    ):
        stay |= _newest_of_each(copies, older, many, which)
    return stay


def _newest_of_each(
    copies: Sequence[Seen], newest: Iterable[int], many: int, which: Callable[[int], Hashable]
) -> set[int]:
    groups: dict[Hashable, int] = {}
    for place in newest:
        group = which(place)
        if group not in groups:
            if len(groups) == many:
                break
            groups[group] = place
        elif copies[place].good and not copies[groups[group]].good:
            groups[group] = place
    return set(groups.values())


def _squeezed(
    copies: Sequence[Seen], newest: Sequence[int], firm: set[int], cap: int | None
) -> tuple[set[int], int]:
    if cap is None:
        return set(), 0
    total = sum(copies[place].size for place in newest)
    gone: set[int] = set()
    for place in reversed(newest):
        if total <= cap:
            break
        if place not in firm:
            gone.add(place)
            total -= copies[place].size
    return gone, max(total - cap, 0)


def months_before(moment: datetime, months: int) -> datetime:
    """The same day so many months earlier, or the last of that month where it is shorter."""
    year, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    return moment.replace(year=year, month=month + 1, day=min(moment.day, monthrange(year, month + 1)[1]))
