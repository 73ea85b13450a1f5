"""What is kept of one person: found, ticked, read, shown in an overview or erased, and nothing of it written down."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from huurdersapp.actions import concepten, lists, records, verwerkingen, voorkeuren, wissen
from huurdersapp.actions.context import Context
from huurdersapp.actions.persoon import Vraag, zoek
from huurdersapp.actions.wissen import Besluit
from huurdersapp.app import opened
from huurdersapp.base import clock, jobs
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.persoon import PersonPage
from huurdersapp.ui.pages.privacy import PrivacyPage
from huurdersapp.ui.pages.privacy_papier import PrivacyPaperPage
from huurdersapp.ui.place import Place
from huurdersapp.ui.privacy import found_words
from huurdersapp.ui.privacy.chosen import choices_of
from huurdersapp.ui.privacy.request_panel import RequestPanel
from tests.example_store import TODAY
from tests.ui.test_access import SIZES, faults
from tests.windows import OpenWindow, named

Settled = Callable[[MainWindow], None]
# Qt says this of a question where there is no real screen.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
NAME, PHONE = "J. Wolgreven", "0591-000 139"
TEXT = f"Buurman {NAME} en mevrouw Knikkebein hoorden het ook."


@pytest.fixture(scope="module")
def asked_made(office_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A person who reported a knelpunt, is named in the text of another one, and asks (1) to see and (2) to erase."""
    folder = tmp_path_factory.mktemp("persoon") / "gegevens"
    shutil.copytree(office_made, folder)
    with clock.fixed(TODAY), opened(folder) as ctx:
        ours = {"naam": "Huurdersvereniging Verweg", "soort": "huurdersorganisatie", "eigen": True}
        records.create(ctx, ctx.spec("partij"), [ours])
        verwerkingen.overnemen(ctx)
        case = {"gemeld_op": "2019-08-05", "bron": "spreekuur", "categorie": "onderhoud"}
        own = {**case, "titel": "Lekkage", "melder_naam": NAME, "melder_telefoon": PHONE}
        records.create(ctx, ctx.spec("knelpunt"), [own, {**case, "titel": "Herrie", "omschrijving": TEXT}])
        known = {"identiteit": "bekend", "identiteit_op": "2019-08-20"}
        asks = {"ontvangen_op": "2019-08-15", "vrager": NAME}
        requests = [{**asks, "soort": "inzage"}, {**asks, **known, "soort": "verwijdering"}]
        records.create(ctx, ctx.spec("privacyverzoek"), requests)
    return folder


@pytest.fixture
def asked(asked_made: Path, data_folder: Path) -> Iterator[Context]:
    """A copy of it for this test alone."""
    shutil.copytree(asked_made, data_folder)
    with clock.fixed(TODAY), opened(data_folder) as ctx:
        yield ctx


def found(window: MainWindow, settled: Settled, number: int = 2) -> PersonPage:
    """The screen with what was found of the person."""
    window.go(Place("persoon", number))
    page = window.page
    assert isinstance(page, PersonPage)
    page.search()
    settled(window)
    return page


def tick(page: PersonPage, title: str) -> None:
    rows = page.hits.list.rows
    at = next(at for at, row in enumerate(rows) if title in row.words)
    page.hits.list.item(at).setCheckState(Qt.CheckState.Checked)


def read_texts(page: PersonPage, choice: str, words: str = "") -> None:
    """Say the same of every text."""
    page.hits.go_on.click()
    while page.texts.isVisible():
        page.texts.buttons[choice].click()
        page.texts.line.setText(words)
        page.texts.line.textEdited.emit(words)
        last = page.texts.at == len(page.texts.sentences) - 1
        page.texts.after.click()
        if last:
            break


