"""What the window says of a finding: which record it stands in, what stands there, why it is shown and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping

from huurdersapp.actions.persoon import Treffer
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.privacy.texts import Sentence

OURS, HIDDEN, OTHER = "persoon", "zwart", "ander"
CHOICES: Mapping[str, LazyText] = {
    OURS: lazy("Dit gaat over deze persoon"),
    HIDDEN: lazy("Dit gaat over deze persoon en ook over anderen"),
    OTHER: lazy("Dit gaat niet over deze persoon"),
}
"""What the board says of a place in a text."""
ASKS: Mapping[str, LazyText] = {
    HIDDEN: lazy("Welke woorden over anderen maakt u zwart? Zet er komma’s tussen."),
}
"""What is asked besides."""
TEXTS = ("vrije_tekst", "erbij", "geschiedenis")
"""Findings in texts are read one by one."""
SURE: Mapping[str, LazyText] = {
    "zeker": lazy("Zeker."),
    "waarschijnlijk": lazy("Waarschijnlijk."),
    "misschien": lazy("Misschien."),
}
WHERE: Mapping[str, LazyText] = {
    "prullenbak": lazy("Ligt in de prullenbak."),
    "ongedaan": lazy("Was ongedaan gemaakt."),
    "geschiedenis": lazy("Staat alleen nog in de geschiedenis."),
}


def is_text(hit: Treffer) -> bool:
    """Whether it is a sentence to be read, and not a piece of data to be ticked."""
    return hit.aard in TEXTS and hit.vrije_tekst is not None


def name(hit: Treffer) -> str:
    """Knelpunt 12 Lekkage Dreef"""
    if hit.nummer is None:
        return hit.soort_naam
    named = _("{kind} {number}").format(kind=hit.soort_naam, number=hit.nummer)
    return _("{kind}: {title}").format(kind=named, title=hit.titel) if hit.titel else named


def row(hit: Treffer) -> tuple[str, str, str]:
    """Key, words and reason of a finding in the list."""
    said = (
        _("{label}: {value}").format(label=label, value=value) if label else value
        for label, value in zip(hit.velden or ("",) * len(hit.waarden), hit.waarden, strict=False)
    )
    where = (
        _("{record} ({part})").format(record=name(hit), part=hit.onderdeel) if hit.onderdeel else name(hit)
    )
    words = "\n".join((where, "  ·  ".join(said)))
    why = (str(SURE[hit.zeker]), hit.waarom, str(WHERE[hit.waar]) if hit.waar != "nu" else "", hit.bewaren)
    return hit.sleutel, words, " ".join(filter(None, why))


def sentence(hit: Treffer) -> Sentence:
    """A finding in a text, with where it stands."""
    where = _("{record}, {field}").format(record=name(hit), field=", ".join(hit.velden).lower())
    return Sentence(hit.sleutel, where, hit.vrije_tekst or "")
