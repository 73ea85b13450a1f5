"""The command `reservekopie`, as a person types it."""

from __future__ import annotations

from pathlib import Path

import pytest

from huurdersapp.actions import reservekopie
from huurdersapp.base.settings import BACKUP_ROOM, Settings
from huurdersapp.store import copies, sticks
from tests.cli.conftest import Run


@pytest.fixture
def home(office: Path) -> Path:
    return office


def named(run: Run, *more: object) -> list[str]:
    return [each["naam"] for each in run("reservekopie", "lijst", "--formaat", "json", *more).json["kopieen"]]


def every_byte(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_copy_is_made_listed_looked_into_and_put_back(run: Run, home: Path) -> None:
    assert run("reservekopie", "lijst").out == "Er zijn nog geen reservekopieën.\n"
    assert run("reservekopie", "maak").out.startswith(f"De reservekopie staat in {home}")
    (name,) = named(run)
    listed = run("reservekopie", "lijst").out.splitlines()
    assert listed[0].startswith(f"{name}: ")
    assert listed[0].endswith(" MB, nagelezen")
    assert listed[1].startswith("Samen ")
    run("nieuw", "kern", "--json", "-", given='{"naam": "Later", "soort": "kern"}')
    copy = home / "reservekopieen" / name
    before = every_byte(copy)
    looked = run("reservekopie", "bekijk")
    assert "Sinds deze kopie is er 1 wijziging. Die ontbreekt na het terugzetten." in looked.out
    assert every_byte(copy) == before
    as_json = run("reservekopie", "bekijk", name, "--formaat", "json").json
    assert (as_json["naam"], as_json["ontbreekt_stappen"]) == (name, 1)
    refused = run("reservekopie", "terugzetten")
    assert refused.code == 1
    assert "1 wijziging" in refused.err
    assert refused.err.endswith("Zet er --ja bij om deze reservekopie echt terug te zetten.\n")
    assert "Later" in run("lijst", "kern").out
    done = run("reservekopie", "terugzetten", name, "--ja")
    assert done.code == 0
    assert "Deze laptop gaat verder onder een nieuw nummer." in done.out
    assert "Later" not in run("lijst", "kern").out
    (kept,) = run("reservekopie", "lijst", "--formaat", "json").json["bewaard"]
    again = run("reservekopie", "terugzetten", kept["naam"], "--ja", "--formaat", "json").json
    assert again["ontbreekt"] == ["Sinds deze kopie is er niets gewijzigd."]
    assert "Later" in run("lijst", "kern").out


def test_a_copy_on_a_stick_and_back_from_it(
    run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    same = run("reservekopie", "maak", "--naar", stick)
    assert same.code == 1
    assert "op dezelfde schijf" in same.err
    assert "--zeker" in same.err
    assert list(stick.iterdir()) == []
    monkeypatch.setattr(sticks, "device_of", lambda path: hash(path))
    assert run("reservekopie", "maak", "--naar", stick).code == 0
    (name,) = named(run, "--van", stick)
    assert (stick / copies.ON_STICK / name / copies.STORE).is_file()
    other = tmp_path / "nieuwe-laptop"
    done = run("reservekopie", "terugzetten", name, "--van", stick, "--ja", "--gegevens", other)
    assert done.code == 0
    assert run("lijst", "kern", "--gegevens", other).out == run("lijst", "kern").out


def test_a_command_that_changes_something_makes_a_copy_when_the_last_is_old(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kern = '{"naam": "Nieuw", "soort": "kern"}'
    run("nieuw", "kern", "--json", "-", given=kern)
    assert named(run) == [], "the administration is not half an hour old"
    monkeypatch.setattr(reservekopie, "EVERY", reservekopie.EVERY * 0)
    run("lijst", "kern")
    assert named(run) == []
    run("nieuw", "kern", "--json", "-", given=kern.replace("Nieuw", "Nieuwer"))
    (name,) = named(run)
    assert name.endswith("-tussendoor")
    assert Settings(home).get(BACKUP_ROOM) == 2_000


def test_what_is_not_there_is_told(run: Run, home: Path, tmp_path: Path) -> None:
    none = run("reservekopie", "terugzetten", "--ja")
    assert (none.code, none.err) == (1, "Er is geen goede reservekopie. Noem zelf de map van een kopie.\n")
    wrong = run("reservekopie", "bekijk", "bestaat-niet")
    assert wrong.err.startswith("De kopie ‘bestaat-niet’ is er niet. Er zijn 0 kopieën.")
    gone = run("reservekopie", "maak", "--naar", tmp_path / "weg")
    assert "Kijk of de stick in de computer zit." in gone.err
