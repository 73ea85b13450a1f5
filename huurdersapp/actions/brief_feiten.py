"""The facts of a letter, read from the records at one moment as the plain values that reports print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from huurdersapp.actions.afzender import as_sender, own
from huurdersapp.actions.context import Context
from huurdersapp.actions.papier import small_numbers
from huurdersapp.actions.raadpleging_waarden import raadpleging_values
from huurdersapp.actions.renovatie_regels import renovations_of
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.advies_termijn import extended_to, feiten, termijnen
from huurdersapp.records.advies_zinnen import legal_day, zinnen
from huurdersapp.records.brief import Brief
from huurdersapp.records.commissie import Commissie
from huurdersapp.records.partij import Partij
from huurdersapp.records.raadpleging_tables import Raadpleging
from huurdersapp.records.rules import lines_of
from huurdersapp.records.verhuurder import LEGAL_TERM_DAYS, REASONS_DAYS, Verhuurder
from huurdersapp.reports import values as paper
from huurdersapp.reports.adviesbrief_values import Aanvraag, AdviesbriefValues, Geadresseerde, Overweging
from huurdersapp.reports.brief_bijlagen import uitslag_titels
from huurdersapp.reports.language import day_long
from huurdersapp.store.step import ReadSession

HEADING = re.compile(r"#+\s*([^#\s].*)")
"""A line of its own that is a heading among the considerations, and its words."""
NAMED = re.compile(r"(?:de )?bewonerscommissie\s+(?=\S)", re.IGNORECASE)
"""How the name of a bewonerscommissie often begins."""
ENDS = (".", "!", "?", "…", ":")
LISTED_BY_HAND = re.compile(r"\buitslag", re.IGNORECASE)
"""A bijlage that somebody listed and that is the outcome of a raadpleging: then none is added."""


def letter_values(
    ctx: Context, db: ReadSession, row: Any, on: date | None = None, brief: Brief | None = None
) -> AdviesbriefValues:
    """All that the letter of an advies says, read at one moment; `on` is its day when it was not sent yet (else that of
    its `brief`, else today). A landlord that is not known stays empty: see `addressed`."""
    return _Letter(db, row, brief).values(ctx, on)


def addressed(row: Any) -> None:
    """Raises UserError when nobody is known to send the letter of this advies to."""
    if row.verhuurder_id is None:
        raise UserError(
            _("Bij advies {number} staat geen verhuurder. Zonder verhuurder is er geen geadresseerde."),
            _("Vul de verhuurder in."),
            number=row.nummer,
        )


def as_addressee(landlord: Verhuurder | None) -> Geadresseerde:
    """A landlord as it stands on an envelope; an empty one where there is none."""
    if landlord is None:
        return Geadresseerde("")
    town = "  ".join(text for text in (landlord.postcode, (landlord.plaats or "").upper()) if text)
    return Geadresseerde(
        naam=landlord.naam,
        afdeling=landlord.afdeling or "",
        ter_attentie_van=landlord.ter_attentie_van or "",
        adres=tuple(line for line in (landlord.straat, town) if line),
    )


def bare_commissie(name: str) -> str:
    """A bewonerscommissie as it stands after that word: its name without it."""
    return NAMED.sub("", name.strip(), count=1)


class _Letter:
    def __init__(self, db: ReadSession, row: Any, brief: Brief | None) -> None:
        self.db, self.row, self.brief, self.specs = db, row, brief, db.catalogue.specs

    def values(self, ctx: Context, on: date | None) -> AdviesbriefValues:
        row, brief = self.row, self.brief
        sender, landlord = self._sender(), self._landlord()
        written = row.verstuurd_op or on or (brief.datum if brief else None) or clock.today()
        asked_of = tuple(raadpleging_values(self.db, found) for found in self._raadplegingen())
        return AdviesbriefValues(
            afzender=as_sender(sender),
            geadresseerde=as_addressee(landlord),
            plaats=sender.plaats or "",
            datum=written,
            onderwerp=row.onderwerp,
            uitkomst=row.uitkomst,
            soort=row.soort,
            aanhef=(landlord and landlord.aanhef) or "Geacht bestuur,",
            ons_kenmerk=row.ons_kenmerk or "",
            uw_kenmerk=row.kenmerk_verhuurder or "",
            aanvraag=self._aanvraag(),
            aanleiding=row.aanleiding or "",
            toelichting_advies=row.toelichting_advies or "",
            besluit_op=row.vastgesteld_op,
            raadplegingen=asked_of,
            renovaties=renovations_of(self.db, row, written),
            overwegingen=tuple(overwegingen(row.overwegingen)),
            proces=row.proces or "",
            voorwaarden=tuple(self._voorwaarde(line) for line in self._lines("voorwaarden")),
            aanbevelingen=tuple(line.tekst for line in self._lines("aanbevelingen")),
            afwijkende_meningen=tuple(lines_of(row.afwijkende_meningen)),
            slot=row.slot or "",
            ondertekenaars=tuple((line.naam, line.functie or "") for line in self._lines("ondertekenaars")),
            bijlagen=self._bijlagen(asked_of),
            kopie_aan=self._kopie_aan(),
            commissie=bare_commissie(self._commissie()),
            redenen_dagen=(landlord and landlord.redenen_dagen) or REASONS_DAYS,
            antwoord_voor=brief.antwoord_voor if brief else None,
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

    def _bijlagen(self, asked_of: Sequence[paper.Raadpleging]) -> tuple[str, ...]:
        """What goes along: as it was listed, and the outcome of each raadpleging unless somebody listed outcomes."""
        listed = [line.omschrijving for line in self._lines("bijlagen")]
        if any(LISTED_BY_HAND.search(text) for text in listed):
            return tuple(listed)
        return (*listed, *uitslag_titels(asked_of))

    def _commissie(self) -> str:
        """The bewonerscommissie that the case belongs to, "" where there is none."""
        found = self.db.get(Commissie, self.row.commissie_id) if self.row.commissie_id else None
        return found.naam if found is not None and found.verwijderd is None else ""

    def _kopie_aan(self) -> tuple[str, ...]:
        """Who gets a copy: as it was listed, and the bewonerscommissie of the case unless it is there already."""
        listed = tuple(line.tekst for line in self._lines("kopie_aan"))
        group = bare_commissie(self._commissie())
        if not group or any(group.casefold() in text.casefold() for text in listed):
            return listed
        return (*listed, f"Bewonerscommissie {group}")

    def _sender(self) -> Partij:
        """Who writes: the organisation in whose name the advies is, else our own."""
        if self.row.namens_id:
            return self.db.get_one(Partij, self.row.namens_id)
        return own(self.db)

    def _landlord(self) -> Verhuurder | None:
        return self.db.get_one(Verhuurder, self.row.verhuurder_id) if self.row.verhuurder_id else None

    def _aanvraag(self) -> Aanvraag | None:
        """The landlord's request as facts. A letter argues the latest day, so an earlier one stands not beside it."""
        row = self.row
        if row.ontvangen_op is None and row.brief_verhuurder_op is None:
            return None
        known = feiten(row, self._landlord())
        legal = legal_day(known) if row.soort == "adviesaanvraag" else None
        days = {each.sleutel: each.datum for each in termijnen(known)}
        ours, longer = days.get("laatste_dag_ons_standpunt"), extended_to(known)
        if row.termijn_dagen is not None and row.termijn_dagen < LEGAL_TERM_DAYS and legal is not None:
            ours = max(legal, ours or legal)
        ready = {each.sleutel: each.tekst for each in zinnen(known)}
        return Aanvraag(
            brief_van=row.brief_verhuurder_op,
            ontvangen_op=row.ontvangen_op,
            volledig_op=row.volledig_op,
            kenmerk=row.kenmerk_verhuurder or "",
            voornemen=row.voornemen or "",
            termijn_dagen=row.termijn_dagen,
            laatste_dag=None if ours or longer else days.get("laatste_dag"),
            verlengd_tot=longer,
            laatste_dag_ons_standpunt=ours,
            mondeling=ready.get("mondeling", ""),
            onvolledig=ready.get("onvolledig", ""),
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
