"""JSON that people typed is read, or refused in a sentence of its own, by one reader for all of the program."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from huurdersapp.base import json_text
from huurdersapp.base.errors import UserError

RULES = json_text.Rules(
    1024 * 1024, "Maak het kleiner.", "Vul {iets} in.", "Verbeter dit.", "Kies iets anders."
)
KEPT = json_text.Rules(1024 * 1024, "", "", "", "", kept=True)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b" " * (1024 * 1024 + 1), "a{b}.json is te groot (meer dan 1 MB). Maak het kleiner."),
        (b"\xff", "a{b}.json is geen tekst in UTF-8. Sla het bestand opnieuw op en kies bij codering UTF-8."),
        (b"", "a{b}.json is leeg. Vul {iets} in."),
        (b"[project]\nname = 1", "a{b}.json is geen JSON. Kies iets anders."),
        (b"# Lees dit", "a{b}.json is geen JSON. Kies iets anders."),
        (
            b'{"a": }',
            "a{b}.json, regel 1, teken 7: hier mist een waarde; misschien staat er een komma te veel. "
            "Verbeter dit.",
        ),
        (b"[" * 51 + b"]" * 51, "a{b}.json: er staan te veel haakjes in elkaar. Kijk de haakjes na."),
        (b"[" * 5000, "a{b}.json: er staan te veel haakjes in elkaar. Kijk de haakjes na."),
        (b'{"a{": 1, "a{": 2}', "a{b}.json: het veld ‘a{’ staat er twee keer in. Laat er één weg."),
        (b'["\\ud800"]', "a{b}.json: er staat een teken in dat niet kan (U+D800). Haal het weg."),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(UserError) as told:
        json_text.parse(data, "a{b}.json", RULES)

    assert told.value.sentence() == sentence


def test_a_reader_that_tells_places_gets_what_stood_there() -> None:
    found: Any = json_text.parse(b'{"a": {"x": 1, "x": 2}, "b": 2.000, "c": "\\ud800"}', "a.json", KEPT)

    assert isinstance(found["a"], json_text.Doubled)
    assert found["a"].names == ["x"]
    assert isinstance(found["b"], json_text.Thousands)
    assert found["b"].written == "2.000"


def test_plain_values_are_read_with_or_without_a_byte_order_mark() -> None:
    assert json_text.parse(b'\xef\xbb\xbf[50 , 1.5, "\xc3\xa9"]', "a", RULES) == [50, 1.5, "é"]


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    for path, sentence in (
        (tmp_path / "weg.json", "weg.json bestaat niet. Kijk de naam en de map na."),
        (tmp_path, "is geen bestand. Geef de naam van een JSON-bestand."),
        (tmp_path / "a\0b", "kan niet worden gelezen. Kijk of u het mag openen."),
    ):
        with pytest.raises(UserError) as told:
            json_text.read_file(path, 10)
        assert told.value.sentence().endswith(sentence)


def test_no_more_of_a_file_is_read_than_shows_that_it_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "groot.json"
    path.write_bytes(b"a" * 100)

    assert json_text.read_file(path, 10) == b"a" * 11
