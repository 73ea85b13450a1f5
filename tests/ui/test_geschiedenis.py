"""The history of a record: steps with old beside new, and each change can go back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from huurdersapp.actions import lists, prullenbak_legen, records
from huurdersapp.actions.context import Context
from huurdersapp.base import clock, formats, jobs
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.geschiedenis import AT_ONCE, HistoryPage, differences
from huurdersapp.ui.place import Place
from tests.windows import OpenWindow, named, press

Settled = Callable[[MainWindow], None]


def opened(window: MainWindow, kind: str, number: int) -> HistoryPage:
    window.go(Place("geschiedenis", number, kind=kind))
    assert isinstance(window.page, HistoryPage)
    return window.page


def words(page: HistoryPage) -> list[str]:
    return [label.text() for label in page.sheet.findChildren(QLabel)]


def made(ctx: Context) -> int:
    number: int = records.create(ctx, ctx.spec("kern"), [{"naam": "Zuidbarge"}]).records[0]["nummer"]
    return number


def test_a_change_stands_old_beside_new_and_goes_back(
    open_window: OpenWindow, office: Context, qtbot: QtBot
) -> None:
    number, spec = made(office), office.spec("kern")
    records.change(office, spec, number, {"naam": "Zuidbarge en Noordbarge"})
    window = open_window(office)
    page = opened(window, "kern", number)
    found = words(page)
    assert {"Was", "Werd", f"Kern {number} wijzigen", "Kern opslaan"} <= set(found)
    assert "Zuidbarge<b><u> en Noordbarge</u></b>" in found
    named(page, QPushButton, "Naam: zet terug").click()  # type: ignore[attr-defined]
    assert lists.find(office, spec)[0]["naam"] == "Zuidbarge"
    assert window.message.undo.isVisible()
    assert f"Kern {number}: naam terugzetten" in words(page)


def test_what_cannot_go_back_is_told(open_window: OpenWindow, office: Context) -> None:
    number, spec = made(office), office.spec("kern")
    records.change(office, spec, number, {"naam": "Anders"})
    window = open_window(office)
    page = opened(window, "kern", number)
    button = named(page, QPushButton, "Naam: zet terug")
    records.change(office, spec, number, {"naam": "Zuidbarge"})
    button.click()  # type: ignore[attr-defined]
    assert window.message.text() == "Dit staat er al zo."


def test_a_long_history_comes_in_pieces(open_window: OpenWindow, office: Context) -> None:
    number, spec = made(office), office.spec("kern")
    for at in range(AT_ONCE + 4):
        records.change(office, spec, number, {"toelichting": f"Regel {at}"})
    page = opened(open_window(office), "kern", number)
    assert "Kern opslaan" not in words(page)
    page.more_button.click()
    assert "Kern opslaan" in words(page)


def test_esc_goes_back_to_the_record(window: MainWindow, qtbot: QtBot, settled: Settled) -> None:
    opened(window, "kern", 3)
    press(qtbot, Qt.Key.Key_Escape)
    assert window.page is not None
    assert (window.page.place().kind, window.page.place().number) == ("kern", 3)


def test_a_record_in_the_bin_has_its_history_too(window: MainWindow, example: Context, qtbot: QtBot) -> None:
    number = lists.find(example, example.spec("actiepunt"))[0]["nummer"]
    records.discard(example, example.spec("actiepunt"), number)
    page = opened(window, "actiepunt", number)
    assert "In de prullenbak gelegd." in words(page)
    page.open_record()
    assert window._key == "prullenbak"


def test_differences_are_seen_without_colour_and_show_no_html() -> None:
    assert differences("een <b> twee", "een <b> drie") == (
        "een &lt;b&gt; <s>twee</s>",
        "een &lt;b&gt; <b><u>drie</u></b>",
    )


def test_what_went_with_the_bin_says_when_and_why_and_leads_to_the_list(
    open_window: OpenWindow, office: Context
) -> None:
    number = made(office)
    records.discard(office, office.spec("kern"), number)
    jobs.run(prullenbak_legen.leeg(office))
    window = open_window(office)
    page = opened(window, "kern", number)
    found = words(page)
    assert "Met de prullenbak gewist. Het nummer blijft, de inhoud komt niet terug." in found
    assert f"(gewist op {formats.day(clock.today())}: prullenbak geleegd)" in found
    assert not [text for text in found if "Zuidbarge" in text]
    assert not [each for each in page.findChildren(QPushButton) if each.text() == "Zet terug"]
    page.open_record()
    assert (window._key, window.message.text()) == ("contacten", "")
