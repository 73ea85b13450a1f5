"""The screens of keys, copies and reading only, as somebody meets them: nothing lost by accident, no button that does
nothing, and no words that are not true."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from huurdersapp.actions import records
from huurdersapp.actions.context import Context
from huurdersapp.actions.reservekopie import Copy
from huurdersapp.app import opened
from huurdersapp.base.errors import UserError
from huurdersapp.ui.lists.pane import ListPane
from huurdersapp.ui.look import Look
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.beveiliging import SecurityPage
from huurdersapp.ui.pages.niet_open import NotOpenPage
from huurdersapp.ui.pages.privacy import PrivacyPage
from huurdersapp.ui.pages.reservekopieen import CopiesPage
from huurdersapp.ui.pages.vandaag import TodayPage
from huurdersapp.ui.place import Place
from huurdersapp.ui.safe.code_room import CodeRoom
from huurdersapp.ui.safe.new_secret import NewSecret
from huurdersapp.ui.safe.restore_room import RestoreRoom, Seen
from huurdersapp.ui.safe.secret_field import SecretField
from tests.readonly import read_only
from tests.windows import OpenWindow

Settled = Callable[[MainWindow], None]
CODE = Place("beveiliging", values={"taak": "code", "code": "ABCD-EFGH-JKLM-NPQR-STUV-WXYZ-2345-6789"})
FIRST = Place("beveiliging", values={"taak": "eerste"})


def is_whole(window: MainWindow, widget: QWidget) -> bool:
    """Whether all of it lies in the window."""
    corner = widget.mapTo(window, QPoint(widget.width() - 1, widget.height() - 1))
    return widget.isVisible() and window.rect().contains(corner)


@pytest.fixture
def security(office: Context, open_window: OpenWindow, settled: Settled) -> MainWindow:
    """A window on an administration without a password."""
    window = open_window(office)
    settled(window)
    return window


def test_a_recovery_code_is_not_left_by_accident(security: MainWindow, settled: Settled) -> None:
    security.go(CODE)
    settled(security)
    page = security.page
    assert isinstance(page, SecurityPage)
    (room,) = page.findChildren(CodeRoom)
    security.go(Place("vandaag"))
    assert security.page is page
    assert room.code.isVisible()
    assert security.message.text() == "Bewaar de code eerst en zet dan het vinkje."
    security.go(Place("vandaag"))  # who wants to go, goes
    assert security.page is not page
    security.go(CODE)
    settled(security)
    (room,) = (each for each in page.findChildren(CodeRoom) if each.isVisible())
    room.kept.setChecked(True)
    security.go(Place("vandaag"))
    assert security.page is not page


def test_with_large_letters_the_mark_and_the_search_box_fit_and_where_one_types_is_in_sight(
    security: MainWindow, settled: Settled, qtbot: QtBot
) -> None:
    security.resize(1024, 600)
    security.look.show(200, "licht")
    security.go(FIRST)
    settled(security)
    qtbot.wait(0)
    assert is_whole(security, security.unsecured)
    assert is_whole(security, security.search)
    page = security.page
    assert isinstance(page, SecurityPage)
    (form,) = page.findChildren(NewSecret)
    line = form.first.edit
    assert line.hasFocus()
    assert line.visibleRegion().boundingRect() == line.rect()


def test_a_weak_password_is_told_once(security: MainWindow, settled: Settled) -> None:
    security.go(FIRST)
    settled(security)
    assert security.page is not None
    (form,) = security.page.findChildren(NewSecret)
    form.first.edit.setText("geheim")
    assert form.meter.isVisible()
    assert form.chosen() is None
    assert (form.first.fault.isVisible(), form.meter.isVisible()) == (True, False)
    form.first.edit.setText("geheim vier")  # somebody types on
    assert (form.first.fault.isVisible(), form.meter.isVisible()) == (False, True)


def test_the_name_of_the_organisation_is_told_to_be_a_weak_password(
    office: Context, open_window: OpenWindow, settled: Settled
) -> None:
    own = {"naam": "Huurdersvereniging De Linde", "soort": "huurdersorganisatie", "eigen": True}
    records.create(office, office.spec("partij"), [own | {"plaats": "Klazienaveen"}])
    window = open_window(office)
    window.go(FIRST)
    settled(window)
    assert window.page is not None
    (form,) = window.page.findChildren(NewSecret)
    form.first.edit.setText("Huurdersvereniging De Linde 2026 Klazienaveen")
    assert form.meter.property("role") == "warning"
    assert form.chosen() is None


def test_what_was_typed_as_a_secret_does_not_come_back_with_undo(qtbot: QtBot) -> None:
    field = SecretField("Herstelcode", code=True)
    qtbot.addWidget(field)
    qtbot.keyClicks(field.edit, "ABCD")
    field.empty()
    field.edit.undo()
    assert field.text() == ""


def test_putting_back_can_be_chosen_only_when_it_is_known_what_would_be_missing(qtbot: QtBot) -> None:
    copy = Copy(Path("kopie"), datetime(2026, 1, 2, tzinfo=UTC), "zelf", 1, True)
    room = RestoreRoom(copy)
    qtbot.addWidget(room)
    assert not room.do.isEnabled()
    room.refuse(UserError("Deze kopie is niet leesbaar."))
    assert not room.do.isEnabled()
    room.show_seen(None)  # it has another password
    assert room.do.isEnabled()
    room.show_seen(Seen("0" * 96, ()))
    assert room.do.isEnabled()


def test_while_work_goes_on_nothing_else_is_begun_where_the_administration_cannot_open(
    tmp_path: Path, qtbot: QtBot
) -> None:
    look = Look()
    page = NotOpenPage(UserError("Beschadigd."), tmp_path, look)
    look.setParent(page)
    qtbot.addWidget(page)
    page.offer("", page.restore, page.rescue)
    page.may_do(False)
    on = {
        button.text()
        for button in page.findChildren(QPushButton)
        if not button.isHidden() and button.isEnabled()
    }
    assert on == {"Map met uw gegevens openen", "Probleemrapport bewaren…", "Afsluiten"}
    page.may_do(True)
    assert page.restore.isEnabled()


def test_where_nothing_can_be_changed_the_way_out_is_told_and_no_button_promises_otherwise(
    office_made: Path, data_folder: Path, open_window: OpenWindow, settled: Settled
) -> None:
    shutil.copytree(office_made, data_folder)
    with read_only(data_folder, "bestand"), opened(data_folder) as ctx:
        window = open_window(ctx)
        settled(window)
        assert "alleen-lezen" in window.banner.text.text()
        today = window.page
        assert isinstance(today, TodayPage)
        assert not any(button.isEnabled() for button in today.view.buttons.values())
        window.go(Place("privacy", kind="datalek"))
        settled(window)
        (pane,) = (pane for each in window.findChildren(PrivacyPage) for pane in each.findChildren(ListPane))
        assert pane.empty_title.isVisible()
        assert not pane.empty_button.isVisible()
        window.go(Place("reservekopieen"))
        settled(window)
        page = window.page
        assert isinstance(page, CopiesPage)
        assert not page.make_button.isEnabled()
        assert page.make_button.toolTip() == ctx.store.read_only
        assert page._none.text() == "Er zijn nog geen reservekopieën."
        assert page.other_button.hasFocus()
        window.close()
