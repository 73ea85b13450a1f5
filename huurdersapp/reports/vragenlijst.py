"""The questionnaire of a raadpleging to fill in on paper: large letters, and why it is asked before what.

Before the questions stands what people must know to decide whether they answer: who asks, why, where it is used,
until when, and what happens to their name. A name is asked last, so that nobody has to give it to be heard.
"""

from __future__ import annotations

from dataclasses import replace

from huurdersapp.base.errors import UserError
from huurdersapp.reports.document import (
    MARK_EXAMPLE,
    Block,
    Bullets,
    Choices,
    Document,
    FieldRow,
    PageBreak,
    Paragraph,
    Span,
    Text,
    WritingLines,
)
from huurdersapp.reports.language import capital, clause, day_long, sentence
from huurdersapp.reports.prose import joined, one_line, plain_line, text_blocks
from huurdersapp.reports.raadpleging_values import FormulierVraag, VragenlijstValues

_SCALE = ("1", "2", "3", "4", "5")
_NAMES = {
    "altijd_anoniem": "Wij vragen niet naar uw naam. Schrijf uw naam en adres niet op dit formulier.",
    "naar_keuze": "U hoeft uw naam niet te geven. Aan het eind mag het wel.",
    "op_naam": "Aan het eind vragen wij uw naam. Uw naam staat nooit in een verslag.",
}
_NUMBER = "Onderaan staat een nummer. Daarmee tellen wij de formulieren."
_NUMBER_ANONYMOUS = f"{_NUMBER} Wij schrijven niet op wie welk nummer kreeg."


def vragenlijst_document(values: VragenlijstValues) -> Document:
    """The questionnaire as a neutral document; with numbers one form for each, to hand out by itself.

    Raises UserError when there is nothing to ask.
    """
    if not values.vragen:
        raise UserError("Deze raadpleging heeft nog geen vragen.", "Vul eerst de vragen in.")
    form = _form(values)
    blocks: list[Block] = []
    for number in values.nummers:
        blocks += [PageBreak(f"Formulier {number}"), *form]
    title = clause(one_line(values.titel))
    return Document(
        title=title,
        subtitle=f"Vragenlijst van {values.afzender.naam}",
        author=values.afzender.naam,
        subject=f"Vragenlijst: {title}",
        keywords=("vragenlijst", "achterbanraadpleging"),
        blocks=tuple(blocks or form),
        mark=MARK_EXAMPLE if values.voorbeeld else None,
        footer=values.afzender.naam,
    )


def _form(values: VragenlijstValues) -> list[Block]:
    blocks = [*_why(values), *_facts(values)]
    for number, vraag in enumerate(values.vragen, 1):
        blocks.append(_question(number, vraag))
    if values.anonimiteit in ("naar_keuze", "op_naam"):
        blocks += _name(values)
    blocks.append(Paragraph(_goodbye(values), "lead"))
    return blocks


def _why(values: VragenlijstValues) -> list[Block]:
    """The reason as it was typed, in large letters, lists too."""
    blocks: list[Block] = []
    for block in text_blocks(values.waarom):
        if isinstance(block, Paragraph):
            blocks.append(replace(block, style="lead"))
        elif isinstance(block, Bullets):
            blocks += [Paragraph(joined("– ", item), "lead") for item in block.items]
    return blocks


def _facts(values: VragenlijstValues) -> list[Block]:
    facts: list[tuple[str, str]] = []
    if values.overleg:
        facts.append(
            ("Wat wij ermee doen", f"Wij gebruiken de uitkomst in {clause(one_line(values.overleg))}.")
        )
    if values.sluit_op:
        facts.append(("Meedoen kan tot en met", f"{day_long(values.sluit_op)}."))
    name = _NAMES[values.anonimiteit] if values.anonimiteit else ""
    if values.nummers:
        number = _NUMBER_ANONYMOUS if values.anonimiteit == "altijd_anoniem" else _NUMBER
        name = f"{name} {number}".strip()
    if name:
        facts.append(("Uw naam" if values.anonimiteit else "Nummer", name))
    if values.inleveren:
        facts.append(("Inleveren", capital(sentence(plain_line(values.inleveren)))))
    if asked := _whom(values):
        facts.append(("Vragen", asked))
    return [Paragraph(_labelled(label, text), "lead") for label, text in facts]


def _labelled(label: str, text: str) -> Text:
    return (Span(f"{label}: ", bold=True), text)


def _whom(values: VragenlijstValues) -> str:
    """Whom to ask, or else how to reach the organisation."""
    if values.vragen_aan:
        return capital(sentence(plain_line(values.vragen_aan)))
    ways = [way for way in (values.afzender.telefoon, values.afzender.email) if way]
    return f"{values.afzender.naam}, {' of '.join(ways)}." if ways else ""


def _question(number: int, vraag: FormulierVraag) -> Block:
    text = f"{number}. {one_line(vraag.tekst)}"
    if vraag.soort == "open":
        return WritingLines(text, max(1, vraag.regels), help=plain_line(vraag.toelichting))
    options = tuple(one_line(option) for option in vraag.opties)
    if vraag.soort == "ja_nee":
        options = options or ("Ja", "Nee")
    if vraag.soort == "schaal":
        options = options or _SCALE
    if not options:
        return WritingLines(text, max(1, vraag.regels), help=plain_line(vraag.toelichting))
    told = [sentence(plain_line(vraag.toelichting)), _how(vraag, options)]
    many = vraag.soort == "meer_keuzes"
    return Choices(text, options, many, help=" ".join(part for part in told if part))


def _how(vraag: FormulierVraag, options: tuple[str, ...]) -> str:
    if vraag.soort == "meer_keuzes":
        return "U mag er meer kiezen."
    if vraag.soort == "keuze":
        return "Kies één antwoord."
    ends = ((options[0], vraag.laag), (options[-1], vraag.hoog))
    return " ".join(f"{option} = {clause(one_line(word))}." for option, word in ends if word)


def _name(values: VragenlijstValues) -> list[Block]:
    free = values.anonimiteit == "naar_keuze"
    asked = "Wilt u uw naam geven? Dat hoeft niet." if free else "Wat is uw naam en adres?"
    return [
        Paragraph(Span(asked, bold=True), "lead", keep_with_next=True),
        FieldRow((("Naam", 1), ("Telefoon of e-mail" if free else "Adres", 1))),
    ]


def _goodbye(values: VragenlijstValues) -> str:
    until = (
        f" U kunt dit formulier inleveren tot en met {day_long(values.sluit_op)}." if values.sluit_op else ""
    )
    return f"Dank u wel voor het invullen.{until}"
