"""Every screen for whoever hears it, uses the keyboard only, or needs large letters (ux points 5-7, 9-12, 14)."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QToolButton, QWidget

from huurdersapp.actions.context import Context
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.page import Page
from huurdersapp.ui.pages.hulp import chapters
from huurdersapp.ui.screens import scenes
from tests.ui import walk

Settled = Callable[[MainWindow], None]


def every_screen(
    window: MainWindow, ctx: Context, settled: Settled, look: Callable[[str, Page], None]
) -> None:
    """Go to every screen as people see it, and look."""
    for scene in scenes(ctx):
        window.go(scene.place)
        settled(window)
        assert window.page is not None, f"{scene.name} cannot be shown"
        look(scene.name, window.page)


def test_each_input_and_each_button_has_a_name(
    window: MainWindow, example: Context, settled: Settled
) -> None:
    nameless: list[str] = []

    def look(scene: str, page: Page) -> None:
        around = window.centralWidget()
        assert around is not None
        found = [*walk.inputs(around), *walk.buttons(around)]
        nameless.extend(
            f"{scene}: {walk.told(widget)}" for widget in found if not walk.name_of(widget).strip()
        )

    every_screen(window, example, settled, look)
    assert not nameless, "\n".join(nameless)


def test_tab_goes_as_the_eye_does_and_reaches_every_control(
    window: MainWindow, example: Context, settled: Settled
) -> None:
    wrong: list[str] = []

    def look(scene: str, page: Page) -> None:
        chain = walk.in_tab_order(page)
        for one, after in pairwise(chain):
            if walk.goes_back(one, after):
                wrong.append(f"{scene}: {walk.told(one)} → {walk.told(after)}")
        wrong.extend(
            f"{scene}: Tab misses {walk.told(widget)}"
            for widget in (*walk.inputs(page), *walk.buttons(page))
            if widget.isEnabled()
            and widget not in chain
            and not in_group(widget, chain)
            and not other_way(widget)
        )

    every_screen(window, example, settled, look)
    assert not wrong, "\n".join(wrong)


def in_group(widget: QWidget, chain: list[QWidget]) -> bool:
    """Of buttons that belong together Tab reaches one; the arrows reach the rest."""
    parent = widget.parentWidget()
    siblings = parent.findChildren(QAbstractButton) if parent is not None else []
    return isinstance(widget, QAbstractButton) and any(one in chain for one in siblings)


def other_way(widget: QWidget) -> bool:
    """What Tab passes by on purpose tells how the keyboard does the same."""
    return widget.focusPolicy() == Qt.FocusPolicy.NoFocus and "toetsenbord" in widget.accessibleDescription()


@pytest.mark.parametrize("zoom", [100, 200])
def test_what_people_hit_is_large_enough(
    window: MainWindow, example: Context, settled: Settled, zoom: int
) -> None:
    small: list[str] = []
    window.look.set_zoom(zoom)

    def look(scene: str, page: Page) -> None:
        for widget in (*walk.inputs(page), *walk.buttons(page)):
            aside = isinstance(widget, QToolButton) or widget.property("role") == "link"
            least = 24 if aside else 44
            if widget.height() < least or widget.width() < 24:
                small.append(f"{scene}: {walk.told(widget)} {widget.width()}×{widget.height()}")

    every_screen(window, example, settled, look)
    assert not small, "\n".join(small)


@pytest.mark.parametrize(("width", "height", "zoom"), [(1280, 680, 100), (1024, 600, 100), (1280, 680, 200)])
def test_nothing_is_cut_off(
    window: MainWindow, example: Context, settled: Settled, width: int, height: int, zoom: int
) -> None:
    window.look.set_zoom(zoom)
    window.resize(width, height)
    cut: list[str] = []

    def look(scene: str, page: Page) -> None:
        assert (window.width(), window.height()) == (width, height), f"{scene} does not fit: the window grew"
        inside = window.rect()
        for button in walk.buttons(page):
            if not walk.in_scroll(button) and not inside.contains(walk.place_of(button)):
                cut.append(f"{scene}: outside the window: {walk.told(button)}")
            least = button.minimumSizeHint()
            # A pixel is lost to rounding where heights follow widths.
            if button.width() < least.width() - 1 or button.height() < least.height() - 1:
                sizes = f"{button.width()}×{button.height()} for {least.width()}×{least.height()}"
                cut.append(f"{scene}: too small for its words: {walk.told(button)} {sizes}")

    every_screen(window, example, settled, look)
    assert not cut, "\n".join(cut)


def test_every_screen_has_a_page_in_the_handbook(
    window: MainWindow, example: Context, settled: Settled
) -> None:
    missing: set[str] = set()

    def look(scene: str, page: Page) -> None:
        if page.help not in chapters():
            missing.add(page.help)

    every_screen(window, example, settled, look)
    assert missing == set()
