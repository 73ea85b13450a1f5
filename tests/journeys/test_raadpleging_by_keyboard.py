"""A whole raadpleging in the window with the keyboard alone: from the questions to telling the tenants what came of it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from huurdersapp.actions import history, records
from huurdersapp.actions.context import Context
from huurdersapp.records import ALL
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.tellen import CountPage
from huurdersapp.ui.preview.preview import Preview
from tests.journeys.keyboard import Person
from tests.windows import OpenWindow
from tools.paper_words import pdf_words

# Qt says these of windows and of files where there is no real screen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
FORMS: tuple[tuple[str, ...], ...] = (
    ("1", "1", "Return", "0"),
    ("1", "1", "2", "Return", "1", "Return"),
    ("2", "0", "0"),
    ("1", "2", "Return", "0"),
    ("1", "1", "Return", "1", "Return"),
    ("1", "1", "Return", "0"),
    ("0", "2", "Return", "0"),
    ("2", "1", "2", "Return", "0"),
    ("1", "1", "Return", "0"),
    ("1", "1", "Return", "0"),
)
"""Ten paper forms: yes or no, what matters (more answers), and what somebody adds."""


@pytest.fixture
def me(office: Context, open_window: OpenWindow, qtbot: QtBot) -> Person:
    """Somebody at the window of an administration with its own organisation and nothing else."""
    own = {"naam": "Huurdersvereniging Emmen", "soort": "huurdersorganisatie", "eigen": True}
    records.create(office, ALL["partij"], [own])
    window: MainWindow = open_window(office)
    return Person(qtbot, window).settle()


def question(me: Person, words: str, kind: str) -> None:
    """A new question of a kind."""
    me.tab_to("Vragen: + Vraag").press("Space").type(words)
    me.tab_to("Soort vraag").choose(kind)


def answer(me: Person, *words: str) -> None:
    """Type the answers, each with Enter after it but the last."""
    me.tab_to("Antwoorden: + Antwoord").press("Space").type(words[0])
    for text in words[1:]:
        me.press("Return").type(text)


def make(me: Person) -> None:
    """A raadpleging with three questions."""
    me.press("Ctrl+2").press("Ctrl+N").settle()
    me.type("Renovatie Kerkhoflaan")
    me.tab_to("Begint op").type("1-8")
    me.tab_to("Sluit op").type("30-9")
    me.tab_to("Hoeveel dat er zijn").type("40")
    question(me, "Wilt u dit plan?", "Ja")
    question(me, "Wat telt voor u?", "Meer")
    answer(me, "Warmte", "Huur")
    question(me, "Wat wilt u nog zeggen?", "Open")
    answer(me, "Parkeren")
    me.press("Ctrl+S").settle()
    assert me.message.startswith("Opgeslagen: Renovatie Kerkhoflaan")


def see_questionnaire(me: Person) -> None:
    """The questionnaire as it will be printed."""
    me.tab_to("Vragenlijst").press("Space")
    page = me.window.page
    assert page is not None
    (preview,) = page.findChildren(Preview)
    me.until(lambda: preview.paper is not None)
    assert preview.paper is not None
    words = " ".join(pdf_words(preview.paper.pdf))
    assert "1. Wilt u dit plan?" in words
    assert "U mag er meer kiezen." in words
    assert "Parkeren" not in words
    me.press("Alt+Left").settle()


def count(me: Person) -> None:
    """Ten forms, one wrong key of which is taken back."""
    me.tab_to("Formulieren tellen…").press("Space").settle()
    for keys in FORMS[:4]:
        me.press(*keys)
    page = me.window.page
    assert isinstance(page, CountPage)
    me.press("2", "Ctrl+Z")
    assert page.board.form.text() == "Formulier 5"
    for keys in FORMS[4:]:
        me.press(*keys)
    me.press("Ctrl+S").settle()
    assert me.message.startswith("Tellen vastgelegd: 10 formulieren.")


def test_a_raadpleging_from_its_questions_to_the_feedback(me: Person, office: Context) -> None:
    make(me)
    see_questionnaire(me)
    count(me)
    saved = records.show(office, ALL["raadpleging"], 1)
    assert [[option["aantal"] for option in line["opties"]] for line in saved["vragen"]] == [
        [7, 2],
        [7, 4],
        [2],
    ]
    assert [line["beantwoord_door"] for line in saved["vragen"]] == [9, 9, 2]
    assert saved["respons_totaal"] == 10
    me.until(lambda: "10 van 40 reacties" in me.labels())
    assert "Bij minder dan 30 antwoorden geven wij geen percentages." in me.labels()

    me.tab_to("Uitslag vastleggen…").press("Space")
    me.tab_to("Conclusies").type("De meesten willen het plan.")
    me.tab_to("Vastleggen").press("Space").settle()
    me.until(lambda: "De huurders hebben de uitslag nog niet gehoord." in " ".join(me.labels()))

    me.tab_to("Terugkoppeling vastleggen…").press("Space").type("Nieuwsbrief")
    me.tab_to("Vastleggen").press("Space").settle()
    me.until(lambda: "nu: Teruggekoppeld" in me.labels())
    saved = records.show(office, ALL["raadpleging"], 1)
    assert (saved["status"], saved["terugkoppeling_op"], saved["sluit_op"]) == (
        "teruggekoppeld",
        "2019-09-02",
        "2019-09-02",
    )
    assert {entry.author for entry in history.history(office, ALL["raadpleging"], 1)} == {"Jo Prins"}
