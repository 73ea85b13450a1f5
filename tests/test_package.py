"""The wheel holds all that the program reads at run time, and no tests."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
DATA = ("resources", "db", "translations", "docs")
TESTED = "db/released/"
"""Stores of earlier versions: the tests open them, the program does not."""
PICTURES = "docs/beeld/"
"""For who reads the README."""


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The files in a wheel built here, without a build environment of its own and so without network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def kept(folder: str) -> set[str]:
    """What lies in a folder of the project, apart from what Python makes by itself."""
    files = (path for path in (PROJECT / folder).rglob("*") if path.is_file())
    names = {path.relative_to(PROJECT).as_posix() for path in files if path.suffix != ".pyc"}
    return {name for name in names if not name.startswith((TESTED, PICTURES))}


@pytest.mark.parametrize("folder", DATA)
def test_data_lies_inside_the_package(names: set[str], folder: str) -> None:
    assert {f"huurdersapp/_data/{name}" for name in kept(folder)} <= names


def test_every_module_is_there(names: set[str]) -> None:
    assert kept("huurdersapp") <= names


def test_nothing_else_is_there(names: set[str]) -> None:
    assert {name.split("/")[0] for name in names} == {"huurdersapp", "huurdersapp-0.1.0.dist-info"}
    assert not [name for name in names if "tests/" in name or name.endswith(".pyc")]


def test_files_that_only_tests_open_stay_behind(names: set[str]) -> None:
    assert list((PROJECT / TESTED).glob("*.store"))
    assert not [name for name in names if TESTED in name]


def test_the_handbook_goes_along_and_pictures_for_the_readme_do_not(names: set[str]) -> None:
    assert "huurdersapp/_data/docs/handboek/inhoud.txt" in names
    assert list((PROJECT / PICTURES).glob("*.png"))
    assert not [name for name in names if PICTURES in name]


def test_the_licence_goes_along(names: set[str]) -> None:
    assert "huurdersapp-0.1.0.dist-info/licenses/LICENSE" in names
