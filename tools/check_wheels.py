"""Can every locked package be installed as it is on Windows, macOS and Linux, and under which licence?

Asks the package index through uv, with building from source switched off. Writes the answer between two
marks in docs/dependencies.md and ends with 1 when a wheel is missing. `make wheels` runs it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

PROJECT = Path(__file__).parents[1]
PAGE = PROJECT / "docs" / "dependencies.md"
BEGIN, END = "<!-- begin: make wheels -->", "<!-- end: make wheels -->"
PLATFORMS = {
    "Windows x64": "x86_64-pc-windows-msvc",
    "macOS 15 Apple silicon": "aarch64-apple-darwin",
    "macOS 15 Intel": "x86_64-apple-darwin",
    "Linux x64, glibc 2.34": "x86_64-manylinux_2_34",
}
PYTHONS = ("3.11", "3.13")
# Qt and pikepdf ask for a recent macOS; this is the oldest on which all of the lock installs.
MACOS = "15.0"
# What PyInstaller's licence says of the part that goes along in the built program.
EXCEPTION = "with a special exception"


@dataclass(frozen=True)
class Package:
    """An installed package of the lock."""

    name: str
    version: str
    licence: str
    pure: bool
    shipped: bool
    """Part of the program, and not only of its tests and tools."""


def has_wheels(requirements: Path, platform: str, python: str) -> bool:
    """Whether uv would install all of `requirements` there from wheels alone."""
    with tempfile.TemporaryDirectory() as target:
        command = [
            *(sys.executable, "-m", "uv", "pip", "install", "--dry-run", "--quiet", "--target", target),
            *("--python-platform", platform, "--python-version", python),
            *("--only-binary", ":all:", "--no-deps", "--requirement", str(requirements)),
        ]
        environment = {**os.environ, "MACOSX_DEPLOYMENT_TARGET": MACOS}
        return subprocess.run(command, env=environment, capture_output=True, check=False).returncode == 0


def without_wheels(lock: Path, platform: str, python: str) -> list[str]:
    """The locked requirements that lack a wheel there; one question when all is well, one each when not."""
    if has_wheels(lock, platform, python):
        return []
    missing = []
    with tempfile.TemporaryDirectory() as folder:
        single = Path(folder) / "one.txt"
        for line in locked(lock):
            single.write_text(line, encoding="utf-8")
            if not has_wheels(single, platform, python):
                missing.append(line)
    return missing


def locked(lock: Path) -> list[str]:
    """The requirements of the lock, without their hashes."""
    lines = lock.read_text(encoding="utf-8").splitlines()
    return [line.removesuffix("\\").strip() for line in lines if re.match(r"\w", line)]


def packages(lock: Path) -> list[Package]:
    """Every package of the lock that is installed here, in the order of the lock."""
    shipped = closure("huurdersapp")
    found = []
    for line in locked(lock):
        requirement = Requirement(line)
        if requirement.marker and not requirement.marker.evaluate():
            continue
        about = metadata.distribution(requirement.name)
        pure = "Root-Is-Purelib: true" in (about.read_text("WHEEL") or "")
        name = canonical(requirement.name)
        found.append(Package(name, about.version, licence(about), pure, name in shipped))
    return found


def closure(name: str) -> set[str]:
    """The packages that `name` needs to run, directly or through others."""
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        current = canonical(waiting.pop())
        if current in seen:
            continue
        seen.add(current)
        for text in metadata.requires(current) or ():
            requirement = Requirement(text)
            if not requirement.marker or requirement.marker.evaluate({"extra": ""}):
                waiting.append(requirement.name)
    return seen - {name}


def canonical(name: str) -> str:
    """A package name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def licence(about: metadata.Distribution) -> str:
    """The licence a package states: as an expression, in words, by classifier, or in its licence file."""
    expression, words = first(about, "License-Expression"), first(about, "License")
    if expression:
        return expression
    if words and (len(words) < 60 or EXCEPTION in words):
        return words
    classifiers = [
        text for text in about.metadata.get_all("Classifier") or () if text.startswith("License ::")
    ]
    if classifiers:
        return " or ".join(text.rpartition(" :: ")[2] for text in classifiers)
    files = [file for file in about.files or () if file.name.upper().startswith(("LICENSE", "COPYING"))]
    text = " ".join(" ".join(file.read_text().split()) for file in files)
    return "Zlib" if "provided 'as-is', without any express or implied warranty" in text else "unknown"


def first(about: metadata.Distribution, key: str) -> str | None:
    """One line of a package's metadata, where it has it."""
    return next(iter(about.metadata.get_all(key) or ()), None)


def unfit(licence_text: str) -> bool:
    """Whether every way to use the package is the GPL or AGPL without an exception, or nobody knows."""
    if EXCEPTION in licence_text:
        return False
    choices = re.split(r"\s+or\s+(?!later)", licence_text, flags=re.IGNORECASE)
    return all(re.search(r"(?<!L)(?<!Lesser )(?:A?GPL|General Public)|unknown", text) for text in choices)


def page(lock: Path, missing: dict[tuple[str, str], list[str]]) -> Iterator[str]:
    """The part of docs/dependencies.md that this script writes."""
    yield "| platform | " + " | ".join(f"CPython {python}" for python in PYTHONS) + " |"
    yield "|---" * (len(PYTHONS) + 1) + "|"
    for label in PLATFORMS:
        cells = [", ".join(missing[label, python]) or "all wheels" for python in PYTHONS]
        yield f"| {label} | " + " | ".join(cells) + " |"
    yield ""
    yield "| package | version | licence, as its metadata says | wheel | part of |"
    yield "|---|---|---|---|---|"
    for package in packages(lock):
        kind = "pure Python" if package.pure else "compiled"
        place = "the program" if package.shipped else "tests and tools only"
        yield f"| {package.name} | {package.version} | {package.licence} | {kind} | {place} |"


def write(part: str) -> None:
    """Replace what stands between the marks on the page."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n{part}\n{END}{after}", encoding="utf-8")


def main() -> int:
    """Ask for every platform, write the page, say what is missing."""
    lock = PROJECT / "requirements.lock"
    missing = {
        (label, python): without_wheels(lock, platform, python)
        for label, platform in PLATFORMS.items()
        for python in PYTHONS
    }
    write("\n".join(page(lock, missing)))
    for (label, python), lacking in missing.items():
        print(f"{label}, CPython {python}: {', '.join(lacking) or 'alle wheels zijn er'}")
    bad = [f"{package.name} ({package.licence})" for package in packages(lock) if unfit(package.licence)]
    if bad:
        print(f"Licentie past niet: {', '.join(bad)}")
    return 1 if bad or any(missing.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
