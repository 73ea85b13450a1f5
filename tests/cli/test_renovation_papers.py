"""The papers of a renovation, by typing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.reports.paper_samples import extracted


@pytest.fixture(scope="module")
def folder(example_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example, which has a project at 16 of 23."""
    copied = tmp_path_factory.mktemp("papieren") / "gegevens"
    shutil.copytree(example_made, copied)
    return copied


def text_of(path: Path) -> str:
    return " ".join(" ".join(extracted(path.read_bytes())).split())


def number_of(run: Run, folder: Path, kind: str, *where: str) -> int:
    conditions = [part for text in where for part in ("--waar", text)]
    rows = run("lijst", kind, *conditions, "--gegevens", folder, "--formaat", "json").json
    return int(rows[0]["nummer"])


def test_each_paper_can_be_made_by_typing(run: Run, folder: Path, tmp_path: Path) -> None:
    unit = number_of(run, folder, "bouwkundige_eenheid", "tien_of_meer=ja")
    small = number_of(run, folder, "bouwkundige_eenheid", "tien_of_meer=nee")
    project = number_of(run, folder, "renovatieproject")
    for kind, number, options, said in (
        ("telblad", unit, ("--zonder-adressen",), "Het mag op een prikbord hangen."),
        ("telblad", unit, ("--op", "1 januari 2015"), "er is nog geen voorstel vastgelegd"),
        ("renovatielijst", unit, ("--per-trappenhuis", "--loper", "Fatima"), "Fatima"),
        ("renovatieverslag", project, (), "Instemming per bouwkundige eenheid"),
        ("zorgenblad", project, ("--intern",), "INTERN"),
        ("rechtenbrief", small, ("--per-woning",), "Uw gebouw heeft er minder."),
    ):
        target = tmp_path / "papier.pdf"
        done = run("papier", kind, number, *options, "--uit", target, "--gegevens", folder)
        assert done.code == 0, done.err
        assert said in text_of(target), kind


def test_what_is_wrong_is_told_and_leaves_no_file(run: Run, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "x.pdf"
    for typed, told in (
        (("telblad", 999), "999"),
        (("telblad", 1, "--op", "morgenochtend"), "geen datum"),
        (("telblad", 1, "--leeg", "--zonder-adressen"), "heeft niets om in te vullen"),
    ):
        done = run("papier", *typed, "--uit", target, "--gegevens", folder)
        assert done.code != 0
        assert told in done.err
        assert not target.exists()
