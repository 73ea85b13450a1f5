"""How a command may end: done, a sentence, our fault, Ctrl+C, a reader who has left, a strange terminal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from huurdersapp.actions import lists, records
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.cli import output
from tests.cli.conftest import Run


def start(
    *words: object, env: dict[str, str] | None = None, **options: Any
) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a process of its own."""
    command = [sys.executable, "-W", "error", "-m", "huurdersapp", *map(str, words)]
    # As on most machines: what is said waits in a buffer, and Python flushes it once more at its end.
    plain = {**os.environ, "PYTHONUNBUFFERED": ""}
    return subprocess.run(
        command, env={**plain, **(env or {})}, stdin=subprocess.DEVNULL, check=False, **options
    )


def test_without_an_administration_it_says_what_to_type(run: Run, data_folder: Path) -> None:
    for words in (["lijst", "kern"], ["zoek", "x"], ["ongedaan"], ["akkoord", "toon"], ["toon", "kern", "1"]):
        result = run(*words)
        assert result.code == 1
        assert result.out == ""
        assert result.err == (
            f"Er is nog geen administratie in {data_folder}. "
            'Maak er een met: huurdersapp start --organisatie "Naam van uw organisatie"\n'
        )
    assert not data_folder.exists()


def test_the_line_to_type_names_the_folder_that_was_named(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "mijn map"
    result = run("lijst", "kern", "--gegevens", place)
    assert result.code == 1
    assert result.err.endswith(
        f'huurdersapp start --organisatie "Naam van uw organisatie" --gegevens "{place}"\n'
    )


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["lijst", "kerm"], "De soort ‘kerm’ bestaat niet. Kies uit: raadpleging, energiebezoek, "),
        (["velden", "kerm"], "De soort ‘kerm’ bestaat niet."),
        (["toon", "kern", "9"], "Kern 9 is er niet. Kijk welke er zijn met: huurdersapp lijst kern"),
        (["verwijder", "kern", "9"], "Kern 9 is er niet."),
        (["toon", "kern", "9" * 23], f"Kern {'9' * 23} is er niet."),
        (["geschiedenis", "kern", "9" * 23], f"Kern {'9' * 23} is er niet."),
        (["wijzig", "kern", "9" * 10, "--json", "kern.json"], "kern.json"),
        (["advies", "brief", "9" * 23, "--uit", "x.pdf"], f"Advies {'9' * 23} is er niet."),
        (["akkoord", "export"], "Er is nog geen akkoord."),
        (["lijst", "kern", "--waar", "naam"], "‘naam’ is geen voorwaarde."),
        (["lijst", "kern", "--waar", "kleur=rood"], "Kern heeft geen veld ‘kleur’."),
        (["lijst", "kern", "--waar", "soort=stad"], "Soort ‘stad’ bestaat niet."),
        (["lijst", "kern", "--waar", "ligt_in=Assen"], "Kern ‘Assen’ is niet bekend."),
        (["lijst", "kern", "--sorteer", "kleur"], "Kern heeft geen veld ‘kleur’."),
        (["lijst", "kern", "--uit", "x.pdf"], "Een lijst kan naar .csv, .xlsx of .json."),
        (["lijst", "kern", "--uit", "weg/x.csv"], "De map weg bestaat niet."),
        (["verslag", "maand", "--periode", "2019", "--uit", "x.pdf"], "Het verslag ‘maand’ bestaat niet."),
        (["verslag", "trimester", "--periode", "2019-T4", "--uit", "x.pdf"], "Trimester T4 bestaat niet"),
        (
            ["verslag", "trimester", "--periode", "2019", "--uit", "x.odt"],
            "Dit kan als .pdf, .docx (Word), .html",
        ),
        (["advies", "brief", "9", "--uit", "x.pdf"], "Advies 9 is er niet."),
        (["akkoord", "toon"], "Er is nog geen akkoord."),
        (["akkoord", "export", "--uit", "x.json"], "Er is nog geen akkoord."),
        (["akkoord", "laad", "weg.json"], "weg.json"),
        (["start", "--organisatie", "Nog een"], "staat al een administratie."),
    ],
)
def test_what_a_person_can_mend_is_a_sentence(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for form in ([], ["--formaat", "json"]):
        result = run(*words, *form)
        assert result.code == 1
        assert result.out == ""
        assert sentence in result.err
    assert list(tmp_path.iterdir()) == []


def test_a_fault_of_ours_is_told_calmly_and_reported_without_values(
    run: Run, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*given: object) -> None:
        raise RuntimeError("mevrouw De Boer, Dorpsstraat 1")

    monkeypatch.setattr(records, "show", broken)
    result = run("toon", "kern", "2", "--formaat", "json", "--gegevens", office)
    assert result.code == 70
    assert result.out == ""
    (report,) = (office / "log").glob("fout-*.txt")
    assert str(report) in result.err
    text = report.read_text()
    assert "RuntimeError" in text
    assert "test_endings.py" in text
    assert "opdracht: toon\n" in text
    assert "sqlalchemy 2" in text
    for secret in ("De Boer", "Dorpsstraat", "Klazienaveen"):
        assert secret not in text + result.err


def test_a_fault_of_ours_without_a_data_folder_makes_none(
    run: Run, data_folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(output, "say_table", None)
    result = run("soorten")
    assert result.code == 70
    (report,) = tmp_path.glob("fout-*.txt")
    assert str(report) in result.err
    assert not data_folder.exists()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "weg" / "nog-verder"))
    assert run("soorten").code == 70


