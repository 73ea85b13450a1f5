"""Under a point of an akkoord: what was decided about it, old beside new, and the case of a goal that is off schedule."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from huurdersapp.actions import afwijkingen, akkoord, bijstellen, history, lists, records
from huurdersapp.actions.context import Context
from huurdersapp.base import jobs
from huurdersapp.ui.akkoord.afwijking_form import AfwijkingForm
from huurdersapp.ui.akkoord.bijstelling_form import BijstellingForm
from huurdersapp.ui.akkoord.filtering import OPENED
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.quick_form import QuickForm
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.metingen import MetingenPage
from huurdersapp.ui.place import Place
from tests.akkoorden import FOREIGN
from tests.windows import OpenWindow, named, press

Settled = Callable[[MainWindow], None]


@pytest.fixture
def foreign(office: Context) -> Context:
    jobs.run(akkoord.load(office, FOREIGN))
    return office


def number(ctx: Context, kind: str, code: str) -> int:
    (row,) = lists.find(ctx, ctx.spec(kind), [f"code={code}"])
    return int(row["nummer"])


@pytest.fixture
def at(open_window: OpenWindow, foreign: Context, settled: Settled) -> Callable[[str, str], MainWindow]:
    """The window with everything about a point of the foreign akkoord."""

    def go(kind: str, code: str) -> MainWindow:
        window = open_window(foreign)
        window.go(Place("akkoord", number(foreign, kind, code), (OPENED,), kind=kind))
        settled(window)
        return window

    return go


def panel(window: MainWindow) -> BijstellingForm:
    assert window.page is not None
    found = [each for each in window.page.findChildren(BijstellingForm) if each.isVisible()]
    assert len(found) == 1, found
    return found[0]


def words_of(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel))


def open_form(holder: QWidget, opener: str) -> QuickForm:
    named(holder, QWidget, opener).click()  # type: ignore[attr-defined]  # a button, by its words
    (form,) = [each for each in holder.findChildren(QuickForm) if each.isVisible()]
    return form


def test_a_decision_changes_the_point_and_shows_old_beside_new(
    at: Callable[[str, str], MainWindow], foreign: Context, qtbot: QtBot
) -> None:
    window = at("afspraak", "A1a")
    form = open_form(panel(window), "Bijstellen…")
    assert form.fields.value("tekst") == "Bouwt 250 kamers."
    form.fields.boxes["tekst"].editor.set_value("Bouwt 200 kamers.")
    form.fields.boxes["optie"].editor.set_value("pauze")
    form.fields.boxes["reden"].editor.set_value("Het geld is op.")
    assert form.save()
    qtbot.waitUntil(lambda: "Weg: " in words_of(panel(window)))
    found = panel(window)
    assert records.show(foreign, foreign.spec("afspraak"), found.number)["tekst"] == "Bouwt 200 kamers."
    shown = words_of(found)
    assert "<s>250 </s>" in shown
    assert "<b><u>200 </u></b>" in shown
    assert "Weg: 250. Erbij: 200." in shown, "not by looks alone"
    assert "De afspraak een jaar uitstellen." in shown
    assert "Waarom: Het geld is op." in shown
    history.undo(foreign)
    qtbot.waitUntil(lambda: "nog niet bijgesteld" in words_of(panel(window)))


def test_without_a_change_or_a_reason_it_is_told_at_the_field(
    at: Callable[[str, str], MainWindow], foreign: Context
) -> None:
    form = open_form(panel(at("doel", "A1")), "Bijstellen…")
    assert not form.save()
    assert {key for key, box in form.fields.boxes.items() if box.faults} == {"tekst", "reden", "optie"}
    assert not lists.find(foreign, foreign.spec("bijstelling"))


def test_targets_of_a_measure_are_changed_in_the_same_form(
    at: Callable[[str, str], MainWindow], foreign: Context, qtbot: QtBot
) -> None:
    window = at("indicator", "A1x")
    form = open_form(panel(window), "Bijstellen…")
    lines = form.fields.value("streefwaarden")
    lines[1]["min"] = 200
    form.fields.boxes["streefwaarden"].editor.set_value(lines)
    form.fields.boxes["optie"].editor.set_value("pauze")
    form.fields.boxes["reden"].editor.set_value("Het geld is op.")
    assert form.save()
    qtbot.waitUntil(lambda: "Streefwaarde 2026" in words_of(panel(window)))
    shown = words_of(panel(window))
    assert "Weg: 250. Erbij: 200." in shown


def test_what_was_typed_and_not_saved_stands_open_again(
    at: Callable[[str, str], MainWindow], settled: Settled, foreign: Context
) -> None:
    window = at("doel", "A1")
    form = open_form(panel(window), "Bijstellen…")
    form.fields.boxes["reden"].editor.set_value("Half")
    form.fields.edited.emit("reden")
    window.go(Place("vandaag"))
    window.go(Place("akkoord", number(foreign, "doel", "A1"), (OPENED,), kind="doel"))
    settled(window)
    (again,) = panel(window).findChildren(QuickForm)
    assert again.fields.value("reden") == "Half"


@pytest.fixture
def holder(open_window: OpenWindow, foreign: Context, settled: Settled) -> QWidget:
    """Somewhere in a window to show a panel by itself."""
    window = open_window(foreign)
    settled(window)
    place = QWidget(window)
    QVBoxLayout(place)
    place.resize(window.size())
    place.show()
    return place


def desk_of(holder: QWidget) -> Desk:
    window = holder.window()
    assert isinstance(window, MainWindow)
    assert window.desk is not None
    return window.desk


def shown_in(holder: QWidget, form: QWidget) -> None:
    layout = holder.layout()
    assert layout is not None
    layout.addWidget(form)
    form.show()


def test_a_signal_begins_with_the_rule_and_its_steps_go_on_to_a_decision_with_promises(
    holder: QWidget, foreign: Context
) -> None:
    desk = desk_of(holder)
    measure = number(foreign, "indicator", "A1x")
    first = AfwijkingForm(desk, "indicator", measure, "Achter: 10 kamers.", off=True)
    shown_in(holder, first)
    assert first.signal is not None
    form = open_form(first.signal, "Meld als niet op schema…")
    assert form.fields.value("waarom") == "Achter: 10 kamers."
    assert form.save()
    (case,) = afwijkingen.cases(foreign, "indicator", measure)
    made = AfwijkingForm(desk, "indicator", measure)
    assert made.signal is None, "one open case is enough"
    shown_in(holder, made)
    assert list(made.cases[0].openers) == ["aan_rg", "aan_bo", "afgerond"]
    assert open_form(made.cases[0], "Aan de bestuurders voorleggen…").save()
    decided = AfwijkingForm(desk, "indicator", measure)
    shown_in(holder, decided)
    form = open_form(decided.cases[0], "Besluit vastleggen…")
    assert not form.save(), "a decision says which way was chosen"
    form.fields.boxes["optie"].editor.set_value("pauze")
    efforts = [{"wat": "Tien kamers extra", "persoon": "Wethouder", "uiterlijk": "2025-01-01"}]
    form.fields.boxes["inspanningen"].editor.set_value(efforts)
    assert form.save()
    case = afwijkingen.case(foreign, case.number)
    assert (case.status, case.efforts[0].what) == ("besluit", "Tien kamers extra")
    last = AfwijkingForm(desk, "indicator", measure)
    shown_in(holder, last)
    assert "geschil" in last.cases[0].openers
    assert "laatste middel" in words_of(last.cases[0])
    assert named(last, QWidget, "Tien kamers extra (Wethouder), uiterlijk 01-01-2025").isEnabled()


def test_the_case_is_worked_with_the_keyboard(holder: QWidget, foreign: Context, qtbot: QtBot) -> None:
    desk = desk_of(holder)
    goal = number(foreign, "doel", "A1")
    made = AfwijkingForm(desk, "doel", goal)
    shown_in(holder, made)
    assert made.signal is not None
    button = made.signal.openers["melden"]
    button.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert made.signal.form is not None
    focus = QApplication.focusWidget()
    assert focus is not None
    assert made.signal.form.isAncestorOf(focus)


def test_changing_a_point_begins_at_its_text(at: Callable[[str, str], MainWindow]) -> None:
    form = open_form(panel(at("doel", "A1")), "Bijstellen…")
    assert form.where() == "tekst"


@pytest.mark.parametrize("kind", ["bijstelling", "afwijking"])
def test_which_way_was_chosen_is_read_and_asked_in_the_words_of_the_akkoord(
    open_window: OpenWindow, example: Context, settled: Settled, kind: str
) -> None:
    ways = dict(bijstellen.all_options(example))
    assert ways
    window = open_window(example)
    window.go(Place("metingen", 1, kind=kind))
    settled(window)
    assert window.page is not None
    assert not any(key in words_of(window.page) for key in ways)
    window.go(Place("metingen", 1, doing="wijzigen", kind=kind))
    settled(window)
    assert isinstance(window.page, MetingenPage)
    assert window.page.form is not None
    shown = words_of(window.page.form)
    boxes = [each.currentText() for each in window.page.form.findChildren(QComboBox)]
    assert not any(key in shown for key in ways)
    assert any(text in shown or text in boxes for text in ways.values())


def test_a_bijstelling_of_the_example_says_what_changed(example: Context) -> None:
    (row, *_more) = lists.find(example, example.spec("bijstelling"))
    one = bijstellen.adjustment(example, row["nummer"])
    assert one.differences
    assert one.option


def test_of_an_akkoord_that_was_thrown_away_no_key_is_told(example: Context) -> None:
    records.discard_many(example, example.spec("akkoord"), [1])
    one = bijstellen.adjustment(example, 1)
    assert one.option
    assert "_" not in one.option
    steps = [step.option for step in afwijkingen.case(example, 1).steps]
    assert any(steps)
    assert not any("_" in option for option in steps)
