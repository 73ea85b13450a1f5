"""Somebody without a mouse: an own overview copied and printed, input gathered and brought in, a visie with who took part,
and label shares per kern read in and taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from huurdersapp.actions import lists, overzichten, overzichten_jaar, records
from huurdersapp.actions.context import Context
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.overzicht_papier import OverviewPaperPage
from tests.journeys.keyboard import Person

# Qt says these of windows and of files where there is no real screen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Settled = Callable[[MainWindow], None]
Values = dict[str, Any]


@pytest.fixture
def me(window: MainWindow, qtbot: QtBot) -> Person:
    """Somebody at the window with the example."""
    return Person(qtbot, window).settle()


def to(me: Person, words: str, heading: str) -> None:
    """From anywhere to a screen, with the box of Ctrl+K."""
    me.press("Ctrl+K").type(words).settle().press("Return")
    me.window.activateWindow()  # a real screen does this when the box of Ctrl+K goes
    me.until(lambda: me.heading == heading and QApplication.focusWidget() is not None).settle()


def count(ctx: Context, kind: str, *where: str) -> int:
    return lists.count(ctx, ctx.spec(kind), where)


def made(ctx: Context, kind: str, **values: Any) -> int:
    (record,) = records.create(ctx, ctx.spec(kind), [values]).records
    return int(record["nummer"])


def test_the_own_overview_of_a_year_is_copied_to_the_next_and_printed(me: Person, example: Context) -> None:
    akkoord = overzichten_jaar.only_akkoord(example)
    (own,) = [each["nummer"] for each in lists.find(example, example.spec("partij"), ["eigen=ja"])]
    jaar = max(
        each["jaar"] for each in lists.find(example, example.spec(overzichten.KIND), [f"partij={own}"])
    )
    to(me, "prestatieafspraken", "Prestatieafspraken")
    me.tab_to("Per jaar bekijken").press("Space").settle()
    me.until(lambda: me.heading == "Prestatieafspraken per jaar")
    assert me.name == "Jaar"
    me.tab_to("Overzicht bekijken: Huurdersfederatie Zuidoost Drenthe").press("Space").settle()
    me.until(lambda: me.heading == "Prestatieafspraken").settle()
    me.tab_to(f"Overnemen naar {jaar + 1}").press("Space").settle()
    me.until(lambda: f"overgenomen naar {jaar + 1}" in me.message)
    seat = overzichten_jaar.board(example, akkoord, jaar + 1).seats[0]
    assert seat.overview is not None
    assert len(seat.overview.years) == 5
    assert seat.overview.years[0] == jaar + 1
    assert all(year.aantal_gedaan is None for line in seat.overview.lines for year in line.years)

    me.tab_to("Afdrukken").press("Space").settle()
    me.until(lambda: me.heading == "Activiteitenoverzicht")
    (page,) = me.window.findChildren(OverviewPaperPage)
    me.until(lambda: page.preview.paper is not None).settle()
    assert page.preview.paper is not None
    assert page.preview.paper.document.title == f"Activiteitenoverzicht {jaar + 1}"
    to(me, "prestatieafspraken", "Prestatieafspraken")
    me.press("Ctrl+Z").settle()
    assert overzichten_jaar.board(example, akkoord, jaar + 1).seats[0].overview is None


def test_input_is_gathered_and_brought_into_an_overleg_with_many_at_once(
    me: Person, example: Context
) -> None:
    before = count(example, "inbrengpunt", "status=ingebracht")
    overview = lists.find(example, example.spec(overzichten.KIND), order="nummer")[0]["nummer"]
    for name in ("Eerst de slechtste", "Meer groen"):
        made(example, "inbrengpunt", naam=name, soort="wens", overzicht=overview)
    gathered = count(example, "inbrengpunt", "status=verzameld")
    to(me, "prestatieafspraken", "Prestatieafspraken")
    me.tab_to("Inbreng").press("Space").settle()
    me.tab_to("Verzameld").press("Space").settle()
    me.press("Ctrl+L").settle()
    me.until(lambda: me.name != "Verzameld")
    me.tab_to("Inbrengpunten").press("Ctrl+A").settle()
    me.tab_to("Inbrengen in overleg…", "Shift+Tab").press("Space").settle()
    me.until(lambda: me.name.startswith("Ingebracht in overleg"))
    me.find("BO").tab_to("Inbrengen in overleg").press("Space").settle()
    me.until(lambda: f"{gathered} gewijzigd." in me.message)
    assert count(example, "inbrengpunt", "status=verzameld") == 0
    assert count(example, "inbrengpunt", "status=ingebracht") == before + gathered
    me.press("Ctrl+Z").settle()
    assert count(example, "inbrengpunt", "status=ingebracht") == before


def test_a_visie_gets_a_moment_with_tenants_and_our_input(me: Person, example: Context) -> None:
    to(me, "wijk- en dorpsvisies", "Wijk- en dorpsvisies")
    me.press("Ctrl+N").settle()
    me.until(lambda: me.name.startswith("Naam"))
    me.type("Dorpsvisie Nieuw-Dordrecht").press("Ctrl+S").settle()
    me.until(lambda: "Dorpsvisie Nieuw-Dordrecht" in me.labels()).settle()
    me.tab_to("+ Bijeenkomst").press("Space")
    me.until(lambda: me.name.startswith("Wat"))
    me.type("Avond").tab_to("Bewoners").type("43").tab_to("Vastleggen").press("Space").settle()
    me.until(lambda: me.message == "Toegevoegd bij Dorpsvisie Nieuw-Dordrecht.")
    me.until(lambda: "43 bewoners deden mee." in me.labels()).settle()
    me.tab_to("Onze inbreng…").press("Space")
    me.until(lambda: me.name.startswith("Wat wij inbrachten"))
    me.type("Meer licht").tab_to("Vastleggen").press("Space").settle()
    me.until(lambda: me.message == "Vastgelegd: onze inbreng bij Dorpsvisie Nieuw-Dordrecht.")
    (record,) = lists.find(example, example.spec("visie"), words="Nieuw-Dordrecht")
    assert (record["eigen_inbreng"], record["inbreng_op"]) == ("Meer licht", "2021-09-01")


def test_label_shares_per_kern_are_read_in_and_taken_back(
    me: Person, example: Context, tmp_path: Path
) -> None:
    measure = next(
        each for each in lists.find(example, example.spec("indicator")) if each["soort"] == "klassenverdeling"
    )
    classes = measure["klassen"].splitlines()
    shares = [round(100 / len(classes), 1)] * len(classes)
    row = ";".join(str(share).replace(".", ",") for share in shares)
    path = tmp_path / "labels per kern.csv"
    path.write_text(
        f"Kern;Jaar;{';'.join(classes)}\nKlazienaveen;2019;{row}\nNergens;2019;{row}\n", encoding="cp1252"
    )
    before = count(example, "meting")
    to(me, "akkoord", "Akkoord")
    me.tab_to("Alle metingen").press("Space").settle()
    me.until(lambda: me.heading == "Metingen").settle()
    me.tab_to("Laden uit een lijst…").press("Space").settle()
    me.until(lambda: me.heading == "Metingen laden").settle()
    me.choose_file(path)
    me.press("Space").settle()
    me.until(lambda: me.name.startswith("Maat"))
    me.find(measure["code"]).tab_to("Rijen nakijken").press("Space").settle()
    me.until(lambda: me.name == "1 meting laden")
    assert any("1 nieuwe meting, 0 al bekend, 1 niet te laden." in text for text in me.labels())
    assert any("Kern ‘Nergens’ is niet bekend." in text for text in me.labels())
    assert count(example, "meting") == before
    me.press("Space").settle()
    me.until(lambda: me.message == "1 meting geladen.")
    assert count(example, "meting") == before + 1
    me.press("Ctrl+Z").settle()
    assert count(example, "meting") == before
