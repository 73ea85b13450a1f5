"""An akkoord file: read, written, and refused with a sentence that names the place and the mend."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from huurdersapp.base.errors import UserError
from huurdersapp.records.akkoord_bestand import (
    MAX_BYTES,
    Akkoordbestand,
    partijen_van,
    read_akkoord,
    read_akkoord_bytes,
    verwezen_indicatoren,
    write_akkoord,
)
from tests.akkoorden import FOREIGN
from tests.records.akkoord_fouten_tabel import FAULTS, JA, LABELS, afspraak, anker, klein, maat, top

PROJECT = Path(__file__).parents[2]
AKKOORDEN = PROJECT / "resources" / "akkoorden"
FILES = [AKKOORDEN / "emmen-2019-2024.json", AKKOORDEN / "leeg-model.json", FOREIGN]


def read(data: Any) -> Akkoordbestand:
    return read_akkoord_bytes(json.dumps(data).encode(), "emmen.json")


def refusal(data: Any) -> str:
    with pytest.raises(UserError) as error:
        read(data)
    return error.value.sentence()


def test_the_small_akkoord_of_these_tests_is_sound() -> None:
    assert read(klein()).naam == "Klein akkoord"


@pytest.mark.parametrize(("data", "sentence"), FAULTS, ids=[str(number) for number in range(len(FAULTS))])
def test_each_fault_has_one_sentence_that_names_its_place(data: dict[str, Any], sentence: str) -> None:
    text = refusal(data)
    if "\n" in text:  # more than one fault: the file is named in front, each line begins at the place
        sentence = sentence.removeprefix("emmen.json, ").removeprefix("emmen.json: ")
        sentence = sentence if sentence[0] == "‘" or sentence in text else sentence[0].upper() + sentence[1:]

    assert sentence in text
    assert text.endswith((".", "?"))
    assert "ongeldig" not in text


@pytest.mark.parametrize(
    "data",
    [
        maat(**JA, streefwaarden=[{"jaar": 2027, "waarde": False}]),
        maat(norm="minstens", streefwaarden=[{"jaar": 2027, "min": 0}]),
        maat(norm="precies", tijd="jaargemiddelde", streefwaarden=[{"waarde": 1.5, "circa": True}]),
        maat(
            soort="aandeel",
            norm="hoogstens",
            grensbedrag=596.5,
            prijspeil=2018,
            streefwaarden=[{"jaar": 2027, "max": 100}],
        ),
        maat(soort="bedrag", prijspeil=2018, streefwaarden=[{"jaar": 2027, "min": 0.1, "max": 417.29}]),
        maat(
            **LABELS,
            streefwaarden=[
                {"jaar": 2027, "klasse": "A", "min": 30, "max": 60},
                {"jaar": 2027, "klasse": "B", "max": 40},
            ],
        ),
        maat(soort="verwijzing", norm="geen", tijd=None, streefwaarden=[], verwijst_naar=["Gemeente"]),
        maat(soort="tekst", norm="geen", tijd="per_jaar", streefwaarden=[]),
        maat(norm="minstens", streefwaarden=[{"jaar": 2027, "min": 1.125}]),
        maat(tekst="twee\nregels\ten een tab, é ü ł 👍"),
        anker(soort_datum="in", dag=None, maand=None),
        anker(soort_datum="in", dag=None, tot_maand=12),
        afspraak(partijen=["alle partijen"], regel={"telt": "overleggen", "overlegsoort": ["BO"]}),
    ],
    ids=str,
)
def test_what_may_stand_in_an_akkoord_is_read_and_survives_writing(data: dict[str, Any]) -> None:
    bestand = read(data)

    assert read_akkoord_bytes(write_akkoord(bestand), "x.json") == bestand


def test_a_main_goal_may_be_missing() -> None:
    assert read(klein()).themas[0].hoofddoel is None


def test_several_faults_are_all_listed() -> None:
    data = maat(kernen=["Nergens"], partijen=["niemand"], code="A1")
    data["ankers"][0]["maand"] = 13

    lines = refusal(data).splitlines()

    assert lines[0] == "In emmen.json kloppen 4 dingen niet:"
    assert len(lines) == 5
    assert "emmen.json" not in "".join(lines[1:])
    assert lines[1].startswith("- Thema 2 ‘Duurzaamheid’, doel 1, indicator 1: code ‘A1’ is al gebruikt")


def test_one_doubled_code_gives_one_fault_and_no_wrong_advice() -> None:
    data = maat(verwijst_naar=["I2"])
    doel = data["themas"][1]["doelen"][0]
    doel["afspraken"] += [{**doel["afspraken"][0], "verwijst_naar": ["A2"]}]

    assert refusal(data) == (
        "emmen.json, thema 2 ‘Duurzaamheid’, doel 1, afspraak 2: code ‘A1’ is al gebruikt bij "
        "thema 2 ‘Duurzaamheid’, doel 1, afspraak 1. Geef deze een eigen code."
    )


def test_a_doubled_thema_gives_one_fault() -> None:
    data = json.loads(FILES[0].read_bytes())
    data["themas"].insert(1, data["themas"][0])
    first = data["themas"][0]

    told = refusal(data)

    assert told.startswith(f"emmen.json, thema 2 ‘{first['naam']}’: ")
    assert f"codes zijn al gebruikt bij thema 1 ‘{first['naam']}’, zoals ‘{first['code']}’. Haal" in told
    assert "\n" not in told


def test_a_doubled_key_of_a_meeting_gives_one_fault() -> None:
    data = json.loads(FILES[0].read_bytes())
    data["overleggen"][1]["sleutel"] = data["overleggen"][0]["sleutel"]

    assert refusal(data).endswith("de sleutel ‘RG’ is al gebruikt. Geef deze een eigen sleutel.")


def test_where_nothing_can_be_chosen_no_choice_is_offered() -> None:
    told = refusal(top(overleggen=None, ankers=[{**klein()["ankers"][0], "overleg": ["BO"]}]))

    assert told == "emmen.json, anker 1 ‘Klaar’: ‘overleg’ noemt ‘BO’, en dat staat niet bij ‘overleggen’."


def test_after_ten_faults_the_rest_is_only_counted() -> None:
    data = top(kernen=[{"naam": f"K{number}", "soort": "dorp"} for number in range(30)])

    lines = refusal(data).splitlines()

    assert lines[0] == "In emmen.json kloppen 30 dingen niet. Dit zijn de eerste 10:"
    assert len(lines) == 11


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "a.json is leeg."),
        (b'{"naam": "a",\n "x" 1}', "a.json, regel 2, teken 6: hier mist een dubbele punt"),
        (b'{"naam": "a"\n "x": 1}', "a.json, regel 2, teken 2: hier mist een komma of een haakje sluiten"),
        (b'{"naam": 1,5}', "hier hoort de naam van een veld tussen aanhalingstekens"),
        (b'{"naam": "a', "de tekst die hier begint, heeft geen aanhalingsteken aan het eind"),
        (b'{"naam": "a\nb"}', "hier staat een regeleinde of stuurteken midden in een tekst"),
        (b"{} {}", "hier had het bestand klaar moeten zijn"),
        (b"[" * 5_000, "a.json: er staan te veel haakjes in elkaar."),
        (b'{"a":' * 5_000, "a.json: er staan te veel haakjes in elkaar"),
        (b'{"themas": NaN}', "a.json: er staat NaN waar een getal hoort."),
        (b'{"van": ' + b"1" * 5_000 + b"}", "een getal dat veel te lang is"),
        ("{}".encode("utf-16"), "a.json is geen tekst in UTF-8."),
        (b"[]", "a.json is geen akkoordbestand."),
        (b"# Lees dit\n\nEen uitleg.", "a.json is geen JSON. Kies een akkoordbestand"),
        (b'{"formaat": "iets anders"}', "a.json is geen akkoordbestand."),
        (b'{"versie": 0}', "a.json: ‘versie’ is 0."),
    ],
    ids=str,
)
def test_what_is_no_akkoord_is_refused_in_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(UserError) as error:
        read_akkoord_bytes(data, "a.json")

    assert sentence in error.value.sentence()
    assert "\n" not in error.value.sentence()


def test_a_value_nested_deeply_inside_a_sound_file_is_a_fault_and_no_crash() -> None:
    deep: list[Any] = []
    for _step in range(40):
        deep = [deep]

    assert "bij ‘toelichting’ staat een lijst" in refusal(top(toelichting=deep))
    for _step in range(360):
        deep = [deep]
    assert "te veel haakjes in elkaar" in refusal(top(toelichting=deep))


def test_a_field_that_stands_twice_is_refused() -> None:
    text = json.dumps(klein()).replace('"gemeente": "Kleinstad"', '"gemeente": "A", "gemeente": "B"')

    with pytest.raises(UserError, match="‘gemeente’ staat er twee keer"):
        read_akkoord_bytes(text.encode(), "emmen.json")


def test_an_amount_with_a_dot_for_thousands_is_not_read_as_two() -> None:
    text = json.dumps(maat(norm="minstens", streefwaarden=[{"jaar": 2027, "min": 424242}])).replace(
        "424242", "2.000"
    )

    with pytest.raises(UserError, match=r"bij ‘min’ staat 2\.000, en dat leest de computer als 2") as error:
        read_akkoord_bytes(text.encode(), "emmen.json")
    assert "Schrijf duizend zonder punt (2000)" in error.value.sentence()


def test_a_newer_version_is_refused_before_anything_else_is_said() -> None:
    text = refusal(top(versie=2, iets_nieuws=True, themas=None))

    assert text.startswith("Dit akkoordbestand is gemaakt met een nieuwere versie")
    assert text.endswith("Werk eerst het programma bij.")


def test_a_file_over_twenty_megabytes_is_refused(tmp_path: Path) -> None:
    big = tmp_path / "groot.json"
    big.write_bytes(b" " * (MAX_BYTES + 1))

    with pytest.raises(UserError, match=r"groot\.json is te groot \(meer dan 20 MB\)"):
        read_akkoord(big)


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="bestaat niet") as told:
        read_akkoord(tmp_path / "weg.json")
    assert told.value.hint == "Kijk de naam en de map na."
    with pytest.raises(UserError, match="is geen bestand"):
        read_akkoord(tmp_path)


def test_a_byte_order_mark_of_a_windows_editor_does_no_harm() -> None:
    assert read_akkoord_bytes(b"\xef\xbb\xbf" + json.dumps(klein()).encode(), "a.json") == read(klein())


def test_braces_and_control_signs_in_a_name_do_not_spoil_the_sentence() -> None:
    text = refusal(afspraak(partijen=["{naam} \u202e \x9b"]))

    assert "noemt '{naam}" in text or "stuurteken" in text
    assert text.isprintable()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_shipped_file_is_sound_and_written_back_to_the_same_bytes(path: Path) -> None:
    bestand = read_akkoord(path)

    assert write_akkoord(bestand) == path.read_bytes()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_written_file_nests_themas_doelen_afspraken_indicatoren_streefwaarden(path: Path) -> None:
    data = json.loads(path.read_bytes())

    for thema in data["themas"]:
        assert thema["naam"]
        for doel in thema["doelen"]:
            for item in (*doel["afspraken"], *doel["indicatoren"]):
                assert item["tekst"]
                assert item["bron"]
                assert item["partijen"]
            assert all(isinstance(item["streefwaarden"], list) for item in doel["indicatoren"])


def test_the_empty_model_has_the_two_dates_of_the_law() -> None:
    model = read_akkoord(AKKOORDEN / "leeg-model.json")
    legal = [(a.soort_datum, a.maand, a.dag, a.bron) for a in model.ankers if a.herkomst == "wet"]

    assert legal == [
        ("uiterlijk", 7, 1, "Woningwet 2015, art. 44"),
        ("voor", 12, 15, "Woningwet 2015, art. 44a"),
    ]
    assert all(thema.toelichting and not thema.doelen for thema in model.themas)


@pytest.mark.parametrize(
    ("word", "parties"),
    [
        ("gemeente", ["gemeente Emmen"]),
        ("corporaties", ["Domesta", "Lefier", "Woonservice Drenthe"]),
        ("Corporaties", ["Domesta", "Lefier", "Woonservice Drenthe"]),
        ("Woonservice", ["Woonservice Drenthe"]),
        ("SBDE", ["Stichting Bewonersraad Domesta"]),
        ("Domesta", ["Domesta"]),
        ("Sedna", ["Sedna"]),
        ("niemand", []),
    ],
)
def test_a_role_stands_for_all_its_parties_and_a_name_for_one(word: str, parties: list[str]) -> None:
    assert partijen_van(read_akkoord(FILES[0]), word) == parties


def test_all_parties_are_those_who_signed() -> None:
    everybody = partijen_van(read_akkoord(FOREIGN), "alle partijen")

    assert len(everybody) == 6
    assert "Waterschap De Anders" not in everybody


def test_a_reference_leads_to_measures_by_code_or_by_party() -> None:
    emmen = read_akkoord(FILES[0])
    maten = {maat.code: maat for thema in emmen.themas for doel in thema.doelen for maat in doel.indicatoren}

    assert [maat.code for maat in verwezen_indicatoren(emmen, maten["LW2-I3"])] == ["LW2-I1"]
    by_party = verwezen_indicatoren(emmen, maten["WZ4-I3"])
    assert {tuple(maat.partijen) for maat in by_party} == {("gemeente",)}
    assert {maat.code[:2] for maat in by_party} == {"WZ"}


def test_a_quite_different_akkoord_fits_the_same_format() -> None:
    bestand = read_akkoord(FOREIGN)

    assert bestand.cyclus_jaren == 2
    assert partijen_van(bestand, "bewoners") == ["Huurdersraad Anders", "Studentenbond Bovendam"]


@given(st.data())
def test_any_value_in_any_place_is_read_or_refused_but_never_crashes(data: st.DataObject) -> None:
    """One value of a sound file, somewhere, becomes something else."""
    anything = st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
        max_leaves=6,
    )
    raw = json.loads(FOREIGN.read_bytes())
    place: Any = raw
    while True:
        keys = sorted(place) if isinstance(place, dict) else list(range(len(place)))
        key = data.draw(st.sampled_from(keys))
        deeper = place[key]
        if not deeper or not isinstance(deeper, dict | list) or data.draw(st.booleans()):
            place[key] = data.draw(anything)
            break
        place = deeper
    try:
        bestand = read(raw)
    except UserError as error:
        said = error.sentence()
    else:
        said = "read"
        assert read_akkoord_bytes(write_akkoord(bestand), "x.json") == bestand
    assert said


@given(st.binary(max_size=60))
def test_any_bytes_are_refused_without_a_crash(data: bytes) -> None:
    with pytest.raises(UserError):
        read_akkoord_bytes(data, "x.json")


def test_what_passes_the_check_of_the_shape_msgspec_accepts_too() -> None:
    """The walk over the types and msgspec must agree, or a file could pass one and break on the other."""
    for path in FILES:
        assert msgspec.json.decode(path.read_bytes(), type=Akkoordbestand) == read_akkoord(path)


def test_the_handbook_page_names_every_field_and_every_choice() -> None:
    page = (PROJECT / "docs" / "akkoordbestand.md").read_text(encoding="utf-8")
    schema = msgspec.json.schema(Akkoordbestand)["$defs"]
    fields = {name for part in schema.values() for name in part["properties"]}
    choices = {
        choice
        for part in schema.values()
        for field in part["properties"].values()
        for option in (field, field.get("items", {}), *field.get("anyOf", []))
        for choice in option.get("enum", [])
        if choice is not None
    }

    words = set(re.findall(r"\w+", page))
    assert len(choices) > 50
    assert (fields | choices) - words == set()
