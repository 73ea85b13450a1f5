"""Visies: what their lines add up to, lines added in one step, and the way from a raadpleging."""

from __future__ import annotations

from huurdersapp.actions import visies
from huurdersapp.actions.context import Context
from huurdersapp.actions.related import related
from huurdersapp.actions.visies import Taken, Totals
from tests.actions.conftest import Made, numbers, shown, steps


def test_lines_add_up_and_our_own_part_stands_apart(office: Context, made: Made) -> None:
    number = made("visie", naam="Dorpsvisie")
    assert visies.taken(shown(office, "visie", number)) == Taken(0, 0, None, 0, 0, None, None)
    before = steps(office)
    visies.add_line(office, number, "bijeenkomsten", {"wat": "Avond", "bewoners": 43, "eigen_aanwezig": True})
    visies.add_line(office, number, "bijeenkomsten", {"wat": "Wandeling"})
    visies.add_line(
        office, number, "onderdelen", {"wat": "Bankjes", "kosten": 300_000, "gedaan_op": "2019-05-01"}
    )
    visies.add_line(office, number, "onderdelen", {"wat": "Feest", "kosten": 45_000, "eigen": True})
    assert steps(office) == before + 4
    assert visies.taken(shown(office, "visie", number)) == Taken(2, 1, 43, 2, 1, 345_000, 45_000)


def test_our_input_counts_from_its_day(office: Context, made: Made) -> None:
    number = made("visie", naam="Dorpsvisie")
    visies.bring_in(office, number, {"eigen_inbreng": "Meer licht.", "inbreng_op": "2019-03-05"})
    assert numbers(office, "visie", "inbreng_in=2019-T1") == [number]
    assert numbers(office, "visie", "inbreng_in=2019-T2") == []
    made("visie", naam="Wijkvisie", status="vastgesteld", vastgesteld_op="2019-01-01")
    assert visies.totals(office) == Totals(2, 1, 1)


def test_a_raadpleging_leads_to_the_visie_that_names_it_and_back(office: Context, made: Made) -> None:
    asked = made("raadpleging", titel="Wat wilt u in het dorp?")
    number = made("visie", naam="Dorpsvisie", raadplegingen=[asked])
    there = related(office, office.spec("raadpleging"), asked)
    back = related(office, office.spec("visie"), number)
    assert any("visie" in str(item) for item in there)
    assert any("raadpleging" in str(item) for item in back)
