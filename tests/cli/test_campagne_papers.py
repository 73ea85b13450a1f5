"""The papers and the totals of campagnes, by typing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from huurdersapp.actions import campagnes
from huurdersapp.app import opened
from tests.cli.conftest import Run


@pytest.fixture
def folder(example_made: Path, tmp_path: Path) -> Path:
    """A copy of the example."""
    copied = tmp_path / "gegevens"
    shutil.copytree(example_made, copied)
    return copied


@pytest.mark.parametrize(
    "words",
    [
        ("looplijst", "--straat", "Hommelbrink", "--loper", "Jo"),
        ("flyer", "--maat", "A4"),
        ("etiketten", "--vel", "2x7", "--vanaf", 3),
    ],
)
def test_the_papers_of_a_campagne_can_be_made_by_typing(
    run: Run, folder: Path, tmp_path: Path, words: tuple[object, ...]
) -> None:
    target = tmp_path / "papier.pdf"
    kind, *chosen = words
    made = run("papier", kind, 2, *chosen, "--uit", target, "--gegevens", folder)
    assert made.code == 0, made.err
    assert f"{target} is klaar: " in made.out
    assert target.read_bytes().startswith(b"%PDF-")


def test_what_cannot_be_printed_is_told_plainly(run: Run, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "papier.pdf"
    for words, told in (
        (("etiketten", 2, "--vel", "9x9"), "Dit vel kennen wij niet: 9x9."),
        (("etiketten", 2, "--vanaf", 25), "Op dit vel zijn de etiketten genummerd van 1 tot en met 24."),
        (("looplijst", 1), "Van deze campagne kennen wij nog geen adressen."),
    ):
        made = run("papier", *words, "--uit", target, "--gegevens", folder)
        assert made.code == 1
        assert told in made.err
        assert not target.exists()


def test_the_list_by_typing_adds_up_to_what_stands_above_it_in_the_window(run: Run, folder: Path) -> None:
    rows = run("lijst", "campagne", "--gegevens", folder, "--formaat", "json").json
    with opened(folder) as ctx:
        found = campagnes.list_totals(ctx)
    assert found.campagnes == len(rows)
    for key in ("bereik", "contacten", "deelnemers", "aangemeld"):
        assert found.all.of(key) == sum(row[key] or 0 for row in rows)
