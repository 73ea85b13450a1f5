"""The commands about one person: search, overview, erasing that first only tells, and its proof."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from huurdersapp.app import opened
from huurdersapp.store.erased import FILE
from tests.cli.conftest import Run

WHO = ("--naam", "Kees Bakker")


@pytest.fixture
def kept(run: Run, data_folder: Path, tmp_path: Path) -> Path:
    """An administration with a report of Kees Bakker and his request."""
    assert run("start", "--organisatie", "De Linde").code == 0
    said = {
        "knelpunt": {
            "titel": "Lek",
            "categorie": "onderhoud",
            "melder_naam": "Kees Bakker",
            "omschrijving": "K. Bakker belde.",
        },
        "privacyverzoek": {"soort": "verwijdering", "ontvangen_op": "2020-01-01", "identiteit": "bekend"},
    }
    for kind, values in said.items():
        path = tmp_path / f"{kind}.json"
        path.write_text(json.dumps(values))
        assert run("nieuw", kind, "--json", str(path)).code == 0
    return data_folder


def marks(run: Run) -> dict[str, str]:
    return {each["aard"]: each["merk"] for each in run("privacy", "zoek", *WHO, "--formaat", "json").json}


@pytest.mark.usefixtures("kept")
def test_a_person_is_found_and_an_overview_is_made(run: Run, tmp_path: Path) -> None:
    told = run("privacy", "zoek", *WHO)
    assert "2 vondsten" in told.out
    assert "K. Bakker belde." in told.out
    path = tmp_path / "inzage.json"
    assert (
        run("privacy", "inzage", "1", *WHO, "--weg", marks(run)["vrije_tekst"], "--uit", str(path)).code == 0
    )
    assert "Kees Bakker" in path.read_text()
    assert json.loads(path.read_text())["weggelaten"] == 1
    assert run("privacy", "zoek").code == 1
    assert "Vul iets in" in run("privacy", "zoek").err
    assert run("privacy", "zoek", "--naam", "Niemand").out.strip() == "Er is niets gevonden."


def test_erasing_first_only_tells_and_then_gives_a_proof(run: Run, kept: Path, tmp_path: Path) -> None:
    mark = marks(run)
    chosen = ("--wis", mark["contactblok"], "--houd", f"{mark['vrije_tekst']}=De zaak loopt nog.")
    plan = run("privacy", "wissen", "1", *WHO, *chosen)
    assert "niets gewist" in plan.out
    assert "De zaak loopt nog." in plan.out
    assert set(marks(run)) == {"contactblok", "vrije_tekst"}
    done = run("privacy", "wissen", "1", *WHO, *chosen, "--ja")
    assert (done.code, "Op 1 plaats is gewist." in done.out) == (0, True)
    assert set(marks(run)) == {"vrije_tekst"}
    assert "Bakker" not in (kept / FILE).read_text()
    proof = tmp_path / "bewijs.pdf"
    assert run("privacy", "wisbewijs", "1", "--uit", str(proof), "--zonder-naam").code == 0
    with opened(kept) as ctx, ctx.store.reading() as db:
        (row,) = db.alive(ctx.spec("privacyverzoek"))
        assert len(row.bewijs_sha256) == 64


@pytest.mark.usefixtures("kept")
def test_a_wrong_mark_is_told(run: Run) -> None:
    assert "Het merk zzz is er niet bij." in run("privacy", "wissen", "1", *WHO, "--wis", "zzz").err
    wrong = run("privacy", "wissen", "1", *WHO, "--houd", "zonder reden")
    assert (wrong.code, "=-teken" in wrong.err) == (2, True)
