"""In the stretched test language every text of the program stands in brackets: what does not was forgotten."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtGui import QTextDocumentFragment

from huurdersapp.actions import records, start
from huurdersapp.actions.context import Context
from huurdersapp.base import i18n, paths
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.registry import ENTRIES
from huurdersapp.ui.place import Place
from tests.ui import walk
from tests.windows import OpenWindow

MARK = "ß"
"""Begins every text that is data."""
DATA = {
    "knelpunt": {"titel": "ßtitel", "categorie": "onderhoud", "omschrijving": "ßtekst"},
    "raadpleging": {"titel": "ßtitel"},
    "overleg": {"soort": "bo", "datum": "2019-09-10", "naam": "ßnaam"},
    "actiepunt": {"wat": "ßwat", "persoon": "ßpersoon", "uiterlijk": "2019-08-01"},
    "verhuurder": {"naam": "ßverhuurder"},
    "advies": {
        "onderwerp": "ßonderwerp",
        "verhuurder": "ßverhuurder",
        "ontvangen_op": "2019-07-01",
        "termijn_dagen": 30,
        "uitkomst": "positief_mits",
        "verstuurd_op": "2019-07-20",
        "advies_ontvangen_op": "2019-07-21",
        "voorwaarden": [{"tekst": "ßtekst", "termijn": "2019-08-01", "reactie": "niet"}],
        "gebeurtenissen": [{"datum": "2019-07-10", "tekst": "ßtekst", "antwoord_voor": "2019-07-12"}],
    },
    "renovatieproject": {"titel": "ßtitel", "peiling_aan": True},
    "bouwkundige_eenheid": {"naam": "ßnaam", "project": 1},
    "renovatiewoning": {"eenheid": 1, "straat": "ßstraat", "huisnummer": 1, "trappenhuis": "ßtrap"},
}
PAGES = {"verhuurder": "contacten"} | dict.fromkeys(
    ("renovatieproject", "bouwkundige_eenheid", "renovatiewoning"), "renovatie"
)
"""Where the kinds are that have no page of their own name."""
SETTLED = Callable[[MainWindow], None]


@pytest.fixture
def stretched(office: Context) -> Iterator[Context]:
    """An administration with a record of the kinds that people use most, in the test language."""
    i18n.use_language("test", paths.own("translations"))  # before: steps keep their names
    start.begin(office, "ßorganisatie")
    for kind, values in DATA.items():
        records.create(office, office.spec(kind), [values])
    yield office
    i18n.use_language("nl", paths.own("translations"))


CATEGORY = "Onderhoud"
"""Categories come from a file that an organisation may change: they are data."""
PROPOSAL = "Eigen voorstel van het programma: in geen wet of akkoord staan deze termijnen"
"""Where the steps before a meeting come from: told in the same kind of file."""
OURS = (
    rf"{CATEGORY}|{PROPOSAL}|Geacht bestuur|huurdersapp|Jo Prins|BO|PDF|Word|Excel"
    r"|Ctrl|Alt|Enter|Esc|Del|F\d+|Nederlands|English"
)
DAYS = r"(ma|di|wo|do|vr|za|zo)(andag|nsdag|ensdag|nderdag|ijdag|terdag|ndag)?"
MONTHS = r"(jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)(uari|ruari|il|i|ustus|tember|ober|ember)?"


def forgotten(text: str) -> bool:
    """Whether words stand in a text that are neither data, nor names and days, nor in brackets."""
    bare, before = QTextDocumentFragment.fromHtml(text).toPlainText() if "<" in text else text, ""
    while bare != before:  # a name inside of a sentence has brackets of its own
        bare, before = re.sub(r"\[[^][]*\]", "", bare), bare
    bare = re.sub(rf"/\S+|{MARK}\w+|\b({OURS}|{DAYS}|{MONTHS})\b", "", bare)
    return re.search(r"[A-Za-z]{2,}", bare) is not None


def test_the_test_notices_a_forgotten_text() -> None:
    assert forgotten("Nieuw knelpunt")
    assert forgotten("[Ñïëûw] en meer")
    assert not forgotten("[Ñïëûw ßtitel ~~] ßtitel 12-09-2019")


def places(ctx: Context) -> Iterator[tuple[str, Place]]:
    for entry in ENTRIES:
        if entry.listed and entry.key != "hulp":
            yield entry.key, Place(entry.key)
    for kind in DATA:
        page = PAGES.get(kind, kind)
        yield f"{kind} 1", Place(page, 1, kind=kind)
        yield f"{kind} wijzigen", Place(page, 1, doing="wijzigen", kind=kind)
    for page in ("akkoorden", "aandelen", "opvolging", "prestatiejaar", "metingen_inlezen", "scorekaart"):
        yield page, Place(page)
    for kind in ("meting", "bijstelling", "afwijking"):
        yield kind, Place("metingen", kind=kind)
    for kind in ("anker", "voorbereidingsstap", "agendamoment"):
        yield kind, Place("vaste_momenten", kind=kind)
    for kind in ("activiteit", "inbrengpunt"):
        yield kind, Place("prestatieafspraken", kind=kind)
    yield "draagvlak", Place("draagvlak", 1)
    yield "geschiedenis", Place("geschiedenis", 1, kind="knelpunt")
    yield "zoeken", Place("zoeken", words="ßtitel")


def test_no_text_was_forgotten(stretched: Context, open_window: OpenWindow, settled: SETTLED) -> None:
    window = open_window(stretched)
    left: dict[str, set[str]] = {}
    for name, place in places(stretched):
        window.go(place)
        settled(window)
        assert window.page is not None, name
        for widget, text in walk.texts(window):
            if text and forgotten(text):
                left.setdefault(name, set()).add(f"{type(widget).__name__}: {text[:80]!r}")
    menus: Any = window.menus.actions.values()
    left["menu"] = {action.text() for action in menus if forgotten(action.text().replace("&", ""))}
    lines = [f"{name}: {one}" for name, found in left.items() for one in sorted(found)]
    assert not lines, "\n".join(lines)
