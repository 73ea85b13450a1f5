"""What other records know of a visit: the address, the coach, the sheet of paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from huurdersapp.base.formats import day
from huurdersapp.base.i18n import gettext as _t
from huurdersapp.records import adres, bijlage, kern
from huurdersapp.records.complex import fill_place
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.energiebezoek_tables import Energiebezoek
from huurdersapp.records.energiecoach import NEEDED as OF_COACH
from huurdersapp.records.energiecoach import Energiecoach
from huurdersapp.records.knelpunt_tables import Knelpunt

_TAKEN_OVER: Mapping[str, str] = {
    "straat": "straat",
    "plaats": "plaats",
    "kern": "kern_id",
    "complex": "complex_id",
    "verhuurder": "verhuurder_id",
    "woningtype": "woningtype",
    "bouwjaar": "bouwjaar",
    "energielabel": "energielabel",
}
"""What a visit takes over from a known address: field of the visit and column of the address."""
_SEEN = ("woningtype", "bouwjaar", "energielabel")
"""Of these the coach may have seen something else."""


def name_of(draft: Draft) -> str | None:
    """The address and the day, as people say them; None where neither may be known (any more)."""
    number, addition = draft["huisnummer"], draft["toevoeging"]
    where = (None, None) if draft["straat"] else (draft["postcode"], draft["plaats"])
    street = adres.said(draft["straat"], number, addition, *where)
    on = draft["datum"] or draft["aangevraagd_op"]
    return ", ".join(filter(None, [street, day(on) if on and street else None])) or None


def verify(db: Session, draft: Draft) -> Iterable[Fault]:
    """Fill what the address knows, and ask about what does not fit."""
    yield from bijlage.verify(db, draft)
    _fill_from_address(db, draft)
    fill_place(db, draft)
    yield from kern.odd_municipality(db, draft, "postcode")
    yield from _odd_form(db, draft)
    yield from _still_told(db, draft)
    coach = db.get(Energiecoach, draft["coach"]) if draft["coach"] else None
    if coach is None or not (draft.changed("coach") or draft.changed("datum")):
        return
    if draft.changed("coach"):
        yield from _unready(coach)
    yield from _not_now(db, draft, coach)


def _unready(coach: Energiecoach) -> Iterator[Fault]:
    missing = [key for key in OF_COACH if getattr(coach, key) is None]
    if missing:
        labels = ", ".join(str(Energiecoach.__table__.columns[key].info["note"].label) for key in missing)
        yield Fault(
            _t("Van deze coach mist nog: {missing}. Vul dat aan bij de energiecoach.").format(missing=labels),
            ("coach",),
            warning=True,
        )


def _not_now(db: Session, draft: Draft, coach: Energiecoach) -> Iterator[Fault]:
    """The coach had not begun, had stopped, or has more visits that week than was agreed."""
    on = draft["datum"]
    if on is None:
        return
    if (coach.actief_van and on < coach.actief_van) or (coach.actief_tot and on > coach.actief_tot):
        yield Fault(_t("Op deze dag was dit geen coach. Klopt dat?"), ("coach",), warning=True)
    if coach.per_week is None:
        return
    monday = on - timedelta(days=on.weekday())
    same_week = select(func.count()).where(
        Energiebezoek.coach_id == coach.id,
        Energiebezoek.datum >= monday,
        Energiebezoek.datum <= monday + timedelta(days=6),
        Energiebezoek.verwijderd.is_(None),
        Energiebezoek.status != "vervallen",
        Energiebezoek.id != (draft.id or ""),
    )
    if int(db.scalar(same_week) or 0) >= coach.per_week:
        text = _t("Deze coach doet hoogstens {count} bezoeken per week. In deze week worden het er meer.")
        yield Fault(text.format(count=coach.per_week), ("coach",), warning=True)


def _odd_form(db: Session, draft: Draft) -> Iterator[Fault]:
    """The sheet was entered before: the same visit twice, or another number was meant."""
    if draft["formulier"] is None or not draft.changed("formulier"):
        return
    same = select(Energiebezoek.nummer).where(
        Energiebezoek.formulier_id == draft["formulier"],
        Energiebezoek.verwijderd.is_(None),
        Energiebezoek.id != (draft.id or ""),
    )
    number = db.scalars(same.order_by(Energiebezoek.nummer).limit(1)).first()
    if number is not None:
        text = _t("Dit formulier is al ingevoerd, bij energiebezoek {number}. Kijk het nummer na.")
        yield Fault(text.format(number=number), ("formulier",), warning=True)


def _still_told(db: Session, draft: Draft) -> Iterator[Fault]:
    """The landlord may not be told any more, while a knelpunt of this visit still has the address."""
    before = draft.before
    if before is None or _may_tell(draft) or not _may_tell(before):
        return
    keys = [line["knelpunt"] for line in draft.lines("knelpunten")]
    asked = select(Knelpunt.nummer).where(
        Knelpunt.id.in_(keys), Knelpunt.melder_adres.is_not(None), Knelpunt.verwijderd.is_(None)
    )
    for number in db.scalars(asked.order_by(Knelpunt.nummer)):
        text = _t("Bij knelpunt {number} staat het adres nog. Haal het daar weg, nu het niet meer mag.")
        yield Fault(text.format(number=number), ("toestemmingen",), warning=True)


def _may_tell(draft: Draft) -> bool:
    """Whether the tenant agrees now that the landlord is told."""
    lines = draft.lines("toestemmingen")
    return any(line["doel"] == "verhuurder" and line["ingetrokken_op"] is None for line in lines)


def _fill_from_address(db: Session, draft: Draft) -> None:
    """One known address fills the rest, and never takes the place of what was typed.

    When the address changes, what went along with the former one goes along with the new one, unless the same change
    says otherwise; what a coach saw of the home stays, unless it came from the former address.
    """
    home = adres.known(db, draft["postcode"], draft["huisnummer"], draft["toevoeging"])
    draft.values["adres"] = home.id if home is not None else None
    if home is None or not any(draft.changed(key) for key in ("postcode", "huisnummer", "toevoeging")):
        return
    former = _former(db, draft)
    for key, column in _TAKEN_OVER.items():
        told, said = getattr(home, column), draft[key]
        if said is not None and (draft.before is None or draft.changed(key)):
            continue
        came_along = key in former and said == former[key]
        if came_along or said is None or (key not in _SEEN and told is not None):
            draft.values[key] = told
    draft.values["naam"] = name_of(draft)


def _former(db: Session, draft: Draft) -> Mapping[str, Any]:
    """What the address told that the visit had before."""
    before = draft.before
    if before is None:
        return {}
    home = adres.known(db, before["postcode"], before["huisnummer"], before["toevoeging"])
    return {} if home is None else {key: getattr(home, column) for key, column in _TAKEN_OVER.items()}
