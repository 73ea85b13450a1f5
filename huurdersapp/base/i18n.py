"""Words on screen: Dutch in the source, translated through gettext when they are shown.

`gettext` translates now, `lazy` when the text is turned into a str: labels stand beside columns and are
defined long before the language is known.
"""

from __future__ import annotations

import gettext as _gettext
from dataclasses import dataclass
from pathlib import Path

DOMAIN = "huurdersapp"
_catalogue: _gettext.NullTranslations = _gettext.NullTranslations()


def use_language(language: str, folder: Path) -> None:
    """Show texts in `language` (`nl` is the source); an unknown language falls back to Dutch."""
    global _catalogue
    if language == "nl":
        _catalogue = _gettext.NullTranslations()
    else:
        _catalogue = _gettext.translation(DOMAIN, folder, [language], fallback=True)


def gettext(message: str) -> str:
    """The text in the language of the screen."""
    return _catalogue.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The text for one or for many, in the language of the screen."""
    return _catalogue.ngettext(one, many, count)


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
