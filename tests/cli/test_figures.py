"""Loading figures of others by typing: tried first, loaded, what cannot be told; the same list twice is nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def folder(run: Run, tmp_path: Path) -> Path:
    """A new administration with a measure of shares."""
    made = tmp_path / "gegevens"
    run("start", "--organisatie", "De Linde", "--gegevens", made)
    for kind, values in (
        ("akkoord", {"naam": "LA", "van_jaar": 2019, "tot_jaar": 2024}),
        ("thema", {"naam": "Wonen", "code": "W", "akkoord": "LA"}),
        ("doel", {"thema": "Wonen", "code": "W1", "tekst": "Betaalbaar."}),
        ("indicator", {"doel": 1, "code": "WL1", "tekst": "Woonlasten", "soort": "aandeel"}),
        ("kern", {"naam": "Emmermeer"}),
    ):
        ran = run("nieuw", kind, "--json", "-", "--gegevens", made, given=json.dumps(values))
        assert ran.code == 0, ran.err
    return made


def test_a_trial_tells_and_a_load_loads_once(run: Run, folder: Path, tmp_path: Path) -> None:
    words = ("metingen", "laad", DATA / "woonlastenonderzoek.csv", "--gegevens", folder)
    ran = run(*words, "--proef")
    assert ran.code == 0, ran.err
    assert "1 nieuwe meting, 0 al bekend, 1 niet te laden." in ran.out
    assert "- regel 3, WL1 2020: " in ran.out
    assert run("lijst", "meting", "--gegevens", folder, "--formaat", "json").json == []
    rest = tmp_path / "rest.csv"
    ran = run(*words, "--rest", rest)
    assert "1 meting geladen." in ran.out
    assert "WL1;2020;1200;1000" in rest.read_text(encoding="utf-8-sig")
    again = run(*words, "--formaat", "json").json
    assert (again["nieuw"], again["hetzelfde"], again["fout"], again["geladen"]) == (0, 1, 1, 0)


def test_a_list_without_measure_and_period_takes_them_from_the_words(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "cijfer.csv"
    path.write_text("Plaats;Aandeel\nEmmermeer;12,5\n", encoding="utf-8")
    told = run("metingen", "laad", path, "--gegevens", folder)
    assert told.code == 1
    assert "de maat, het jaar of de periode" in told.err
    options = ("--maat", "wl1", "--periode", "2020", "--bron", "Monitor", "--gegevens", folder)
    assert "1 meting geladen." in run("metingen", "laad", path, *options).out
    (record,) = run("lijst", "meting", "--gegevens", folder, "--formaat", "json").json
    assert (record["waarde"], record["tot"], record["bron"], record["kern"]) == (
        12.5,
        "2020-12-31",
        "Monitor",
        1,
    )
