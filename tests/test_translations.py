"""The English texts say what the Dutch ones say, and their files are in step with each other."""

from __future__ import annotations

import re

from babel.messages.catalog import Message

from tools import catalogue

MESSAGES = [
    message for message in catalogue.messages(catalogue.read(catalogue.ENGLISH)) if any(message.string or ())
]
"""What is translated, if only in part; `python -m tools.catalogue missing` names the rest."""


def pairs(message: Message) -> list[tuple[str, str]]:
    """Each Dutch form with its English one."""
    ids, strings = message.id, message.string
    dutch = [ids] if isinstance(ids, str) else list(ids)
    english = [strings] if isinstance(strings, str) else list(strings or ())
    return [pair for pair in zip(dutch, english, strict=True) if pair[1]]


PAIRS = [pair for message in MESSAGES for pair in pairs(message)]


def places(text: str) -> set[str]:
    """What is filled in later."""
    return set(re.findall(r"\{\w[^}]*\}", text))


def typed(text: str) -> set[str]:
    """What one types as it stands: commands, options, endings of files."""
    return set(re.findall(r"huurdersapp [a-z]+|--[a-z]+|(?<!\w)\.[a-z]{3,4}\b|\"[a-z_]+\":", text))


def edges(text: str) -> tuple[str, str, str]:
    """The white space around a text, and the mark that ends it."""
    mark = text.strip()[-1]
    return text[: -len(text.lstrip())], text[len(text.rstrip()) :], mark if mark in ".:?!…;," else ""


def test_there_are_texts_to_look_at() -> None:
    assert len(PAIRS) > 1000


def test_no_text_waits_for_somebody_to_look_at_it() -> None:
    assert [message.id for message in MESSAGES if message.fuzzy] == []


def test_nothing_that_is_filled_in_is_lost_in_translation() -> None:
    assert [pair for pair in PAIRS if places(pair[0]) != places(pair[1])] == []


def test_what_one_types_is_the_same_in_both_languages() -> None:
    assert [pair for pair in PAIRS if typed(pair[0]) - {'"veld":'} != typed(pair[1]) - {'"field":'}] == []


def test_a_text_begins_and_ends_as_the_dutch_one_does() -> None:
    assert [pair for pair in PAIRS if edges(pair[0]) != edges(pair[1])] == []
    words = [pair for pair in PAIRS if pair[0][0].isalpha() and pair[1][0].isalpha()]
    assert [pair for pair in words if pair[0][0].isupper() and pair[1][0].islower()] == []


def test_a_plural_has_both_its_forms() -> None:
    plural = [message for message in MESSAGES if isinstance(message.id, tuple | list)]
    assert plural
    assert all(catalogue.translated(message) for message in plural)


def test_a_key_of_a_menu_is_there_in_english_too() -> None:
    menus = [pair for pair in PAIRS if re.search(r"&\w", pair[0])]
    assert [pair for pair in menus if len(re.findall(r"&\w", pair[1])) != 1] == []


def test_what_the_program_reads_is_what_the_translator_wrote() -> None:
    assert catalogue.as_compiled(catalogue.read(catalogue.ENGLISH)) == catalogue.COMPILED.read_bytes()


def test_the_files_change_only_when_a_text_does() -> None:
    template, english = catalogue.TEMPLATE.read_bytes(), catalogue.ENGLISH.read_bytes()
    assert catalogue.as_text(catalogue.merged()) == english
    for text in (template, english):
        assert not re.search(rb"^#: |-Date:|Generated-By|^#~", text, re.MULTILINE)


def test_every_text_of_the_code_is_there_in_english() -> None:
    assert catalogue.untranslated() == []


def test_the_template_is_in_step_with_the_code() -> None:
    # `make catalogue` brings it in step.
    assert catalogue.as_text(catalogue.in_code()) == catalogue.TEMPLATE.read_bytes()


def test_every_kind_of_call_is_seen() -> None:
    found = {catalogue.key(ids) for ids in catalogue.texts()}
    assert {
        "Knelpunten",  # lazy, as _
        "Taal van het scherm",  # lazy
        "Vul {label} in.",  # gettext, as _ or _t
        "{path} is klaar: {count} bladzijde.",  # ngettext
    } <= found


def test_words_that_say_the_same_everywhere_are_in_the_glossary() -> None:
    page = (catalogue.PROJECT / "translations" / "glossary.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", page, re.MULTILINE)[1:]
    dutch = dict(rows)
    known = {pair[0].casefold(): pair[1].casefold() for pair in PAIRS}
    both = dutch.keys() & known.keys()
    assert len(both) > 15
    assert {word: known[word] for word in both if known[word] != dutch[word]} == {}
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
