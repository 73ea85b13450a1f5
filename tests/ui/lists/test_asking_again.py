"""What is asked of a list changes while an answer is on its way, and while years go by."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QPushButton

from huurdersapp.base import clock
from huurdersapp.ui.lists.words import conditions
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.contacten import ContactsPage
from huurdersapp.ui.pages.knelpunt import KnelpuntPage
from huurdersapp.ui.place import Place
from tests.windows import named

Settled = Callable[[MainWindow], None]


def opened(window: MainWindow, settled: Settled) -> KnelpuntPage:
    window.go(Place("knelpunt"))
    settled(window)
    assert isinstance(window.page, KnelpuntPage)
    return window.page


def test_words_that_were_taken_away_again_do_not_come_back_as_a_list(
    window: MainWindow, settled: Settled
) -> None:
    page = opened(window, settled)
    page.bar.clear()
    settled(window)
    whole = page.pane.model.count
    page.bar.search.setText("lift")
    page.bar.search.returnPressed.emit()
    page.bar.clear()
    settled(window)
    assert page.pane.model.listed is not None
    assert (page.pane.model.listed.words, page.pane.model.count) == ("", whole)


def test_finds_of_one_kind_never_stand_in_the_list_of_another(window: MainWindow, settled: Settled) -> None:
    window.go(Place("contacten", kind="complex"))
    settled(window)
    page = window.page
    assert isinstance(page, ContactsPage)
    page.bar.search.setText("flat")
    page.bar.search.returnPressed.emit()
    window.go(Place("contacten", kind="partij"))
    settled(window)
    assert page.pane.model.listed is not None
    assert (page.pane.model.listed.spec.key, page.pane.model.listed.words) == ("partij", "")


def test_a_filter_of_ones_own_goes_along_with_the_calendar(window: MainWindow, settled: Settled) -> None:
    page = opened(window, settled)
    named(page, QPushButton, "Opgelost dit jaar").click()  # type: ignore[attr-defined]
    page.bar._add("omvang=complex")
    page.bar._keep("Van een complex")
    settled(window)
    kept = page.bar.asked
    assert kept.conditions() == (f"opgelost_in={clock.today().year}", "omvang=complex")
    with clock.fixed(date(clock.today().year + 1, 2, 1)):
        assert kept.conditions()[0] == f"opgelost_in={clock.today().year}"


def test_braces_that_somebody_searches_for_stay_what_they_are() -> None:
    where = ("bevat={kast} {}", "open_op={today}", "nieuw_in={trimester}", "{last_year}")
    told = ("bevat={kast} {}", "open_op=2026-09-01", "nieuw_in=2026-T3", "2025")
    assert conditions(where, date(2026, 9, 1)) == told
