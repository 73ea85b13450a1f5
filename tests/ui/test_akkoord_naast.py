"""The screens beside the akkoord: several side by side, shares of homes, and which measures go on in a new one."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from huurdersapp.actions import (
    aandelen,
    akkoord,
    akkoorden_vergelijken,
    concepten,
    history,
    lists,
    opvolging,
    records,
)
from huurdersapp.actions.context import Context
from huurdersapp.base import jobs
from huurdersapp.base.period import parse
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.lists.record_parts import LinkButton
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.aandelen import AandelenPage
from huurdersapp.ui.pages.akkoord import AkkoordPage
from huurdersapp.ui.pages.akkoorden import AkkoordenPage
from huurdersapp.ui.pages.opvolging import OpvolgingPage
from huurdersapp.ui.place import Place
from tests.akkoorden import FOREIGN
from tests.windows import OpenWindow, named, press

Settled = Callable[[MainWindow], None]


@pytest.fixture
def two(example: Context) -> Context:
    """The example with the foreign akkoord beside that of Emmen."""
    jobs.run(akkoord.load(example, FOREIGN))
    return example


@pytest.fixture
def at(open_window: OpenWindow, two: Context, settled: Settled) -> Callable[..., MainWindow]:
    def go(page: str, number: int | None = None) -> MainWindow:
        window = open_window(two)
        window.go(Place(page, number))
        settled(window)
        return window

    return go


def words_of(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


# -- side by side ------------------------------------------------------------------------------------------------------


def test_each_number_of_each_akkoord_opens_its_list(
    at: Callable[..., MainWindow], two: Context, settled: Settled
) -> None:
    window = at("akkoorden")
    page = window.page
    assert isinstance(page, AkkoordenPage)
    table = akkoorden_vergelijken.compare(two, [1, 2], parse("2021"))
    links = [each for each in page.area.findChildren(LinkButton) if each.isVisible()]
    assert len(links) == sum(len(side.numbers) for side in table.sides)
    for name in ("Maten: 8, Woonpact Andersstad en Bovendam 2024-2027", "Raadplegingen: "):
        link = next(each for each in links if each.accessibleName().startswith(name))
        count = int(re.findall(r": (\d+)", link.accessibleName())[0])
        link.click()
        settled(window)
        there = window.page
        if isinstance(there, AkkoordPage):
            assert there.number == 2, "the akkoord of which the number was"
            rows = [row.key for row in there.view.list.rows if isinstance(row.key, tuple)]
            assert len([key for key in rows if key[0] == "indicator"]) == count
        else:
            assert isinstance(there, ListPage)
            assert there.pane.model.count == count
        window.go(Place("akkoorden"))
        settled(window)
        links = [each for each in page.area.findChildren(LinkButton) if each.isVisible()]


def test_an_akkoord_can_be_left_out_with_a_key_and_the_year_chosen(
    at: Callable[..., MainWindow], settled: Settled, qtbot: QtBot
) -> None:
    window = at("akkoorden")
    page = window.page
    assert isinstance(page, AkkoordenPage)
    assert "Woonpact Andersstad" in words_of(page.area)
    page.boxes[2].setFocus()
    press(qtbot, Qt.Key.Key_Space)
    settled(window)
    assert "Woonpact Andersstad" not in words_of(page.area)
    page.year.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    settled(window)
    assert "Wat wij deden in 2020" in words_of(page.area)
    kept = page.place()
    window.go(Place("vandaag"))
    window.go(kept)
    settled(window)
    assert "Wat wij deden in 2020" in words_of(page.area)
    assert not page.boxes[2].isChecked()


@pytest.mark.parametrize("zoom", [100, 200])
def test_with_large_letters_the_akkoorden_stand_under_each_other(
    at: Callable[..., MainWindow], settled: Settled, zoom: int
) -> None:
    window = at("akkoorden")
    window.look.set_zoom(zoom)
    settled(window)
    assert window.page is not None
    heads = [each for each in window.page.findChildren(QLabel) if each.text().startswith("Woonpact")]
    heads += [each for each in window.page.findChildren(QLabel) if each.text().startswith("Lokaal Akkoord")]
    one, other = (each.mapTo(window, each.rect().topLeft()) for each in heads if each.isVisible())
    assert (one.y() == other.y()) == (zoom == 100)


# -- shares ------------------------------------------------------------------------------------------------------------


def test_the_shares_on_the_screen_are_those_that_were_reckoned(
    at: Callable[..., MainWindow], two: Context, settled: Settled
) -> None:
    window = at("aandelen", 1)
    page = window.page
    assert isinstance(page, AandelenPage)
    found = aandelen.shares(two, 1, 2020)
    shown = words_of(page.area)
    assert "Sociale huurwoningen in 2020" in shown
    assert found.measures, "the example has contributions"
    for measure in found.measures:
        assert f"{measure.code}: {measure.text}" in shown
    value = next(each for each in found.measures[0].parties if each.where)
    link = next(
        each for each in page.area.findChildren(LinkButton) if found.measures[0].code in each.accessibleName()
    )
    link.click()
    settled(window)
    assert isinstance(window.page, ListPage)
    assert window.page.pane.model.count == lists.count(two, two.spec("meting"), value.where)


def test_what_is_not_known_is_said(at: Callable[..., MainWindow], settled: Settled) -> None:
    window = at("aandelen", 2)
    assert window.page is not None
    assert "Niet bekend: WadA." in words_of(window.page)


# -- succession ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def succession(
    at: Callable[..., MainWindow], two: Context, settled: Settled
) -> tuple[MainWindow, OpvolgingPage]:
    opvolging.follow(two, 2, 1)
    window = at("opvolging", 2)
    page = window.page
    assert isinstance(page, OpvolgingPage)
    assert len(page.rows) == lists.count(two, two.spec("indicator"), ["in_akkoord=1"])
    return window, page


def test_nothing_is_chosen_by_itself_and_what_is_missing_is_told(
    succession: tuple[MainWindow, OpvolgingPage],
) -> None:
    _window, page = succession
    assert all(combo.currentText() == "(geen)" for row in page.rows.values() for combo in row.combos)
    assert page.told.text() == f"{len(page.rows)} oude maten gaan nog nergens verder."
    assert not page.save_button.isEnabled()


def test_choices_are_kept_until_they_are_saved_in_one_step(
    succession: tuple[MainWindow, OpvolgingPage], two: Context, settled: Settled, qtbot: QtBot
) -> None:
    window, page = succession
    row = next(iter(page.rows.values()))
    row.combos[0].setFocus()
    press(qtbot, Qt.Key.Key_Down)
    assert len(row.combos) == 2, "there is room for one more"
    assert not opvolging.succession(two, 2).lines[0].chosen, "not saved yet"
    window.go(Place("vandaag"))
    assert len(concepten.every(two)) == 1
    page.forget()  # as after a kill
    window.go(Place("opvolging", 2))
    settled(window)
    assert len(page.pending) == 1
    named(page, QPushButton, "Koppelingen vastleggen").click()  # type: ignore[attr-defined]  # a button
    settled(window)
    found = opvolging.succession(two, 2)
    assert found.lines[0].chosen == (found.new[0].number,)
    assert not concepten.every(two), "what is saved is no concept any more"
    history.undo(two)
    settled(window)
    assert not opvolging.succession(two, 2).lines[0].chosen


def test_a_proposal_is_taken_over_with_its_button(
    example: Context, open_window: OpenWindow, settled: Settled
) -> None:
    made = records.create(
        example, example.spec("akkoord"), [{"naam": "Volgend", "van_jaar": 2025, "tot_jaar": 2030}]
    )
    new = made.records[0]["nummer"]
    thema = records.create(
        example, example.spec("thema"), [{"code": "N", "naam": "N", "akkoord": new}]
    ).records[0]
    doel = records.create(
        example, example.spec("doel"), [{"code": "N1", "tekst": "N", "thema": thema["nummer"]}]
    ).records[0]
    (old, *_more) = lists.find(example, example.spec("indicator"), ["soort=aantal"])
    given = {
        "doel": doel["nummer"],
        "code": "N1-I1",
        "tekst": old["tekst"],
        "soort": "aantal",
        "norm": "geen",
    }
    records.create(example, example.spec("indicator"), [{**given, "eenheid": old["eenheid"]}])
    opvolging.follow(example, new, 1)
    window = open_window(example)
    window.go(Place("opvolging", new))
    settled(window)
    page = window.page
    assert isinstance(page, OpvolgingPage)
    row = page.rows[old["nummer"]]
    named(row, QPushButton, "Lijkt op N1-I1 (100 %): overnemen").click()  # type: ignore[attr-defined]  # a button
    page.save()
    settled(window)
    chosen = {line.old.number: line.chosen for line in opvolging.succession(example, new).lines}
    assert len(chosen[old["nummer"]]) == 1


# -- the way in ----------------------------------------------------------------------------------------------------------


def test_from_the_akkoord_itself_one_goes_to_each_of_these_screens(
    at: Callable[..., MainWindow], settled: Settled
) -> None:
    window = at("vandaag")
    for words, key in (
        ("Alle metingen", "metingen"),
        ("Akkoorden naast elkaar", "akkoorden"),
        ("Bijdragen naar bezit", "aandelen"),
        ("Opvolging", "opvolging"),
    ):
        window.go(Place("akkoord", 1, kind="akkoord"))
        settled(window)
        assert window.page is not None
        window.page.view.head.more.setChecked(True)  # type: ignore[attr-defined]  # of the akkoord
        named(window.page, QPushButton, words).click()  # type: ignore[attr-defined]  # a button
        settled(window)
        assert window.page is not None
        assert window.page.key == key


def test_a_bijstelling_and_a_case_have_their_own_page(
    at: Callable[..., MainWindow], settled: Settled
) -> None:
    window = at("vandaag")
    window.go(Place("metingen", 1, kind="bijstelling"))
    settled(window)
    assert window.page is not None
    shown = words_of(window.page)
    assert "Was:" in shown
    assert "blijft het akkoord zoals het nu is" in shown
    window.go(Place("metingen", 1, kind="afwijking"))
    settled(window)
    assert "Gemeld" in words_of(window.page)
