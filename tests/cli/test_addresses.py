"""Loading addresses by typing: tried first, loaded, with the faults in a file; the same list twice is nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

LIST = "Postcode;Huisnr;Straat;Complexnr\n7822 AP;14;Marel;C-1\n7822ap;16 bis;Marel;C-1\n78;2;Marel;C-1\n"


@pytest.fixture
def folder(run: Run, tmp_path: Path) -> Path:
    """A new administration with a landlord and a kern."""
    made = tmp_path / "gegevens"
    run("start", "--organisatie", "De Linde", "--gegevens", made)
    for kind, text in (("verhuurder", '{"naam": "Lefier"}'), ("kern", '{"naam": "Emmen", "soort": "kern"}')):
        assert run("nieuw", kind, "--json", "-", "--gegevens", made, given=text).code == 0
    return made


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A list in which one row is wrong."""
    path = tmp_path / "lijst.csv"
    path.write_text(LIST, encoding="cp1252")
    return path


def test_a_trial_tells_and_writes_nothing(run: Run, folder: Path, source: Path) -> None:
    ran = run("adressen", "laad", source, "--proef", "--gegevens", folder)
    assert ran.code == 0, ran.err
    assert "2 nieuwe adressen, 0 gewijzigd, 0 al bekend, 1 met een fout." in ran.out
    assert "- regel 4, Marel 2 78: ‘78’ is geen postcode, zoals 7824 AA." in ran.out
    assert "Nieuwe complexen: C-1" in ran.out
    assert "Dit was een proef" in ran.out
    assert run("lijst", "adres", "--gegevens", folder, "--formaat", "json").json == []


def test_a_list_loads_with_what_holds_for_all_of_it(
    run: Run, folder: Path, source: Path, tmp_path: Path
) -> None:
    out = tmp_path / "fouten.csv"
    options = ("--verhuurder", "lefier", "--kern", "Emmen", "--fouten", out, "--gegevens", folder)
    ran = run("adressen", "laad", source, *options)
    assert ran.code == 0, ran.err
    assert "2 adressen geladen." in ran.out
    assert "geen postcode" in out.read_text(encoding="utf-8-sig")
    found = run("lijst", "adres", "--gegevens", folder, "--formaat", "json").json
    assert sorted(row["naam"] for row in found) == ["Marel 14, 7822 AP", "Marel 16-BIS, 7822 AP"]
    assert {(row["verhuurder"], row["kern"]) for row in found} == {(1, 1)}
    again = run("adressen", "laad", source, *options, "--formaat", "json").json
    assert (again["nieuw"], again["hetzelfde"], again["fout"], again["geladen"]) == (0, 2, 1, 0)
    assert again["fouten"][0]["regel"] == 4


@pytest.mark.parametrize(
    ("words", "told"),
    [(("--verhuurder", "Domesta"), "Domesta"), (("--kern", "Nergens"), "Nergens")],
)
def test_a_name_that_nobody_knows_is_told(
    run: Run, folder: Path, source: Path, words: tuple[str, ...], told: str
) -> None:
    ran = run("adressen", "laad", source, *words, "--gegevens", folder)
    assert ran.code == 1
    assert told in ran.err


def test_a_list_without_postcodes_is_told(run: Run, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text("Naam;Woonplaats\nMarel;Emmen\n", encoding="utf-8")
    ran = run("adressen", "laad", path, "--gegevens", folder)
    assert ran.code == 1
    assert "Wij weten nog niet in welke kolom dit staat: Postcode, Huisnummer." in ran.err
