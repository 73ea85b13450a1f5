"""Many records changed at once, doubles found, and two made one: each in one step with one undo."""

from __future__ import annotations

from typing import Any

import pytest

from huurdersapp.actions import (
    dubbelen,
    history,
    knelpunt_bundelen,
    lists,
    records,
    samen_wijzigen,
    samenvoegen,
)
from huurdersapp.actions.context import Context
from huurdersapp.base import jobs
from huurdersapp.base.errors import UserError
from huurdersapp.store import check
from tests.actions.conftest import Made


@pytest.fixture(autouse=True)
def _sound(office: Context) -> Any:
    """Whatever was done, the store is whole after it."""
    yield
    assert jobs.run(check.check(office.store)) == []


def status(ctx: Context, number: int) -> str:
    return str(records.show(ctx, ctx.spec("knelpunt"), number)["status"])


def test_a_status_of_many_is_one_step_and_what_cannot_is_told(office: Context, made: Made) -> None:
    given = {"categorie": "onderhoud", "gemeld_op": "2019-01-05"}
    numbers = [made("knelpunt", titel=f"Lek {place}", **given) for place in range(4)]
    records.change(office, office.spec("knelpunt"), numbers[3], {"status": "opgelost"})
    before = office.store.head.seq
    done = samen_wijzigen.change_many(office, office.spec("knelpunt"), numbers, {"status": "toegezegd"})
    assert done.numbers == tuple(numbers[:3])
    assert [number for number, _reason in done.refused] == [numbers[3]]
    assert "Opgelost" in done.sentence()
    assert done.sentence().startswith("3 gewijzigd. 1 niet.")
    # The place in a line that nobody typed is not told, nor a key, and the label of the step counts nothing that stayed.
    assert "regel" not in done.sentence()
    assert "_" not in done.sentence()
    assert history.next_undo(office) == "Knelpunten tegelijk wijzigen"
    assert office.store.head.seq == before + 1
    history.undo(office)
    assert [status(office, number) for number in numbers] == ["gemeld", "gemeld", "gemeld", "opgelost"]


def test_one_reason_of_many_is_told_once(office: Context, made: Made) -> None:
    given = {"categorie": "onderhoud", "gemeld_op": "2019-01-05"}
    numbers = [made("knelpunt", titel=f"Lek {place}", status="opgelost", **given) for place in range(5)]
    done = samen_wijzigen.change_many(office, office.spec("knelpunt"), numbers, {"status": "toegezegd"})
    assert done.sentence().count("Na ‘Opgelost’") == 1
    assert f"Knelpunt {numbers[0]}, {numbers[1]}, {numbers[2]} en nog 2: " in done.sentence()


def test_nothing_that_can_change_is_no_step(office: Context, made: Made) -> None:
    number = made("knelpunt", titel="Lek", categorie="onderhoud", gemeld_op="2019-01-05", status="opgelost")
    before = office.store.head.seq
    done = samen_wijzigen.change_many(office, office.spec("knelpunt"), [number], {"status": "toegezegd"})
    assert (done.numbers, office.store.head.seq) == ((), before)


def test_only_fields_that_make_sense_for_many_are_offered(office: Context) -> None:
    keys = [item.key for item in samen_wijzigen.choices_of(office.spec("knelpunt"))]
    assert {"status", "categorie", "kern", "behandelaar", "thema"} <= set(keys)
    assert not {"titel", "melder_naam", "nummer", "huurders_geraakt"} & set(keys)


def pairs(ctx: Context, kind: str) -> list[tuple[int, int]]:
    return [(pair.first, pair.second) for pair in jobs.run(dubbelen.find(ctx, ctx.spec(kind)))]


def test_doubles_are_found_by_what_makes_them_one(office: Context, made: Made) -> None:
    first = made("contact", naam="A. de Vries")
    made("contact", naam="B. Jansen")
    twice = made("contact", naam="A de Vries")
    assert pairs(office, "contact") == [(first, twice)]
    place = {"categorie": "onderhoud", "gemeld_op": "2019-01-05", "complex": made("complex", naam="De Beuk")}
    one = made("knelpunt", titel="Lekkage in het trappenhuis", **place)
    two = made("knelpunt", titel="Trappenhuis: lekkage", **place)
    made("knelpunt", titel="Lift staat stil", **place)
    made("knelpunt", titel="Lekkage in het trappenhuis", categorie="onderhoud", gemeld_op="2019-01-05")
    assert pairs(office, "knelpunt") == [(one, two)]


