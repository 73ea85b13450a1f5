"""Closing a renovatieproject: what is about persons is nowhere any more, and the counts are what they were."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from huurdersapp.actions import concepten, controle, history, lists, prullenbak, records, renovatie_antwoord
from huurdersapp.actions import renovatie_sluiten as sluiten
from huurdersapp.actions.concepten import Concept
from huurdersapp.actions.context import Context
from huurdersapp.actions.renovatie_stand import telling
from huurdersapp.actions.renovatie_woningen import make, plan_from_pattern
from huurdersapp.app import opened
from huurdersapp.base import clock, ids, jobs
from huurdersapp.base.errors import UserError
from huurdersapp.records.renovatie_tables import BouwkundigeEenheid, RenovatieBijlage, Renovatieproject
from huurdersapp.store import backup, contents
from tests.actions.conftest import TODAY, changed, shown
from tests.prepared import made_once

HEARD = date(2019, 5, 13)
"""The day of each peiling, and of nothing else."""
WORDS = ("Qzwx", "Vjkpel", "06-7788", "Wrqomtz", "twijfel", HEARD.isoformat())
"""What stands in names, telephone numbers, signatures, remarks and soundings, and nowhere else."""
DAYS = [date(2019, 2, 1) + timedelta(days=9 * step) for step in range(26)]


def _named(number: int) -> dict[str, Any]:
    return {
        "huurder": f"Qzwx Jansen {number}",
        "telefoon": f"06-7788{number:04}",
        "peiling": "twijfel",
        "peiling_op": HEARD.isoformat(),
        "bezwaar": f"Wrqomtz {number}",
        "bezwaar_toestemming": True,
    }


def _make(ctx: Context, kind: str, **values: Any) -> int:
    return int(records.create(ctx, ctx.spec(kind), [values]).records[0]["nummer"])


def _filled(ctx: Context) -> None:
    """A project with a building of 12 homes and one in the waste bin; something personal wherever it can stand."""
    for title in ("Gevels", "Dak"):
        _make(ctx, "renovatieproject", titel=title, peiling_aan=True, voorstellen=[{"datum": "2019-03-01"}])
    for name, project in (("Flat", 1), ("Blok", 1), ("Toren", 2)):
        _make(ctx, "bouwkundige_eenheid", naam=name, project=project)
    make(ctx, plan_from_pattern(ctx, 1, straat="Dreef", van=1, tot=12, stap=1))
    make(ctx, plan_from_pattern(ctx, 2, straat="Laan", van=1, tot=2, stap=1))
    for number in range(1, 15):
        changed(ctx, "renovatiewoning", number, **_named(number))
    for number, said, on in ((1, "ja", 20), (2, "ja", 21), (3, "nee", 22), (6, "ja", 23), (7, "leeg", None)):
        answer = {"instemming": said, "instemming_op": on and f"2019-04-{on}"}
        if said == "leeg":
            answer |= dict.fromkeys(("huurder", "telefoon", "peiling", "bezwaar"))
        else:
            answer |= {"ondertekend_door": f"Vjkpel {number}", "formulier": f"F-{number}"}
        changed(ctx, "renovatiewoning", number, **answer)
    changed(ctx, "renovatiewoning", 1, huurder="Qzwx Pietersen")
    changed(ctx, "renovatiewoning", 8, **dict.fromkeys(("huurder", "telefoon", "peiling", "bezwaar")))
    renovatie_antwoord.contact(ctx, [1, 2], datum=date(2019, 6, 3), terug_op=date(2019, 6, 10))
    records.discard(ctx, ctx.spec("renovatiewoning"), 9)
    records.discard(ctx, ctx.spec("bouwkundige_eenheid"), 2)
    _make(ctx, "renovatiewoning", eenheid=1, straat="Dreef", huisnummer=90, **_named(90))
    history.undo(ctx)
    changed(ctx, "renovatiewoning", 10, huurder="Qzwx Ongedaan")
    history.undo(ctx)
    form = {"velden": {"huurder": "Qzwx Half", "peiling": "twijfel"}}
    for number in (2, 9, 13):
        concepten.keep(ctx, Concept(soort="renovatiewoning", nummer=number, gegevens=form, titel="Qzwx"))
    for fields in ({"eenheid": 1}, {"eenheid": {"gezocht": "Fla"}}, {}):
        typed = {"velden": {**form["velden"], **fields}}
        concepten.keep(ctx, Concept(soort="renovatiewoning", gegevens=typed, titel="Qzwx"))


@pytest.fixture(scope="module")
def filled_made(tmp_path_factory: pytest.TempPathFactory, office_made: Path) -> Path:
    """Made once, to copy."""

    def fill(folder: Path) -> None:
        shutil.copytree(office_made, folder)
        with clock.fixed(TODAY), opened(folder) as ctx:
            _filled(ctx)

    return made_once(tmp_path_factory, "sluiten", fill)


@pytest.fixture
def filled(filled_made: Path, data_folder: Path) -> Iterator[Context]:
    """A copy of one's own."""
    shutil.copytree(filled_made, data_folder)
    with clock.fixed(TODAY), opened(data_folder) as ctx:
        yield ctx


