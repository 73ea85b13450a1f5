"""Somebody without a mouse makes the trimesterverslag for the bestuurlijk overleg: leaves a part out, moves one, writes, asks,
looks behind a number, has it fixed and saves it; and the next one begins where this one ended."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from huurdersapp.actions.context import Context
from huurdersapp.actions.verslagen import concept, versies
from huurdersapp.actions.verslagen.concept import Concept
from huurdersapp.base import period
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.verslag import ReportPage
from huurdersapp.ui.verslag.tick_list import TickList
from tests.journeys.keyboard import Person
from tests.ui.preview.waiting import another, ready
from tools.paper_words import pdf_words

# Qt says these of windows and of files where there is no real screen.
pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),
]
SPAN = period.parse("2020-T2")


@pytest.fixture
def me(window: MainWindow, qtbot: QtBot) -> Person:
    """Somebody at the window with the example."""
    return Person(qtbot, window).settle()


def report(me: Person) -> ReportPage:
    """The builder, when its pages are there."""
    page = me.window.page
    assert isinstance(page, ReportPage)
    ready(me.bot, page.preview)
    return page


def draft(ctx: Context) -> Concept:
    """The report as it is kept."""
    number = concept.find(ctx, "trimester", SPAN)
    assert number is not None
    return concept.read(ctx, number)


def words(page: ReportPage) -> str:
    assert page.preview.paper is not None
    return " ".join(pdf_words(page.preview.paper.pdf))


def to_part(me: Person, page: ReportPage, key: str) -> None:
    """With the arrows to a part of the list."""
    me.tab_to("Delen van het verslag")
    assert isinstance(me.focus, TickList)
    me.press("Home")
    for _row in page.bench.parts.list.rows:
        if me.focus.current_key() == key:
            return
        me.press("Down")
    raise AssertionError(f"no part {key}")


def choose_period(me: Person) -> ReportPage:
    """Ctrl+9, the year 2020 and its second trimester."""
    me.press("Ctrl+9").settle()
    report(me)
    me.tab_to("Jaar", "Shift+Tab").choose("2020").press("Return")
    me.tab_to("Periode").press("2")
    return report(me)


def leave_out_and_move(me: Person, page: ReportPage, ctx: Context) -> None:
    """The campagnes are left out; the visits come two places higher."""
    to_part(me, page, "campagnes")
    with another(me.bot, page.preview):
        me.press("Space")
    assert not draft(ctx).part("campagnes").on
    before = [part.key for part in draft(ctx).parts]
    to_part(me, page, "bezoeken")
    with another(me.bot, page.preview):
        me.press("Alt+Up", "Alt+Up")
    after = [part.key for part in draft(ctx).parts]
    assert after.index("bezoeken") == before.index("bezoeken") - 2
    assert isinstance(me.focus, TickList)
    assert me.focus.current_key() == "bezoeken"


def write(me: Person, page: ReportPage, ctx: Context) -> str:
    """Take a proposal over and change it; gives the words that were added."""
    key = next(part.key for part in draft(ctx).parts if part.proposal and part.on and not part.fixed)
    to_part(me, page, key)
    me.press("Return")
    me.until(lambda: me.name.startswith("Uw tekst bij "))
    me.tab_to("Voorstel overnemen")
    with another(me.bot, page.preview):
        me.press("Space")
    assert draft(ctx).part(key).own_text == draft(ctx).part(key).proposal
    me.until(lambda: me.name.startswith("Uw tekst bij "))
    me.press("Ctrl+End").type(" Mooi zo.")
    with another(me.bot, page.preview):
        me.press("Ctrl+S")
    assert "Mooi zo." in words(page)
    assert draft(ctx).part(key).own_text.endswith(" Mooi zo.")
    return key


def ask(me: Person, page: ReportPage, ctx: Context) -> None:
    """A question to the meeting, with its day."""
    me.tab_to("Nieuwe vraag…").press("Space")
    me.until(lambda: me.name.startswith("Wat wij vragen"))
    me.type("Wanneer komt de lift?").tab_to("Uiterlijk").type("1-12-2020")
    with another(me.bot, page.preview):
        me.press("Ctrl+S")
    assert "Wanneer komt de lift?" in words(page)
    own = next(each for each in draft(ctx).questions if each.proposal is None)
    assert (own.vraag.tekst, str(own.vraag.uiterlijk)) == ("Wanneer komt de lift?", "2020-12-01")


def look_behind(me: Person, page: ReportPage) -> None:
    """The first number on the pages opens its list, and back."""
    link = page.preview.sheets.links[0]
    me.tab_to(link.accessibleName())
    me.press("Return").settle()
    assert not isinstance(me.window.page, ReportPage)
    me.press("Alt+Left").settle()
    report(me)


def fix_and_save(me: Person, ctx: Context, path: Path) -> None:
    me.tab_to("Vastleggen…").press("Space")
    me.until(lambda: me.name.startswith("Besluit van"))
    me.type("1-9-2020").press("Ctrl+S")
    number = draft(ctx).number
    assert number is not None
    me.until(lambda: bool(versies.versions(ctx, number))).settle()
    me.until(lambda: me.name == "Versie 1 openen")
    fixed = " ".join(pdf_words(versies.pdf(ctx, number, 1)))
    assert "Mooi zo." in fixed
    page = report(me)
    me.tab_to("PDF…").press("Space")
    dialog = me.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.activateWindow()  # a real screen does this
    me.until(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    me.press("Ctrl+A").type(str(path)).press("Return")
    me.window.activateWindow()
    me.until(lambda: path.exists() and str(path) in me.message).settle()
    assert " ".join(pdf_words(path.read_bytes())) == words(page)


def test_a_trimesterverslag_is_made_without_a_mouse_and_is_the_start_of_the_next(
    me: Person, example: Context, tmp_path: Path
) -> None:
    page = choose_period(me)
    assert concept.find(example, "trimester", SPAN) is None
    leave_out_and_move(me, page, example)
    key = write(me, page, example)
    ask(me, page, example)
    look_behind(me, page)
    fix_and_save(me, example, tmp_path / "verslag.pdf")

    me.press("Alt+Left").settle().press("Ctrl+9").settle()
    me.tab_to("Periode").press("3")
    page = report(me)
    assert page.begun.text().startswith("Begonnen met de keuzes van Trimesterverslag 2020-T2.")
    rows = {row.key: row for row in page.bench.parts.list.rows}
    assert rows["campagnes"].on is False
    first = [part.key for part in draft(example).parts if part.key in rows]
    assert [row for row in rows if row in first] == first
    assert rows[key].note.startswith(("Met uw tekst", "De feiten zijn veranderd"))
