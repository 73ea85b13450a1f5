"""The brievenregister: letters in and out, the way to a letter, and an answer to one that came in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from huurdersapp.actions import brieven, lists, records
from huurdersapp.actions.context import Context
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.brief import LetterPage
from huurdersapp.ui.pages.brieven import LettersPage, in_a_row
from huurdersapp.ui.place import Place
from tests.ui.preview.waiting import ready
from tests.windows import named

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
Settled = Callable[[MainWindow], None]


@pytest.fixture
def register(window: MainWindow) -> LettersPage:
    """The register of the example."""
    window.go(Place("brieven"))
    page = window.page
    assert isinstance(page, LettersPage)
    return page


def number_of(ctx: Context, *where: str) -> int:
    return int(lists.find(ctx, ctx.spec("brief"), where)[0]["nummer"])


def press(page: LettersPage, bot: QtBot, words: str) -> None:
    bot.waitUntil(lambda: any(each.text() == words for each in page.view.findChildren(QPushButton)))
    button = named(page.view, QPushButton, words)
    assert isinstance(button, QPushButton)
    button.click()


def test_a_letter_that_came_in_is_answered_with_what_is_known_of_it(
    register: LettersPage, example: Context, qtbot: QtBot
) -> None:
    number = number_of(example, "richting=binnen")
    register.open_record(number)
    press(register, qtbot, "Antwoord schrijven")
    form = register.form
    assert form is not None
    before = example.spec("brief")
    came = lists.find(example, before, (f"nummer={number}",))[0]
    assert form.fields.value("antwoord_op") == number
    assert form.fields.value("verhuurder") == came["verhuurder"]
    assert form.save()
    answer = lists.find(example, before, (f"antwoord_op={number}", "status=concept"))[0]
    assert answer["onderwerp"] == f"Antwoord op uw brief: {came['onderwerp']}"


def test_a_letter_of_no_case_is_written_and_seen_on_paper(
    register: LettersPage, example: Context, qtbot: QtBot, window: MainWindow
) -> None:
    number = number_of(example, "richting=uit", "status=concept", "soort=brief")
    register.open_record(number)
    press(register, qtbot, "Brief openen")
    page = window.page
    assert isinstance(page, LetterPage)
    assert page.place() == Place("brief", number, kind="brief")
    assert page.title() == f"Brief {number}"
    ready(qtbot, page.preview)
    letter = brieven.read(example, number)
    assert list(page.parts.cards) == [part.key for part in letter.parts]
    assert page.back.text() == "Terug naar het brievenregister"


def test_the_numbers_of_this_year_that_stay_empty_are_told_under_the_list(
    register: LettersPage, example: Context, settled: Settled, window: MainWindow, qtbot: QtBot
) -> None:
    settled(window)
    assert not register.empty.isVisible()
    sent = lists.find(example, example.spec("brief"), ("registernummer=2021-008",))[0]
    records.discard(example, example.spec("brief"), sent["nummer"])
    qtbot.waitUntil(register.empty.isVisible)
    assert register.empty.text() == "Nummers van 2021 die leeg blijven: 2021-008"
    window.go(Place("brieven", kind="briefpapier"))
    settled(window)
    assert not register.empty.isVisible()
    assert in_a_row([str(number) for number in range(9)]) == "0, 1, 2, 3, 4, 5, 6, 7, …"


def test_letterheads_are_counted_and_not_added_up(
    register: LettersPage, settled: Settled, window: MainWindow
) -> None:
    window.go(Place("brieven", kind="briefpapier"))
    settled(window)
    assert register.pane.status.text() == "2 briefpapier"


def test_what_a_letter_is_about_has_more_room_than_its_number(
    register: LettersPage, settled: Settled, window: MainWindow
) -> None:
    settled(window)
    table, listed = register.pane.table, register.pane.model.listed
    assert listed is not None
    wide = {item.key: table.columnWidth(at) for at, item in enumerate(listed.items)}
    assert wide["onderwerp"] >= wide["registernummer"]


def test_the_letter_of_a_case_opens_as_that_of_the_case(
    register: LettersPage, example: Context, qtbot: QtBot, window: MainWindow
) -> None:
    letter = lists.find(example, example.spec("brief"), ("soort=advies",))[0]
    register.open_record(letter["nummer"])
    press(register, qtbot, "Brief openen")
    page = window.page
    assert isinstance(page, LetterPage)
    assert page.place() == Place("brief", letter["advies"])
    ready(qtbot, page.preview)
