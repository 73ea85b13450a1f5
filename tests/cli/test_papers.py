"""The akkoord in and out, and papers as files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.akkoorden import EMMEN
from tests.cli.conftest import Run


@pytest.mark.usefixtures("office")
def test_an_akkoord_goes_in_and_comes_out_as_it_was(run: Run, tmp_path: Path) -> None:
    loaded = run("akkoord", "laad", EMMEN)
    assert loaded.code == 0
    assert loaded.out.startswith("Akkoord 1 is geladen: ")
    first, second = tmp_path / "uit.json", tmp_path / "uit.csv"
    exported = run("akkoord", "export", "--uit", first)
    assert exported.out.startswith(f"{first} is klaar: ")
    assert run("akkoord", "export", "--uit", second, "--formaat", "json").json["bestand"] == str(second)
    printed = run("akkoord", "export")
    assert printed.err == ""
    assert printed.out == first.read_text(encoding="utf-8")
    assert run("akkoord", "export", "--formaat", "json").out == printed.out
    assert json.loads(first.read_text(encoding="utf-8")) == run("akkoord", "toon", "--formaat", "json").json
    shown = run("akkoord", "toon", "--akkoord", "1").out
    assert "Lefier" in shown
    assert run("akkoord", "toon", "--akkoord", "2").code == 1


@pytest.mark.usefixtures("office")
def test_loading_can_be_answered_in_json(run: Run) -> None:
    told = run("akkoord", "laad", EMMEN, "--formaat", "json").json
    assert told["nummer"] == 1
    assert told["aantal"] > 100


@pytest.mark.usefixtures("loaded")
def test_a_report_is_written_as_pdf_and_as_word(run: Run, tmp_path: Path) -> None:
    pdf, word = tmp_path / "verslag.pdf", tmp_path / "verslag.docx"
    done = run("verslag", "trimester", "--periode", "2019-T2", "--uit", pdf)
    assert done.code == 0
    assert done.out.startswith(f"{pdf} is klaar: ")
    assert pdf.read_bytes().startswith(b"%PDF-")
    told = run("verslag", "trimester", "--periode", "2019-T2", "--kort", "--uit", word, "--formaat", "json")
    assert told.json["bestand"] == str(word)
    assert word.read_bytes().startswith(b"PK")


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("span", ["2018-T3", "2018-12-31..2019-01-01", "2025"])
def test_a_report_over_days_outside_the_akkoord_says_so(run: Run, tmp_path: Path, span: str) -> None:
    word = tmp_path / "verslag.docx"
    inside = run("verslag", "trimester", "--akkoord", "1", "--periode", "2024-T3", "--uit", word)
    assert (inside.code, inside.err) == (0, "")
    outside = run("verslag", "trimester", "--akkoord", "1", "--periode", span, "--uit", word)
    assert outside.code == 0
    assert outside.err == (
        "Let op: Het akkoord loopt van 2019 tot en met 2024. De periode valt daar niet helemaal in.\n"
    )
