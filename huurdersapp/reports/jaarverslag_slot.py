"""What came of the year and what did not, the money, how to join, and the explanation: parts of the jaarverslag."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from huurdersapp.reports.document import (
    Block,
    Bullets,
    Column,
    Heading,
    Lines,
    Paragraph,
    Span,
    Table,
    Text,
)
from huurdersapp.reports.jaarverslag_delen import NOTHING
from huurdersapp.reports.jaarverslag_values import Bereikt, JaarValues, Organisatie, Vertraagd
from huurdersapp.reports.jaarverslag_zinnen import counted
from huurdersapp.reports.language import (
    capital,
    clause,
    day_long,
    day_short,
    in_words,
    money,
    quoted,
    sentence,
)
from huurdersapp.reports.prose import joined, one_line, running
from huurdersapp.reports.values import Getal

UNREACHABLE = "Onze telefoon, e-mail en website staan nog niet in de administratie."
WORDS: tuple[Text, ...] = (
    "Advies: wat wij de verhuurder schrijven over een plan. De verhuurder moet ons dat vragen.",
    "Bestuurlijk overleg: gesprek van de besturen van de gemeente, de verhuurders en de huurdersorganisaties.",
    "Bewonerscommissie: huurders die samen opkomen voor hun gebouw of buurt.",
    "Energiecoach: iemand die bij u thuis helpt om energie te besparen.",
    "Huurdersorganisatie: vereniging of stichting die opkomt voor alle huurders van een verhuurder.",
    "Raadpleging: wij vragen huurders naar hun mening en schrijven op wat eruit kwam.",
)


def nothing_reached(values: JaarValues) -> bool:
    """Whether nothing was solved and no promise kept."""
    return not values.collectief_opgelost.waarde and not values.nagekomen_aantal.waarde


def reached(values: JaarValues, kort: bool) -> list[Block]:
    """What was solved, and which promises were kept."""
    if nothing_reached(values):
        return [Paragraph(NOTHING["gelukt"])]
    blocks: list[Block] = []
    solved, kept = values.collectief_opgelost, values.nagekomen_aantal
    if solved.waarde:
        many = counted(solved, "probleem", "problemen", first=True)
        verb = "is" if solved.waarde == 1 else "zijn"
        text = f" waar meer huurders last van hadden, {verb} opgelost{_colon(solved, kort)}"
        blocks.append(Paragraph(joined(many, text), keep_with_next=True))
        blocks += _listed(values.opgelost, solved, kort)
    if kept.waarde:
        many = counted(kept, "belofte", "beloften")
        text = f" aan ons na{_colon(kept, kort)}"
        blocks.append(Paragraph(joined("Anderen kwamen ", many, text), keep_with_next=True))
        blocks += _listed(values.nagekomen, kept, kort)
    return blocks


def highlights(values: JaarValues) -> list[Block]:
    """For the first page: a few things that came right, and a few that did not."""
    good = [_line(replace(item, uitkomst="")) for item in (*values.opgelost[:1], *values.nagekomen[:1])]
    lines = [joined(Span("Gelukt:", bold=True), " ", line) for line in good]
    lines += [joined(Span("Nog niet gelukt:", bold=True), " ", line) for line in _failed_lines(values)[:2]]
    return [Bullets(tuple(lines))] if lines else []


def _failed_lines(values: JaarValues) -> list[Text]:
    lines: list[Text] = [
        joined(
            "Ons advies is niet gevolgd: ", Span(clause(one_line(item.onderwerp)), source=item.source), "."
        )
        for item in values.adviezen
        if item.antwoord == "niet"
    ]
    return lines + [_late(item) for item in values.te_laat]


def _late(item: Vertraagd) -> Text:
    what = Span(clause(one_line(item.wat)), source=item.source)
    return joined(f"{capital(one_line(item.wie))}: ", what, f" (beloofd voor {day_long(item.uiterlijk)}).")


SHORT = 2
"""So many lines a list has in the short form."""
FAILED = 3
"""And so many that of what did not come right."""


def _listed(items: Sequence[Bereikt], getal: Getal, kort: bool) -> list[Block]:
    told = items[:SHORT] if kort else items
    lines = [_line(item) for item in told]
    if not kort or not lines:
        lines += _rest(getal, len(told))
    return [Bullets(tuple(lines))]


def _rest(getal: Getal, told: int) -> list[Text]:
    """How many are not named; where none is, because nobody may know them yet."""
    rest = (getal.waarde or 0) - told
    if rest <= 0:
        return []
    return [
        f"en nog {in_words(rest)}." if told else f"{in_words(rest)} waarover wij nog niets mogen vertellen."
    ]


def _colon(getal: Getal, kort: bool) -> str:
    return ", zoals:" if kort and (getal.waarde or 0) > SHORT else ":"


def _line(item: Bereikt) -> Text:
    before = f"{capital(one_line(item.wie))}: " if item.wie else ""
    where = f" ({one_line(item.waar)})" if item.waar else ""
    came = joined(" ", running(item.uitkomst, sentence)) if item.uitkomst else ""
    what = clause(one_line(item.wat))
    return joined(before, Span(what, source=item.source), where, ".", came)


def nothing_failed(values: JaarValues) -> bool:
    """Whether nothing is late and every advies was followed or waits for an answer."""
    return not values.te_laat_aantal.waarde and not _not_followed(values)


def _not_followed(values: JaarValues) -> Getal | None:
    getal = dict(values.per_antwoord).get("niet")
    return getal if getal is not None and getal.waarde else None


def failed(values: JaarValues, kort: bool) -> list[Block]:
    """What did not come right: promises that are late, and adviezen that were not followed."""
    if nothing_failed(values):
        return [Paragraph(NOTHING["niet-gelukt"])]
    if kort and (lines := _failed_lines(values)):
        return [Bullets(tuple(lines[:FAILED]))]
    blocks: list[Block] = []
    if (getal := _not_followed(values)) is not None:
        advice = counted(getal, "advies", "adviezen", first=True)
        verb = "is" if getal.waarde == 1 else "zijn"
        lines = [
            joined(
                Span(capital(clause(one_line(item.onderwerp))), source=item.source),
                f" ({one_line(item.verhuurder)}).",
            )
            for item in values.adviezen
            if item.antwoord == "niet"
        ]
        blocks.append(
            Paragraph(
                joined(advice, f" van ons {verb} niet gevolgd", ":" if lines else "."),
                keep_with_next=bool(lines),
            )
        )
        blocks += [Bullets(tuple(lines))] if lines else []
    if values.te_laat_aantal.waarde:
        late = counted(values.te_laat_aantal, "belofte", "beloften", first=True)
        verb = "is" if values.te_laat_aantal.waarde == 1 else "zijn"
        blocks.append(
            Paragraph(joined(late, f" aan ons {verb} te laat. Wij blijven erom vragen:"), keep_with_next=True)
        )
        lines = [_late(item) for item in values.te_laat]
        lines += _rest(values.te_laat_aantal, len(values.te_laat))
        blocks.append(Bullets(tuple(lines)))
    return blocks


def money_told(values: JaarValues) -> list[Block]:
    """What landlords paid for our work, and what of it was spent."""
    if not values.geld:
        return [Paragraph(NOTHING["geld"])]
    columns = (
        Column("Verhuurder", width=1.8),
        Column("Gekregen", "right", 1.2),
        Column("Uitgegeven", "right", 1.2),
        Column("Verantwoord op", width=1.4),
    )
    rows = tuple(
        (
            Span(one_line(item.verhuurder), source=item.source),
            _amount(item.vergoeding),
            _amount(item.besteed),
            day_short(item.verantwoord_op, "nog niet"),
        )
        for item in values.geld
    )
    total = [
        money(sum(amounts), column=True) if len(amounts) == len(values.geld) else "–"
        for amounts in (
            [item.vergoeding for item in values.geld if item.vergoeding is not None],
            [item.besteed for item in values.geld if item.besteed is not None],
        )
    ]
    totals = ("Totaal", *total, "") if len(rows) > 1 else None
    return [
        Paragraph(
            "De verhuurder betaalt de kosten van ons werk. Dat staat in de wet. Wij leggen elk jaar uit waar het geld heen ging."
        ),
        Table("Geld van de verhuurders", columns, rows, totals=totals),
    ]


def _amount(cents: int | None) -> str:
    return "niet vastgelegd" if cents is None else money(cents, column=True)


def plans(values: JaarValues) -> list[Block]:
    """What our own overview has for the next year."""
    if not values.voornemens:
        return [Paragraph(NOTHING["vooruit"])]
    items = tuple(
        Span(sentence(capital(one_line(item.naam))), source=item.source) for item in values.voornemens
    )
    return [Paragraph("Dit staat in onze plannen voor het nieuwe jaar:", keep_with_next=True), Bullets(items)]


def join_us(values: JaarValues) -> list[Block]:
    """How a tenant can take part or report something."""
    blocks: list[Block] = [
        Paragraph("Wij kunnen u goed gebruiken. U kunt:", keep_with_next=True),
        Bullets(
            (
                "een probleem bij ons melden, ook als de verhuurder er al van weet;",
                "meedoen als wij naar uw mening vragen;",
                "in een bewonerscommissie gaan, of er een beginnen;",
                "ons komen helpen als vrijwilliger.",
            )
        ),
    ]
    ways = [lines for each in values.organisaties if (lines := _ways(each))]
    return [*blocks, *(Lines(lines) for lines in ways)] if ways else [*blocks, Paragraph(UNREACHABLE)]


def join_in_short(values: JaarValues) -> list[Block]:
    """How to reach us, on a line."""
    ways = [lines for each in values.organisaties if (lines := _ways(each, address=False))]
    told = [joined(*(joined(" · " if at else "", line) for at, line in enumerate(lines))) for lines in ways]
    return [Paragraph(line) for line in told] or [Paragraph(UNREACHABLE)]


def _ways(each: Organisatie, *, address: bool = True) -> tuple[Text, ...]:
    known = (("Telefoon", each.telefoon), ("E-mail", each.email), ("Website", each.website))
    lines: list[Text] = [f"{label}: {one_line(value)}" for label, value in known if value]
    if each.adres and address:
        lines.append(f"Adres: {', '.join(one_line(line) for line in each.adres)}")
    return (Span(one_line(each.naam), bold=True), *lines) if lines else ()


def explained(values: JaarValues) -> list[Block]:
    """Where the figures come from, why some are not shown, and hard words."""
    made = day_long(values.basis.gemaakt_op)
    blocks: list[Block] = [
        Paragraph(f"De cijfers komen uit onze administratie van {made}. {_counted(values)}")
    ]
    if values.basis.small.active:
        blocks.append(Paragraph(_hidden(values)))
    return [*blocks, Heading("Moeilijke woorden", 2), Bullets(WORDS)]


def explained_in_short(values: JaarValues) -> list[Block]:
    """The same in small print."""
    text = f"{_counted(values)} {_hidden(values) if values.basis.small.active else ''}"
    return [Paragraph(text.strip(), "note")]


def _counted(values: JaarValues) -> str:
    period = values.basis.periode
    return f"Geteld is wat gebeurde van {day_long(period.van)} tot en met {day_long(period.tot)}."


def _hidden(values: JaarValues) -> str:
    small = values.basis.small
    return (
        f"Niemand mag in dit verslag te herkennen zijn. Bij één tot en met {in_words(small.hide_below - 1)} personen of "
        f"woningen staat daarom {quoted(small.small_text)}. Een ‘x’ of een streepje staat "
        "waar een cijfer zo’n klein aantal zou verraden."
    )
