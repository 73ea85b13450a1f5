"""Bewonerscommissies, contacts and the loading of addresses, for whoever hears them, has no mouse, or needs large letters:
also what the pictures do not show, such as a small form and the later steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from huurdersapp.ui.commissie.forms import FORMS
from huurdersapp.ui.commissie.panel import StandPanel
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.adreslijst import AddressListPage
from huurdersapp.ui.place import Place
from tests.ui import walk
from tests.ui.test_access import in_group, other_way

Settled = Callable[[MainWindow], None]
HEAD = "Postcode;Huisnr;Toev;Straatnaam;Woonplaats;Complexnummer;Energielabel"


def screens(window: MainWindow, settled: Settled, folder: Path, bot: QtBot) -> Iterator[tuple[str, QWidget]]:
    """Each screen as people see it."""

    def shown() -> QWidget:
        settled(window)
        page: QWidget | None = window.page
        assert page is not None
        places: list[object] = []

        def still() -> bool:
            """Whether everything that has just come in has its place."""
            places.append([walk.place_of(each) for each in page.findChildren(QWidget)])
            return places[-2:-1] == places[-1:]

        bot.waitUntil(still)
        return page

    window.go(Place("commissie", 2))
    yield "commissie", shown()
    for key in FORMS:
        window.go(Place("commissie", 2))
        page = shown()
        (panel,) = (each for each in page.findChildren(StandPanel) if each.isVisible())
        panel.begin(key).begin()
        yield f"commissie, {key}", shown()
    for kind in ("contact", "partij", "verhuurder", "complex", "adres"):
        window.go(Place("contacten", 1, kind=kind))
        yield kind, shown()
    window.go(Place("adreslijst"))
    yield "adreslijst 1", shown()
    page = window.page  # type: ignore[assignment]  # there is one now
    assert isinstance(page, AddressListPage)
    path = folder / "lijst.csv"
    rows = "".join(f"7811 XY;{number};;Proefstraat;Emmen;P-1;X\n" for number in range(1, 20))
    path.write_text(f"{HEAD}\n{rows}7811 XY;1;;Proefstraat;;;\n78;2;;Proefstraat;;;\n", encoding="utf-8")
    page.read(path)
    settled(window)
    page.sample.show_ways()
    yield "adreslijst 2", shown()
    page.to_mapping()
    yield "adreslijst 3", shown()
    page.look()
    yield "adreslijst 4", shown()


def test_everything_has_a_name_and_tab_reaches_it_in_order(
    window: MainWindow, settled: Settled, tmp_path: Path, qtbot: QtBot
) -> None:
    wrong: list[str] = []
    for name, page in screens(window, settled, tmp_path, qtbot):
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
def test_nothing_is_cut_off_and_all_is_large_enough(
    window: MainWindow,
    settled: Settled,
    tmp_path: Path,
    qtbot: QtBot,
    width: int,
    height: int,
    zoom: int,
) -> None:
    window.look.set_zoom(zoom)
    window.resize(width, height)
    wrong: list[str] = []
    for name, page in screens(window, settled, tmp_path, qtbot):
        assert (window.width(), window.height()) == (width, height), f"{name} does not fit: the window grew"
        for button in walk.buttons(page):
            if not walk.in_scroll(button) and not window.rect().contains(walk.place_of(button)):
                wrong.append(f"{name}: outside the window: {walk.told(button)}")
            least = button.minimumSizeHint()
            if button.width() < least.width() - 1 or button.height() < least.height() - 1:
                wrong.append(f"{name}: too small for its words: {walk.told(button)}")
        for widget in (*walk.inputs(page), *walk.buttons(page)):
            aside = isinstance(widget, QToolButton) or widget.property("role") == "link"
            if widget.height() < (24 if aside else 44) or widget.width() < 24:
                wrong.append(f"{name}: {walk.told(widget)} {widget.width()}×{widget.height()}")
        if isinstance(page, AddressListPage):
            area = page._area
            wide = area.horizontalScrollBar().maximum()
            wrong += [f"{name}: {wide} pixels wider than the window"] if wide else []
    assert not wrong, "\n".join(wrong)
