"""What came out of each question of a raadpleging: a chart with its table, earlier years, and people's own words.

A difference between two years is only told with what chance can do: the margin of the difference of two independent
outcomes is the root of the sum of both margins' squares (95 % certainty, p = 0.5 in both years).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from huurdersapp.reports.counting import Counter
from huurdersapp.reports.document import (
    Block,
    Chart,
    Column,
    Heading,
    Paragraph,
    Series,
    Source,
    Span,
    Table,
    Text,
)
from huurdersapp.reports.language import NBSP, number, quoted
from huurdersapp.reports.prose import one_line, plain_line, text_blocks, titled
from huurdersapp.reports.raadpleging import NOT_SHOWN, answer_slip, answers_table, margin, sourced
from huurdersapp.reports.raadpleging_cijfers import KEY, earlier_key, table_name
from huurdersapp.reports.small_numbers import Key
from huurdersapp.reports.values import Raadpleging, Selectie, Vraag

Own = tuple[Key, int]


def question_blocks(
    counter: Counter, item: Raadpleging, place: int, level: int = 2, compared: bool = True
) -> list[Block]:
    """One question: its text as heading, the answers, what they were earlier, the conclusion, and quotations."""
    vraag = item.vragen[place]
    blocks: list[Block] = [Heading(f"Vraag {place + 1}. {one_line(vraag.tekst)}", level)]
    if vraag.antwoorden:
        blocks += _outcome(counter, item, place)
        if compared and vraag.eerder:
            blocks += _comparison(counter, item, place)
    elif vraag.n is not None:
        answered = sourced(counter.cell((KEY, place, "n")), item.source)
        blocks.append(Paragraph(("Aantal antwoorden: ", answered, ".")))
    if vraag.conclusie:
        blocks += titled(Span("Conclusie:", bold=True), text_blocks(vraag.conclusie))
    return blocks + quotations(vraag.citaten)


def quotations(texts: tuple[str, ...]) -> list[Block]:
    """People's own words, without a name."""
    if not texts:
        return []
    said = "Een huurder schreef:" if len(texts) == 1 else "Huurders schreven:"
    quotes = [Paragraph(quoted(plain_line(text)), "quote") for text in texts]
    return [Paragraph(said, keep_with_next=True), *quotes]


def _outcome(counter: Counter, item: Raadpleging, place: int) -> list[Block]:
    own, vraag = (KEY, place), item.vragen[place]
    if not counter.shown.prints(table_name(*own)):
        return [Paragraph(NOT_SHOWN, "note")]
    blocks: list[Block] = []
    chart = _chart(counter, own, vraag)
    if chart:
        blocks.append(chart)
    blocks.append(answers_table(counter, own, vraag, item.source))
    return blocks + [
        Paragraph(slip, "note")
        for slip in (answer_slip(counter, own, vraag), _too_many(counter, item, place))
        if slip
    ]


def _too_many(counter: Counter, item: Raadpleging, place: int) -> str:
    """A question with more answers than there were replies, or an answer that more people gave than answered."""
    vraag, replies = item.vragen[place], item.respons.waarde
    if vraag.n is not None and replies is not None and vraag.n > replies:
        return "Let op: bij deze vraag staan meer mensen dan er antwoorden zijn. Wij hebben de cijfers niet aangepast."
    if vraag.n is not None and any(answer.aantal > vraag.n for answer in vraag.antwoorden):
        return "Let op: een antwoord is vaker gegeven dan er mensen antwoordden. Wij hebben de cijfers niet aangepast."
    return ""


def _whole(counter: Counter, own: Own, vraag: Vraag) -> Key:
    return (*own, "n") if vraag.n is not None else (*own, "som")


def _share(counter: Counter, own: Own, vraag: Vraag, option: int) -> Fraction | None:
    """A share in percent, None where it may not be printed."""
    part, whole = (*own, option), _whole(counter, own, vraag)
    if not counter.share(part, whole, counter.shown.settings.answers_from):
        return None
    return Fraction(100 * (counter.shown.value(part) or 0), counter.shown.value(whole) or 1)


def _chart(counter: Counter, own: Own, vraag: Vraag) -> Chart | None:
    """The answers as bars: their shares, or counts where not all shares may be printed."""
    options = range(len(vraag.antwoorden))
    labels = tuple(one_line(answer.tekst) for answer in vraag.antwoorden)
    shares = [_share(counter, own, vraag, option) for option in options]
    values: tuple[float | None, ...]
    if None not in shares:
        name, unit = "Aandeel", "%"
        values = tuple(round(float(share or 0), 1) for share in shares)
        shown = tuple(f"{number(share or 0, 1)}{NBSP}%" for share in shares)
    else:
        name, unit = "Aantal", ""
        values = tuple(counter.shown.value((*own, option)) for option in options)
        shown = tuple(counter.shown.text((*own, option)) for option in options)
    if len(labels) < 2 or not any(values):
        return None
    told = "; ".join(f"{label} {text}" for label, text in zip(labels, shown, strict=True))
    kind = "aandeel" if unit else "aantal"
    return Chart(
        f"Vraag {own[1] + 1} in beeld: {kind} per antwoord",
        f"Staafdiagram: {told}.",
        labels,
        (Series(name, values),),
        unit=unit,
        shown=(shown,),
    )


