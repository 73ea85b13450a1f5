"""Vandaag tells of the eight weeks, of draagvlakmetingen that end, of homes to go back to and of names that should be gone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from huurdersapp.actions import lists, vandaag, vandaag_renovatie
from huurdersapp.actions.context import Context
from huurdersapp.actions.vandaag import Target
from huurdersapp.base import clock
from tests.actions.conftest import Made, changed
from tests.actions.test_plans import plans

HOME = {"straat": "Dreef", "huurder": "A. Voorbeeld"}


@pytest.fixture
def flat(office: Context, made: Made) -> int:
    """A building of a project that was proposed in March."""
    made("renovatieproject", titel="Gevels", voorstellen=[{"datum": "2019-03-01"}])
    return made("bouwkundige_eenheid", naam="Dreef 1 tot 47", project=1)


def words(ctx: Context) -> list[str]:
    return [item.words for item in vandaag.today(ctx).let_op]


def test_the_end_of_the_eight_weeks_is_told_two_weeks_ahead(office: Context, flat: int) -> None:
    changed(office, "bouwkundige_eenheid", flat, aangezegd_op="2019-07-23")
    assert words(office) == [], "the last day is the 17th of September, in fifteen days"
    changed(office, "bouwkundige_eenheid", flat, aangezegd_op="2019-07-22")
    (line,) = vandaag.today(office).let_op
    assert line.words == "Voor ‘Gevels’ lopen de acht weken af op 16 september 2019."
    assert (line.late, line.target) == (False, Target("bouwkundige_eenheid", flat))
    with clock.fixed(date(2019, 9, 16)):
        assert words(office) == ["Voor ‘Gevels’ is dit de laatste dag van de acht weken."]
        assert lists.count(office, office.spec("bouwkundige_eenheid"), ["acht_weken_op=2019-09-16"]) == 1
    with clock.fixed(date(2019, 9, 17)):
        assert words(office) == []
        assert lists.count(office, office.spec("bouwkundige_eenheid"), ["acht_weken_op=2019-09-17"]) == 0


def test_a_draagvlakmeting_that_ends_is_told_and_stands_among_the_days(office: Context, flat: int) -> None:
    changed(office, "renovatieproject", 1, meting_van="2019-08-01", meting_tot="2019-09-16")
    assert words(office) == ["De draagvlakmeting van ‘Gevels’ eindigt op 16 september 2019."]
    changed(office, "bouwkundige_eenheid", flat, aangezegd_op="2019-07-20")
    days = [(item.day.day, item.words) for item in vandaag.today(office).agenda]
    assert days == [
        (14, "De acht weken voor ‘Gevels’ lopen af"),
        (16, "De draagvlakmeting van ‘Gevels’ eindigt"),
    ]
    changed(office, "renovatieproject", 1, status="gestopt")
    assert len(words(office)) == 1


def test_homes_to_go_back_to_are_counted_and_never_named(
    office: Context, made: Made, flat: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def home(number: int, back: str, **more: Any) -> int:
        contact = {"datum": "2019-08-20", "uitkomst": "niet_thuis", "terug_op": back}
        return made("renovatiewoning", eenheid=flat, huisnummer=number, contacten=[contact], **HOME, **more)

    first = home(1, "2019-09-02")
    home(2, "2019-09-03")
    home(3, "2019-09-01", instemming="nee", instemming_op="2019-08-25")
    (line,) = vandaag.today(office).let_op
    assert line.words == "Bij 1 woning van een renovatie zou u terugkomen."
    assert line.target == Target("renovatiewoning", where=("terugkomen_op=2019-09-02",))
    assert lists.count(office, office.spec("renovatiewoning"), line.target.where) == 1
    home(4, "2019-08-30")
    assert words(office) == ["Bij 2 woningen van een renovatie zou u terugkomen."]
    monkeypatch.setattr(vandaag_renovatie, "HOMES", 3)
    assert words(office) == ["Bij 1+ woningen van een renovatie zou u terugkomen."], "not all were looked at"
    monkeypatch.undo()
    again = {"datum": "2019-09-02", "uitkomst": "gesproken"}
    old = {"datum": "2019-08-20", "uitkomst": "niet_thuis", "terug_op": "2019-09-02"}
    changed(office, "renovatiewoning", first, contacten=[old, again])
    assert words(office) == ["Bij 1 woning van een renovatie zou u terugkomen."]
    told = vandaag.today(office)
    everything = " ".join([*(item.words for item in told.let_op), *(item.words for item in told.agenda)])
    assert "Dreef" not in everything
    assert "Voorbeeld" not in everything
    changed(office, "renovatieproject", 1, afgesloten_op="2019-09-02")
    assert "terugkomen" not in " ".join(words(office)), "of what was closed nothing is asked"


def test_a_project_that_is_over_asks_to_erase_its_names(office: Context, made: Made, flat: int) -> None:
    made("renovatiewoning", eenheid=flat, huisnummer=1, **HOME)
    assert words(office) == []
    changed(office, "renovatieproject", 1, uitvoering_van="2019-05-01", uitvoering_tot="2019-09-01")
    (line,) = vandaag.today(office).let_op
    assert line.words == "Renovatie ‘Gevels’ is klaar. Sluit het project af: dan worden de namen gewist."
    assert line.target == Target("renovatieproject", 1)
    changed(office, "renovatiewoning", 1, huurder=None)
    assert words(office) == []


def test_vandaag_asks_the_indexes_and_not_all_homes(office: Context) -> None:
    found = [plan for plan in plans(office, lambda: vandaag.today(office)) if "renovatie" in str(plan[0])]
    assert found
    steps = [step for _statement, told in found for step in told]
    for index, asked in {
        "ix_bouwkundige_eenheid_aangezegd_op_id": "aangezegd_op>? AND aangezegd_op<?",
        "ix_renovatieproject_meting_tot_id": "meting_tot>? AND meting_tot<?",
    }.items():
        assert [step for step in steps if index in step and asked in step], index
    assert [
        step
        for step in steps
        if step.startswith(("SCAN renovatiewoning USING", "SCAN renovatieproject USING"))
    ]
    assert not [step for step in steps if step in ("SCAN renovatiewoning", "SCAN renovatieproject")]
