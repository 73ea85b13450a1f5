"""The builder for papers of a meeting and for a period in which nothing happened, and what it says of the report itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from huurdersapp.actions import lists, records
from huurdersapp.actions.context import Context
from huurdersapp.actions.verslagen import concept
from huurdersapp.base import period
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.overleg.panel import MeetingPanel
from huurdersapp.ui.pages.verslag import ReportPage
from huurdersapp.ui.place import Place
from tests.journeys.keyboard import Person
from tests.ui.preview.waiting import another, ready
from tests.windows import OpenWindow, named
from tools.paper_words import pdf_words

# Qt says this of each window with a smallest size of its own where there is no real screen.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
EMPTY = Place("verslag", values={"soort": "jaar", "periode": "2018"})
WHY = "Er was geen coach."


@pytest.fixture
def meeting(office: Context) -> int:
    """A meeting whose papers are its agenda alone."""
    ours = {"naam": "Wij", "soort": "huurdersorganisatie", "eigen": True}
    records.create(office, office.spec("partij"), [ours])
    values = {"soort": "overig", "naam": "Praktisch overleg", "datum": "2019-08-20"}
    return int(records.create(office, office.spec("overleg"), [values]).records[0]["nummer"])


def shown(window: MainWindow, bot: QtBot, place: Place) -> ReportPage:
    window.go(place)
    page = window.page
    assert isinstance(page, ReportPage)
    ready(bot, page.preview)
    return page


def words(page: ReportPage) -> str:
    assert page.preview.paper is not None
    return " ".join(pdf_words(page.preview.paper.pdf))


def test_papers_of_a_meeting_have_its_day_and_are_a_pdf_alone(
    open_window: OpenWindow, office: Context, meeting: int, qtbot: QtBot
) -> None:
    window = open_window(office)
    window.go(Place("verslag", values={"soort": "stukken"}))
    page = window.page
    assert isinstance(page, ReportPage)
    assert page.preview.fault.text() == "Kies eerst: Overleg. Dan ziet u het verslag."
    assert window.focusWidget() is page.options.about["overleg"].first_focus()
    page = shown(window, qtbot, Place("verslag", values={"soort": "stukken", "overleg": meeting}))
    assert page.preview.fault.text() == ""
    assert page.place().values == {
        "soort": "stukken",
        "periode": "2019-08-20..2019-08-20",
        "overleg": meeting,
    }
    for widget in (page.options.period, page.options.front, page.options.fold, page.bench.questions):
        assert widget.isHidden()
    assert [page.as_word.isHidden(), page.other_forms.isHidden(), page.to_fix.isHidden()] == [True] * 3
    assert page.as_pdf.isVisible()
    assert page.to_printer.isVisible()
    assert page.preview.paper is not None
    assert page.file_name(page.preview.paper) == "Stukken Praktisch overleg"
    assert page.state.text().startswith("Stukken Praktisch overleg. Nog niet bewaard")
    before = page.preview.sheets.count
    page.bench.parts.list.come_to("agenda")
    with another(qtbot, page.preview):
        page.bench.parts.switched.emit("agenda", False)
    assert page.preview.sheets.count < before, "the pages that are seen are those without the agenda"
    assert page._number is not None
    kept = records.show(office, office.spec("verslag"), page._number)
    assert (kept["van"], kept["tot"], kept["overleg"]) == ("2019-08-20", "2019-08-20", meeting)
    card = page.bench.write("agenda")
    assert card is not None
    assert card.editor.isHidden(), "an agenda has pages of its own: what is typed would stand nowhere"
    assert card.title_line.hasFocus()
    page.options.kind.setCurrentIndex(page.options.kind.findData("jaar"))
    page.options.kind.activated.emit(page.options.kind.currentIndex())
    ready(qtbot, page.preview)
    assert page.options.period.isVisible()
    assert page.as_word.isVisible()


def test_the_papers_of_a_meeting_are_put_together_from_the_meeting(
    open_window: OpenWindow, office: Context, meeting: int, qtbot: QtBot
) -> None:
    window = open_window(office)
    window.go(Place("overleg", meeting))
    me = Person(qtbot, window).settle()
    (panel,) = [each for each in window.findChildren(MeetingPanel) if each.isVisible()]
    panel.tabs["stukken"].setFocus()
    me.press("Space").settle().tab_to("Stukken samenvoegen…").press("Space").settle()
    page = window.page
    assert isinstance(page, ReportPage)
    ready(qtbot, page.preview)
    assert page.options.soort.key == "stukken"
    assert page.options.about["overleg"].value() == meeting
    me.press("Alt+Left").settle()
    assert window.page is not None
    assert (window.page.key, window.page.place().number) == ("overleg", meeting)


def test_why_nothing_happened_is_asked_where_the_period_is_empty(
    open_window: OpenWindow, office: Context, qtbot: QtBot
) -> None:
    window = open_window(office)
    page = shown(window, qtbot, EMPTY)
    assert page.state.text().startswith("Jaarverslag 2018. Nog niet bewaard")
    assert page.preview.paper is not None
    assert page.file_name(page.preview.paper) == "Jaarverslag 2018"
    assert page.warning.other.text() == "Reden invullen"
    named(page, QPushButton, "Reden invullen").click()  # type: ignore[attr-defined]
    assert page.why_empty.line.hasFocus()
    QTest.keyClicks(page.why_empty.line, WHY)
    with another(qtbot, page.preview):
        QTest.keyClick(page.why_empty.line, Qt.Key.Key_Return)
    assert WHY in words(page)
    number = concept.find(office, "jaar", period.parse("2018"))
    assert number is not None
    assert concept.read(office, number).job.reden_leeg == WHY
    assert page.state.text() == f"Verslag {number}: Jaarverslag 2018. Status: Concept. Alles is opgeslagen."
    with another(qtbot, page.preview):
        window.undo()
    assert page.why_empty.line.text() == ""


def test_a_reason_that_is_typed_is_kept_by_whoever_goes_elsewhere_at_once(
    open_window: OpenWindow, office: Context, qtbot: QtBot
) -> None:
    window = open_window(office)
    page = shown(window, qtbot, EMPTY)
    page.why_empty.line.setFocus()
    QTest.keyClicks(page.why_empty.line, WHY)
    window.go(Place("verslag", values={"soort": "jaar", "periode": "2017"}))
    number = concept.find(office, "jaar", period.parse("2018"))
    assert number is not None
    assert concept.read(office, number).job.reden_leeg == WHY
    assert concept.find(office, "jaar", period.parse("2017")) is None


def test_where_something_happened_no_reason_is_asked(
    open_window: OpenWindow, office: Context, qtbot: QtBot
) -> None:
    values = {"titel": "Vocht", "categorie": "vocht_schimmel", "gemeld_op": "2018-08-01"}
    records.create(office, office.spec("knelpunt"), [values])
    page = shown(open_window(office), qtbot, EMPTY)
    assert page.why_empty.isHidden()
    assert page.warning.other.isHidden()


def test_a_heading_that_is_typed_is_saved_with_ctrl_s_and_by_going_elsewhere(
    open_window: OpenWindow, office: Context, qtbot: QtBot
) -> None:
    window = open_window(office)
    page = shown(window, qtbot, EMPTY)
    assert page._concept is not None
    keys = [part.key for part in page._concept.parts if not part.fixed][:1]
    card = page.bench.write(keys[0])
    assert card is not None
    for way, title in ((window.menus.actions["opslaan"].trigger, "Eigen kop"), (None, "Andere kop")):
        card.title_line.setFocus()
        card.title_line.selectAll()
        QTest.keyClicks(card.title_line, title)
        if way is not None:
            with another(qtbot, page.preview):
                way()
        else:
            window.go(Place("verslag", values={"soort": "jaar", "periode": "2017"}))
        number = concept.find(office, "jaar", period.parse("2018"))
        assert number is not None
        assert concept.read(office, number).part(keys[0]).title == title
    assert lists.count(office, office.spec("verslag")) == 1


def test_a_report_that_was_sent_holds_back_no_choice_of_another(
    open_window: OpenWindow, office: Context, qtbot: QtBot
) -> None:
    values = {"soort": "jaar", "van": "2018-01-01", "tot": "2018-12-31", "publiek": "leden"}
    sent = records.create(office, office.spec("verslag"), [{**values, "verstuurd_op": "2019-03-01"}])
    window = open_window(office)
    page = shown(window, qtbot, Place("verslag", sent.records[0]["nummer"]))
    assert not page.options.audience.isEnabled()
    window.go(Place("verslag", values={"soort": "wijk", "periode": "2018"}))
    assert page.options.audience.isEnabled()
    assert window.focusWidget() is page.options.about["kern"].first_focus()


def test_what_is_chosen_before_the_report_is_read_counts_as_well(
    open_window: OpenWindow, office: Context, qtbot: QtBot
) -> None:
    window = open_window(office)
    window.go(EMPTY)
    page = window.page
    assert isinstance(page, ReportPage)
    page.options.short.buttons[True].click()
    qtbot.waitUntil(lambda: page._number is not None, timeout=60_000)
    assert page._number is not None
    assert concept.read(office, page._number).job.kort
    ready(qtbot, page.preview)
    assert page.options.short.value() is True
