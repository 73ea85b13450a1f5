"""The pages on the screen: sharp where they are seen, at the place where they were left, and never two at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from huurdersapp.actions.context import Context
from huurdersapp.actions.papier import Behind, Link, Paper, laid_out
from huurdersapp.base.errors import UserError
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.reports.document import Document, Heading, PageBreak, Paragraph, Source, Span
from huurdersapp.reports.pages import Pages
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.look import Look
from huurdersapp.ui.place import Place
from huurdersapp.ui.preview.links import NumberLink
from huurdersapp.ui.preview.preview import Preview
from tests.ui.preview.waiting import another, failed, ready
from tests.windows import press

MANY = Source("knelpunt", (("status", "gemeld"),))


def document(pages: int, word: str = "knelpunten") -> Document:
    """So many pages, each with a number that has a list behind it and one without."""
    blocks: list[Heading | Paragraph | PageBreak] = []
    for number in range(1, pages + 1):
        blocks += [PageBreak()] if number > 1 else []
        blocks += [Heading(f"Hoofdstuk {number}")]
        blocks += [Paragraph((Span(f"{number} {word}", source=MANY), " van de 100."))]
    return Document("Proefverslag", "Huurdersvereniging", tuple(blocks))


def making(ctx: Context, made: Document) -> Callable[[Callable[[], bool]], Job[Paper]]:
    """What lays this document out."""

    def make(wanted: Callable[[], bool]) -> Job[Paper]:
        yield Progress(0, 1, "")
        return laid_out(ctx, made, wanted=wanted)

    return make


@pytest.fixture
def desk(office: Context, qtbot: QtBot) -> Iterator[Desk]:
    """A desk on an empty administration."""
    look = Look()
    made = Desk(office, look)
    look.setParent(made)
    yield made
    made.close()
    made.deleteLater()
    qtbot.wait(0)


@pytest.fixture
def preview(desk: Desk, qtbot: QtBot) -> Iterator[Preview]:
    """An empty preview, shown."""
    host = QWidget()
    host.resize(700, 500)
    qtbot.addWidget(host)
    made = Preview(desk, host)
    made.resize(700, 500)
    host.show()
    qtbot.waitExposed(host)
    yield made
    made.leave()


@pytest.fixture
def five(preview: Preview, office: Context, qtbot: QtBot) -> Preview:
    """A preview of five pages."""
    preview.show_paper(making(office, document(5)), subject="Proef")
    ready(qtbot, preview)
    return preview


def test_the_first_page_is_seen_as_sharp_as_the_screen_is(five: Preview) -> None:
    sheets = five.sheets
    assert five.paper is not None
    shown = sheets.grab().toImage()
    pages = Pages(five.paper.pdf)
    picture = pages.picture(0, sheets._scale())
    pages.close()
    assert picture is not None
    bare = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
    corner = sheets._rects[0].topLeft()
    assert abs(sheets._rects[0].width() - picture.width) <= 1
    window = QRect(60, 60, 400, 300)
    seen = shown.copy(window.translated(corner)).convertToFormat(QImage.Format.Format_RGB32)
    assert seen == bare.copy(window)


def test_only_pages_that_are_seen_are_drawn(five: Preview, qtbot: QtBot) -> None:
    assert set(five.sheets._drawn) == set(five.sheets._seen)
    assert 4 not in five.sheets._seen
    five.sheets.go_to(4)
    ready(qtbot, five)
    assert 4 in five.sheets._drawn


def test_no_more_pages_are_kept_than_are_needed(preview: Preview, office: Context, qtbot: QtBot) -> None:
    preview.show_paper(making(office, document(20)), subject="Proef")
    ready(qtbot, preview)
    for page in range(20):
        preview.sheets.go_to(page)
        ready(qtbot, preview)
    assert len(preview.sheets._drawn) <= 10


def test_a_larger_page_is_drawn_again_and_stays_at_its_place(five: Preview, qtbot: QtBot) -> None:
    five.sheets.go_to(2, 0.25)
    ready(qtbot, five)
    five.zoom.setCurrentIndex(five.zoom.findData(2.0))
    five.zoom.activated.emit(five.zoom.currentIndex())
    ready(qtbot, five)
    page, share = five.sheets.place()
    assert page == 2
    assert share == pytest.approx(0.25, abs=0.01)
    assert five.sheets._rects[0].width() == pytest.approx(595 * 2 * 96 / 72, abs=2)
    assert five.sheets.is_sharp()


@pytest.mark.parametrize(
    ("key", "zoom"),
    [(Qt.Key.Key_1, 1.0), (Qt.Key.Key_0, None)],
)
def test_keys_choose_the_size(five: Preview, qtbot: QtBot, key: Qt.Key, zoom: float | None) -> None:
    five.sheets.set_zoom(1.5)
    QTest.keyClick(five.sheets, key)
    assert five.sheets.zoom == zoom
    assert five.zoom.currentData() == zoom


def test_plus_and_minus_are_a_step_larger_and_smaller(five: Preview, qtbot: QtBot) -> None:
    five.sheets.set_zoom(1.0)
    QTest.keyClick(five.sheets, Qt.Key.Key_Plus)
    assert five.sheets.zoom == 1.25
    QTest.keyClick(five.sheets, Qt.Key.Key_Minus)
    assert five.sheets.zoom == 1.0


def test_the_page_number_follows_and_leads(five: Preview, qtbot: QtBot) -> None:
    QTest.keyClick(five.sheets, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert five.number.value() == 2
    before = five.sheets.verticalScrollBar().value()
    QTest.keyClick(five.sheets, Qt.Key.Key_PageDown)
    assert five.sheets.verticalScrollBar().value() > before
    five.number.setValue(4)
    assert five.sheets.place()[0] == 3
    QTest.keyClick(five.sheets, Qt.Key.Key_End)
    assert five.number.value() == 5
    QTest.keyClick(five.sheets, Qt.Key.Key_Home)
    assert five.number.value() == 1
    assert five.number.text() == "Bladzijde 1 van 5"


def test_tab_goes_from_number_to_number_and_enter_opens(five: Preview, qtbot: QtBot, desk: Desk) -> None:
    went: list[Place] = []
    desk.went.connect(went.append)
    five.sheets.setFocus()
    for _number in range(3):
        press(qtbot, Qt.Key.Key_Tab)
    third = five.sheets.links[2]
    assert third.hasFocus()
    assert third.link.page in five.sheets._seen, "the page of the number has been scrolled into view"
    found = QAccessible.queryAccessibleInterface(third)
    assert found.text(QAccessible.Text.Name) == "3 knelpunten: Knelpunten (Status: Gemeld)"
    assert found.role() == QAccessible.Role.Button
    QTest.keyClick(third, Qt.Key.Key_Return)
    (place,) = went
    assert (place.page, place.where) == ("knelpunt", ("status=gemeld",))
    assert place.title == "Proef: Knelpunten (Status: Gemeld)"


def test_a_number_lies_where_it_is_printed(five: Preview, qtbot: QtBot) -> None:
    five.sheets.set_zoom(2.0)
    ready(qtbot, five)
    link = five.sheets.links[0]
    image = five.sheets.canvas.grab(link.geometry()).toImage()
    ink = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).lightness() < 120
    ]
    assert ink, "there are no letters under the number"
    assert min(x for x, _y in ink) >= 1
    assert max(x for x, _y in ink) <= image.width() - 2


def test_a_new_paper_stands_where_the_one_before_was_left(
    five: Preview, office: Context, qtbot: QtBot
) -> None:
    five.sheets.go_to(3, 0.5)
    with another(qtbot, five):
        five.show_paper(making(office, document(5, "klachten")), subject="Proef")
    page, share = five.sheets.place()
    assert (page, round(share, 1)) == (3, 0.5)
    with another(qtbot, five):
        five.show_paper(making(office, document(2)), subject="Proef")
    assert five.sheets.place()[0] == 1


def test_the_same_paper_again_changes_nothing(five: Preview, qtbot: QtBot) -> None:
    drawn = dict(five.sheets._drawn)
    with another(qtbot, five):
        five.again()
    assert five.sheets._drawn == drawn


def test_many_choices_at_once_make_one_paper(preview: Preview, office: Context, qtbot: QtBot) -> None:
    started: list[int] = []

    def counted(number: int) -> Callable[[Callable[[], bool]], Job[Paper]]:
        def make(wanted: Callable[[], bool]) -> Job[Paper]:
            started.append(number)
            return (yield from making(office, document(number))(wanted))

        return make

    preview.show_paper(counted(1), subject="Proef")
    ready(qtbot, preview)
    for number in (2, 3, 4):
        preview.show_paper(counted(number), subject="Proef")
    paper = ready(qtbot, preview)
    assert started == [1, 4]
    assert paper.pages == 4


def test_what_is_made_for_an_older_choice_stops_and_is_never_shown(
    preview: Preview, office: Context, qtbot: QtBot
) -> None:
    begun, goes_on = threading.Event(), threading.Event()
    stopped: list[bool] = []

    def slow(wanted: Callable[[], bool]) -> Job[Paper]:
        yield Progress(0, 1, "")
        begun.set()
        goes_on.wait(20)
        stopped.append(not wanted())
        return laid_out(office, document(9), wanted=wanted)

    preview.show_paper(slow, subject="Oud")
    qtbot.waitUntil(begun.is_set, timeout=20_000)
    preview.show_paper(making(office, document(2)), subject="Nieuw")
    goes_on.set()
    assert ready(qtbot, preview).pages == 2
    assert stopped == [True]


def test_a_paper_that_was_ready_just_too_late_is_not_shown(
    preview: Preview, desk: Desk, office: Context, qtbot: QtBot
) -> None:
    shown: list[int] = []
    preview.made.connect(lambda paper: shown.append(paper.pages))
    preview.show_paper(making(office, document(9)), subject="Oud")
    desk.runner._pool.submit(int).result(20)  # the work is done, and nobody has heard of it yet
    preview.show_paper(making(office, document(2)), subject="Nieuw")
    ready(qtbot, preview)
    assert shown == [2]


def test_a_fault_is_told_in_the_place_of_the_pages_and_can_be_tried_again(
    preview: Preview, office: Context, qtbot: QtBot
) -> None:
    faults = [UserError("De brief heeft geen afzender.", "Vul die in.")]

    def make(wanted: Callable[[], bool]) -> Job[Paper]:
        if faults:
            raise faults.pop()
        return (yield from making(office, document(1))(wanted))

    preview.show_paper(make, subject="Proef")
    assert failed(qtbot, preview) == "De brief heeft geen afzender. Vul die in."
    assert preview.fault.isVisible()
    assert not preview._more.isVisible()
    preview.retry.click()
    assert ready(qtbot, preview).pages == 1
    assert preview.sheets.isVisible()


@pytest.mark.expects_log("Voorbeeld")
def test_a_fault_of_ours_is_told_calmly(preview: Preview, qtbot: QtBot) -> None:
    def make(wanted: Callable[[], bool]) -> Job[Paper]:
        yield Progress(0, 1, "")
        raise ZeroDivisionError("Jan de Vries")

    preview.show_paper(make, subject="Proef")
    assert failed(qtbot, preview).startswith("Het voorbeeld kan nu niet worden getoond.")
    preview._more.click()
    assert "ZeroDivisionError" in preview._details.text()
    assert "Jan" not in preview._details.text()


def test_news_is_spoken_once_for_each_new_paper(
    preview: Preview, office: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        "huurdersapp.ui.preview.preview.announce", lambda widget, text, urgent=False: said.append(text)
    )
    preview.show_paper(making(office, document(1)), subject="Proef")
    ready(qtbot, preview)
    with another(qtbot, preview):
        preview.again()
    assert said == ["Het voorbeeld is bijgewerkt."]


def test_who_waits_for_the_paper_gets_the_one_that_was_chosen_last(
    five: Preview, office: Context, qtbot: QtBot
) -> None:
    got: list[int] = []
    five.show_paper(making(office, document(3)), subject="Proef")
    five.when_ready(lambda paper: got.append(paper.pages))
    assert got == []
    ready(qtbot, five)
    five.when_ready(lambda paper: got.append(paper.pages))
    assert got == [3, 3]


def test_leaving_stops_the_work_and_coming_back_shows_the_pages(five: Preview, qtbot: QtBot) -> None:
    five.again()
    five.leave()
    assert not five.busy
    assert not five.sheets.is_open
    with another(qtbot, five):
        five.again()
    assert five.sheets.is_open


def test_pages_can_be_asked_from_many_threads(office: Context) -> None:
    made: list[Paper] = []
    job = making(office, document(4))(lambda: True)
    try:
        while True:
            next(job)
    except StopIteration as end:
        made.append(end.value)
    pages = Pages(made[0].pdf)
    first = [pages.picture(number, 1.0) for number in range(4)]
    wrong: list[int] = []

    def draw(number: int) -> None:
        wrong.extend(number for _turn in range(5) if pages.picture(number, 1.0) != first[number])

    threads = [threading.Thread(target=draw, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    pages.close()
    assert wrong == []
    assert pages.picture(0, 1.0) is None


def test_a_number_over_two_lines_does_not_cover_what_stands_beside_it(desk: Desk, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    boxes = ((300.0, 100.0, 500.0, 114.0), (70.0, 130.0, 120.0, 144.0))
    link = NumberLink(Link(0, boxes, "7 knelpunten", Behind("knelpunt", ("a=b",), None, "")), parent)
    link.lie(QPoint(0, 0), 1.0)
    mask = link.mask()
    corner = link.geometry().topLeft()
    assert mask.contains(QPoint(400, 107) - corner)
    assert mask.contains(QPoint(90, 137) - corner)
    assert not mask.contains(QPoint(90, 107) - corner)
    assert not mask.contains(QPoint(400, 137) - corner)
