"""The jaaragenda on the screen: the years side by side, each moment with where it stands, and what is done with it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from huurdersapp.actions import akkoord, history, lists, records
from huurdersapp.actions.context import Context
from huurdersapp.app import opened
from huurdersapp.base import clock
from huurdersapp.base import jobs as work
from huurdersapp.records.jaaragenda_vorm import DONE, DROPPED, OPEN, Moment
from huurdersapp.ui.agenda.moment_view import MomentView
from huurdersapp.ui.forms.quick_form import QuickForm
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.jaaragenda import JaaragendaPage
from huurdersapp.ui.pages.overleg import OverlegPage
from huurdersapp.ui.pages.vaste_momenten import FixedMomentsPage
from huurdersapp.ui.place import Place
from tests.akkoorden import EMMEN, FOREIGN
from tests.windows import OpenWindow, named

DAY = date(2021, 9, 1)
DEADLINE = "Prestatieafspraken afgerond"
ROUND = "RG en BO oktober"
Settled = Callable[[MainWindow], None]
Calm = Callable[..., None]
Show = Callable[..., JaaragendaPage]


@pytest.fixture(scope="session")
def emmen_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an administration with the akkoord of Emmen, made once; each test has a copy of its own."""
    folder = tmp_path_factory.mktemp("emmen") / "gegevens"
    with clock.fixed(DAY), opened(folder, create=True, author="Jo Prins") as ctx:
        work.run(akkoord.load(ctx, EMMEN))
        spec = ctx.spec("partij")
        ours = next(row for row in lists.find(ctx, spec) if row["soort"] == "huurdersorganisatie")
        records.change(ctx, spec, ours["nummer"], {"eigen": True})
    return folder


@pytest.fixture
def emmen(emmen_made: Path, data_folder: Path) -> Iterator[Context]:
    """An administration with the akkoord of Emmen, on the first of September 2021."""
    shutil.copytree(emmen_made, data_folder)
    with clock.fixed(DAY), opened(data_folder) as ctx:
        yield ctx


@pytest.fixture
def calm(settled: Settled, qtbot: QtBot) -> Calm:
    """Wait until a page shows what it was asked; `do`: something that changes records, of which it hears first."""

    def wait(page: QWidget, do: Callable[[], object] | None = None) -> None:
        window = page.window()
        assert isinstance(window, MainWindow)
        assert window.desk is not None
        if do is not None:
            with qtbot.waitSignal(window.desk.changed):
                do()
        settled(window)

    return wait


@pytest.fixture
def shown(open_window: OpenWindow, settled: Settled) -> Show:
    """The page in a new window, once it is there."""

    def show(ctx: Context, **values: int) -> JaaragendaPage:
        window = open_window(ctx)
        window.go(Place("jaaragenda", values=values))
        settled(window)
        assert isinstance(window.page, JaaragendaPage)
        return window.page

    return show


def made(ctx: Context, kind: str, **values: Any) -> int:
    (record,) = records.create(ctx, ctx.spec(kind), [values]).records
    return int(record["nummer"])


def moment(page: JaaragendaPage, name: str) -> Moment:
    assert page.year is not None
    return next(each for each in page.year.moments if each.name == name)


def come_to(page: JaaragendaPage, name: str) -> MomentView:
    assert page.list.select(moment(page, name).key)
    assert isinstance(page.view, MomentView)
    return page.view


def press(page: JaaragendaPage, words: str, calm: Calm) -> None:
    """Press a button of the moment that changes something, and wait for what comes of it."""
    button = named(page.detail, QPushButton, words)
    assert isinstance(button, QPushButton)
    calm(page, button.click)


def go(page: JaaragendaPage, words: str, calm: Calm) -> None:
    """Press a button that leads elsewhere."""
    button = named(page, QPushButton, words)
    assert isinstance(button, QPushButton)
    button.click()
    calm(page)


