"""What starting the program without a command does: the window, or a sentence where none can open."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from huurdersapp.__main__ import main

PROGRAM = [sys.executable, "-m", "huurdersapp"]
WITHOUT_QT = (
    "import sys; sys.modules['PySide6'] = None; from huurdersapp.__main__ import main; sys.exit(main({}))"
)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path | None, Path | None]]:
    """The folders on which the window would open."""
    calls: list[tuple[Path | None, Path | None]] = []

    def run(folder: Path | None, home: Path | None) -> int:
        calls.append((folder, home))
        return 0

    monkeypatch.setattr("huurdersapp.ui.run.run", run)
    return calls


def bare(folder: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """The program in an environment with nothing in it."""
    environment = {
        "PYTHONPATH": str(Path(__file__).parents[1]),
        "HUURDERSAPP_GEGEVENS": str(folder),
        "HOME": str(folder.parent),
        **({"SYSTEMROOT": os.environ["SYSTEMROOT"]} if "SYSTEMROOT" in os.environ else {}),
        **more,
    }
    return subprocess.run(
        [*PROGRAM, *words], env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_without_a_command_the_window_opens(
    opened: list[tuple[Path | None, Path | None]], tmp_path: Path
) -> None:
    assert main([]) == 0
    assert main(["--gegevens", str(tmp_path)]) == 0
    assert main([f"--gegevens={tmp_path}"]) == 0
    assert opened == [(None, None), (tmp_path, None), (tmp_path, None)]


if sys.platform.startswith("linux"):  # elsewhere a program always has a screen

    @pytest.mark.parametrize(
        "screen",
        [{}, {"DISPLAY": ":4711"}, {"DISPLAY": "kapot"}, {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":4711"}],
        ids=["none", "not there", "nonsense", "forced"],
    )
    def test_without_a_screen_it_says_so_and_how_to_go_on(data_folder: Path, screen: dict[str, str]) -> None:
        ran = bare(data_folder, **screen)
        assert ran.returncode == 1
        assert ran.stdout == ""
        assert ran.stderr.startswith("Hier kan geen venster open: er is geen beeldscherm gevonden.")
        assert "huurdersapp --help" in ran.stderr
        assert len(ran.stderr.splitlines()) == 1


def test_a_system_without_what_qt_needs_is_told_in_a_sentence() -> None:
    command = [sys.executable, "-c", WITHOUT_QT.format("[]")]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert ran.returncode == 1
    assert ran.stderr.startswith("Hier kan geen venster open: het onderdeel ")
    assert "Traceback" not in ran.stderr


def test_the_commands_work_on_a_system_without_what_qt_needs() -> None:
    command = [sys.executable, "-c", WITHOUT_QT.format("['soorten']")]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert ran.returncode == 0
    assert "knelpunt" in ran.stdout


def test_the_example_opens_in_the_window_where_somebody_sees_it(
    opened: list[tuple[Path | None, Path | None]],
    data_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("huurdersapp.ui.application.is_seen", lambda: True)
    folder, target = tmp_path / "voorbeeld", tmp_path / "uit"
    assert main(["voorbeeld", "--gegevens", str(folder), "--uit", str(target)]) == 0
    assert opened == [(folder, data_folder)]
    assert not target.exists()