def found(ctx: Context, words: tuple[str, ...] = WORDS) -> dict[str, set[str]]:
    """In which tables, of records and of the store itself, each of these words stands in some column."""
    told: dict[str, set[str]] = {}
    with ctx.store.reading() as db:
        run = db.connection().exec_driver_sql
        tables = (
            run("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'search_index'")
            .scalars()
            .all()
        )
        assert {"journal_change", "concept", "search_doc", "search_index_data", "renovatiewoning"} <= set(
            tables
        )
        for name in tables:
            for row in run(f'SELECT * FROM "{name}"'):
                for cell in row:
                    text = cell.decode("latin-1") if isinstance(cell, bytes) else str(cell)
                    for word in words:
                        if word.lower() in text.lower():
                            told.setdefault(word, set()).add(name)
    return told


def stands(ctx: Context) -> dict[Any, Any]:
    """The count of each building on many days."""
    with ctx.store.reading() as db:
        keys = db.scalars(select(BouwkundigeEenheid.id)).all()
        return {(key, on): telling(db, key, on) for key in keys for on in DAYS}


def looked_at(ctx: Context) -> str:
    """All that the lists, the pages, the histories and a JSON file say of the homes."""
    spec = ctx.spec("renovatiewoning")
    said: list[Any] = [lists.find(ctx, spec), [item.title for item in prullenbak.page(ctx)]]
    said += [history.plain(history.history(ctx, spec, number)) for number in range(1, 16)]
    path = ctx.folder / "uit.json"
    jobs.run(lists.export(ctx, spec, path))
    said += [path.read_text(), [step.label for step in history.steps(ctx)]]
    path.unlink()
    return json.dumps(said, default=str)


def test_after_closing_nothing_about_persons_is_left_and_the_counts_are(filled: Context) -> None:
    before, seen = stands(filled), looked_at(filled)
    assert any(count.ja for count in before.values())
    assert all({"journal_change", "renovatiewoning", "concept"} & found(filled)[word] for word in WORDS), (
        "blind"
    )
    assert all(word in seen for word in WORDS), "blind"
    with filled.store.reading() as db:
        going = sluiten.left(db, 1)
    assert (going.homes, going.once, going.forms) == (12, 3, 6)
    assert going.counts == {
        "huurder": 12,
        "telefoon": 12,
        "ondertekend_door": 4,
        "peiling": 12,
        "bezwaar": 12,
    }
    done = sluiten.close(filled, 1, sure=True)
    assert done.homes == 12
    assert done.sentences[0] == "Het project is afgesloten. Bij 12 woningen zijn namen en peiling gewist."
    assert found(filled) == {}
    assert not any(word in looked_at(filled) for word in WORDS)
    assert stands(filled) == before
    assert jobs.run(controle.check(filled)) == []
    project = shown(filled, "renovatieproject", 1)
    assert (project["afgesloten_op"], project["gewist_op"]) == (TODAY.isoformat(), TODAY.isoformat())
    assert project["status"] == "afgerond"
    assert concepten.every(filled) == []
    home = shown(filled, "renovatiewoning", 1)
    assert (home["instemming"], home["formulier"], home["bezwaar_toestemming"]) == ("ja", "F-1", False)


