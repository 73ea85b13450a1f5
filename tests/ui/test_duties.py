"""At a landlord stands what the Overlegwet gives each year, and a year that nobody keeps can be begun there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QLabel, QPushButton

from huurdersapp.actions import records
from huurdersapp.actions.context import Context
from huurdersapp.ui.advies.duties import DutiesPanel
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.place import Place
from tests.windows import OpenWindow

Settled = Callable[[MainWindow], None]


def make(ctx: Context, kind: str, **values: Any) -> None:
    records.create(ctx, ctx.spec(kind), [values])


def told(window: MainWindow) -> list[str]:
    assert window.page is not None
    (panel,) = (each for each in window.page.findChildren(DutiesPanel) if each.isVisible())
    return [each.text() for each in panel.findChildren(QLabel)]


def test_a_landlord_tells_the_duties_of_the_year_and_a_year_can_be_kept(
    open_window: OpenWindow, office: Context, settled: Settled
) -> None:
    make(office, "verhuurder", naam="Bauverein Nordhorn eG")
    window = open_window(office)
    window.go(Place("contacten", 1, kind="verhuurder"))
    settled(window)
    assert told(window)[0] == "Wat de Overlegwet elk jaar geeft"
    assert told(window)[1] == "Jaarlijks overleg 2019: nog niet geweest of gepland in 2019."
    assert "Kosten verantwoorden 2019: uiterlijk 29 februari 2020." in told(window)
    gone: list[Place] = []
    assert window.page is not None
    assert window.desk is not None
    window.desk.went.disconnect(window.go)
    window.desk.went.connect(gone.append)
    (button,) = (
        each for each in window.page.findChildren(QPushButton) if each.text() == "Jaar 2019 bijhouden"
    )
    button.click()
    (place,) = gone
    assert (place.page, place.kind, place.doing) == ("contacten", "verhuurderjaar", "nieuw")
    assert dict(place.values) == {"verhuurder": 1, "jaar": 2019}


def test_a_kept_year_tells_its_own_duties(open_window: OpenWindow, office: Context, settled: Settled) -> None:
    make(office, "verhuurder", naam="Lefier")
    make(office, "verhuurderjaar", verhuurder=1, jaar=2017, overleg_op="2017-05-03", vergoeding=100)
    window = open_window(office)
    window.go(Place("contacten", 1, kind="verhuurderjaar"))
    settled(window)
    said = told(window)
    assert said[1] == "Jaarlijks overleg 2017: geweest op 3 mei 2017."
    assert "Kosten verantwoorden 2017: nog niet gedaan; de laatste dag was 28 februari 2018." in said
