"""What somebody meets while typing in a form: faults, concepts, keys."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from huurdersapp.actions import concepten, history, lists, records
from huurdersapp.actions.context import Context
from huurdersapp.base import clock
from huurdersapp.base.settings import AUTHOR
from huurdersapp.records import ALL
from huurdersapp.ui.forms.editors.lines import LinesEditor
from huurdersapp.ui.forms.field_box import FieldBox
from huurdersapp.ui.forms.record_form import RecordForm
from tests.ui.forms.helpers import OpenForm, find_and_take, heard, settle

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
KNELPUNT = {"titel": "Lift staat stil", "categorie": "onderhoud"}


def box(form: RecordForm, key: str) -> FieldBox:
    """The box of a field."""
    found = form.fields.box(key)
    assert found is not None
    return found


def editor(form: RecordForm, key: str) -> Any:
    """The editor of a field."""
    return box(form, key).editor


def keys(bot: QtBot, text: str) -> None:
    """Type where the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def tab(bot: QtBot, times: int = 1, *, back: bool = False) -> None:
    """Go on to the next field."""
    for _time in range(times):
        focus = QApplication.focusWidget()
        assert focus is not None
        key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
        QTest.keyClick(
            focus, key, Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier
        )


def make(ctx: Context, kind: str = "knelpunt", **values: Any) -> int:
    """A record."""
    given = {**(KNELPUNT if kind == "knelpunt" else {}), **values}
    return int(records.create(ctx, ALL[kind], [given]).records[0]["nummer"])


# -- faults --------------------------------------------------------------------------------------------------------


def test_a_form_begins_in_its_first_field_and_says_nothing_is_wrong(
    office: Context, open_form: OpenForm, qtbot: QtBot
) -> None:
    form = open_form(office, "knelpunt")
    form.new()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is editor(form, "titel").line)
    tab(qtbot, 3)
    settle(qtbot, form)
    assert not any(each.fault.isVisible() for each in form.fields.boxes.values())


def test_a_day_that_does_not_exist_is_told_when_its_field_is_left_and_not_before(
    office: Context, open_form: OpenForm, qtbot: QtBot
) -> None:
    form = open_form(office, "knelpunt")
    form.new()
    field = box(form, "gemeld_op")
    editor(form, "gemeld_op").line.setFocus()
    editor(form, "gemeld_op").line.selectAll()
    keys(qtbot, "31-2")
    settle(qtbot, form)
    assert not field.fault.isVisible()
    tab(qtbot, 2)
    settle(qtbot, form)
    assert field.fault.text() == "31 februari bestaat niet. Kijk de datum na."
    assert not box(form, "titel").fault.isVisible()
    assert field.editor.first_focus().accessibleDescription() == field.fault.text()


def test_a_rule_of_the_record_is_told_at_its_field_when_that_is_left(
    office: Context, open_form: OpenForm, qtbot: QtBot
) -> None:
    form = open_form(office, "knelpunt")
    form.new(KNELPUNT)
    editor(form, "ook_last_van").line.setFocus()
    editor(form, "ook_last_van").line.selectAll()
    keys(qtbot, "-3")
    tab(qtbot)
    settle(qtbot, form)
    assert box(form, "ook_last_van").fault.text() == "Het getal moet ten minste 0 zijn."


def test_saving_with_faults_gives_a_summary_with_the_focus_whose_lines_go_to_their_fields(
    office: Context, open_form: OpenForm, qtbot: QtBot
) -> None:
    form = open_form(office, "knelpunt")
    form.new()
    assert form.save_button.isEnabled()
    assert not form.save()
    assert QApplication.focusWidget() is form.summary
    names = [line.accessibleName() for line in form.summary.lines]
    assert names == ["Titel: Vul ‘Titel’ in.", "Categorie: Vul ‘Categorie’ in."]
    form.summary.lines[1].linkActivated.emit("veld")
    assert QApplication.focusWidget() is editor(form, "categorie").combo
    assert box(form, "categorie").fault.isVisible()
    assert lists.count(office, ALL["knelpunt"]) == 0