def test_homes_and_visits_are_doubles_by_their_address(office: Context, made: Made) -> None:
    home = {"postcode": "7822 AP", "huisnummer": 14, "straat": "Marel", "plaats": "Emmen"}
    one = made("adres", toevoeging="A", **home)
    made("adres", toevoeging="B", **home)
    two = made("adres", **{**home, "postcode": "7822 AR"}, toevoeging="a")
    assert pairs(office, "adres") == [(one, two)]
    made("energiecoach", naam="Coach")
    visit = {"postcode": "7822 AP", "huisnummer": 14, "toevoeging": "A", "coach": "Coach"}
    first = made("energiebezoek", datum="2019-03-01", **visit)
    again = made("energiebezoek", datum="2019-03-04", **visit)
    made("energiebezoek", datum="2019-05-01", **visit)
    assert pairs(office, "energiebezoek") == [(first, again)]


def test_what_was_called_different_is_not_offered_again(office: Context, made: Made) -> None:
    made("contact", naam="A. de Vries")
    made("contact", naam="A de Vries")
    (pair,) = jobs.run(dubbelen.find(office, office.spec("contact")))
    dubbelen.call_different(office, "contact", pair.first, pair.second)
    assert pairs(office, "contact") == []


def test_two_are_shown_side_by_side(office: Context, made: Made) -> None:
    one = made("contact", naam="A. de Vries", functie="Wijkbeheerder")
    two = made("contact", naam="A de Vries", functie="Wijkbeheerder", telefoon="0591-1")
    found = samenvoegen.compare(office, office.spec("contact"), one, two)
    assert [(item.key, item.one, item.other) for item in found.differences] == [
        ("naam", "A. de Vries", "A de Vries"), ("telefoon", "", "0591-1"),
    ]  # fmt: skip
    assert found.same == (("Functie", "Wijkbeheerder"),)
    assert found.usual() == {"telefoon"}
    with pytest.raises(UserError, match="niet twee"):
        samenvoegen.compare(office, office.spec("contact"), one, one)


def test_two_become_one_with_all_that_hung_on_them_and_one_undo_parts_them(
    office: Context, made: Made
) -> None:
    landlord = made("verhuurder", naam="Lefier")
    double = made("verhuurder", naam="Stichting Lefier", postcode="7801 AB", plaats="Emmen")
    block = made("complex", naam="De Beuk", verhuurder=double)
    report = made("knelpunt", titel="Lek", categorie="onderhoud", gemeld_op="2019-01-05", verhuurder=double)
    named = (("complex", block), ("knelpunt", report))
    before = [records.show(office, office.spec(kind), number) for kind, number in named]
    found = samenvoegen.compare(office, office.spec("verhuurder"), landlord, double)
    assert ("Complexen", 1) in found.along
    samenvoegen.merge(office, office.spec("verhuurder"), landlord, double, found.usual())
    shown = records.show(office, office.spec("verhuurder"), landlord)
    assert (shown["naam"], shown["postcode"]) == ("Lefier", "7801 AB")
    assert records.show(office, office.spec("complex"), block)["verhuurder"] == landlord
    assert records.show(office, office.spec("knelpunt"), report)["verhuurder"] == landlord
    assert lists.count(office, office.spec("verhuurder")) == 1
    history.undo(office)
    assert lists.count(office, office.spec("verhuurder")) == 2
    assert [
        records.show(office, office.spec(kind), number)
        for kind, number in (("complex", block), ("knelpunt", report))
    ] == before


def test_lists_come_along_and_nothing_stands_there_twice(office: Context, made: Made) -> None:
    place = made("kern", naam="Emmermeer")
    other_place = made("kern", naam="Angelslo")
    brief, flyer = ({"datum": "2019-01-05", "kanaal": kind} for kind in ("brief", "flyer"))
    one = made("campagne", titel="Warm", kernen=[place], acties=[brief])
    two = made("campagne", titel="Warm wonen", kernen=[place, other_place], vorige=one, acties=[flyer])
    made("energiecoach", naam="Coach")
    visit = made("energiebezoek", zonder_adres=True, datum="2019-03-01", coach="Coach", campagne=two)
    samenvoegen.merge(office, office.spec("campagne"), one, two)
    shown = records.show(office, office.spec("campagne"), one)
    assert shown["kernen"] == [place, other_place]
    assert [line["kanaal"] for line in shown["acties"]] == ["brief", "flyer"]
    assert records.show(office, office.spec("energiebezoek"), visit)["campagne"] == one
    history.undo(office)
    assert len(records.show(office, office.spec("campagne"), one)["acties"]) == 1


def test_a_second_report_counts_as_one_more_that_suffers(office: Context, made: Made) -> None:
    given = {"categorie": "onderhoud", "gemeld_op": "2019-01-05"}
    one = made("knelpunt", titel="Lek", ook_last_van=2, **given)
    two = made(
        "knelpunt", titel="Lekkage", ook_last_van=1, **given, relaties=[{"soort": "verwant", "knelpunt": one}]
    )
    samenvoegen.merge(office, office.spec("knelpunt"), one, two)
    shown = records.show(office, office.spec("knelpunt"), one)
    assert shown["ook_last_van"] == 4
    assert len(shown["stappen"]) == 1
    assert shown["relaties"] == []


