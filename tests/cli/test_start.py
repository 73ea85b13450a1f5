"""Beginning: a new administration with the own organisation in it, or nothing at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_start_makes_an_administration_and_says_what_to_do_next(run: Run, data_folder: Path) -> None:
    result = run("start", "--organisatie", "  Huurdersvereniging 't Veen ", "--naam", "Jo Prins")
    assert result.code == 0
    assert result.out.startswith("De administratie van Huurdersvereniging 't Veen is gemaakt.\n")
    assert str(data_folder) in result.out
    assert "nog niet beveiligd" in result.out
    assert "huurdersapp velden kern" in result.out
    (organisation,) = run("lijst", "partij", "--formaat", "json").json
    assert organisation["naam"] == "Huurdersvereniging 't Veen"
    assert organisation["eigen"] is True
    assert organisation["soort"] == "huurdersorganisatie"
    assert "Jo Prins: Partij opslaan" in run("geschiedenis", "partij", "1").out


def test_start_makes_folders_that_are_missing_and_answers_in_json(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "een" / "twee"
    result = run("start", "--organisatie", "De Linde", "--gegevens", place, "--formaat", "json")
    assert result.json == {"map": str(place), "organisatie": "De Linde"}
    assert run("lijst", "partij", "--gegevens", place).code == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--organisatie", ""], "De organisatie kan zo niet heten. Vul ‘Naam’ in."),
        (["--organisatie", "De\nLinde"], "De organisatie kan zo niet heten. Zet dit op één regel."),
        (["--organisatie", "De\x1bLinde"], "De organisatie kan zo niet heten. In de tekst staat een teken"),
        (["--organisatie", "De Linde", "--naam", "J\x07o"], "In uw naam staat een teken dat niet kan."),
    ],
)
def test_a_name_that_cannot_be_kept_makes_nothing(
    run: Run, data_folder: Path, words: list[str], sentence: str
) -> None:
    result = run("start", *words)
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(sentence)
    assert not data_folder.exists()


def test_start_does_not_touch_what_is_there(run: Run, office: Path) -> None:
    before = run("lijst", "partij", "--formaat", "json").out
    result = run("start", "--organisatie", "Een andere")
    assert result.code == 1
    assert result.err == f"In {office} staat al een administratie. Kies een andere map, of open deze.\n"
    assert run("lijst", "partij", "--formaat", "json").out == before


def test_a_folder_that_cannot_be_made_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x")
    result = run("start", "--organisatie", "De Linde", "--gegevens", tmp_path / "bestand" / "gegevens")
    assert result.code == 1
    assert str(tmp_path) in result.err
