"""--waar finds what it says for each kind of field, and tells what does not fit."""

from __future__ import annotations

import pytest

from huurdersapp.actions import lists, records
from huurdersapp.actions.conditions import choices_meant
from huurdersapp.actions.context import Context
from huurdersapp.base.errors import UserError
from huurdersapp.records import ALL
from huurdersapp.records.base import Choices
from tests.actions.conftest import Made, numbers


@pytest.fixture
def full(office: Context, made: Made) -> Context:
    """Two places, three knelpunten, an overleg and a measure with an amount."""
    made("kern", naam="Emmen", soort="gemeente")
    made("kern", naam="Élan, wijk 3", soort="wijk", ligt_in=1)
    made("overleg", soort="bo", datum="2019-06-03")
    first = {"titel": "Lekkage", "categorie": "onderhoud", "kern": 1, "gemeld_op": "2019-02-28"}
    made("knelpunt", **first, huurders_geraakt=12, omvang="complex")
    second = {"titel": "ÉÉN lift", "categorie": "overlast", "kern": 2, "gemeld_op": "2019-05-01"}
    made("knelpunt", **second, stappen=[{"status": "ingebracht", "overleg": 1, "datum": "2019-06-03"}])
    made("knelpunt", titel="Geluid", categorie="overlast", gemeld_op="2019-08-31", behandelaar="Jo")
    thema = made("thema", code="T", naam="Thema")
    doel = made("doel", thema=thema, code="T1", tekst="Doel")
    measure = {"doel": doel, "tekst": "Woningen tot een bedrag", "soort": "aandeel", "norm": "geen"}
    made("indicator", code="T1-I1", **measure, grensbedrag=59600, prijspeil=2018, nulmeting_waarde=19.9)
    return office


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ("titel=lekkage", [1]),
        ("titel=ÉÉN lift", [2]),
        ("titel=lek", []),
        ("behandelaar=", [1, 2]),
        ("categorie=overlast", [2, 3]),
        ("categorie=overlast, onderhoud", [1, 2, 3]),
        ("categorie=Overlast", [2, 3]),
        ("categorie=ONDERHOUD,overlast", [1, 2, 3]),
        ("omvang=individueel (één huishouden)", [2, 3]),
        ("Categorie=overlast", [2, 3]),
        ("Gemeld op=2019-05-01", [2]),
        ("Kern of wijk=emmen", [1]),
        ("BEVAT=lek", [1]),
        ("Ingebracht_Bij=BO", [2]),
        ("kern=1", [1]),
        ("kern=emmen", [1]),
        ("kern=Élan, wijk 3", [2]),
        ("kern=", [3]),
        ("gemeld_op=2019-05-01", [2]),
        ("gemeld_op=2019", [1, 2, 3]),
        ("gemeld_op=2019-T2", [2, 3]),
        ("gemeld_op=2019-02-28..2019-05-01", [1, 2]),
        ("teruggekoppeld_op=", [1, 2, 3]),
        ("toestemming_contact=ja", []),
        ("toestemming_contact=nee", [1, 2, 3]),
        ("huurders_geraakt=12", [1]),
        ("huurders_geraakt=", [2, 3]),
        ("nummer=3", [3]),
        (" nummer = 3 ", [3]),
        ("nieuw_in=2019-T2", [2, 3]),
        ("nieuw_in=2019-02-28", [1]),
        ("open_op=2019-05-01", [1, 2]),
        ("open_op=2019-T1", [1]),
        ("stand_ingebracht=2019-06-02", []),
        ("stand_ingebracht=2019-06-03", [2]),
        ("ingebracht_bij=bo", [2]),
        ("ingebracht_bij=rg,bo", [2]),
        ("collectief=ja", [1]),
        ("binnen=Emmen", [1, 2]),
        ("binnen=2", [2]),
        ("bevat=lek", [1]),
        ("bevat=lift,gelu", [2, 3]),
        ("bevat=een lift", [2]),
    ],
)
def test_a_condition_finds_what_it_says(full: Context, where: str, found: list[int]) -> None:
    assert numbers(full, "knelpunt", where) == found


def test_more_conditions_hold_together(full: Context) -> None:
    assert numbers(full, "knelpunt", "categorie=overlast", "gemeld_op=2019-T2", "kern=2") == [2]


@pytest.mark.parametrize("where", ["grensbedrag=59600", "nulmeting_waarde=19,9", "nulmeting_waarde=19.90"])
def test_amounts_are_in_cents_and_a_decimal_number_is_a_number(full: Context, where: str) -> None:
    assert numbers(full, "indicator", where) == [1]


