"""Drawings in HTML: the charts of the paper and QR codes as SVG, so that they can hold no other numbers than the paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from reportlab.graphics.shapes import Circle, Drawing, Group, Line, Path, Polygon, PolyLine, Rect, String
from reportlab.pdfbase.pdfmetrics import stringWidth

from huurdersapp.reports.paper.charts import SIZE
from huurdersapp.reports.qr import QUIET, qr_rows
from huurdersapp.reports.web.text import escaped

PER_REM = 12.0
"""Points to a rem: 9 points of the drawing are then 12 pixels on a screen that is not enlarged."""
_EDGE = 2.0
_MOVE, _TO, _CURVE, _CLOSE = 0, 1, 2, 3
"""What the steps of a path of ReportLab's are."""


def svg_chart(drawing: Drawing, name: str, caption: str, alternative: str) -> str:
    """A drawing of the paper as a figure that is read aloud as its alternative; `name` begins its ids."""
    wide, high = drawing.width + 2 * _EDGE, drawing.height + 2 * _EDGE
    shapes = "".join(_shapes(drawing.contents))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{name}-naam {name}-beeld"'
        f' viewBox="{_n(-_EDGE)} {_n(-_EDGE)} {_n(wide)} {_n(high)}" style="width:{_n(wide / PER_REM)}rem"'
        f' font-family="inherit" font-size="{_n(SIZE)}">'
        f'<title id="{name}-naam">{escaped(caption)}</title><desc id="{name}-beeld">{escaped(alternative)}</desc>'
        f'<g transform="matrix(1 0 0 -1 0 {_n(drawing.height)})">{shapes}</g></svg>'
    )


def svg_qr(address: str, says: str) -> str:
    """A QR code as squares, with the white around it."""
    rows = qr_rows(address)
    side = len(rows) + 2 * QUIET
    steps = "".join(
        f"M{x + QUIET} {y + QUIET}h1v1h-1z"
        for y, row in enumerate(rows)
        for x, dark in enumerate(row)
        if dark
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="qr" role="img" aria-label="{escaped(says)}"'
        f' viewBox="0 0 {side} {side}"><path fill="#FFFFFF" d="M0 0h{side}v{side}h-{side}z"/><path d="{steps}"/></svg>'
    )


def _shapes(shapes: Iterable[Any]) -> Iterator[str]:
    for shape in shapes:
        yield _DRAWN[type(shape)](shape)


def _group(shape: Any) -> str:
    matrix = " ".join(map(_n, shape.transform))
    return f'<g transform="matrix({matrix})">{"".join(_shapes(shape.contents))}</g>'


def _rect(shape: Any) -> str:
    corner = f' rx="{_n(shape.rx)}"' if shape.rx else ""
    place = f'x="{_n(shape.x)}" y="{_n(shape.y)}" width="{_n(shape.width)}" height="{_n(shape.height)}"'
    return f"<rect {place}{corner}{_look(shape)}/>"


def _string(shape: Any) -> str:
    """The letters upright again, and as wide as on paper whatever font there is, so that no two texts meet."""
    wide = stringWidth(shape.text, shape.fontName, shape.fontSize)
    fixed = f' textLength="{_n(wide)}" lengthAdjust="spacingAndGlyphs"' if shape.text.strip() else ""
    size = "" if shape.fontSize == SIZE else f' font-size="{_n(shape.fontSize)}"'
    weight = ' font-weight="600"' if "Bold" in shape.fontName else ""
    return (
        f'<text transform="matrix(1 0 0 -1 {_n(shape.x)} {_n(shape.y)})"{fixed}{size}{weight}'
        f' fill="{_colour(shape.fillColor)}">{escaped(shape.text)}</text>'
    )


def _poly_line(shape: Any) -> str:
    return f'<polyline points="{_points(shape.points)}"{_look(shape, filled=False)}/>'


def _polygon(shape: Any) -> str:
    return f'<polygon points="{_points(shape.points)}"{_look(shape)}/>'


def _line(shape: Any) -> str:
    ends = f'x1="{_n(shape.x1)}" y1="{_n(shape.y1)}" x2="{_n(shape.x2)}" y2="{_n(shape.y2)}"'
    return f"<line {ends}{_look(shape, filled=False)}/>"


def _circle(shape: Any) -> str:
    return f'<circle cx="{_n(shape.cx)}" cy="{_n(shape.cy)}" r="{_n(shape.r)}"{_look(shape)}/>'


def _path(shape: Any) -> str:
    letters, takes = (
        {_MOVE: "M", _TO: "L", _CURVE: "C", _CLOSE: "Z"},
        {_MOVE: 2, _TO: 2, _CURVE: 6, _CLOSE: 0},
    )
    at, steps = 0, []
    for kind in shape.operators:
        steps.append(letters[kind] + " ".join(map(_n, shape.points[at : at + takes[kind]])))
        at += takes[kind]
    return f'<path d="{"".join(steps)}"{_look(shape)}/>'


_DRAWN: dict[type, Callable[[Any], str]] = {
    Group: _group,
    Rect: _rect,
    String: _string,
    PolyLine: _poly_line,
    Polygon: _polygon,
    Line: _line,
    Circle: _circle,
    Path: _path,
}


def _look(shape: Any, filled: bool = True) -> str:
    fill = _colour(shape.fillColor) if filled else "none"
    look = f' fill="{fill}"'
    if shape.strokeColor is None:
        return look
    look += f' stroke="{_colour(shape.strokeColor)}" stroke-width="{_n(shape.strokeWidth)}"'
    dashes = shape.strokeDashArray
    return f'{look} stroke-dasharray="{" ".join(map(_n, dashes))}"' if dashes else look


def _colour(value: Any) -> str:
    return "none" if value is None else f"#{value.hexval()[2:].upper()}"


def _points(flat: list[float]) -> str:
    return " ".join(map(_n, flat))


def _n(value: float) -> str:
    """A measure with at most two decimals, which no screen can tell from more."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
