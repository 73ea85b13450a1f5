"""The quick entry and each of the five steps for whoever hears them, has no mouse, or needs large letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QToolButton, QWidget

from huurdersapp.actions.context import Context
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.place import Place
from tests.ui import walk
from tests.ui.test_access import in_group, other_way
from tests.windows import OpenWindow

Settled = Callable[[MainWindow], None]
VISIT = {
    "datum": "2019-08-20",
    "coach": 1,
    "postcode": "7822 AP",
    "huisnummer": 14,
    "maatregelen": [{"maatregel": 1, "aantal": 3}, {"maatregel": 18, "wie": "verhuurder"}],
    "toestemmingen": [{"doel": "bezoek"}, {"doel": "contact"}],
}


@pytest.fixture
def window(open_window: OpenWindow, practice: Context) -> MainWindow:
    """A window with one visit in its administration."""
    from huurdersapp.actions import energie

    energie.save_visit(practice, VISIT)
    return open_window(practice)


def screens(window: MainWindow, settled: Settled) -> Iterator[tuple[str, QWidget]]:
    """The quick entry with everything open, the visit to read, and the steps one after the other."""
    page: Any
    window.go(Place("energiebezoek", doing="nieuw"))
    settled(window)
    page = window.page
    page.form.fields.boxes["postcode"].editor.line.setText("7822 AP")
    page.form.fields.boxes["huisnummer"].editor.line.setText("99")
    page.form._look_up(final=True)
    page.form.knelpunt.tick.click()
    settled(window)
    yield "snel", page
    page.close_part()
    window.go(Place("energiebezoek", 1))
    settled(window)
    yield "een", window.page or page
    window.go(Place("energiebezoek", 1, doing="wijzigen"))
    settled(window)
    page = window.page
    for step in range(5):
        page.form.go_to(step)
        settled(window)
        yield f"stap {step + 1}", page


def test_everything_has_a_name_and_tab_reaches_it_in_order(window: MainWindow, settled: Settled) -> None:
    wrong: list[str] = []
    for name, page in screens(window, settled):
        every = [*walk.inputs(page), *walk.buttons(page)]
        wrong += [f"{name}: no name: {walk.told(one)}" for one in every if not walk.name_of(one).strip()]
        chain = walk.in_tab_order(page)
        wrong += [
            f"{name}: {walk.told(one)} → {walk.told(after)}"
            for one, after in pairwise(chain)
            if walk.goes_back(one, after)
        ]
        wrong += [
            f"{name}: Tab misses {walk.told(one)}"
            for one in every
            if one.isEnabled() and one not in chain and not in_group(one, chain) and not other_way(one)
        ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(("width", "height", "zoom"), [(1280, 680, 100), (1024, 600, 100), (1280, 680, 200)])
def test_nothing_is_cut_off_or_too_small(
    window: MainWindow, settled: Settled, width: int, height: int, zoom: int
) -> None:
    window.look.set_zoom(zoom)
    window.resize(width, height)
    wrong: list[str] = []
    for name, page in screens(window, settled):
        if (window.width(), window.height()) != (width, height):
            wrong.append(f"{name}: the window grew to {window.width()}×{window.height()}")
        form = getattr(page, "form", None)
        if form is not None and form.fields.width() > form.area.viewport().width():
            wrong.append(f"{name}: wider than there is room for: {form.fields.width()}")
        if form is not None and not window.rect().contains(walk.place_of(form.save_button)):
            wrong.append(f"{name}: the save button is out of sight")
        for button in walk.buttons(page):
            wrong += [f"{name}: {text}" for text in _too_small(button)]
    assert not wrong, "\n".join(wrong)


def _too_small(button: QAbstractButton) -> Iterator[str]:
    least = button.minimumSizeHint()
    if button.width() < least.width() - 1 or button.height() < least.height() - 1:
        sizes = f"{button.width()}×{button.height()} for {least.width()}×{least.height()}"
        yield f"too small for its words: {walk.told(button)} {sizes}"
    aside = isinstance(button, QToolButton) or button.property("role") == "link"
    if button.height() < (24 if aside else 44):
        yield f"too low: {walk.told(button)} {button.height()}"