def test_nothing_brings_back_what_was_erased(filled: Context) -> None:
    """Not undo and redo, not the waste bin, not the history, not opening it again."""
    before = stands(filled)
    sluiten.close(filled, 1, sure=True)
    history.undo(filled)
    assert shown(filled, "renovatieproject", 1)["gewist_op"] is None
    with pytest.raises(UserError, match="wat toen is gewist, komt niet terug"):
        history.undo(filled)
    history.redo(filled)
    with pytest.raises(UserError, match="niets om opnieuw"):
        history.redo(filled)
    prullenbak.restore(filled, "renovatiewoning", 9)
    prullenbak.restore(filled, "bouwkundige_eenheid", 2)
    assert sluiten.reopen(filled, 1) == "Het project is weer open. Wat is gewist, komt niet terug."
    assert found(filled) == {}
    changed(filled, "renovatiewoning", 1, huurder="Iemand nieuw")
    assert jobs.run(controle.check(filled)) == []
    records.discard(filled, filled.spec("renovatiewoning"), 9)
    records.discard(filled, filled.spec("bouwkundige_eenheid"), 2)
    assert stands(filled) == before


def test_another_project_keeps_its_names_and_its_forms(filled: Context) -> None:
    make(filled, plan_from_pattern(filled, 3, straat="Pad", van=1, tot=1))
    number = max(row["nummer"] for row in lists.find(filled, filled.spec("renovatiewoning")))
    changed(filled, "renovatiewoning", number, huurder="Hqvolg")
    typed = {"velden": {"eenheid": 3, "huurder": "Hqvolg half"}}
    empty = {"velden": {"straat": "Nergens", "huurder": ""}}
    for kept in (typed, empty):
        concepten.keep(filled, Concept(soort="renovatiewoning", gegevens=kept))
    sluiten.close(filled, 1, sure=True)
    assert {"renovatiewoning", "journal_change", "concept"} <= found(filled, ("Hqvolg",))["Hqvolg"]
    assert len(concepten.every(filled)) == 2


@pytest.fixture
def bare(office: Context) -> Context:
    """A project with a building of three homes, one of them with a name."""
    _make(office, "renovatieproject", titel="Gevels", peiling_aan=True, voorstellen=[{"datum": "2019-03-01"}])
    _make(office, "bouwkundige_eenheid", naam="Flat", project=1)
    make(office, plan_from_pattern(office, 1, straat="Dreef", van=1, tot=3, stap=1))
    changed(office, "renovatiewoning", 1, huurder="Qzwx", instemming="ja", instemming_op="2019-04-01")
    changed(office, "renovatiewoning", 2, instemming="nee", instemming_op="2019-04-01")
    return office


def test_closing_waits_for_answers_and_for_the_court(bare: Context) -> None:
    """A notice of 10 July: the 56th day after it is 4 September, two days from now."""
    changed(bare, "bouwkundige_eenheid", 1, aangezegd_op="2019-07-10")
    with bare.store.reading() as db:
        going = sluiten.left(db, 1)
    assert going.asked() == (
        "Huurders kunnen nog tot en met 4 september 2019 naar de rechter.",
        "Van 1 huurder is er nog geen antwoord.",
    )
    assert going.lines() == (("Namen van huurders", 1),)
    assert len(going.notes()) == 2
    with pytest.raises(UserError) as fault:
        sluiten.close(bare, 1)
    assert fault.value.text == " ".join(going.asked())
    assert found(bare, ("Qzwx",))["Qzwx"] == {"renovatiewoning", "journal_change"}
    changed(bare, "bouwkundige_eenheid", 1, aangezegd_op="2019-07-06")
    with bare.store.reading() as db:  # a Saturday, which the Algemene termijnenwet makes this Monday
        assert sluiten.left(db, 1).court_until == TODAY
    changed(bare, "bouwkundige_eenheid", 1, aangezegd_op="2019-07-01")
    changed(bare, "renovatiewoning", 2, aangezegd_op="2019-07-02")
    changed(bare, "renovatiewoning", 3, instemming="leeg")
    with bare.store.reading() as db:
        assert sluiten.left(db, 1).asked() == ()
    with clock.fixed(date(2019, 8, 27)), bare.store.reading() as db:
        assert sluiten.left(db, 1).court_until == date(2019, 8, 27)
    assert sluiten.close(bare, 1, date(2019, 8, 30)).homes == 1
    assert shown(bare, "renovatieproject", 1)["afgesloten_op"] == "2019-08-30"


