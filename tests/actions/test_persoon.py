"""Finding one person however the name, the address or the number was written, and saying how sure that is."""

from __future__ import annotations

import pytest

from huurdersapp.actions import persoon
from huurdersapp.actions.context import Context
from huurdersapp.actions.persoon import Treffer, Vraag
from huurdersapp.actions.persoon_lijkt import Gezocht, level
from huurdersapp.base import jobs
from huurdersapp.base.errors import UserError
from tests.actions.conftest import Made, changed

JOSE = Vraag("José van den Berg", "Kanaalstraat", "12", "7811 AB", "06 12 34 56 78", "jose@voorbeeld.invalid")


@pytest.mark.parametrize(
    ("text", "spots", "points"),
    [
        ("Gebeld met mevr. J. v.d. Berg over lek.", ["J. v.d. Berg"], 2),
        ("jose VAN DEN BERG", ["jose VAN DEN BERG"], 2),
        ("Berg, J. van den", ["Berg, J. van den"], 2),
        ("fam. Van den Berg", ["Van den Berg"], 1),
        ("Vandenberg was er", ["Vandenberg"], 1),
        ("Piet van den Berg", ["van den Berg"], 0.5),
        ("P. van den Berg", ["P. van den Berg"], 0.5),
        ("Dhr. Bergh kwam", ["Bergh"], 1),
        ("Bel +31 (0)6 12345678 na 6 uur", ["+31 (0)6 12345678"], 3),
        ("Bel 06-12 34 56 78", ["06-12 34 56 78"], 3),
        ("tel. 0031612345678.", ["0031612345678"], 3),
        ("Mail JOSE@Voorbeeld.invalid", ["JOSE@Voorbeeld.invalid"], 3),
        ("Kanaalstraat 12 te Emmen", ["Kanaalstraat 12"], 2),
        ("op 7811ab, nr 12", ["7811ab, nr 12"], 2),
        ("Kanaalstraat 12-A", ["Kanaalstraat 12-A"], 1),
        ("Kanaalstraat 120", [], 0),
        ("Kanaalstraat 1", [], 0),
        ("7811 AC 12", [], 0),
        ("bergen en bergafwaarts", [], 0),
        ("012345612345678", [], 0),
        ("jose@voorbeeld.invalid.nl", ["jose@voorbeeld.invalid"], 3),
    ],
)
def test_what_is_written_otherwise_is_found(text: str, spots: list[str], points: float) -> None:
    wanted = Gezocht(JOSE)
    wanted.near = wanted.like(["bergh", "bergen", "bergafwaarts"]) & {"bergh"}
    found = wanted.find(text)
    assert [text[each.begin : each.eind] for each in found] == spots
    assert max((each.punten for each in found), default=0) == points
    assert bool(wanted.hunts().search(level(text))) >= bool(found), "the first look is blind for it"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("de heer Bakker", "K. Bakker"),
        ("Bakker, Kees", "Kees Bakker"),
        ("mevr. A.B. Jansen-de Vries", "A. Jansen-de Vries"),
        ("Fatima El Amrani", "Fatima el Amrani"),
        ("T. Öztürk", "T Ozturk"),
        ("A. 't Hart", "A. ’t Hart"),
    ],
)
def test_a_name_is_understood_as_people_type_it(typed: str, written: str) -> None:
    (found,) = Gezocht(Vraag(typed)).find(written)
    assert (written[found.begin : found.eind], found.punten >= 1) == (written, True)


def find(ctx: Context, *asked: str) -> tuple[Treffer, ...]:
    return jobs.run(persoon.zoek(ctx, Vraag(*asked)))


def test_two_things_that_agree_are_sure_and_another_name_at_the_address_is_not(
    office: Context, made: Made
) -> None:
    def report(**values: object) -> int:
        return made("knelpunt", titel="Lek", categorie="onderhoud", **values)

    sure = report(melder_naam="J. v.d. Berg", melder_telefoon="+31 6 1234 5678")
    likely = report(melder_naam="Jose vd Berg")
    perhaps = report(melder_naam="Karel Smit", melder_adres="Kanaalstraat 12, Emmen")
    nobody = report(melder_naam="Karel Smit", melder_adres="Kanaalstraat 14, Emmen")
    found = {each.nummer: each for each in jobs.run(persoon.zoek(office, JOSE)) if each.aard == "contactblok"}
    assert {number: each.zeker for number, each in found.items()} == {
        sure: "zeker",
        likely: "waarschijnlijk",
        perhaps: "misschien",
    }
    assert nobody not in found
    assert found[sure].waarden == ("J. v.d. Berg", "+31 6 1234 5678")
    assert "telefoonnummer is hetzelfde" in found[sure].waarom


def test_each_place_is_told_with_its_sentence_and_what_belongs_to_it(office: Context, made: Made) -> None:
    number = made(
        "knelpunt",
        titel="Lek",
        categorie="onderhoud",
        melder_naam="Kees Bakker",
        omschrijving="Er is water. Buurman Kees Bakker belde. Het droop.",
        aanvulling="Zij is oud.",
    )
    hits = {each.aard: each for each in find(office, "Kees Bakker")}
    assert hits["vrije_tekst"].vrije_tekst == "Buurman Kees Bakker belde."
    assert (hits["vrije_tekst"].nummer, hits["vrije_tekst"].waarden) == (number, ("Kees Bakker",))
    assert (hits["erbij"].vrije_tekst, hits["erbij"].zeker) == ("Zij is oud.", "misschien")


def test_what_only_the_history_knows_is_found(office: Context, made: Made) -> None:
    number = made("knelpunt", titel="Lek", categorie="onderhoud", melder_naam="Kees Bakker")
    changed(office, "knelpunt", number, melder_naam="Piet Anders")
    (hit,) = find(office, "Kees Bakker")
    assert (hit.aard, hit.waar, hit.nummer) == ("geschiedenis", "geschiedenis", number)


def test_nothing_to_look_for_is_told(office: Context) -> None:
    with pytest.raises(UserError, match="Vul iets in"):
        find(office, " ", "", "12")
    assert find(office, "Niemand Nergens") == ()
