"""What the year agenda of one calendar year looks like: the shapes that the screen, paper and the calendar file share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from huurdersapp.records.jaaragenda import Note, Stage

OPEN, DONE, DROPPED, PAST = "open", "gedaan", "vervallen", "voorbij"
"""The states of a moment. `voorbij`: its last day has passed and nobody said that it was done."""
ANCHOR, OWN, MEETING, LEGAL = "anker", "eigen", "overleg", "wet"
"""The kinds of moment: of the akkoord, of our own, an overleg that belongs to no anchor, from the law alone."""


@dataclass(frozen=True, slots=True)
class Aim:
    """What a moment is for: an anchor, its phase and goal year (None for a legal date without a cycle)."""

    anchor: int | None
    name: str
    phase: str
    goal_year: int | None
    text: str = ""
    origin: str = "bron"
    source: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """An overleg that is planned or was held. `linked`: somebody linked it by hand."""

    number: int
    kind: str
    name: str
    day: date
    begin: str = ""
    end: str = ""
    place: str = ""
    linked: bool = False
    key: str = ""
    """The key of the record, for a calendar that must know it again."""


@dataclass(frozen=True, slots=True)
class WorkBack:
    """Own work before a meeting: first and last day that are proposed.

    Attributes:
        step: number of the record of the step; None for a proposal of the program.
        meeting: number of the overleg; None when no day is known yet.
        counted_from: the day of the meeting that it was counted from.
        certain: that day is known; else it is the first day of the month in which the meeting is.
        action: number of the actiepunt that was made of it.
        done: that actiepunt is done.
    """

    name: str
    kind: str
    first: date
    last: date
    counted_from: date
    certain: bool
    notes: tuple[Note, ...] = ()
    step: int | None = None
    meeting: int | None = None
    source: str = ""
    action: int | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment of the year.

    Attributes:
        key: the same every time this moment is asked for; it also names it in a calendar file.
        first, last: the days as they are now; None for "ergens in het jaar".
        planned_first, planned_last: the days of the template, where they were moved or a meeting took their place.
        date_kind: `in`, `uiterlijk` or `voor`, as the template says it; "" for own moments and meetings.
        whole_months: the days are whole months, so people say "in februari".
        aims: what it serves; a round of several phases has several.
        state: see above. `moved`: somebody gave it other days, for `reason`.
        agenda: number of the agendamoment behind it; None as long as it is as the template says.
        meetings: the overleggen that take the place of the template.
        back: own work before it.
        reminder: days before it that a calendar reminds.
        akkoord: number of the akkoord; None for what belongs to none.
        parties: who it is for, as the akkoord names them. `bodies`: keys of its meetings, such as RG and BO.
        due: the day that comes next of it, counted from today; None when past, done, dropped or without a month.
    """

    key: str
    kind: str
    name: str
    first: date | None
    last: date | None
    planned_first: date | None
    planned_last: date | None
    date_kind: str = ""
    whole_months: bool = False
    aims: tuple[Aim, ...] = ()
    state: str = OPEN
    moved: bool = False
    reason: str = ""
    done_on: date | None = None
    remark: str = ""
    agenda: int | None = None
    meetings: tuple[Meeting, ...] = ()
    notes: tuple[Note, ...] = ()
    back: tuple[WorkBack, ...] = ()
    reminder: int = 0
    akkoord: int | None = None
    parties: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    due: date | None = None

    @property
    def record(self) -> tuple[str, int] | None:
        """Kind and number of the record that opens: the overleg, the agendamoment or the anchor; None for a legal date
        of the catalogue."""
        if self.kind == MEETING and self.meetings:
            return "overleg", self.meetings[0].number
        if self.kind == OWN and self.agenda is not None:
            return "agendamoment", self.agenda
        anchor = next((aim.anchor for aim in self.aims if aim.anchor), None)
        return ("anker", anchor) if anchor else None

    @property
    def anchor(self) -> int | None:
        """The number of the anchor that stands for it."""
        return next((aim.anchor for aim in self.aims if aim.anchor), None)

    @property
    def handle(self) -> int | str | None:
        """What `move`, `done`, `drop` and `restore` ask for: the number of the anchor, or the key of a day of the law;
        None for an own moment or an overleg, which are records of their own."""
        if self.kind == LEGAL:
            return self.key.removeprefix("wet-").rpartition("-")[0]
        return self.anchor

    @property
    def whole_year(self) -> bool:
        """Whether it lasts from the first to the last day of a year, so that it is nothing to look forward to."""
        if self.first is None or self.last is None:
            return False
        return (self.first, self.last) == (date(self.first.year, 1, 1), date(self.first.year, 12, 31))

    @property
    def phases(self) -> tuple[str, ...]:
        """The phases it serves, each once."""
        return tuple(dict.fromkeys(aim.phase for aim in self.aims if aim.phase))


def coming(moments: Iterable[Moment]) -> Moment | None:
    """The moment that comes first; of those on one day a meeting goes before the rest.

    What is done, dropped or lasts a whole year is passed by, and so are overleggen that belong to no anchor: those are in
    the list of overleggen.
    """
    found = [
        moment
        for moment in moments
        if moment.state == OPEN and moment.due and moment.kind != MEETING and not moment.whole_year
    ]
    return min(
        found,
        key=lambda item: (item.due or date.max, not item.bodies, item.last or date.max, item.name),
        default=None,
    )


@dataclass(frozen=True, slots=True)
class Strip:
    """What an akkoord does in this calendar year, goal year by goal year; for Emmen three of them."""

    akkoord: int
    name: str
    stages: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class Jaar:
    """The agenda of a calendar year. `today` is the day that states are as of; `example`: of invented data."""

    year: int
    today: date
    strips: tuple[Strip, ...]
    moments: tuple[Moment, ...]
    organisation: str = ""
    example: bool = False
    summer_checked: bool = False
    """Whether the weeks of the summer holiday were looked up; if not, say so beside them."""
    called_off: tuple[Meeting, ...] = ()
    """Overleggen of the year that do not take place: at no moment any more, but a calendar may still have them."""
