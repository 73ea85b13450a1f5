"""What is typed in a small form under a record is kept as in every form: nothing of it is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from huurdersapp.actions import concepten, records
from huurdersapp.actions.context import Context
from huurdersapp.records import ALL
from huurdersapp.ui.forms.quick_form import QuickForm
from huurdersapp.ui.forms.step_concept import place_of
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.place import Place
from tests.windows import OpenWindow, named, type_into

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Settled = Callable[[MainWindow], None]
RAADPLEGING = {"titel": "Servicekosten"}
KNELPUNT = {"titel": "Lift staat stil", "categorie": "onderhoud", "gemeld_op": "2019-08-01"}


def at(window: MainWindow, settled: Settled, kind: str, values: dict[str, Any]) -> int:
    """A record of this kind, and the window on it."""
    assert window.desk is not None
    made = records.create(window.desk.ctx, ALL[kind], [values]).records[0]["nummer"]
    window.go(Place(kind, made))
    settled(window)
    return int(made)


def press_button(window: MainWindow, words: str) -> None:
    assert window.page is not None
    button = named(window.page, QPushButton, words)
    assert isinstance(button, QPushButton)
    button.click()


def form_of(window: MainWindow) -> QuickForm:
    return next(each for each in window.findChildren(QuickForm) if each.isVisible())


def conclude(window: MainWindow, bot: QtBot, words: str) -> None:
    press_button(window, "Uitslag vastleggen…")
    form_of(window).fields.boxes["conclusies"].editor.first_focus().setFocus()
    type_into(bot, words)


def test_a_small_form_is_a_concept_within_two_seconds(
    open_window: OpenWindow, office: Context, settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(office)
    number = at(window, settled, "raadpleging", RAADPLEGING)
    conclude(window, qtbot, "De meesten willen het")
    qtbot.waitUntil(lambda: bool(concepten.every(office)), timeout=2000)
    concept = concepten.every(office)[0]
    assert (concept.soort, concept.nummer) == ("raadpleging", number)
    assert concept.titel.startswith("Servicekosten (")


def test_what_is_typed_of_an_outcome_survives_larger_letters_and_another_screen(
    open_window: OpenWindow, office: Context, settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(office)
    at(window, settled, "raadpleging", RAADPLEGING)
    conclude(window, qtbot, "De meesten willen het")
    window.look.step(1)
    settled(window)
    assert form_of(window).fields.value("conclusies") == "De meesten willen het"
    window.go(Place("vandaag"))
    settled(window)
    window.go(place_of(concepten.every(office)[0]))
    settled(window)
    assert form_of(window).fields.value("conclusies") == "De meesten willen het"
    assert isinstance(window.page, ListPage)
    assert window.page.form is None


def test_a_step_is_there_again_after_another_start(
    open_window: OpenWindow, office: Context, settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(office)
    number = at(window, settled, "knelpunt", KNELPUNT)
    press_button(window, "Oplossen…")
    form_of(window).fields.boxes["toelichting"].editor.first_focus().setFocus()
    type_into(qtbot, "Gemaakt")
    window.close()
    again = open_window(office)
    again.go(Place("knelpunt", number))
    settled(again)
    assert form_of(again).fields.value("toelichting") == "Gemaakt"


def test_the_form_of_the_whole_record_is_not_filled_from_a_step(
    open_window: OpenWindow, office: Context, settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(office)
    at(window, settled, "raadpleging", RAADPLEGING)
    conclude(window, qtbot, "De meesten willen het")
    press_button(window, "Wijzigen")
    assert isinstance(window.page, ListPage)
    assert window.page.form is not None
    assert window.page.form.left_here.isHidden()
    assert not window.page.form.dirty


@pytest.mark.parametrize("words", ["Vastleggen", "Annuleren"])
def test_saved_or_cancelled_it_is_no_concept_any_more(
    words: str, open_window: OpenWindow, office: Context, settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(office)
    number = at(window, settled, "raadpleging", RAADPLEGING)
    conclude(window, qtbot, "De meesten willen het")
    qtbot.waitUntil(lambda: bool(concepten.every(office)), timeout=2000)
    press_button(window, words)
    settled(window)
    assert concepten.every(office) == []
    kept = records.show(office, ALL["raadpleging"], number)["conclusies"]
    assert kept == ("De meesten willen het" if words == "Vastleggen" else None)
    qtbot.waitUntil(lambda: not [each for each in window.findChildren(QuickForm) if each.isVisible()])


def test_after_a_fault_of_ours_it_still_waits_to_be_kept(
    open_window: OpenWindow,
    office: Context,
    settled: Settled,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = open_window(office)
    at(window, settled, "raadpleging", RAADPLEGING)
    conclude(window, qtbot, "De meesten willen het")
    keeper = form_of(window).keeper

    def broken(*_given: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(concepten, "keep", broken)
        for _try in range(2):
            with pytest.raises(ZeroDivisionError):
                keeper.flush()
    keeper.flush()
    assert not keeper.waiting
    assert len(concepten.every(office)) == 1
