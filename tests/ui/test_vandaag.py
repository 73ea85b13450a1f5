"""Vandaag: what wants attention comes first, each line opens what it is about, and it follows what is done."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from huurdersapp.actions import concepten, lists, records, start, vandaag
from huurdersapp.actions.concepten import Concept
from huurdersapp.actions.context import Context
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.jaaragenda import JaaragendaPage
from huurdersapp.ui.pages.vandaag import TodayPage
from huurdersapp.ui.place import Place
from tests.windows import OpenWindow, named, press


def today_page(window: MainWindow) -> TodayPage:
    """The screen that is open."""
    assert isinstance(window.page, TodayPage)
    return window.page


def filled(bot: QtBot, window: MainWindow) -> None:
    """Wait until the day has been read and stands there."""
    page = today_page(window)
    bot.waitUntil(
        lambda: window.desk is not None and window.desk.asker.idle and bool(words(page)), timeout=20_000
    )


def words(page: TodayPage) -> list[str]:
    """What can be read, in the order of the screen."""
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def click(window: MainWindow, name: str) -> None:
    """Press the button with this name."""
    button = named(window, QPushButton, name)
    assert isinstance(button, QPushButton)
    button.click()


def gone_to(window: MainWindow, do: Callable[[], None]) -> list[Place]:
    """Where the window is asked to go meanwhile."""
    places: list[Place] = []
    assert window.desk is not None
    window.desk.went.disconnect(window.go)
    window.desk.went.connect(places.append)
    do()
    return places


def test_what_is_late_comes_first_and_opens(window: MainWindow, qtbot: QtBot) -> None:
    filled(qtbot, window)
    shown = words(today_page(window))
    assert shown.index("Let op") < shown.index("Deze maand") < shown.index("Hoe het gaat")
    assert "2 actiepunten zijn te laat." in shown
    places = gone_to(window, lambda: click(window, "Openen: 2 actiepunten zijn te laat."))
    assert [(place.page, place.where) for place in places] == [
        ("actiepunt", ("toezegging=nee", "te_laat_op=2021-09-01"))
    ]


def test_promises_of_others_open_on_their_own_list(window: MainWindow, qtbot: QtBot) -> None:
    filled(qtbot, window)
    late = "Openen: 5 toezeggingen zijn te laat."
    places = gone_to(window, lambda: click(window, late))
    assert [(place.page, place.where) for place in places] == [
        ("toezegging", ("toezegging=ja", "te_laat_op=2021-09-01"))
    ]


def test_a_progress_line_opens_the_list_that_it_counts(window: MainWindow, qtbot: QtBot) -> None:
    filled(qtbot, window)
    line = next(text for text in words(today_page(window)) if text.endswith("knelpunten staan open"))
    places = gone_to(window, lambda: click(window, f"Openen: {line}"))
    assert (places[0].page, places[0].title) == ("knelpunt", line)
    assert window.desk is not None
    ctx = window.desk.ctx
    assert line.split()[0] == str(lists.count(ctx, ctx.spec("knelpunt"), places[0].where))


def test_what_is_told_of_visits_opens_their_list(
    open_window: OpenWindow, example: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vandaag, "MOST", 9)  # in the example graver things come before aftercare
    window = open_window(example)
    filled(qtbot, window)
    shown = words(today_page(window))
    care = next(text for text in shown if text.endswith("is het tijd voor nazorg."))
    planned = next(text for text in shown if text.endswith("energiebezoek gepland"))

    def do() -> None:
        click(window, f"Openen: {care}")
        click(window, f"Openen: {planned}")

    first, second = gone_to(window, do)
    assert (first.page, first.where) == ("energiebezoek", ("nazorg_open_op=2021-09-01",))
    assert (second.page, second.number, second.where[1:]) == ("energiebezoek", None, ("status=gepland",))


def test_the_big_buttons_begin_with_a_visit(open_window: OpenWindow, office: Context, qtbot: QtBot) -> None:
    start.begin(office, "De Linde")
    window = open_window(office)
    filled(qtbot, window)
    assert [button.text() for button in today_page(window).view.buttons.values()] == [
        "+ Energiebezoek",
        "+ Knelpunt",
        "+ Raadpleging",
        "+ Brief of advies",
        "+ Overleg",
        "+ Actiepunt",
    ]


def test_a_big_button_opens_an_empty_form(window: MainWindow, qtbot: QtBot) -> None:
    filled(qtbot, window)
    places = gone_to(window, lambda: click(window, "+ Knelpunt"))
    assert places == [Place("knelpunt", doing="nieuw", kind="knelpunt")]


def test_a_day_without_anything_open_says_so(open_window: OpenWindow, office: Context, qtbot: QtBot) -> None:
    start.begin(office, "De Linde")
    records.create(office, office.spec("kern"), [{"naam": "Emmen", "soort": "gemeente"}])
    window = open_window(office)
    filled(qtbot, window)
    assert "Er staat vandaag niets open. Fijn." in words(today_page(window))


def test_an_empty_administration_says_what_to_do_first(
    open_window: OpenWindow, office: Context, qtbot: QtBot
) -> None:
    start.begin(office, "De Linde")
    window = open_window(office)
    filled(qtbot, window)
    assert "Welkom. Hier begint u." in words(today_page(window))
    places = gone_to(window, lambda: click(window, "Het akkoord laden"))
    assert [place.page for place in places] == ["akkoord"]


def test_it_follows_what_is_done(open_window: OpenWindow, office: Context, qtbot: QtBot) -> None:
    start.begin(office, "De Linde")
    window = open_window(office)
    filled(qtbot, window)
    records.create(office, office.spec("kern"), [{"naam": "Emmen", "soort": "gemeente"}])
    qtbot.waitUntil(lambda: "Kern ‘Emmen’" in words(today_page(window)), timeout=20_000)


def test_a_concept_goes_on_where_it_was(window: MainWindow, example: Context, qtbot: QtBot) -> None:
    kept = concepten.keep(example, Concept(soort="knelpunt", nummer=3, titel="Lekkage"))
    qtbot.waitUntil(lambda: "Verder waar u was" in words(today_page(window)), timeout=20_000)
    places = gone_to(window, lambda: click(window, "Verder: Knelpunt: Lekkage"))
    assert places == [Place("knelpunt", 3, doing="wijzigen", concept=kept.id, kind="knelpunt")]


def test_a_concept_that_was_thrown_away_can_be_put_back(
    window: MainWindow, example: Context, qtbot: QtBot
) -> None:
    concepten.keep(example, Concept(soort="knelpunt", titel="Lekkage", gegevens={"titel": "Lekkage"}))
    qtbot.waitUntil(lambda: "Verder waar u was" in words(today_page(window)), timeout=20_000)
    click(window, "Weggooien: Knelpunt: Lekkage")
    assert concepten.every(example) == []
    qtbot.waitUntil(lambda: "Verder waar u was" not in words(today_page(window)), timeout=20_000)
    assert window.message.text() == "Weggegooid: Lekkage"
    click(window, "Terugzetten")
    assert [one.gegevens for one in concepten.every(example)] == [{"titel": "Lekkage"}]
    qtbot.waitUntil(lambda: "Verder waar u was" in words(today_page(window)), timeout=20_000)


def test_two_columns_where_there_is_room_one_where_there_is_not(window: MainWindow, qtbot: QtBot) -> None:
    filled(qtbot, window)

    def beside() -> bool:
        heads = {label.text(): label for label in today_page(window).findChildren(QLabel)}
        late, month = (
            heads[name].mapTo(window, heads[name].rect().topLeft()) for name in ("Let op", "Deze maand")
        )
        return late.y() == month.y()

    qtbot.waitUntil(beside)
    window.resize(1024, 600)
    qtbot.waitUntil(lambda: not beside())
    window.resize(1280, 680)
    window.look.set_zoom(200)
    qtbot.waitUntil(lambda: not beside())


def test_all_of_it_can_be_reached_with_tab(window: MainWindow, qtbot: QtBot) -> None:
    filled(qtbot, window)
    page = today_page(window)
    assert window.focusWidget() in page.view.buttons.values()
    next(iter(page.view.buttons.values())).setFocus()
    wanted = [button for button in page.findChildren(QPushButton) if button.isVisible()]
    reached = []
    for _turn in wanted:
        reached.append(window.focusWidget())
        press(qtbot, Qt.Key.Key_Tab)
    assert set(reached) == set(wanted)
    above = len(page.view.buttons) + 2  # the year, and what comes next
    columns = reached[above:]
    ways = [(button.mapTo(window, button.rect().topLeft()).x() // 500, button.y()) for button in columns]
    assert [column for column, _y in ways] == sorted(column for column, _y in ways)
    assert all(button.accessibleName() or button.text() for button in wanted)


def test_the_focus_is_on_the_first_button_at_once_and_stays_where_somebody_takes_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.focusWidget() is next(iter(today_page(window).view.buttons.values()))
    window.navigation.setFocus()
    filled(qtbot, window)
    assert window.focusWidget() is window.navigation


def test_who_comes_back_finds_the_focus_where_it_was(window: MainWindow, qtbot: QtBot) -> None:
    filled(qtbot, window)
    button = named(window, QPushButton, "Openen: 2 actiepunten zijn te laat.")
    button.setFocus()
    window.go(Place("instellingen"))
    window.go(Place("vandaag"))
    assert window.focusWidget() is button


def test_the_year_stands_above_and_both_its_lines_open_the_jaaragenda(
    window: MainWindow, qtbot: QtBot
) -> None:
    filled(qtbot, window)
    page = today_page(window)
    words = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "U bereidt 2022 voor, voert 2021 uit en evalueert 2020." in words
    coming = next(text for text in words if text.startswith("Volgende: "))
    for text in ("U bereidt 2022 voor, voert 2021 uit en evalueert 2020.", coming):
        window.go(Place("vandaag"))
        filled(qtbot, window)
        click(window, f"Openen: {text}")
        qtbot.waitUntil(lambda: window.desk is not None and window.desk.asker.idle)
    assert isinstance(window.page, JaaragendaPage)
    moment = window.page.moment
    assert moment is not None
    assert moment.name in coming
