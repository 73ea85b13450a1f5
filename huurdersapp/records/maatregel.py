"""Maatregel: what can be done in a home to save energy, with what that saves by whom and when it was said.

Figures are second hand and differ from home to home, so they are editable, carry their source and year, and everything
that is reckoned with them is called `indicatief`.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from sqlalchemy.orm import Mapped

from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records.base import Choices, Record, field
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.spec import RecordSpec

SOORTEN = Choices.of(
    product=_("Product"), instelling=_("Instelling"), gedrag=_("Gewoonte"), woning=_("Aan de woning")
)
"""What kind of thing it is; of `woning` the landlord must take care."""
OVERLAP = Choices.of(
    verwarming=_("Verwarming"),
    warm_water=_("Warm water"),
    verlichting=_("Verlichting"),
    apparaten=_("Apparaten"),
    geheel=_("Alles samen"),
)
"""Measures that save on the same use: their savings are not simply added."""
PER = Choices.of(
    woning=_("Per woning"), stuk=_("Per stuk"), meter=_("Per meter"), vierkante_meter=_("Per m²")
)
EENHEDEN = Choices.of(woning="", stuk=_("stuk"), meter=_("meter"), vierkante_meter=_("m²"))
"""The unit of an amount, by the keys of `PER`; a home has none."""
SAVINGS = ("gas_m3", "stroom_kwh", "water_liter")


class Maatregel(Record):
    """One measure of the catalogue. Savings are per year and per unit (`per`), never in euro."""

    __tablename__ = "maatregel"
    naam: Mapped[str] = field(_("Naam"), index=True)
    code: Mapped[str | None] = field(_("Code"), index=True)
    soort: Mapped[str] = field(_("Soort"), choices=SOORTEN, default="product", index=True)
    plek: Mapped[int | None] = field(
        _("Plek in de lijst"), minimum=1, index=True, help=_("De eerste negen kiest u met de toetsen 1 tot 9")
    )
    overlap: Mapped[str | None] = field(_("Bespaart op"), choices=OVERLAP, index=True)
    per: Mapped[str] = field(_("Bespaart"), choices=PER, default="woning")
    gas_m3: Mapped[Decimal | None] = field(_("Gas per jaar"), minimum=0, unit=_("m³"))
    stroom_kwh: Mapped[Decimal | None] = field(_("Stroom per jaar"), minimum=0, unit=_("kWh"))
    water_liter: Mapped[Decimal | None] = field(_("Water per jaar"), minimum=0, unit=_("liter"))
    voorwaarden: Mapped[str | None] = field(
        _("Voorwaarden"), long=True, help=_("Waar de besparing voor geldt")
    )
    bron: Mapped[str | None] = field(_("Bron"))
    bron_jaar: Mapped[int | None] = field(_("Jaar van de bron"), minimum=1990, maximum=2200)
    nagezocht: Mapped[bool] = field(
        _("In de bron nagezocht"), default=False, help=_("Nee: een vuistregel, nog niet nagekeken")
    )
    veiligheid: Mapped[str | None] = field(_("Let op bij deze maatregel"), long=True)
    voorraad: Mapped[int | None] = field(_("Op voorraad"), unit=_("stuks"))
    actief: Mapped[bool] = field(_("Wordt gebruikt"), default=True, index=True)


def _check(draft: Draft) -> Iterable[Fault]:
    if any(draft[key] for key in SAVINGS) and not (draft["bron"] and draft["bron_jaar"]):
        yield Fault(
            _t("Een besparing zonder bron en jaar overtuigt niemand. Vul ze in."), ("bron",), warning=True
        )
    if any(draft[key] for key in SAVINGS) and draft["overlap"] is None:
        yield Fault(
            _t("Kies waar dit op bespaart. Dan telt het programma niets dubbel."), ("overlap",), warning=True
        )


SPEC = RecordSpec(
    Maatregel,
    label=_("Maatregel"),
    plural=_("Maatregelen"),
    columns=("nummer", "plek", "naam", "soort", "overlap", "gas_m3"),
    search=("naam", "code", "voorwaarden", "bron"),
    name=("naam", "code"),
    order="plek",
    check=_check,
)
