"""The days of the Overlegwet on the command line."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run

CASE = {
    "onderwerp": "Sloop van de Beukenhof",
    "ontvangen_op": "2026-03-05",
    "ontvangen_bewijs": "Stempel",
    "termijn_dagen": 42,
    "volledig_op": "2026-03-19",
    "uitkomst": "negatief",
    "verstuurd_op": "2026-04-15",
    "advies_ontvangen_op": "2026-04-16",
    "redenen_ontvangen_op": "2026-04-30",
}


def test_the_example_of_the_law_as_json(run: Run, office: Path) -> None:
    assert run("nieuw", "advies", "--json", "-", given=json.dumps(CASE)).code == 0
    done = run("advies", "termijnen", "1", "--formaat", "json")
    assert done.code == 0
    assert {each["sleutel"]: (each["datum"], each["datum_atw"]) for each in done.json} == {
        "laatste_dag": ("2026-04-16", "2026-04-16"),
        "laatste_dag_ons_standpunt": ("2026-04-30", "2026-04-30"),
        "uitvoering_3b": ("2026-04-17", "2026-04-17"),
        "redenen_uiterlijk": ("2026-04-30", "2026-04-30"),
        "uitvoering_3c": ("2026-05-03", "2026-05-04"),
    }
    assert done.json[0]["feiten"][0] == {
        "veld": "ontvangen_op",
        "label": "Ontvangen op",
        "waarde": "2026-03-05",
        "bewijs": "Stempel",
    }
    assert all(each["regel"].endswith(".") for each in done.json)


def test_as_text_each_day_has_its_rule_and_facts(run: Run, office: Path) -> None:
    run("nieuw", "advies", "--json", "-", given=json.dumps(CASE))
    done = run("advies", "termijnen", "1")
    assert (done.code, done.err) == (0, "")
    text = " ".join(done.out.split())
    assert text.startswith(
        "Advies 1, Sloop van de Beukenhof: de verhuurder reageerde op donderdag 30 april 2026. Laatste dag voor ons "
        "advies: donderdag 16 april 2026 De verhuurder geeft 42 dagen na de dag van ontvangst (Overlegwet artikel 5 lid "
        "1). - Ontvangen op: donderdag 5 maart 2026 (Stempel) - Termijn van de verhuurder: 42 dagen"
    )
    assert "zondag 3 mei 2026 Met de Algemene termijnenwet: maandag 4 mei 2026." in text
    assert text.count("Met de Algemene termijnenwet") == 1
    assert "Vraag de verhuurder om overleg (Overlegwet artikel 5b)." in text


def test_a_short_term_is_warned_about_and_kept(run: Run, office: Path) -> None:
    short = {"onderwerp": "Sloop", "ontvangen_op": "2020-03-05", "termijn_dagen": 28}
    kept = run("nieuw", "advies", "--json", "-", given=json.dumps(short))
    assert kept.code == 0
    assert "De wet geeft minstens zes weken (42 dagen)." in kept.err
    assert "Let op: De verhuurder geeft minder dan zes weken." in run("advies", "termijnen", "1").out


def test_a_case_without_term_gives_an_empty_list(run: Run, office: Path) -> None:
    run("nieuw", "advies", "--json", "-", given=json.dumps({"onderwerp": "Huur", "soort": "ongevraagd"}))
    assert run("advies", "termijnen", "1", "--formaat", "json").json == []
    said = run("advies", "termijnen", "1").out
    assert said == "Advies 1, Huur: de wet geeft geen termijn voor een ongevraagd advies.\n"


def test_a_case_that_is_not_there_and_a_missing_verb_are_told(run: Run, office: Path) -> None:
    gone = run("advies", "termijnen", "9")
    assert (gone.code, gone.out) == (1, "")
    assert gone.err.startswith("Advies 9 is er niet.")
    bare = run("advies")
    assert bare.code == 2
    assert "termijnen" in bare.err
