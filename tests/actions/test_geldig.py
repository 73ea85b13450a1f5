"""What is logged counts for the akkoord of its municipality and of its years, and for each of its points once."""

from __future__ import annotations

from typing import Any

import pytest

from huurdersapp.actions import lists, records
from huurdersapp.actions.context import Context
from huurdersapp.actions.register_cijfers import visit_figures
from huurdersapp.actions.telling import by_rule
from huurdersapp.base.period import parse
from tests.actions.conftest import Made


@pytest.fixture
def two_places(office: Context, made: Made) -> dict[str, int]:
    """Two municipalities, each with a village and an akkoord; the town of the first has the name of its municipality."""
    first = made("kern", naam="gemeente Waterland", soort="gemeente")
    town = made("kern", naam="Waterland", soort="kern", ligt_in=first)
    second = made("kern", naam="gemeente Heide", soort="gemeente")
    village = made("kern", naam="Dorp", soort="kern", ligt_in=second)
    block = made("complex", naam="De Beuk", kern=village)
    one = made("akkoord", naam="Akkoord Waterland", van_jaar=2019, tot_jaar=2020, kern=town)
    other = made("akkoord", naam="Akkoord Heide", van_jaar=2018, tot_jaar=2024, kern=second)
    return {"town": town, "village": village, "block": block, "one": one, "other": other}


def count(ctx: Context, kind: str, akkoord: int) -> int:
    return lists.count(ctx, ctx.spec(kind), [f"voor_akkoord={akkoord}"])


def test_a_thing_counts_for_the_akkoord_of_its_municipality_alone(
    office: Context, made: Made, two_places: dict[str, int]
) -> None:
    place = two_places
    given = {"categorie": "onderhoud", "gemeld_op": "2019-03-01"}
    made("knelpunt", titel="Lek", kern=place["town"], **given)
    made("knelpunt", titel="Tocht", complex=place["block"], **given)
    assert (count(office, "knelpunt", place["one"]), count(office, "knelpunt", place["other"])) == (1, 1)
    made("knelpunt", titel="Overal", **given)
    assert (count(office, "knelpunt", place["one"]), count(office, "knelpunt", place["other"])) == (2, 2)


def test_an_advies_about_a_complex_counts_where_that_lies(
    office: Context, made: Made, two_places: dict[str, int]
) -> None:
    place = two_places
    made("advies", onderwerp="De Beuk", complex=place["block"])
    assert (count(office, "advies", place["one"]), count(office, "advies", place["other"])) == (0, 1)
    made("advies", onderwerp="Overal")
    assert (count(office, "advies", place["one"]), count(office, "advies", place["other"])) == (1, 2)


def test_a_renovation_of_a_complex_counts_where_that_lies(
    office: Context, made: Made, two_places: dict[str, int]
) -> None:
    place = two_places
    made("renovatieproject", titel="Daken", complexen=[place["block"]])
    assert [count(office, "renovatieproject", place[which]) for which in ("one", "other")] == [0, 1]
    made("renovatieproject", titel="Overal")
    assert [count(office, "renovatieproject", place[which]) for which in ("one", "other")] == [1, 2]


@pytest.mark.parametrize(
    ("kind", "values", "where"),
    [
        ("energiebezoek", {"zonder_adres": True, "coach": "Coach", "datum": "2019-03-01"}, "kern"),
        ("commissie", {"naam": "De Beuk"}, "kern"),
        ("campagne", {"titel": "Warm", "start_op": "2019-03-01"}, "kernen"),
        ("raadpleging", {"titel": "Plan", "start_op": "2019-03-01"}, "kernen"),
        ("energiecoach", {"naam": "Tweede"}, "kernen"),
        ("renovatieproject", {"titel": "Gevels"}, "kern"),
    ],
)
def test_every_kind_with_a_place_knows_its_akkoord(
    office: Context, made: Made, two_places: dict[str, int], kind: str, values: dict[str, Any], where: str
) -> None:
    if kind == "energiebezoek":
        made("energiecoach", naam="Coach")
    before = (count(office, kind, two_places["one"]), count(office, kind, two_places["other"]))
    here = two_places["village"]
    made(kind, **values, **{where: [here] if where == "kernen" else here})
    after = (count(office, kind, two_places["one"]), count(office, kind, two_places["other"]))
    assert (after[0] - before[0], after[1] - before[1]) == (0, 1)


def test_only_the_years_of_the_akkoord_count(office: Context, made: Made, two_places: dict[str, int]) -> None:
    thema = made("thema", code="DU", naam="Duurzaamheid", akkoord=two_places["one"])
    doel = made("doel", code="DU1", tekst="Besparen", thema=thema)
    point = made("afspraak", code="DU1-A1", tekst="Wij voeren campagne.", doel=doel, regel_telt="campagnes")
    for year in ("2018", "2019", "2020"):
        made("campagne", titel=f"Warm {year}", start_op=f"{year}-03-01", eind_op=f"{year}-04-01", thema=thema)
    with office.store.reading() as db:
        row = records.find(db, office.spec("afspraak"), point)
        counted = [by_rule(db, row, parse(code)) for code in ("2018", "2019", "2018-01-01..2020-12-31")]
        assert [found and len(found.ids) for found in counted] == [None, 1, 2]


def test_with_two_akkoorden_each_report_tells_of_its_own_municipality(
    office: Context, made: Made, two_places: dict[str, int]
) -> None:
    made("energiecoach", naam="Coach")
    visit = {"zonder_adres": True, "coach": "Coach", "datum": "2019-03-01"}
    made("energiebezoek", kern=two_places["town"], **visit)
    made("energiebezoek", complex=two_places["block"], **visit)
    with office.store.reading() as db:
        counted = [
            visit_figures(db, parse("2019"), (("voor_akkoord", str(two_places[which])),)).gesproken.waarde
            for which in ("one", "other")
        ]
    assert counted == [1, 1]
    assert lists.count(office, office.spec("energiebezoek"), [f"binnen={two_places['village']}"]) == 1


def test_a_meeting_counts_for_the_akkoord_that_it_names_and_its_actiepunten_too(
    office: Context, made: Made, two_places: dict[str, int]
) -> None:
    one, other = two_places["one"], two_places["other"]
    meeting = made("overleg", soort="bo", datum="2019-03-01", akkoord=one)
    made("actiepunt", wat="Uit dat overleg", overleg=meeting)
    for kind in ("overleg", "actiepunt"):
        assert (count(office, kind, one), count(office, kind, other)) == (1, 0)
    nowhere = made("overleg", soort="bo", datum="2019-03-02")
    made("actiepunt", wat="Uit een ander", overleg=nowhere)
    made("actiepunt", wat="Uit geen overleg")
    assert (count(office, "overleg", one), count(office, "overleg", other)) == (2, 1)
    assert (count(office, "actiepunt", one), count(office, "actiepunt", other)) == (3, 2)
    records.discard(office, office.spec("akkoord"), one)
    assert count(office, "overleg", other) == 2, "an akkoord that was thrown away says nothing any more"


def test_a_visie_counts_for_the_akkoord_of_its_kernen(
    office: Context, made: Made, two_places: dict[str, int]
) -> None:
    made("visie", naam="Dorpsvisie", kernen=[two_places["village"]])
    made("visie", naam="Zonder plaats")
    assert (count(office, "visie", two_places["one"]), count(office, "visie", two_places["other"])) == (1, 2)
