"""Work for which the administration is closed, and the way back to it."""

from __future__ import annotations

import shutil
from pathlib import Path

from pytestqt.qtbot import QtBot

from huurdersapp.actions import vooraf
from huurdersapp.base.errors import UserError
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.place import Place
from huurdersapp.ui.run import Program
from huurdersapp.ui.safe.waiting import WaitingPage
from tests.ui.programs import Start, wait_for


def begun(office_made: Path, folder: Path, start: Start) -> tuple[Program, Desk]:
    """The window on an administration with hardly anything in it, and its desk."""
    shutil.copytree(office_made, folder)
    program = start(folder)
    desk = program.window.desk
    assert desk is not None
    return program, desk


def test_the_folder_is_free_meanwhile_and_the_same_screen_comes_back(
    office_made: Path, data_folder: Path, start: Start, qtbot: QtBot
) -> None:
    program, desk = begun(office_made, data_folder, start)
    key, seen, told = desk.ctx.store.key, [], []

    def work(folder: Path, given: str) -> Job[str]:
        yield Progress(0, 1, "Bezig")
        seen.append((folder == data_folder, given == key, vooraf.is_open(folder)))
        return "klaar"

    def done(new: Desk, result: str) -> None:
        told.append(result)
        new.say(f"Dat is {result}.")

    program.window.go(Place("instellingen"))
    desk.away(work, "Werk", done)
    wait_for(qtbot, program, WaitingPage)
    assert program.window.desk is None
    wait_for(qtbot, program)
    qtbot.waitUntil(lambda: bool(told))
    assert seen == [(True, True, False)]
    assert program.window.desk is not desk
    assert program.window.page is not None
    assert program.window.page.key == "instellingen"
    assert program.window.message.text() == "Dat is klaar."
    assert vooraf.is_open(data_folder)


def test_what_goes_wrong_is_told_in_the_administration_that_opens_again(
    office_made: Path, data_folder: Path, start: Start, qtbot: QtBot
) -> None:
    program, desk = begun(office_made, data_folder, start)

    def work(folder: Path, key: str) -> Job[None]:
        yield Progress(0, 1, "Bezig")
        raise UserError("De stick is weg.", "Steek hem er weer in.")

    desk.away(work, "Werk", lambda *_: None)
    qtbot.waitUntil(lambda: program.window.message.text() == "De stick is weg. Steek hem er weer in.")
    assert program.window.desk is not None
