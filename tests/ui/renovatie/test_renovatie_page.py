"""The screen of renovations: numbers that open their homes, a new version, making homes, the peiling, closing, papers."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from huurdersapp.actions import (
    history,
    lists,
    records,
    renovatie_antwoord,
    renovatie_stand,
    renovatie_woningen,
    samen_wijzigen,
)
from huurdersapp.actions.context import Context
from huurdersapp.actions.renovatie_woningplan import Layout
from huurdersapp.app import opened
from huurdersapp.base import clock
from huurdersapp.records.draagvlak import court_days
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.renovatie import RenovationPage
from huurdersapp.ui.pages.renovatie_papier import RenovationPaperPage
from huurdersapp.ui.place import Place
from huurdersapp.ui.renovatie import sentences
from huurdersapp.ui.renovatie.closing import ClosingCard, PeilingCard
from huurdersapp.ui.renovatie.going import HOME, PROJECT, UNIT, task
from huurdersapp.ui.renovatie.homes_card import HomesCard
from huurdersapp.ui.renovatie.project_panel import ProjectPanel
from huurdersapp.ui.renovatie.unit_panel import UnitPanel
from tests.example_store import TODAY
from tests.windows import OpenWindow, named, press

Settled = Callable[[MainWindow], None]
C = TypeVar("C", ClosingCard, PeilingCard, HomesCard)


@pytest.fixture(scope="module")
def flat_made(office_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a flat of 24 homes in two staircases (16 of 23 agreed, one is empty), and a building without homes."""
    folder = tmp_path_factory.mktemp("renovatie") / "gegevens"
    shutil.copytree(office_made, folder)
    with clock.fixed(TODAY), opened(folder) as ctx:
        ours = {"naam": "Huurdersvereniging Verweg", "soort": "huurdersorganisatie", "eigen": True}
        records.create(ctx, ctx.spec("partij"), [ours])
        proposal = {"datum": "2019-05-01", "document": "Brief 1", "werk": "Nieuwe gevels."}
        project = {"titel": "Gevels Dreef", "peiling_aan": True, "voorstellen": [proposal]}
        records.create(ctx, ctx.spec(PROJECT), [project])
        unit = {"naam": "Flat Dreef", "project": 1, "woningen_totaal": 24}
        records.create(ctx, ctx.spec(UNIT), [unit, {"naam": "Rij Dreef", "project": 1}])
        plan = renovatie_woningen.plan_from_pattern(
            ctx, 1, straat="Dreef", van=1, tot=47, layout=Layout(2, 0, 12)
        )
        renovatie_woningen.make(ctx, plan)
        renovatie_antwoord.answer(ctx, range(1, 17), "ja", op=date(2019, 6, 1))
        renovatie_antwoord.answer(ctx, range(17, 20), "nee", op=date(2019, 6, 1), vorm="mondeling")
        renovatie_antwoord.answer(ctx, [24], "leeg")
        renovatie_antwoord.sound(ctx, [20, 21], "twijfel")
    return folder


@pytest.fixture
def flat(flat_made: Path, data_folder: Path) -> Iterator[Context]:
    shutil.copytree(flat_made, data_folder)
    with clock.fixed(TODAY), opened(data_folder) as ctx:
        yield ctx


@pytest.fixture
def at_flat(flat: Context, open_window: OpenWindow) -> MainWindow:
    return open_window(flat)


def shown(window: MainWindow, settled: Settled, place: Place) -> RenovationPage:
    window.go(place)
    settled(window)
    page = window.page
    assert isinstance(page, RenovationPage)
    return page


def until(window: MainWindow, bot: QtBot, settled: Settled, seen: Callable[[], bool]) -> None:
    """What a change of the records asks anew is read once its news has come."""
    bot.waitUntil(seen, timeout=10_000)
    settled(window)


def project_of(page: RenovationPage) -> ProjectPanel:
    assert isinstance(page.panel, ProjectPanel)
    return page.panel


def busy(page: RenovationPage) -> bool:
    """Whether a task stands in the place of the record."""
    return page.task is not None


def card_of(page: RenovationPage, kind: type[C]) -> C:
    """The task that stands there."""
    assert page.task is not None
    assert isinstance(page.task.card, kind)
    return page.task.card


