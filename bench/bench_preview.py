"""How much the pages on the screen cost: three pages against bare ReportLab and pypdfium2 that show the same words.

The bare way draws ready-made lines on ReportLab's canvas and has pdfium draw all pages, in one thread without a
window. Ours lays out the document, tags it, finds the numbers that can be opened, and shows the pages in a widget
until all three are sharp. Beside the ratio stand, for who is curious, the time that takes and the
longest time that the window did not answer.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter

from bench.bench_pdf import CREATED, register_fonts, report
from bench.ratio import ROUNDS, Measured, compare
from huurdersapp.actions.context import Context
from huurdersapp.actions.papier import Paper, laid_out
from huurdersapp.app import opened
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.reports.document import Document
from huurdersapp.reports.pdf import write_pdf
from tools.paper_words import Shown, page_lines

AIM = 2.0
BLOCK_AIM = 100.0
"""Milliseconds."""
WIDTH, HEIGHT = 700, 3_000
"""Pixels: high enough to see all three pages, so that both ways draw as many."""
SCREEN = (WIDTH - 40) / 595
"""About as many pixels a point as the widget has."""


def three_pages() -> Document:
    """The first three pages of the report of bench_pdf."""
    whole = report(2)
    for count in range(len(whole.blocks), 0, -1):
        document = replace(whole, blocks=whole.blocks[:count])
        if write_pdf(document, BytesIO(), created=CREATED).pages == 3:
            return document
    raise AssertionError("no report of three pages")


def bare(pages: list[list[Shown]]) -> None:
    """Draw ready-made lines on a canvas, and all its pages as pictures."""
    from pypdfium2 import PdfDocument
    from reportlab.pdfgen.canvas import Canvas

    stream = BytesIO()
    canvas = Canvas(stream, initialFontName="bench-OpenSans-Regular", pageCompression=1)
    for lines in pages:
        for line in lines:
            canvas.setFont(f"bench-{line.font}", line.size)
            canvas.drawString(line.x, line.y, line.text)
        canvas.showPage()
    canvas.save()
    document = PdfDocument(stream.getvalue())
    for page in document:
        page.render(scale=SCREEN).close()
        page.close()
    document.close()


def measure() -> list[Measured]:
    """What was measured, its ratio, and the ratio that we aim for."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    register_fonts()
    document = three_pages()
    finished = BytesIO()
    pages = write_pdf(document, finished, created=CREATED).pages
    lines = page_lines(finished.getvalue())
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder) / "g", create=True) as ctx:
        shown = _Shown(ctx, document)
        what = f"voorbeeld van {pages} pagina's tegen kaal canvas en pdfium"
        found = compare(what, shown.show, lambda: bare(lines))
        blocks, whole = shown.moments()
        shown.close()
    print(f"tot alle bladzijden scherp zijn: {median(whole):.0f} ms")
    print(f"langste stilstand van het venster: {max(blocks):.0f} ms")
    return [
        (what, found, AIM),
        ("langste stilstand van het venster, in delen van 100 ms", max(blocks) / BLOCK_AIM, 1.0),
    ]


class _Shown:
    """A preview in a window without a screen."""

    def __init__(self, ctx: Context, document: Document) -> None:
        from huurdersapp.ui import application
        from huurdersapp.ui.desk import Desk
        from huurdersapp.ui.look import Look
        from huurdersapp.ui.preview.preview import Preview

        self.app = application.make()
        application.use_own_letters()
        self.ctx, self.document, self.turns = ctx, document, 0
        self.desk = Desk(ctx, Look())
        self.preview = Preview(self.desk)
        self.preview.resize(WIDTH, HEIGHT)
        self.preview.show()
        self.app.processEvents()

    def make(self, wanted: Callable[[], bool]) -> Job[Paper]:
        """What the worker does."""
        yield Progress(0, 1, "")
        return laid_out(self.ctx, self.document, wanted=wanted)

    def show(self) -> None:
        """From a choice to sharp pages, without the pause in which somebody may still be choosing."""
        from PySide6.QtCore import QEventLoop

        # Another title each time: a paper that says the same is not shown again.
        self.turns += 1
        self.document = replace(self.document, title=f"Trimesterverslag {self.turns}")
        loop = QEventLoop()
        self.preview.sheets.drawn.connect(loop.quit)
        self.preview.show_paper(self.make, subject="Proef")
        self.preview.begin_now()
        loop.exec()
        self.preview.sheets.drawn.disconnect(loop.quit)

    def moments(self) -> tuple[list[float], list[float]]:
        """Of some goes: the longest block of the event loop, and the whole time, in milliseconds."""
        from PySide6.QtCore import QTimer

        blocks: list[float] = []
        whole: list[float] = []
        for _round in range(ROUNDS):
            last, longest = perf_counter(), 0.0

            def beat() -> None:
                nonlocal last, longest
                now = perf_counter()
                last, longest = now, max(longest, now - last)

            timer = QTimer()
            timer.timeout.connect(beat)
            timer.start(1)
            begin = last = perf_counter()
            self.show()
            whole.append((perf_counter() - begin) * 1000)
            beat()
            timer.stop()
            blocks.append(longest * 1000)
        return blocks, whole

    def close(self) -> None:
        """Stop the threads."""
        self.preview.leave()
        self.desk.close()
        self.preview.deleteLater()
        self.app.processEvents()


if __name__ == "__main__":
    measure()
