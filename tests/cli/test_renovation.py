"""The 70 % on the command line: counting, calculating, answers one by one and from a list, and closing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ran, Run


@pytest.fixture(scope="module")
def looked_at(example_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example in which nothing is written."""
    copied = tmp_path_factory.mktemp("renovatie") / "gegevens"
    shutil.copytree(example_made, copied)
    return copied


@pytest.fixture
def folder(looked_at: Path, tmp_path: Path) -> Path:
    """A copy to write in."""
    copied = tmp_path / "gegevens"
    shutil.copytree(looked_at, copied)
    return copied


def said(done: Ran) -> str:
    """What was told, in one line."""
    return " ".join(done.out.split())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((23, 16), "23 huurders: 17 nodig. 16 is 69,57 %: niet gehaald. Nog 1 nodig."),
        ((23, 17), "23 huurders: 17 nodig. 17 is 73,91 %: gehaald. Het wettelijk vermoeden kan gelden"),
        (
            (10, 7, "--deel", 80),
            "7 is 70,00 %: gehaald. Voor de beloofde 80 %: 8 nodig. 7 is 70,00 %: niet gehaald.",
        ),
        ((8, "--woningen", 10), "8 huurders: 6 nodig. Het wettelijk vermoeden kan gelden"),
        ((8, "--woningen", 9), "8 huurders: 6 nodig. Geen wettelijk vermoeden: minder dan tien woningen."),
        ((8,), "Zijn het met de lege woningen minder dan tien?"),
        ((1,), "1 huurder: 1 nodig."),
    ],
)
def test_the_calculator_needs_no_administration(run: Run, words: tuple[object, ...], told: str) -> None:
    done = run("renovatie", "rekenen", *words)
    assert (done.code, done.err) == (0, "")
    assert told in said(done)


def test_the_calculator_says_nothing_of_the_presumption_where_too_few_agreed(run: Run) -> None:
    assert "vermoeden" not in said(run("renovatie", "rekenen", 23, 16))


def test_the_calculator_as_json_never_rounds_to_what_is_not_reached(run: Run) -> None:
    needed = {
        n: run("renovatie", "rekenen", n, "--formaat", "json").json[0]["nodig"]
        for n in (10, 11, 12, 13, 20, 169)
    }
    assert needed == {10: 7, 11: 8, 12: 9, 13: 10, 20: 14, 169: 119}
    (found,) = run("renovatie", "rekenen", 23, 16, "--formaat", "json").json
    assert (found["percentage"], found["gehaald"], found["nog_nodig"]) == ("69.57", False, 1)


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ((5, 9), 1, "Meer antwoorden dan huurders: 9 van de 5. Kijk de aantallen na."),
        ((0,), 1, "Zonder huurders valt er niets te tellen."),
        (("veel",), 2, "‘veel’ is geen aantal."),
        ((23, "--deel", 60), 2, "Een beloofd percentage ligt tussen 70 en 100."),
    ],
)
def test_the_calculator_refuses_in_a_sentence(
    run: Run, words: tuple[object, ...], code: int, told: str
) -> None:
    done = run("renovatie", "rekenen", *words)
    assert (done.code, done.out) == (code, "")
    assert told in done.err


def test_eight_weeks_say_why_a_day_moves(run: Run) -> None:
    plain = run("renovatie", "termijn", "23-8-2021")
    assert (
        said(plain) == "Brief van maandag 23 augustus 2021. Acht weken: tot en met maandag 18 oktober 2021."
    )
    moved = said(run("renovatie", "termijn", "7-11-2020"))
    assert (
        "tot en met zaterdag 2 januari 2021. Met de Algemene termijnenwet: tot en met maandag 4 januari"
        in moved
    )
    assert "want de laatste dag is een zaterdag. Wij houden de eerste dag aan" in moved
    found = run("renovatie", "termijn", "30-10-2020", "--formaat", "json").json
    assert found == {
        "brief_op": "2020-10-30",
        "laatste_dag": "2020-12-25",
        "laatste_dag_atw": "2020-12-28",
        "reden": "Eerste kerstdag",
    }
    assert run("renovatie", "termijn", "straks").err.startswith("Dit is geen datum.")


