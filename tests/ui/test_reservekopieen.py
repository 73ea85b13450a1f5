"""Reservekopieën: making, looking into one, putting one back, and what is offered when the file is damaged."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from huurdersapp.actions import lists, records, reservekopie
from huurdersapp.actions.context import Context
from huurdersapp.ui.pages.niet_open import NotOpenPage
from huurdersapp.ui.pages.reservekopieen import CopiesPage
from huurdersapp.ui.place import Place
from huurdersapp.ui.run import Program
from huurdersapp.ui.safe import copying
from huurdersapp.ui.safe.restore_room import RestoreRoom
from tests.ui.programs import Start, wait_for


@pytest.fixture
def program(office_made: Path, data_folder: Path, start: Start) -> Program:
    """The window on an administration with hardly anything in it."""
    shutil.copytree(office_made, data_folder)
    return start(data_folder)


def ctx_of(program: Program) -> Context:
    assert program.window.desk is not None
    return program.window.desk.ctx


def note(program: Program, name: str) -> None:
    """Something to lose."""
    ctx = ctx_of(program)
    records.create(ctx, ctx.spec("kern"), [{"naam": name, "soort": "kern"}])


def names(program: Program) -> set[str]:
    ctx = ctx_of(program)
    return {item["naam"] for item in lists.find(ctx, ctx.spec("kern"))}


def copies_page(program: Program, bot: QtBot) -> CopiesPage:
    program.window.go(Place("reservekopieen"))
    page = program.window.page
    assert isinstance(page, CopiesPage)
    settle(program, bot)
    return page


def settle(program: Program, bot: QtBot) -> None:
    def idle() -> bool:
        desk = program.window.desk
        return desk is not None and desk.asker.idle and not desk.runner.jobs

    bot.waitUntil(idle, timeout=30_000)
    bot.wait(0)


def test_a_copy_is_looked_into_and_left_as_it_is(program: Program, qtbot: QtBot) -> None:
    page = copies_page(program, qtbot)
    assert page.list.count() == 0
    note(program, "Weerdinge")
    page.make()
    settle(program, qtbot)
    assert program.window.message.text() == "De reservekopie is gemaakt en nagelezen."
    assert page.list.count() == 1
    assert page.list.item(0).text().endswith("nagelezen")
    note(program, "Barger-Oosterveld")
    copy = page.chosen
    assert copy is not None
    before = {path.name: path.read_bytes() for path in copy.path.iterdir()}
    page.look_into()
    qtbot.waitUntil(lambda: bool(program.window.looking) and program.window.desk is not None)
    window = program.window
    assert window.banner.isVisible()
    assert window.banner.text.text().startswith("U kijkt in een reservekopie")
    assert "Barger-Oosterveld" not in names(program)
    assert "Weerdinge" in names(program)
    window.go(Place("contacten", doing="nieuw", kind="kern"))
    settle(program, qtbot)
    assert not window.menus.actions["nieuw"].isEnabled()
    assert window.page is not None
    assert window.page.place().doing == "tonen"
    inside = copies_page(program, qtbot)  # the copies do not lie in a copy
    assert [widget.text() for widget in inside.findChildren(QLabel) if widget.isVisible()] == [
        "U kijkt in een reservekopie. Ga eerst terug naar uw administratie."
    ]
    window.banner.button.click()
    qtbot.waitUntil(lambda: not window.looking and window.desk is not None and window.page is not None)
    assert not window.banner.isVisible()
    assert "Barger-Oosterveld" in names(program)
    assert window.page.key == "reservekopieen"
    assert {path.name: path.read_bytes() for path in copy.path.iterdir()} == before


def test_what_would_be_missing_is_told_before_a_copy_is_put_back_and_it_can_be_undone(
    program: Program, qtbot: QtBot
) -> None:
    page = copies_page(program, qtbot)
    note(program, "Weerdinge")
    page.make()
    settle(program, qtbot)
    note(program, "Barger-Oosterveld")
    page.ask_restore()
    (room,) = page.findChildren(RestoreRoom)
    settle(program, qtbot)
    assert "1" in room.missing.text()
    assert room.cancel.hasFocus()
    room.do.click()
    window = program.window
    qtbot.waitUntil(lambda: window.message.text().startswith("Teruggezet."), timeout=30_000)
    assert "nieuw nummer" in window.message.text()
    assert names(program) >= {"Weerdinge"}
    assert "Barger-Oosterveld" not in names(program)
    assert window.message.offered.text() == "Ongedaan maken"
    window.message.offered.click()
    qtbot.waitUntil(lambda: window.desk is None)
    wait_for(qtbot, program)
    assert "Barger-Oosterveld" in names(program)


def test_with_large_letters_the_careful_choice_is_in_sight(program: Program, qtbot: QtBot) -> None:
    page = copies_page(program, qtbot)
    page.make()
    settle(program, qtbot)
    note(program, "Weerdinge")
    program.window.look.set_zoom(200)
    page.ask_restore()
    settle(program, qtbot)
    (room,) = page.findChildren(RestoreRoom)
    qtbot.waitUntil(room.cancel.hasFocus)
    qtbot.waitUntil(lambda: room.cancel.visibleRegion().boundingRect() == room.cancel.rect())


def test_a_copy_is_made_when_it_is_due_and_at_the_end(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = program.window.desk
    assert desk is not None
    note(program, "Weerdinge")
    monkeypatch.setattr(reservekopie, "due", lambda *_ctx, **_closing: True)
    (keeper,) = desk.findChildren(copying.Copying)
    keeper.copy()
    settle(program, qtbot)
    assert [copy.why for copy in reservekopie.lijst(program.folder)] == ["tussendoor"]
    note(program, "Barger-Oosterveld")
    program.window.close()
    qtbot.waitUntil(lambda: program.is_closed, timeout=30_000)
    assert [copy.why for copy in reservekopie.lijst(program.folder)] == ["afsluiten", "tussendoor"]


def test_a_damaged_file_offers_the_last_good_copy(
    office_made: Path, data_folder: Path, start: Start, qtbot: QtBot
) -> None:
    shutil.copytree(office_made, data_folder)
    first = start(data_folder)
    note(first, "Weerdinge")
    copies_page(first, qtbot).make()
    settle(first, qtbot)
    first.window.close()
    qtbot.waitUntil(lambda: first.is_closed)
    (data_folder / "huurdersapp.store").write_bytes(b"\0" * 8192)
    program = start(data_folder, NotOpenPage)
    page = program.window.stack.currentWidget()
    assert isinstance(page, NotOpenPage)
    qtbot.waitUntil(page.restore.isVisible)
    assert page.told.text().startswith("Laatste goede kopie:")
    assert page.restore.hasFocus()
    assert page.rescue.isVisible()
    assert page.hint.isHidden(), "nobody has to do by hand what the button does"
    page.restore.click()
    (room,) = page.findChildren(RestoreRoom)
    qtbot.waitUntil(lambda: bool(room._key))
    room.do.click()
    wait_for(qtbot, program)
    assert "Weerdinge" in names(program)
    assert program.window.message.text().startswith("Teruggezet.")
    assert list((data_folder / "bewaard").iterdir())


def test_damage_that_is_found_while_working_is_told_with_the_good_copy(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = copies_page(program, qtbot)
    page.make()
    settle(program, qtbot)
    desk = program.window.desk
    assert desk is not None
    (keeper,) = desk.findChildren(copying.Copying)
    keeper._found(["bladzijde 3 is niet heel"])
    settle(program, qtbot)
    message = program.window.message
    assert "Laatste goede kopie:" in message.text()
    message.offered.click()
    settle(program, qtbot)
    assert [room.isVisible() for room in page.findChildren(RestoreRoom)] == [True]
    assert any("gaat verder onder" in label.text() for label in page.findChildren(QLabel))
