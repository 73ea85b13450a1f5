"""The year agenda as a calendar file (iCalendar, RFC 5545), to import in the calendar of a laptop or telephone.

Moments are whole days; an overleg with a time is in the time of the Netherlands, with the rules of summer time in the
file itself. Each event keeps its UID, so that importing a newer file changes what was imported before. Text is Dutch,
as on paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from huurdersapp.records.jaaragenda_vorm import DONE, DROPPED, MEETING, OPEN, Jaar, Meeting, Moment, WorkBack
from huurdersapp.records.jaaragenda_woorden import aim, dutch, note, when
from huurdersapp.reports.document import MARK_EXAMPLE

ZONE = ZoneInfo("Europe/Amsterdam")
MAKER = "-//huurdersapp//jaaragenda//NL"
DOMAIN = "huurdersapp"
USUAL = timedelta(hours=2)
"""How long an overleg takes of which nobody said when it ends."""
REMIND_AT = time(9)
"""The hour at which a calendar reminds of a whole day."""
_HOUR = re.compile(r"(\d{1,2}):(\d{2})")
_WINTER, _SUMMER = timedelta(hours=1), timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Entry:
    """One event of the file: `last` is the last day of it; with `begin` it has a time."""

    uid: str
    title: str
    first: date
    last: date
    text: str = ""
    begin: datetime | None = None
    end: datetime | None = None
    place: str = ""
    remind: int | None = None
    cancelled: bool = False


def entries(jaar: Jaar) -> list[Entry]:
    """The events of a year in the order of their days: every moment with a day, every overleg, and the work before an
    overleg that is not done. An overleg that was called off is there too, for calendars that have it already. What lasts
    the whole year, or has no month, is not an event."""
    found: dict[str, Entry] = {}
    for moment in jaar.moments:
        for entry in _of(moment, jaar):
            found.setdefault(entry.uid, entry)
    for meeting in jaar.called_off:
        entry = _called_off(meeting, jaar)
        found.setdefault(entry.uid, entry)
    return sorted(found.values(), key=lambda item: (item.first, item.last, item.title, item.uid))


def left_out(jaar: Jaar) -> list[str]:
    """The names of the moments that are in no calendar: nobody knows their day, or they last all year."""
    return [moment.name for moment in jaar.moments if not _has_days(moment)]


def calendar_file(jaar: Jaar, *, created: datetime) -> bytes:
    """The file; the same agenda and moment give the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"Jaaragenda {jaar.year} {jaar.organisation}".strip())
    calendar.add("x-wr-timezone", str(ZONE))
    known = entries(jaar)
    calendar.add_component(_zone())
    for entry in known:
        calendar.add_component(_event(entry, created))
    return bytes(calendar.to_ical())


def _zone() -> Timezone:
    """The time of the Netherlands as it has been since 1996: summer time from the last Sunday of March to the last of
    October (Directive 2000/84/EC, and before it the same days).

    Written out here: the library makes the changes of one zone from its data an hour late in spring.
    """
    zone = Timezone()
    zone.add("tzid", str(ZONE))
    for part, name, starts, month, before, after in (
        (TimezoneDaylight(), "CEST", datetime.fromisoformat("1996-03-31T02:00"), 3, _WINTER, _SUMMER),
        (TimezoneStandard(), "CET", datetime.fromisoformat("1996-10-27T03:00"), 10, _SUMMER, _WINTER),
    ):
        part.add("tzname", name)
        part.add("dtstart", starts)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1SU"})
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        zone.add_component(part)
    return zone


