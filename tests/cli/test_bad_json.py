"""Whatever somebody calls JSON: it is read, or refused in a sentence that says what and where."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from huurdersapp.base.errors import UserError
from huurdersapp.cli import jsonin
from huurdersapp.records import ALL
from tests.cli.conftest import Run


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("given_", "sentence"),
    [
        (
            '{"naam": "Erica",\n "soort" "kern"}',
            "standaardinvoer, regel 2, teken 10: hier mist een dubbele punt",
        ),
        ('{"naam": "Erica",}', "regel 1, teken 18: hier hoort de naam van een veld"),
        (
            '[{"naam": "Erica"},]',
            "regel 1, teken 20: hier mist een waarde; misschien staat er een komma te veel",
        ),
        ('{"naam": "Eri\nca"}', "regel 1, teken 14: hier staat een regeleinde"),
        ('{"naam": "Erica"} {}', "regel 1, teken 19: hier had het bestand klaar moeten zijn"),
        ('{"naam": "Erica', "heeft geen aanhalingsteken aan het eind"),
        ("{'naam': 'Erica'}", "regel 1, teken 2: hier hoort de naam van een veld tussen aanhalingstekens"),
        ('{"naam": "\\x"}', "hier klopt een haakje, komma of aanhalingsteken niet"),
        ("nul", "standaardinvoer is geen JSON. Zet er gegevens in"),
        ("[1, nul]", "regel 1, teken 5: hier mist een waarde"),
        ('{"naam": "Erica", "naam": "Emmen"}', "het veld ‘naam’ staat er twee keer in. Laat er één weg."),
        ("[" * 5000, "te veel haakjes in elkaar"),
        ("[" * 5000 + "]" * 5000, "te veel haakjes in elkaar"),
        ('{"a":' * 5000 + "1" + "}" * 5000, "te veel haakjes in elkaar"),
        ("[" * 60 + "]" * 60, "te veel haakjes in elkaar"),
        ('{"naam": NaN}', "er staat NaN waar een getal hoort"),
        ('{"naam": -Infinity}', "er staat -Infinity waar een getal hoort"),
        ('{"naam": 2.000}', "‘2.000’ telt hier als 2,0. Schrijf een duizendtal zonder punt, zoals 2000."),
        ('{"naam": ' + "1" * 5000 + "}", "een getal dat veel te lang is"),
        ('{"naam": "\\ud800"}', "er staat een teken in dat niet kan (U+D800)"),
        ('{"\\ud800": "Erica"}', "er staat een teken in dat niet kan (U+D800)"),
        ('{"naam": "Eri\\u0000ca"}', "In de tekst staat een teken dat niet kan (U+0000)"),
        ('{"naam": "Eri\\u001bca"}', "In de tekst staat een teken dat niet kan (U+001B)"),
        (b"\xff\xfe{\x00}\x00", "standaardinvoer is geen tekst in UTF-8."),
        ('{"naam": "Café"}'.encode("cp1252"), "standaardinvoer is geen tekst in UTF-8."),
        ("", "standaardinvoer is leeg."),
        (" \n", "standaardinvoer is leeg."),
        ("[]", "De lijst is leeg."),
        ("3", "Zet de gegevens tussen accolades"),
        ('["Erica"]', "Zet de gegevens tussen accolades"),
        ("null", "Zet de gegevens tussen accolades"),
        ('{"naam": 1e999}', "Zet hier tekst, tussen aanhalingstekens."),
        ('{"naam": "Erica", "ligt_in": 1e999}', "Zet hier het nummer of de naam."),
        ('{"naam": "Erica", "ligt_in": 99999999999999999999}', "is niet bekend"),
        ('{"naam": "Erica", "ligt_in": "\\u0000"}', "is niet bekend"),
    ],
)
def test_bad_json_is_refused_in_a_sentence(run: Run, given_: str | bytes, sentence: str) -> None:
    for words in (["nieuw", "kern"], ["wijzig", "kern", "2"]):
        if given_ == "[]" and words[0] == "wijzig":
            continue
        result = run(*words, "--json", "-", given=given_)
        assert result.code == 1
        assert result.out == ""
        assert sentence in result.err
        assert len(result.err) < 1000
    assert len(run("lijst", "kern", "--formaat", "json").json) == 2


@pytest.mark.usefixtures("office")
def test_too_much_is_refused_before_it_is_read(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(jsonin, "MAX_BYTES", 1024 * 1024)
    path = tmp_path / "groot.json"
    path.write_text('{"naam": "' + "a" * 1024 * 1024 + '"}')
    result = run("nieuw", "kern", "--json", path)
    assert (result.code, result.err) == (
        1,
        f"{path} is te groot (meer dan 1 MB). Verdeel het over meer bestanden.\n",
    )
    assert "te groot" in run("nieuw", "kern", "--json", "-", given=path.read_bytes()).err


@pytest.mark.usefixtures("office")
def test_a_file_that_is_not_there_or_no_file(run: Run, tmp_path: Path) -> None:
    missing = tmp_path / "weg.json"
    assert run("nieuw", "kern", "--json", missing).err == (
        f"Het bestand {missing} bestaat niet. Kijk de naam en de map na.\n"
    )
    assert "is geen bestand" in run("nieuw", "kern", "--json", tmp_path).err
    assert run("nieuw", "kern", "--json", "").code == 1
    assert run("nieuw", "kern", "--json", "a" * 5000).code == 1
    assert run("nieuw", "kern", "--json", "a{b}.json").err.startswith("Het bestand a{b}.json bestaat niet.")


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("key", ["[]", "{}", "3", '"weg"', "true"])
def test_a_line_that_is_not_there_is_refused_whatever_its_id(run: Run, key: str) -> None:
    given_ = f'{{"titel": "Lekkage", "categorie": "onderhoud", "stappen": [{{"id": {key}}}]}}'
    result = run("nieuw", "knelpunt", "--json", "-", given=given_)
    assert result.code == 1
    assert "stappen, regel 1: Deze regel hoort niet bij dit record." in result.err


SIMPLE = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
VALUES = st.recursive(
    SIMPLE | st.sampled_from(["kern", "gemeente", "Emmen", "2019-03-05", "2019-02-30", 1, 2, -1]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def documents(kind: str) -> st.SearchStrategy[Any]:
    """JSON documents, mostly with real field names."""
    spec = ALL[kind]
    lines = {
        part.key: st.lists(
            st.dictionaries(st.sampled_from([*part.spec.fields, "id"]), VALUES, max_size=4), max_size=2
        )
        for part in spec.parts
    }
    given_ = st.dictionaries(st.sampled_from([*spec.fields, *spec.part, "id", "x"]), VALUES, max_size=6)
    filled = st.fixed_dictionaries({spec.name[0]: st.text(max_size=9)}, optional={**lines, "nummer": VALUES})
    one = st.builds(lambda first, second: {**first, **second}, given_, filled)
    return one | st.lists(one, max_size=3) | given_ | VALUES


@pytest.mark.parametrize("kind", ["kern", "knelpunt"])
def test_no_document_is_ever_a_fault_of_ours(run: Run, prepared: Path, tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "proef"
    shutil.copytree(prepared, folder)

    @settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
    @given(documents(kind))
    def hold(document: Any) -> None:
        result = run("nieuw", kind, "--gegevens", folder, "--json", "-", given=json.dumps(document))
        assert result.code in (0, 1)
        assert (result.out == "") == (result.code == 1)
        assert result.err or result.code == 0

    hold()


@settings(max_examples=300)
@given(st.binary() | st.text().map(str.encode))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    try:
        jsonin.parse(data, "proef")
    except UserError as fault:
        told = fault.sentence()
    else:
        told = "proef"
    assert told.startswith(("proef", "In proef"))
