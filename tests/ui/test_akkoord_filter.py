"""Narrowing the akkoord: by party, keyword, status, place and words; what was chosen is told, counted, kept, and Back
brings it again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from huurdersapp.actions import akkoord, akkoord_lezen, voorkeuren
from huurdersapp.actions.akkoord_lezen import Reading
from huurdersapp.actions.akkoord_voortgang import stands
from huurdersapp.actions.context import Context
from huurdersapp.base import jobs
from huurdersapp.ui.akkoord.filtering import CHOICES, OPEN, Asked, Choice, Filter, asked_of
from huurdersapp.ui.akkoord.points import WHOLE, Text
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.akkoord import KEPT, AkkoordPage
from huurdersapp.ui.place import Place
from tests.akkoorden import FOREIGN
from tests.journeys.keyboard import Person
from tests.windows import OpenWindow

Settled = Callable[[MainWindow], None]


def read(ctx: Context) -> Reading:
    reading = akkoord_lezen.read(ctx)
    assert reading is not None
    return reading


@pytest.fixture
def text(example: Context) -> Text:
    made = Text(read(example))
    made.know(stands(example, made.reading))
    return made


def hits(text: Text, **asked: object) -> list[tuple[str, int]]:
    return text.rows(WHOLE, Filter(**asked))[1]  # type: ignore[arg-type]


# -- which points -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("choice", CHOICES)
def test_the_count_beside_a_choice_is_what_it_then_leaves(text: Text, choice: Choice) -> None:
    for other in (Filter(), Filter(ours=True), Filter(terms=("huur",))):
        counts = text.counts(WHOLE, other, choice)
        counts.pop(OPEN[choice], None)
        assert counts or other.ours
        for option, count in counts.items():
            asked = {"terms": other.terms, "ours": other.ours, choice: option}
            assert len(hits(text, **asked)) == count, option
        chosen: dict[str, Any] = {choice: next(iter(counts))} if counts else {}
        again = text.counts(WHOLE, replace(other, **chosen), choice)
        again.pop(OPEN[choice], None)
        assert again == counts  # other options keep their counts when one is chosen


def test_a_keyword_of_the_margin_leaves_the_afspraken_beside_it(text: Text) -> None:
    found = [text.find(key) for key in hits(text, keyword="achterban")]
    assert len(found) == 6
    assert all(point is not None and point.keyword == "achterban" for point in found)


def test_a_place_finds_what_names_it_what_it_lies_in_and_what_lies_in_it(text: Text) -> None:
    places = {area.name: area for area in text.reading.places}
    assert places["Emmerhout"].level == places["Emmen-Oost"].level + 1 == places["gemeente Emmen"].level + 2
    quarter, area, whole = (
        hits(text, place=places[name].number) for name in ("Emmerhout", "Emmen-Oost", "gemeente Emmen")
    )
    assert set(quarter) <= set(area) <= set(whole)
    other = {places[name].number for name in ("De Monden", "De Blokken")}
    for key in quarter:
        point = text.find(key)
        assert point is not None
        assert set(point.places) - other
    assert all((point := text.find(key)) is not None and point.places for key in whole)


def test_a_status_finds_measures_with_their_goals_and_afspraken(text: Text) -> None:
    for key in ("achter", "niet_aangeleverd", "gehaald"):
        found = hits(text, status=f"stand:{key}")
        assert found
        assert {text.stands.of(kind, number).key for kind, number in found} == {key}  # type: ignore[union-attr]
        mine = {number for number, one in text.stands.measures.items() if one.key == key}
        assert {number for kind, number in found if kind == "indicator"} == mine


def test_own_additions_are_found_and_say_so(text: Text) -> None:
    found = hits(text, status="zelf")
    assert found
    rows, _hits = text.rows(WHOLE, Filter(status="zelf"))
    told = {row.key: row.text() for row in rows}
    assert all("Zelf toegevoegd, staat niet in het akkoord" in told[key] for key in found)
    assert "Zelf toegevoegd" not in next(row.text() for row in rows if row.key and row.key not in found)


def test_our_own_duties_come_first_when_asked_and_nothing_is_lost(text: Text) -> None:
    usual, _hits = text.rows(WHOLE, Filter())
    first, _hits = text.rows(WHOLE, Filter(first=True))
    assert sorted(map(str, (row.key for row in usual if row.key))) == sorted(
        map(str, (row.key for row in first if row.key))
    )
    for goal in (point for point in text.reading.points if point.kind == "doel"):
        keys = [
            row.key for row in first if row.key and (one := text.find(row.key)) and one.goal == goal.number
        ]
        marks = [text.ours(one) for key in keys if (one := text.find(key)) and one.kind != "doel"]
        assert marks == sorted(marks, reverse=True), goal.code


def test_rows_tell_the_stand_in_words_with_a_picture_and_a_thema_its_goals(text: Text) -> None:
    rows = {row.key: row for row in text.rows(WHOLE, Filter())[0] if row.key}
    for kind, numbers in (("indicator", text.stands.measures), ("afspraak", text.stands.afspraken)):
        for number, told in numbers.items():
            line = next(part for part in rows[kind, number].paragraphs if part.text == told.words)
            assert line.share == told.share
            assert bool(line.icon) == bool(told.key)
    silent = [one for one in text.stands.measures.values() if one.key == "niet_aangeleverd"]
    assert silent
    for one in silent:
        part = next(part for row in rows.values() for part in row.paragraphs if part.text == one.words)
        assert part.style == "muted"
    thema = next(point for point in text.reading.points if point.kind == "thema")
    goals = [one for one in text.reading.points if one.kind == "doel" and one.theme == thema.number]
    said = rows["thema", thema.number].text()
    for goal in goals:
        assert f"{goal.code}: {text.stands.goals[goal.number].words}" in said


# -- how it is kept ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "wanted",
    [
        Filter(),
        Filter(party=3, ours=True),
        Filter(keyword="strategisch voorraadbeleid"),
        Filter(status="stand:achter", place=7, first=True),
    ],
)
def test_a_filter_comes_back_as_it_was_from_a_place_and_from_what_was_kept(wanted: Filter) -> None:
    assert Filter.from_json(wanted.to_json()) == wanted
    place = Asked(wanted, ("doel", 5), opened=True).conditions()
    assert asked_of("afspraak", 4, place) == Asked(wanted, ("doel", 5), opened=True)


@pytest.mark.parametrize(
    "kept", [None, [], "x", {"partij": "drie"}, {"partij": True}, {"onbekend": 1}, {"eigen": 1}]
)
def test_what_another_version_kept_is_left_out(kept: object) -> None:
    assert Filter.from_json(kept) == Filter()


def test_the_list_behind_a_number_is_told_from_a_filter() -> None:
    assert asked_of("indicator", None, ("hoofd=ja",)) == Asked(None, None, "indicator", ("hoofd=ja",))
    assert asked_of("afspraak", 3, ("lijst=indicator", "hoofd=ja")) == Asked(
        None, None, "indicator", ("hoofd=ja",)
    )


# -- the screen -------------------------------------------------------------------------------------------------------


@pytest.fixture
def page(window: MainWindow, settled: Settled) -> AkkoordPage:
    window.go(Place("akkoord"))
    settled(window)
    assert isinstance(window.page, AkkoordPage)
    return window.page


def choose(page: AkkoordPage, choice: Choice, option: object) -> None:
    box = page.view.filters.boxes[choice]
    box.setCurrentIndex(box.findData(option))
    assert box.currentData() == option
    box.activated.emit(box.currentIndex())


def test_by_keyboard_somebody_comes_from_the_filter_to_our_own_duties(
    window: MainWindow, page: AkkoordPage, qtbot: QtBot
) -> None:
    person = Person(qtbot, window)
    person.press("Ctrl+L").tab_to("Filter").press("Space").tab_to("Alleen van ons").press("Space")
    assert page.view.more.text() == "Filter (1)"
    assert page.view.count.text().endswith("punten gevonden")
    keys = [row.key for row in page.view.list.rows if row.key and row.marked]
    assert keys
    person.tab_to("Partij")
    person.press("Down")
    assert page.view.filters.wanted().party == page.view.party.itemData(1)
    person.tab_to("Punten van het akkoord")
    person.press("Escape")
    assert page.view.filters.wanted() == Filter()
    assert page.view.list.hasFocus()


def test_options_say_how_many_points_they_leave_and_stands_count_when_they_are_known(
    page: AkkoordPage,
) -> None:
    box = page.view.filters.boxes["status"]
    words = [box.itemText(at) for at in range(box.count())]
    late = sum(one == "achter" for one in page.stands.keys().values())
    assert late
    page.view._to_scope(WHOLE)
    words = [box.itemText(at) for at in range(box.count())]
    assert f"Achter ({late})" in words
    choose(page, "status", "stand:achter")
    assert page.view.count.text() == f"{late} punten gevonden"


def test_back_brings_the_filter_again_and_the_next_start_too(
    window: MainWindow, page: AkkoordPage, settled: Settled
) -> None:
    choose(page, "keyword", "achterban")
    kept = page.place()
    window.go(Place("vandaag"))
    page.view.clear_filter()
    window.go(kept)
    settled(window)
    assert page.view.filters.wanted().keyword == "achterban"
    choose(page, "status", "afspraak:lopend")
    assert voorkeuren.get(page.desk.ctx, KEPT) == {"trefwoord": "achterban", "stand": "afspraak:lopend"}
    again = AkkoordPage(page.desk, "akkoord", window)
    again.show_place(Place("akkoord"))
    settled(window)
    assert again.view.filters.wanted() == Filter(keyword="achterban", status="afspraak:lopend")
    again.hide()


def test_a_link_to_a_point_is_not_held_back_by_a_filter(
    window: MainWindow, page: AkkoordPage, settled: Settled
) -> None:
    choose(page, "keyword", "achterban")
    window.go(Place("akkoord", 22, kind="indicator"))
    settled(window)
    assert page.view.list.current_key() == ("indicator", 22)
    assert page.view.wanted().empty()


def test_the_page_opens_without_waiting_for_stands(
    open_window: OpenWindow, example: Context, settled: Settled, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    from threading import Event

    from huurdersapp.ui.pages import akkoord as module

    go_on = Event()

    def slowly(ctx: Context, reading: Reading) -> object:
        assert go_on.wait(20)
        return stands(ctx, reading)

    monkeypatch.setattr(module, "stands", slowly)
    window = open_window(example)
    window.go(Place("akkoord"))
    page = window.page
    assert isinstance(page, AkkoordPage)
    try:
        qtbot.waitUntil(lambda: page.stack.currentWidget() is page.view, timeout=20_000)
        assert len(page.view.list.rows) > 20
        assert not any(part.icon for row in page.view.list.rows for part in row.paragraphs)
    finally:
        go_on.set()
    settled(window)
    assert any(part.icon for row in page.view.list.rows for part in row.paragraphs)


def test_the_foreign_akkoord_is_narrowed_by_its_own_places_and_options(
    open_window: OpenWindow, office: Context, settled: Settled
) -> None:
    number, _count = jobs.run(akkoord.load(office, FOREIGN))
    window = open_window(office)
    window.go(Place("akkoord", number, kind="akkoord"))
    settled(window)
    page = window.page
    assert isinstance(page, AkkoordPage)
    assert [area.name for area in read(office).places] == ["gemeente Andersstad", "Noordkade"]
    assert not page.view.filters.boxes["keyword"].isVisibleTo(page.view.filters)
    page.view._to_scope(WHOLE)
    choose(page, "place", read(office).places[0].number)
    told = [point for point in read(office).points if point.places]
    assert told
    assert page.view.count.text().split(" ")[0] == str(len(told))
    page.view.clear_filter()
    choose(page, "status", "stand:niet_aangeleverd")
    assert page.view.count.text() == "Niets gevonden. Probeer een ander woord, of wis het filter."
    choose(page, "status", "stand:nog_niet_te_zeggen")
    late = [key for key, one in page.stands.keys().items() if one == "nog_niet_te_zeggen"]
    assert late
    assert page.view.count.text() == f"{len(late)} punten gevonden"