def test_a_report_that_was_bundled_already_is_not_counted_again(office: Context, made: Made) -> None:
    given = {"categorie": "onderhoud", "gemeld_op": "2019-01-05"}
    head, one, two = (made("knelpunt", titel=title, **given) for title in ("Dak", "Lek", "Lekkage"))
    knelpunt_bundelen.bundle(office, [one, two], into=head)
    samenvoegen.merge(office, office.spec("knelpunt"), head, one)
    assert records.show(office, office.spec("knelpunt"), head)["ook_last_van"] == 2
    samenvoegen.merge(office, office.spec("knelpunt"), two, head)
    assert records.show(office, office.spec("knelpunt"), two)["ook_last_van"] == 2


def test_two_of_one_visit_become_one_with_each_measure_once(office: Context, made: Made) -> None:
    made("energiecoach", naam="Coach")
    for name in ("LED-lamp", "Tochtstrip", "Folie"):
        made("maatregel", naam=name, per="stuk")
    visit = {"postcode": "7822 AP", "huisnummer": 14, "coach": "Coach", "datum": "2019-03-01"}
    agreed = [{"doel": "contact", "gegeven_op": "2019-03-01", "hoe": "mondeling"}]
    one = made(
        "energiebezoek",
        maatregelen=[
            {"maatregel": "LED-lamp", "hoe_ver": "geplaatst_coach"},
            {"maatregel": "Tochtstrip", "hoe_ver": "besproken", "toelichting": "voordeur"},
        ],
        toestemmingen=agreed,
        **visit,
    )
    two = made(
        "energiebezoek",
        maatregelen=[
            {"maatregel": "LED-lamp", "hoe_ver": "uitgereikt", "aantal": 3},
            {"maatregel": "Tochtstrip", "hoe_ver": "geplaatst_bewoner"},
            {"maatregel": "Folie", "hoe_ver": "besproken"},
        ],
        toestemmingen=agreed,
        **visit,
    )
    samenvoegen.merge(office, office.spec("energiebezoek"), one, two)
    shown = records.show(office, office.spec("energiebezoek"), one)
    said = [(line["hoe_ver"], line["aantal"], line["toelichting"]) for line in shown["maatregelen"]]
    assert said == [
        ("geplaatst_coach", 3, None), ("geplaatst_bewoner", None, "voordeur"), ("besproken", None, None),
    ]  # fmt: skip
    assert len(shown["toestemmingen"]) == 1
    samenvoegen.merge(office, office.spec("maatregel"), 1, 2)
    shown = records.show(office, office.spec("energiebezoek"), one)
    assert [line["maatregel"] for line in shown["maatregelen"]] == [1, 3]


def test_what_both_say_in_the_same_words_counts_once(office: Context, made: Made) -> None:
    walk = {"datum": "2019-01-05", "kanaal": "huis_aan_huis", "bereik": 100}
    one, two = (made("campagne", titel="Warm", acties=[walk]) for _place in range(2))
    samenvoegen.merge(office, office.spec("campagne"), one, two)
    assert records.show(office, office.spec("campagne"), one)["bereik"] == 100
    asked = {"titel": "Plan", "start_op": "2019-01-05", "methoden": [{"methode": "enquete"}]}
    first, again = (made("raadpleging", **asked) for _place in range(2))
    samenvoegen.merge(office, office.spec("raadpleging"), first, again)
    assert len(records.show(office, office.spec("raadpleging"), first)["methoden"]) == 1


def test_a_merge_that_breaks_a_rule_changes_nothing(office: Context, made: Made) -> None:
    one = made("commissie", naam="De Beuk", opgericht_op="2019-01-05")
    two = made("commissie", naam="De Beuk", opgeheven_op="2018-01-05")
    shown = records.show(office, office.spec("commissie"), one)
    with pytest.raises(samenvoegen.Refused):
        samenvoegen.merge(office, office.spec("commissie"), one, two, frozenset({"opgeheven_op"}))
    assert records.show(office, office.spec("commissie"), one) == shown
    assert lists.count(office, office.spec("commissie")) == 2


def test_what_is_asked_about_one_is_asked_about_many(office: Context, made: Made) -> None:
    made(
        "energiecoach",
        naam="Coach",
        opleiding="Twee dagen",
        vog_gezien_op="2019-01-05",
        geheimhouding_op="2019-01-05",
    )
    number = made("energiebezoek", zonder_adres=True, datum="2019-09-20", coach="Coach")
    done = samen_wijzigen.change_many(office, office.spec("energiebezoek"), [number], {"datum": "2019-09-25"})
    assert done.warnings
    assert "Kijk nog even" in done.sentence()
