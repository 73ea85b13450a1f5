"""The papers of a raadpleging, made by typing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize("kind", ["vragenlijst", "terugkoppeling", "uitslag"])
def test_the_papers_of_a_raadpleging_can_be_made_by_typing(
    run: Run, example_made: Path, tmp_path: Path, kind: str
) -> None:
    folder, target = tmp_path / "gegevens", tmp_path / "papier.pdf"
    shutil.copytree(example_made, folder)
    made = run("papier", kind, 3, "--uit", target, "--gegevens", folder)
    assert made.code == 0, made.err
    assert f"{target} is klaar: " in made.out
    assert target.read_bytes().startswith(b"%PDF-")


def test_questionnaires_can_be_numbered(run: Run, example_made: Path, tmp_path: Path) -> None:
    folder, target = tmp_path / "gegevens", tmp_path / "vragen.pdf"
    shutil.copytree(example_made, folder)
    told = run(
        "papier", "vragenlijst", 3, "--aantal", 4, "--uit", target, "--gegevens", folder, "--formaat", "json"
    )
    assert told.json["paginas"] % 4 == 0
    wrong = run("papier", "vragenlijst", 3, "--aantal", 900, "--uit", target, "--gegevens", folder)
    assert wrong.code == 1
    assert "Kies 0 tot en met 500 formulieren." in wrong.err