def planned(card: HomesCard) -> bool:
    """Whether what would be made is shown."""
    return card.plan is not None


def in_sight(focus: QWidget | None) -> str:
    """What stands on the button that has the focus, "" while not all of it is seen."""
    if not isinstance(focus, QPushButton) or focus.visibleRegion().boundingRect() != focus.rect():
        return ""
    return focus.text()


def words_of(page: RenovationPage) -> list[str]:
    return [each.text() for each in page.view.findChildren(type(page.nothing)) if each.isVisible()]


def count(ctx: Context, where: tuple[str, ...]) -> int:
    return lists.count(ctx, ctx.spec(HOME), where)


def test_each_number_of_a_building_opens_exactly_its_homes(
    at_flat: MainWindow, flat: Context, settled: Settled
) -> None:
    page = shown(at_flat, settled, Place("renovatie", 1, kind=PROJECT))
    (card,) = [each for each in project_of(page).units if each.unit.nummer == 1]
    said = {words: link.words for words, link in card.links.items()}
    assert said == {
        "Huurders": "Huurders: 23",
        "Nodig": "Nodig: 17",
        "Ja": "Ja: 16",
        "Nog nodig": "Nog nodig: 1",
        "Nee": "Nee: 3",
        "Zonder antwoord": "Zonder antwoord: 4",
        "Leeg": "Leeg: 1",
        "Alleen mondeling": "Alleen mondeling: 3",
    }
    assert card.verdict.text() == "Nog 1 nodig: 16 van de 17."
    assert "69,57\N{NO-BREAK SPACE}% van de huurders stemde in." in " ".join(words_of(page))
    assert "Rij Dreef heeft nog geen woningen. Kies Woningen maken." in words_of(page)
    for words, homes in (("Ja", 16), ("Nee", 3), ("Zonder antwoord", 4), ("Huurders", 23), ("Leeg", 1)):
        card = next(each for each in project_of(page).units if each.unit.nummer == 1)
        card.links[words].click()
        settled(at_flat)
        assert page.kind == HOME
        assert page.bar.asked.title == f"{words} in Flat Dreef"
        assert count(flat, page.bar.asked.conditions()) == homes
        page = shown(at_flat, settled, Place("renovatie", 1, kind=PROJECT))


def test_a_building_shows_its_staircases_and_each_number_there_opens_its_homes(
    at_flat: MainWindow, flat: Context, settled: Settled
) -> None:
    page = shown(at_flat, settled, Place("renovatie", 1, kind=UNIT))
    assert isinstance(page.panel, UnitPanel)
    link = named(page, QPushButton, "Ja: 12, Flat Dreef, portiek A. Toon deze woningen.")
    assert isinstance(link, QPushButton)
    link.click()
    settled(at_flat)
    assert count(flat, page.bar.asked.conditions()) == 12


def test_of_eight_weeks_that_are_over_the_last_day_is_told(flat: Context) -> None:
    with flat.store.reading() as db:
        found = renovatie_stand.eenheid_stand(db, 1)
    notice = date(2026, 11, 1)
    days = court_days(notice)
    said = {
        on: " ".join(sentences.court(replace(found, aangezegd_op=notice, rechter_dagen=days, on=on)))
        for on in (days[0], days[1], days[1] + timedelta(1))
    }
    assert "Naar de rechter kan tot en met 27-12-2026. Houd die dag aan. Met" in said[days[0]]
    assert (
        "De laatste dag was 27-12-2026. Met de Algemene termijnenwet erbij is het 28-12-2026."
        in said[days[1]]
    )
    assert said[days[1] + timedelta(1)].endswith(
        "De acht weken na die brief zijn voorbij. De laatste dag was 27-12-2026."
    )


