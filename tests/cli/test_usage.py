"""Help pages and usage errors are Dutch, whole, and found where people look for them."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from huurdersapp.cli.app import program
from tests.cli.conftest import Run

ENGLISH = re.compile(
    r"\b(usage|options?|commands?|arguments?|args|error|missing|invalid|required|default|show|this|message|exit|try|"
    r"for|help|no such|got|unexpected|extra|choose|from|value|text|path|file|directory|integer|aborted|the|and|"
    r"did you mean|possible|takes?|does not|requires?)\b",
    re.IGNORECASE,
)


def commands() -> Iterator[tuple[str, ...]]:
    """The words of every command, with those of groups."""
    root: Any = get_command(program())
    yield ()
    for name, command in root.commands.items():
        yield (name,)
        yield from ((name, inner) for inner in getattr(command, "commands", {}))


ALL_COMMANDS = list(commands())


def english(text: str) -> list[str]:
    """English words of Typer in a text."""
    return [match.group() for match in ENGLISH.finditer(text.replace("--help", ""))]


def test_the_watch_on_english_sees_what_typer_says() -> None:
    for text in (
        "Usage: x [OPTIONS]",
        "Missing argument 'SOORT'.",
        "[default: 3]",
        "Try 'x --help' for help.",
    ):
        assert english(text)


@pytest.mark.parametrize("words", ALL_COMMANDS, ids=" ".join)
def test_every_help_page_is_dutch_and_explains_each_option(run: Run, words: tuple[str, ...]) -> None:
    page = run(*words, "--help")
    assert page.code == 0
    assert page.err == ""
    assert page.out.startswith(" ".join(("Gebruik: huurdersapp", *words)))
    assert "--gegevens MAP" in page.out
    assert "--formaat FORMAAT" in page.out
    assert "Toon deze uitleg en stop." in page.out
    assert english(page.out) == []
    for line in page.out.splitlines():
        assert len(line) <= 100
        assert not re.fullmatch(r"\s+(--?[a-z-]+)(\s[A-Z=]+)?", line), f"not explained: {line}"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["lijsd"], "De opdracht ‘lijsd’ bestaat niet. Bedoelt u lijst?"),
        (["akkoord", "toom"], "De opdracht ‘toom’ bestaat niet. Bedoelt u toon?"),
        (["akkoord"], "Hier hoort nog een opdracht achter: toon, stand, export, laad."),
        (["lijst", "kern", "--zoekk", "x"], "De optie ‘--zoekk’ bestaat niet. Bedoelt u --zoek?"),
        (["--x"], "De optie ‘--x’ bestaat niet."),
        (["lijst", "kern", "-x"], "De optie ‘-x’ bestaat niet."),
        (["lijst", "kern", "--zoek"], "Achter de optie ‘--zoek’ hoort nog een waarde."),
        (["ongedaan", "--opnieuw=3"], "Achter de optie ‘--opnieuw’ hoort geen waarde."),
        (["lijst"], "SOORT ontbreekt."),
        (["zoek"], "WOORDEN ontbreekt."),
        (["nieuw", "kern"], "De optie --json BESTAND ontbreekt."),
        (["schermen"], "De optie --uit MAP ontbreekt."),
        (["lijst", "kern", "x", "y"], "Dit staat er te veel: x y."),
        (["toon", "kern", "abc"], "‘abc’ is geen nummer."),
        (["toon", "kern", "0"], "‘0’ is geen nummer."),
        (["toon", "kern", "²"], "‘²’ is geen nummer."),
        (["toon", "kern", "1" * 5000], "‘1111111111111111111111111111111111111111’ is geen nummer."),
        (["lijst", "kern", "--formaat", "xml"], "Het formaat ‘xml’ bestaat niet. Kies uit: tekst, json."),
        (["lijst", "kern", "--zoek", "a\udcff"], "In ‘a?’ staat een teken dat niet leesbaar is."),
    ],
)
def test_wrong_usage_is_told_in_dutch(run: Run, words: list[str], sentence: str) -> None:
    result = run(*words)
    assert result.code == 2
    assert result.out == ""
    lines = result.err.splitlines()
    assert lines[0].startswith(sentence)
    assert lines[1].startswith("Gebruik: huurdersapp")
    assert re.fullmatch(r"Uitleg: huurdersapp.* --help", lines[2])
    assert len(lines) == 3
    assert english(result.err) == []


def test_help_tells_of_the_window_and_of_all_commands(run: Run) -> None:
    result = run("--help")
    assert result.code == 0
    assert "Zonder opdracht opent het venster," in result.out
    assert "nog geen venster" not in result.out
    assert "start" in result.out


def test_the_folder_and_the_form_may_stand_before_or_after(run: Run, office: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elders"
    for words in (
        ["--gegevens", elsewhere, "lijst", "kern"],
        ["lijst", "kern", "--gegevens", elsewhere],
        ["lijst", "--gegevens", elsewhere, "kern"],
        ["akkoord", "--gegevens", elsewhere, "toon"],
        ["--gegevens", elsewhere, "akkoord", "toon"],
        ["--gegevens", office, "lijst", "kern", "--gegevens", elsewhere],
    ):
        result = run(*words)
        assert result.code == 1
        assert str(elsewhere) in result.err
    assert run("--formaat", "json", "lijst", "kern").json == run("lijst", "kern", "--formaat", "json").json


def test_help_and_soorten_start_without_what_they_do_not_need() -> None:
    script = (
        "import sys; from huurdersapp.__main__ import main; main(['--help']); "
        "early = {name.split('.')[0] for name in sys.modules}; main(['soorten']); "
        "late = {name.split('.')[0] for name in sys.modules} | set(sys.modules); "
        "print('EARLY', early & {'sqlalchemy', 'pydantic', 'rich', 'reportlab'}); "
        "print('LATE', late & {'sqlcipher3', 'alembic', 'rich', 'reportlab', 'docx', 'huurdersapp.store'})"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "EARLY set()" in done.stdout
    assert "LATE set()" in done.stdout
