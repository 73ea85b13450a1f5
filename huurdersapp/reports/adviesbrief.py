"""The letter of advice to a landlord under the Overlegwet (Wet op het overleg huurders verhuurder).

The outcome stands in one sentence that cannot be misread. Every other sentence is printed only if its fact
is known. Where the landlord does not follow a requested advice wholly, the law gives it 14 days after
receipt to say why in writing (art. 5 lid 2); a change of the policy on servicekosten needs consent
beforehand (art. 5a).
"""

from __future__ import annotations

from huurdersapp.base.errors import UserError
from huurdersapp.reports.adviesbrief_achterban import achterban_blocks
from huurdersapp.reports.adviesbrief_values import Aanvraag, AdviesbriefValues
from huurdersapp.reports.brief import BriefDeel, BriefValues, address_lines, brief_document
from huurdersapp.reports.counting import Counter
from huurdersapp.reports.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Span,
)
from huurdersapp.reports.language import NBSP, aantal, clause, day_long, in_words, sentence
from huurdersapp.reports.prose import one_line, plain_line, running, text_blocks, titled
from huurdersapp.reports.raadpleging_cijfers import enter_figures
from huurdersapp.reports.small_numbers import Figures

SIX_WEEKS = 42
"""The least term in days that a landlord has to give (Overlegwet art. 5 lid 1)."""
MITS = ("positief_mits", "instemming_mits")
INSTEMMING = ("instemming", "instemming_mits", "geen_instemming")
WANTS_REASONS = ("positief", "positief_mits", "negatief")


def adviesbrief_document(values: AdviesbriefValues) -> Document:
    """The letter as a neutral document.

    Raises UserError when there is no outcome, when it does not fit the kind of request, or when conditions
    and outcome contradict each other.
    """
    _check(values)
    figures = Figures(values.small)
    for place, item in enumerate(values.raadplegingen):
        enter_figures(figures, place, item)
    counter = Counter(figures.protect())
    subject = _subject(values)
    blocks: list[Block] = [
        *_reason(values),
        *_advice(values),
        *achterban_blocks(counter, values.raadplegingen, values.datum),
        *_considerations(values),
        *_conditions(values),
        *_others(values),
        *_reply(values),
        *_close(values),
    ]
    return brief_document(
        BriefValues(
            afzender=values.afzender,
            aan=address_lines(values.geadresseerde),
            plaats=values.plaats,
            datum=values.datum,
            betreft=subject,
            delen=(BriefDeel(blokken=tuple(blocks)),),
            aanhef=values.aanhef,
            ons_kenmerk=values.ons_kenmerk,
            uw_kenmerk=_their_reference(values),
            ondertekenaars=values.ondertekenaars,
            bijlagen=values.bijlagen,
            kopie_aan=values.kopie_aan,
            venster=values.venster,
            trefwoorden=("advies", "Overlegwet", values.geadresseerde.naam),
            concept=values.concept,
            voorbeeld=values.voorbeeld,
        )
    )


def _check(values: AdviesbriefValues) -> None:
    if values.soort in ("agendering", "informatie"):
        raise UserError(
            "Dit is een verzoek aan de verhuurder en geen advies.",
            "Maak er een gewone brief van, of kies een andere soort.",
        )
    if values.uitkomst is None:
        raise UserError(
            "De uitkomst van het advies is nog niet ingevuld.",
            "Kies eerst de uitkomst, bijvoorbeeld positief of negatief.",
        )
    if (values.uitkomst in INSTEMMING) != (values.soort == "instemming"):
        raise UserError(
            "De uitkomst past niet bij de soort.",
            "Bij een verzoek om instemming past: instemming, instemming mits of geen instemming. "
            "Die horen alleen daarbij.",
        )
    if values.uitkomst in MITS and not values.voorwaarden:
        raise UserError(
            "Bij ‘mits’ hoort minstens één voorwaarde.",
            "Vul een voorwaarde in, of kies een uitkomst zonder ‘mits’.",
        )
    if values.uitkomst not in MITS and values.voorwaarden:
        raise UserError(
            "Voorwaarden passen alleen bij een uitkomst met ‘mits’.",
            "Kies een uitkomst met ‘mits’, of maak van de voorwaarden aanbevelingen.",
        )


def _subject(values: AdviesbriefValues) -> str:
    if values.betreft:
        return one_line(values.betreft)
    subject = clause(one_line(values.onderwerp))
    if values.soort == "instemming":
        return f"uw verzoek om instemming met {subject}"
    if values.soort == "ongevraagd":
        return f"ongevraagd advies over {subject}"
    return f"{'ons advies' if _is_advice(values) else 'uw verzoek om advies'} over {subject}"


