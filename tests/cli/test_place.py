"""On the command line: reading where nothing may be written, and moving to another folder."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from huurdersapp.app import opened
from huurdersapp.base import paths
from tests.cli.conftest import Run
from tests.readonly import read_only, state

READING: tuple[tuple[str, ...], ...] = (
    ("lijst", "knelpunt"),
    ("toon", "knelpunt", "1"),
    ("zoek", "schimmel"),
    ("geschiedenis", "knelpunt", "1"),
    ("controle",),
    ("agenda",),
    ("lijst", "knelpunt", "--uit", "lijst.csv"),
)
WRITING: tuple[tuple[str, ...], ...] = (
    ("wijzig", "knelpunt", "1", "--json", "nieuw.json"),
    ("nieuw", "kern", "--json", "nieuw.json"),
    ("verwijder", "knelpunt", "1"),
)


@pytest.fixture
def example(example_made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example in a folder of its own, and a folder beside it to write in."""
    folder = tmp_path / "gegevens"
    shutil.copytree(example_made, folder)
    (tmp_path / "werk").mkdir()
    monkeypatch.chdir(tmp_path / "werk")
    (tmp_path / "werk" / "nieuw.json").write_text(json.dumps({"omschrijving": "Anders"}))
    return folder


@pytest.mark.parametrize("kind", ["beide", "schijf"])
def test_reading_works_where_nothing_may_be_written_and_writing_says_why_not(
    run: Run, example: Path, kind: str
) -> None:
    with read_only(example, kind):
        before = state(example)
        for words in READING:
            ran = run(*words, "--gegevens", str(example))
            assert ran.code == 0, (words, ran.err)
            assert "Alleen lezen: " in ran.err
        for words in WRITING:
            ran = run(*words, "--gegevens", str(example))
            assert ran.code == 1, (words, ran.err)
            assert "U kunt nu alleen lezen." in ran.err, words
        assert state(example) == before


def test_it_moves_and_every_command_follows(run: Run, example: Path, tmp_path: Path) -> None:
    (example / ".stfolder").mkdir()
    ran = run("verwijder", "knelpunt", "1", "--gegevens", str(example))
    assert ran.code == 1
    assert "Syncthing" in ran.err
    assert "huurdersapp verhuis --naar MAP" in ran.err
    to = tmp_path / "hier" / "huurdersapp"
    ran = run("verhuis", "--naar", str(to), "--gegevens", str(example))
    assert (ran.code, ran.err) == (0, "")
    assert str(to) in ran.out
    ran = run("verwijder", "knelpunt", "1", "--gegevens", str(example))
    assert ran.code == 0, ran.err
    assert paths.data_folder(example) == to
    with opened(to) as ctx:
        assert ctx.store.read_only is None
    ran = run("verhuis", "--naar", str(to / "erin"), "--gegevens", str(example), "--formaat", "json")
    assert ran.code == 1
    assert "mag niet in de oude staan" in ran.err


def test_a_new_administration_is_refused_in_a_synchronised_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    folder = tmp_path / "huur"
    ran = run("start", "--organisatie", "De Linde", "--gegevens", str(folder))
    assert ran.code == 1
    assert ran.err.startswith(
        "Deze map wordt gesynchroniseerd door Syncthing. Kies een map op deze computer."
    )
    assert not folder.exists()
