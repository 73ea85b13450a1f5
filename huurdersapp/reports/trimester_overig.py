"""The rest of the trimesterverslag: promises of others, adviezen, overleggen, sources and explanation."""

from __future__ import annotations

from datetime import date

from huurdersapp.reports.counting import Counter
from huurdersapp.reports.document import Block, Bullets, Column, Heading, Paragraph, Span, Table, Text
from huurdersapp.reports.language import (
    aantal,
    capital,
    clause,
    day_long,
    day_short,
    in_words,
    number,
    overdue,
    sentence,
)
from huurdersapp.reports.prose import one_line
from huurdersapp.reports.trimester_values import AdviesRegel, Toezegging, TrimesterValues

GEVOLGD = {
    "gevolgd": "gevolgd",
    "deels": "deels gevolgd",
    "niet": "niet gevolgd",
    "geen_reactie": "geen reactie ontvangen",
}


MOST_PROMISES = 12
"""So many open promises stand in the report, and all that are late."""


def toezeggingen_blocks(values: TrimesterValues) -> list[Block]:
    """What other parties promised and did not do yet, the longest overdue first."""
    blocks: list[Block] = [Heading("Open toezeggingen van andere partijen")]
    if not values.toezeggingen:
        return [*blocks, Paragraph("Er staan geen toezeggingen van andere partijen open.")]
    day = reference_day(values)
    late = len(overdue_promises(values))
    text = (
        f"Op {day_long(day)} {_stand(len(values.toezeggingen))} {_promises(len(values.toezeggingen))} open."
    )
    if late:
        text += f" Daarvan {_are(late)} {in_words(late)} te laat."
    columns = (
        Column("Wie", width=1.2),
        Column("Wat", width=3),
        Column("Toegezegd", width=1.6),
        Column("Uiterlijk", width=1.1),
        Column("Stand", width=1.4),
    )
    ordered = sorted(values.toezeggingen, key=lambda item: item.uiterlijk or date.max)
    told = ordered[: max(MOST_PROMISES, late)]
    rows = tuple(_promise(item, day) for item in told)
    left = len(ordered) - len(told)
    note = (
        f"Nog {aantal(left, 'toezegging heeft', 'toezeggingen hebben')} een latere dag of geen dag."
        if left
        else None
    )
    return [
        *blocks,
        Paragraph(text),
        Table(f"Open toezeggingen op {day_long(day)}", columns, rows, note=note),
    ]


def overdue_promises(values: TrimesterValues) -> list[Toezegging]:
    """The promises that are late on the reference day."""
    day = reference_day(values)
    return [item for item in values.toezeggingen if item.uiterlijk and item.uiterlijk < day]


def reference_day(values: TrimesterValues) -> date:
    """The day on which "te laat" is judged: the end of the period, or earlier if the report is."""
    return min(values.gemaakt_op, values.periode.tot)


def _are(count: int) -> str:
    return "is" if count == 1 else "zijn"


def _stand(count: int) -> str:
    return "staat" if count == 1 else "staan"


def _promises(count: int) -> str:
    return aantal(count, "toezegging van een andere partij", "toezeggingen van andere partijen")


def _promise(item: Toezegging, day: date) -> tuple[Text, ...]:
    when = day_short(item.toegezegd_op) + (f", {one_line(item.overleg)}" if item.overleg else "")
    state = "geen datum afgesproken"
    if item.uiterlijk:
        state = overdue(item.uiterlijk, day) or "nog op tijd"
    return (
        one_line(item.wie),
        Span(clause(one_line(item.wat)), source=item.source),
        when,
        day_short(item.uiterlijk, "–"),
        state,
    )


