"""Each command for records does what the command line promises."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from huurdersapp.records import ALL
from tests.cli.conftest import Run


def test_soorten_lists_all_record_types(run: Run) -> None:
    assert [item["soort"] for item in run("soorten", "--formaat", "json").json] == list(ALL)
    text = run("soorten").out
    assert "kern" in text
    assert "Knelpunt" in text


def test_velden_tells_what_may_be_written(run: Run) -> None:
    fields = {item["naam"]: item for item in run("velden", "knelpunt", "--formaat", "json").json}
    assert fields["titel"]["verplicht"] is True
    assert fields["nummer"]["verplicht"] is False
    assert fields["kern"]["type"] == "verwijzing"
    assert {"sleutel": "complex", "label": "Complex"} in fields["omvang"]["keuzes"]
    assert fields["huurders_geraakt"]["eenheid"] == "huurders"
    assert fields["stappen"]["type"] == "lijst"
    text = run("velden", "knelpunt").out
    assert "stappen.datum" in text
    assert "nummer of naam van een kern" in text
    assert max(map(len, text.splitlines())) < 160
    shown = {word.strip(",") for line in text.splitlines() for word in line.split()}
    assert {choice["sleutel"] for choice in fields["subcategorie"]["keuzes"]} <= shown


@pytest.mark.usefixtures("office")
def test_lijst_shows_words_and_json_shows_values(run: Run) -> None:
    text = run("lijst", "kern").out.splitlines()
    assert text[0].split() == ["Nummer", "Naam", "Soort", "Ligt", "in"]
    assert text[2].split() == ["2", "Klazienaveen", "Kern", "of", "dorp", "Emmen"]
    found = run("lijst", "kern", "--formaat", "json")
    assert [(item["nummer"], item["ligt_in"]) for item in found.json] == [(1, None), (2, 1)]
    assert found.err == ""


@pytest.mark.usefixtures("office")
def test_lijst_searches_filters_and_sorts(run: Run) -> None:
    def numbers(*words: str) -> list[int]:
        return [item["nummer"] for item in run("lijst", "kern", *words, "--formaat", "json").json]

    assert numbers("--zoek", "kanaal") == [2]
    assert numbers("--waar", "soort=gemeente") == [1]
    assert numbers("--waar", "ligt_in=Emmen", "--waar", "soort=kern") == [2]
    assert numbers("--waar", "ligt_in=") == [1]
    assert numbers("--sorteer=-naam") == [2, 1]
    assert numbers("--sorteer", "-naam") == [2, 1]
    assert run("lijst", "kern", "--zoek", "woestijn").out == "Niets gevonden.\n"
    assert run("lijst", "overleg").out == "Er staat nog niets in deze lijst.\n"


@pytest.mark.usefixtures("office")
def test_lijst_goes_to_a_file(run: Run, tmp_path: Path) -> None:
    for ending in ("csv", "xlsx", "json"):
        path = tmp_path / f"kernen.{ending}"
        assert run("lijst", "kern", "--uit", path).out == f"{path} is klaar. Kernen: 2.\n"
        assert path.exists()
    lines = (tmp_path / "kernen.csv").read_text(encoding="utf-8-sig").splitlines()
    rows = list(csv.reader(lines, delimiter=";"))
    assert rows[2][:2] == ["2", "Klazienaveen"]
    told = run("lijst", "kern", "--uit", tmp_path / "a.json", "--formaat", "json")
    assert told.json == {"bestand": str(tmp_path / "a.json"), "aantal": 2}
    assert json.loads((tmp_path / "a.json").read_text()) == run("lijst", "kern", "--formaat", "json").json


@pytest.mark.usefixtures("office")
def test_a_terminal_shows_a_screenful_and_a_pipe_everything(run: Run, request: pytest.FixtureRequest) -> None:
    places = json.dumps([{"naam": f"Dorp {count:03}", "soort": "kern"} for count in range(60)])
    assert run("nieuw", "kern", "--json", "-", given=places).code == 0
    assert len(run("lijst", "kern").out.splitlines()) == 63
    assert len(run("zoek", "dorp").out.splitlines()) == 61
    request.getfixturevalue("terminal")
    shown = run("lijst", "kern").out
    assert "… en nog 12; gebruik --uit of --formaat json" in shown
    assert "Dorp 049" in shown
    assert "Dorp 050" not in shown
    assert "… en nog 10; gebruik --formaat json" in run("zoek", "dorp").out
    assert len(run("lijst", "kern", "--formaat", "json").json) == 62
    assert len(run("zoek", "dorp", "--formaat", "json").json) == 60


@pytest.mark.usefixtures("office")
def test_toon_reads_as_text(run: Run) -> None:
    assert run("toon", "kern", "2").out == (
        "Kern 2: Klazienaveen\n"
        "  Naam         Klazienaveen\n"
        "  Soort        Kern of dorp\n"
        "  Ligt in      Emmen\n"
        "  Toelichting  Veen\n"
        "               en kanaal\n"
    )


@pytest.mark.usefixtures("office")
def test_toon_shows_the_lists_inside_a_record(run: Run) -> None:
    given = json.dumps({"titel": "Lekkage", "categorie": "onderhoud", "kern": "Klazienaveen"})
    assert run("nieuw", "knelpunt", "--json", "-", given=given).code == 0
    text = run("toon", "knelpunt", "1").out
    assert "Kern of wijk" in text
    assert "\n  Stappen\n     1. Datum " in text


@pytest.mark.usefixtures("office")
def test_what_toon_prints_goes_back_through_wijzig_unchanged(run: Run) -> None:
    given = json.dumps({"titel": "Lekkage", "categorie": "onderhoud", "kern": 2, "huurders_geraakt": 3})
    run("nieuw", "knelpunt", "--json", "-", given=given)
    for kind, number in (("kern", "2"), ("knelpunt", "1"), ("partij", "1")):
        shown = run("toon", kind, number, "--formaat", "json")
        before = run("geschiedenis", kind, number).out
        back = run("wijzig", kind, number, "--json", "-", "--formaat", "json", given=shown.out)
        assert back.code == 0
        assert back.json == [shown.json]
        assert run("geschiedenis", kind, number).out == before


@pytest.mark.usefixtures("office")
def test_nieuw_takes_one_or_a_list_and_tells_what_it_wrote(run: Run, tmp_path: Path) -> None:
    one = run("nieuw", "kern", "--json", "-", "--formaat", "json", given='{"naam": "Erica"}')
    assert [(item["nummer"], item["soort"]) for item in one.json] == [(3, "kern")]
    path = tmp_path / "meer.json"
    path.write_bytes(b"\xef\xbb\xbf" + '[{"naam": "Zwartemeer"}, {"naam": "Weiteveen é"}]'.encode())
    more = run("nieuw", "kern", "--json", path)
    assert more.out == "Kern 4 is opgeslagen.\nKern 5 is opgeslagen.\n"


@pytest.mark.usefixtures("office")
def test_nieuw_writes_all_or_nothing(run: Run) -> None:
    result = run("nieuw", "kern", "--json", "-", given='[{"naam": "Erica"}, {"soort": "stad"}]')
    assert result.code == 1
    assert result.out == ""
    assert "Er is niets opgeslagen." in result.err
    assert "record 2, soort: ‘stad’ kan hier niet." in result.err
    assert len(run("lijst", "kern", "--formaat", "json").json) == 2


@pytest.mark.usefixtures("office")
def test_a_warning_stops_nothing_and_stays_out_of_json(run: Run) -> None:
    given = json.dumps({"titel": "Lekkage", "categorie": "onderhoud", "melder_naam": "A. de Boer"})
    result = run("nieuw", "knelpunt", "--json", "-", "--formaat", "json", given=given)
    assert result.code == 0
    assert result.json[0]["nummer"] == 1
    assert result.err.startswith("Let op: toestemming_contact: ")
    read = run("nieuw", "knelpunt", "--json", "-", given=given)
    assert read.out == "Knelpunt 2 is opgeslagen.\n"
    assert read.err.startswith("Let op: Melder vindt contact goed: ")


@pytest.mark.usefixtures("office")
def test_wijzig_changes_only_what_is_given(run: Run) -> None:
    result = run("wijzig", "kern", "2", "--json", "-", "--formaat", "json", given='{"toelichting": null}')
    assert result.json[0]["toelichting"] is None
    assert result.json[0]["ligt_in"] == 1


@pytest.mark.usefixtures("office")
def test_verwijder_ongedaan_and_opnieuw(run: Run) -> None:
    assert "prullenbak" in run("verwijder", "kern", "2").out
    assert run("toon", "kern", "2").code == 1
    assert run("ongedaan").out == "Ongedaan gemaakt: Kern 2 verwijderen\n"
    assert run("toon", "kern", "2").code == 0
    assert run("ongedaan", "--opnieuw").out == "Opnieuw gedaan: Kern 2 verwijderen\n"
    assert run("toon", "kern", "2").code == 1
    nothing = run("ongedaan", "--opnieuw")
    assert (nothing.code, nothing.err) == (1, "Er is niets om opnieuw te doen.\n")
    assert run("ongedaan", "--formaat", "json").json == {"stap": "Kern 2 verwijderen", "opnieuw": False}
    assert run("verwijder", "kern", "2", "--formaat", "json").json == {"soort": "kern", "nummer": 2}


@pytest.mark.usefixtures("office")
def test_zoek_finds_in_all_kinds(run: Run) -> None:
    found = run("zoek", "linde", "--formaat", "json").json
    assert found == [{"soort": "partij", "nummer": 1, "titel": "Huurdersvereniging De Linde"}]
    assert "Klazienaveen" in run("zoek", "klazi", "veen").out
    assert run("zoek", "woestijn").out == "Niets gevonden.\n"
    assert run("zoek", "woestijn", "--formaat", "json").json == []


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("words", [[""], ['"'], ["", " ! "]])
def test_zoek_without_a_word_asks_for_one(run: Run, words: list[str]) -> None:
    for form in ("tekst", "json"):
        result = run("zoek", *words, "--formaat", form)
        assert (result.code, result.out, result.err) == (1, "", "Noem een woord om te zoeken.\n")


@pytest.mark.usefixtures("office")
def test_a_long_text_is_cut_in_a_list_and_whole_elsewhere(run: Run, request: pytest.FixtureRequest) -> None:
    name = "Dorp " + "x" * 90
    places = [{"naam": name, "soort": "gemeente"}, {"naam": "Wijk", "soort": "wijk", "ligt_in": name}]
    run("nieuw", "kern", "--json", "-", given=json.dumps(places))
    cut = "Dorp " + "x" * 54 + "…"
    lines = run("lijst", "kern").out.splitlines()
    assert [line.count(cut) for line in lines] == [0, 1, 0, 0, 1]
    assert name not in "\n".join(lines)
    words = ("Soort", "Gemeente", "Gemeente", "Kern of", "Wijk  ")
    starts = [line.rindex(word) for line, word in zip(lines, words, strict=True)]
    assert len(set(starts)) == 1
    assert cut in run("zoek", "dorp").out
    assert name in run("toon", "kern", "3").out
    assert name in [item["naam"] for item in run("lijst", "kern", "--formaat", "json").json]
    request.getfixturevalue("terminal")
    assert "xx…" in run("lijst", "kern").out


@pytest.mark.usefixtures("office")
def test_signs_that_nobody_sees_are_not_shown_and_stay_in_the_data(
    run: Run, request: pytest.FixtureRequest
) -> None:
    name = "Er\u202eica\u200b\u2066 é"
    assert run("nieuw", "kern", "--json", "-", given=json.dumps({"naam": name})).code == 0
    for words in (["toon", "kern", "3"], ["lijst", "kern"], ["zoek", "ica"], ["geschiedenis", "kern", "3"]):
        shown = run(*words).out
        assert "Erica é" in shown
        assert not set("\u202e\u200b\u2066") & set(shown)
    assert "\u202e" not in run("lijst", "ke\u202erm").err
    raw = run("toon", "kern", "3", "--formaat", "json")
    assert name in raw.out
    request.getfixturevalue("terminal")
    escaped = run("toon", "kern", "3", "--formaat", "json")
    assert "Er\\u202eica\\u200b\\u2066 é" in escaped.out
    assert escaped.json == raw.json
    assert "Erica é" in run("lijst", "kern").out


@pytest.mark.usefixtures("office")
def test_verwijder_tells_what_still_names_the_record(run: Run) -> None:
    result = run("verwijder", "kern", "1", "--formaat", "json")
    assert result.err == "Let op: 1 kern noemt kern 1.\n"
    assert result.json == {"soort": "kern", "nummer": 1}
    own = run("verwijder", "partij", "1")
    assert (own.code, own.out) == (1, "")
    assert own.err.startswith("Huurdersvereniging De Linde is uw eigen organisatie. Die kan niet weg.")


@pytest.mark.usefixtures("office")
def test_geschiedenis_tells_who_did_what(run: Run) -> None:
    run("wijzig", "kern", "2", "--json", "-", given='{"soort": "wijk", "toelichting": null}')
    text = run("geschiedenis", "kern", "2").out
    assert "Jo Prins: Kern 2 wijzigen" in text
    assert "    Soort: Kern of dorp → Wijk\n" in text
    assert "    Toelichting: Veen en kanaal → (leeg)\n" in text
    newest = run("geschiedenis", "kern", "2", "--formaat", "json").json[0]
    assert newest["wie"] == "Jo Prins"
    assert [(item["veld"], item["nieuw"]) for item in newest["wijzigingen"]] == [
        ("soort", "Wijk"),
        ("toelichting", None),
    ]
    assert run("geschiedenis", "kern", "9").code == 1
