"""The screens of prestatieafspraken and visies: a year of all parties, lines taken into it, what is known, without akkoord."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from huurdersapp.actions import akkoord as akkoorden
from huurdersapp.actions import lists, overzichten_jaar, records
from huurdersapp.actions.context import Context
from huurdersapp.base import jobs
from huurdersapp.ui.afspraken.panels import InputPanel, LinePanel, OverviewPanel
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.prestatieafspraken import AgreementsPage
from huurdersapp.ui.pages.prestatiejaar import AgreementYearPage
from huurdersapp.ui.place import Place
from tests.akkoorden import FOREIGN
from tests.windows import OpenWindow

Settled = Callable[[MainWindow], None]


def texts(window: MainWindow) -> list[str]:
    """All words on labels that can be seen."""
    return [each.text() for each in window.findChildren(QLabel) if each.isVisible()]


def made(ctx: Context, kind: str, **values: object) -> int:
    (record,) = records.create(ctx, ctx.spec(kind), [values]).records
    return int(record["nummer"])


@pytest.fixture
def foreign(office: Context) -> Context:
    """The office with the akkoord of another municipality, its own organisation and an overview."""
    jobs.run(akkoorden.load(office, FOREIGN))
    number = lists.find(office, office.spec("partij"), ["naam=Huurdersraad Anders"])[0]["nummer"]
    records.change(office, office.spec("partij"), number, {"eigen": True})
    overview = made(
        office,
        "activiteitenoverzicht",
        akkoord=1,
        partij="Wonen aan de Anders",
        jaar=2024,
        aangeleverd_op="2019-06-01",
    )
    made(
        office,
        "activiteit",
        naam="Bomen",
        overzicht=overview,
        eenheid="bomen",
        jaren=[{"jaar": 2024, "aantal": 30}],
    )
    return office


def test_a_year_shows_who_gave_an_overview_and_who_did_not(
    foreign: Context, open_window: OpenWindow, settled: Settled
) -> None:
    window = open_window(foreign)
    window.go(Place("prestatiejaar", values={"jaar": 2024}))
    settled(window)
    page = window.page
    assert isinstance(page, AgreementYearPage)
    said = texts(window)
    assert "Huurdersraad Anders (wij)" in said
    assert "Aangeleverd op 1 juni 2019." in said
    assert "1 activiteit, waarvan 0 in de prestatieafspraken." in said
    assert "Niet aangeleverd." in said
    assert page.commands().keys() == {"afdrukken"}
    assert [button.accessibleName() for button in page.advice.buttons] == ["Vastleggen: Wonen aan de Anders"]
    muted = [each for each in window.findChildren(QLabel) if each.text() == "Niet aangeleverd."]
    assert {each.property("role") for each in muted} == {"muted"}


def test_the_right_of_advice_is_settled_in_the_card(
    foreign: Context, open_window: OpenWindow, settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(foreign)
    window.go(Place("prestatiejaar", values={"jaar": 2025}))
    settled(window)
    page = window.page
    assert isinstance(page, AgreementYearPage)
    page.advice.buttons[0].click()
    form = page.advice.form
    assert form is not None
    form.fields.boxes["adviesrecht"].editor.set_value("wel")
    assert form.save(), texts(window)
    settled(window)
    found = lists.find(foreign, foreign.spec("activiteitenoverzicht"), ["jaar=2025"])
    assert [each["adviesrecht"] for each in found] == ["wel"]
    qtbot.waitUntil(lambda: "Wonen aan de Anders: Ja, wij gebruiken het." in texts(window))
    assert page.advice.form is None


def test_without_an_akkoord_the_screen_says_what_to_do(
    office: Context, open_window: OpenWindow, settled: Settled
) -> None:
    window = open_window(office)
    window.go(Place("prestatiejaar"))
    settled(window)
    assert "Er is nog geen akkoord." in texts(window)
    assert window.page is not None
    assert window.page.commands() == {}


def test_an_overview_has_its_lines_and_what_is_too_vague(
    foreign: Context, open_window: OpenWindow, settled: Settled
) -> None:
    window = open_window(foreign)
    window.go(Place("prestatieafspraken", 1, kind="activiteitenoverzicht"))
    settled(window)
    (panel,) = window.findChildren(OverviewPanel)
    assert set(panel.buttons) == {"regel", "inbreng", "kopie", "papier"}
    assert "2024: te vaag, het akkoord vraagt per wijk." in texts(window)
    panel.copy()
    settled(window)
    assert [each["jaar"] for each in lists.find(foreign, foreign.spec("activiteitenoverzicht"), order="jaar")] == [
        2024, 2025
    ]  # fmt: skip


def test_selected_lines_come_into_the_prestatieafspraken(
    foreign: Context, open_window: OpenWindow, settled: Settled
) -> None:
    made(foreign, "activiteit", naam="Bankjes", overzicht=1)
    window = open_window(foreign)
    window.go(Place("prestatieafspraken", kind="activiteit"))
    settled(window)
    page = window.page
    assert isinstance(page, AgreementsPage)
    page.pane.table.selectAll()
    settled(window)
    assert page.agree_button.isVisible()
    assert not page.bring_button.isVisible()
    page.agree_button.click()
    assert page.task is not None
    button = next(
        each for each in page.task.card.findChildren(QPushButton) if each.text() == "In de prestatieafspraken"
    )
    button.click()
    settled(window)
    assert lists.count(foreign, foreign.spec("activiteit"), ["afgesproken=ja"]) == 2
    assert overzichten_jaar.board(foreign, 1, 2024).seats != ()


def test_what_is_known_of_a_line_is_offered_and_taken_over_by_a_press(
    foreign: Context, open_window: OpenWindow, settled: Settled
) -> None:
    doel = lists.find(foreign, foreign.spec("doel"))[0]["nummer"]
    measure = made(
        foreign, "indicator", doel=doel, code="EIGEN-1", tekst="Bomen", soort="aantal", herkomst="voorstel"
    )
    made(
        foreign,
        "meting",
        indicator=measure,
        van="2019-01-01",
        tot="2019-06-30",
        waarde=28,
        partij="Wonen aan de Anders",
    )
    overview = made(foreign, "activiteitenoverzicht", akkoord=1, partij="Wonen aan de Anders", jaar=2019)
    line = made(
        foreign,
        "activiteit",
        naam="Bomen",
        overzicht=overview,
        indicator=measure,
        jaren=[{"jaar": 2019, "aantal": 30}],
    )
    window = open_window(foreign)
    window.go(Place("prestatieafspraken", line, kind="activiteit"))
    settled(window)
    (panel,) = window.findChildren(LinePanel)
    assert "Gehaald in 2019? Uit de metingen: 28." in texts(window)
    show, take = panel.buttons
    assert (show.text(), take.text()) == ("Toon ze", "Overnemen als gehaald")
    take.click()
    settled(window)
    assert records.show(foreign, foreign.spec("activiteit"), line)["jaren"][0]["aantal_gedaan"] == 28


def test_a_point_of_input_says_what_comes_next(
    foreign: Context, open_window: OpenWindow, settled: Settled
) -> None:
    number = made(
        foreign, "inbrengpunt", naam="Meer groen", soort="wens", overzicht=1, ingebracht_op="2019-08-01"
    )
    window = open_window(foreign)
    window.go(Place("prestatieafspraken", number, kind="inbrengpunt"))
    settled(window)
    assert "Hierop kwam nog geen antwoord." in texts(window)
    (panel,) = window.findChildren(InputPanel)
    form = panel.begin("antwoord")
    form.fields.boxes["reactie"].editor.set_value("niet")
    form.save()
    settled(window)
    assert records.show(foreign, foreign.spec("inbrengpunt"), number)["status"] == "beantwoord"


@pytest.mark.parametrize("kind", ["prestatieafspraken", "activiteitenoverzicht", "inbreng", "visie"])
def test_each_paper_is_shown(foreign: Context, open_window: OpenWindow, settled: Settled, kind: str) -> None:
    made(foreign, "visie", naam="Dorpsvisie")
    window = open_window(foreign)
    window.go(Place("overzicht_papier", None if kind == "inbreng" else 1, kind=kind))
    settled(window)
    page = window.page
    assert page is not None
    assert page.place().kind == kind
    assert "opslaan" in page.commands()
