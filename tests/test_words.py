"""Every text of the program is plain Dutch: no jargon, no blame, short sentences, and always "u"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tools import catalogue

TEXTS = sorted(
    text for ids in catalogue.texts() for text in ([ids] if isinstance(ids, str) else ids) if text.strip()
)
"""Straight from the code, so that a new text is looked at before it is in a catalogue."""
ENGLISH = sorted(
    text
    for message in catalogue.messages(catalogue.read(catalogue.ENGLISH))
    for text in ([message.string] if isinstance(message.string, str) else message.string or ())
)

LONGEST, MEAN = 20, 12
"""Words in a sentence: Dutch at level B1."""

FORBIDDEN = re.compile(
    r"\b(?:ongeldig\w*|invalide?|illegaal|verboden|onjuist\w*|incorrect\w*|niet toegestaan|geweigerd"
    r"|fout(?:en|codes?|melding|meldingen)|errors?|exception|fataal|kritiek\w*|gefaald|mislukt\w*|mislukken"
    r"|verplichte? velden?|verplicht veld|null|database|string|boolean|parameters?|login|inloggen|default|submit"
    r"|(?:aan|dubbel|door)?klik\w*|gelieve|dient|dienen te|middels|teneinde|indien|alsmede|derhalve|reeds|tevens"
    r"|desbetreffende|conform|verwerpen|voltooien|voltooid|herstellen|je|jij|jou|jouw|jullie)\b|!",
    re.IGNORECASE,
)
FORBIDDEN_ENGLISH = re.compile(
    r"\b(?:invalid|illegal|forbidden|errors?|fatal|failed|failure|incorrect|exception|click\w*|abort\w*|database)\b|!",
    re.IGNORECASE,
)
ALLOWED = {
    "null maakt een veld leeg": "who writes JSON has to know the word",
    "niets (null)": "what stands in the JSON file",
    "null makes a field empty": "who writes JSON has to know the word",
}
"""Parts of texts that may hold a forbidden word, each with its reason."""
BUTTONS = {"OK", "Verwerpen", "Voltooien", "Herstellen", "Bevestigen", "Toepassen", "Doorgaan", "Negeren"}
"""Words on buttons that do not say what happens; ours are Niet opslaan, Klaar, Terugzetten and the action itself."""


def forbidden(text: str) -> list[str]:
    """The words in a text that nobody should read."""
    for allowed in ALLOWED:
        text = text.replace(allowed, "")
    return FORBIDDEN.findall(text)


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, without what is filled in and without lines to be typed."""
    for line in re.split(r"\n\s*(?=\n|huurdersapp |\{)|\n\s*\n", text):
        if line.strip().startswith(("huurdersapp ", "{")):
            continue
        filled = re.sub(r"\{[^{}]*\}", "X", " ".join(line.split()))
        yield from re.split(r"(?<=[.?])\s+(?=[A-ZÀ-Ý0-9‘\"])", filled)


def words(sentence: str) -> int:
    """How many words a sentence has; a number or a command is one."""
    return len(re.findall(r"\w[\w'’./=-]*", sentence))


def test_there_are_texts_to_look_at() -> None:
    assert len(TEXTS) > 1000
    assert len(ENGLISH) > 1000


def test_nobody_reads_a_word_that_only_makers_use_or_that_blames() -> None:
    assert {text: found for text in TEXTS if (found := forbidden(text))} == {}


def test_english_is_as_friendly() -> None:
    assert {text: found for text in ENGLISH if (found := FORBIDDEN_ENGLISH.findall(text))} == {}


def test_no_sentence_is_too_long() -> None:
    assert {
        part: count for text in TEXTS for part in sentences(text) if (count := words(part)) > LONGEST
    } == {}


def test_sentences_are_short_as_a_rule() -> None:
    counts = [words(part) for text in TEXTS if text.strip().endswith((".", "?")) for part in sentences(text)]
    assert len(counts) > 400
    assert sum(counts) / len(counts) <= MEAN


def test_a_button_says_what_it_does() -> None:
    assert BUTTONS & {text.replace("&", "") for text in TEXTS} == set()


def test_no_text_names_a_code() -> None:
    assert [
        text for text in TEXTS if re.search(r"\b(?:code|nr\.?|nummer) ?0?x?\d{2,}\b", text, re.IGNORECASE)
    ] == []


def test_quotation_marks_and_dots_are_those_of_dutch_type() -> None:
    assert [text for text in TEXTS if "..." in text or re.search(r"(?<!\w)'\w+'", text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "De datum is ongeldig.",
        "Foutcode 12",
        "Er zijn 3 fouten",
        "Klik op Opslaan.",
        "Opslaan mislukt.",
        "Gelukt!",
        "Dit is een verplicht veld.",
        "Wil je dit bewaren?",
        "Verwerpen",
        "Indien nodig",
    ],
)
def test_what_nobody_should_read_is_noticed(text: str) -> None:
    assert forbidden(text)


@pytest.mark.parametrize(
    "text", ["niet verplicht", "Annuleren", "Niet opslaan", "Het is foutloos.", "De jeugd"]
)
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert not forbidden(text)


def test_a_long_sentence_is_noticed() -> None:
    long = "Een twee drie vier vijf zes zeven acht negen tien {elf} twaalf. Nog een zin, met: zeven woorden."
    assert [words(part) for part in sentences(long)] == [12, 6]
