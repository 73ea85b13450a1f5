"""The form of a template: its faults are told under it while somebody types, with the way to their line."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from huurdersapp.actions import briefsjablonen, lists
from huurdersapp.actions.context import Context
from huurdersapp.ui.brieven.template_form import TemplateEditor
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.brieven import LettersPage
from huurdersapp.ui.place import Place
from tests.windows import OpenWindow, named

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
WRONG = "[advies]\nWij adviseren positief.\n# een opmerking\nOver {onderwrp}."


@pytest.fixture
def editor(open_window: OpenWindow, office: Context) -> TemplateEditor:
    """The text of a new template for an advies."""
    page = new_template(open_window(office))
    assert page.form is not None
    box = page.form.fields.boxes["tekst"]
    assert isinstance(box.editor, TemplateEditor)
    return box.editor


def new_template(window: MainWindow) -> LettersPage:
    window.go(
        Place("brieven", doing="nieuw", kind="briefsjabloon", values={"naam": "Kort", "soort": "advies"})
    )
    page = window.page
    assert isinstance(page, LettersPage)
    return page


def test_a_fault_is_told_with_its_line_and_how_to_mend_it(editor: TemplateEditor, qtbot: QtBot) -> None:
    editor.edit.insertPlainText(WRONG)
    editor.look()
    assert list(editor.faults_shown) == ["Regel 4: het veld ‘onderwrp’ bestaat niet. Bedoelt u ‘onderwerp’?"]
    shown = next(iter(editor.faults_shown.values()))
    qtbot.waitUntil(shown.isVisible)
    to_line = named(shown, QPushButton, "Naar regel 4")
    QTest.keyClick(to_line, Qt.Key.Key_Space)
    assert editor.edit.textCursor().blockNumber() == 3
    assert QApplication.focusWidget() is editor.edit


def test_a_mended_fault_is_told_no_more(editor: TemplateEditor) -> None:
    editor.edit.insertPlainText(WRONG)
    editor.look()
    editor.edit.setPlainText(WRONG.replace("onderwrp", "onderwerp"))
    editor.look()
    assert not editor.faults_shown


def test_what_the_brief_can_name_is_put_where_the_cursor_is(editor: TemplateEditor) -> None:
    editor.edit.insertPlainText("[advies]\nOver ")
    editor.known.setCurrentIndex(editor.known.findData("onderwerp"))
    editor.put_field.click()
    QTest.keyClicks(editor.edit, ".")
    assert editor.edit.toPlainText() == "[advies]\nOver {onderwerp}."


def test_a_template_is_saved_with_every_sign_of_it(editor: TemplateEditor, office: Context) -> None:
    text = "# **Niet** vet\n[advies]\n- Een *ster* en {onderwerp}.\n\n1. Punt"
    editor.edit.insertPlainText(text)
    page = editor.window().page  # type: ignore[attr-defined]  # it is the window of the program
    page.form.save()
    (saved,) = lists.find(office, office.spec("briefsjabloon"))
    assert saved["tekst"] == text


def test_a_template_begins_with_the_text_of_the_program(editor: TemplateEditor, office: Context) -> None:
    editor.begin.click()
    assert editor.edit.toPlainText() == briefsjablonen.begin(office, "advies")["tekst"]
    assert not editor.found()


def test_a_template_goes_to_a_file_and_comes_back_from_it(
    open_window: OpenWindow, office: Context, tmp_path: Path
) -> None:
    page = new_template(open_window(office))
    assert page.form is not None
    box = page.form.fields.boxes["tekst"]
    assert isinstance(box.editor, TemplateEditor)
    box.editor.edit.insertPlainText("[advies]\nKort en goed: {onderwerp}.")
    page.form.save()
    path = tmp_path / "kort.txt"
    page.files.save(1, path)
    assert path.read_text(encoding="utf-8") == "[advies]\nKort en goed: {onderwerp}."
    path.write_text(WRONG, encoding="utf-8")
    page.files.load(path)
    assert page.form is not None
    editor = page.form.fields.boxes["tekst"].editor
    assert isinstance(editor, TemplateEditor)
    assert editor.edit.toPlainText() == WRONG
    editor.use("advies")
    assert [fault.line for fault in editor.found()] == [4]
