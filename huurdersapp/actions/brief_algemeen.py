"""What every letter has besides its parts: who writes, to whom, about what, on which day; for letters that answer no case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from huurdersapp.actions.afzender import as_sender, own
from huurdersapp.actions.brief_feiten import as_addressee
from huurdersapp.actions.brief_feiten_overig import MEER
from huurdersapp.actions.context import Context
from huurdersapp.base import clock
from huurdersapp.base.sjabloon import Value
from huurdersapp.records.brief_soorten import TO_TENANTS
from huurdersapp.records.partij import Partij
from huurdersapp.records.verhuurder import Verhuurder
from huurdersapp.reports.brief import BriefValues, address_lines, typed_address
from huurdersapp.reports.brief_delen import Feiten, as_fact
from huurdersapp.reports.language import clause, day_long
from huurdersapp.reports.prose import one_line, text_blocks
from huurdersapp.store.step import ReadSession

KIND = "brief"
TENANTS = ("Aan de bewoners van dit adres",)
"""To whom a letter to tenants is, before it gets the address of each."""


def general(ctx: Context, db: ReadSession, row: Any, on: date | None) -> tuple[BriefValues, Feiten]:
    """The frame and the facts of a letter; `on` is its day as long as it was not sent."""
    sender = db.get_one(Partij, row.namens_id) if row.namens_id else own(db)
    day = row.verstuurd_op or on or row.datum or clock.today()
    landlord: Verhuurder | None = db.get(Verhuurder, row.verhuurder_id) if row.verhuurder_id else None
    files = db.lines(db.catalogue.specs[KIND].part["bijlagen"].spec, row.id)
    frame = BriefValues(
        afzender=as_sender(sender),
        aan=_address(db, row, landlord),
        ondertekenaars=_signers(db, row),
        plaats=sender.plaats or "",
        datum=day,
        betreft=row.onderwerp,
        aanhef=_salutation(row, landlord),
        ons_kenmerk=row.ons_kenmerk or "",
        uw_kenmerk=row.hun_kenmerk or "",
        bijlagen=tuple(line.toelichting or line.naam for line in files),
        trefwoorden=tuple(filter(None, (landlord.naam if landlord else "",))),
        concept=row.status == "concept",
        voorbeeld=ctx.store.example,
    )
    words, blocks = MEER[row.soort](ctx, db, row) if row.soort in MEER else ({}, {})
    text = (row.toelichting or "").strip()
    facts: dict[str, Value] = {
        "onderwerp": as_fact(clause(one_line(row.onderwerp))),
        "verhuurder": as_fact(landlord.naam) if landlord else "",
        "afzender": as_fact(sender.naam),
        "ons_kenmerk": as_fact(row.ons_kenmerk or ""),
        "uw_kenmerk": as_fact(row.hun_kenmerk or ""),
        "datum": day_long(day),
        "antwoord_voor": day_long(row.antwoord_voor) if row.antwoord_voor else "",
        **words,
    }
    own_blocks = {"tekst": tuple(text_blocks(text)) if text else (), **blocks}
    return frame, Feiten(facts, own_blocks, frozenset({"datum"}))


def _salutation(row: Any, landlord: Verhuurder | None) -> str:
    if row.soort in TO_TENANTS:
        return "Beste huurder,"
    if landlord is not None and not row.aan:
        return landlord.aanhef or "Geacht bestuur,"
    return "Geacht bestuur," if row.partij_id and not row.aan else "Geachte heer of mevrouw,"


def _signers(db: ReadSession, row: Any) -> tuple[tuple[str, str], ...]:
    """Who sign the case that it belongs to, else who handles it."""
    if row.advies_id:
        lines = db.lines(db.catalogue.specs["advies"].part["ondertekenaars"].spec, row.advies_id)
        if lines:
            return tuple((line.naam, line.functie or "") for line in lines)
    return ((row.behandelaar, ""),) if row.behandelaar else ()


def _address(db: ReadSession, row: Any, landlord: Verhuurder | None) -> tuple[str, ...]:
    """As it was typed, else that of the landlord or of the organisation."""
    if row.aan:
        return typed_address(row.aan)
    if row.soort in TO_TENANTS:
        return TENANTS
    if landlord is not None:
        return address_lines(as_addressee(landlord))
    partij: Partij | None = db.get(Partij, row.partij_id) if row.partij_id else None
    if partij is None:
        return ()
    return address_lines(
        replace(as_addressee(None), naam=partij.naam, adres=tuple(typed_address(partij.contact_adres or "")))
    )
