"""How the achterban was consulted, as a letter tells it: in sentences, one paragraph per raadpleging."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date

from huurdersapp.reports.counting import Counter
from huurdersapp.reports.document import Block, Bullets, Paragraph, Span, Text
from huurdersapp.reports.language import (
    clause,
    day_long,
    days_between,
    enumeration,
    in_words,
    quoted,
    sentence,
)
from huurdersapp.reports.prose import joined, one_line, plain_line, running
from huurdersapp.reports.raadpleging import INDICATIEF, accuracy, answers_in_words, response_share, slips
from huurdersapp.reports.small_numbers import HIDDEN
from huurdersapp.reports.values import Raadpleging


def achterban_blocks(counter: Counter, items: tuple[Raadpleging, ...], on: date) -> list[Block]:
    """What a letter of that day tells of each raadpleging; nothing where nobody was consulted.

    What happened after the day of the letter is not in it, also when it is printed again later.
    """
    if not items:
        return []
    blocks: list[Block] = []
    for place, item in enumerate(items):
        blocks += _one(counter, place, item, on)
    return blocks + hidden_note(counter)


def hidden_note(counter: Counter) -> list[Block]:
    """Why some numbers are not printed, where that is so."""
    blocks: list[Block] = []
    if counter.shown.any_small() or counter.shown.any_hidden():
        settings = counter.shown.settings
        text = (
            f"Aantallen van één tot en met {in_words(settings.hide_below - 1)} tonen wij niet, zodat niemand te "
            "herkennen is. "
            f"Soms blijft daarom ook een ander cijfer weg ({HIDDEN})."
        )
        blocks.append(Paragraph(text, "note"))
    return blocks


def result_blocks(counter: Counter, key: Hashable, item: Raadpleging) -> list[Block]:
    """The outcome of a raadpleging to put into a part of a letter: how, with whom, the answers, and the limits."""
    blocks: list[Block] = [Paragraph(_facts(counter, key, item))]
    blocks += [Paragraph(slip) for slip in slips(counter, key, item)]
    outcomes = answers_in_words(counter, key, item)
    if outcomes:
        blocks += [Paragraph("De antwoorden:", keep_with_next=True), Bullets(tuple(outcomes))]
    return blocks + _limits(item)


def _limits(item: Raadpleging) -> list[Block]:
    if not item.beperkingen:
        return []
    texts = [joined(" ", running(text, sentence)) for text in item.beperkingen]
    return [Paragraph(joined("Wat deze raadpleging niet zegt:", *texts))]


def _one(counter: Counter, key: Hashable, item: Raadpleging, on: date) -> list[Block]:
    blocks: list[Block] = [Paragraph(_facts(counter, key, item))]
    blocks += [Paragraph(slip, "note") for slip in slips(counter, key, item)]
    outcomes = answers_in_words(counter, key, item)
    if outcomes:
        blocks += [Paragraph("De antwoorden:", keep_with_next=True), Bullets(tuple(outcomes))]
    if item.conclusies:
        blocks.append(Paragraph("Wat wij eruit opmaken:", keep_with_next=True))
        blocks.append(Bullets(tuple(running(text, sentence) for text in item.conclusies)))
    if item.minderheid:
        texts = [joined(" ", running(text, sentence)) for text in item.minderheid]
        blocks.append(Paragraph(joined("Een minderheid dacht er anders over.", *texts)))
    blocks += _limits(item)
    if item.terugkoppeling_op and item.terugkoppeling_op <= on:
        told = f"Wij hebben de uitkomst op {day_long(item.terugkoppeling_op)} aan de huurders teruggekoppeld"
        how = f" ({clause(one_line(item.terugkoppeling))})" if item.terugkoppeling else ""
        blocks.append(Paragraph(f"{told}{how}."))
    return blocks


def _facts(counter: Counter, key: Hashable, item: Raadpleging) -> Text:
    title = quoted(clause(one_line(item.titel)))
    parts: list[Text] = [_opening(item, Span(title, source=item.source))]
    people = item.populatie
    if people:
        parts.append(f" De doelgroep: {clause(plain_line(people.omschrijving))}")
        if counter.shown.knows((key, "omvang")):
            parts += [", in totaal ", counter.figure((key, "omvang"))]
        parts.append(".")
        if people.uitgesloten:
            parts.append(f" Niet meegeteld: {clause(plain_line(people.uitgesloten))}.")
    parts += _response(counter, key)
    parts.append(_exact(accuracy(counter, key, item)))
    return joined(*parts)


def _opening(item: Raadpleging, title: Span) -> Text:
    how = f" Manier van raadplegen: {enumeration(item.methoden)}." if item.methoden else ""
    if not item.van:
        return joined("Wij hielden de raadpleging ", title, ".", how)
    end = item.tot or item.van
    when = f"Op {day_long(end)}" if item.van == end else f"In de periode {days_between(item.van, end)}"
    return joined(f"{when} hielden wij de raadpleging ", title, ".", how)


def _response(counter: Counter, key: Hashable) -> list[Text]:
    invited, answered = (key, "uitgenodigd"), (key, "respons")
    parts: list[Text] = []
    if counter.shown.knows(invited):
        parts += [" Wij nodigden ", counter.counted(invited, "huurder", "huurders"), " uit."]
    if counter.shown.knows(answered):
        one = counter.shown.value(answered) == 1
        verb = "kwam" if one else "kwamen"
        parts += [f" Er {verb} ", counter.counted(answered, "antwoord", "antwoorden")]
        share = response_share(counter, key)
        parts.append(f" binnen ({share} van wie was uitgenodigd)." if share else " binnen.")
    return parts


def _exact(text: str) -> str:
    if text == INDICATIEF:
        return " De uitkomst is indicatief: er is geen steekproefmarge."
    if text.startswith("±"):
        return f" De steekproefmarge is {text}."
    return f" Over de nauwkeurigheid: {text}."
