"""Vandaag tells of visits, sheets, coaches, commissies and campagnes, legal terms first and addresses never."""

from __future__ import annotations

from datetime import date

import pytest

from huurdersapp.actions import lists, vandaag, vandaag_tellen
from huurdersapp.actions.context import Context
from huurdersapp.actions.vandaag import Target
from huurdersapp.base import clock
from tests.actions.conftest import Made, changed

HOME = {"postcode": "7891 AB", "huisnummer": 12, "straat": "Kerkhoflaan", "plaats": "Klazienaveen"}


def words(ctx: Context) -> list[str]:
    return [item.words for item in vandaag.today(ctx).let_op]


@pytest.fixture
def coach(made: Made) -> int:
    known = {"opleiding": "Basis", "vog_gezien_op": "2019-01-01", "geheimhouding_op": "2019-01-01"}
    return made("energiecoach", naam="Wubbo", **known)


def test_aftercare_is_counted_and_is_late_the_day_after(office: Context, made: Made, coach: int) -> None:
    made("energiebezoek", **HOME, coach=coach, datum="2019-03-02", nazorg_gepland_op="2019-09-02")
    (line,) = vandaag.today(office).let_op
    assert line.words == "Bij 1 energiebezoek is het tijd voor nazorg."
    assert (line.late, line.target) == (False, Target("energiebezoek", where=("nazorg_open_op=2019-09-02",)))
    made("energiebezoek", zonder_adres=True, coach=coach, datum="2019-03-01", nazorg_gepland_op="2019-09-01")
    (line,) = vandaag.today(office).let_op
    assert (line.words, line.late) == ("Bij 2 energiebezoeken is het tijd voor nazorg.", True)
    changed(office, "energiebezoek", 2, nazorg_op="2019-09-02")
    changed(office, "energiebezoek", 1, nazorg_op="2019-09-02")
    assert words(office) == []


def test_no_address_stands_on_the_first_screen(office: Context, made: Made, coach: int) -> None:
    made("energiebezoek", **HOME, coach=coach, datum="2019-03-02", nazorg_gepland_op="2019-09-02")
    for day in ("2019-09-10", "2019-09-10", "2019-09-12"):
        made("energiebezoek", **HOME, coach=coach, datum=day)
    found = vandaag.today(office)
    assert [(item.day.day, item.words) for item in found.agenda] == [
        (10, "2 energiebezoeken gepland"),
        (12, "1 energiebezoek gepland"),
    ]
    for item in found.agenda:
        assert str(lists.count(office, office.spec("energiebezoek"), item.target.where)) in item.words
    told = " ".join((*(item.words for item in found.let_op), *(item.words for item in found.agenda)))
    assert "Kerkhoflaan" not in told
    assert "7891" not in told


def test_a_sheet_that_is_out_longer_than_thirty_days_is_asked_after(
    office: Context, made: Made, coach: int
) -> None:
    made("bezoekformulier", coach=coach, uitgegeven_op="2019-08-03")
    assert words(office) == []
    made("bezoekformulier", coach=coach, uitgegeven_op="2019-08-02")
    assert words(office) == ["Bezoekformulier B 0002 is al langer dan 30 dagen weg."]
    made("bezoekformulier", coach=coach, uitgegeven_op="2019-07-02")
    made("bezoekformulier", coach=coach, uitgegeven_op="2019-07-02", vervallen_op="2019-08-01")
    assert words(office) == ["2 bezoekformulieren zijn al langer dan 30 dagen weg."]
    made("energiebezoek", **HOME, coach=coach, datum="2019-08-30", formulier=2)
    assert words(office) == ["Bezoekformulier B 0003 is al langer dan 30 dagen weg."]


def test_where_not_all_sheets_were_looked_at_the_number_says_so(
    office: Context, made: Made, coach: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vandaag_tellen, "SHEETS", 2)
    for _at in range(2):
        made("bezoekformulier", coach=coach, uitgegeven_op="2019-07-02")
    assert words(office) == ["2 bezoekformulieren zijn al langer dan 30 dagen weg."]
    made("bezoekformulier", coach=coach, uitgegeven_op="2019-07-02")
    assert words(office) == ["2+ bezoekformulieren zijn al langer dan 30 dagen weg."]


