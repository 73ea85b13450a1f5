"""Kern: a place where tenants live, from village to municipality (kern → gebied → gemeente)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Mapped, Session

from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records.base import Choices, Record, field, reference
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.spec import RecordSpec

SOORTEN = Choices.of(kern=_("Kern of dorp"), wijk=_("Wijk"), gebied=_("Gebied"), gemeente=_("Gemeente"))

LIES_IN = {
    "kern": ("wijk", "gebied", "gemeente"),
    "wijk": ("kern", "gebied", "gemeente"),
    "gebied": ("gemeente",),
    "gemeente": (),
}
"""In which kinds of place a kind may lie. A quarter may lie in its town or straight in an area."""


class Kern(Record):
    """A village, quarter, area or municipality; each lies in the one of `ligt_in`."""

    __tablename__ = "kern"
    naam: Mapped[str] = field(_("Naam"), index=True)
    soort: Mapped[str] = field(_("Soort"), choices=SOORTEN, default="kern", index=True)
    ligt_in_id: Mapped[str | None] = reference(_("Ligt in"), "kern")
    andere_namen: Mapped[str | None] = field(_("Andere namen"), help=_("Met komma's ertussen"))
    postcodes: Mapped[str | None] = field(
        _("Postcodes"),
        help=_("Van een gemeente: de vier cijfers, met komma's ertussen, zoals 7811, 7812"),
        long=True,
    )
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)


def inside(column: Any, place: str | Select[Any]) -> ColumnElement[bool]:
    """A condition: the place in `column` is this one (or one of these) or lies in it, however deep."""
    here = Kern.id == place if isinstance(place, str) else Kern.id.in_(place)
    below = select(Kern.id).where(here).cte(recursive=True)
    # UNION and not UNION ALL: it ends even where a merge of two laptops has made a circle.
    below = below.union(select(Kern.id).where(Kern.ligt_in_id == below.c.id, Kern.verwijderd.is_(None)))
    found: ColumnElement[bool] = column.in_(select(below.c.id))
    return found


_DIGITS = re.compile(r"\d{4}")


def odd_municipality(db: Session, draft: Draft, key: str) -> Iterator[Fault]:
    """A warning for a postcode that no municipality of this administration has; none where none says its postcodes."""
    found = _DIGITS.match(draft[key] or "")
    if found is None or not draft.changed(key):
        return
    told = db.scalars(select(Kern.postcodes).where(Kern.postcodes.is_not(None), Kern.verwijderd.is_(None)))
    known = {code for text in told for code in _DIGITS.findall(text or "")}
    if known and found[0] not in known:
        yield Fault(
            _t("Deze postcode ligt buiten de gemeente die u kent. Klopt het adres?"), (key,), warning=True
        )


def municipality(place: Select[Any]) -> Select[Any]:
    """The keys of the widest place in which these lie: their municipality, or they themselves where nobody said in what
    they lie."""
    above = select(Kern.id, Kern.ligt_in_id).where(Kern.id.in_(place)).cte(recursive=True)
    above = above.union(select(Kern.id, Kern.ligt_in_id).where(Kern.id == above.c.ligt_in_id))
    return select(above.c.id).where(above.c.ligt_in_id.is_(None))


def _check(draft: Draft) -> Iterable[Fault]:
    if draft["postcodes"]:
        odd = [
            word for word in re.split(r"[,;\s]+", draft["postcodes"]) if word and not _DIGITS.fullmatch(word)
        ]
        if odd:
            yield Fault(
                _t("‘{word}’ is geen postcode van vier cijfers. Schrijf ze zo: 7811, 7812.").format(
                    word=odd[0]
                ),
                ("postcodes",),
            )
    if draft["ligt_in"] is None:
        return
    if draft["ligt_in"] == draft.id:
        yield Fault(_t("Een plaats kan niet in zichzelf liggen. Kies een andere."), ("ligt_in",))
    elif draft["soort"] == "gemeente":
        yield Fault(_t("Een gemeente ligt hier niet in een andere plaats. Maak dit leeg."), ("ligt_in",))


def _verify(db: Session, draft: Draft) -> Iterable[Fault]:
    place = db.get(Kern, draft["ligt_in"]) if draft["ligt_in"] else None
    if place is not None and place.soort not in LIES_IN[draft["soort"]]:
        yield Fault(
            _t("Dit past niet: ‘{name}’ is een {kind}. Kies hier een: {kinds}.").format(
                name=place.naam, kind=_word(place.soort), kinds=", ".join(map(_word, LIES_IN[draft["soort"]]))
            ),
            ("ligt_in",),
        )
    if draft.id is None:
        return
    if place is not None and draft.id in _above(db, place):
        yield Fault(
            _t("‘{name}’ ligt zelf al in deze plaats. Kies een andere.").format(name=place.naam), ("ligt_in",)
        )
    if draft.changed("soort"):
        yield from _unfit(db, draft)


def _unfit(db: Session, draft: Draft) -> Iterable[Fault]:
    inside = select(Kern).where(Kern.ligt_in_id == draft.id, Kern.verwijderd.is_(None)).order_by(Kern.naam)
    for kern in db.scalars(inside):
        if draft["soort"] not in LIES_IN[kern.soort]:
            yield Fault(
                _t("Hier ligt ‘{name}’ in, en dat past dan niet meer. Verander eerst die plaats.").format(
                    name=kern.naam
                ),
                ("soort",),
            )


def _above(db: Session, place: Kern) -> set[str]:
    """The keys of a place and of all it lies in; stops where a merge of two laptops has made a circle."""
    found: set[str] = set()
    here: Kern | None = place
    while here is not None and here.id not in found:
        found.add(here.id)
        here = db.get(Kern, here.ligt_in_id) if here.ligt_in_id else None
    return found


def _word(soort: str) -> str:
    return SOORTEN.label(soort).lower()


SPEC = RecordSpec(
    Kern,
    label=_("Kern"),
    plural=_("Kernen"),
    columns=("nummer", "naam", "soort", "ligt_in"),
    search=("naam", "andere_namen", "toelichting"),
    name=("naam",),
    order="naam",
    check=_check,
    verify=_verify,
)
