"""Which copies go: every case by hand that people would ask about, and rules that hold for any set of copies."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from huurdersapp.store.thinning import ASIDE, GOOD, Seen, months_before, thin

NOW = datetime(2026, 3, 31, 17, 0, tzinfo=UTC)
DAY = timedelta(days=1)
seen = st.builds(
    Seen,
    made_at=st.integers(-60, 900 * 24 * 60).map(lambda minutes: NOW - timedelta(minutes=minutes)),
    good=st.booleans(),
    aside=st.sampled_from([False, False, False, True]),
    size=st.integers(1, 50),
)
copies = st.lists(seen, max_size=60)


def staying(found: list[Seen], **options: int) -> list[Seen]:
    gone = set(thin(found, NOW, **options).all)
    return [copy for place, copy in enumerate(found) if place not in gone]


def test_all_of_two_days_stay_then_a_copy_a_day_a_week_and_a_month() -> None:
    hours = [Seen(NOW - timedelta(hours=hour)) for hour in range(0, 24 * 500, 4)]
    ages = sorted((NOW - copy.made_at) / DAY for copy in staying(hours, months=18))
    assert [age for age in ages if age < 2] == [hour / 24 for hour in range(0, 48, 4)]
    older = [age for age in ages if age >= 2]
    assert [int(age) for age in older[:7]] == [2, 2, 3, 4, 5, 6, 7]
    assert len(older) <= 7 + 4 + 12
    for month in range(1, 11):
        assert any(month * 30.5 <= age + 31 and age <= (month + 1) * 31 for age in older), month


def test_a_copy_that_is_too_old_goes_even_when_fewer_than_three_good_ones_stay_but_not_the_newest_good() -> (
    None
):
    old = [Seen(NOW - 400 * DAY), Seen(NOW - 500 * DAY), Seen(NOW - 380 * DAY, good=False)]
    assert staying(old) == [old[0]]
    assert staying(old, months=14) == [old[0], old[2]]
    assert thin(old, NOW).too_old == (1, 2)


def test_a_copy_from_before_an_update_stays_a_month_whatever_else_there_is() -> None:
    fresh = [Seen(NOW - timedelta(days=5, minutes=minute)) for minute in range(5)]
    update = Seen(NOW - timedelta(days=5, hours=3), aside=True)
    assert update in staying([*fresh, update])
    late = Seen(NOW - ASIDE - 3 * timedelta(hours=1), aside=True)
    beside = [Seen(late.made_at + timedelta(minutes=minute)) for minute in (5, 10)]
    assert late not in staying([*fresh, *beside, late])


def test_when_the_room_is_full_the_oldest_go_first_and_three_good_ones_stay() -> None:
    found = [Seen(NOW - day * DAY, size=10) for day in range(8)]
    assert staying(found, cap=50) == found[:5]
    assert staying(found, cap=1) == found[:GOOD]
    assert thin(found, NOW, cap=1).too_much == 29


def test_where_a_good_and_a_bad_copy_are_of_one_day_the_good_one_stays() -> None:
    good, bad = Seen(NOW - 5 * DAY), Seen(NOW - 5 * DAY + timedelta(hours=1), good=False)
    fresh = [Seen(NOW - timedelta(minutes=minute)) for minute in range(3)]
    assert staying([*fresh, good, bad]) == [*fresh, good]


def test_a_copy_from_the_future_stays_but_takes_nobodys_place() -> None:
    """Made while the clock was wrong: it may well be the oldest."""
    real = [Seen(NOW - day * DAY, size=10) for day in range(4)]
    future = [Seen(NOW + day * DAY, size=10) for day in range(1, 5)]
    assert staying([*real, *future]) == [*real, *future]
    assert staying([*real, *future], cap=1) == real[:GOOD]


@given(copies, st.integers(1, 36), st.none() | st.integers(0, 500))
def test_for_any_copies_the_promises_hold(found: list[Seen], months: int, cap: int | None) -> None:
    gone = thin(found, NOW, months=months, cap=cap)
    left = [copy for place, copy in enumerate(found) if place not in gone.all]
    oldest = months_before(NOW, months)
    good = sorted(
        (copy for copy in found if copy.good),
        key=lambda copy: (copy.made_at <= NOW, copy.made_at),  # one from the future is not known to be new
        reverse=True,
    )
    fresh_good = [copy for copy in good if copy.made_at >= oldest]
    assert len([copy for copy in left if copy.good]) >= min(GOOD, len(fresh_good)), "three good ones"
    assert not good or any(copy.made_at == good[0].made_at and copy.good for copy in left), (
        "the newest good one"
    )
    too_old = [copy for copy in left if copy.made_at < oldest]
    assert len(too_old) <= 1
    assert all(copy.good and copy.made_at == good[0].made_at for copy in too_old), "none too old"
    assert sorted((*gone.thinned, *gone.too_old, *gone.no_room)) == list(gone.all), "each for one reason"
    if cap is None:
        assert gone.no_room == ()
        recent = [copy for copy in found if NOW - copy.made_at < 2 * DAY and copy.made_at >= oldest]
        assert all(copy in left for copy in recent), "all of two days"
    else:
        assert gone.too_much == max(sum(copy.size for copy in left) - cap, 0)


@given(copies)
def test_thinning_again_takes_nothing_more(found: list[Seen]) -> None:
    left = staying(found)
    assert staying(left) == left


@given(st.integers(0, 2**32))
def test_a_year_of_thinning_every_day_keeps_a_copy_of_every_week_and_month(seed: int) -> None:
    """What matters is not one thinning, but all of them after each other."""
    left: list[Seen] = []
    start = NOW - 200 * DAY
    for day in range(200):
        now = start + day * DAY
        left.append(Seen(now - timedelta(hours=(seed >> day % 30) % 9)))
        gone = set(thin(left, now).all)
        left = [copy for place, copy in enumerate(left) if place not in gone]
    ages = [(NOW - DAY - copy.made_at) / DAY for copy in left]
    assert all(any(age - 1 < wanted <= age + 1 for age in ages) for wanted in range(1, 8)), (
        "each day of a week"
    )
    assert all(any(7 * week - 7 <= age <= 7 * week + 7 for age in ages) for week in range(1, 5)), "each week"
    months = {((NOW - timedelta(days=age)).year, (NOW - timedelta(days=age)).month) for age in ages}
    assert len(months) >= 6, "each month"
    assert len(left) <= 3 + 7 + 4 + 12