def test_a_fault_in_a_line_of_a_folded_group_is_told_and_gone_to(
    office: Context, open_form: OpenForm, qtbot: QtBot
) -> None:
    form = open_form(office, "raadpleging")
    form.new({"titel": "Vraag", "citaten": [{"tekst": ""}], "vragen": [{"tekst": "Goed?", "opties": [{}]}]})
    assert not form.save()
    names = [line.accessibleName() for line in form.summary.lines]
    assert names == [
        "Vragen, regel 1, Antwoorden, regel 1, Antwoord: Vul ‘Antwoord’ in.",
        "Citaten, regel 1, Citaat: Vul ‘Citaat’ in.",
    ]
    form.summary.lines[0].linkActivated.emit("veld")
    questions: LinesEditor = editor(form, "vragen")
    options: Any = questions.lines[0].fields.boxes["opties"].editor  # type: ignore[union-attr]  # it was opened
    assert QApplication.focusWidget() is options.lines[0].fields.boxes["tekst"].editor.line
    form.summary.lines[1].linkActivated.emit("veld")
    quotes: Any = editor(form, "citaten")
    assert QApplication.focusWidget() is quotes.lines[0].fields.boxes["tekst"].editor.edit


def test_warnings_stop_nothing_and_stand_in_the_message(
    office: Context, open_form: OpenForm, qtbot: QtBot
) -> None:
    form = open_form(office, "actiepunt")
    form.new({"wat": "Bellen"})
    assert form.save()
    assert heard(form).said == [
        "Opgeslagen: Bellen. Kijk nog even: Van wie: partij: Er staat niet bij van wie dit actiepunt is."
    ]


# -- concepts ------------------------------------------------------------------------------------------------------


def test_what_is_typed_is_a_concept_within_two_seconds_as_it_stands(
    office: Context, open_form: OpenForm, qtbot: QtBot
) -> None:
    form = open_form(office, "knelpunt")
    form.new()
    editor(form, "titel").line.setFocus()
    keys(qtbot, "Lift ")
    editor(form, "gemeld_op").line.setFocus()
    editor(form, "gemeld_op").line.selectAll()
    keys(qtbot, "31-2")
    editor(form, "huurders_geraakt").line.setFocus()
    keys(qtbot, "12,")
    editor(form, "kern").finder.setFocus()
    keys(qtbot, "Emm")
    with qtbot.waitSignal(form.keeper.kept, timeout=2_000):
        pass
    again = open_form(office, "knelpunt")
    again.new()
    assert editor(again, "titel").line.text() == "Lift "
    assert editor(again, "gemeld_op").line.text() == "31-2"
    assert editor(again, "huurders_geraakt").line.text() == "12,"
    assert editor(again, "kern").finder.text() == "Emm"
    assert again.left_text.text().startswith("U was hier gebleven op")
    assert form.kept_label.text().startswith("Concept bewaard om ")
    assert lists.count(office, ALL["knelpunt"]) == 0


def test_lines_in_a_concept_come_back_with_what_was_half_typed(
    office: Context, open_form: OpenForm, qtbot: QtBot
) -> None:
    number = make(office, "raadpleging", titel="Vraag", vragen=[{"tekst": "Een?"}, {"tekst": "Twee?"}])
    form = open_form(office, "raadpleging")
    form.edit(number)
    questions: LinesEditor = editor(form, "vragen")
    questions.lines[1].edit_button.click()
    fields = questions.lines[1].fields
    assert fields is not None
    answered: Any = fields.boxes["beantwoord_door"].editor
    answered.line.setFocus()
    keys(qtbot, "veel")
    questions.lines[1].up.click()
    form.keep()
    again = open_form(office, "raadpleging")
    again.edit(number)
    lines = editor(again, "vragen").lines
    assert [line.value()["tekst"] for line in lines] == ["Twee?", "Een?"]
    assert lines[0].fields.boxes["beantwoord_door"].editor.line.text() == "veel"
    assert not again.save()
    assert [line.accessibleName() for line in again.summary.lines] == [
        "Vragen, regel 1, Beantwoord door: Vul hier een getal in, zoals 1250 of 12,5."
    ]