@dataclass(frozen=True, slots=True)
class _Year:
    """One of the two years of a comparison: where its counts stand and what it is called."""

    name: str
    own: Own
    vraag: Vraag
    places: dict[str, int]
    source: Source | None


def _year(name: str, own: Own, vraag: Vraag, source: Source | None) -> _Year:
    places = {one_line(answer.tekst).casefold(): place for place, answer in enumerate(vraag.antwoorden)}
    return _Year(name, own, vraag, places, source)


def _years(item: Raadpleging, place: int) -> tuple[_Year, _Year] | None:
    vraag = item.vragen[place]
    if vraag.eerder is None:
        return None
    before = Vraag(vraag.tekst, vraag.soort, vraag.eerder.n, vraag.eerder.antwoorden)
    day = item.tot or item.van
    now = str(day.year) if day else "nu"
    own = earlier_key(KEY, place)
    return (
        _year(str(vraag.eerder.jaar), own, before, vraag.eerder.source),
        _year(now, (KEY, place), vraag, item.source),
    )


def _comparison(counter: Counter, item: Raadpleging, place: int) -> list[Block]:
    years = _years(item, place)
    if years is None:
        return []
    before, now = years
    if not counter.shown.prints(table_name(*before.own)) or not counter.shown.prints(table_name(*now.own)):
        return []
    known: dict[str, str] = {}
    for answer in (*now.vraag.antwoorden, *before.vraag.antwoorden):
        known.setdefault(one_line(answer.tekst).casefold(), one_line(answer.tekst))
    texts = list(known.values())
    with_shares = any(_share_of(counter, year, text) is not None for year in years for text in texts)
    columns = [Column("Antwoord", width=2.4)]
    for year in years:
        columns.append(Column(f"Aantal {year.name}", "right"))
        columns += [Column(f"Aandeel {year.name}", "right")] if with_shares else []
    columns += [Column("Verschil in procentpunt", "right", 1.2)] if with_shares else []
    rows = tuple(_compared(counter, before, now, text, with_shares) for text in texts)
    keys = [(*year.own, option) for year in years for option in year.places.values()]
    note = " ".join(
        part for part in (_chance(counter, item, place, with_shares), counter.hidden_note(keys)) if part
    )
    title = f"Vraag {place + 1} vergeleken met {before.name}"
    return [Table(title, tuple(columns), rows, note=note or None)]


def _share_of(counter: Counter, year: _Year, text: str) -> Fraction | None:
    option = year.places.get(text.casefold())
    return None if option is None else _share(counter, year.own, year.vraag, option)


def _compared(counter: Counter, before: _Year, now: _Year, text: str, with_shares: bool) -> tuple[Text, ...]:
    cells: list[Text] = [text]
    for year in (before, now):
        option = year.places.get(text.casefold())
        known = option is not None
        cells.append(sourced(counter.cell((*year.own, option)), year.source) if known else "–")
        if with_shares:
            share = _share_of(counter, year, text)
            cells.append("–" if share is None else f"{number(share, 1)}{NBSP}%")
    if with_shares:
        first, last = _share_of(counter, before, text), _share_of(counter, now, text)
        cells.append("–" if first is None or last is None else _signed(last - first))
    return tuple(cells)


def _signed(points: Fraction) -> str:
    said = number(points, 1)
    if said in ("0,0", "−0,0"):
        return "0,0"
    return f"+{said}" if points > 0 else said


def _chance(counter: Counter, item: Raadpleging, place: int, with_shares: bool) -> str:
    """What a difference between the two years may be worth."""
    before = item.vragen[place].eerder
    if before is None or not with_shares:
        return ""
    then = earlier_key(KEY, place)
    first = _margin(counter, (*then, "n"), (*then, "omvang"), before.selectie)
    last = _margin(counter, (KEY, place, "n"), (KEY, "omvang"), item.selectie)
    if first is None or last is None:
        return "Niet voor beide jaren is er een steekproefmarge: een verschil kan toeval zijn."
    both = (first**2 + last**2).sqrt()
    return (
        f"De steekproefmarge is ±{number(first, 1)} procentpunt in {before.jaar} en ±{number(last, 1)} procentpunt "
        f"nu. Verschillen tot {number(both, 1)} procentpunt vallen binnen die marges samen: zij zeggen niets."
    )


def _margin(counter: Counter, answered: Key, population: Key, chosen: Selectie | None) -> Decimal | None:
    if chosen not in ("iedereen", "steekproef") or not counter.shows(answered, population):
        return None
    people, size = counter.shown.value(answered) or 0, counter.shown.value(population) or 0
    if not counter.shown.settings.answers_from <= people <= size:
        return None
    return margin(people, size)
