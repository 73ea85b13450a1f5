"""The program as people get it: built, it works in an empty environment and is not too large to hand over."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
LARGEST = 215_000_000
"""Bytes of the folder on Linux: 90 million are Qt, and some 50 million libraries that other systems have themselves."""

pytestmark = pytest.mark.soak


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the program, built here."""
    folder = tmp_path_factory.mktemp("build")
    command = [sys.executable, "-m", "PyInstaller", "build.spec", "--noconfirm", "--log-level", "ERROR"]
    command += ["--distpath", str(folder), "--workpath", str(folder / "work")]
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True)
    return folder / "huurdersapp"


def ran(built: Path, home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The built program, which finds nothing of Python or of this project around it."""
    environment = {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    command = [str(built / "huurdersapp"), *words]
    return subprocess.run(
        command, cwd=home, env=environment, capture_output=True, encoding="utf-8", timeout=300, check=False
    )


def test_it_checks_itself(built: Path, tmp_path: Path) -> None:
    empty = subprocess.run(
        [built / "huurdersapp", "zelftest"], cwd=tmp_path, env={}, capture_output=True, check=False
    )
    assert empty.returncode == 0, empty.stderr.decode()


def test_it_makes_the_example_with_its_papers(built: Path, tmp_path: Path) -> None:
    done = ran(built, tmp_path, "voorbeeld", "--zonder-venster", "--uit", str(tmp_path / "uit"))
    assert done.returncode == 0, done.stderr
    assert {path.suffix for path in (tmp_path / "uit").iterdir()} >= {".pdf", ".docx"}


def test_it_speaks_english(built: Path, tmp_path: Path) -> None:
    (tmp_path / "instellingen.json").write_text('{"taal": "en"}', encoding="utf-8")
    assert "Shows a list" in ran(built, tmp_path, "lijst", "--help", "--gegevens", str(tmp_path)).stdout


def test_it_can_be_handed_over(built: Path) -> None:
    files = [path for path in built.rglob("*") if path.is_file() and not path.is_symlink()]
    assert sum(path.stat().st_size for path in files) < LARGEST
    assert [path for path in built.rglob("*") if path.is_symlink() and not path.exists()] == []


def test_no_tool_of_makers_goes_along(built: Path) -> None:
    names = {path.name for path in (built / "_internal").iterdir()}
    assert names & {"pytest", "hypothesis", "mypy", "setuptools", "pikepdf", "tkinter"} == set()
    assert not list(built.rglob("*Qml*"))
    for folder in ("resources", "db", "translations", "docs"):
        assert any((built / "_internal" / "huurdersapp" / "_data" / folder).iterdir())