def test_not_saving_throws_the_concept_away_and_can_be_taken_back(
    office: Context, open_form: OpenForm, qtbot: QtBot
) -> None:
    form = open_form(office, "knelpunt")
    form.new()
    keys_into = editor(form, "titel").line
    keys_into.setFocus()
    keys(qtbot, "Lift")
    with qtbot.waitSignal(form.closed):
        form.drop()
    assert concepten.every(office) == []
    assert heard(form).said == ["Niet opgeslagen: Lift."]
    heard(form).offers[0]()
    place = heard(form).went[0]
    assert (place.page, place.doing, place.concept) == ("knelpunt", "nieuw", concepten.every(office)[0].id)
    again = open_form(office, "knelpunt")
    again.new(concept=place.concept)
    assert editor(again, "titel").line.text() == "Lift"


def test_beginning_again_forgets_what_was_left(office: Context, open_form: OpenForm, qtbot: QtBot) -> None:
    number = make(office)
    form = open_form(office, "knelpunt")
    form.edit(number)
    editor(form, "titel").line.setFocus()
    keys(qtbot, "X")
    form.keep()
    again = open_form(office, "knelpunt")
    again.edit(number)
    assert again.left_here.isVisible()
    again.again_button.click()
    assert editor(again, "titel").line.text() == "Lift staat stil"
    assert not again.left_here.isVisible()
    assert concepten.every(office) == []


def test_leaving_without_typing_leaves_no_concept(office: Context, open_form: OpenForm) -> None:
    form = open_form(office, "knelpunt")
    form.new()
    form.keep()
    form.drop()
    assert concepten.every(office) == []
    assert heard(form).said == []


def test_a_concept_of_a_record_that_was_changed_meanwhile_saves_only_what_was_typed(
    office: Context, open_form: OpenForm, qtbot: QtBot
) -> None:
    number = make(office, omschrijving="Oud")
    form = open_form(office, "knelpunt")
    form.edit(number)
    editor(form, "titel").line.selectAll()
    editor(form, "titel").line.setFocus()
    keys(qtbot, "Lift doet het weer")
    form.keep()
    records.change(office, ALL["knelpunt"], number, {"omschrijving": "Nieuw", "prioriteit": "hoog"})
    again = open_form(office, "knelpunt")
    again.edit(number)
    assert "Intussen is dit gewijzigd." in again.left_text.text()
    assert editor(again, "omschrijving").value() == "Nieuw"
    assert again.save()
    now = records.show(office, ALL["knelpunt"], number)
    assert (now["titel"], now["omschrijving"], now["prioriteit"]) == ("Lift doet het weer", "Nieuw", "hoog")


def test_a_concept_that_was_saved_after_all_is_not_offered_again(
    office: Context, open_form: OpenForm, qtbot: QtBot
) -> None:
    form = open_form(office, "knelpunt")
    form.new(KNELPUNT)
    editor(form, "omschrijving").edit.setFocus()
    keys(qtbot, "Al drie dagen")
    form.keep()
    kept = concepten.every(office)[0]
    assert form.save()
    concepten.keep(office, kept)
    again = open_form(office, "knelpunt")
    again.new()
    assert not again.left_here.isVisible()
    assert editor(again, "titel").line.text() == ""
    assert concepten.every(office) == []


# -- saving --------------------------------------------------------------------------------------------------------


