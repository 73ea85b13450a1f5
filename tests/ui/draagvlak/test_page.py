"""The board before the window: a key for each answer, many doors at once, the count that follows, and the way back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from huurdersapp.actions import (
    history,
    records,
    renovatie_antwoord,
    renovatie_sluiten,
    renovatie_stand,
    renovatie_voorstel,
)
from huurdersapp.actions.context import Context
from huurdersapp.records.draagvlak import Telling
from huurdersapp.ui.draagvlak.board import Board
from huurdersapp.ui.draagvlak.doors import Choice
from huurdersapp.ui.draagvlak.model import DIM
from huurdersapp.ui.pages.draagvlak import BoardPage
from huurdersapp.ui.place import Place
from tests.actions.renovatie import listed
from tests.journeys.keyboard import Person
from tests.ui.draagvlak.conftest import FLAT, ROW, home, key, stand_at
from tests.ui.test_access import SIZES, faults

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Calm = Callable[[], None]
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def square(page: BoardPage, number: int) -> str:
    """The words in the square of a home."""
    return str(page.board.board.of_home(number).data()).replace("\n", ": ")


def test_the_doors_stand_as_in_the_building_with_the_count_beside_them(me: Person, flat: BoardPage) -> None:
    model = flat.board.board
    assert model.grid.rows == ("verdieping 3", "verdieping 2", "verdieping 1", "begane grond")
    assert [column.words() for column in model.grid.columns][2:4] == [
        "portiek A, deur 3",
        "portiek B, deur 1",
    ]
    assert [square(flat, at) for at in (1, 16, 17, 18)] == [
        "2: Ja",
        "32: Nee",
        "34: Leeg",
        "36: Niet benaderd",
    ]
    assert model.index(0, 5).data(Qt.ItemDataRole.AccessibleTextRole) == "Geen woning"
    assert me.heading == "Draagvlak: Flat"
    assert flat.summary.verdict.text() == "Nog 1 nodig: 15 van de 16."
    assert flat.summary.share.text() == "68,18\u00a0% van de huurders stemde in."
    told = {what: button.words for what, button in flat.summary.counts.items()}
    assert told == {
        "huurders": "22 huurders tellen mee",
        "ja": "15 keer ja",
        "nee": "1 keer nee",
        "open": "6 zonder antwoord",
        "leeg": "1 lege woning",
        "alle": "23 in totaal",
    }


def test_each_number_opens_a_list_of_that_length(
    me: Person, flat: BoardPage, street: Context, calm: Calm
) -> None:
    shown = [*flat.summary.counts.values(), flat.summary.spoken, *flat.details.staircases.counts.values()]
    assert len(shown) == 15
    for button in shown:
        place = button._place
        assert place is not None
        assert place.kind == "renovatiewoning"
        found = len(listed(street, place.where))
        assert button.words.split()[0] == str(found), button.words
    flat.details.staircases.counts["portiek B", "ja"].click()
    calm()
    assert me.window.page is not flat
    assert me.window.page is not None
    assert me.window.page.place().kind == "renovatiewoning"


def test_a_key_answers_counts_and_is_taken_back(
    me: Person, flat: BoardPage, street: Context, calm: Calm
) -> None:
    board = stand_at(flat, 18)
    me.press("J")
    assert square(flat, 18) == "36: Ja"  # before anything was read again
    calm()
    assert me.message == "Dreef 36: ja."
    assert flat.summary.verdict.text() == "70 % is gehaald: 16 nodig, 16 gegeven."
    assert home(street, 18)["instemming_op"] == "2019-09-02"
    assert me.focus is board
    assert board.chosen() == [18]
    me.press("Ctrl+Z")
    calm()
    assert square(flat, 18) == "36: Niet benaderd"
    assert flat.summary.verdict.text() == "Nog 1 nodig: 15 van de 16."
    assert me.focus is board
    assert board.chosen() == [18]


def test_every_answer_has_its_key_and_its_button(me: Person, flat: BoardPage, street: Context) -> None:
    for which, answer in (("N", "nee"), ("G", "geen_reactie"), ("B", "niet_benaderd"), ("L", "leeg")):
        stand_at(flat, 1)
        me.press(which)
        assert home(street, 1)["instemming"] == answer
        stand_at(flat, 2)
        button = flat.keys.buttons[which.lower()]
        assert button.text().endswith(f"({which})")
        button.click()
        assert home(street, 2)["instemming"] == answer
        assert me.focus is flat.board


def test_many_answers_in_a_row_all_arrive_in_order(
    me: Person, flat: BoardPage, street: Context, calm: Calm
) -> None:
    me.window.go(Place("draagvlak", ROW))
    calm()
    board = flat.board
    board.go_to(24)
    for _round in range(2):
        for answer in (Qt.Key.Key_J, Qt.Key.Key_N):
            key(board, Qt.Key.Key_Home, CTRL)
            for _door in range(9):
                key(board, answer)
                key(board, Qt.Key.Key_Right)
    calm()
    assert {home(street, number)["instemming"] for number in range(24, 33)} == {"nee"}
    assert {square(flat, number).split(": ")[1] for number in range(24, 33)} == {"Nee"}
    assert me.focus is board
    steps = history.next_undo(street)
    assert steps is not None


def test_many_doors_are_answered_at_once_and_taken_back_at_once(
    me: Person, flat: BoardPage, street: Context, calm: Calm
) -> None:
    board = stand_at(flat, 18)
    for _times in range(2):
        key(board, Qt.Key.Key_Right, SHIFT)
    assert board.chosen() == [18]  # the last door of its row
    key(board, Qt.Key.Key_Up, SHIFT)
    assert sorted(board.chosen()) == [18, 21]
    assert flat.keys.about.text() == "2 deuren gekozen:"
    me.press("N")
    calm()
    assert me.message == "2 deuren: nee."
    assert [home(street, number)["instemming"] for number in (18, 21)] == ["nee", "nee"]
    assert sorted(board.chosen()) == [18, 21]
    me.press("Ctrl+Z")
    calm()
    assert [square(flat, number) for number in (18, 21)] == ["36: Niet benaderd", "42: Niet benaderd"]


def test_headings_and_keys_select_rows_and_columns(flat: BoardPage) -> None:
    board = stand_at(flat, 4)
    key(board, Qt.Key.Key_Space, SHIFT)
    assert board.chosen() == [4, 5, 6, 16, 17, 18]
    stand_at(flat, 4)
    key(board, Qt.Key.Key_Space, CTRL)
    assert sorted(board.chosen()) == [1, 4, 7, 10]
    header = board.horizontalHeader()
    QTest.mouseClick(
        header.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(header.sectionViewportPosition(1) + 20, 10),
    )
    assert sorted(board.chosen()) == [2, 5, 8, 11]


def test_arrows_read_on_and_pass_over_what_is_no_home(flat: BoardPage) -> None:
    board = stand_at(flat, 23)
    key(board, Qt.Key.Key_Right)
    assert board.here() == 7  # the first of the next storey, as one reads
    key(board, Qt.Key.Key_Left)
    assert board.here() == 23
    stand_at(flat, 21)
    key(board, Qt.Key.Key_Up)
    assert board.here() == 23  # above it is nobody: the nearest one
    key(board, Qt.Key.Key_End, CTRL)
    assert board.chosen() == [15]
    key(board, Qt.Key.Key_Right)
    assert board.here() == 15
    key(board, Qt.Key.Key_Home, CTRL)
    key(board, Qt.Key.Key_Left)
    assert board.here() == 10
    key(board, Qt.Key.Key_PageDown)
    assert board.here() in (1, 4, 7)


def test_a_pile_of_forms_of_another_day_goes_in_with_one_key_each(
    me: Person, flat: BoardPage, street: Context
) -> None:
    flat.keys.day.set_value("2019-08-27")
    flat.keys.form.setCurrentIndex(flat.keys.form.findData("akkoordverklaring"))
    stand_at(flat, 19)
    me.press("J", "Right", "N")
    saved = [home(street, number) for number in (19, 20)]
    assert [(one["instemming"], one["instemming_op"], one["vorm"]) for one in saved] == [
        ("ja", "2019-08-27", "akkoordverklaring"),
        ("nee", "2019-08-27", "akkoordverklaring"),
    ]
    flat.keys.day.set_value("2019-02-28")
    stand_at(flat, 21)
    me.press("J")
    assert me.message.startswith("Er is niets opgeslagen. Dreef 42: Dit antwoord is van vóór versie 1")
    assert home(street, 21)["instemming"] == "niet_benaderd"
    assert me.focus is flat.board


def test_the_same_answer_again_keeps_its_own_day(me: Person, flat: BoardPage, street: Context) -> None:
    stand_at(flat, 1)
    me.press("J")
    assert me.message == "Er is niets veranderd: zo stond het al."
    assert home(street, 1)["instemming_op"] == "2019-06-10"


def test_a_day_that_cannot_be_read_is_told_where_it_stands(
    me: Person, flat: BoardPage, street: Context
) -> None:
    flat.keys.day.line.setText("overmorgenavond")
    stand_at(flat, 18)
    me.press("J")
    assert me.focus is flat.keys.day.line
    assert home(street, 18)["instemming"] == "niet_benaderd"


def test_what_we_heard_is_apart_and_only_where_it_is_kept(
    me: Person, flat: BoardPage, street: Context, calm: Calm
) -> None:
    stand_at(flat, 18)
    me.press("2")
    calm()
    assert me.message == "Dreef 36: peiling: twijfelt."
    assert flat.board.board.of_home(18).data(Qt.ItemDataRole.AccessibleTextRole).endswith("peiling: twijfelt")
    assert flat.summary.verdict.text() == "Nog 1 nodig: 15 van de 16."
    told = [line.text() for line in flat.details.what_if._lines if line.isVisibleTo(flat)]
    assert "Als alle twijfelaars ja zeggen: 16 keer ja, 16 nodig. Dan is het gehaald." in told
    me.window.go(Place("draagvlak", ROW))
    calm()
    assert not flat.keys.sounding.isVisible()
    me.press("2")
    assert me.message.startswith("Deze toets doet hier niets.")


def test_a_small_row_says_that_the_law_presumes_nothing(me: Person, flat: BoardPage, calm: Calm) -> None:
    me.window.go(Place("draagvlak", ROW))
    calm()
    assert flat.summary.presumed.text().startswith("Bij minder dan 10 woningen zegt 70 % niets voor de wet.")
    assert not flat.board.stairs.isVisible()
    assert flat.board.board.grid.rows[0].startswith("1 – ")


def test_a_filter_dims_and_keeps_every_place(me: Person, flat: BoardPage) -> None:
    flat.chips.buttons[Choice("open")].click()
    model = flat.board.board
    assert model.rowCount() == 4
    assert [model.of_home(at).data(DIM) for at in (1, 17, 18)] == [True, True, False]
    stand_at(flat, 1)
    flat.board.selectAll()
    assert flat.board.chosen() == [22, 23, 19, 20, 21, 18]
    flat.chips.buttons[Choice("trappenhuis", "portiek B")].click()
    assert [model.of_home(at).data(DIM) for at in (1, 17, 18)] == [True, False, False]
    assert [button.isChecked() for button in flat.chips.buttons.values()] == [False] * 5 + [True]


def test_contact_and_the_number_of_a_form_have_a_small_form(
    me: Person, flat: BoardPage, street: Context, calm: Calm
) -> None:
    stand_at(flat, 18)
    me.press("C")
    form = flat._small
    assert form is not None
    assert form.isAncestorOf(me.focus)
    form.fields.boxes["terug_op"].editor.set_value("2019-09-09")
    me.press("Ctrl+S")
    calm()
    (line,) = records.show(street, street.spec("renovatiewoning"), 18)["contacten"]
    assert (line["datum"], line["wijze"], line["terug_op"]) == ("2019-09-02", "deur", "2019-09-09")
    assert me.focus is flat.board
    assert "terugkomen op 9 september 2019" in flat.board.board.of_home(18).data(
        Qt.ItemDataRole.AccessibleTextRole
    )
    me.press("F")
    assert me.message.startswith("Dreef 36 heeft nog geen antwoord.")
    stand_at(flat, 1)
    me.press("F").type("DR-001").press("Ctrl+S")
    calm()
    assert home(street, 1)["formulier"] == "DR-001"
    assert home(street, 1)["instemming_op"] == "2019-06-10"
    stand_at(flat, 2)
    me.press("F").type("dr-001").press("Ctrl+S")
    assert "Formulier dr-001 is al geteld bij Dreef 2." in me.message
    me.press("Esc")
    assert flat._small is None
    stand_at(flat, 1)
    me.press("F").press("Ctrl+A", "Delete", "Ctrl+S")
    calm()
    emptied = home(street, 1)
    assert (emptied["formulier"], emptied["instemming"], emptied["instemming_op"]) == (
        None,
        "ja",
        "2019-06-10",
    )
    assert me.focus is flat.board


def test_enter_opens_the_home_and_esc_the_project(me: Person, flat: BoardPage, calm: Calm) -> None:
    stand_at(flat, 5)
    me.press("Return").settle()
    page = me.window.page
    assert page is not None
    assert (page.place().kind, page.place().number) == ("renovatiewoning", 5)
    me.window.back()
    calm()
    assert flat.board.here() == 5
    me.press("Esc").settle()
    page = me.window.page
    assert page is not None
    assert (page.place().kind, page.place().number) == ("renovatieproject", 1)


def test_a_worry_is_counted_for_the_building(
    me: Person, flat: BoardPage, street: Context, calm: Calm
) -> None:
    flat.worries.more["overlast"].click()
    flat.worries.more["overlast"].click()
    flat.worries.fewer["overlast"].click()
    flat.worries.fewer["planning"].click()
    assert me.message == "Er is niets om af te halen."
    calm()
    assert flat.worries.counts["overlast"].text() == "1"
    (line,) = records.show(street, street.spec("bouwkundige_eenheid"), FLAT)["zorgen"]
    assert (line["onderwerp"], line["aantal"]) == ("overlast", 1)


def test_what_is_changed_elsewhere_is_seen(me: Person, flat: BoardPage, street: Context, calm: Calm) -> None:
    renovatie_antwoord.answer(street, [18, 19], "ja")
    calm()
    assert square(flat, 19) == "38: Ja"
    proposal = {"datum": "2019-09-01", "wijziging": "Minder huur"}
    renovatie_voorstel.propose(street, 1, proposal, "sommige", [1, 2])
    calm()
    assert (
        flat.board.board.of_home(1)
        .data(Qt.ItemDataRole.AccessibleTextRole)
        .endswith("moet opnieuw antwoorden, op versie 2")
    )
    assert flat.summary.verdict.text() == "Nog 1 nodig: 15 van de 16."


def test_one_square_is_painted_anew_and_a_new_home_leaves_the_selection(
    me: Person, flat: BoardPage, street: Context, calm: Calm
) -> None:
    board, told = stand_at(flat, 18), list[int]()

    def changed(first: QModelIndex, _last: QModelIndex) -> None:
        door = board.board.door(first)
        told.extend([door.nummer] if door is not None else [])

    board.board.dataChanged.connect(changed)
    me.press("J")
    assert told == [18]
    calm()
    assert set(told) == {18}  # the day and the version follow
    key(board, Qt.Key.Key_Up, SHIFT)
    added = {"eenheid": FLAT, "straat": "Dreef", "huisnummer": 1, "trappenhuis": "portiek A", "verdieping": 7}
    records.create(street, street.spec("renovatiewoning"), [{**added, "deur": 9}])
    calm()
    assert board.board.grid.rows[0] == "verdieping 7"
    assert sorted(board.chosen()) == [18, 21]
    assert board.here() == 21
    assert flat.keys.about.text() == "2 deuren gekozen:"


def test_a_closed_project_is_only_looked_at(me: Person, flat: BoardPage, street: Context, calm: Calm) -> None:
    renovatie_sluiten.close(street, 1, sure=True)
    calm()
    assert flat.notice.isVisible()
    assert flat.notice.text().startswith("Dit project is afgesloten op 02-09-2019.")
    assert not flat.keys.isVisible()
    assert not flat.worries.more["overlast"].isVisible()
    stand_at(flat, 18)
    me.press("J")
    assert me.message.startswith("Dit project is afgesloten.")
    assert home(street, 18)["instemming"] == "niet_benaderd"


def test_a_building_without_homes_says_what_to_do(
    me: Person, flat: BoardPage, street: Context, calm: Calm
) -> None:
    records.create(street, street.spec("bouwkundige_eenheid"), [{"naam": "Leeg", "project": 1}])
    me.window.go(Place("draagvlak", 3))
    calm()
    assert flat.none.isVisible()
    assert not flat.board.isVisible()
    assert me.focus is flat.to_unit
    me.press("Space").settle()
    page = me.window.page
    assert page is not None
    assert page.place().kind == "bouwkundige_eenheid"


def test_a_screen_reader_hears_each_square_and_the_answer(me: Person, flat: BoardPage, calm: Calm) -> None:
    board = stand_at(flat, 18)
    table = QAccessible.queryAccessibleInterface(board)
    assert table.role() == QAccessible.Role.Table
    assert table.text(QAccessible.Text.Name) == "Deuren"
    at = board.board.of_home(18)
    told = "Dreef 36, verdieping 1, portiek B: "
    assert spoken(board).count(told + "nog niet benaderd") == 1
    assert {"verdieping 1", "portiek B, deur 3", "Geen woning"} <= set(spoken(board))
    assert table.focusChild().text(QAccessible.Text.Name) == told + "nog niet benaderd"
    state = table.focusChild().state()
    assert state.selected
    assert state.focused
    assert state.selectable
    me.press("J")
    calm()
    assert told + "ja, 2 september 2019, versie 1" in spoken(board)
    assert at == board.currentIndex()
    assert me.message == "Dreef 36: ja."  # the bar speaks what it says


def spoken(board: Board) -> list[str]:
    """What a screen reader says of each square and heading."""
    table = QAccessible.queryAccessibleInterface(board)
    return [table.child(at).text(QAccessible.Text.Name) for at in range(table.childCount())]


def test_squares_and_columns_grow_with_the_letters_and_the_count_stays_in_sight(
    me: Person, flat: BoardPage, calm: Calm
) -> None:
    board = flat.board
    before = board.rowHeight(0), board.columnWidth(0)
    me.window.look.set_zoom(200)
    calm()
    assert board.rowHeight(0) >= 1.9 * before[0]
    assert board.columnWidth(0) >= 1.9 * before[1]
    assert flat.summary.verdict.isVisible()
    assert flat.summary.verdict.parentWidget() is flat
    me.until(
        lambda: board.viewport().visibleRegion().contains(board.visualRect(board.currentIndex()).center())
    )
    assert board.horizontalScrollBar().maximum() > 0
    me.window.look.set_zoom(100)
    calm()
    assert (board.rowHeight(0), board.columnWidth(0)) == before
    assert flat.right_area.isVisible()


def test_the_bar_reaches_its_line_exactly_when_it_is_reached(flat: BoardPage) -> None:
    bar = flat.summary.bar
    for tenants in (*range(1, 24), 100, 169):
        for yes in range(tenants + 1):
            count = Telling(ja=yes, niet_benaderd=tenants - yes)
            bar.show_count(count)
            for width in (61, 308, 1200):
                end, _no, line = bar.edges(width)
                assert (end >= line) == count.gehaald, (count, width)
                assert count.gehaald or end == 0 or line - end >= 3  # so that it is seen


def test_what_it_adds_up_to_is_what_the_store_says(
    me: Person, flat: BoardPage, street: Context, calm: Calm
) -> None:
    stand_at(flat, 18)
    me.press("J", "Left", "N", "Left", "L", "Up", "G")
    calm()
    with street.store.reading() as db:
        told = renovatie_stand.verdict(renovatie_stand.telling(db, FLAT))
    assert flat.summary.verdict.text() == told


@pytest.mark.parametrize(("width", "height", "zoom"), SIZES)
def test_it_is_heard_reached_hit_and_seen_whole(
    me: Person, flat: BoardPage, calm: Calm, width: int, height: int, zoom: int
) -> None:
    me.window.look.set_zoom(zoom)
    me.window.resize(width, height)
    calm()
    assert (me.window.width(), me.window.height()) == (width, height)
    assert list(faults(me.window, flat)) == []
    me.press("C")
    calm()
    assert list(faults(me.window, flat)) == []


def test_with_large_letters_a_small_form_is_seen_from_its_first_field(
    me: Person, flat: BoardPage, calm: Calm
) -> None:
    me.window.resize(1024, 600)
    me.window.look.set_zoom(200)
    calm()
    me.press("C")
    calm()
    field, area = me.focus, flat.left_area.viewport()
    assert me.name == "Datum"
    top = field.mapTo(area, QPoint(0, 0)).y()
    assert 0 <= top <= area.height() - field.height()
