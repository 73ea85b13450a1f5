"""Every dependency is explained, pinned and free to be shipped."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tools import check_wheels

PROJECT = Path(__file__).parents[1]
LOCK = PROJECT / "requirements.lock"
SETTINGS = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ASKED = {
    check_wheels.canonical(Requirement(text).name)
    for text in SETTINGS["dependencies"] + SETTINGS["optional-dependencies"]["dev"]
}


def test_every_dependency_has_a_line_that_says_why_it_is_there() -> None:
    page = (PROJECT / "docs" / "dependencies.md").read_text(encoding="utf-8").partition("## Wheels")[0]
    cells = re.findall(r"^\| ([^|]+) \|", page, re.MULTILINE)
    explained = {check_wheels.canonical(name) for cell in cells for name in cell.split(", ")}
    assert explained - {"package", "uv"} == ASKED


def test_every_dependency_is_locked_with_hashes() -> None:
    entries = re.split(r"\n(?=\w)", LOCK.read_text(encoding="utf-8"))
    assert {check_wheels.canonical(Requirement(line).name) for line in check_wheels.locked(LOCK)} >= ASKED
    assert all("--hash=sha256:" in entry for entry in entries)


def test_what_is_installed_is_what_is_locked() -> None:
    pinned = {Requirement(line).name.lower(): line for line in check_wheels.locked(LOCK)}
    for package in check_wheels.packages(LOCK):
        assert f"=={package.version}" in pinned[package.name], package.name


def test_no_licence_keeps_the_app_from_being_shipped() -> None:
    assert [package for package in check_wheels.packages(LOCK) if check_wheels.unfit(package.licence)] == []


@pytest.mark.parametrize(
    "licence", ["GPL-3.0-only", "AGPL-3.0", "GNU General Public License v3 (GPLv3)", "unknown"]
)
def test_a_licence_that_does_not_fit_is_noticed(licence: str) -> None:
    assert check_wheels.unfit(licence)


@pytest.mark.parametrize(
    "licence",
    [
        "MIT",
        "LGPL-3.0-only OR GPL-2.0-only",
        "MPL-2.0",
        "BSD 2-Clause License",
        "GPLv2-or-later with a special exception for what it builds",
    ],
)
def test_a_licence_that_fits_is_let_through(licence: str) -> None:
    assert not check_wheels.unfit(licence)
