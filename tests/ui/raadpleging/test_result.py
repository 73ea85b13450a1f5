"""The outcome beside the list (ux, points 37 and 38): response with its share, charts that can be read in grey."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from huurdersapp.actions import records
from huurdersapp.actions.context import Context
from huurdersapp.records import ALL
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.raadpleging import RaadplegingPage
from huurdersapp.ui.place import Place
from huurdersapp.ui.raadpleging.bars import Bar, QuestionChart
from huurdersapp.ui.raadpleging.result import ResultPanel
from tests.journeys.keyboard import Person
from tests.ui.raadpleging.conftest import button, make, shown
from tests.windows import OpenWindow, named

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
At = Callable[..., tuple[Person, int]]
Settled = Callable[[MainWindow], None]


def choice(*counts: int, **values: Any) -> dict[str, Any]:
    texts = ("Ja", "Nee", "Weet niet")
    options = [{"tekst": text, "aantal": count} for text, count in zip(texts, counts, strict=False)]
    return {"tekst": "Wilt u het?", "soort": "keuze", "opties": options, **values}


def panel(me: Person) -> ResultPanel:
    return next(each for each in me.window.findChildren(ResultPanel) if each.isVisible())


def words(me: Person) -> list[str]:
    return [each.text() for each in panel(me).findChildren(QLabel) if each.isVisibleTo(panel(me))]


def grey(bar: Bar) -> list[list[int]]:
    """What is drawn of a bar, without colours."""
    image = bar.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    return [[image.pixelColor(x, y).lightness() for x in range(image.width())] for y in range(image.height())]


def test_the_response_is_told_with_its_share_and_how_exact_it_is(at: At) -> None:
    lines = [
        {"kanaal": "brief", "uitgenodigd": 200, "respons": 60},
        {"kanaal": "online", "uitgenodigd": 112, "respons": 40},
    ]
    me, _number = at("raadpleging", kanalen=lines)
    said = words(me)
    assert "100 van 312 reacties (32 %)" in said
    assert any(text.startswith("Nauwkeurigheid: ±8,1 procentpunt") for text in said)
    assert "Brief: 60 van 200 uitgenodigd (30 %), 60 % van alle reacties" in said


def test_a_sum_that_differs_is_a_question(at: At, office: Context) -> None:
    lines = [{"kanaal": "brief", "respons": 78}, {"kanaal": "online", "respons": 206}]
    me, number = at("raadpleging", kanalen=lines, respons_totaal=285)
    assert "Reacties samen: De kanalen zijn samen 284. Klopt het totaal?" in words(me)
    assert shown(office, number)["respons_totaal"] == 285


def test_a_chart_has_its_table_beside_it_and_is_told_aloud(at: At) -> None:
    me, _number = at("raadpleging", vragen=[choice(20, 20, 20, beantwoord_door=60)])
    (chart,) = panel(me).findChildren(QuestionChart)
    said = [each.text().replace("\N{NO-BREAK SPACE}", " ") for each in chart.findChildren(QLabel)]
    assert {"Ja", "Nee", "Weet niet", "20 · 33,3 %", "Telt door afronding niet op tot 100."} <= set(said)
    assert "33,3" in chart.accessibleDescription()
    assert len(chart.bars) == 3


@pytest.mark.parametrize("scheme", ["licht", "donker"])
def test_a_chart_can_be_read_in_grey(at: At, office: Context, scheme: str, qtbot: QtBot) -> None:
    make(office, "raadpleging", titel="Toen", sluit_op="2017-05-01", vragen=[choice(40, 10, sleutel="w")])
    make(office, "raadpleging", titel="Later", sluit_op="2018-05-01", vragen=[choice(30, 30, sleutel="w")])
    me, _number = at("raadpleging", vragen=[choice(40, 10, sleutel="w")], sluit_op="2019-08-30", kanalen=[])
    me.window.look.show(100, scheme)
    me.settle()
    (chart,) = [each for each in panel(me).findChildren(QuestionChart) if each.isVisible()]
    now, year, oldest = chart.bars[3:6]
    assert [each.words for each in chart.question.years] == ["2019", "2018", "2017"]
    drawn = []
    for bar in (now, year, oldest):
        dots = grey(bar)
        inside = [row[4 : max(8, int(bar.width() * bar.share) - 4)] for row in dots[4:-4]]
        drawn.append(sum(map(sum, inside)) / sum(map(len, inside)))
        ground = dots[len(dots) // 2][-2]
        edge = min(min(row) for row in dots)
        # An edge of at least 3:1 on its ground, also around the lightest.
        assert ground > 230
        assert edge < 120
    assert (
        min(
            abs(one - other)
            for one, other in [(drawn[0], drawn[1]), (drawn[1], drawn[2]), (drawn[0], drawn[2])]
        )
        > 15
    )


def test_the_lengths_of_bars_follow_the_counts(at: At) -> None:
    me, _number = at("raadpleging", vragen=[choice(40, 10, 0)])
    (chart,) = panel(me).findChildren(QuestionChart)
    assert [bar.share for bar in chart.bars] == [1.0, 0.25, 0.0]


def test_the_line_above_the_list_counts_what_is_shown(
    office: Context, open_window: OpenWindow, settled: Settled
) -> None:
    make(office, "raadpleging", titel="Een", sluit_op="2019-08-01", respons_totaal=40)
    make(office, "raadpleging", titel="Twee", sluit_op="2018-08-01", respons_totaal=1200)
    window = open_window(office)
    window.go(Place("raadpleging"))
    settled(window)
    page = window.page
    assert isinstance(page, RaadplegingPage)
    assert page.totals.text() == "2 raadplegingen, 1.240 reacties"
    year = named(window, QPushButton, "Dit jaar")
    assert isinstance(year, QPushButton)
    year.click()
    settled(window)
    assert page.totals.text() == "1 raadpleging, 40 reacties"


def test_the_outcome_goes_into_an_open_advies(at: At, office: Context) -> None:
    landlord = make(office, "verhuurder", naam="Lefier")
    advies = make(office, "advies", onderwerp="Sloop", verhuurder=landlord, ontvangen_op="2019-08-20")
    me, number = at("raadpleging")
    button(me, "Zet uitslag in advies…").click()
    assert me.name == "In welk advies komt deze uitslag?"
    button(me, "Zet in dit advies").click()
    me.settle()
    assert records.show(office, ALL["advies"], advies)["raadplegingen"] == [number]
    assert me.message == "Deze uitslag staat nu in het advies over Sloop."
    me.press("Ctrl+Z").settle()
    assert records.show(office, ALL["advies"], advies)["raadplegingen"] == []


def test_without_an_open_advies_one_can_be_made(at: At) -> None:
    me, number = at("raadpleging")
    button(me, "Zet uitslag in advies…").click()
    button(me, "Nieuw advies").click()
    me.settle()
    page = me.window.page
    assert isinstance(page, ListPage)
    assert page.form is not None
    assert page.form.fields.value("raadplegingen") == [number]
