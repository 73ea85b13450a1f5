"""The trimesterverslag for the bestuurlijk overleg: what was agreed, what was done, and what is asked.

The audience are the directors and board members in the BO. They read the first page; so the first page
holds the figures, a few sentences and what is asked of them. All numbers of persons go through one check
for small numbers, for the whole document at once (see `small_numbers`).
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from huurdersapp.reports.counting import Counter, all_sources, plain_count
from huurdersapp.reports.document import (
    Block,
    Bullets,
    Column,
    Document,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Span,
    Table,
    Text,
)
from huurdersapp.reports.language import (
    aantal,
    capital,
    clause,
    day_long,
    day_short,
    days_between,
    enumeration,
    in_words,
    sentence,
)
from huurdersapp.reports.prose import joined, one_line
from huurdersapp.reports.raadpleging import raadpleging_blocks, response_share
from huurdersapp.reports.raadpleging_cijfers import enter_figures
from huurdersapp.reports.rapport import Kader, Onderdeel, rapport_document
from huurdersapp.reports.small_numbers import Figures
from huurdersapp.reports.trimester_knelpunten import any_knelpunten, enter_knelpunten, knelpunten_blocks
from huurdersapp.reports.trimester_overig import (
    adviezen_blocks,
    explanation_blocks,
    overdue_promises,
    overleggen_blocks,
    toezeggingen_blocks,
)
from huurdersapp.reports.trimester_registers import (
    any_visits,
    campaign_blocks,
    committee_blocks,
    enter_registers,
    visit_blocks,
)
from huurdersapp.reports.trimester_themas import (
    afspraken_with_work,
    enter_themas,
    thema_blocks,
    themas_in_short,
)
from huurdersapp.reports.trimester_values import TrimesterValues, Vraagpunt
from huurdersapp.reports.values import Periode

EMPTY = "In deze periode is niets vastgelegd."


def trimester_document(values: TrimesterValues, kort: bool = False) -> Document:
    """The trimesterverslag as a neutral document, with all its parts; `kort` gives the short form without details.

    Both forms hide the same figures, so that they may lie side by side.
    """
    return rapport_document(trimester_kader(values, kort), trimester_onderdelen(values, kort))


def trimester_kader(values: TrimesterValues, kort: bool = False) -> Kader:
    """What stands around the parts of the report."""
    author = enumeration(values.organisaties)
    return Kader(
        titel=f"{period_kind(values.periode)}verslag",
        ondertitel=f"{capital(period_name(values.periode))} · {values.akkoord}",
        auteur=author,
        over=_about(values),
        onderwerp=f"Voortgang van {values.akkoord}, {period_name(values.periode)}",
        trefwoorden=("huurdersorganisaties", "voortgang", values.akkoord),
        voettekst=f"{capital(values.versie)} · {author}",
        voorbeeld=values.voorbeeld,
        inhoud=not kort,
    )


def trimester_onderdelen(values: TrimesterValues, kort: bool = False) -> tuple[Onderdeel, ...]:
    """All parts of the report, counted and protected together."""
    counter = _protected(values)
    parts = [_part("kort", _in_short(counter, values), vast=True)]
    if kort:
        parts.append(_part("themas", themas_in_short(counter, values.themas)))
    else:
        for place, thema in enumerate(values.themas):
            parts.append(
                _part(thema.sleutel or f"thema-plaats-{place + 1}", thema_blocks(counter, place, thema))
            )
    parts += [
        _part("raadplegingen", _raadplegingen(counter, values, kort)),
        _part("knelpunten", knelpunten_blocks(counter, values, kort)),
        _part("bezoeken", visit_blocks(counter, values, kort)),
        _part("campagnes", campaign_blocks(counter, values)),
        _part("commissies", committee_blocks(values)),
        _part("toezeggingen", toezeggingen_blocks(values)),
        _part("adviezen", adviezen_blocks(values)),
    ]
    if not kort:
        parts.append(_part("overleggen", overleggen_blocks(values)))
    # Last, because it tells what the parts before it missed.
    parts.append(_part("uitleg", explanation_blocks(counter, values, kort)))
    return tuple(part for part in parts if part.titel)


def _part(sleutel: str, blocks: Sequence[Block], vast: bool = False) -> Onderdeel:
    """A part from blocks of which the first is its heading; without any it has no title."""
    head = blocks[0] if blocks else None
    return Onderdeel(sleutel, head.text if isinstance(head, Heading) else "", tuple(blocks[1:]), vast=vast)


def period_kind(period: Periode) -> str:
    """The first half of the title: "Trimester", "Jaar" or "Voortgangs"."""
    if period.trimester:
        return "Trimester"
    return "Jaar" if period.jaar else "Voortgangs"


def period_name(period: Periode) -> str:
    """The period as people call it: "1e trimester 2019", "2019", "maart tot en met mei 2019"."""
    if period.trimester and period.jaar:
        return f"{period.trimester}e trimester {period.jaar}"
    return str(period.jaar) if period.jaar else days_between(period.van, period.tot)


def _protected(values: TrimesterValues) -> Counter:
    """All counts of persons of the whole report together: one may give another away."""
    figures = Figures(values.small)
    enter_themas(figures, values.themas)
    enter_knelpunten(figures, values)
    enter_registers(figures, values)
    keys: list[Hashable] = []
    for place, item in enumerate(values.raadplegingen):
        enter_figures(figures, place, item)
        keys.append((place, "respons"))
    if len(keys) > 1 and all(figures.has(key) for key in keys):
        behind = all_sources(tuple(item.source for item in values.raadplegingen))
        figures.mixed("antwoorden", sum(figures.value(key) for key in keys), behind, rank=0)
        figures.total("antwoorden", keys)
    return Counter(figures.protect())


def _about(values: TrimesterValues) -> tuple[str, ...]:
    period = values.periode
    return (
        f"Van: {enumeration(values.organisaties)}",
        f"Voor: {values.bestemd_voor}",
        f"Akkoord: {values.akkoord}",
        f"Periode: {day_long(period.van)} tot en met {day_long(period.tot)}",
        f"Gemaakt op: {day_long(values.gemaakt_op)}",
        f"Versie: {values.versie}",
    )


def is_empty(values: TrimesterValues) -> bool:
    """Whether nothing at all happened or was recorded in the period."""
    work, _ = afspraken_with_work(values.themas)
    stands = (values.knelpunten.individueel, values.knelpunten.collectief)
    moved = any(
        getattr(stand, part).waarde != 0 for stand in stands for part in ("nieuw", "heropend", "afgehandeld")
    )
    registers = any_visits(values.bezoeken) or values.campagnes or values.commissies
    return not (work or moved or registers or values.raadplegingen or values.adviezen or values.overleggen)


def _in_short(counter: Counter, values: TrimesterValues) -> list[Block]:
    blocks: list[Block] = [Heading("In het kort"), KeyFigures(_key_figures(counter, values))]
    if is_empty(values):
        why = capital(sentence(values.reden_leeg)) if values.reden_leeg else "De reden is niet ingevuld."
        still = " Wat nog openstond, staat wel in dit verslag." if _anything_open(values) else ""
        blocks.append(
            Paragraph(
                f"{EMPTY} Er is geen activiteit, raadpleging, bezoek, advies, overleg of nieuw knelpunt met een datum "
                f"van {day_long(values.periode.van)} tot en met {day_long(values.periode.tot)}. {why}{still}",
                "lead",
            )
        )
    else:
        blocks.append(Paragraph(_sentences(counter, values), "lead"))
    blocks += [Paragraph(sentence(text)) for text in values.samenvatting]
    blocks.append(Heading("Wat wij van het BO vragen", 2))
    return [*blocks, *_asked(values)]


def _anything_open(values: TrimesterValues) -> bool:
    return bool(values.toezeggingen or values.uitgelicht or any_knelpunten(values.knelpunten))


def _key_figures(counter: Counter, values: TrimesterValues) -> tuple[KeyFigure, ...]:
    count = len(values.raadplegingen)
    figures = [
        KeyFigure(
            plain_count(count, all_sources(tuple(item.source for item in values.raadplegingen))),
            "achterbanraadpleging" if count == 1 else "achterbanraadplegingen",
        )
    ]
    both, collective = ("samen", "nieuw"), ("stand", "collectief", "nieuw")
    if counter.shows(both):
        one = counter.shown.value(both) == 1
        figures.append(KeyFigure(counter.cell(both), "nieuw knelpunt" if one else "nieuwe knelpunten"))
    elif counter.shows(collective):
        one = counter.shown.value(collective) == 1
        label = "nieuw collectief knelpunt" if one else "nieuwe collectieve knelpunten"
        figures.append(KeyFigure(counter.cell(collective), label))
    if counter.shown.knows(("bezoek", "gesproken")):
        one = counter.shown.value(("bezoek", "gesproken")) == 1
        figures.append(
            KeyFigure(counter.cell(("bezoek", "gesproken")), "energiebezoek" if one else "energiebezoeken")
        )
    sent = len(values.adviezen)
    figures.append(
        KeyFigure(
            plain_count(sent, all_sources(tuple(item.source for item in values.adviezen))),
            "advies" if sent == 1 else "adviezen",
        )
    )
    waiting = len(values.toezeggingen)
    figures.append(
        KeyFigure(
            plain_count(waiting, all_sources(tuple(item.source for item in values.toezeggingen))),
            "open toezegging van anderen" if waiting == 1 else "open toezeggingen van anderen",
        )
    )
    return tuple(figures)


def _sentences(counter: Counter, values: TrimesterValues) -> Text:
    parts: list[Text] = []
    done, everything = afspraken_with_work(values.themas)
    if everything:
        parts.append(_worked(done, everything))
    if values.raadplegingen:
        parts.append(joined(*_consulted(counter, values)))
    late = overdue_promises(values)
    if late:
        promise = aantal(
            len(late), "toezegging van een andere partij is", "toezeggingen van andere partijen zijn"
        )
        behind = all_sources(tuple(item.source for item in late))
        parts.append(joined(Span(capital(promise), source=behind), " te laat."))
    if not parts:
        parts.append("Er is in deze periode gewerkt, maar niet aan een afspraak uit het akkoord.")
    return joined(*(joined(" " if place else "", part) for place, part in enumerate(parts)))


def _worked(done: int, everything: int) -> str:
    if everything == 1:
        word = "wel" if done else "niet"
        return f"In het akkoord staat één afspraak voor ons. Daaraan is in deze periode {word} gewerkt."
    if done == everything:
        return f"Aan alle {in_words(everything)} afspraken die voor ons in het akkoord staan, is gewerkt."
    are = "is" if done == 1 else "zijn"
    which = f"{are} er {in_words(done)} waaraan in deze periode is gewerkt" if done else ""
    if not which:
        return f"Aan geen van de {in_words(everything)} afspraken voor ons is in deze periode gewerkt. "
    return f"Van de {in_words(everything)} afspraken die voor ons in het akkoord staan, {which}."


def _consulted(counter: Counter, values: TrimesterValues) -> list[Text]:
    held = aantal(len(values.raadplegingen), "achterbanraadpleging", "achterbanraadplegingen")
    key: Hashable = "antwoorden" if len(values.raadplegingen) > 1 else (0, "respons")
    if not counter.shown.knows(key) or not counter.shown.shows(key):
        return [f"Wij hielden {held}."]
    answers = counter.shown.value(key) or 0
    came = "Daarop kwam " if answers == 1 else "Daarop kwamen "
    return [f"Wij hielden {held}. {came}", counter.counted(key, "antwoord", "antwoorden"), "."]


def _asked(values: TrimesterValues) -> list[Block]:
    if values.gevraagd is None:
        return [Paragraph("Dit is nog niet ingevuld.")]
    if not values.gevraagd:
        return [Paragraph("Wij vragen in deze periode geen besluit van het BO.")]
    return [Bullets(tuple(_question(item) for item in values.gevraagd), numbered=True)]


def _question(item: Vraagpunt) -> Text:
    parts: list[Text] = [Span(sentence(one_line(item.tekst)), bold=True, source=item.source)]
    if item.toelichting:
        parts.append(f" {sentence(one_line(item.toelichting))}")
    if item.uiterlijk:
        parts.append(f" Graag uiterlijk {day_long(item.uiterlijk)}.")
    return joined(*parts)


def _raadplegingen(counter: Counter, values: TrimesterValues, kort: bool) -> list[Block]:
    blocks: list[Block] = [Heading("Achterbanraadplegingen")]
    if not values.raadplegingen:
        return [*blocks, Paragraph("Er waren in deze periode geen achterbanraadplegingen.")]
    if not kort:
        for place, item in enumerate(values.raadplegingen):
            blocks += raadpleging_blocks(counter, place, item)
        return blocks
    columns = (
        Column("Onderwerp", width=3),
        Column("Tot en met", width=1.2),
        Column("Uitgenodigd", "right"),
        Column("Antwoorden", "right"),
        Column("Respons", "right"),
    )
    rows = tuple(
        (
            Span(clause(one_line(item.titel)), source=item.source),
            day_short(item.tot or item.van),
            counter.cell((place, "uitgenodigd"), item.uitgenodigd, "aantal uitgenodigd"),
            counter.cell((place, "respons"), item.respons, "aantal antwoorden"),
            response_share(counter, place) or "–",
        )
        for place, item in enumerate(values.raadplegingen)
    )
    return [*blocks, Table("Achterbanraadplegingen in deze periode", columns, rows)]
