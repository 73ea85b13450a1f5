"""The akkoord of the example is alive: every measure combination and status, nine rounds, and all seven parties."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from huurdersapp.actions import lists, standen, voorbeeld
from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import Plain
from huurdersapp.records import activiteit, afwijking, inbrengpunt, meting, overleg, visie
from huurdersapp.records.akkoord_bestand import read_akkoord
from huurdersapp.records.akkoord_keuzes import PRECISIE, STAND
from huurdersapp.records.visie import SOORTEN as VISIESOORTEN

SIGNERS = 7
YEARS = (2019, 2020, 2021)
MONTHS = (2, 7, 10)
PLANS = (2020, 2021, 2022)
DEPTH = ("project", "project", "wijk", "gemeente", "gemeente")
"""How precise each year of an overview is told (Lokaal Akkoord Emmen 2019-2024, "Tweede kwartaal")."""
AREAS = {"Nieuw-Weerdinge", "Nieuw-Amsterdam/Veenoord", "Angelslo", "Emmerhout", "Bargeres", "Zwartemeer"}
"""The areas that the akkoord names for a visie."""


def found(ctx: Context, kind: str, *where: str) -> list[Plain]:
    return lists.find(ctx, ctx.spec(kind), where, order="nummer")


def names(ctx: Context, kind: str, key: str = "naam") -> dict[int, str]:
    return {row["nummer"]: row[key] for row in found(ctx, kind)}


@pytest.fixture
def values(example: Context) -> dict[str, list[Plain]]:
    """The metingen by the code of their measure."""
    codes = names(example, "indicator", "code")
    told: dict[str, list[Plain]] = {}
    for row in found(example, "meting"):
        told.setdefault(codes[row["indicator"]], []).append(row)
    return told


def test_every_combination_of_the_akkoord_has_values(values: dict[str, list[Plain]]) -> None:
    """A reference takes its values from the measures that it points at; an own measure also counts itself."""
    doelen = [doel for thema in read_akkoord(voorbeeld.AKKOORD).themas for doel in thema.doelen]
    told: dict[tuple[str, str, str, str | None], bool] = {}
    for one in (item for doel in doelen for item in doel.indicatoren):
        codes = {one.code, *one.verwijst_naar} if one.soort == "verwijzing" else {one.code}
        key = (one.soort, one.norm, one.richting, one.tijd)
        told[key] = told.get(key, False) or bool(codes & values.keys())
    assert len(told) == 36
    assert [key for key, there in told.items() if not there] == []


def test_every_party_that_delivers_does_so_for_each_year(
    example: Context, values: dict[str, list[Plain]]
) -> None:
    parties = names(example, "partij")
    by = Counter(
        (parties[row["aangeleverd_door"]], int(row["tot"][:4])) for rows in values.values() for row in rows
    )
    for party in ("gemeente Emmen", "Lefier", "Domesta", "Woonservice Drenthe"):
        assert all(by[party, year] for year in (2018, *YEARS)), party
    assert by["Huurdersfederatie Zuidoost Drenthe", 2020]


def test_every_value_says_that_it_is_invented(values: dict[str, list[Plain]]) -> None:
    assert [row["naam"] for rows in values.values() for row in rows if "verzonnen" not in row["bron"]] == []


def test_every_stand_occurs_and_one_is_ours(example: Context) -> None:
    told = standen.standen(example, on=voorbeeld.TODAY)
    assert {one.key for one in told.values()} == set(STAND.keys())
    own = [one for one in told.values() if one.own_key]
    assert [(one.code, one.own_key) for one in own] == [("DU3-I1", "achter")]
    assert all(one.own_reason and one.own_key != one.key for one in own)


def test_the_figures_that_people_ask_about_stand_as_they_should(example: Context) -> None:
    codes = {code: number for number, code in names(example, "indicator", "code").items()}

    def stand(code: str, on: date = voorbeeld.TODAY) -> str:
        return standen.stand(example, codes[code], on).key

    assert (stand("BB14-I8", date(2020, 6, 1)), stand("BB14-I8")) == ("niet_gehaald", "gehaald")
    assert (stand("BB5-I1"), stand("BB5-I2")) == ("op_schema", "boven_de_bandbreedte")
    assert (stand("BB1-I2"), stand("BB1-I3")) == ("gehaald", "niet_gehaald")
    assert (stand("BB13-I1"), stand("DU2-I9"), stand("BB7-I2")) == ("gehaald", "achter", "niet_aangeleverd")


def test_classes_add_up_and_shares_are_their_numbers(values: dict[str, list[Plain]]) -> None:
    path = values["DU2-I9"]
    assert sorted(row["tot"] for row in path) == ["2018-12-31", "2019-12-31", "2020-12-31", "2021-06-30"]
    for row in path:
        assert round(sum(line["waarde"] for line in row["klassen"]), 6) == 100
    shares = [row for rows in values.values() for row in rows if row["noemer"] is not None]
    assert len(shares) > 15
    for row in shares:
        assert round(row["teller"] * 100 / row["noemer"], 4) == row["waarde"], row["naam"]


def test_values_are_of_every_status_precision_party_and_place(values: dict[str, list[Plain]]) -> None:
    rows = [row for told in values.values() for row in told]
    assert {row["status"] for row in rows} == set(meting.STATUS.keys())
    assert {row["precisie"] for row in rows} == {*PRECISIE.keys(), None}
    for row in rows:
        assert (row["bevestigd_in"] is not None) == (row["status"] != "concept"), row["naam"]
        assert (row["vastgesteld_in"] is not None) == (row["status"] == "vastgesteld"), row["naam"]
    homes = values["BB13-I1"]
    assert len({row["partij"] for row in homes}) == 4
    assert len({row["kern"] for row in homes}) == 4
    budgets = [values[f"LW1-I{number}"] for number in (2, 3, 4, 5)]
    assert all(len({row["kern"] for row in told}) == 6 for told in budgets)


def test_one_value_was_corrected_with_its_reason(example: Context, values: dict[str, list[Plain]]) -> None:
    (after,) = (row for rows in values.values() for row in rows if row["vervangt"] is not None)
    (before,) = (row for row in values["BB13-I1"] if row["nummer"] == after["vervangt"])
    assert (before["versie"], after["versie"]) == (1, 2)
    assert (before["waarde"], after["waarde"]) == (10, 9)
    assert after["correctie_reden"]
    assert lists.count(example, example.spec("meting"), ["geldend=nee"]) == 1


def test_nine_rounds_of_rg_and_bo_and_the_last_is_still_to_come(example: Context) -> None:
    rounds = {
        (soort, *map(int, row["datum"].split("-")[:2])): row
        for soort in ("rg", "bo")
        for row in found(example, "overleg", f"soort={soort}")
    }
    assert set(rounds) == {
        (soort, year, month) for soort in ("rg", "bo") for year in YEARS for month in MONTHS
    }
    for (_soort, year, month), row in rounds.items():
        assert len(row["partijen"]) == SIGNERS
        assert any(point["eigen_punt"] for point in row["agendapunten"]), row["naam"]
        if (year, month) == (2021, 10):
            assert (row["verslag_status"], row["aanwezig"]) == (None, None)
        else:
            assert row["verslag_status"] == ("concept" if (year, month) == (2021, 7) else "vastgesteld")
            assert any(point["besluit"] for point in row["agendapunten"]), row["naam"]


def test_meetings_are_of_every_kind_and_some_things_did_not_go_through(example: Context) -> None:
    rows = found(example, "overleg")
    assert {row["soort"] for row in rows} == set(overleg.SOORTEN.keys())
    groups = Counter(row["werkgroep"] for row in rows)
    assert groups["Werkgroep Besparing Emmerhout"] > 3
    assert groups["Werkgroep Opwekking Emmerhout"] > 2
    points = [point for row in rows for point in row["agendapunten"]]
    refused = [point for point in points if point["geweigerd_reden"]]
    assert len(refused) == 3
    assert all(point["eigen_punt"] and point["ingediend_op"] for point in refused)
    for key in ("knelpunt", "indicator", "afspraak", "afwijking", "advies", "bespreking", "wie", "minuten"):
        assert any(point[key] for point in points), key
    assert any(row["afgelast"] and row["afgelast_reden"] for row in rows)
    files = [line for row in rows for line in row["bijlagen"]]
    assert {line["vertrouwelijk"] for line in files} == {True, False}


def test_a_knelpunt_that_was_brought_in_stands_on_that_agenda(example: Context) -> None:
    meetings = {row["nummer"]: row for row in found(example, "overleg")}
    told = 0
    for row in found(example, "knelpunt"):
        for line in row["inbreng"]:
            points = meetings[line["overleg"]]["agendapunten"]
            if line["agendapunt"] in [point["onderwerp"] for point in points]:
                told += row["nummer"] in [point["knelpunt"] for point in points]
    assert told > 30


def test_sixty_things_to_do_are_done_open_late_or_dropped(example: Context) -> None:
    def count(*where: str) -> int:
        return lists.count(example, example.spec("actiepunt"), where)

    assert (count(), count("toezegging=ja")) == (60, 49)
    for side in ("ja", "nee"):
        assert count(f"toezegging={side}", "open_op=2021-09-01") >= 3
        assert count(f"toezegging={side}", "te_laat_op=2021-09-01") >= 2
    rows = found(example, "actiepunt")
    assert sum(row["vervallen_op"] is not None for row in rows) == 3
    assert sum(row["gedaan_op"] is not None for row in rows) == 38
    assert sum(row["afwijking"] is not None for row in rows) >= 5
    assert any(row["uitkomst"] for row in rows)


def test_goals_off_schedule_stand_at_different_steps_and_one_changed_a_point(example: Context) -> None:
    steps = {row["naam"]: [step["stap"] for step in row["stappen"]] for row in found(example, "afwijking")}
    assert steps == {
        "DU2-I6 niet op schema": ["gesignaleerd", "aan_rg", "aan_bo", "besluit"],
        "WZ4-I1 niet op schema": ["gesignaleerd", "aan_rg", "aan_bo", "besluit", "afgerond"],
        "BB6-I3 niet op schema": ["gesignaleerd", "aan_rg"],
    }
    assert {step for told in steps.values() for step in told} == set(afwijking.STATUS.keys()) - {"geschil"}
    decisions = [step for row in found(example, "afwijking") for step in row["stappen"] if step["optie"]]
    assert {step["optie"] for step in decisions} == {"doel_aanpassen", "extra_inspanning"}
    (changed,) = found(example, "bijstelling")
    assert (changed["optie"], changed["verschillen"][0]["oud"]) == ("doel_aanpassen", "2021")
    (point,) = found(example, "indicator", "code=WZ4-I1")
    assert changed["indicator"] == point["nummer"]
    assert str(point["streefwaarden"][0]["jaar"]) == changed["verschillen"][0]["nieuw"]


def test_homes_of_the_corporations_are_told_per_year_in_the_gemeente(example: Context) -> None:
    rows = found(example, "partij", "soort=corporatie")
    assert len(rows) == 3
    for row in rows:
        assert [line["jaar"] for line in row["daeb_bezit"]] == [2018, *YEARS]
        assert all(line["kern"] and "verzonnen" in line["bron"] for line in row["daeb_bezit"])


def test_every_party_has_an_overview_of_three_years_in_the_depth_of_the_akkoord(example: Context) -> None:
    rows = {row["nummer"]: row for row in found(example, "activiteitenoverzicht")}
    assert Counter(row["jaar"] for row in rows.values()) == dict.fromkeys(PLANS, SIGNERS)
    assert {row["status"] for row in rows.values()} == {"aangeleverd", "besproken", "vastgesteld"}
    told = Counter(row["overzicht"] for row in found(example, "activiteit"))
    assert min(told[number] for number in rows) >= 2
    for item in found(example, "activiteit"):
        first = rows[item["overzicht"]]["jaar"]
        assert [line["precisie"] for line in item["jaren"]] == [
            DEPTH[line["jaar"] - first] for line in item["jaren"]
        ]
        if first == 2020:
            assert item["jaren"][0]["bedrag_gedaan"] is not None, item["naam"]
    items = found(example, "activiteit")
    assert {row["status"] for row in items} == set(activiteit.STATUS.keys())
    assert {row["afgesproken"] for row in items} == {True, False}


def test_the_right_of_advice_is_settled_per_landlord_and_year(example: Context) -> None:
    landlords = {row["nummer"] for row in found(example, "partij", "soort=corporatie")}
    rows = found(example, "activiteitenoverzicht")
    told = {(row["partij"], row["jaar"]): row["adviesrecht"] for row in rows if row["adviesrecht"]}
    assert set(told) == {(party, year) for party in landlords for year in PLANS}
    assert set(told.values()) == {"open", "wel", "niet"}


def test_input_is_of_every_kind_and_was_answered_in_every_way(example: Context) -> None:
    rows = found(example, "inbrengpunt")
    assert {row["soort"] for row in rows} == set(inbrengpunt.SOORTEN.keys())
    assert {row["status"] for row in rows} == set(inbrengpunt.STATUS.keys())
    assert {row["reactie"] for row in rows} == {*inbrengpunt.REACTIES.keys(), None}
    overviews = {row["nummer"]: row["jaar"] for row in found(example, "activiteitenoverzicht")}
    assert {overviews[row["overzicht"]] for row in rows} == set(PLANS)
    assert any(row["raadplegingen"] and row["knelpunten"] for row in rows)


def test_the_named_areas_have_a_visie_in_which_tenants_took_part(example: Context) -> None:
    kernen = names(example, "kern")
    visies = [row for row in found(example, "visie", "soort=visie") if row["status"] == "vastgesteld"]
    places = {kernen[number] for row in visies for number in row["kernen"]}
    assert places >= AREAS
    assert all(line["bewoners"] for row in visies for line in row["bijeenkomsten"])
    assert all(row["bijeenkomsten"] for row in visies)
    per_year = Counter(row["vastgesteld_op"][:4] for row in visies)
    assert (per_year["2019"], per_year["2020"]) == (4, 5)
    programmes = found(example, "visie", "soort=programma")
    assert {row["jaar"] for row in programmes} == set(PLANS)
    assert all(any(line["eigen"] for line in row["onderdelen"]) for row in programmes)
    assert {row["soort"] for row in found(example, "visie")} == set(VISIESOORTEN.keys())
    assert {row["status"] for row in found(example, "visie")} == set(visie.STATUS.keys()) - {"vervallen"}


def test_visies_are_as_many_as_were_measured(example: Context, values: dict[str, list[Plain]]) -> None:
    for row in values["BB1-I2"]:
        year = row["tot"][:4]
        if year != "2018":
            count = lists.count(example, example.spec("visie"), ["soort=visie", f"vastgesteld_in={year}"])
            assert count == row["waarde"], year


def test_moments_of_the_agenda_were_moved_done_dropped_or_added(example: Context) -> None:
    rows = found(example, "agendamoment")
    moved = [row for row in rows if row["anker"] is not None and row["van"] is not None]
    assert len(moved) >= 5
    assert all(row["reden"] for row in moved)
    assert {row["gedaan_op"][:4] for row in rows if row["gedaan_op"]} == {"2019", "2020", "2021"}
    assert sum(bool(row["vervallen"]) for row in rows) == 1
    assert sum(row["anker"] is None for row in rows) == 2
    assert {row["soort"] for row in found(example, "voorbereidingsstap")} == {
        "raadpleging", "bestuursbesluit", "stukken", "overig",
    }  # fmt: skip
