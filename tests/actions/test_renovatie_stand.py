"""How a renovation stands: the count of a building, by SQL and by hand, and the list behind every number."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from huurdersapp.actions import records
from huurdersapp.actions.context import Context
from huurdersapp.actions.renovatie_antwoord import answer, contact, sound, worry
from huurdersapp.actions.renovatie_papier_waarden import telblad
from huurdersapp.actions.renovatie_stand import (
    conditions,
    deuren,
    missing,
    project_stand,
    telling,
    uitslag,
    verdict,
    wat_als,
)
from huurdersapp.actions.renovatie_tellen import natural
from huurdersapp.base.errors import UserError
from huurdersapp.records.draagvlak import Telling, needed
from huurdersapp.reports.renovatie_woorden import gevolg
from tests.actions.conftest import TODAY, changed
from tests.actions.renovatie import homes, listed, numbers_are_lists, project, stand, unit

MAY, JUNE = date(2019, 5, 1), date(2019, 6, 1)


@pytest.fixture
def flat(office: Context) -> int:
    """A building without homes, of a project with one proposal."""
    return unit(office, project(office))


def reached(ctx: Context, filter_key: str = "gehaald_op") -> list[int]:
    return listed(ctx, [f"{filter_key}={TODAY}"], "bouwkundige_eenheid")


def large(ctx: Context) -> list[int]:
    return listed(ctx, ["tien_of_meer=ja"], "bouwkundige_eenheid")


@pytest.mark.parametrize("count", [10, 11, 12, 13, 20, 23, 169])
def test_lists_and_count_agree_on_what_is_needed(office: Context, flat: int, count: int) -> None:
    made = homes(office, flat, count)
    least = needed(count)
    answer(office, made[: least - 1], "ja")
    assert not stand(office, flat).telling.gehaald
    assert (reached(office), reached(office, "vermoeden_op")) == ([], [])
    answer(office, made[least - 1 : least], "ja")
    assert stand(office, flat).telling.vermoeden
    assert (reached(office), reached(office, "vermoeden_op")) == ([flat], [flat])


def test_sixteen_of_twenty_three_is_told_in_whole_numbers(office: Context, flat: int) -> None:
    made = homes(office, flat, 23)
    answer(office, made[:16], "ja")
    assert verdict(stand(office, flat).telling) == "Nog 1 nodig: 16 van de 17."
    assert str(stand(office, flat).telling.percentage) == "69.57"
    answer(office, made[16:18], "ja")
    assert verdict(stand(office, flat).telling) == "70 % is gehaald: 17 nodig, 18 gegeven."


def test_of_ten_homes_two_are_empty_and_the_presumption_still_applies(office: Context, flat: int) -> None:
    made = homes(office, flat, 10)
    answer(office, made[:2], "leeg")
    answer(office, made[2:8], "ja")
    found = stand(office, flat).telling
    assert (found.huurders, found.nodig, found.alle_woningen, found.vermoeden) == (8, 6, 10, True)
    assert (large(office), reached(office, "vermoeden_op")) == ([flat], [flat])


def test_nine_homes_are_nine_also_when_one_has_two_tenancies(office: Context, flat: int) -> None:
    made = homes(office, flat, 8)
    made += homes(office, flat, 1, first=9, huurovereenkomst="kamer 1")
    made += homes(office, flat, 1, first=9, huurovereenkomst="kamer 2")
    answer(office, made, "ja")
    found = stand(office, flat).telling
    assert (found.huurders, found.alle_woningen) == (10, 9)
    assert verdict(found) == (
        "70 % is gehaald: 7 nodig, 10 gegeven. Geen wettelijk vermoeden: minder dan tien woningen."
    )
    assert (large(office), reached(office), reached(office, "vermoeden_op")) == ([], [flat], [])
    homes(office, flat, 1, first=10)
    assert large(office) == [flat]


def test_a_door_without_an_address_with_two_tenancies_is_one_home(office: Context, flat: int) -> None:
    door: dict[str, Any] = {"straat": None, "huisnummer": None, "deur": 4}
    for room in ("kamer 1", "kamer 2"):
        homes(office, flat, 1, huurovereenkomst=room, **door)
    homes(office, flat, 1, **door | {"deur": 5})
    found = stand(office, flat).telling
    assert (found.huurders, found.alle_woningen) == (3, 2)


def test_what_held_on_a_day_stays_what_it_was(office: Context, flat: int) -> None:
    made = homes(office, flat, 4)
    answer(office, made[:3], "ja", op=MAY)
    answer(office, made[:1], "nee", op=JUNE)
    answer(office, made[1:2], "leeg", op=JUNE)
    with office.store.reading() as db:
        assert telling(db, flat, date(2019, 4, 30)) == Telling(niet_benaderd=4, woningen=4)
        assert telling(db, flat, MAY) == Telling(ja=3, niet_benaderd=1, woningen=4)
        assert telling(db, flat, date(2019, 5, 31)) == Telling(ja=3, niet_benaderd=1, woningen=4)
        assert telling(db, flat) == Telling(ja=1, nee=1, niet_benaderd=1, leeg=1, woningen=4)


def test_a_correction_leaves_no_trace_in_the_count(office: Context, flat: int) -> None:
    made = homes(office, flat, 2)
    answer(office, made, "ja", op=JUNE)
    answer(office, made[:1], "nee", op=MAY)
    answer(office, made[1:], "niet_benaderd")
    with office.store.reading() as db:
        for day in (MAY, JUNE, TODAY):
            assert telling(db, flat, day) == Telling(nee=1, niet_benaderd=1, woningen=2)


def test_every_number_opens_its_list(office: Context) -> None:
    of = project(office, peiling_aan=True)
    number = unit(office, of, aangezegd_op="2019-07-20")
    made = homes(office, number, 12) + homes(office, number, 2, first=20, trappenhuis=None)
    homes(office, number, 2, first=30, trappenhuis="PORTIEK A")
    answer(office, made[:4], "ja", op=MAY)
    answer(office, made[4:6], "nee", op=MAY, vorm="mondeling")
    answer(office, made[6:8], "leeg", op=MAY)
    answer(office, made[8:9], "geen_reactie", op=JUNE)
    answer(office, made[:1], "nee", op=JUNE)
    answer(office, made[4:5], "ja", op=JUNE, vorm="email")
    sound(office, made[9:12], "twijfel")
    found = stand(office, number)
    assert [name for name, _count in found.trappenhuizen] == ["portiek A", "portiek B", ""]
    assert (found.mondeling, stand(office, number, MAY).mondeling, found.naar_rechter) == (1, 2, 10)
    assert found.peiling == {"voor": 0, "twijfel": 3, "tegen": 0, "onbekend": 0}
    for day in (date(2019, 4, 1), MAY, JUNE, TODAY):
        numbers_are_lists(office, number, day)


def test_the_parts_of_a_building_are_the_whole(office: Context, flat: int) -> None:
    made = homes(office, flat, 13)
    answer(office, made[:5], "ja")
    answer(office, made[5:7], "leeg")
    found = stand(office, flat)
    for parts in (found.trappenhuizen, found.per_verdieping):
        counts = [count for _name, count in parts]
        assert sum(count.ja for count in counts) == 5
        assert sum(count.huurders for count in counts) == found.telling.huurders
    assert [floor for floor, _count in found.per_verdieping] == [1, 0]


def test_the_eight_weeks_are_told_with_both_days(office: Context) -> None:
    number = unit(office, project(office), aangezegd_op="2019-07-25")
    made = homes(office, number, 2)
    changed(office, "renovatiewoning", made[0], aangezegd_op="2019-05-02")
    found = stand(office, number)
    assert found.rechter_dagen == (date(2019, 9, 19), date(2019, 9, 19))
    assert found.naar_rechter == 1
    with office.store.reading() as db:
        assert [door.naar_rechter_tot for door in deuren(db, number)] == [date(2019, 9, 19), None]
    before = stand(office, number, date(2019, 7, 24))
    assert (before.aangezegd_op, before.rechter_dagen) == (None, None)


def test_doors_and_list_agree_on_who_may_go_to_court(office: Context) -> None:
    number = unit(office, project(office), aangezegd_op="2019-07-08")
    made = homes(office, number, 6)
    answer(office, made[:1], "ja")
    answer(office, made[1:2], "leeg")
    changed(office, "renovatiewoning", made[2], rechter_op="2019-08-01")
    for day, count in ((TODAY, 3), (date(2019, 9, 3), 0)):
        with office.store.reading() as db, pytest.MonkeyPatch.context() as patch:
            patch.setattr("huurdersapp.base.clock.today", lambda day=day: day)
            doors = [door.nummer for door in deuren(db, number) if door.naar_rechter_tot]
        assert sorted(doors) == listed(office, conditions(number, "naar_rechter", day))
        assert len(doors) == count
    assert made[2] in listed(office, conditions(number, "naar_rechter", date(2019, 7, 31)))


def test_a_door_tells_what_is_to_be_done(office: Context) -> None:
    number = unit(office, project(office, peiling_aan=True))
    made = homes(office, number, 3)
    contact(office, made[:2], datum=MAY, uitkomst="niet_thuis", terug_op=JUNE)
    contact(office, made[:1], datum=JUNE)
    answer(office, made[2:], "ja", vorm="mondeling", op=MAY)
    sound(office, made[:1], "voor")
    with office.store.reading() as db:
        doors = {door.nummer: door for door in deuren(db, number)}
    one, two, three = (doors[each] for each in made)
    assert (one.contacten, one.laatste_contact, one.terug_op, one.peiling) == (2, JUNE, None, "voor")
    assert (two.contacten, two.laatste_contact, two.terug_op) == (1, MAY, JUNE)
    assert (three.contacten, three.instemming, three.mondeling, three.versie) == (0, "ja", True, 1)
    assert listed(office, [f"terugkomen_op={TODAY}"]) == [two.nummer]


def test_doors_come_as_one_walks_by_them(office: Context, flat: int) -> None:
    for number in (12, 2, 10):
        homes(office, flat, 1, first=number, trappenhuis="portiek 2", verdieping=None, deur=None)
    homes(office, flat, 1, first=99, trappenhuis="portiek 10")
    with office.store.reading() as db:
        assert [door.naam for door in deuren(db, flat)] == ["Dreef 2", "Dreef 10", "Dreef 12", "Dreef 99"]
    assert sorted(["b10", "b9a", "B9", "a", "٣", "3"], key=natural) == ["3", "a", "B9", "b9a", "b10", "٣"]


def test_what_if_is_about_those_without_an_answer(office: Context) -> None:
    number = unit(office, project(office, peiling_aan=True))
    made = homes(office, number, 10)
    answer(office, made[:4], "ja")
    sound(office, made[4:6], "voor")
    sound(office, made[6:9], "twijfel")
    found = dict(wat_als(stand(office, number)))
    told = {words: (count.ja, count.nee, count.open, count.huurders) for words, count in found.items()}
    assert told == {
        "Als iedereen die nu voor is ook ja zegt": (6, 0, 4, 10),
        "Als alle twijfelaars nee zeggen": (4, 3, 3, 10),
        "Als alle twijfelaars ja zeggen": (7, 0, 3, 10),
        "Als iedereen die voor is en alle twijfelaars ja zeggen": (9, 0, 1, 10),
        "Als iedereen zonder antwoord nee zegt": (4, 6, 0, 10),
        "Als iedereen zonder antwoord ja zegt": (10, 0, 0, 10),
    }
    assert verdict(found["Als iedereen zonder antwoord nee zegt"]) == "70 % is niet gehaald: 4 van de 7."
    assert verdict(Telling(ja=4, nee=4, niet_benaderd=2)) == (
        "70 % is niet gehaald: 4 van de 7. Met wie nog niet antwoordde hoogstens 6."
    )


def test_without_a_peiling_nothing_is_guessed_from_it(office: Context, flat: int) -> None:
    homes(office, flat, 3)
    found = stand(office, flat)
    assert found.peiling is None
    assert [words for words, _count in wat_als(found)] == [
        "Als iedereen zonder antwoord nee zegt",
        "Als iedereen zonder antwoord ja zegt",
    ]


def test_a_project_is_told_with_its_buildings_proposal_and_advice(office: Context) -> None:
    advies = {"soort": "ongevraagd", "onderwerp": "de gevels", "uitkomst": "negatief"}
    records.create(office, office.spec("advies"), [advies])
    of = project(
        office,
        adviezen=[1],
        afgesproken_percentage=80,
        afgesproken_bron="Brief",
        voorstellen=[{"datum": "2019-03-01"}, {"datum": "2019-06-01"}],
    )
    second, first = (unit(office, of, naam=name) for name in ("Flat 10", "Flat 9"))
    made = homes(office, first, 10)
    homes(office, second, 2, first=30)
    answer(office, made[:7], "ja")
    with office.store.reading() as db:
        found, earlier = project_stand(db, of), uitslag(db, of, MAY)
    assert [each.nummer for each in found.eenheden] == [first, second]
    assert (found.huurders, found.ja, found.versie, earlier.versie) == (12, 7, 2, 1)
    assert found.adviezen == ((1, "de gevels", "negatief"),)
    promised = found.eenheden[0].afgesproken
    assert promised is not None
    assert verdict(promised) == "Nog 1 nodig: 7 van de 8."
    assert found.eenheden[0].telling.vermoeden


def test_staircases_that_a_list_tells_apart_stand_apart_on_the_telblad(office: Context) -> None:
    records.create(
        office, office.spec("partij"), [{"naam": "Wij", "soort": "huurdersorganisatie", "eigen": True}]
    )
    of = unit(office, project(office))
    for first, name in ((1, "Hof É"), (2, "hof é"), (3, "Hof A"), (4, "hof a")):
        homes(office, of, 1, first=first, trappenhuis=name)
    with office.store.reading() as db:
        found = telblad(office, db, of, TODAY, blanco=False, zonder_adressen=False)
    assert [(len(part.woningen), part.telling.alle_woningen) for part in found.delen] == [
        (2, 2),
        (1, 1),
        (1, 1),
    ]


def test_a_project_without_a_building_says_what_to_do(office: Context) -> None:
    of = project(office)
    with office.store.reading() as db:
        found = project_stand(db, of)
        assert (found.eenheden, found.huurders) == ((), 0)
        assert missing(found) == "Dit project heeft nog geen bouwkundige eenheid. Maak er eerst een."
        with pytest.raises(UserError, match="nog geen bouwkundige eenheid"):
            uitslag(db, of)
        with pytest.raises(UserError, match="is er niet"):
            project_stand(db, 99)
    assert verdict(stand(office, unit(office, of)).telling) == "Er zijn nog geen huurders om te tellen."


def test_homes_and_buildings_in_the_bin_count_nowhere(office: Context) -> None:
    of = project(office)
    flat, other = unit(office, of), unit(office, of, naam="Blok")
    made = homes(office, flat, 3)
    homes(office, other, 2, first=50)
    records.discard(office, office.spec("renovatiewoning"), made[0])
    records.discard(office, office.spec("bouwkundige_eenheid"), other)
    with office.store.reading() as db:
        found = project_stand(db, of)
    assert (len(found.eenheden), found.huurders) == (1, 2)


def test_worries_are_told_with_what_is_asked(office: Context, flat: int) -> None:
    for subject in ("overlast", "huurprijs"):
        worry(office, flat, subject, 3)
    assert stand(office, flat).zorgen == (
        ("huurprijs", "Hogere huur of servicekosten", 3, None),
        ("overlast", "Overlast tijdens het werk", 3, None),
    )


def test_a_building_of_which_homes_are_missing_has_no_outcome_in_law_yet(office: Context) -> None:
    """The landlord says twelve homes; nine of them are written down, and all nine agreed."""
    flat = unit(office, project(office), woningen_totaal=12)
    made = homes(office, flat, 9)
    answer(office, made, "ja")
    found = stand(office, flat).telling
    assert (found.ontbreekt, found.vermoeden_mogelijk, found.vermoeden) == (3, True, False)
    assert (large(office), reached(office, "vermoeden_op")) == ([flat], [])
    told = "70 % is gehaald: 7 nodig, 9 gegeven. De telling is niet compleet: er ontbreken 3 woningen."
    assert (verdict(found), gevolg(found).replace("\N{NO-BREAK SPACE}", " ")) == (told, told)
    homes(office, flat, 3, first=10)
    whole = stand(office, flat).telling
    assert (whole.ontbreekt, whole.vermoeden) == (0, True)
    assert reached(office, "vermoeden_op") == [flat]


def test_a_letter_that_says_70_percent_where_we_counted_less_is_kept_and_asked_about(office: Context) -> None:
    flat = unit(office, project(office))
    made = homes(office, flat, 10)
    answer(office, made[:6], "ja", op=MAY)
    told = records.change(office, office.spec("bouwkundige_eenheid"), flat, {"aangezegd_op": "2019-06-01"})
    asked = "Volgens uw telling was 70 % die dag niet gehaald. Vraag de verhuurder hoe hij telde."
    assert [text.partition(": ")[2] for text in told.warnings] == [asked]
    answer(office, made[6:7], "ja", op=MAY)
    assert not records.change(
        office, office.spec("bouwkundige_eenheid"), flat, {"aangezegd_op": "2019-06-02"}
    ).warnings
