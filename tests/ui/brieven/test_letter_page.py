"""The letter page: parts that are written by hand beside what the program proposes, fixing, and the way out."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from huurdersapp.actions import brief_versies, brief_versturen, brieven, concepten, history, lists, records
from huurdersapp.actions.context import Context
from huurdersapp.ui.brieven.part_card import PartCard
from huurdersapp.ui.forms.step_concept import place_of
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.brief import LetterPage
from huurdersapp.ui.place import Place
from tests.ui.preview.waiting import ready
from tools.paper_words import pdf_words

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
Settled = Callable[[MainWindow], None]


def open_case(ctx: Context) -> int:
    """An advies on which nothing was decided, made negative."""
    found = lists.find(ctx, ctx.spec("advies"), ("soort=adviesaanvraag",))
    number = next(int(each["nummer"]) for each in found if not each["vastgesteld_op"] and each["verhuurder"])
    records.change(ctx, ctx.spec("advies"), number, {"uitkomst": "negatief"})
    return number


@pytest.fixture
def number(example: Context) -> int:
    """The number of the advies."""
    return open_case(example)


@pytest.fixture
def page(window: MainWindow, number: int, qtbot: QtBot) -> LetterPage:
    """Its letter."""
    return go(window, qtbot, Place("brief", number))


def go(window: MainWindow, bot: QtBot, place: Place) -> LetterPage:
    window.go(place)
    page = window.page
    assert isinstance(page, LetterPage)
    ready(bot, page.preview)
    return page


def write(card: PartCard, words: str) -> None:
    """Type words before what stands in a part."""
    card.first_focus().setFocus()
    card.editor.edit.moveCursor(card.editor.edit.textCursor().MoveOperation.Start)
    QTest.keyClicks(card.editor.edit, words)


def leave_to(page: LetterPage, key: str) -> None:
    page.parts.cards[key].first_focus().setFocus()


def seen(page: LetterPage, bot: QtBot, words: str) -> None:
    """Wait until the pages say so."""

    def says() -> bool:
        paper = page.preview.paper
        return paper is not None and words in " ".join(pdf_words(paper.pdf))

    bot.waitUntil(says, timeout=20_000)


def test_the_parts_stand_there_with_what_the_program_proposes(page: LetterPage, number: int) -> None:
    letter = brieven.read_case(page.desk.ctx, number)
    assert letter.number is None  # looking writes nothing
    assert [card.heading for card in page.parts.cards.values()] == [part.title for part in letter.parts]
    reason = page.parts.cards["aanleiding"]
    assert "vraagt u ons advies" in reason.editor.edit.toPlainText()
    assert reason.state.text() == "Voorstel van het programma. Typ om het te veranderen."
    assert not reason.restore.isVisible()
    assert QApplication.focusWidget() is reason.editor.edit


def test_what_is_typed_is_the_text_of_the_letter_once_the_part_is_left(
    page: LetterPage, number: int, qtbot: QtBot
) -> None:
    card = page.parts.cards["aanleiding"]
    write(card, "Vooraf een eigen zin. ")
    assert card.state.text() == "Uw tekst, nog niet opgeslagen."
    leave_to(page, "advies")
    letter = brieven.read_case(page.desk.ctx, number)
    assert letter.part("aanleiding").own is not None
    qtbot.waitUntil(lambda: card.state.text() == "Uw tekst.")
    assert card.restore.isVisible()
    assert "aanleiding" in (history.next_undo(page.desk.ctx) or "").lower()
    seen(page, qtbot, "Vooraf een eigen zin.")


def test_what_is_typed_is_kept_as_a_concept_and_comes_back(
    page: LetterPage, number: int, qtbot: QtBot, window: MainWindow, example: Context
) -> None:
    write(page.parts.cards["vervolg"], "Half af. ")
    with qtbot.waitSignal(page.parts.keeper.kept, timeout=2_000):
        pass
    (concept,) = [
        each for each in concepten.every(example) if (each.soort, each.nummer) == ("advies", number)
    ]
    assert place_of(concept) == Place("brief", number, kind="advies")
    # As after a crash: the text was never saved, and another window begins with what was kept.
    page.parts.cards["vervolg"].forget()
    page.parts.begin("advies", 1, "een ander")
    page.parts.begin("advies", number, "deze weer")
    page.parts.show_parts(brieven.read_case(example, number).parts, fixed=False)
    again = page.parts.cards["vervolg"]
    assert again.text().startswith("Half af.")
    assert again.dirty


def test_leaving_the_screen_saves_what_was_typed(
    page: LetterPage, number: int, window: MainWindow, example: Context
) -> None:
    write(page.parts.cards["vervolg"], "Tot gauw. ")
    window.go(Place("vandaag"))
    own = brieven.read_case(example, number).part("vervolg").own
    assert own is not None
    assert own.startswith("Tot gauw.")
    assert not [each for each in concepten.every(example) if each.soort == "advies"]


def test_when_facts_change_the_writer_sees_how_and_chooses(
    page: LetterPage, number: int, qtbot: QtBot
) -> None:
    ctx, card = page.desk.ctx, page.parts.cards["aanleiding"]
    write(card, "Van ons. ")
    leave_to(page, "advies")
    assert not card.news.isVisible()
    records.change(ctx, ctx.spec("advies"), number, {"voornemen": "U wilt alles anders doen."})
    qtbot.waitUntil(card.news.isVisible)
    assert "Erbij: U wilt alles anders doen." in card.difference.accessibleName()
    assert card.text().startswith("Van ons.")
    QTest.mouseClick(card.keep, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not card.news.isVisible())
    assert card.text().startswith("Van ons.")
    records.change(ctx, ctx.spec("advies"), number, {"voornemen": "U wilt toch iets anders."})
    qtbot.waitUntil(card.news.isVisible)
    QTest.mouseClick(card.take, Qt.MouseButton.LeftButton)
    assert brieven.read_case(ctx, number).part("aanleiding").own is None
    qtbot.waitUntil(lambda: "U wilt toch iets anders." in card.text())


def test_a_rewritten_part_goes_back_to_the_proposal_and_that_can_be_undone(
    page: LetterPage, number: int, window: MainWindow, qtbot: QtBot
) -> None:
    ctx, card = page.desk.ctx, page.parts.cards["aanleiding"]
    write(card, "Van ons. ")
    leave_to(page, "advies")
    assert card.restore.isVisible()
    QTest.mouseClick(card.restore, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not card.text().startswith("Van ons."))
    assert window.message.undo.isVisible()
    window.message.undo.click()
    qtbot.waitUntil(lambda: card.text().startswith("Van ons."))
    assert brieven.read_case(ctx, number).part("aanleiding").own is not None


def test_the_outcome_of_a_raadpleging_is_put_in(page: LetterPage, number: int, qtbot: QtBot) -> None:
    ctx, card = page.desk.ctx, page.parts.cards["achterban"]
    asked = next(each for each in lists.find(ctx, ctx.spec("raadpleging")) if each["status"] != "concept")
    QTest.mouseClick(card.insert, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is card.finder
    QTest.keyClicks(card.finder, str(asked["nummer"]))
    QTest.keyClick(card.finder, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: card.finder.hits is not None and page.desk.asker.idle, timeout=20_000)
    QTest.keyClick(card.finder, Qt.Key.Key_Return)
    record = records.show(ctx, ctx.spec("advies"), number)
    assert asked["nummer"] in record["raadplegingen"]
    qtbot.waitUntil(lambda: bool(card.text()))
    assert not card.finder.isVisible()


def fix(page: LetterPage, bot: QtBot, settled: Settled, window: MainWindow) -> None:
    """Let the board agree and fix the letter."""
    QTest.mouseClick(page.to_fix, Qt.MouseButton.LeftButton)
    assert page.fix is not None
    form = page.fix.form
    assert form is not None
    form.fields.boxes["stemmen"].editor.set_value("5 voor, 1 tegen")
    QTest.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    settled(window)


def test_the_board_agrees_and_the_letter_is_fixed_as_a_version(
    page: LetterPage, number: int, qtbot: QtBot, settled: Settled, window: MainWindow
) -> None:
    ctx = page.desk.ctx
    assert not page.versions.isVisible()
    fix(page, qtbot, settled, window)
    letter = brieven.letter_of(ctx, number)
    (version,) = brief_versies.versions(ctx, letter)
    assert version.decision.tekst.startswith("Stemmen: 5 voor, 1 tegen")
    assert window.message.text().startswith(f"Vastgelegd: versie 1, met nummer {version.registered}.")
    assert page.versions.isVisible()
    assert page.fix is not None
    assert not page.fix.isVisible()
    assert records.show(ctx, ctx.spec("advies"), number)["vastgesteld_op"] == "2021-09-01"


def test_a_changed_source_of_a_fixed_letter_is_told_and_the_difference_shown(
    page: LetterPage, number: int, qtbot: QtBot, settled: Settled, window: MainWindow
) -> None:
    ctx = page.desk.ctx
    fix(page, qtbot, settled, window)
    assert not page.versions.news.isVisible()
    records.change(ctx, ctx.spec("advies"), number, {"voornemen": "U wilt alles anders doen."})
    qtbot.waitUntil(page.versions.news.isVisible)
    compare = page.versions.findChildren(type(page.to_fix))[1]
    assert compare.text() == "Verschil met nu"
    compare.click()
    settled(window)
    assert "U wilt alles anders doen." in page.versions.answer.accessibleName()


def test_a_fixed_letter_is_put_ready_as_an_email_and_sent(
    page: LetterPage, number: int, qtbot: QtBot, settled: Settled, window: MainWindow, tmp_path: Path
) -> None:
    ctx = page.desk.ctx
    fix(page, qtbot, settled, window)
    assert page.sending is not None
    page.sending.write_email(tmp_path / "brief.eml")
    made = email.message_from_bytes((tmp_path / "brief.eml").read_bytes(), policy=email.policy.default)
    assert made["X-Unsent"] == "1"
    assert [part.get_content_type() for part in made.iter_attachments()] == ["application/pdf"]
    QTest.mouseClick(page.sending.openers["brief_versturen"], Qt.MouseButton.LeftButton)
    form = page.sending.form
    assert form is not None
    form.fields.boxes["verstuurd_wijze"].editor.set_value("post")
    QTest.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    settled(window)
    assert records.show(ctx, ctx.spec("advies"), number)["verstuurd_op"] == "2021-09-01"
    qtbot.waitUntil(page.parts.cards["aanleiding"].editor.edit.isReadOnly)
    assert not page.to_fix.isVisible()
    assert page.sending.openers["brief_aangekomen"].isVisible()


def test_a_letter_that_says_something_else_now_than_what_was_sent_tells_so(
    page: LetterPage, number: int, qtbot: QtBot, settled: Settled, window: MainWindow
) -> None:
    ctx = page.desk.ctx
    fix(page, qtbot, settled, window)
    brief_versturen.send(ctx, brieven.letter_of(ctx, number), date(2021, 9, 1), "post")
    qtbot.waitUntil(page.parts.cards["aanleiding"].editor.edit.isReadOnly)
    settled(window)
    assert not page.moved.isVisible()
    records.change(ctx, ctx.spec("advies"), number, {"voornemen": "U wilt alles anders doen."})
    qtbot.waitUntil(page.moved.isVisible)


def test_in_a_narrow_window_one_writes_first_and_looks_when_one_wants(
    window: MainWindow, number: int, qtbot: QtBot
) -> None:
    window.resize(1024, 600)
    page = go(window, qtbot, Place("brief", number))
    assert page.aside.isVisible()
    assert not page.right.isVisible()
    QTest.mouseClick(page.unfold, Qt.MouseButton.LeftButton)
    assert page.right.isVisible()
    QTest.mouseClick(page.fold, Qt.MouseButton.LeftButton)
    assert page.aside.isVisible()
