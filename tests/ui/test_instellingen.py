"""Instellingen: everything works at once and is remembered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from huurdersapp.actions.context import Context
from huurdersapp.base.settings import AUTHOR, LANGUAGE, PERCENTAGE_FROM, SCHEME, TEXT_SIZE
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.instellingen import SettingsPage
from huurdersapp.ui.place import Place
from tests.windows import OpenWindow, named


def page_of(window: MainWindow) -> SettingsPage:
    window.go(Place("instellingen"))
    page = window.page
    assert isinstance(page, SettingsPage)
    return page


def test_letters_grow_while_the_number_is_changed(window: MainWindow, example: Context) -> None:
    spin = named(page_of(window), QSpinBox, "Grootte van de letters (procent)")
    assert isinstance(spin, QSpinBox)
    spin.setValue(130)
    assert window.look.zoom == 130
    assert example.settings.get(TEXT_SIZE) == 130
    window.look.set_zoom(100)
    assert spin.value() == 100


def test_dark_is_chosen_and_remembered(window: MainWindow, example: Context, qtbot: QtBot) -> None:
    combo = named(page_of(window), QComboBox, "Licht of donker")
    assert isinstance(combo, QComboBox)
    combo.setFocus()
    qtbot.keyClicks(combo, "d")
    combo.activated.emit(combo.currentIndex())
    assert window.look.dark
    assert example.settings.get(SCHEME) == "donker"


def test_another_name_stands_at_the_next_step(office: Context, open_window: OpenWindow) -> None:
    from huurdersapp.actions import history, records

    window = open_window(office)
    line = named(page_of(window), QLineEdit, "Uw naam")
    assert isinstance(line, QLineEdit)
    line.setText("Ria Hulst")
    line.editingFinished.emit()
    assert office.settings.get(AUTHOR) == "Ria Hulst"
    spec = office.spec("kern")
    records.create(office, spec, [{"naam": "Klazienaveen", "soort": "kern"}])
    assert history.history(office, spec, 1)[0].author == "Ria Hulst"


def test_a_percentage_below_its_limit_cannot_be_set(window: MainWindow, example: Context) -> None:
    spin = named(page_of(window), QSpinBox, "Procenten tonen vanaf (personen)")
    assert isinstance(spin, QSpinBox)
    spin.setValue(3)
    assert spin.value() == 10
    assert example.settings.get(PERCENTAGE_FROM) == 10


def test_searching_leaves_only_what_fits(window: MainWindow) -> None:
    page = page_of(window)
    page.search.setText("reservekopie")
    assert named(page, QPushButton, "Nu een reservekopie maken").isVisible()
    shown = [spin.accessibleName() for spin in page.findChildren(QSpinBox) if spin.isVisible()]
    assert shown == ["Ruimte voor reservekopieën (MB)"]


def test_a_copy_is_made_and_told(
    window: MainWindow, example: Context, qtbot: QtBot, settled: Callable[[MainWindow], None]
) -> None:
    button = named(page_of(window), QPushButton, "Nu een reservekopie maken")
    assert isinstance(button, QPushButton)
    button.click()
    settled(window)
    assert "reservekopie" in window.message.text()
    assert list((example.folder / "reservekopieen").iterdir())


def test_the_administration_is_looked_over(window: MainWindow, settled: Callable[[MainWindow], None]) -> None:
    button = named(page_of(window), QPushButton, "Nu nakijken")
    assert isinstance(button, QPushButton)
    button.click()
    settled(window)
    assert window.message.text() == "De administratie is in orde."


def test_another_language_at_once(window: MainWindow, example: Context, qtbot: QtBot) -> None:
    combo = named(page_of(window), QComboBox, "Taal van het scherm")
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findData("en"))
    combo.activated.emit(combo.currentIndex())
    qtbot.waitUntil(lambda: window.menus.actions["afsluiten"].text() != "Afsluiten")
    assert example.settings.get(LANGUAGE) == "en"
    assert window.page is not None
    assert window.page.key == "instellingen"
