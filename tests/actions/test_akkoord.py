"""An akkoord comes in whole, lies beside another one, goes out as it came in, and can be undone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from huurdersapp.actions import akkoord, history, lists, records
from huurdersapp.actions.context import Context
from huurdersapp.actions.streefwaarden import target_in_words
from huurdersapp.base import jobs, paths
from huurdersapp.base.errors import Stopped, UserError
from huurdersapp.records.akkoord_structuur import Indicator, Streefwaarde
from tests.actions.conftest import Made, changed, numbers, shown, steps
from tests.akkoorden import FOREIGN

AKKOORDEN = paths.own("resources") / "akkoorden"
EMMEN, MODEL = AKKOORDEN / "emmen-2019-2024.json", AKKOORDEN / "leeg-model.json"
FILES = (EMMEN, MODEL, FOREIGN)
POINTS = ("akkoord", "thema", "doel", "afspraak", "indicator", "anker")


def load(ctx: Context, path: Path) -> int:
    number, _count = jobs.run(akkoord.load(ctx, path))
    return number


def counts(ctx: Context) -> dict[str, int]:
    return {kind: len(numbers(ctx, kind)) for kind in ctx.store.catalogue.specs}


def test_an_akkoord_comes_out_as_it_went_in_to_the_byte_beside_others(
    office: Context, tmp_path: Path
) -> None:
    for number, path in enumerate(FILES, 1):
        assert load(office, path) == number
    for number, path in enumerate(FILES, 1):
        out = tmp_path / path.name
        akkoord.export(office, out, number)
        assert out.read_bytes() == path.read_bytes()


def test_what_was_loaded_is_told(office: Context) -> None:
    number, count = jobs.run(akkoord.load(office, FOREIGN))
    assert number == 1
    assert count == sum(counts(office).values())


def test_loading_twice_is_refused_and_changes_nothing(office: Context) -> None:
    load(office, EMMEN)
    before, written = counts(office), steps(office)
    with pytest.raises(UserError, match=r"is er al\. Er is niets gewijzigd"):
        load(office, EMMEN)
    assert (counts(office), steps(office)) == (before, written)


def test_parties_and_places_that_are_known_are_found_again(
    office: Context, made: Made, tmp_path: Path
) -> None:
    source = json.loads(EMMEN.read_text(encoding="utf-8"))
    own = next(item["naam"] for item in source["partijen"] if item["soort"] == "huurdersorganisatie")
    made("partij", naam=own.upper(), soort="huurdersorganisatie", eigen=True)
    made("kern", naam="Emmen", soort="gemeente")
    load(office, EMMEN)
    assert len(numbers(office, "partij")) == len(source["partijen"])
    assert len(numbers(office, "kern")) == len(source["kernen"])
    assert shown(office, "partij", 1)["eigen"] is True
    landlords = [item["naam"] for item in source["partijen"] if item["soort"] == "corporatie"]
    assert len(numbers(office, "verhuurder")) == len(landlords)
    assert numbers(office, "verhuurder", f"partij={landlords[0]}")
    akkoord.export(office, tmp_path / "uit.json")
    told = json.loads((tmp_path / "uit.json").read_text(encoding="utf-8"))
    assert [item["naam"].casefold() for item in told["partijen"]] == [
        item["naam"].casefold() for item in source["partijen"]
    ]


def test_a_loaded_akkoord_is_undone_at_once_and_can_be_loaded_again(office: Context) -> None:
    before = counts(office)
    load(office, EMMEN)
    assert history.undo(office).label == "Akkoord laden"
    assert counts(office) == before
    with pytest.raises(UserError, match="Er is nog geen akkoord"):
        akkoord.whole(office)
    load(office, EMMEN)
    assert counts(office)["afspraak"] > 80
    history.undo(office)
    history.redo(office)
    assert counts(office)["akkoord"] == 1


def test_an_akkoord_that_was_thrown_away_can_be_loaded_again(office: Context, tmp_path: Path) -> None:
    load(office, FOREIGN)
    there = counts(office)
    records.discard(office, office.spec("akkoord"), 1)
    assert [counts(office)[kind] for kind in POINTS] == [0] * 6
    number = load(office, FOREIGN)
    assert counts(office) == there
    akkoord.export(office, tmp_path / "uit.json", number)
    assert (tmp_path / "uit.json").read_bytes() == FOREIGN.read_bytes()


def test_a_stopped_load_leaves_nothing(office: Context) -> None:
    before, written = counts(office), steps(office)
    with pytest.raises(Stopped):
        jobs.run(akkoord.load(office, EMMEN), stop=lambda: True)
    answers = iter((False, True))
    with pytest.raises(Stopped):
        jobs.run(akkoord.load(office, EMMEN), stop=lambda: next(answers))
    assert (counts(office), steps(office)) == (before, written)


def test_a_changed_text_and_a_thrown_away_point_come_out_so(office: Context, tmp_path: Path) -> None:
    load(office, FOREIGN)
    (first,) = numbers(office, "afspraak", "code=A1b")
    changed(office, "afspraak", first, tekst="Wij vragen elk jaar alle studenten.")
    (second,) = numbers(office, "afspraak", "code=B1a")
    records.discard(office, office.spec("afspraak"), second)
    path = tmp_path / "uit.json"
    akkoord.export(office, path)
    told, source = path.read_text(encoding="utf-8"), FOREIGN.read_text(encoding="utf-8")
    assert "Wij vragen elk jaar alle studenten." in told
    codes = [item["code"] for item in _afspraken(json.loads(told))]
    assert codes == [item["code"] for item in _afspraken(json.loads(source)) if item["code"] != "B1a"]


def _afspraken(source: dict[str, Any]) -> list[dict[str, Any]]:
    return [item for thema in source["themas"] for doel in thema["doelen"] for item in doel["afspraken"]]


def test_a_party_or_place_in_the_waste_bin_keeps_its_name_in_the_akkoord(
    office: Context, tmp_path: Path
) -> None:
    load(office, FOREIGN)
    for kind in ("partij", "kern"):
        for number in numbers(office, kind):
            records.discard(office, office.spec(kind), number)
    akkoord.export(office, tmp_path / "uit.json")
    assert (tmp_path / "uit.json").read_bytes() == FOREIGN.read_bytes()


def test_an_own_afspraak_without_a_source_can_be_read_and_the_file_says_what_it_needs(
    office: Context, made: Made, tmp_path: Path
) -> None:
    load(office, FOREIGN)
    doel = numbers(office, "doel", "code=A1")[0]
    made("afspraak", doel=doel, code="A1-eigen", tekst="Wij helpen bij het verhuizen.")
    assert any("Wij helpen bij het verhuizen." in line for line in akkoord.overview_lines(office))
    with pytest.raises(UserError) as told:
        akkoord.export(office, tmp_path / "uit.json")
    assert "‘bron’ is leeg. Vul hier iets in." in told.value.sentence()
    assert list(tmp_path.iterdir()) == []
    assert akkoord.export(office, tmp_path / "uit.csv") > 5


def test_with_more_akkoorden_one_must_be_named(office: Context) -> None:
    load(office, EMMEN)
    assert akkoord.whole(office).naam == akkoord.whole(office, 1).naam
    load(office, FOREIGN)
    with pytest.raises(UserError, match=r"Er zijn meer akkoorden: 1 .*, 2 .*") as told:
        akkoord.whole(office)
    assert told.value.command == "Kies er een met --akkoord NUMMER."
    with pytest.raises(UserError, match="Akkoord 3 is er niet"):
        akkoord.whole(office, 3)


def test_the_overview_is_the_file_itself_and_reads_in_its_order(office: Context) -> None:
    load(office, EMMEN)
    source = json.loads(EMMEN.read_text(encoding="utf-8"))
    assert json.loads(json.dumps(akkoord.overview(office))) == source
    lines = list(akkoord.overview_lines(office))
    texts = [item["tekst"] for item in _afspraken(source)]
    places = [next(n for n, line in enumerate(lines) if line.endswith(f": {text}")) for text in texts]
    assert places == sorted(places)


def test_a_file_that_is_wrong_leaves_nothing(office: Context, tmp_path: Path) -> None:
    source = json.loads(FOREIGN.read_text(encoding="utf-8"))
    source["themas"][0]["doelen"][0]["code"] = ""
    (tmp_path / "fout.json").write_text(json.dumps(source), encoding="utf-8")
    written = steps(office)
    with pytest.raises(UserError, match=r"fout\.json, .*‘code’ is leeg"):
        load(office, tmp_path / "fout.json")
    with pytest.raises(UserError, match="bestaat niet"):
        load(office, tmp_path / "weg.json")
    assert (sum(counts(office).values()), steps(office)) == (0, written)


@pytest.mark.parametrize(
    ("maat", "goal", "words"),
    [
        ({"norm": "minstens"}, {"jaar": 2021, "waarde": 70}, "minstens 70 procent in 2021"),
        ({"norm": "hoogstens"}, {"waarde": 19.9}, "hoogstens 19,9 procent"),
        ({"norm": "tussen"}, {"jaar": 2021, "min": 110, "max": 1500}, "110 tot 1.500 procent in 2021"),
        ({"norm": "precies"}, {"waarde": 0}, "0 procent"),
        ({"norm": "minstens"}, {"min": 0}, "minstens 0 procent"),
        ({"norm": "hoogstens"}, {"klasse": "B", "max": 40}, "B hoogstens 40 procent"),
        ({"norm": "precies", "soort": "ja_nee", "eenheid": ""}, {"jaar": 2020, "waarde": True}, "ja in 2020"),
        ({"norm": "precies", "soort": "ja_nee", "eenheid": ""}, {"waarde": False}, "nee"),
    ],
)
def test_a_target_in_words(maat: dict[str, Any], goal: dict[str, Any], words: str) -> None:
    whole = {"code": "I", "tekst": "t", "partijen": [], "bron": "", "herkomst": "bron", "streefwaarden": []}
    measure = Indicator(**{**whole, "soort": "aandeel", "eenheid": "procent", **maat})
    assert target_in_words(measure, Streefwaarde(**goal), str) == words


def test_the_points_of_two_akkoorden_stand_in_the_order_of_each(office: Context) -> None:
    for path in (EMMEN, FOREIGN):
        load(office, path)
    listed = [row["code"] for row in lists.find(office, office.spec("afspraak"))]
    in_order: list[str] = []
    for number in (1, 2):
        whole = akkoord.whole(office, number)
        doelen = [doel for thema in whole.themas for doel in thema.doelen]
        in_order += [item.code for doel in doelen for item in doel.afspraken]
        in_order += [item.code for item in whole.werkafspraken]
    assert listed == in_order