def fill(page: JaaragendaPage, calm: Calm, **typed: object) -> None:
    """Fill in the small form that is open and save it."""
    form = small_form(page)
    for key, value in typed.items():
        form.fields.boxes[key].editor.set_typed(value)
    calm(page, form.save)


def small_form(page: JaaragendaPage) -> QuickForm:
    assert isinstance(page.view, MomentView)
    assert page.view.form is not None
    return page.view.form


def texts(page: JaaragendaPage) -> str:
    return "\n".join(row.text() for row in page.list.rows)


def names(page: JaaragendaPage) -> list[str]:
    keys = [row.key for row in page.list.rows if row.key is not None]
    assert page.year is not None
    by_key = {each.key: each.name for each in page.year.moments}
    return [by_key[key] for key in keys]


def labels(page: JaaragendaPage) -> list[str]:
    return [each.text() for each in page.findChildren(QLabel) if each.isVisible()]


# -- what it shows -----------------------------------------------------------------------------------------------------


def test_three_years_run_side_by_side_with_words_of_the_akkoord(
    emmen: Context, shown: Show, calm: Calm
) -> None:
    page = shown(emmen)
    assert {"Voorbereiding: 2022", "Uitvoering: 2021", "Evaluatie: 2020"} <= set(labels(page))
    assert "Prestatieafspraken voorbereiden." in labels(page)
    go(page, "Volgend jaar", calm)
    assert {"2022", "Voorbereiding: 2023", "Uitvoering: 2022", "Evaluatie: 2021"} <= set(labels(page))
    go(page, "Dit jaar", calm)
    assert "Voorbereiding: 2022" in labels(page)


def test_what_lies_outside_the_akkoord_says_so(emmen: Context, shown: Show) -> None:
    page = shown(emmen, jaar=2024)
    assert {"Voorbereiding: niets", "2025 valt buiten het akkoord."} <= set(labels(page))


def test_each_moment_says_when_for_which_year_and_where_it_stands(emmen: Context, shown: Show) -> None:
    page = shown(emmen)
    found = texts(page)
    assert "Uiterlijk 15 november 2021: Prestatieafspraken afgerond" in found
    assert "Vóór 15 december 2021: Prestatieafspraken besloten en getekend" in found
    assert f"In oktober: {ROUND}\nVoorbereiding van 2022, uitvoering van 2021, evaluatie van 2020" in found
    assert "Uiterlijk 1 juli 2021: Volkshuisvestingsverslag ingediend\nEvaluatie van 2020" in found
    assert "Te laat" in found
    headings = [row.text() for row in page.list.rows if row.key is None]
    months = ["Januari", "Februari", "Maart", "April", "Juli", "Oktober", "November", "December"]
    assert [head for head in headings if head in months] == months
    assert headings[-2:] == ["Het hele jaar", "Ergens in het jaar"]


def test_it_begins_at_what_comes_next(emmen: Context, shown: Show) -> None:
    page = shown(emmen)
    assert page.moment is not None
    assert page.moment.due == date(2021, 10, 1)


def test_a_filter_leaves_out_and_is_wiped_again(emmen: Context, shown: Show) -> None:
    page = shown(emmen)
    every = names(page)
    page.choosing.phase.setCurrentIndex(page.choosing.phase.findData("evaluatie"))
    page.choosing.changed.emit()
    assert DEADLINE not in names(page)
    assert ROUND in names(page), "it serves that phase too"
    page.choosing.phase.setCurrentIndex(0)
    page.choosing.ours.click()
    assert "Jaarverslag en volkshuisvestelijk verslag" not in names(page)
    assert {"Achterbanraadpleging over doelen en evaluatie", DEADLINE} <= set(names(page))
    page.clear_filter()
    assert names(page) == every


def test_what_is_done_goes_when_only_what_is_to_do_is_wanted(emmen: Context, shown: Show, calm: Calm) -> None:
    page = shown(emmen)
    page.choosing.to_do.click()
    come_to(page, DEADLINE)
    press(page, "Gedaan", calm)
    assert DEADLINE not in names(page)
    assert page.moment is not None, "somebody is at another one"


