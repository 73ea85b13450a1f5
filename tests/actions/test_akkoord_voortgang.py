"""How points of an akkoord stand in a line, and the drawing of a measure: words, share, stacked classes, straight line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from huurdersapp.actions.akkoord_verloop import Shape, drawing, state, table, whose
from huurdersapp.actions.akkoord_voortgang import Stands, deciding, progress
from huurdersapp.actions.standen import Doelwaarde, Gemeten, Stand
from huurdersapp.reports.document import Chart, Trend

SHAPE = Shape(2019, 2024, "minstens", "uiterlijk", "X1 bezoeken")


def value(number: int | None, year: int = 2020, **more: object) -> Gemeten:
    amount = None if number is None else Decimal(number)
    words = "" if number is None else f"{number} bezoeken"
    return Gemeten(1, date(year, 1, 1), date(year, 12, 31), amount, words, **more)  # type: ignore[arg-type]


def target(
    low: int | None = 60, high: int | None = None, year: int | None = 2021, **more: object
) -> Doelwaarde:
    limits = [None if limit is None else Decimal(limit) for limit in (low, high)]
    words = f"doel {low} {high} {year}"
    given = {"klass": "", "place": "", "precision": "", "circa": False, **more}
    return Doelwaarde(
        year, words, low=limits[0], high=limits[1], key="op_schema", label="Op schema", rule="", **given  # type: ignore[arg-type]
    )  # fmt: skip


def stand(*series: Gemeten, **more: object) -> Stand:
    targets = more.pop("targets", (target(),))
    assert isinstance(targets, tuple)
    given: dict[str, object] = {
        "key": "op_schema", "label": "Op schema", "rule": "", "soort": "aantal", "eenheid": "bezoeken",
        "target": targets[0].words if targets else "", "last": series[-1] if series else None, **more,
    }  # fmt: skip
    return Stand(1, "X1", series=series, targets=targets, **given)  # type: ignore[arg-type]


# -- a line -----------------------------------------------------------------------------------------------------------


def test_a_count_towards_a_number_says_how_much_of_it_is_there() -> None:
    told = progress(stand(value(42)))
    assert told.words == "42 van 60 bezoeken in 2020, op schema"
    assert told.share == pytest.approx(0.7)


def test_a_mean_says_that_it_is_one_and_over_which_years() -> None:
    mean = replace(value(42), number=None, van=date(2019, 1, 1))
    assert (
        progress(replace(stand(mean), mean=True)).words
        == "gemiddeld 42 van 60 bezoeken in 2019 tot en met 2020, op schema"
    )
    since_2019 = replace(mean, kind="energiebezoek")
    assert progress(stand(since_2019)).words == "42 van 60 bezoeken in 2020, op schema"


def test_of_classes_only_those_of_the_year_that_decides_are_told() -> None:
    classes = tuple(
        replace(target(low, None, year, klass=name), words=f"{name} {year}")
        for name, low, year in (("A", 20, 2021), ("B", 44, 2021), ("A", 25, 2023), ("B", 47, 2023))
    )
    told = progress(stand(value(None, 2021), soort="klassenverdeling", targets=classes))
    assert told.words == "2 van 2 doelen per klasse in 2021, op schema"


@pytest.mark.parametrize(("number", "share"), [(0, 0.0), (60, 1.0), (90, 1.0), (-5, 0.0)])
def test_a_bar_is_never_fuller_than_full_or_emptier_than_empty(number: int, share: float) -> None:
    assert progress(stand(value(number))).share == share


def test_a_band_and_a_share_tell_their_goal_beside_the_value() -> None:
    band = stand(value(42), targets=(target(110, 150),))
    assert progress(band).words == "42 bezoeken in 2020, doel doel 110 150 2021, op schema"
    part = stand(value(42), soort="aandeel", eenheid="%", targets=(target(None, 10),))
    assert progress(part).words == "42 % in 2020, doel doel None 10 2021, op schema"
    assert progress(part).share is None


@pytest.mark.parametrize(
    ("key", "label", "words"),
    [
        ("nog_niet_te_zeggen", "Nog niet te zeggen", "Geen meting"),
        ("niet_aangeleverd", "Niet aangeleverd", "Geen meting, niet aangeleverd"),
        ("niet_gehaald", "Niet gehaald", "Geen meting, niet gehaald"),
    ],
)
def test_without_a_value_it_says_so(key: str, label: str, words: str) -> None:
    assert progress(stand(key=key, label=label)).words == words


def test_our_own_judgement_is_told_as_ours() -> None:
    told = progress(stand(value(42), own_key="achter", own_reason="Het loopt terug."))
    assert told.key == "achter"
    assert told.words == "42 van 60 bezoeken in 2020, volgens ons achter"


def test_the_deciding_target_is_the_one_that_the_stand_names() -> None:
    two = (target(60, year=2021), target(90, year=2024))
    assert deciding(stand(value(42), targets=two, target=two[1].words)) is two[1]
    assert deciding(stand(value(42), targets=())) is None


def test_what_has_no_stand_has_none() -> None:
    assert Stands().of("thema", 1) is None
    assert Stands().keys() == {}


# -- the drawing ------------------------------------------------------------------------------------------------------


def test_a_line_has_its_values_targets_and_the_straight_line_from_the_first_measurement() -> None:
    made = drawing(
        stand(
            value(10, 2019), value(42, status="concept"),
            targets=(target(60, year=2021), target(90, year=2030)), nulmeting=Decimal(0), nulmeting_jaar=2017,
        ),
        SHAPE, str,
    )  # fmt: skip
    assert isinstance(made, Trend)
    assert (made.first, made.last) == (2017, 2030)
    assert [(each.value, each.provisional) for each in made.values] == [(10, False), (42, True)]
    assert [(each.low, each.first) for each in made.targets] == [(60, 2021), (90, 2030)]
    assert [on.year for on, _value in made.path] == [2017, 2021, 2030]
    assert [value for _on, value in made.path] == [0, 60, 90]
    assert "nulmeting 0 (2017)" in made.alternative
    assert "10 bezoeken in 2019, 42 bezoeken in 2020" in made.alternative


def test_a_norm_of_each_year_has_no_straight_line() -> None:
    for year in (None, 2021):
        made = drawing(
            stand(value(10), nulmeting=Decimal(0), nulmeting_jaar=2018, targets=(target(year=year),)),
            Shape(2019, 2024, "minstens", "per_jaar", "X"),
            str,
        )
        assert isinstance(made, Trend)
        assert not made.path
        assert made.targets[0].first == year


def test_the_whole_is_drawn_where_it_is_told_and_parties_beside_each_other_where_it_is_not() -> None:
    both = stand(value(10, party="Lefier"), value(30))
    made = drawing(both, SHAPE, str)
    assert isinstance(made, Trend)
    assert [each.value for each in made.values] == [30]
    apart = stand(
        value(10, 2019, party="Lefier"), value(20, 2019, party="Domesta"), value(30, party="Lefier")
    )
    beside = drawing(apart, SHAPE, str)
    assert isinstance(beside, Chart)
    assert beside.labels == ("2019", "2020")
    assert [(each.name, each.values) for each in beside.series] == [
        ("Lefier", (10, 30)),
        ("Domesta", (20, None)),
    ]
    assert "Domesta 20 bezoeken (2019)" in beside.alternative


def test_classes_are_stacked_with_their_own_figures() -> None:
    shares = (("A", Decimal("19.9")), ("B", Decimal("80.1")))
    made = drawing(stand(value(None, classes=shares), soort="klassenverdeling"), SHAPE, str)
    assert isinstance(made, Chart)
    assert made.kind == "stacked_hbar"
    assert made.labels == ("2020",)
    assert [each.values for each in made.series] == [(19.9,), (80.1,)]
    assert made.shown == (("19,9 %",), ("80,1 %",))


@pytest.mark.parametrize("soort", ["ja_nee", "tekst", "verwijzing", "aantal", "klassenverdeling"])
def test_where_there_is_nothing_to_draw_there_is_no_drawing(soort: str) -> None:
    assert drawing(stand(soort=soort), SHAPE, str) is None


def test_values_of_the_akkoord_before_are_drawn_and_told_as_such() -> None:
    found = stand(value(5, 2017, earlier="OUD1"), value(42))
    made = drawing(found, SHAPE, str)
    assert isinstance(made, Trend)
    assert [each.earlier for each in made.values] == [True, False]
    assert made.first == 2017
    assert state(found.series[0], str).endswith("uit OUD1 van het vorige akkoord")


def test_the_table_has_every_value_the_newest_first() -> None:
    found = stand(
        value(10, 2019, party="Lefier", source="Opgave"), value(42, status="vastgesteld", version=2)
    )
    rows = table(found, SHAPE, str).rows
    assert [row[:2] for row in rows] == [("2020", "42 bezoeken"), ("2019", "10 bezoeken")]
    assert rows[0][3] == "Vastgesteld, versie 2"
    assert rows[1][2:] == ("Lefier", "Geteld uit onze eigen lijsten", "Opgave")
    assert whose(found.series[1], str) == "Alle samen"
