"""People and what they belong to are found from both sides, and a home shows its visits."""

from __future__ import annotations

from huurdersapp.actions.context import Context
from huurdersapp.actions.related import related
from huurdersapp.actions.words import Link, read_view
from tests.actions.conftest import Made


def test_a_person_and_what_he_belongs_to_show_each_other(office: Context, made: Made) -> None:
    belongs = {
        "partij": made("partij", naam="De Linde", soort="huurdersorganisatie"),
        "verhuurder": made("verhuurder", naam="Lefier"),
        "commissie": made("commissie", naam="Hommelbrink"),
    }
    person = made("contact", naam="A. Voorbeeld", functie="voorzitter", **belongs)
    links = {each.link for each in read_view(office, office.spec("contact"), person).fields if each.link}
    assert links == {Link(kind, number) for kind, number in belongs.items()}
    for kind, number in belongs.items():
        people = [each for each in related(office, office.spec(kind), number) if each.kind == "contact"]
        assert [(each.items, each.where) for each in people] == [
            (((person, "A. Voorbeeld"),), (f"{kind}={number}",))
        ]


def test_a_home_shows_its_visits(office: Context, made: Made) -> None:
    made("energiecoach", naam="Jan de Vries")
    home = made("adres", postcode="7822 AP", huisnummer=14)
    visit = made(
        "energiebezoek", datum="2019-08-20", coach=1, postcode="7822 AP", huisnummer=14, gesproken=True
    )
    found = [each for each in related(office, office.spec("adres"), home) if each.kind == "energiebezoek"]
    assert [number for each in found for number, _title in each.items] == [visit]
