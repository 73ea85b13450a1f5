"""One point of the akkoord: how it stands with the rule beside it, its values as drawing and table, and what somebody does
there: a value, an own judgement, a change, a new point."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from huurdersapp.actions import akkoord, lists, metingen, records
from huurdersapp.actions.context import Context
from huurdersapp.actions.standen import stand
from huurdersapp.base import clock, jobs
from huurdersapp.ui.akkoord.filtering import OPENED
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.akkoord import AkkoordPage
from huurdersapp.ui.place import Place
from tests.journeys.keyboard import Person
from tests.windows import OpenWindow, named

FOREIGN = Path(__file__).parents[1] / "data" / "akkoord-andersstad.json"
Settled = Callable[[MainWindow], None]
Opened = Callable[..., AkkoordPage]


@pytest.fixture
def opened(settled: Settled, qtbot: QtBot) -> Opened:
    """Open everything about a point in a window and wait until it is all there."""

    def open_(window: MainWindow, kind: str, number: int) -> AkkoordPage:
        window.go(Place("akkoord", number, (OPENED,), kind=kind))
        settled(window)
        page = window.page
        assert isinstance(page, AkkoordPage)
        assert page.opened
        qtbot.waitUntil(lambda: page.record.panel is not None and page.record.panel.known, timeout=20_000)
        settled(window)
        return page

    return open_


def told(page: AkkoordPage) -> list[str]:
    return [each.text() for each in page.record.findChildren(QLabel) if each.isVisibleTo(page.record)]


def is_told(page: AkkoordPage, text: str) -> bool:
    return text in told(page)


def number_of(ctx: Context, code: str) -> int:
    (found,) = lists.find(ctx, ctx.spec("indicator"), [f"code={code}"])
    return int(found["nummer"])


def values(ctx: Context, code: str, *found: tuple[int, object]) -> int:
    """The number of a measure whose own values gave way to these, of whole years."""
    number = number_of(ctx, code)
    own = lists.find(ctx, ctx.spec("meting"), [f"indicator={number}"])
    if own:
        records.discard_many(ctx, ctx.spec("meting"), [item["nummer"] for item in own])
    for year, value in found:
        metingen.enter(ctx, {"indicator": number, "periode": str(year), "waarde": value, "bron": "Opgave"})
    return number


# -- what it says -----------------------------------------------------------------------------------------------------


def test_a_measure_tells_its_stand_its_rule_its_targets_and_each_value(
    window: MainWindow, opened: Opened
) -> None:
    assert window.desk is not None
    ctx = window.desk.ctx
    number = values(ctx, "BB5-I1", (2019, 40), (2020, 80))
    page, found = opened(window, "indicator", number), stand(ctx, number)
    words = told(page)
    assert found.key == "op_schema"
    assert found.label in words
    assert found.rule in words
    for target in found.targets:
        assert target.words in words
        assert target.label in words
    assert "Verloop (2 metingen)" in words
    for text in ("40 woningen", "80 woningen", "Concept", "2019", "2020", "Opgave"):
        assert text in words
    assert any("corporaties (Domesta, Lefier, Woonservice Drenthe)" in text for text in words)
    assert any(text.startswith("BB5-I1, bij ") for text in words)


def test_the_drawing_says_in_words_what_it_shows_and_its_figures_stand_in_the_table(
    window: MainWindow, opened: Opened, settled: Settled
) -> None:
    assert window.desk is not None
    number = values(window.desk.ctx, "BB5-I1", (2019, 40), (2020, 80))
    page = opened(window, "indicator", number)
    assert page.record.panel is not None
    picture = page.record.panel.picture
    assert picture is not None
    settled(window)
    assert picture.picture is not None
    assert picture.picture.width() > 300
    said = picture.accessibleName()
    for words in ("40 woningen in 2019", "80 woningen in 2020", "110 tot 150 woningen in 2021"):
        assert words in said
    table = page.record.panel.table
    assert table is not None
    assert [line[0][1].text for line in table.lines] == ["80 woningen", "40 woningen"]


def test_classes_are_drawn_as_stacked_bars_with_their_table(window: MainWindow, opened: Opened) -> None:
    assert window.desk is not None
    ctx = window.desk.ctx
    (measure,) = lists.find(ctx, ctx.spec("indicator"), ["soort=klassenverdeling", "norm=tussen"])[:1]
    number = measure["nummer"]
    values(ctx, measure["code"])
    names = measure["klassen"].splitlines()
    shares = [20, 44, 31, 5] + [0] * (len(names) - 4)
    classes = [{"klasse": name, "waarde": share} for name, share in zip(names, shares, strict=True)]
    metingen.enter(ctx, {"indicator": number, "periode": "2020", "klassen": classes})
    page = opened(window, "indicator", number)
    assert page.record.panel is not None
    picture = page.record.panel.picture
    assert picture is not None
    assert getattr(picture.block, "kind", "") == "stacked_hbar"
    for name in names:
        assert name in picture.accessibleName()


def test_nothing_delivered_is_told_in_grey_and_never_as_a_fault(window: MainWindow, opened: Opened) -> None:
    assert window.desk is not None
    ctx = window.desk.ctx
    page = opened(window, "indicator", number_of(ctx, "BB5-I1"))
    silent = next(at for at, one in page.stands.measures.items() if one.key == "niet_aangeleverd")
    page = opened(window, "indicator", silent)
    (label,) = [
        each
        for each in page.record.findChildren(QLabel)
        if each.text() == "Niet aangeleverd" and each.isVisible()
    ][:1]
    assert label.property("role") == "muted"
    assert "Er is nog geen meting." in told(page)


def test_a_reference_leads_to_the_measure_that_it_points_at_and_shows_its_stand(
    window: MainWindow, opened: Opened, settled: Settled
) -> None:
    assert window.desk is not None
    ctx = window.desk.ctx
    page = opened(window, "indicator", number_of(ctx, "BB5-I1"))
    reading = page.reading
    assert reading is not None
    refers = next(one for one in reading.points if one.refers and stand(ctx, one.number).follows)
    page = opened(window, "indicator", refers.number)
    code = stand(ctx, refers.number).follows[0]
    target = next(one for one in reading.points if one.kind == "indicator" and one.code == code)
    progress = page.stands.measures[target.number].words
    assert progress in told(page)
    assert not any(button.text() == "Meting toevoegen…" for button in shown_buttons(page.record))
    button = named(page.record, QPushButton, f"{target.code} {target.text}")
    assert isinstance(button, QPushButton)
    button.click()
    settled(window)
    assert page.record.key == ("indicator", target.number)
    window.back()
    settled(window)
    assert page.record.key == ("indicator", refers.number)
    assert page.opened


def shown_buttons(parent: QWidget) -> list[QPushButton]:
    return [button for button in parent.findChildren(QPushButton) if button.isVisible()]


def test_what_was_counted_opens_its_list(window: MainWindow, opened: Opened) -> None:
    assert window.desk is not None
    ctx = window.desk.ctx
    number = number_of(ctx, "DU2-I13")
    found = stand(ctx, number)
    page = opened(window, "indicator", number)
    gone: list[Place] = []
    window.desk.went.disconnect()
    window.desk.went.connect(gone.append)
    buttons = [button for button in shown_buttons(page.record) if button.text() == "Toon de lijst"]
    assert len(buttons) == len(found.series)
    for button in buttons:
        button.click()
    for place, one in zip(gone, reversed(found.series), strict=True):
        assert (place.kind, place.where) == (one.kind, one.where)
        assert lists.count(ctx, ctx.spec(one.kind), place.where) == one.value


# -- what somebody does there -----------------------------------------------------------------------------------------


def test_by_keyboard_a_value_is_added_the_stand_changes_and_undo_takes_it_back(
    window: MainWindow, settled: Settled, qtbot: QtBot
) -> None:
    assert window.desk is not None
    ctx = window.desk.ctx
    number = values(ctx, "BB5-I1", (2020, 5))
    assert stand(ctx, number).key == "achter"
    window.go(Place("akkoord", number, kind="indicator"))
    settled(window)
    page = window.page
    assert isinstance(page, AkkoordPage)
    person = Person(qtbot, window)
    person.press("Return")
    settled(window)
    assert page.opened
    assert "Achter" in told(page)
    person.press("Ctrl+N")
    assert page.record.metingen is not None
    form = page.record.metingen.form
    assert form is not None
    person.tab_to("Periode").press("Ctrl+A").type("2021-T1")
    person.tab_to("Waarde").type("95")
    person.tab_to("Vastleggen").press("Space")
    settled(window)
    assert stand(ctx, number).key == "op_schema"
    qtbot.waitUntil(lambda: "Op schema" in told(page), timeout=20_000)
    qtbot.waitUntil(lambda: page.stands.measures[number].key == "op_schema", timeout=20_000)
    assert "95 woningen" in told(page)
    person.press("Ctrl+Z")
    settled(window)
    qtbot.waitUntil(lambda: "95 woningen" not in told(page), timeout=20_000)
    qtbot.waitUntil(lambda: page.stands.measures[number].key == "achter", timeout=20_000)
    person.press("Escape")
    assert page.view.list.hasFocus()
    row = page.view.list.rows[page.view.list.row_of(("indicator", number))]
    assert "achter" in row.text()


def test_our_own_judgement_goes_before_the_rule_and_both_stay_to_be_read(
    window: MainWindow, opened: Opened, settled: Settled, qtbot: QtBot
) -> None:
    assert window.desk is not None
    ctx = window.desk.ctx
    number = values(ctx, "BB5-I1", (2020, 5))
    page = opened(window, "indicator", number)
    person = Person(qtbot, window)
    person.tab_to("Eigen oordeel").press("Space")
    person.tab_to("Volgens ons").choose("Op")
    person.tab_to("Waarom").type("De bouw van 90 woningen is begonnen.")
    person.tab_to("Vastleggen").press("Space")
    settled(window)
    qtbot.waitUntil(lambda: "Volgens ons: Op schema" in told(page), timeout=20_000)
    assert "Volgens de regel: Achter" in told(page)
    assert "Waarom: De bouw van 90 woningen is begonnen." in told(page)
    qtbot.waitUntil(lambda: "volgens ons op schema" in page.stands.measures[number].words, timeout=20_000)


def test_a_text_is_changed_and_one_comes_back_to_the_point(
    window: MainWindow, opened: Opened, settled: Settled, qtbot: QtBot
) -> None:
    page = opened(window, "doel", 5)
    person = Person(qtbot, window)
    person.press("F2")
    assert page.form is not None
    assert page.place() == Place("akkoord", 5, kind="doel", doing="wijzigen")
    person.tab_to("Tekst").press("Ctrl+A").type("Meer woningen voor ouderen.")
    person.press("Ctrl+S")
    settled(window)
    assert page.opened
    assert page.record.key == ("doel", 5)
    assert "Meer woningen voor ouderen." in told(page)
    person.press("Ctrl+Z")
    settled(window)
    qtbot.waitUntil(lambda: "Meer woningen voor ouderen." not in told(page), timeout=20_000)


def test_an_own_afspraak_stands_under_its_goal_and_says_that_it_is_ours(
    window: MainWindow, opened: Opened, settled: Settled, qtbot: QtBot
) -> None:
    page = opened(window, "doel", 5)
    person = Person(qtbot, window)
    person.tab_to("Nieuwe afspraak").press("Space")
    assert page.form is not None
    person.tab_to("Code").type("BB5-X1")
    person.tab_to("Tekst").type("Wij vragen elk jaar hoe het staat.")
    person.press("Ctrl+S")
    settled(window)
    assert page.opened
    key = page.record.key
    assert key is not None
    assert key[0] == "afspraak"
    person.press("Escape")
    row = page.view.list.rows[page.view.list.row_of(key)]
    assert "Zelf toegevoegd, staat niet in het akkoord" in row.text()
    point = page.record.point
    assert point is not None
    assert point.goal == 5


def test_a_point_is_thrown_away_and_comes_back(
    window: MainWindow, opened: Opened, settled: Settled, qtbot: QtBot
) -> None:
    page = opened(window, "afspraak", 10)
    named_button = named(page.record, QPushButton, "Verwijderen")
    assert isinstance(named_button, QPushButton)
    named_button.click()
    settled(window)
    assert not page.opened
    assert page.view.list.row_of(("afspraak", 10)) < 0
    Person(qtbot, window).press("Ctrl+Z")
    settled(window)
    qtbot.waitUntil(lambda: page.view.list.row_of(("afspraak", 10)) >= 0, timeout=20_000)


def test_of_a_point_that_is_thrown_away_beside_the_page_the_akkoord_is_shown_again(
    window: MainWindow, opened: Opened, qtbot: QtBot
) -> None:
    assert window.desk is not None
    ctx = window.desk.ctx
    page = opened(window, "indicator", number_of(ctx, "BB6-I3"))
    records.discard_many(ctx, ctx.spec("indicator"), [number_of(ctx, "BB6-I3")])
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.view)
    assert "staat niet meer in het akkoord" in window.message.text()


def test_what_was_typed_waits_when_somebody_goes_elsewhere(
    window: MainWindow, opened: Opened, settled: Settled, qtbot: QtBot
) -> None:
    assert window.desk is not None
    number = values(window.desk.ctx, "BB5-I1")
    page = opened(window, "indicator", number)
    person = Person(qtbot, window)
    person.press("Ctrl+N")
    person.tab_to("Waarde").type("33")
    window.go(Place("vandaag"))
    page = opened(window, "indicator", number)
    assert page.record.metingen is not None
    form = page.record.metingen.form
    assert form is not None
    assert form.fields.value("waarde") == 33


@pytest.mark.parametrize(("width", "height", "zoom"), [(1280, 680, 100), (1024, 600, 100), (1280, 680, 200)])
def test_a_point_fits_in_its_width(
    window: MainWindow, opened: Opened, settled: Settled, width: int, height: int, zoom: int
) -> None:
    window.resize(width, height)
    window.look.set_zoom(zoom)
    page = opened(window, "indicator", 22)
    settled(window)
    content = page.record.view.widget()
    assert content is not None
    assert content.width() <= page.record.view.viewport().width()
    assert page.record.panel is not None
    assert page.record.panel.table is not None
    for button in shown_buttons(page.record.panel.table):
        assert button.width() >= button.sizeHint().width()


def test_the_foreign_akkoord_has_its_points_values_and_changes(
    open_window: OpenWindow, office: Context, opened: Opened, qtbot: QtBot
) -> None:
    jobs.run(akkoord.load(office, FOREIGN))
    window = open_window(office)
    for item in lists.find(office, office.spec("indicator")):
        number = item["nummer"]
        page = opened(window, "indicator", number)
        rule = stand(office, number).rule
        qtbot.waitUntil(partial(is_told, page, rule), timeout=20_000)  # the stands come beside the window
        assert page.record.metingen is not None
        assert item["code"] in told(page)[2]
    measure = next(item for item in lists.find(office, office.spec("indicator"), ["soort=aantal"]))
    with clock.fixed(date(2025, 3, 1)):
        metingen.enter(office, {"indicator": measure["nummer"], "periode": "2024", "waarde": 3})
        window.go(Place("vandaag"))
        page = opened(window, "indicator", measure["nummer"])
        assert page.record.panel is not None
        assert page.record.panel.table is not None
        assert page.record.panel.table.lines[0][0][1].text.startswith("3")
        assert "Dit punt is nog niet bijgesteld." in told(page)