def _is_advice(values: AdviesbriefValues) -> bool:
    """Whether the letter advises; else it consents or not, abstains, or has no objection."""
    return values.uitkomst in WANTS_REASONS


def _their_reference(values: AdviesbriefValues) -> str:
    return values.uw_kenmerk or (values.aanvraag.kenmerk if values.aanvraag else "")


def _reason(values: AdviesbriefValues) -> list[Block]:
    told: list[Block] = []
    request = values.aanvraag
    if values.soort == "ongevraagd":
        told.append(Paragraph(f"Wij geven u ongevraagd advies over {clause(one_line(values.onderwerp))}."))
    elif request:
        told += _asked(values, request)
    if values.aanleiding:
        told += text_blocks(values.aanleiding)
    if request:
        told += _term(request)
    if values.besluit_op:
        what = "dit advies" if _is_advice(values) else "dit standpunt"
        told.append(Paragraph(f"Ons bestuur heeft {what} op {day_long(values.besluit_op)} vastgesteld."))
    return [Heading("Aanleiding"), *told] if told else []


def _asked(values: AdviesbriefValues, request: Aanvraag) -> list[Block]:
    what = "onze instemming met" if values.soort == "instemming" else "ons advies over"
    theirs = _their_reference(values)
    own = f" (uw kenmerk {theirs})" if theirs else ""
    subject = clause(one_line(values.onderwerp))
    text = ""
    if request.brief_van:
        text = f"In uw brief van {day_long(request.brief_van)}{own} vraagt u {what} {subject}."
        if request.ontvangen_op:
            text += f" Wij ontvingen uw brief op {day_long(request.ontvangen_op)}."
    elif request.ontvangen_op:
        text = f"Op {day_long(request.ontvangen_op)} ontvingen wij uw verzoek{own} om {what} {subject}."
    blocks: list[Block] = [Paragraph(text)] if text else []
    return blocks + (text_blocks(request.voornemen) if request.voornemen else [])


def _term(request: Aanvraag) -> list[Block]:
    """What is known of the term; the law's six weeks are named where the landlord gave less, or nothing."""
    parts = []
    if request.termijn_dagen is not None:
        parts.append(f"U gaf ons daarvoor {_days(request.termijn_dagen)}.")
        if request.termijn_dagen < SIX_WEEKS:
            parts.append("De Overlegwet geeft ons minstens zes weken (artikel 5 lid 1).")
    elif request.ontvangen_op:
        parts.append("U noemde geen termijn. De Overlegwet geeft ons minstens zes weken (artikel 5 lid 1).")
    if request.laatste_dag:
        parts.append(f"De laatste dag van de termijn is {day_long(request.laatste_dag)}.")
    if request.verlengd_tot:
        parts.append(f"U hebt de termijn schriftelijk verlengd tot en met {day_long(request.verlengd_tot)}.")
    later = request.volledig_op and request.ontvangen_op and request.volledig_op > request.ontvangen_op
    if request.volledig_op and later:
        text = f"De informatie was volgens ons pas volledig op {day_long(request.volledig_op)}."
        if request.laatste_dag_ons_standpunt:
            text += f" Volgens ons is de laatste dag daarom {day_long(request.laatste_dag_ons_standpunt)}."
        parts.append(text)
    return [Paragraph(" ".join(parts))] if parts else []


