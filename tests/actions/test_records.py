"""Making, changing, showing and throwing away: whole or not at all, and no more than was asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from huurdersapp.actions import history, lists, records
from huurdersapp.actions.context import Context
from huurdersapp.base.errors import UserError
from huurdersapp.records import ALL
from huurdersapp.records.draft import Fault
from tests.actions.conftest import Made, changed, numbers, shown, steps


def refusal(ctx: Context, kind: str, *objects: object) -> str:
    with pytest.raises(UserError) as told:
        records.create(ctx, ctx.spec(kind), objects)
    return told.value.sentence()


def test_nothing_is_written_when_one_of_a_list_is_wrong(office: Context) -> None:
    good, written = {"naam": "Emmen", "soort": "gemeente"}, steps(office)
    text = refusal(office, "kern", good, {"soort": "stad"}, {"naam": "Erica", "ligt_in": "Nergens"})
    assert text == (
        "Er is niets opgeslagen. Er kloppen 3 dingen niet:\n"
        "- record 2, soort: ‘stad’ kan hier niet. Kies uit: kern, wijk, gebied, gemeente.\n"
        "- record 2, naam: Vul ‘Naam’ in.\n"
        "- record 3, ligt_in: Kern ‘Nergens’ is niet bekend. Voer die eerst in, of kijk welke er zijn met: "
        "huurdersapp lijst kern"
    )
    assert numbers(office, "kern") == []
    assert steps(office) == written


def test_a_single_fault_stands_in_one_line_with_its_place(office: Context) -> None:
    steps_ = [{"status": "gemeld"}, {"status": "afgewezen"}]
    given = {"titel": "Lekkage", "categorie": "onderhoud", "stappen": steps_}
    assert refusal(office, "knelpunt", given) == (
        "Er is niets opgeslagen. stappen, regel 2, reden: Vul bij deze stap ook ‘Reden’ in."
    )


def test_after_ten_faults_the_rest_is_counted(office: Context) -> None:
    text = refusal(office, "kern", *({"soort": "stad", "naam": "x"} for _ in range(13)))
    assert text.count("\n- ") == 11
    assert text.endswith("\n- en nog 3 andere")


def test_records_of_one_list_may_name_each_other(office: Context) -> None:
    saved = records.create(
        office,
        office.spec("kern"),
        [{"naam": "Emmen", "soort": "gemeente"}, {"naam": "Erica", "ligt_in": "emmen"}],
    )
    assert [(row["nummer"], row["ligt_in"]) for row in saved.records] == [(1, None), (2, 1)]
    assert history.undo(office).label == "2 × Kern opslaan"
    assert numbers(office, "kern") == []


def test_what_is_no_record_is_told(office: Context) -> None:
    assert "accolades" in refusal(office, "kern", ["Emmen"])
    assert "accolades" in refusal(office, "kern", None)
    assert (
        "Het veld ‘zzz’ bestaat niet. Welke velden er zijn, ziet u met: huurdersapp velden kern"
        in refusal(office, "kern", {"zzz": 1})
    )
    assert "Het veld ‘naaam’ bestaat niet. Bedoelt u ‘naam’?" in refusal(office, "kern", {"naaam": "x"})
    assert "Het nummer geeft het programma zelf" in refusal(office, "kern", {"nummer": 3, "naam": "x"})


def test_a_choice_is_written_by_its_key_and_what_comes_near_is_asked(office: Context) -> None:
    for word in ("Gemeente", "gemeent", "GEMEENTE"):
        told = refusal(office, "kern", {"naam": "Emmen", "soort": word})
        assert told.endswith(f"soort: ‘{word}’ kan hier niet. Bedoelt u ‘gemeente’?")
    assert "Bedoelt u ‘kern’?" in refusal(office, "kern", {"naam": "Emmen", "soort": "Kern of dorp"})


def test_a_place_is_told_by_record_and_by_row_within_it(office: Context) -> None:
    line = {"status": "afgewezen"}
    given = {"titel": "Lekkage", "categorie": "onderhoud", "stappen": [{"status": "gemeld"}, line]}
    assert "record 2, stappen, regel 2, reden: Vul" in refusal(
        office, "knelpunt", given | {"stappen": []}, given
    )


def test_a_warning_calls_a_field_by_its_key_or_by_its_label(office: Context) -> None:
    given = {"titel": "Lekkage", "categorie": "onderhoud", "melder_naam": "A. de Boer"}
    saved = records.create(office, office.spec("knelpunt"), [given, given])
    assert saved.warnings[1].startswith("record 2, toestemming_contact: ")
    assert saved.labelled[1].startswith("record 2, Melder vindt contact goed: ")
    assert Fault("Kijk dit na.", ("stappen", 1, "reden")).sentence_for(office.spec("knelpunt")) == (
        "Stappen, regel 2, Reden: Kijk dit na."
    )


def test_a_number_is_not_taken_for_a_name(office: Context, made: Made) -> None:
    made("kern", naam="2019")
    assert "Kern ‘2019’ is niet bekend" in refusal(office, "kern", {"naam": "x", "ligt_in": 2019})
    assert made("kern", naam="Wijk", soort="wijk", ligt_in="2019") == 2


def test_a_name_that_two_have_is_no_reference(office: Context, made: Made) -> None:
    made("kern", naam="Erica")
    made("kern", naam="erica")
    told = refusal(office, "kern", {"naam": "Wijk", "soort": "wijk", "ligt_in": "Erica"})
    assert "Er zijn er meer met de naam ‘Erica’. Gebruik het nummer." in told


def test_a_change_keeps_what_is_not_given(office: Context, made: Made) -> None:
    made("kern", naam="Emmen", soort="gemeente")
    made("knelpunt", titel="Lekkage", categorie="onderhoud", kern=1, omschrijving="Bij het raam")
    before = shown(office, "knelpunt", 1)
    after = changed(office, "knelpunt", 1, titel="Lekkage in de hal", omschrijving=None)
    assert after == before | {"titel": "Lekkage in de hal", "omschrijving": None}


def test_a_change_that_is_wrong_changes_nothing(office: Context, made: Made) -> None:
    made("kern", naam="Emmen")
    written = steps(office)
    with pytest.raises(UserError, match=r"Er is niets opgeslagen\. soort: ‘stad’ kan hier niet"):
        changed(office, "kern", 1, naam="Ander", soort="stad")
    with pytest.raises(UserError, match=r"Kern 7 is er niet\."):
        changed(office, "kern", 7, naam="Ander")
    assert shown(office, "kern", 1)["naam"] == "Emmen"
    assert steps(office) == written


def question(**values: Any) -> dict[str, Any]:
    return {"tekst": "Voor?", "opties": [{"tekst": "ja"}, {"tekst": "nee"}]} | values


def test_lines_keep_their_key_come_go_and_change_places(office: Context, made: Made) -> None:
    made(
        "raadpleging",
        titel="Sloop",
        vragen=[question(), question(tekst="Tegen?"), question(tekst="Wanneer?")],
    )
    first, second, third = shown(office, "raadpleging", 1)["vragen"]
    new = question(tekst="Wie?", opties=[])
    given = [third | {"tekst": "Hoe laat?"}, new, {"id": first["id"]}]
    after = changed(office, "raadpleging", 1, vragen=given)["vragen"]
    assert [line["tekst"] for line in after] == ["Hoe laat?", "Wie?", "Voor?"]
    assert [line["id"] for line in after][::2] == [third["id"], first["id"]]
    assert after[2] == first
    assert second["id"] not in str(after)
    history.undo(office)
    assert shown(office, "raadpleging", 1)["vragen"] == [first, second, third]


def test_lines_within_lines_change_alone(office: Context, made: Made) -> None:
    made("raadpleging", titel="Sloop", vragen=[question()])
    (line,) = shown(office, "raadpleging", 1)["vragen"]
    yes, no = line["opties"]
    swapped = line | {"opties": [no | {"aantal": 4}, yes]}
    (after,) = changed(office, "raadpleging", 1, vragen=[swapped])["vragen"]
    assert after == swapped


def test_a_line_of_another_record_is_refused(office: Context, made: Made) -> None:
    made("raadpleging", titel="Sloop", vragen=[question()])
    made("raadpleging", titel="Verkoop", vragen=[question()])
    (theirs,) = shown(office, "raadpleging", 1)["vragen"]
    with pytest.raises(UserError, match="vragen, regel 1: Deze regel hoort niet bij dit record"):
        changed(office, "raadpleging", 2, vragen=[theirs])


def test_links_come_and_go_and_keep_their_order(office: Context, made: Made) -> None:
    for name in ("Emmen", "Erica", "Angelslo"):
        made("kern", naam=name)
    made("raadpleging", titel="Sloop", kernen=["Erica", 1])
    assert shown(office, "raadpleging", 1)["kernen"] == [2, 1]
    assert changed(office, "raadpleging", 1, kernen=[3, "emmen"])["kernen"] == [3, 1]
    assert changed(office, "raadpleging", 1, titel="Sloop of niet")["kernen"] == [3, 1]
    assert changed(office, "raadpleging", 1, kernen=[])["kernen"] == []
    with pytest.raises(UserError, match="kernen, regel 2, kern: Dit staat er twee keer"):
        changed(office, "raadpleging", 1, kernen=[1, "Emmen"])


@pytest.fixture
def everything(office: Context, samples_made: Path) -> Context:
    """A record of every kind, all its fields filled."""
    return office


@pytest.mark.parametrize("kind", ALL)
def test_what_is_shown_can_be_saved_and_writes_no_step(everything: Context, kind: str) -> None:
    before, written = shown(everything, kind, 1), steps(everything)
    assert changed(everything, kind, 1, **before) == before
    assert steps(everything) == written


def test_what_a_record_refers_to_may_be_thrown_away_and_stays_as_it_is(office: Context, made: Made) -> None:
    made("kern", naam="Erica")
    made("knelpunt", titel="Lekkage", categorie="onderhoud", kern=1)
    made("raadpleging", titel="Sloop", kernen=[1])
    records.discard(office, office.spec("kern"), 1)
    for kind in ("knelpunt", "raadpleging"):
        before, written = shown(office, kind, 1), steps(office)
        assert changed(office, kind, 1, **before) == before
        assert steps(office) == written
        assert changed(office, kind, 1, titel="Anders") == before | {"titel": "Anders"}
    assert "Kern ‘1’ is niet bekend" in refusal(office, "raadpleging", {"titel": "x", "kernen": [1]})


def test_throwing_away_is_one_step_back(office: Context, made: Made) -> None:
    made("kern", naam="Erica")
    records.discard(office, office.spec("kern"), 1)
    assert numbers(office, "kern") == []
    for action in (records.show, records.discard):
        with pytest.raises(UserError) as told:
            action(office, office.spec("kern"), 1)
        assert told.value.sentence() == ("Kern 1 is er niet. Kijk welke er zijn met: huurdersapp lijst kern")
    assert history.undo(office).label == "Kern 1 verwijderen"
    assert numbers(office, "kern") == [1]
    assert made("kern", naam="Angelslo") == 2


def test_throwing_away_tells_what_still_names_the_record(office: Context, made: Made) -> None:
    kern = office.spec("kern")
    made("kern", naam="Erica")
    assert records.discard(office, kern, 1) == []
    history.undo(office)
    for count in range(3):
        made("knelpunt", titel=f"Lekkage {count}", categorie="onderhoud", kern=1)
    made("raadpleging", titel="Sloop", kernen=[1])
    records.discard(office, office.spec("knelpunt"), 3)
    assert records.discard(office, kern, 1) == ["1 raadpleging noemt kern 1.", "2 knelpunten noemen kern 1."]


def test_throwing_an_akkoord_away_tells_what_goes_with_it_and_what_names_that(everything: Context) -> None:
    told = records.discard(everything, everything.spec("akkoord"), 1)
    assert told[0] == "Dit gaat mee weg: 1 thema, 1 doel, 1 afspraak, 1 maat, 1 vast moment."
    assert "1 knelpunt noemt akkoord 1 of iets daaruit." in told
    assert not any(text.startswith(("1 doel noemt", "1 maat noemt")) for text in told[1:])


def test_the_own_organisation_stays(office: Context, made: Made) -> None:
    made("partij", naam="De Linde", soort="huurdersorganisatie", eigen=True)
    made("partij", naam="Lefier", soort="corporatie")
    partij, written = office.spec("partij"), steps(office)
    with pytest.raises(UserError, match=r"De Linde is uw eigen organisatie\. Die kan niet weg\."):
        records.discard(office, partij, 1)
    assert steps(office) == written
    assert records.discard(office, partij, 2) == []
    changed(office, "partij", 1, eigen=False)
    assert records.discard(office, partij, 1) == []


def test_a_number_beyond_all_numbers_is_not_there(office: Context) -> None:
    for action in (records.show, records.discard, history.history):
        with pytest.raises(UserError, match="Kern 99999999999999999999999 is er niet"):
            action(office, office.spec("kern"), 99999999999999999999999)


def test_an_akkoord_goes_away_and_comes_back_with_all_that_stands_in_it(everything: Context) -> None:
    within = ("akkoord", "thema", "doel", "afspraak", "indicator", "anker")
    records.discard(everything, everything.spec("akkoord"), 1)
    assert [numbers(everything, kind) for kind in within] == [[]] * 6
    assert numbers(everything, "knelpunt") == [1]
    history.undo(everything)
    assert [numbers(everything, kind) for kind in within] == [[1]] * 6


def test_search_finds_the_beginning_the_inside_and_without_accents(office: Context, made: Made) -> None:
    made("kern", naam="Klazienaveen")
    made("knelpunt", titel="Lekkage café", categorie="onderhoud")
    spec = office.spec("knelpunt")
    assert lists.search(office, "kla") == [(office.spec("kern"), 1, "Klazienaveen")]
    assert lists.search(office, "azienav") == [(office.spec("kern"), 1, "Klazienaveen")]
    assert lists.search(office, "CAFE lek") == [(spec, 1, "Lekkage café")]
    assert lists.search(office, "cafe zolder") == []
    assert lists.search(office, "  ") == []
    changed(office, "knelpunt", 1, titel="Tocht")
    assert lists.search(office, "cafe") == []


def test_search_tells_the_newest_first_and_no_more_than_asked(office: Context, made: Made) -> None:
    for count in range(4):
        made("kern", naam=f"Dorp {count}")
    assert [number for _spec, number, _name in lists.search(office, "dorp", 3)] == [4, 3, 2]
    assert len(lists.search(office, "dorp", -1)) == 4


def test_search_tells_a_whole_word_first_then_a_beginning_then_an_inside(
    office: Context, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("Lift", "Lift oost", "Liftschacht", "Buurtlift", "Liften", "Personenlift"):
        made("kern", naam=name)
    assert [number for _spec, number, _name in lists.search(office, "lift")] == [2, 1, 5, 3, 6, 4]
    assert [number for _spec, number, _name in lists.search(office, "LIFT", 3)] == [2, 1, 5]
    assert [number for _spec, number, _name in lists.search(office, "lift", -1)] == [2, 1, 5, 3, 6, 4]
    assert [number for _spec, number, _name in lists.search(office, "lift oost")] == [2]
    monkeypatch.setattr(lists, "RANKED", 2)
    assert [number for _spec, number, _name in lists.search(office, "lift", -1)] == [5, 6, 4, 3, 2, 1]


def test_a_list_in_words(office: Context, made: Made) -> None:
    made("kern", naam="Erica")
    made("knelpunt", titel="Lekkage", categorie="onderhoud", kern=1, gemeld_op="2019-03-05")
    spec = office.spec("knelpunt")
    assert lists.shown_rows(office, spec, "", (), "", 5) == [
        ["1", "05-03-2019", "Lekkage", "Onderhoud", "Erica", "Gemeld"]
    ]
    assert lists.shown_rows(office, spec, "tocht", (), "", 5) == []
