"""The example: made where nothing was, opened where it was, and never among somebody's own data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from huurdersapp.actions import voorbeeld
from huurdersapp.base import paths
from huurdersapp.base.errors import Stopped
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.ui.screens import USUAL
from tests.cli.conftest import Run, size_of

MARK = "VOORBEELD – verzonnen gegevens"
PAPERS = [
    "adviesbrief-1.docx",
    "adviesbrief-1.pdf",
    "trimesterverslag-2020-T2.docx",
    "trimesterverslag-2020-T2.pdf",
    "vandaag-100-licht.png",
]


def test_the_example_is_made_shown_and_opened_again_as_it_is(
    run: Run, data_folder: Path, tmp_path: Path
) -> None:
    target = tmp_path / "een" / "uit"
    result = run("voorbeeld", "--uit", target)
    assert result.code == 0
    assert result.out.splitlines()[0] == MARK
    assert sorted(path.name for path in target.iterdir()) == PAPERS
    for name in PAPERS:
        assert f"  {target / name}" in result.out.splitlines()
    assert size_of(target / PAPERS[-1]) == USUAL
    shown = run("lijst", "knelpunt")
    assert shown.out.splitlines()[0] == MARK
    as_json = run("lijst", "knelpunt", "--formaat", "json")
    assert as_json.err == f"{MARK}\n"
    assert len(as_json.json) > 40
    # It is looked at on the day that it is about, whenever that is done.
    rounds = [line for line in run("agenda", "--jaar", "2021").out.splitlines() if "RG en BO oktober" in line]
    assert [line.rstrip().endswith("Komt nog") for line in rounds] == [True]

    run("wijzig", "knelpunt", "1", "--json", "-", given='{"behandelaar": "Jo Prins"}')
    again = run("voorbeeld", "--zonder-venster", "--uit", target, "--periode", "2020-T1", "--formaat", "json")
    assert again.err.splitlines()[0] == MARK
    assert again.json["map"] == str(data_folder)
    assert str(target / "trimesterverslag-2020-T1.pdf") in again.json["bestanden"]
    assert all(Path(name).exists() for name in again.json["bestanden"])
    assert run("toon", "knelpunt", "1", "--formaat", "json").json["behandelaar"] == "Jo Prins"
    first, looked, last = run("controle").out.splitlines()
    assert (first, last) == (MARK, "De administratie is in orde.")
    assert looked.startswith("Nagekeken: ")


def test_without_a_name_it_lies_beside_the_normal_folder(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(paths.DATA_VARIABLE)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    normal = paths.data_folder()
    assert run("start", "--organisatie", "De Linde").code == 0
    result = run("voorbeeld", "--uit", tmp_path / "uit", "--formaat", "json")
    assert result.json["map"] == str(normal.with_name(f"{normal.name}-voorbeeld"))
    assert len(run("lijst", "partij", "--formaat", "json").json) == 1


def test_an_own_administration_is_left_alone(run: Run, office: Path, tmp_path: Path) -> None:
    before = run("lijst", "kern", "--formaat", "json").out
    result = run("voorbeeld", "--uit", tmp_path / "uit")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(f"In {office} staat een echte administratie.")
    assert not (tmp_path / "uit").exists()
    assert run("lijst", "kern", "--formaat", "json").out == before


def test_a_folder_with_other_files_is_left_alone(run: Run, data_folder: Path, tmp_path: Path) -> None:
    data_folder.mkdir()
    (data_folder / "brief.txt").write_text("Beste huurder")
    result = run("voorbeeld", "--uit", tmp_path / "uit")
    assert result.code == 1
    assert "staan al andere bestanden" in result.err
    assert [path.name for path in data_folder.iterdir()] == ["brief.txt"]
    result = run("voorbeeld", "--gegevens", data_folder / "brief.txt", "--uit", tmp_path / "uit")
    assert result.code == 1


def test_an_example_that_was_stopped_is_made_the_next_time(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = voorbeeld.make

    def halfway(ctx: Any) -> Iterator[Progress]:
        job: Job[None] = whole(ctx)
        yield next(job)
        yield next(job)
        job.close()
        raise Stopped

    with monkeypatch.context() as patch:
        patch.setattr(voorbeeld, "make", halfway)
        assert run("voorbeeld", "--uit", tmp_path / "uit").code == 130
    assert run("lijst", "partij", "--formaat", "json").json == []
    assert run("voorbeeld", "--uit", tmp_path / "uit").code == 0
    assert len(run("lijst", "partij", "--formaat", "json").json) > 3


def test_a_period_that_does_not_exist_makes_nothing(run: Run, data_folder: Path, tmp_path: Path) -> None:
    result = run("voorbeeld", "--periode", "2019-T9", "--uit", tmp_path / "uit")
    assert result.code == 1
    assert "T9 bestaat niet" in result.err
    assert not data_folder.exists()


def test_a_folder_that_cannot_take_the_papers_makes_nothing(
    run: Run, data_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bestand").write_text("Beste huurder")
    result = run("voorbeeld", "--uit", tmp_path / "bestand")
    assert (result.code, result.out) == (1, "")
    assert str(tmp_path / "bestand") in result.err
    assert not data_folder.exists()

    def refused(**options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.TemporaryFile", refused)
    assert run("voorbeeld", "--uit", tmp_path / "uit").code == 1
    assert not data_folder.exists()
