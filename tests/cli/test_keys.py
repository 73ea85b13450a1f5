"""The command `sleutel`, and every other command on an administration with a password."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from huurdersapp.__main__ import main
from huurdersapp.cli import secret
from huurdersapp.store import keys, recovery_code, slots
from tests.cli.conftest import Run
from tests.reports.paper_samples import text_of

FIRST, SECOND, THIRD = (
    "kwelder tuba penseel klooster zinken koffie",
    "loslaten lijster prei kennis bassist tunnel",
    "postbode marmer rubber deurknop erven lepel",
)


@pytest.fixture(autouse=True, scope="module")
def _cheap() -> Iterator[None]:
    """New slots cost nothing."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(slots, "COST", slots.Cost(8, 1, 1))
        yield


@pytest.fixture
def typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file with passwords, named in the environment."""
    path = tmp_path / "wachtwoord.txt"
    monkeypatch.setenv(secret.VARIABLE, str(path))
    path.write_text(f"{FIRST}\n")
    return path


@pytest.fixture(scope="module")
def secured(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """That administration with a password, and the sheet that came with it."""
    home = tmp_path_factory.mktemp("dicht")
    shutil.copytree(prepared, home / "gegevens")
    (home / "ww.txt").write_text(f"{FIRST}\r\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(secret.VARIABLE, str(home / "ww.txt"))
        assert (
            main(
                [
                    "sleutel",
                    "wachtwoord",
                    "--uit",
                    str(home / "blad.pdf"),
                    "--gegevens",
                    str(home / "gegevens"),
                ]
            )
            == 0
        )
    return home / "gegevens", home / "blad.pdf"


@pytest.fixture
def locked(secured: tuple[Path, Path], data_folder: Path) -> Path:
    """A copy of it in the data folder of this test."""
    shutil.copytree(secured[0], data_folder)
    return data_folder


def code_of(sheet: Path) -> str:
    found = [word for word in text_of(sheet.read_bytes()).split() if recovery_code.read(word)]
    assert found, "no code on the sheet"
    return found[0]


def test_an_open_one_says_how_to_secure_it(run: Run, office: Path) -> None:
    shown = run("sleutel", "toon")
    assert "geen wachtwoord" in shown.out
    assert "huurdersapp sleutel wachtwoord" in shown.out
    assert run("sleutel", "toon", "--formaat", "json").json["beveiligd"] is False


def test_the_first_password_puts_the_code_on_a_sheet_and_nowhere_else(secured: tuple[Path, Path]) -> None:
    folder, sheet = secured
    code = code_of(sheet)
    assert keys.opened(folder, code)[1] == "herstelcode"
    assert "Huurdersvereniging De Linde" in text_of(sheet.read_bytes())
    assert sheet.stat().st_mode & 0o077 == 0
    bare = recovery_code.read(code)
    assert bare is not None
    for path in folder.rglob("*"):
        if path.is_file():
            assert code.encode() not in path.read_bytes()
            assert bare.encode() not in path.read_bytes()


def test_every_command_asks_for_it(run: Run, locked: Path, typed: Path) -> None:
    for words in (("lijst", "kern"), ("controle",), ("nieuw", "kern", "--json", "-"), ("zoek", "Emmen")):
        assert run(*words, given='[{"naam": "Emmer-Compascuum", "ligt_in": "Emmen"}]').code == 0, words
    typed.write_text(SECOND)
    wrong = run("lijst", "kern")
    assert (wrong.code, wrong.out) == (1, "")
    assert "Het wachtwoord klopt niet." in wrong.err


@pytest.mark.parametrize(
    "words", [("lijst", "kern"), ("sleutel", "herstelcode"), ("controle", "--formaat", "json")]
)
def test_where_nobody_can_be_asked_it_says_what_to_do(
    run: Run, locked: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = run(*words)
    assert (ran.code, ran.out) == (1, "")
    assert secret.VARIABLE in ran.err
    path = locked.parent / "slecht.txt"
    for content, said in (
        (None, "niet leesbaar"),
        (b"\xff\xfe\x00", "niet leesbaar"),
        (b"\n", "eerste regel"),
    ):
        path.unlink(missing_ok=True)
        if content is not None:
            path.write_bytes(content)
        monkeypatch.setenv(secret.VARIABLE, str(path))
        ran = run(*words)
        assert (ran.code, ran.out) == (1, "")
        assert said in ran.err
    path.unlink()


def test_a_file_of_windows_powershell_is_read_and_a_variable_without_a_name_is_none(
    run: Run, locked: Path, typed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed.write_bytes(f"{FIRST}\r\n".encode("utf-16"))
    assert run("lijst", "kern").code == 0
    monkeypatch.setenv(secret.VARIABLE, "")
    assert "Voor deze opdracht is een wachtwoord nodig." in run("lijst", "kern").err


def test_in_a_terminal_it_is_asked_without_showing_it(
    run: Run, locked: Path, terminal: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([FIRST, FIRST, SECOND, SECOND, SECOND, FIRST, THIRD])
    asked: list[str] = []

    def prompt(question: str, **how: object) -> str:
        assert how == {"hide_input": True, "err": True}
        asked.append(question)
        return next(answers)

    monkeypatch.setattr("typer.prompt", prompt)
    assert "Klazienaveen" in run("lijst", "kern").out
    assert run("sleutel", "wachtwoord").code == 0
    assert asked[1:] == ["Wachtwoord of herstelcode", "Nieuw wachtwoord", "Nog een keer hetzelfde"]
    ran = run("sleutel", "wachtwoord")
    assert ran.code == 1
    assert "niet gelijk" in ran.err
    assert keys.opened(locked, SECOND)[1] == "wachtwoord"


def test_changing_takes_the_second_line_of_the_file(run: Run, locked: Path, typed: Path) -> None:
    typed.write_text(f"{FIRST}\n{SECOND}\n")
    assert run("sleutel", "wachtwoord").out == "Het wachtwoord is gewijzigd.\n"
    assert keys.opened(locked, SECOND)[1] == "wachtwoord"
    typed.write_text(f"{SECOND}\nkort\n")
    weak = run("sleutel", "wachtwoord")
    assert weak.code == 1
    assert "niet sterk genoeg" in weak.err
    typed.write_text(SECOND)
    assert "tweede regel" in run("sleutel", "wachtwoord").err


def test_a_forgotten_password_is_set_again_with_the_code(
    run: Run, locked: Path, secured: tuple[Path, Path], typed: Path
) -> None:
    typed.write_text(f"{code_of(secured[1]).lower()}\n{THIRD}\n")
    assert run("lijst", "kern").code == 0
    assert run("sleutel", "wachtwoord").code == 0
    typed.write_text(THIRD)
    assert run("lijst", "kern").code == 0


def test_a_new_code_makes_the_old_one_void(
    run: Run, locked: Path, secured: tuple[Path, Path], typed: Path, tmp_path: Path
) -> None:
    sheet = tmp_path / "nieuw blad.pdf"
    assert str(sheet) in run("sleutel", "herstelcode", "--uit", sheet).out
    assert keys.opened(locked, code_of(sheet))[1] == "herstelcode"
    with pytest.raises(keys.WrongSecret, match="hoort niet bij"):
        keys.opened(locked, code_of(secured[1]))
    assert recovery_code.read(run("sleutel", "herstelcode", "--formaat", "json").json["herstelcode"])
    said = run("sleutel", "herstelcode").out
    assert "De herstelcode is:" in said
    assert "één keer" in said


@pytest.mark.parametrize("target", ["blad.docx", "weg/blad.pdf"])
def test_no_code_is_made_that_cannot_be_kept(
    run: Run, locked: Path, typed: Path, tmp_path: Path, target: str
) -> None:
    before = (locked / keys.FILE).read_bytes()
    assert run("sleutel", "herstelcode", "--uit", tmp_path / target).code in (1, 2)
    assert (locked / keys.FILE).read_bytes() == before


def test_a_second_board_member_comes_and_goes(run: Run, locked: Path, typed: Path) -> None:
    typed.write_text(f"{FIRST}\n{SECOND}\n")
    assert run("sleutel", "tweede", "--naam", "Fatima").code == 0
    assert keys.opened(locked, SECOND)[1] == "tweede"
    assert "tweede bestuurslid" in run("sleutel", "toon").out
    again = run("sleutel", "tweede", "--naam", "Fatima")
    assert again.code == 1
    assert "al een tweede" in again.err
    assert run("sleutel", "tweede", "--weg").code == 0
    assert run("sleutel", "tweede", "--weg").code == 1
    assert run("sleutel", "tweede").code == 2
    with pytest.raises(keys.WrongSecret):
        keys.opened(locked, SECOND)


def test_a_new_key_after_a_theft(run: Run, locked: Path, typed: Path) -> None:
    old = keys.unlock(locked, FIRST)
    ran = run("sleutel", "vernieuw", "--formaat", "json")
    assert ran.code == 0
    assert len(ran.json["verwijderd"]) == 1
    assert keys.unlock(locked, FIRST) != old
    assert keys.opened(locked, ran.json["herstelcode"])[1] == "herstelcode"
    assert run("controle").code == 0


def test_without_an_administration_there_is_nothing_to_secure(run: Run) -> None:
    for words in (("toon",), ("wachtwoord",), ("herstelcode",), ("onthouden",), ("vernieuw",)):
        ran = run("sleutel", *words)
        assert ran.code == 1
        assert "nog geen administratie" in ran.err


def test_a_lost_key_file_is_put_back_from_a_copy(run: Run, office: Path) -> None:
    assert run("reservekopie", "maak").code == 0
    (office / keys.FILE).unlink()
    lost = run("lijst", "kern")
    assert lost.code == 1
    assert "huurdersapp sleutel terugzetten" in lost.err
    ran = run("sleutel", "terugzetten")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Het sleutelbestand van de reservekopie van ")
    assert run("lijst", "kern").code == 0
    again = run("sleutel", "terugzetten")
    assert again.code == 1
    assert "Er is niets gewijzigd." in again.err


def test_with_a_password_that_of_the_copy_is_asked(run: Run, locked: Path, typed: Path) -> None:
    (locked / keys.FILE).unlink()
    typed.write_text(SECOND)
    assert "Het wachtwoord klopt niet." in run("sleutel", "terugzetten").err
    typed.write_text(FIRST)
    assert "wachtwoorden van toen" in run("sleutel", "terugzetten").out
    assert run("controle").code == 0