def test_the_landlords_count_and_letter_stand_beside_ours(
    at_flat: MainWindow, settled: Settled, qtbot: QtBot
) -> None:
    page = shown(at_flat, settled, Place("renovatie", 1, kind=UNIT))
    assert isinstance(page.panel, UnitPanel)
    assert page.panel.work is not None
    form = page.panel.work.begin(
        "telling", {"verhuurder_ja": 16, "verhuurder_van": 22, "verhuurder_op": "2019-08-01"}
    )
    assert form.save()
    until(at_flat, qtbot, settled, lambda: "De verhuurder telde" in " ".join(words_of(page)))
    told = " ".join(words_of(page))
    assert "De verhuurder telde op 01-08-2019 16 van de 22: 72,73\N{NO-BREAK SPACE}%." in told
    assert "De verhuurder telt 1 huurder minder mee. Wie niet antwoordt, telt wel mee." in told
    assert "Volgens de verhuurder is 70 % gehaald, volgens ons niet." in told
    assert page.panel.work is not None
    assert page.panel.work.begin("brief", {"aangezegd_op": "2019-08-01"}).save()
    until(at_flat, qtbot, settled, lambda: "Naar de rechter" in " ".join(words_of(page)))
    told = " ".join(words_of(page))
    assert "Naar de rechter kan tot en met 26-09-2019. Houd die dag aan. Nog 24 dagen." in told
    assert page.panel.card is not None
    assert page.panel.card.links["Kan nog naar de rechter"].words == "Kan nog naar de rechter: 7"
    assert page.panel.work is not None
    assert page.panel.work.begin("zorg", {"onderwerp": "overlast", "aantal": 2}).save()
    until(at_flat, qtbot, settled, lambda: "Overlast tijdens het werk: 2 keer" in words_of(page))


def proposal_on_top(page: RenovationPage) -> bool:
    """Whether the version that was just written is what is seen of the project."""
    panel = project_of(page).proposal
    if panel is None or len(panel.record["voorstellen"]) < 2:
        return False
    return panel.form is None and panel.mapTo(page.view.viewport(), QPoint(0, 0)).y() == 0


def test_a_new_version_says_what_happens_to_the_answers_and_asks_a_part_again(
    at_flat: MainWindow, flat: Context, settled: Settled, qtbot: QtBot
) -> None:
    page = shown(at_flat, settled, Place("renovatie", 1, kind=PROJECT))
    panel = project_of(page).proposal
    assert panel is not None
    form = panel.begin("versie", {"datum": "2019-08-20"})
    choice = form.fields.boxes["opnieuw"].editor

    def choose(who: str) -> str:
        choice.set_value(who)
        choice.edited.emit()
        assert panel is not None
        assert panel.told is not None
        return panel.told.text()

    assert choose("geen") == "Alle antwoorden blijven gelden."
    assert choose("alle").startswith("23 huurders antwoorden opnieuw. 19 antwoorden tellen dan niet meer.")
    assert choose("sommige") == ""
    assert panel.voters is not None
    assert panel.voters.isVisible()
    box, _homes = panel.voters.groups["Flat Dreef", "portiek B", False]
    box.click()
    first = named(panel.voters, QPushButton, "Woningen een voor een kiezen in Flat Dreef")
    assert isinstance(first, QPushButton)
    first.click()
    assert panel.voters.homes[13].isChecked()
    panel.voters.homes[13].click()
    assert len(panel.voters.chosen()) == 10
    assert not box.isChecked()
    panel.voters.homes[13].click()
    assert "11 huurders antwoorden opnieuw. 7 antwoorden tellen dan niet meer." in choose("sommige")
    assert form.save()
    settled(at_flat)
    until(at_flat, qtbot, settled, lambda: proposal_on_top(page))
    with flat.store.reading() as db:
        now = renovatie_stand.telling(db, 1)
    assert (now.ja, now.nee, now.open, now.leeg) == (12, 0, 11, 1)
    history.undo(flat)
    with flat.store.reading() as db:
        assert renovatie_stand.telling(db, 1).ja == 16


def test_a_part_of_the_homes_must_be_chosen_before_a_version_that_asks_a_part(
    at_flat: MainWindow, flat: Context, settled: Settled
) -> None:
    page = shown(at_flat, settled, Place("renovatie", 1, kind=PROJECT))
    panel = project_of(page).proposal
    assert panel is not None
    form = panel.begin("versie", {"datum": "2019-08-20", "opnieuw": "sommige"})
    form.save_button.click()
    settled(at_flat)
    assert at_flat.message.text() == "Kies welke woningen opnieuw antwoorden."
    assert len(records.show(flat, flat.spec(PROJECT), 1)["voorstellen"]) == 1


