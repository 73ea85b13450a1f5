"""The long proofs, and one page of what they found: build/soak-rapport.pdf and .md. `make soak` runs it.

Each harness tells its figures (tests/figures.py). Series of one harness are added up; beside them stands what its twin
found, the same with something broken on purpose. Of the machine only its kind is named.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from huurdersapp.reports.document import Column, Document, Table
from huurdersapp.reports.pdf import write_pdf

BUILD = Path(__file__).parents[1] / "build"
FIGURES = BUILD / "soak"
PAGE = BUILD / "soak-rapport"
COMMAND = (
    *(sys.executable, "-m", "pytest", "-m", "", "--hypothesis-profile=soak"),
    *("-n", "auto", "--maxprocesses", "4", "--dist", "worksteal"),
)
COLUMNS = ("Proef", "Uitkomst", "Vereist", "Stukgemaakt", "Seed", "Duur")
SHEET = ("Proef", "Uitkomst", "Stukgemaakt", "Seed")
"""What is on the sheet: all that is required is that nothing was lost, half or found, and the outcome says so. How long it
took stands in the text beside it."""


@dataclass(slots=True)
class Harness:
    """One harness, its series added up."""

    name: str
    goal: str = ""
    found: dict[str, int] = field(default_factory=dict)
    twin: dict[str, int] = field(default_factory=dict)
    seeds: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def add(self, line: dict[str, Any]) -> None:
        """What one test told."""
        sums = self.twin if line["twin"] else self.found
        for what, count in line["found"].items():
            sums[what] = sums.get(what, 0) + count
        self.seconds += line["seconds"]
        if not line["twin"]:
            self.goal = line["goal"]
        seed = str(line["seed"])
        if line["seed"] is not None and seed not in self.seeds:
            self.seeds.append(seed)

    def row(self, *, short: bool = False) -> tuple[str, ...]:
        """The line of the table; `short` leaves out counts that neither this nor its twin is judged by."""
        found = {
            what: count
            for place, (what, count) in enumerate(self.found.items())
            if not short or place == 0 or count == 0 or what in self.twin
        }
        seed = "–" if not self.seeds else self.seeds[0] + (" …" if len(self.seeds) > 1 and not short else "")
        return (
            self.name,
            _counted(found),
            self.goal,
            _counted({what: count for what, count in self.twin.items() if count or not short}),
            seed,
            f"{self.seconds:.0f} s",
        )


def _counted(found: dict[str, int]) -> str:
    return ", ".join(f"{count} {what}" for what, count in found.items()) or "–"


def gathered(folder: Path) -> list[Harness]:
    """All harnesses that told something, by name."""
    found: dict[str, Harness] = {}
    for path in sorted(folder.glob("*.jsonl")):
        for text in path.read_text(encoding="utf-8").splitlines():
            line = json.loads(text)
            found.setdefault(line["name"], Harness(line["name"])).add(line)
    return [found[name] for name in sorted(found)]


def machine() -> str:
    """What kind of computer it is, without any name."""
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} kernen, Python {platform.python_version()}"


def summary(harnesses: Sequence[Harness], minutes: float, passed: bool) -> str:
    """How it went, in one sentence."""
    ended = "alles geslaagd" if passed else "MISLUKT"
    return f"{len(harnesses)} proeven in {minutes:.0f} minuten, {ended}."


def document(harnesses: Sequence[Harness], told: str, day: str) -> Document:
    """The page."""
    wide = {"Proef": 4.4, "Uitkomst": 4.4, "Stukgemaakt": 3.2, "Seed": 1.9}
    return Document(
        title="Lange proeven",
        subtitle=f"{day}: {told}",
        author="huurdersapp",
        subject="Wat de lange proeven vonden",
        blocks=(
            Table(
                f"{machine()}. Stukgemaakt: met een fout erin die de proef moet zien.",
                tuple(Column(name, width=wide[name]) for name in SHEET),
                tuple(
                    tuple(
                        text
                        for name, text in zip(COLUMNS, harness.row(short=True), strict=True)
                        if name in SHEET
                    )
                    for harness in harnesses
                ),
            ),
        ),
    )


def markdown(harnesses: Iterable[Harness], told: str, day: str) -> str:
    """The same page as text."""
    lines = [
        f"# Lange proeven, {day}",
        "",
        told,
        "",
        f"| {' | '.join(COLUMNS)} |",
        "|---" * len(COLUMNS) + "|",
    ]
    return "\n".join([*lines, *(f"| {' | '.join(harness.row())} |" for harness in harnesses), ""])


def write(harnesses: Sequence[Harness], told: str, now: datetime, place: Path) -> None:
    """Both forms of the page, beside each other."""
    day = f"{now.astimezone():%d-%m-%Y}"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.with_suffix(".md").write_text(markdown(harnesses, told, day), encoding="utf-8")
    with place.with_suffix(".pdf").open("wb") as file:
        write_pdf(document(harnesses, told, day), file, created=now)


def main(arguments: Sequence[str]) -> int:
    """Run the long proofs (all, or those that the arguments name for pytest) and write the page; gives pytest's ending."""
    shutil.rmtree(FIGURES, ignore_errors=True)
    FIGURES.mkdir(parents=True)
    began = datetime.now(UTC)
    surroundings = {**os.environ, "HUURDERSAPP_SOAK": "1", "HUURDERSAPP_CIJFERS": str(FIGURES)}
    code = subprocess.run([*COMMAND, *arguments], env=surroundings, check=False).returncode
    now = datetime.now(UTC)
    harnesses = gathered(FIGURES)
    write(harnesses, summary(harnesses, (now - began).total_seconds() / 60, code == 0), now, PAGE)
    print(f"{PAGE}.pdf")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
