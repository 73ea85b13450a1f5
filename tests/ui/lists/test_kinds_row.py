"""One of several kinds is chosen with a button, or with large letters from one list."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from huurdersapp.actions.context import Context
from huurdersapp.ui.lists.kinds_row import KindsRow
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.place import Place
from tests.windows import OpenWindow

Settled = Callable[[MainWindow], None]


def row_of(window: MainWindow) -> KindsRow:
    assert window.page is not None
    row = window.page.findChild(KindsRow)
    assert row is not None
    return row


@pytest.mark.parametrize(
    ("page", "other"),
    [("energiebezoek", "energiecoach"), ("knelpunt", "behandeltermijn"), ("contacten", "adres")],
)
def test_a_kind_is_chosen_with_a_button_and_with_large_letters_from_a_list(
    page: str, other: str, office: Context, open_window: OpenWindow, settled: Settled
) -> None:
    window = open_window(office)
    window.go(Place(page))
    settled(window)
    row = row_of(window)
    first = next(iter(row.buttons))
    assert row.choice.isHidden()
    assert [kind for kind, button in row.buttons.items() if button.isChecked()] == [first]
    row.buttons[other].click()
    settled(window)
    assert window.page is not None
    assert window.page.place().kind == other
    assert [kind for kind, button in row.buttons.items() if button.isChecked()] == [other]
    window.look.set_zoom(200)
    assert not row.choice.isHidden()
    assert all(button.isHidden() for button in row.buttons.values())
    assert row.choice.currentText() == row.buttons[other].text()
    row.choice.activated.emit(0)
    settled(window)
    assert window.page.place().kind == first


def test_a_press_on_the_kind_that_is_shown_leaves_it_chosen(
    office: Context, open_window: OpenWindow, settled: Settled
) -> None:
    window = open_window(office)
    window.go(Place("contacten"))
    settled(window)
    row = row_of(window)
    first = next(iter(row.buttons.values()))
    first.click()
    assert first.isChecked()


@pytest.mark.parametrize(
    ("page", "other"),
    [
        ("energiebezoek", "energiecoach"),
        ("knelpunt", "behandeltermijn"),
        ("contacten", "adres"),
        ("brieven", "briefsjabloon"),
        ("metingen", "bijstelling"),
        ("prestatieafspraken", "inbrengpunt"),
        ("vaste_momenten", "voorbereidingsstap"),
    ],
)
def test_the_kind_that_is_listed_is_marked_also_where_its_record_is_gone(
    page: str, other: str, office: Context, open_window: OpenWindow, settled: Settled
) -> None:
    window = open_window(office)
    kinds = row_of_page(window, page, settled)
    window.go(Place(page, 999, kind=other))
    settled(window)
    assert [kind for kind, button in kinds.buttons.items() if button.isChecked()] == [other]


def row_of_page(window: MainWindow, page: str, settled: Settled) -> KindsRow:
    window.go(Place(page))
    settled(window)
    return row_of(window)
