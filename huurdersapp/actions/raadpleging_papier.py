"""The papers of a raadpleging: the questionnaire, the result for tenants, the full report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

from huurdersapp.actions.afzender import as_sender, own
from huurdersapp.actions.context import Context
from huurdersapp.actions.papier import (
    Paper,
    Printed,
    laid_out,
    meeting_name,
    printed,
    small_numbers,
    write_document,
    writer_for,
)
from huurdersapp.actions.plain import Plain, plain_of
from huurdersapp.actions.raadpleging import compared_by, earlier_of, when_of
from huurdersapp.actions.raadpleging_waarden import SELECTIE, raadpleging_values
from huurdersapp.actions.records import find
from huurdersapp.actions.telling import one
from huurdersapp.base import clock, markup
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records.overleg import SOORTEN, Overleg
from huurdersapp.reports import values as paper
from huurdersapp.reports.document import Document
from huurdersapp.reports.language import day_long
from huurdersapp.reports.raadpleging_values import (
    FormulierSoort,
    FormulierVraag,
    RaadplegingverslagValues,
    TerugkoppelingValues,
    VragenlijstValues,
)
from huurdersapp.store.step import ReadSession

Kind = Literal["vragenlijst", "terugkoppeling", "uitslag"]
MOST_FORMS = 500
"""Numbered questionnaires in one go; more is a slip of the finger."""


# -- making --------------------------------------------------------------------------------------------------------


def preview(
    ctx: Context, kind: str, number: int, *, forms: int = 0, wanted: Callable[[], bool] = lambda: True
) -> Job[Paper]:
    """The pages of a paper (see `Kind`) for the screen; `forms` numbers so many questionnaires from 1.

    Raises UserError when the raadpleging is not there or has nothing to print, Stopped when no longer `wanted`.
    """
    yield Progress(0, 2, _("Gegevens lezen"))
    document = document_of(ctx, kind, number, forms)
    yield Progress(1, 2, _("Bladzijden maken"))
    return laid_out(ctx, document, wanted=wanted)


def write(ctx: Context, kind: str, number: int, path: Path, *, forms: int = 0) -> Job[Printed]:
    """Write a paper to .pdf or .docx; raises UserError as `preview`, and when the file cannot be written."""
    writer_for(path)
    yield Progress(0, 1, _("Bladzijden maken"))
    return write_document(document_of(ctx, kind, number, forms), path)


def document_of(ctx: Context, kind: str, number: int, forms: int = 0) -> Document:
    """The paper as a neutral document; raises UserError as `preview`."""
    from huurdersapp.reports.raadplegingverslag import raadplegingverslag_document
    from huurdersapp.reports.terugkoppeling import terugkoppeling_document
    from huurdersapp.reports.vragenlijst import vragenlijst_document

    if forms < 0 or forms > MOST_FORMS:
        raise UserError(_("Kies 0 tot en met {most} formulieren."), most=MOST_FORMS)
    with ctx.store.reading() as db:
        row = find(db, ctx.spec("raadpleging"), number)
        if kind == "vragenlijst":
            return vragenlijst_document(questionnaire(ctx, db, _plain(db, row), forms))
        if kind == "terugkoppeling":
            return terugkoppeling_document(feedback(ctx, db, row))
        if kind == "uitslag":
            return raadplegingverslag_document(report(ctx, db, row))
    raise UserError(_("Dit papier kennen wij niet: {kind}."), kind=kind)


def preview_questions(
    ctx: Context, record: Mapping[str, Any], *, wanted: Callable[[], bool] = lambda: True
) -> Job[Paper]:
    """The questionnaire of what stands in a form and may not be saved yet; raises UserError without questions."""
    from huurdersapp.reports.vragenlijst import vragenlijst_document

    yield Progress(0, 2, _("Gegevens lezen"))
    with ctx.store.reading() as db:
        values = questionnaire(ctx, db, dict(record))
    yield Progress(1, 2, _("Bladzijden maken"))
    return laid_out(ctx, vragenlijst_document(values), wanted=wanted)


# -- values --------------------------------------------------------------------------------------------------------


def _plain(db: ReadSession, row: Any) -> Plain:
    return next(iter(plain_of(db, db.catalogue.specs["raadpleging"], [row.id])))


def questionnaire(ctx: Context, db: ReadSession, record: Plain, forms: int = 0) -> VragenlijstValues:
    """The questionnaire of a raadpleging as plain values; what is not known yet stays empty."""
    width = len(str(forms))
    return VragenlijstValues(
        afzender=as_sender(own(db)),
        titel=record.get("titel") or "Vragenlijst",
        vragen=tuple(
            _form_question(line) for line in record.get("vragen") or [] if (line.get("tekst") or "").strip()
        ),
        waarom=record.get("doel") or "",
        overleg=_meeting(db, record.get("overleg")),
        sluit_op=_day(record.get("sluit_op")),
        anonimiteit=record.get("anonimiteit"),
        inleveren=record.get("inleveren") or "",
        nummers=tuple(f"{number:0{width}d}" for number in range(1, forms + 1)),
        voorbeeld=ctx.store.example,
    )


def _form_question(line: Plain) -> FormulierVraag:
    kind: FormulierSoort = line.get("soort") or "keuze"
    options = tuple(option["tekst"] for option in line.get("opties") or [] if option.get("tekst"))
    return FormulierVraag(
        tekst=" ".join(markup.words(line["tekst"]).split()),
        soort=kind,
        # The subjects of an open question are ours, for counting: nobody should be led by them.
        opties=() if kind == "open" else options,
    )


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text)) if text else None
    except ValueError:
        return None


def _meeting(db: ReadSession, number: object) -> str:
    if not isinstance(number, int):
        return ""
    found: list[Overleg] = db.alive(db.catalogue.specs["overleg"], Overleg.nummer == number)
    return meeting_words(found[0]) if found else ""


def meeting_words(row: Overleg) -> str:
    """Words that go on after "in": "het bestuurlijk overleg van 12 mei 2026"."""
    name = meeting_name(row)
    name = name if name != printed(SOORTEN, row.soort) else _AS_SAID.get(row.soort, f"het overleg ‘{name}’")
    return f"{name} van {day_long(row.datum)}"


_AS_SAID = {
    "rg": "de regiegroep",
    "bo": "het bestuurlijk overleg",
    "werkgroep": "de werkgroep",
    "verhuurder": "het overleg met de verhuurder",
    "woonruimteverdeling": "het overleg over woonruimteverdeling",
    "provinciaal": "het provinciaal overleg",
    "alv": "de algemene ledenvergadering",
    "bestuur": "de bestuursvergadering",
    "bewonerscommissie": "het overleg met de bewonerscommissie",
    "overig": "het overleg",
}


def full_values(db: ReadSession, row: Any) -> paper.Raadpleging:
    """A raadpleging with all that its own papers tell: groups, quotes, files, and the answers of an earlier year."""
    record = _plain(db, row)
    source = one("raadpleging", row)
    meeting = db.get(Overleg, row.overleg_id) if row.overleg_id else None
    item = raadpleging_values(db, row)
    before = earlier_of(db, record)
    questions = [
        replace(question, eerder=_earlier(db, record, line, before))
        for question, line in zip(item.vragen, record["vragen"], strict=True)
    ]
    return replace(
        item,
        vragen=tuple(questions),
        kanalen=_channels(item, record),
        hoofdvraag=row.vraag or "",
        overleg=meeting_words(meeting) if meeting is not None and meeting.verwijderd is None else "",
        anonimiteit=row.anonimiteit,
        aanwezigen=paper.ONBEKEND if row.aanwezigen is None else paper.Getal(row.aanwezigen, source),
        organisaties_aanwezig=row.organisaties_aanwezig or "",
        groepen=tuple(
            paper.Groep(
                line["naam"],
                paper.Getal(line["respons"]),
                paper.Getal(line["aantal"]),
                line["indeling"] or "",
            )
            for line in record["groepen"]
        ),
        citaten=tuple(markup.words(line["tekst"]) for line in record["citaten"] if line["mag_in_rapport"]),
        bijlagen=tuple(line["toelichting"] or line["naam"] for line in record["bijlagen"]),
    )


def _channels(item: paper.Raadpleging, record: Plain) -> tuple[paper.Kanaal, ...]:
    """The channels with whom they reached and who answered partly; those of which nothing is known stay out."""
    known = [line for line in record["kanalen"] if line["respons"] is not None]
    return tuple(
        replace(
            channel,
            bereikt=None if line["bereikt"] is None else paper.Getal(line["bereikt"]),
            deels=None if line["respons_gedeeltelijk"] is None else paper.Getal(line["respons_gedeeltelijk"]),
        )
        for channel, line in zip(item.kanalen, known, strict=True)
    )


def _earlier(
    db: ReadSession, record: Plain, line: Plain, before: Mapping[str, list[tuple[Plain, Plain]]]
) -> paper.EerdereUitslag | None:
    """The last time before this one that the question was put, if it was counted."""
    now = when_of(record)
    found = [
        (when, other, asked)
        for other, asked in (before.get(compared_by(line), []) if line["sleutel"] else [])
        if (when := when_of(other)) is not None
        and (now is None or when < now)
        and any(option["aantal"] is not None for option in asked["opties"])
    ]
    if not found:
        return None
    when, other, asked = max(found, key=lambda each: (each[0], each[1]["nummer"]))
    return paper.EerdereUitslag(
        jaar=when.year,
        n=asked["beantwoord_door"],
        antwoorden=tuple(
            paper.Antwoord(option["tekst"], option["aantal"])
            for option in asked["opties"]
            if option["aantal"] is not None
        ),
        selectie=SELECTIE.get(other["selectie"] or ""),
        omvang=other["populatie_aantal"],
        open_stemming=other["open_stemming"],
        source=one("raadpleging", find(db, db.catalogue.specs["raadpleging"], other["nummer"])),
    )


def feedback(ctx: Context, db: ReadSession, row: Any) -> TerugkoppelingValues:
    """The result for tenants; not settled yet, it is a concept."""
    return TerugkoppelingValues(
        afzender=as_sender(own(db)),
        raadpleging=full_values(db, row),
        datum=row.terugkoppeling_op or clock.today(),
        concept=row.vastgesteld_op is None,
        voorbeeld=ctx.store.example,
        small=small_numbers(ctx),
    )


def report(ctx: Context, db: ReadSession, row: Any) -> RaadplegingverslagValues:
    """The full report as it is made today."""
    return RaadplegingverslagValues(
        afzender=as_sender(own(db)),
        raadpleging=full_values(db, row),
        datum=clock.today(),
        concept=row.vastgesteld_op is None,
        voorbeeld=ctx.store.example,
        small=small_numbers(ctx),
    )