# -- what is done with a moment ----------------------------------------------------------------------------------------


def test_moving_asks_a_reason_and_undo_puts_it_back(emmen: Context, shown: Show, calm: Calm) -> None:
    page = shown(emmen)
    come_to(page, DEADLINE).begin("verzetten 2021")
    assert small_form(page).fields.boxes["reden"].item.required, "its label says so"
    small_form(page).fields.boxes["van"].editor.set_typed("22-11-2021")
    assert not small_form(page).save()
    assert moment(page, DEADLINE).state == OPEN
    fill(page, calm, van="22-11-2021", reden="De raad vergadert later.")
    assert moment(page, DEADLINE).first == date(2021, 11, 22)
    assert "Op 22 november 2021: Prestatieafspraken afgerond" in texts(page)
    told = "Verzet. Eerst: uiterlijk 15 november 2021. Reden: De raad vergadert later."
    assert told in texts(page)
    assert page.moment is not None
    assert page.moment.name == DEADLINE, "who moves it stays with it"
    calm(page, lambda: history.undo(emmen))
    assert "Uiterlijk 15 november 2021: Prestatieafspraken afgerond" in texts(page)


def test_a_moved_moment_goes_back_to_the_akkoord(emmen: Context, shown: Show, calm: Calm) -> None:
    page = shown(emmen)
    come_to(page, DEADLINE).begin("verzetten 2021")
    fill(page, calm, van="22-11-2021", reden="Later.")
    press(page, "Weer zoals het was", calm)
    assert moment(page, DEADLINE).first == date(2021, 11, 15)


def test_done_is_told_and_taken_back(emmen: Context, shown: Show, calm: Calm) -> None:
    page = shown(emmen)
    come_to(page, DEADLINE)
    press(page, "Gedaan", calm)
    assert moment(page, DEADLINE).state == DONE
    assert "Gedaan op 1 september 2021" in texts(page)
    press(page, "Toch niet gedaan", calm)
    assert moment(page, DEADLINE).state == OPEN


def test_what_does_not_take_place_says_why(emmen: Context, shown: Show, calm: Calm) -> None:
    page = shown(emmen)
    come_to(page, DEADLINE).begin("vervallen 2021")
    assert not small_form(page).save()
    fill(page, calm, reden="Dit jaar niet nodig.")
    assert moment(page, DEADLINE).state == DROPPED
    assert "Gaat niet door: Dit jaar niet nodig." in texts(page)


def test_several_are_done_in_one_step(emmen: Context, shown: Show, calm: Calm) -> None:
    page = shown(emmen)
    come_to(page, DEADLINE)
    model, mode = page.list.model(), page.list.selectionModel()
    for name in ("Prestatieafspraken besloten en getekend", "Begroting en prestatieafspraken vaststellen"):
        row = page.list.row_of(moment(page, name).key)
        mode.select(model.index(row, 0), mode.SelectionFlag.Select)
    assert "3 momenten gekozen" in labels(page)
    press(page, "Gedaan: alle 3", calm)
    assert sum(each.state == DONE for each in page.year.moments) == 3  # type: ignore[union-attr]
    calm(page, lambda: history.undo(emmen))
    assert not [each for each in page.year.moments if each.state == DONE]  # type: ignore[union-attr]


def test_what_was_typed_in_a_small_form_is_there_again(emmen: Context, shown: Show, calm: Calm) -> None:
    page = shown(emmen)
    form = come_to(page, DEADLINE).begin("verzetten 2021")
    form.fields.boxes["reden"].editor.set_typed("De raad")
    form.keeper.typed()
    come_to(page, ROUND)
    again = come_to(page, DEADLINE).form
    assert again is not None
    assert again.fields.boxes["reden"].editor.typed() == "De raad"
    page.turn(1)
    calm(page)
    assert come_to(page, DEADLINE).form is None, "that was about another year"


