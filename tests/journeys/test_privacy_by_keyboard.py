"""Somebody without a mouse answers who asks what is kept of him, from an empty request to the overview, and then erases it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from huurdersapp.actions import lists, records, verwerkingen
from huurdersapp.actions.context import Context
from huurdersapp.ui.preview.preview import Preview
from huurdersapp.ui.privacy.hits import HitsStep
from huurdersapp.ui.privacy.texts import TextsStep
from tests.journeys.keyboard import Person
from tests.windows import OpenWindow
from tools.paper_words import pdf_words

# Qt says these of windows where there is no real screen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
NAME, OTHER = "J. Wolgreven", "Knikkebein"


def prepared(ctx: Context) -> None:
    """A reporter of a knelpunt, who is named in a text of another one together with somebody else."""
    ours = {"naam": "Huurdersvereniging Verweg", "soort": "huurdersorganisatie", "eigen": True}
    records.create(ctx, ctx.spec("partij"), [ours])
    verwerkingen.overnemen(ctx)
    case = {"gemeld_op": "2019-08-05", "bron": "spreekuur", "categorie": "onderhoud"}
    own = {**case, "titel": "Lekkage", "melder_naam": NAME, "melder_telefoon": "0591-000 139"}
    text = f"Buurman {NAME} en mevrouw {OTHER} hoorden het ook."
    records.create(ctx, ctx.spec("knelpunt"), [own, {**case, "titel": "Herrie", "omschrijving": text}])


def make_request(me: Person) -> None:
    """A new request, and who asks it."""
    me.press("Ctrl+K").type("privacy").settle().press("Return")
    me.window.activateWindow()  # a real screen does this when the box of Ctrl+K goes
    me.until(lambda: me.heading == "Privacy" and QApplication.focusWidget() is not None).settle()
    me.tab_to("Verzoeken").press("Space").settle()
    me.press("Ctrl+N").settle()
    me.until(lambda: me.name.startswith("Wat er gevraagd is"))
    me.choose("Inzage").tab_to("Naam van wie vraagt").type(NAME).press("Ctrl+S").settle()
    me.until(lambda: any(text.startswith("Antwoord uiterlijk") for text in me.labels()))
    me.tab_to("Vastleggen wie het is").press("Space")
    me.until(lambda: me.name.startswith("Hoe u weet wie het is"))
    me.choose("Pers").press("Ctrl+S").settle()
    me.until(lambda: me.message.startswith("Vastgelegd bij"))


def find(me: Person) -> None:
    """Look, tick what is of the person, and read the text in which he is named."""
    me.tab_to("Gegevens zoeken").press("Space").settle()
    me.until(lambda: me.heading == "Gegevens van één persoon").settle()
    me.until(lambda: me.name == "Zoeken in alles").press("Space").settle()
    me.until(lambda: me.name == "Gevonden gegevens").settle()
    page = me.window.page
    assert page is not None
    (hits,) = page.findChildren(HitsStep)
    assert hits.chosen() == (), "nothing is ticked by the program"
    for row in hits.list.rows:
        me.press("Space", "Down") if "Lekkage" in row.words else me.press("Down")
    me.tab_to("Verder met deze gegevens").press("Space").settle()
    (texts,) = page.findChildren(TextsStep)
    me.until(lambda: texts.isVisible() and me.name.startswith("Dit gaat")).settle()
    while True:
        if OTHER in texts.words.text():
            me.press("Down", "Space")  # of buttons that belong together the arrows reach the rest
            me.tab_to("Welke woorden").type(OTHER)
        else:
            me.press("Space")
        last = texts.after.text() == "Klaar met teksten"
        me.tab_to(texts.after.text()).press("Space").settle()
        if last:
            break
        me.until(lambda: me.name.startswith("Dit gaat")).settle()
    me.until(lambda: me.name == "Overzicht maken").settle()


def words_of_paper(me: Person) -> str:
    """What stands on the pages."""
    page = me.window.page
    assert page is not None
    (preview,) = page.findChildren(Preview)
    me.until(lambda: preview.paper is not None).settle()
    assert preview.paper is not None
    return " ".join(pdf_words(preview.paper.pdf))


def save(me: Person, button: str, path: Path) -> None:
    """Save with a button and the dialog of Qt."""
    me.tab_to(button).press("Space").settle()
    me.until(lambda: any(each.isVisible() for each in me.window.findChildren(QFileDialog)))
    dialog = next(each for each in me.window.findChildren(QFileDialog) if each.isVisible())
    dialog.activateWindow()  # a real screen does this
    me.until(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    me.press("Ctrl+A").type(str(path)).press("Return")
    me.until(path.exists)
    me.window.activateWindow()
    me.until(lambda: QApplication.focusWidget() is not None).settle()


def erase(me: Person) -> None:
    """Back to what was found; the question does no harm when Enter is pressed at once."""
    me.press("Alt+Left").settle()
    me.until(lambda: me.heading == "Gegevens van één persoon").settle()
    me.tab_to("Wissen…").press("Space").settle()
    me.until(lambda: me.name == "Wat gewist wordt").settle()
    me.tab_to("Voor altijd wissen…").press("Space")
    me.until(lambda: me.name == "Annuleren").press("Return")
    me.window.activateWindow()
    me.until(lambda: me.name == "Voor altijd wissen…").settle()
    me.press("Space")
    me.until(lambda: me.name == "Annuleren").tab_to("Voor altijd wissen").press("Space")
    me.window.activateWindow()
    me.until(lambda: me.heading == "Bewijs van wissen").settle()


def test_somebody_sees_what_is_kept_of_him_and_is_forgotten(
    office: Context, open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    prepared(office)
    me = Person(qtbot, open_window(office)).settle()
    make_request(me)
    find(me)
    me.press("Space").settle()
    me.until(lambda: me.heading == "Overzicht van gegevens").settle()
    words = words_of_paper(me)
    assert "0591-000 139" in words
    assert "hoorden het ook" in words
    assert OTHER not in words, "nothing about others"
    save(me, "Opslaan als PDF", tmp_path / "inzage.pdf")
    save(me, "Opslaan als bestand voor computers", tmp_path / "inzage.json")
    told = json.loads((tmp_path / "inzage.json").read_text(encoding="utf-8"))
    assert told["naam"] == NAME
    assert OTHER not in json.dumps(told)
    erase(me)
    assert "gewist" in words_of_paper(me)
    save(me, "Opslaan als PDF", tmp_path / "bewijs.pdf")
    case = records.show(office, office.spec("knelpunt"), 1)
    assert (case["titel"], case["melder_naam"], case["melder_telefoon"]) == ("Lekkage", None, None)
    other = records.show(office, office.spec("knelpunt"), 2)["omschrijving"]
    assert NAME not in other
    assert OTHER in other
    (request,) = lists.find(office, office.spec("privacyverzoek"))
    assert request["bewijs_sha256"]
    assert [line["besluit"] for line in request["gegevens"]] == ["getoond", "getoond", "gewist", "gewist"]
