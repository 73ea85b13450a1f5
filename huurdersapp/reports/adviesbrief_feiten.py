"""The facts of a case under the Overlegwet as words for its letter. What is not known is absent."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from huurdersapp.base.sjabloon import Value
from huurdersapp.records.verhuurder import LEGAL_TERM_DAYS, REASONS_DAYS
from huurdersapp.reports.adviesbrief_achterban import achterban_blocks
from huurdersapp.reports.adviesbrief_values import Aanvraag, AdviesbriefValues
from huurdersapp.reports.brief_bijlagen import uitslagen
from huurdersapp.reports.brief_delen import Feiten, as_fact
from huurdersapp.reports.counting import Counter
from huurdersapp.reports.document import Block, Bullets, Paragraph, Span
from huurdersapp.reports.language import aantal, day_long, sentence, subject
from huurdersapp.reports.prose import one_line, plain_line, running, text_blocks, titled
from huurdersapp.reports.raadpleging_cijfers import enter_figures
from huurdersapp.reports.renovatie_brief import draagvlak_blocks
from huurdersapp.reports.small_numbers import Figures

WANTS_REASONS = ("positief", "positief_mits", "negatief")
"""Outcomes that advise; else the letter consents or not, abstains, or has no objection."""
JA = "ja"
"""A fact that is only asked after."""


def counter_of(values: AdviesbriefValues) -> Counter:
    """The counts of the whole letter, protected together."""
    figures = Figures(values.small)
    for place, item in enumerate(values.raadplegingen):
        enter_figures(figures, place, item)
    return Counter(figures.protect())


def adviesbrief_feiten(values: AdviesbriefValues) -> Feiten:
    """All that the template of a letter of a case may name."""
    advises = values.uitkomst in (*WANTS_REASONS, None)
    last_reply = values.datum + timedelta(days=values.redenen_dagen)
    words: dict[str, Value] = {
        "onderwerp": as_fact(subject(one_line(values.onderwerp))),
        "verhuurder": as_fact(values.geadresseerde.naam),
        "afzender": as_fact(values.afzender.naam),
        "commissie": as_fact(values.commissie),
        "ons_kenmerk": as_fact(values.ons_kenmerk),
        "uw_kenmerk": as_fact(their_reference(values)),
        "datum": day_long(values.datum),
        "wat": "advies" if advises else "standpunt",
        "besluit_op": _day(values.besluit_op),
        "antwoord_voor": _day(values.antwoord_voor),
        "redenen_termijn": aantal(values.redenen_dagen, "dag", "dagen", digits=True),
        "reactie_voor": day_long(last_reply),
        "eigen_termijn": JA if values.redenen_dagen != REASONS_DAYS else "",
        "wet_stand": as_fact(values.wet_stand),
        "aantal_raadplegingen": len(values.raadplegingen),
        "meer_raadplegingen": JA if len(values.raadplegingen) > 1 else "",
        "aantal_voorwaarden": len(values.voorwaarden),
        "aantal_aanbevelingen": len(values.aanbevelingen),
        "aantal_meningen": len(values.afwijkende_meningen),
        **({values.uitkomst: JA, "uitkomst": JA} if values.uitkomst else {}),
        **({"vraagt_redenen": JA} if values.uitkomst in WANTS_REASONS else {}),
        **(_asked(values.aanvraag) if values.aanvraag else {}),
    }
    return Feiten(words, _blocks(values), frozenset({"datum", "reactie_voor"}))


def annexes(values: AdviesbriefValues) -> dict[str, tuple[Block, ...]]:
    """The pages of the outcome of each raadpleging, by its line among the bijlagen."""
    return uitslagen(counter_of(values), values.raadplegingen, values.datum)


def their_reference(values: AdviesbriefValues) -> str:
    """The landlord's reference, of the letter or of what he sent."""
    return values.uw_kenmerk or (values.aanvraag.kenmerk if values.aanvraag else "")


def _day(day: date | None) -> str:
    return day_long(day) if day else ""


def _asked(request: Aanvraag) -> dict[str, Value]:
    """What is known of the request and of its term (Overlegwet art. 5 lid 1)."""
    days, received = request.termijn_dagen, request.ontvangen_op
    later = (
        request.volledig_op if received and request.volledig_op and request.volledig_op > received else None
    )
    return {
        "brief_van": _day(request.brief_van),
        "ontvangen_op": _day(received),
        "termijn": "" if days is None else _term(days),
        "korte_termijn": JA if _is_short(request) else "",
        "geen_termijn": JA if days is None and received else "",
        "laatste_dag": _day(request.laatste_dag),
        "verlengd_tot": _day(request.verlengd_tot),
        "volledig_op": _day(later),
        "laatste_dag_ons_standpunt": _day(request.laatste_dag_ons_standpunt),
        "mondeling": as_fact(request.mondeling),
        "onvolledig": as_fact(request.onvolledig),
    }


def _is_short(request: Aanvraag) -> bool:
    """Less than six weeks were given, also with what was added in writing (Overlegwet art. 5 lid 1)."""
    received, longer = request.ontvangen_op, request.verlengd_tot
    if request.termijn_dagen is None or request.termijn_dagen >= LEGAL_TERM_DAYS:
        return False
    return received is None or longer is None or (longer - received).days < LEGAL_TERM_DAYS


def _term(days: int) -> str:
    if days and days % 7 == 0:
        return aantal(days // 7, "week", "weken")
    return aantal(days, "dag", "dagen")


def _blocks(values: AdviesbriefValues) -> dict[str, tuple[Block, ...]]:
    intent = values.aanvraag.voornemen if values.aanvraag else ""
    return {
        "voornemen": _typed(intent),
        "aanleiding": _typed(values.aanleiding),
        "toelichting": _typed(values.toelichting_advies),
        "raadplegingen": tuple(achterban_blocks(counter_of(values), values.raadplegingen, values.datum)),
        "draagvlak": tuple(draagvlak_blocks(values.renovaties, values.datum)),
        "overwegingen": tuple(_considerations(values)),
        "proces": _typed(values.proces),
        "voorwaarden": _listed(values.voorwaarden, numbered=True),
        "aanbevelingen": _listed(values.aanbevelingen, numbered=True),
        "afwijkende_meningen": _listed(values.afwijkende_meningen, numbered=False),
        "slot": _typed(values.slot),
    }


def _typed(text: str) -> tuple[Block, ...]:
    return tuple(text_blocks(text)) if text.strip() else ()


def _considerations(values: AdviesbriefValues) -> Iterable[Block]:
    for item in values.overwegingen:
        told = text_blocks(item.tekst)
        yield from titled(Span(sentence(plain_line(item.kop)), bold=True), told) if item.kop else told


def _listed(items: tuple[str, ...], *, numbered: bool) -> tuple[Block, ...]:
    texts = tuple(running(item, sentence) for item in items)
    if len(texts) < 2:
        return tuple(Paragraph(text) for text in texts)
    return (Bullets(texts, numbered=numbered),)
