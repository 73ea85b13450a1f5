"""A data leak: what the law asks for, when, and what the page for its file says."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from huurdersapp.actions import datalek, records, stond_erop, vandaag
from huurdersapp.actions.context import Context
from huurdersapp.actions.vandaag import Target
from huurdersapp.base import clock, jobs
from huurdersapp.records.datalek import Datalek
from huurdersapp.records.datalek_klok import discovered
from huurdersapp.reports.document import plain
from huurdersapp.store import backup, erase
from tests.actions.conftest import Made, changed

FOUND: dict[str, Any] = {
    "titel": "Tas weg",
    "soort": "laptop",
    "ontdekt_op": "2019-08-30",
    "ontdekt_om": "16:00",
}


def _row(**values: Any) -> Datalek:
    return Datalek(ontdekt_op=date(2019, 8, 30), ontdekt_om="16:00", **values)


def _at(hours: float) -> datetime:
    return discovered(date(2019, 8, 30), "16:00") + timedelta(hours=hours)


def test_the_clock_tells_what_is_left_until_it_is_over() -> None:
    for hours, left, late in ((0, 72, False), (71.5, 0, False), (72, 0, False), (72.01, -1, True)):
        found = datalek.klok(_row(), _at(hours))
        assert (found.uren, found.te_laat, found.loopt) == (left, late, True)
    assert datalek.klok(_row(), _at(1)).zin == (
        "U hebt nog 71 uur om te melden: tot maandag 2 september 2019 om 16:00 uur. "
        "Nachten en weekenden tellen mee."
    )


@pytest.mark.parametrize(
    "values",
    [{"risico": "onwaarschijnlijk"}, {"gemeld_ap_op": date(2019, 9, 1)}, {"afgerond_op": date(2019, 9, 1)}],
)
def test_the_clock_stands_still_when_there_is_nothing_left_to_tell(values: dict[str, Any]) -> None:
    found = datalek.klok(_row(**values), _at(500))
    assert (found.loopt, found.te_laat) == (False, False)


def test_a_leak_with_a_risk_that_was_closed_untold_is_never_called_nothing_to_tell(
    office: Context, made: Made
) -> None:
    closed = {"afgerond_op": date(2019, 9, 1)}
    assert "hoeft niets" in datalek.klok(_row(risico="onwaarschijnlijk", **closed), _at(500)).zin
    for risk in ("risico", "hoog"):
        assert "niet gemeld" in datalek.klok(_row(risico=risk, **closed), _at(500)).zin
        said = {**FOUND, "risico": risk, "afgerond_op": "2019-09-01"}
        saved = records.create(office, office.spec("datalek"), [said])
        assert any("niet gemeld" in text for text in saved.warnings), risk


@pytest.mark.parametrize(
    ("risk", "locked", "authority", "people"),
    [
        (None, "dicht", None, None),
        ("onwaarschijnlijk", "dicht", False, False),
        ("risico", "open", True, False),
        ("hoog", "open", True, True),
        ("hoog", "onbekend", True, True),
        ("hoog", "dicht", True, False),
    ],
)
def test_who_must_be_told_follows_from_risk_and_lock(
    risk: str | None, locked: str, authority: bool | None, people: bool | None
) -> None:
    found = datalek.oordeel(_row(risico=risk, beveiligd=locked))
    assert (found.melden, found.vertellen) == (authority, people)
    assert found.zinnen


def test_a_late_report_asks_for_a_reason_and_an_early_one_does_not(office: Context, made: Made) -> None:
    number = made("datalek", **FOUND)
    asked = [
        records.check(
            office, office.spec("datalek"), {"gemeld_ap_op": "2019-09-02", "gemeld_ap_om": at}, number
        )
        for at in ("15:59", "16:01")
    ]
    assert [[fault.place for fault in found] for found in asked] == [[], [("waarom_later",)]]
    late = {"gemeld_ap_op": "2019-09-02", "gemeld_ap_om": "16:01", "waarom_later": "Weekend"}
    assert records.check(office, office.spec("datalek"), late, number) == []


def test_vandaag_names_the_moment_and_nothing_of_the_leak(office: Context, made: Made) -> None:
    number = made("datalek", **{**FOUND, "ontdekt_op": "2019-08-31"})
    (line,) = vandaag.today(office).let_op
    assert line.words.startswith(f"Datalek {number}: meld het vóór dinsdag 3 september 2019 om 16:00 uur")
    assert (line.late, line.target) == (False, Target("datalek", number))
    with clock.fixed(date(2019, 9, 4)):
        (line,) = vandaag.today(office).let_op
        assert line.late
        assert "niet op tijd" in line.words
    changed(office, "datalek", number, risico="onwaarschijnlijk")
    assert vandaag.today(office).let_op == ()


# -- what stood on it ------------------------------------------------------------------------------------------------


def test_vandaag_asks_to_tell_the_people_until_they_know(office: Context, made: Made) -> None:
    number = made("datalek", **FOUND, risico="hoog", gemeld_ap_op="2019-08-31")
    words = f"Datalek {number}: vertel het ook de mensen om wie het gaat, zo snel u kunt."

    def lines() -> list[str]:
        return [line.words for line in vandaag.today(office).let_op]

    with clock.fixed(date(2019, 9, 1)):
        assert words in lines()
        changed(office, "datalek", number, beveiligd="dicht")
        assert words not in lines(), "nobody can read what was lost"
        changed(office, "datalek", number, beveiligd="open")
        assert words in lines()
        changed(office, "datalek", number, gemeld_mensen_op="2019-09-01")
        assert words not in lines()


def test_closing_a_leak_of_which_the_people_know_nothing_is_warned_about(office: Context, made: Made) -> None:
    number = made("datalek", **FOUND, risico="hoog", gemeld_ap_op="2019-08-31")
    closing = {"afgerond_op": "2019-09-02"}
    told = records.check(office, office.spec("datalek"), closing, number)
    assert [(fault.place, fault.warning) for fault in told] == [(("gemeld_mensen_op",), True)]


def _own(made: Made) -> None:
    made("partij", naam="De Linde", soort="huurdersorganisatie", eigen=True)


def _fields(found: stond_erop.StondErop, kind: str) -> dict[str, int]:
    return next(dict(item.velden) for item in found.soorten if item.naam == kind)


def test_people_are_counted_by_what_stands_there_also_in_the_waste_bin(office: Context, made: Made) -> None:
    _own(made)
    visit = {"coach": "Jan", "datum": "2019-06-03", "postcode": "7822 AP", "huisnummer": 14}
    made("energiecoach", naam="Jan")
    for _time in range(2):
        made("energiebezoek", **visit, bewoner_naam="Qzwx")
    other = made("energiebezoek", **{**visit, "huisnummer": 15})
    records.discard(office, office.spec("energiebezoek"), other)
    made("energiebezoek", coach="Jan", datum="2019-06-04", zonder_adres=True)
    found = stond_erop.wat_stond_erop(office)
    assert _fields(found, "Energiebezoeken")["Naam van de bewoner"] == 2
    (visits,) = (item for item in found.soorten if item.naam == "Energiebezoeken")
    assert (visits.records, visits.mensen, found.huishoudens) == (4, 3, 2)
    words = " ".join(_words(stond_erop.document(office)))
    assert "Qzwx" not in words
    assert "Er is nog geen wachtwoord" in words


def _words(document: Any) -> list[str]:
    return [plain(block.text) for block in document.blocks if hasattr(block, "text")] + [
        plain(item)
        for block in document.blocks
        if hasattr(block, "items")
        for item in block.items
        if isinstance(item, str)
    ]


def test_what_was_erased_does_not_count_any_more(office: Context, made: Made) -> None:
    _own(made)
    made("contact", naam="Qzwx", telefoon="06")
    with office.store.reading() as db:
        key = records.find(db, office.spec("contact"), 1).id
    erase.erase(office.store, "contact", key, ("naam", "telefoon"), "Gewist", "proef")
    (people,) = (item for item in stond_erop.wat_stond_erop(office).soorten if item.naam == "Mensen")
    assert (people.records, people.mensen, people.velden) == (1, 0, ())


def test_a_loss_in_the_past_is_read_from_the_copy_of_before_it(office: Context, made: Made) -> None:
    _own(made)
    made("contact", naam="Qzwx", telefoon="06")
    copy = backup.make(office.store.path, office.store.key, "proef")
    before = sorted((path.name, path.read_bytes()) for path in copy.iterdir() if path.is_file())
    with clock.fixed(date(2019, 9, 20)):
        made("contact", naam="Later", telefoon="06")
        lost = stond_erop.wat_stond_erop(office, date(2019, 9, 10))
        assert (lost.uit_kopie, _fields(lost, "Mensen")["Naam"]) == (True, 1)
        assert lost.stand_op.astimezone(UTC).date() == date(2019, 9, 2)
        none = stond_erop.wat_stond_erop(office, date(2019, 8, 1))
        assert (none.uit_kopie, none.gevraagd, _fields(none, "Mensen")["Naam"]) == (
            False,
            date(2019, 8, 1),
            2,
        )
        assert len(none.kopieen) == 1
    assert before == sorted((path.name, path.read_bytes()) for path in copy.iterdir() if path.is_file())


def test_the_steps_lead_to_telling_people_only_where_the_risk_is_high(office: Context, made: Made) -> None:
    made("datalek", **FOUND)
    told = [words for words, _done in datalek.stappen(_row())]
    assert "Melden bij de Autoriteit Persoonsgegevens" in told
    assert "Vertellen aan de mensen zelf" not in told
    high = dict(datalek.stappen(_row(risico="hoog", beveiligd="open", gemeld_mensen_op=date(2019, 9, 1))))
    assert high["Vertellen aan de mensen zelf"] is True
    assert "Melden bij de Autoriteit Persoonsgegevens" not in dict(
        datalek.stappen(_row(risico="onwaarschijnlijk"))
    )
    assert datalek.of_number(office, 1)[0].loopt


def test_the_page_is_written(office: Context, made: Made, tmp_path: Any) -> None:
    _own(made)
    done = jobs.run(stond_erop.write(office, tmp_path / "erop.pdf"))
    assert done.path.stat().st_size > 1000
