"""Making the questions in the form: by keyboard, with ready answers, from an earlier year, and as they come on paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from huurdersapp.actions import concepten
from huurdersapp.actions.context import Context
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.raadpleging import RaadplegingPage
from huurdersapp.ui.place import Place
from huurdersapp.ui.preview.preview import Preview
from huurdersapp.ui.raadpleging.answers import AnswersEditor
from huurdersapp.ui.raadpleging.form import RaadplegingForm
from huurdersapp.ui.raadpleging.questions import QuestionsEditor
from tests.journeys.keyboard import Person
from tests.ui.raadpleging.conftest import make, shown
from tests.windows import OpenWindow
from tools.paper_words import pdf_words

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
At = Callable[..., tuple[Person, int]]
Settled = Callable[[MainWindow], None]
YES_NO = {"tekst": "Wilt u dit plan?", "soort": "ja_nee", "opties": [{"tekst": "Ja"}, {"tekst": "Nee"}]}


def form(me: Person) -> RaadplegingForm:
    page = me.window.page
    assert isinstance(page, RaadplegingPage)
    if page.form is None:
        page.edit()
    assert isinstance(page.form, RaadplegingForm)
    return page.form


def answers(builder: QuestionsEditor) -> AnswersEditor:
    fields = builder.lines[builder.at].fields
    assert fields is not None
    editor = fields.boxes["opties"].editor
    assert isinstance(editor, AnswersEditor)
    return editor


def on_paper(preview: Preview) -> str:
    return " ".join(pdf_words(preview.paper.pdf)) if preview.paper is not None else ""


def test_a_question_is_made_with_the_keyboard_alone(at: At, office: Context) -> None:
    me, number = at("raadpleging", vragen=[])
    builder = form(me).builder
    builder.new.setFocus()
    me.press("Space").type("Wat vindt u van de lift?")
    answers(builder).add.setFocus()
    me.press("Space").type("Goed").press("Return").type("Kan beter").press("Return").type("Slecht")
    me.press("Alt+Up").press("Ctrl+S").settle()
    (line,) = shown(office, number)["vragen"]
    assert line["tekst"] == "Wat vindt u van de lift?"
    assert [option["tekst"] for option in line["opties"]] == ["Goed", "Slecht", "Kan beter"]


def test_ready_answers_take_the_place_of_others_and_can_be_put_back(at: At) -> None:
    me, _number = at("raadpleging", vragen=[YES_NO])
    editor = answers(form(me).builder)
    editor.ready.activated.emit(4)
    assert [row.line.text() for row in editor.rows] == [str(mark) for mark in range(1, 11)]
    editor.back.click()
    assert [row.line.text() for row in editor.rows] == ["Ja", "Nee"]


def test_a_question_with_yes_or_no_has_these_answers(at: At) -> None:
    me, _number = at("raadpleging", vragen=[{"tekst": "Doet u mee?", "soort": "keuze"}])
    builder = form(me).builder
    fields = builder.lines[0].fields
    assert fields is not None
    kind = fields.boxes["soort"].editor
    kind.set_value("ja_nee")
    kind.edited.emit()
    assert [row.line.text() for row in answers(builder).rows] == ["Ja", "Nee"]


def test_questions_move_with_alt_and_an_arrow_and_keep_their_counts(at: At, office: Context) -> None:
    counted = {**YES_NO, "opties": [{"tekst": "Ja", "aantal": 4}, {"tekst": "Nee", "aantal": 1}]}
    me, number = at("raadpleging", vragen=[counted, {"tekst": "Tweede?", "soort": "open"}])
    builder = form(me).builder
    builder.list.setFocus()
    me.press("Alt+Down").press("Ctrl+S").settle()
    lines = shown(office, number)["vragen"]
    assert [line["tekst"] for line in lines] == ["Tweede?", "Wilt u dit plan?"]
    assert [option["aantal"] for option in lines[1]["opties"]] == [4, 1]


def test_a_question_that_was_taken_away_can_be_put_back(at: At) -> None:
    me, _number = at("raadpleging")
    builder = form(me).builder
    before = builder.value()
    builder.list.setFocus()
    me.press("Del")
    assert len(builder.value()) == 2
    assert me.window.page is not None
    builder.back.click()
    assert builder.value() == before


def test_changing_an_answer_that_was_counted_warns(at: At, qtbot: QtBot) -> None:
    counted = {**YES_NO, "opties": [{"tekst": "Ja", "aantal": 4}, {"tekst": "Nee", "aantal": 1}]}
    me, _number = at("raadpleging", vragen=[counted, YES_NO])
    builder = form(me).builder
    editor = answers(builder)
    QTest.keyClicks(editor.rows[0].line, "x")
    assert not editor.warning.isHidden()
    assert editor.rows[0].value()["aantal"] == 4
    builder.list.select(1)
    other = answers(builder)
    QTest.keyClicks(other.rows[0].line, "x")
    assert other.warning.isHidden()


def test_an_earlier_question_comes_with_its_answers_and_its_name_to_compare_by(
    at: At, office: Context
) -> None:
    make(
        office,
        "raadpleging",
        titel="Panel 2017",
        sluit_op="2017-05-01",
        vragen=[{**YES_NO, "sleutel": "plan"}],
    )
    me, number = at("raadpleging", vragen=[])
    builder = form(me).builder
    builder.again.setFocus()
    me.press("Space").type("2017").settle()
    me.press("Return").settle()
    assert builder.earlier.list.hasFocus()
    me.tab_to("Neem deze vraag over").press("Space")
    me.press("Ctrl+S").settle()
    (line,) = shown(office, number)["vragen"]
    assert (line["tekst"], line["soort"], line["sleutel"]) == ("Wilt u dit plan?", "ja_nee", "plan")
    assert [(option["tekst"], option["aantal"]) for option in line["opties"]] == [("Ja", None), ("Nee", None)]


def test_what_is_half_typed_of_a_question_comes_back(
    at: At, office: Context, open_window: OpenWindow, settled: Settled, qtbot: QtBot
) -> None:
    me, number = at("raadpleging")
    builder = form(me).builder
    builder.list.select(1)
    fields = builder.lines[1].fields
    assert fields is not None
    QTest.keyClicks(answers(builder).rows[0].line, " en energie")
    qtbot.waitUntil(lambda: bool(concepten.every(office)), timeout=2000)
    me.window.go(Place("vandaag"))
    me.settle()
    me.window.go(Place("raadpleging", number, doing="wijzigen", concept=concepten.every(office)[0].id))
    me.settle()
    assert form(me).builder.value()[1]["opties"][0]["tekst"] == "Huur en energie"
    me.press("Ctrl+S").settle()
    assert shown(office, number)["vragen"][1]["opties"][0]["tekst"] == "Huur en energie"


def test_what_is_wrong_is_shown_at_the_question(at: At) -> None:
    me, _number = at("raadpleging")
    builder = form(me).builder
    builder.new.click()
    answers(builder).add.click()
    QTest.keyClicks(answers(builder).rows[0].line, "Ja")
    assert not form(me).save()
    assert builder.list.rows[3].paragraphs[0].text.startswith("! 4.")
    builder.list.select(0)
    form(me).summary.lines[0].linkActivated.emit("veld")
    assert builder.at == 3


def test_the_questions_are_seen_as_they_come_on_paper(at: At, office: Context, qtbot: QtBot) -> None:
    make(office, "partij", naam="Huurdersvereniging", soort="huurdersorganisatie", eigen=True)
    me, _number = at("raadpleging", vragen=[YES_NO])
    builder = form(me).builder
    builder.paper_button.click()
    preview = builder.preview
    assert preview is not None
    qtbot.waitUntil(lambda: preview.paper is not None, timeout=20_000)
    assert "Renovatie Kerkhoflaan" in on_paper(preview)
    QTest.keyClicks(answers(builder).rows[0].line, " graag")
    qtbot.waitUntil(lambda: "graag" in on_paper(preview), timeout=20_000)
    assert shown(office, 1)["vragen"][0]["opties"][0]["tekst"] == "Ja"