def _days(days: int) -> str:
    if days and days % 7 == 0:
        return aantal(days // 7, "week", "weken")
    return aantal(days, "dag", "dagen")


def outcome_sentence(values: AdviesbriefValues) -> str:
    """The one sentence that says what the organisation advises."""
    subject = clause(one_line(values.onderwerp))
    conditions = "de voorwaarde" if len(values.voorwaarden) == 1 else "de voorwaarden"
    provided = f", mits u voldoet aan {conditions} in deze brief."
    return {
        "positief": f"Wij adviseren positief over {subject}.",
        "positief_mits": f"Wij adviseren positief over {subject}{provided}",
        "negatief": f"Wij adviseren negatief over {subject}.",
        "onthouding": f"Wij onthouden ons van advies over {subject}.",
        "geen_bezwaar": f"Wij hebben geen bezwaar tegen {subject}.",
        "instemming": f"Wij stemmen in met {subject}.",
        "instemming_mits": f"Wij stemmen in met {subject}{provided}",
        "geen_instemming": f"Wij stemmen niet in met {subject}.",
    }[values.uitkomst or "onthouding"]


def _advice(values: AdviesbriefValues) -> list[Block]:
    title = "Ons advies" if _is_advice(values) else "Ons standpunt"
    blocks: list[Block] = [
        Heading(title),
        Paragraph(Span(outcome_sentence(values), bold=True)),
    ]
    if values.toelichting_advies:
        blocks += text_blocks(values.toelichting_advies)
    return blocks


def _considerations(values: AdviesbriefValues) -> list[Block]:
    blocks: list[Block] = []
    if values.overwegingen:
        blocks.append(Heading("Onze overwegingen"))
    for item in values.overwegingen:
        told = text_blocks(item.tekst)
        blocks += titled(Span(sentence(plain_line(item.kop)), bold=True), told) if item.kop else told
    if values.proces:
        blocks += [Heading("Over de gevolgde weg"), *text_blocks(values.proces)]
    return blocks


def _conditions(values: AdviesbriefValues) -> list[Block]:
    blocks: list[Block] = []
    if values.voorwaarden:
        one = len(values.voorwaarden) == 1
        count = "is één voorwaarde" if one else f"zijn {in_words(len(values.voorwaarden))} voorwaarden"
        what = "onze instemming" if values.soort == "instemming" else "ons positieve advies"
        blocks += [
            Heading("Onze voorwaarde" if one else "Onze voorwaarden"),
            Paragraph(f"Aan {what} {count} verbonden:", keep_with_next=True),
            _numbered(values.voorwaarden),
        ]
    if values.aanbevelingen:
        one = len(values.aanbevelingen) == 1
        blocks += [
            Heading("Onze aanbeveling" if one else "Onze aanbevelingen"),
            _numbered(values.aanbevelingen),
        ]
    return blocks


def _numbered(items: tuple[str, ...]) -> Block:
    texts = tuple(running(item, sentence) for item in items)
    return Paragraph(texts[0]) if len(texts) == 1 else Bullets(texts, numbered=True)


def _others(values: AdviesbriefValues) -> list[Block]:
    if not values.afwijkende_meningen:
        return []
    texts = tuple(running(item, sentence) for item in values.afwijkende_meningen)
    told: Block = Paragraph(texts[0]) if len(texts) == 1 else Bullets(texts)
    return [Heading("Afwijkende meningen" if len(texts) > 1 else "Afwijkende mening"), told]


def _reply(values: AdviesbriefValues) -> list[Block]:
    """What is asked in return. Named articles carry the text of the law that was used."""
    law = " De Overlegwet is de Wet op het overleg huurders verhuurder{}."
    text = ""
    if values.soort == "instemming":
        text = _consent_reply(values)
    elif values.soort == "ongevraagd":
        text = "Wij vragen u om een schriftelijke reactie op dit advies."
        law = ""
    elif values.uitkomst in WANTS_REASONS:
        text = (
            "Laat u ons schriftelijk weten of u ons advies volgt? Als u het niet of niet helemaal volgt, vragen "
            f"wij u om uw redenen, schriftelijk en binnen 14{NBSP}dagen nadat u deze brief hebt ontvangen "
            "(Overlegwet, artikel 5 lid 2)."
        )
    elif values.uitkomst == "geen_bezwaar":
        text = "Dit is onze schriftelijke verklaring van geen bezwaar (Overlegwet, artikel 5 lid 3)."
    if not text:
        return []
    told = law.format(f" ({values.wet_stand})" if values.wet_stand else "")
    heading = "Onze verklaring" if values.uitkomst == "geen_bezwaar" else "Verzoek om reactie"
    if values.uitkomst == "instemming":
        heading = "Vervolg"
    return [Heading(heading), Paragraph(text + told)]


def _consent_reply(values: AdviesbriefValues) -> str:
    if values.uitkomst == "instemming":
        return "Met deze brief hebt u onze instemming (Overlegwet, artikel 5a)."
    if values.uitkomst == "instemming_mits":
        conditions = "de voorwaarde" if len(values.voorwaarden) == 1 else "de voorwaarden"
        return (
            f"Laat u ons schriftelijk weten of u {conditions} overneemt? Zolang dat niet zo is, hebben wij niet "
            "ingestemd. Voor deze wijziging is onze instemming vooraf nodig (Overlegwet, artikel 5a)."
        )
    return (
        "Voor deze wijziging is onze instemming vooraf nodig (Overlegwet, artikel 5a). Wij vragen u daarom de "
        "wijziging niet door te voeren en ons schriftelijk te laten weten hoe u verdergaat."
    )


def _close(values: AdviesbriefValues) -> list[Block]:
    what = "dit advies" if _is_advice(values) else "ons standpunt"
    return text_blocks(values.slot or f"Wij lichten {what} graag toe.")
