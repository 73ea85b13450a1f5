"""Safe mode, and the calm mark of an administration without a password."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from huurdersapp.__main__ import main
from huurdersapp.base.settings import LAST_PLACE, TEXT_SIZE, Settings
from huurdersapp.ui.pages.beveiliging import SecurityPage
from huurdersapp.ui.run import Program
from huurdersapp.ui.safe.careful import FILE, Starts
from huurdersapp.ui.safe.copying import Copying
from tests.ui.programs import Start, wait_for


def test_after_two_starts_that_crashed_the_third_is_careful(tmp_path: Path) -> None:
    assert [Starts(tmp_path).begin() for _start in range(3)] == [False, False, True]
    Starts(tmp_path).well()
    assert not (tmp_path / FILE).exists()
    assert Starts(tmp_path).begin() is False
    (tmp_path / FILE).write_text("kapot", encoding="ascii")
    assert Starts(tmp_path).begin() is False
    assert Starts(tmp_path / "nergens").begin() is False


def test_it_can_be_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[tuple[object, ...]] = []

    def run(folder: Path | None, home: Path | None, careful: bool = False) -> int:
        calls.append((folder, careful))
        return 0

    monkeypatch.setattr("huurdersapp.ui.run.run", run)
    assert main(["--veilig"]) == 0
    assert main(["--veilig", "--gegevens", str(tmp_path)]) == 0
    assert main(["--gegevens", str(tmp_path)]) == 0
    assert calls == [(None, True), (tmp_path, True), (tmp_path, False)]


def test_it_has_the_usual_settings_and_leads_back(
    office_made: Path, data_folder: Path, start: Start, qtbot: QtBot
) -> None:
    shutil.copytree(office_made, data_folder)
    settings = Settings(data_folder)
    settings.set(TEXT_SIZE, 150)
    settings.set(LAST_PLACE, '{"page": "instellingen"}')

    def careful(folder: Path, home: Path | None) -> Program:
        return Program(folder, home, careful=True)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tests.ui.programs.Program", careful)
        program = start(data_folder)
    window = program.window
    assert window.look.zoom == 100
    assert window.page is not None
    assert window.page.key == "vandaag"
    assert window.banner.text.text().startswith("Veilige stand")
    assert window.desk is not None
    assert not window.desk.findChildren(Copying)
    window.banner.button.click()
    qtbot.waitUntil(lambda: window.desk is None)
    wait_for(qtbot, program)
    assert window.look.zoom == 150
    assert not window.banner.isVisible()
    assert window.desk.findChildren(Copying)


def test_without_a_password_a_mark_says_so_and_leads_there(
    office_made: Path, data_folder: Path, start: Start
) -> None:
    shutil.copytree(office_made, data_folder)
    window = start(data_folder).window
    assert window.unsecured.isVisible()
    window.unsecured.click()
    assert isinstance(window.page, SecurityPage)
    window.go_to("vandaag")
    window.menus.actions["vergrendelen"].trigger()
    assert isinstance(window.page, SecurityPage)
    assert window.message.text() == "Er is nog geen wachtwoord. Kies er eerst een."
