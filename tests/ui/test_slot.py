"""The lock screen: the only way in to an administration with a password."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from huurdersapp.actions import concepten, reservekopie, sleutels, vooraf
from huurdersapp.app import opened
from huurdersapp.base import jobs
from huurdersapp.ui.pages.niet_open import NotOpenPage
from huurdersapp.ui.pages.slot import LockPage, NewPasswordPage
from huurdersapp.ui.place import Place
from huurdersapp.ui.run import Program
from huurdersapp.ui.safe.idle import Idle
from huurdersapp.ui.safe.secret_form import SecretForm
from tests.ui.programs import Start, wait_for
from tests.windows import named, press, type_into

SECRET, OTHER = "vier gele fietsen zingen", "acht natte jassen dansen"


@pytest.fixture(scope="module")
def secured(office_made: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """An administration with a password, and its recovery code."""
    folder = tmp_path_factory.mktemp("slot") / "gegevens"
    shutil.copytree(office_made, folder)
    return folder, jobs.run(sleutels.eerste_wachtwoord(folder, SECRET)).herstelcode


@pytest.fixture
def locked(secured: tuple[Path, str], data_folder: Path, start: Start) -> Program:
    """The window on a copy of it, at its lock screen."""
    shutil.copytree(secured[0], data_folder)
    return start(data_folder, LockPage)


def page_of(program: Program) -> LockPage:
    page = program.window.stack.currentWidget()
    assert isinstance(page, LockPage)
    return page


def give(program: Program, secret: str, bot: QtBot) -> None:
    """Type it and press Enter."""
    bot.waitUntil(page_of(program).field.edit.hasFocus)
    type_into(bot, secret)
    press(bot, Qt.Key.Key_Return)


def test_the_lock_screen_shows_nothing_of_what_lies_behind_it(locked: Program) -> None:
    window = locked.window
    assert not window.navigation.isVisible()
    assert not window.search.isVisible()
    assert window.windowTitle() == "huurdersapp"
    assert window.desk is None
    assert page_of(locked).password.edit.echoMode() == QLineEdit.EchoMode.Password
    assert not window.menus.actions["vergrendelen"].isEnabled()
    assert not vooraf.is_open(locked.folder)


def test_another_password_is_told_calmly_and_the_right_one_opens(locked: Program, qtbot: QtBot) -> None:
    give(locked, OTHER, qtbot)
    page = page_of(locked)
    qtbot.waitUntil(lambda: not page.password.fault.isHidden())
    assert page.password.fault.text().startswith("Het wachtwoord klopt niet.")
    assert page.password.text() == ""
    assert page.wait.isHidden()
    give(locked, SECRET, qtbot)
    wait_for(qtbot, locked)
    assert locked.exit_code == 0


def test_after_many_wrong_ones_the_seconds_are_counted_down(locked: Program, qtbot: QtBot) -> None:
    page = page_of(locked)
    for _try in range(5):
        give(locked, OTHER, qtbot)
        qtbot.waitUntil(lambda: not page.password.fault.isHidden())
    assert page.wait.text() == "Wacht nog 5 seconden. Dan kunt u het opnieuw proberen."
    assert not page.open_button.isEnabled()
    for _second in range(4):
        page._tick()
    assert page.wait.text() == "Wacht nog 1 seconde. Dan kunt u het opnieuw proberen."
    page._tick()
    assert page.wait.isHidden()
    assert page.open_button.isEnabled()


def test_the_recovery_code_opens_only_with_a_new_password(
    locked: Program, secured: tuple[Path, str], qtbot: QtBot
) -> None:
    page_of(locked).other.click()
    give(locked, secured[1], qtbot)
    wait_for(qtbot, locked, NewPasswordPage)
    assert locked.window.desk is None
    new = locked.window.stack.currentWidget()
    assert isinstance(new, NewPasswordPage)
    type_into(qtbot, OTHER)
    press(qtbot, Qt.Key.Key_Return)
    type_into(qtbot, SECRET)
    press(qtbot, Qt.Key.Key_Return)
    assert new.form.again.fault.text() == "Dit is niet hetzelfde. Typ het nog een keer."
    new.form.again.edit.setText(OTHER)
    new.save.click()
    wait_for(qtbot, locked)
    assert locked.window.message.text() == "Uw nieuwe wachtwoord werkt vanaf nu."
    locked.window.close()
    assert vooraf.key_of(locked.folder, OTHER)
    with pytest.raises(vooraf.WrongSecret):
        vooraf.key_of(locked.folder, SECRET)


def test_what_is_half_typed_waits_behind_the_lock(locked: Program, qtbot: QtBot) -> None:
    give(locked, SECRET, qtbot)
    wait_for(qtbot, locked)
    window = locked.window
    window.go(Place("knelpunt", doing="nieuw"))
    line = named(window.stack, QLineEdit, "Titel")
    assert isinstance(line, QLineEdit)
    line.setFocus()
    type_into(qtbot, "Lekkage bij de achterdeur")
    QGuiApplication.clipboard().setText("Ria van Emmen")
    window.menus.actions["vergrendelen"].trigger()
    page = page_of(locked)
    assert not vooraf.is_open(locked.folder)
    assert QGuiApplication.clipboard().text() == ""
    qtbot.waitUntil(lambda: not [one for one in window.findChildren(QLineEdit) if "Lekkage" in one.text()])
    assert page.field.edit.hasFocus()
    give(locked, SECRET, qtbot)
    wait_for(qtbot, locked)
    assert window.page is not None
    assert window.page.key == "knelpunt"
    again = named(window.stack, QLineEdit, "Titel")
    assert isinstance(again, QLineEdit)
    assert again.text() == "Lekkage bij de achterdeur"
    assert window.desk is not None
    assert len(concepten.every(window.desk.ctx)) == 1


def test_a_remembered_key_opens_without_asking_but_not_behind_the_lock(
    secured: tuple[Path, str], data_folder: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(secured[0], data_folder)
    key = vooraf.key_of(data_folder, SECRET)
    monkeypatch.setattr(sleutels, "onthouden_sleutel", lambda _folder: key)
    program = start(data_folder)
    program.window.lock_wanted.emit()
    assert page_of(program).open_button.isEnabled()
    assert not vooraf.is_open(data_folder)


def test_safe_mode_asks_for_the_password_and_leaves_the_key_ring_alone(
    secured: tuple[Path, str], data_folder: Path, start: Start, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    shutil.copytree(secured[0], data_folder)
    asked: list[Path] = []
    monkeypatch.setattr(sleutels, "onthouden_sleutel", asked.append)
    monkeypatch.setattr("tests.ui.programs.Program", partial(Program, careful=True))
    program = start(data_folder, LockPage)
    give(program, SECRET, qtbot)
    wait_for(qtbot, program)
    assert program.window.banner.text.text().startswith("Veilige stand")
    assert asked == []


def test_minutes_without_anybody_and_sleep_lock(qtbot: QtBot) -> None:
    now = [1000.0]
    watch = Idle(lambda: 5, now=lambda: now[0])
    gone: list[float] = []
    watch.gone.connect(lambda: gone.append(now[0]))
    watch.begin()

    def pass_(seconds: int) -> None:
        for _tick in range(seconds // 5):
            now[0] += 5
            watch.look()

    pass_(295)
    watch.touch()
    pass_(295)
    assert gone == []
    pass_(5)
    assert len(gone) == 1
    now[0] += 60  # the lid was closed for a minute
    watch.look()
    assert len(gone) == 2
    watch.heard(False)
    assert len(gone) == 2
    watch.heard(True)
    assert len(gone) == 3
    watch.end()
    watch.heard(True)
    assert len(gone) == 3


def test_a_lost_key_file_comes_back_with_the_password_of_the_copy(
    secured: tuple[Path, str], data_folder: Path, start: Start, qtbot: QtBot
) -> None:
    shutil.copytree(secured[0], data_folder)
    (data_folder / "sleutel.json").unlink()
    program = start(data_folder, NotOpenPage)
    page = program.window.stack.currentWidget()
    assert isinstance(page, NotOpenPage)
    qtbot.waitUntil(page.key.isVisible)
    qtbot.waitUntil(page.key.hasFocus)
    assert "Dan blijft al uw werk staan." in page.told.text()
    press(qtbot, Qt.Key.Key_Space)
    (room,) = page.findChildren(SecretForm)
    field = room.current
    assert field is not None
    qtbot.waitUntil(field.edit.hasFocus)
    press(qtbot, Qt.Key.Key_Return)
    assert field.fault.text() == "Typ het wachtwoord."
    type_into(qtbot, OTHER)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: field.fault.text().startswith("Het wachtwoord klopt niet."))
    qtbot.waitUntil(field.edit.hasFocus)
    type_into(qtbot, SECRET)
    press(qtbot, Qt.Key.Key_Return)
    wait_for(qtbot, program, LockPage)
    give(program, SECRET, qtbot)
    wait_for(qtbot, program)
    assert program.window.message.text().startswith("Het sleutelbestand van de reservekopie van ")


def test_without_a_password_the_key_file_comes_back_with_one_key(
    office_made: Path, data_folder: Path, start: Start, qtbot: QtBot
) -> None:
    shutil.copytree(office_made, data_folder)
    with opened(data_folder) as ctx:
        jobs.run(reservekopie.make(ctx))
    (data_folder / "sleutel.json").write_bytes(b"")
    program = start(data_folder, NotOpenPage)
    page = program.window.stack.currentWidget()
    assert isinstance(page, NotOpenPage)
    qtbot.waitUntil(page.key.hasFocus)
    press(qtbot, Qt.Key.Key_Space)
    wait_for(qtbot, program)
    assert program.exit_code == 0