def test_what_cannot_be_closed_is_told_and_nothing_is_erased(bare: Context) -> None:
    with pytest.raises(UserError, match="moet nog komen"):
        sluiten.close(bare, 1, date(2019, 12, 1), sure=True)
    with pytest.raises(UserError, match="niet afgesloten"):
        sluiten.reopen(bare, 1)
    with pytest.raises(UserError, match="is er niet"):
        sluiten.close(bare, 7, sure=True)
    records.discard(bare, bare.spec("renovatieproject"), 1)
    with pytest.raises(UserError, match="is er niet"):
        sluiten.close(bare, 1, sure=True)
    prullenbak.restore(bare, "renovatieproject", 1)
    assert "Qzwx" in found(bare)
    assert sluiten.close(bare, 1, sure=True).homes == 1
    with pytest.raises(UserError, match="al afgesloten, op 02-09-2019"):
        sluiten.close(bare, 1, sure=True)


def test_a_project_that_was_closed_by_hand_is_erased_by_closing_it(bare: Context) -> None:
    changed(bare, "renovatieproject", 1, afgesloten_op="2019-08-01")
    sluiten.close(bare, 1, sure=True)
    project = shown(bare, "renovatieproject", 1)
    assert (project["afgesloten_op"], project["gewist_op"]) == ("2019-08-01", TODAY.isoformat())
    assert found(bare) == {}


def test_cut_off_after_erasing_it_is_closed_the_next_time(
    bare: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sluiten, "write", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            sluiten.close(bare, 1, sure=True)
    assert found(bare) == {}
    assert shown(bare, "renovatieproject", 1)["gewist_op"] is None
    assert sluiten.close(bare, 1, sure=True).sentences[0].endswith("Er was niets om te wissen.")
    assert shown(bare, "renovatieproject", 1)["gewist_op"] == TODAY.isoformat()


def test_copies_that_still_have_the_names_are_told(bare: Context) -> None:
    backup.make(bare.store.path, bare.store.key, "voor-proef")
    told = " ".join(sluiten.close(bare, 1, sure=True).sentences)
    assert "In de map reservekopieen staat 1 reservekopie van eerder." in told
    assert "Vernietig die ook." in told


def test_files_of_the_project_are_told_and_stay(bare: Context) -> None:
    key = ids.new_id()
    with bare.store.step("Bijlage") as db:
        project = db.scalars(select(Renovatieproject.id)).one()
        line = RenovatieBijlage(id=key, ouder_id=project, volgorde=0, naam="telblad.pdf")
        line.inhoud, line.grootte = contents.put(db, b"handtekening"), 12
        db.add(line)
    with bare.store.reading() as db:
        going = sluiten.left(db, 1)
    assert going.attachments == 1
    assert any("Er is 1 bijlage." in note for note in going.notes())
    sluiten.close(bare, 1, sure=True)
    with bare.store.reading() as db:
        assert b"".join(contents.pieces(db, db.get_one(RenovatieBijlage, key).inhoud)) == b"handtekening"


def test_the_peiling_alone_can_be_forgotten(filled: Context) -> None:
    with filled.store.reading() as db:
        assert sluiten.soundings(db, 1) == 12
    assert sluiten.forget_soundings(filled, 1) == 12
    assert set(found(filled)) == set(WORDS) - {"twijfel", HEARD.isoformat()}
    with filled.store.reading() as db:
        assert sluiten.soundings(db, 1) == 0
    with pytest.raises(UserError, match="geen peiling om te wissen"):
        sluiten.forget_soundings(filled, 1)
    assert records.change(filled, filled.spec("renovatieproject"), 1, {"peiling_aan": False}).warnings == []
