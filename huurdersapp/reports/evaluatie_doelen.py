"""The evaluatie on content: per theme and goal what was agreed and reached, what was done, and what is off schedule."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterator

from huurdersapp.reports.counting import Counter
from huurdersapp.reports.document import Block, Bullets, Column, Heading, Paragraph, Span, Table, Text
from huurdersapp.reports.evaluatie_values import (
    ACHTER,
    STANDEN,
    Afwijking,
    Bijstelling,
    Doel,
    EvaluatieValues,
    Gedaan,
    Inspanning,
    Maat,
    Thema,
)
from huurdersapp.reports.language import NBSP, capital, clause, day_long, day_short, enumeration, sentence
from huurdersapp.reports.prose import joined, one_line, plain_line, running
from huurdersapp.reports.small_numbers import HIDDEN

LABELS = dict(STANDEN)
NONE = "–"
OWN = "eigen voorstel"


def deel_van_thema(counter: Counter, values: EvaluatieValues, thema: Thema) -> Iterator[Block]:
    """A theme, goal by goal."""
    if thema.hoofddoel:
        yield Paragraph(joined(Span("Hoofddoel:", bold=True), " ", running(thema.hoofddoel, sentence)))
    if not thema.doelen:
        yield Paragraph("Bij dit thema staan geen doelen in het akkoord.")
    for doel in thema.doelen:
        yield from _doel(counter, values, doel)


def _doel(counter: Counter, values: EvaluatieValues, doel: Doel) -> Iterator[Block]:
    yield Heading(f"Doel {one_line(doel.code)}: {LABELS[doel.stand].lower()}", 2, key=key_of(doel))
    yield Paragraph(running(doel.tekst.lstrip(".… "), sentence), keep_with_next=bool(doel.maten))
    if doel.maten:
        yield _measures(counter, doel)
    else:
        yield Paragraph("Bij dit doel staat geen maat. Daarom is er geen oordeel.")
    if doel.gedaan:
        yield Table(
            f"Doel {one_line(doel.code)}: wat partijen deden in {values.jaar}",
            (
                Column("Wie", width=1.3),
                Column("Wat", width=2.4),
                Column("Gepland", width=1.2),
                Column("Gehaald", width=1.5),
                Column("Wat eruit kwam", width=2),
            ),
            tuple(_done(item) for item in doel.gedaan),
        )
    if doel.achter:
        yield Paragraph(_way(values, doel))
    for change in doel.bijstellingen:
        yield Paragraph(_change(change))


def key_of(doel: Doel) -> str:
    """By what the heading of a goal is called within the document."""
    return f"doel-{doel.nummer}"


def _measures(counter: Counter, doel: Doel) -> Table:
    rows = tuple(
        (
            joined(
                Span(one_line(maat.code), source=maat.source),
                f" {clause(plain_line(maat.tekst))}",
                Span(f" ({OWN})", italic=True) if maat.eigen_voorstel else "",
            ),
            one_line(maat.afgesproken) or "geen getal afgesproken",
            reached(counter, maat),
            LABELS[maat.stand]
            + (f" (ons oordeel: {clause(plain_line(maat.oordeel))})" if maat.oordeel else ""),
        )
        for maat in doel.maten
    )
    note = None
    if any(maat.eigen_voorstel for maat in doel.maten):
        note = f"Een maat met ‘{OWN}’ staat niet in het akkoord. Wij stellen hem zelf voor."
    return Table(
        f"Doel {one_line(doel.code)}: afgesproken en bereikt",
        (
            Column("Maat", width=2.8),
            Column("Afgesproken", width=1.5),
            Column("Bereikt", width=1.7),
            Column("Stand", width=1.4),
        ),
        rows,
        note=note,
    )


def reached(counter: Counter, maat: Maat) -> Text:
    """What was reached and when, or who did not deliver it."""
    when = f" ({maat.peil})" if maat.peil else ""
    if maat.telling is not None:
        unit = f"{NBSP}{one_line(maat.bereikt)}" if maat.bereikt else ""
        if maat.verborgen and counter.shows(("maat", maat.nummer)):
            return joined(HIDDEN, unit, when)
        return joined(counter.cell(("maat", maat.nummer)), unit, when)
    missing = maat.stand == "niet_aangeleverd"
    said = one_line(maat.bereikt)
    if missing:
        absent = counter.not_delivered(maat.door, f"{maat.code} {clause(plain_line(maat.tekst))}")
        return joined(Span(capital(absent), italic=True), f"; eerder {said}{when}" if said else "")
    return Span(f"{said}{when}", source=maat.source) if said else "nog geen meting"


def _done(item: Gedaan) -> tuple[Text, ...]:
    return (
        one_line(item.wie),
        Span(clause(one_line(item.wat)), source=item.source),
        item.gepland or NONE,
        item.gehaald or f"niet aangeleverd door {one_line(item.wie)}",
        clause(plain_line(item.resultaat)) or NONE,
    )


# -- off schedule --------------------------------------------------------------------------------------------------


def _way(values: EvaluatieValues, doel: Doel) -> Text:
    chosen = [one for one in doel.afwijkingen if one.keuze]
    if chosen:
        one = chosen[0]
        on = f" op {day_long(one.gekozen_op)}" if one.gekozen_op else ""
        return joined(Span("Gekozen:", bold=True), f" {clause(_small(one_line(one.keuze)))}{on}.")
    if doel.gekozen:
        return joined(Span("Gekozen:", bold=True), " de afspraak is bijgesteld, of de melding is afgerond.")
    return joined(Span("Nog te kiezen", bold=True), f" door {values.kiest}.")


def _change(change: Bijstelling) -> Text:
    told = [
        f"{clause(plain_line(what))}: was {_or_none(before)}, is nu {_or_none(after)}"
        for what, before, after in change.verschillen
    ]
    return joined(
        Span("Bijgesteld:", bold=True, source=change.source),
        f" {one_line(change.over)} op {day_long(change.besloten_op)}. ",
        f"{'; '.join(told)}. " if told else "",
        running(change.reden, sentence),
    )


def _or_none(text: str) -> str:
    said = clause(plain_line(text))
    return f"‘{said}’" if said else "leeg"


def _small(text: str) -> str:
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def achter_blocks(values: EvaluatieValues, kort: bool = False) -> Iterator[Block]:
    """Every goal off schedule with the two sides of the choice: what is proposed and why, and what was chosen."""
    behind = [doel for doel in values.doelen if doel.achter]
    signalled = [doel for doel in values.doelen if not doel.achter and doel.afwijkingen]
    if not behind and not signalled:
        yield Paragraph("Geen doel ligt achter op schema, voor zover cijfers zijn aangeleverd.")
        return
    if behind:
        if values.opties and not kort:
            yield Paragraph("Het akkoord noemt deze mogelijkheden:", keep_with_next=True)
            yield Bullets(tuple(running(each, sentence) for each in values.opties))
        columns = (
            Column("Doel", width=0.8),
            Column("Wat er achterblijft", width=2.6),
            Column("Ons voorstel", width=2.2),
            Column(f"Keuze van {values.kiest}", width=1.8),
        )
        rows = tuple(_behind(values, doel, kort) for doel in behind)
        yield Table("Doelen niet op schema, met voorstel en keuze", columns, rows)
    if kort and behind:
        return
    if signalled:
        yield Paragraph(
            "Bij deze doelen is een maat gemeld die achterbleef, terwijl het doel zelf niet achterligt:",
            keep_with_next=True,
        )
        yield Bullets(
            tuple(
                joined(
                    Span(one_line(case.over), source=case.source),
                    ": ",
                    running(case.waarom, sentence),
                    f" {_choice(values, case)}",
                )
                for doel in signalled
                for case in doel.afwijkingen
            )
        )
    efforts = [
        (doel, effort) for doel in values.doelen for case in doel.afwijkingen for effort in case.inspanningen
    ]
    if efforts:
        yield Heading("Extra inspanningen die zijn toegezegd", 2)
        yield Table(
            "Extra inspanningen",
            (
                Column("Doel", width=0.7),
                Column("Wie", width=1.4),
                Column("Wat", width=3),
                Column("Uiterlijk", width=1),
                Column("Stand", width=1.3),
            ),
            tuple(_effort(values, doel, effort) for doel, effort in efforts),
        )


def _behind(values: EvaluatieValues, doel: Doel, kort: bool) -> tuple[Text, ...]:
    worst = [maat for maat in doel.maten if maat.stand in ACHTER]
    why = [f"{one_line(maat.code)} {LABELS[maat.stand].lower()}" for maat in worst]
    signalled = [clause(plain_line(case.waarom)) for case in doel.afwijkingen]
    told = signalled if kort and signalled else [*signalled, *([enumeration(why)] if why else [])]
    proposals = [clause(plain_line(case.voorstel)) for case in doel.afwijkingen if case.voorstel]
    return (
        Span(one_line(doel.code), source=doel.source),
        sentence(capital("; ".join(told))),
        sentence("; ".join(proposals)) if proposals else "Nog in te vullen.",
        _chosen(values, doel),
    )


def _chosen(values: EvaluatieValues, doel: Doel) -> str:
    told = [_choice(values, case) for case in doel.afwijkingen if case.keuze or case.afgerond]
    told += [f"Bijgesteld op {day_short(one.besloten_op)}." for one in doel.bijstellingen]
    return " ".join(dict.fromkeys(told)) or "Nog te kiezen."


def _choice(values: EvaluatieValues, case: Afwijking) -> str:
    if case.keuze:
        on = f" ({day_short(case.gekozen_op)})" if case.gekozen_op else ""
        return f"{capital(clause(one_line(case.keuze)))}{on}."
    return "De melding is afgerond." if case.afgerond else f"Nog te kiezen door {values.kiest}."


def _effort(values: EvaluatieValues, doel: Doel, effort: Inspanning) -> tuple[Text, ...]:
    state = "geen dag afgesproken"
    if effort.gedaan_op:
        state = f"gedaan op {day_short(effort.gedaan_op)}"
    elif effort.uiterlijk:
        state = "nog niet gedaan" if effort.uiterlijk >= values.gemaakt_op else "te laat"
    return (
        one_line(doel.code),
        one_line(effort.wie) or NONE,
        Span(clause(one_line(effort.wat)), source=effort.source),
        day_short(effort.uiterlijk),
        capital(state),
    )


# -- other forms ---------------------------------------------------------------------------------------------------


def themas_kort(values: EvaluatieValues) -> Iterator[Block]:
    """Per theme in a sentence which goals stand how."""
    if not values.doelen:
        yield Paragraph("In dit akkoord staan geen doelen.")
    lines: list[Text] = []
    for thema in values.themas:
        tally = Tally(doel.stand for doel in thema.doelen)
        told = [f"{LABELS[key].lower()} {_codes(thema, key)}" for key, _label in STANDEN if tally[key]]
        if told:
            lines.append(joined(Span(f"{one_line(thema.naam)}:", bold=True), f" {'; '.join(told)}."))
    if lines:
        yield Bullets(tuple(lines))


def _codes(thema: Thema, key: str) -> str:
    return enumeration([one_line(doel.code) for doel in thema.doelen if doel.stand == key])


def maten_met_regel(counter: Counter, values: EvaluatieValues) -> Iterator[Block]:
    """Each measure with the rule by which its stand came about; of a count that may not be known nothing is told."""
    rows: list[tuple[Text, ...]] = []
    for doel in values.doelen:
        for maat in doel.maten:
            hidden = maat.verborgen or (maat.telling is not None and not counter.shows(("maat", maat.nummer)))
            rule = "" if hidden else one_line(maat.regel)
            rows.append((Span(one_line(maat.code), source=maat.source), LABELS[maat.stand], rule or NONE))
    if rows:
        columns = (Column("Maat", width=0.8), Column("Stand", width=1.2), Column("Regel", width=5))
        yield Table(f"Alle maten, beoordeeld over {values.jaar}", columns, tuple(rows))