def test_a_knelpunt_is_entered_with_a_few_keys(office: Context, open_form: OpenForm, qtbot: QtBot) -> None:
    make(office, "kern", naam="Klazienaveen")
    form = open_form(office, "knelpunt")
    form.new()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is editor(form, "titel").line)
    keys(qtbot, "Lift stuk")
    tab(qtbot)
    keys(qtbot, "ond")
    tab(qtbot, 2)
    find_and_take(qtbot, form, "kla")
    tab(qtbot, 4)
    keys(qtbot, "Sinds maandag.")
    assert form.save_and_next()
    saved = records.show(office, ALL["knelpunt"], 1)
    assert (saved["titel"], saved["categorie"], saved["kern"]) == ("Lift stuk", "onderhoud", 1)
    assert saved["omschrijving"] == "Sinds maandag."
    assert (saved["gemeld_op"], saved["behandelaar"]) == (clock.today().isoformat(), "Jo Prins")
    assert QApplication.focusWidget() is editor(form, "titel").line
    assert editor(form, "titel").line.text() == ""
    assert editor(form, "kern").value() == 1
    assert concepten.every(office) == []


def test_what_can_be_known_is_filled_in_beforehand(office: Context, open_form: OpenForm) -> None:
    office.settings.set(AUTHOR, "Anna")
    form = open_form(office, "knelpunt")
    form.new({"titel": "Van elders"})
    assert editor(form, "gemeld_op").said.text() == "ma 2 september 2019"
    assert editor(form, "behandelaar").value() == "Anna"
    assert editor(form, "titel").value() == "Van elders"
    assert not form.dirty


def test_only_what_was_changed_is_saved_as_one_step(
    office: Context, open_form: OpenForm, qtbot: QtBot
) -> None:
    number = make(office, omschrijving="Twee  spaties\n\n* sterretje # hekje 1. <b>")
    form = open_form(office, "knelpunt")
    form.edit(number)
    editor(form, "huurders_geraakt").line.setFocus()
    keys(qtbot, "1.250")
    assert form.save()
    step = history.history(office, ALL["knelpunt"], number)[0]
    assert [(each.label, each.new) for each in step.happenings] == [
        ("Huurders die er last van hebben", "1250")
    ]
    assert records.show(office, ALL["knelpunt"], number)["huurders_geraakt"] == 1250


def test_a_line_that_somebody_added_meanwhile_stays(
    office: Context, open_form: OpenForm, qtbot: QtBot
) -> None:
    number = make(office, "raadpleging", titel="Vraag", citaten=[{"tekst": "Een"}])
    form = open_form(office, "raadpleging")
    form.edit(number)
    quotes: LinesEditor = editor(form, "citaten")
    line = quotes.add_line()
    assert line.fields is not None
    text: Any = line.fields.boxes["tekst"].editor
    text.edit.insertPlainText("Twee")
    before = records.show(office, ALL["raadpleging"], number)["citaten"]
    records.change(office, ALL["raadpleging"], number, {"citaten": [*before, {"tekst": "Drie"}]})
    assert form.save()
    now = records.show(office, ALL["raadpleging"], number)["citaten"]
    assert sorted(each["tekst"] for each in now) == ["Drie", "Een", "Twee"]


