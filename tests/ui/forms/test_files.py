"""Attachments come in beside the window: typing goes on, and a save waits for them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from huurdersapp.actions import bijlagen, concepten, records
from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import Plain
from huurdersapp.base import jobs
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records import ALL
from huurdersapp.ui.forms.editors.files import FilesEditor
from huurdersapp.ui.forms.record_form import RecordForm
from tests.ui.forms.helpers import OpenForm, heard

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
KNELPUNT = {"titel": "Lift", "categorie": "onderhoud", "gemeld_op": "2019-08-01", "kern": 1}


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """No file comes in before this is set."""
    gate, keeping = threading.Event(), bijlagen.keeping

    def slow(ctx: Context, path: Path) -> Job[Plain]:
        while not gate.wait(0.01):
            yield Progress(0, None, "")
        return (yield from keeping(ctx, path))

    monkeypatch.setattr(bijlagen, "keeping", slow)
    yield gate
    gate.set()


@pytest.fixture
def form(office: Context, open_form: OpenForm) -> RecordForm:
    """A new knelpunt that wants nothing but its attachments."""
    records.create(office, ALL["kern"], [{"naam": "Emmen"}])
    form = open_form(office, "knelpunt")
    form.new(KNELPUNT)
    return form


def files_of(form: RecordForm) -> FilesEditor:
    box = form.fields.box("bijlagen")
    assert box is not None
    assert isinstance(box.editor, FilesEditor)
    return box.editor


def photos(folder: Path) -> list[Path]:
    for name in ("een.jpg", "twee.jpg"):
        (folder / name).write_bytes(name.encode() * 1000)
    return [folder / "een.jpg", folder / "twee.jpg"]


def names(form: RecordForm) -> list[str]:
    return [line["naam"] for line in files_of(form).typed()]


def all_in(bot: QtBot, form: RecordForm) -> None:
    bot.waitUntil(lambda: not form.desk.runner.jobs, timeout=20_000)


def test_saving_waits_until_the_files_are_there_and_says_so(
    held: threading.Event, form: RecordForm, office: Context, qtbot: QtBot, tmp_path: Path
) -> None:
    files_of(form).bring(photos(tmp_path))
    assert names(form) == []
    assert not form.save()
    assert "Er wordt nog een bijlage toegevoegd." in form.fields.boxes["bijlagen"].fault.text()
    held.set()
    all_in(qtbot, form)
    assert names(form) == ["een.jpg", "twee.jpg"]
    assert form.fields.boxes["bijlagen"].fault.isHidden()
    assert form.save()
    kept = records.show(office, ALL["knelpunt"], 1)["bijlagen"]
    assert [line["naam"] for line in kept] == ["een.jpg", "twee.jpg"]
    assert bijlagen.content(office, kept[1]["inhoud"]) == (tmp_path / "twee.jpg").read_bytes()


def test_a_file_that_is_stopped_is_not_added_and_does_not_hold_up_the_others(
    held: threading.Event, form: RecordForm, qtbot: QtBot, tmp_path: Path
) -> None:
    files_of(form).bring(photos(tmp_path))
    form.desk.runner.jobs[0].stop()
    qtbot.waitUntil(lambda: len(form.desk.runner.jobs) == 1)
    held.set()
    all_in(qtbot, form)
    assert names(form) == ["twee.jpg"]
    assert heard(form).said == ["Gestopt: een.jpg toevoegen."]
    assert form.save()


def test_a_file_that_comes_after_its_form_is_left_is_told(
    held: threading.Event, form: RecordForm, qtbot: QtBot, tmp_path: Path
) -> None:
    files_of(form).bring(photos(tmp_path)[:1])
    form.drop()
    form.new(KNELPUNT)
    held.set()
    all_in(qtbot, form)
    assert names(form) == []
    assert heard(form).said[-1] == "een.jpg is niet toegevoegd: het formulier is al gesloten."


def test_what_was_brought_in_is_in_the_concept(
    form: RecordForm, office: Context, qtbot: QtBot, tmp_path: Path
) -> None:
    files_of(form).bring(photos(tmp_path))
    all_in(qtbot, form)
    assert form.keep()
    kept = concepten.every(office)[0].gegevens["velden"]["bijlagen"]
    assert [line["naam"] for line in kept] == ["een.jpg", "twee.jpg"]


def test_an_attachment_opens_as_a_copy(
    form: RecordForm, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def open_(address: QUrl) -> bool:
        opened.append(Path(address.toLocalFile()))
        return len(opened) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", open_)
    editor = files_of(form)
    editor.bring(photos(tmp_path)[:1])
    all_in(qtbot, form)
    for _time in range(2):
        next(each for each in editor.findChildren(QPushButton) if each.text() == "Openen").click()
        all_in(qtbot, form)
    assert [path.read_bytes() for path in opened] == [(tmp_path / "een.jpg").read_bytes()] * 2
    assert heard(form).said[-1].startswith("Er is geen programma gevonden voor dit bestand.")


def test_what_is_stopped_halfway_is_not_kept(office: Context, tmp_path: Path) -> None:
    (tmp_path / "film.mp4").write_bytes(bytes(3_000_000))
    job = bijlagen.keeping(office, tmp_path / "film.mp4")
    while next(job).total is None:
        pass
    job.close()
    assert bijlagen.unused(office) == []
    assert jobs.run(bijlagen.keeping(office, tmp_path / "film.mp4"))["grootte"] == 3_000_000
