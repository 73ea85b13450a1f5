"""The calendar file, read back by another library than the one that writes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from huurdersapp.records.jaaragenda_vorm import Jaar
from huurdersapp.reports.agenda_ics import Entry, calendar_file, entries, left_out
from tests.reports.agenda_samples import EXAMPLE, MOMENTS, STRIP, YEAR, single, spring

CREATED = datetime(2021, 1, 4, 9, 0, tzinfo=UTC)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def read(jaar: Jaar, created: datetime = CREATED) -> dict[str, Any]:
    """The events by their UID."""
    shown = vobject.readOne(calendar_file(jaar, created=created).decode())
    events = {event.uid.value: event for event in shown.vevent_list}
    assert len(events) == len(shown.vevent_list)
    return events


def told(event: Any) -> tuple[str, str, object, object]:
    """UID, title, begin and end (a moment in UTC, so that the zone of the reader counts)."""
    days = [
        value.astimezone(UTC) if isinstance(value, datetime) else value
        for value in (event.dtstart.value, event.dtend.value)
    ]
    return event.uid.value, event.summary.value, *days


def expected(entry: Entry) -> tuple[str, str, object, object]:
    if entry.begin is not None and entry.end is not None:
        return f"{entry.uid}@huurdersapp", entry.title, entry.begin.astimezone(UTC), entry.end.astimezone(UTC)
    return f"{entry.uid}@huurdersapp", entry.title, entry.first, entry.last + timedelta(days=1)


def named(jaar: Jaar, title: str) -> Any:
    (event,) = [event for event in read(jaar).values() if event.summary.value == title]
    return event


def with_meeting(day: date, begin: str, end: str = "") -> Jaar:
    moment = replace(
        single("overleg-1", "BO", day),
        kind="overleg",
        aims=(),
        meetings=(spring(day, 1, begin, end),),
        reminder=7,
    )
    return replace(YEAR, year=day.year, moments=(moment,), today=date(2017, 1, 1))


@pytest.mark.parametrize("jaar", [YEAR, EXAMPLE], ids=["own", "example"])
def test_another_library_reads_the_same_events(jaar: Jaar) -> None:
    assert sorted(map(told, read(jaar).values())) == sorted(map(expected, entries(jaar)))
    assert len(entries(jaar)) == 10


@given(
    st.dates(date(2018, 1, 1), date(2030, 12, 31)),
    st.times(time(0), time(23, 59)).map(lambda at: at.replace(second=0, microsecond=0)),
)
def test_an_overleg_begins_at_the_hour_of_the_netherlands_on_any_day(day: date, at: time) -> None:
    (event,) = read(with_meeting(day, f"{at:%H:%M}")).values()
    wanted = datetime.combine(day, at, AMSTERDAM)
    found = event.dtstart.value
    assert found.replace(tzinfo=None) == wanted.replace(tzinfo=None)
    # Around a change an hour does not exist or comes twice: then only the words on the clock count.
    if wanted.replace(fold=0).utcoffset() == wanted.replace(fold=1).utcoffset():
        assert found.astimezone(UTC) == wanted.astimezone(UTC)


@pytest.mark.parametrize("year", range(2018, 2031))
def test_both_changes_of_summer_time_of_every_year_are_kept(year: int) -> None:
    spring_day = max(date(year, 3, day) for day in range(25, 32) if date(year, 3, day).weekday() == 6)
    autumn_day = max(date(year, 10, day) for day in range(25, 32) if date(year, 10, day).weekday() == 6)
    for day, before, after in ((spring_day, 1, 2), (autumn_day, 2, 1)):
        for near, hours in (
            (day - timedelta(days=1), before),
            (day, after),
            (day + timedelta(days=1), after),
        ):
            (event,) = read(with_meeting(near, "19:30", "21:00")).values()
            assert event.dtstart.value.utcoffset() == timedelta(hours=hours), near
            assert event.dtend.value - event.dtstart.value == timedelta(hours=1, minutes=30)


def test_the_zone_changes_at_the_hour_of_the_law() -> None:
    text = calendar_file(YEAR, created=CREATED).decode()
    assert "DTSTART:19960331T020000" in text
    assert "DTSTART:19961027T030000" in text


def test_what_has_no_day_or_lasts_all_year_is_left_out_and_told() -> None:
    assert left_out(YEAR) == ["Prestatieafspraken uitvoeren", "Overzicht van de gemeente"]
    titles = {event.summary.value for event in read(YEAR).values()}
    assert not titles & set(left_out(YEAR))


def test_whole_days_are_dates_and_keep_nobody_busy() -> None:
    event = named(YEAR, "Gezamenlijke evaluatie")
    assert (event.dtstart.value, event.dtend.value) == (date(2021, 2, 1), date(2021, 3, 1))
    assert event.transp.value == "TRANSPARENT"
    assert "In februari." in event.description.value
    assert "Evaluatie van 2020" in event.description.value


def test_reminders_come_in_the_morning_so_many_days_before() -> None:
    day, met = named(YEAR, "Gezamenlijke evaluatie"), named(YEAR, "BO 25-03-2021")
    assert day.valarm.trigger.value == timedelta(days=-14, hours=9)
    assert met.valarm.trigger.value == timedelta(days=-7)
    assert named(YEAR, "Ledenvergadering; met koffie, en taart").valarm.trigger.value == timedelta(hours=9)


def test_what_is_done_dropped_or_met_does_not_remind_twice() -> None:
    for title in (
        "RG en BO maart",
        "Volkshuisvestingsverslag",
        "Gaat niet door: RvC's en portefeuillehouder",
    ):
        assert not hasattr(named(YEAR, title), "valarm"), title


def test_what_does_not_take_place_is_cancelled() -> None:
    event = named(YEAR, "Gaat niet door: RvC's en portefeuillehouder")
    assert event.status.value == "CANCELLED"
    assert "Corona" in event.description.value


def test_an_overleg_that_was_called_off_is_cancelled_in_the_calendar_that_has_it() -> None:
    year = with_meeting(date(2021, 3, 25), "19:30")
    (key,) = [key for key in read(year) if key.startswith("overleg-")]
    meeting = year.moments[0].meetings[0]
    event = read(replace(year, moments=(), called_off=(meeting,)))[key]
    assert (event.status.value, event.summary.value) == ("CANCELLED", f"Gaat niet door: {meeting.name}")
    assert not hasattr(event, "valarm")


def test_the_work_before_is_there_until_it_is_done() -> None:
    titles = {event.summary.value for event in read(YEAR).values()}
    assert "Stukken versturen (voor BO 25-03-2021)" in titles
    assert not [title for title in titles if title.startswith("Besluit")]


def test_a_second_file_changes_the_same_events() -> None:
    later = replace(YEAR, moments=tuple(
        replace(moment, first=date(2021, 3, 2), last=date(2021, 3, 3), moved=True, whole_months=False)
        if moment.name == "Gezamenlijke evaluatie" else moment
        for moment in MOMENTS
    ))  # fmt: skip
    old, new = read(YEAR), read(later, CREATED + timedelta(hours=1))
    assert set(old) == set(new)
    (key,) = [key for key in old if key.startswith("anker-evaluatie")]
    assert new[key].dtstart.value == date(2021, 3, 2)
    assert int(new[key].sequence.value) > int(old[key].sequence.value)


def test_the_same_year_and_moment_give_the_same_bytes() -> None:
    assert calendar_file(YEAR, created=CREATED) == calendar_file(YEAR, created=CREATED)


def test_signs_that_mean_something_in_a_calendar_come_back_as_typed() -> None:
    odd = replace(YEAR, moments=(replace(single("m", "a\\b; c, d\né", date(2021, 5, 1)), remark="x;y" * 60),))
    (event,) = read(odd).values()
    assert event.summary.value == "a\\b; c, d\né"
    assert "x;y" * 60 in event.description.value


def test_everything_of_the_example_says_so() -> None:
    events = read(EXAMPLE).values()
    assert all(event.summary.value.startswith("VOORBEELD: ") for event in events)
    assert all("VOORBEELD" in event.description.value for event in events)


@pytest.mark.parametrize("begin", ["", "25:00", "half acht", "19:60"])
def test_an_overleg_without_an_hour_is_a_whole_day(begin: str) -> None:
    (event,) = read(with_meeting(date(2021, 5, 1), begin)).values()
    assert event.dtstart.value == date(2021, 5, 1)


def test_an_overleg_that_ends_before_it_begins_takes_the_usual_time() -> None:
    (event,) = read(with_meeting(date(2021, 5, 1), "19:30", "07:00")).values()
    assert event.dtend.value - event.dtstart.value == timedelta(hours=2)


def test_every_line_is_short_enough_for_old_calendars() -> None:
    lines = calendar_file(EXAMPLE, created=CREATED).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert STRIP.name.encode() not in b"".join(lines)
