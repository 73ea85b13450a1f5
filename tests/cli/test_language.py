"""Who chose English gets English: help, answers and what went wrong; what one types stays Dutch, and so does paper."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from huurdersapp.base import i18n, paths
from huurdersapp.cli.language import choose


@pytest.fixture(autouse=True)
def _dutch_again() -> Iterator[None]:
    yield
    i18n.use_language("nl", paths.own("translations"))


def in_language(folder: Path, language: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "instellingen.json").write_text(json.dumps({"taal": language}), encoding="utf-8")


def program(*words: object) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own: help texts are words as soon as they are loaded."""
    command = [sys.executable, "-m", "huurdersapp", *map(str, words)]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)


def test_everything_is_said_in_english(tmp_path: Path) -> None:
    folder = tmp_path / "gegevens"
    in_language(folder, "en")
    helped = program("lijst", "--help", "--gegevens", folder).stdout
    assert "Shows a list, or puts it in a file." in helped
    assert "Toont" not in helped
    assert "huurdersapp lijst knelpunt --waar status=gemeld" in helped
    made = program("start", "--organisatie", "De Linde", f"--gegevens={folder}")
    assert (made.returncode, "The administration of De Linde has been made." in made.stdout) == (0, True)
    kinds = program("soorten", "--gegevens", folder).stdout
    assert "Issue" in kinds
    assert "knelpunt" in kinds
    wrong = program("toon", "knelpunt", "7", "--gegevens", folder)
    assert (wrong.returncode, wrong.stderr.strip()) == (
        1,
        "There is no Issue 7. See which ones there are with: huurdersapp lijst knelpunt",
    )


@pytest.mark.parametrize("before", [True, False])
def test_the_folder_is_found_wherever_it_stands(tmp_path: Path, before: bool) -> None:
    in_language(tmp_path, "en")
    option = ["--gegevens", str(tmp_path)]
    choose([*option, "soorten"] if before else ["soorten", *option])
    assert i18n.gettext("Knelpunten") == "Issues"
    choose(["soorten"])
    assert i18n.gettext("Knelpunten") == "Knelpunten"


@pytest.mark.parametrize("contents", ["{", '{"taal": 3}', "[]", ""])
def test_settings_that_cannot_be_read_are_no_reason_to_say_nothing(tmp_path: Path, contents: str) -> None:
    (tmp_path / "instellingen.json").write_text(contents, encoding="utf-8")
    choose(["soorten", "--gegevens", str(tmp_path)])
    assert i18n.gettext("Knelpunten") == "Knelpunten"
    choose(["soorten", "--gegevens"])
    choose(["soorten", "--gegevens", "\0"])
