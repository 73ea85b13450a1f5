"""Whether a text says a password: where one lies may be written down, what it is never.

A guess: it warns and stops nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from huurdersapp.base import markup
from huurdersapp.base.i18n import gettext as _
from huurdersapp.reports.rapport import Keuze

_NAMED = re.compile(
    r"(?:wachtwoord|wachtzin|password|pincode|pin|toegangscode|inlogcode|code)\b[^\n:=]{0,25}?(:|=|\bis\b)\s*(\S+)",
    re.IGNORECASE,
)
_ORDINARY = re.compile(
    r"(?:\S+@\S+|www\.\S+|https?://\S+|\d{4}\s?[A-Z]{2}|[\d\-–./:,()]+|\d{4}-T[123]|[A-Z]{1,4}\d{0,3}-[A-Z]{0,3}\d{1,3})"
)
_PLACES = {
    "bij",
    "in",
    "op",
    "onder",
    "achter",
    "ligt",
    "staat",
    "bekend",
    "bewaard",
    "het",
    "de",
    "een",
    "niet",
    "er",
}
"""What may follow "het wachtwoord is": then it tells where it lies."""
_EDGES = "‘’“”\"'.,;:!?()"
SHORTEST = 7


def warnings_of(keuzes: Iterable[Keuze]) -> Iterator[str]:
    """What the writer should know of own texts in which a password seems to stand, by the heading of their part."""
    for keuze in keuzes:
        if says_password(markup.words(keuze.tekst)):
            yield _(
                "In uw tekst lijkt een wachtwoord of pincode te staan. Schrijf alleen op waar het ligt, en wie erbij kan."
            )
            return


def says_password(text: str) -> bool:
    """Whether a password, a PIN or a code seems to stand in it."""
    for found in _NAMED.finditer(text):
        word = found[2].strip(_EDGES)
        if len(word) > 3 and word.casefold() not in _PLACES and (found[1] == "=" or _odd(word)):
            return True
    return any(_made_up(word.strip(_EDGES)) for word in text.split())


def _odd(word: str) -> bool:
    """Something else than a word of a sentence: a digit or a sign in it, or a capital in its middle."""
    return any(not each.isalpha() for each in word) or word[1:] != word[1:].lower()


def _made_up(word: str) -> bool:
    """Letters, digits and capitals or signs mixed, as in nothing but passwords."""
    if len(word) < SHORTEST or _ORDINARY.fullmatch(word):
        return False
    digits = any(each.isdigit() for each in word)
    letters = any(each.isalpha() for each in word)
    signs = any(each in "!@#$%^&*+=?~_|<>" for each in word)
    mixed = word[1:] != word[1:].lower() and word != word.upper()
    return letters and digits and (signs or mixed)
