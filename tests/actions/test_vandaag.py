"""The page Vandaag tells what wants attention, and every number on it is that of the list that it opens."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from huurdersapp.actions import lists, records, vandaag, vandaag_agenda, vandaag_tellen, voorbeeld
from huurdersapp.actions.context import Context
from huurdersapp.actions.vandaag import Target
from huurdersapp.base import clock
from huurdersapp.records.draft import read
from tests.actions.conftest import Made, changed

DAY = date(2019, 9, 2)


def words(ctx: Context) -> list[str]:
    return [item.words for item in vandaag.today(ctx).let_op]


def test_a_new_administration_has_nothing_to_tell(office: Context) -> None:
    found = vandaag.today(office)
    assert (found.day, found.let_op, found.agenda, found.laatste, found.kopie) == (DAY, (), (), (), None)
    assert [item.number for item in found.voortgang] == ["0", "0", "0"]


def test_one_thing_is_named_and_more_are_counted(office: Context, made: Made) -> None:
    made("actiepunt", wat="Bellen", persoon="Jo", uiterlijk="2019-09-01")
    assert words(office) == ["Actiepunt ‘Bellen’ moest gisteren klaar zijn."]
    assert vandaag.today(office).let_op[0].target == Target("actiepunt", 1)
    made("actiepunt", wat="Schrijven", persoon="Jo", uiterlijk="2019-08-05")
    made("actiepunt", wat="Was op tijd", persoon="Jo", uiterlijk="2019-08-05", gedaan_op="2019-08-05")
    made("actiepunt", wat="Laatste dag", persoon="Jo", uiterlijk="2019-09-02")
    assert words(office) == ["2 actiepunten zijn te laat."]
    made("partij", naam="Lefier", soort="corporatie")
    made("actiepunt", wat="Nieuwe deur", partij=1, uiterlijk="2019-08-05")
    assert words(office)[1] == "Toezegging ‘Nieuwe deur’ is te laat. De laatste dag was op 5 augustus 2019."
    assert [item.target.promised for item in vandaag.today(office).let_op] == [False, True]


def test_what_is_late_comes_first_and_there_are_five_lines_at_most(office: Context, made: Made) -> None:
    for at in range(6):
        term = {"ontvangen_op": "2019-07-25", "termijn_dagen": 42}
        made("advies", onderwerp=f"Sloop {at}", verhuurder=_landlord(office, made), **term)
    made(
        "knelpunt",
        titel="Lek",
        categorie="onderhoud",
        gemeld_op="2019-06-01",
        reactie_verwacht_op="2019-08-31",
    )
    made("raadpleging", titel="Proef", start_op="2019-01-01", sluit_op="2019-02-01")
    found = vandaag.today(office).let_op
    assert len(found) == vandaag.MOST
    assert found[0].words == "Op knelpunt ‘Lek’ kwam nog geen antwoord. Dat werd eergisteren verwacht."
    assert [item.late for item in found] == [True, False, False, False, False]
    assert found[1].words == "Voor advies ‘Sloop 0’ hebt u nog 3 dagen, tot en met 5 september 2019."


def _landlord(ctx: Context, made: Made) -> int:
    return 1 if lists.count(ctx, ctx.spec("verhuurder")) else made("verhuurder", naam="Lefier")


def test_a_term_that_has_passed_is_late_and_an_extension_counts(office: Context, made: Made) -> None:
    landlord = _landlord(office, made)
    made("advies", onderwerp="Sloop", verhuurder=landlord, ontvangen_op="2019-07-01", termijn_dagen=42)
    assert words(office) == [
        "Voor advies ‘Sloop’ is de termijn voorbij. De laatste dag was op 12 augustus 2019."
    ]
    changed(office, "advies", 1, verlengd_tot="2019-09-02")
    assert words(office) == ["Advies ‘Sloop’ moet vandaag de deur uit."]
    changed(office, "advies", 1, verstuurd_op="2019-09-02")
    assert words(office) == []


def test_this_month_has_its_days_in_order(office: Context, made: Made) -> None:
    made("overleg", soort="rg", datum="2019-09-20")
    made("overleg", soort="rg", datum="2019-10-20")
    made("actiepunt", wat="Bellen", persoon="Jo", uiterlijk="2019-09-10")
    made("actiepunt", wat="Klaar", persoon="Jo", uiterlijk="2019-09-10", gedaan_op="2019-09-01")
    made("raadpleging", titel="Proef", start_op="2019-08-01", sluit_op="2019-09-30")
    made(
        "knelpunt",
        titel="Lek",
        categorie="onderhoud",
        gemeld_op="2019-06-01",
        reactie_verwacht_op="2019-09-15",
    )
    assert [(item.day.day, item.words, item.target.kind) for item in vandaag.today(office).agenda] == [
        (10, "Laatste dag voor ‘Bellen’", "actiepunt"),
        (15, "Antwoord verwacht op knelpunt ‘Lek’", "knelpunt"),
        (20, "RG 20-09-2019", "overleg"),
        (30, "Raadpleging ‘Proef’ sluit", "raadpleging"),
    ]


def test_at_the_end_of_the_month_the_next_week_is_there_too(office: Context, made: Made) -> None:
    made("overleg", soort="rg", datum="2019-10-02")
    with clock.fixed(date(2019, 9, 28)):
        assert [item.day for item in vandaag.today(office).agenda] == [date(2019, 10, 2)]


def test_the_last_records_are_there_by_whom_and_when_the_last_first(office: Context, made: Made) -> None:
    records.create(office, office.spec("kern"), [{"naam": f"Dorp {at}"} for at in range(10)])
    made("kern", naam="Weg")
    records.discard(office, office.spec("kern"), 11)
    with clock.fixed(datetime(2019, 9, 2, 15, tzinfo=UTC)):
        changed(office, "kern", 3, naam="Drie")
    found = vandaag.today(office).laatste
    assert [item.number for item in found] == [3, 10, 9, 8, 7, 6, 5, 4]
    assert (found[0].title, found[0].made, found[1].made) == ("Drie", False, True)
    assert (found[0].author, found[0].moment) == ("Jo Prins", datetime(2019, 9, 2, 15, tzinfo=UTC))


def test_each_number_is_that_of_the_list_behind_it(example: Context) -> None:
    found = vandaag.today(example)
    assert found.day == voorbeeld.TODAY == vandaag.day_of(example)
    for line in found.voortgang:
        spec = example.spec(line.target.kind)
        assert line.number == str(lists.count(example, spec, line.target.where))
        assert int(line.number)
    counted = [item for item in found.let_op if item.target.where]
    assert counted
    for item in counted:
        number = lists.count(example, example.spec(item.target.kind), item.target.where)
        assert str(number) in item.words.split()
    for day in found.agenda:
        spec, target = example.spec(day.target.kind), day.target
        if target.where:
            assert day.words.split()[0] == str(lists.count(example, spec, target.where))
        else:
            assert records.show(example, spec, target.number or 0)


def test_very_many_are_not_counted_to_the_end(
    office: Context, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vandaag_tellen, "MANY", 3)
    for at in range(5):
        made("knelpunt", titel=f"Lek {at}", categorie="onderhoud")
    assert vandaag.today(office).voortgang[0].number == "2+"


def test_where_not_all_were_looked_at_the_number_says_so(
    office: Context, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vandaag_tellen, "LOOKED", 2)
    late = {"gemeld_op": "2019-06-01", "reactie_verwacht_op": "2019-08-01"}
    for at in range(2):
        made("knelpunt", titel=f"Lek {at}", categorie="onderhoud", **late)
    assert words(office) == ["Op 2 knelpunten kwam nog geen antwoord."]
    made("knelpunt", titel="Lek", categorie="onderhoud", **late)
    assert words(office) == ["Op 2+ knelpunten kwam nog geen antwoord."]


def test_what_is_done_does_not_hide_what_is_not(
    office: Context, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many nearer ones there are: those that were answered, done or thrown away are not looked at."""
    monkeypatch.setattr(vandaag_tellen, "LOOKED", 2)
    monkeypatch.setattr(vandaag_agenda, "LOOKED", 2)
    late = {"categorie": "onderhoud", "gemeld_op": "2019-06-01"}
    made("knelpunt", titel="Lek", reactie_verwacht_op="2019-07-01", **late)
    made("actiepunt", wat="Bellen", persoon="Jo", uiterlijk="2019-09-20")
    for at in range(3):
        answered = {"reactie_verwacht_op": "2019-08-01", "reactie_ontvangen_op": "2019-08-01"}
        made("knelpunt", titel=f"Beantwoord {at}", **late, **answered)
        made("actiepunt", wat=f"Af {at}", persoon="Jo", uiterlijk="2019-09-10", gedaan_op="2019-09-01")
        gone = made("actiepunt", wat=f"Weg {at}", persoon="Jo", uiterlijk="2019-09-11")
        records.discard_many(office, office.spec("actiepunt"), [gone])
    assert words(office) == ["Op knelpunt ‘Lek’ kwam nog geen antwoord. Dat werd op 1 juli 2019 verwacht."]
    assert [item.words for item in vandaag.today(office).agenda] == ["Laatste dag voor ‘Bellen’"]