def test_homes_are_shown_before_they_are_made(
    at_flat: MainWindow, flat: Context, settled: Settled, tmp_path: Path, qtbot: QtBot
) -> None:
    at_flat.resize(1280, 680)
    page = shown(at_flat, settled, task(UNIT, 2, "woningen"))
    card = card_of(page, HomesCard)
    card.look.click()
    assert not planned(card)
    assert "Vul dit in." in [each.text() for each in card.pattern.findChildren(type(page.nothing))]
    for key, value in (("straat", "Dreef"), ("van", 45), ("tot", 53)):
        card.pattern.editors[key].set_value(value)
    card.look.click()
    assert card.plan is not None
    assert card.plan.new == 3
    assert "In eenheid Flat Dreef staan al: Dreef 45, Dreef 47." in " ".join(card.plan.notes())
    card.pattern.editors["tot"].edited.emit()
    assert not planned(card)  # it was of what stood there before
    card.look.click()
    card.make()
    settled(at_flat)
    assert not busy(page)
    assert count(flat, ("eenheid=2",)) == 3
    assert at_flat.message.text().startswith("3 woningen gemaakt in Rij Dreef.")
    path = tmp_path / "lijst.csv"
    path.write_text("Straat;Huisnummer;Naam\nDreef;61;A. Bewoner\nDreef;63;B. Bewoner\n", encoding="utf-8")
    page = shown(at_flat, settled, task(UNIT, 2, "woningen"))
    card = card_of(page, HomesCard)
    card.ways["lijst"].setChecked(True)
    card.list.read(path)
    settled(at_flat)
    card.look.click()
    assert card.plan is not None
    assert card.plan.new == 2
    until(at_flat, qtbot, settled, lambda: in_sight(at_flat.focusWidget()) == "2 woningen maken")
    assert "1 kolom is niet gelezen. Namen nemen wij niet over." in card.plan.notes()


def test_closing_tells_what_goes_and_asks_once_more_where_there_is_a_reason(
    at_flat: MainWindow, flat: Context, settled: Settled, qtbot: QtBot
) -> None:
    page = shown(at_flat, settled, task(PROJECT, 1, "sluiten"))
    card = card_of(page, ClosingCard)
    assert card.text.hasFocus()
    assert "Eigen peiling: 2" in card.text.accessibleDescription()
    told = [each.text() for each in card.findChildren(type(page.nothing))]
    assert {"Eigen peiling: 2", "Van 4 huurders is er nog geen antwoord."} <= set(told)
    card.yes.click()
    assert "Zet eerst het vinkje." in card.fault.text()
    assert records.show(flat, flat.spec(PROJECT), 1)["afgesloten_op"] is None
    assert card.sure is not None
    card.sure.setChecked(True)
    card.yes.click()
    settled(at_flat)
    assert not busy(page)
    assert records.show(flat, flat.spec(PROJECT), 1)["afgesloten_op"] == TODAY.isoformat()
    assert count(flat, ("peiling=twijfel",)) == 0
    until(at_flat, qtbot, settled, lambda: "Dit project is afgesloten op 02-09-2019." in words_of(page))
    assert "sluiten" not in project_of(page).buttons
    project_of(page).buttons["openen"].click()
    settled(at_flat)
    assert records.show(flat, flat.spec(PROJECT), 1)["afgesloten_op"] is None


def test_stopping_the_peiling_erases_it_and_escape_leaves_it(
    at_flat: MainWindow, flat: Context, settled: Settled, qtbot: QtBot
) -> None:
    page = shown(at_flat, settled, Place("renovatie", 1, kind=PROJECT))
    project_of(page).buttons["peiling"].click()
    settled(at_flat)
    card_of(page, PeilingCard)
    press(qtbot, Qt.Key.Key_Escape)
    assert not busy(page)
    assert page.view.hasFocus()
    project_of(page).buttons["peiling"].click()
    settled(at_flat)
    card_of(page, PeilingCard).yes.click()
    settled(at_flat)
    assert count(flat, ("peiling=twijfel",)) == 0
    assert not records.show(flat, flat.spec(PROJECT), 1)["peiling_aan"]
    off = "Peiling bijhouden"
    until(at_flat, qtbot, settled, lambda: project_of(page).buttons["peiling"].text() == off)


