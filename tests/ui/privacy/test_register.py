"""The screen Privacy: proposals for the register, breaches with their clock, and the papers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from huurdersapp.actions import lists, records, verwerkingen
from huurdersapp.actions.context import Context
from huurdersapp.base import clock
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.privacy import PrivacyPage
from huurdersapp.ui.pages.privacy_papier import PrivacyPaperPage
from huurdersapp.ui.place import Place
from huurdersapp.ui.privacy.breach_panel import BreachPanel
from huurdersapp.ui.privacy.proposals import ProposalsCard
from tests.windows import OpenWindow, named, press

Settled = Callable[[MainWindow], None]
DAY = date(2019, 9, 2)


def opened(window: MainWindow, kind: str, number: int | None = None) -> PrivacyPage:
    window.go(Place("privacy", number, kind=kind))
    assert isinstance(window.page, PrivacyPage)
    return window.page


def test_ticked_proposals_are_taken_over_in_one_step(
    open_window: OpenWindow, office: Context, settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(office)
    page = opened(window, "verwerking")
    named(page, QPushButton, "Voorstellen…").click()  # type: ignore[attr-defined]
    card = page.findChild(ProposalsCard)
    assert card is not None
    assert len(card.offers) == len(verwerkingen.voorstellen(office))
    card.list.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    card.yes.click()
    settled(window)
    found = lists.find(office, office.spec("verwerking"))
    assert len(found) == len(card.offers) - 1, "the one without a tick is left out"
    assert window.message.text() == f"{len(found)} verwerkingen overgenomen."
    window.undo()
    assert lists.count(office, office.spec("verwerking")) == 0


def test_each_list_has_its_own_buttons(open_window: OpenWindow, office: Context) -> None:
    page = opened(open_window(office), "verwerking")
    for kind, words in (("verwerking", "Privacyverklaring"), ("datalek", "Wat stond erop?")):
        opened(page.window(), kind)  # type: ignore[arg-type]
        shown = {tool.text() for tools in page.tools.values() for tool in tools if tool.isVisible()}
        assert words in shown
        assert shown == {tool.text() for tool in page.tools[kind]}


def test_a_new_round_is_gone_through_and_not_filled_in(
    open_window: OpenWindow, office: Context, settled: Settled
) -> None:
    window = open_window(office)
    page = opened(window, "opschoonronde")
    page.new()
    assert window.page is not None
    assert window.page.place().page == "opschonen"
    window.go(Place("privacy", kind="opschoonronde", doing="nieuw"))
    settled(window)
    assert window.page.place().page == "opschonen"


def leak(ctx: Context, **more: object) -> int:
    raw = {
        "titel": "Laptop kwijt",
        "soort": "laptop",
        "ontdekt_op": DAY.isoformat(),
        "ontdekt_om": "00:30",
        **more,
    }
    return int(records.create(ctx, ctx.spec("datalek"), [raw]).records[0]["nummer"])


def test_a_breach_tells_its_hours_and_leads_through_its_steps(
    open_window: OpenWindow, office: Context, settled: Settled, qtbot: QtBot
) -> None:
    number = leak(office)
    window = open_window(office)
    page = opened(window, "datalek", number)
    panel = page.panel
    assert isinstance(panel, BreachPanel)
    assert "uur om te melden" in panel.clock()[0]
    assert panel.openers["risico"].property("role") == "main"
    panel.openers["risico"].click()
    assert panel.form is not None
    panel.form.fields.set_plain({"risico": "risico", "afweging": "Er stonden namen op."})
    assert panel.form.save()
    settled(window)
    assert isinstance(page.panel, BreachPanel)
    assert page.panel is not panel
    assert page.panel.openers["melden"].property("role") == "main"
    assert any("artikel 33" in text for text in page.panel.clock()[2])


def test_the_hours_of_a_breach_run_on(open_window: OpenWindow, office: Context) -> None:
    number = leak(office)
    page = opened(open_window(office), "datalek", number)
    assert isinstance(page.panel, BreachPanel)
    before = page.panel.clock()[0]
    with clock.fixed(date(2019, 9, 9)):
        assert page.panel.clock()[0] != before
        assert page.panel.clock()[0].startswith("De 72 uur zijn voorbij.")


def test_what_was_on_it_comes_on_paper_without_a_name(
    open_window: OpenWindow, office: Context, settled: Settled
) -> None:
    ours = {"naam": "Huurdersvereniging Verweg", "soort": "huurdersorganisatie", "eigen": True}
    records.create(office, office.spec("partij"), [ours])
    number = leak(office)
    window = open_window(office)
    page = opened(window, "datalek", number)
    page.commands()["afdrukken"]()
    settled(window)
    paper = window.page
    assert isinstance(paper, PrivacyPaperPage)
    assert paper.preview.paper is not None
    assert paper.subject.text() == "Laptop kwijt"
    assert paper.place() == Place("privacy_papier", number, kind="stond-erop")
    paper.to_record()
    assert window.page is page
    paper_of = {"register": "Verwerkingsregister", "verklaring": "Privacyverklaring"}
    for kind, title in paper_of.items():
        window.go(Place("privacy_papier", kind=kind))
        settled(window)
        assert paper.title() == title
        assert paper.preview.paper is not None
