"""Dutch as it stands on paper."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huurdersapp.reports import language


def spaced(text: str) -> str:
    return text.replace(language.NBSP, "~")


def test_dates_are_long_in_prose_and_short_in_tables() -> None:
    assert spaced(language.day_long(date(2026, 3, 5))) == "5~maart 2026"
    assert language.day_short(date(2026, 3, 5)) == "05-03-2026"
    assert language.day_short(None) == "–"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2019, 1, 1), date(2019, 4, 30), "januari tot en met april 2019"),
        (date(2019, 1, 1), date(2019, 12, 31), "2019"),
        (date(2020, 2, 1), date(2020, 2, 29), "februari 2020"),
        (date(2019, 2, 1), date(2020, 2, 28), "1~februari 2019 tot en met 28~februari 2020"),
        (date(2018, 9, 1), date(2019, 3, 31), "september 2018 tot en met maart 2019"),
        (date(2019, 3, 5), date(2019, 3, 9), "5 tot en met 9~maart 2019"),
        (date(2019, 3, 5), date(2019, 4, 9), "5~maart tot en met 9~april 2019"),
        (date(2019, 3, 5), date(2019, 3, 5), "5~maart 2019"),
    ],
)
def test_a_period_reads_as_people_say_it(start: date, end: date, expected: str) -> None:
    assert spaced(language.days_between(start, end)) == expected


def test_numbers_have_points_for_thousands_and_a_comma_for_decimals() -> None:
    assert language.number(1234) == "1.234"
    assert language.number(Decimal("1234.5")) == "1.234,5"
    assert language.number(Decimal("2.5"), 0) == "3"
    assert language.number(Fraction(-5, 2), 0) == "−3"


def test_whole_euros_have_no_cents_in_prose_but_do_in_a_column() -> None:
    assert spaced(language.money(59600)) == "€~596"
    assert spaced(language.money(59600, column=True)) == "€~596,00"
    assert spaced(language.money(2545173)) == "€~25.451,73"
    assert spaced(language.money(-1230)) == "€~−12,30"


def test_a_share_that_decides_is_never_rounded_over_its_limit() -> None:
    assert spaced(language.percent(16, 23)) == "69,6~%"
    assert spaced(language.percent(6996, 10000, limit=70)) == "69,96~%"
    assert spaced(language.percent(6996, 10000)) == "70,0~%"
    assert spaced(language.percent(7, 10, limit=70)) == "70,0~%"
    assert spaced(language.percent(7001, 10000, limit=70)) == "70,01~%"


@given(st.integers(1, 5000), st.data(), st.integers(1, 99))
def test_a_printed_share_lies_on_the_same_side_of_the_limit_as_the_share(
    whole: int, data: st.DataObject, limit: int
) -> None:
    part = data.draw(st.integers(0, whole))
    text = language.percent(part, whole, limit=limit).split(language.NBSP)[0]
    figure = Fraction(text.replace(".", "").replace(",", "."))
    share = Fraction(100 * part, whole)
    assert (figure > limit) == (share > limit)
    assert (figure < limit) == (share < limit)


@given(st.integers(0, 3000))
def test_a_counted_word_is_singular_only_for_one(count: int) -> None:
    text = language.aantal(count, "huurder", "huurders")
    assert text.endswith(" huurder") == (count == 1)
    assert any(c.isdigit() for c in text) == (count > 20)
    assert language.aantal(count, "huurder", "huurders", digits=True).startswith(language.number(count))


def test_counts_to_twenty_are_words() -> None:
    assert language.aantal(0, "advies", "adviezen") == "geen adviezen"
    assert language.aantal(1, "advies", "adviezen") == "één advies"
    assert language.aantal(20, "advies", "adviezen") == "twintig adviezen"
    assert language.aantal(1200, "advies", "adviezen") == "1.200 adviezen"


@given(st.lists(st.sampled_from("abcdef"), max_size=6))
def test_an_enumeration_has_one_and_at_most(items: list[str]) -> None:
    text = language.enumeration(items)
    assert text.count(" en ") == (len(items) > 1)
    assert text.count(",") == max(0, len(items) - 2)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (" ijs is koud ", "ijs is koud."),
        ("Klaar?", "Klaar?"),
        ("Klaar.", "Klaar."),
        ("v <b>", "v <b>"),
        ("a & b;", "a & b;"),
        ("uit 2019", "uit 2019."),
        ("Er komt groen (gras)", "Er komt groen (gras)."),
        ("Zij zei ‘ja’", "Zij zei ‘ja’."),
        ("Zij zei ‘ja.’", "Zij zei ‘ja.’"),
        ("hoogstens 5%", "hoogstens 5%."),
        ("", ""),
    ],
)
def test_a_typed_sentence_keeps_its_capital_and_gets_one_full_stop_after_a_word(
    typed: str, printed: str
) -> None:
    assert language.sentence(typed) == printed


def test_a_clause_loses_its_full_stop() -> None:
    assert language.clause("Tot hier.") == "Tot hier"


def test_how_late_something_is_stands_in_words() -> None:
    due = date(2019, 4, 1)
    said = {day: language.overdue(due, day) for day in (due, date(2019, 4, 2), date(2019, 4, 15))}
    assert list(said.values()) == ["", "één dag te laat", "twee weken te laat"]
    assert language.overdue(due, date(2019, 4, 20)) == "ruim twee weken te laat"
    assert language.overdue(due, date(2019, 8, 1)) == "vier maanden te laat"
    assert language.overdue(date(2019, 1, 31), date(2019, 4, 30)) == "ruim twee maanden te laat"


def test_babel_is_read_at_first_use_only() -> None:
    code = "import sys, huurdersapp.reports.language; sys.exit('babel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
