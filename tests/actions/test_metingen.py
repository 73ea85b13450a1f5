"""A value from entry to settled, and the better version after that; each in one step that can be undone."""

from __future__ import annotations

from datetime import date

import pytest

from huurdersapp.actions import history, metingen, records
from huurdersapp.actions.context import Context
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from tests.actions.conftest import Made, changed, numbers, shown, steps


@pytest.fixture
def measure(office: Context, made: Made) -> int:
    """A share with a target, in an akkoord of 2019 to 2024."""
    made("partij", naam="Domesta", soort="corporatie")
    made("akkoord", naam="Akkoord", van_jaar=2019, tot_jaar=2024)
    made("thema", akkoord=1, code="DU", naam="Duurzaam")
    made("doel", thema=1, code="DU2", tekst="Zuinige woningen.")
    for day, kind in (("2019-06-12", "rg"), ("2019-06-20", "bo")):
        made("overleg", soort=kind, datum=day)
    return made(
        "indicator", doel=1, code="DU2-I1", tekst="Label A.", soort="aandeel", norm="minstens",
        tijd="uiterlijk", streefwaarden=[{"jaar": 2021, "min": 20}],
    )  # fmt: skip


def entered(ctx: Context, **values: object) -> int:
    (record,) = metingen.enter(ctx, {"indicator": 1, "periode": "2018", **values}).records
    return int(record["nummer"])


def test_a_value_goes_from_concept_to_settled(office: Context, measure: int) -> None:
    number = entered(office, teller=120, noemer=1000, partij="Domesta")
    assert shown(office, "meting", number)["waarde"] == 12
    assert shown(office, "meting", number)["status"] == "concept"
    metingen.confirm(office, [number], "RG 12-06-2019")
    assert shown(office, "meting", number)["bevestigd_op"] == "2019-06-12"
    metingen.settle(office, [number], "BO 20-06-2019")
    now = shown(office, "meting", number)
    assert (now["status"], now["vastgesteld_op"], now["versie"]) == ("vastgesteld", "2019-06-20", 1)


def test_a_period_is_typed_as_people_say_it(office: Context, measure: int) -> None:
    first = shown(office, "meting", entered(office, periode="2019-T1", waarde=10))
    assert (first["van"], first["tot"]) == ("2019-01-01", "2019-04-30")
    with pytest.raises(UserError, match="bestaat niet"):
        entered(office, periode="vorig jaar", waarde=10)


def test_many_are_settled_in_one_step_or_none(office: Context, measure: int) -> None:
    found = [entered(office, periode=period, waarde=12) for period in ("2017", "2018", "2019-T1")]
    before = steps(office)
    metingen.settle(office, found, on=date(2019, 6, 20))
    assert steps(office) == before + 1
    assert numbers(office, "meting", "status=vastgesteld") == found
    history.undo(office)
    assert numbers(office, "meting", "status=concept") == found
    metingen.settle(office, found[:1], on=date(2019, 6, 20))
    with pytest.raises(records.Refused, match="al vastgesteld"):
        metingen.settle(office, found, on=date(2019, 6, 20))
    assert numbers(office, "meting", "status=concept") == found[1:]
    with pytest.raises(UserError, match="geen overleg en geen dag"):
        metingen.confirm(office, found[1:])


def test_a_settled_value_is_corrected_by_a_new_version(office: Context, measure: int) -> None:
    old = entered(office, teller=120, noemer=1000, partij="Domesta", bron="Overzicht")
    metingen.settle(office, [old], "BO 20-06-2019")
    with pytest.raises(records.Refused, match="verbeterde versie"):
        changed(office, "meting", old, waarde=13)
    assert changed(office, "meting", old, toelichting="Zie bijlage.", bron="Jaarverslag")["versie"] == 1
    (better,) = metingen.correct(office, old, {"waarde": 19.9}, "Er was een complex vergeten.").records
    assert (better["versie"], better["waarde"], better["teller"]) == (2, 19.9, None)
    assert (better["vervangt"], better["partij"], better["status"]) == (old, 1, "concept")
    assert better["correctie_reden"] == "Er was een complex vergeten."
    assert numbers(office, "meting", "geldend=ja") == [better["nummer"]]
    assert metingen.versions(office, old) == [old, better["nummer"]]
    assert metingen.versions(office, better["nummer"]) == [old, better["nummer"]]
    history.undo(office)
    assert numbers(office, "meting", "geldend=ja") == [old]
    assert shown(office, "meting", old)["status"] == "vastgesteld"


def test_a_correction_needs_a_reason_and_the_newest_version(office: Context, measure: int) -> None:
    old = entered(office, waarde=12)
    with pytest.raises(records.Refused, match="waarom"):
        metingen.correct(office, old, {"waarde": 13}, "")
    metingen.correct(office, old, {"waarde": 13}, "Geteld.")
    with pytest.raises(records.Refused, match="al verbeterd"):
        metingen.correct(office, old, {"waarde": 14}, "Weer geteld.")


def test_what_is_given_beside_the_value_stays(office: Context, measure: int) -> None:
    old = entered(office, waarde=12, project="Kerkhoflaan")
    (better,) = metingen.correct(office, old, {"toelichting": "Nu met bron."}, "Bron ontbrak.").records
    assert (better["waarde"], better["project"]) == (12, "Kerkhoflaan")


def test_the_future_cannot_be_measured(office: Context, measure: int) -> None:
    with pytest.raises(records.Refused, match="moet nog komen"):
        entered(office, periode="2019", waarde=10)
    with clock.fixed(date(2020, 1, 2)):
        assert entered(office, periode="2019", waarde=10) == 1


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-T1", "2020-01-01", "2020-04-30"),
        ("t2 2020", "2020-05-01", "2020-08-31"),
        ("31-12-2020", "2020-12-31", "2020-12-31"),
        ("1-1-2020 tot en met 30-6-2020", "2020-01-01", "2020-06-30"),
        ("1 jan 2020 t/m 30 juni 2020", "2020-01-01", "2020-06-30"),
        ("2020-01-01..2020-06-30", "2020-01-01", "2020-06-30"),
        ("2020-01-01 - 2020-06-30", "2020-01-01", "2020-06-30"),
    ],
)
def test_a_period_may_be_typed_in_many_ways_and_is_shown_to_be_typed_again(
    text: str, first: str, last: str
) -> None:
    found = metingen.typed_period(text)
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)
    assert metingen.typed_period(metingen.shown_period(found.first, found.last)) == found


def test_a_meting_is_called_by_its_days_as_people_say_them(office: Context, measure: int) -> None:
    with clock.fixed(date(2020, 8, 1)):
        number = entered(office, periode="1-1-2020 t/m 30-6-2020", waarde=10)
    name = records.show(office, office.spec("meting"), number)["naam"]
    assert name.endswith(" 1 januari 2020 tot en met 30 juni 2020")


@pytest.mark.parametrize(
    "text", ["2020-T4", "ooit", "1-1-2020 tot en met 31-2-2020", "30-6-2020 t/m 1-1-2020"]
)
def test_a_period_that_does_not_exist_is_told(text: str) -> None:
    with pytest.raises(UserError):
        metingen.typed_period(text)
