"""Filling in a walk list: a key for each home, kept while somebody types, saved as one action; and the papers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from huurdersapp.actions import concepten, history, records
from huurdersapp.actions.context import Context
from huurdersapp.records import ALL
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.campagne_papier import CampaignPaperPage
from huurdersapp.ui.pages.looplijst import WalkPage
from huurdersapp.ui.place import Place
from tests.windows import OpenWindow, press, type_into
from tools.paper_words import pdf_words

Settled = Callable[[MainWindow], None]


@pytest.fixture
def streets(office: Context) -> Context:
    """Two streets in one kern, with a campagne for all homes there, and one for nobody."""
    own = {"naam": "Huurdersvereniging", "soort": "huurdersorganisatie", "eigen": True}
    records.create(office, ALL["partij"], [own])
    records.create(office, ALL["kern"], [{"naam": "Noord", "soort": "wijk"}])
    lines = [
        {"postcode": "7811 AA", "straat": street, "huisnummer": number, "kern": 1}
        for street in ("Brink", "Hof")
        for number in (1, 2, 3)
    ]
    records.create(office, ALL["adres"], lines)
    records.create(
        office, ALL["campagne"], [{"titel": "Warm wonen", "kernen": [1]}, {"titel": "Zonder adres"}]
    )
    return office


def walking(window: MainWindow, settled: Settled, number: int = 1) -> WalkPage:
    window.go(Place("looplijst", number))
    settled(window)
    page = window.page
    assert isinstance(page, WalkPage)
    return page


def rows(page: WalkPage) -> list[str]:
    return [page.board.list.item(row).text() for row in range(page.board.list.count())]


def test_each_key_marks_a_home_and_goes_on(
    streets: Context, open_window: OpenWindow, qtbot: QtBot, settled: Settled
) -> None:
    window = open_window(streets)
    page = walking(window, settled)
    type_into(qtbot, "gn")
    assert rows(page) == ["1   ✓ Gesproken", "3   ✓ Niet thuis", "2"]
    assert page.board.sums.text() == "Bereik 2, contact 1, deelname 0"
    page.letterbox.click()
    assert page.board.sums.text() == "Bereik 1, contact 1, deelname 0"
    page.board.list.setFocus()
    type_into(qtbot, "x")
    assert not page.board.hint.isHidden()
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert rows(page) == ["1   ✓ Gesproken", "3", "2"]
    press(qtbot, Qt.Key.Key_Up)
    type_into(qtbot, "D")
    assert rows(page)[0] == "1   ✓ Doet mee"


def test_the_walk_goes_on_where_it_was_left_and_becomes_one_action(
    streets: Context, open_window: OpenWindow, qtbot: QtBot, settled: Settled
) -> None:
    window = open_window(streets)
    page = walking(window, settled)
    type_into(qtbot, "gd")
    window.go(Place("vandaag"))
    (kept,) = concepten.every(streets)
    assert kept.gegevens["stap"] == "looplijst"
    other = open_window(streets)
    page = walking(other, settled)
    assert rows(page)[:2] == ["1   ✓ Gesproken", "3   ✓ Doet mee"]
    type_into(qtbot, "f")
    page.finish()
    settled(other)
    assert concepten.every(streets) == []
    (line,) = records.show(streets, ALL["campagne"], 1)["acties"]
    assert (line["plek"], line["bereik"], line["contacten"], line["deelnemers"]) == ("Brink", 2, 2, 1)
    assert other.message.text().startswith("Looplijst vastgelegd: 3 woningen.")
    history.undo(streets)
    assert records.show(streets, ALL["campagne"], 1)["acties"] == []


def test_a_street_that_was_begun_is_finished_first(
    streets: Context, open_window: OpenWindow, qtbot: QtBot, settled: Settled
) -> None:
    window = open_window(streets)
    page = walking(window, settled)
    assert [page.street.itemText(row) for row in range(3)] == ["Brink (3)", "Hof (3)", "Alle straten"]
    page.street.setCurrentIndex(1)
    page.street.activated.emit(1)
    type_into(qtbot, "g")
    page.street.setCurrentIndex(0)
    page.street.activated.emit(0)
    assert page.street.currentData() == "Hof"
    assert "U bent al begonnen in deze straat." in window.message.text()


def test_nothing_and_a_day_that_cannot_be_are_not_saved(
    streets: Context, open_window: OpenWindow, qtbot: QtBot, settled: Settled
) -> None:
    window = open_window(streets)
    page = walking(window, settled)
    page.done.click()
    assert "Er is nog niets ingevuld." in window.message.text()
    page.board.list.setFocus()
    type_into(qtbot, "g")
    page.day.set_typed("overmorgen of zo")
    page.done.click()
    assert page.day.first_focus().hasFocus()
    assert records.show(streets, ALL["campagne"], 1)["acties"] == []


def test_what_is_thrown_away_can_be_brought_back(
    streets: Context, open_window: OpenWindow, qtbot: QtBot, settled: Settled
) -> None:
    window = open_window(streets)
    page = walking(window, settled)
    type_into(qtbot, "gg")
    page.drop_button.click()
    settled(window)
    assert concepten.every(streets) == []
    assert window.message.text().startswith("Niet opgeslagen: Warm wonen (looplijst).")


def test_without_addresses_there_is_a_sentence_and_a_way_on(
    streets: Context, open_window: OpenWindow, settled: Settled
) -> None:
    window = open_window(streets)
    page = walking(window, settled, 2)
    assert page.none.isVisible()
    assert page.load.hasFocus()
    assert not page.board.isVisible()
    assert page.later.text() == "Terug naar campagne"
    page.load.click()
    settled(window)
    assert window.page is not page


def paper(window: MainWindow, kind: str, bot: QtBot, number: int = 1) -> CampaignPaperPage:
    window.go(Place("campagne_papier", number, kind=kind))
    page = window.page
    assert isinstance(page, CampaignPaperPage)
    return page


def words(page: CampaignPaperPage, bot: QtBot, wanted: str) -> str:
    """The words of the pages, once they say what is wanted."""

    def found() -> str:
        return " ".join(" ".join(pdf_words(page.preview.paper.pdf)).split()) if page.preview.paper else ""

    bot.waitUntil(lambda: wanted in found(), timeout=20_000)
    return found()


def test_papers_follow_what_is_chosen(
    streets: Context, open_window: OpenWindow, qtbot: QtBot, settled: Settled
) -> None:
    window = open_window(streets)
    page = paper(window, "etiketten", qtbot)
    assert "Brink 1" in words(page, qtbot, "Hof 3")
    assert page.as_word.isHidden()
    page.streets.boxes["Hof"].click()
    page.above.setText("Beste buren")
    page.above.textEdited.emit("Beste buren")
    assert "Brink" not in words(page, qtbot, "Beste buren")
    page.sheet.setCurrentIndex(1)
    page.sheet.activated.emit(1)
    assert page.first.maximum() == 14
    page = paper(window, "looplijst", qtbot)
    assert not page.as_word.isHidden()
    page.walker.setText("Jo")
    page.walker.textEdited.emit("Jo")
    words(page, qtbot, "Jo")
    page = paper(window, "flyer", qtbot)
    page.lines["waar"].setPlainText("Wijkgebouw")
    words(page, qtbot, "Wijkgebouw")
    settled(window)


def test_a_paper_without_addresses_offers_to_load_them(
    streets: Context, open_window: OpenWindow, qtbot: QtBot, settled: Settled
) -> None:
    window = open_window(streets)
    page = paper(window, "looplijst", qtbot, 2)
    qtbot.waitUntil(lambda: page.preview.mend.isVisible(), timeout=20_000)
    assert page.preview.mend.text() == "Adressen laden"
    assert "nog geen adressen" in page.preview.fault.text()
    settled(window)
