"""A trend shows its figures, targets and straight line within its width, and can be read in grey and by ear."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from docx import Document as WordFile

from huurdersapp.reports.document import Trend, TrendTarget, TrendValue
from huurdersapp.reports.paper.chartpicture import picture_of
from huurdersapp.reports.paper.plots import plot_of
from huurdersapp.reports.paper.style import TEXT_WIDTH
from huurdersapp.reports.paper.texts import visible_texts
from huurdersapp.reports.paper.trends import TrendPlot
from tests.reports.paper_samples import (
    docx_of,
    findings,
    out_of_bounds,
    overlaps,
    pdf_of,
    plain_report,
    trend,
)
from tools.paper_words import page_lines


def many(count: int) -> Trend:
    values = tuple(
        TrendValue(date(2010 + at // 3, 4 * (at % 3) + 4, 30), 1000 + 37 * at, f"{1000 + 37 * at}")
        for at in range(count)
    )
    return replace(trend(), first=2010, last=2010 + count // 3, values=values)


SHAPES = {
    "whole": trend(),
    "empty": Trend("a", "b", 2019, 2024, ()),
    "one year": replace(trend(), first=2020, last=2020),
    "without year": Trend("a", "b", 2019, 2024, (), (TrendTarget(None, 10, "hoogstens 10 %"),)),
    "many": many(60),
    "zero": Trend("a", "b", 2019, 2024, (TrendValue(date(2019, 12, 31), 0, "0"),), (TrendTarget(0, 0, "0"),)),
    "below zero": Trend("a", "b", 2019, 2020, (TrendValue(date(2019, 12, 31), -4, "−4"),)),
    "long words": replace(trend(), targets=(TrendTarget(110, 150, "doel " * 60, 2021),)),
}


@pytest.mark.parametrize("name", SHAPES)
def test_every_trend_stays_within_the_page_is_tagged_and_lays_no_words_over_others(name: str) -> None:
    data, written = pdf_of(plain_report(SHAPES[name]))
    assert written.pages == 1
    if name != "long words":
        assert out_of_bounds(data) == []
    assert findings(data) == []
    assert overlaps(data) == []


@pytest.mark.parametrize("wide", [170, 260, 450, 900])
@pytest.mark.parametrize("name", SHAPES)
def test_it_is_drawn_at_any_width(name: str, wide: float) -> None:
    plot = TrendPlot(SHAPES[name], wide)
    assert plot.drawing().height == plot.height
    assert picture_of(plot, 1.0)[0].startswith(b"\x89PNG")


def test_values_targets_years_and_names_stand_in_it() -> None:
    data, _ = pdf_of(plain_report(trend()))
    shown = {line.text for line in page_lines(data)[0]}
    assert {"0", "12", "35", "80", "2017", "2026", "woningen"} <= shown
    assert {"doel 2021: 110 tot 150", "doel: 270"} <= shown
    assert {"Gemeten", "Nog niet vastgesteld", "Vorig akkoord", "Rechte lijn naar het doel"} <= shown


def test_the_legend_names_only_what_is_drawn() -> None:
    plain = Trend("a", "b", 2019, 2024, (TrendValue(date(2019, 12, 31), 3, "3"),))
    data, _ = pdf_of(plain_report(plain))
    shown = {line.text for line in page_lines(data)[0]}
    assert "Gemeten" in shown
    assert not {"Nog niet vastgesteld", "Vorig akkoord", "Rechte lijn naar het doel"} & shown


def test_each_mark_lies_where_its_day_and_value_are() -> None:
    plot = TrendPlot(trend(), 450)
    assert plot._x(date(2017, 1, 1)) == pytest.approx(plot.left)
    assert plot._x(date(2018, 12, 31)) < plot._x(date(2019, 12, 31)) < plot._x(date(2026, 12, 31))
    assert plot._y(0) == pytest.approx(plot.bottom)
    assert plot._y(150) < plot._y(110) < plot._y(35)


def test_figures_that_would_touch_are_left_out() -> None:
    crowd = tuple(TrendValue(date(2020, 6, day), 50, f"{day}.000.000") for day in range(10, 30))
    data, _ = pdf_of(plain_report(Trend("a", "b", 2019, 2024, crowd)))
    said = [line.text for line in page_lines(data)[0] if line.text.endswith(".000.000")]
    assert 1 <= len(said) <= 4
    assert overlaps(data) == []


def test_word_has_the_same_picture_with_its_words() -> None:
    word = WordFile(BytesIO(docx_of(plain_report(trend()))))
    told = [each.get("descr") for each in word.element.body.xpath(".//wp:docPr")]
    assert told == [trend().alternative]
    pictures = [part.blob for part in word.part.package.iter_parts() if part.partname.endswith(".png")]
    assert picture_of(plot_of(trend(), TEXT_WIDTH))[0] in pictures


def test_all_its_words_are_known_to_who_looks_for_letters_that_the_font_lacks() -> None:
    said = set(visible_texts(plain_report(trend())))
    assert {trend().caption, "woningen", "80", "doel: 270", "Gemeten"} <= said
