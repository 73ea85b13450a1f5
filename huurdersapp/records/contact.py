"""Contact: a person with a function at an organisation, a landlord or a commissie."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Mapped

from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import bewaren
from huurdersapp.records.base import Record, field, reference
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.privacy import sensitive
from huurdersapp.records.rules import none_or_after, not_in_future
from huurdersapp.records.spec import Filter, RecordSpec


class Contact(Record):
    """How somebody is reached in a function; not a member administration."""

    __tablename__ = "contact"
    naam: Mapped[str] = field(_("Naam"), index=True)
    functie: Mapped[str | None] = field(_("Functie"), index=True)
    partij_id: Mapped[str | None] = reference(_("Organisatie"), "partij")
    verhuurder_id: Mapped[str | None] = reference(_("Verhuurder"), "verhuurder")
    commissie_id: Mapped[str | None] = reference(_("Bewonerscommissie"), "commissie")
    telefoon: Mapped[str | None] = field(_("Telefoon"), personal=True)
    email: Mapped[str | None] = field(_("E-mail"), personal=True)
    adres_tekst: Mapped[str | None] = field(_("Adres"), personal=True, long=True)
    waarvoor: Mapped[str | None] = field(_("Waarvoor u deze persoon belt"))
    gestopt_op: Mapped[date | None] = field(_("Niet meer in deze functie sinds"), index=True)
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)


def _check(draft: Draft) -> Iterable[Fault]:
    yield from not_in_future(draft, "gestopt_op", warning=True)
    yield from sensitive(draft, "toelichting", "waarvoor")


def in_function_on(on: date) -> ColumnElement[bool]:
    """Still in that function on that day."""
    return none_or_after(Contact.gestopt_op, on)


SPEC = RecordSpec(
    Contact,
    label=_("Contact"),
    plural=_("Mensen"),
    columns=("nummer", "naam", "functie", "partij", "verhuurder", "commissie"),
    search=("naam", "functie", "waarvoor", "toelichting"),
    name=("naam",),
    order="naam",
    filters=(Filter("in_functie_op", _("In functie op"), "datum", in_function_on), bewaren.kept("contact")),
    check=_check,
)
