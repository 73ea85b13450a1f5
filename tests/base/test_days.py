"""Days as people type them: each form gives the day that it says, and nothing else is taken for a day."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest
from babel.dates import get_month_names
from hypothesis import given
from hypothesis import strategies as st

from huurdersapp.base.days import NotADay, Prefer, shown, typed_day
from huurdersapp.base.formats import day_long

TODAY = date(2026, 11, 20)  # a Friday
NAMES = get_month_names("wide", locale="nl")
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
PREFERENCES: tuple[Prefer, ...] = ("past", "future", "near")
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


def forms(day: date) -> list[str]:
    """Every way to write a day with its whole year."""
    name, weekday = NAMES[day.month], WEEKDAYS[day.weekday()]
    short = {"maart": "mrt"}.get(name, name[:3])
    return [
        f"{day:%d-%m-%Y}",
        f"{day.day}-{day.month}-{day.year}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day} {day.month} {day.year}",
        f"{day.day} - {day.month} - {day.year}",
        f"{day:%d%m%Y}",
        day.isoformat(),
        f"{day.day} {name} {day.year}",
        f"  {day.day}  {name.upper()}  {day.year} ",
        f"{day.day}e {short} {day.year}",
        f"{day.day}-{short}-{day.year}",
        f"{day.day} {short}. {day.year}",
        f"{weekday} {day.day} {name} {day.year}",
        f"{weekday[:2]} {day.day}-{day.month}-{day.year}",
        f"{weekday[:2]}. {day.day} {short} {day.year}",
        shown(day),
        day_long(day),
    ]


@given(DAYS, DAYS)
def test_every_way_to_write_a_day_gives_that_day(day: date, today: date) -> None:
    for prefer in PREFERENCES:
        assert {typed_day(form, today, prefer) for form in forms(day)} == {day}


def test_every_day_from_1990_to_2060_is_shown_and_read_back() -> None:
    day = date(1990, 1, 1)
    while day.year <= 2060:
        assert typed_day(shown(day), TODAY) == typed_day(f"{day:%d%m%Y}", TODAY) == day
        day += timedelta(1)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), DAYS)
def test_a_year_of_two_digits_is_always_of_this_century(day: date, today: date) -> None:
    year = f"{day:%y}"
    name = NAMES[day.month]
    for form in (
        f"{day.day}-{day.month}-{year}",
        f"{day.day}/{day.month}/{year}",
        f"{day:%d%m}{year}",
        f"{day.day} {name} '{year}",
        f"{day.day} {name[:3] if name != 'maart' else 'mrt'} ’{year}",
    ):
        assert typed_day(form, today) == day


@given(DAYS.filter(lambda day: (day.day, day.month) != (29, 2)), DAYS)
def test_a_day_without_a_year_is_the_last_the_next_or_the_nearest(day: date, today: date) -> None:
    for form in (f"{day.day}-{day.month}", f"{day.day}.{day.month}.", f"{day.day} {NAMES[day.month]}"):
        last, next_, near = (typed_day(form, today, prefer) for prefer in PREFERENCES)
        assert {(found.day, found.month) for found in (last, next_, near)} == {(day.day, day.month)}
        assert last <= today <= next_
        assert (next_ - last).days in (0, 365, 366)
        assert abs(near - today) == min(today - last, next_ - today)


@given(st.integers(0, 6), DAYS)
def test_a_weekday_alone_is_the_last_the_next_or_the_nearest(weekday: int, today: date) -> None:
    for form in (WEEKDAYS[weekday], WEEKDAYS[weekday][:2], f"{WEEKDAYS[weekday][:2]}."):
        last, next_, near = (typed_day(form, today, prefer) for prefer in PREFERENCES)
        assert {found.weekday() for found in (last, next_, near)} == {weekday}
        assert today - timedelta(6) <= last <= today <= next_ <= today + timedelta(6)
        assert abs(near - today) <= timedelta(3)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("vandaag", TODAY),
        ("Gisteren", TODAY - timedelta(1)),
        ("eergisteren", TODAY - timedelta(2)),
        ("morgen", TODAY + timedelta(1)),
        ("overmorgen", TODAY + timedelta(2)),
        ("over twee weken", TODAY + timedelta(14)),
        ("over één dag", TODAY + timedelta(1)),
        ("over een week", TODAY + timedelta(7)),
        ("2 weken geleden", TODAY - timedelta(14)),
        ("drie dagen geleden", TODAY - timedelta(3)),
        ("over 3 maanden", date(2027, 2, 20)),
        ("een jaar geleden", date(2025, 11, 20)),
        ("22 nov", date(2026, 11, 22)),
        ("15/12/26", date(2026, 12, 15)),
        ("1 mrt", date(2027, 3, 1)),
        ("3 november '26", date(2026, 11, 3)),
        ("5.6.", date(2026, 6, 5)),
        ("1 sept", date(2026, 9, 1)),
        ("22112026", date(2026, 11, 22)),
        ("29-2-2028", date(2028, 2, 29)),
    ],
)
def test_days_are_read_as_people_type_them(text: str, day: date) -> None:
    assert typed_day(text, TODAY) == day


@given(DAYS, st.integers(1, 500))
def test_days_told_from_today_are_counted(today: date, count: int) -> None:
    assert typed_day(f"over {count} dagen", today) == today + timedelta(count)
    assert typed_day(f"{count} weken geleden", today) == today - timedelta(7 * count)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("31-2", "31 februari bestaat niet. Kijk de datum na."),
        ("31 feb 2026", "31 februari bestaat niet. Kijk de datum na."),
        ("2026-04-31", "31 april bestaat niet. Kijk de datum na."),
        ("0-5", "0 mei bestaat niet. Kijk de datum na."),
        ("29-2-2026", "2026 heeft geen 29 februari. Kijk de datum na."),
        ("29 feb", "2026 heeft geen 29 februari. Kijk de datum na."),
        ("1-13-2026", "De maand 13 bestaat niet. Kijk de datum na."),
        ("22-11-0226", "Het jaar 226 kan hier niet. Kijk de datum na."),
        ("ma 22 november 2026", "22 november 2026 is een zondag. Kijk de datum na."),
        ("kaas", "Dit is geen datum. Schrijf bijvoorbeeld 22-11-2026, 22 nov of gisteren."),
    ],
)
def test_a_day_that_does_not_exist_is_told_in_words(text: str, sentence: str) -> None:
    with pytest.raises(NotADay) as told:
        typed_day(text, TODAY)
    assert told.value.sentence() == sentence


# dateparser alone would make a day of many of these.
@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "12",
            "10:30",
            "november",
            "nov 2026",
            "2026",
            "volgende week",
            "vorig jaar",
            "deze maand",
        ),
        *("over 3 uur", "nu", "22 nov 2026 10:30", "1 ma 2026", "1 dagen 2026", "22-11-026", "22-11-2", "-"),
        *(
            "over 99999 jaar",
            "99999999 dagen geleden",
            "22 november 2026 en 3 mei",
            "12 maa 26",
            "22--11",
            "5",
        ),
        *("over 99999999999999999999 dagen", "٣ mei 2026x", "1 uur 2026", "dinsdag woensdag", "x 22-11-2026"),
    ],
)
def test_what_does_not_say_one_day_is_refused(text: str) -> None:
    with pytest.raises(NotADay):
        typed_day(text, TODAY)


@given(st.text(st.sampled_from("0123456789-/. 'adeghijlmnoprtvwz"), max_size=14))
def test_no_text_gives_a_day_that_it_does_not_say(text: str) -> None:
    try:
        day = typed_day(text, TODAY)
    except NotADay:
        return
    written = [int(part) for part in "".join(c if c.isdigit() else " " for c in text).split()]
    compact = text.strip()
    assert (
        day.day in written
        or (compact.isdigit() and int(compact[:2]) == day.day)
        or any(
            word in text
            for word in ("morgen", "gisteren", "vandaag", "geleden", "over", WEEKDAYS[day.weekday()][:2])
        )
    )


def test_a_day_is_shown_with_its_weekday() -> None:
    assert shown(date(2026, 11, 22)) == "zo 22 november 2026"
    assert shown(date(2026, 5, 1)) == "vr 1 mei 2026"


def test_the_reader_of_days_is_loaded_when_a_day_is_typed() -> None:
    code = "import sys, huurdersapp.base.days; assert 'dateparser' not in sys.modules and 'babel' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