def test_a_new_record_with_lines_was_made_and_another_of_that_step_was_changed(
    office: Context, made: Made
) -> None:
    made("knelpunt", titel="Oud", categorie="onderhoud")
    with office.store.step("Samen") as db:
        row = records.find(db, office.spec("knelpunt"), 1)
        row.titel = "Ander"  # type: ignore[attr-defined]  # a knelpunt has one
        draft, _faults = read(
            office.spec("knelpunt"), {"titel": "Nieuw", "categorie": "onderhoud"}, lambda *_: ""
        )
        records.write(db, draft)
    found = {item.title: item.made for item in vandaag.today(office).laatste}
    assert found == {"Ander": False, "Nieuw": True}


def test_the_page_comes_back_from_its_json_as_it_was(example: Context) -> None:
    found = vandaag.today(example)
    assert vandaag.Vandaag.from_json(json.loads(json.dumps(found.to_json()))) == found
    with pytest.raises(ValueError):
        vandaag.Vandaag.from_json({"let_op": 3})


def test_the_age_of_the_newest_copy_is_told_in_days(office: Context) -> None:
    home: Path = office.folder / "reservekopieen"
    for name, said in (
        ("2019-08-20-101010-afsluiten", "De laatste reservekopie is 13 dagen oud."),
        ("2019-09-01-101010-afsluiten", "De laatste reservekopie is van gisteren."),
        ("2019-09-02-101010-afsluiten", "De laatste reservekopie is van vandaag."),
        (".2019-09-03-101010.deel", "De laatste reservekopie is van vandaag."),
    ):
        (home / name).mkdir(parents=True)
        assert vandaag.today(office).kopie == said
