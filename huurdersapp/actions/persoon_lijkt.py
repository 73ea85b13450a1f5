"""Whether a text is about the person that is looked for: name, address, telephone and e-mail, read forgivingly.

Nothing is decided here: each finding says why and how much it counts, and people look at it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Literal

from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.text import fold

Zeker = Literal["zeker", "waarschijnlijk", "misschien"]
SURE, LIKELY, PERHAPS = 4.0, 2.0, 0.5
"""Points from which a finding is zeker, waarschijnlijk or misschien: two things that agree are sure, one is likely."""
PARTICLES = frozenset(
    {
        *("van", "de", "der", "den", "het", "t", "ter", "ten", "te", "v", "d", "vd", "vdr", "vden", "von"),
        *("la", "le", "les", "el", "al", "da", "di", "du", "dos", "s"),
    }
)
"""Words that stand before a Dutch surname, with the ways in which they are shortened."""
TITLES = frozenset(
    {
        *("mevrouw", "mevr", "mw", "meneer", "dhr", "heer", "de", "hr", "familie", "fam", "gezin", "mej"),
        *("drs", "ir", "dr", "mr", "ing", "bewoner", "huurder"),
    }
)
_CALLED = TITLES - PARTICLES
_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[\s.'’`-]{0,3}")
_COMMA = re.compile(r"\s?,\s?")
_BETWEEN = r"[\s().\-/]*"
_SHORT = 4
"""Words of a field that holds a name, no sentence."""
_OWN_DIGITS = 9
"""Digits of a Dutch telephone number without its 0 or +31."""


@dataclass(frozen=True, slots=True)
class Vraag:
    """Whom people look for; what is not known stays empty. `huisnummer` with its addition, as in 14-A."""

    naam: str = ""
    straat: str = ""
    huisnummer: str = ""
    postcode: str = ""
    telefoon: str = ""
    email: str = ""

    def is_empty(self) -> bool:
        """Whether there is nothing to look for: a number of a house alone says nothing."""
        return not any(
            part.strip() for part in (self.naam, self.straat, self.postcode, self.telefoon, self.email)
        )


@dataclass(frozen=True, slots=True)
class Vondst:
    """What was found in a text: where, what it is (naam, adres, telefoon, email), what it counts and why."""

    begin: int
    eind: int
    wat: str
    punten: float
    waarom: str


@lru_cache(4096)
def _plain_sign(sign: str) -> str:
    plain = unicodedata.normalize("NFKD", sign.casefold())
    return next((one for one in plain if not unicodedata.combining(one)), sign)


def level(text: str) -> str:
    """The text without capitals and accents, each sign still at its place."""
    return text.lower() if text.isascii() else "".join(map(_plain_sign, text))


def digits(text: str) -> str:
    """The last nine digits of a telephone number, which are the same however it is written; else nothing."""
    found = re.sub(r"\D", "", text)
    return found[-_OWN_DIGITS:] if len(found) >= _OWN_DIGITS else ""


class Gezocht:
    """A question made ready to look through many texts. `near` are words of the store that look like the surname."""

    def __init__(self, vraag: Vraag) -> None:
        self.vraag = vraag
        self.given, self.particles, self.surname = _name(vraag.naam)
        self.near: frozenset[str] = frozenset()
        self.phone = digits(vraag.telefoon)
        self.email = level(vraag.email.strip())
        self.postcode = re.sub(r"\W", "", level(vraag.postcode))
        self.street = fold(vraag.straat)
        number = re.fullmatch(r"\s*(\d+)[\s-]*(\w*)\s*", level(vraag.huisnummer))
        self.number, self.addition = (number[1], number[2]) if number else ("", "")

    def like(self, words: Iterable[str]) -> frozenset[str]:
        """Which of these words look like the surname, with a slip of the pen."""
        from rapidfuzz import fuzz, process

        known = [word for word in words if len(word) > 3 and word not in self._exact]
        found: set[str] = set()
        for name in self.surname:
            if len(name) > 3:
                least = 82 if len(name) > 4 else 88
                hits = process.extract(name, known, scorer=fuzz.ratio, score_cutoff=least, limit=50)
                found |= {word for word, _score, _at in hits}
        return frozenset(found)

    @cached_property
    def _exact(self) -> frozenset[str]:
        """The surname as it may be one word: its own words, and with what stands before it."""
        whole = "".join((*self.particles, *self.surname))
        short = "".join(part[0] for part in self.particles)
        return frozenset({*self.surname, whole, *(short + name for name in self.surname if short)}) - {""}

    @cached_property
    def _phone(self) -> re.Pattern[str] | None:
        if not self.phone:
            return None
        abroad = r"(?:\+|00)\s?\d\d[\s.-]*(?:\(0\)[\s.-]*)?"
        return re.compile(rf"(?<!\d)(?:{abroad}|\(?0[\s-]?)?{_BETWEEN.join(self.phone)}(?!\d)")

    @cached_property
    def _address(self) -> tuple[re.Pattern[str], ...]:
        """Postcode and number in either order, and street with number."""
        # An addition stands right behind the number, or is one letter apart: in "12 te Emmen" there is none.
        addition = r"(?:(?:-|(?<=\d))(?P<toe>[a-z]{1,5}|\d+)|\s(?P<los>[a-z]))?(?!\w)"
        number = rf"{self.number}(?!\d){addition}" if self.number else ""
        found = []
        if len(self.postcode) == 6:
            code = rf"{self.postcode[:4]}\s?{self.postcode[4:]}(?!\w)"
            found.append(rf"(?<!\w){code}(?:[^\n]{{0,20}}?(?<!\d){number})?" if number else rf"(?<!\w){code}")
        if self.street:
            street = rf"(?<!\w){'[^a-z0-9]+'.join(map(re.escape, self.street))}"
            found.append(rf"{street}[\s,]{{1,3}}{number}" if number else rf"{street}(?!\w)")
        return tuple(re.compile(each) for each in found)

    def hunts(self) -> re.Pattern[str]:
        """A rough first look: a levelled text without this has nothing of the person."""
        parts = [re.escape(word) for word in (*self._exact, *self.near)]
        parts += [_BETWEEN.join(self.phone)] if self.phone else []
        parts += [re.escape(self.email)] if self.email else []
        parts += [rf"{self.postcode[:4]}\s?{self.postcode[4:]}"] if len(self.postcode) == 6 else []
        parts += ["[^a-z0-9]+".join(map(re.escape, self.street))] if self.street else []
        return re.compile("|".join(parts) or r"(?!)")

    def find(self, text: str) -> list[Vondst]:
        """All that is found in a text, in its order; what lies within another finding is left out."""
        plain = level(text)
        found = [*self._names(text, plain), *self._others(text, plain)]
        found.sort(key=lambda each: (each.begin, -each.eind))
        kept: list[Vondst] = []
        for each in found:
            if not kept or each.begin >= kept[-1].eind:
                kept.append(each)
        return kept

    def _others(self, text: str, plain: str) -> Iterator[Vondst]:
        if self._phone is not None:
            for hit in self._phone.finditer(plain):
                yield Vondst(hit.start(), hit.end(), "telefoon", 3, _("Het telefoonnummer is hetzelfde."))
        if self.email:
            for hit in re.finditer(rf"(?<![\w.+-]){re.escape(self.email)}(?![\w-])", plain):
                yield Vondst(hit.start(), hit.end(), "email", 3, _("Het e-mailadres is hetzelfde."))
        for pattern in self._address:
            for hit in pattern.finditer(plain):
                yield from self._place(hit, plain)

    def _place(self, hit: re.Match[str], plain: str) -> Iterator[Vondst]:
        if not self.number:
            yield Vondst(hit.start(), hit.end(), "adres", 0.5, _("Dezelfde straat of postcode."))
        elif re.search(rf"(?<!\d){self.number}(?!\d)", hit[0][4:] if hit[0][:4].isdigit() else hit[0]):
            groups = hit.groupdict()
            addition = groups.get("toe") or groups.get("los") or ""
            yield Vondst(hit.start(), hit.end(), "adres", *self._same_home(addition))
        elif len(self.postcode) == 6 and re.search(
            rf"(?<!\d){self.number}(?!\d)", plain[: hit.start()][-60:]
        ):
            yield Vondst(hit.start(), hit.end(), "adres", *self._same_home(self.addition))

    def _same_home(self, addition: str) -> tuple[float, str]:
        if addition == self.addition:
            return 2, _("Het adres is hetzelfde.")
        return 1, _("Hetzelfde huisnummer, met een andere toevoeging.")

    def home(self, postcode: Any, number: Any, addition: Any, street: Any) -> tuple[float, str] | None:
        """What an address counts whose parts stand in fields of their own."""
        if not self.number or str(number or "") != self.number:
            return None
        same_code = self.postcode and re.sub(r"\W", "", level(str(postcode or ""))) == self.postcode
        if same_code or (self.street and fold(str(street or "")) == self.street):
            return self._same_home(re.sub(r"\W", "", level(str(addition or ""))))
        return None

    def _names(self, text: str, plain: str) -> Iterator[Vondst]:
        if not self.surname:
            return
        tokens = [(hit[0], hit.start(), hit.end()) for hit in _WORD.finditer(plain)]
        last = -1
        for at, (word, _begin, _end) in enumerate(tokens):
            if at > last and (word in self._exact or word in self.near):
                # Within a sentence a name has a capital; a field with a name may have been typed without.
                if word in self.near and len(tokens) > _SHORT and not text[tokens[at][1]].isupper():
                    continue
                found, last = self._around(text, plain, tokens, at)
                yield found

    def _around(
        self, text: str, plain: str, tokens: list[tuple[str, int, int]], at: int
    ) -> tuple[Vondst, int]:
        """The whole name around its surname: what stands before it and, after a comma, behind it."""
        first = last = at
        while (more := self._goes_on(plain, tokens, last)) is not None:
            last = more
        firsts: list[str] = []
        while first and _joins(plain, tokens, first - 1):
            word = tokens[first - 1][0]
            # A word before the particles may be the first name of somebody else.
            if not (word in PARTICLES or len(word) == 1 or self._is_given(word)):
                break
            first -= 1
            if word not in PARTICLES or (len(word) == 1 and (self._initial(word) or not self.particles)):
                firsts.append(word)
        begin, end, other = tokens[first][1], tokens[last][2], ""
        if not firsts and last + 1 < len(tokens) and _COMMA.fullmatch(plain[end : tokens[last + 1][1]]):
            after = last + 1
            while after < len(tokens) and (
                self._is_given(tokens[after][0])
                or len(tokens[after][0]) == 1
                or tokens[after][0] in PARTICLES
            ):
                firsts.append(tokens[after][0])
                last, end = after, tokens[after][2]
                after += 1
                if after < len(tokens) and not _joins(plain, tokens, last):
                    break
        if not firsts and first and _joins(plain, tokens, first - 1):
            word, place, _end = tokens[first - 1]
            if text[place].isupper() and word not in TITLES:
                other = word
        exact = tokens[at][0] in self._exact
        points, why = self._weigh(firsts, other, exact)
        return Vondst(begin, end, "naam", points, why), last

    def _goes_on(self, plain: str, tokens: list[tuple[str, int, int]], at: int) -> int | None:
        """Where a double surname goes on, as in Jansen-de Vries; None where it does not."""
        while at + 1 < len(tokens) and _joins(plain, tokens, at):
            at += 1
            if tokens[at][0] in self._exact:
                return at
            if tokens[at][0] not in PARTICLES:
                return None
        return None

    def _is_given(self, word: str) -> bool:
        return word in self.given

    def _initial(self, word: str) -> bool:
        return any(name.startswith(word) for name in self.given)

    def _weigh(self, firsts: list[str], other: str, exact: bool) -> tuple[float, str]:
        if not exact:
            return (1, _("De naam lijkt erop.")) if not other else (0.5, _("De achternaam lijkt erop."))
        if any(self._is_given(word) and len(word) > 1 for word in firsts):
            return 2, _("De naam is hetzelfde.")
        initials = [word for word in firsts if len(word) == 1]
        if initials and self.given:
            if self._initial(initials[-1]):
                return 2, _("De achternaam en de voorletter zijn hetzelfde.")
            return 0.5, _("De achternaam is hetzelfde, de voorletter niet.")
        if other and self.given:
            return 0.5, _("De achternaam is hetzelfde. De voornaam lijkt anders.")
        return 1, _("De achternaam is hetzelfde.")


def _joins(plain: str, tokens: list[tuple[str, int, int]], at: int) -> bool:
    """Whether nothing but spaces and signs of a name stand between this word and the next one."""
    return _GAP.fullmatch(plain[tokens[at][2] : tokens[at + 1][1]]) is not None


def _name(typed: str) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """Given names (or initials), what stands before the surname, and the words of the surname."""
    last, comma, first = typed.partition(",")
    if comma:
        begin = _without_particles(fold(first))
        words = [*fold(first), *fold(last)]
    else:
        parts = typed.split()
        while len(parts) > 1 and ("".join(fold(parts[0])) in _CALLED or "".join(fold(parts[1])) == "heer"):
            del parts[0]
        words, begin = fold(" ".join(parts)), _surname_at(parts)
    given = frozenset(word for word in words[:begin] if word not in PARTICLES or len(word) == 1)
    rest = words[begin:]
    surname = tuple(word for word in rest if word not in PARTICLES)
    if not surname:  # all of it may be a first name, or words that only look like particles
        return frozenset(), (), tuple(words)
    return given, tuple(word for word in rest if word in PARTICLES), surname


def _without_particles(words: list[str]) -> int:
    """How many words stand before the particles that end a first name: J. van den."""
    return next((at for at, word in enumerate(words) if word in PARTICLES and len(word) > 1), len(words))


def _surname_at(parts: list[str]) -> int:
    """At which word a name as people say it comes to its surname: at the particles, at a double name, or at the last."""
    count = 0
    for at, part in enumerate(parts):
        words = fold(part)
        shortened = len(words) > 1 and all(len(word) == 1 for word in words) and words[0] == "v"
        particle = bool(words) and words[0] in PARTICLES and (len(words[0]) > 1 or shortened)
        if particle or (at and "-" in part) or at == len(parts) - 1:
            return count
        count += len(words)
    return count


def sureness(points: float) -> Zeker:
    """How sure a finding of so many points is."""
    return "zeker" if points >= SURE else "waarschijnlijk" if points >= LIKELY else "misschien"


def together(found: Iterable[Vondst]) -> tuple[float, tuple[str, ...]]:
    """What findings in one contact block count together: of each kind the best one, a name that differs against it."""
    best: dict[str, Vondst] = {}
    for each in found:
        if each.wat not in best or best[each.wat].punten < each.punten:
            best[each.wat] = each
    points = sum(each.punten for each in best.values())
    return points, tuple(dict.fromkeys(each.waarom for each in best.values()))


_STOP = re.compile(r"[.!?]\s|\n")
_ROOM = 160
"""Signs that are shown at most on either side."""


def sentence_around(text: str, begin: int, end: int) -> str:
    """The sentence in which something stands, for people to judge; a long one is cut."""
    first = max((stop.end() for stop in _STOP.finditer(text, 0, begin)), default=0)
    stop = _STOP.search(text, end)
    last = stop.start() + 1 if stop else len(text)
    cut = first < begin - _ROOM
    shown = text[max(first, begin - _ROOM) : min(last, end + _ROOM)].strip()
    return f"… {shown}" if cut else shown


def texts_in(value: Any) -> Iterator[str]:
    """All texts in a JSON value, also in lists and objects in it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts_in(each)
