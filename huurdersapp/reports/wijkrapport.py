"""The wijkrapport: what was reported, visited, asked and decided in a kern, wijk, gebied or gemeente.

Counts of persons are those that the trimesterverslag of the same days prints (`wijkrapport_cijfers`).
"""

from __future__ import annotations

from collections.abc import Sequence

from huurdersapp.reports import wijkrapport_delen as delen
from huurdersapp.reports.counting import Counter
from huurdersapp.reports.document import Block, KeyFigure, KeyFigures, Paragraph, Span, Text, plain
from huurdersapp.reports.language import aantal, capital, day_long, enumeration, number, sentence
from huurdersapp.reports.prose import one_line
from huurdersapp.reports.rapport import Kader, Onderdeel
from huurdersapp.reports.renovatie_delen import TITLE as RENOVATIES
from huurdersapp.reports.renovatie_delen import renovatie_blocks
from huurdersapp.reports.trimester import period_name
from huurdersapp.reports.values import Getal
from huurdersapp.reports.wijkrapport_cijfers import in_words, visits_here
from huurdersapp.reports.wijkrapport_values import WijkValues


def wijk_kader(values: WijkValues, kort: bool = False) -> Kader:
    """What stands around the parts of the report."""
    basis = values.basis
    author = enumeration(basis.organisaties)
    where = f" (in {one_line(values.ligt_in)})" if values.ligt_in else ""
    over: list[Text] = [f"Over: {one_line(values.naam)}{where}"]
    if values.kernen:
        over.append(f"Daarin: {enumeration([one_line(each) for each in values.kernen])}")
    over += [
        f"Periode: {day_long(basis.periode.van)} tot en met {day_long(basis.periode.tot)}",
        f"Voor: {values.voor}",
        f"Gemaakt op: {day_long(basis.gemaakt_op)}",
    ]
    return Kader(
        titel=f"Wijkrapport {one_line(values.naam)}",
        ondertitel=f"{capital(period_name(basis.periode))} · {author}",
        auteur=author,
        over=tuple(over),
        onderwerp=f"Wat er speelt in {one_line(values.naam)}, {period_name(basis.periode)}",
        trefwoorden=("wijkrapport", values.naam),
        voettekst=author,
        versie=basis.versie,
        voorbeeld=basis.voorbeeld,
        inhoud=not kort,
    )


def is_empty(values: WijkValues, counter: Counter) -> bool:
    """Whether nothing was recorded about the place in the period."""
    counts = (values.collectief_nieuw, values.collectief_open, values.collectief_ingebracht)
    told = (
        values.raadplegingen,
        values.campagnes,
        values.adviezen,
        values.visies,
        values.besluiten,
        values.beloften,
        values.renovaties,
    )
    of_persons = any(each.keys or each.samen_met or not each.verdeeld for each in delen.both(values, counter))
    return not (any(each.waarde for each in counts) or any(told) or of_persons or values.verzwegen)


def wijk_onderdelen(values: WijkValues, kort: bool, counter: Counter) -> tuple[Onderdeel, ...]:
    """All parts of the report; `counter` holds the counts of the trimesterverslag of the same days."""
    parts = [Onderdeel("kort", "In het kort", tuple(_first_page(values, counter)), vast=True)]
    found: list[tuple[str, str, bool, Sequence[Block]]] = [
        (
            "gemeld",
            "Wat bewoners meldden",
            delen.no_reports(values, counter),
            delen.reported(values, counter, kort),
        ),
        ("bezoeken", "Energiebezoeken", delen.no_visits(values, counter), delen.visited(values, counter)),
        (
            "raadplegingen",
            "Wat bewoners vinden",
            not values.raadplegingen,
            delen.consulted(values, counter, kort),
        ),
        (
            "adviezen",
            "Adviezen over woningen hier",
            not (values.adviezen or values.verzwegen),
            delen.advised(values),
        ),
        ("besluiten", "Wat is besloten", not values.besluiten, delen.decided(values)),
        ("open", "Wat nog moet gebeuren", not (values.beloften or values.vragen), delen.still_open(values)),
    ]
    if not kort:
        found[:0] = [
            (
                "plek",
                "Waar het over gaat",
                not (values.complexen or values.kleine_complexen),
                delen.place(values),
            ),
        ]
        found[-2:-2] = [
            *(
                [("renovaties", RENOVATIES, False, renovatie_blocks(values.renovaties))]
                if values.renovaties
                else []
            ),
            ("campagnes", "Campagnes", not values.campagnes, delen.campaigns(values, counter)),
            ("visies", "Wijk- en dorpsvisies", not values.visies, delen.visions(values)),
        ]
    # Last, because it tells what the parts before it hid.
    found.append(("uitleg", "Bronnen en uitleg", False, delen.explained(values)))
    for key, title, empty, blocks in found:
        parts.append(Onderdeel(key, title, tuple(blocks), _proposal(key, values, counter), leeg=empty))
    return tuple(parts)


