"""A list on the screen: rows fetched when painted, places kept, filters, columns, export, all by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from huurdersapp.actions import listed
from huurdersapp.actions.context import Context
from huurdersapp.base.errors import UserError
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.lists.list_side import ListSide
from huurdersapp.ui.lists.model import PAGE
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.place import Place
from tests.ui.lists.conftest import AMOUNT
from tests.ui.lists.helpers import Settled, click, ctrl, key_order, names, opened, shown
from tests.windows import OpenWindow, named, press, type_into

# -- rows ----------------------------------------------------------------------------------------------------------


def test_the_first_page_is_there_at_once_and_the_length_a_moment_later(
    open_window: OpenWindow, many: Context, settled: Settled
) -> None:
    window = open_window(many)
    page = opened(window)
    assert page.pane.model.rowCount() == PAGE
    assert page.pane.status.text() == "telt…"
    assert shown(page, 0) == "Dorp 0000"
    settled(window)
    assert page.pane.model.rowCount() == AMOUNT
    assert page.pane.status.text() == "2.345 kernen"


@pytest.mark.parametrize("order", ["", "-naam", "ligt_in", "-nummer"])
def test_every_row_is_the_one_that_the_store_has_there(
    open_window: OpenWindow, many: Context, settled: Settled, order: str
) -> None:
    window = open_window(many)
    page = opened(window)
    page._order["kern"] = order
    page.load()
    settled(window)
    keys = key_order(many, order)
    model = page.pane.model
    for row in (AMOUNT - 1, AMOUNT // 2, 0, PAGE - 1, PAGE, 2 * PAGE, AMOUNT - PAGE, 1):
        assert model.key(row) == keys[row]


def test_the_scroll_bar_goes_to_the_middle_and_the_end(
    open_window: OpenWindow, many: Context, settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(many)
    page = opened(window)
    settled(window)
    table, keys = page.pane.table, key_order(many)
    bar = table.verticalScrollBar()
    bottom = 0
    for value in (bar.maximum() // 2, bar.maximum()):
        bar.setValue(value)
        table.grab()
        top, bottom = table.rowAt(0), table.rowAt(table.viewport().height() - 20)
        assert [page.pane.model.key(row) for row in (top, bottom)] == [keys[top], keys[bottom]]
    assert bottom == AMOUNT - 1


def test_no_page_is_fetched_twice_while_it_is_shown(
    open_window: OpenWindow, many: Context, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetched: list[object] = []
    real = listed.Listed.page

    def page_of(self: listed.Listed, *given: object, **more: object) -> object:
        fetched.append(given[0] if given else None)
        return real(self, *given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(listed.Listed, "page", page_of)
    window = open_window(many)
    page = opened(window)
    settled(window)
    table = page.pane.table
    assert fetched == [None]
    for row in (0, AMOUNT // 2, AMOUNT // 2 + 1, 0, AMOUNT // 2):
        table.scrollTo(page.pane.model.index(row, 0))
        table.grab()
    assert len(fetched) == len(set(map(str, fetched)))


def test_memory_holds_few_pages_however_far_somebody_scrolls(
    open_window: OpenWindow, many: Context, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huurdersapp.ui.lists.model.KEPT", 3)
    window = open_window(many)
    page = opened(window)
    settled(window)
    for row in range(0, AMOUNT, PAGE):
        page.pane.model.key(row)
    assert len(page.pane.model._pages) == 3


def test_who_scrolls_before_the_length_is_known_gets_the_next_page(
    open_window: OpenWindow, many: Context, monkeypatch: pytest.MonkeyPatch, settled: Settled
) -> None:
    window = open_window(many)
    page = opened(window)
    model = page.pane.model
    assert model.canFetchMore(model.index(-1, -1))
    model.fetchMore(model.index(-1, -1))
    assert model.rowCount() == 2 * PAGE
    assert model.key(PAGE + 7) == key_order(many)[PAGE + 7]
    settled(window)
    assert model.rowCount() == AMOUNT


def test_a_row_reads_aloud_with_its_labels(window: MainWindow, settled: Settled) -> None:
    page = opened(window, "complex")
    settled(window)
    index = page.pane.model.index(0, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Naam: " in spoken
    assert "Verhuurder: " in spoken


# -- walking, opening, sorting -------------------------------------------------------------------------------------


def test_the_detail_follows_the_arrow_keys(window: MainWindow, qtbot: QtBot, settled: Settled) -> None:
    page = opened(window, "verhuurder")
    settled(window)
    assert QApplication.focusWidget() is page.pane.table
    press(qtbot, Qt.Key.Key_Down)
    second = page.pane.model.number(1)
    qtbot.waitUntil(lambda: page.number == second)
    assert page.view.title.text() == shown(page, 1)


def test_sorting_by_a_heading_and_back_says_so(window: MainWindow, settled: Settled, qtbot: QtBot) -> None:
    page = opened(window, "kern")
    settled(window)
    before = names(page)
    head = page.pane.table.horizontalHeader()
    click(qtbot, head.viewport(), QPoint(head.sectionViewportPosition(1) + 10, 8))
    settled(window)
    assert names(page) == before[::-1]
    across = Qt.Orientation.Horizontal
    assert page.pane.model.headerData(1, across) == "▼ Naam"
    assert "aflopend" in page.pane.model.headerData(1, across, Qt.ItemDataRole.AccessibleTextRole)


def test_sorting_goes_by_keyboard_too(window: MainWindow, settled: Settled) -> None:
    page = opened(window, "kern")
    settled(window)
    page.pane.table.sort_wanted.emit("soort")
    settled(window)
    assert page.pane.model.listed is not None
    assert page.pane.model.listed.sorted_by == ("soort", False)


def test_enter_opens_and_esc_goes_back_in_a_narrow_window(
    window: MainWindow, qtbot: QtBot, settled: Settled
) -> None:
    window.resize(1024, 600)
    page = opened(window, "verhuurder")
    settled(window)
    press(qtbot, Qt.Key.Key_Down)
    assert not page.detail.isVisible()
    press(qtbot, Qt.Key.Key_Return)
    assert page.detail.isVisible()
    assert not page.left.isVisible()
    assert named(page, QPushButton, "Terug naar lijst").isVisible()
    assert page.number == page.pane.model.number(1)
    press(qtbot, Qt.Key.Key_Escape)
    assert page.left.isVisible()
    assert not page.detail.isVisible()
    assert QApplication.focusWidget() is page.pane.table


def test_a_link_goes_to_its_record_and_back(window: MainWindow, qtbot: QtBot, settled: Settled) -> None:
    page = opened(window, "complex")
    settled(window)
    link = page.pane.model.link(page.pane.model.index(0, 4))
    assert link is not None
    kind, number, name = link
    assert (kind, name) == ("verhuurder", shown(page, 0, 4))
    page.open_record(page.pane.model.number(0) or 0)
    button = named(page.view, QPushButton, name)
    click(qtbot, button)
    assert (page.kind, page.number) == ("verhuurder", number)
    window.back()
    assert page.kind == "complex"


# -- filters -------------------------------------------------------------------------------------------------------


def test_typing_in_the_search_box_finds_and_esc_is_not_needed(
    open_window: OpenWindow, many: Context, settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(many)
    page = opened(window)
    settled(window)
    ctrl(qtbot, Qt.Key.Key_L)
    assert QApplication.focusWidget() is page.bar.search
    type_into(qtbot, "0042")
    qtbot.waitUntil(lambda: page.pane.model.rowCount() == 1)
    assert names(page) == ["Dorp 0042"]
    page.bar.search.clear()
    qtbot.waitUntil(lambda: page.pane.model.rowCount() >= PAGE)


def test_no_hits_say_so_and_the_filter_can_be_wiped(
    window: MainWindow, qtbot: QtBot, settled: Settled
) -> None:
    page = opened(window)
    page.bar.search.setFocus()
    type_into(qtbot, "xyzxyz")
    qtbot.waitUntil(lambda: page.pane.empty_title.isVisible())
    assert page.pane.empty_title.text() == "Niets gevonden."
    wipe = named(page, QPushButton, "Filter wissen")
    click(qtbot, wipe)
    settled(window)
    assert page.pane.model.rowCount() > 1
    assert page.bar.search.text() == ""


def test_an_empty_list_tells_why_one_would_fill_it(
    open_window: OpenWindow, office: Context, settled: Settled
) -> None:
    page = opened(open_window(office), "complex")
    assert page.pane.empty_title.text() == "Er zijn nog geen complexen."
    assert page.pane.empty_text.text()
    assert named(page, QPushButton, "Nieuw complex").isVisible()


def test_a_ready_filter_is_a_chip(
    open_window: OpenWindow, many: Context, settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(many)
    page = opened(window)
    chip = named(page, QPushButton, "Wijken")
    click(qtbot, chip)
    settled(window)
    assert page.pane.model.rowCount() == AMOUNT // 3 + (AMOUNT % 3 > 1)
    assert set(names(page)[:3]) <= {f"Dorp {number:04}" for number in range(AMOUNT)}


def test_a_filter_is_built_said_in_words_taken_away_and_kept(
    window: MainWindow, qtbot: QtBot, settled: Settled
) -> None:
    page = opened(window, "complex")
    whole = page.pane.model.rowCount()
    page.bar.add_button.click()
    card = page.bar._card
    fields = card.fields  # type: ignore[union-attr]
    fields.setCurrentIndex(fields.findText("Wordt nu verhuurd"))
    card.editor.combo.setCurrentIndex(1)  # type: ignore[union-attr]
    card.add_button.click()  # type: ignore[union-attr]
    assert page.bar._taken[0].text().startswith("Wordt nu verhuurd: nee")  # type: ignore[attr-defined]
    less = page.pane.model.rowCount()
    assert less < whole
    page.bar.keep_button.click()
    type_into(qtbot, "Leeg")
    press(qtbot, Qt.Key.Key_Return)
    assert named(page, QPushButton, "Leeg").isVisible()
    assert page.pane.model.rowCount() == less
    named(page, QPushButton, "Alle").click()  # type: ignore[attr-defined]
    assert page.pane.model.rowCount() == whole
    named(page, QPushButton, "Leeg").click()  # type: ignore[attr-defined]
    assert page.pane.model.rowCount() == less
    page.bar.forget_button.click()
    assert [chip.text() for chip in page.bar.chips] == ["Nu verhuurd", "Alle"]


def test_a_filter_that_cannot_be_read_says_so_in_its_place(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, "complex")
    page.bar.add_button.click()
    card = page.bar._card
    fields = card.fields  # type: ignore[union-attr]
    fields.setCurrentIndex(fields.findText("Bouwjaar"))
    card.editor.setFocus()  # type: ignore[union-attr]
    type_into(qtbot, "oud")
    press(qtbot, Qt.Key.Key_Return)
    assert "‘oud’ kan hier niet." in card.fault.text()  # type: ignore[union-attr]
    press(qtbot, Qt.Key.Key_Escape)
    assert not page.bar.card_open


def test_a_list_from_a_number_has_its_title_and_a_way_to_all(window: MainWindow, settled: Settled) -> None:
    page = opened(window, "kern", where=("soort=wijk",), title="Wijken van ons")
    settled(window)
    assert page.bar.heading.text() == "Wijken van ons"
    some = page.pane.model.rowCount()
    assert page.place().where == ("soort=wijk",)
    page.bar.all_button.click()
    settled(window)
    assert page.pane.model.rowCount() > some
    assert not page.bar.heading.isVisible()


def test_a_list_that_cannot_be_asked_says_so(window: MainWindow) -> None:
    opened(window, "kern")
    window.go(Place("contacten", kind="kern", where=("bestaatniet=1",), title="x"))
    assert "bestaatniet" in window.message.text()


# -- columns and export --------------------------------------------------------------------------------------------


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the platform without a screen
def test_columns_are_chosen_ordered_and_remembered(window: MainWindow, settled: Settled) -> None:
    page = opened(window, "kern")
    dialog = page.choose_columns()
    dialog.list.setCurrentRow(1)
    dialog.down.click()
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    dialog.done_button.click()
    heads = [
        page.pane.model.headerData(at, Qt.Orientation.Horizontal)
        for at in range(page.pane.model.columnCount())
    ]
    assert heads == ["Soort", "▲ Naam", "Ligt in"]
    opened(window, "complex")
    page = opened(window, "kern")
    assert page.pane.model.columnCount() == 3


def test_a_width_that_somebody_made_is_remembered(window: MainWindow) -> None:
    page = opened(window, "kern")
    page.pane.table.horizontalHeader().resizeSection(2, 222)
    opened(window, "complex")
    page = opened(window, "kern")
    assert page.pane.table.columnWidth(2) == 222


def test_an_export_has_the_shown_columns_under_their_labels(
    window: MainWindow, settled: Settled, tmp_path: Path
) -> None:
    page = opened(window, "kern", where=("soort=wijk",), title="Wijken")
    settled(window)
    page._use_columns(["naam", "soort"])
    path = tmp_path / "lijst.xlsx"
    page.export_to(path)
    settled(window)
    found = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    head = next(at for at, row in enumerate(found) if "Naam" in row)
    assert found[head][:2] == ["Naam", "Soort"]
    assert [row[0] for row in found[head + 1 :]] == [
        shown(page, row, 0) for row in range(len(found) - head - 1)
    ]
    assert len(found) - head - 1 == page.pane.model.rowCount() > 1
    assert "lijst.xlsx" in window.message.text()


# -- looks ---------------------------------------------------------------------------------------------------------


def test_work_begins_in_the_list_also_for_who_comes_from_the_navigation(
    window: MainWindow, qtbot: QtBot, settled: Settled
) -> None:
    window.navigation.setFocus()
    window.go_to("advies")
    settled(window)
    assert isinstance(window.page, ListPage)
    assert QApplication.focusWidget() is window.page.pane.table
    page = window.page
    qtbot.waitUntil(lambda: page.number == page.pane.model.number(0))


def test_rows_grow_with_the_letters_and_the_filters_leave_them_room(
    window: MainWindow, settled: Settled
) -> None:
    page = opened(window, "kern")
    settled(window)
    before = page.pane.table.rowHeight(0)
    window.look.set_zoom(200)
    settled(window)
    assert page.pane.table.rowHeight(0) >= 1.8 * before
    assert not any(chip.isVisible() for chip in page.bar.chips)
    assert page.bar.choice.currentText() == "Alle"
    page.bar.choice.activated.emit(page.bar.choice.findText("Wijken"))
    assert {shown(page, row, 2) for row in range(page.pane.model.rowCount())} == {"Wijk"}
    assert not page.bar.export_button.isVisible()
    page.bar.more_button.click()
    assert page.bar.export_button.isVisible()


def test_columns_fill_the_table_and_days_are_never_cut(window: MainWindow, settled: Settled) -> None:
    window.go(Place("advies"))
    page = window.page
    assert isinstance(page, ListPage)
    settled(window)
    table = page.pane.table
    widths = [table.columnWidth(at) for at in range(page.pane.model.columnCount())]
    assert abs(sum(widths) - table.viewport().width()) <= 2
    at = [item.key for item in page.listed().items].index("ontvangen_op")
    assert widths[at] >= table.fontMetrics().horizontalAdvance("88-88-8888") + 12


@pytest.mark.parametrize("kind", ["raadpleging", "energiebezoek", "knelpunt"])
def test_no_column_of_a_register_is_cut_by_the_edge_of_the_list(
    example: Context, open_window: OpenWindow, settled: Settled, kind: str
) -> None:
    window = open_window(example)
    window.resize(1280, 680)
    window.go(Place(kind))
    settled(window)
    page = window.page
    assert isinstance(page, ListPage)
    assert page.pane.table.horizontalScrollBar().maximum() == 0


def test_a_record_far_down_is_found_in_its_list_and_stays_beside_it(
    open_window: OpenWindow, many: Context, settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(many)
    page = opened(window)
    settled(window)
    number = page.pane.model.number(1500)
    page.pane.table.go_to(0)
    opened(window, "complex")
    page = opened(window, "kern", number=number)
    settled(window)
    qtbot.waitUntil(lambda: page.pane.table.row() == 1500)
    assert page.number == number
    page.pane.table.sort_wanted.emit("naam")
    settled(window)
    assert page.number == number
    assert page.pane.number() == number


def test_a_new_record_is_selected_in_a_long_list_too(
    open_window: OpenWindow, many: Context, settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(many)
    page = opened(window)
    settled(window)
    page.new({"naam": "Dorp 1000a"})
    form = page.form
    assert form is not None
    form.save()
    settled(window)
    qtbot.waitUntil(lambda: page.pane.number() == page.number)
    assert shown(page, page.pane.table.row()) == "Dorp 1000a"


def test_too_many_records_are_not_thrown_away_at_once(
    open_window: OpenWindow, many: Context, settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(many)
    page = opened(window)
    settled(window)
    ctrl(qtbot, Qt.Key.Key_A)
    assert page.pane.chosen_count() == AMOUNT
    page._discard_chosen()
    assert window.message.text() == "Dat zijn er te veel tegelijk. Kies er hoogstens 2000."
    assert page.pane.model.rowCount() == AMOUNT


def test_del_throws_away_only_where_the_records_are(
    open_window: OpenWindow, many: Context, settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(many)
    page = opened(window)
    settled(window)
    press(qtbot, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.number == page.pane.model.number(0))
    for elsewhere in (window.navigation, page.bar.findChild(QPushButton)):
        assert elsewhere is not None
        elsewhere.setFocus()
        press(qtbot, Qt.Key.Key_Delete)
        settled(window)
        assert page.pane.model.rowCount() == AMOUNT
    page.view.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    settled(window)
    assert page.pane.model.rowCount() == AMOUNT - 1
    window.navigation.setFocus()
    page.pane.table.go_to(0)
    qtbot.waitUntil(lambda: page.number is not None)
    window.menus.actions["verwijderen"].trigger()
    settled(window)
    assert page.pane.model.rowCount() == AMOUNT - 2


def test_what_goes_wrong_in_the_menu_of_a_row_is_told(
    open_window: OpenWindow, many: Context, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_page: ListSide) -> None:
        raise UserError("De schijf is vol.")

    window = open_window(many)
    page = opened(window)
    settled(window)
    monkeypatch.setattr(ListSide, "export", full)
    menu = QMenu(page)
    page.pane.table.menu_wanted.emit(menu, page.pane.model.index(0, 0))
    next(action for action in menu.actions() if action.text() == "Naar Excel").trigger()
    assert "De schijf is vol." in window.message.text()