@pytest.mark.parametrize(
    ("where", "sentence"),
    [
        ("kern", "‘kern’ is geen voorwaarde. Schrijf VELD=WAARDE, zoals kern=Klazienaveen."),
        ("kren=1", "Knelpunt heeft geen veld ‘kren’. Bedoelt u ‘kern’?"),
        (
            "zzz=1",
            "Knelpunt heeft geen veld ‘zzz’. Welke velden er zijn, ziet u met: huurdersapp velden knelpunt",
        ),
        ("Kren=1", "Knelpunt heeft geen veld ‘Kren’. Bedoelt u ‘kern’?"),
        ("categorie=onderhuod", "Categorie ‘onderhuod’ bestaat niet. Bedoelt u ‘onderhoud’?"),
        ("omvang=Individuel", "Omvang ‘Individuel’ bestaat niet. Bedoelt u ‘individueel’?"),
        ("kern=Zwartemeer", "Kern ‘Zwartemeer’ is niet bekend."),
        ("kern=99", "Kern ‘99’ is niet bekend."),
        ("binnen=Zwartemeer", "Kern ‘Zwartemeer’ is niet bekend."),
        ("gemeld_op=2019-02-30", "De dag 2019-02-30 bestaat niet. Schrijf een dag (2019-03-05)"),
        ("gemeld_op=05-03-2019", "bestaat niet. Schrijf een dag (2019-03-05), een jaar (2019)"),
        ("gemeld_op=2019-T4", "Trimester T4 bestaat niet: een jaar heeft T1, T2 en T3."),
        ("nieuw_in=2019-02-30..2019-03-01", "De dag 2019-02-30 bestaat niet."),
        ("nieuw_in=2019-05-01..2019-04-30", "eindigt voor zij begint."),
        ("categorie=lawaai", "Categorie ‘lawaai’ bestaat niet. Kies uit: onderhoud, "),
        ("categorie=onderhoud,", "Categorie ‘’ bestaat niet."),
        ("ingebracht_bij=raad", "Ingebracht bij ‘raad’ bestaat niet. Kies uit: rg, bo, "),
        ("toestemming_contact=misschien", "‘misschien’ kan hier niet. Schrijf ja of nee."),
        ("huurders_geraakt=1.200", "‘1.200’ kan hier niet. Schrijf alleen cijfers, zonder punt ertussen."),
        ("huurders_geraakt=twaalf", "‘twaalf’ kan hier niet."),
        ("huurders_geraakt=9999999999999999999999", "kan hier niet."),
        ("open_op=", "Achter ‘open_op=’ hoort nog een waarde."),
        ("binnen=", "Achter ‘binnen=’ hoort nog een waarde."),
        ("bevat=", "Achter ‘bevat=’ hoort nog een waarde."),
        ("bevat=!,?", "Achter ‘bevat=’ hoort nog een waarde."),
    ],
)
def test_what_does_not_fit_is_told(full: Context, where: str, sentence: str) -> None:
    with pytest.raises(UserError) as told:
        numbers(full, "knelpunt", where)
    assert sentence in told.value.sentence()


def test_an_amount_in_euros_is_told_how_to_write_it(full: Context) -> None:
    with pytest.raises(UserError, match="‘596,00’ kan hier niet") as told:
        numbers(full, "indicator", "grensbedrag=596,00")
    assert told.value.hint == "Schrijf het bedrag in hele centen: 59600 voor € 596,00."


def test_a_list_can_be_asked_for_what_names_a_record_in_the_waste_bin(full: Context) -> None:
    records.discard(full, full.spec("kern"), 2)
    assert numbers(full, "knelpunt", "kern=2") == [2]
    assert numbers(full, "knelpunt", "kern=Élan, wijk 3") == [2]


def test_an_order_is_a_field(full: Context) -> None:
    spec = full.spec("knelpunt")
    assert [row["nummer"] for row in lists.find(full, spec, order="-gemeld_op")] == [3, 2, 1]
    with pytest.raises(UserError, match="Knelpunt heeft geen veld ‘gemeld’"):
        lists.find(full, spec, order="-gemeld")


def test_an_order_may_be_the_heading_of_the_list(full: Context) -> None:
    for order in ("-Gemeld op", "-GEMELD_OP"):
        assert [row["nummer"] for row in lists.find(full, full.spec("knelpunt"), order=order)] == [3, 2, 1]


def test_a_label_of_morechoices_meant_finds_them_all_and_may_have_a_comma() -> None:
    choices = Choices.of(een="Anders", twee="Anders", drie="Vocht, schimmel")
    assert choices_meant("Soort", choices, "anders") == ["een", "twee"]
    assert choices_meant("Soort", choices, "vocht, schimmel") == ["drie"]
    assert choices_meant("Soort", choices, "drie,Anders") == ["drie", "een", "twee"]


def test_no_named_filter_hides_a_field() -> None:
    for spec in ALL.values():
        assert set(spec.filter) & {*spec.fields, "bevat"} == set()


def test_a_record_in_the_waste_bin_is_in_no_list(full: Context) -> None:
    records.discard(full, full.spec("knelpunt"), 1)
    spec = full.spec("knelpunt")
    assert numbers(full, "knelpunt") == [2, 3]
    assert lists.count(full, spec) == 2
    assert lists.search(full, "lekkage") == []
    assert numbers(full, "knelpunt", "bevat=lek") == []


@pytest.mark.parametrize(
    ("kind", "where", "words"),
    [
        ("raadpleging", "telt_voor=thema:1", "‘thema:1’ kan hier niet"),
        ("raadpleging", "telt_voor=indicator", "‘indicator’ kan hier niet"),
        ("raadpleging", "telt_voor=indicator:999", "Maat 999 is er niet"),
        ("raadpleging", "telt_voor=indicator:99999999999999999999", "kan hier niet"),
        ("raadpleging", "telt_voor=indicator:1", "Dit punt telt geen raadplegingen"),
        ("kern", "telt_voor=indicator:1", "Kern heeft geen veld ‘telt_voor’"),
    ],
)
def test_what_counts_for_no_point_is_told(full: Context, kind: str, where: str, words: str) -> None:
    with pytest.raises(UserError, match=words):
        lists.count(full, full.spec(kind), [where])