def test_a_village_that_is_not_there_is_made_in_passing(
    office: Context, open_form: OpenForm, qtbot: QtBot
) -> None:
    form = open_form(office, "knelpunt")
    form.new()
    finder = editor(form, "kern").finder
    finder.setFocus()
    keys(qtbot, "Erm")
    qtbot.waitUntil(lambda: finder.hits is not None)
    assert finder.hits.item(0).text() == "Nieuw: ‘Erm’ toevoegen"
    QTest.keyClick(finder, Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert getattr(focus, "text", str)() == "Toevoegen"
    QTest.keyClick(focus, Qt.Key.Key_Space)
    assert editor(form, "kern").name.text() == "Erm"
    assert lists.count(office, ALL["kern"]) == 1


def test_escape_closes_the_list_of_finds_and_clearing_lets_choose_again(
    office: Context, open_form: OpenForm, qtbot: QtBot
) -> None:
    make(office, "kern", naam="Emmen")
    form = open_form(office, "knelpunt")
    form.new()
    finder = editor(form, "kern").finder
    finder.setFocus()
    QTest.keyClick(finder, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: finder.hits is not None)
    assert finder.hits.item(0).text().startswith("Emmen\nnummer 1")
    QTest.keyClick(finder, Qt.Key.Key_Escape)
    assert finder.hits is None
    find_and_take(qtbot, form, "emm")
    focus = QApplication.focusWidget()
    assert focus is editor(form, "kern").clear_button
    QTest.keyClick(focus, Qt.Key.Key_Space)
    assert editor(form, "kern").value() is None
    assert QApplication.focusWidget() is finder


def test_a_line_that_was_taken_away_can_be_put_back(office: Context, open_form: OpenForm) -> None:
    number = make(office, "raadpleging", titel="Vraag", vragen=[{"tekst": "Een?"}, {"tekst": "Twee?"}])
    form = open_form(office, "raadpleging")
    form.edit(number)
    questions: LinesEditor = editor(form, "vragen")
    questions.lines[0].remove.click()
    assert [line["tekst"] for line in questions.value()] == ["Twee?"]
    questions.back_button.click()
    assert [line["tekst"] for line in questions.value()] == ["Een?", "Twee?"]
    assert form.save()
    assert heard(form).said == ["Er was niets veranderd."]


# -- size and order ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("zoom", "size"), [(100, (980, 620)), (200, (800, 480)), (150, (800, 560))])
@pytest.mark.parametrize("kind", ["knelpunt", "raadpleging", "advies"])
def test_nothing_is_cut_off_and_the_buttons_stay_in_sight(
    full: Context, open_form: OpenForm, qtbot: QtBot, zoom: int, size: tuple[int, int], kind: str
) -> None:
    form = open_form(full, kind, size, zoom)
    form.edit(1)
    for group in form.fields.groups:
        group.open(True)
    labels = [label for label in form.findChildren(QLabel) if label.isVisible() and label.text()]

    def cut_off() -> list[str]:
        return [label.text() for label in labels if label.height() < label.heightForWidth(label.width()) - 1]

    qtbot.waitUntil(lambda: not cut_off())
    inside = form.area.widget()
    assert inside is not None
    assert inside.width() <= form.area.viewport().width()
    assert form.rect().contains(form.save_button.geometry())
    columns = {each.x() for each in form.fields.boxes.values() if each.parentWidget() is not None}
    assert (len(columns) == 1) == (zoom >= 130)


def test_tab_goes_through_all_fields_in_the_order_in_which_they_are_seen_and_out_at_the_end(
    office: Context, open_form: OpenForm, qtbot: QtBot
) -> None:
    form = open_form(office, "knelpunt", (800, 900))
    form.new()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is editor(form, "titel").line)
    seen: list[tuple[int, ...]] = []
    focus: Any = QApplication.focusWidget()
    while focus not in (form.save_button, None):
        scrolled = QPoint(0, form.area.verticalScrollBar().value())
        field = next((each for each in form.fields.boxes.values() if each.isAncestorOf(focus)), focus)
        spots = [each.mapTo(form, each.rect().topLeft()) + scrolled for each in (field, focus)]
        seen.append(tuple(number for spot in spots for number in (spot.y(), spot.x())))
        tab(qtbot)
        focus = QApplication.focusWidget()
    assert seen == sorted(seen)
    assert len(seen) > 15
    tab(qtbot, back=True)
    assert form.area.isAncestorOf(QApplication.focusWidget() or form)


def test_today_is_the_day_on_which_a_form_is_opened(office: Context, open_form: OpenForm) -> None:
    form = open_form(office, "actiepunt")
    form.new()
    assert editor(form, "afgesproken_op").value() == date(2019, 9, 2).isoformat()
