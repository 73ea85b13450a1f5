"""Words on screen: Dutch in the source, translated through gettext when they are shown.

`gettext` translates now, `lazy` when the text is turned into a str: labels stand beside columns and are
defined long before the language is known.
"""

from __future__ import annotations

import gettext as _gettext
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path

DOMAIN = "huurdersapp"
STRETCHED = "test"
"""A language for tests and screenshots only, that no setting offers; see `stretched`."""

_catalogue: _gettext.NullTranslations = _gettext.NullTranslations()
_on_paper: ContextVar[bool] = ContextVar("on_paper", default=False)

_LOOKALIKES = str.maketrans(
    "acdeghijklnorstuwyzACDEGHIJKLNORSTUWYZ", "äçđëğħïĵķłñöŕšŧüŵýžÄÇĐËĞĦÏĴĶŁÑÖŔŠŦÜŴÝŽ"
)
_UNTOUCHED = re.compile(r"(\{[^{}]*\}|<[^<>]+>|&\w)")
"""Places to be filled in, tags, and the letter of a menu that goes with Alt."""
_GROWTH = 0.4


def use_language(language: str, folder: Path) -> None:
    """Show texts in `language` (`nl` is the source); an unknown language falls back to Dutch."""
    global _catalogue
    if language == "nl":
        _catalogue = _gettext.NullTranslations()
    elif language == STRETCHED:
        _catalogue = _Stretched()
    else:
        _catalogue = _gettext.translation(DOMAIN, folder, [language], fallback=True)


@contextmanager
def in_dutch() -> Iterator[None]:
    """Within it every text is Dutch, whatever the language of the screen is: for sentences that a screen and paper share.

    It holds for what this thread does; a window goes on in its own language meanwhile.
    """
    before = _on_paper.set(True)
    try:
        yield
    finally:
        _on_paper.reset(before)


def gettext(message: str) -> str:
    """The text in the language of the screen."""
    if _on_paper.get():
        return message
    return _catalogue.gettext(message) if message else ""


def ngettext(one: str, many: str, count: int) -> str:
    """The text for one or for many, in the language of the screen."""
    if _on_paper.get():
        return one if count == 1 else many
    return _catalogue.ngettext(one, many, count)


def stretched(text: str) -> str:
    """The text as `[ŧëxŧ ~~]`: still to be read, but with marks above its letters, 40 % longer and in brackets.

    On a screen in this language a text without brackets is one that nobody can translate, a closing bracket that
    is not there is a text that is cut off, and brackets within brackets are a sentence glued from pieces.
    """
    parts = _UNTOUCHED.split(text)
    parts[::2] = [part.translate(_LOOKALIKES) for part in parts[::2]]
    return f"[{''.join(parts)} {'~' * max(1, round(len(text) * _GROWTH) - 3)}]" if text else ""


class _Stretched(_gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return stretched(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return stretched(msgid1 if n == 1 else msgid2)


@dataclass(frozen=True, slots=True)
class LazyText:
    """A label defined beside a column and translated when it is shown. Not a str: a list of choices
    would otherwise be shown untranslated without anybody noticing."""

    msgid: str

    def __str__(self) -> str:
        return gettext(self.msgid)


def lazy(message: str) -> LazyText:
    """Mark a label for translation when it is shown."""
    return LazyText(message)
