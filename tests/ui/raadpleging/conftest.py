"""A raadpleging of three questions, before the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from huurdersapp.actions import records
from huurdersapp.actions.context import Context
from huurdersapp.records import ALL
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.place import Place
from tests.journeys.keyboard import Person
from tests.windows import OpenWindow, named

Settled = Callable[[MainWindow], None]
RENOVATION: dict[str, Any] = {
    "titel": "Renovatie Kerkhoflaan",
    "start_op": "2019-08-01",
    "sluit_op": "2019-09-30",
    "populatie_aantal": 312,
    "selectie": "allen",
    "kanalen": [{"kanaal": "brief", "uitgenodigd": 312}],
    "vragen": [
        {"tekst": "Wilt u dit plan?", "soort": "ja_nee", "opties": [{"tekst": "Ja"}, {"tekst": "Nee"}]},
        {
            "tekst": "Wat vindt u belangrijk?",
            "soort": "meer_keuzes",
            "opties": [{"tekst": "Huur"}, {"tekst": "Warmte"}, {"tekst": "Rust"}],
        },
        {"tekst": "Wat wilt u nog zeggen?", "soort": "open", "opties": [{"tekst": "Parkeren"}]},
    ],
}


def make(ctx: Context, kind: str, **values: Any) -> int:
    """A record of a kind; its number."""
    return int(records.create(ctx, ALL[kind], [values]).records[0]["nummer"])


def button(me: Person, words: str) -> QPushButton:
    """The button with these words on it."""
    found = named(me.window, QPushButton, words)
    assert isinstance(found, QPushButton)
    return found


def shown(ctx: Context, number: int) -> dict[str, Any]:
    """The raadpleging as it is kept."""
    return records.show(ctx, ALL["raadpleging"], number)


@pytest.fixture
def at(
    office: Context, open_window: OpenWindow, settled: Settled, qtbot: QtBot
) -> Callable[..., tuple[Person, int]]:
    """Somebody at a screen of the raadpleging, and its number."""

    def go(page: str, **values: Any) -> tuple[Person, int]:
        number = make(office, "raadpleging", **{**RENOVATION, **values})
        window = open_window(office)
        window.go(Place(page, number))
        settled(window)
        return Person(qtbot, window).settle(), number

    return go
