"""Charts show their figures, stay within their width, and can be told apart without colour."""

from __future__ import annotations

from itertools import combinations
from typing import Literal

import pytest

from huurdersapp.reports.document import Chart, Series
from huurdersapp.reports.paper.chartpicture import picture_of
from huurdersapp.reports.paper.charts import Plot, figure, scale
from huurdersapp.reports.paper.inks import INKS
from tests.reports.paper_samples import end_of, findings, out_of_bounds, overlaps, pdf_of, plain_report
from tools.paper_words import page_lines

KINDS: tuple[Literal["bar", "hbar", "stacked_hbar", "line"], ...] = ("bar", "hbar", "stacked_hbar", "line")
LONG = "Klazienaveen en Zwartemeer met omliggende dorpen"


def chart(kind: Literal["bar", "hbar", "stacked_hbar", "line"], rows: int = 4, series: int = 2) -> Chart:
    names = tuple(f"{LONG if n % 2 else 'Emmen'} {n}" for n in range(rows))
    values = [Series(f"Reeks {s}", tuple(float(7 * n + 3 * s) for n in range(rows))) for s in range(series)]
    return Chart("Figuur", "Beschrijving", names, tuple(values), kind)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("rows", "series"), [(1, 1), (4, 2), (12, 1), (30, 3), (80, 2), (0, 0), (3, 6)])
def test_every_chart_stays_within_the_page_and_is_tagged(
    kind: Literal["bar", "hbar", "stacked_hbar", "line"], rows: int, series: int
) -> None:
    data, written = pdf_of(plain_report(chart(kind, rows, series)))
    assert written.pages <= 2
    assert out_of_bounds(data) == []
    assert findings(data) == []


@pytest.mark.parametrize("kind", ["bar", "hbar"])
def test_bars_carry_their_figures(kind: Literal["bar", "hbar"]) -> None:
    data, _ = pdf_of(plain_report(chart(kind)))
    shown = {line.text for line in page_lines(data)[0]}
    assert {"7", "10", "14", "17", "21", "24"} <= shown
    assert overlaps(data) == []


def test_a_figure_that_may_not_be_shown_is_shown_as_the_report_says() -> None:
    data, _ = pdf_of(
        plain_report(Chart("a", "b", ("x", "y"), (Series("s", (None, 8)),), shown=(("<5", "8"),)))
    )
    shown = [line.text for line in page_lines(data)[0]]
    assert "<5" in shown
    assert "8" in shown


def test_an_unknown_figure_is_a_dash() -> None:
    data, _ = pdf_of(plain_report(Chart("a", "b", ("x", "y"), (Series("s", (None, 8)),))))
    assert "–" in [line.text for line in page_lines(data)[0]]


def test_negative_figures_stand_on_the_other_side_of_the_line() -> None:
    data, _ = pdf_of(plain_report(Chart("a", "b", ("x", "y"), (Series("s", (-8, 8)),))))
    places = {line.text: line for line in page_lines(data)[0]}
    assert end_of(places["−8"]) < places["8"].x
    assert out_of_bounds(data) == []


def test_series_differ_in_lightness_or_hatching() -> None:
    def lightness(colour: str) -> float:
        red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    for one, other in combinations(INKS, 2):
        assert abs(lightness(one.colour) - lightness(other.colour)) > 0.08 or one.hatch != other.hatch


def test_a_standing_chart_without_room_for_its_names_lies_down() -> None:
    assert Plot(chart("bar", 4), 450).kind == "bar"
    assert Plot(chart("bar", 20), 450).kind == "hbar"


def test_every_series_is_named_where_there_is_more_than_one() -> None:
    data, _ = pdf_of(plain_report(chart("line", 5, 3)))
    assert {"Reeks 0", "Reeks 1", "Reeks 2"} <= {line.text for line in page_lines(data)[0]}


@pytest.mark.parametrize(
    ("values", "low", "high", "step"),
    [
        ([10, 54], 0, 60, 20),
        ([1, 3], 0, 3, 1),
        ([], 0, 1, 1),
        ([0, 0], 0, 1, 1),
        ([-5, 12], -5, 15, 5),
        ([0.2, 0.7], 0, 0.8, 0.2),
        ([1234], 0, 1500, 500),
    ],
)
def test_scales_have_round_steps(values: list[float], low: float, high: float, step: float) -> None:
    made = scale(values)
    assert [made.low, made.high, made.step] == pytest.approx([low, high, step])
    assert made.ticks[0] == pytest.approx(low)
    assert made.ticks[-1] == pytest.approx(high)


@pytest.mark.parametrize(
    ("value", "text"),
    [(1234.0, "1.234"), (0.5, "0,5"), (-3.0, "−3"), (12.25, "12,25"), (1_000_000.0, "1.000.000")],
)
def test_figures_are_written_the_dutch_way(value: float, text: str) -> None:
    assert figure(value) == text


def test_the_picture_for_word_is_the_same_drawing_every_time() -> None:
    plot = Plot(chart("hbar"), 450)
    first, width, height = picture_of(plot)
    assert first == picture_of(plot)[0]
    assert first.startswith(b"\x89PNG")
    assert (width, height) == (plot.width + 2, plot.height + 2)
