"""The result of a raadpleging for the tenants who were asked: short, in plain words, with what happens next."""

from __future__ import annotations

from huurdersapp.reports.adviesbrief_achterban import hidden_note
from huurdersapp.reports.counting import Counter
from huurdersapp.reports.document import (
    MARK_EXAMPLE,
    Block,
    Bullets,
    Document,
    Heading,
    Lines,
    Paragraph,
    Span,
    Text,
)
from huurdersapp.reports.language import capital, clause, day_long, days_between, in_words, quoted, sentence
from huurdersapp.reports.prose import joined, one_line, plain_line, running
from huurdersapp.reports.raadpleging import INDICATIEF, accuracy, answers_in_words, response_share
from huurdersapp.reports.raadpleging_cijfers import KEY, counter_of
from huurdersapp.reports.raadpleging_kanalen import channel_slips
from huurdersapp.reports.raadpleging_uitslag import question_blocks, quotations
from huurdersapp.reports.raadpleging_values import TerugkoppelingValues
from huurdersapp.reports.small_numbers import SmallNumberSettings
from huurdersapp.reports.values import Raadpleging


def terugkoppeling_document(values: TerugkoppelingValues) -> Document:
    """The result sheet as a neutral document; what is not known is left out."""
    item = values.raadpleging
    counter = counter_of(item, values.small)
    blocks: list[Block] = [*_asked(counter, item), *_answers(counter, values)]
    blocks += _points("Wat wij eruit halen", item.conclusies)
    blocks += _aside("Een minderheid dacht er anders over:", item.minderheid)
    blocks += _aside("Let op:", item.beperkingen)
    blocks += _points("Wat wij daarmee doen", values.standpunt, level=2 if item.conclusies else 1)
    blocks += _points("Hoe het verder gaat", values.vervolg, level=2 if item.conclusies else 1)
    blocks += _thanks(values)
    title = clause(one_line(item.titel))
    return Document(
        title="Dit antwoordden huurders",
        subtitle=title,
        author=values.afzender.naam,
        subject=f"Uitkomst van de raadpleging {quoted(title)}",
        keywords=("achterbanraadpleging", "terugkoppeling"),
        blocks=tuple(blocks),
        mark=MARK_EXAMPLE if values.voorbeeld else None,
        footer=f"{'Concept · ' if values.concept else ''}{values.afzender.naam} · {day_long(values.datum)}",
    )


def letter_blocks(item: Raadpleging, small: SmallNumberSettings) -> list[Block]:
    """The result in a letter to the tenants: in sentences and lists, so that it can be rewritten."""
    counter = counter_of(item, small)
    blocks: list[Block] = [
        Paragraph(joined(*_who(item), *_how_many(counter, item))),
        Paragraph((Span("Hoe zeker is dit? ", bold=True), _certain(counter, item))),
        *(Paragraph(text, "note") for text in channel_slips(counter, item)),
    ]
    for title, texts in (
        ("Dit waren de antwoorden:", answers_in_words(counter, KEY, item)),
        ("Dit halen wij eruit:", [running(text, sentence) for text in item.conclusies]),
    ):
        if texts:
            blocks += [Paragraph(title, keep_with_next=True), Bullets(tuple(texts))]
    blocks += _aside("Een minderheid dacht er anders over:", item.minderheid)
    blocks += _aside("Let op:", item.beperkingen)
    return blocks + hidden_note(counter)


def _asked(counter: Counter, item: Raadpleging) -> list[Block]:
    blocks: list[Block] = [Heading("Wat wij vroegen")]
    question = item.hoofdvraag or item.doel
    if question:
        blocks.append(Paragraph(running(question, sentence)))
    blocks.append(Paragraph(joined(*_who(item), *_how_many(counter, item))))
    blocks.append(Paragraph((Span("Hoe zeker is dit? ", bold=True), _certain(counter, item))))
    return blocks + [Paragraph(text, "note") for text in channel_slips(counter, item)]


