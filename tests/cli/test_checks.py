"""The two checks say that all is well, or what is not, with the exit code to match."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from huurdersapp.actions import controle, records, reservekopie, zelftest
from huurdersapp.actions.controle import Uitkomst
from huurdersapp.app import opened
from huurdersapp.base import jobs
from huurdersapp.base.jobs import Job, Progress
from tests.cli.conftest import Run


@pytest.mark.usefixtures("office")
def test_a_sound_administration(run: Run) -> None:
    told = run("controle").out.splitlines()
    assert re.fullmatch(r"Nagekeken: \d+ bladzijden van het bestand, \d+ regels? met gegevens, .+\.", told[0])
    assert told[1:] == ["De administratie is in orde."]
    assert run("controle", "--formaat", "json").json == []


@pytest.mark.usefixtures("office")
def test_faults_of_an_administration_are_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def found(ctx: object) -> Job[Uitkomst]:
        yield Progress(0, 1, "Kijken")
        fault = "Kern 2 wijst naar een kern die er niet is."
        return Uitkomst(("12 bladzijden",), (fault,), ("Zet een kopie terug.",), False)

    monkeypatch.setattr(controle, "nakijken", found)
    text = run("controle")
    assert (text.code, text.out) == (1, "")
    assert text.err == (
        "Er klopt 1 ding niet:\n- Kern 2 wijst naar een kern die er niet is.\n"
        "Nagekeken: 12 bladzijden.\nZet een kopie terug.\n"
    )
    as_json = run("controle", "--formaat", "json")
    assert (as_json.code, as_json.json) == (1, ["Kern 2 wijst naar een kern die er niet is."])


def turned(path: Path, place: int) -> None:
    """One bit of the file turned over."""
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)


def test_of_a_damaged_administration_is_told_what_to_do(run: Run, office: Path) -> None:
    """Found when it is looked over, and when it does not open at all."""
    turned(office / "huurdersapp.store", 40 * 4096 + 9)
    found = run("controle")
    assert found.code == 1
    assert "Een bladzijde van het bestand is beschadigd." in found.err
    assert "Er is geen goede reservekopie op deze computer." in found.err
    assert "controle --redden" in found.err
    turned(office / "huurdersapp.store", 200)
    found = run("controle")
    assert found.code == 1
    assert "beschadigd" in found.err
    assert "Gezien op " in found.err
    assert "controle --redden" in found.err
    assert len(run("controle", "--formaat", "json").json) == 1


def test_the_last_good_copy_is_named(run: Run, office: Path) -> None:
    with opened(office) as ctx:
        jobs.run(reservekopie.make(ctx))
    turned(office / "huurdersapp.store", 40 * 4096 + 9)
    assert "Laatste goede reservekopie: " in run("controle").err


def test_what_is_readable_is_saved_in_a_new_folder(run: Run, office: Path, tmp_path: Path) -> None:
    turned(office / "huurdersapp.store", 40 * 4096 + 9)
    before = (office / "huurdersapp.store").read_bytes()
    done = run("controle", "--redden", str(tmp_path / "gered"))
    assert done.code == 0, done.err
    assert "Daarvan is 1 beschadigd." in done.out
    assert "Er is niets verloren." in done.out
    assert (office / "huurdersapp.store").read_bytes() == before
    assert run("controle", "--gegevens", str(tmp_path / "gered")).code == 0
    again = run("controle", "--redden", str(tmp_path / "gered"))
    assert "niet leeg" in again.err


def test_search_is_made_again_after_a_copy(run: Run, office: Path) -> None:
    with opened(office) as ctx:
        records.create(ctx, ctx.spec("kern"), [{"naam": "Emmen"}])
        with ctx.store.beside() as connection:
            connection.exec_driver_sql("UPDATE search_doc SET folded = 'zoek'")
    found = run("controle")
    assert "wordt niet goed gevonden" in found.err
    assert "controle --herstel" in found.err
    done = run("controle", "--herstel")
    assert done.code == 0, done.err
    assert "Er staat een reservekopie in " in done.out
    assert done.out.endswith("De administratie is in orde.\n")
    assert run("controle").code == 0
    assert len(list((office / "reservekopieen").iterdir())) == 1
    assert "Er staat een reservekopie" not in run("controle", "--herstel").out, "nothing to mend, no copy"


def test_the_program_works_here_without_any_administration(run: Run) -> None:
    text = run("zelftest")
    assert text.code == 0
    assert text.out.endswith("Het programma werkt goed op deze computer.\n")
    names = [item["naam"] for item in run("zelftest", "--formaat", "json").json]
    assert len(names) > 3
    assert all(f"{name}: goed\n" in text.out for name in names)


def test_a_program_that_does_not_work_says_where(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zelftest, "run", lambda _window: iter([("Lettertypen", "OSError"), ("Word", None)]))
    text = run("zelftest")
    assert text.code == 1
    assert text.out == "Lettertypen: FOUT (OSError)\nWord: goed\n"
    assert text.err == "Het programma werkt hier niet goed. Installeer het opnieuw.\n"
    assert run("zelftest", "--formaat", "json").json[0] == {"naam": "Lettertypen", "fout": "OSError"}


def test_a_report_for_helpers_is_kept_and_nothing_changes(
    run: Run, office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zelftest, "run", lambda _window: iter([("Lettertypen", "OSError")]))
    before = (office / "huurdersapp.store").read_bytes()
    done = run("zelftest", "--rapport", str(tmp_path / "rapport.txt"))
    assert done.code == 1
    assert f"Het probleemrapport staat in {tmp_path / 'rapport.txt'}." in done.err
    text = (tmp_path / "rapport.txt").read_text("utf-8")
    assert "Open: ja\n" in text
    assert "Stappen op deze laptop: " in text
    assert "Lettertypen: FOUT (OSError)\n" in text
    assert (office / "huurdersapp.store").read_bytes() == before
    turned(office / "huurdersapp.store", 200)
    run("zelftest", "--rapport", str(tmp_path / "rapport.txt"))
    text = (tmp_path / "rapport.txt").read_text("utf-8")
    assert "Open: nee\n" in text
    assert "Wat er nu misging\n" in text
    assert "Damaged\n" in text
    there = run("zelftest", "--rapport", str(tmp_path / "nergens" / "rapport.txt"))
    assert there.code == 1
    assert "nergens" in there.err


@pytest.mark.expects_log("zelftest: IndexError")
def test_a_window_that_does_not_work_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from huurdersapp.ui import icons

    icons._drawn.cache_clear()
    monkeypatch.setattr(icons, "_FONT", "weg.ttf")
    icons._family.cache_clear()
    done = run("zelftest")
    icons._family.cache_clear()
    assert done.code == 1
    assert "Venster met letters en plaatjes: FOUT" in done.out