def test_a_concept_of_a_small_form_leads_to_its_year(emmen: Context, shown: Show, calm: Calm) -> None:
    from huurdersapp.actions import concepten
    from huurdersapp.ui.forms.step_concept import place_of

    page = shown(emmen, jaar=2022)
    form = come_to(page, DEADLINE).begin("verzetten 2022")
    form.fields.boxes["reden"].editor.set_typed("De raad")
    form.keeper.typed()
    assert page.leave()
    place = place_of(concepten.every(emmen)[0])
    assert (place.page, place.kind, place.values["jaar"]) == ("jaaragenda", "anker", 2022)
    page.turn(0)
    calm(page)
    page.show_place(place)
    calm(page)
    assert isinstance(page.view, MomentView)
    assert page.view.form is not None


# -- overleggen --------------------------------------------------------------------------------------------------------


def test_an_overleg_is_made_with_its_kind_and_day(emmen: Context, shown: Show, calm: Calm) -> None:
    page = shown(emmen)
    window = page.window()
    assert isinstance(window, MainWindow)
    come_to(page, ROUND)
    go(page, "BO maken…", calm)
    assert isinstance(window.page, OverlegPage)
    form = window.page.form
    assert form is not None
    assert form.fields.value("soort") == "bo"
    assert form.fields.value("datum") == "2021-10-01"
    assert form.fields.value("akkoord") == 1


def test_a_meeting_takes_the_place_of_its_month_and_its_work_is_planned_once(
    emmen: Context, shown: Show, calm: Calm
) -> None:
    made(emmen, "overleg", soort="rg", datum="2021-10-28")
    made(emmen, "overleg", soort="bo", datum="2021-11-25")
    page = shown(emmen)
    come_to(page, ROUND)
    assert named(page.detail, QPushButton, "Naar RG 28-10-2021").isVisible()
    with pytest.raises(AssertionError):
        named(page.detail, QPushButton, "RG maken…")
    assert named(page.detail, QPushButton, "BO maken…").isVisible()
    come_to(page, "BO 25-11-2021")
    press(page, "In de agenda zetten", calm)
    found = lists.find(emmen, emmen.spec("actiepunt"))
    assert found
    assert {row["overleg"] for row in found} == {2}
    assert "Alles staat bij de actiepunten." in labels(page)
    calm(page, lambda: history.undo(emmen))
    assert lists.count(emmen, emmen.spec("actiepunt")) == 0
    assert named(page.detail, QPushButton, "In de agenda zetten").isVisible()


def test_an_overleg_that_is_there_is_linked(emmen: Context, shown: Show, calm: Calm) -> None:
    number = made(emmen, "overleg", soort="overig", datum="2021-11-04", werkgroep="Vaststelling")
    page = shown(emmen)
    come_to(page, ROUND).begin("koppelen 2021")
    small_form(page).fields.set_plain({"overleg": number})
    calm(page, small_form(page).save)
    assert [each.number for each in moment(page, ROUND).meetings] == [number]


# -- our own, the law, other akkoorden ---------------------------------------------------------------------------------


def test_an_own_moment_is_made_and_one_is_back_at_it(emmen: Context, shown: Show, calm: Calm) -> None:
    page = shown(emmen)
    window = page.window()
    assert isinstance(window, MainWindow)
    page.new()
    calm(window)
    assert isinstance(window.page, FixedMomentsPage)
    form = window.page.form
    assert form is not None
    form.fields.boxes["naam"].editor.set_typed("Ledendag")
    form.fields.boxes["van"].editor.set_typed("20-11-2021")
    form._edited |= {"naam", "van"}
    calm(window, form.save)
    calm(window)
    assert window.page.place().page == page.key
    assert page.moment is not None
    assert page.moment.name == "Ledendag"
    press(page, "Verwijderen", calm)
    assert "Ledendag" not in names(page)


