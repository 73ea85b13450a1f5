"""The screens of overleggen, actiepunten and toezeggingen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from huurdersapp.actions import akkoord, lists, records
from huurdersapp.actions.context import Context
from huurdersapp.base import jobs
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.overleg.panel import SECTIONS, MeetingPanel
from huurdersapp.ui.overleg.ticks import NamesEditor, TicksEditor
from huurdersapp.ui.place import Place
from tests.akkoorden import FOREIGN
from tests.windows import OpenWindow, named

Settle = Callable[[MainWindow], None]
ITEMS = [
    {"onderwerp": "Vocht", "eigen_punt": True, "besluit": "Lefier kijkt."},
    {"onderwerp": "Bus", "eigen_punt": True, "geweigerd": True},
    {"onderwerp": "Rondvraag", "minuten": 5},
]


def make(ctx: Context, kind: str, **values: Any) -> int:
    return int(records.create(ctx, ctx.spec(kind), [values]).records[0]["nummer"])


def shown(ctx: Context, kind: str, number: int) -> dict[str, Any]:
    return records.show(ctx, ctx.spec(kind), number)


def labels(window: QWidget) -> list[str]:
    return [each.text() for each in window.findChildren(QLabel) if each.isVisible()]


@pytest.fixture
def meeting(office: Context) -> int:
    make(office, "partij", naam="Wij", soort="huurdersorganisatie", eigen=True)
    lefier = make(office, "partij", naam="Lefier", soort="corporatie")
    make(office, "contact", naam="B. Voorbeeld", functie="manager", partij=lefier)
    make(office, "knelpunt", titel="Schimmel", categorie="vocht_schimmel", gemeld_op="2019-08-01")
    earlier = make(office, "overleg", soort="bo", datum="2019-05-01")
    make(office, "actiepunt", wat="Cijfers leveren", partij="Lefier", overleg=earlier, uiterlijk="2019-06-01")
    return make(office, "overleg", soort="bo", datum="2019-09-02", agendapunten=ITEMS, partijen=["Lefier"])


@pytest.fixture
def desk_window(open_window: OpenWindow, office: Context, meeting: int, settled: Settle) -> MainWindow:
    window = open_window(office)
    window.go(Place("overleg", meeting))
    settled(window)
    return window


def panel(window: MainWindow) -> MeetingPanel:
    (found,) = [each for each in window.findChildren(MeetingPanel) if each.isVisible()]
    return found


def press(window: MainWindow, name: str) -> None:
    button = named(window, QPushButton, name)
    assert isinstance(button, QPushButton)
    button.click()


def test_each_section_tells_its_part(desk_window: MainWindow, qtbot: QtBot) -> None:
    window = desk_window
    assert "1. Vocht (door ons ingebracht)" in labels(window)
    assert "Niet op de agenda gezet, zonder reden. Dat mag niet (Overlegwet, artikel 5b)." in labels(window)
    assert "5 minuten" in labels(window)
    told = {
        "Besluiten": "2019-09-B1: Vocht",
        "Te doen": "Er is nog niets afgesproken.",
        "Verslag": "Er is nog geen verslag geschreven.",
        "Stukken": "Er zijn nog geen stukken toegevoegd.",
        "Ingebracht": "Ingebrachte knelpunten: geen",
    }
    for name, text in told.items():
        press(window, name)

        def is_told(wanted: str = text) -> bool:
            return wanted in labels(window)

        qtbot.waitUntil(is_told)
    press(window, "Wie")
    assert named(window, QPushButton, "Lefier").isVisible()


def test_items_move_and_the_focus_goes_along(
    desk_window: MainWindow, office: Context, meeting: int, settled: Settle, qtbot: QtBot
) -> None:
    press(desk_window, "Agendapunt 3: Omhoog")
    settled(desk_window)
    names = [item["onderwerp"] for item in shown(office, "overleg", meeting)["agendapunten"]]
    assert names == ["Vocht", "Rondvraag", "Bus"]

    def focused() -> str:
        focus = QApplication.focusWidget()
        return focus.accessibleName() if focus is not None else ""

    qtbot.waitUntil(lambda: focused() == "Agendapunt 2: Omhoog")
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    focus.click()
    settled(desk_window)
    qtbot.waitUntil(lambda: focused() == "Agendapunt 1: Omlaag")
    assert desk_window.message.text() == "Nu agendapunt 1 van 3."


def test_knelpunten_are_ticked_and_brought_in(
    desk_window: MainWindow, office: Context, meeting: int, settled: Settle, qtbot: QtBot
) -> None:
    press(desk_window, "Ingebracht")
    press(desk_window, "Knelpunten inbrengen…")
    (box,) = [each for each in desk_window.findChildren(QCheckBox) if "Schimmel" in each.accessibleName()]
    box.click()
    press(desk_window, "Vastleggen")
    settled(desk_window)
    assert shown(office, "knelpunt", 1)["status"] == "ingebracht"
    qtbot.waitUntil(lambda: "Ingebrachte knelpunten: 1" in labels(desk_window))
    desk_window.undo()
    settled(desk_window)
    assert shown(office, "knelpunt", 1)["status"] == "gemeld"


def test_many_promises_are_typed_one_after_another(
    desk_window: MainWindow, office: Context, meeting: int, settled: Settle, qtbot: QtBot
) -> None:
    press(desk_window, "Te doen")
    press(desk_window, "+ Actiepunt of toezegging")
    for what in ("Ramen nalopen", "Bellen"):
        qtbot.waitUntil(lambda: panel(desk_window).form is not None)
        form = panel(desk_window).form
        assert form is not None
        form.fields.boxes["wat"].editor.set_typed(what)
        page: Any = desk_window.page
        page.commands()["opslaan_en_volgende"]()
        settled(desk_window)
    found = [shown(office, "actiepunt", number) for number in (2, 3)]
    assert [each["wat"] for each in found] == ["Ramen nalopen", "Bellen"]
    assert {each["overleg"] for each in found} == {meeting}
    assert {"Nog te doen"} <= set(labels(desk_window))


def test_what_is_left_open_is_offered(
    desk_window: MainWindow, office: Context, meeting: int, settled: Settle
) -> None:
    press(desk_window, "1 punt staat nog open van eerder overleg")
    (box,) = [each for each in desk_window.findChildren(QCheckBox) if "Cijfers" in each.accessibleName()]
    box.click()
    press(desk_window, "Vastleggen")
    settled(desk_window)
    items = shown(office, "overleg", meeting)["agendapunten"]
    assert items[-1]["onderwerp"] == "Cijfers leveren (Lefier)"


def test_only_what_makes_sense_is_offered(
    open_window: OpenWindow, office: Context, meeting: int, settled: Settle
) -> None:
    coming = make(office, "overleg", soort="rg", datum="2019-10-01")
    window = open_window(office)
    window.go(Place("overleg", coming))
    settled(window)
    panel(window).show_section("verslag")
    assert not panel(window).buttons["vaststellen"].isVisible()
    assert not panel(window).buttons["verslag"].isVisible()
    assert panel(window).buttons["afgelasten"].isVisible()
    window.go(Place("overleg", meeting))
    settled(window)
    panel(window).show_section("verslag")
    assert panel(window).buttons["vaststellen"].isVisible()
    panel(window).show_section("ingebracht")
    assert panel(window).buttons["metingen"].isVisible()
    assert not panel(window).buttons["bevestigen"].isVisible()


@pytest.mark.parametrize("section", SECTIONS)
def test_each_section_can_be_opened_again_and_again(
    desk_window: MainWindow, section: str, settled: Settle
) -> None:
    for key in (section, "agenda", section):
        panel(desk_window).show_section(key)
    settled(desk_window)
    assert panel(desk_window).tabs[section].isChecked()


def test_names_are_chosen_and_put_in_the_text(desk_window: MainWindow, settled: Settle) -> None:
    press(desk_window, "Wie")
    press(desk_window, "Namen bijwerken…")
    form = panel(desk_window).form
    assert form is not None
    editor = form.fields.boxes["aanwezig"].editor
    assert isinstance(editor, NamesEditor)
    editor.choose()
    editor.ticks.boxes["B. Voorbeeld, manager (Lefier)"].click()
    editor.choose()
    assert editor.value() == "B. Voorbeeld, manager (Lefier)"
    editor.choose()
    assert editor.ticks.boxes == {}


def test_a_long_list_to_tick_has_a_line_to_find_in_it(desk_window: MainWindow, qtbot: QtBot) -> None:
    assert desk_window.desk is not None
    offered = [(number, f"Knelpunt {number} {'aa' if number % 2 else 'bb'}") for number in range(100)]
    ticks = TicksEditor(desk_window.desk, offered, parent=desk_window.page)
    ticks.show()
    assert len(ticks.boxes) == 60
    ticks.boxes[3].click()
    qtbot.keyClicks(ticks.search, "bb 4")
    assert set(ticks.boxes) == {3, 4, 14, 24, 34, 40, 42, 44, 46, 48, 54, 64, 74, 84, 94}
    ticks.boxes[4].click()
    assert ticks.value() == [3, 4]
    ticks.boxes[3].click()
    assert ticks.value() == [4]


def test_a_promise_is_kept_postponed_and_reminded_of(
    open_window: OpenWindow, office: Context, meeting: int, settled: Settle, qtbot: QtBot
) -> None:
    window = open_window(office)
    window.go(Place("toezegging"))
    settled(window)
    assert window.heading.text() == "Toezeggingen van anderen"
    assert named(window, QPushButton, "Lefier").isVisible()  # a list for each party
    assert "93 dagen te laat." in labels(window)
    press(window, "Herinneren…")
    press(window, "Kopiëren")
    assert "Cijfers leveren" in QApplication.clipboard().text()
    press(window, "Uitstellen…")
    page: Any = window.page
    form = page.panel.form
    form.fields.boxes["uiterlijk"].editor.set_typed("1-10-2019")
    press(window, "Vastleggen")
    settled(window)
    told = "1 keer uitgesteld. De laatste dag was eerst zaterdag 1 juni 2019."
    qtbot.waitUntil(lambda: told in labels(window))
    press(window, "Nagekomen…")
    press(window, "Vastleggen")
    settled(window)
    assert shown(office, "actiepunt", 1)["gedaan_op"] == "2019-09-02"


def test_in_another_municipality_the_fixed_meetings_are_its_own(
    open_window: OpenWindow, office: Context, settled: Settle
) -> None:
    jobs.run(akkoord.load(office, FOREIGN))
    measure = lists.find(office, office.spec("indicator"), ("soort=aantal",))[0]["nummer"]
    value = make(office, "meting", indicator=measure, van="2019-01-01", tot="2019-06-30", waarde=3)
    number = make(office, "overleg", soort="overig", werkgroep="Woontafel", datum="2019-09-02")
    window = open_window(office)
    window.go(Place("overleg", number, values={"deel": "ingebracht"}))
    settled(window)
    press(window, "Metingen vaststellen…")
    (box,) = panel(window).findChildren(QCheckBox)
    box.click()
    press(window, "Vastleggen")
    settled(window)
    found = shown(office, "meting", value)
    assert (found["status"], found["vastgesteld_in"]) == ("vastgesteld", number)
    window.go(Place("overleg", doing="nieuw", kind="overleg", values={"soort": "overig"}))
    settled(window)
    page: Any = window.page
    combo = page.form.fields.boxes["werkgroep"].editor.combo
    assert [combo.itemText(at) for at in range(combo.count())] == ["Woontafel", "Toezichthouders"]


@pytest.mark.parametrize("paper", ["agenda", "verslag", "actielijst"])
def test_the_papers_are_seen_as_they_will_be_printed(
    desk_window: MainWindow, meeting: int, paper: str, settled: Settle
) -> None:
    desk_window.go(Place("overleg_papier", meeting, kind=paper))
    settled(desk_window)
    page: Any = desk_window.page
    assert page.members.isChecked()
    assert page.preview.paper is not None
    assert {"opslaan", "afdrukken"} <= set(page.commands())
