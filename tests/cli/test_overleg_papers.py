"""The papers of an overleg, made by typing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    "typed",
    [
        ("agenda", 1),
        ("verslag", 1, "--iedereen"),
        ("actielijst", "--deelnemers"),
        ("actielijst", "--overleg", 1),
    ],
)
def test_the_papers_of_an_overleg_can_be_made_by_typing(
    run: Run, example_made: Path, tmp_path: Path, typed: tuple[str | int, ...]
) -> None:
    folder, target = tmp_path / "gegevens", tmp_path / "papier.pdf"
    shutil.copytree(example_made, folder)
    made = run("papier", *typed, "--uit", target, "--gegevens", folder)
    assert made.code == 0, made.err
    assert target.read_bytes().startswith(b"%PDF-")


def test_a_meeting_that_is_not_there_is_told(run: Run, example_made: Path, tmp_path: Path) -> None:
    folder = tmp_path / "gegevens"
    shutil.copytree(example_made, folder)
    wrong = run("papier", "verslag", 9999, "--uit", tmp_path / "v.pdf", "--gegevens", folder)
    assert wrong.code == 1
    assert "Overleg 9999 is er niet." in wrong.err
