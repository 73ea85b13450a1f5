"""Emptying the waste bin: nothing of what was thrown away can be read any more, and no number comes twice."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from huurdersapp.actions import controle, history, lists, prullenbak, prullenbak_legen, records
from huurdersapp.actions.context import Context
from huurdersapp.base import clock, jobs
from huurdersapp.base.errors import UserError
from huurdersapp.store import undo
from tests.actions.conftest import Made, numbers


def thrown(ctx: Context, kind: str, *numbers: int) -> None:
    records.discard_many(ctx, ctx.spec(kind), numbers)


def everything(ctx: Context) -> str:
    """All values of all tables, as one text."""
    with ctx.store.reading() as db:
        run = db.connection().exec_driver_sql
        names = [
            row[0]
            for row in run("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'")
        ]
        return "\n".join(repr(tuple(row)) for name in names for row in run(f'SELECT * FROM "{name}"'))


def test_what_is_emptied_can_be_read_nowhere_and_its_number_stays_taken(office: Context, made: Made) -> None:
    made("knelpunt", titel="Schimmel bij Zwaantje", categorie="onderhoud", omschrijving="Zwaantje belde")
    made(
        "raadpleging",
        titel="Zwaantje vraagt",
        doel="Weten",
        methoden=[{"methode": "enquete", "toelichting": "Zwaantje"}],
    )
    records.change(office, office.spec("knelpunt"), 1, {"titel": "Schimmel bij Zwaantje van hiernaast"})
    thrown(office, "knelpunt", 1)
    thrown(office, "raadpleging", 1)
    assert "Zwaantje" in everything(office)
    expected = prullenbak_legen.wat_gaat(office)
    assert (expected.total, expected.counts, expected.stays) == (2, {"knelpunt": 1, "raadpleging": 1}, ())
    done = jobs.run(prullenbak_legen.leeg(office))
    assert done == expected
    assert "Zwaantje" not in everything(office)
    assert (prullenbak.count(office), prullenbak.page(office)) == (0, [])
    assert lists.search(office, "Zwaantje") == []
    assert jobs.run(controle.check(office)) == []
    made("knelpunt", titel="Lek", categorie="onderhoud")
    assert numbers(office, "knelpunt") == [2], "number 1 was given once"
    with pytest.raises(UserError):
        prullenbak.restore(office, "knelpunt", 1)


def test_nothing_before_it_can_be_undone_and_a_copy_was_made(office: Context, made: Made) -> None:
    made("kern", naam="Emmen")
    thrown(office, "kern", 1)
    jobs.run(prullenbak_legen.leeg(office))
    assert not undo.undoable(office.store, 1)
    with pytest.raises(UserError):
        history.undo(office)
    copies = list((office.folder / "reservekopieen").glob("*-voor-prullenbak-legen"))
    assert len(copies) == 1


def test_what_something_still_points_at_stays_and_is_named(office: Context, made: Made) -> None:
    made("kern", naam="Emmen")
    made("kern", naam="Weerdinge")
    made("knelpunt", titel="Lek", categorie="onderhoud", kern=1)
    made("raadpleging", titel="Proef", doel="Weten", kernen=[2])
    thrown(office, "kern", 1, 2)
    told = prullenbak_legen.wat_gaat(office)
    assert [(each.kind, each.number, each.title) for each in told.stays] == [
        ("kern", 1, "Emmen"),
        ("kern", 2, "Weerdinge"),
    ]
    assert told.total == 0
    thrown(office, "knelpunt", 1)
    assert prullenbak_legen.wat_gaat(office).counts == {"knelpunt": 1, "kern": 1}
    jobs.run(prullenbak_legen.leeg(office, kind="kern"))
    assert [(each.kind, each.number) for each in prullenbak.page(office)] == [("knelpunt", 1), ("kern", 2)]


def test_only_what_was_thrown_away_long_ago(office: Context, made: Made) -> None:
    made("kern", naam="Emmen")
    made("kern", naam="Weerdinge")
    with clock.fixed(datetime(2019, 9, 3, 10, tzinfo=UTC)):
        thrown(office, "kern", 1)
    with clock.fixed(datetime(2019, 10, 1, 10, tzinfo=UTC)):
        thrown(office, "kern", 2)
    with clock.fixed(datetime(2019, 10, 4, 10, tzinfo=UTC)):
        jobs.run(prullenbak_legen.leeg(office, older_than_days=30))
        assert [each.number for each in prullenbak.page(office)] == [2]


def test_an_empty_bin_asks_nothing(office: Context) -> None:
    before = office.store.head.seq
    assert jobs.run(prullenbak_legen.leeg(office)).total == 0
    assert office.store.head.seq == before
