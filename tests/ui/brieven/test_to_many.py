"""A letter to tenants on the screen: to how many homes it goes, and one file with all letters or labels."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from huurdersapp.actions import records
from huurdersapp.actions.context import Context
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.brief import LetterPage
from huurdersapp.ui.place import Place
from tests.reports.paper_samples import extracted
from tests.ui.preview.waiting import ready

# Qt says this of each window with a smallest size of its own where there is no real screen.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def asked_of(ctx: Context) -> int:
    """A raadpleging of three homes."""
    records.create(ctx, ctx.spec("complex"), [{"naam": "Proefhof"}])
    home = {"straat": "Proefhof", "postcode": "7812 ZZ", "plaats": "Emmen", "complex": "Proefhof"}
    records.create(ctx, ctx.spec("adres"), [home | {"huisnummer": number} for number in (1, 2, 3)])
    raw = {"titel": "Wonen in de Proefhof", "complexen": ["Proefhof"]}
    return int(records.create(ctx, ctx.spec("raadpleging"), [raw]).records[0]["nummer"])


def shown(window: MainWindow, bot: QtBot, ctx: Context, **values: object) -> LetterPage:
    raw = {"soort": "uitnodiging", "onderwerp": "uitnodiging", **values}
    number = records.create(ctx, ctx.spec("brief"), [raw]).records[0]["nummer"]
    window.go(Place("brief", number, kind="brief"))
    page = window.page
    assert isinstance(page, LetterPage)
    ready(bot, page.preview)
    return page


def test_a_letter_to_tenants_tells_how_many_and_writes_them_all(
    window: MainWindow, qtbot: QtBot, example: Context, tmp_path: Path
) -> None:
    page = shown(window, qtbot, example, raadpleging=asked_of(example))
    panel = page.many
    assert panel.isVisible()
    assert panel.told.text() == "Deze brief gaat naar 3 adressen."
    for make, name in ((panel.make, "brieven.pdf"), (panel.make_labels, "etiketten.pdf")):
        make(tmp_path / name)
        qtbot.waitUntil(lambda: not page.desk.runner.jobs, timeout=20_000)
        text = " ".join(extracted((tmp_path / name).read_bytes()))
        assert all(f"Proefhof {number}" in text for number in (1, 2, 3))


def test_without_addresses_it_says_why_and_what_to_do(
    window: MainWindow, qtbot: QtBot, example: Context
) -> None:
    panel = shown(window, qtbot, example).many
    assert "niet aan welke adressen" in panel.told.text()
    assert not panel.letters.isEnabled()
    assert not panel.labels.isEnabled()


def test_a_letter_to_one_address_has_no_such_buttons(
    window: MainWindow, qtbot: QtBot, example: Context
) -> None:
    assert not shown(window, qtbot, example, soort="brief").many.isVisible()
