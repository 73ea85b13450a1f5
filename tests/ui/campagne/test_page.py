"""The screen of campagnes: totals above the list, counting with one press, figures that open, and the audience."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from huurdersapp.actions import campagnes, concepten, history, lists, records
from huurdersapp.actions.context import Context
from huurdersapp.records import ALL
from huurdersapp.ui.campagne.figures import StandPanel
from huurdersapp.ui.campagne.form import CampaignForm
from huurdersapp.ui.campagne.work import WorkPanel
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.campagne import CampaignPage, told
from huurdersapp.ui.place import Place
from tests.windows import OpenWindow, named, press

Settled = Callable[[MainWindow], None]
DOOR = {"datum": "2019-09-02", "vorm": "individueel", "kanaal": "huis_aan_huis", "plek": "Brink"}


def make(ctx: Context, **values: Any) -> int:
    saved = records.create(ctx, ALL["campagne"], [{"titel": "Warm wonen", **values}]).records
    return int(saved[0]["nummer"])


def shown(window: MainWindow, number: int | None, settled: Settled) -> CampaignPage:
    window.go(Place("campagne", number))
    settled(window)
    page = window.page
    assert isinstance(page, CampaignPage)
    return page


def work_of(page: CampaignPage) -> WorkPanel:
    return page.view.findChildren(WorkPanel)[-1]


def figures_of(page: CampaignPage) -> StandPanel:
    return page.view.findChildren(StandPanel)[-1]


def count(window: MainWindow, bot: QtBot, settled: Settled, key: str, wanted: int) -> CampaignPage:
    """Press a counting button and wait until all is shown anew, with the focus on it again."""
    page = window.page
    assert isinstance(page, CampaignPage)
    before = work_of(page)
    before.buttons[key].setFocus()
    press(bot, Qt.Key.Key_Space)
    bot.waitUntil(
        lambda: bool(page.view.findChildren(WorkPanel)) and work_of(page) is not before, timeout=10_000
    )
    bot.waitUntil(lambda: QApplication.focusWidget() is work_of(page).buttons[key], timeout=10_000)
    settled(window)
    record = records.show(page.desk.ctx, ALL["campagne"], page.view.number)
    assert record[key] == wanted
    return page


def test_the_line_above_the_list_follows_its_filters(
    window: MainWindow, example: Context, settled: Settled
) -> None:
    page = shown(window, None, settled)
    assert page.totals.text() == told(campagnes.list_totals(example))
    for chip in ("Dit jaar", "Groepsgewijs", "Loopt nu"):
        button = named(page, QPushButton, chip)
        assert isinstance(button, QPushButton)
        button.click()
        settled(window)
        asked = page.bar.asked.conditions()
        assert asked
        assert page.totals.text() == told(campagnes.list_totals(example, asked))
    count = lists.count(example, example.spec("campagne"), page.bar.asked.conditions())
    assert page.totals.text().startswith(f"{count} campagne")


def test_one_press_counts_one_and_the_focus_stays_for_the_next(
    office: Context, open_window: OpenWindow, qtbot: QtBot, settled: Settled
) -> None:
    number = make(office, doel_maat="contact", doel_aantal=20, acties=[DOOR | {"contacten": 4}])
    window = open_window(office)
    page = shown(window, number, settled)
    count(window, qtbot, settled, "contacten", 5)
    count(window, qtbot, settled, "contacten", 6)
    count(window, qtbot, settled, "deelnemers", 1)
    assert window.message.text() == "Deelnemer geteld: nu 1 bij Huis aan huis, Brink."
    assert work_of(page).progress.text() == "Contact 6 van 20 (30\N{NO-BREAK SPACE}%)"
    history.undo(office)
    history.undo(office)
    assert [line["contacten"] for line in records.show(office, ALL["campagne"], number)["acties"]] == [5]


def test_without_an_action_it_is_asked_first_how_and_where(
    office: Context, open_window: OpenWindow, settled: Settled
) -> None:
    window = open_window(office)
    page = shown(window, make(office), settled)
    work_of(page).buttons["contacten"].click()
    form = work_of(page).form
    assert form is not None
    assert form.fields.value("contacten") == 1
    form.fields.boxes["kanaal"].editor.set_value("kraam")
    assert form.save()
    (line,) = records.show(office, ALL["campagne"], 1)["acties"]
    assert (line["datum"], line["kanaal"], line["contacten"]) == ("2019-09-02", "kraam", 1)


def test_a_new_action_begins_with_today_and_the_way_and_place_of_the_last(
    office: Context, open_window: OpenWindow, settled: Settled
) -> None:
    number = make(office, acties=[DOOR | {"datum": "2019-08-01", "bereik": 9, "naam": "Ronde 1"}])
    window = open_window(office)
    page = shown(window, number, settled)
    work = work_of(page)
    assert work.where.text() == "De knoppen met +1 tellen vandaag bij: Huis aan huis, Brink."
    work.buttons["actie"].click()
    assert work.form is not None
    known = {
        key: work.form.fields.value(key) for key in ("datum", "vorm", "kanaal", "plek", "naam", "bereik")
    }
    assert known == {
        "datum": "2019-09-02",
        "vorm": "individueel",
        "kanaal": "huis_aan_huis",
        "plek": "Brink",
        "naam": None,
        "bereik": None,
    }


def test_what_was_typed_of_an_action_is_there_again(
    office: Context, open_window: OpenWindow, settled: Settled
) -> None:
    number = make(office)
    window = open_window(office)
    page = shown(window, number, settled)
    work = work_of(page)
    work.buttons["meting"].click()
    assert work.form is not None
    work.form.fields.boxes["vraag"].editor.set_typed("Was het nuttig?")
    work.form.fields.boxes["vraag"].editor.edited.emit()
    window.go(Place("vandaag"))
    assert len(concepten.every(office)) == 1
    page = shown(window, number, settled)
    again = work_of(page).form
    assert again is not None
    assert again.fields.value("vraag") == "Was het nuttig?"


def test_a_measure_asks_from_which_figure_only_of_figures(
    office: Context, open_window: OpenWindow, settled: Settled
) -> None:
    window = open_window(office)
    page = shown(window, make(office), settled)
    work_of(page).buttons["meting"].click()
    form = work_of(page).form
    assert form is not None
    boxes = form.fields.boxes
    assert boxes["gelukt_vanaf"].isHidden()
    boxes["soort"].editor.set_value("cijfer")
    boxes["soort"].editor.edited.emit()
    assert not boxes["gelukt_vanaf"].isHidden()
    for key, value in (("vraag", "Hoe was het?"), ("gelukt_vanaf", 4), ("beantwoord", 12), ("gelukt", 9)):
        boxes[key].editor.set_value(value)
    assert form.save()
    (line,) = records.show(office, ALL["campagne"], 1)["metingen"]
    assert (line["soort"], line["gelukt_vanaf"], line["beantwoord"], line["gelukt"]) == ("cijfer", 4, 12, 9)


def test_what_cannot_be_is_told_at_its_field(
    office: Context, open_window: OpenWindow, settled: Settled
) -> None:
    window = open_window(office)
    page = shown(window, make(office), settled)
    work_of(page).buttons["meting"].click()
    form = work_of(page).form
    assert form is not None
    for key, value in (("vraag", "Hoe was het?"), ("beantwoord", 3), ("gelukt", 9)):
        form.fields.boxes[key].editor.set_value(value)
    assert not form.save()
    assert (
        form.fields.boxes["gelukt"].fault.text()
        == "Meer gelukt dan er antwoorden zijn. Kijk de aantallen na."
    )


def test_effect_is_kept_with_how_it_was_measured(
    office: Context, open_window: OpenWindow, qtbot: QtBot, settled: Settled
) -> None:
    window = open_window(office)
    page = shown(window, make(office), settled)
    work_of(page).buttons["effect"].click()
    form = work_of(page).form
    assert form is not None
    form.fields.boxes["effect_aantal"].editor.set_value(7)
    form.fields.boxes["effect_hoe"].editor.set_value("Nagebeld")
    assert form.save()
    saved = records.show(office, ALL["campagne"], 1)
    assert (saved["effect_aantal"], saved["effect_hoe"]) == (7, "Nagebeld")
    words = "Effect: bij 7 huishoudens veranderde er iets."
    qtbot.waitUntil(lambda: work_of(page).effect.text() == words, timeout=10_000)
    assert work_of(page).form is None


def test_every_number_of_the_steps_opens_what_is_behind_it(
    window: MainWindow, example: Context, settled: Settled
) -> None:
    page = shown(window, 2, settled)
    figures = figures_of(page)
    assert {"bereik", "contacten", "aangemeld", "bezoek", "geplaatst", "nazorg"} <= set(figures.counts)
    figures.counts["contacten"].click()
    words = [line.text() for line in figures.behind.lines]
    assert words[0] == "Contact komt uit deze acties:"
    assert len(words) == 1 + sum(
        line["contacten"] is not None for line in records.show(example, ALL["campagne"], 2)["acties"]
    )
    figures.counts["contacten"].click()
    assert figures.behind.isHidden()
    wanted = figures.counts["bezoek"].words
    figures.counts["bezoek"].click()
    settled(window)
    assert window.page is not page
    place = window.page.place() if window.page is not None else None
    assert place is not None
    assert place.page == "energiebezoek"
    assert str(lists.count(example, example.spec("energiebezoek"), place.where)) == wanted


def test_not_counted_is_another_sign_than_zero(
    office: Context, open_window: OpenWindow, settled: Settled
) -> None:
    number = make(office, acties=[DOOR | {"bereik": 0}])
    window = open_window(office)
    page = shown(window, number, settled)
    texts = [label.text() for label in figures_of(page).cards["totalen"].findChildren(QLabel)]
    assert "0" in texts
    assert "–" in texts
    steps = [label.text() for label in figures_of(page).cards["stappen"].findChildren(QLabel)]
    assert steps.count("niet geteld") == 3


@pytest.fixture
def homes(office: Context) -> Context:
    """Three homes in a complex, of which one is not let."""
    records.create(office, ALL["kern"], [{"naam": "Noord", "soort": "wijk"}])
    records.create(office, ALL["verhuurder"], [{"naam": "Lefier"}])
    records.create(office, ALL["complex"], [{"naam": "Brinkhof", "verhuurder": 1, "kern": 1}])
    home = {"postcode": "7811 AA", "straat": "Brink", "complex": 1, "kern": 1}
    lines = [{**home, "huisnummer": number, "actief": number != 3} for number in (1, 2, 3)]
    records.create(office, ALL["adres"], lines)
    return office


def test_known_addresses_can_be_taken_over_as_the_audience(
    homes: Context, open_window: OpenWindow, settled: Settled
) -> None:
    window = open_window(homes)
    window.go(Place("campagne", doing="nieuw", values={"titel": "Warm wonen"}))
    settled(window)
    page = window.page
    assert isinstance(page, CampaignPage)
    form = page.form
    assert isinstance(form, CampaignForm)
    assert form.audience.take.isHidden() or not form.audience.take.isVisible()
    box = form.fields.box("complexen")
    assert box is not None
    box.editor.set_value([1])
    box.editor.edited.emit()
    settled(window)
    assert form.audience.hint.text() == "Wij kennen 2 adressen in wat u koos."
    form.audience.take.click()
    assert form.save()
    saved = records.show(homes, ALL["campagne"], 1)
    assert (saved["doelgroep_aantal"], saved["doelgroep_bron"]) == (2, "Adressen die wij kennen")
