"""The akkoord on the screen: all of it, in its own order, to search, to filter, to load and to write."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPushButton, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from huurdersapp.actions import akkoord, akkoord_lezen, lists
from huurdersapp.actions.akkoord_telling import counted
from huurdersapp.actions.context import Context
from huurdersapp.actions.related import related
from huurdersapp.base import jobs
from huurdersapp.base.period import parse
from huurdersapp.records.text import fold
from huurdersapp.ui.akkoord.empty import supplied
from huurdersapp.ui.akkoord.filtering import Filter
from huurdersapp.ui.akkoord.points import WHOLE, Text
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.akkoord import AkkoordPage
from huurdersapp.ui.place import Place
from tests.akkoorden import FOREIGN
from tests.windows import OpenWindow, named, press, type_into

CTRL = Qt.KeyboardModifier.ControlModifier
Settled = Callable[[MainWindow], None]
Shown = Callable[..., AkkoordPage]


@pytest.fixture
def shown(settled: Settled) -> Shown:
    """Go to the akkoord in a window and wait until it is there."""

    def show(
        window: MainWindow, number: int | None = None, kind: str | None = None, **more: object
    ) -> AkkoordPage:
        window.go(Place("akkoord", number, kind=kind, **more))  # type: ignore[arg-type]  # as a page names them
        settled(window)
        page = window.page
        assert isinstance(page, AkkoordPage)
        return page

    return show


def text_of(ctx: Context, number: int | None = None) -> Text:
    reading = akkoord_lezen.read(ctx, number)
    assert reading is not None
    return Text(reading)


def points_of_file(ctx: Context, number: int | None = None) -> Iterator[tuple[str, str, str]]:
    """Kind, code and text of every point in the order of the akkoord file."""
    whole = akkoord.whole(ctx, number)
    for punt in whole.werkafspraken:
        yield "afspraak", punt.code, punt.tekst
    for thema in whole.themas:
        yield "thema", thema.code, thema.naam
        for doel in thema.doelen:
            yield "doel", doel.code, doel.tekst
            yield from (("afspraak", one.code, one.tekst) for one in doel.afspraken)
            yield from (("indicator", one.code, one.tekst) for one in doel.indicatoren)


def terms(words: str) -> tuple[str, ...]:
    return tuple(fold(words))


def keys(page: AkkoordPage) -> list[tuple[str, int]]:
    return [row.key for row in page.view.list.rows if isinstance(row.key, tuple)]


# -- what it says ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("which", ["emmen", "andersstad"])
def test_every_point_is_shown_in_the_order_of_the_akkoord(which: str, request: pytest.FixtureRequest) -> None:
    if which == "emmen":
        ctx = request.getfixturevalue("example")
    else:
        ctx = request.getfixturevalue("office")
        jobs.run(akkoord.load(ctx, FOREIGN))
    text = text_of(ctx)
    rows, _hits = text.rows(WHOLE, Filter())
    found = []
    for row in rows:
        point = text.find(row.key) if isinstance(row.key, tuple) else None
        if point is not None and point.kind in ("thema", "doel", "afspraak", "indicator"):
            assert point.code in row.text()
            assert point.text in row.text()
            found.append((point.kind, point.code, point.text))
    assert found == list(points_of_file(ctx))
    counted = {kind: sum(one[0] == kind for one in found) for kind in ("afspraak", "indicator")}
    assert counted == {kind: lists.count(ctx, ctx.spec(kind)) for kind in counted}


def test_all_texts_of_the_file_stand_on_the_screen_or_are_found(example: Context) -> None:
    text = text_of(example)
    whole = msgspec.to_builtins(akkoord.whole(example))
    rows, _hits = text.rows(WHOLE, Filter())
    on_screen = "\n".join(row.text() for row in rows)
    for thema in whole["themas"]:
        for doel in thema["doelen"]:
            for punt in (doel, *doel["afspraken"], *doel["indicatoren"]):
                for key in ("tekst", "bron", "twijfel"):
                    assert punt.get(key, "") in on_screen
                for key in ("letterlijk", "toelichting", "trefwoord"):
                    if words := punt.get(key):
                        _rows, hits = text.rows(WHOLE, Filter(terms(words)))
                        assert hits, words


def test_every_point_is_found_by_a_piece_inside_its_words(example: Context) -> None:
    text = text_of(example)
    for point in text.reading.points:
        if point.kind not in ("afspraak", "indicator"):
            continue
        longest = max(fold(point.text), key=len)
        rows, _hits = text.rows(WHOLE, Filter((longest[1:].replace("é", "e"),)))
        assert (point.kind, point.number) in [row.key for row in rows]


def test_targets_norm_and_first_measurement_are_told_in_words_with_their_unit(office: Context) -> None:
    jobs.run(akkoord.load(office, FOREIGN))
    text = text_of(office)
    maat = office.spec("indicator")
    number = lists.find(office, maat, ["soort=aantal"])[0]["nummer"]
    point = text.find(("indicator", number))
    assert point is not None
    facts = {fact.label: fact.words for fact in point.facts}
    raw = next(
        one
        for thema in json.loads(FOREIGN.read_text(encoding="utf-8"))["themas"]
        for doel in thema["doelen"]
        for one in doel["indicatoren"]
        if one["code"] == point.code
    )
    assert (
        str(raw["streefwaarden"][0].get("min", raw["streefwaarden"][0].get("waarde")))
        in facts["Streefwaarde"]
    )
    assert raw["eenheid"] in facts["Streefwaarde"]
    assert facts["Norm"].lower() == raw["norm"]


def test_doubt_is_told_with_the_words_of_the_akkoord(example: Context) -> None:
    text = text_of(example)
    doubtful = [
        fact
        for point in text.reading.points
        for fact in point.facts
        if fact.label == "Let op, dit is niet zeker"
    ]
    whole = msgspec.to_builtins(akkoord.whole(example))
    told = [
        punt["twijfel"]
        for thema in whole["themas"]
        for doel in thema["doelen"]
        for punt in (doel, *doel["afspraken"], *doel["indicatoren"])
        if "twijfel" in punt
    ]
    assert len(told) > 40
    assert {fact.words for fact in doubtful} >= set(told)


def test_afspraken_stand_under_their_parties_and_ours_are_marked(example: Context) -> None:
    text = text_of(example)
    rows, _hits = text.rows(("thema", 1), Filter())
    headings = [row.text() for row in rows if row.key is None]
    assert "Afspraken van corporaties (Domesta, Lefier, Woonservice Drenthe)" in headings
    ours = [row for row in rows if row.marked]
    assert ours
    for row in ours:
        assert "Uw organisatie doet mee." in row.spoken
    own = text.reading.names(text.own)
    assert own == ["Huurdersfederatie Zuidoost Drenthe"]
    assert any("uw organisatie" in heading and "huurdersorganisaties" in heading for heading in headings)


def test_a_filter_leaves_only_points_of_that_party(example: Context) -> None:
    text = text_of(example)
    lefier = next(party.number for party in text.reading.parties if party.name == "Lefier")
    rows, hits = text.rows(WHOLE, Filter(party=lefier))
    found = [point for row in rows if row.key and (point := text.find(row.key)) and point.kind == "afspraak"]
    assert 0 < len(found) < len(hits)
    assert all(lefier in point.parties for point in found)
    assert {role for point in found for role in point.roles} >= {"Lefier", "corporaties", "alle partijen"}
    _rows, ours = text.rows(WHOLE, Filter(ours=True))
    assert 0 < len(ours) < len(text.reading.points)


# -- the screen ------------------------------------------------------------------------------------------------------


def test_one_line_on_top_says_what_this_is_and_the_rest_stands_where_it_belongs(
    window: MainWindow, shown: Shown
) -> None:
    view = shown(window).view
    assert view.name.text() == "Lokaal Akkoord Emmen 2019-2024"
    assert view.head.summary.text() == "2019 tot en met 2024, 106 afspraken, 134 maten"
    assert view.head.height() < 2 * view.search.height(), "the akkoord itself has the room"
    assert not view.akkoorden.isVisible()
    view.to_part(("over", 0))
    about = "\n".join(row.text() for row in view.list.rows)
    assert "Huurdersfederatie Zuidoost Drenthe" in about
    assert "uw organisatie" in about
    view.to_part(("anker", 0))
    assert "Uiterlijk op 15 november" in "\n".join(row.text() for row in view.list.rows)


def test_files_and_other_screens_come_with_more(window: MainWindow, shown: Shown, qtbot: QtBot) -> None:
    view = shown(window).view
    assert not view.save.isVisible()
    view.head.more.click()
    qtbot.waitUntil(lambda: view.head.height() > 2 * view.save.height())
    for button in view.head.order:
        assert button.isVisible()
        place = button.rect().translated(button.mapTo(view.head, QPoint()))
        assert view.head.rect().contains(place), button.text()


def test_lists_of_a_point_take_one_line_until_all_are_asked_for(
    window: MainWindow, shown: Shown, qtbot: QtBot
) -> None:
    page = shown(window, 1, "thema")
    bar = page.view.bar
    qtbot.waitUntil(lambda: bar.more.isVisible())

    def lines() -> int:
        buttons = [button for button in bar.findChildren(QPushButton) if button.isVisible()]
        return len({button.geometry().center().y() for button in buttons})

    few = len([button for button in bar.findChildren(QPushButton) if button.isVisible()])
    assert lines() == 1
    bar.more.click()
    qtbot.waitUntil(lambda: lines() > 1)
    assert bar.more.text() == "Minder"
    bar.more.click()
    qtbot.waitUntil(lambda: lines() == 1)
    assert len([button for button in bar.findChildren(QPushButton) if button.isVisible()]) == few
    window.resize(2200, 800)
    qtbot.waitUntil(lambda: not bar.more.isVisible())
    assert lines() == 1


def test_a_place_comes_to_its_point_wherever_it_stands(
    window: MainWindow, shown: Shown, qtbot: QtBot
) -> None:
    for kind in ("afspraak", "indicator", "doel", "thema", "anker"):
        last = max(key[1] for key in _every(window, kind))
        page = shown(window, last, kind)
        assert page.view.list.current_key() == (kind, last)
        assert (
            page.view.list.viewport()
            .rect()
            .intersects(page.view.list.visualRect(page.view.list.currentIndex()))
        )
        assert page.place() == Place("akkoord", last, kind=kind)
    assert shown(window, 106, "afspraak").view.list.current_key() == ("afspraak", 106)
    window.back()
    assert window.page is not None


def _every(window: MainWindow, kind: str) -> list[tuple[str, int]]:
    assert window.desk is not None
    ctx = window.desk.ctx
    return [(kind, row["nummer"]) for row in lists.find(ctx, ctx.spec(kind))]


def test_search_with_the_keyboard_marks_the_words_and_comes_back(
    window: MainWindow, shown: Shown, qtbot: QtBot
) -> None:
    page = shown(window)
    press(qtbot, Qt.Key.Key_L, CTRL)
    assert page.view.search.hasFocus()
    type_into(qtbot, "ÉNERGIE")
    qtbot.waitUntil(lambda: "gevonden" in page.view.count.text())
    text = text_of(page.desk.ctx)
    rows, hits = text.rows(WHOLE, Filter(("energie",)))
    assert keys(page) == [row.key for row in rows if row.key is not None]
    assert page.view.count.text() == f"{len(hits)} punten gevonden"
    assert page.view.list.current_key() == hits[0]
    press(qtbot, Qt.Key.Key_Down)
    assert page.view.list.hasFocus()
    before = page.view.list.current_key()
    press(qtbot, Qt.Key.Key_Down)
    assert page.view.list.current_key() != before
    press(qtbot, Qt.Key.Key_Escape)
    assert page.view.search.text() == ""
    assert not page.view.count.isVisible()


def test_nothing_found_offers_to_clear_the_filter(window: MainWindow, shown: Shown) -> None:
    page = shown(window)
    page.view.look_for("zzzqqq")
    assert page.view.count.text() == "Niets gevonden. Probeer een ander woord, of wis het filter."
    clear = named(page, QPushButton, "Filter wissen")
    assert isinstance(clear, QPushButton)
    clear.click()
    assert len(keys(page)) > 100


def test_the_parts_at_the_left_lead_to_their_points(window: MainWindow, shown: Shown, qtbot: QtBot) -> None:
    page = shown(window)
    page.view.left.setFocus()
    while page.view.left.current_key() != ("doel", 5):
        press(qtbot, Qt.Key.Key_Down)
    assert keys(page)[0] == ("doel", 5)
    assert {point.goal for key in keys(page) if (point := text_of(page.desk.ctx).find(key))} == {5}
    press(qtbot, Qt.Key.Key_Return)
    assert page.view.list.hasFocus()


def test_ours_and_a_party_narrow_it(window: MainWindow, shown: Shown) -> None:
    page = shown(window)
    before = len(keys(page))
    page.view.ours.click()
    assert 0 < len(keys(page)) < before
    page.view.ours.click()
    page.view.party.setCurrentIndex(page.view.party.findText("Lefier", Qt.MatchFlag.MatchStartsWith))
    page.view.party.activated.emit(page.view.party.currentIndex())
    assert 0 < len(keys(page)) < before


def test_a_point_is_copied_and_opened_with_the_keyboard(
    window: MainWindow, shown: Shown, qtbot: QtBot, settled: Settled
) -> None:
    page = shown(window, 10, "afspraak")
    press(qtbot, Qt.Key.Key_C, CTRL)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("BB1-A10  Voor de huurdersorganisaties")
    assert "Staat in: " in copied
    press(qtbot, Qt.Key.Key_Return)
    settled(window)
    assert page.stack.currentWidget() is page.record
    assert page.record.view.number == 10
    window.look.set_zoom(120)
    assert page.record.view.edit_button.isVisible()
    press(qtbot, Qt.Key.Key_Escape)
    assert page.view.list.hasFocus()
    assert page.view.list.current_key() == ("afspraak", 10)


def shown_buttons(page: AkkoordPage) -> list[QPushButton]:
    return [button for button in page.findChildren(QPushButton) if button.isVisible()]


def test_evidence_is_counted_and_leads_to_its_list(window: MainWindow, shown: Shown, qtbot: QtBot) -> None:
    assert window.desk is not None
    ctx = window.desk.ctx
    page = shown(window, 1, "thema")
    found = [item for item in related(ctx, ctx.spec("thema"), 1) if item.kind == "knelpunt"]
    assert found
    words = f"Knelpunten: {found[0].count}"
    qtbot.waitUntil(lambda: words in [button.text() for button in shown_buttons(page)])
    button = named(page, QPushButton, words)
    gone: list[Place] = []
    window.desk.went.disconnect()
    window.desk.went.connect(gone.append)
    assert isinstance(button, QPushButton)
    button.click()
    assert [(place.page, place.where, place.title) for place in gone] == [
        ("knelpunt", found[0].where, "Knelpunten bij BB")
    ]


def test_a_list_behind_a_number_shows_only_those(window: MainWindow, shown: Shown) -> None:
    page = shown(window, kind="indicator", where=("hoofd=ja",), title="Hoofdmaten")
    main = [key for key in keys(page) if key[0] == "indicator"]
    assert page.view.count.text() == f"Hoofdmaten: {len(main)} punten gevonden"
    assert sorted(main) == sorted(
        ("indicator", row["nummer"])
        for row in lists.find(page.desk.ctx, page.desk.ctx.spec("indicator"), ["hoofd=ja"])
    )


def test_all_finds_of_a_kind_are_those_that_the_search_counted(window: MainWindow, shown: Shown) -> None:
    page = shown(window, kind="afspraak", words="huur")
    ctx = page.desk.ctx
    found = [key for key in keys(page) if key[0] == "afspraak"]
    assert len(found) == lists.count(ctx, ctx.spec("afspraak"), words="huur")
    assert page.view.count.text() == f"{len(found)} punten gevonden"
    assert page.view.search.text() == "huur"


def test_a_screen_reader_hears_kind_party_and_text(window: MainWindow, shown: Shown) -> None:
    page = shown(window, 10, "afspraak")
    view = page.view
    for widget in (view.left, view.list, view.search, view.party, view.scopes, view.akkoorden):
        assert widget.accessibleName()
    row = QAccessible.queryAccessibleInterface(view.list).child(view.list.currentIndex().row())
    spoken = row.text(QAccessible.Text.Name)
    assert spoken.startswith("Afspraak BB1-A10")
    assert "Uw organisatie doet mee." in spoken


@pytest.mark.parametrize(("width", "height", "zoom"), [(1024, 600, 100), (1280, 680, 200), (1024, 600, 200)])
def test_in_one_column_everything_can_still_be_reached(
    window: MainWindow, shown: Shown, qtbot: QtBot, width: int, height: int, zoom: int
) -> None:
    window.resize(width, height)
    window.look.set_zoom(zoom)
    page = shown(window, 50, "afspraak")
    view = page.view
    assert not view.left.isVisible()
    assert view.scopes.isVisible()
    assert view.list.viewport().height() > view.fontMetrics().height() * 2
    view.more.click()
    for widget in (view.party, view.ours, view.load, view.save):
        assert widget.isVisible()
    qtbot.waitUntil(lambda: view.filters.rect().contains(view.save.geometry()))
    for widget in (view.party, view.ours, view.load, view.save):
        assert view.filters.rect().contains(widget.geometry())
        view.filter_area.ensureWidgetVisible(widget)
        assert page.rect().contains(widget.mapTo(page, widget.rect().bottomRight()))
    view.more.click()
    at = next(at for at in range(view.scopes.count()) if view.scopes.itemData(at) == ("anker", 0))
    view.scopes.setCurrentIndex(at)
    view.scopes.activated.emit(at)
    assert {key[0] for key in keys(page)} == {"anker"}


def test_rows_grow_with_the_letters(window: MainWindow, shown: Shown) -> None:
    view = shown(window, 10, "afspraak").view
    before = view.list.visualRect(view.list.currentIndex()).height()
    window.look.set_zoom(130)
    assert view.list.visualRect(view.list.currentIndex()).height() > before


def test_rows_never_lie_over_each_other_when_the_width_changes(window: MainWindow, shown: Shown) -> None:
    view = shown(window).view
    for width in (1500, 1120, 900):
        window.resize(width, 680)
        for texts in (view.list, view.left):
            index = [texts.model().index(at, 0) for at in range(6)]
            places = [texts.visualRect(one) for one in index]
            for upper, lower, one in zip(places, places[1:], index, strict=False):
                assert lower.top() == upper.bottom() + 1
                if texts.isVisible():
                    wanted = texts.itemDelegate().sizeHint(QStyleOptionViewItem(), one)
                    assert upper.height() == wanted.height()


# -- files -----------------------------------------------------------------------------------------------------------


def test_without_an_akkoord_the_screen_says_what_it_is_for_and_loads_one(
    open_window: OpenWindow, office: Context, shown: Shown, settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(office)
    page = shown(window)
    assert page.stack.currentWidget() is page.empty
    assert page.empty.file.hasFocus()
    names = [name for name, _path in supplied()]
    assert len(names) == 2
    button = named(page, QPushButton, f"{names[1]} laden")
    assert isinstance(button, QPushButton)
    button.click()
    settled(window)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.view)
    assert page.view.name.text() == names[1]
    assert window.message.undo.isVisible()
    window.message.undo.click()
    settled(window)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.empty)


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the platform without a screen
def test_a_second_akkoord_from_a_file_can_be_chosen_on_top(
    window: MainWindow, shown: Shown, settled: Settled, qtbot: QtBot
) -> None:
    page = shown(window)
    page.choose_file()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(FOREIGN))
    dialog.reject()
    settled(window)
    qtbot.waitUntil(lambda: page.view.name.text() == "Woonpact Andersstad en Bovendam 2024-2027")
    assert page.view.akkoorden.isVisible()
    assert not page.view.ours.isVisible()
    assert "2024 tot en met 2027" in page.view.head.summary.text()
    page.view.akkoorden.setCurrentIndex(page.view.akkoorden.findText("Lokaal Akkoord Emmen 2019-2024"))
    page.view.akkoorden.activated.emit(page.view.akkoorden.currentIndex())
    settled(window)
    assert page.view.name.text() == "Lokaal Akkoord Emmen 2019-2024"


def test_each_fault_of_a_file_is_told_in_a_list(
    window: MainWindow, shown: Shown, settled: Settled, tmp_path: Path, qtbot: QtBot
) -> None:
    broken = json.loads(FOREIGN.read_text(encoding="utf-8"))
    broken["naam"] = 3
    broken["van"] = "vroeger"
    path = tmp_path / "stuk.json"
    path.write_text(json.dumps(broken), encoding="utf-8")
    page = shown(window)
    page.load(path)
    settled(window)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.faults)
    told = [row.text() for row in page.faults.list.rows]
    assert len(told) == 2
    qtbot.waitUntil(page.faults.list.hasFocus)
    press(qtbot, Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is page.view


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_what_is_written_can_be_loaded_again(
    window: MainWindow, shown: Shown, settled: Settled, tmp_path: Path
) -> None:
    page = shown(window)
    page.view.head.more.click()
    press_save = named(page, QPushButton, "Akkoord naar bestand…")
    assert isinstance(press_save, QPushButton)
    press_save.click()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    path = tmp_path / "akkoord.json"
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    settled(window)
    assert path.read_text(encoding="utf-8") == akkoord.as_json(page.desk.ctx)
    assert "akkoord.json" in window.message.text()


def test_what_a_rule_counts_stands_there_and_leads_to_its_list(
    window: MainWindow, shown: Shown, qtbot: QtBot
) -> None:
    assert window.desk is not None
    ctx = window.desk.ctx
    (measure,) = [row["nummer"] for row in lists.find(ctx, ctx.spec("indicator"), ["code=DU2-I13"])]
    found = counted(ctx, "indicator", measure, parse("2021"))
    assert found is not None
    assert found.count
    page = shown(window, measure, "indicator")
    words = f"Energiebezoeken in 2021: {found.count}"
    qtbot.waitUntil(lambda: words in [button.text() for button in shown_buttons(page)])
    gone: list[Place] = []
    window.desk.went.disconnect()
    window.desk.went.connect(gone.append)
    button = named(page, QPushButton, words)
    assert isinstance(button, QPushButton)
    button.click()
    assert [(place.page, place.where) for place in gone] == [("energiebezoek", found.where)]
    assert lists.count(ctx, ctx.spec("energiebezoek"), gone[0].where) == found.count
