"""The handbook says what the screens say: its bold words are buttons and fields, its pages and keys are there."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.hulp import chapters
from tools.catalogue import texts

BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
ELSEWHERE: frozenset[str] = frozenset()
"""Bold words that are no text of the program, because a system writes them."""
KEYS = re.compile(r"(?:Ctrl|Alt)\+(?:Shift\+)?(?:pijl \w+|\w+)|F\d|Del|Esc")
IN_SCREENS = {"Alt+pijl omlaag", "Tab"}
"""Keys that belong to a field, not to the menu."""
AS_QT_SAYS = {"Alt+pijl links": "Alt+Left", "Ctrl+Enter": "Ctrl+Return"}

PAGES = list(chapters().values())


@cache
def on_screen() -> frozenset[str]:
    """Every text of the program, without the signs that mark a letter of a menu; all of its code is read for it."""
    ids = chain.from_iterable([found] if isinstance(found, str) else found for found in texts())
    return frozenset(text.replace("&", "") for text in ids)


def unknown(page: str, known: frozenset[str]) -> list[str]:
    """The bold words of a page that no screen has."""
    return [term for term in BOLD.findall(page) if " ".join(term.split()) not in known | ELSEWHERE]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_bold_word_stands_on_a_screen(path: Path) -> None:
    assert unknown(path.read_text(encoding="utf-8"), on_screen()) == []


def test_a_bold_word_that_no_screen_has_is_seen() -> None:
    known = on_screen()
    assert unknown("Klik op **Beginnen** of op **Aanvangen**.", known) == ["Aanvangen"]
    assert unknown("Kies **Ga naar**.", known) == []


def test_every_page_of_the_folder_is_in_the_list_of_contents() -> None:
    folder = PAGES[0].parent
    assert {path.name for path in folder.glob("*.md")} == {path.name for path in PAGES}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_link_goes_to_a_page_that_is_there(path: Path) -> None:
    for target in re.findall(r"\]\((.+?)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).is_file()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_sentence_shouts_or_is_too_long(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "!" not in text
    prose = re.sub(r"^(?:#.*|\|.*)$", "", text, flags=re.MULTILINE)
    # A colon or a line of a list ends a breath as well.
    for sentence in re.split(r"[.?:]\s|\n", re.sub(r"[*]+", "", prose)):
        assert len(sentence.split()) <= 20, sentence


def test_the_keys_of_the_handbook_are_those_of_the_menu(window: MainWindow) -> None:
    table = (PAGES[0].parent / "sneltoetsen.md").read_text(encoding="utf-8")
    named = re.findall(r"^\| (.+?) \|", table, re.MULTILINE)[1:]
    keys = {key.toString() for action in window.menus.actions.values() for key in action.shortcuts()}
    for cell in named:
        for key in KEYS.findall(cell):
            if cell not in IN_SCREENS:
                assert AS_QT_SAYS.get(key, key) in keys, cell


def test_every_screen_names_a_page_of_the_handbook(window: MainWindow) -> None:
    from huurdersapp.ui.pages.registry import ENTRIES
    from huurdersapp.ui.place import Place

    for entry in ENTRIES:
        window.go(Place(entry.key))
        assert window.page is not None
        assert window.page.help in chapters()
