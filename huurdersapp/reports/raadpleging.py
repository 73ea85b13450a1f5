"""An achterbanraadpleging on paper: what was asked of whom, how many answered, and what came out.

Used by the reports and, for its facts, by the letter of advice. The margin of error follows
1.96·√(p(1−p)/n)·√((N−n)/(N−1)) with p = 0.5: 95 % certainty, for a finite population. It only covers
chance, and only exists where everybody or a random sample was asked.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import sqrt
from typing import Literal

from huurdersapp.reports.counting import UNCHANGED, Counter, sum_slip
from huurdersapp.reports.document import (
    Block,
    Bullets,
    Column,
    Heading,
    Paragraph,
    Source,
    Span,
    Table,
    Text,
)
from huurdersapp.reports.language import (
    NBSP,
    aantal,
    capital,
    clause,
    day_long,
    days_between,
    enumeration,
    number,
    quoted,
    rounded,
    sentence,
)
from huurdersapp.reports.prose import joined, one_line, plain_line, running, text_blocks, titled
from huurdersapp.reports.raadpleging_cijfers import table_name
from huurdersapp.reports.values import Raadpleging, Selectie, Vraag

SELECTIE = {
    "iedereen": "iedereen uit de doelgroep is gevraagd",
    "steekproef": "een willekeurige steekproef uit de doelgroep is gevraagd",
    "zelfselectie": "wie wilde, kon meedoen (zelfselectie)",
}
INDICATIEF = "indicatief, geen steekproefmarge"
NOT_SHOWN = (
    "De aantallen per antwoord staan er niet bij: daaruit zou te herkennen kunnen zijn wie wat antwoordde."
)


def margin(respons: int, population: int) -> Decimal:
    """The margin in percentage points, not rounded; 0 when everybody answered.

    Raises ValueError for fewer than one answer or a population smaller than the answers.
    """
    if not 1 <= respons <= population:
        raise ValueError("respons must lie between 1 and the population")
    if population == respons:
        return Decimal(0)
    finite = sqrt((population - respons) / (population - 1))
    return Decimal(100 * 1.96 * sqrt(0.25 / respons) * finite)


Exactness = Literal["indicatief", "te_weinig", "te_veel", "iedereen", "marge"]
"""What can be said of chance: nothing (it is only indicative, there are too few answers, or more than people), that
everybody answered, or a margin."""


def exactness(selectie: Selectie | None, respons: int, population: int, least: int) -> Exactness:
    """Which of these holds; `least` is from how many answers on a share may be printed."""
    if selectie not in ("iedereen", "steekproef"):
        return "indicatief"
    if respons < least:
        return "te_weinig"
    if respons > population:
        return "te_veel"
    return "iedereen" if respons == population else "marge"


def printed_sum(counts: Sequence[int]) -> Decimal:
    """What the shares of these answers add up to as they are printed, with one decimal; 100, or a little beside it."""
    added = sum(counts)
    return sum((rounded(Fraction(100 * count, added), 1) for count in counts), Decimal(0))


def response_share(counter: Counter, key: Hashable) -> str:
    """The share of those invited who answered, or nothing where it may not be printed."""
    least = counter.shown.settings.percent_from
    return counter.share((key, "respons"), (key, "uitgenodigd"), least)


def accuracy(counter: Counter, key: Hashable, item: Raadpleging) -> str:
    """How exact the outcome is: a margin where one exists, else the words that there is none."""
    if exactness(item.selectie, 1, 1, 1) == "indicatief":
        return INDICATIEF
    if not counter.shows((key, "omvang"), (key, "respons")):
        return "geen steekproefmarge: de omvang van de doelgroep of de respons is niet bekend of niet getoond"
    people = counter.shown.value((key, "omvang")) or 0
    respons = counter.shown.value((key, "respons")) or 0
    least = counter.shown.settings.answers_from
    exact = exactness(item.selectie, respons, people, least)
    if exact == "te_weinig":
        return f"geen steekproefmarge: daarvoor zijn minstens {number(least)} antwoorden nodig"
    if exact == "te_veel":
        return "geen steekproefmarge: er zijn meer antwoorden dan de doelgroep groot is"
    if exact == "iedereen":
        return "iedereen uit de doelgroep heeft geantwoord; er is geen steekproefmarge"
    points = number(margin(respons, people), 1)
    return f"±{points} procentpunt (alleen toeval; wie niet antwoordde kan anders denken)"


def slips(counter: Counter, key: Hashable, item: Raadpleging) -> list[str]:
    """Sums that do not come out, told and not mended."""
    told = []
    for what, word in (("respons", "antwoorden"), ("uitgenodigd", "uitnodigingen")):
        values = [k.respons if what == "respons" else k.uitgenodigd for k in item.kanalen]
        said = (item.respons if what == "respons" else item.uitgenodigd).waarde
        parts = [getal.waarde for getal in values if getal and getal.waarde is not None]
        if said is None or not parts or len(parts) != len(values) or sum(parts) == said:
            continue
        if counter.shows((key, what), *((key, what, place) for place in range(len(parts)))):
            slip = sum_slip(parts, said, [k.naam for k in item.kanalen])
            told.append(f"Let op: de {word} per manier tellen niet op. {slip}. {UNCHANGED}")
        else:
            told.append(f"Let op: de {word} per manier tellen niet op tot het totaal. {UNCHANGED}")
    invited, answered = item.uitgenodigd.waarde, item.respons.waarde
    if invited is not None and answered is not None and answered > invited:
        told.append(f"Let op: er zijn meer antwoorden dan uitnodigingen. {UNCHANGED}")
    return told


def raadpleging_blocks(counter: Counter, key: Hashable, item: Raadpleging, level: int = 2) -> list[Block]:
    """The whole raadpleging: facts, outcome per question, conclusions, limits, and what followed."""
    blocks: list[Block] = [Heading(one_line(item.titel), level)]
    blocks.append(_facts(counter, key, item))
    blocks += _channels(counter, key, item)
    blocks += [Paragraph(slip, "note") for slip in slips(counter, key, item)]
    for place, vraag in enumerate(item.vragen):
        blocks += _question(counter, (key, place), vraag, level + 1)
    blocks += _texts("Conclusies", item.conclusies)
    blocks += _texts("Wat een minderheid vond", item.minderheid)
    blocks += _texts("Wat deze raadpleging niet zegt", item.beperkingen)
    blocks.append(Paragraph(followed(item)))
    return blocks


def _facts(counter: Counter, key: Hashable, item: Raadpleging) -> Table:
    columns = (Column("Onderdeel", width=1), Column("Wat is vastgelegd", width=3))
    title = f"Zo is geraadpleegd: {one_line(item.titel)}"
    return Table(title, columns, tuple(fact_rows(counter, key, item)))


def fact_rows(counter: Counter, key: Hashable, item: Raadpleging) -> list[tuple[Text, ...]]:
    """How people were asked, how many answered and how exact that is: a head and its text in each row."""
    rows: list[tuple[Text, ...]] = []
    if item.doel:
        rows.append(("Doel", running(item.doel, sentence)))
    if item.van:
        rows.append(("Wanneer", days_between(item.van, item.tot or item.van)))
    if item.methoden:
        rows.append(("Hoe", capital(enumeration(item.methoden))))
    if item.populatie:
        rows.append(("Doelgroep", _population(counter, key, item)))
        if item.populatie.uitgesloten:
            rows.append(("Niet meegeteld", capital(sentence(plain_line(item.populatie.uitgesloten)))))
    chosen = SELECTIE[item.selectie] if item.selectie else "niet vastgelegd"
    rows.append(("Wie kon meedoen", capital(sentence(chosen))))
    rows.append(("Uitgenodigd", counter.cell((key, "uitgenodigd"), item.uitgenodigd, "aantal uitgenodigd")))
    rows.append(("Antwoorden", counter.cell((key, "respons"), item.respons, "aantal antwoorden")))
    share = response_share(counter, key)
    if share:
        rows.append(("Respons", f"{share} van wie is uitgenodigd"))
    rows.append(("Nauwkeurigheid", capital(accuracy(counter, key, item))))
    return rows


def _population(counter: Counter, key: Hashable, item: Raadpleging) -> Text:
    people = item.populatie
    if people is None:
        return ""
    parts: list[Text] = [capital(clause(plain_line(people.omschrijving)))]
    if people.omvang.waarde is not None or people.omvang.door:
        parts += [": ", counter.cell((key, "omvang"), people.omvang, "omvang van de doelgroep")]
    facts = [f"bron: {clause(people.bron)}"] if people.bron else []
    facts += [f"peildatum {day_long(people.peildatum)}"] if people.peildatum else []
    parts.append(f" ({'; '.join(facts)})." if facts else ".")
    return joined(*parts)


def _channels(counter: Counter, key: Hashable, item: Raadpleging) -> list[Block]:
    if len(item.kanalen) < 2 or not counter.shown.prints(f"{key}-respons"):
        return []
    invited = any(k.uitgenodigd for k in item.kanalen) and counter.shown.prints(f"{key}-uitgenodigd")
    columns = [Column("Manier", width=2), Column("Antwoorden", "right")]
    if invited:
        columns.insert(1, Column("Uitgenodigd", "right"))
    rows: list[tuple[Text, ...]] = []
    for place, kanaal in enumerate(item.kanalen):
        row: list[Text] = [capital(kanaal.naam), counter.cell((key, "respons", place), kanaal.respons)]
        if invited:
            asked = counter.cell((key, "uitgenodigd", place), kanaal.uitgenodigd)
            row.insert(1, asked if kanaal.uitgenodigd else "–")
        rows.append(tuple(row))
    keys = [(key, what, place) for place in range(len(item.kanalen)) for what in ("respons", "uitgenodigd")]
    note = counter.hidden_note(keys) or None
    return [Table("Antwoorden per manier", tuple(columns), tuple(rows), note=note)]


def _question(counter: Counter, key: tuple[Hashable, int], vraag: Vraag, level: int) -> list[Block]:
    blocks: list[Block] = [Heading(f"Vraag {key[1] + 1}. {one_line(vraag.tekst)}", min(level, 3))]
    if vraag.antwoorden:
        if counter.shown.prints(table_name(*key)):
            blocks += _answers(counter, key, vraag)
        else:
            blocks.append(Paragraph(NOT_SHOWN, "note"))
    if vraag.conclusie:
        blocks += titled(Span("Conclusie:", bold=True), text_blocks(vraag.conclusie))
    return blocks


def _answers(counter: Counter, key: tuple[Hashable, int], vraag: Vraag) -> list[Block]:
    slip = answer_slip(counter, key, vraag)
    return [answers_table(counter, key, vraag), *([Paragraph(slip, "note")] if slip else [])]


def answers_table(
    counter: Counter, key: tuple[Hashable, int], vraag: Vraag, source: Source | None = None
) -> Table:
    """The counts of each answer, and their shares where these may be printed.

    `source` are the records behind the counts that have none of their own.
    """
    whole = (*key, "n") if vraag.n is not None else (*key, "som")
    least = counter.shown.settings.answers_from
    shares = [counter.share((*key, place), whole, least) for place in range(len(vraag.antwoorden))]
    with_shares = any(shares)
    columns = [
        Column("Onderwerp" if vraag.soort == "open" else "Antwoord", width=3),
        Column("Aantal", "right"),
    ]
    if with_shares:
        columns.append(Column("Aandeel", "right"))
    rows: list[tuple[Text, ...]] = []
    for place, answer in enumerate(vraag.antwoorden):
        cells: list[Text] = [one_line(answer.tekst), sourced(counter.cell((*key, place)), source)]
        rows.append(tuple([*cells, shares[place] or "–"] if with_shares else cells))
    total: tuple[Text, ...] | None = None
    if vraag.soort == "keuze":
        total = ("Totaal", sourced(counter.cell((*key, "som")), source), *([""] if with_shares else []))
    return Table(
        f"Antwoorden op vraag {key[1] + 1}",
        tuple(columns),
        tuple(rows),
        totals=total,
        note=_answer_note(counter, key, vraag, shares),
    )


def sourced(span: Span, source: Source | None) -> Span:
    """The count with the records behind it, if it is shown and has none of its own."""
    shown = span.text[:1].isdigit()
    return replace(span, source=source) if source and shown and not span.source else span


def shares_sum_note(counter: Counter, key: tuple[Hashable, int], vraag: Vraag) -> str:
    """What is told where the printed percentages of one question do not add up to 100; empty where they do."""
    whole = (*key, "som")
    if (
        vraag.soort != "keuze"
        or not vraag.antwoorden
        or (vraag.n or 0) not in (0, counter.shown.value(whole))
    ):
        return ""
    parts = [counter.shown.value((*key, place)) for place in range(len(vraag.antwoorden))]
    if None in parts or not counter.share(whole, whole, counter.shown.settings.answers_from):
        return ""
    printed = printed_sum([part or 0 for part in parts])
    return (
        "" if printed == 100 else f"Samen {number(printed, 1)}{NBSP}%: telt door afronding niet op tot 100."
    )


def _answer_note(
    counter: Counter, key: tuple[Hashable, int], vraag: Vraag, shares: Sequence[str]
) -> str | None:
    notes = []
    with_shares = any(shares)
    if vraag.soort == "meerkeuze":
        notes.append("Meer antwoorden mogelijk.")
    if vraag.soort == "open":
        notes.append(
            "Antwoorden in eigen woorden, door ons ingedeeld. Eén antwoord kan over meer onderwerpen gaan."
        )
    if with_shares and (rounding := shares_sum_note(counter, key, vraag)):
        notes.append(rounding)
    if vraag.n is not None and counter.shows((*key, "n")):
        people = aantal(vraag.n, "persoon heeft", "personen hebben", digits=True)
        notes.append(f"{people} deze vraag beantwoord.")
    whole = (*key, "n") if vraag.n is not None else (*key, "som")
    least = counter.shown.settings.answers_from
    if not with_shares and counter.shows(whole) and (counter.shown.value(whole) or 0) < least:
        notes.append(f"Bij minder dan {number(least)}{NBSP}antwoorden geven wij geen percentages.")
    keys = [(*key, "n"), (*key, "som"), *((*key, place) for place in range(len(vraag.antwoorden)))]
    notes += [note] if (note := counter.hidden_note(keys)) else []
    return " ".join(notes) or None


def answer_slip(counter: Counter, key: tuple[Hashable, int], vraag: Vraag) -> str:
    """What is told where the answers do not add up to the number of people that was noted."""
    counts = [answer.aantal for answer in vraag.antwoorden]
    if vraag.soort != "keuze" or vraag.n is None or vraag.n == sum(counts):
        return ""
    if counter.shows((*key, "n"), *((*key, place) for place in range(len(counts)))):
        return f"Let op: de antwoorden tellen niet op. {sum_slip(counts, vraag.n)}. {UNCHANGED}"
    return f"Let op: de antwoorden tellen niet op tot het opgegeven aantal. {UNCHANGED}"


def answers_in_words(counter: Counter, key: Hashable, item: Raadpleging) -> list[Text]:
    """The outcome of each question in one line: "‘Bent u het eens?’ ja 12, nee <5"."""
    told: list[Text] = []
    least = counter.shown.settings.answers_from
    for place, vraag in enumerate(item.vragen):
        own = (key, place)
        if not vraag.antwoorden or not counter.shown.prints(table_name(*own)):
            continue
        whole = (*own, "n") if vraag.n is not None else (*own, "som")
        parts: list[Text] = [f"{quoted(one_line(vraag.tekst))} "]
        for option, answer in enumerate(vraag.antwoorden):
            share = counter.share((*own, option), whole, least)
            parts += [
                "; " if option else "",
                f"{clause(one_line(answer.tekst))}: ",
                counter.cell((*own, option)),
                f" ({share})" if share else "",
            ]
        slip = answer_slip(counter, own, vraag)
        told.append(joined(*parts, f". {slip}" if slip else "."))
    return told


def _texts(title: str, texts: tuple[str, ...]) -> list[Block]:
    if not texts:
        return []
    lead = Paragraph(Span(f"{title}:", bold=True), keep_with_next=True)
    return [lead, Bullets(tuple(running(text, sentence) for text in texts))]


def followed(item: Raadpleging) -> str:
    """What happened with the outcome: told to the tenants, and adopted."""
    parts = []
    if item.terugkoppeling_op:
        how = f" ({clause(one_line(item.terugkoppeling))})" if item.terugkoppeling else ""
        parts.append(f"Op {day_long(item.terugkoppeling_op)} is aan de huurders teruggekoppeld{how}.")
    else:
        parts.append("De uitkomst is nog niet teruggekoppeld aan de huurders.")
    if item.vastgesteld_op:
        by = f" door {item.vastgesteld_door}" if item.vastgesteld_door else ""
        parts.append(f"De uitkomst is op {day_long(item.vastgesteld_op)} vastgesteld{by}.")
    else:
        parts.append("De uitkomst is nog niet vastgesteld.")
    return " ".join(parts)
