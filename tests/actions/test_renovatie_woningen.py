"""The homes of a building, made from the list of addresses, from a pattern or from a list of the landlord."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from huurdersapp.actions import controle, history, lists, records
from huurdersapp.actions import renovatie_woningen as woningen
from huurdersapp.actions import renovatie_woninglijst as lijst
from huurdersapp.actions.context import Context
from huurdersapp.actions.renovatie_woningen import Layout, Plan, additions
from huurdersapp.base import jobs
from huurdersapp.base.errors import UserError
from huurdersapp.base.tables import read_table
from tests.actions.conftest import Made, changed, shown, steps


@pytest.fixture
def flat(office: Context, made: Made) -> Context:
    """A project with two buildings, and another project."""
    made("renovatieproject", titel="Gevels", voorstellen=[{"datum": "2019-03-01"}])
    made("renovatieproject", titel="Dak", voorstellen=[{"datum": "2019-03-01"}])
    made("bouwkundige_eenheid", naam="Flat", project=1)
    made("bouwkundige_eenheid", naam="Blok", project=1)
    made("bouwkundige_eenheid", naam="Toren", project=2)
    return office


def outcomes(plan: Plan) -> dict[str, str]:
    """What happens to each home."""
    return {each.name: each.outcome for each in plan.homes}


def homes(ctx: Context, *where: str) -> list[Any]:
    """The homes that are there, in the order in which they were made."""
    return lists.find(ctx, ctx.spec("renovatiewoning"), where, order="nummer")


def doors(plan: Plan) -> list[tuple[Any, ...]]:
    """Where each door is."""
    return [
        (each.home.huisnummer, each.home.trappenhuis, each.home.verdieping, each.home.deur)
        for each in plan.homes
        if each.home is not None
    ]


# -- a pattern ------------------------------------------------------------------------------------------------------


def test_a_portiekflat_looks_like_the_building(flat: Context) -> None:
    layout = Layout(per_floor=2, per_stair=6, stairs=("Portiek Noord",))
    plan = woningen.plan_from_pattern(
        flat, 1, straat=" Dreef ", van=1, tot=15, layout=layout, postcode="7822ap"
    )
    assert doors(plan) == [
        (1, "Portiek Noord", 0, 1),
        (3, "Portiek Noord", 0, 2),
        (5, "Portiek Noord", 1, 1),
        (7, "Portiek Noord", 1, 2),
        (9, "Portiek Noord", 2, 1),
        (11, "Portiek Noord", 2, 2),
        (13, "portiek B", 0, 1),
        (15, "portiek B", 0, 2),
    ]
    assert (plan.summary(), plan.label()) == ("8 nieuwe woningen in Flat.", "8 woningen maken")
    before = steps(flat)
    done = woningen.make(flat, plan)
    assert (done.homes, done.sentences) == (8, ("8 woningen gemaakt in Flat.",))
    assert steps(flat) == before + 1
    home = homes(flat)[2]
    assert (home["naam"], home["postcode"], home["instemming"], home["vraagt_versie"]) == (
        "Dreef 5",
        "7822 AP",
        "niet_benaderd",
        1,
    )
    assert (home["trappenhuis"], home["verdieping"], home["deur"]) == ("Portiek Noord", 1, 1)
    assert jobs.run(controle.check(flat)) == []
    history.undo(flat)
    assert homes(flat) == []
    history.redo(flat)
    assert len(homes(flat)) == 8
    assert lists.search(flat, "dreef 5")[0][1:] == (3, "Dreef 5")


def test_a_gallery_counts_on_from_storey_to_storey(flat: Context) -> None:
    plan = woningen.plan_from_pattern(
        flat, 1, straat="Dreef", van=10, tot=15, stap=1, layout=Layout(per_floor=4, first_floor=1)
    )
    assert doors(plan) == [
        *((10 + index, None, 1, index + 1) for index in range(4)),
        (14, None, 2, 1),
        (15, None, 2, 2),
    ]


def test_letters_make_more_homes_of_a_number_and_a_row_may_begin_at_the_other_end(flat: Context) -> None:
    plan = woningen.plan_from_pattern(flat, 1, straat="Dreef", van=5, tot=2, toevoegingen="geen, a-b, 12")
    names = [
        "Dreef 5",
        "Dreef 5-A",
        "Dreef 5-B",
        "Dreef 5-12",
        "Dreef 3",
        "Dreef 3-A",
        "Dreef 3-B",
        "Dreef 3-12",
    ]
    assert list(outcomes(plan)) == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", (None,)),
        ("A-D", ("A", "B", "C", "D")),
        ("9 t/m 11", ("9", "10", "11")),
        ("bis", ("BIS",)),
        ("a; A, -b", ("A", "B")),
        ("1-hoog", ("1-HOOG",)),
    ],
)
def test_additions_are_read_as_people_write_them(text: str, found: tuple[str | None, ...]) -> None:
    assert additions(text) == found


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"straat": "  "}, "Vul de straat in."),
        ({"van": 0}, "Een huisnummer ligt tussen 1 en 99.999."),
        ({"tot": 100_000}, "Een huisnummer ligt tussen 1 en 99.999."),
        ({"tot": 99_999}, "Dit zijn meer dan 2.000 woningen. Kijk de huisnummers na."),
        ({"toevoegingen": "D-A"}, "‘D-A’ loopt terug. Begin met de eerste."),
        ({"layout": Layout(per_floor=0)}, "Een verdieping heeft ten minste één woning."),
        ({"layout": Layout(per_floor=2, per_stair=-1)}, "Een trappenhuis heeft ten minste één woning."),
        (
            {"layout": Layout(per_floor=1, first_floor=99)},
            "Verdieping 101 kan niet. Kijk na hoe het gebouw in elkaar zit.",
        ),
    ],
)
def test_a_pattern_that_cannot_be_is_told(flat: Context, given: dict[str, Any], said: str) -> None:
    pattern: dict[str, Any] = {"straat": "Dreef", "van": 1, "tot": 5} | given
    with pytest.raises(UserError) as fault:
        woningen.plan_from_pattern(flat, 1, **pattern)
    assert fault.value.text == said


# -- what is there already ------------------------------------------------------------------------------------------


def test_what_is_there_is_skipped_and_what_stands_elsewhere_is_named(flat: Context) -> None:
    woningen.make(flat, woningen.plan_from_pattern(flat, 1, straat="Dreef", van=1, tot=3, stap=1))
    woningen.make(flat, woningen.plan_from_pattern(flat, 2, straat="Dreef", van=4, tot=10, stap=1))
    woningen.make(flat, woningen.plan_from_pattern(flat, 3, straat="Dreef", van=11, tot=11))
    plan = woningen.plan_from_pattern(flat, 1, straat="dreef", van=2, tot=12, stap=1)
    assert [plan.count(each) for each in woningen.OUTCOMES] == [2, 2, 7, 0, 0]
    assert plan.notes() == (
        "2 woningen staan al in deze eenheid.",
        "In eenheid Blok staan al: dreef 4, dreef 5, dreef 6, dreef 7, dreef 8 en nog 2. Een woning hoort bij één eenheid.",
        "Ook in project Dak: dreef 11. Klopt dat?",
    )
    assert woningen.make(flat, plan).homes == 2
    again = woningen.plan_from_pattern(flat, 1, straat="Dreef", van=1, tot=3, stap=1)
    before = steps(flat)
    assert woningen.make(flat, again).sentences == (
        "Er is niets te maken: 0 nieuwe woningen.",
        "3 woningen staan al in deze eenheid.",
    )
    assert steps(flat) == before
    here = woningen.plan_from_pattern(flat, 3, straat="Dreef", van=4, tot=4, postcode="1234 AB")
    woningen.make(flat, here)
    last = woningen.plan_from_pattern(flat, 3, straat="Dreef", van=4, tot=4, postcode="9999 ZZ")
    assert outcomes(last) == {"Dreef 4": "nieuw"}, "the same street in another town"


def test_more_homes_than_the_landlord_names_are_asked_first(flat: Context, made: Made) -> None:
    """Two huurovereenkomsten in one home are one home."""
    changed(flat, "bouwkundige_eenheid", 1, woningen_totaal=4)
    woningen.make(flat, woningen.plan_from_pattern(flat, 1, straat="Dreef", van=1, tot=5))
    made("renovatiewoning", eenheid=1, straat="Dreef", huisnummer=1, huurovereenkomst="kamer 2")
    plan = woningen.plan_from_pattern(flat, 1, straat="Dreef", van=5, tot=9)
    assert plan.asked() == ("Dan staan er 5 woningen in Flat. De verhuurder noemt er 4.",)
    with pytest.raises(UserError, match="De verhuurder noemt er 4") as fault:
        woningen.make(flat, plan)
    assert fault.value.command == "Zet er --zeker bij."
    assert len(homes(flat)) == 4
    assert woningen.make(flat, plan, sure=True).homes == 2
    assert woningen.plan_from_pattern(flat, 1, straat="Dreef", van=1, tot=5).asked() == ()


def test_a_home_in_the_waste_bin_is_not_there(flat: Context) -> None:
    woningen.make(flat, woningen.plan_from_pattern(flat, 1, straat="Dreef", van=1, tot=3))
    records.discard(flat, flat.spec("renovatiewoning"), 1)
    plan = woningen.plan_from_pattern(flat, 1, straat="Dreef", van=1, tot=3)
    assert outcomes(plan) == {"Dreef 1": "nieuw", "Dreef 3": "al"}


def test_a_plan_holds_as_long_as_nothing_was_changed(flat: Context) -> None:
    plan = woningen.plan_from_pattern(flat, 1, straat="Dreef", van=1, tot=5)
    changed(flat, "bouwkundige_eenheid", 1, naam="Flat 1")
    with pytest.raises(UserError, match="Intussen is er iets gewijzigd"):
        woningen.make(flat, plan)
    assert homes(flat) == []


def test_a_closed_project_gets_no_homes(flat: Context) -> None:
    changed(flat, "renovatieproject", 1, afgesloten_op="2019-08-01")
    with pytest.raises(UserError, match="Dit project is afgesloten"):
        woningen.plan_from_pattern(flat, 1, straat="Dreef", van=1, tot=5)
    with pytest.raises(UserError, match="is er niet"):
        woningen.plan_from_pattern(flat, 9, straat="Dreef", van=1, tot=5)


def test_a_new_home_is_asked_about_the_last_version_on_which_all_answer(flat: Context) -> None:
    versions = [
        {"datum": "2019-03-01"},
        {"datum": "2019-04-01", "opnieuw": "alle"},
        {"datum": "2019-05-01", "opnieuw": "geen"},
    ]
    changed(flat, "renovatieproject", 1, voorstellen=versions)
    woningen.make(flat, woningen.plan_from_pattern(flat, 1, straat="Dreef", van=1, tot=1))
    assert homes(flat)[0]["vraagt_versie"] == 2


# -- the list of addresses ------------------------------------------------------------------------------------------


@pytest.fixture
def listed(flat: Context, made: Made) -> Context:
    """Addresses of two complexes."""
    for name in ("Dreef", "Laan"):
        made("complex", naam=name)
    for number, addition in ((10, None), (2, "A-10"), (2, "A-2"), (3, None)):
        made(
            "adres",
            postcode="7822 AP",
            straat="Dreef",
            huisnummer=number,
            toevoeging=addition,
            complex=1,
            eenheid="Blok 1",
        )
    made("adres", postcode="7822 AB", straat="Laan", huisnummer=7, complex=1)
    made("adres", postcode="7822 AB", straat="Laan", huisnummer=9, complex=1, actief=False)
    made("adres", postcode="7822 AB", straat="Laan", huisnummer=11, complex=2)
    return flat


def test_the_homes_of_a_complex_come_in_the_order_in_which_one_walks(listed: Context) -> None:
    plan = woningen.plan_from_addresses(listed, 1, complex=1, layout=Layout(per_floor=2))
    assert list(outcomes(plan)) == ["Dreef 2-A-2", "Dreef 2-A-10", "Dreef 3", "Dreef 10", "Laan 7"]
    assert doors(plan)[2] == (3, None, 1, 1)
    assert plan.notes() == ("1 adres is overgeslagen: het wordt niet verhuurd.",)
    woningen.make(listed, plan)
    home = homes(listed)[0]
    assert (home["adres"], home["postcode"], home["toevoeging"]) == (3, "7822 AP", "A-2")
    assert set(outcomes(woningen.plan_from_addresses(listed, 1, complex=1)).values()) == {"al"}


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ({"complex": 1, "side": "oneven"}, ["Dreef 3", "Laan 7"]),
        ({"complex": 1, "side": "even", "street": " dreef"}, ["Dreef 2-A-2", "Dreef 2-A-10", "Dreef 10"]),
        ({"words": "blok 1", "side": "oneven"}, ["Dreef 3"]),
        ({"numbers": [6, 7]}, ["Laan 9", "Laan 11"]),
    ],
)
def test_part_of_the_addresses(listed: Context, given: dict[str, Any], names: list[str]) -> None:
    assert list(outcomes(woningen.plan_from_addresses(listed, 1, **given))) == names


def test_without_a_choice_the_complex_of_the_building_is_meant(listed: Context) -> None:
    with pytest.raises(UserError, match="Van welk complex"):
        woningen.plan_from_addresses(listed, 1)
    with pytest.raises(UserError, match="Complex ‘9’ is niet bekend"):
        woningen.plan_from_addresses(listed, 1, complex=9)
    with pytest.raises(UserError, match="geen adres gevonden"):
        woningen.plan_from_addresses(listed, 1, words="Blok 2")
    changed(listed, "bouwkundige_eenheid", 1, complex=2)
    assert list(outcomes(woningen.plan_from_addresses(listed, 1))) == ["Laan 11"]


def test_a_home_of_a_pattern_is_linked_to_its_address(listed: Context) -> None:
    plan = woningen.plan_from_pattern(listed, 1, straat="Dreef", van=3, tot=4, stap=1, postcode="7822 AP")
    woningen.make(listed, plan)
    assert [home["adres"] for home in homes(listed)] == [4, None]


# -- a list of the landlord -----------------------------------------------------------------------------------------

LIST = """Portiek;Etage;Deurnr;Adres;Postcode;Leegstand;Naam huurder;Telefoon
A;BG;1;Dreef 2a;7822ap;;A. Geheim;06-1
A;1e verdieping;2;Dreef 4;7822 AP;x;B. Geheim;06-2
A;-1;1;Dreef 6;7822 AP;nee;C. Geheim;06-3
B;zolder;1;Dreef 8;7822 AP;nee;D. Geheim;06-4
B;1;links;Dreef 10;7822 AP;nee;E. Geheim;06-5
B;1;1;Dreef;7822 AP;nee;F. Geheim;06-6
B;1;1;Dreef 12;7822 AP;misschien;G. Geheim;06-7
B;2;1;Dreef 4;7822 AP;nee;H. Geheim;06-8
"""


def test_a_list_is_read_without_the_names_in_it(flat: Context, tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text(LIST, encoding="utf-8")
    plan = woningen.plan_from_list(flat, 1, path)
    assert doors(plan)[:3] == [(2, "A", 0, 1), (4, "A", 1, 2), (6, "A", -1, 1)]
    assert [each.outcome for each in plan.homes] == ["nieuw"] * 3 + ["fout"] * 4 + ["dubbel"]
    assert plan.notes() == (
        "1 woning stond er twee keer in.",
        "Regel 5: ‘zolder’ is geen verdieping. Typ een getal; de begane grond is 0.",
        "Regel 6: ‘links’ is geen deur. Typ een getal, van links naar rechts.",
        "Regel 7: In ‘Dreef’ staat geen huisnummer.",
        "Regel 8: Is deze woning leeg? Er staat ‘misschien’. Typ ja of nee.",
        "2 kolommen zijn niet gelezen. Namen nemen wij niet over.",
    )
    assert woningen.make(flat, plan).homes == 3
    assert [home["instemming"] for home in homes(flat)] == ["niet_benaderd", "leeg", "niet_benaderd"]
    assert [home["huurder"] for home in homes(flat)] == [None] * 3
    with flat.store.reading() as db:
        kept = db.connection().exec_driver_sql("SELECT new FROM journal_change").scalars()
        assert not any("Geheim" in value or "06-" in value for value in kept if value)
    assert jobs.run(controle.check(flat)) == []


def test_a_list_without_a_street_needs_one_or_a_known_postcode(listed: Context, tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text("Huisnr;PC\n3;7822 AP\n5;7822 AP\n", encoding="utf-8")
    plan = woningen.plan_from_list(listed, 1, path)
    assert [(each.name, each.outcome) for each in plan.homes] == [("Dreef 3", "nieuw"), ("5", "fout")]
    assert plan.refused() == ("Van nummer 5 is de straat niet bekend.",)
    given = woningen.plan_from_list(listed, 1, path, straat="Dreef", layout=Layout(per_floor=2))
    assert doors(given) == [(3, None, 0, 1), (5, None, 0, 2)]
    assert given.new == 2
    path.write_text("Wie;Wat\nA;B\n", encoding="utf-8")
    with pytest.raises(UserError, match="in welke kolom het huisnummer staat"):
        woningen.plan_from_list(listed, 1, path)


def test_columns_that_were_chosen_are_remembered(flat: Context, tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text("Plek;Weg\n3;Dreef\n", encoding="utf-8")
    table = read_table(path)
    lijst.remember(flat, table, {"huisnummer": 0, "straat": 1})
    assert list(outcomes(woningen.plan_from_list(flat, 1, path))) == ["Dreef 3"]


def test_four_hundred_homes_are_one_step_that_can_be_undone(flat: Context) -> None:
    layout = Layout(per_floor=20)
    before = steps(flat)
    done = woningen.make(
        flat, woningen.plan_from_pattern(flat, 1, straat="Dreef", van=1, tot=799, layout=layout)
    )
    assert (done.homes, steps(flat)) == (400, before + 1)
    last = shown(flat, "renovatiewoning", 400)
    assert (last["verdieping"], last["deur"]) == (19, 20)
    history.undo(flat)
    assert lists.count(flat, flat.spec("renovatiewoning")) == 0
