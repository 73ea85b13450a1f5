"""The page of the long proofs: figures of all processes on one sheet, and no name of the computer."""

from __future__ import annotations

import platform
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from pypdfium2 import PdfDocument

from tests import figures as told
from tests.figures import Figures
from tools import soak


def filled(folder: Path, count: int, seed: int = 123456) -> list[soak.Harness]:
    for number in range(count):
        for series in range(2):
            Figures("x", folder).tell(
                f"Proef {number:02} van de lange soort",
                seed=seed + series,
                goal="0 verloren, 0 half",
                found={"keer gestopt": 1500, "verloren": 0, "half": 0},
            )
        Figures("x", folder).tell(
            f"Proef {number:02} van de lange soort",
            seed=1,
            goal="meer dan 0",
            found={"verloren": 3},
            twin=True,
        )
    return soak.gathered(folder)


def test_series_are_added_up_and_the_twin_stands_beside_them(tmp_path: Path) -> None:
    (one,) = filled(tmp_path, 1)
    assert one.found == {"keer gestopt": 3000, "verloren": 0, "half": 0}
    assert one.twin == {"verloren": 3}
    assert one.row()[:5] == (
        "Proef 00 van de lange soort",
        "3000 keer gestopt, 0 verloren, 0 half",
        "0 verloren, 0 half",
        "3 verloren",
        "123456 …",
    )


def test_the_page_is_one_sheet_with_tags_and_without_names(tmp_path: Path) -> None:
    harnesses = filled(tmp_path, 16, 4_123_456_789)
    sentence = soak.summary(harnesses, 42.4, passed=False)
    assert "MISLUKT" in sentence
    soak.write(harnesses, sentence, datetime(2019, 3, 5, 12, tzinfo=UTC), tmp_path / "uit" / "soak-rapport")
    with pikepdf.open(tmp_path / "uit" / "soak-rapport.pdf") as pdf:
        assert len(pdf.pages) == 1
        assert pdf.Root.MarkInfo.Marked
    document = PdfDocument(tmp_path / "uit" / "soak-rapport.pdf")
    words = document[0].get_textpage().get_text_range()
    document.close()
    text = (tmp_path / "uit" / "soak-rapport.md").read_text(encoding="utf-8")
    for shown in (words, text):
        assert "Proef 15" in shown
        assert "05-03-2019" in shown
        assert platform.node() not in shown
    assert text.count("\n| ") == 17


def test_without_a_folder_figures_are_only_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(told.FOLDER, raising=False)
    Figures("x", None).tell("Proef", seed=1, goal="0", found={"keer": 2})
    assert capsys.readouterr().out == "Proef: 2 keer; vereist: 0; seed 1\n"
