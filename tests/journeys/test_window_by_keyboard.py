"""The main job in the window with the keyboard alone: log a knelpunt, bring it in, find it, report it; and the ways back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from huurdersapp.actions import history, lists, records
from huurdersapp.actions.context import Context
from huurdersapp.base import i18n, paths
from huurdersapp.base.settings import TEXT_SIZE
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.eerste_keer import FirstPage
from huurdersapp.ui.preview.preview import Preview
from tests.journeys.keyboard import Person
from tests.ui.preview.waiting import ready
from tests.ui.programs import Start, wait_for
from tests.windows import OpenWindow
from tools.paper_words import pdf_words

# Qt says these of windows and of files where there is no real screen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
TITLE = "De lift staat stil 2"
MOST_KEYS = 45
"""For a knelpunt with a title of twenty letters, from any screen until it is saved; its remark comes on top."""
REMARK = "Al drie weken. Een bewoner zit vast."


@pytest.fixture
def me(window: MainWindow, qtbot: QtBot) -> Person:
    """Somebody at the window with the example."""
    return Person(qtbot, window).settle()


def spoken(words: str) -> str:
    """The words of the window in the language that it speaks now."""
    return i18n.gettext(words)


def log_knelpunt(me: Person) -> int:
    """Log a knelpunt from whatever screen is open; gives how many keys that took."""
    before = me.pressed
    me.press("Ctrl+4").press("Ctrl+N").settle()
    me.type(TITLE).press("Tab")
    me.type("ond").press("Tab")
    me.find("Klaz")
    me.tab_to(spoken("Omvang")).press("Down")
    me.tab_to(spoken("Omschrijving")).type(REMARK)
    me.press("Ctrl+S").settle()
    return me.pressed - before


def newest(ctx: Context) -> dict[str, object]:
    """The knelpunt that was made last, as it is kept."""
    spec = ctx.spec("knelpunt")
    number = max(item["nummer"] for item in lists.find(ctx, spec))
    return records.show(ctx, spec, number)


def bring_in(me: Person) -> None:
    """Bring the knelpunt that is shown in at the last bestuurlijk overleg, and type a line about it."""
    me.tab_to(spoken("Inbrengen…")).press("Space")
    assert me.name.startswith(spoken("Overleg"))
    me.find("BO 09-07-2021")
    me.tab_to(spoken("Toelichting")).type("Lefier zoekt het uit")
    me.tab_to(spoken("Vastleggen")).press("Space").settle()


def find_everywhere(me: Person) -> None:
    """Find it with the search box, and with the box of Ctrl+K, and come to it."""
    me.press("Ctrl+1").settle()
    me.press("Ctrl+F").type("lift stil 2").press("Return").settle()
    me.press("Down")
    me.until(lambda: TITLE in me.row())
    me.press("Return").settle()
    me.until(lambda: TITLE in me.labels())
    me.press("Ctrl+1").settle()
    me.press("Ctrl+K").type("lift stil 2")
    me.until(lambda: TITLE in me.goals()[0])
    me.press("Return").settle()
    me.until(lambda: TITLE in me.labels())
    assert me.heading == spoken("Knelpunten")


def make_report(me: Person, bot: QtBot, *, folded: bool = False) -> None:
    """Make the report about the third trimester of 2021, in which the knelpunt was reported."""
    me.press("Ctrl+9").settle()
    if folded:
        me.tab_to(spoken("Keuzes en opslaan")).press("Space")
    me.tab_to(spoken("Periode")).press("3")
    assert me.name == f"{spoken('Periode')}: {spoken('Sep–dec')}"
    if folded:
        me.tab_to(spoken("Voorbeeld bekijken")).press("Space")
    ready(bot, preview(me))


def preview(me: Person) -> Preview:
    """The pages that are seen."""
    (found,) = (each for each in me.window.findChildren(Preview) if each.isVisible())
    return found


def open_number(me: Person) -> None:
    """Open the number of new knelpunten in the report, and find the knelpunt in the list behind it."""
    me.tab_to(f"1: {spoken('Knelpunten')} ({spoken('Nieuw in')}: ")
    me.press("Return").settle()
    assert me.heading == spoken("Knelpunten")
    me.until(lambda: TITLE in me.row())


def save_pdf(me: Person, path: Path) -> None:
    """Save what is seen: the dialog asks for a name, and Enter saves."""
    me.press("Ctrl+S")
    dialog = me.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.activateWindow()  # a real screen does this
    me.until(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    me.press("Ctrl+A").type(str(path)).press("Return")
    me.window.activateWindow()
    me.until(lambda: path.exists() and str(path) in me.message).settle()


@pytest.mark.parametrize(("zoom", "language"), [(100, "nl"), (200, "en")])
def test_the_main_job_needs_no_mouse(
    example: Context, open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, zoom: int, language: str
) -> None:
    example.settings.set(TEXT_SIZE, zoom)
    i18n.use_language(language, paths.own("translations"))
    me = Person(qtbot, open_window(example)).settle()
    assert log_knelpunt(me) - len(REMARK) <= MOST_KEYS
    kept = newest(example)
    assert (kept["titel"], kept["categorie"], kept["omschrijving"]) == (TITLE, "onderhoud", REMARK)
    assert kept["omvang"] == "complex"
    assert TITLE in me.message
    assert me.labels().count(TITLE) == 1
    assert me.heading == {"nl": "Knelpunten", "en": "Issues"}[language]

    bring_in(me)
    assert newest(example)["status"] == "ingebracht"
    me.press("Ctrl+Z").settle()
    assert newest(example)["status"] == "gemeld"
    me.press("Ctrl+Y").settle()
    kept = newest(example)
    assert kept["status"] == "ingebracht"
    assert [line["overleg"] for line in kept["inbreng"]] == [21]  # type: ignore[attr-defined]

    find_everywhere(me)
    make_report(me, qtbot, folded=zoom == 200)
    open_number(me)
    me.press("Alt+Left").settle()
    pages = preview(me)
    ready(qtbot, pages)
    path = tmp_path / "verslag.pdf"
    save_pdf(me, path)
    words = " ".join(pdf_words(path.read_bytes()))
    assert "3e trimester 2021" in words
    assert TITLE in words
    me.press("Alt+Left").settle()
    assert me.heading == spoken("Knelpunten")


def test_from_the_first_start_to_the_first_knelpunt(data_folder: Path, start: Start, qtbot: QtBot) -> None:
    program = start(data_folder, FirstPage)
    me = Person(qtbot, program.window)
    me.until(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    me.type("De Linde").press("Tab").type("Jo Prins").press("Return")
    wait_for(qtbot, program)
    me.settle()
    assert me.heading == "Vandaag"
    me.until(lambda: isinstance(me.focus, QPushButton))
    me.tab_to("Het eerste knelpunt vastleggen").press("Space").settle()
    me.until(lambda: me.name == "Titel")
    me.type(TITLE).press("Tab").type("ond").press("Ctrl+Return").settle()
    assert me.message == f"Opgeslagen: {TITLE}."
    assert me.name == "Titel"
    assert program.window.desk is not None
    found = newest(program.window.desk.ctx)
    assert (found["titel"], found["behandelaar"]) == (TITLE, "Jo Prins")


def test_what_was_thrown_away_comes_back_from_the_bin(me: Person, example: Context) -> None:
    me.press("Ctrl+4").settle()
    row = me.press("Down").row()
    me.press("Del").settle()
    number = int(row.partition(" ")[0])
    assert me.message.startswith(f"Verwijderd: Knelpunt {number}.")
    assert me.row() != row
    me.press("Ctrl+K").type("prullenbak").press("Return").settle()
    assert row.split(" | ")[2] in me.row()
    me.press("Return").settle()
    me.tab_to("Openen: ").press("Space").settle()
    assert me.heading == "Knelpunten"
    assert me.row() == row


def test_one_field_goes_back_to_what_it_was(me: Person, example: Context) -> None:
    me.press("Ctrl+4").settle()
    row = me.press("Down").row()
    number = int(row.partition(" ")[0])
    me.press("F2").settle()
    me.press("Ctrl+A").type(TITLE)
    me.tab_to("Omschrijving").press("Ctrl+A").type(REMARK)
    me.press("Ctrl+S").settle()
    assert TITLE in me.row()
    me.press("Ctrl+H").settle()
    assert me.heading == "Geschiedenis"
    me.tab_to("Titel: zet terug").press("Space").settle()
    now = records.show(example, example.spec("knelpunt"), number)
    assert row.split(" | ")[2] == now["titel"]
    assert now["omschrijving"] == REMARK
    assert history.next_undo(example) == f"Knelpunt {number}: titel terugzetten"
    me.press("Esc").settle()
    assert me.row() == row


def test_letters_are_made_larger_in_the_settings(me: Person, example: Context) -> None:
    me.press("Ctrl+K").type("instellingen").press("Return").settle()
    me.tab_to("Grootte van de letters").press("Up", "Up")
    assert example.settings.get(TEXT_SIZE) == 120
    me.press("Ctrl+0")
    assert example.settings.get(TEXT_SIZE) == 100


def test_who_presses_f2_at_once_changes_the_record_of_that_row(me: Person) -> None:
    me.press("Ctrl+4").settle()
    me.until(lambda: me.row().split(" | ")[2] in me.labels())
    row = me.press("Down").row()
    me.press("F2").settle()
    assert f"Knelpunt {row.partition(' ')[0]} wijzigen" in me.labels()


def test_a_new_form_over_another_one_begins_in_its_first_field(me: Person) -> None:
    me.press("Ctrl+4").settle()
    me.until(lambda: me.row().split(" | ")[2] in me.labels())
    me.press("F2").settle().tab_to("Omschrijving")
    me.press("Ctrl+K").type("nieuw knelpunt").press("Return").settle()
    me.until(lambda: "Nieuw knelpunt" in me.labels())
    assert me.name == "Titel"
