"""Kern: a place where tenants live, from village to municipality (kern → gebied → gemeente)."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Mapped

from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records.base import Choices, Record, field, reference
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.spec import RecordSpec

SOORTEN = Choices.of(kern=_("Kern of dorp"), wijk=_("Wijk"), gebied=_("Gebied"), gemeente=_("Gemeente"))


class Kern(Record):
    """A village, quarter, area or municipality; each lies in the one of `in_`."""

    __tablename__ = "kern"
    naam: Mapped[str] = field(_("Naam"), index=True)
    soort: Mapped[str] = field(_("Soort"), choices=SOORTEN, default="kern", index=True)
    ligt_in_id: Mapped[str | None] = reference(_("Ligt in"), "kern")
    andere_namen: Mapped[str | None] = field(_("Andere namen"), help=_("Met komma's ertussen"))
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)


def _check(draft: Draft) -> Iterable[Fault]:
    if draft["ligt_in"] is not None and draft["ligt_in"] == draft.id:
        yield Fault(_t("Een plaats kan niet in zichzelf liggen. Kies een andere."), ("ligt_in",))


SPEC = RecordSpec(
    Kern,
    label=_("Kern"),
    plural=_("Kernen"),
    columns=("nummer", "naam", "soort", "ligt_in"),
    search=("naam", "andere_namen", "toelichting"),
    name=("naam",),
    order="naam",
    check=_check,
)
