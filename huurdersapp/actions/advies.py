"""The letter of an advies: its facts as plain values, and the file."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from huurdersapp.actions.afzender import as_sender, own
from huurdersapp.actions.context import Context
from huurdersapp.actions.papier import (
    Paper,
    Printed,
    laid_out,
    small_numbers,
    write_document,
    writer_for,
)
from huurdersapp.actions.raadpleging_waarden import raadpleging_values
from huurdersapp.actions.records import find
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records.partij import Partij
from huurdersapp.records.raadpleging_tables import Raadpleging
from huurdersapp.records.rules import lines_of
from huurdersapp.records.verhuurder import Verhuurder
from huurdersapp.reports.adviesbrief_values import (
    Aanvraag,
    AdviesbriefValues,
    Geadresseerde,
    Overweging,
)
from huurdersapp.reports.language import day_long
from huurdersapp.store.step import ReadSession

HEADING = re.compile(r"#+\s*([^#\s].*)")
"""A line of its own that is a heading among the considerations, and its words."""
ENDS = (".", "!", "?", "…", ":")


def write_letter(ctx: Context, number: int, path: Path) -> Job[Printed]:
    """Write the letter of an advies to .pdf or .docx.

    Raises UserError when the advies has no outcome or no landlord yet, or the file cannot be written.
    """
    from huurdersapp.reports.adviesbrief import adviesbrief_document

    writer_for(path)
    yield Progress(0, 2, _("Gegevens lezen"))
    with ctx.store.reading() as db:
        values = letter_values(ctx, db, find(db, ctx.spec("advies"), number))
    yield Progress(1, 2, _("Brief maken"))
    return write_document(adviesbrief_document(values), path)


def preview_letter(
    ctx: Context, number: int, *, on: date | None = None, wanted: Callable[[], bool] = lambda: True
) -> Job[Paper]:
    """The pages of the letter that `write_letter` would write, for the screen; stops when no longer `wanted`.

    `on` is the day of a letter that was not sent yet. Raises UserError as `write_letter`.
    """
    from huurdersapp.reports.adviesbrief import adviesbrief_document

    yield Progress(0, 2, _("Gegevens lezen"))
    with ctx.store.reading() as db:
        values = letter_values(ctx, db, find(db, ctx.spec("advies"), number), on)
    yield Progress(1, 2, _("Brief maken"))
    return laid_out(ctx, adviesbrief_document(values), wanted=wanted)


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """What the screen of a letter says beside it."""

    number: int
    subject: str
    landlord: str
    sent_on: date | None
    settled_on: date | None


def letter_facts(ctx: Context, number: int) -> LetterFacts:
    """About the letter of one advies; raises UserError when it is not there."""
    with ctx.store.reading() as db:
        return _facts(db, find(db, ctx.spec("advies"), number))


def letters(ctx: Context) -> list[LetterFacts]:
    """The adviezen of which a letter can be made, newest first."""
    with ctx.store.reading() as db:
        rows = db.alive(db.catalogue.specs["advies"])
        return [_facts(db, row) for row in sorted(rows, key=lambda row: -row.nummer)]


def _facts(db: ReadSession, row: Any) -> LetterFacts:
    landlord = db.get(Verhuurder, row.verhuurder_id) if row.verhuurder_id else None
    name = landlord.naam if landlord else ""
    return LetterFacts(row.nummer, row.onderwerp, name, row.verstuurd_op, row.vastgesteld_op)


def letter_values(ctx: Context, db: ReadSession, row: Any, on: date | None = None) -> AdviesbriefValues:
    """All that the letter says, read at one moment; `on` is its day when it was not sent yet (else today)."""
    return _Letter(db, row).values(ctx, on)


class _Letter:
    def __init__(self, db: ReadSession, row: Any) -> None:
        self.db, self.row, self.specs = db, row, db.catalogue.specs

    def values(self, ctx: Context, on: date | None) -> AdviesbriefValues:
        row = self.row
        sender = self._sender()
        return AdviesbriefValues(
            afzender=as_sender(sender),
            geadresseerde=self._geadresseerde(),
            plaats=sender.plaats or "",
            datum=row.verstuurd_op or on or clock.today(),
            onderwerp=row.onderwerp,
            uitkomst=row.uitkomst,
            soort=row.soort,
            aanhef=self._landlord().aanhef or "Geacht bestuur,",
            ons_kenmerk=row.ons_kenmerk or "",
            uw_kenmerk=row.kenmerk_verhuurder or "",
            aanvraag=self._aanvraag(),
            aanleiding=row.aanleiding or "",
            toelichting_advies=row.toelichting_advies or "",
            besluit_op=row.vastgesteld_op,
            raadplegingen=tuple(raadpleging_values(self.db, found) for found in self._raadplegingen()),
            overwegingen=tuple(overwegingen(row.overwegingen)),
            proces=row.proces or "",
            voorwaarden=tuple(self._voorwaarde(line) for line in self._lines("voorwaarden")),
            aanbevelingen=tuple(line.tekst for line in self._lines("aanbevelingen")),
            afwijkende_meningen=tuple(lines_of(row.afwijkende_meningen)),
            slot=row.slot or "",
            ondertekenaars=tuple((line.naam, line.functie or "") for line in self._lines("ondertekenaars")),
            bijlagen=tuple(line.omschrijving for line in self._lines("bijlagen")),
            kopie_aan=tuple(line.tekst for line in self._lines("kopie_aan")),
            concept=row.vastgesteld_op is None,
            voorbeeld=ctx.store.example,
            small=small_numbers(ctx),
        )

    def _lines(self, part: str) -> list[Any]:
        return self.db.lines(self.specs["advies"].part[part].spec, self.row.id)

    def _raadplegingen(self) -> list[Raadpleging]:
        """What the advies stands on, in its order, without what was thrown away."""
        rows = (self.db.get_one(Raadpleging, line.raadpleging_id) for line in self._lines("raadplegingen"))
        return [row for row in rows if row.verwijderd is None]

    def _sender(self) -> Partij:
        """Who writes: the organisation in whose name the advies is, else our own."""
        if self.row.namens_id:
            return self.db.get_one(Partij, self.row.namens_id)
        return own(self.db)

    def _landlord(self) -> Verhuurder:
        if self.row.verhuurder_id is None:
            raise UserError(
                _("Bij advies {number} staat geen verhuurder. Zonder verhuurder is er geen geadresseerde."),
                _("Vul de verhuurder in."),
                number=self.row.nummer,
            )
        return self.db.get_one(Verhuurder, self.row.verhuurder_id)

    def _geadresseerde(self) -> Geadresseerde:
        landlord = self._landlord()
        town = "  ".join(text for text in (landlord.postcode, (landlord.plaats or "").upper()) if text)
        return Geadresseerde(
            naam=landlord.naam,
            afdeling=landlord.afdeling or "",
            ter_attentie_van=landlord.ter_attentie_van or "",
            adres=tuple(line for line in (landlord.straat, town) if line),
        )

    def _aanvraag(self) -> Aanvraag | None:
        """The landlord's request as facts. Terms and their last days are reckoned elsewhere, from the law."""
        row = self.row
        if row.ontvangen_op is None and row.brief_verhuurder_op is None:
            return None
        return Aanvraag(
            brief_van=row.brief_verhuurder_op,
            ontvangen_op=row.ontvangen_op,
            volledig_op=row.volledig_op,
            kenmerk=row.kenmerk_verhuurder or "",
            voornemen=row.voornemen or "",
            termijn_dagen=row.termijn_dagen,
            verlengd_tot=row.verlengd_tot,
        )

    def _voorwaarde(self, line: Any) -> str:
        """A condition with how it can be tested and its last day, as far as they are known."""
        parts: list[str] = [line.tekst]
        if line.toetsbaar_aan:
            parts.append(f"Toetsbaar aan: {line.toetsbaar_aan}")
        if line.termijn:
            parts.append(f"Uiterlijk {day_long(line.termijn)}")
        *first, last = (part.strip() for part in parts)
        return " ".join([*(part if part.endswith(ENDS) else f"{part}." for part in first), last])


def overwegingen(text: str | None) -> list[Overweging]:
    """Considerations as they are typed: one for each paragraph, with the heading that stands above it.

    A heading is a line of its own that begins with # and has more after it ("# Huur", "## Huur", "#Huur"). It
    may stand anywhere: first, after an empty line, or straight under a line of text or of a list. Any other
    line, with # further on or alone, is text. A heading without text of its own is a point by itself.
    """
    points: list[Overweging] = []
    heading = ""
    lines: list[str] = []

    def close() -> None:
        nonlocal heading
        if lines:
            points.append(Overweging("\n".join(lines), heading))
            heading = ""
        lines.clear()

    for line in (text or "").splitlines():
        found = HEADING.fullmatch(line.strip())
        if found:
            close()
            points += [Overweging(heading)] if heading else []
            heading = found[1]
        elif line.strip():
            lines.append(line.strip())
        else:
            close()
    close()
    return [*points, Overweging(heading)] if heading else points