def test_nothing_is_ticked_by_the_program_and_each_finding_says_why(
    open_window: OpenWindow, asked: Context, settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(asked)
    page = found(window, settled)
    assert page.hits.chosen() == ()
    own = next(row for row in page.hits.list.rows if "Lekkage" in row.words)
    assert NAME in own.words
    assert PHONE in own.words
    assert own.note.startswith("Waarschijnlijk. De achternaam")
    assert not any("Herrie" in row.words for row in page.hits.list.rows), "texts are read one by one"
    page.hits.list.come_to(own.key)
    qtbot.waitUntil(page.view.isVisible)
    assert (page.view.kind, page.view.number) == ("knelpunt", 1)


def test_a_text_waits_for_its_choice_and_for_words_that_stand_in_it(
    open_window: OpenWindow, asked: Context, settled: Settled
) -> None:
    page = found(open_window(asked), settled)
    page.hits.go_on.click()
    texts = page.texts
    at = next(at for at, each in enumerate(texts.sentences) if "Knikkebein" in each.words)
    texts.show_at(at)
    texts.after.click()
    assert texts.fault.text() == "Kies eerst wat u met deze tekst wilt."
    texts.buttons[found_words.HIDDEN].click()
    assert texts.line.isVisible()
    texts.after.click()
    assert texts.fault.text() == "Schrijf eerst welke woorden zwart worden."
    texts.line.setText("Knikkebijn")
    texts.line.textEdited.emit("Knikkebijn")
    texts.after.click()
    assert "staat niet in de tekst" in texts.fault.text()


def test_without_knowing_who_asks_nothing_is_given(
    open_window: OpenWindow, asked: Context, settled: Settled
) -> None:
    window = open_window(asked)
    page = found(window, settled, 1)
    tick(page, "Lekkage")
    read_texts(page, found_words.OTHER)
    assert page.next.warned.isVisible()
    assert not page.next.overview.isVisible()
    assert not page.next.erase.isVisible()
    named(page, QPushButton, "Vastleggen wie het is").click()  # type: ignore[attr-defined]
    settled(window)
    assert isinstance(window.page, PrivacyPage)
    assert isinstance(window.page.panel, RequestPanel)
    assert window.page.panel.openers["identiteit"].property("role") == "main"


def test_what_was_chosen_is_there_again_and_is_written_nowhere(
    open_window: OpenWindow, asked: Context, settled: Settled
) -> None:
    window = open_window(asked)
    page = found(window, settled)
    tick(page, "Lekkage")
    read_texts(page, found_words.OTHER)
    page.next.overview.click()
    settled(window)
    paper = window.page
    assert isinstance(paper, PrivacyPaperPage)
    assert paper.preview.paper is not None
    assert NAME not in repr(paper.place()), "the window remembers places"
    paper.to_record()
    settled(window)
    assert window.page is page
    assert len(page.hits.chosen()) == 1
    assert page.next.isVisible()
    kept = [str(voorkeuren.get(asked, key, "")) for key in ("plaats", "venster.plaats")]
    assert not any(NAME in text for text in kept)


def test_an_overview_that_was_not_chosen_leads_to_the_search(
    open_window: OpenWindow, asked: Context, settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(asked)
    window.go(Place("privacy_papier", 2, kind="inzage"))
    qtbot.waitUntil(lambda: isinstance(window.page, PersonPage))


def test_what_stays_needs_a_reason_and_the_question_does_no_harm(
    open_window: OpenWindow, asked: Context, settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(asked)
    page = found(window, settled)
    tick(page, "Lekkage")
    read_texts(page, found_words.OURS)
    assert page.next.erase.property("role") == "main", "this is what was asked for"
    page.next.erase.click()
    erase = page.erase
    assert not erase.reason.isVisible()
    at = next(at for at, row in enumerate(erase.list.rows) if "Herrie" in row.words)
    erase.list.item(at).setCheckState(Qt.CheckState.Unchecked)
    assert erase.reason.isVisible()
    erase.yes.click()
    assert erase.fault.text() == "Schrijf erbij waarom u iets bewaart."
    erase.reason.setText("Er loopt een zaak bij de huurcommissie.")
    erase.reason.textEdited.emit(erase.reason.text())
    assert "Er loopt een zaak" in erase.told.text()
    erase.yes.click()
    assert erase.box is not None
    assert erase.box.defaultButton().text() == "Annuleren"
    erase.box.reject()
    settled(window)
    assert records.show(asked, asked.spec("knelpunt"), 1)["melder_naam"] == NAME
    erase.yes.click()
    next(each for each in erase.box.buttons() if each.text() == "Voor altijd wissen").click()
    settled(window)
    assert isinstance(window.page, PrivacyPaperPage)
    assert window.page.title() == "Bewijs van wissen"
    assert records.show(asked, asked.spec("knelpunt"), 1)["melder_naam"] is None
    assert records.show(asked, asked.spec("knelpunt"), 2)["omschrijving"] == TEXT
    choice = choices_of(page.desk).of(2)
    assert (choice.typed, choice.found, choice.ticked) == ({}, None, set()), "it is forgotten here too"
    request = records.show(asked, asked.spec("privacyverzoek"), 2)
    assert {(line["besluit"], line["reden"]) for line in request["gegevens"]} == {
        ("gewist", None),
        ("bewaard", "Er loopt een zaak bij de huurcommissie."),
    }


@pytest.mark.parametrize("typed", ["x", ""], ids=["typed in", "only open"])
def test_a_form_that_stood_open_forgets_too(
    open_window: OpenWindow, asked: Context, settled: Settled, qtbot: QtBot, typed: str
) -> None:
    window = open_window(asked)
    window.go(Place("knelpunt", 1, doing="wijzigen"))
    settled(window)
    assert window.page is not None
    (line,) = (each for each in window.page.findChildren(QLineEdit) if NAME in each.text())
    qtbot.keyClicks(line, typed)
    window.go(Place("persoon", 2))
    assert len(concepten.every(asked)) == len(typed)
    vraag = Vraag(naam=NAME)
    hits = [each for each in jobs.run(zoek(asked, vraag)) if each.soort == "knelpunt"]
    told = window.page.desk.changed
    with qtbot.waitSignal(told, check_params_cb=lambda changes: "Besluiten" in changes.label):
        jobs.run(wissen.wis(asked, 2, vraag, [Besluit(each.sleutel, "gewist") for each in hits]))
    window.go(Place("knelpunt"))
    settled(window)
    assert not [each for each in window.page.findChildren(QLineEdit) if NAME in each.text()]
    window.go(Place("vandaag"))
    assert concepten.every(asked) == []


def test_the_clock_of_a_request_counts_to_its_last_day(open_window: OpenWindow, asked: Context) -> None:
    window = open_window(asked)
    window.go(Place("privacy", 1, kind="privacyverzoek"))
    page = window.page
    assert isinstance(page, PrivacyPage)
    assert isinstance(page.panel, RequestPanel)
    # 15 September 2019 is a Sunday.
    assert page.panel.clock()[0] == "Antwoord uiterlijk 16 september 2019. Dat is over 14 dagen."
    with clock.fixed(TODAY.replace(day=16)):
        assert page.panel.clock()[0] == "Vandaag is de laatste dag om te antwoorden."
    with clock.fixed(TODAY.replace(day=17)):
        assert page.panel.clock()[0].startswith("De termijn was op 16-09-2019 voorbij.")


@pytest.mark.parametrize(("width", "height", "zoom"), SIZES)
def test_every_step_is_heard_reached_hit_and_seen_whole(
    open_window: OpenWindow, asked: Context, settled: Settled, width: int, height: int, zoom: int
) -> None:
    window = open_window(asked)
    window.look.set_zoom(zoom)
    window.resize(width, height)
    page = found(window, settled)
    tick(page, "Lekkage")
    wrong = list(faults(window, page))
    page.hits.go_on.click()
    settled(window)
    page.texts.buttons[found_words.HIDDEN].click()
    settled(window)
    wrong += faults(window, page)
    read_texts(page, found_words.OURS)
    page.next.erase.click()
    settled(window)
    page.erase.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    settled(window)
    wrong += faults(window, page)
    assert (window.width(), window.height()) == (width, height)
    assert not wrong, "\n".join(wrong)
    window.go(Place("privacy", 1, kind="privacyverzoek"))
    settled(window)
    assert window.page is not None
    assert not list(faults(window, window.page))
    assert lists.count(asked, asked.spec("privacyverzoek")) == 2
    assert QApplication.focusWidget() is not None
    press_escape(window)


def press_escape(window: MainWindow) -> None:
    """Esc on the screen of a person goes back to the request."""
    window.go(Place("persoon", 2))
    page = window.page
    assert isinstance(page, PersonPage)
    page.commands()["sluiten"]()
    assert isinstance(window.page, PrivacyPage)
