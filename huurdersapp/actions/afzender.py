"""Who writes: the own organisation, as it stands at the head of a paper."""

from __future__ import annotations

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.partij import Partij
from huurdersapp.records.rules import lines_of
from huurdersapp.reports.adviesbrief_values import Afzender
from huurdersapp.store.step import ReadSession


def own(db: ReadSession) -> Partij:
    """The organisation that keeps this administration; raises UserError where none is marked as such."""
    found: list[Partij] = db.alive(db.catalogue.specs["partij"], Partij.eigen.is_(True))
    if not found:
        raise UserError(
            _("Het programma weet nog niet wie u bent."),
            _("Ga naar Contacten, Partijen. Wijzig uw organisatie en vink ‘Onze eigen organisatie’ aan."),
        )
    return found[0]


def as_sender(partij: Partij) -> Afzender:
    """An organisation with its address and how to reach it."""
    return Afzender(
        naam=partij.naam,
        adres=tuple(lines_of(partij.contact_adres)),
        telefoon=partij.contact_telefoon or "",
        email=partij.contact_email or "",
        website=partij.website or "",
    )