def adviezen_blocks(values: TrimesterValues) -> list[Block]:
    """The adviezen of the period with what the landlord did with them."""
    blocks: list[Block] = [Heading("Adviezen aan verhuurders")]
    if not values.adviezen:
        return [*blocks, Paragraph("Wij hebben in deze periode geen adviezen uitgebracht.")]
    columns = (
        Column("Onderwerp", width=2.2),
        Column("Verhuurder", width=1.3),
        Column("Ons advies", width=1.3),
        Column("Verstuurd", width=1.2),
        Column("Wat deed de verhuurder", width=2.6),
    )
    rows = tuple(_advies(item) for item in values.adviezen if not item.geheim)
    if rows:
        blocks.append(Table("Adviezen in deze periode", columns, rows))
    if secret := sum(item.geheim for item in values.adviezen):
        blocks.append(Paragraph(secret_adviezen(secret), "note"))
    return blocks


def secret_adviezen(count: int) -> str:
    """That there are adviezen that are not told here."""
    verb = "staat" if count == 1 else "staan"
    why = "het vertrouwelijk is" if count == 1 else "ze vertrouwelijk zijn"
    return f"{capital(aantal(count, 'advies', 'adviezen'))} {verb} hier niet bij, omdat {why}."


def _advies(item: AdviesRegel) -> tuple[Text, ...]:
    told = (item.soort, "") if item.verstuurd_op else ("nog niet uitgebracht", item.soort)
    said, kind = (item.uitkomst, item.soort) if item.uitkomst else told
    answer = fate(item)
    if item.voorwaarden:
        answer = f"{sentence(answer)} {_conditions(item)}"
    return (
        Span(capital(clause(one_line(item.onderwerp))), source=item.source),
        one_line(item.verhuurder),
        capital(said) if kind in ("", "advies", "adviesaanvraag") else f"{capital(said)} ({kind})",
        day_short(item.verstuurd_op),
        capital(answer),
    )


def fate(item: AdviesRegel) -> str:
    """What the landlord did with an advies, and since when he could."""
    answer = GEVOLGD[item.gevolgd] if item.gevolgd else _waiting(item)
    if item.reactie_op and item.gevolgd != "geen_reactie":
        answer += f" (reactie van {day_short(item.reactie_op)})"
    return answer


def _waiting(item: AdviesRegel) -> str:
    """That the landlord did not react yet, since when he could, and whether he was reminded."""
    if item.reactie_op:
        return "reactie gekregen"
    if item.verstuurd_op is None:
        return "–"
    words = "nog geen reactie"
    if item.ontvangen_op:
        words += f" (de verhuurder ontving het advies op {day_short(item.ontvangen_op)}"
        words += f"; herinnerd op {day_short(item.herinnerd_op)})" if item.herinnerd_op else ")"
    return words


def _conditions(item: AdviesRegel) -> str:
    """How many of our conditions the landlord took over, and to how many was held; what nobody knows is left out."""
    count = item.voorwaarden
    told = [
        f"{in_words(number)} {words}"
        for number, words in ((item.overgenomen, "overgenomen"), (item.deels, "deels"), (item.niet, "niet"))
        if number
    ]
    head = f"{capital(in_words(count))} {'voorwaarde' if count == 1 else 'voorwaarden'}"
    stand = ", ".join(told) or "nog geen reactie daarop"
    return f"{head}: {stand}; voldaan: {in_words(item.voldaan) if item.voldaan else 'nog geen'}."


def overleggen_blocks(values: TrimesterValues) -> list[Block]:
    """The overleggen that were attended, with the points that the organisation brought in."""
    blocks: list[Block] = [Heading("Overleggen")]
    if not values.overleggen:
        return [*blocks, Paragraph("Er zijn in deze periode geen overleggen vastgelegd.")]
    columns = (
        Column("Datum", width=1),
        Column("Overleg", width=1.6),
        Column("Met", width=2),
        Column("Onze punten", width=3),
    )
    rows = tuple(
        (
            day_short(item.datum),
            Span(one_line(item.soort), source=item.source),
            one_line(item.met) or "–",
            "; ".join(clause(one_line(point)) for point in item.eigen_punten) or "geen",
        )
        for item in sorted(values.overleggen, key=lambda item: item.datum)
    )
    return [*blocks, Table("Overleggen waaraan wij deelnamen", columns, rows)]


