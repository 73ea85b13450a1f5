"""The problem report in the window: shown first, then kept; also after a crash, and where nothing can be opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from huurdersapp.actions.context import Context
from huurdersapp.base.errors import UserError
from huurdersapp.ui.crash import CrashDialog
from huurdersapp.ui.look import Look
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.niet_open import NotOpenPage
from huurdersapp.ui.place import Place
from huurdersapp.ui.problem_report import ReportDialog
from tests.windows import OpenWindow, named, press

Settled = Callable[[MainWindow], None]
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the platform without a screen
SECRET = "Mevrouw De Vries, Brink 3"


@pytest.fixture(autouse=True)
def _none_left(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[None]:
    monkeypatch.setattr(CrashDialog, "_last", ("", 0.0))
    yield
    if CrashDialog.shown is not None:
        CrashDialog.shown.reject()
    qtbot.wait(0)


def shown(parent: QWidget) -> ReportDialog:
    (dialog,) = parent.findChildren(ReportDialog)
    assert dialog.isVisible()
    return dialog


def test_it_is_read_first_and_kept_from_the_settings(
    open_window: OpenWindow, office: Context, tmp_path: Path, settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(office)
    window.go(Place("instellingen", words="probleemrapport"))
    assert window.page is not None
    named(window.page, QPushButton, "Probleemrapport bewaren…").click()  # type: ignore[attr-defined]
    settled(window)
    dialog = shown(window)
    text = dialog.text.toPlainText()
    assert "Open: ja\n" in text
    assert "Niet opgeslagen formulieren: 0" in text
    assert str(office.folder) not in text
    qtbot.waitUntil(dialog.save.hasFocus)
    press(qtbot, Qt.Key.Key_Return)
    (files,) = dialog.findChildren(QFileDialog)
    assert files.selectedFiles()[0].endswith(".txt")
    files.reject()
    dialog.save_to(tmp_path / "rapport.txt")
    assert dialog.told.text() == f"Het rapport staat in {tmp_path / 'rapport.txt'}"
    assert (tmp_path / "rapport.txt").read_text("utf-8") == text
    dialog.save_to(tmp_path / "nergens" / "rapport.txt")
    assert "nergens" in dialog.told.text()
    assert dialog.told.property("role") == "fault"
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == text
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(ReportDialog))


def test_after_a_crash_it_tells_where_and_not_what(open_window: OpenWindow, office: Context) -> None:
    window = open_window(office)
    try:
        raise ValueError(SECRET)
    except ValueError as fault:
        dialog = CrashDialog.tell(fault, window)
    assert dialog is not None
    dialog.problem.click()
    text = shown(dialog).text.toPlainText()
    assert "Wat er nu misging\n" in text
    assert "test_probleemrapport.py" in text
    assert SECRET not in text
    shown(dialog).reject()


def test_where_nothing_can_be_opened_it_is_there_too(tmp_path: Path, qtbot: QtBot) -> None:
    page = NotOpenPage(UserError(SECRET), tmp_path, Look())
    qtbot.addWidget(page)
    page.resize(1024, 600)
    page.show()
    page.problem.click()
    dialog = shown(page)
    assert "Open: nee\n" in dialog.text.toPlainText()
    assert "UserError" in dialog.text.toPlainText()
    assert SECRET not in dialog.text.toPlainText()
    assert dialog.height() < page.height()
    dialog.reject()
    QApplication.processEvents()