def _event(entry: Entry, created: datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.uid}@{DOMAIN}")
    event.add("dtstamp", created)
    # A calendar takes a newer one of the same UID for a change.
    event.add("sequence", int(created.timestamp()) // 60 % 2_000_000_000)
    event.add("summary", entry.title)
    if entry.begin is not None and entry.end is not None:
        event.add("dtstart", entry.begin)
        event.add("dtend", entry.end)
    else:
        event.add("dtstart", entry.first)
        event.add("dtend", entry.last + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    if entry.text:
        event.add("description", entry.text)
    if entry.place:
        event.add("location", entry.place)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    if entry.remind is not None:
        event.add_component(_alarm(entry, entry.remind))
    return event


def _alarm(entry: Entry, days: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    before = timedelta(days=-days)
    if entry.begin is None:
        # A whole day begins at midnight: nobody wants to be called then.
        before += timedelta(hours=REMIND_AT.hour)
    alarm.add("trigger", before)
    return alarm


def _of(moment: Moment, jaar: Jaar) -> Iterator[Entry]:
    if moment.kind != MEETING and _has_days(moment):
        yield _moment(moment, jaar)
    for meeting in moment.meetings:
        yield _meeting(moment, meeting, jaar)
    for line in moment.back:
        if line.certain and not line.done and line.meeting is not None:
            yield _work(moment, line, jaar)


def _has_days(moment: Moment) -> bool:
    if moment.first is None or moment.last is None:
        return False
    return (moment.first, moment.last) != (date(moment.first.year, 1, 1), date(moment.first.year, 12, 31))


def _moment(moment: Moment, jaar: Jaar) -> Entry:
    assert moment.first is not None
    assert moment.last is not None
    dropped = moment.state == DROPPED
    title = f"Gaat niet door: {moment.name}" if dropped else moment.name
    # Of an overleg its own event reminds.
    quiet = moment.state != OPEN or bool(moment.meetings)
    return Entry(
        uid=moment.key,
        title=_marked(title, jaar),
        first=moment.first,
        last=moment.last,
        text=_said(moment, jaar),
        remind=None if quiet else moment.reminder,
        cancelled=dropped,
    )


def _meeting(moment: Moment, meeting: Meeting, jaar: Jaar) -> Entry:
    begin, end = _hours(meeting)
    return Entry(
        uid=f"overleg-{meeting.key}",
        title=_marked(meeting.name, jaar),
        first=meeting.day,
        last=meeting.day,
        text=_said(moment, jaar),
        begin=begin,
        end=end,
        place=meeting.place,
        remind=None if meeting.day < jaar.today or moment.state == DONE else moment.reminder,
    )


def _called_off(meeting: Meeting, jaar: Jaar) -> Entry:
    begin, end = _hours(meeting)
    return Entry(
        uid=f"overleg-{meeting.key}",
        title=_marked(f"Gaat niet door: {meeting.name}", jaar),
        first=meeting.day,
        last=meeting.day,
        text=_text([], jaar),
        begin=begin,
        end=end,
        place=meeting.place,
        cancelled=True,
    )


def _work(moment: Moment, line: WorkBack, jaar: Jaar) -> Entry:
    meeting = next(item for item in moment.meetings if item.number == line.meeting)
    lines = [f"Voorbereiding van {meeting.name}.", *(note(item, dutch) for item in line.notes)]
    return Entry(
        uid=f"vooraf-{meeting.key}-{line.step or line.kind}",
        title=_marked(f"{line.name} (voor {meeting.name})", jaar),
        first=line.first,
        last=line.last,
        text=_text(lines, jaar),
        remind=None,
    )


def _hours(meeting: Meeting) -> tuple[datetime | None, datetime | None]:
    """When it begins and ends; None for an overleg without a time."""
    begin, end = _hour(meeting.begin), _hour(meeting.end)
    if begin is None:
        return None, None
    starts = datetime.combine(meeting.day, begin, ZONE)
    if end is None or end <= begin:
        return starts, starts + USUAL
    return starts, datetime.combine(meeting.day, end, ZONE)


def _hour(text: str) -> time | None:
    found = _HOUR.fullmatch(text)
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        return None
    return time(int(found[1]), int(found[2]))


def _said(moment: Moment, jaar: Jaar) -> str:
    lines = [f"{when(moment, dutch)}."]
    for item in moment.aims:
        serves = aim(item.phase, item.goal_year, dutch)
        lines.append(": ".join(filter(None, (serves, item.name if item.name != moment.name else ""))))
        lines.append(item.text)
        if item.origin != "bron":
            lines.append(f"Bron: {item.source}")
    if moment.moved:
        lines.append(f"Verzet: {moment.reason}")
    elif moment.reason:
        lines.append(moment.reason)
    lines += [note(item, dutch) for item in moment.notes]
    lines.append(moment.remark)
    return _text(lines, jaar)


def _text(lines: list[str], jaar: Jaar) -> str:
    marked = [*lines, MARK_EXAMPLE] if jaar.example else lines
    return "\n".join(dict.fromkeys(line for line in marked if line))


def _marked(title: str, jaar: Jaar) -> str:
    return f"VOORBEELD: {title}" if jaar.example else title