def _who(item: Raadpleging) -> list[Text]:
    parts: list[Text] = []
    if item.van:
        end = item.tot or item.van
        when = f"Op {day_long(end)}" if item.van == end else f"In {days_between(item.van, end)}"
        if item.van != end and when[3].isdigit():
            when = f"Van {days_between(item.van, end)}"
        parts.append(f"{when} hielden wij deze raadpleging. ")
    if item.populatie:
        parts.append(f"Het ging om: {clause(plain_line(item.populatie.omschrijving))}. ")
        if item.populatie.uitgesloten:
            parts.append(f"Niet gevraagd: {clause(plain_line(item.populatie.uitgesloten))}. ")
    return parts


def _how_many(counter: Counter, item: Raadpleging) -> list[Text]:
    invited, answered = (KEY, "uitgenodigd"), (KEY, "respons")
    parts: list[Text] = []
    if counter.shown.knows(invited):
        parts += ["Wij vroegen ", _figure(counter, invited, item, "huurder", "huurders"), ". "]
    if counter.shown.knows(answered):
        one = counter.shown.value(answered) == 1
        share = response_share(counter, KEY)
        of = f" ({share})" if share else ""
        parts += [
            "Er kwam " if one else "Er kwamen ",
            _figure(counter, answered, item, "antwoord", "antwoorden"),
            f" binnen{of}.",
        ]
    return parts or ["Hoeveel huurders antwoordden, is niet vastgelegd."]


def _figure(counter: Counter, key: tuple[str, str], item: Raadpleging, singular: str, plural: str) -> Span:
    """A counted word in digits, as a tenant reads it quickest; a hidden one in words."""
    if not counter.shows(key):
        return counter.counted(key, singular, plural)
    said = counter.shown.text(key)
    word = singular if counter.shown.value(key) == 1 else plural
    return Span(f"{said} {word}", source=counter.shown.source(key) or item.source)


def _certain(counter: Counter, item: Raadpleging) -> str:
    text = accuracy(counter, KEY, item)
    if text.startswith("±"):
        return f"De percentages kunnen afwijken: {text}."
    meaning = " De uitkomst geldt voor wie antwoordde, niet voor alle huurders." if text == INDICATIEF else ""
    return f"{sentence(capital(text))}{meaning}"


def _answers(counter: Counter, values: TerugkoppelingValues) -> list[Block]:
    item = values.raadpleging
    places = [place for place in values.vragen if place < len(item.vragen)] or list(range(len(item.vragen)))
    if not places:
        return []
    blocks: list[Block] = [Heading("Wat huurders antwoordden")]
    for place in places:
        blocks += question_blocks(counter, item, place, compared=False)
    blocks += quotations(item.citaten)
    left = len(item.vragen) - len(places)
    if left:
        more = (
            "Er was nog één vraag. Die staat"
            if left == 1
            else f"Er waren nog {in_words(left)} vragen. Die staan"
        )
        blocks.append(Paragraph(f"{more} in het volledige verslag."))
    return blocks


def _points(title: str, texts: tuple[str, ...], level: int = 1) -> list[Block]:
    if not texts:
        return []
    return [Heading(title, level), Bullets(tuple(running(text, sentence) for text in texts))]


def _aside(title: str, texts: tuple[str, ...]) -> list[Block]:
    """A few sentences behind bold words."""
    if not texts:
        return []
    told = [joined(" ", running(text, sentence)) for text in texts]
    return [Paragraph(joined(Span(title, bold=True), *told))]


def _thanks(values: TerugkoppelingValues) -> list[Block]:
    sender = values.afzender
    ways = [way for way in (sender.telefoon, sender.email, sender.website) if way]
    blocks: list[Block] = [
        Paragraph(
            (
                Span("Bedankt voor uw antwoorden.", bold=True),
                " Hebt u een vraag? Neem dan contact met ons op.",
            ),
            keep_with_next=True,
        ),
    ]
    address = "".join(f", {one_line(line)}" for line in sender.adres)
    return [*blocks, Lines(((Span(sender.naam, bold=True), address), " · ".join(ways)))]
