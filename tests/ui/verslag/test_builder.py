"""The builder of reports: parts, texts, proposals, questions and photos, each kept as one step, with the pages beside them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from huurdersapp.actions import concepten, lists, records
from huurdersapp.actions.context import Context
from huurdersapp.actions.verslagen import concept, versies
from huurdersapp.actions.verslagen.concept import Concept
from huurdersapp.actions.verslagen.opdracht import Opdracht
from huurdersapp.base import period
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.verslag import ReportPage
from huurdersapp.ui.place import Place
from tests.ui.preview.waiting import PATIENCE, another, ready
from tests.windows import named
from tools.paper_words import pdf_words

# Qt says this of each window with a smallest size of its own where there is no real screen.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
YEAR = Opdracht("jaar", period.parse("2019"), publiek="leden")
THERE = Place("verslag", values={"soort": "jaar", "periode": "2019"})


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> ReportPage:
    """The report of 2019 for the members, of which nothing is kept yet."""
    return shown(window, qtbot)


def shown(window: MainWindow, bot: QtBot, place: Place = THERE) -> ReportPage:
    window.go(place)
    found = window.page
    assert isinstance(found, ReportPage)
    ready(bot, found.preview)
    return found


def kept(ctx: Context) -> Concept | None:
    """The report as it is kept; None while there is no record of it."""
    number = concept.find(ctx, YEAR.soort, YEAR.span)
    return None if number is None else concept.read(ctx, number)


def sure(ctx: Context) -> Concept:
    found = kept(ctx)
    assert found is not None
    return found


def words(page: ReportPage) -> str:
    assert page.preview.paper is not None
    return " ".join(pdf_words(page.preview.paper.pdf))


def with_proposal(page: ReportPage) -> str:
    """The key of a part for which the program proposes something."""
    assert page._concept is not None
    return next(part.key for part in page._concept.parts if part.proposal and not part.fixed)


def at(page: ReportPage, key: str) -> None:
    """Stand at a part of the list."""
    page.bench.parts.list.setFocus()
    assert page.bench.parts.list.come_to(key)


def test_looking_keeps_nothing_and_a_choice_is_one_step_that_goes_back(
    page: ReportPage, window: MainWindow, qtbot: QtBot, example: Context
) -> None:
    before = example.store.head.seq
    for key in ("raadplegingen", "knelpunten"):
        at(page, key)
    assert kept(example) is None
    assert example.store.head.seq == before
    with another(qtbot, page.preview):
        page.options.short.buttons[True].click()
    assert sure(example).job.kort
    assert "Kort" in window.message.text()
    with another(qtbot, page.preview):
        window.undo()
    assert not sure(example).job.kort
    assert page.options.short.value() is False
    with another(qtbot, page.preview):
        window.undo()
    assert kept(example) is None
    assert page.place().number is None


def test_a_part_is_left_out_and_moved_by_keys_and_the_focus_stays_with_it(
    page: ReportPage, qtbot: QtBot, example: Context
) -> None:
    rows = page.bench.parts.list
    at(page, "knelpunten")
    title = next(row.words for row in rows.rows if row.key == "knelpunten")
    with another(qtbot, page.preview):
        QTest.keyClick(rows, Qt.Key.Key_Space)
    assert not sure(example).part("knelpunten").on
    assert rows.current_key() == "knelpunten"
    with another(qtbot, page.preview):
        QTest.keyClick(rows, Qt.Key.Key_Space)
    assert sure(example).part("knelpunten").on
    before = [row.key for row in rows.rows]
    with another(qtbot, page.preview):  # twice, before the first is read
        QTest.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        QTest.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    after = [part.key for part in sure(example).parts]
    assert after.index("knelpunten") == before.index("knelpunten") - 2
    assert after == [row.key for row in rows.rows]
    assert rows.hasFocus()
    assert rows.current_key() == "knelpunten"
    heading = next(each for each in page.preview.sheets.headings() if each.title == title)
    number, share = page.preview.sheets.place()
    assert number == heading.page
    assert share == pytest.approx(heading.share, abs=0.01)


def test_the_first_page_stays_and_annexes_stay_behind_the_parts(page: ReportPage) -> None:
    panel = page.bench.parts
    at(page, "kort")
    assert not panel.up.isEnabled()
    assert not panel.down.isEnabled()
    at(page, panel.list.rows[1].key)
    assert not panel.up.isEnabled()
    annexes = [row.key for row in panel.list.rows if row.group == 1]
    at(page, annexes[0])
    assert not panel.up.isEnabled()


def test_a_button_that_can_do_no_more_gives_the_focus_to_the_list(page: ReportPage, qtbot: QtBot) -> None:
    panel = page.bench.parts
    at(page, panel.list.rows[2].key)
    panel.up.setFocus()
    with another(qtbot, page.preview):
        panel.up.click()
    assert not panel.up.isEnabled()
    assert panel.list.hasFocus()


def test_a_proposal_is_taken_over_changed_and_saved_when_the_focus_leaves(
    page: ReportPage, window: MainWindow, qtbot: QtBot, example: Context
) -> None:
    key = with_proposal(page)
    at(page, key)
    page.bench.parts.write.click()
    card = page.bench.card
    assert card is not None
    assert card.editor.edit.hasFocus()
    assert card.proposal.isVisible()
    with another(qtbot, page.preview):
        card.take.click()
    proposal = sure(example).part(key).proposal
    assert sure(example).part(key).own_text == proposal
    assert card.text() == proposal
    card.editor.edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(card.editor.edit, " Dat vinden wij mooi.")
    assert sure(example).part(key).own_text == proposal
    with another(qtbot, page.preview):
        page.bench.parts.list.setFocus()
    assert sure(example).part(key).own_text == f"{proposal} Dat vinden wij mooi."
    assert "Dat vinden wij mooi." in words(page)
    assert concepten.every(example) == []
    with another(qtbot, page.preview):
        window.undo()
    assert card.text() == proposal


def test_changed_facts_are_told_and_both_answers_do_what_they_say(
    page: ReportPage, qtbot: QtBot, example: Context
) -> None:
    key = with_proposal(page)
    now = page._concept.part(key).proposal if page._concept is not None else ""
    number = concept.ensure(example, YEAR)
    own = "Wij telden 3 dingen."
    delen = [{"sleutel": key, "tekst": f"{own} Eigen zin.", "basis": own}]
    with another(qtbot, page.preview):
        records.change(example, example.spec("verslag"), number, {"delen": delen})
    row = next(row for row in page.bench.parts.list.rows if row.key == key)
    assert "De feiten zijn veranderd" in row.note
    page.bench.write(key)
    card = page.bench.card
    assert card is not None
    assert card.news.isVisible()
    assert not card.take.isVisible()
    with another(qtbot, page.preview):
        named(card, QPushButton, "Opnieuw voorstellen").click()  # type: ignore[attr-defined]
    assert sure(example).part(key).own_text == f"{now} Eigen zin."
    assert not card.news.isVisible()
    with another(qtbot, page.preview):
        records.change(example, example.spec("verslag"), number, {"delen": delen})
    with another(qtbot, page.preview):
        named(card, QPushButton, "Zo laten").click()  # type: ignore[attr-defined]
    assert sure(example).part(key).own_text == f"{own} Eigen zin."
    assert not sure(example).part(key).changed


def test_what_was_typed_and_not_saved_stands_there_again(
    page: ReportPage, window: MainWindow, qtbot: QtBot, example: Context
) -> None:
    page.bench.write("knelpunten")
    card = page.bench.card
    assert card is not None
    qtbot.keyClicks(card.editor.edit, "Half af")
    assert page.bench.keeper.keep()
    (half,) = concepten.every(example)
    number = sure(example).number
    assert (half.soort, half.nummer) == ("verslag", number)
    card.dirty = False  # as when the program was killed
    page.bench.forget()
    window.go(Place("hulp"))
    page = shown(window, qtbot, Place("verslag", number))
    assert page.bench.card is not None
    assert page.bench.card.text() == "Half af"
    window.go(Place("hulp"))
    assert sure(example).part("knelpunten").own_text == "Half af"
    assert concepten.every(example) == []


def test_a_part_gets_another_heading_and_its_own_back(
    page: ReportPage, qtbot: QtBot, example: Context
) -> None:
    page.bench.write("knelpunten")
    card = page.bench.card
    assert card is not None
    name = card.title_line.text()
    card.title_line.selectAll()
    qtbot.keyClicks(card.title_line, "Waar het knelt")
    with another(qtbot, page.preview):
        QTest.keyClick(card.title_line, Qt.Key.Key_Return)
    assert "Waar het knelt" in words(page)
    assert "Waar het knelt" in [row.words for row in page.bench.parts.list.rows]
    card.title_line.selectAll()
    QTest.keyClick(card.title_line, Qt.Key.Key_Delete)
    with another(qtbot, page.preview):
        QTest.keyClick(card.title_line, Qt.Key.Key_Return)
    assert sure(example).part("knelpunten").title == name
    assert card.title_line.text() == name


def test_a_photo_is_added_described_and_taken_out(
    page: ReportPage, window: MainWindow, qtbot: QtBot, example: Context, tmp_path: Path
) -> None:
    photo, text = tmp_path / "deur.jpg", tmp_path / "brief.jpg"
    Image.new("RGB", (60, 40), "green").save(photo)
    text.write_text("geen foto", encoding="utf-8")
    page.bench.write("knelpunten")
    pictures = page.bench.pictures
    assert pictures is not None
    pictures.add_picture(text)
    qtbot.waitUntil(lambda: "geen foto" in window.message.text())
    assert sure(example).pictures == ()
    with another(qtbot, page.preview):
        pictures.add_picture(photo)
    (row,) = pictures.rows.values()
    qtbot.keyClicks(row.caption, "De nieuwe voordeur")
    with another(qtbot, page.preview):
        QTest.keyClick(row.caption, Qt.Key.Key_Return)
    assert [each.caption for each in sure(example).pictures] == ["De nieuwe voordeur"]
    assert "De nieuwe voordeur" in words(page)
    with another(qtbot, page.preview):
        row.drop.click()
    assert sure(example).pictures == ()
    assert not pictures.rows


def test_the_meeting_is_asked_something_and_the_order_is_ours(
    window: MainWindow, qtbot: QtBot, example: Context
) -> None:
    page = shown(window, qtbot, Place("verslag", values={"soort": "trimester", "periode": "2019-T1"}))
    panel = page.bench.questions
    for asked in ("Wanneer komt de lift?", "Wie betaalt de verf?"):
        panel.new.click()
        assert panel.form is not None
        box = panel.form.fields.boxes["tekst"].editor
        assert box.first_focus().hasFocus()
        qtbot.keyClicks(box.first_focus(), asked)
        with another(qtbot, page.preview):
            assert panel.form.save()
        assert panel.form is None
    assert panel.new.hasFocus()
    number = page.place().number
    assert number is not None

    def own() -> list[str]:
        found = concept.read(example, number)
        return [each.vraag.tekst for each in found.questions if each.proposal is None]

    assert own() == ["Wanneer komt de lift?", "Wie betaalt de verf?"]
    last = next(row.key for row in panel.list.rows if row.words == "Wie betaalt de verf?")
    panel.list.come_to(last)
    with another(qtbot, page.preview):
        panel.up.click()
    assert own() == ["Wie betaalt de verf?", "Wanneer komt de lift?"]
    with another(qtbot, page.preview):
        panel.drop.click()
    assert own() == ["Wanneer komt de lift?"]


def test_a_proposed_question_is_left_out_taken_back_and_moved_at_once(
    window: MainWindow, qtbot: QtBot, example: Context
) -> None:
    page = shown(window, qtbot, Place("verslag", values={"soort": "evaluatie", "periode": "2020"}))
    panel = page.bench.questions
    rows = panel.list
    assert len(rows.rows) > 1, "the example has nothing to propose"
    first = rows.rows[0].words
    rows.setFocus()
    rows.setCurrentRow(0)
    with another(
        qtbot, page.preview
    ):  # left out it has another key, and is not read yet when the second comes
        QTest.keyClick(rows, Qt.Key.Key_Space)
        QTest.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: not panel._later and panel._fresh, timeout=PATIENCE)
    ready(qtbot, page.preview)
    number = page.place().number
    assert number is not None
    found = concept.read(example, number)
    assert [each.vraag.tekst for each in found.questions][1] == first
    assert not found.questions[1].on
    assert len({each.vraag.tekst for each in found.questions}) == len(found.questions)
    rows.come_to(found.questions[1].key)
    with another(qtbot, page.preview):
        QTest.keyClick(rows, Qt.Key.Key_Space)
    assert concept.read(example, number).questions[1].on


def test_the_next_report_begins_with_the_choices_of_the_last(
    page: ReportPage, window: MainWindow, qtbot: QtBot, example: Context
) -> None:
    number = concept.ensure(example, YEAR)
    concept.switch(example, number, "bezoeken", on=False)
    concept.choose(example, number, vorm="kort")
    page = shown(window, qtbot, Place("verslag", values={"soort": "jaar", "periode": "2020"}))
    began = "Begonnen met de keuzes van Jaarverslag 2019. Over deze periode is verslag 3 al verstuurd."
    assert page.begun.text() == began
    assert page.options.short.value() is True
    assert next(row.on for row in page.bench.parts.list.rows if row.key == "bezoeken") is False
    assert (
        len(lists.find(example, example.spec("verslag"), ["soort=jaar", "van=2020-01-01"])) == 1
    )  # the sent one
    with another(qtbot, page.preview):
        page.options.front.click()
    assert page.begun.isHidden()


def test_a_report_that_was_sent_is_read_and_not_changed(
    window: MainWindow, qtbot: QtBot, example: Context
) -> None:
    (row,) = lists.find(example, example.spec("verslag"), ["soort=jaar", "status=verstuurd"])
    before = example.store.head.seq
    page = shown(window, qtbot, Place("verslag", int(row["nummer"])))
    assert page.bench.sent.text() == "Verstuurd op ma 15 maart 2021. Dit verslag verandert niet meer."
    assert not page.bench.parts.isEnabled()
    assert not page.bench.questions.isVisible()
    assert not page.options.short.isEnabled()
    assert "Wat wij in 2020 voor u deden" in words(page)
    assert example.store.head.seq == before


def test_only_what_fits_a_kind_is_offered(page: ReportPage, window: MainWindow, qtbot: QtBot) -> None:
    assert not page.options.period.part.isVisible()
    assert not page.options.compare.isVisible()
    page.options.kind.setCurrentIndex(page.options.kind.findData("trimester"))
    with another(qtbot, page.preview):
        page.options.kind.activated.emit(page.options.kind.currentIndex())
    assert page.options.period.part.isVisible()
    assert page.place().values["soort"] == "trimester"
    audiences = [page.options.audience.itemData(at) for at in range(page.options.audience.count())]
    assert audiences == ["bo", "rg", "leden", "openbaar"]


def test_a_report_is_fixed_compared_and_sent_and_what_changed_since_is_told(
    page: ReportPage, window: MainWindow, qtbot: QtBot, example: Context
) -> None:
    part = page.bench.versions
    page.to_fix.click()
    assert part.form is not None
    qtbot.keyClicks(part.form.fields.boxes["besluit_op"].editor.first_focus(), "1-9-2021")
    assert part.form.save()
    qtbot.waitUntil(lambda: bool(part.versions.rows), timeout=PATIENCE)
    ready(qtbot, page.preview)
    number = page.place().number
    assert number is not None
    (version,) = versies.versions(example, number)
    assert "Besluit van" in part.versions.told_of(version)
    assert version.audience == "leden"

    spec = example.spec("knelpunt")
    row = lists.find(example, spec, ["gemeld_op=2019"])[0]
    with another(qtbot, page.preview):
        records.change(example, spec, int(row["nummer"]), {"titel": "Een heel andere titel"})
    qtbot.waitUntil(lambda: part.stale.isVisible(), timeout=PATIENCE)
    went: list[Place] = []
    page.desk.went.connect(went.append)
    button = part.stale.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    button.click()
    assert (went[-1].kind, went[-1].number) == ("knelpunt", row["nummer"])

    page = shown(window, qtbot, Place("verslag", number))
    part = page.bench.versions
    assert part.send is not None
    part.send.openers["verslag_versturen"].click()
    assert part.form is not None
    with another(qtbot, page.preview):
        assert part.form.save()
    assert page.bench.sent.isVisible()
    assert records.show(example, example.spec("verslag"), number)["status"] == "verstuurd"
    assert not page.to_fix.isVisible()


def test_what_the_meeting_gets_can_also_be_a_page_or_tables(
    page: ReportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    paper = page.preview.paper
    assert paper is not None
    for ending in (".html", ".xlsx"):
        path = tmp_path / f"verslag{ending}"
        page.save(paper, path)
        qtbot.waitUntil(path.exists, timeout=PATIENCE)
        qtbot.waitUntil(lambda: page.saved.isVisible(), timeout=PATIENCE)
    assert [action.text() for action in page.other_forms.menu().actions()] == [
        "Webpagina…",
        "Tabellen voor Excel…",
        "Tabellen als CSV…",
    ]


def test_what_is_still_to_be_chosen_is_told_and_then_there_are_pages(
    window: MainWindow, qtbot: QtBot, example: Context
) -> None:
    window.go(Place("verslag", values={"soort": "wijk", "periode": "2020-05-01..2021-04-30"}))
    page = window.page
    assert isinstance(page, ReportPage)
    told = "Kies eerst: Kern of wijk. Dan ziet u het verslag."
    assert page.options.missing.text() == told
    assert page.preview.fault.isVisible()
    assert page.preview.fault.text() == told
    assert not page.preview.retry.isVisible()
    assert page.options.first_focus().hasFocus()
    page.as_pdf.click()
    assert window.message.text() == told
    (row,) = lists.find(example, example.spec("kern"), words="Emmerhout")[:1]
    page.options.about["kern"].set_value(row["nummer"])
    with another(qtbot, page.preview):
        page.options.about["kern"].edited.emit()
    assert "Emmerhout" in words(page)
    assert page.place().values["kern"] == row["nummer"]
