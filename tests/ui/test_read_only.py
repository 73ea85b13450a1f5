"""A window on an administration in which nothing can be changed: everything can be seen, and the reason is told."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from huurdersapp.actions import plaats, records, voorbeeld
from huurdersapp.actions.context import Context
from huurdersapp.app import opened
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.ui.forms.form_card import FormCard
from huurdersapp.ui.forms.record_form import RecordForm
from huurdersapp.ui.forms.small_forms import SmallForms
from huurdersapp.ui.frame.room import RoomWatch
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.registry import ENTRIES
from huurdersapp.ui.place import Place
from tests.readonly import read_only, state
from tests.windows import OpenWindow


@pytest.fixture
def looked(office_made: Path, data_folder: Path) -> Iterator[Context]:
    """A small administration that may only be read."""
    shutil.copytree(office_made, data_folder)
    with opened(data_folder) as ctx:
        records.create(ctx, ctx.spec("knelpunt"), [{"titel": "Lekkage", "categorie": "onderhoud"}])
    with read_only(data_folder, "beide"), opened(data_folder) as ctx:
        yield ctx


@pytest.fixture
def example_looked(example_made: Path, data_folder: Path) -> Iterator[Context]:
    """The example, to look at only."""
    shutil.copytree(example_made, data_folder)
    with clock.fixed(voorbeeld.TODAY), opened(data_folder, read_only=True) as ctx:
        yield ctx


def forms(window: MainWindow) -> list[object]:
    found = [*window.findChildren(RecordForm), *window.findChildren(FormCard)]
    return [form for form in found if form.isVisible()]


def test_every_screen_can_be_seen_no_form_opens_and_nothing_in_the_folder_changes(
    looked: Context, open_window: OpenWindow, settled: Callable[[MainWindow], None]
) -> None:
    before = state(looked.folder)
    window = open_window(looked)
    crashes: list[object] = []
    assert window.desk is not None
    window.desk.crashed.connect(crashes.append)
    for entry in ENTRIES:
        window.go(Place(entry.key, doing="nieuw"))
        settled(window)
        assert forms(window) == [], entry.key
        for name in ("nieuw", "wijzigen", "opslaan", "verwijderen", "ongedaan", "opnieuw"):
            action = window.menus.actions[name]
            assert not action.isEnabled(), (entry.key, name)
            assert action.toolTip() == looked.store.read_only
    window.look.step(1)
    assert crashes == []
    window.close()
    assert state(looked.folder) == before


def test_what_changes_is_off_and_tells_why(
    looked: Context, open_window: OpenWindow, settled: Callable[[MainWindow], None]
) -> None:
    window = open_window(looked)
    window.go(Place("knelpunt", 1))
    settled(window)
    page = window.page
    assert page is not None
    names = {"Wijzigen", "Verwijderen"}
    found = [button for button in page.findChildren(QPushButton) if button.text() in names]
    assert {button.text() for button in found} == names
    new = [button for button in page.findChildren(QPushButton) if button.text().startswith("Nieuw k")]
    assert new
    for button in (*found, *new):
        button.setEnabled(True)  # whatever the screen thinks of it
        assert not button.isEnabled(), button.text()
        assert button.toolTip() == looked.store.read_only
    assert looked.store.read_only
    assert looked.store.read_only in _words_above(window)


def test_no_next_step_can_be_begun(
    example_looked: Context, open_window: OpenWindow, settled: Callable[[MainWindow], None]
) -> None:
    """Each panel with steps, on a record of its kind, and the screens that put something back."""
    window = open_window(example_looked)
    found, buttons = set(), set()
    kinds = (
        "knelpunt",
        "overleg",
        "advies",
        "raadpleging",
        "campagne",
        "energiebezoek",
        "actiepunt",
        "visie",
    )
    places = [Place(kind, 1) for kind in kinds]
    places += [Place("privacy", 1, kind=kind) for kind in ("privacyverzoek", "datalek")]
    places += [Place(page) for page in ("prullenbak", "stappen", "beveiliging", "opschonen", "brief")]
    places.append(Place("geschiedenis", 1, kind="knelpunt"))
    for place in places:
        window.go(place)
        settled(window)
        page = window.page
        assert page is not None, place
        openers = [each for panel in page.findChildren(SmallForms) for each in panel.openers.values()]
        found |= {place.page for each in openers}
        names = {"Ongedaan maken", "Terugzetten", "Prullenbak legen…", "Zet terug", "Vastleggen…"}
        named = [each for each in page.findChildren(QPushButton) if each.text() in names]
        buttons |= {each.text() for each in named}
        on = [each.text() for each in (*openers, *named) if each.isEnabled() and each.text()]
        assert on == [], place
    assert len(found) >= 5, found
    assert len(buttons) >= 3, buttons


def _words_above(window: MainWindow) -> str:
    return " ".join(label.text() for label in window.banner.findChildren(type(window.heading)))


def test_little_room_is_told_once_a_day_and_no_more(
    office: Context,
    open_window: OpenWindow,
    settled: Callable[[MainWindow], None],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    window = open_window(office)
    settled(window)
    desk = window.desk
    assert desk is not None
    said: list[str] = []
    desk.said.connect(lambda text, tone, undo: said.append(text))
    monkeypatch.setattr(plaats, "weinig_ruimte", lambda folder: "De schijf is bijna vol")
    watch = RoomWatch(desk)
    qtbot.waitUntil(lambda: said == ["De schijf is bijna vol"])
    watch.look()
    RoomWatch(desk)  # the program was started again
    settled(window)
    assert said == ["De schijf is bijna vol"]


def test_little_room_is_less_than_500_megabytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Usage:
        free = 499_000_000

    monkeypatch.setattr(shutil, "disk_usage", lambda folder: Usage)
    assert (
        plaats.weinig_ruimte(tmp_path) == "De schijf is bijna vol: er is nog 499 MB vrij. Maak ruimte vrij."
    )
    Usage.free = 500_000_000
    assert plaats.weinig_ruimte(tmp_path) is None


def test_a_form_is_refused_with_the_reason(looked: Context) -> None:
    with pytest.raises(UserError, match="alleen lezen"):
        looked.store.must_write()
