"""Privacy by typing: register, statement, the yearly round and what stood on a computer."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run


def _given(run: Run, folder: Path, kind: str, **values: object) -> None:
    path = folder.parent / "in.json"
    path.write_text(json.dumps([values]), encoding="utf-8")
    assert run("nieuw", kind, "--json", path).code == 0


def test_proposals_are_shown_and_taken_over_once(office: Path, run: Run) -> None:
    shown = run("privacy", "voorstellen")
    assert (shown.code, "Energiebezoeken" in shown.out, "nee" in shown.out) == (0, True, True)
    assert (
        run("privacy", "voorstellen", "--overnemen").out.strip()
        == "11 verwerkingen staan nu in het register."
    )
    assert run("privacy", "voorstellen", "--overnemen").out.strip() == "Alles stond er al."
    told = run("privacy", "voorstellen", "--formaat", "json").json
    assert (len(told["voorstellen"]), told["overgenomen"]) == (11, [])


def test_register_and_statement_become_files(office: Path, run: Run, tmp_path: Path) -> None:
    run("privacy", "voorstellen", "--overnemen")
    for kind in ("register", "verklaring"):
        for ending in ("pdf", "docx", "html"):
            made = run("privacy", kind, "--uit", tmp_path / f"{kind}.{ending}")
            assert (made.code, made.err) == (0, "")
    assert "Huurdersvereniging De Linde" in (tmp_path / "verklaring.html").read_text(encoding="utf-8")


def test_the_round_is_shown_first_and_held_only_when_one_is_sure(office: Path, run: Run) -> None:
    run("privacy", "voorstellen", "--overnemen")
    _given(run, office, "contact", naam="Qzwx", telefoon="06", gestopt_op="2018-01-01")
    _given(run, office, "contact", naam="Vjkpel", telefoon="06", gestopt_op="2018-01-01")
    told = run("privacy", "ronde", "--formaat", "json").json
    (people,) = (part for part in told["delen"] if part["soort"] == "contacten")
    where = [word for text in people["lijst"]["waar"] for word in ("--waar", text)]
    assert (
        people["aantal"] == len(run("lijst", people["lijst"]["soort"], *where, "--formaat", "json").json) == 2
    )
    plan = run("privacy", "ronde")
    assert "--zeker" in plan.out
    assert f"huurdersapp lijst contact {' '.join(where)}" in plan.out
    assert run("toon", "contact", "1", "--formaat", "json").json["naam"] == "Qzwx"
    done = run("privacy", "ronde", "--houd", "contact:2=Belt nog", "--zeker")
    assert (done.code, "Bij 1 record" in done.out) == (0, True)
    names = [run("toon", "contact", number, "--formaat", "json").json["naam"] for number in (1, 2)]
    assert names == ["(gewist)", "Vjkpel"]
    assert run("lijst", "opschoonronde").code == 0


def test_an_exception_needs_a_record_and_a_reason(office: Path, run: Run) -> None:
    for text, code in (
        ("contact", 2),
        ("contact:x=y", 2),
        ("contact:1=", 1),
        ("contact:99=Loopt", 1),
        ("x:1=y", 1),
    ):
        told = run("privacy", "ronde", "--houd", text, "--zeker")
        assert (told.code, bool(told.err)) == (code, True), text


def test_what_stood_on_a_lost_computer_is_a_page_of_numbers(office: Path, run: Run, tmp_path: Path) -> None:
    _given(run, office, "contact", naam="Qzwx", telefoon="06")
    made = run("privacy", "stond-erop", "--op", "1-1-2018", "--uit", tmp_path / "erop.html")
    assert made.code == 0
    page = (tmp_path / "erop.html").read_text(encoding="utf-8").replace("\N{NO-BREAK SPACE}", " ")
    assert ("Qzwx" in page, "geen reservekopie van vóór 1 januari 2018" in page) == (False, True)
