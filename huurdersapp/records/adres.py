"""Adres: a home at which tenants can be reached, without a name. The landlord supplies the list.

On request the landlord gives the huurdersorganisatie the addresses of its homes (Overlegwet art. 5c, text of
27-07-2015): that is the population of a raadpleging and the list for a visit, so no name belongs in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sqlalchemy import ColumnElement, Index, select
from sqlalchemy.orm import Mapped, Session

from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import kern
from huurdersapp.records.base import Record, field, reference
from huurdersapp.records.campagne_adressen import in_audience, of_campaign
from huurdersapp.records.choices import WONINGTYPEN
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.raadpleging_tables import RaadplegingComplex, RaadplegingKern
from huurdersapp.records.rules import odd_postcode, tidy_postcode
from huurdersapp.records.spec import Filter, RecordSpec
from huurdersapp.records.woningkeuzes import ENERGIELABELS

HIGHEST_HOUSE_NUMBER = 99_999
"""The BAG gives house numbers at most five digits (Catalogus BAG 2018, objecttype nummeraanduiding)."""
_ADDITION = re.compile(r"[\s-]*(.*?)\s*")


class Adres(Record):
    """One home by postcode, number and addition; `naam` is how people say it, filled by the program."""

    __tablename__ = "adres"
    naam: Mapped[str] = field(_("Adres"), filled=True, index=True)
    postcode: Mapped[str] = field(_("Postcode"), index=True)
    huisnummer: Mapped[int] = field(_("Huisnummer"), minimum=1, maximum=HIGHEST_HOUSE_NUMBER)
    toevoeging: Mapped[str | None] = field(_("Toevoeging"))
    straat: Mapped[str | None] = field(_("Straat"), index=True)
    plaats: Mapped[str | None] = field(_("Plaats"), index=True)
    kern_id: Mapped[str | None] = reference(_("Kern of wijk"), "kern")
    complex_id: Mapped[str | None] = reference(_("Complex"), "complex")
    verhuurder_id: Mapped[str | None] = reference(_("Verhuurder"), "verhuurder")
    eenheid: Mapped[str | None] = field(
        _("Bouwkundige eenheid"), index=True, help=_("Het gebouw of blok, zoals de verhuurder het noemt")
    )
    woningtype: Mapped[str | None] = field(_("Woningtype"), choices=WONINGTYPEN, index=True)
    bouwjaar: Mapped[int | None] = field(_("Bouwjaar"), minimum=1500, maximum=2200)
    energielabel: Mapped[str | None] = field(_("Energielabel"), choices=ENERGIELABELS, index=True)
    actief: Mapped[bool] = field(_("Wordt nu verhuurd"), default=True, index=True)
    bron: Mapped[str | None] = field(_("Van welke lijst"))


Index(
    "ix_adres_bekend", Adres.postcode, Adres.huisnummer, Adres.toevoeging
)  # what a typed address is looked up by


def tidy_addition(text: str | None) -> str | None:
    """The addition to a house number as it is kept: `-a`, ` A` and `a` are one and the same, `A`."""
    found = _ADDITION.fullmatch(text or "")
    return (found[1].upper() if found else "") or None


def said(
    straat: str | None, nummer: int | None, toevoeging: str | None, postcode: str | None, plaats: str | None
) -> str:
    """An address in one line, as people say it: Laan van de Marel 14-A, 7822 AP Emmen."""
    number = "-".join(filter(None, [str(nummer) if nummer is not None else "", toevoeging]))
    street = " ".join(filter(None, [straat, number]))
    return ", ".join(filter(None, [street, " ".join(filter(None, [postcode, plaats]))]))


def known(db: Session, postcode: str | None, nummer: int | None, toevoeging: str | None) -> Adres | None:
    """The home of this postcode, number and addition; None when it is not known."""
    if not postcode or nummer is None:
        return None
    wanted = (toevoeging or "").casefold()
    rows = at_number(db, postcode, nummer)
    return next((row for row in rows if (row.toevoeging or "").casefold() == wanted), None)


def at_number(db: Session, postcode: str, nummer: int) -> list[Adres]:
    """All homes at a postcode and number, whatever their addition."""
    same = (Adres.postcode == postcode, Adres.huisnummer == nummer, Adres.verwijderd.is_(None))
    return list(db.scalars(select(Adres).where(*same).order_by(Adres.toevoeging, Adres.nummer)))


def _prepare(draft: Draft) -> Iterable[Fault]:
    tidy_postcode(draft, "postcode")
    draft.values["toevoeging"] = tidy_addition(draft["toevoeging"])
    draft.values["naam"] = said(
        *(draft[key] for key in ("straat", "huisnummer", "toevoeging", "postcode", "plaats"))
    )
    return ()


def _check(draft: Draft) -> Iterable[Fault]:
    yield from odd_postcode(draft, "postcode")


def _verify(db: Session, draft: Draft) -> Iterable[Fault]:
    yield from kern.odd_municipality(db, draft, "postcode")
    same = known(db, draft["postcode"], draft["huisnummer"], draft["toevoeging"])
    if same is not None and same.id != draft.id:
        yield Fault(
            _t("Dit adres staat er al, onder nummer {number}. Wijzig liever dat.").format(number=same.nummer),
            ("huisnummer",),
            warning=True,
        )


def inside(kern_id: str) -> ColumnElement[bool]:
    """It lies in this kern, wijk, gebied or gemeente."""
    return kern.inside(Adres.kern_id, kern_id)


def of_audience(campagne_id: str) -> ColumnElement[bool]:
    """A campagne is for it."""
    return of_campaign(Adres.complex_id, Adres.kern_id, campagne_id)


def of_raadpleging(raadpleging_id: str) -> ColumnElement[bool]:
    """Its tenants were asked: it lies in one of the complexes or kernen of the raadpleging."""
    complexes = select(RaadplegingComplex.complex_id).where(
        RaadplegingComplex.ouder_id == raadpleging_id, RaadplegingComplex.verwijderd.is_(None)
    )
    kernen = select(RaadplegingKern.kern_id).where(
        RaadplegingKern.ouder_id == raadpleging_id, RaadplegingKern.verwijderd.is_(None)
    )
    return in_audience(Adres.complex_id, Adres.kern_id, complexes, kernen)


SPEC = RecordSpec(
    Adres,
    label=_("Adres"),
    plural=_("Adressen"),
    columns=("nummer", "naam", "kern", "complex", "verhuurder", "energielabel"),
    search=("naam", "eenheid"),
    name=("naam",),
    order="naam",
    filters=(
        Filter("binnen", _("In kern, wijk of gebied"), "verwijzing", inside, ref="kern"),
        Filter("campagne", _("Voor campagne"), "verwijzing", of_audience, ref="campagne"),
        Filter("raadpleging", _("Voor raadpleging"), "verwijzing", of_raadpleging, ref="raadpleging"),
    ),
    prepare=_prepare,
    check=_check,
    verify=_verify,
)
