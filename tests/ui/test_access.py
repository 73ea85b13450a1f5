"""Every screen for whoever hears it, uses the keyboard only, or needs large letters (ux points 5-7, 9-12, 14).

A walk along all screens takes long: each size of window and letters is walked once, in parts that may run beside each
other, and all that can be wrong is looked for on the way.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPushButton, QToolButton, QWidget

from huurdersapp.actions import voorbeeld
from huurdersapp.app import opened
from huurdersapp.base import clock
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.page import Page
from huurdersapp.ui.pages.hulp import chapters
from huurdersapp.ui.place import Place
from huurdersapp.ui.screens import Scene, scenes
from huurdersapp.ui.tabbing import stops
from tests.ui import walk

Settled = Callable[[MainWindow], None]
SIZES = (
    (1280, 680, 100),
    pytest.param(1024, 600, 100, marks=pytest.mark.soak),
    (1280, 680, 200),
)
"""Width and height of the window, and the zoom of its letters. What does not fit in the narrow one mostly does not fit with
letters twice as large either: that one is for `make soak`."""
PARTS = 3


@pytest.fixture(scope="module")
def all_scenes(example_made: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Scene]:
    """Every screen of the example: which they are is looked up once."""
    folder = tmp_path_factory.mktemp("schermen") / "gegevens"
    shutil.copytree(example_made, folder)
    with clock.fixed(voorbeeld.TODAY), opened(folder) as ctx:
        return list(scenes(ctx))


def part_of(found: Sequence[Scene], part: int) -> Sequence[Scene]:
    """One of the parts that together are all the screens, in their order."""
    return found[len(found) * part // PARTS : len(found) * (part + 1) // PARTS]


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize(("width", "height", "zoom"), SIZES)
def test_every_screen_is_heard_reached_hit_and_seen_whole(
    window: MainWindow,
    all_scenes: list[Scene],
    settled: Settled,
    width: int,
    height: int,
    zoom: int,
    part: int,
) -> None:
    window.look.set_zoom(zoom)
    window.resize(width, height)
    wrong: list[str] = []
    for scene in part_of(all_scenes, part):
        window.go(scene.place)
        settled(window)
        page = window.page
        assert page is not None, f"{scene.name} cannot be shown"
        size = (window.width(), window.height())
        assert size == (width, height), f"{scene.name} does not fit: the window grew"
        wrong.extend(f"{scene.name}: {fault}" for fault in faults(window, page))
    assert not wrong, "\n".join(wrong)


def test_the_parts_of_a_walk_are_all_the_screens(all_scenes: list[Scene]) -> None:
    assert [scene for part in range(PARTS) for scene in part_of(all_scenes, part)] == all_scenes


def test_the_walk_finds_what_is_wrong(
    window: MainWindow, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.go(Place("knelpunt", doing="nieuw"))
    settled(window)
    page = window.page
    assert page is not None
    assert list(faults(window, page)) == []
    button = next(
        one for one in walk.buttons(page) if isinstance(one, QPushButton) and not walk.in_scroll(one)
    )
    line = next(one for one in walk.inputs(page) if isinstance(one, QLineEdit))
    shape, words = button.geometry(), button.text()

    def told(start: str, *about: QWidget) -> bool:
        found = [fault for fault in faults(window, page) if fault.startswith(start)]
        return bool(found) and all(any(walk.told(widget) in fault for fault in found) for widget in about)

    button.setText("")
    assert told("no name", button)
    button.setText(words)
    with monkeypatch.context() as patch:
        patch.setattr(walk, "stops", lambda widget: reversed(list(stops(widget))))
        assert told("Tab goes back")
    line.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    assert told("Tab misses", line)
    line.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setMinimumSize(0, 0)  # what the style asks for
    button.setGeometry(shape.adjusted(0, 0, 0, 43 - shape.height()))
    assert told("too small to hit", button)
    button.setGeometry(shape.adjusted(0, 0, -2 - shape.width() + button.minimumSizeHint().width(), 0))
    assert told("too small for its words", button)
    button.setGeometry(shape.translated(window.width(), 0))
    assert told("outside the window", button)
    button.setGeometry(shape)
    monkeypatch.setattr(page, "help", "xyzzy")
    assert list(faults(window, page)) == ["no page in the handbook: xyzzy"]


def faults(window: MainWindow, page: Page) -> Iterator[str]:
    """All that is wrong with the screen in view, each with what it is about."""
    around = window.centralWidget()
    assert around is not None
    yield from nameless(around)
    yield from out_of_order(page)
    yield from too_small(page)
    yield from cut_off(window, page)
    if page.help not in chapters():
        yield f"no page in the handbook: {page.help}"


def nameless(around: QWidget) -> Iterator[str]:
    """Inputs and buttons of which a screen reader cannot say what they are."""
    for widget in (*walk.inputs(around), *walk.buttons(around)):
        if not walk.name_of(widget).strip():
            yield f"no name: {walk.told(widget)}"


def out_of_order(page: QWidget) -> Iterator[str]:
    """Where Tab goes back, and what it never reaches."""
    chain = walk.in_tab_order(page)
    for one, after in pairwise(chain):
        if walk.goes_back(one, after):
            yield f"Tab goes back: {walk.told(one)} → {walk.told(after)}"
    for widget in (*walk.inputs(page), *walk.buttons(page)):
        reached = widget in chain or in_group(widget, chain) or other_way(widget)
        if widget.isEnabled() and not reached:
            yield f"Tab misses {walk.told(widget)}"


def in_group(widget: QWidget, chain: list[QWidget]) -> bool:
    """Of buttons that belong together Tab reaches one; the arrows reach the rest."""
    parent = widget.parentWidget()
    siblings = parent.findChildren(QAbstractButton) if parent is not None else []
    return isinstance(widget, QAbstractButton) and any(one in chain for one in siblings)


def other_way(widget: QWidget) -> bool:
    """What Tab passes by on purpose tells how the keyboard does the same."""
    return widget.focusPolicy() == Qt.FocusPolicy.NoFocus and "toetsenbord" in widget.accessibleDescription()


def too_small(page: QWidget) -> Iterator[str]:
    """What people with an unsteady hand do not hit."""
    for widget in (*walk.inputs(page), *walk.buttons(page)):
        aside = isinstance(widget, QToolButton) or widget.property("role") == "link"
        least = 24 if aside else 44
        if widget.height() < least or widget.width() < 24:
            yield f"too small to hit: {walk.told(widget)} {widget.width()}×{widget.height()}"


def cut_off(window: QWidget, page: QWidget) -> Iterator[str]:
    """Buttons that stand outside the window, or do not show all their words."""
    inside = window.rect()
    for button in walk.buttons(page):
        if not walk.in_scroll(button) and not inside.contains(walk.place_of(button)):
            yield f"outside the window: {walk.told(button)}"
        least = button.minimumSizeHint()
        # A pixel is lost to rounding where heights follow widths.
        if button.width() < least.width() - 1 or button.height() < least.height() - 1:
            sizes = f"{button.width()}×{button.height()} for {least.width()}×{least.height()}"
            yield f"too small for its words: {walk.told(button)} {sizes}"
