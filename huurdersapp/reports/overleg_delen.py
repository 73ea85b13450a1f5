"""What the papers of an overleg share: when and where, who, which documents, and who does what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from huurdersapp.reports.document import Block, Bullets, Column, Heading, Lines, Span, Table, Text
from huurdersapp.reports.language import capital, clause, day_long, day_short, overdue, sentence
from huurdersapp.reports.overleg_values import Actie, OverlegPapier, Punt
from huurdersapp.reports.prose import joined, one_line, plain_line, running, text_blocks, titled

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def on_day(day: date) -> str:
    """ "dinsdag 12 februari 2019" """
    return f"{WEEKDAYS[day.weekday()]} {day_long(day)}"


def facts(values: OverlegPapier) -> Lines:
    """When, where, and who leads it."""
    time = values.begintijd
    if time and values.eindtijd:
        time = f"{time} tot {values.eindtijd} uur"
    elif time:
        time = f"{time} uur"
    told = [
        ("Wanneer", ", ".join(filter(None, (on_day(values.datum), time)))),
        ("Waar", one_line(values.plaats)),
        ("Voorzitter", one_line(values.voorzitter) if values.deelnemers else ""),
        ("Verslag door", one_line(values.notulist) if values.deelnemers else ""),
        ("Organisaties", ", ".join(map(one_line, values.partijen))),
    ]
    return Lines(tuple((Span(f"{label}: ", bold=True), text) for label, text in told if text))


def people(title: str, text: str) -> list[Block]:
    """Names under a bold title; nothing where nobody is named."""
    return titled(Span(f"{title}:", bold=True), text_blocks(text)) if text.strip() else []


def called_off(values: OverlegPapier) -> list[Block]:
    """That it does not take place, before all else."""
    if not values.afgelast:
        return []
    why = f" {sentence(capital(plain_line(values.afgelast_reden)))}" if values.afgelast_reden else ""
    return titled(Span("Dit overleg gaat niet door.", bold=True), text_blocks(why) if why else [])


def subject(item: Punt, organisation: str) -> Text:
    """What an item is called, with who brought it in."""
    name = clause(one_line(item.onderwerp))
    return joined(name, Span(f" (ingebracht door {organisation})", italic=True)) if item.eigen else name


def refused(values: OverlegPapier) -> list[Block]:
    """Items of ours that were kept off the agenda. Refusing asks for reasons: Overlegwet art. 5b lid 4 (text of
    27-07-2015)."""
    items = [item for item in values.punten if item.geweigerd]
    if not items:
        return []
    return [Heading("Niet op de agenda gezet"), Bullets(tuple(map(_refused, items)))]


def _refused(item: Punt) -> Text:
    asked = f" Gevraagd op {day_long(item.gevraagd_op)}." if item.gevraagd_op else ""
    name = Span(sentence(one_line(item.onderwerp)), bold=True)
    if item.reden:
        return joined(name, asked, " Reden: ", running(item.reden, sentence))
    return joined(name, asked, " Een reden is niet gegeven." if item.eigen else "")


def documents(values: OverlegPapier) -> list[Block]:
    """The documents by name; confidential ones only for who sits in the meeting."""
    named = [
        f"{one_line(each.naam)} (vertrouwelijk)" if each.vertrouwelijk else one_line(each.naam)
        for each in values.stukken
        if values.deelnemers or not each.vertrouwelijk
    ]
    known = {_bare(each.naam) for each in values.stukken}
    named += [
        clause(one_line(item.stuk)) for item in shown(values) if item.stuk and _bare(item.stuk) not in known
    ]
    return [Heading("Stukken"), Bullets(tuple(dict.fromkeys(named)))] if named else []


def stuk(values: OverlegPapier, item: Punt) -> str:
    """The document of an item; "" for a confidential one on a paper for others."""
    secret = {_bare(each.naam) for each in values.stukken if each.vertrouwelijk}
    hidden = not values.deelnemers and _bare(item.stuk) in secret
    return "" if hidden else clause(one_line(item.stuk))


def _bare(name: str) -> str:
    """The name of a document without its ending, to find the same one twice."""
    bare = one_line(name).casefold()
    stem, dot, ending = bare.rpartition(".")
    return stem if dot and len(ending) <= 4 and ending.isalnum() else bare


def shown(values: OverlegPapier) -> list[Punt]:
    """The items that are on the agenda."""
    return [item for item in values.punten if not item.geweigerd]


def whose(item: Actie, *, names: bool) -> str:
    """Who does it; a person is named only where that may be."""
    person = one_line(item.persoon) if names else ""
    party = one_line(item.partij)
    if party and person:
        return f"{party} ({person})"
    return party or person or ("–" if names or not item.persoon else "een persoon")


def state(item: Actie, on: date) -> str:
    """How it stands: late, done, or nothing to tell."""
    if item.gedaan_op is not None:
        return f"gedaan op {day_short(item.gedaan_op)}"
    return overdue(item.uiterlijk, on) if item.uiterlijk else ""


def actions(title: str, items: Sequence[Actie], on: date, *, names: bool, where: bool = False) -> list[Block]:
    """Who does what before when, as a table; `where`: with the meeting in which it was agreed."""
    if not items:
        return []
    columns = [Column("Wat", width=3.2), Column("Wie", width=1.7)]
    if where:
        columns.append(Column("Uit", width=1.5))
    columns += [Column("Uiterlijk", width=1.1), Column("Stand", width=1.4)]

    def row(item: Actie) -> tuple[Text, ...]:
        what = Span(clause(one_line(item.wat)), source=item.source)
        came = joined(what, f". {sentence(plain_line(item.uitkomst))}") if item.uitkomst else what
        middle = [one_line(item.overleg)] if where else []
        return (came, whose(item, names=names), *middle, day_short(item.uiterlijk), state(item, on))

    return [Table(title, tuple(columns), tuple(map(row, items)))]
