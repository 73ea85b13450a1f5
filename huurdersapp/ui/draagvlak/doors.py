"""What is said of a door: its answer in words with a sign, its marks, and the whole of it in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from huurdersapp.actions.renovatie_stand import Deur
from huurdersapp.base import clock
from huurdersapp.base.formats import day_named
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.draagvlak import ANSWERED, EMPTY, INSTEMMING
from huurdersapp.records.renovatie_tables import PEILING
from huurdersapp.records.renovatiewoning import floor

ANSWER_KEYS: Mapping[str, str] = {
    "j": "ja",
    "n": "nee",
    "g": "geen_reactie",
    "b": "niet_benaderd",
    "l": "leeg",
}
"""The key of each answer."""
SOUNDING_KEYS: Mapping[str, str] = {"1": "voor", "2": "twijfel", "3": "tegen", "4": "onbekend"}
"""The key of what we heard ourselves."""
SHORT: Mapping[str, LazyText] = {
    "ja": lazy("Ja"),
    "nee": lazy("Nee"),
    "geen_reactie": lazy("Geen reactie"),
    "niet_benaderd": lazy("Niet benaderd"),
    "leeg": lazy("Leeg"),
}
"""An answer as it fits in a square and on a button."""
SIGNS: Mapping[str, str] = {
    "ja": "✓",
    "nee": "✕",
    "geen_reactie": "?",
    "niet_benaderd": "○",
    "leeg": "–",
}
"""Beside the word, so that nobody needs the colour."""
_STREET = re.compile(r"^(?P<street>.*?\S) (?=\d)")


@dataclass(frozen=True, slots=True)
class Choice:
    """Which doors stand out: those of `what` (alles, open, opnieuw, terugkomen), or of a staircase."""

    what: str = "alles"
    staircase: str | None = None

    def takes(self, door: Deur) -> bool:
        """Whether this door is one of them."""
        if self.what == "trappenhuis":
            return folded(door.trappenhuis) == folded(self.staircase)
        if self.what == "open":
            return is_open(door)
        if self.what == "opnieuw":
            return again(door)
        if self.what == "terugkomen":
            return door.terug_op is not None and door.terug_op <= clock.today()
        return True


def folded(staircase: str | None) -> str:
    """A staircase as it is compared."""
    return (staircase or "").casefold()


def is_open(door: Deur) -> bool:
    """There is a tenant who did not answer yet."""
    return door.instemming not in (*ANSWERED, EMPTY)


def again(door: Deur) -> bool:
    """A changed proposal asks this tenant to answer once more, and that was not done yet."""
    return is_open(door) and (door.vraagt_versie or 1) > 1


def short_names(doors: Sequence[Deur]) -> dict[int, str]:
    """What stands in each square: the house number where all are in one street, else the whole address; the number of the
    door where there is no address."""
    found = {door.nummer: _STREET.match(door.naam) for door in doors if not _by_door(door)}
    streets = {match["street"] if match else "" for match in found.values()}
    start = len(next(iter(streets))) + 1 if len(streets) == 1 and streets != {""} else 0
    names = {door.nummer: door.naam[start:] for door in doors if not _by_door(door)}
    return names | {
        door.nummer: _("deur {number}").format(number=door.deur) if door.deur is not None else door.naam
        for door in doors
        if _by_door(door)
    }


def _by_door(door: Deur) -> bool:
    """Whether its name is where its door is."""
    return bool(storey := floor(door.verdieping)) and storey in door.naam


def marks(door: Deur) -> list[str]:
    """What stands under the answer, in few words, the most urgent first. The peiling is apart."""
    found = []
    if again(door):
        found.append(_("opnieuw, versie {version}").format(version=door.vraagt_versie))
    if door.terug_op is not None:
        found.append(_("terug {day}").format(day=f"{door.terug_op.day}-{door.terug_op.month}"))
    if door.mondeling:
        found.append(_("mondeling"))
    return found


def sounded(door: Deur) -> str:
    """What we heard ourselves, as a line of its own."""
    if door.peiling is None:
        return ""
    return _("peiling: {word}").format(word=str(PEILING.label(door.peiling)).lower())


def lines_of(door: Deur) -> list[str]:
    """What stands under the answer, line by line."""
    return [*marks(door), *filter(None, [sounded(door)])]


def sentence(door: Deur) -> str:
    """All of a square for who hears it."""
    place = [floor(door.verdieping), door.trappenhuis or ""]
    where = ", ".join([door.naam, *(part for part in place if part and part not in door.naam)])
    return _("{home}: {answer}").format(home=where, answer=", ".join(_told(door)))


def _told(door: Deur) -> Iterator[str]:
    yield str(INSTEMMING.label(door.instemming)).lower()
    if door.instemming_op is not None:
        yield day_named(door.instemming_op)
    if door.versie is not None:
        yield _("versie {version}").format(version=door.versie)
    if door.mondeling:
        yield _("alleen mondeling")
    if again(door):
        yield _("moet opnieuw antwoorden, op versie {version}").format(version=door.vraagt_versie)
    if door.peiling is not None:
        yield sounded(door)
    if door.terug_op is not None:
        yield _("terugkomen op {day}").format(day=day_named(door.terug_op))
    if door.naar_rechter_tot is not None:
        yield _("kan naar de rechter tot en met {day}").format(day=day_named(door.naar_rechter_tot))
