"""The page on which addresses are loaded: stopped, overtaken by a change, dropped upon, and refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from huurdersapp.actions import adreslijst, history, lists, records
from huurdersapp.actions.context import Context
from huurdersapp.base import jobs
from huurdersapp.store import check
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.adreslijst import AddressListPage
from huurdersapp.ui.place import Place
from tests.windows import OpenWindow

Settled = Callable[[MainWindow], None]
Write = Callable[..., Path]


@pytest.fixture
def window(open_window: OpenWindow, office: Context, settled: Settled) -> MainWindow:
    """The window on an empty administration, at the page."""
    made = open_window(office)
    settled(made)
    made.go(Place("adreslijst"))
    return made


@pytest.fixture
def page(window: MainWindow) -> AddressListPage:
    found = window.findChildren(AddressListPage)
    return found[0]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a list of so many homes."""

    def made(count: int, more: str = "") -> Path:
        path = tmp_path / "lijst.csv"
        rows = "".join(f"7822 AP;{number};Marel;C-{number % 3}\n" for number in range(1, count + 1))
        path.write_text(f"Postcode;Huisnummer;Straat;Complex\n{rows}{more}", encoding="utf-8")
        return path

    return made


def to_the_check(page: AddressListPage, window: MainWindow, settled: Settled, path: Path) -> None:
    page.read(path)
    settled(window)
    page.to_mapping()
    page.look()
    settled(window)
    assert page.plan is not None


def words(page: AddressListPage) -> str:
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def test_a_load_that_is_stopped_halfway_leaves_nothing(
    page: AddressListPage, window: MainWindow, settled: Settled, write: Write, office: Context
) -> None:
    to_the_check(page, window, settled, write(2000))
    seq = office.store.head.seq
    page.load()
    (running,) = window.desk.runner.jobs  # type: ignore[union-attr]  # it is open
    # Stop as soon as rows were written: at the first report of what is being saved.
    running.stop()
    settled(window)
    assert lists.count(office, office.spec("adres")) == 0
    assert lists.count(office, office.spec("complex")) == 0
    assert lists.find(office, office.spec("adres"), words="marel") == []
    assert office.store.head.seq == seq
    assert history.next_undo(office) is None
    assert jobs.run(check.check(office.store)) == []
    assert "Gestopt" in window.message.text()
    # What was looked at still holds, and can be loaded after all.
    page.load()
    settled(window)
    assert lists.count(office, office.spec("adres")) == 2000


def test_every_moment_at_which_a_load_is_stopped_leaves_nothing(
    page: AddressListPage, window: MainWindow, settled: Settled, write: Write, office: Context
) -> None:
    to_the_check(page, window, settled, write(1500))
    assert page.plan is not None
    steps = 0
    while True:
        job, steps = adreslijst.load(office, page.plan), steps + 1
        try:
            for _step in range(steps):
                next(job)
        except StopIteration:
            break
        job.close()
        assert lists.count(office, office.spec("adres")) == 0
        assert office.store.head.seq == page.plan.seq
    assert steps > 1
    assert lists.count(office, office.spec("adres")) == 1500


def test_a_change_elsewhere_makes_the_page_look_again(
    page: AddressListPage, window: MainWindow, settled: Settled, write: Write, office: Context, qtbot: QtBot
) -> None:
    to_the_check(page, window, settled, write(3))
    before = page.plan
    records.create(
        office, office.spec("adres"), [{"postcode": "7822 AP", "huisnummer": 2, "straat": "Marel"}]
    )
    qtbot.waitUntil(lambda: page.plan is not None and page.plan is not before)
    settled(window)
    assert page.plan is not None
    assert page.plan.counts["nieuw"] == 2
    page.load()
    settled(window)
    assert lists.count(office, office.spec("adres")) == 3


def test_a_list_without_postcodes_is_told_at_the_columns_and_the_file_stays(
    page: AddressListPage, window: MainWindow, settled: Settled, tmp_path: Path
) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text("Naam;Plaats\nMarel;Emmen\n", encoding="utf-8")
    page.read(path)
    settled(window)
    page.to_mapping()
    page.look()
    settled(window)
    assert "Wij weten nog niet in welke kolom dit staat: Postcode, Huisnummer." in words(page)
    assert "Bestand: lijst.csv" in words(page)
    assert page.check.isHidden()


def test_another_choice_of_column_takes_the_check_away(
    page: AddressListPage, window: MainWindow, settled: Settled, write: Write
) -> None:
    to_the_check(page, window, settled, write(3))
    combo = page.mapping.combos["straat"]
    combo.setCurrentIndex(0)
    combo.activated.emit(0)
    assert page.check.isHidden()
    assert page.plan is None
    page.look()
    settled(window)
    assert not page.check.isHidden()
    assert "Regel 2: 1, 7822 AP" in words(page)


def test_a_file_may_be_dropped_on_the_page(
    page: AddressListPage, window: MainWindow, settled: Settled, write: Write, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(write(3)))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))
    settled(window)
    assert "3 rijen, 4 kolommen" in words(page)


def test_many_remarks_and_complexes_are_not_all_told(
    page: AddressListPage, window: MainWindow, settled: Settled, tmp_path: Path
) -> None:
    path = tmp_path / "lijst.csv"
    rows = "".join(f"7822 AP;{n};C-{n};Wijk {n}\n" for n in range(1, 41))
    path.write_text(f"Postcode;Huisnummer;Complex;Wijk\n{rows}", encoding="utf-8")
    to_the_check(page, window, settled, path)
    assert "en nog 28 andere" in words(page)
    assert "C-12 en nog 28" in words(page)
    assert page.check.load.text() == "40 adressen laden"