def test_ctrl_c_stops_a_job_and_leaves_nothing(
    run: Run, office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cleaned: list[bool] = []

    def slow(*given: object) -> Job[int]:
        try:
            yield Progress(0, None, "Bezig")
            signal.raise_signal(signal.SIGINT)
            yield Progress(1, None, "Bezig")
            raise AssertionError("not stopped")
        finally:
            cleaned.append(True)

    monkeypatch.setattr(lists, "export", slow)
    before = signal.getsignal(signal.SIGINT)
    result = run("lijst", "kern", "--uit", tmp_path / "x.csv")
    assert (result.code, result.out) == (130, "")
    assert result.err == "Gestopt. Er is niets half opgeslagen.\n"
    assert cleaned == [True]
    assert signal.getsignal(signal.SIGINT) is before
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_in_the_middle_of_a_step_writes_nothing(
    run: Run, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = records.write

    def interrupted(*given: Any) -> Any:
        whole(*given)
        signal.raise_signal(signal.SIGINT)

    before = signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # a shell may have it ignored in the background
    try:
        with monkeypatch.context() as patch:
            patch.setattr(records, "write", interrupted)
            result = run("nieuw", "kern", "--json", "-", given='{"naam": "Erica"}')
    finally:
        signal.signal(signal.SIGINT, before)
    assert (result.code, result.out) == (130, "")
    assert len(run("lijst", "kern", "--formaat", "json").json) == 2


def test_a_bar_shows_on_a_terminal_and_nowhere_else(
    run: Run, office: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    quiet = run("lijst", "kern", "--uit", tmp_path / "x.csv")
    assert quiet.err == ""
    request.getfixturevalue("terminal")
    assert run("lijst", "kern", "--uit", tmp_path / "x.csv").out == quiet.out


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    "locale",
    [
        {"LANG": "xx_YY.UTF-8"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "ascii"},
    ],
    ids=str,
)
def test_dutch_letters_come_through_whatever_the_locale(locale: dict[str, str], tmp_path: Path) -> None:
    env = {"LC_ALL": "", **locale}
    done = start("lijst", "kern", "--zoek", "café €", env=env, capture_output=True)
    assert (done.returncode, done.stdout.decode()) == (0, "Niets gevonden.\n")
    done = start("lijst", "kërm", env=env, capture_output=True)
    assert done.returncode == 1
    assert "De soort ‘kërm’ bestaat niet." in done.stderr.decode()
    done = start("lijst", "kern", "--uit", tmp_path / "zoë.csv", env=env, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "zoë.csv").exists()


@pytest.mark.usefixtures("office")
def test_a_reader_who_leaves_is_no_fault() -> None:
    for words in (["lijst", "kern"], ["--help"], ["velden", "knelpunt", "--formaat", "json"]):
        reading, writing = os.pipe()
        os.close(reading)
        try:
            done = start(*words, stdout=writing, stderr=subprocess.PIPE)
        finally:
            os.close(writing)
        assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.usefixtures("office")
def test_output_that_cannot_be_kept_is_told() -> None:
    with Path("/dev/full").open("w") as full:
        done = start("lijst", "kern", stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert done.stderr.decode() == (
        "De uitvoer kan niet worden opgeslagen. Kijk of er nog ruimte op de schijf is.\n"
    )


@pytest.mark.usefixtures("office")
def test_the_program_runs_as_a_module_and_gives_its_exit_code() -> None:
    assert start("lijst", "kern", capture_output=True).returncode == 0
    assert start("lijst", "kerm", capture_output=True).returncode == 1
    assert start("lijsd", capture_output=True).returncode == 2