def _proposal(key: str, values: WijkValues, counter: Counter) -> str:
    """Sentences from the facts that the writer may take over."""
    name = one_line(values.naam)
    if key == "gemeld" and values.collectief_open.waarde:
        verb = "wacht" if values.collectief_open.waarde == 1 else "wachten"
        many = aantal(values.collectief_open.waarde, "probleem", "problemen")
        return f"In {name} {verb} nog {many} waar meer huurders last van hebben."
    if key == "bezoeken":
        hier = visits_here(values.basis, counter, values.plek)
        visits = in_words(counter, hier, "energiebezoek", "energiebezoeken")
        return (
            f"Onze energiecoaches deden in {name} {visits.text}." if visits is not None and hier.keys else ""
        )
    if key == "raadplegingen" and values.raadplegingen:
        times = aantal(len(values.raadplegingen), "keer", "keer")
        return f"Wij vroegen bewoners van {name} {times} wat zij vinden."
    if key == "open" and values.beloften:
        verb = "staat" if len(values.beloften) == 1 else "staan"
        return f"Er {verb} nog {aantal(len(values.beloften), 'belofte', 'beloften')} over {name} open."
    return ""


def _first_page(values: WijkValues, counter: Counter) -> list[Block]:
    blocks: list[Block] = []
    if values.gevraagd_over:
        blocks.append(
            Paragraph(
                f"{one_line(values.gevraagd_over)} heeft minder dan tien woningen. Om niemand herkenbaar te maken gaat dit "
                f"rapport over {one_line(values.naam)}, waar het in ligt."
            )
        )
    blocks.append(KeyFigures(_figures(values, counter)))
    if is_empty(values, counter):
        why = capital(sentence(values.basis.reden_leeg)) if values.basis.reden_leeg else ""
        text = f"Over {one_line(values.naam)} is in deze periode niets vastgelegd. {why}".strip()
        blocks.append(Paragraph(text, "lead"))
        if not why:
            blocks.append(
                Paragraph(
                    "Zo begint u: zet bij een knelpunt, bezoek of raadpleging in welke kern of wijk het is."
                )
            )
        return blocks
    short = delen.in_short(values, counter)
    if not short:
        text = (
            f"Over {one_line(values.naam)} is in deze periode niets vastgelegd dat wij apart kunnen noemen."
        )
        short = [Paragraph(text, "lead")]
    return [*blocks, *short]


def _figures(values: WijkValues, counter: Counter) -> tuple[KeyFigure, ...]:
    def figure(getal: Getal, one: str, many: str) -> KeyFigure:
        count = getal.waarde or 0
        return KeyFigure(Span(number(count), source=getal.source), one if count == 1 else many)

    figures = []
    if values.woningen.waarde:
        figures.append(figure(values.woningen, "woning in onze lijst", "woningen in onze lijst"))
    visits = in_words(counter, visits_here(values.basis, counter, values.plek), "bezoek", "bezoeken")
    if visits is not None:
        count = plain(delen.visits_cell(values, counter))
        label = "energiebezoek" if count == "1" else "energiebezoeken"
        figures.append(KeyFigure(Span(count, source=visits.source), label))
    figures.append(
        figure(
            values.collectief_nieuw, "nieuw probleem van meer huurders", "nieuwe problemen van meer huurders"
        )
    )
    figures.append(figure(values.collectief_open, "probleem nog open", "problemen nog open"))
    return tuple(figures)
