"""Progress, shares and funnels stay on their page, tell no more than they may, and can be read in grey and by ear."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document as WordFile
from reportlab.graphics.shapes import Drawing, Path, Polygon, PolyLine, Rect, String

from huurdersapp.reports.document import (
    DrawnFigure,
    Funnel,
    FunnelStep,
    Progress,
    ProgressRow,
    Shares,
    SharesRow,
)
from huurdersapp.reports.fonts import width
from huurdersapp.reports.paper.chartpicture import picture_of
from huurdersapp.reports.paper.plots import plot_of
from huurdersapp.reports.paper.shares import ramp
from huurdersapp.reports.paper.style import ACCENT, INK, TEXT_WIDTH
from tests.reports.long_report import CLASSES, funnel, progress, shares
from tests.reports.paper_samples import (
    docx_of,
    findings,
    out_of_bounds,
    overlaps,
    pdf_of,
    plain_report,
)
from tools.paper_words import page_lines

LONG = "Onderhoudswerkzaamheden aan de woningen in de hele gemeente en daarbuiten " * 3
SHAPES: dict[str, DrawnFigure] = {
    "progress": progress(),
    "shares": shares(),
    "funnel": funnel(),
    "no measures": Progress("a", "b", ()),
    "no wholes": Shares("a", "b", (), ()),
    "no steps": Funnel("a", "b", ()),
    "long words": Progress("a", "b", (ProgressRow(LONG, 3, LONG, 2, 8, LONG, LONG),)),
    "one long word": Progress("a", "b", (ProgressRow("x" * 200, 3, "y" * 200, 2, 8, "z" * 200),)),
    "below zero": Progress("a", "b", (ProgressRow("c", -3, "−3", -5, 0, "doel 0"),)),
    "many classes": Shares(
        "a", "b", tuple(f"K{n}" for n in range(30)), (SharesRow(LONG, (1.0,) * 30, ("3%",) * 30),)
    ),
    "one class": Shares("a", "b", ("A",), (SharesRow("c", (5,), ("5",)),)),
    "nothing known": Shares("a", "b", ("A", "B"), (SharesRow("c", (None, None), ("<5", "?")),)),
    "all zero": Funnel("a", "b", (FunnelStep("c", 0, "0", 0, "doel 0"), FunnelStep("d", 0, "0"))),
    "long steps": Funnel("a", "b", (FunnelStep(LONG, 5, "5", 9, "doel 9"), FunnelStep("d", 2, "2"))),
}


@pytest.mark.parametrize("name", SHAPES)
def test_every_figure_stays_on_its_page_is_tagged_and_lays_no_words_over_others(name: str) -> None:
    data, written = pdf_of(plain_report(SHAPES[name]))
    assert written.pages == 1
    assert findings(data) == []
    assert out_of_bounds(data) == []
    assert overlaps(data) == []


@pytest.mark.parametrize("wide", [170, 260, 450, 900])
@pytest.mark.parametrize("name", SHAPES)
def test_it_is_drawn_at_any_width(name: str, wide: float) -> None:
    plot = plot_of(SHAPES[name], wide)
    assert plot.drawing().height == plot.height
    assert picture_of(plot, 1.0)[0].startswith(b"\x89PNG")


@pytest.mark.parametrize("name", ["progress", "shares", "funnel"])
def test_nothing_is_drawn_outside_it(name: str) -> None:
    plot = plot_of(SHAPES[name], 450)
    for left, low, right, high in map(edges, plot.drawing().contents):
        assert -0.5 <= left <= right <= 450.5
        assert -0.5 <= low <= high <= plot.height + 0.5


def edges(shape: Rect | String | PolyLine | Polygon | Path) -> tuple[float, float, float, float]:
    if isinstance(shape, String):
        return shape.x, shape.y, shape.x + width(shape.text, "regular", shape.fontSize), shape.y + 7
    if isinstance(shape, Rect):
        return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
    points = shape.points
    return min(points[::2]), min(points[1::2]), max(points[::2]), max(points[1::2])


def bars(drawing: Drawing) -> list[float]:
    """How wide the dark bars are."""
    return [
        shape.width
        for shape in drawing.contents
        if isinstance(shape, Rect)
        and shape.fillColor
        and f"#{shape.fillColor.hexval()[2:]}".upper() == ACCENT
    ]


def goals(drawing: Drawing) -> list[float]:
    """Where the lines of the targets stand."""
    return [
        shape.x
        for shape in drawing.contents
        if isinstance(shape, Rect)
        and shape.fillColor
        and f"#{shape.fillColor.hexval()[2:]}".upper() == INK.upper()
    ]


def test_a_bar_reaches_its_target_where_the_measure_does_and_targets_stand_below_each_other() -> None:
    rows = tuple(ProgressRow(f"{n}", value, "x", 60, 60, "doel") for n, value in enumerate((30, 60, 0, None)))
    drawing = plot_of(Progress("a", "b", rows), 450).drawing()
    half, whole = bars(drawing)
    assert half == pytest.approx(whole / 2)
    assert len(goals(drawing)) == 4
    assert len({round(x, 3) for x in goals(drawing)}) == 1
    track = next(shape for shape in drawing.contents if isinstance(shape, Rect))
    assert track.x + whole == pytest.approx(goals(drawing)[0] + 1)


def test_a_band_has_two_edges_and_a_measure_without_target_no_bar() -> None:
    band = plot_of(Progress("a", "b", (ProgressRow("c", 128, "128", 110, 150),)), 450).drawing()
    assert len(goals(band)) == 2
    free = plot_of(Progress("a", "b", (ProgressRow("c", 128, "128"),)), 450).drawing()
    assert not [shape for shape in free.contents if isinstance(shape, Rect)]


@pytest.mark.parametrize("hidden", [None, 0.0])
def test_a_class_that_is_not_shown_takes_no_room_in_the_bar(hidden: float | None) -> None:
    whole = SharesRow("c", (30, hidden, 70), ("30", "<5", "70"))
    drawing = plot_of(Shares("a", "b", ("A", "B", "C"), (whole,)), 450).drawing()
    filled = [s.width for s in drawing.contents if isinstance(s, Rect) and s.fillColor is not None]
    assert len(filled) == 2
    assert filled[0] / filled[1] == pytest.approx(30 / 70)


def test_every_class_is_named_in_its_piece_or_below_the_bar() -> None:
    data, _ = pdf_of(plain_report(shares()))
    said = " ".join(line.text for line in page_lines(data)[0]).replace("\u00a0", " ")
    for name in CLASSES:
        assert name in said
    assert "F: <5" in said
    assert said.count("niet bekend") == 1


def test_the_steps_from_dark_to_light_differ_and_their_letters_contrast() -> None:
    for count in range(1, 12):
        inks = ramp(count)
        light = [brightness(code) for code, _ in inks]
        assert light == sorted(light)
        assert len(set(inks)) == count
        for code, white in inks:
            high, low = (1.0, brightness(code)) if white else (brightness(code), brightness(INK))
            assert (high + 0.05) / (low + 0.05) >= 5


def brightness(code: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(code[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_a_step_that_is_not_shown_has_no_bar_and_no_way_to_it() -> None:
    shown = tuple(FunnelStep(str(value), value, str(value)) for value in (100, 50, 25))
    hidden = (shown[0], replace(shown[1], value=None, shown="<5"), shown[2])
    first = plot_of(Funnel("a", "b", shown), 450).drawing()
    then = plot_of(Funnel("a", "b", hidden), 450).drawing()
    assert bars(first) == pytest.approx([bars(first)[0] * share for share in (1, 0.5, 0.25)])
    assert len(bars(then)) == 2
    assert sum(isinstance(shape, Polygon) for shape in first.contents) == 2
    assert sum(isinstance(shape, Polygon) for shape in then.contents) == 0


@pytest.mark.parametrize("block", [progress(), shares(), funnel()], ids=["progress", "shares", "funnel"])
def test_word_has_the_same_picture_with_its_words(block: DrawnFigure) -> None:
    word = WordFile(BytesIO(docx_of(plain_report(block))))
    assert [each.get("descr") for each in word.element.body.xpath(".//wp:docPr")] == [block.alternative]
    pictures = [part.blob for part in word.part.package.iter_parts() if part.partname.endswith(".png")]
    assert picture_of(plot_of(block, TEXT_WIDTH))[0] in pictures
