"""The two checks say that all is well, or what is not, with the exit code to match."""

from __future__ import annotations

import pytest

from huurdersapp.actions import controle, zelftest
from huurdersapp.base.jobs import Job, Progress
from tests.cli.conftest import Run


@pytest.mark.usefixtures("office")
def test_a_sound_administration(run: Run) -> None:
    assert run("controle").out == "De administratie is in orde.\n"
    assert run("controle", "--formaat", "json").json == []


@pytest.mark.usefixtures("office")
def test_faults_of_an_administration_are_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def found(ctx: object) -> Job[list[str]]:
        yield Progress(0, 1, "Kijken")
        return ["Kern 2 wijst naar een kern die er niet is."]

    monkeypatch.setattr(controle, "check", found)
    text = run("controle")
    assert (text.code, text.out) == (1, "")
    assert text.err == "Er klopt 1 ding niet:\n- Kern 2 wijst naar een kern die er niet is.\n"
    as_json = run("controle", "--formaat", "json")
    assert (as_json.code, as_json.json) == (1, ["Kern 2 wijst naar een kern die er niet is."])


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
