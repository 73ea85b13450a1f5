"""What we did in the year: adviezen, campagnes, commissies and overleggen, as blocks of the jaarverslag without heading."""

from __future__ import annotations

from collections.abc import Iterable

from huurdersapp.reports.counting import Counter
from huurdersapp.reports.document import (
    Block,
    Bullets,
    Chart,
    Column,
    Paragraph,
    Series,
    Span,
    Table,
    Text,
)
from huurdersapp.reports.jaarverslag_delen import NOTHING, digits
from huurdersapp.reports.jaarverslag_values import Antwoord, JaarValues, Uitgebracht
from huurdersapp.reports.jaarverslag_zinnen import counted
from huurdersapp.reports.language import (
    aantal,
    capital,
    clause,
    day_long,
    enumeration,
    in_words,
    number,
    sentence,
)
from huurdersapp.reports.prose import joined, one_line, running
from huurdersapp.reports.values import Getal

ANSWERS: dict[Antwoord, str] = {
    "gevolgd": "gevolgd",
    "deels": "voor een deel gevolgd",
    "niet": "niet gevolgd",
    "geen": "geen reactie gekregen",
    "": "nog geen antwoord",
}


DRAWN_FROM = 4
"""Below so many adviezen bars of one each would say nothing."""


def adviezen(values: JaarValues, kort: bool) -> list[Block]:
    """How many adviezen were sent and followed, and each of them."""
    if not values.adviezen_verstuurd.waarde:
        return [Paragraph(NOTHING["adviezen"])]
    answered = [(key, getal) for key, getal in values.per_antwoord if getal.waarde]
    blocks: list[Block] = []
    if kort:
        told = [counted_answer(key, getal) for key, getal in answered]
        sent = counted(values.adviezen_verstuurd, "advies", "adviezen")
        lines = [joined(", " if at else "", each) for at, each in enumerate(told)]
        return [Paragraph(joined("Wij stuurden ", sent, ": ", *lines, "."))]
    caption = "Wat deden de verhuurders met onze adviezen?"
    labels = tuple(capital(ANSWERS[key]) for key, _getal in answered)
    counts = tuple(getal.waarde or 0 for _key, getal in answered)
    rows = tuple((label, digits(getal)) for label, (_key, getal) in zip(labels, answered, strict=True))
    if len(answered) > 1 and sum(counts) >= DRAWN_FROM:
        said = "; ".join(f"{label}: {number(count)}" for label, count in zip(labels, counts, strict=True))
        alternative = f"Staafdiagram. {said}. Dezelfde cijfers staan in de tabel eronder."
        series = (Series("Adviezen", tuple(float(count) for count in counts)),)
        blocks.append(Chart(caption, alternative, labels, series, shown=(tuple(map(number, counts)),)))
    columns = (Column("Wat de verhuurder deed", width=2.4), Column("Adviezen", "right"))
    totals = ("Totaal", digits(values.adviezen_verstuurd))
    blocks.append(Table(caption, columns, rows, totals=totals))
    for item in values.adviezen:
        blocks += _advies(item)
    if values.verzwegen:
        told_of = aantal(values.verzwegen, "advies gaat", "adviezen gaan")
        blocks.append(
            Paragraph(f"{capital(told_of)} over iets waarover wij nog niets mogen vertellen.", "note")
        )
    return blocks


def counted_answer(key: Antwoord, getal: Getal) -> Text:
    """How many adviezen had this fate: "één gevolgd"."""
    return joined(Span(in_words(getal.waarde or 0), source=getal.source), f" {ANSWERS[key]}")


def _advies(item: Uitgebracht) -> list[Block]:
    title = Span(capital(clause(one_line(item.onderwerp))), bold=True, source=item.source)
    to = f"aan {one_line(item.verhuurder)}, " if item.verhuurder else ""
    said = f" Ons advies: {clause(item.uitkomst)}." if item.uitkomst else ""
    text: list[Text] = [
        title,
        f" ({to}{day_long(item.verstuurd_op)}).",
        said,
        f" {capital(ANSWERS[item.antwoord])}.",
    ]
    if item.redenen:
        text += [" ", running(item.redenen, sentence)]
    return [Paragraph(joined(*text))]


def campaigns(counter: Counter, values: JaarValues) -> list[Block]:
    """What was done to tell tenants something, and how many it reached."""
    found = values.basis.campagnes
    if not found:
        return [Paragraph(NOTHING["campagnes"])]
    items = []
    for at, item in enumerate(found):
        name = Span(clause(one_line(item.titel)), bold=True, source=item.source)
        how = f": {enumeration(item.vormen)}" if item.vormen else ""
        reached = list(_reached(counter, at))
        items.append(joined(name, how, ". " if reached else ".", *reached))
    return [Bullets(tuple(items))]


def _reached(counter: Counter, at: int) -> Iterable[Text]:
    """The one number that says most of a campagne; the three are never added."""
    for key, one, many, words in (
        ("deelnemers", "huurder", "huurders", " deed mee.| deden mee."),
        ("contacten", "huurder", "huurders", " sprak met ons.| spraken met ons."),
        ("bereik", "huishouden", "huishoudens", " kreeg iets van ons.| kregen iets van ons."),
    ):
        place = ("campagne", at, key)
        if counter.shown.knows(place) and counter.shown.value(place) != 0:
            singular, plural = words.split("|")
            span = counter.counted(place, one, many)
            yield Span(capital(span.text), source=span.source)
            yield singular if counter.shown.value(place) == 1 else plural
            return


def committees(values: JaarValues) -> list[Block]:
    """Which bewonerscommissies there are, whom we helped, and where there is room."""
    there = values.commissies
    if not there and not values.basis.commissies:
        return [
            Paragraph(
                "Er zijn nog geen bewonerscommissies vastgelegd. Wilt u er een beginnen? Wij helpen u graag."
            )
        ]
    blocks: list[Block] = []
    if there:
        verb = "is" if len(there) == 1 else "zijn"
        many = counted(values.commissies_aantal, "bewonerscommissie", "bewonerscommissies")
        blocks.append(Paragraph(joined(f"Er {verb} ", many, " met wie wij samenwerken.")))
    if there:
        columns = (
            Column("Bewonerscommissie", width=2.4),
            Column("Waar", width=1.6),
            Column("Wij hielpen", width=1.6),
        )
        helped = {item.source.ids: item for item in values.basis.commissies if item.source}
        rows = []
        for item in there:
            help_given = helped.get(item.source.ids) if item.source else None
            times = aantal(help_given.keren, "keer", "keer", digits=True) if help_given else "–"
            rows.append((Span(one_line(item.naam), source=item.source), item.plaats or "–", times))
        blocks.append(Table("Bewonerscommissies", columns, tuple(rows)))
    room = [item for item in there if item.lege_plekken]
    if room:
        names = enumeration([one_line(item.naam) for item in room])
        seek = "zoekt" if len(room) == 1 else "zoeken"
        blocks.append(Paragraph(f"{names} {seek} nieuwe leden."))
    return blocks


def meetings(values: JaarValues) -> list[Block]:
    """With whom we sat at the table, and how often."""
    if not values.overleggen.waarde:
        return [Paragraph(NOTHING["overleggen"])]
    rows = tuple((one_line(each.naam), digits(each.aantal)) for each in values.per_overleg)
    columns = (Column("Overleg", width=2.4), Column("Aantal", "right"))
    totals = ("Totaal", digits(values.overleggen))
    return [Table("Overleggen waar wij bij waren", columns, rows, totals=totals)]
