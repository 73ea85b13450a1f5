"""The 70 % in whole numbers, and the eight weeks; against integers and a calendar made by others."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from huurdersapp.records.draagvlak import Telling, court_days, needed, percentage

PRINTED = ((10, 7), (11, 8), (12, 9), (13, 10), (20, 14), (23, 17), (169, 119))
"""Tenants and how many of them must agree."""
COURT = """
2023-11-06 2024-01-01 2024-01-02 Nieuwjaarsdag
2026-11-05 2026-12-31 2026-12-31 last day of the year
2026-11-06 2027-01-01 2027-01-04 Nieuwjaarsdag on a Friday
2023-12-06 2024-01-31 2024-01-31 over the end of the year
2024-01-04 2024-02-29 2024-02-29 ends on the leap day
2024-01-05 2024-03-01 2024-03-01 over the leap day
2023-01-05 2023-03-02 2023-03-02 the same without a leap day
2024-02-29 2024-04-25 2024-04-25 begins on the leap day
2027-12-31 2028-02-25 2028-02-25 over the end of the year, before the leap day
2028-01-04 2028-02-29 2028-02-29 ends on the leap day
2024-02-02 2024-03-29 2024-04-02 Goede Vrijdag
2024-02-03 2024-03-30 2024-04-02 the Saturday before Easter
2024-02-04 2024-03-31 2024-04-02 Easter, and the clock goes forward
2024-02-05 2024-04-01 2024-04-02 tweede Paasdag
2026-03-02 2026-04-27 2026-04-28 Koningsdag on a Monday
2025-03-01 2025-04-26 2025-04-28 Koningsdag on a Saturday
2025-03-02 2025-04-27 2025-04-28 a Sunday
2025-03-10 2025-05-05 2025-05-06 5 May in a year in which all have it off
2026-03-10 2026-05-05 2026-05-06 5 May in another year
2024-03-14 2024-05-09 2024-05-10 Hemelvaartsdag
2024-03-25 2024-05-20 2024-05-21 tweede Pinksterdag
2024-10-30 2024-12-25 2024-12-27 Eerste Kerstdag
2025-10-30 2025-12-25 2025-12-29 Kerst before a weekend
2026-10-30 2026-12-25 2026-12-28 Eerste Kerstdag on a Friday
2024-09-01 2024-10-27 2024-10-28 a Sunday, and the clock goes back
2024-04-17 2024-06-12 2024-06-12 an ordinary Wednesday
"""
"""Notice, last day by `date -d 'NOTICE +56 days'`, and the first day from there that is no Saturday, Sunday or one of the
holidays, which were looked up on a calendar and typed here."""


@pytest.mark.parametrize(("tenants", "count"), PRINTED)
def test_so_many_must_agree(tenants: int, count: int) -> None:
    assert needed(tenants) == count


def test_what_is_needed_is_exact_and_no_percentage_says_otherwise_for_every_number_of_tenants() -> None:
    for tenants in range(1, 10_001):
        least = needed(tenants)
        assert 10 * least >= 7 * tenants > 10 * (least - 1)
        short, enough = percentage(least - 1, tenants), percentage(least, tenants)
        assert short is not None
        assert enough is not None
        assert short < 70 <= enough


def test_another_share_is_never_shown_where_it_is_not_reached() -> None:
    for share in range(1, 101):
        for tenants in (1, 2, 3, 7, 23, 169, 199, 1_997, 19_999):
            least = needed(tenants, share)
            assert 100 * least >= share * tenants > 100 * (least - 1)
            short = percentage(least - 1, tenants, share)
            assert short is not None
            assert short < share


def test_a_share_beyond_the_law_does_not_make_the_seventy_of_the_law_look_reached() -> None:
    for tenants in range(1, 10_001):
        short = percentage(needed(tenants) - 1, tenants, 80)
        assert short is not None
        assert short < 70


@pytest.mark.parametrize(("tenants", "share"), [(-1, 70), (1, 0), (1, 101)])
def test_what_is_no_number_of_tenants_or_no_share_is_a_fault_of_ours(tenants: int, share: int) -> None:
    with pytest.raises(ValueError, match="not a number"):
        needed(tenants, share)


def test_sixteen_of_twenty_three_is_not_reached() -> None:
    count = Telling(ja=16, nee=3, geen_reactie=3, niet_benaderd=1)
    assert (count.huurders, count.nodig, count.nog_nodig) == (23, 17, 1)
    assert (count.gehaald, count.vermoeden, count.kan_nog) == (False, False, True)
    assert count.percentage == Decimal("69.57")
    assert count.als(1).gehaald


def test_empty_homes_are_no_tenants_but_belong_to_the_building() -> None:
    ten = Telling(ja=6, niet_benaderd=2, leeg=2)
    assert (ten.huurders, ten.nodig, ten.alle_woningen) == (8, 6, 10)
    assert ten.vermoeden
    nine = Telling(ja=9)
    assert (nine.gehaald, nine.vermoeden_mogelijk, nine.vermoeden) == (True, False, False)


def test_a_home_with_two_huurovereenkomsten_is_one_home() -> None:
    shared = Telling(ja=10, woningen=9)
    assert (shared.huurders, shared.alle_woningen, shared.vermoeden) == (10, 9, False)


def test_who_did_not_answer_did_not_agree() -> None:
    silent = Telling(ja=13, geen_reactie=7)
    assert (silent.nodig, silent.nog_nodig, silent.open) == (14, 1, 7)
    assert not Telling(ja=13, nee=7).kan_nog


def test_without_tenants_nothing_is_reached() -> None:
    empty = Telling(leeg=12)
    assert (empty.nodig, empty.gehaald, empty.kan_nog, empty.vermoeden) == (0, False, False, False)
    assert empty.percentage is None


def test_a_promise_of_more_does_not_take_the_place_of_the_law() -> None:
    promised = Telling(ja=15, nee=5, deel=80)
    assert (promised.nodig, promised.gehaald, promised.vermoeden) == (16, False, True)


def test_what_if_takes_from_those_without_an_answer_only() -> None:
    now = Telling(ja=5, nee=2, geen_reactie=2, niet_benaderd=3, leeg=1)
    for more in range(now.open + 1):
        then = now.als(more)
        assert (then.ja, then.nee, then.leeg, then.huurders) == (5 + more, 2, 1, 12)
    for wrong in (-1, now.open + 1):
        with pytest.raises(ValueError, match="not among"):
            now.als(wrong)


@pytest.mark.parametrize("line", COURT.strip().splitlines())
def test_eight_weeks_end_on_the_day_of_the_calendar(line: str) -> None:
    notice, last, moved = map(date.fromisoformat, line.split()[:3])
    assert court_days(notice) == (last, moved)
