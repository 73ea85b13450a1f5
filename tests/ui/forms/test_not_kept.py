"""When the disk refuses what is typed, somebody stays in the form: nothing is lost without a word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from huurdersapp.actions import concepten, records
from huurdersapp.actions.context import Context
from huurdersapp.base.errors import UserError
from huurdersapp.records import ALL
from huurdersapp.ui.forms.knelpunt_steps import StepPanel
from huurdersapp.ui.forms.record_form import RecordForm
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.place import Place
from tests.full_disk import limit
from tests.windows import OpenWindow, type_into

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Settled = Callable[[MainWindow], None]
FULL = "De schijf is vol."


@contextmanager
def full_disk() -> Iterator[None]:
    """No concept can be kept."""

    def refuse(*_given: object) -> None:
        raise UserError(FULL, "Maak ruimte vrij.")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(concepten, "keep", refuse)
        yield


def page_of(window: MainWindow) -> ListPage:
    assert isinstance(window.page, ListPage)
    return window.page


@pytest.fixture
def typing(open_window: OpenWindow, office: Context, settled: Settled, qtbot: QtBot) -> MainWindow:
    """The window in a new knelpunt with a title, which is not kept yet."""
    records.create(office, ALL["kern"], [{"naam": "Emmen"}])
    records.create(
        office,
        ALL["knelpunt"],
        [{"titel": "Lift", "categorie": "onderhoud", "gemeld_op": "2019-08-01", "kern": 1}],
    )
    window = open_window(office)
    window.go(Place("knelpunt", doing="nieuw"))
    settled(window)
    form_of(window).first_field().setFocus()
    type_into(qtbot, "Lekkage")
    return window


def form_of(window: MainWindow) -> RecordForm:
    form = page_of(window).form
    assert form is not None
    return form


@pytest.mark.parametrize(
    "leave",
    [
        lambda window: window.go(Place("vandaag")),
        lambda window: window.go_to("kern"),
        lambda window: window.back(),
        lambda window: page_of(window).to_list(),
        lambda window: page_of(window).close_part(),
        lambda window: page_of(window).open_record(1),
        lambda window: page_of(window).new(),
        lambda window: window.go(Place("knelpunt", words="lift")),
    ],
)
def test_leaving_a_form_that_cannot_be_kept_stays_there_and_tells_it_each_time(
    leave: Callable[[MainWindow], None], typing: MainWindow, office: Context
) -> None:
    form = form_of(typing)
    with full_disk():
        for _time in range(2):
            typing.message.clear()
            leave(typing)
            assert form_of(typing) is form
            assert form.isVisible()
            assert form.fields.value("titel") == "Lekkage"
            assert typing.message.text().startswith(FULL)
    assert concepten.every(office) == []
    typing.go(Place("vandaag"))
    assert typing.page is not None
    assert typing.page.key == "vandaag"
    assert [each.titel for each in concepten.every(office)] == ["Lekkage"]


def test_closing_tells_it_once_and_closes_the_second_time(typing: MainWindow) -> None:
    with full_disk():
        typing.close()
        assert typing.isVisible()
        assert typing.desk is not None
        assert typing.message.text().startswith(FULL)
        assert typing.message.text().endswith("Dan gaat verloren wat u hier typte.")
        typing.close()
        assert not typing.isVisible()
        assert typing.desk is None


def test_a_step_under_a_record_stays_as_well(
    typing: MainWindow, office: Context, settled: Settled, qtbot: QtBot
) -> None:
    form_of(typing).drop()
    typing.go(Place("knelpunt", 1))
    settled(typing)
    steps = next(each for each in typing.findChildren(StepPanel) if each.isVisible())
    small = steps.begin("opgelost")
    small.fields.boxes["toelichting"].editor.first_focus().setFocus()
    type_into(qtbot, "Gemaakt")
    with full_disk():
        typing.go(Place("vandaag"))
        assert small.isVisible()
        assert steps.begin("afgewezen") is small
        typing.look.step(1)
        settled(typing)
        assert small.isVisible()
        assert small.fields.value("toelichting") == "Gemaakt"
        assert typing.message.text().startswith(FULL)


def test_a_form_that_a_full_store_refused_is_saved_whole_when_there_is_room(
    typing: MainWindow, office: Context, settled: Settled
) -> None:
    """The store itself is full."""
    form = form_of(typing)
    story = "De lift staat stil. " * 400  # with its history larger than any of the points
    form.fields.set_plain({"titel": "Lekkage", "categorie": "onderhoud", "kern": 1})
    box = form.fields.box("omschrijving")
    assert box is not None
    writing = box.editor.first_focus()
    assert isinstance(writing, QTextEdit | QPlainTextEdit)
    writing.insertPlainText(story)
    before = office.store.head
    for point in range(3):
        settled(typing)
        limit(office.store, point)
        typing.command("opslaan")
        settled(typing)
        assert page_of(typing).form is form, (point, typing.message.text())
        assert form.isVisible()
        assert form.fields.value("titel") == "Lekkage"
        assert "schijf is vol" in typing.message.text()
        typing.message.clear()
        assert office.store.head == before
    limit(office.store, None)
    typing.command("opslaan")
    settled(typing)
    assert office.store.head.seq == before.seq + 1
    assert records.show(office, ALL["knelpunt"], 2)["omschrijving"] == story.strip()
