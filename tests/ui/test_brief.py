"""The letter of an advies: seen as it will be printed, and it follows what is saved elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from huurdersapp.actions import advies, records, voorkeuren
from huurdersapp.actions.context import Context
from huurdersapp.base import jobs
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.brief import LetterPage
from huurdersapp.ui.place import Place
from huurdersapp.ui.preview.paper_page import FOLDER
from tests.ui.preview.waiting import another, failed, ready
from tests.windows import OpenWindow
from tools.paper_words import docx_words, pdf_words

# Qt says this of each window with a smallest size of its own where there is no real screen.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def letter(window: MainWindow, qtbot: QtBot) -> LetterPage:
    """The letter of advies 1, which was sent."""
    return shown(window, qtbot, 1)


@pytest.fixture
def waiting(window: MainWindow, qtbot: QtBot, example: Context) -> LetterPage:
    """The letter of an advies that was not sent yet."""
    number = unsent(example)
    records.change(example, example.spec("advies"), number, {"uitkomst": "positief"})
    return shown(window, qtbot, number)


def unsent(ctx: Context) -> int:
    return next(facts.number for facts in advies.letters(ctx) if facts.sent_on is None)


def shown(window: MainWindow, bot: QtBot, number: int) -> LetterPage:
    """Go to a letter, and wait for its pages."""
    window.go(Place("brief", number))
    page = window.page
    assert isinstance(page, LetterPage)
    ready(bot, page.preview)
    return page


def words(page: LetterPage) -> str:
    """The words that are seen."""
    assert page.preview.paper is not None
    return " ".join(pdf_words(page.preview.paper.pdf))


def test_a_letter_is_seen_as_the_command_line_writes_it(
    letter: LetterPage, example: Context, tmp_path: Path
) -> None:
    paper = letter.preview.paper
    assert paper is not None
    path = tmp_path / "brief.pdf"
    jobs.run(advies.write_letter(example, 1, path))
    assert path.read_bytes() == paper.pdf
    assert letter.title() == "Brief bij advies 1"
    assert letter.fixed.text() == "De brief is verstuurd op vr 19 juni 2020."
    assert not letter.day.isVisible()


def test_the_day_of_a_letter_can_be_typed_until_it_is_sent(waiting: LetterPage, qtbot: QtBot) -> None:
    assert "1 september 2021" in words(waiting)
    with another(qtbot, waiting.preview):
        waiting.day.line.clear()
        QTest.keyClicks(waiting.day.line, "8 sep")
    assert "8 september 2021" in words(waiting)
    waiting.day.line.clear()
    QTest.keyClicks(waiting.day.line, "32 sep")
    assert waiting.fault.isVisible()
    ready(qtbot, waiting.preview)


def test_an_advies_without_an_outcome_shows_the_way_to_its_form(
    window: MainWindow, example: Context, qtbot: QtBot
) -> None:
    number = unsent(example)
    window.go(Place("brief", number))
    page = window.page
    assert isinstance(page, LetterPage)
    assert "uitkomst" in failed(qtbot, page.preview)
    went: list[Place] = []
    page.desk.went.connect(went.append)
    page.choose_file(".pdf")
    assert page.findChild(QFileDialog) is None
    assert "uitkomst" in window.message.text()
    QTest.mouseClick(page.preview.mend, Qt.MouseButton.LeftButton)
    assert went == [Place("advies", number, doing="wijzigen")]


def test_what_is_saved_elsewhere_is_seen_here(letter: LetterPage, qtbot: QtBot, example: Context) -> None:
    with another(qtbot, letter.preview):
        records.change(
            example, example.spec("advies"), 1, {"aanleiding": "De lift staat al drie weken stil."}
        )
    assert "De lift staat al drie weken stil." in words(letter)


def test_the_ways_to_the_advies(letter: LetterPage, qtbot: QtBot) -> None:
    went: list[Place] = []
    letter.desk.went.connect(went.append)
    letter.change.click()
    letter.back.click()
    assert went == [Place("advies", 1, doing="wijzigen"), Place("advies", 1)]


def test_word_opens_with_the_same_words_and_a_good_name_and_never_over_another_file(
    letter: LetterPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def open_(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_)
    tmp_path = tmp_path / "papieren"
    tmp_path.mkdir()
    voorkeuren.put(letter.desk.ctx, FOLDER, str(tmp_path))
    seen = words(letter)
    QTest.mouseClick(letter.as_word, Qt.MouseButton.LeftButton)
    assert letter.findChild(QFileDialog) is None
    qtbot.waitUntil(lambda: letter.saved.isVisible(), timeout=20_000)
    (made,) = tmp_path.iterdir()
    assert made.name.startswith("Adviesbrief 1 de verduurzaming van 96 woningen")
    assert made.suffix == ".docx"
    assert " ".join(docx_words(made.read_bytes())) == seen
    assert opened == [made]
    made.write_text("Hier is in gewerkt.", encoding="utf-8")
    letter.saved.say("")
    QTest.mouseClick(letter.as_word, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: letter.saved.isVisible(), timeout=20_000)
    assert opened == [made, made.with_name(f"{made.stem} (2).docx")]
    assert made.read_text(encoding="utf-8") == "Hier is in gewerkt."


def test_without_a_number_an_advies_is_chosen(window: MainWindow, qtbot: QtBot, example: Context) -> None:
    window.go(Place("brief"))
    page = window.page
    assert isinstance(page, LetterPage)
    assert page.list.count() == len(advies.letters(example))
    assert window.focusWidget() is page.list
    assert page.commands() == {}
    page.list.setCurrentRow(page.list.count() - 1)
    QTest.mouseClick(page.open, Qt.MouseButton.LeftButton)
    ready(qtbot, page.preview)
    assert page.place() == Place("brief", 1)
    assert window.heading.text() == "Brief bij advies 1"
    window.back()
    assert page.list.isVisible()


def test_where_there_is_no_advies_one_can_be_made(
    open_window: OpenWindow, office: Context, qtbot: QtBot
) -> None:
    window = open_window(office)
    window.go(Place("brief"))
    page = window.page
    assert isinstance(page, LetterPage)
    assert not page.list.isVisible()
    went: list[Place] = []
    page.desk.went.connect(went.append)
    QTest.mouseClick(page.new, Qt.MouseButton.LeftButton)
    assert went == [Place("advies", doing="nieuw")]


def test_a_letter_of_an_advies_that_is_gone_is_told(window: MainWindow, qtbot: QtBot) -> None:
    window.go(Place("brief", 999))
    assert "999" in window.message.text()