def test_how_a_project_stands(run: Run, looked_at: Path) -> None:
    done = run("renovatie", "stand", 1, "--gegevens", looked_at)
    text = said(done)
    assert done.code == 0
    assert "Eenheid 1, Zuringhof" in text
    assert "Hele eenheid 23 0 23 16 4 2 1 17 1 69,57 %" in text
    assert "Nog 1 nodig: 16 van de 17. De verhuurder telt op 24 augustus 2021 16 van 20." in text
    assert "7 gegeven. Geen wettelijk vermoeden: minder dan tien woningen." in text
    reached = said(run("renovatie", "stand", "Renovatie Zilverschoonflat", "--gegevens", looked_at))
    assert (
        "Ons advies 15 over de renovatie van 77 woningen in de Zilverschoonflat in Angelslo: negatief."
        in reached
    )
    assert "70 % is gehaald: 52 nodig, 55 gegeven. Het wettelijk vermoeden geldt" in reached
    assert "De rechter kan daar anders over oordelen." in reached
    assert (
        "Naar de rechter kan tot en met 18 oktober 2021. 18 huurders kunnen nog naar de rechter." in reached
    )
    later = said(run("renovatie", "stand", 2, "--op", "19-10-2021", "--gegevens", looked_at))
    assert "schreef op 23 augustus 2021 dat 70 % instemde. De acht weken na die brief zijn voorbij." in later
    assert "De laatste dag was 18 oktober 2021. 1 huurder kan nog naar de rechter." in later, (
        "by an own letter"
    )


def test_how_a_building_stood_on_a_day_as_json(run: Run, looked_at: Path) -> None:
    def count(day: str) -> tuple[Any, ...]:
        words = (
            "stand",
            "--eenheid",
            "Zonnedauwflat",
            "--op",
            day,
            "--formaat",
            "json",
            "--gegevens",
            looked_at,
        )
        found = run("renovatie", *words).json
        return tuple(found[key] for key in ("op", "huurders", "nodig", "vermoeden"))

    assert count("1-9-2021") == ("2021-09-01", 58, 41, False)
    before = run(
        "renovatie",
        "stand",
        "--eenheid",
        4,
        "--op",
        "27-6-2021",
        "--formaat",
        "json",
        "--gegevens",
        looked_at,
    ).json
    assert (before["ja"], before["gehaald"]) == (42, True), "what lapsed a day later counted then"


def test_what_if_never_counts_what_was_only_heard(run: Run, looked_at: Path) -> None:
    found = run("renovatie", "wat-als", "Zuringhof", "--formaat", "json", "--gegevens", looked_at).json
    assert found[0]["wat"] == "Nu"
    assert (found[0]["ja"], found[0]["gehaald"]) == (16, False)
    by = {each["wat"]: each["gehaald"] for each in found}
    assert by["Als alle twijfelaars ja zeggen"]
    assert not by["Als iedereen zonder antwoord nee zegt"]
    table = run("renovatie", "wat-als", "Zuringpad", "--gegevens", looked_at)
    assert "twijfelaars nee" not in table.out, "nobody there was heard"


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("stand",), 2, "Noem een project, of een eenheid met --eenheid."),
        (("stand", "Nergens"), 1, "‘Nergens’ is niet bekend."),
        (("antwoord",), 2, "Noem de woningen en het antwoord, of een bestand met --lijst."),
        (("antwoord", "twaalf", "ja"), 2, "‘twaalf’ is geen nummer. Schrijf zoiets als 12, 12,14 of 12-20."),
        (("antwoord", "20-12", "ja"), 2, "Bij ‘20-12’ kloppen begin en eind niet."),
        (("antwoord", "1", "misschien"), 1, "‘misschien’ kan hier niet. Kies uit: ja, nee,"),
        (("antwoord", "9999", "ja"), 1, "9999 is er niet."),
        (("antwoord", "1", "ja", "--eenheid", "1"), 2, "De optie --eenheid hoort bij --lijst."),
        (("antwoord", "1", "ja", "--lijst", "-"), 2, "Bij --lijst staat alles in de lijst."),
        (("peiling", "40", "twijfel"), 1, "Bij dit project houdt u geen eigen peiling bij."),
        (("zorg", "1", "kleur"), 1, "‘kleur’ kan hier niet."),
        (("zorg", "1", "huurprijs", "--erbij", "veel"), 2, "‘veel’ is geen aantal."),
        (("voorstel", "3", "--datum", "1-7-2021", "--opnieuw", "sommige"), 1, "Kies welke woningen opnieuw"),
        (("woningen", "1"), 2, "Kies één manier: --adressen, --straat of --lijst."),
        (("woningen", "1", "--adressen", "--lijst", "x.csv"), 2, "Kies één manier: --adressen,"),
        (("woningen", "4", "--adressen", "--straat", "Nergensweg"), 1, "Er is geen adres gevonden."),
        (("woningen", "1", "--straat", "Zuringhof"), 2, "Bij --straat horen ook --van en --tot"),
        (("openen", "1"), 1, "Dit project is niet afgesloten."),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(
    run: Run, looked_at: Path, words: tuple[str, ...], code: int, told: str
) -> None:
    done = run("renovatie", *words, "--gegevens", looked_at)
    assert done.code == code
    assert told in done.err


