"""Sentences that the papers about privacy share: how the data are secured and how copies are kept, as it is now."""

from __future__ import annotations

from collections.abc import Iterator

from huurdersapp.reports.adviesbrief_values import Afzender
from huurdersapp.reports.document import Span, Text
from huurdersapp.reports.language import aantal, day_long, number
from huurdersapp.reports.privacy_values import Beveiliging
from huurdersapp.reports.prose import one_line


def reached(who: Afzender) -> Iterator[Text]:
    """Who keeps the data, and how to reach them; lines that are not known are left out."""
    yield Span(one_line(who.naam), bold=True)
    yield from (one_line(line) for line in who.adres)
    if who.telefoon:
        yield f"Telefoon: {one_line(who.telefoon)}"
    if who.email:
        yield f"E-mail: {one_line(who.email)}"


def secured(now: Beveiliging) -> tuple[str, ...]:
    """How the administration is secured; nothing that is not so."""
    return tuple(_secured(now))


def _secured(now: Beveiliging) -> Iterator[str]:
    yield "De gegevens staan op een computer van de organisatie, niet op internet."
    if now.wachtwoord:
        yield "Het bestand is versleuteld en vraagt een wachtwoord. Zonder dat is het niet te lezen."
        more = [
            text
            for text, there in (
                ("met een herstelcode op papier", now.herstelcode),
                ("met het wachtwoord van een tweede bestuurslid", now.tweede),
            )
            if there
        ]
        if more:
            yield f"Het gaat ook open {' of '.join(more)}."
        if now.onthouden:
            yield "Deze computer onthoudt het wachtwoord. Wie op de computer is aangemeld, kan erbij."
    else:
        yield "Er is nog geen wachtwoord. Wie bij de computer kan, kan de gegevens lezen."
        yield "Het bestand is wel versleuteld, maar de sleutel ligt er open naast."


def copies(now: Beveiliging) -> str:
    """How many copies there are, how old, and when they go; copies are as secure as the administration itself."""
    return " ".join(_copies(now))


def _copies(now: Beveiliging) -> Iterator[str]:
    if now.sticks:
        said = aantal(now.sticks, "kopie", "kopieën", digits=True)
        yield f"Op een USB-stick of schijf zetten wij {said}. Die ruimt het programma niet op."
    if not now.kopieen:
        yield "Er staan nog geen reservekopieën op deze computer."
        return
    verb = "staat" if now.kopieen == 1 else "staan"
    made = aantal(now.kopieen, "reservekopie", "reservekopieën", digits=True)
    oldest = f" De oudste is van {day_long(now.oudste)}." if now.oudste else ""
    yield f"Er {verb} {made} op deze computer, net zo versleuteld.{oldest}"
    if now.langst:
        yield f"Een kopie van meer dan {term(now.langst)} oud gaat weg. Alleen de nieuwste goede blijft altijd."


def term(months: int | None) -> str:
    """A term in words."""
    if months is None:
        return "Geen termijn gekozen"
    if months % 12 == 0 and months > 12:
        return f"{months // 12} jaar"
    return aantal(months, "maand", "maanden", digits=True)


def size(count: int) -> str:
    """A number of bytes as people say it."""
    if count < 1_000_000:
        return f"{number(max(1, round(count / 1000)), 0)} kB"
    return f"{number(round(count / 1_000_000), 0)} MB"
