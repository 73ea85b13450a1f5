"""On paper stands what was on the screen: the same pages, at their true size, in the order that was asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from pytestqt.qtbot import QtBot

from huurdersapp.actions.context import Context
from huurdersapp.actions.papier import Paper, laid_out
from huurdersapp.base import jobs
from huurdersapp.base.errors import Stopped, UserError
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.verslag import ReportPage
from huurdersapp.ui.place import Place
from huurdersapp.ui.preview.printing import chosen_pages, new_printer, printing
from tests.ui.preview.test_preview import document
from tests.ui.preview.waiting import ready


@pytest.fixture
def paper(office: Context) -> Paper:
    """A paper of three pages."""
    return laid_out(office, document(3))


def file_printer(path: Path, size: QPageSize.PageSizeId = QPageSize.PageSizeId.A4) -> QPrinter:
    """A printer that writes a PDF file."""
    printer = new_printer("Proef")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setPageSize(QPageSize(size))
    printer.setResolution(300)
    return printer


def grey(pdf: bytes, page: int, scale: float = 0.5) -> tuple[int, int, bytes]:
    """A page in grey, small enough that the edges of letters do not matter."""
    document = PdfDocument(pdf)
    bitmap = document[page].render(scale=scale, grayscale=True)
    found = bitmap.width, bitmap.height, bytes(bitmap.buffer)
    document.close()
    return found


def test_the_printer_gets_the_pages_of_the_screen(paper: Paper, tmp_path: Path) -> None:
    path = tmp_path / "print.pdf"
    assert jobs.run(printing(paper.pdf, file_printer(path), [0, 1, 2])) == 3
    printed = PdfDocument(path)
    assert len(printed) == 3
    assert printed.get_page_size(0) == pytest.approx((595, 842), abs=1)
    printed.close()
    for page in range(3):
        wide, high, seen = grey(paper.pdf, page)
        other_wide, other_high, other = grey(path.read_bytes(), page)
        assert (wide, high) == pytest.approx((other_wide, other_high), abs=1)
        if (wide, high) == (other_wide, other_high):
            far = sum(abs(one - two) > 60 for one, two in zip(seen, other, strict=True))
            assert far < len(seen) / 500, f"page {page} looks different"


def test_smaller_paper_gets_the_whole_page_smaller(paper: Paper, tmp_path: Path) -> None:
    path = tmp_path / "a5.pdf"
    jobs.run(printing(paper.pdf, file_printer(path, QPageSize.PageSizeId.A5), [0]))
    printed = PdfDocument(path)
    assert printed.get_page_size(0) == pytest.approx((420, 595), abs=1)
    bitmap = printed[0].render(scale=1, grayscale=True)
    rows = bytes(bitmap.buffer)
    dark = [at % bitmap.stride for at, value in enumerate(rows) if value < 120]
    printed.close()
    assert min(dark) == pytest.approx(71 * 0.706, abs=4), "the left edge of the text is scaled along"


def test_larger_paper_keeps_the_true_size(paper: Paper, tmp_path: Path) -> None:
    path = tmp_path / "a3.pdf"
    jobs.run(printing(paper.pdf, file_printer(path, QPageSize.PageSizeId.A3), [0]))
    printed = PdfDocument(path)
    bitmap = printed[0].render(scale=1, grayscale=True)
    dark = [at % bitmap.stride for at, value in enumerate(bytes(bitmap.buffer)) if value < 120]
    printed.close()
    assert min(dark) == pytest.approx((842 - 595) / 2 + 71, abs=4)


@pytest.mark.parametrize(
    ("asked", "pages"),
    [
        (lambda printer: None, [0, 1, 2, 3, 4]),
        (lambda printer: printer.setFromTo(2, 3), [1, 2]),
        (lambda printer: printer.setFromTo(4, 9), [3, 4]),
    ],
)
def test_the_chosen_pages_are_printed(
    asked: Callable[[QPrinter], None], pages: list[int], tmp_path: Path
) -> None:
    printer = file_printer(tmp_path / "x.pdf")
    asked(printer)
    if printer.fromPage():
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
    assert chosen_pages(printer, 5) == pages


def test_last_page_first_and_copies(tmp_path: Path) -> None:
    printer = file_printer(tmp_path / "x.pdf")
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert chosen_pages(printer, 3) == [2, 1, 0]
    printer.setCopyCount(2)
    printer.setCollateCopies(True)
    expected = [2, 1, 0] if printer.supportsMultipleCopies() else [2, 1, 0, 2, 1, 0]
    assert chosen_pages(printer, 3) == expected


@pytest.mark.qt_log_ignore("Returned false", extend=True)
def test_a_printer_that_takes_nothing_says_what_to_do(paper: Paper, tmp_path: Path) -> None:
    printer = file_printer(tmp_path / "weg" / "print.pdf")
    with pytest.raises(UserError, match="neemt het papier niet aan") as told:
        jobs.run(printing(paper.pdf, printer, [0, 1]))
    assert told.value.hint is not None
    assert "papier" in told.value.hint


def test_printing_stops_between_pages(paper: Paper, tmp_path: Path) -> None:
    seen: list[int] = []
    with pytest.raises(Stopped):
        jobs.run(
            printing(paper.pdf, file_printer(tmp_path / "x.pdf"), [0, 1, 2]),
            lambda progress: seen.append(progress.done),
            lambda: len(seen) == 2,
        )
    assert seen == [0, 1]


def test_from_the_screen_to_the_printer(
    window: MainWindow, example: Context, qtbot: QtBot, tmp_path: Path
) -> None:
    window.go(Place("verslag", values={"periode": "2020-T2"}))
    page = window.page
    assert isinstance(page, ReportPage)
    paper = ready(qtbot, page.preview)
    printer = file_printer(tmp_path / "print.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(1, 2)
    page.print_paper(paper, printer)
    qtbot.waitUntil(lambda: window.message.text() != "", timeout=20_000)
    assert window.message.text() == "2 bladzijden zijn naar de printer gestuurd."
    with PdfDocument(tmp_path / "print.pdf") as printed:
        assert len(printed) == 2


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_the_dialog_of_the_system_offers_these_pages(window: MainWindow, qtbot: QtBot) -> None:
    window.go(Place("verslag", values={"periode": "2020-T2"}))
    page = window.page
    assert isinstance(page, ReportPage)
    paper = ready(qtbot, page.preview)
    page.commands()["afdrukken"]()
    dialog = page.findChild(QPrintDialog)
    assert dialog is not None
    assert (dialog.minPage(), dialog.maxPage()) == (1, paper.pages)
    assert dialog.printer().docName() == "Trimesterverslag 2020-T2"
    dialog.reject()
    qtbot.waitUntil(lambda: page.findChild(QPrintDialog) is None)
    assert not window.desk or not window.desk.runner.jobs
