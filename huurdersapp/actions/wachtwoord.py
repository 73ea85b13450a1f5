"""How hard a password is to guess, in plain words, and a proposal of words that anybody can remember.

No rules about signs and no expiry: these make passwords worse (NIST SP 800-63B, 3.1.1.2). What counts is how many guesses
it takes. zxcvbn counts them, with the words of this list and of the tenants' field added to those that it knows.
"""

from __future__ import annotations

import math
import re
import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from huurdersapp.base import paths
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _

ENOUGH = 60
"""Bits: so many doublings of guesses, with which the costs of each guess (`slots.COST`) keep anybody out."""
_GUESSES = 10_000
"""A second, of somebody with a hall full of computers: each guess takes 64 MiB and a tenth of a second."""
_READ = 72
"""Signs that zxcvbn looks at; more only make a password better."""
_OURS = re.findall(
    r"\w+",
    "huurder huurders huurdersapp huurdersvereniging huurdersorganisatie huurdersraad huur bewoner bewoners commissie"
    " bewonerscommissie bestuur bestuurslid secretaris voorzitter penningmeester wachtwoord welkom geheim hallo"
    " administratie corporatie woningcorporatie verhuurder woning woningen wonen lefier domesta emmen emmerhout"
    " klazienaveen angelslo bargeres emmermeer rietlanden drenthe nederland qwerty azerty lekkage schimmel knelpunt"
    " overleg akkoord",
)
"""What tenants' organisations think of first."""
_WORD_BITS, _WORD = 15, 9
"""A word that a person thinks of is one of about 32,000; what is longer than so many letters counts as two."""
_SHORT_BITS = {1: 4.7, 2: 7.0, 3: 10.0}
"""Of words so short there are fewer: 26 letters, some hundred words of two letters, a thousand of three."""
_NO_WORD = re.compile(r"[^aeiouyà-ü]{5}")
_DAY, _YEAR = 86_400, 31_557_600


@dataclass(frozen=True, slots=True)
class Sterkte:
    """How strong a password is: `bits`, a sentence for people, and whether it is enough."""

    bits: float
    zin: str
    genoeg: bool


def sterkte(text: str, eigen: Sequence[str] = ()) -> Sterkte:
    """How hard this is to guess for somebody who knows Dutch, the names in `eigen` and our own word list."""
    if not text:
        return Sterkte(0, _("Typ een wachtwoord."), False)
    bits = _bits(unicodedata.normalize("NFC", text), tuple(eigen))
    return Sterkte(bits, _sentence(bits), bits >= ENOUGH)


def eis(text: str, eigen: Sequence[str] = ()) -> None:
    """Raises UserError for a password that is too easy to guess, also for who knows the names in `eigen`."""
    found = sterkte(text, eigen)
    if not found.genoeg:
        raise UserError(
            _("Dit wachtwoord is niet sterk genoeg. {sentence}"),
            _("Neem liever {count} gewone woorden achter elkaar, zoals: {words}"),
            sentence=found.zin,
            count=aantal(),
            words=voorstel(),
        )


def voorstel() -> str:
    """Different random words from the list, as many as are enough; a new proposal each time."""
    return " ".join(secrets.SystemRandom().sample(woorden(), aantal()))


def aantal() -> int:
    """So many words of the list make a password that is enough."""
    return math.ceil(ENOUGH / math.log2(len(woorden())))


def voorstel_bits() -> float:
    """How many bits a proposal has, for whoever knows the list and how many words are taken from it."""
    return aantal() * math.log2(len(woorden()))


@cache
def woorden() -> tuple[str, ...]:
    """The word list: plain words of four to eight letters, of which no two differ by one letter only."""
    return tuple((paths.own("resources") / "woorden" / "woorden.txt").read_text("utf-8").split())


@cache
def _known() -> frozenset[str]:
    return frozenset(woorden())


def _bits(text: str, own: tuple[str, ...]) -> float:
    from zxcvbn import zxcvbn

    inputs = [*(part for name in own for part in (name, *name.split())), *_OURS, *woorden()]
    bits = math.log2(float(zxcvbn(text[:_READ], inputs)["guesses"]))
    parts = [part for part in re.split(r"[\W\d_]+", text[:_READ].lower()) if part]
    if not parts or any(_NO_WORD.search(part) for part in parts):
        return bits
    # Whoever guesses words need not guess letters; of the signs between them only digits help.
    digits = len(re.findall(r"\d", text[:_READ])) * math.log2(10)
    return min(bits, digits + sum(map(_word_bits, set(parts))))


def _word_bits(word: str) -> float:
    if word in _known():
        return math.log2(len(woorden()))
    return _SHORT_BITS.get(len(word), _WORD_BITS * math.ceil(len(word) / _WORD))


def _sentence(bits: float) -> str:
    seconds = 2 ** min(bits, 200) / 2 / _GUESSES
    if bits >= ENOUGH:
        return _("Sterk: niet te raden.")
    if seconds < _DAY:
        return _("Zwak: in minder dan een dag te raden.")
    if seconds < _YEAR:
        return _("Zwak: in minder dan een jaar te raden.")
    return _("Redelijk, maar nog niet genoeg: maak het langer.")
