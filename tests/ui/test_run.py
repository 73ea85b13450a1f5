"""Starting and ending: the window first, what was kept at once, and nothing left behind."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from huurdersapp.actions import concepten, vooraf
from huurdersapp.actions.concepten import Concept
from huurdersapp.actions.voorbeeld import TODAY
from huurdersapp.app import opened
from huurdersapp.base import clock
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.base.settings import FILE as SETTINGS
from huurdersapp.base.settings import LAST_PLACE, Settings
from huurdersapp.ui import moments
from huurdersapp.ui.pages.niet_open import NotOpenPage
from huurdersapp.ui.pages.vandaag import TodayPage
from huurdersapp.ui.place import Place
from huurdersapp.ui.today_read import Keeper
from huurdersapp.ui.today_view import TodayView, still_true
from tests.ui.programs import Start, wait_for

HEAVY = (
    "alembic",
    "babel",
    "dateparser",
    "docx",
    "qtawesome",
    "reportlab",
    "sqlalchemy",
    "sqlcipher3",
    "typer",
)
AT_FIRST_PAINT = """
import sys
from huurdersapp.ui import moments, run
def tell(moment):
    print(" ".join(sys.modules))
    sys.stdout.flush()
    import os; os._exit(0)
moments.tell = tell
run.run()
"""


def copied(example_made: Path, folder: Path) -> Path:
    """A copy of the example in this folder."""
    shutil.copytree(example_made, folder)
    return folder


def test_until_the_first_paint_nothing_heavy_is_imported(example_made: Path, data_folder: Path) -> None:
    copied(example_made, data_folder)
    command = [sys.executable, "-c", AT_FIRST_PAINT]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    known = {name.partition(".")[0] for name in ran.stdout.split()}
    assert "PySide6" in known
    assert known.isdisjoint(HEAVY), known & set(HEAVY)


def test_what_was_kept_is_shown_before_anything_is_opened(
    example_made: Path, data_folder: Path, start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied(example_made, data_folder)
    start(data_folder).window.close()
    monkeypatch.setattr("huurdersapp.ui.run.existing", lambda *_: _waiting())
    program = start(data_folder, TodayView)
    shown = program.window.stack.currentWidget()
    assert isinstance(shown, TodayView)
    assert {"knelpunt", "actiepunt"} <= set(shown.buttons)
    assert program.window.navigation.isVisible()
    assert program.window.heading.text() == "Vandaag"


def _waiting() -> Job[None]:
    while True:
        threading.Event().wait(0.01)
        yield Progress(0, None, "")


@pytest.mark.parametrize("page", ["vandaag", "instellingen"])
def test_the_last_screen_is_shown_again(
    example_made: Path, data_folder: Path, start: Start, page: str
) -> None:
    copied(example_made, data_folder)
    first = start(data_folder)
    first.window.go(Place(page))
    first.window.close()
    again = start(data_folder)
    assert again.window.page is not None
    assert again.window.page.key == page


def test_where_somebody_wants_to_go_meanwhile_is_shown_when_all_is_open(
    example_made: Path, data_folder: Path, start: Start, qtbot: QtBot
) -> None:
    copied(example_made, data_folder)
    program = start(data_folder, QLabel)
    program.window.go(Place("instellingen"))
    wait_for(qtbot, program)
    assert program.window.page is not None
    assert program.window.page.key == "instellingen"


def test_only_what_stays_true_is_shown_on_another_day() -> None:
    kept = {
        "dag": "2026-11-22",
        "let_op": [{"tekst": "2 actiepunten zijn te laat."}],
        "agenda": [{"tekst": "RG", "dag": "2026-11-22"}, {"tekst": "BO", "dag": "2026-11-30"}],
        "concepten": [{"tekst": "Knelpunt: Lekkage"}],
        "voortgang": [{"tekst": "3 knelpunten staan open"}],
        "laatste": [{"tekst": "Knelpunt"}],
        "reservekopie": "De laatste reservekopie is van vandaag.",
    }
    assert still_true(kept, date(2026, 11, 22)) == kept
    later = still_true(kept, date(2026, 11, 23))
    assert set(later) == {"agenda", "concepten", "laatste", "oud"}
    assert later["agenda"] == [{"tekst": "BO", "dag": "2026-11-30"}]
    assert still_true(kept | {"voorbeeld": True}, date(2026, 11, 23))["let_op"]


def test_the_example_is_looked_at_on_its_own_day(example_made: Path, data_folder: Path, start: Start) -> None:
    copied(example_made, data_folder)
    program = start(data_folder)
    assert clock.today() == TODAY
    program.window.close()
    assert clock.today() != TODAY


def test_closing_keeps_the_page_and_gives_the_folder_free(
    example_made: Path, data_folder: Path, start: Start
) -> None:
    copied(example_made, data_folder)
    program = start(data_folder)
    assert vooraf.is_open(data_folder)
    program.window.close()
    assert program.is_closed
    assert program.exit_code == 0
    assert not vooraf.is_open(data_folder)
    kept = vooraf.glance(data_folder)
    assert kept is not None
    assert kept["dag"] == TODAY.isoformat()
    assert kept["let_op"]
    assert not [path.name for path in data_folder.iterdir() if path.name.endswith(("-wal", "bezet", "roep"))]


def test_closing_waits_for_work_that_goes_on_and_says_so(
    example_made: Path, data_folder: Path, start: Start, qtbot: QtBot
) -> None:
    copied(example_made, data_folder)
    program = start(data_folder)
    window, go_on = program.window, threading.Event()

    def long() -> Job[None]:
        yield Progress(0, 2, "")
        go_on.wait(20)
        yield Progress(1, 2, "")

    assert window.desk is not None
    job = window.desk.run(long(), "Lang werk", lambda _none: None)
    with qtbot.waitSignal(job.progressed):
        pass
    window.close()
    assert window.isVisible()
    assert window.message.text() == "Bezig met afsluiten…"
    go_on.set()
    qtbot.waitUntil(lambda: program.is_closed, timeout=20_000)
    assert not window.isVisible()


def test_closing_while_it_is_being_opened_leaves_nothing(
    example_made: Path, data_folder: Path, start: Start
) -> None:
    copied(example_made, data_folder)
    program = start(data_folder, QLabel)
    program.window.close()
    assert program.is_closed
    assert not vooraf.is_open(data_folder)


def test_a_damaged_store_is_told_and_can_be_tried_again(
    example_made: Path, data_folder: Path, start: Start, qtbot: QtBot
) -> None:
    copied(example_made, data_folder)
    store = data_folder / "huurdersapp.store"
    whole = store.read_bytes()
    store.write_bytes(b"\0" * 8192)
    program = start(data_folder, NotOpenPage)
    page = program.window.stack.currentWidget()
    assert isinstance(page, NotOpenPage)
    assert page.again.hasFocus()
    assert program.exit_code == 1
    store.write_bytes(whole)
    page.again.click()
    wait_for(qtbot, program)
    assert program.exit_code == 0


def test_settings_that_cannot_be_read_are_told(example_made: Path, data_folder: Path, start: Start) -> None:
    copied(example_made, data_folder)
    (data_folder / SETTINGS).write_text("{kapot", encoding="utf-8")
    program = start(data_folder, NotOpenPage)
    assert program.exit_code == 1


def test_a_lost_file_is_no_new_beginning(example_made: Path, data_folder: Path, start: Start) -> None:
    copied(example_made, data_folder)
    (data_folder / "huurdersapp.store").unlink()
    start(data_folder, NotOpenPage)


def test_a_concept_stands_ready_at_the_next_start(
    example_made: Path, data_folder: Path, start: Start, qtbot: QtBot
) -> None:
    copied(example_made, data_folder)
    with opened(data_folder) as ctx:
        concepten.keep(ctx, Concept(soort="knelpunt", titel="Lekkage in de hal"))
    program = start(data_folder)
    page = program.window.page
    assert isinstance(page, TodayPage)
    qtbot.waitUntil(lambda: "Verder: Knelpunt: Lekkage in de hal" in names(page), timeout=20_000)


def names(page: TodayPage) -> list[str]:
    """What screen readers say of the buttons."""
    return [button.accessibleName() for button in page.findChildren(QPushButton) if button.isVisible()]


def test_the_moments_are_told_to_who_measures(
    example_made: Path,
    data_folder: Path,
    start: Start,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    copied(example_made, data_folder)
    before = start(data_folder)
    before.window.close()
    qtbot.waitUntil(lambda: before.is_closed, timeout=20_000)
    told = tmp_path / "momenten"
    monkeypatch.setenv(moments.VARIABLE, str(told))
    start(data_folder)
    qtbot.waitUntil(lambda: told.exists() and moments.BLOCK in told.read_text("ascii"), timeout=20_000)
    lines = [line.split()[0] for line in told.read_text("ascii").splitlines()]
    assert lines == [moments.FIRST_PAINT, moments.ROWS, moments.READY, moments.BLOCK]


def test_the_last_place_is_not_a_reason_to_fail(example_made: Path, data_folder: Path, start: Start) -> None:
    copied(example_made, data_folder)
    Settings(data_folder).set(LAST_PLACE, '{"page": "bestaat_niet"}')
    program = start(data_folder)
    assert program.window.page is not None
    assert program.window.page.key == "vandaag"


def test_until_a_screen_is_there_the_focus_is_in_the_navigation(
    example_made: Path, data_folder: Path, start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied(example_made, data_folder)
    with monkeypatch.context() as held:
        held.setattr("huurdersapp.ui.run.existing", lambda *_: _waiting())
        program = start(data_folder, QLabel)
        assert program.window.focusWidget() is program.window.navigation


def test_vandaag_is_kept_after_the_language_was_changed_too(
    example_made: Path, data_folder: Path, start: Start, qtbot: QtBot
) -> None:
    copied(example_made, data_folder)
    window = start(data_folder).window
    before = window.desk
    assert before is not None
    before.spoken.emit("en")
    qtbot.waitUntil(lambda: window.desk not in (None, before))
    qtbot.waitUntil(lambda: window.desk is not None and len(window.desk.findChildren(Keeper)) == 1)
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    menus = [menu for menu in window.menuBar().findChildren(QMenu, options=direct) if menu.title()]
    assert [menu.menuAction() for menu in menus] == window.menuBar().actions()
    window.look.set_scheme("donker")
    assert window.menus.actions["kleuren_donker"].isChecked()
