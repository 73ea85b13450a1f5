"""Colours that can be read (ux point 15) and controls that can be hit (point 14)."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from huurdersapp.ui.look import Look
from huurdersapp.ui.theme import BASE_POINTS, DARK, LIGHT, Tokens, palette, style_sheet

THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["licht", "donker"])


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, definition)."""
    ink = QColor(colour)
    parts = (ink.redF(), ink.greenF(), ink.blueF())
    linear = [part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4) for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_is_the_one_of_the_guideline() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@THEMES
@pytest.mark.parametrize("ground", ["ground", "card", "hover"])
@pytest.mark.parametrize("text", ["text", "muted", "error", "good", "warning", "main"])
def test_every_text_can_be_read(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@THEMES
@pytest.mark.parametrize(("text", "ground"), [("on_main", "main"), ("on_selected", "selected"), ("on_banner", "banner"),
                                          ("on_found", "found")])  # fmt: skip
def test_text_on_a_colour_can_be_read(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@THEMES
@pytest.mark.parametrize("ground", ["ground", "card"])
@pytest.mark.parametrize("edge", ["edge", "focus", "error", "main"])
def test_every_edge_and_the_focus_ring_stand_out(tokens: Tokens, edge: str, ground: str) -> None:
    assert contrast(getattr(tokens, edge), getattr(tokens, ground)) >= 3


@THEMES
def test_words_of_what_cannot_be_used_can_still_be_read(tokens: Tokens) -> None:
    assert contrast(tokens.disabled, tokens.card) >= 3


# The offscreen platform has no window manager to tell sizes to.
@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_controls_are_high_enough_and_grow_with_the_letters(qapp: QApplication, zoom: int) -> None:
    look = Look()
    look.set_zoom(zoom)
    box = QWidget()
    column = QVBoxLayout(box)
    controls = [QPushButton("Opslaan"), QLineEdit(), QComboBox(), QSpinBox(), QCheckBox("Ja")]
    for control in controls:
        column.addWidget(control)
    box.resize(400, 800)
    box.show()
    low = {type(one).__name__: one.height() for one in controls if one.height() < max(44, 41 * zoom / 100)}
    assert low == {}
    box.close()
    box.deleteLater()
    look.deleteLater()


def test_what_looks_so_already_is_not_styled_anew(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Look()
    styled: list[str] = []
    really = QApplication.setStyleSheet

    def style(app: QApplication, sheet: str) -> None:
        styled.append(sheet)
        really(app, sheet)

    monkeypatch.setattr(QApplication, "setStyleSheet", style)
    Look(parent=first)
    assert styled == []
    first.set_zoom(150)
    assert qapp.font().pointSizeF() == BASE_POINTS * 1.5
    Look(parent=first)  # another data folder, without large letters
    assert qapp.font().pointSizeF() == BASE_POINTS
    assert len(set(styled)) == len(styled) == 2
    qapp.setPalette(palette(DARK))
    Look(parent=first)
    assert qapp.palette() == palette(LIGHT), "whatever changed it"


@pytest.mark.parametrize("zoom", range(100, 201, 10))
def test_a_choice_of_one_is_round_at_every_size_of_letters(zoom: int) -> None:
    """Qt draws a square where the corner is rounder than half of what is drawn."""
    sheet = style_sheet(LIGHT, zoom, dark=False)
    (rule,) = re.findall(r"QRadioButton::indicator \{(.+?)\}", sheet)
    size, edge, corner = (
        int(re.findall(name + r": (\d+)px", rule)[0]) for name in ("width", "border", "radius")
    )
    assert 2 * corner <= size + 2 * edge
