"""The papers about overviews, by typing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def folder(run: Run, tmp_path: Path) -> Path:
    """A new administration with an akkoord, an overview and a visie."""
    made = tmp_path / "gegevens"
    run("start", "--organisatie", "De Linde", "--gegevens", made)
    for kind, values in (
        ("partij", {"naam": "Lefier", "soort": "corporatie"}),
        ("akkoord", {"naam": "LA", "van_jaar": 2019, "tot_jaar": 2024,
                     "partijen": [{"partij": "Lefier", "rol": "corporaties"}]}),
        ("activiteitenoverzicht", {"akkoord": "LA", "partij": "Lefier", "jaar": 2019}),
        ("visie", {"naam": "Dorpsvisie"}),
    ):  # fmt: skip
        assert run("nieuw", kind, "--json", "-", "--gegevens", made, given=json.dumps(values)).code == 0
    return made


@pytest.mark.parametrize(
    "words",
    [
        ("activiteitenoverzicht", 1),
        ("prestatieafspraken",),
        ("prestatieafspraken", "--jaar", 2020, "--akkoord", 1),
        ("inbreng", "--onbeantwoord"),
        ("visie", 1),
    ],
)
def test_each_paper_can_be_made_by_typing(
    run: Run, folder: Path, tmp_path: Path, words: tuple[object, ...]
) -> None:
    target = tmp_path / "papier.pdf"
    made = run("papier", *words, "--uit", target, "--gegevens", folder)
    assert made.code == 0, made.err
    assert target.read_bytes().startswith(b"%PDF-")


def test_without_an_akkoord_a_sentence_says_what_to_do(run: Run, tmp_path: Path) -> None:
    made = tmp_path / "leeg"
    run("start", "--organisatie", "De Linde", "--gegevens", made)
    told = run("papier", "prestatieafspraken", "--uit", tmp_path / "a.pdf", "--gegevens", made)
    assert told.code == 1
    assert "Er is nog geen akkoord. Een overzicht hoort bij een akkoord." in told.err