def test_answers_go_in_at_once_and_can_be_undone_at_once(run: Run, folder: Path) -> None:
    def stand() -> tuple[int, int]:
        found = run("renovatie", "stand", "--eenheid", 1, "--formaat", "json", "--gegevens", folder).json
        return found["ja"], found["nee"]

    listed = run("lijst", "renovatiewoning", "--waar", "eenheid=1", "--formaat", "json", "--gegevens", folder)
    silent = ",".join(
        str(home["nummer"]) for home in listed.json if home["instemming"] in ("geen_reactie", "niet_benaderd")
    )
    done = run("renovatie", "antwoord", silent, "ja", "--op", "31-8-2021", "--gegevens", folder)
    assert (done.code, stand()) == (0, (19, 4)), done.err
    assert "3 woningen gewijzigd." in done.out
    assert "zo stond het al" in run("renovatie", "antwoord", silent, "ja", "--gegevens", folder).out
    assert run("ongedaan", "--gegevens", folder).code == 0
    assert stand() == (16, 4)
    refused = run("renovatie", "antwoord", "1,2", "nee", "--formulier", "Z-1", "--gegevens", folder)
    assert (refused.code, stand()) == (1, (16, 4))
    assert "Een formulier hoort bij één woning." in refused.err


LIST = """straat;huisnummer;antwoord;formulier;op
Zuringpad;2;ja;X1;30-8-2021
Zuringpad;99;ja;;
Zuringhof;1;misschien;;
Zuringpad;4;nee;x1;30-8-2021
Zuringpad;4;nee;;
Zuringhof;3;nee;;1-5-2021
;;ja;;
"""


def test_a_list_with_wrong_lines_writes_nothing_and_names_each(run: Run, folder: Path) -> None:
    def unit() -> Any:
        return run("renovatie", "stand", "--eenheid", 2, "--formaat", "json", "--gegevens", folder).json

    before = unit()
    done = run("renovatie", "antwoord", "--lijst", "-", "--gegevens", folder, given=LIST)
    assert (done.code, unit()) == (1, before)
    assert done.err.splitlines() == [
        "Er is niets opgeslagen. Verbeter eerst:",
        "- regel 3, Zuringpad 99: dit adres staat in geen lopend project.",
        "- regel 4, Zuringhof 1: ‘misschien’ kan hier niet. Kies uit: ja, nee, geen_reactie, niet_benaderd, leeg.",
        "- regel 5, Zuringpad 4: Formulier x1 is al geteld bij Zuringpad 2. Elk formulier telt één keer.",
        "- regel 6, Zuringpad 4: deze woning staat ook op regel 5.",
        "- regel 7, Zuringhof 3: Dit antwoord is van vóór versie 1 van het voorstel (07-06-2021). Kijk de datum na.",
        "- regel 8, woning ?: vul het nummer van de woning in, of straat en huisnummer.",
    ]
    odd = run(
        "renovatie", "antwoord", "--lijst", "-", "--gegevens", folder, given="kleur;antwoord\nrood;ja\n"
    )
    assert "De kolom ‘kleur’ hoort hier niet." in odd.err
    assert (
        "Er staat geen antwoord in de lijst."
        in run("renovatie", "antwoord", "--lijst", "-", "--gegevens", folder, given="[]").err
    )


