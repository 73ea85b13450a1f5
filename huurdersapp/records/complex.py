"""Complex: homes of a landlord that belong together, as the landlord names them.

Not the wooncomplex of the Overlegwet (at least 25 homes, art. 1c) and not the bouwkundige eenheid of the
70%-rule (from ten homes, BW 7:220 lid 3): a complex may be either, both or neither.
"""

from __future__ import annotations

from sqlalchemy.orm import Mapped, Session

from huurdersapp.base.i18n import lazy as _
from huurdersapp.records.base import Record, field, reference
from huurdersapp.records.choices import WONINGTYPEN
from huurdersapp.records.draft import Draft
from huurdersapp.records.spec import RecordSpec


class Complex(Record):
    """A group of homes; `code` is the landlord's own number for it."""

    __tablename__ = "complex"
    naam: Mapped[str] = field(_("Naam"), index=True)
    code: Mapped[str | None] = field(_("Nummer bij de verhuurder"), index=True)
    verhuurder_id: Mapped[str | None] = reference(_("Verhuurder"), "verhuurder")
    kern_id: Mapped[str | None] = reference(_("Kern of wijk"), "kern")
    adressen: Mapped[str | None] = field(
        _("Straten"), long=True, help=_("Straten en huisnummers, geen namen van bewoners")
    )
    aantal_woningen: Mapped[int | None] = field(
        _("Aantal woningen"), minimum=0, unit=_("woningen"), index=True
    )
    bouwjaar: Mapped[int | None] = field(_("Bouwjaar"), minimum=1500, maximum=2200, index=True)
    woningtype: Mapped[str | None] = field(_("Woningtype"), choices=WONINGTYPEN, index=True)
    actief: Mapped[bool] = field(_("Wordt nu verhuurd"), default=True, index=True)
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)


def fill_place(db: Session, draft: Draft) -> None:
    """The landlord and the place of a complex that was just named, where nobody said otherwise."""
    if draft["complex"] is None or not draft.changed("complex"):
        return
    found = db.get(Complex, draft["complex"])
    if found is not None:
        draft.values["verhuurder"] = draft["verhuurder"] or found.verhuurder_id
        draft.values["kern"] = draft["kern"] or found.kern_id


SPEC = RecordSpec(
    Complex,
    label=_("Complex"),
    plural=_("Complexen"),
    columns=("nummer", "naam", "code", "kern", "verhuurder", "aantal_woningen"),
    search=("naam", "code", "adressen", "toelichting"),
    name=("naam", "code"),
    order="naam",
)
