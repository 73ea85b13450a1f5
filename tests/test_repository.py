"""No tracked file ties the project to one machine or one package registry."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]

# A class around one letter: so this file does not hold what it looks for.
FORBIDDEN = {
    "the address of a package registry": re.compile(
        r"https?://[\w.-]*(?:[p]ypi|[p]ythonhosted|[p]ackages|[r]egistry|[a]rtifact)[\w.-]*[/:]",
        re.IGNORECASE,
    ),
    "an option that names a registry": re.compile(
        r"\b(?:extra-|default-)?[i]ndex-url\b|\b[f]ind-links\b|\bUV_(?:DEFAULT_)?[I]NDEX|\bPIP_(?:EXTRA_)?[I]NDEX",
        re.IGNORECASE,
    ),
    "a path of one machine": re.compile(r"(?<![\w.~/])/(?:[w]ork|[r]oot|[h]ome/\w+|[U]sers/\w+)/"),
    "a merge marker": re.compile(r"^(?:<{7} |={7}$|>{7} |\|{7} )", re.MULTILINE),
}


def findings(text: str) -> list[str]:
    """What stands in `text` that may not stand in the repository."""
    return [
        f"{what}: {match.group()!r} on line {text.count(chr(10), 0, match.start()) + 1}"
        for what, pattern in FORBIDDEN.items()
        for match in pattern.finditer(text)
    ]


def tracked_texts() -> Iterator[tuple[Path, str]]:
    """Every text file that git keeps, or that it would keep where the project came as an archive."""
    for path in tracked_files():
        data = path.read_bytes() if path.is_file() else b""
        if b"\0" not in data:
            # A list as Excel saves it here is not UTF-8; what is looked for has plain letters only.
            yield path, data.decode("utf-8", errors="replace")


def tracked_files() -> list[Path]:
    if shutil.which("git") and (PROJECT / ".git").exists():
        command = ["git", "-c", f"safe.directory={PROJECT}", "ls-files", "-z"]
        listed = subprocess.run(command, cwd=PROJECT, capture_output=True, check=True).stdout
        return [PROJECT / name for name in listed.decode("utf-8").split("\0") if name]
    made = {".git", ".venv", "build", "dist", "__pycache__", ".hypothesis"}
    return [
        path
        for path in PROJECT.rglob("*")
        if path.is_file() and not any(part in made or part.endswith("_cache") for part in path.parts)
    ]


def test_no_file_names_a_registry_a_machine_or_a_merge_that_was_not_finished() -> None:
    found = {
        str(path.relative_to(PROJECT)): found for path, text in tracked_texts() if (found := findings(text))
    }
    assert found == {}


def test_the_files_that_everything_stands_on_are_looked_at() -> None:
    seen = {str(path.relative_to(PROJECT)) for path, _ in tracked_texts()}
    assert {"pyproject.toml", "requirements.lock", "Makefile", "tests/test_repository.py"} <= seen


@pytest.mark.parametrize(
    "text",
    [
        "https://py~pi.org/simple",
        "https://files.python~hosted.org/x.whl",
        "https://regis~try.example.org/x",
        "pip install --index~-url x",
        "--extra-index~-url x",
        "find~-links = x",
        "UV_DEFAULT_IN~DEX=x",
        "open('/wo~rk/main/x')",
        "/ro~ot/.config",
        "cd /ho~me/jan/huurdersapp",
        "~<<<<<<< HEAD",
        "een\n~=======\ntwee",
    ],
)
def test_what_may_not_stand_there_is_recognised(text: str) -> None:
    # The tilde keeps the examples themselves out of the net.
    assert findings(text.replace("~", ""))
    assert not findings(text)


@pytest.mark.parametrize(
    "text",
    ["https://wetten.overheid.nl/BWBR0009810", "docs/work/plan", "een titel\n=======x", "huis/home/x/"],
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert not findings(text)