def test_a_list_in_csv_or_json_writes_all_its_answers(run: Run, folder: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "antwoorden.csv"
    sheet.write_text(
        "Straat;Huisnummer;Antwoord;Formulier\nZuringpad;2;Nee;Y1\nzuringpad;4;geen reactie;\n",
        encoding="utf-8",
    )
    objects = [{"nummer": 26, "antwoord": "leeg", "op": "2021-08-31"}]
    first = run("renovatie", "antwoord", "--lijst", sheet, "--eenheid", "Zuringpad", "--gegevens", folder)
    assert first.code == 0, first.err
    second = run(
        "renovatie",
        "antwoord",
        "--lijst",
        "-",
        "--formaat",
        "json",
        "--gegevens",
        folder,
        given=json.dumps(objects),
    )
    assert second.json["nummers"] == [26]
    homes = run(
        "lijst", "renovatiewoning", "--waar", "eenheid=2", "--formaat", "json", "--gegevens", folder
    ).json
    by = {home["naam"]: home for home in homes}
    assert (by["Zuringpad 2"]["instemming"], by["Zuringpad 2"]["formulier"]) == ("nee", "Y1")
    assert by["Zuringpad 4"]["instemming"] == "geen_reactie"
    assert by["Zuringpad 6"]["instemming"] == "leeg"


def test_a_renovation_from_a_new_version_to_its_closing(run: Run, folder: Path) -> None:
    def go(*words: object) -> str:
        done = run("renovatie", *words, "--gegevens", folder)
        assert done.code == 0, done.err
        return said(done)

    assert "Duur en planning: 3 keer genoemd." in go("zorg", "Zuringhof", "planning")
    assert "1 woning gewijzigd." in go("contact", 3, "--uitkomst", "niet_thuis", "--terug", "8-9-2021")
    assert "1 woning gewijzigd." in go("peiling", 3, "voor")
    assert "1 woning gewijzigd." in go("peiling", 3, "geen")
    assert "1 woning gewijzigd." in go("bericht", 40, "30-8-2021")
    trial = go("woningen", 2, "--straat", "Zuringpad", "--van", 2, "--tot", 22, "--proef")
    assert "2 nieuwe woningen in Zuringpad." in trial
    assert "Dit was een proef" in trial
    asked = run(
        "renovatie", "woningen", 2, "--straat", "Zuringpad", "--van", 20, "--tot", 22, "--gegevens", folder
    )
    assert (asked.code, "Zet er --zeker bij." in asked.err) == (1, True)
    assert "2 woningen gemaakt in Zuringpad." in go(
        "woningen", 2, "--straat", "Zuringpad", "--van", 20, "--tot", 22, "--zeker"
    )
    text = go(
        "voorstel", 1, "--datum", "30-8-2021", "--opnieuw", "sommige", "--woningen", "1-3", "--werk", "Meer."
    )
    assert "De versie staat erin. 3 woningen antwoorden opnieuw." in text
    going = go("sluiten", 1)
    assert "Namen van huurders: 1" in going
    assert "Er is nog niets afgesloten." in going
    assert "Het project is afgesloten." in go("sluiten", 1, "--zeker")
    homes = run(
        "lijst", "renovatiewoning", "--waar", "eenheid=1", "--formaat", "json", "--gegevens", folder
    ).json
    assert not any(home["huurder"] or home["peiling"] for home in homes)
    assert any(home["instemming"] == "ja" for home in homes)
    assert "Het project is weer open." in go("openen", 1)
