"""Languages: Dutch as it stands, English from its catalogue, and a stretched one that finds forgotten texts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from huurdersapp.base import i18n, paths
from huurdersapp.base.i18n import gettext, lazy, ngettext, stretched
from huurdersapp.base.settings import LANGUAGE

TRANSLATIONS = paths.own("translations")


@pytest.fixture(autouse=True)
def _dutch_again() -> Iterator[None]:
    yield
    i18n.use_language("nl", TRANSLATIONS)


def test_dutch_is_what_stands_in_the_code() -> None:
    i18n.use_language("nl", TRANSLATIONS)
    assert gettext("Knelpunten") == "Knelpunten"
    assert gettext("") == ""


def test_english_comes_from_the_catalogue_also_for_labels_that_were_made_before() -> None:
    label = lazy("Knelpunten")
    i18n.use_language("en", TRANSLATIONS)
    assert (gettext("Knelpunten"), str(label)) == ("Issues", "Issues")
    assert gettext("") == ""
    assert gettext("Dit staat er niet in") == "Dit staat er niet in"
    one, many = "{path} is klaar: {count} punt.", "{path} is klaar: {count} punten."
    assert [ngettext(one, many, count) for count in (0, 1, 2)] == [
        "{path} is ready: {count} points.",
        "{path} is ready: {count} point.",
        "{path} is ready: {count} points.",
    ]


def test_a_language_that_is_not_there_is_dutch(tmp_path: Path) -> None:
    i18n.use_language("xx", TRANSLATIONS)
    assert gettext("Knelpunten") == "Knelpunten"
    i18n.use_language("en", tmp_path)
    assert gettext("Knelpunten") == "Knelpunten"


def test_stretched_texts_need_no_catalogue(tmp_path: Path) -> None:
    label = lazy("Opslaan")
    i18n.use_language(i18n.STRETCHED, tmp_path)
    assert str(label) == gettext("Opslaan") == "[Öpšłääñ ~]"
    assert gettext("") == ""
    assert ngettext("{count} punt", "{count} punten", 2).startswith("[{count} püñŧëñ ~")
    assert ngettext("{count} punt", "{count} punten", 1).startswith("[{count} püñŧ ~")


@pytest.mark.parametrize(
    "text",
    [
        "Vul {label} in.",
        "{count} × {kind} opslaan",
        "bij ‘{field}’ staat {text}, en dat leest de computer als {number:g}",
        "&Bestand",
        "Zie <a href='#knelpunt'>de knelpunten</a> van {count:d}",
    ],
)
def test_what_is_filled_in_survives_the_stretching(text: str) -> None:
    long = stretched(text)
    for part in (
        "{label}",
        "{count}",
        "{kind}",
        "{number:g}",
        "&B",
        "<a href='#knelpunt'>",
        "</a>",
        "{count:d}",
    ):
        assert (part in text) == (part in long)
    assert long.startswith("[")
    assert long.endswith("~]")


@pytest.mark.parametrize("length", [10, 25, 80, 300])
def test_a_stretched_text_is_two_fifths_longer(length: int) -> None:
    assert len(stretched("e" * length)) == round(1.4 * length)


def test_only_real_languages_can_be_chosen() -> None:
    assert {key for key, _label in LANGUAGE.choices} == {"nl", "en"}


def test_paper_is_dutch_while_the_screen_is_not() -> None:
    i18n.use_language(i18n.STRETCHED, Path())
    try:
        with i18n.in_dutch():
            assert (gettext("Opslaan"), str(lazy("Opslaan"))) == ("Opslaan", "Opslaan")
            assert [ngettext("{n} maat", "{n} maten", n) for n in (1, 2)] == ["{n} maat", "{n} maten"]
        assert gettext("Opslaan") != "Opslaan"
    finally:
        i18n.use_language("nl", Path())
