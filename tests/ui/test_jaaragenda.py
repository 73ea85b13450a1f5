"""The jaaragenda on the screen: the years side by side, each moment with where it stands, and what is done with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from huurdersapp.actions import akkoord
from huurdersapp.actions.context import Context
from huurdersapp.base import clock
from huurdersapp.base import jobs as work
from huurdersapp.base.paths import own
from huurdersapp.records.jaaragenda_vorm import Moment
from huurdersapp.ui.agenda.moment_view import MomentView
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.jaaragenda import JaaragendaPage
from huurdersapp.ui.place import Place
from tests.windows import OpenWindow

FOREIGN = Path(__file__).parents[1] / "data" / "akkoord-andersstad.json"
EMMEN = own("resources") / "akkoorden" / "emmen-2019-2024.json"
DAY = date(2021, 9, 1)
Settled = Callable[[MainWindow], None]


@pytest.fixture
def emmen(office: Context) -> Context:
    """An administration with the akkoord of Emmen and an own organisation."""
    load(office, EMMEN)
    return office


def load(ctx: Context, path: Path) -> None:
    work.run(akkoord.load(ctx, path))


@pytest.fixture
def shown(open_window: OpenWindow, settled: Settled) -> Callable[..., JaaragendaPage]:
    """The page in a new window, once it is there."""

    def show(ctx: Context, **values: int) -> JaaragendaPage:
        window = open_window(ctx)
        window.go(Place("jaaragenda", values=values))
        settled(window)
        assert isinstance(window.page, JaaragendaPage)
        return window.page

    return show


def moment(page: JaaragendaPage, name: str) -> Moment:
    assert page.year is not None
    return next(each for each in page.year.moments if each.name == name)


def come_to(page: JaaragendaPage, name: str) -> MomentView:
    assert page.list.select(moment(page, name).key)
    assert isinstance(page.view, MomentView)
    return page.view


def texts(page: JaaragendaPage) -> str:
    return "\n".join(row.text() for row in page.list.rows)


def labels(page: JaaragendaPage) -> list[str]:
    return [each.text() for each in page.findChildren(QLabel) if each.isVisible()]


def test_three_years_run_side_by_side_with_words_of_the_akkoord(
    emmen: Context, shown: Callable[..., JaaragendaPage]
) -> None:
    with clock.fixed(DAY):
        page = shown(emmen)
        assert {"Voorbereiding: 2022", "Uitvoering: 2021", "Evaluatie: 2020"} <= set(labels(page))
        assert "Prestatieafspraken voorbereiden." in labels(page)
        page.turn(1)
    assert page.number_of_year == 2022