ALONE = (
    "Dit verslag gaat over een vrij gekozen periode. Leg het niet naast het verslag van een trimester of een jaar: "
    "uit het verschil zijn soms kleine aantallen te berekenen."
)


def explanation_blocks(counter: Counter, values: TrimesterValues) -> list[Block]:
    """Where the figures come from, how they were counted, and why some are not shown."""
    blocks: list[Block] = [Heading("Bronnen en uitleg")]
    who = "onze administratie" if len(values.organisaties) == 1 else "de administratie van de organisaties"
    blocks.append(
        Paragraph(
            f"De cijfers komen uit {who}, zoals die was op {day_long(values.gemaakt_op)}. Geteld is wat een "
            f"datum heeft van {day_long(values.periode.van)} tot en met {day_long(values.periode.tot)}. Wij "
            "ronden gewoon af. Door afronding tellen percentages niet altijd op tot 100 %."
        )
    )
    if values.los:
        blocks.append(Paragraph(ALONE))
    if values.bronnen:
        blocks.append(Bullets(tuple(sentence(one_line(item)) for item in values.bronnen)))
    if values.small.active:
        blocks += _small_numbers(counter, values)
    if counter.absent:
        blocks += [Heading("Wat niet is aangeleverd", 2), Bullets(_absent(counter))]
    blocks += [Heading("Woorden in dit verslag", 2), Bullets(_WORDS)]
    return blocks


def _absent(counter: Counter) -> tuple[str, ...]:
    lines = (
        f"{capital(clause(one_line(item.what)) or 'een cijfer')}: niet aangeleverd door {item.by}."
        for item in counter.absent
    )
    return tuple(dict.fromkeys(lines))


_WORDS: tuple[Text, ...] = (
    "Achterban: alle huurders namens wie een huurdersorganisatie spreekt, ook wie geen lid is.",
    "Achterbanraadpleging: wij vragen huurders naar hun mening en leggen vast hoe dat ging en wat eruit kwam.",
    "Ingebracht: besproken in een gezamenlijk overleg, met een datum.",
    "Respons: het aantal bruikbare antwoorden gedeeld door het aantal mensen dat is uitgenodigd.",
    "Steekproefmarge: zo ver kan de uitkomst door toeval afwijken van wat de hele groep vindt.",
)


def _small_numbers(counter: Counter, values: TrimesterValues) -> list[Block]:
    small = values.small
    blocks: list[Block] = [
        Heading("Kleine aantallen", 2),
        Paragraph(
            "Niemand mag in dit verslag te herkennen zijn. Aantallen personen, huishoudens of woningen van "
            f"één tot en met {in_words(small.hide_below - 1)} staan er daarom als ‘{small.small_text}’ (minder "
            f"dan {in_words(small.hide_below)}). Waar zo’n aantal met een ander cijfer uit te rekenen is, "
            "tonen wij ook dat andere cijfer niet: daar staat een ‘x’. Waar ook dat te veel zou zeggen, staat een "
            "streepje. Soms voegen wij rijen samen, zoals "
            "kernen tot een gebied, of laten wij een verdeling weg."
        ),
        Paragraph(
            f"Percentages geven wij vanaf {in_words(small.percent_from)} personen, en bij antwoorden in een "
            f"raadpleging vanaf {number(small.answers_from)}. Aantallen van ons eigen werk, zoals overleggen, "
            "adviezen en collectieve knelpunten, tonen wij altijd. Wat andere partijen aanleverden, zijn "
            "hun officiële cijfers: die nemen wij over zoals zij ze gaven."
        ),
    ]
    if not counter.shown.any_small() and not counter.shown.any_hidden():
        blocks.append(Paragraph("In dit verslag hoefde geen enkel cijfer om die reden weg te blijven."))
    return blocks
