"""Drawing the screens: each once, under a name of its own, in every size and colour."""

from __future__ import annotations

import re
import shutil
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from huurdersapp import app
from huurdersapp.actions.context import Context
from huurdersapp.app import opened
from huurdersapp.ui.pages.registry import ENTRIES
from huurdersapp.ui.screens import NARROW, USUAL
from tests.cli.conftest import ALL_SCENES, Run, size_of

MARK = "VOORBEELD – verzonnen gegevens"
PICTURES = {
    "vandaag-100-donker.png": USUAL,
    "vandaag-100-licht.png": USUAL,
    "vandaag-200-donker.png": USUAL,
    "vandaag-200-licht.png": USUAL,
    "vandaag-smal.png": NARROW,
}


def test_every_screen_is_drawn_in_each_size_and_colour(run: Run, data_folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "een" / "plaatjes"
    result = run("schermen", "--uit", target, "--formaat", "json")
    assert (result.code, result.err) == (0, f"{MARK}\n")
    assert sorted(result.json) == [str(target / name) for name in PICTURES]
    assert {path.name: size_of(path) for path in target.iterdir()} == PICTURES
    assert len({path.read_bytes() for path in target.iterdir()}) == len(PICTURES), "none looks like another"
    assert not data_folder.exists(), "own data are left alone"


@pytest.fixture
def soon_made(example_made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The example is there before the command asks for it."""
    real = app.opened_example

    def copied(folder: Path) -> AbstractContextManager[Context]:
        shutil.copytree(example_made, folder)
        return real(folder)

    monkeypatch.setattr(app, "opened_example", copied)


@pytest.mark.usefixtures("soon_made")
def test_only_the_screens_that_were_named_are_drawn(run: Run, tmp_path: Path) -> None:
    result = run("schermen", "--uit", tmp_path / "uit", "--alleen", "vandaag-100-l")
    assert result.out.splitlines() == [MARK, f"  {tmp_path / 'uit' / 'vandaag-100-licht.png'}"]
    assert run("schermen", "--uit", tmp_path / "geen", "--alleen", "xyzzy").out.splitlines() == [MARK]


@pytest.mark.usefixtures("soon_made")
def test_a_folder_that_cannot_take_the_pictures_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("Beste huurder")
    result = run("schermen", "--uit", tmp_path / "bestand")
    assert (result.code, result.out) == (1, f"{MARK}\n")
    assert str(tmp_path / "bestand") in result.err


def test_every_screen_has_a_name_of_its_own(example_made: Path, data_folder: Path) -> None:
    shutil.copytree(example_made, data_folder)
    with opened(data_folder) as ctx:
        found = list(ALL_SCENES(ctx))
    names = [scene.name for scene in found]
    assert len(set(names)) == len(names)
    assert {entry.key for entry in ENTRIES} <= {scene.place.page for scene in found}
    assert all(re.fullmatch(r"[a-z-]+", name) for name in names)
