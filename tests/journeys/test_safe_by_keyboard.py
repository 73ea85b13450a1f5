"""Password, lock and restore, by somebody who has no mouse."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from huurdersapp.actions import lists, records, reservekopie, sleutels
from huurdersapp.base import jobs
from huurdersapp.ui.pages.slot import LockPage
from huurdersapp.ui.run import Program
from tests.journeys.keyboard import Person
from tests.ui.programs import Start, wait_for

SECRET, OTHER = "vier gele fietsen zingen", "acht natte jassen dansen"


def opened(program: Program, bot: QtBot) -> Person:
    """Somebody before an open administration."""
    wait_for(bot, program)
    return Person(bot, program.window).settle()


def unlocked(program: Program, bot: QtBot, secret: str = SECRET) -> Person:
    """Somebody who types the password at the lock screen."""
    me = Person(bot, program.window)
    page = program.window.stack.currentWidget()
    assert isinstance(page, LockPage)
    me.until(page.field.edit.hasFocus).type(secret).press("Return")
    wait_for(bot, program)
    return me.settle()


def to_settings(me: Person, words: str, button: str) -> Person:
    """To a button of Instellingen, by looking for it."""
    me.press("Ctrl+K").type("instellingen").until(lambda: me.goals()[0].startswith("Instellingen"))
    me.press("Return").settle()
    return me.type(words).tab_to(button).press("Space").settle()


def test_a_password_from_the_first_one_to_the_next(
    office_made: Path, data_folder: Path, start: Start, qtbot: QtBot
) -> None:
    shutil.copytree(office_made, data_folder)
    program = start(data_folder)
    me = opened(program, qtbot).press("Ctrl+Shift+L").settle()
    assert me.heading == "Beveiliging"
    me.tab_to("Een wachtwoord kiezen").press("Space").type("geheim").press("Tab").tab_to("Nog een keer")
    me.type("geheim").press("Return")
    assert me.name == "Nieuw wachtwoord"  # too weak: what is the matter stands there
    me.press("Ctrl+A").type(SECRET).press("Return").press("Ctrl+A").type(SECRET).press("Return")
    me.until(lambda: me.window.desk is None)
    wait_for(qtbot, program)
    me.settle().until(lambda: me.name == "Afdrukken")
    (code,) = [label for label in me.labels() if label.count("-") >= 7]
    me.tab_to("Klaar").press("Space")
    assert me.name == "Ik heb hem bewaard"  # not before the tick
    me.press("Space").tab_to("Klaar").press("Space").settle()
    assert not program.window.unsecured.isVisible()
    me.press("Ctrl+Q").until(lambda: program.is_closed)

    again = start(data_folder, LockPage)
    me = Person(qtbot, again.window)
    page = again.window.stack.currentWidget()
    assert isinstance(page, LockPage)
    me.until(page.field.edit.hasFocus).type(OTHER).press("Return").until(page.password.fault.isVisible)
    me = unlocked(again, qtbot)
    to_settings(me, "wachtwoord", "Wachtwoord en herstelcode").tab_to("Wachtwoord wijzigen").press("Space")
    me.type(SECRET).press("Return").type(OTHER).press("Return").type(OTHER).press("Return")
    me.until(lambda: me.message == "Uw nieuwe wachtwoord werkt vanaf nu.").settle()
    me.press("Ctrl+Shift+L")
    unlocked(again, qtbot, OTHER)
    assert code not in me.labels()


@pytest.mark.usefixtures("qapp")
def test_what_was_half_typed_is_offered_again_behind_the_lock(
    office_made: Path, data_folder: Path, start: Start, qtbot: QtBot
) -> None:
    shutil.copytree(office_made, data_folder)
    jobs.run(sleutels.eerste_wachtwoord(data_folder, SECRET))
    program = start(data_folder, LockPage)
    me = unlocked(program, qtbot).press("Ctrl+4").settle().press("Ctrl+N").settle()
    me.tab_to("Titel").type("Lekkage bij de achterdeur").press("Ctrl+Shift+L")
    assert me.window.desk is None
    me = unlocked(program, qtbot)
    assert me.heading == "Knelpunten"
    me.tab_to("Titel")
    line = me.focus
    assert isinstance(line, QLineEdit)
    assert line.text() == "Lekkage bij de achterdeur"


def test_an_older_copy_brings_back_what_was_and_keeps_what_is(
    office_made: Path, data_folder: Path, start: Start, qtbot: QtBot
) -> None:
    shutil.copytree(office_made, data_folder)
    program = start(data_folder)
    me = opened(program, qtbot)

    def counts() -> dict[str, int]:
        assert me.window.desk is not None
        ctx = me.window.desk.ctx
        return {key: lists.count(ctx, spec) for key, spec in ctx.store.catalogue.specs.items()}

    to_settings(me, "reservekopie", "Reservekopieën bekijken")
    me.press("Ctrl+N").settle()
    before = counts()
    assert me.window.desk is not None
    ctx = me.window.desk.ctx
    records.create(ctx, ctx.spec("kern"), [{"naam": "Weerdinge", "soort": "kern"}])
    changed = counts()
    assert changed != before
    me.settle().tab_to("Terugzetten…").press("Space").settle()
    assert me.name == "Annuleren"
    me.tab_to("Terugzetten", "Shift+Tab").press("Space")
    me.until(lambda: me.message.startswith("Teruggezet.")).settle()
    assert counts() == before
    assert [copy.why for copy in reservekopie.bewaard(data_folder)] == ["voor-terugzetten"]
    me.tab_to("Ongedaan maken").press("Space").until(lambda: me.window.desk is None)
    opened(program, qtbot)
    assert counts() == changed
