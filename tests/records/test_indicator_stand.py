"""How a measure stands, for every sort of measure that the akkoord of Emmen has, on the days that matter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huurdersapp.base import period
from huurdersapp.records.akkoord_bestand import read_akkoord
from huurdersapp.records.akkoord_keuzes import STAND
from huurdersapp.records.indicator_samen import added_up
from huurdersapp.records.indicator_stand import (
    WORST_FIRST,
    Measure,
    Target,
    Value,
    Years,
    judge,
    worst,
)
from huurdersapp.records.indicator_zinnen import figure, with_unit
from tests.akkoorden import EMMEN

GEHAALD, NIET, ACHTER, OP = "gehaald", "niet_gehaald", "achter", "op_schema"
BOVEN, NOG, MIST = "boven_de_bandbreedte", "nog_niet_te_zeggen", "niet_aangeleverd"
A, DG = "A++, A+, A", "D, E, F, G"


def exact(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(int(value) if isinstance(value, bool) else value))


@cache
def file_of() -> dict[str, Any]:
    """The measures of the akkoord of Emmen, by code."""
    found = read_akkoord(EMMEN)
    return {maat.code: maat for thema in found.themas for doel in thema.doelen for maat in doel.indicatoren}


def emmen(code: str, **more: Any) -> Measure:
    """A measure of Emmen."""
    maat = file_of()[code]
    targets = tuple(
        Target(
            line.jaar, exact(line.waarde), exact(line.min), exact(line.max), line.klasse, line.kern or "",
            line.precisie or "", line.circa,
        )
        for line in maat.streefwaarden
    )  # fmt: skip
    made = Measure(
        maat.soort, maat.norm, maat.richting, maat.tijd, maat.eenheid, tuple(maat.klassen), targets,
        counted=maat.regel is not None,
    )  # fmt: skip
    return replace(made, **more)


def value(span: str, number: str | None = None, **classes: str) -> Value:
    """A value over a period, in the numbers of people."""
    days = period.parse(span)
    shares = {name: Decimal(share.replace(",", ".")) for name, share in classes.items()}
    return Value(days.first, days.last, None if number is None else Decimal(number.replace(",", ".")), shares)


def stand(measure: Measure, on: str, *values: Value, years: tuple[int, int] = (2019, 2024)) -> str:
    """The stand on a day."""
    return judge(measure, values, Years(*years, date.fromisoformat(on))).key


def rule(measure: Measure, on: str, *values: Value, years: tuple[int, int] = (2019, 2024)) -> str:
    """The rule in words on a day."""
    return judge(measure, values, Years(*years, date.fromisoformat(on))).rule


def label(a: str, dg: str, b: str = "45", c: str = "30", span: str = "2021") -> Value:
    return value(span, **{A: a, "B": b, "C": c, DG: dg})


# -- every combination of Emmen --------------------------------------------------------------------------------------

Case = tuple[str, list[tuple[str, str]], str, str]
CASES: list[Case] = [
    # code, values, day, stand
    ("BB10-I3", [("2020", "12")], "2021-01-01", NOG),
    ("BB10-I3", [], "2020-03-01", MIST),
    ("BB13-I1", [("2020", "10,0")], "2021-01-01", GEHAALD),
    ("BB13-I1", [("2020", "10,1")], "2021-01-01", NIET),
    ("BB14-I12", [("2020", "80")], "2021-01-01", GEHAALD),
    ("BB14-I12", [("2020", "79,9")], "2021-01-01", NIET),
    ("DU2-I10", [("2021", "70")], "2022-01-01", NOG),
    ("DU2-I10", [("2023-T1", "64,9")], "2023-05-01", ACHTER),
    ("DU2-I10", [("2023", "65")], "2024-01-01", GEHAALD),
    ("DU2-I10", [("2023", "64,9")], "2024-01-01", NIET),
    ("BB6-I2", [("2019", "8"), ("2020", "12")], "2021-01-01", GEHAALD),
    ("BB6-I2", [("2019", "8"), ("2020", "9")], "2021-01-01", NIET),
    ("BB14-I13", [("2020", "10,9")], "2021-01-01", GEHAALD),
    ("BB14-I13", [("2020", "11,1")], "2021-01-01", NIET),
    ("BB14-I13", [("2020", "8,9")], "2021-01-01", NIET),
    ("DU2-I5", [("2020", "12")], "2021-01-01", NOG),
    ("BB14-I1", [("2020", "100")], "2021-01-01", GEHAALD),
    ("BB14-I1", [("2020", "95")], "2021-01-01", NOG),
    ("BB14-I1", [("2024", "95")], "2025-01-01", NIET),
    ("BB2-I3", [("2020", "12")], "2021-01-01", NOG),
    ("BB3-I1", [("2020", "12")], "2021-01-01", NOG),
    ("BB1-I9", [], "2023-01-01", NOG),
    ("BB2-I1", [("2020", "12")], "2021-01-01", NOG),
    ("BB6-I4", [("2020", "1")], "2021-01-01", GEHAALD),
    ("BB6-I4", [("2020", "1,5")], "2021-01-01", NIET),
    ("BB1-I2", [("2020", "4")], "2021-01-01", GEHAALD),
    ("BB1-I2", [("2020", "3")], "2021-01-01", NIET),
    ("BB1-I2", [("2019-T1", "4")], "2020-02-01", NOG),
    ("BB1-I2", [("2019-T1", "4")], "2020-03-01", MIST),
    ("BB12-I2", [("2020", "1,5")], "2021-01-01", GEHAALD),
    ("BB12-I2", [("2020", "1,4")], "2021-01-01", NIET),
    ("BB1-I3", [("2019", "6")], "2020-01-01", GEHAALD),
    ("BB1-I3", [("2019", "5")], "2020-01-01", NIET),
    ("BB1-I3", [("2019-T1", "5")], "2019-06-01", ACHTER),
    ("BB1-I3", [], "2020-01-01", MIST),
    ("BB6-I3", [("2019", "150"), ("2020", "250")], "2021-01-01", GEHAALD),
    ("BB6-I3", [("2019", "200"), ("2020", "210")], "2021-01-01", GEHAALD),
    ("BB6-I3", [("2019", "200"), ("2020", "199,8")], "2021-01-01", NIET),
    ("BB6-I3", [("2019", "150"), ("2020", "248")], "2021-01-01", NIET),
    ("BB14-I8", [("2020", "0")], "2021-01-01", GEHAALD),
    ("BB14-I8", [("2020", "1")], "2021-01-01", NIET),
    ("BB6-I1", [("2020", "2000")], "2021-01-01", GEHAALD),
    ("BB6-I1", [("2020", "1999")], "2021-01-01", NOG),
    ("DU2-I6", [("2019", "160"), ("2020", "180")], "2021-01-01", OP),
    ("DU2-I6", [("2019", "160"), ("2020", "170")], "2021-01-01", ACHTER),
    ("DU2-I6", [(str(year), "171") for year in range(2019, 2029)], "2029-01-01", GEHAALD),
    ("WZ4-I1", [("2021", "100")], "2022-01-01", GEHAALD),
    ("WZ4-I1", [("2021", "101")], "2022-01-01", GEHAALD),
    ("WZ4-I1", [("2021", "99")], "2022-01-01", NIET),
    ("WZ4-I2", [("2020", "101")], "2021-01-01", GEHAALD),
    ("WZ4-I2", [("2020", "40")], "2021-01-01", NOG),
    ("BB4-I1", [("2021", "10")], "2022-01-01", GEHAALD),
    ("BB4-I1", [("2021", "9")], "2022-01-01", NIET),
    ("BB4-I1", [("2021", "61")], "2022-01-01", BOVEN),
    ("BB5-I1", [("2021", "110")], "2022-01-01", GEHAALD),
    ("BB5-I1", [("2021", "150")], "2022-01-01", GEHAALD),
    ("BB5-I1", [("2021", "151")], "2022-01-01", BOVEN),
    ("BB5-I1", [("2020", "151")], "2021-01-01", BOVEN),
    ("BB5-I1", [("2020", "110")], "2021-01-01", OP),
    ("BB5-I1", [("2021", "109")], "2021-12-31", ACHTER),
    ("BB5-I1", [("2021", "109")], "2022-01-01", NIET),
    ("BB5-I2", [("2019", "15"), ("2020", "35")], "2021-01-01", GEHAALD),
    ("BB5-I2", [("2019", "14"), ("2020", "15")], "2021-01-01", NIET),
    ("BB5-I2", [("2019", "36"), ("2020", "36")], "2021-01-01", BOVEN),
    ("BB5-I2", [("2020", "20")], "2021-01-01", NOG),
    ("BB1-I5", [("2020", "1000")], "2021-01-01", NOG),
    ("BB1-I6", [("2020", "10000000")], "2021-01-01", GEHAALD),
    ("BB1-I6", [("2020", "10000000,01")], "2021-01-01", NIET),
    ("BB1-I4", [("2020", "17000")], "2021-01-01", GEHAALD),
    ("BB1-I4", [("2020", "16999,99")], "2021-01-01", NIET),
    ("BB14-I2", [("2020", "1")], "2021-01-01", NOG),
    ("LW2-I4", [("2020-T2", "1")], "2021-01-01", GEHAALD),
    ("LW2-I4", [("2020", "0")], "2021-01-01", NIET),
    ("LW2-I4", [("2020-T2", "1")], "2020-09-01", MIST),
    ("BB10-I1", [("2020", "1")], "2021-01-01", GEHAALD),
    ("BB10-I1", [("2020", "0")], "2021-01-01", NIET),
    ("BB1-I1", [("2018", "1")], "2019-06-01", GEHAALD),
    ("BB1-I1", [("2018", "0")], "2019-06-01", NIET),
    ("DU2-I8", [("2020", "1")], "2024-01-01", GEHAALD),
    ("DU2-I8", [("2020", "0")], "2021-01-01", NOG),
    ("DU3-I1", [("2020", "0")], "2021-01-01", NOG),
    ("DU3-I1", [("2020", "1")], "2021-01-01", GEHAALD),
    ("BB14-I3", [("2020", "1")], "2021-01-01", GEHAALD),
    ("BB14-I3", [("2020", "0")], "2021-01-01", NOG),
    ("DU2-I12", [("2020", "70")], "2021-01-01", GEHAALD),
    ("BB14-I5", [("2020", "")], "2021-01-01", NOG),
    ("BB14-I5", [], "2021-03-01", MIST),
    ("DU2-I4", [("2020", "12")], "2021-01-01", NOG),
]  # fmt: skip
ELSEWHERE = {
    ("klassenverdeling", "tussen", "stand", "uiterlijk"): "the label path below",
    ("verwijzing", "geen", "stand", None): "tests/actions/test_standen.py",
}


@pytest.mark.parametrize(("code", "values", "on", "key"), CASES)
def test_each_measure_of_emmen_stands_as_it_should(
    code: str, values: list[tuple[str, str]], on: str, key: str
) -> None:
    found = [value(span, number or None) for span, number in values]
    assert stand(emmen(code), on, *found) == key


def test_no_combination_of_emmen_is_without_a_case() -> None:
    def combination(code: str) -> tuple[Any, ...]:
        maat = file_of()[code]
        return (maat.soort, maat.norm, maat.richting, maat.tijd)

    assert len(file_of()) == 134
    tried = {combination(code) for code, *_rest in CASES} | set(ELSEWHERE)
    assert {code: combination(code) for code in file_of() if combination(code) not in tried} == {}


# -- the label path --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("a", "dg", "on", "key"),
    [
        ("20", "5", "2022-01-01", GEHAALD),
        ("20", "5", "2021-12-31", GEHAALD),
        ("19,9", "5", "2021-12-31", ACHTER),
        ("19,9", "5", "2022-01-01", NIET),
        ("20", "5,1", "2021-12-31", ACHTER),
        ("20", "5,1", "2022-01-01", NIET),
    ],
)
def test_the_label_path_of_2021(a: str, dg: str, on: str, key: str) -> None:
    assert stand(emmen("DU2-I9"), on, label(a, dg)) == key


def test_each_class_and_year_has_its_own_stand() -> None:
    found = judge(emmen("DU2-I9"), [label("19,9", "5")], Years(2019, 2024, date(2022, 6, 1)))
    stands = {(one.target.klass, one.target.year): one.key for one in found.verdicts if one.target}
    assert len(stands) == 12
    assert [stands[A, year] for year in (2021, 2023, 2026)] == [NIET, NOG, NOG]
    assert [stands[DG, year] for year in (2021, 2023, 2026)] == [GEHAALD, NOG, NOG]
    assert found.rule == (
        f"{A}: Gehaald als de laatste waarde van 2021 minstens 20 % is. Gemeten is 19,9 %, op 31 december 2021."
    )


def test_of_the_next_years_the_next_one_decides() -> None:
    path = emmen("DU2-I9")
    early, late = label("20", "5"), label("26", "2", b="47", c="25", span="2023")
    assert stand(path, "2023-12-31", early, late) == GEHAALD
    assert stand(path, "2024-01-01", early, late) == GEHAALD
    assert stand(path, "2027-01-01", early, late) == MIST


def test_a_class_that_was_left_out_is_not_delivered() -> None:
    found = judge(emmen("DU2-I9"), [value("2026", **{A: "30"})], Years(2019, 2024, date(2027, 1, 1)))
    assert found.key == MIST
    assert {one.target.klass: one.key for one in found.verdicts if one.target and one.target.year == 2026} == {
        A: GEHAALD, "B": MIST, "C": MIST, DG: MIST,
    }  # fmt: skip


# -- the straight line -----------------------------------------------------------------------------------------------

ROOMS = replace(emmen("BB5-I1"), nulmeting=Decimal(0), nulmeting_jaar=2018)


def test_the_rule_names_the_numbers_of_the_line() -> None:
    assert rule(ROOMS, "2021-01-01", value("2020", "80")) == (
        "Op schema als de waarde op of voorbij de rechte lijn ligt van 0 in 2018 naar 110 in 2021. "
        "Op 31 december 2020 is dat 73,3; gemeten is 80."
    )


@pytest.mark.parametrize(("number", "key"), [("73,3", OP), ("73,2", ACHTER), ("110", OP), ("151", BOVEN)])
def test_on_the_line_is_on_schedule(number: str, key: str) -> None:
    assert stand(ROOMS, "2021-01-01", value("2020", number)) == key


def test_a_falling_line_is_held_from_below() -> None:
    debts = Measure(
        "aantal", "hoogstens", "stand", "uiterlijk", "zaken", targets=(Target(2022, high=Decimal(10)),),
        nulmeting=Decimal(50), nulmeting_jaar=2018,
    )  # fmt: skip
    assert [stand(debts, "2021-01-01", value("2020", number)) for number in ("30", "30,1", "9")] == [
        OP, ACHTER, OP,
    ]  # fmt: skip
    assert stand(debts, "2023-01-01", value("2022", "10")) == GEHAALD
    assert stand(debts, "2023-01-01", value("2022", "11")) == NIET


def test_who_began_past_the_target_need_not_stay_further() -> None:
    rich = replace(emmen("DU2-I10"), nulmeting=Decimal(80), nulmeting_jaar=2018)
    assert stand(rich, "2021-01-01", value("2020", "66")) == OP
    assert stand(rich, "2021-01-01", value("2020", "64")) == ACHTER


def test_without_first_measurement_nothing_is_said_on_the_way() -> None:
    bare = emmen("BB5-I1")
    assert stand(bare, "2021-01-01", value("2020", "80")) == NOG
    assert "Zonder nulmeting" in rule(bare, "2021-01-01", value("2020", "80"))


@given(st.integers(2019, 2029), st.integers(1, 366), st.integers(0, 2000), st.integers(0, 2000))
def test_a_value_on_the_exact_line_is_on_schedule(year: int, day: int, start: int, end: int) -> None:
    on = min(date(year, 1, 1) + timedelta(days=day - 1), date(2029, 12, 30))
    days = 366 if on.year % 4 == 0 else 365
    passed = on.year - 1 - 2018 + Decimal(on.timetuple().tm_yday) / days
    exactly = start + (end - start) * passed / 12
    target = Target(2030, low=Decimal(end)) if end > start else Target(2030, high=Decimal(end))
    measure = Measure(
        "aantal", "minstens" if end > start else "hoogstens", "stand", "uiterlijk", targets=(target,),
        nulmeting=Decimal(start), nulmeting_jaar=2018,
    )  # fmt: skip
    found = judge(measure, [Value(on, on, exactly)], Years(2019, 2030, on))
    assert found.key == OP


# -- whole years -----------------------------------------------------------------------------------------------------


def test_trimesters_of_a_count_add_up_to_a_year_when_all_are_there() -> None:
    visies, years = emmen("BB1-I2"), (2020, 2024)
    parts = [value(f"2020-T{part}", number) for part, number in ((1, "1"), (2, "2"), (3, "1"))]
    assert stand(visies, "2021-01-01", *parts, years=years) == GEHAALD
    assert "Over 2020 is dat 4." in rule(visies, "2021-01-01", *parts, years=years)
    assert stand(visies, "2021-01-01", *parts[:2], years=years) == NOG
    assert "Een deel van een jaar zegt nog niets" in rule(visies, "2021-01-01", *parts[:2], years=years)
    assert stand(visies, "2021-01-01", parts[0], parts[0], parts[2], years=years) == NOG
    assert stand(visies, "2020-12-30", *parts, years=years) == NOG


def test_trimesters_of_a_share_do_not_add_up() -> None:
    share, years = replace(emmen("BB13-I1"), tijd="per_jaar"), (2020, 2024)
    parts = [value(f"2020-T{part}", "3") for part in (1, 2, 3)]
    assert stand(share, "2021-01-01", *parts, years=years) == NOG
    assert stand(share, "2021-01-01", *parts, value("2020-12-31..2020-12-31", "9"), years=years) == GEHAALD


def test_a_mean_is_over_all_whole_years_and_a_gap_is_told() -> None:
    mean = emmen("BB6-I3")
    found = [value("2019", "100"), value("2021", "300")]
    assert stand(mean, "2022-01-01", *found) == NOG
    assert rule(mean, "2022-01-01", *found).endswith("er is geen heel jaar gemeten over 2020.")
    assert stand(mean, "2022-01-01", *found, value("2020", "200")) == GEHAALD
    more = [value("2019", "200"), value("2020", "210")]
    assert rule(mean, "2021-01-01", *more) == (
        "Gehaald als het gemiddelde per jaar minstens 200 is. Over 2019 tot en met 2020 is dat 205. "
        "Meer dan het doel mag ook."
    )
    about = replace(mean, targets=(replace(mean.targets[0], circa=True),))
    assert "ongeveer 200 is" in rule(about, "2021-01-01", *more)
    earlier = replace(mean, nulmeting=Decimal(0), nulmeting_jaar=2016)
    assert "2017, 2018" in rule(earlier, "2022-01-01", *found, value("2020", "200"))


def test_a_target_of_one_year_is_about_that_year() -> None:
    pumps = Measure(
        "bedrag", "hoogstens", "stand", "per_jaar", "euro",
        targets=(Target(2025, high=Decimal("125000.5")), Target(2026, high=Decimal(130000))),
    )  # fmt: skip
    spent = [value("2025", "126000"), value("2026", "126000")]
    years = (2024, 2027)
    assert stand(pumps, "2026-01-15", *spent[:1], years=years) == NIET
    assert stand(pumps, "2027-01-15", *spent, years=years) == GEHAALD
    assert rule(pumps, "2026-01-15", *spent[:1], years=years) == (
        "Gehaald als de waarde over een heel jaar hoogstens €\N{NO-BREAK SPACE}125.000,50 is. "
        "Over 2025 is dat €\N{NO-BREAK SPACE}126.000."
    )


# -- what was not delivered ------------------------------------------------------------------------------------------


def test_a_value_is_late_two_months_after_its_year() -> None:
    measure = emmen("BB13-I1")
    assert stand(measure, "2020-02-29") == NOG
    assert stand(measure, "2020-03-01") == MIST
    assert "verwacht tot en met 29 februari 2020" in rule(measure, "2020-03-01")
    assert stand(measure, "2020-03-01", value("2019", "9")) == GEHAALD
    assert stand(measure, "2021-02-28", value("2019", "9")) == GEHAALD
    assert stand(measure, "2021-03-01", value("2019", "9")) == MIST
    assert stand(measure, "2019-12-31") == NOG


def test_what_is_measured_once_or_each_trimester_has_its_own_day() -> None:
    once = replace(emmen("BB1-I3"), frequentie="eenmalig")
    assert stand(once, "2019-12-31") == NOG
    assert stand(once, "2020-01-01") == MIST
    often = replace(emmen("BB13-I1"), frequentie="trimester")
    assert stand(often, "2019-06-30") == NOG
    assert stand(often, "2019-07-01") == MIST
    assert stand(often, "2019-07-01", value("2019-T1", "9")) == GEHAALD
    seldom = replace(emmen("BB13-I1"), frequentie="twee_jaar")
    assert stand(seldom, "2021-02-28") == NOG
    assert stand(seldom, "2021-03-01") == MIST


def test_nobody_delivers_what_counts_itself_and_nothing_is_late_after_the_akkoord() -> None:
    assert stand(emmen("BB1-I9"), "2023-01-01") == NOG
    assert stand(emmen("BB13-I1"), "2030-01-01", value("2024", "9")) == GEHAALD


def test_the_day_since_when_nothing_is_known() -> None:
    found = judge(emmen("BB13-I1"), [value("2019", "9")], Years(2019, 2024, date(2022, 1, 1)))
    assert found.missing_from == date(2020, 1, 1)
    assert judge(emmen("BB13-I1"), [], Years(2019, 2024, date(2022, 1, 1))).missing_from == date(2019, 1, 1)


# -- parties and places ----------------------------------------------------------------------------------------------


def of(party: str, number: str, span: str = "2021", place: str = "") -> Value:
    return replace(value(span, number), party=party, place=place)


def test_counts_of_parties_are_added_and_of_shares_the_worst_counts() -> None:
    assert stand(emmen("BB5-I1"), "2022-01-01", of("Lefier", "60"), of("Domesta", "55")) == GEHAALD
    assert stand(emmen("BB5-I1"), "2022-01-01", of("Lefier", "60"), of("Domesta", "55", "2020")) == MIST
    some = of("Lefier", "60", "2020"), of("Domesta", "55", "2019")
    assert rule(emmen("BB5-I2"), "2021-06-01", *some).startswith(
        "Nog niet alles is er; het laatste ontbreekt van Domesta."
    )
    assert rule(emmen("BB10-I3"), "2021-06-01", *some).startswith("Het akkoord noemt hier geen getal")
    found = of("Lefier", "9"), of("Domesta", "10,1")
    assert stand(emmen("BB13-I1"), "2022-01-01", *found) == NIET
    assert rule(emmen("BB13-I1"), "2022-01-01", *found).startswith("Van Domesta: ")
    assert stand(emmen("BB13-I1"), "2022-01-01", *found, value("2021", "9,5")) == GEHAALD


def test_a_target_of_a_place_looks_at_that_place() -> None:
    rooms = Measure(
        "aantal", "minstens", "toename", "uiterlijk", "kamers",
        targets=(Target(2025, low=Decimal(100), place="Noordkade"), Target(2026, low=Decimal(250))),
        nulmeting=Decimal(0), nulmeting_jaar=2023,
    )  # fmt: skip
    quay, whole = of("", "99", "2025", "Noordkade"), of("", "200", "2025")
    years = (2024, 2027)
    assert stand(rooms, "2025-12-31", quay, whole, years=years) == ACHTER
    assert stand(rooms, "2026-01-01", quay, whole, years=years) == OP
    assert stand(rooms, "2025-12-31", of("", "100", "2025", "Noordkade"), years=years) == GEHAALD


def test_only_periods_with_all_names_are_added_up() -> None:
    found = added_up([of("a", "1"), of("b", "2"), of("a", "3", "2020")], ["a", "b"], "party")
    assert [(one.value, one.party, one.tot.year) for one in found] == [(Decimal(3), "", 2021)]


# -- for any day and value -------------------------------------------------------------------------------------------

NUMBERS = st.decimals(0, 100, places=1)
CODES = st.sampled_from(
    sorted(code for code, maat in file_of().items() if maat.soort not in ("klassenverdeling", "verwijzing"))
)
DAYS = st.dates(date(2018, 1, 1), date(2030, 12, 31))


@given(CODES, NUMBERS, DAYS, DAYS)
def test_on_any_day_there_is_one_stand_with_words_that_name_its_numbers(
    code: str, number: Decimal, measured: date, on: date
) -> None:
    measure = emmen(code, nulmeting=Decimal(0), nulmeting_jaar=2018)
    if measure.soort == "ja_nee":
        number = Decimal(number > 50)
    found = judge(measure, [Value(measured, measured, number)], Years(2019, 2024, on))
    assert found.key in STAND.keys()  # noqa: SIM118 - not a dict
    assert found.rule
    assert found.rule.endswith(".")
    if found.key in (GEHAALD, NIET, BOVEN, ACHTER, OP) and found.value is not None:
        assert found.value.value is not None
        assert figure(measure.soort, found.value.value) in found.rule
        assert found.target is not None
        bound = found.target.low or found.target.high or found.target.value or Decimal(0)
        assert figure(measure.soort, bound) in found.rule


def _better(measure: Measure, number: Decimal) -> Decimal:
    """How far a value is from its worst side, for measures with one limit."""
    return -number if measure.norm == "hoogstens" else number


@given(
    st.sampled_from(["BB13-I1", "BB14-I12", "DU2-I10", "BB1-I2", "BB1-I3", "WZ4-I1", "DU2-I6", "BB6-I4"]),
    NUMBERS,
    NUMBERS,
    DAYS,
    st.booleans(),
)
def test_a_better_value_never_stands_worse(
    code: str, one: Decimal, other: Decimal, on: date, started: bool
) -> None:
    measure = emmen(code)
    if started:
        measure = replace(measure, nulmeting=Decimal(20), nulmeting_jaar=2018)
    low, high = sorted((one, other), key=lambda number: _better(measure, number))

    def place(number: Decimal) -> int:
        days = period.parse(str(max(on.year - 1, 2018)))
        key = stand(measure, on.isoformat(), Value(days.first, days.last, number))
        return WORST_FIRST.index(key)

    assert place(low) <= place(high)


@given(st.lists(NUMBERS, min_size=2, max_size=6), st.integers(2018, 2024))
def test_up_to_a_bandwidth_more_is_never_worse(numbers: list[Decimal], year: int) -> None:
    places = [
        WORST_FIRST.index(stand(ROOMS, f"{year}-12-31", value(str(year), str(number + 50))))
        for number in sorted(numbers)
    ]
    assert all(before <= after for before, after in pairwise(places))


@given(CODES, st.lists(st.tuples(DAYS, NUMBERS), max_size=6), DAYS)
def test_what_is_measured_after_the_day_does_not_count(
    code: str, found: list[tuple[date, Decimal]], on: date
) -> None:
    values = [Value(day, day, number) for day, number in found]
    years = Years(2019, 2024, on)
    before = [one for one in values if one.tot <= on]
    assert judge(emmen(code), values, years) == judge(emmen(code), before, years)


# -- words -----------------------------------------------------------------------------------------------------------


def _sentences() -> Iterator[str]:
    for code, values, on, _key in CASES:
        found = [value(span, number or None) for span, number in values]
        yield from rule(emmen(code), on, *found).split(". ")


def test_no_sentence_is_long() -> None:
    assert [one for one in _sentences() if len(one.split()) > 25] == []


@pytest.mark.parametrize(
    ("soort", "unit", "number", "words"),
    [
        ("aantal", "woningen", "1250", "1.250 woningen"),
        ("aandeel", "% van het bezit", "19.9", "19,9 % van het bezit"),
        ("aandeel", "", "5", "5 %"),
        ("bedrag", "euro", "12.5", "€\N{NO-BREAK SPACE}12,50"),
        ("verhouding", "kamers per student", "2.5", "2,5 kamers per student"),
        ("ja_nee", "", "1", "ja"),
    ],
)
def test_a_value_is_said_with_its_unit(soort: str, unit: str, number: str, words: str) -> None:
    assert with_unit(soort, unit, Decimal(number)) == words


def test_about_a_number_says_how_far_off_it_is() -> None:
    assert rule(emmen("BB14-I13"), "2021-01-01", value("2020", "10,9")).endswith(
        "Tot 10 procent ernaast telt als gehaald; het verschil is 0,9 %."
    )
    assert "Meer dan het doel mag ook." in rule(emmen("WZ4-I1"), "2022-01-01", value("2021", "101"))


def test_of_several_stands_the_worst_is_that_of_the_whole() -> None:
    assert set(WORST_FIRST) == set(STAND.keys())
    order = [NIET, ACHTER, BOVEN, MIST, NOG, OP, GEHAALD]
    assert [worst(order[at:]) for at in range(len(order))] == order
    assert worst([]) == NOG


def test_without_a_norm_the_value_of_the_whole_goes_before_that_of_a_place() -> None:
    day = date(2020, 12, 31)
    whole = Value(date(2020, 1, 1), day, Decimal(40), number=1)
    place = Value(date(2020, 1, 1), day, Decimal(7), place="Erica", number=2)
    found = judge(Measure("aantal"), [whole, place], Years(2019, 2024, date(2021, 1, 15)))
    assert found.value == whole
