"""Briefsjabloon: the sentences of a kind of letter, as plain text that an organisation can change and share."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Mapped

from huurdersapp.base.i18n import lazy as _
from huurdersapp.base.sjabloon import SjabloonFault, parse
from huurdersapp.records.base import Record, field, reference
from huurdersapp.records.brief_soorten import SOORTEN
from huurdersapp.records.brief_velden import DELEN, velden
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.spec import RecordSpec


class Briefsjabloon(Record):
    """An own template of a kind of letter, for one landlord or for all. Without one the program's own is used."""

    __tablename__ = "briefsjabloon"
    naam: Mapped[str] = field(_("Naam"), index=True)
    soort: Mapped[str] = field(_("Soort brief"), choices=SOORTEN, index=True)
    verhuurder_id: Mapped[str | None] = reference(
        _("Verhuurder"), "verhuurder", help=_("Leeg is voor alle verhuurders")
    )
    tekst: Mapped[str] = field(_("Tekst"), long=True)
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)


MOST_TOLD = 5
"""Faults that are told at once; with more of them it is another kind of text."""


def _check(draft: Draft) -> Iterable[Fault]:
    """Each fault in the text, with its line and how to mend it."""
    if not draft["tekst"] or not draft["soort"]:
        return
    try:
        parse(draft["tekst"], velden(draft["soort"]), DELEN)
    except SjabloonFault as fault:
        for item in fault.faults[:MOST_TOLD]:
            yield Fault(item.sentence(), ("tekst",))


SPEC = RecordSpec(
    Briefsjabloon,
    label=_("Briefsjabloon"),
    plural=_("Briefsjablonen"),
    columns=("nummer", "naam", "soort", "verhuurder"),
    search=("naam", "tekst", "toelichting"),
    name=("naam",),
    order="naam",
    check=_check,
)
