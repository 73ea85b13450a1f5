"""The screen of a case under the Overlegwet: its steps, its clock, and what was asked and answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from huurdersapp.actions import advies_stappen, bijlagen, brief_versies, brieven, history, lists, records
from huurdersapp.actions.context import Context
from huurdersapp.base import clock
from huurdersapp.ui.advies.clock import ClockPanel
from huurdersapp.ui.advies.forms import STEPS
from huurdersapp.ui.advies.happened import HappenedPanel
from huurdersapp.ui.advies.lines import LinesPanel
from huurdersapp.ui.advies.steps import StepsPanel
from huurdersapp.ui.forms.quick_form import QuickForm
from huurdersapp.ui.forms.small_forms import SmallForms
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.place import Place
from tests.windows import OpenWindow, named

Settle = Callable[[MainWindow], None]
Take = Callable[..., None]
TODAY = date(2026, 4, 12)


@pytest.fixture
def office(office: Context) -> Iterator[Context]:
    """Four days before the last day of a case that came in on 5 March 2026 (the example of the law)."""
    with clock.fixed(TODAY):
        yield office


def make(ctx: Context, kind: str, **values: Any) -> int:
    return int(records.create(ctx, ctx.spec(kind), [values]).records[0]["nummer"])


def case(ctx: Context, number: int) -> dict[str, Any]:
    return records.show(ctx, ctx.spec("advies"), number)


@pytest.fixture
def number(office: Context) -> int:
    make(office, "partij", naam="Huurders Verweg", soort="huurdersorganisatie", eigen=True)
    make(office, "verhuurder", naam="Woonstad Verweg")
    return make(
        office, "advies", onderwerp="Nieuwe daken", verhuurder="Woonstad Verweg", ontvangen_op="2026-03-05"
    )


@pytest.fixture
def shown(open_window: OpenWindow, office: Context, number: int, settled: Settle) -> MainWindow:
    window = open_window(office)
    window.go(Place("advies", number))
    settled(window)
    return window


def part(window: MainWindow, kind: type[QWidget]) -> Any:
    (found,) = [each for each in window.findChildren(kind) if each.isVisible()]
    return found


def labels(widget: QWidget) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]


def begin(window: MainWindow, step: str, panel: type[SmallForms] = StepsPanel) -> QuickForm:
    """Press the button of a step."""
    found = part(window, panel)
    found.openers[step].click()
    form = found.form
    assert isinstance(form, QuickForm)
    return form


def fill(window: MainWindow, step: str, panel: type[SmallForms] = StepsPanel, **values: Any) -> QuickForm:
    """Fill in the small form of a step and press its button."""
    form = begin(window, step, panel)
    for key, value in values.items():
        form.fields.boxes[key].editor.set_value(value)
    form.save_button.click()
    return form


@pytest.fixture
def take(qtbot: QtBot, settled: Settle) -> Take:
    """Take a step, and wait until the case is shown as it is then."""

    def taken(window: MainWindow, step: str, panel: type[SmallForms] = StepsPanel, **values: Any) -> None:
        before = part(window, panel)
        fill(window, step, panel, **values)
        qtbot.waitUntil(lambda: not isValid(before))
        settled(window)

    return taken


def test_a_case_tells_how_far_it_is_and_what_comes_next(shown: MainWindow) -> None:
    panel = part(shown, StepsPanel)
    told = [text for text in labels(panel) if text != "›"]
    assert told == [
        "nu: Ontvangen", "Raadplegen", "Concept", "Bestuur akkoord", "Verstuurd", "Ontvangen door verhuurder",
        "Reactie", "Afgesloten",
    ]  # fmt: skip
    assert panel.main.text() == "Raadpleging koppelen…"


def test_the_clock_counts_down_in_words_and_says_why(shown: MainWindow) -> None:
    panel = part(shown, ClockPanel)
    assert panel.words.text() == "Nog 4 dagen, uiterlijk donderdag 16 april 2026."
    assert panel.words.property("role") == "warning"
    assert "donderdag 16 april 2026" in labels(panel)
    why = named(panel, QPushButton, "Laatste dag voor ons advies. Waarom deze dag?")
    assert isinstance(why, QPushButton)
    why.click()
    (told,) = [text for text in labels(panel) if "zes weken" in text and "Ontvangen op" in text]
    assert "Overlegwet artikel 5 lid 1" in told
    assert "Ontvangen op: donderdag 5 maart 2026" in told


def test_the_list_tells_the_days_that_are_left(shown: MainWindow) -> None:
    page: Any = shown.page
    model = page.pane.model
    row = [str(model.index(0, column).data()) for column in range(model.columnCount())]
    assert "nog 4 dagen · Ontvangen" in row


def test_the_two_starts_are_both_told(shown: MainWindow, take: Take, office: Context, number: int) -> None:
    take(shown, "volledig", volledig_op="2026-03-20", volledig_bewijs="brief")
    told = labels(part(shown, ClockPanel))
    assert part(shown, ClockPanel).words.text() == "Nog 4 dagen, uiterlijk donderdag 16 april 2026."
    assert "Laatste dag volgens ons" in told
    assert "vrijdag 1 mei 2026" in told


def test_under_six_weeks_warns_and_saves(shown: MainWindow, take: Take, office: Context, number: int) -> None:
    take(shown, "termijn", uiterste_datum="2026-04-14")
    assert case(office, number)["termijn_dagen"] == 40
    assert "De wet geeft minstens zes weken" in shown.message.text()
    assert "Vastgelegd: de termijn." in shown.message.text()
    assert part(shown, ClockPanel).words.text() == "Nog 2 dagen, uiterlijk dinsdag 14 april 2026."


def test_a_term_may_be_said_in_weeks(shown: MainWindow, take: Take, office: Context, number: int) -> None:
    take(shown, "termijn", weken=8)
    assert case(office, number)["termijn_dagen"] == 56
    assert part(shown, ClockPanel).words.text() == "Nog 18 dagen, uiterlijk donderdag 30 april 2026."


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"weken": 0}, "minstens één week"),
        ({"uiterste_datum": "2026-03-05"}, "na de dag van ontvangst"),
        ({"uiterste_datum": "2026-04-30", "weken": 8}, "Niet allebei"),
    ],
)
def test_a_term_that_cannot_be_is_told_at_its_field(
    shown: MainWindow, office: Context, number: int, values: dict[str, Any], words: str
) -> None:
    form = fill(shown, "termijn", **values)
    assert case(office, number)["termijn_dagen"] is None
    assert any(words in text for text in labels(form))


def test_every_step_leads_to_the_next_and_each_can_be_undone_by_name(
    shown: MainWindow, take: Take, office: Context, number: int, qtbot: QtBot
) -> None:
    way = [
        ("advies", {"uitkomst": "negatief"}, "concept", "ons advies"),
        ("besluit", {"aanwezig": "A, B en C", "stemmen": "3 voor"}, "akkoord", "besluit van het bestuur"),
        ("verstuurd", {"verstuurd_wijze": "post"}, "verstuurd", "verstuurd"),
        ("aangekomen", {}, "ontvangen_door_verhuurder", "ontvangen door verhuurder"),
        ("reactie", {"reactie": "niet"}, "reactie", "reactie van de verhuurder"),
        ("afsluiten", {"afgesloten_reden": "Klaar"}, "afgesloten", "afgesloten"),
    ]
    now = case(office, number)
    for step, values, status, name in way:
        panel = part(shown, StepsPanel)
        if step == "verstuurd":
            assert panel.main is panel.letter
            assert panel.letter.text() == "Brief vastleggen"
        elif step != "advies":
            assert panel.main is panel.openers[step]
        take(shown, step, **values)
        now = case(office, number)
        assert now["status"] == status
        assert history.next_undo(office) == f"Advies {number}: {name}"
        if status != "afgesloten":
            qtbot.waitUntil(part(shown, StepsPanel).main.hasFocus)
    assert now["verstuurd_op"] == TODAY.isoformat()
    assert now["vastgesteld_door"] == "het bestuur"
    for _step in way:
        history.undo(office)
    assert case(office, number)["status"] == "ontvangen"
    qtbot.waitUntil(lambda: "nu: Ontvangen" in labels(part(shown, StepsPanel)))


def test_who_goes_elsewhere_after_a_step_stays_there(
    shown: MainWindow, settled: Settle, office: Context, number: int, qtbot: QtBot
) -> None:
    page: Any = shown.page
    before = part(shown, StepsPanel)
    fill(shown, "advies", uitkomst="negatief")
    page.pane.table.setFocus()
    qtbot.waitUntil(lambda: not isValid(before))
    settled(shown)
    assert case(office, number)["uitkomst"] == "negatief"
    assert page.pane.table.hasFocus()


def test_a_step_that_changed_nothing_does_not_take_the_focus_later(
    shown: MainWindow, settled: Settle, office: Context, number: int, qtbot: QtBot
) -> None:
    before = part(shown, StepsPanel)
    fill(shown, "termijn")
    qtbot.waitUntil(lambda: before.form is None)
    records.save(office, office.spec("advies"), {"ons_kenmerk": "HW-1"}, number)
    qtbot.waitUntil(lambda: not isValid(before))
    settled(shown)
    panel = part(shown, StepsPanel)
    assert not (panel.main or panel.letter).hasFocus()


@pytest.mark.parametrize(("outcome", "warned"), [("positief", True), ("negatief", False)])
def test_an_early_positive_letter_is_warned_of_in_the_form_of_sending(
    shown: MainWindow, take: Take, settled: Settle, office: Context, number: int, outcome: str, warned: bool
) -> None:
    take(shown, "advies", uitkomst=outcome, toelichting_advies="Wij vinden het goed.")
    form = begin(shown, "verstuurd")
    settled(shown)
    text = "Met een positieve brief mag de verhuurder meteen beginnen."
    assert (text in labels(form)) is warned


def test_sending_is_put_down_on_the_fixed_letter_too(
    shown: MainWindow, take: Take, office: Context, number: int
) -> None:
    letter = office.spec("brief")
    take(shown, "advies", uitkomst="negatief", toelichting_advies="Het is te duur.")
    take(shown, "besluit")
    take(shown, "verstuurd", verstuurd_wijze="post")
    assert "De brief zelf is nog niet vastgelegd." not in shown.message.text()  # there is none yet
    history.undo(office)
    known = brieven.letter_of(office, number)
    told = advies_stappen.take(office, number, "verstuurd", {"verstuurd_op": "2026-04-12"})
    assert any("nog niet vastgelegd" in text for text in told)
    assert records.show(office, letter, known)["verstuurd_op"] is None
    history.undo(office)
    brief_versies.fix(office, known)
    assert advies_stappen.is_fixed(office, number)
    advies_stappen.take(
        office, number, "verstuurd", {"verstuurd_op": "2026-04-12", "verstuurd_wijze": "post"}
    )
    advies_stappen.take(office, number, "aangekomen", {"advies_ontvangen_op": "2026-04-13"})
    now = records.show(office, letter, known)
    assert (now["verstuurd_op"], now["verstuurd_wijze"]) == ("2026-04-12", "post")
    assert now["aangekomen_op"] == "2026-04-13"
    history.undo(office)
    assert records.show(office, letter, known)["aangekomen_op"] is None
    assert case(office, number)["advies_ontvangen_op"] is None


def test_a_closed_case_can_be_opened_again(
    shown: MainWindow, take: Take, office: Context, number: int
) -> None:
    take(shown, "afsluiten")
    panel = part(shown, StepsPanel)
    assert panel.main is None
    panel.reopen.click()
    assert case(office, number)["status"] == "ontvangen"


def test_the_reaction_is_asked_for_each_voorwaarde_and_met_later(
    open_window: OpenWindow, office: Context, number: int, settled: Settle, take: Take
) -> None:
    records.save(
        office,
        office.spec("advies"),
        {
            "uitkomst": "positief_mits",
            "vastgesteld_op": "2026-03-20",
            "verstuurd_op": "2026-03-21",
            "advies_ontvangen_op": "2026-03-22",
            "voorwaarden": [
                {"tekst": "Geen huurverhoging", "termijn": "2026-04-01"},
                {"tekst": "Een aanspreekpunt"},
            ],
            "aanbevelingen": [{"tekst": "Een modelwoning"}],
        },
        number,
    )
    window = open_window(office)
    window.go(Place("advies", number))
    settled(window)
    lines = case(office, number)["voorwaarden"]
    assert "De dag is voorbij en dit is nog niet voldaan." in labels(part(window, LinesPanel))
    take(window, "reactie", reactie="deels", **{f"voorwaarden:{lines[0]['id']}": "overgenomen"})
    now = case(office, number)
    assert [line["reactie"] for line in now["voorwaarden"]] == ["overgenomen", None]
    assert [line["tekst"] for line in now["voorwaarden"]] == ["Geen huurverhoging", "Een aanspreekpunt"]
    take(window, f"voldaan voorwaarden {lines[0]['id']}", LinesPanel, voldaan_bewijs="brief")
    assert case(office, number)["voorwaarden"][0]["voldaan_op"] == TODAY.isoformat()
    assert "✓ Overgenomen  ·  Voldaan op zondag 12 april 2026 (brief)" in labels(part(window, LinesPanel))
    assert history.next_undo(office) == f"Advies {number}: voorwaarde voldaan"
    line = case(office, number)["aanbevelingen"][0]["id"]
    take(window, f"reactie aanbevelingen {line}", LinesPanel, reactie="niet", reactie_reden="Te duur")
    assert "Niet overgenomen: Te duur" in labels(part(window, LinesPanel))


def test_what_happened_is_added_on_one_line(
    shown: MainWindow, take: Take, office: Context, number: int
) -> None:
    take(
        shown,
        "gebeurtenis",
        HappenedPanel,
        tekst="Gebeld over de planning",
        soort="telefoon",
        met="de wijkbeheerder",
    )
    (line,) = case(office, number)["gebeurtenissen"]
    assert line["datum"] == TODAY.isoformat()
    assert any("Gebeld over de planning" in text for text in labels(part(shown, HappenedPanel)))


def test_a_step_that_was_begun_stands_open_again(
    shown: MainWindow, settled: Settle, office: Context, number: int
) -> None:
    form = begin(shown, "verlengd")
    editor = form.fields.boxes["verlengd_bewijs"].editor
    editor.set_typed("mail van 3 april")
    editor.edited.emit()
    shown.go(Place("vandaag"))
    settled(shown)
    shown.go(Place("advies", number))
    settled(shown)
    again = part(shown, StepsPanel).form
    assert again is not None
    assert again.fields.boxes["verlengd_bewijs"].editor.value() == "mail van 3 april"


def test_our_own_letter_has_no_term_and_fewer_steps(
    open_window: OpenWindow, office: Context, number: int, settled: Settle
) -> None:
    own = make(office, "advies", onderwerp="Cijfers", soort="informatie", verhuurder="Woonstad Verweg")
    window = open_window(office)
    window.go(Place("advies", own))
    settled(window)
    panel = part(window, StepsPanel)
    assert [text for text in labels(panel) if text != "›"][:2] == ["nu: Begonnen", "Bestuur akkoord"]
    assert not {"termijn", "volledig", "verlengd", "raadplegen", "advies"} & set(panel.openers)
    assert "zo spoedig mogelijk" in part(window, ClockPanel).words.text()


def test_each_step_has_a_name_for_undo() -> None:
    assert set(STEPS) <= set(advies_stappen.NAMES)


def test_an_answer_that_is_waited_for_is_put_down(
    shown: MainWindow, take: Take, office: Context, number: int
) -> None:
    take(shown, "gebeurtenis", HappenedPanel, tekst="Cijfers gevraagd", antwoord_voor="2026-04-20")
    (line,) = case(office, number)["gebeurtenissen"]
    assert "Cijfers gevraagd. Antwoord verwacht op 20 april 2026." in labels(part(shown, HappenedPanel))
    take(shown, f"beantwoord {line['id']}", HappenedPanel)
    (line,) = case(office, number)["gebeurtenissen"]
    assert line["beantwoord_op"] == TODAY.isoformat()
    assert "Er kwam antwoord" in " ".join(labels(part(shown, HappenedPanel)))


def test_a_reminder_is_made_once_when_it_is_time(
    open_window: OpenWindow, office: Context, number: int, settled: Settle
) -> None:
    facts = {"uitkomst": "negatief", "vastgesteld_op": "2026-03-08", "verstuurd_op": "2026-03-09"}
    records.save(office, office.spec("advies"), {**facts, "advies_ontvangen_op": "2026-03-10"}, number)
    window = open_window(office)
    window.go(Place("advies", number))
    settled(window)
    panel = part(window, ClockPanel)
    assert panel.remind.isVisible()
    panel.remind.click()
    settled(window)
    assert window._key == "brief"
    (letter,) = lists.find(office, office.spec("brief"), ("soort=herinnering",))
    assert (letter["advies"], letter["onderwerp"]) == (number, "Herinnering: Nieuwe daken")
    assert advies_stappen.reminder(office, number) == letter["nummer"]


def test_there_is_no_reminder_before_its_time(shown: MainWindow) -> None:
    assert not part(shown, ClockPanel).remind.isVisible()


def test_a_confidential_case_says_so_in_words(
    shown: MainWindow, take: Take, office: Context, number: int
) -> None:
    take(shown, "stukken", vertrouwelijk=True)
    assert case(office, number)["vertrouwelijk"]
    page: Any = shown.page
    assert "Deze zaak is vertrouwelijk: geef de stukken niet aan anderen." in labels(page.view)


def test_a_confidential_document_says_so_in_words(
    open_window: OpenWindow, office: Context, number: int, settled: Settle, tmp_path: Path
) -> None:
    (tmp_path / "plan.txt").write_text("Geheim", encoding="utf-8")
    line = bijlagen.keep(office, tmp_path / "plan.txt")
    records.save(office, office.spec("advies"), {"stukken": [{**line, "vertrouwelijk": True}]}, number)
    window = open_window(office)
    window.go(Place("advies", number))
    settled(window)
    page: Any = window.page
    assert "Vertrouwelijk: geef dit niet aan anderen." in labels(page.view)
