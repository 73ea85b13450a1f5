"""Sending a fixed letter: by post, by hand or as an e-mail that is put ready; and what is known of its arrival.

A letter of a case and the case itself get the same days, in one step: the terms of the Overlegwet count from them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from huurdersapp.actions import afzender, brief_bronnen, brief_versies, records
from huurdersapp.actions.context import Context
from huurdersapp.base import clock, files
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.advies_tables import Advies
from huurdersapp.records.advies_termijn import feiten
from huurdersapp.records.advies_vervolg import early_positive
from huurdersapp.records.brief_soorten import OF_A_CASE
from huurdersapp.records.commissie import Commissie
from huurdersapp.records.partij import Partij
from huurdersapp.records.verhuurder import Verhuurder
from huurdersapp.reports.email_concept import EmailConcept, as_address, email_concept
from huurdersapp.reports.language import capital, day_long
from huurdersapp.store.step import ReadSession, StepSession

KIND, CASE = "brief", "advies"
ENDING = ".eml"
TO_CASE = {
    "verstuurd_op": "verstuurd_op",
    "verstuurd_wijze": "verstuurd_wijze",
    "verstuurd_bewijs": "verstuurd_bewijs",
    "aangekomen_op": "advies_ontvangen_op",
    "aangekomen_bewijs": "advies_ontvangen_bewijs",
}
"""Fields of a letter, and what they are called in the case that it is the advies of."""


@dataclass(frozen=True, slots=True)
class Verstuurd:
    """A letter that was sent or came there: its number in the register, and what the person should know."""

    number: int
    registered: str
    version: int
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Klaargezet:
    """An e-mail that was put ready: the file, to whom it goes ("" when nobody's address is known), its subject."""

    path: Path
    to: str
    subject: str
    attachment: str


def warnings(ctx: Context, number: int) -> list[str]:
    """What to know before this letter is sent; none of it stops anything.

    A letter without any objection frees the landlord at once (Overlegwet art. 5 lid 3), and what a letter stands on may
    have changed since it was fixed. Raises UserError when the letter is not there.
    """
    with ctx.store.reading() as db:
        return list(_warnings(db, records.find(db, ctx.spec(KIND), number)))


def send(
    ctx: Context,
    number: int,
    on: date,
    way: str,
    *,
    proof: str | None = None,
    origin: object | None = None,
) -> Verstuurd:
    """Put down that the last fixed version was sent on this day by post, hand or email, on the letter and on its case.

    A letter that reminds the landlord of his reasons (Overlegwet art. 5 lid 2) tells that to its case. Raises UserError
    when nothing was fixed or the letter came in, Refused for days in impossible order.
    """
    label = _("Brief {number} versturen").format(number=number)
    with ctx.store.step(label, origin=origin) as db:
        row: Any = records.find(db, ctx.spec(KIND), number)
        version = _sendable(db, row)
        told = list(_warnings(db, row))
        raw = {"verstuurd_op": on.isoformat(), "verstuurd_wijze": way}
        _write(ctx, db, row, {**raw, **({"verstuurd_bewijs": proof} if proof else {})})
        return Verstuurd(number, row.registernummer or "", version.number, tuple(told))


def arrived(
    ctx: Context, number: int, on: date, *, proof: str | None = None, origin: object | None = None
) -> Verstuurd:
    """Put down on which day the letter was received, with its proof, on the letter and on its case; from that day the 14
    days of Overlegwet art. 5 lid 2 count. Raises UserError when it was not sent, Refused as `send`."""
    with ctx.store.step(_("Brief {number} aangekomen").format(number=number), origin=origin) as db:
        row: Any = records.find(db, ctx.spec(KIND), number)
        version = _sendable(db, row)
        if row.verstuurd_op is None:
            raise UserError(
                _("Brief {number} is nog niet verstuurd."),
                _("Vul eerst in wanneer u de brief verstuurde."),
                number=number,
            )
        _write(
            ctx,
            db,
            row,
            {"aangekomen_op": on.isoformat(), **({"aangekomen_bewijs": proof} if proof else {})},
        )
        return Verstuurd(number, row.registernummer or "", version.number, ())


def write_email(ctx: Context, number: int, path: Path, *, to: str = "") -> Klaargezet:
    """Write the last fixed version as an e-mail that is ready to send (.eml), to the address that is known or given.

    Nothing is sent and nothing is put down as sent. Raises UserError for another ending, when nothing was fixed, for an
    address that is none, and when the file cannot be written.
    """
    if path.suffix.lower() != ENDING:
        raise UserError(
            _("Een e-mail wordt een bestand dat op .eml eindigt."), _("Geef een naam die zo eindigt.")
        )
    values = _email(ctx, number, to)
    files.write(path, email_concept(values))
    return Klaargezet(path, values.aan_adres, values.onderwerp, values.bijlage_naam)


# -- the days ------------------------------------------------------------------------------------------------------


def _sendable(db: ReadSession, row: Any) -> brief_versies.Versie:
    if row.richting == "binnen":
        raise UserError(
            _("Brief {number} kwam binnen. U kunt alleen een brief van uzelf versturen."), number=row.nummer
        )
    version = brief_versies.last_version(db, row)
    if version is None:
        raise UserError(
            _("Brief {number} is nog niet vastgelegd."),
            _("Leg de brief eerst vast. Dan staat vast wat u verstuurt."),
            number=row.nummer,
        )
    return version


def _write(ctx: Context, db: StepSession, row: Any, raw: Mapping[str, Any]) -> None:
    """The letter, and its case with the same values."""
    case = db.get(Advies, row.advies_id) if row.advies_id else None
    _put(ctx, db, KIND, row, raw)
    if case is None:
        return
    if row.soort in OF_A_CASE:
        _put(ctx, db, CASE, case, {TO_CASE[key]: value for key, value in raw.items()})
    elif row.soort == "herinnering" and "verstuurd_op" in raw:
        _put(ctx, db, CASE, case, {"herinnerd_op": raw["verstuurd_op"]})


def _put(ctx: Context, db: StepSession, kind: str, row: Any, raw: Mapping[str, Any]) -> None:
    spec = ctx.spec(kind)
    draft, faults = records.reviewed(db, spec, row, dict(raw))
    records.refuse(spec, faults)
    records.write(db, draft, row)


def _warnings(db: ReadSession, row: Any) -> Iterator[str]:
    case = db.get(Advies, row.advies_id) if row.advies_id else None
    if case is not None and row.soort in OF_A_CASE:
        landlord = db.get(Verhuurder, case.verhuurder_id) if case.verhuurder_id else None
        if (text := early_positive(feiten(case, landlord))) is not None:
            yield text
    if row.verstuurd_op is None and (kept := brief_versies.kept_sources(db, row)) is not None:
        moved = len(brief_bronnen.changes(kept, brief_bronnen.sources(db, row)))
        if moved:
            text = ngettext(
                "Sinds deze brief is vastgelegd is {count} ding veranderd waarop hij steunt.",
                "Sinds deze brief is vastgelegd zijn {count} dingen veranderd waarop hij steunt.",
                moved,
            )
            yield text.format(count=moved)


# -- the e-mail ----------------------------------------------------------------------------------------------------


def _email(ctx: Context, number: int, to: str) -> EmailConcept:
    """All that stands in it, read at one moment; paper is always Dutch, and so is this."""
    with ctx.store.reading() as db:
        row: Any = records.find(db, ctx.spec(KIND), number)
        version = _sendable(db, row)
        case: Any = db.get(Advies, row.advies_id) if row.advies_id else None
        landlord = _first(db, Verhuurder, row.verhuurder_id, getattr(case, "verhuurder_id", None))
        name, address = _addressee(db, row, landlord)
        on_behalf = _first(db, Partij, row.namens_id, getattr(case, "namens_id", None))
        sender = afzender.as_sender(on_behalf or afzender.own(db))
        own_reference = row.ons_kenmerk or getattr(case, "ons_kenmerk", None)
        their_reference = row.hun_kenmerk or getattr(case, "kenmerk_verhuurder", None)
        data = brief_versies.content(db, row, version.number)
    if to and as_address("", to) is None:
        raise UserError(_("‘{to}’ is geen e-mailadres."), _("Schrijf het als naam@voorbeeld.nl."), to=to[:80])
    about = [
        f"Betreft: {row.onderwerp}",
        *([f"Ons kenmerk: {own_reference}"] if own_reference else []),
        *([f"Uw kenmerk: {their_reference}"] if their_reference else []),
    ]
    return EmailConcept(
        van_naam=sender.naam,
        van_adres=sender.email,
        aan_naam="" if to else name,
        aan_adres=to or address,
        onderwerp=capital(row.onderwerp),
        alineas=(
            (landlord.aanhef if landlord else None) or "Geachte heer of mevrouw,",
            f"In de bijlage vindt u onze brief van {day_long(row.datum or clock.today())}.",
            "\n".join(about),
            *(
                ["Wilt u ons schrijven op welke dag u deze brief hebt ontvangen?"]
                if row.soort in OF_A_CASE
                else []
            ),
            f"Met vriendelijke groet,\n\n{sender.naam}",
        ),
        bijlage_naam=version.name,
        bijlage=data,
        made=clock.now().astimezone(),
        voorbeeld=ctx.store.example,
    )


def _first(db: ReadSession, cls: Any, *keys: str | None) -> Any:
    key = next((key for key in keys if key), None)
    return db.get(cls, key) if key else None


def _addressee(db: ReadSession, row: Any, landlord: Any) -> tuple[str, str]:
    """To whom: the party or bewonerscommissie that the letter names, else the party that the landlord is."""
    party = _first(db, Partij, row.partij_id, getattr(landlord, "partij_id", None))
    committee = _first(db, Commissie, row.commissie_id)
    for one in (party, committee) if landlord or row.partij_id else (committee, party):
        if one is not None and as_address("", one.contact_email or "") is not None:
            return one.naam, one.contact_email
    return getattr(landlord or party or committee, "naam", ""), ""
