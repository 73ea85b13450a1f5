"""Energy visits as a whole: the catalogue, entering, what it saves, what is still to be done."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from huurdersapp.actions import adressen, energie, history, lists, records, start
from huurdersapp.actions.context import Context
from huurdersapp.app import opened
from huurdersapp.base import period
from huurdersapp.records.draft import read
from tests.actions.conftest import Made, changed, numbers, shown, steps

HOME: dict[str, Any] = {"postcode": "7822 AP", "huisnummer": 14, "toevoeging": "A"}
VISIT = {"datum": "2019-06-03", "coach": "Jan", **HOME, "straat": "Laan van de Marel", "plaats": "Emmen"}
DAMP = {"categorie": "vocht_schimmel", "titel": "Schimmel in de slaapkamer", "toestemming": True}


@pytest.fixture
def coached(office: Context, made: Made) -> Context:
    """An office with measures, a coach of whom all is known, and a complex of a landlord."""
    energie.ready(office)
    ready = {"opleiding": "Ja", "vog_gezien_op": "2019-01-01", "geheimhouding_op": "2019-01-01"}
    made("energiecoach", naam="Jan", **ready)
    made("kern", naam="Emmen", soort="gemeente")
    made("kern", naam="Emmermeer", ligt_in="Emmen")
    made("partij", naam="Lefier", soort="corporatie")
    made("verhuurder", naam="Lefier", partij="Lefier")
    made("complex", naam="Kerkhoflaan", verhuurder="Lefier", kern="Emmermeer")
    return office


# The catalogue


def test_a_new_administration_begins_with_measures_and_prices(data_folder: Path) -> None:
    with opened(data_folder, create=True, author="Jo") as ctx:
        start.begin(ctx, "De Linde")
        assert lists.count(ctx, ctx.spec("maatregel")) == len(energie.catalogue("maatregel"))
        assert lists.count(ctx, ctx.spec("rekentarief")) == len(energie.catalogue("rekentarief"))


@pytest.mark.parametrize("kind", energie.CATALOGUES)
def test_the_catalogue_breaks_no_rule_and_asks_nothing(office: Context, kind: str) -> None:
    for raw in energie.catalogue(kind):
        _draft, faults = read(office.spec(kind), raw, lambda kind, value: "")
        assert [fault.sentence() for fault in faults] == [], raw


def test_every_figure_of_the_catalogue_has_its_source() -> None:
    measures = energie.catalogue("maatregel")
    assert len({raw["code"] for raw in measures}) == len(measures)
    assert [raw["plek"] for raw in measures] == list(range(1, len(measures) + 1))
    for raw in measures:
        figures = any(key in raw for key in ("gas_m3", "stroom_kwh", "water_liter"))
        assert not figures or (raw["bron"] and raw["bron_jaar"] and "nagezocht" in raw), raw["naam"]
        if "eigen kennis" in raw.get("bron", "") or "Afgeleid" in raw.get("bron", ""):
            assert raw["nagezocht"] is False
    (boiler,) = [raw for raw in measures if raw["code"] == "cv_60"]
    assert "60 graden of hoger" in boiler["veiligheid"]


def test_the_catalogue_comes_once_in_one_step_also_into_an_older_administration(office: Context) -> None:
    before = steps(office)
    assert energie.ready(office)
    assert steps(office) == before + 1
    assert not energie.ready(office)
    assert steps(office) == before + 1


def test_a_catalogue_thrown_away_on_purpose_does_not_come_back(office: Context) -> None:
    energie.ready(office)
    spec = office.spec("maatregel")
    records.discard_many(office, spec, numbers(office, "maatregel"))
    assert not energie.ready(office)
    assert lists.count(office, spec) == 0


def test_a_catalogue_whose_loading_was_undone_does_not_come_back(office: Context) -> None:
    energie.ready(office)
    history.undo(office)
    assert numbers(office, "maatregel") == []
    assert not energie.ready(office)


def test_own_measures_are_left_as_they_are(office: Context, made: Made) -> None:
    made("maatregel", naam="Eigen maatregel")
    assert energie.ready(office)
    assert numbers(office, "maatregel") == [1]
    assert numbers(office, "rekentarief") != []


# A home


@pytest.fixture
def homes(coached: Context, made: Made) -> Context:
    """Two homes at one number."""
    place = {"straat": "Laan van de Marel", "plaats": "Emmen", "kern": "Emmermeer", "complex": "Kerkhoflaan"}
    for addition in ("A", "B"):
        made(
            "adres",
            **(HOME | {"toevoeging": addition}),
            **place,
            verhuurder="Lefier",
            energielabel="a1",
            bouwjaar=1974,
        )
    return coached


def test_a_home_is_found_however_it_is_typed(homes: Context) -> None:
    found = adressen.home(homes, " 7822ap", 14, "-a")
    assert found is not None
    assert found.number == 1
    assert found.words == "Laan van de Marel, Emmen – complex Kerkhoflaan, Lefier"
    assert (found.energielabel, found.kern, found.complex, found.landlord) == (
        "A+",
        "Emmermeer",
        "Kerkhoflaan",
        "Lefier",
    )
    assert found.values == {
        "straat": "Laan van de Marel",
        "plaats": "Emmen",
        "bouwjaar": 1974,
        "energielabel": "a1",
        "kern": 2,
        "complex": 1,
        "verhuurder": 1,
    }
    assert found.additions == ("A", "B")
    assert found.others(14) == ""


def test_a_number_without_its_addition_says_which_there_are(homes: Context, made: Made) -> None:
    found = adressen.home(homes, "7822 AP", 14)
    assert found is not None
    assert (found.number, found.others(14)) == (None, "Er zijn 14-A en 14-B.")
    made("adres", **(HOME | {"toevoeging": None}))
    both = adressen.home(homes, "7822 AP", 14, "C")
    assert both is not None
    assert both.others(14) == "Er zijn 14, 14-A en 14-B."
    made("adres", postcode="7822 AP", huisnummer=16, toevoeging="A")
    one = adressen.home(homes, "7822 AP", 16)
    assert one is not None
    assert one.others(16) == "Op dit nummer kennen wij alleen 16-A."
    assert adressen.home(homes, "7822 AP", 15) is None


def test_a_home_tells_of_earlier_visits(homes: Context, made: Made) -> None:
    made("energiebezoek", **VISIT)
    made("energiebezoek", **{**VISIT, "datum": "2019-08-01"})
    made("energiebezoek", **{**VISIT, "toevoeging": "B"})
    found = adressen.home(homes, "7822 AP", 14, "A")
    assert found is not None
    assert found.visits == ((2, date(2019, 8, 1)), (1, date(2019, 6, 3)))


def test_what_lies_in_the_waste_bin_is_not_taken_over(homes: Context) -> None:
    records.discard(homes, homes.spec("complex"), 1)
    found = adressen.home(homes, "7822 AP", 14, "A")
    assert found is not None
    assert "complex" not in found.values
    records.discard(homes, homes.spec("adres"), 1)
    gone = adressen.home(homes, "7822 AP", 14, "A")
    assert gone is not None
    assert (gone.number, gone.additions) == (None, ("B",))


def test_a_home_is_looked_up_by_its_index(homes: Context) -> None:
    from sqlalchemy import select

    from huurdersapp.records.adres import Adres

    same = (Adres.postcode == "7822 AP", Adres.huisnummer == 14, Adres.verwijderd.is_(None))
    with homes.store.reading() as db:
        asked = select(Adres).where(*same).order_by(Adres.toevoeging, Adres.nummer)
        text = str(asked.compile(db.connection(), compile_kwargs={"literal_binds": True}))
        plan = db.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {text}").fetchall()
    assert any("ix_adres_bekend" in row[3] for row in plan), plan


# The measures to choose from


def _names(ctx: Context, **how: Any) -> list[str]:
    return [one.name for one in energie.measures(ctx, **how)]


def test_measures_have_number_keys_and_stand_in_their_place(coached: Context) -> None:
    found = energie.measures(coached)
    assert [one.key for one in found[:10]] == [1, 2, 3, 4, 5, 6, 7, 8, 9, None]
    assert [one.name for one in found[:3]] == ["Radiatorfolie", "Tochtstrips", "Ledlampen"]
    foil = found[0]
    assert (foil.unit, foil.saves, foil.landlord) == ("m²", "10 m³ gas per m²", False)
    assert [one.name for one in found if one.landlord] == ["Beter glas", "Isolatie muur, dak, vloer"]


def test_what_is_used_most_comes_first_and_what_is_not_used_any_more_falls_out(
    coached: Context, made: Made
) -> None:
    made("energiebezoek", **VISIT, maatregelen=[{"maatregel": "Deurdranger"}, {"maatregel": "Ledlampen"}])
    made("energiebezoek", **VISIT, maatregelen=[{"maatregel": "Deurdranger"}])
    found = energie.measures(coached)
    assert [(one.name, one.used, one.key) for one in found[:3]] == [
        ("Deurdranger", 2, 1),
        ("Ledlampen", 1, 2),
        ("Radiatorfolie", 0, 3),
    ]
    records.discard(coached, coached.spec("energiebezoek"), 2)
    assert _names(coached)[:2] == ["Ledlampen", "Deurdranger"]
    changed(coached, "maatregel", found[0].number, actief=False)
    assert "Deurdranger" not in _names(coached)


def test_an_order_that_was_frozen_stays_while_visits_are_entered(coached: Context, made: Made) -> None:
    order = [one.number for one in energie.measures(coached)]
    made("energiebezoek", **VISIT, maatregelen=[{"maatregel": "Deurdranger"}])
    made("maatregel", naam="Nieuw", plek=1)
    assert _names(coached)[0] == "Deurdranger"
    frozen = _names(coached, order=order)
    assert (frozen[0], frozen[-1]) == ("Radiatorfolie", "Nieuw")
    assert [one.key for one in energie.measures(coached, order)][:2] == [1, 2]


# Entering


def _saved(ctx: Context, values: dict[str, Any], **more: Any) -> int:
    return int(energie.save_visit(ctx, values, **more).records[0]["nummer"])


def test_a_visit_and_its_knelpunt_are_one_step_and_one_undo(homes: Context) -> None:
    before = steps(homes)
    number = _saved(homes, dict(VISIT), knelpunt=DAMP)
    assert steps(homes) == before + 1
    visit, knelpunt = shown(homes, "energiebezoek", number), shown(homes, "knelpunt", 1)
    assert visit["knelpunten"] == [1]
    assert (knelpunt["titel"], knelpunt["bron"], knelpunt["gemeld_op"]) == (
        "Schimmel in de slaapkamer",
        "energiecoach",
        "2019-06-03",
    )
    assert (knelpunt["kern"], knelpunt["complex"], knelpunt["verhuurder"]) == (2, 1, 1)
    history.undo(homes)
    assert numbers(homes, "energiebezoek") == []
    assert numbers(homes, "knelpunt") == []
    history.redo(homes)
    assert shown(homes, "energiebezoek", number)["knelpunten"] == [1]


def test_with_consent_the_address_goes_along_and_the_consent_is_kept(coached: Context) -> None:
    saved = energie.save_visit(coached, dict(VISIT), knelpunt=DAMP)
    (consent,) = saved.records[0]["toestemmingen"]
    assert (consent["doel"], consent["gegeven_op"]) == ("verhuurder", "2019-06-03")
    knelpunt = shown(coached, "knelpunt", 1)
    assert knelpunt["melder_adres"] == "Laan van de Marel 14-A, 7822 AP Emmen"
    assert knelpunt["toestemming_op"] == "2019-06-03"
    assert saved.warnings == []


def test_without_consent_no_address_goes_along_also_not_by_hand(coached: Context) -> None:
    by_hand = {**DAMP, "toestemming": False, "melder_adres": "Marel 14", "melder_naam": "P. Jansen"}
    saved = energie.save_visit(coached, {**VISIT, "kern": "Emmermeer"}, knelpunt=by_hand)
    assert saved.records[0]["toestemmingen"] == []
    knelpunt = shown(coached, "knelpunt", 1)
    assert (knelpunt["melder_adres"], knelpunt["melder_naam"], knelpunt["kern"]) == (None, None, 2)


def test_consent_that_stands_there_is_not_put_down_twice(coached: Context) -> None:
    given = [{"doel": "verhuurder", "hoe": "schriftelijk"}]
    number = _saved(coached, {**VISIT, "toestemmingen": given}, knelpunt=DAMP)
    _saved(coached, {"duur": 60}, number=number, knelpunt={**DAMP, "titel": "Tocht"})
    visit = shown(coached, "energiebezoek", number)
    assert [line["hoe"] for line in visit["toestemmingen"]] == ["schriftelijk"]
    assert visit["knelpunten"] == [1, 2]


def test_a_knelpunt_may_come_with_a_change_and_leaves_the_other_lines(coached: Context) -> None:
    agreed = [{"doel": "contact", "hoe": "telefoon"}]
    number = _saved(coached, {**VISIT, "toestemmingen": agreed})
    _saved(coached, {"opmerking": "Nog gebeld"}, number=number, knelpunt=DAMP)
    visit = shown(coached, "energiebezoek", number)
    assert [line["doel"] for line in visit["toestemmingen"]] == ["contact", "verhuurder"]
    assert (visit["opmerking"], visit["knelpunten"]) == ("Nog gebeld", [1])


def test_measures_of_the_landlord_become_knelpunten_where_that_is_asked(coached: Context) -> None:
    lines = [
        {"maatregel": "Radiatorfolie", "aantal": 4},
        {"maatregel": "Beter glas", "wie": "verhuurder", "stand": "te_doen", "toelichting": "Slaapkamer"},
        {"maatregel": "Tochtstrips", "wie": "verhuurder", "stand": "gedaan"},
    ]
    values = {**VISIT, "maatregelen": lines}
    (offered,) = energie.landlord_measures(coached, values)
    assert (offered["titel"], offered["omschrijving"], offered["toestemming"]) == (
        "Verhuurder: Beter glas",
        "Slaapkamer",
        False,
    )
    number = _saved(coached, values, landlord_measures=[{**offered, "toestemming": True}], knelpunt=DAMP)
    assert shown(coached, "energiebezoek", number)["knelpunten"] == [1, 2]
    assert shown(coached, "knelpunt", 2)["categorie"] == "energie_isolatie"


def test_the_faults_of_both_come_back_in_their_places_and_nothing_is_saved(coached: Context) -> None:
    lines = [{"maatregel": "Radiatorfolie"}, {"maatregel": "Beter glas", "wie": "verhuurder"}]
    values = {**VISIT, "coach": None, "maatregelen": lines}
    landlord = {"maatregel": "Beter glas", "categorie": "glas", "titel": "Glas"}
    wrong = {**DAMP, "titel": ""}
    before = steps(coached)
    with pytest.raises(records.Refused) as caught:
        energie.save_visit(coached, values, knelpunt=wrong, landlord_measures=[landlord])
    places = {fault.place for fault in caught.value.faults if not fault.warning}
    assert places == {("coach",), ("knelpunt", "titel"), ("maatregelen", 1, "categorie")}
    assert steps(coached) == before
    checked = energie.check_visit(coached, values, knelpunt=wrong, landlord_measures=[landlord])
    assert {fault.place for fault in checked if not fault.warning} == places


def test_an_address_that_may_no_longer_be_told_is_named(coached: Context) -> None:
    energie.save_visit(coached, VISIT, knelpunt=DAMP)
    given = shown(coached, "energiebezoek", 1)["toestemmingen"]
    gone = {"toestemmingen": [{**given[0], "ingetrokken_op": "2019-08-01"}]}
    told = records.change(coached, coached.spec("energiebezoek"), 1, gone).warnings
    assert any("knelpunt 1 staat het adres nog" in text for text in told)
    told = records.change(coached, coached.spec("energiebezoek"), 1, {"opmerking": "Gebeld"}).warnings
    assert told == []


def test_words_on_health_are_seen_in_the_knelpunt_too(coached: Context) -> None:
    saved = energie.save_visit(coached, dict(VISIT), knelpunt={**DAMP, "titel": "Schimmel, kind met astma"})
    assert len(saved.warnings) == 1
    assert saved.warnings[0].startswith("knelpunt, titel: ‘astma’ gaat over gezondheid")


def test_a_visit_alone_is_saved_like_any_record(coached: Context) -> None:
    number = _saved(coached, dict(VISIT))
    assert numbers(coached, "knelpunt") == []
    _saved(coached, {"duur": 90}, number=number)
    assert shown(coached, "energiebezoek", number)["duur"] == 90


# What it saves


def _placed(name: str, amount: float | None = None, **more: Any) -> dict[str, Any]:
    return {"maatregel": name, "aantal": amount, **more}


def test_a_visit_tells_what_it_is_expected_to_save(coached: Context, made: Made) -> None:
    made(
        "rekentarief",
        jaar=2019,
        gas_euro=0.75,
        stroom_euro=0.25,
        gas_co2=2,
        stroom_co2=0.5,
        bron_prijs="Proef",
    )
    lines = [
        _placed("Radiatorfolie", 4),
        _placed("Tochtstrips"),
        _placed("Ledlampen", 2, hoe_ver="uitgereikt"),
    ]
    number = made("energiebezoek", **VISIT, gas_jaar=1000, maatregelen=lines)
    saving = energie.expected(coached, number)
    assert saving.expected.gas_m3 == 88
    assert saving.expected.euro == 66
    assert saving.expected.co2_kg == 176
    assert saving.possible.stroom_kwh == 36
    assert saving.prices is not None
    assert saving.prices.bron == "Proef"
    assert [part.measure.naam for part in saving.parts] == ["Radiatorfolie", "Tochtstrips", "Ledlampen"]


def test_without_a_price_of_that_year_there_are_no_euros(coached: Context, made: Made) -> None:
    number = made("energiebezoek", **VISIT, maatregelen=[_placed("Tochtstrips")])
    saving = energie.expected(coached, number)
    assert (saving.expected.gas_m3, saving.expected.euro, saving.prices) == (Decimal(50), None, None)


@pytest.fixture
def summer(coached: Context, made: Made) -> Context:
    """Visits of a summer: a home twice, one without an address, one where nobody opened, one thrown away."""
    here = {"kern": "Emmermeer", "complex": "Kerkhoflaan"}
    made("energiebezoek", **VISIT, **here, gas_jaar=1000, maatregelen=[_placed("Tochtstrips")])
    again = [_placed("Tochtstrips"), _placed("Radiatorfolie", 4), _placed("Deurdranger", 1)]
    made("energiebezoek", **{**VISIT, "datum": "2019-07-01"}, **here, maatregelen=again)
    nowhere = [_placed("Ledlampen", 2), _placed("Douche", hoe_ver="besproken")]
    made("maatregel", naam="Douche")
    made(
        "energiebezoek", datum="2019-07-02", coach="Jan", zonder_adres=True, kern="Emmen", maatregelen=nowhere
    )
    missed = [{"datum": "2019-07-03", "uitkomst": "niet_thuis"}]
    made(
        "energiebezoek",
        **{**VISIT, "huisnummer": 20, "datum": "2019-07-03"},
        gesproken=False,
        contactmomenten=missed,
    )
    gone = made("energiebezoek", **{**VISIT, "huisnummer": 30}, maatregelen=[_placed("Tochtstrips")])
    records.discard(coached, coached.spec("energiebezoek"), gone)
    made("energiebezoek", **{**VISIT, "datum": "2019-01-05"}, maatregelen=[_placed("Tochtstrips")])
    return coached


SUMMER = period.parse("2019-T2")


def test_the_overview_counts_as_the_list_does(summer: Context) -> None:
    found = energie.overview(summer, SUMMER)
    counted = {
        "visits": (3, found.visits),
        "households": (2, found.households),
        "attempts": (4, found.attempts),
        "not_spoken": (1, found.not_spoken),
        "no_shows": (1, found.no_shows),
        "placed": (3, found.placed),
        "knelpunten": (0, found.knelpunten),
    }
    spec = summer.spec("energiebezoek")
    for name, (expected, count) in counted.items():
        assert count.number == expected, name
        assert lists.count(summer, spec, count.where) == expected, name
    assert found.states["geplaatst_coach"] == 5
    assert found.states["besproken"] == 1


def test_a_home_that_was_visited_twice_saves_once(summer: Context) -> None:
    found = energie.overview(summer, SUMMER)
    assert (found.saving.gas_m3, found.saving.stroom_kwh) == (Decimal(88), Decimal(36))
    assert found.unknown == 1  # of the deurdranger nothing is known
    assert found.saving.euro is None


def test_the_overview_divides_by_measure_and_place(summer: Context) -> None:
    found = energie.overview(summer, SUMMER)
    spec = summer.spec("energiebezoek")
    strips = next(one for one in found.measures if one.name == "Tochtstrips")
    assert (found.measures[0], strips.placed, strips.visits.number) == (strips, 2, 2)
    kernen = {one.name: (one.visits.number, one.placed.number, one.saving.gas_m3) for one in found.kernen}
    assert kernen == {"Emmermeer": (2, 2, Decimal(88)), "Emmen": (1, 1, None)}
    complexen = {one.name: one.visits.number for one in found.complexen}
    assert complexen == {"Kerkhoflaan": 2, "Niet ingevuld": 1}
    for one in (*found.kernen, *found.complexen):
        assert lists.count(summer, spec, one.visits.where) == one.visits.number
        assert lists.count(summer, spec, one.placed.where) == one.placed.number


def test_the_overview_of_one_place_has_what_lies_inside_it(summer: Context) -> None:
    assert energie.overview(summer, SUMMER, 1).visits.number == 3
    assert energie.overview(summer, SUMMER, 2).visits.number == 2
    nothing = energie.overview(summer, period.parse("2018"), 2)
    assert (nothing.visits.number, nothing.saving.gas_m3, nothing.kernen) == (0, None, ())


def test_aftercare_that_is_due_is_told_the_longest_first(coached: Context, made: Made) -> None:
    agreed = {"toestemmingen": [{"doel": "contact"}]}
    made("energiebezoek", **{**VISIT, "datum": "2019-03-01"}, **agreed)
    made("energiebezoek", **{**VISIT, "datum": "2019-02-01"}, **agreed)
    made("energiebezoek", **{**VISIT, "datum": "2019-06-01"}, **agreed)
    made("energiebezoek", **{**VISIT, "datum": "2019-01-01"}, **agreed, nazorg_op="2019-05-05")
    found = energie.aftercare(coached)
    assert [(one.number, one.planned, one.days_late, one.coach) for one in found] == [
        (2, date(2019, 6, 1), 93, "Jan"),
        (1, date(2019, 7, 1), 63, "Jan"),
    ]
    assert found[0].name.startswith("Laan van de Marel 14-A")
    assert lists.count(coached, coached.spec("energiebezoek"), ["nazorg_open_op=2019-09-02"]) == 2
