"""The first start: one page, two names, Enter; and looking round without touching real data."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from huurdersapp.actions import lists, records, vooraf
from huurdersapp.actions import start as beginning
from huurdersapp.actions.context import Context
from huurdersapp.app import opened
from huurdersapp.base import paths
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.base.settings import AUTHOR, TEXT_SIZE, Settings
from huurdersapp.ui.pages.eerste_keer import FirstPage
from huurdersapp.ui.pages.vandaag import TodayPage
from huurdersapp.ui.place import Place
from huurdersapp.ui.run import Program
from tests.ui.programs import Start, wait_for
from tests.windows import named, press, type_into


def first_page(program: Program) -> FirstPage:
    """The page with the questions."""
    page = program.window.stack.currentWidget()
    assert isinstance(page, FirstPage)
    return page


def test_two_names_and_enter_lead_to_vandaag(data_folder: Path, start: Start, qtbot: QtBot) -> None:
    program = start(data_folder, FirstPage)
    assert not program.window.navigation.isVisible()
    assert not data_folder.exists()
    qtbot.waitUntil(lambda: first_page(program).organisation.edit.hasFocus())
    type_into(qtbot, "Huurdersvereniging De Linde")
    press(qtbot, Qt.Key.Key_Tab)
    type_into(qtbot, "Jo Prins")
    press(qtbot, Qt.Key.Key_Return)
    wait_for(qtbot, program)
    page = program.window.page
    assert isinstance(page, TodayPage)
    qtbot.waitUntil(lambda: bool(page.view.findChildren(QPushButton)), timeout=20_000)
    qtbot.waitUntil(lambda: _is_there(page, "Het akkoord laden"), timeout=20_000)
    assert named(page, QPushButton, "Het eerste knelpunt vastleggen").isEnabled()
    assert program.window.desk is not None
    ctx = program.window.desk.ctx
    assert ctx.settings.get(AUTHOR) == "Jo Prins"
    assert [item["naam"] for item in lists.find(ctx, ctx.spec("partij"), ["eigen=ja"])] == [
        "Huurdersvereniging De Linde"
    ]


def _is_there(page: TodayPage, words: str) -> bool:
    return any(button.text() == words and button.isVisible() for button in page.findChildren(QPushButton))


def test_what_is_left_out_is_told_above_the_form_and_at_the_field(
    data_folder: Path, start: Start, qtbot: QtBot
) -> None:
    page = first_page(start(data_folder, FirstPage))
    press(qtbot, Qt.Key.Key_Return)
    assert page.faults.isVisible()
    assert page.faults.hasFocus()
    assert page.organisation.fault.text().startswith("Vul de naam van uw organisatie in.")
    assert page.author.fault.isVisible()
    page.organisation.edit.setText("De Linde")
    page.begin_button.click()
    assert not page.organisation.fault.isVisible()
    assert not data_folder.exists()


def test_a_name_that_cannot_be_kept_is_told_at_its_own_field(
    data_folder: Path, start: Start, qtbot: QtBot
) -> None:
    page = first_page(start(data_folder, FirstPage))
    page.organisation.edit.setText("De Linde")
    page.author.edit.setText("Jo\x07Prins")
    page.begin_button.click()
    assert not page.organisation.fault.isVisible()
    assert page.author.fault.text() == "In uw naam staat een teken dat niet kan. Typ uw naam opnieuw."


def test_letters_grow_at_once_and_stay_so(data_folder: Path, start: Start, qtbot: QtBot) -> None:
    program = start(data_folder, FirstPage)
    page = first_page(program)
    before = page.organisation.edit.height()
    page.sizes.button(150).click()
    qtbot.waitUntil(lambda: page.organisation.edit.height() > before)
    page.organisation.edit.setText("De Linde")
    page.author.edit.setText("Jo")
    page.begin_button.click()
    wait_for(qtbot, program)
    assert program.look.zoom == 150
    assert Settings(data_folder).get(TEXT_SIZE) == 150


def test_looking_round_has_a_banner_and_leads_back(data_folder: Path, start: Start, qtbot: QtBot) -> None:
    program = start(data_folder, FirstPage)
    first_page(program).example_button.click()
    wait_for(qtbot, program)
    assert program.window.banner.isVisible()
    assert program.window.desk is not None
    assert program.window.desk.ctx.folder == paths.example_folder()
    assert not data_folder.exists()
    named(program.window, QPushButton, "Stoppen met voorbeelden").click()  # type: ignore[attr-defined]
    wait_for(qtbot, program, FirstPage)
    assert not program.window.banner.isVisible()
    assert not vooraf.is_open(paths.example_folder())
    first_page(program).example_button.click()
    wait_for(qtbot, program)


def a_little(ctx: Context) -> Job[None]:
    """An example of one knelpunt, where it does not matter what is in it."""
    if not lists.count(ctx, ctx.spec("knelpunt")):
        yield Progress(0, None, "")
        records.create(ctx, ctx.spec("knelpunt"), [{"titel": "Lekkage", "categorie": "onderhoud"}])


def test_the_example_never_writes_among_real_data(
    data_folder: Path, start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huurdersapp.app.filled", a_little)
    with opened(data_folder, create=True, author="Jo") as ctx:
        beginning.begin(ctx, "De Linde")
    before = {path.name: path.read_bytes() for path in data_folder.iterdir() if path.is_file()}
    program = start(paths.example_folder(), FirstPage, home=data_folder)
    first_page(program).example_button.click()
    wait_for(qtbot, program)
    assert program.window.desk is not None
    ctx = program.window.desk.ctx
    beginning.begin(ctx, "Een andere")
    assert {path.name: path.read_bytes() for path in data_folder.iterdir() if path.is_file()} == before
    program.stop_example()
    wait_for(qtbot, program)
    assert program.window.desk is not None
    assert program.window.desk.ctx.folder == data_folder
    assert not program.window.desk.ctx.store.example
    assert not program.window.banner.isVisible()


def test_from_the_own_administration_one_can_look_round_too(
    data_folder: Path, example_made: Path, start: Start, qtbot: QtBot
) -> None:
    shutil.copytree(example_made, paths.example_folder(data_folder))
    with opened(data_folder, create=True, author="Jo Prins") as ctx:
        beginning.begin(ctx, "Huurdersvereniging De Linde")
    program = start(data_folder)
    program.window.go(Place("instellingen"))
    button = named(program.window, QPushButton, "Voorbeelden bekijken")
    assert isinstance(button, QPushButton)
    button.click()
    qtbot.waitUntil(lambda: program.folder == paths.example_folder(), timeout=20_000)
    wait_for(qtbot, program)
    assert program.window.banner.isVisible()
    program.stop_example()
    wait_for(qtbot, program)
    assert program.window.desk is not None
    assert not program.window.desk.ctx.store.example


def test_a_stopped_example_leads_back_and_is_made_the_next_time(
    data_folder: Path, start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(ctx: object) -> Job[None]:
        while True:
            yield Progress(0, None, "")

    program = start(data_folder, FirstPage)
    with monkeypatch.context() as patch:
        patch.setattr("huurdersapp.app.filled", endless)
        first_page(program).example_button.click()
        qtbot.waitUntil(program.window.work_bar.stop.isVisible, timeout=20_000)
        program.window.work_bar.stop.click()
        qtbot.waitUntil(lambda: not vooraf.is_open(paths.example_folder()), timeout=20_000)
        wait_for(qtbot, program, FirstPage)
    monkeypatch.setattr("huurdersapp.app.filled", a_little)
    first_page(program).example_button.click()
    wait_for(qtbot, program)
    assert program.window.desk is not None
    ctx = program.window.desk.ctx
    assert lists.count(ctx, ctx.spec("knelpunt")) == 1


def test_the_questions_are_asked_in_the_order_of_the_screen(
    data_folder: Path, start: Start, qtbot: QtBot
) -> None:
    page = first_page(start(data_folder, FirstPage))
    page.organisation.edit.setFocus()
    order = []
    for _turn in range(4):
        focus = page.window().focusWidget()
        order.append(focus.accessibleName() or getattr(focus, "text", str)())
        press(qtbot, Qt.Key.Key_Tab)
    assert order[:2] == ["Naam van uw organisatie", "Uw naam"]
    assert order[2].startswith("Letters:")
    for field in page.findChildren(QLineEdit):
        assert field.accessibleName()


def test_beginning_twice_makes_one_administration(data_folder: Path, start: Start, qtbot: QtBot) -> None:
    program = start(data_folder, FirstPage)
    page = first_page(program)
    page.organisation.edit.setText("De Linde")
    page.author.edit.setText("Jo")
    page.begin_button.click()
    page.begin_button.click()
    wait_for(qtbot, program)
    qtbot.wait(0)
    assert program.window.desk is not None
    assert lists.count(program.window.desk.ctx, program.window.desk.ctx.spec("partij")) == 1


def test_help_and_jumping_are_off_until_there_is_something_to_go_to(
    data_folder: Path, start: Start, qtbot: QtBot
) -> None:
    program = start(data_folder, FirstPage)
    qtbot.waitUntil(lambda: first_page(program).organisation.edit.hasFocus())
    actions = program.window.menus.actions
    assert not [name for name in ("hulp", "logboek", "springen", "ongedaan") if actions[name].isEnabled()]
    press(qtbot, Qt.Key.Key_F1)
    type_into(qtbot, "De Linde")
    press(qtbot, Qt.Key.Key_Tab)
    type_into(qtbot, "Jo Prins")
    press(qtbot, Qt.Key.Key_Return)
    wait_for(qtbot, program)
    assert isinstance(program.window.page, TodayPage)
    assert actions["hulp"].isEnabled()
    assert actions["springen"].isEnabled()
