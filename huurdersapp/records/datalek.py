"""Datalek: what was lost, seen or sent to the wrong place; always written down, told to others where it must be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from sqlalchemy.orm import Mapped

from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records.base import Choices, Record, field
from huurdersapp.records.datalek_klok import people_must_know, told_in_time
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.rules import in_order, not_in_future
from huurdersapp.records.spec import RecordSpec

SOORTEN = Choices.of(
    laptop=_("Computer verloren of gestolen"),
    stick=_("USB-stick of schijf verloren of gestolen"),
    papier=_("Papier verloren of laten liggen"),
    verkeerd=_("Brief of e-mail naar de verkeerde"),
    meegelezen=_("Iemand zag wat niet voor hem was"),
    ingebroken=_("Ingebroken in computer of e-mail"),
    gewist=_("Gegevens kwijt zonder kopie"),
    anders=_("Iets anders"),
)
BEVEILIGD = Choices.of(
    dicht=_("Versleuteld en op slot"),
    open=_("Versleuteld, maar het slot was open"),
    niet=_("Niet versleuteld"),
    onbekend=_("Niet bekend"),
)
RISICO = Choices.of(
    onwaarschijnlijk=_("Risico is onwaarschijnlijk"),
    risico=_("Risico voor mensen"),
    hoog=_("Hoog risico voor mensen"),
)
"""AVG art. 33 lid 1 and 34 lid 1."""
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
TIMES = ("ontdekt_om", "gemeld_ap_om")


class Datalek(Record):
    """A breach and what was done about it: the log that AVG art. 33 lid 5 asks for, also when nothing is reported.

    Times are hours and minutes on the clock here. What is written down names nobody.
    """

    __tablename__ = "datalek"
    titel: Mapped[str] = field(_("Wat er gebeurde, kort"), index=True)
    soort: Mapped[str] = field(_("Soort"), choices=SOORTEN, index=True)
    gebeurd_op: Mapped[date | None] = field(_("Gebeurd op"), index=True)
    ontdekt_op: Mapped[date] = field(_("Ontdekt op"), index=True)
    ontdekt_om: Mapped[str | None] = field(_("Ontdekt om"), help=_("Zoals 19:30"))
    omschrijving: Mapped[str | None] = field(_("Wat er gebeurde"), long=True)
    gegevens: Mapped[str | None] = field(_("Om welke gegevens het gaat"), long=True)
    aantal: Mapped[int | None] = field(_("Van hoeveel mensen"), minimum=0, unit=_("mensen"))
    beveiligd: Mapped[str | None] = field(_("Hoe het beveiligd was"), choices=BEVEILIGD, index=True)
    risico: Mapped[str | None] = field(_("Risico"), choices=RISICO, index=True)
    afweging: Mapped[str | None] = field(_("Waarom u dat vindt"), long=True)
    gemeld_ap_op: Mapped[date | None] = field(_("Gemeld bij de Autoriteit Persoonsgegevens op"), index=True)
    gemeld_ap_om: Mapped[str | None] = field(_("Gemeld om"), help=_("Zoals 19:30"))
    waarom_later: Mapped[str | None] = field(_("Waarom later dan 72 uur"), long=True)
    gemeld_mensen_op: Mapped[date | None] = field(_("Verteld aan de mensen zelf op"))
    maatregelen: Mapped[str | None] = field(_("Wat u eraan deed"), long=True)
    afgerond_op: Mapped[date | None] = field(_("Afgerond op"), index=True)


def _check(draft: Draft) -> Iterable[Fault]:
    for key in TIMES:
        if draft[key] and not _TIME.fullmatch(draft[key]):
            yield Fault(_t("Schrijf de tijd als uren en minuten, zoals 19:30."), (key,))
    yield from not_in_future(
        draft, "gebeurd_op", "ontdekt_op", "gemeld_ap_op", "gemeld_mensen_op", "afgerond_op"
    )
    yield from in_order(draft, "gebeurd_op", "ontdekt_op")
    for later in ("gemeld_ap_op", "gemeld_mensen_op", "afgerond_op"):
        yield from in_order(draft, "ontdekt_op", later)
    told, why = draft["gemeld_ap_op"], draft["waarom_later"]
    found, at = draft["ontdekt_op"], draft["ontdekt_om"]
    if told and found and not why and not told_in_time(found, at, told, draft["gemeld_ap_om"]):
        text = _t("Dit is meer dan 72 uur na de ontdekking. Schrijf erbij waarom het later werd.")
        yield Fault(text, ("waarom_later",), warning=True)
    if draft["afgerond_op"] is not None and draft["risico"] is None:
        yield Fault(_t("Kies eerst hoe groot het risico is. Pas daarna is het afgerond."), ("risico",))
    if draft["afgerond_op"] is not None and draft["risico"] in ("risico", "hoog") and told is None:
        text = _t("Dit lek is afgerond, maar niet gemeld. Bij een risico voor mensen moet dat wel.")
        yield Fault(text, ("gemeld_ap_op",), warning=True)
    people = people_must_know(draft["risico"], draft["beveiligd"]) and draft["gemeld_mensen_op"] is None
    if draft["afgerond_op"] is not None and people:
        text = _t(
            "Dit lek is afgerond, maar niet verteld aan de mensen zelf. Bij een hoog risico moet dat wel."
        )
        yield Fault(text, ("gemeld_mensen_op",), warning=True)


SPEC = RecordSpec(
    Datalek,
    label=_("Datalek"),
    plural=_("Datalekken"),
    columns=("nummer", "titel", "ontdekt_op", "afgerond_op"),
    search=("titel", "omschrijving", "maatregelen"),
    name=("titel",),
    order="-ontdekt_op",
    check=_check,
)
