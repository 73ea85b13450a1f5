"""The editors of fields, one by one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from PySide6.QtCore import QDate, QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from huurdersapp.actions import bijlagen, records
from huurdersapp.actions.context import Context
from huurdersapp.base import markup
from huurdersapp.records import ALL
from huurdersapp.records.draft import Fault
from huurdersapp.reports import prose
from huurdersapp.reports.document import Bullets, Paragraph
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms import field_box
from huurdersapp.ui.forms.editors.base import Editor
from huurdersapp.ui.forms.editors.choice import (
    ButtonsEditor,
    ListEditor,
    SubChoiceEditor,
    TickEditor,
    choice_editor,
)
from huurdersapp.ui.forms.editors.day import DayEditor
from huurdersapp.ui.forms.editors.files import FilesEditor, size_in_words
from huurdersapp.ui.forms.editors.links import LinksEditor
from huurdersapp.ui.forms.editors.number import NumberEditor
from huurdersapp.ui.forms.editors.text import LineEditor, ProseEditor
from huurdersapp.ui.look import Look

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def desk(office: Context) -> Iterator[Desk]:
    """A desk without a window."""
    look = Look(office.settings)
    made = Desk(office, look)
    yield made
    made.close()


@pytest.fixture
def shown(qtbot: QtBot, desk: Desk) -> Any:
    """Show an editor and count what it tells."""

    def show(editor: Editor) -> list[None]:
        heard: list[None] = []
        editor.edited.connect(lambda: heard.append(None))
        qtbot.addWidget(editor)
        editor.resize(600, 200)
        editor.show()
        editor.activateWindow()
        qtbot.waitUntil(editor.isActiveWindow)
        editor.first_focus().setFocus()
        return heard

    return show


# -- days ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "day"),
    [("22-11-18", "2018-11-22"), ("gisteren", "2019-09-01"), ("22 nov", "2019-11-22"), ("", None)],
)
def test_a_day_is_typed_freely(desk: Desk, shown: Any, qtbot: QtBot, typed: str, day: str | None) -> None:
    editor = DayEditor(desk)
    heard = shown(editor)
    QTest.keyClicks(editor.line, typed)
    assert editor.value() == day
    assert len(heard) == len(typed)
    editor.finish()
    assert editor.line.text() == ("" if day is None else "-".join(reversed(day.split("-"))))


def test_a_day_is_said_back_in_full_and_nonsense_is_told(desk: Desk, shown: Any, qtbot: QtBot) -> None:
    editor = DayEditor(desk)
    shown(editor)
    QTest.keyClicks(editor.line, "22-11-2026")
    assert editor.said.text() == "zo 22 november 2026"
    QTest.keyClicks(editor.line, "x")
    assert editor.said.text() == ""
    value = editor.value()
    assert isinstance(value, Fault)
    assert value.text.startswith("Dit is geen datum.")


def test_arrows_go_a_day_on_and_back_and_begin_with_today(desk: Desk, shown: Any, qtbot: QtBot) -> None:
    editor = DayEditor(desk)
    shown(editor)
    QTest.keyClick(editor.line, Qt.Key.Key_Up)
    assert editor.value() == "2019-09-02"
    QTest.keyClick(editor.line, Qt.Key.Key_Down)
    QTest.keyClick(editor.line, Qt.Key.Key_Down)
    assert editor.value() == "2019-08-31"


def test_a_day_is_chosen_from_a_dutch_calendar_with_the_keyboard(
    desk: Desk, shown: Any, qtbot: QtBot
) -> None:
    editor = DayEditor(desk)
    editor.set_value("2019-09-02")
    heard = shown(editor)
    popup = editor.open_calendar()
    assert popup.calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    assert popup.calendar.locale().dayName(1) == "maandag"
    view = popup.calendar.focusProxy() or popup.calendar
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert popup.calendar.selectedDate() == QDate(2019, 9, 3)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert editor.value() == "2019-09-03"
    assert len(heard) == 1


def test_yesterday_in_a_concept_is_the_same_day_tomorrow(desk: Desk, shown: Any, qtbot: QtBot) -> None:
    editor = DayEditor(desk)
    shown(editor)
    QTest.keyClicks(editor.line, "gisteren")
    assert editor.typed() == "01-09-2019"


# -- numbers -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "value"),
    [("1.250", 1250), ("1250", 1250), ("12,5", 12.5), ("-3", -3), ("1.234.567,89", 1234567.89), (" ", None)],
)
def test_numbers_are_read_the_dutch_way(
    desk: Desk, shown: Any, qtbot: QtBot, typed: str, value: object
) -> None:
    editor = NumberEditor(desk)
    shown(editor)
    QTest.keyClicks(editor.line, typed)
    assert editor.value() == value


@pytest.mark.parametrize("typed", ["veel", "1.2", "1,2,3", "1e9", "Infinity", "NaN"])
def test_what_is_no_number_is_told_and_kept_as_it_was_typed(
    desk: Desk, shown: Any, qtbot: QtBot, typed: str
) -> None:
    editor = NumberEditor(desk)
    shown(editor)
    QTest.keyClicks(editor.line, typed)
    assert isinstance(editor.value(), Fault), editor.value()
    assert editor.typed() == typed


def test_money_is_kept_in_whole_cents(desk: Desk, shown: Any, qtbot: QtBot) -> None:
    editor = NumberEditor(desk, money=True)
    shown(editor)
    editor.line.insert("€ ")
    QTest.keyClicks(editor.line, "1.234,50")
    assert editor.value() == 123450
    editor.set_value(59605)
    assert (editor.line.text(), editor.value()) == ("596,05", 59605)
    QTest.keyClicks(editor.line, "5")
    assert isinstance(editor.value(), Fault)


# -- text ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Een *ster*, een _streep_, een # en 1. en <b>.",
        "Regel een\nregel twee\n\n\nna twee lege",
        "- een\n- twee\n\n1. eerste\n2. tweede",
        "   begin en eind   ",
        "vaste\N{NO-BREAK SPACE}spatie en \\*",
        "2019. Een jaar",
    ],
)
def test_a_text_that_is_not_edited_stays_sign_by_sign(
    desk: Desk, shown: Any, qtbot: QtBot, text: str
) -> None:
    editor = ProseEditor(desk)
    heard = shown(editor)
    editor.set_value(text)
    assert editor.value() == text
    assert heard == []
    editor.edit.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor.edit, "x")
    assert prose.text_blocks(editor.value()) == prose.text_blocks(text.strip() + "x")
    line = LineEditor(desk)
    line.set_value(text)
    assert line.value() == text


def test_a_text_without_looks_is_only_changed_where_one_types(desk: Desk, shown: Any) -> None:
    editor = ProseEditor(desk)
    shown(editor)
    text = "5* hotel, _streep_, # kop, 1. januari, C:\\map <b>\n\n\n2019. Een\N{NO-BREAK SPACE}jaar"
    editor.set_value(text)
    editor.edit.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor.edit, "!")
    assert editor.value() == text + "!"


def test_a_dash_or_a_number_begins_a_list_and_enter_on_an_empty_item_ends_it(desk: Desk, shown: Any) -> None:
    editor = ProseEditor(desk)
    heard = shown(editor)
    QTest.keyClicks(editor.edit, "1. een")
    QTest.keyClick(editor.edit, Qt.Key.Key_Return)
    QTest.keyClicks(editor.edit, "twee")
    assert editor.numbers.isChecked()
    QTest.keyClick(editor.edit, Qt.Key.Key_Return)
    QTest.keyClick(editor.edit, Qt.Key.Key_Return)
    assert not editor.numbers.isChecked()
    QTest.keyClicks(editor.edit, "- drie")
    assert editor.value() == "1. een\n2. twee\n- drie"
    assert heard


def test_a_list_that_is_cut_in_two_counts_again_from_one(desk: Desk, shown: Any) -> None:
    editor = ProseEditor(desk)
    shown(editor)
    editor.set_value("1. a\n2. b\n3. c\n4. d")
    cursor = QTextCursor(editor.edit.document().findBlockByNumber(1))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    editor.edit.setTextCursor(cursor)
    QTest.keyClick(editor.edit, Qt.Key.Key_Return)
    QTest.keyClick(editor.edit, Qt.Key.Key_Return)
    third = editor.edit.document().findBlockByNumber(3)
    assert third.textList().itemText(third) == "1."
    assert editor.value() == "1. a\n2. b\n\n1. c\n2. d"
    while editor.edit.document().isUndoAvailable():
        editor.edit.undo()
    assert editor.value() == "1. a\n2. b\n3. c\n4. d"
    assert not editor.edit.document().isModified()


def test_backspace_before_an_item_makes_a_line_of_it(desk: Desk, shown: Any) -> None:
    editor = ProseEditor(desk)
    shown(editor)
    editor.set_value("- een")
    QTest.keyClick(editor.edit, Qt.Key.Key_Backspace)
    assert editor.value() == "een"


def test_signs_that_somebody_types_stay_signs(desk: Desk, shown: Any) -> None:
    editor = ProseEditor(desk)
    shown(editor)
    QTest.keyClicks(editor.edit, "*geen* lijst")
    assert editor.value() == "\\*geen\\* lijst"
    (block,) = prose.text_blocks(editor.value())
    assert block == Paragraph("*geen* lijst")


def test_lines_become_a_list_as_the_paper_prints_it_and_lines_again(
    desk: Desk, shown: Any, qtbot: QtBot
) -> None:
    editor = ProseEditor(desk)
    shown(editor)
    editor.set_value("een\ntwee")
    editor.edit.selectAll()
    editor.numbers.click()
    assert editor.value() == "1. een\n2. twee"
    (block,) = prose.text_blocks(editor.value())
    assert isinstance(block, Bullets)
    assert block.numbered
    editor.edit.selectAll()
    editor.dashes.click()
    assert editor.value() == "- een\n- twee"
    editor.edit.selectAll()
    editor.dashes.click()
    assert editor.value() == "een\ntwee"


def test_bold_and_italic_go_by_keys_and_by_buttons_that_show_where_they_are_on(
    desk: Desk, shown: Any
) -> None:
    editor = ProseEditor(desk)
    heard = shown(editor)
    QTest.keyClick(editor.edit, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert editor.bold.isChecked()
    QTest.keyClicks(editor.edit, "vet")
    QTest.keyClick(editor.edit, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor.edit, " plat ")
    editor.italic.click()
    QTest.keyClicks(editor.edit, "schuin")
    assert editor.italic.isChecked()
    assert editor.value() == "**vet** plat *schuin*"
    editor.edit.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClick(editor.edit, Qt.Key.Key_Right)
    assert (editor.bold.isChecked(), editor.italic.isChecked()) == (True, False)
    heard.clear()
    editor.edit.selectAll()
    editor.bold.click()
    assert heard
    QTest.keyClick(editor.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.value() == "**vet** plat *schuin*"


def test_tab_leaves_the_field(desk: Desk, shown: Any) -> None:
    editor = ProseEditor(desk)
    shown(editor)
    editor.edit.setFocus()
    QTest.keyClicks(editor.edit, "a")
    QTest.keyClick(editor.edit, Qt.Key.Key_Tab)
    assert editor.value() == "a"


@given(st.text("ab* \n.-\\1é_#<&\N{NO-BREAK SPACE}", max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_what_is_shown_and_edited_says_the_same_in_the_same_looks(desk: Desk, text: str) -> None:
    editor = ProseEditor(desk)
    editor.set_value(text)
    editor.edit.document().setModified(True)
    assert markup.read(editor.value() or "") == markup.tidy(markup.read(text))
    assert prose.text_blocks(editor.value() or "") == prose.text_blocks(text)
    editor.set_typed(editor.typed())
    assert markup.read(editor.value() or "") == markup.tidy(markup.read(text))
    editor.deleteLater()


PAGE = (
    "<h1 style='color:red'>Kop</h1><p>Een <b>vet</b> en <em style='font-size:40pt'>schuin</em> woord"
    "<img src='http://voorbeeld.invalid/x.png'></p><p><a href='http://voorbeeld.invalid'>koppeling</a></p>"
    "<ul><li>a</li><li>b</li></ul><ol><li>c</li><li>d</li></ol>"
)


def test_a_web_page_is_pasted_with_its_words_lists_bold_and_italic_only(desk: Desk, shown: Any) -> None:
    editor = ProseEditor(desk)
    shown(editor)
    data = QMimeData()
    data.setHtml(PAGE)
    editor.edit.insertFromMimeData(data)
    assert editor.value() == ("**Kop**\n\nEen **vet** en *schuin* woord\n\nkoppeling\n- a\n- b\n1. c\n2. d")
    looks = {piece for line in editor.edit.lines() for piece in (each.text for each in line.pieces)}
    assert "koppeling" in looks
    assert "font-size" not in editor.edit.toHtml().split("<body", 1)[1].split(">", 1)[1]
    assert "color" not in editor.edit.toHtml().split("<body", 1)[1]


def test_plain_text_is_pasted_with_its_lists_and_within_a_line_as_it_is(desk: Desk, shown: Any) -> None:
    editor = ProseEditor(desk)
    shown(editor)
    for text in ("Begin", " en **meer**", "\n- a\n- b"):
        data = QMimeData()
        data.setText(text)
        editor.edit.insertFromMimeData(data)
    assert editor.value() == "Begin en **meer**\n- a\n- b"


def test_what_is_copied_has_no_letters_of_this_window(desk: Desk, shown: Any) -> None:
    editor = ProseEditor(desk)
    shown(editor)
    editor.set_value("een **vet** woord\n- a")
    editor.edit.selectAll()
    data = editor.edit.createMimeDataFromSelection()
    assert "font-" not in data.html()
    editor.edit.insertFromMimeData(data)
    assert editor.value() == "een **vet** woord\n- a"


def test_the_letters_grow_with_the_zoom(desk: Desk, shown: Any) -> None:
    editor = ProseEditor(desk)
    shown(editor)
    editor.set_value("**vet**\n- a\n- b\n- c\n- d")
    before = editor.edit.height(), editor.edit.document().size().height()
    desk.look.set_zoom(200)
    editor.ensurePolished()
    QApplication.processEvents()
    assert editor.edit.minimumHeight() > 1.7 * before[0]
    assert editor.edit.document().size().height() > 1.7 * before[1]
    desk.look.set_zoom(100)


# -- choices -------------------------------------------------------------------------------------------------------


def test_a_few_choices_are_buttons_with_digits_arrows_and_backspace(
    desk: Desk, shown: Any, qtbot: QtBot
) -> None:
    choices = ALL["raadpleging"].fields["anonimiteit"].choices
    assert choices is not None
    editor = choice_editor(desk, choices, empty=True)
    assert isinstance(editor, ButtonsEditor)
    heard = shown(editor)
    QTest.keyClicks(editor.first_focus(), "2")
    assert editor.value() == "naar_keuze"
    QTest.keyClick(editor.first_focus(), Qt.Key.Key_Right)
    assert editor.value() == "altijd_anoniem"
    assert QApplication.focusWidget() is editor.buttons["altijd_anoniem"]
    QTest.keyClick(editor.first_focus(), Qt.Key.Key_Backspace)
    assert editor.value() is None
    editor.buttons["op_naam"].click()
    editor.buttons["op_naam"].click()
    assert editor.value() is None
    assert len(heard) == 5


def test_more_choices_are_a_list_in_which_one_types(desk: Desk, shown: Any, qtbot: QtBot) -> None:
    choices = ALL["knelpunt"].fields["bron"].choices
    assert choices is not None
    editor = choice_editor(desk, choices, empty=True)
    assert isinstance(editor, ListEditor)
    heard = shown(editor)
    QTest.keyClicks(editor.combo, "spr")
    assert editor.value() == "spreekuur"
    assert heard
    editor.set_value("van een nieuwer programma")
    assert editor.value() == "van een nieuwer programma"


def test_a_part_of_a_category_is_offered_only_with_that_category(desk: Desk, shown: Any) -> None:
    choices = ALL["knelpunt"].fields["subcategorie"].choices
    assert choices is not None
    editor = choice_editor(desk, choices, empty=True)
    assert isinstance(editor, SubChoiceEditor)
    heard = shown(editor)
    editor.set_value("vocht_badkamer")
    editor.follow("vocht_schimmel")
    assert editor.value() == "vocht_badkamer"
    offered = [editor.combo.itemData(at) for at in range(1, editor.combo.count())]
    parents = {item.parent for item in choices.items if item.key in offered}
    assert parents == {"vocht_schimmel"}
    assert heard == []
    editor.follow("onderhoud")
    assert editor.value() is None
    assert len(heard) == 1


def test_a_tick_is_yes_or_no(desk: Desk, shown: Any, qtbot: QtBot) -> None:
    editor = TickEditor(desk, "Vertrouwelijk")
    heard = shown(editor)
    QTest.keyClick(editor.box, Qt.Key.Key_Space)
    assert editor.value() is True
    assert len(heard) == 1


# -- links and files -----------------------------------------------------------------------------------------------


def test_links_are_added_once_and_taken_away_by_their_button(desk: Desk, shown: Any, qtbot: QtBot) -> None:
    for name in ("Emmen", "Erica"):
        records.create(desk.ctx, ALL["kern"], [{"naam": name}])
    editor = LinksEditor(desk, "kern")
    shown(editor)
    editor.set_value([1])
    QTest.keyClick(editor.finder, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: editor.finder.hits is not None)
    hits = editor.finder.hits
    assert hits is not None
    assert [hits.item(row).text().split("\n")[0] for row in range(hits.count())] == ["Erica"]
    QTest.keyClick(editor.finder, Qt.Key.Key_Return)
    assert editor.value() == [1, 2]
    first = next(each for each in editor.row.findChildren(QPushButton) if each.text() == "Emmen")
    assert first.accessibleName() == "Emmen weghalen"
    first.click()
    assert editor.value() == [2]


def bring(bot: QtBot, editor: FilesEditor, *paths: Path) -> None:
    """Bring files in, and wait until they are there."""
    editor.bring(list(paths))
    bot.waitUntil(lambda: not editor.desk.runner.jobs, timeout=20_000)


def test_a_file_is_brought_in_and_comes_out_as_it_was(
    desk: Desk, shown: Any, qtbot: QtBot, tmp_path: Path
) -> None:
    photo = tmp_path / "foto.jpg"
    photo.write_bytes(b"beeld" * 1000)
    editor = FilesEditor(desk)
    heard = shown(editor)
    bring(qtbot, editor, photo)
    (line,) = editor.value()
    assert (line["naam"], line["grootte"]) == ("foto.jpg", 5000)
    assert bijlagen.content(desk.ctx, line["inhoud"]) == photo.read_bytes()
    assert heard
    remove = next(each for each in editor.findChildren(QPushButton) if each.text() == "Weghalen")
    remove.click()
    assert editor.value() == []
    editor.back.click()
    assert editor.value() == [line]


def test_a_file_that_is_not_there_is_told_and_adds_nothing(
    desk: Desk, shown: Any, qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[str] = []
    desk.said.connect(lambda text, _tone, _undo: said.append(text))
    editor = FilesEditor(desk)
    shown(editor)
    (tmp_path / "foto.jpg").write_bytes(b"beeld")
    bring(qtbot, editor, tmp_path / "weg.pdf", tmp_path / "foto.jpg")
    assert [line["naam"] for line in editor.value()] == ["foto.jpg"]
    assert "bestaat niet" in said[0]


def test_a_mark_is_made_fit_for_paper_and_another_one_comes_in_its_place(
    desk: Desk, shown: Any, qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[str] = []
    desk.said.connect(lambda text, _tone, _undo: said.append(text))
    editor = field_box.editor_of(desk, desk.ctx.spec("briefpapier").part["beeldmerk"])
    assert isinstance(editor, FilesEditor)
    shown(editor)
    assert editor.add.text() == "Beeldmerk kiezen…"
    for name in ("een.gif", "twee.gif"):
        Image.new("RGB", (60, 20), "red").save(tmp_path / name)
    bring(qtbot, editor, tmp_path / "een.gif")
    bring(qtbot, editor, tmp_path / "twee.gif")
    (line,) = editor.value()
    assert line["naam"] == "twee.png"
    (tmp_path / "stuk.png").write_bytes(b"geen beeld")
    bring(qtbot, editor, tmp_path / "stuk.png")
    assert editor.value() == [line]
    assert "geen beeld dat op papier kan" in said[-1]


@pytest.mark.parametrize(("size", "words"), [(10, "1 kB"), (5000, "5 kB"), (2_500_000, "2,4 MB"), (None, "")])
def test_a_size_is_said_as_people_do(size: int | None, words: str) -> None:
    assert size_in_words(size) == words
