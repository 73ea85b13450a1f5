"""One field or one line goes back to what it was, by the rules of any change; and steps go back by name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from huurdersapp.actions import history, records
from huurdersapp.actions.context import Context
from huurdersapp.actions.history import Happening
from huurdersapp.base.errors import UserError
from huurdersapp.base.events import Changes
from huurdersapp.store.erase import erase
from tests.actions.conftest import Made, changed, shown, steps


def happenings(ctx: Context, kind: str, number: int, event: str, field: str | None = None) -> list[Happening]:
    entries = history.history(ctx, ctx.spec(kind), number)
    found = [item for entry in entries for item in entry.happenings]
    return [item for item in found if item.event == event and item.field == field]


def back(ctx: Context, kind: str, number: int, happening: Happening, **more: Any) -> str:
    return history.put_back(ctx, ctx.spec(kind), number, happening, **more)


def test_one_field_gets_its_old_value_and_the_rest_stays(office: Context, made: Made) -> None:
    made("kern", naam="Emmen", toelichting="Groot")
    changed(office, "kern", 1, naam="Emmer", toelichting="Klein")
    (change,) = [item for item in happenings(office, "kern", 1, "gewijzigd", "naam") if item.old == "Emmen"]
    news: list[Changes] = []
    office.bus.listen(news.append)
    screen = object()
    assert back(office, "kern", 1, change, origin=screen) == "Kern 1: naam terugzetten"
    assert (shown(office, "kern", 1)["naam"], shown(office, "kern", 1)["toelichting"]) == ("Emmen", "Klein")
    assert [(item.label, item.origin) for item in news] == [("Kern 1: naam terugzetten", screen)]
    with pytest.raises(UserError, match="Dit staat er al zo"):
        back(office, "kern", 1, change)


def test_a_link_a_day_and_a_decimal_go_back(office: Context, made: Made) -> None:
    made("kern", naam="Emmen")
    made("kern", naam="Zwartemeer")
    values = {"titel": "Lek", "categorie": "onderhoud", "gemeld_op": "2019-03-05", "kern": 1}
    number = made("knelpunt", **values, omschrijving="Een\nTwee", huurders_geraakt=4)
    changed(office, "knelpunt", 1, gemeld_op="2019-03-06", kern=2, omschrijving=None, huurders_geraakt=None)
    for key in ("kern", "gemeld_op", "omschrijving", "huurders_geraakt"):
        change = happenings(office, "knelpunt", number, "gewijzigd", key)[0]
        back(office, "knelpunt", number, change)
    now = shown(office, "knelpunt", number)
    assert (now["kern"], now["gemeld_op"], now["omschrijving"]) == (1, "2019-03-05", "Een\nTwee")
    assert now["huurders_geraakt"] == 4


def test_a_rule_forbids_it_and_nothing_changes(office: Context, made: Made) -> None:
    made("kern", naam="Emmen")
    made("knelpunt", titel="Lek", categorie="onderhoud", kern=1)
    changed(office, "knelpunt", 1, kern=None)
    records.discard(office, office.spec("kern"), 1)
    before = steps(office)
    with pytest.raises(records.Refused, match="niet bekend"):
        back(office, "knelpunt", 1, happenings(office, "knelpunt", 1, "gewijzigd", "kern")[0])
    assert steps(office) == before


def test_in_the_bin_it_goes_back_first(office: Context, made: Made) -> None:
    made("kern", naam="Emmen")
    changed(office, "kern", 1, naam="Emmer")
    change = happenings(office, "kern", 1, "gewijzigd", "naam")[0]
    records.discard(office, office.spec("kern"), 1)
    with pytest.raises(UserError, match="Kern 1 ligt in de prullenbak") as told:
        back(office, "kern", 1, change)
    assert told.value.hint == "Zet het daar eerst terug."


def survey(made: Made) -> int:
    options = [{"tekst": "Ja"}, {"tekst": "Nee"}, {"tekst": "Weet niet"}]
    questions = [
        {"tekst": "Eens?", "soort": "keuze", "opties": options},
        {"tekst": "Waarom?", "soort": "open"},
        {"tekst": "Nog iets?", "soort": "open"},
    ]
    return made("raadpleging", titel="Proef", doel="Weten", vragen=questions)


def ids(ctx: Context, number: int) -> list[str]:
    return [line["id"] for line in shown(ctx, "raadpleging", number)["vragen"]]


def test_a_field_of_a_line_within_a_line_goes_back(office: Context, made: Made) -> None:
    number = survey(made)
    lines = shown(office, "raadpleging", number)["vragen"]
    lines[0]["opties"][1]["tekst"] = "Neen"
    changed(office, "raadpleging", number, vragen=lines)
    (change,) = [
        item for item in happenings(office, "raadpleging", number, "gewijzigd", "tekst") if item.new == "Neen"
    ]
    before = ids(office, number)
    assert back(office, "raadpleging", number, change) == f"Raadpleging {number}: antwoord terugzetten"
    assert [one["tekst"] for one in shown(office, "raadpleging", number)["vragen"][0]["opties"]][1] == "Nee"
    assert ids(office, number) == before


def test_a_line_comes_back_in_its_place_as_the_line_it_was(office: Context, made: Made) -> None:
    number = survey(made)
    before = shown(office, "raadpleging", number)
    changed(office, "raadpleging", number, vragen=before["vragen"][1:])
    (gone,) = [
        item for item in happenings(office, "raadpleging", number, "weggegooid") if item.part == "vragen"
    ]
    assert gone.can_go_back
    back(office, "raadpleging", number, gone)
    assert shown(office, "raadpleging", number)["vragen"] == before["vragen"]
    with pytest.raises(UserError, match="Deze regel staat er al"):
        back(office, "raadpleging", number, gone)


def test_a_line_of_links_comes_back(office: Context, made: Made) -> None:
    made("kern", naam="Emmen")
    number = made("raadpleging", titel="Proef", doel="Weten", kernen=[1])
    changed(office, "raadpleging", number, kernen=[])
    (gone,) = happenings(office, "raadpleging", number, "weggegooid")
    back(office, "raadpleging", number, gone)
    assert shown(office, "raadpleging", number)["kernen"] == [1]


def test_a_field_of_a_line_that_is_gone_waits_for_its_line(office: Context, made: Made) -> None:
    number = survey(made)
    lines = shown(office, "raadpleging", number)["vragen"]
    lines[1]["tekst"] = "Hoezo?"
    changed(office, "raadpleging", number, vragen=lines)
    changed(office, "raadpleging", number, vragen=lines[:1])
    (change,) = [
        item
        for item in happenings(office, "raadpleging", number, "gewijzigd", "tekst")
        if item.new == "Hoezo?" and item.old
    ]
    with pytest.raises(UserError, match="De regel waarin dit stond, is weg"):
        back(office, "raadpleging", number, change)


def test_what_follows_from_the_rest_moves_with_it_and_not_alone(office: Context, made: Made) -> None:
    number = made("overleg", soort="rg", datum="2019-05-01")
    changed(office, "overleg", number, datum="2019-05-08")
    back(office, "overleg", number, happenings(office, "overleg", number, "gewijzigd", "datum")[0])
    assert shown(office, "overleg", number)["naam"] == "RG 01-05-2019"
    name = happenings(office, "overleg", number, "gewijzigd", "naam")[0]
    assert name.source is not None
    never_named = replace(name, source=replace(name.source, old=None))
    with pytest.raises(UserError, match="‘Naam’ volgt uit andere gegevens"):
        back(office, "overleg", number, never_named)


def test_what_was_filled_in_at_the_making_has_nothing_to_go_back_to(office: Context, made: Made) -> None:
    made("raadpleging", titel="Proef", doel="Weten", vragen=[{"tekst": "Eens?", "soort": "open"}])
    entries = history.history(office, office.spec("raadpleging"), 1)
    assert not any(item.can_go_back for entry in entries for item in entry.happenings)


def test_making_and_erasing_do_not_go_back_this_way(office: Context, made: Made) -> None:
    made("knelpunt", titel="Lek", categorie="onderhoud", melder_naam="A. de Boer", toestemming_contact=True)
    changed(office, "knelpunt", 1, melder_naam="B. de Boer")
    with office.store.reading() as db:
        key = records.find(db, office.spec("knelpunt"), 1).id
    erase(office.store, "knelpunt", key, ["melder_naam"], "Persoonsgegevens wissen", "verzoek")
    erased = happenings(office, "knelpunt", 1, "gewist", "melder_naam")
    assert erased
    for happening in [*erased, *happenings(office, "knelpunt", 1, "gemaakt")]:
        assert not happening.can_go_back
        with pytest.raises(UserError, match="niet terug te zetten"):
            back(office, "knelpunt", 1, happening)


def test_the_menu_names_what_goes_back_and_forward(office: Context, made: Made) -> None:
    made("kern", naam="Emmen")
    changed(office, "kern", 1, naam="Emmer")
    assert (history.next_undo(office), history.next_redo(office)) == ("Kern 1 wijzigen", None)
    turned = history.undo(office)
    assert (turned.label, turned.touched) == ("Kern 1 wijzigen", (("kern", 1),))
    assert (history.next_undo(office), history.next_redo(office)) == ("Kern opslaan", "Kern 1 wijzigen")
    history.undo(office)
    assert history.next_undo(office) is None


def test_an_undone_making_leaves_nothing_to_open(office: Context, made: Made) -> None:
    made("kern", naam="Emmen")
    assert history.undo(office).touched == ()
    assert history.redo(office).touched == (("kern", 1),)


def test_a_line_that_was_touched_opens_its_record(office: Context, made: Made) -> None:
    number = survey(made)
    lines = shown(office, "raadpleging", number)["vragen"]
    lines[0]["opties"][0]["tekst"] = "Zeker"
    changed(office, "raadpleging", number, vragen=lines)
    assert history.undo(office).touched == (("raadpleging", number),)


def test_the_list_of_steps_says_which_can_be_undone_and_undoing_agrees(office: Context, made: Made) -> None:
    made("kern", naam="Emmen")  # changed later
    made("kern", naam="Zwartemeer")  # not touched since
    changed(office, "kern", 1, naam="Emmer")  # changed and undone below
    changed(office, "kern", 2, toelichting="x")
    history.undo(office)
    changed(office, "kern", 1, toelichting="y")
    listed = history.steps(office)
    assert [(step.label, step.author, step.can_undo) for step in listed] == [
        ("Kern 1 wijzigen", "Jo Prins", True),
        ("Kern 2 wijzigen", "Jo Prins", False),
        ("Kern 1 wijzigen", "Jo Prins", True),
        ("Kern opslaan", "Jo Prins", True),
        ("Kern opslaan", "Jo Prins", False),
    ]
    with pytest.raises(UserError):
        history.undo(office, listed[4].stored)
    history.undo(office, listed[2].stored)
    assert shown(office, "kern", 1)["naam"] == "Emmen"
    assert history.history(office, office.spec("kern"), 1)[-1].step == listed[4].stored
    assert len(history.steps(office, 2)) == 2
