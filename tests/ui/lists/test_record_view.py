"""The page of a record: everything in words, links that go there, files that open, what belongs to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from huurdersapp.actions import bijlagen, lists, records
from huurdersapp.actions.context import Context
from huurdersapp.records import ALL
from huurdersapp.ui.lists.record_parts import LinkButton, long_text
from huurdersapp.ui.lists.record_view import RecordView
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.place import Place
from tests.windows import named

Settled = Callable[[MainWindow], None]


@pytest.fixture
def view(window: MainWindow, qtbot: QtBot) -> RecordView:
    assert window.desk is not None
    made = RecordView(window.desk)
    made.resize(600, 800)
    qtbot.addWidget(made)
    made.show()
    return made


def texts(view: RecordView) -> str:
    return "\n".join(label.text() for label in view.findChildren(QLabel))


@pytest.mark.parametrize("kind", ALL)
def test_every_record_of_the_example_can_be_read(
    window: MainWindow, view: RecordView, example: Context, kind: str, settled: Settled
) -> None:
    spec = example.spec(kind)
    for record in lists.find(example, spec)[:4]:
        view.show_record(kind, record["nummer"])
        settled(window)
        assert str(record["nummer"]) in texts(view)
        assert "Gemaakt op" in view.made.text()


def test_markdown_is_rich_text_and_html_is_only_text() -> None:
    label = long_text("Een **vet** woord\n\n<img src='http://voorbeeld.invalid/x.png'>")
    assert "Een <b>vet</b> woord" in label.text()
    assert "<img" not in label.text()
    assert "Een vet woord" in label.accessibleName()


def test_only_what_the_paper_prints_is_markup_on_screen() -> None:
    label = long_text("# kop\n> `a` _b_ |c|\n- **d**\n- e\n1. januari")
    assert "# kop<br>&gt; `a` _b_ |c|" in label.text()
    assert "<li><b>d</b></li><li>e</li></ul>" in label.text()
    assert "1. januari" in label.text()


def test_empty_fields_are_folded_away(window: MainWindow, view: RecordView, example: Context) -> None:
    number = records.create(example, example.spec("kern"), [{"naam": "Leegveld"}]).records[0]["nummer"]
    view.show_record("kern", number)
    assert "Andere namen" not in [label.text() for label in view.findChildren(QLabel) if label.isVisible()]
    more = next(
        button for button in view.findChildren(QPushButton) if button.text().startswith("Niet ingevuld")
    )
    more.click()
    assert any("Andere namen" in label.text() for label in view.findChildren(QLabel) if label.isVisible())


def test_what_belongs_to_it_opens_as_a_list(
    window: MainWindow, view: RecordView, example: Context, settled: Settled
) -> None:
    spec = example.spec("verhuurder")
    number = max(
        (record["nummer"] for record in lists.find(example, spec)),
        key=lambda each: lists.count(example, example.spec("complex"), [f"verhuurder={each}"]),
    )
    view.show_record("verhuurder", number)
    settled(window)
    count = lists.count(example, example.spec("complex"), [f"verhuurder={number}"])
    assert f"Complexen ({count})" in texts(view)
    link = next(button for button in view.findChildren(LinkButton) if button.isVisible())
    link.click()
    assert window.page is not None
    assert window.page.place().number is not None


def test_a_file_is_saved_as_it_was_and_says_its_size(
    window: MainWindow, view: RecordView, example: Context, settled: Settled, tmp_path: Path
) -> None:
    (tmp_path / "brief.txt").write_bytes(b"x" * 3000)
    line = bijlagen.keep(example, tmp_path / "brief.txt")
    kind = example.spec("kern")
    if "bijlagen" not in kind.part:
        kind = example.spec("partij")
    number = lists.find(example, kind)[0]["nummer"]
    records.change(example, kind, number, {"bijlagen": [line]})
    view.show_record(kind.key, number)
    assert "brief.txt (3 kB)" in texts(view)
    assert named(view, QPushButton, "brief.txt openen").isEnabled()
    view.save_file(line["inhoud"], tmp_path / "terug.txt")
    settled(window)
    assert (tmp_path / "terug.txt").read_bytes() == b"x" * 3000


def test_the_same_record_again_keeps_its_place(
    window: MainWindow, view: RecordView, example: Context, settled: Settled
) -> None:
    view.resize(400, 200)
    view.show_record("advies", 1)
    settled(window)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    at = bar.value()
    assert at > 0
    records.change(example, example.spec("advies"), 1, {"onderwerp": "Anders"})
    view.refresh()
    settled(window)
    assert bar.value() == at


def test_large_letters_put_labels_above(window: MainWindow, view: RecordView) -> None:
    from PySide6.QtWidgets import QFormLayout

    view.show_record("verhuurder", 1)
    window.look.set_zoom(150)
    forms = view.findChildren(QFormLayout)
    assert {form.rowWrapPolicy() for form in forms} == {QFormLayout.RowWrapPolicy.WrapAllRows}


def test_the_buttons_ask_for_what_they_say(window: MainWindow, view: RecordView, qtbot: QtBot) -> None:
    view.show_record("verhuurder", 1)
    for name, signal in (
        ("Wijzigen", view.edit_wanted),
        ("Verwijderen", view.delete_wanted),
        ("Geschiedenis", view.history_wanted),
    ):
        with qtbot.waitSignal(signal):
            named(view, QPushButton, name).click()  # type: ignore[attr-defined]


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_an_advice_has_its_letter_one_press_away(window: MainWindow, settled: Settled) -> None:
    window.go(Place("advies", 3))
    settled(window)
    button = named(window, QPushButton, "Brief")
    button.click()  # type: ignore[attr-defined]
    assert window._key == "brief"
    settled(window)


def test_one_sees_that_the_arrows_move_the_text_and_nothing_shifts(
    window: MainWindow, view: RecordView, settled: Settled
) -> None:
    view.show_record("knelpunt", 1)
    settled(window)
    ring = QColor(window.look.tokens.focus).rgb()
    middle, room = view.height() // 2, view.viewport().geometry()
    view.edit_button.setFocus()
    assert view.grab().toImage().pixel(1, middle) != ring
    view.activateWindow()
    view.setFocus()
    assert view.grab().toImage().pixel(1, middle) == ring
    assert view.viewport().geometry() == room
