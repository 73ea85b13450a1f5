"""Verslagen: the report is seen while it is chosen, its numbers open their lists, and what is saved is what was seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from huurdersapp.actions import lists, records, verslag
from huurdersapp.actions.context import Context
from huurdersapp.actions.verslagen import concept
from huurdersapp.actions.verslagen.opdracht import Opdracht
from huurdersapp.base import jobs, period
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.verslag import ReportPage
from huurdersapp.ui.place import Place
from tests.actions.test_verslag import said as number_said
from tests.ui.preview.waiting import another, ready
from tests.windows import OpenWindow, named
from tools.paper_words import docx_words, pdf_words

# Qt says this of each window with a smallest size of its own where there is no real screen.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
T2 = Place("verslag", values={"periode": "2020-T2"})
SECOND = Opdracht("trimester", period.parse("2020-T2"))


@pytest.fixture
def report(example: Context, window: MainWindow, qtbot: QtBot) -> ReportPage:
    """The screen with the short report about the second trimester of 2020, as somebody began it."""
    concept.choose(example, concept.ensure(example, SECOND), vorm="kort")
    return shown(window, qtbot)


@pytest.fixture
def full(window: MainWindow, qtbot: QtBot) -> ReportPage:
    """The screen with the whole report."""
    return shown(window, qtbot)


def shown(window: MainWindow, bot: QtBot, place: Place = T2) -> ReportPage:
    """Go to the screen, and wait for its pages."""
    window.go(place)
    page = window.page
    assert isinstance(page, ReportPage)
    ready(bot, page.preview)
    return page


def words(page: ReportPage) -> str:
    """The words that are seen, in the order in which they are read."""
    assert page.preview.paper is not None
    return " ".join(pdf_words(page.preview.paper.pdf))


def choose_file(page: ReportPage, bot: QtBot, path: Path) -> str:
    """Say in the file dialog where the file goes; gives the name that was proposed."""
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    proposed = Path(dialog.selectedFiles()[0]).name
    line = dialog.findChild(QLineEdit)
    assert line is not None
    line.setText(str(path))
    dialog.accept()
    bot.waitUntil(lambda: page.saved.isVisible(), timeout=20_000)
    return proposed


def test_the_report_of_the_last_whole_trimester_is_seen_first(
    window: MainWindow, qtbot: QtBot, settled: Callable[[MainWindow], None]
) -> None:
    settled(window)
    page = shown(window, qtbot, Place("verslag"))
    assert page.place().values == {"soort": "trimester", "periode": "2021-T2"}
    assert "2e trimester 2021" in words(page)
    assert window.focusWidget() is page.options.period.part.first_focus()


def test_it_says_what_the_command_line_writes(full: ReportPage, example: Context, tmp_path: Path) -> None:
    paper = full.preview.paper
    assert paper is not None
    path = tmp_path / "x.pdf"
    jobs.run(verslag.write(example, SECOND, path))
    assert path.read_bytes() == paper.pdf


def test_another_choice_shows_another_report(report: ReportPage, qtbot: QtBot) -> None:
    with another(qtbot, report.preview):
        QTest.mouseClick(report.options.period.part.buttons["1"], Qt.MouseButton.LeftButton)
    assert "1e trimester 2020" in words(report)
    with another(qtbot, report.preview):
        QTest.mouseClick(report.options.period.part.buttons["jaar"], Qt.MouseButton.LeftButton)
    assert "Verslag over 2020" in words(report)
    pages = report.preview.sheets.count
    with another(qtbot, report.preview):
        QTest.mouseClick(report.options.short.buttons[False], Qt.MouseButton.LeftButton)
    assert report.preview.sheets.count > pages
    with another(qtbot, report.preview):
        report.options.period.year.setCurrentIndex(report.options.period.year.findData(2021))
        report.options.period.year.activated.emit(report.options.period.year.currentIndex())
    assert report.place().values == {"soort": "trimester", "periode": "2021"}


def test_other_days_are_typed_freely(report: ReportPage, qtbot: QtBot) -> None:
    with another(qtbot, report.preview):
        QTest.mouseClick(report.options.period.part.buttons["dagen"], Qt.MouseButton.LeftButton)
        report.options.period.first.line.clear()
        QTest.keyClicks(report.options.period.first.line, "1 maart 2020")
        report.options.period.last.line.clear()
        QTest.keyClicks(report.options.period.last.line, "31-5-20")
    assert report.place().values == {"soort": "trimester", "periode": "2020-03-01..2020-05-31"}
    assert "1 maart 2020 tot en met 31 mei 2020" in words(report)


def test_days_that_cannot_be_are_told_at_the_field(report: ReportPage, qtbot: QtBot) -> None:
    QTest.mouseClick(report.options.period.part.buttons["dagen"], Qt.MouseButton.LeftButton)
    report.options.period.last.line.clear()
    QTest.keyClicks(report.options.period.last.line, "1-1-2020")
    assert report.options.period.fault.isVisible()
    assert report.options.period.fault.text() == "De laatste dag ligt voor de eerste dag."
    report.options.period.last.line.clear()
    assert not report.preview.busy


def test_the_last_choices_are_there_again(
    report: ReportPage, window: MainWindow, qtbot: QtBot, open_window: OpenWindow, example: Context
) -> None:
    with another(qtbot, report.preview):
        QTest.mouseClick(report.options.period.part.buttons["3"], Qt.MouseButton.LeftButton)
    window.close()
    page = shown(open_window(example), qtbot, Place("verslag"))
    assert page.place().values == {"soort": "trimester", "periode": "2020-T3"}
    assert page.options.short.value() is True


def test_the_pdf_is_what_was_seen(
    report: ReportPage, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    paper = report.preview.paper
    assert paper is not None
    QTest.mouseClick(report.as_pdf, Qt.MouseButton.LeftButton)
    path = tmp_path / "mijn verslag.pdf"
    assert choose_file(report, qtbot, path) == "Trimesterverslag 2020-T2.pdf"
    assert path.read_bytes() == paper.pdf
    assert str(path) in window.message.text()


def test_word_says_the_same(report: ReportPage, qtbot: QtBot, tmp_path: Path) -> None:
    QTest.mouseClick(report.as_word, Qt.MouseButton.LeftButton)
    path = tmp_path / "verslag.docx"
    assert choose_file(report, qtbot, path) == "Trimesterverslag 2020-T2.docx"
    assert " ".join(docx_words(path.read_bytes())) == words(report)


def test_what_was_saved_can_be_opened(
    report: ReportPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    def open_(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_)
    report.choose_file(".pdf")
    path = tmp_path / "verslag.pdf"
    choose_file(report, qtbot, path)
    QTest.mouseClick(named(report, QPushButton, "Openen"), Qt.MouseButton.LeftButton)
    assert [Path(url.toLocalFile()) for url in opened] == [path]


def test_the_folder_of_the_last_time_is_proposed(report: ReportPage, qtbot: QtBot, tmp_path: Path) -> None:
    report.choose_file(".pdf")
    choose_file(report, qtbot, tmp_path / "verslag.pdf")
    qtbot.waitUntil(lambda: report.findChild(QFileDialog) is None)
    report.choose_file(".docx")
    dialog = report.findChild(QFileDialog)
    assert dialog is not None
    assert Path(dialog.directory().path()) == tmp_path
    dialog.reject()


def test_a_folder_that_is_not_there_is_told(
    report: ReportPage, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    paper = report.preview.paper
    assert paper is not None
    report.save(paper, tmp_path / "weg" / "verslag.pdf")
    qtbot.waitUntil(lambda: window.message.text() != "", timeout=20_000)
    assert "bestaat niet" in window.message.text()
    assert not report.saved.isVisible()


def test_who_saves_while_pages_are_made_gets_the_new_ones(
    report: ReportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    QTest.mouseClick(report.options.period.part.buttons["1"], Qt.MouseButton.LeftButton)
    report.choose_file(".pdf")
    assert report.findChild(QFileDialog) is None
    ready(qtbot, report.preview)
    assert choose_file(report, qtbot, tmp_path / "x.pdf") == "Trimesterverslag 2020-T1.pdf"
    assert "1e trimester 2020" in " ".join(pdf_words((tmp_path / "x.pdf").read_bytes()))


def test_a_period_outside_the_akkoord_and_without_work_is_told(
    report: ReportPage, window: MainWindow, qtbot: QtBot
) -> None:
    shown(window, qtbot, Place("verslag", values={"periode": "2017-T1"}))
    text = report.warning.text.text()
    assert "niets vastgelegd" in text
    assert "Het akkoord loopt van 2019 tot en met 2024." in text
    QTest.mouseClick(report.warning.button, Qt.MouseButton.LeftButton)
    assert window.focusWidget() is report.options.period.part.first_focus()
    shown(window, qtbot)
    assert not report.warning.isVisible()


def test_without_an_akkoord_the_way_to_one_is_shown(
    open_window: OpenWindow, office: Context, qtbot: QtBot
) -> None:
    window = open_window(office)
    window.go(Place("verslag"))
    page = window.page
    assert isinstance(page, ReportPage)
    assert not page.preview.isVisible()
    assert window.focusWidget() is page.to_akkoord
    assert page.commands() == {}
    QTest.mouseClick(page.to_akkoord, Qt.MouseButton.LeftButton)
    assert window.heading.text() == "Akkoord"


def test_numbers_open_lists_with_as_many_rows(
    full: ReportPage, window: MainWindow, qtbot: QtBot, example: Context
) -> None:
    went: list[Place] = []
    full.desk.went.connect(went.append)
    sheets = full.preview.sheets
    many = [at for at, link in enumerate(sheets.links) if link.link.behind.where]
    for at in many[::25]:
        link = sheets.links[at]
        said, behind = link.link.says, link.link.behind
        sheets.go_to(link.link.page)
        link.click()
        place = went[-1]
        assert place.title.startswith("Trimesterverslag 2020-T2: ")
        assert window.page is not None
        assert window.page.key == place.page
        spec = example.spec(behind.kind)
        assert lists.count(example, spec, place.where) == number_said(said), said
        window.back()
        ready(qtbot, full.preview)


def test_a_change_elsewhere_is_seen(
    report: ReportPage, window: MainWindow, qtbot: QtBot, example: Context
) -> None:
    spec = example.spec("raadpleging")
    (row,) = lists.find(example, spec, ["nummer=4"])
    with another(qtbot, report.preview):
        records.change(example, spec, row["nummer"], {"titel": "Sleutels van de fietsenstalling"})
    assert "Sleutels van de fietsenstalling" in words(report)


def test_on_a_small_screen_the_choices_fold_over_the_pages(
    report: ReportPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1024, 600)
    assert report.preview.isVisible()
    assert not report.options.period.part.isVisible()
    QTest.mouseClick(report.fold, Qt.MouseButton.LeftButton)
    assert report.options.period.part.isVisible()
    assert report.as_pdf.isVisible()
    with another(qtbot, report.preview):
        QTest.mouseClick(report.options.period.part.buttons["1"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(report.unfold, Qt.MouseButton.LeftButton)
    assert report.preview.isVisible()
    assert window.focusWidget() is report.fold
    window.resize(1280, 680)
    assert report.options.period.part.isVisible()
    assert report.preview.isVisible()


def test_keys_save_and_print(report: ReportPage, window: MainWindow, qtbot: QtBot) -> None:
    assert set(report.commands()) == {"opslaan", "afdrukken"}
    assert window.menus.actions["opslaan"].isEnabled()
    assert window.menus.actions["afdrukken"].isEnabled()
    window.menus.actions["opslaan"].trigger()
    dialog = report.findChild(QFileDialog)
    assert dialog is not None
    dialog.reject()


def test_going_away_while_pages_are_made_leaves_nothing_behind(window: MainWindow, qtbot: QtBot) -> None:
    window.go(T2)
    page = window.page
    assert isinstance(page, ReportPage)
    before = page.preview.busy
    window.go(Place("hulp"))
    assert (before, page.preview.busy) == (True, False)
    shown(window, qtbot)
    assert "2e trimester 2020" in words(page)


def test_with_a_day_that_cannot_be_read_the_report_before_is_not_saved(
    report: ReportPage, window: MainWindow, qtbot: QtBot
) -> None:
    report.options.period.part.buttons["dagen"].click()
    ready(qtbot, report.preview)
    report.options.period.last.line.setText("ooit")
    report.options.period.last.edited.emit()
    for do in (report.as_pdf.click, report.as_word.click, report.to_printer.click):
        window.message.clear()
        do()
        assert window.message.text().startswith("Kijk eerst de dag na.")
        assert not report.findChildren(QDialog)
    assert report.options.period.last.line.hasFocus()
