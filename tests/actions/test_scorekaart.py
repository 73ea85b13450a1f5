"""The scorecard: what became of adviezen, each number with exactly its list behind it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from huurdersapp.actions import lists, records
from huurdersapp.actions.context import Context
from huurdersapp.actions.scorekaart import Cijfer, Rij, Scorekaart, scorekaart
from huurdersapp.base.errors import UserError
from huurdersapp.records.advies_tables import OVERGENOMEN, REACTIES, UITKOMSTEN
from tests.actions.conftest import Made, numbers


def all_rows(card: Scorekaart) -> list[Rij]:
    return [card.total, *(row for group in card.groups for row in group.rows)]


def behind(ctx: Context, figure: Cijfer) -> list[dict[str, Any]]:
    where = [f"{key}={value}" for key, value in figure.where]
    return list(lists.find(ctx, ctx.spec(figure.kind), where, order="nummer"))


def check(ctx: Context, card: Scorekaart) -> None:
    """Every number has its list, rows of a group are the whole, and each advies has one outcome and one reaction."""
    for row in all_rows(card):
        for figure in row.cijfers:
            found = behind(ctx, figure)
            assert len(found) == figure.records, (row.name, figure)
            if figure.key.startswith("voorwaarden"):
                assert figure.count >= figure.records
            else:
                assert figure.count == figure.records
        assert row["totaal"].count == sum(row[f"uitkomst:{key}"].count for key in (*UITKOMSTEN.keys(), ""))
        assert row["totaal"].count == sum(row[f"reactie:{key}"].count for key in (*REACTIES.keys(), ""))
        assert row["voorwaarden"].count == sum(
            row[f"voorwaarden:{key}"].count for key in (*OVERGENOMEN.keys(), "")
        )
        assert row["voorwaarden"].count == sum(
            len(record["voorwaarden"]) for record in behind(ctx, row["voorwaarden"])
        )
    for group in card.groups:
        for figure in card.total.cijfers:
            assert sum(row[figure.key].count for row in group.rows) == figure.count, (group.key, figure.key)


def test_every_number_of_the_example_opens_its_list(example: Context) -> None:
    card = scorekaart(example)
    check(example, card)
    told = {figure.key: figure.count for figure in card.total.cijfers if figure.count}
    assert told == {
        "totaal": 10,
        "uitkomst:positief": 1,
        "uitkomst:positief_mits": 2,
        "uitkomst:negatief": 2,
        "uitkomst:onthouding": 1,
        "uitkomst:geen_bezwaar": 1,
        "uitkomst:instemming": 1,
        "uitkomst:geen_instemming": 1,
        "uitkomst:": 1,
        "reactie:gevolgd": 3,
        "reactie:deels": 2,
        "reactie:niet": 1,
        "reactie:": 4,
        "termijn:ja": 6,
        "redenen:op_tijd": 2,
        "redenen:uitgebleven": 1,
        "voorwaarden": 5,
        "voorwaarden:overgenomen": 2,
        "voorwaarden:deels": 1,
        "voorwaarden:": 2,
        "voorwaarden_voldaan": 2,
        "voorwaarden_laat": 1,
    }
    assert [row.name for row in card.groups[0].rows] == ["Domesta", "Lefier", "Woonservice Drenthe"]
    assert [row.name for row in card.groups[3].rows] == ["2020", "2021"]


def test_one_landlord_and_some_years(example: Context) -> None:
    (lefier,) = numbers(example, "verhuurder", "naam=Lefier")
    card = scorekaart(example, landlord=lefier, years=(2020, 2020))
    check(example, card)
    assert card.total["totaal"].count == 3
    assert [row.name for row in card.groups[0].rows] == [card.landlord]
    with pytest.raises(UserError):
        scorekaart(example, landlord=99)


def test_an_empty_administration_has_an_empty_card(office: Context) -> None:
    card = scorekaart(office)
    assert {figure.count for figure in card.total.cijfers} == {0}
    assert card.span.code() == "2019"
    check(office, card)


def test_what_was_not_sent_and_what_has_no_outcome_to_follow_does_not_count(
    office: Context, made: Made
) -> None:
    made("advies", onderwerp="Nog niet", uitkomst="positief")
    made("advies", onderwerp="Vraag", soort="informatie", verstuurd_op="2019-03-01")
    made("advies", onderwerp="Weg", verstuurd_op="2019-03-01")
    records.discard(office, office.spec("advies"), 3)
    assert scorekaart(office).total["totaal"].count == 0


def test_a_landlord_that_was_thrown_away_keeps_its_row_and_list(office: Context, made: Made) -> None:
    number = made("verhuurder", naam="Opgegaan in een ander")
    made("advies", onderwerp="Sloop", verhuurder=number, verstuurd_op="2019-03-01")
    made("advies", onderwerp="Huur", verstuurd_op="2019-03-01")
    records.discard(office, office.spec("verhuurder"), number)
    card = scorekaart(office)
    check(office, card)
    assert [row.name for row in card.groups[0].rows] == ["Opgegaan in een ander", "Niet ingevuld"]


DAYS = st.dates(date(2018, 11, 1), date(2019, 8, 30))
LINE = st.fixed_dictionaries(
    {"tekst": st.just("Iets")},
    optional={
        "reactie": st.sampled_from(OVERGENOMEN.keys()),
        "termijn": DAYS.map(str),
        "voldaan_op": DAYS.map(str),
    },
)
CASE = st.fixed_dictionaries(
    {"onderwerp": st.just("Sloop"), "voorwaarden": st.lists(LINE, max_size=3)},
    optional={
        "verstuurd_op": DAYS.map(str),
        "wohv_letter": st.sampled_from("abl"),
        "reactie": st.sampled_from(REACTIES.keys()),
        "soort": st.sampled_from(("adviesaanvraag", "ongevraagd", "agendering")),
    },
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(cases=st.lists(CASE, min_size=1, max_size=8))
def test_whatever_was_put_down_each_number_has_its_list(
    office: Context, made: Made, cases: list[Any]
) -> None:
    spec = office.spec("advies")
    for row in lists.find(office, spec, (), order="nummer"):
        records.discard(office, spec, row["nummer"])
    for values in cases:
        outcome = {"uitkomst": "positief_mits"} if values["voorwaarden"] else {"uitkomst": "negatief"}
        made("advies", **values, **outcome)
    check(office, scorekaart(office))
