"""The yearly round through the window: what would go first, what is kept with a reason, the question, and what is remembered."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from huurdersapp.actions import lists, records, verwerkingen
from huurdersapp.actions.context import Context
from huurdersapp.app import opened
from huurdersapp.base import clock
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.opschonen import ERASE, RoundPage
from huurdersapp.ui.pages.privacy import PrivacyPage
from huurdersapp.ui.place import Place
from tests.ui.test_access import SIZES, faults
from tests.windows import OpenWindow

Settled = Callable[[MainWindow], None]
LATER = date(2021, 9, 1)
# Qt says this of a question where there is no real screen.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture(scope="module")
def kept_made(office_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two knelpunten that were closed long ago, with who reported them, and the terms of the proposals."""
    folder = tmp_path_factory.mktemp("ronde") / "gegevens"
    shutil.copytree(office_made, folder)
    with clock.fixed(date(2019, 9, 2)), opened(folder) as ctx:
        verwerkingen.overnemen(ctx)
        case = {"gemeld_op": "2019-08-05", "bron": "spreekuur", "categorie": "onderhoud"}
        steps = [
            {"status": "afgewezen", "datum": "2019-09-01", "reden": "Gaat niet door."},
        ]
        one = {
            **case,
            "titel": "Lekkage",
            "melder_naam": "J. Wolgreven",
            "omschrijving": "De buurman klaagt.",
            "stappen": steps,
        }
        two = {**case, "titel": "Herrie", "melder_naam": "A. Knikkebein", "stappen": steps}
        records.create(ctx, ctx.spec("knelpunt"), [one, two])
    return folder


@pytest.fixture
def kept(kept_made: Path, data_folder: Path) -> Iterator[Context]:
    """A copy of it for this test alone, two years later."""
    shutil.copytree(kept_made, data_folder)
    with clock.fixed(LATER), opened(data_folder) as ctx:
        yield ctx


def shown(window: MainWindow, settled: Settled) -> RoundPage:
    window.go(Place("opschonen"))
    settled(window)
    assert isinstance(window.page, RoundPage)
    return window.page


def test_a_round_keeps_what_the_board_keeps_and_erases_the_rest(
    open_window: OpenWindow, kept: Context, settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(kept)
    page = shown(window, settled)
    assert page.table is not None
    assert page.table.links["knelpunten"].words == "2 voorbij"
    page.table.openers["knelpunten"].click()
    keeping = page.table.keeping["knelpunten"]
    at = next(at for at, row in enumerate(keeping.list.rows) if "Herrie" in row.words)
    keeping.list.item(at).setCheckState(Qt.CheckState.Checked)
    page.buttons["opschonen"].click()
    assert asked(page) is None
    assert page.fault.text().startswith("Schrijf erbij waarom u deze gegevens bewaart")
    keeping.reason.setText("Er loopt een zaak.")
    page.buttons["opschonen"].click()
    box = asked(page)
    assert box is not None
    assert box.text() == "U wist gegevens van mensen bij 1 record."
    assert box.defaultButton().text() == "Annuleren"
    box.reject()
    assert names(kept) == {"Lekkage": "J. Wolgreven", "Herrie": "A. Knikkebein"}
    page.buttons["opschonen"].click()
    box = asked(page)
    assert box is not None
    next(each for each in box.buttons() if each.text() == "Gegevens wissen").click()
    settled(window)
    assert names(kept) == {"Lekkage": None, "Herrie": "A. Knikkebein"}
    assert isinstance(window.page, PrivacyPage)
    assert window.page.place().kind == "opschoonronde"
    settled(window)
    assert window.page.view.edit_button.isHidden(), "what was done is not done otherwise afterwards"
    lines = records.show(kept, kept.spec("opschoonronde"), 1)["soorten"]
    line = next(each for each in lines if each["soort"] == "knelpunten")
    assert (line["aantal"], line["bewaard"], line["reden"]) == (1, 1, "Er loopt een zaak.")


def test_a_number_opens_its_list(open_window: OpenWindow, kept: Context, settled: Settled) -> None:
    window = open_window(kept)
    page = shown(window, settled)
    assert page.table is not None
    page.table.links["knelpunten"].click()
    settled(window)
    assert window.page is not None
    place = window.page.place()
    assert (place.page, len(place.where)) == ("knelpunt", 1)
    found = lists.find(kept, kept.spec("knelpunt"), place.where)
    assert {record["titel"] for record in found} == {"Lekkage", "Herrie"}


def test_a_text_goes_only_when_somebody_says_so(
    open_window: OpenWindow, kept: Context, settled: Settled
) -> None:
    page = shown(open_window(kept), settled)
    page.buttons["teksten"].click()
    assert page.texts is not None
    assert page.chosen_texts() == ()
    page.texts.after.click()
    assert page.texts.fault.text() == "", "what is not chosen stays, so nothing is asked"
    page.texts.buttons[ERASE].click()
    assert len(page.chosen_texts()) == 1


@pytest.mark.parametrize(("width", "height", "zoom"), SIZES)
def test_the_round_is_heard_reached_hit_and_seen_whole(
    open_window: OpenWindow, kept: Context, settled: Settled, width: int, height: int, zoom: int
) -> None:
    window = open_window(kept)
    window.look.set_zoom(zoom)
    window.resize(width, height)
    page = shown(window, settled)
    assert page.table is not None
    page.table.openers["knelpunten"].click()
    page.buttons["teksten"].click()
    settled(window)
    assert not (wrong := list(faults(window, page))), "\n".join(wrong)
    assert (window.width(), window.height()) == (width, height)


def asked(page: RoundPage) -> QMessageBox | None:
    """The question that stands open, or stood open last."""
    return page.box


def names(ctx: Context) -> dict[str, str | None]:
    """Who reported what."""
    return {record["titel"]: record["melder_naam"] for record in lists.find(ctx, ctx.spec("knelpunt"))}
