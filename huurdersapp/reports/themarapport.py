"""The themarapport: one theme of an akkoord with its goals, what every party promised, how it stands, what we did for it, what
tenants say of it and what we ask.

Counts of persons are those that the trimesterverslag of the same days prints. Problems in one home are not counted by theme:
they would be recognised.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from huurdersapp.reports import themarapport_delen as delen
from huurdersapp.reports.counting import Counter
from huurdersapp.reports.document import Block, Bullets, Heading, KeyFigure, KeyFigures, Paragraph, Span, Text
from huurdersapp.reports.language import aantal, capital, day_long, enumeration, number, sentence
from huurdersapp.reports.prose import joined, one_line, running
from huurdersapp.reports.rapport import Kader, Onderdeel
from huurdersapp.reports.renovatie_delen import TITLE as RENOVATIES
from huurdersapp.reports.renovatie_delen import renovatie_blocks
from huurdersapp.reports.themarapport_values import ThemaValues
from huurdersapp.reports.trimester import period_name
from huurdersapp.reports.trimester_maten import annex_blocks, in_sentences, off_schedule
from huurdersapp.reports.trimester_themas import afspraken_with_work, thema_blocks
from huurdersapp.reports.values import Getal


def thema_kader(values: ThemaValues, kort: bool = False) -> Kader:
    """What stands around the parts of the report."""
    basis = values.basis
    author = enumeration(basis.organisaties)
    name = one_line(values.thema.naam)
    return Kader(
        titel=f"Themarapport {name}",
        ondertitel=f"{capital(period_name(basis.periode))} · {one_line(basis.akkoord)}",
        auteur=author,
        over=(
            f"Van: {author}",
            f"Voor: {values.voor}",
            f"Akkoord: {one_line(basis.akkoord)}",
            f"Periode: {day_long(basis.periode.van)} tot en met {day_long(basis.periode.tot)}",
            f"Gemaakt op: {day_long(basis.gemaakt_op)}",
        ),
        onderwerp=f"{name}: wat is afgesproken en hoe het ervoor staat, {period_name(basis.periode)}",
        trefwoorden=("themarapport", name, basis.akkoord),
        voettekst=author,
        versie=basis.versie,
        voorbeeld=basis.voorbeeld,
        inhoud=not kort,
    )


def is_empty(values: ThemaValues) -> bool:
    """Whether nothing was done for the theme or recorded about it in the period."""
    done, _all = afspraken_with_work((values.thema,))
    counts = (values.collectief_nieuw, values.collectief_open, values.collectief_opgelost)
    told = (
        values.raadplegingen,
        values.campagnes,
        values.adviezen,
        values.beloften,
        values.renovaties,
    )
    return not (done or any(each.waarde for each in counts) or any(told) or values.verzwegen)


def thema_onderdelen(values: ThemaValues, kort: bool, counter: Counter) -> tuple[Onderdeel, ...]:
    """All parts of the report; `counter` holds the counts of the trimesterverslag of the same days."""
    done, _all = afspraken_with_work((values.thema,))
    own = thema_blocks(counter, values.plaats, replace(values.thema, hoofddoel=""), values.basis)
    found: list[tuple[str, str, bool, Sequence[Block]]] = []
    if not kort:
        found.append(("doelen", "Wat is afgesproken", not values.doelen, delen.goals(values)))
        found.append(("werk", "Wat wij deden en hoe het ervoor staat", not done, own))
    found += [
        (
            "raadplegingen",
            "Wat huurders vinden",
            not values.raadplegingen,
            delen.consulted(counter, values, kort),
        ),
        (
            "knelpunten",
            "Problemen die huurders melden",
            delen.no_problems(values),
            delen.problems(values, kort),
        ),
        ("adviezen", "Onze adviezen", not (values.adviezen or values.verzwegen), delen.advised(values)),
    ]
    if not kort:
        found.append(("campagnes", "Campagnes", not values.campagnes, delen.campaigns(counter, values)))
    if values.renovaties:
        found.append(("renovaties", RENOVATIES, False, renovatie_blocks(values.renovaties, asked=not kort)))
    promises, explained = delen.promises(values), delen.explained(values, kort)
    found.append(
        ("toezeggingen", "Open beloften", not values.beloften, [*promises, *explained] if kort else promises)
    )
    if not kort:
        found.append(("uitleg", "Bronnen en uitleg", False, explained))
    parts = [Onderdeel("kort", "In het kort", tuple(_first_page(values)), vast=True)]
    for key, title, empty, blocks in found:
        parts.append(Onderdeel(key, title, tuple(blocks), _proposal(key, values), leeg=empty))
    if values.thema.maten and not kort:
        annex = tuple(annex_blocks((values.thema,)))
        parts.append(Onderdeel("bijlage-maten", "Alle maten van dit thema", annex, bijlage=True))
    return tuple(parts)


def _proposal(key: str, values: ThemaValues) -> str:
    """Sentences from the facts that the writer may take over."""
    if key == "werk":
        done, everything = afspraken_with_work((values.thema,))
        if not everything:
            return ""
        words = aantal(everything, "afspraak", "afspraken")
        return (
            f"Voor ons staan er {words} bij dit thema. Aan {number(done)} daarvan is in deze periode gewerkt."
        )
    if key == "knelpunten" and values.collectief_open.waarde:
        verb = "wacht" if values.collectief_open.waarde == 1 else "wachten"
        many = aantal(values.collectief_open.waarde, "probleem", "problemen")
        return f"Bij dit thema {verb} nog {many} waar meer huurders last van hebben."
    if key == "raadplegingen" and values.raadplegingen:
        times = aantal(len(values.raadplegingen), "keer", "keer")
        return f"Wij vroegen huurders {times} wat zij van dit thema vinden."
    return ""


def _first_page(values: ThemaValues) -> list[Block]:
    thema = values.thema
    blocks: list[Block] = [KeyFigures(_figures(values))]
    if thema.hoofddoel:
        goal = running(thema.hoofddoel, sentence)
        blocks.append(Paragraph(joined(Span("Hoofddoel:", bold=True), " ", goal), "lead"))
    if thema.maten:
        blocks.append(Paragraph(in_sentences(thema.maten)))
    if is_empty(values):
        why = capital(sentence(values.basis.reden_leeg)) if values.basis.reden_leeg else ""
        text = f"Bij dit thema is in deze periode niets vastgelegd. {why}".strip()
        blocks.append(Paragraph(text))
        if not why:
            blocks.append(
                Paragraph("Zo begint u: kies dit thema bij een raadpleging, knelpunt, advies of campagne.")
            )
    blocks.append(Heading("Wat wij vragen", 2))
    if not values.gevraagd:
        return [*blocks, Paragraph("Wij vragen bij dit thema nu niets.")]
    return [
        *blocks,
        Bullets(tuple(_question(values, at) for at in range(len(values.gevraagd))), numbered=True),
    ]


def _question(values: ThemaValues, at: int) -> Text:
    item = values.gevraagd[at]
    parts: list[Text] = [Span(sentence(one_line(item.tekst)), bold=True, source=item.source)]
    if item.toelichting:
        parts.append(f" {sentence(one_line(item.toelichting))}")
    if item.uiterlijk:
        parts.append(f" Graag uiterlijk {day_long(item.uiterlijk)}.")
    return joined(*parts)


def _figures(values: ThemaValues) -> tuple[KeyFigure, ...]:
    def figure(getal: Getal, one: str, many: str) -> KeyFigure:
        count = getal.waarde or 0
        return KeyFigure(Span(number(count), source=getal.source), one if count == 1 else many)

    done, everything = afspraken_with_work((values.thema,))
    off = len(off_schedule(values.thema.maten))
    return (
        KeyFigure(f"{done} van {everything}", "afspraken van ons aan gewerkt"),
        KeyFigure(f"{off} van {len(values.thema.maten)}", "maten niet op schema"),
        figure(values.collectief_open, "probleem van meer huurders open", "problemen van meer huurders open"),
        KeyFigure(
            str(len(values.raadplegingen)),
            "raadpleging" if len(values.raadplegingen) == 1 else "raadplegingen",
        ),
    )