def test_a_coach_without_vog_is_told_as_long_as_there_are_visits_to_come(
    office: Context, made: Made, coach: int
) -> None:
    new = made("energiecoach", naam="Sietske")
    made("energiebezoek", zonder_adres=True, coach=coach, datum="2019-09-10")
    assert words(office) == []
    made("energiebezoek", zonder_adres=True, coach=new, datum="2019-09-10")
    (line,) = vandaag.today(office).let_op
    assert line.words == "Sietske gaat op energiebezoek, maar de VOG is nog niet gezien."
    assert line.target == Target("energiecoach", new)
    with clock.fixed(date(2019, 9, 11)):
        assert words(office) == []
    changed(office, "energiecoach", new, vog_gezien_op="2019-09-01")
    assert words(office) == []


def test_a_commissie_without_overleg_is_told_in_the_second_half_of_the_year(
    office: Context, made: Made
) -> None:
    made("verhuurder", naam="Lefier")
    made("commissie", naam="De Beuk", verhuurder=1)
    assert words(office) == ["Bij ‘De Beuk’ is dit jaar geen overleg met de verhuurder geweest of gepland."]
    with clock.fixed(date(2019, 6, 30)):
        assert words(office) == []
    meeting = made("overleg", soort="bewonerscommissie", datum="2019-11-01")
    changed(office, "commissie", 1, overleggen=[meeting])
    assert words(office) == []


def test_a_term_that_ends_and_what_was_not_learned_come_last(office: Context, made: Made) -> None:
    made("campagne", titel="Warm", start_op="2019-05-01", eind_op="2019-09-01")
    made("campagne", titel="Loopt nog", start_op="2019-05-01", eind_op="2019-09-02")
    made(
        "campagne", titel="Klaar", start_op="2019-05-01", eind_op="2019-08-01", conclusies="Vaker aanbellen."
    )
    member = {"naam": "R. Jansen", "rol": "voorzitter", "tot": "2019-10-01"}
    made("commissie", naam="De Beuk", leden=[member], opgericht_op="2015-01-01")
    assert words(office)[1:] == [
        "Bij ‘De Beuk’ loopt de termijn van een lid af.",
        "Schrijf op wat u leerde van campagne ‘Warm’.",
    ]


def test_legal_terms_come_before_anything_else(office: Context, made: Made, coach: int) -> None:
    landlord = made("verhuurder", naam="Lefier")
    made("actiepunt", wat="Bellen", persoon="Jo", uiterlijk="2019-09-01")
    made("energiebezoek", zonder_adres=True, coach=coach, datum="2019-03-01", nazorg_gepland_op="2019-09-01")
    made("energiebezoek", zonder_adres=True, coach=made("energiecoach", naam="Sietske"), datum="2019-09-10")
    made("advies", onderwerp="Sloop", verhuurder=landlord, ontvangen_op="2019-07-01", termijn_dagen=42)
    made("advies", onderwerp="Huur", verhuurder=landlord, ontvangen_op="2019-07-25", termijn_dagen=42)
    made("campagne", titel="Warm", start_op="2019-05-01", eind_op="2019-09-01")
    assert [word[:20] for word in words(office)] == [
        "Voor advies ‘Sloop’ ",
        "Actiepunt ‘Bellen’ m",
        "Bij 1 energiebezoek ",
        "Voor advies ‘Huur’ h",
        "Sietske gaat op ener",
    ]


def test_campagnes_have_their_actions_in_the_agenda(office: Context, made: Made) -> None:
    lines = [
        {"datum": "2019-09-05", "kanaal": "kraam", "plek": "Markt"},
        {"datum": "2019-09-05", "kanaal": "kraam", "plek": "Station"},
        {"datum": "2019-09-06", "kanaal": "flyer"},
        {"datum": "2019-11-06", "kanaal": "flyer"},
    ]
    made("campagne", titel="Warm", start_op="2019-09-01", acties=lines)
    assert [(item.day.day, item.words, item.target) for item in vandaag.today(office).agenda] == [
        (5, "Campagne ‘Warm’: kraam of loket in de buurt", Target("campagne", 1)),
        (6, "Campagne ‘Warm’: flyer", Target("campagne", 1)),
    ]


def test_the_example_has_each_number_of_its_list_also_where_no_line_is_shown(
    example: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vandaag, "MOST", 50)
    found = vandaag.today(example).let_op
    assert len(found) > 5
    assert {"bezoekformulier", "commissie"} <= {item.target.kind for item in found}
    for item in found:
        spec = example.spec(item.target.kind)
        if item.target.where:
            assert str(lists.count(example, spec, item.target.where)) in item.words.split()
        else:
            assert lists.count(example, spec, [f"nummer={item.target.number}"]) == 1
