"""To the printer: the same pages as on the screen, one after another beside the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress

if TYPE_CHECKING:
    from huurdersapp.reports.pages import Pages

SHARPEST = 300
"""Dots to an inch: more is not seen on paper, and takes four times the memory at twice as much."""


def new_printer(name: str) -> QPrinter:
    """The printer of the computer, told what the paper is called; the dialog may choose another one."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setFullPage(True)  # the white edge is part of our pages
    return printer


def chosen_pages(printer: QPrinter, count: int) -> list[int]:
    """Which pages the dialog asked for, from 0, in the order in which they are printed, as often as they are."""
    first, last = 0, count - 1
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        first, last = printer.fromPage() - 1, min(last, (printer.toPage() or count) - 1)
    numbers = list(range(first, last + 1))
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        numbers.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return numbers * copies
    return [number for number in numbers for _copy in range(copies)]


def printing(pdf: bytes, printer: QPrinter, numbers: Sequence[int]) -> Job[int]:
    """Print these pages; gives how many went to the printer. When it is stopped the printer is told to forget them.

    Raises UserError when the printer takes nothing, or stops taking.
    """
    from huurdersapp.reports.pages import Pages

    painter, pages = QPainter(), Pages(pdf)
    printer.setFullPage(True)
    complete = False
    try:
        for done, number in enumerate(numbers):
            yield Progress(done, len(numbers), _("Bladzijde {number}").format(number=number + 1))
            if not (printer.newPage() if done else painter.begin(printer)):
                raise _refused(printer)
            _paint(painter, printer, pages, number)
        complete = True
    finally:
        if not complete:
            printer.abort()
        if painter.isActive() and not painter.end() and complete:
            raise _refused(printer)
        pages.close()
    return len(numbers)


def _paint(painter: QPainter, printer: QPrinter, pages: Pages, number: int) -> None:
    """One page at its true size, or smaller where the paper is."""
    width, height = pages.sizes[number]
    dots = printer.resolution()
    paper = printer.pageLayout().fullRectPixels(dots)
    fits = min(1.0, paper.width() / (width * dots / 72), paper.height() / (height * dots / 72))
    size = (width * fits * dots / 72, height * fits * dots / 72)
    corner = ((paper.width() - size[0]) / 2, (paper.height() - size[1]) / 2)
    picture = pages.picture(number, min(dots, SHARPEST) * fits / 72)
    assert picture is not None
    image = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
    painter.drawImage(QRectF(*corner, *size), image)


def _refused(printer: QPrinter) -> UserError:
    return UserError(
        _("De printer {name} neemt het papier niet aan."),
        _("Kijk of de printer aanstaat en papier heeft. Of kies een andere printer."),
        name=printer.printerName() or _("van deze computer"),
    )
