"""The first page of the trimesterverslag: the main figures, a few sentences, and what the meeting is asked."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from huurdersapp.reports.counting import Counter, all_sources, plain_count
from huurdersapp.reports.document import (
    Block,
    Bullets,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Span,
    Text,
)
from huurdersapp.reports.language import aantal, capital, day_long, in_words, sentence
from huurdersapp.reports.prose import joined, one_line
from huurdersapp.reports.trimester_knelpunten import any_knelpunten
from huurdersapp.reports.trimester_maten import off_schedule
from huurdersapp.reports.trimester_overig import overdue_promises
from huurdersapp.reports.trimester_registers import any_visits
from huurdersapp.reports.trimester_themas import afspraken_with_work
from huurdersapp.reports.trimester_values import TrimesterValues, Vraagpunt
from huurdersapp.reports.trimester_vergelijking import Eerder, changed

EMPTY = "In deze periode is niets vastgelegd."


def is_empty(values: TrimesterValues) -> bool:
    """Whether nothing at all happened or was recorded in the period."""
    work, _ = afspraken_with_work(values.themas)
    stands = (values.knelpunten.individueel, values.knelpunten.collectief)
    moved = any(
        getattr(stand, part).waarde != 0 for stand in stands for part in ("nieuw", "heropend", "afgehandeld")
    )
    asked = any(item.gemeten for item in values.renovaties)
    registers = any_visits(values.bezoeken) or values.campagnes or values.commissies or asked
    return not (work or moved or registers or values.raadplegingen or values.adviezen or values.overleggen)


def first_page(counter: Counter, values: TrimesterValues, eerder: Sequence[Eerder]) -> list[Block]:
    """The blocks of the first page."""
    blocks: list[Block] = [KeyFigures(_key_figures(counter, values))]
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
        blocks += [Paragraph(text) for text in changed(counter, values, eerder[:1])]
    blocks += [Paragraph(sentence(text)) for text in values.samenvatting]
    blocks.append(Heading(values.vragen_kop, 2))
    return [*blocks, *_asked(values)]


def _anything_open(values: TrimesterValues) -> bool:
    waiting = values.toezeggingen or values.uitgelicht or values.renovaties
    return bool(waiting or any_knelpunten(values.knelpunten))


def _key_figures(counter: Counter, values: TrimesterValues) -> tuple[KeyFigure, ...]:
    count = len(values.raadplegingen)
    figures = [
        KeyFigure(
            plain_count(count, all_sources(tuple(item.source for item in values.raadplegingen))),
            "raadpleging" if count == 1 else "raadplegingen",
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
    off = len(off_schedule(maat for thema in values.themas for maat in thema.maten))
    if off:
        said = aantal(off, "maat uit het akkoord ligt", "maten uit het akkoord liggen")
        parts.append(f"{capital(said)} niet op schema.")
    late = overdue_promises(values)
    if late:
        promise = aantal(len(late), "toezegging van een andere partij", "toezeggingen van andere partijen")
        behind = all_sources(tuple(item.source for item in late))
        are = "is" if len(late) == 1 else "zijn"
        parts.append(joined(Span(capital(promise), source=behind), f" {are} te laat."))
    if not parts:
        parts.append("Er is in deze periode gewerkt, maar niet aan een afspraak uit het akkoord.")
    return joined(*(joined(" " if place else "", part) for place, part in enumerate(parts)))


def _worked(done: int, everything: int) -> str:
    if everything == 1:
        word = "wel" if done else "niet"
        return f"In het akkoord staat één afspraak voor ons. Daaraan is in deze periode {word} gewerkt."
    if done == everything:
        return f"Aan alle {in_words(everything)} afspraken die voor ons in het akkoord staan, is gewerkt."
    if not done:
        return f"Aan geen van de {in_words(everything)} afspraken voor ons is in deze periode gewerkt."
    are = "is" if done == 1 else "zijn"
    return (
        f"Van de {in_words(everything)} afspraken die voor ons in het akkoord staan, {are} er {in_words(done)} "
        "waaraan in deze periode is gewerkt."
    )


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
        return [Paragraph("Wij vragen in deze periode geen besluit.")]
    return [Bullets(tuple(_question(item) for item in values.gevraagd), numbered=True)]


def _question(item: Vraagpunt) -> Text:
    parts: list[Text] = [Span(sentence(one_line(item.tekst)), bold=True, source=item.source)]
    if item.toelichting:
        parts.append(f" {sentence(one_line(item.toelichting))}")
    if item.uiterlijk:
        parts.append(f" Graag uiterlijk {day_long(item.uiterlijk)}.")
    return joined(*parts)