def test_a_peiling_that_was_switched_off_in_the_form_can_still_be_erased(
    at_flat: MainWindow, flat: Context, settled: Settled
) -> None:
    records.change(flat, flat.spec(PROJECT), 1, {"peiling_aan": False})
    page = shown(at_flat, settled, Place("renovatie", 1, kind=PROJECT))
    assert "Bij 2 woningen staat nog een peiling." in words_of(page)
    project_of(page).buttons["wissen"].click()
    settled(at_flat)
    card_of(page, PeilingCard).yes.click()
    settled(at_flat)
    assert count(flat, ("peiling=twijfel",)) == 0


def test_homes_that_are_changed_together_are_refused_with_the_reason(flat: Context) -> None:
    found = samen_wijzigen.change_many(flat, flat.spec(HOME), [1, 17, 24], {"instemming_op": "2019-01-01"})
    assert found.numbers == (24,)  # since when it is empty may be any day
    assert "2 niet." in found.sentence()
    assert "Dit antwoord is van vóór versie 1 van het voorstel (01-05-2019)." in found.sentence()


def test_a_home_says_its_answer_first_and_keeps_the_day_of_its_own_letter_in_sight(
    at_flat: MainWindow, flat: Context, settled: Settled
) -> None:
    records.change(flat, flat.spec(HOME), 17, {"aangezegd_op": "2019-08-05"})
    page = shown(at_flat, settled, Place("renovatie", 17, kind=HOME))
    told = words_of(page)
    assert told.index("Nee, op 01-06-2019") < told.index("Dit gaat over versie 1 van het voorstel.")
    assert {"Eigen brief dat 70 % instemde", "05-08-2019"} <= set(told)
    button = named(page, QPushButton, "Draagvlak bijhouden")
    assert isinstance(button, QPushButton)
    button.click()
    settled(at_flat)
    assert at_flat.page is not None
    assert at_flat.page.place().number == 1


def test_papers_are_seen_for_the_building_that_is_chosen(
    at_flat: MainWindow, settled: Settled, qtbot: QtBot
) -> None:
    at_flat.go(Place("renovatie_papier", 1, kind="telblad"))
    settled(at_flat)
    page = at_flat.page
    assert isinstance(page, RenovationPaperPage)
    assert page.subject.text() == "Flat Dreef"
    page.ticks["telblad", "blanco"].click()
    page.ticks["telblad", "zonder_adressen"].click()
    assert page.chosen().zonder_adressen
    assert not page.chosen().blanco  # one of the two
    page.unit.setCurrentIndex(page.unit.findData(2))
    page.unit.activated.emit(page.unit.currentIndex())
    settled(at_flat)
    assert page.place() == Place("renovatie_papier", 2, kind="telblad")
    page.others["renovatieverslag"].click()
    settled(at_flat)
    assert page.place() == Place("renovatie_papier", 1, kind="renovatieverslag")
    until(at_flat, qtbot, settled, lambda: page.preview.paper is not None)
    page.others["renovatielijst"].click()
    settled(at_flat)
    assert page.place().number == 2


def test_a_new_screen_says_what_it_is_for_and_what_comes_first(
    office: Context, open_window: OpenWindow, settled: Settled
) -> None:
    window = open_window(office)
    page = shown(window, settled, Place("renovatie"))
    texts = [each.text() for each in page.pane.findChildren(type(page.nothing)) if each.isVisible()]
    assert any("of 70 % is gehaald, zoals de wet het telt" in text for text in texts)
    records.create(office, office.spec(PROJECT), [{"titel": "Plan"}])
    page = shown(window, settled, Place("renovatie", 1, kind=PROJECT))
    told = words_of(page)
    assert "Er is nog geen voorstel op papier. Leg vast wat de verhuurder schrijft." in told
    assert "Dit project heeft nog geen bouwkundige eenheid. Maak er eerst een." in told
    assert "papier" not in project_of(page).buttons