def test_without_an_akkoord_there_are_the_days_of_the_law_and_a_way_to_one(
    office: Context, shown: Show
) -> None:
    with clock.fixed(DAY):
        page = shown(office)
        assert "Er is nog geen akkoord." in labels(page)
        assert named(page, QPushButton, "Naar het akkoord").isVisible()
        assert "Uit de wet" in texts(page)


def test_a_foreign_akkoord_has_its_own_years_meetings_and_words(
    office: Context, shown: Show, calm: Calm
) -> None:
    work.run(akkoord.load(office, FOREIGN))
    year = int(lists.find(office, office.spec("akkoord"))[0]["van_jaar"])
    with clock.fixed(date(year, 1, 10)):
        page = shown(office)
        window = page.window()
        assert isinstance(window, MainWindow)
        assert {f"Voorbereiding: {year + 1}", f"Uitvoering: {year}"} <= set(labels(page))
        assert "Doen en meteen terugkijken." in labels(page)
        assert not [text for text in labels(page) if text.startswith("Evaluatie")]
        come_to(page, "Startbijeenkomst")
        go(page, "Woontafel maken…", calm)
        assert isinstance(window.page, OverlegPage)
        form = window.page.form
        assert form is not None
        assert (form.fields.value("soort"), form.fields.value("werkgroep")) == ("overig", "Woontafel")


def test_of_several_akkoorden_one_is_chosen(emmen: Context, shown: Show, calm: Calm) -> None:
    work.run(akkoord.load(emmen, FOREIGN))
    number = next(
        row["nummer"] for row in lists.find(emmen, emmen.spec("akkoord")) if "Emmen" not in row["naam"]
    )
    year = int(records.show(emmen, emmen.spec("akkoord"), number)["van_jaar"])
    page = shown(emmen, jaar=max(year, 2021))
    assert page.choosing.akkoorden.isVisible()
    page.choosing.akkoord_chosen.emit(number)
    calm(page)
    assert DEADLINE not in names(page)
    assert "Tekenen" in names(page)


# -- room and keys -----------------------------------------------------------------------------------------------------


def test_in_a_small_window_the_moment_lies_over_the_list(
    emmen: Context, shown: Show, calm: Calm, qtbot: QtBot
) -> None:
    page = shown(emmen)
    window = page.window()
    assert isinstance(window, MainWindow)
    window.resize(1024, 600)
    qtbot.waitUntil(lambda: not page.detail.isVisible())
    assert "U bereidt 2022 voor, voert 2021 uit en evalueert 2020." in labels(page)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.detail.isVisible()
    assert not page.list.isVisible()
    page.commands()["sluiten"]()
    assert page.list.isVisible()
    # From elsewhere one arrives in the moment, where the list has no room: the focus comes along.
    window.go(Place("vandaag"))
    window.go(Place("jaaragenda", 1, kind="anker", values={"jaar": 2021}))
    calm(page)
    assert page.detail.isVisible()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.detail.isAncestorOf(focus)


def test_one_moment_is_chosen_though_ctrl_of_ctrl_s_is_still_down(
    emmen: Context, shown: Show, qtbot: QtBot
) -> None:
    page = shown(emmen)
    qtbot.keyPress(page.list, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    try:
        assert QApplication.keyboardModifiers() == Qt.KeyboardModifier.ControlModifier
        come_to(page, ROUND)
        assert [each.name for each in page.chosen()] == [ROUND]
    finally:
        qtbot.keyRelease(page.list, Qt.Key.Key_Control)


def test_the_fixed_moments_are_three_lists(emmen: Context, shown: Show, calm: Calm) -> None:
    page = shown(emmen)
    window = page.window()
    assert isinstance(window, MainWindow)
    go(page, "Vaste momenten…", calm)
    assert isinstance(window.page, FixedMomentsPage)
    assert window.page.kind == "anker"
    steps = named(window.page, QPushButton, "Stappen vooraf")
    assert isinstance(steps, QPushButton)
    steps.click()
    calm(window)
    assert window.page.kind == "voorbereidingsstap"
