"""The jaarverslag for the achterban: what tenants told, what was done with it, and what came of it.

The readers are tenants, so it is written in short and plain sentences. It says no count of persons that the trimesterverslag
of the same year does not say: both may lie side by side (see `small_numbers`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from huurdersapp.reports import jaarverslag_delen as delen
from huurdersapp.reports import jaarverslag_slot as slot
from huurdersapp.reports import jaarverslag_werk as werk
from huurdersapp.reports.counting import Counter
from huurdersapp.reports.document import Block, KeyFigure, KeyFigures, Paragraph, Text
from huurdersapp.reports.jaarverslag_values import JaarValues
from huurdersapp.reports.jaarverslag_zinnen import during, first_sentences, proposals
from huurdersapp.reports.language import capital, day_long, enumeration, sentence
from huurdersapp.reports.rapport import CONCEPT, Kader, Onderdeel
from huurdersapp.reports.renovatie_delen import TITLE as RENOVATIES
from huurdersapp.reports.renovatie_delen import renovatie_blocks
from huurdersapp.reports.trimester import is_empty as nothing_counted
from huurdersapp.reports.trimester import period_name
from huurdersapp.reports.values import Getal

EMPTY = "is nog niets vastgelegd"


def jaar_kader(values: JaarValues, kort: bool = False) -> Kader:
    """What stands around the parts of the report."""
    basis = values.basis
    author = enumeration(basis.organisaties)
    return Kader(
        titel=f"Jaarverslag {period_name(basis.periode)}",
        ondertitel=author,
        auteur=author,
        over=_about(values),
        onderwerp=f"Wat {author} deed voor huurders, {period_name(basis.periode)}",
        trefwoorden=("jaarverslag", "huurders", *basis.organisaties),
        voettekst=author,
        versie=CONCEPT,
        versieregel=False,
        voorbeeld=basis.voorbeeld,
        inhoud=not kort,
    )


def _about(values: JaarValues) -> tuple[Text, ...]:
    period, made = values.basis.periode, values.basis.gemaakt_op
    lines = [f"Voor: {'onze huurders' if values.buiten else 'de partijen met wie wij overleggen'}"]
    if made <= period.tot:
        lines.append(f"Dit verslag loopt tot en met {day_long(made)}: het jaar is nog niet voorbij.")
    else:
        lines.append(f"Gemaakt op: {day_long(made)}")
    return tuple(lines)


def is_empty(values: JaarValues) -> bool:
    """Whether nothing at all happened or was recorded in the year."""
    more = (values.adviezen_verstuurd, values.overleggen, values.nagekomen_aantal, values.collectief_opgelost)
    return nothing_counted(values.basis) and not any(getal.waarde for getal in more)


def jaar_onderdelen(values: JaarValues, kort: bool, counter: Counter) -> tuple[Onderdeel, ...]:
    """All parts of the report; `counter` holds the counts of the trimesterverslag of the same days."""
    told = proposals(counter, values)
    parts = [Onderdeel("kort", "Het jaar in het kort", tuple(_in_short(counter, values, kort)), vast=True)]
    for key, title, empty, blocks in _parts(counter, values, kort):
        parts.append(Onderdeel(key, title, tuple(blocks), told.get(key, ""), leeg=empty))
    return tuple(parts)


def _parts(
    counter: Counter, values: JaarValues, kort: bool
) -> Iterable[tuple[str, str, bool, Sequence[Block]]]:
    """Key, title, whether there is nothing to tell, and the blocks, in the order of the report."""
    basis = values.basis
    if not kort:
        yield "wij", "Wie wij zijn", not values.organisaties, delen.who(values)
    yield (
        "raadplegingen",
        "Wat u ons vertelde",
        not basis.raadplegingen,
        delen.consulted(counter, values, kort),
    )
    yield (
        "knelpunten",
        "Problemen die u meldde",
        delen.no_knelpunten(values),
        delen.knelpunten(counter, values, kort),
    )
    yield (
        "bezoeken",
        "Energiecoaches bij u thuis",
        delen.no_visits(values),
        delen.visits(counter, values, kort),
    )
    yield (
        "adviezen",
        "Onze adviezen",
        not values.adviezen_verstuurd.waarde,
        werk.adviezen(values, kort),
    )
    if basis.renovaties and not kort:
        yield "renovaties", RENOVATIES, False, renovatie_blocks(basis.renovaties, asked=False)
    if not kort:
        yield "campagnes", "Onze campagnes", not basis.campagnes, werk.campaigns(counter, values)
        yield (
            "commissies",
            "Bewonerscommissies",
            not values.commissies and not basis.commissies,
            werk.committees(values),
        )
        yield "overleggen", "Met wie wij praatten", not values.overleggen.waarde, werk.meetings(values)
    yield "gelukt", "Wat het opleverde", slot.nothing_reached(values), slot.reached(values, kort)
    yield "niet-gelukt", "Wat nog niet lukte", slot.nothing_failed(values), slot.failed(values, kort)
    if not kort:
        yield "geld", "Het geld", not values.geld, slot.money_told(values)
        yield "vooruit", "Wat wij nu gaan doen", not values.voornemens, slot.plans(values)
        yield "meedoen", "Doe mee", False, slot.join_us(values)
        yield "uitleg", "Uitleg", False, slot.explained(values)
    else:
        yield "meedoen", "Doe mee", False, [*slot.join_in_short(values), *slot.explained_in_short(values)]


def _in_short(counter: Counter, values: JaarValues, kort: bool) -> list[Block]:
    blocks: list[Block] = [KeyFigures(_key_figures(counter, values))]
    if is_empty(values):
        why = capital(sentence(values.basis.reden_leeg)) if values.basis.reden_leeg else ""
        told = f"{capital(during(values.basis.periode))} {EMPTY} in onze administratie. {why}".strip()
        blocks.append(Paragraph(told, "lead"))
        if not why:
            blocks.append(
                Paragraph(
                    "Zo begint u: leg een overleg, een knelpunt of een energiebezoek vast, met de dag erbij. "
                    "Dan komt het vanzelf in dit verslag."
                )
            )
        return blocks
    sentences = first_sentences(counter, values)
    # In the short form what came of it follows on the same pages.
    blocks += [Paragraph(text, "lead") for text in (sentences[:1] if kort else sentences)]
    return blocks if kort else [*blocks, *slot.highlights(values)]


def _key_figures(counter: Counter, values: JaarValues) -> tuple[KeyFigure, ...]:
    figures: list[KeyFigure] = []
    visits = ("bezoek", "gesproken")
    if counter.shown.knows(visits):
        one = counter.shown.value(visits) == 1
        figures.append(KeyFigure(counter.cell(visits), "energiebezoek" if one else "energiebezoeken"))
    problems, collective = ("samen", "nieuw"), ("stand", "collectief", "nieuw")
    if counter.shows(problems):
        one = counter.shown.value(problems) == 1
        figures.append(KeyFigure(counter.cell(problems), "probleem gemeld" if one else "problemen gemeld"))
    elif counter.shows(collective):
        one = counter.shown.value(collective) == 1
        label = "probleem van meer huurders" if one else "problemen van meer huurders"
        figures.append(KeyFigure(counter.cell(collective), label))
    held = values.basis.raadplegingen
    figures.append(delen.own_figure(held, "raadpleging", "raadplegingen"))
    for getal, one_word, many in (
        (values.adviezen_verstuurd, "advies verstuurd", "adviezen verstuurd"),
        (values.overleggen, "overleg", "overleggen"),
        (values.nagekomen_aantal, "belofte nagekomen", "beloften nagekomen"),
    ):
        figures.append(_counted(getal, one_word, many))
    return tuple(figures)


def _counted(getal: Getal, one: str, many: str) -> KeyFigure:
    return KeyFigure(delen.digits(getal), one if getal.waarde == 1 else many)
