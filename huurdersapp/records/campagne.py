"""Campagne: informing and reaching tenants, with counts that keep reach, contact, taking part and effect apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import ColumnElement, and_, exists, func, or_, select

from huurdersapp.base import clock
from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import bijlage, kern
from huurdersapp.records.campagne_tables import (
    COUNTED,
    VORMEN,
    Actie,
    Campagne,
    CampagneAfspraak,
    CampagneBijlage,
    CampagneComplex,
    CampagneKern,
    CampagneMeting,
)
from huurdersapp.records.complex import Complex
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.privacy import sensitive
from huurdersapp.records.rules import Period, follow_facts, in_order, not_in_future, within
from huurdersapp.records.spec import Filter, PartSpec, RecordSpec

FACTS = ("start_op", "eind_op", "acties", "conclusies")
STEPS = (
    ("contacten", "bereik"),
    ("deelnemers", "contacten"),
    ("aangemeld", "contacten"),
    ("doorverwezen", "contacten"),
)
"""Of each pair the first is usually not more than the second; if it is, it is asked about."""


def added(values: Iterable[int | None]) -> int | None:
    """What was counted, together; None where nothing was counted, which is not 0."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _prepare(draft: Draft) -> Iterable[Fault]:
    for key in COUNTED:
        draft.values[key] = added(line[key] for line in draft.lines("acties"))
    follow_facts(draft, _derived(draft), FACTS, moving=("voorbereiden", "loopt"))
    return ()


def _derived(draft: Draft) -> str:
    today = clock.today()
    if draft["eind_op"] is not None and draft["eind_op"] < today:
        return "afgerond"
    begun = draft["start_op"] is not None and draft["start_op"] <= today
    done = any(line["datum"] is not None and line["datum"] <= today for line in draft.lines("acties"))
    return "loopt" if begun or done else "voorbereiden"


def _check(draft: Draft) -> Iterable[Fault]:
    yield from in_order(draft, "start_op", "eind_op")
    if draft["doel_aantal"] is not None and draft["doel_maat"] is None:
        yield Fault(_t("Kies wat u telt: bereik, contact, deelname of effect."), ("doel_maat",), warning=True)
    for key in ("deel_van", "vorige"):
        if draft.id is not None and draft[key] == draft.id:
            yield Fault(_t("Dit is de campagne zelf. Kies een andere."), (key,))
    yield from _check_audience(draft)
    for index, line in enumerate(draft.lines("acties")):
        yield from (fault.at("acties", index) for fault in _check_action(line, draft["doelgroep_aantal"]))
        yield from (fault.at("acties", index) for fault in _check_day(line, draft))
    for index, line in enumerate(draft.lines("metingen")):
        yield from (fault.at("metingen", index) for fault in _check_measure(line))
    yield from sensitive(draft, "doel", "doelgroep", "conclusies")


def _check_audience(draft: Draft) -> Iterator[Fault]:
    """Households of which nobody knows how many there are, cannot be too many; talks may well be more than one."""
    audience = draft["doelgroep_aantal"]
    if audience is None:
        return
    text = _t("Dit is meer dan de doelgroep ({count}). Klopt dat?").format(count=audience)
    if draft["doel_maat"] in ("bereik", "effect") and (draft["doel_aantal"] or 0) > audience:
        yield Fault(text, ("doel_aantal",), warning=True)
    if (draft["effect_aantal"] or 0) > audience:
        yield Fault(text, ("effect_aantal",), warning=True)


def _check_day(line: Draft, campaign: Draft) -> Iterator[Fault]:
    """An action is told when it lies outside of the campagne: mostly one of both days is not right."""
    on, first, last = line["datum"], campaign["start_op"], campaign["eind_op"]
    if on is None:
        return
    if first is not None and on < first:
        yield Fault(_t("Dit is vóór het begin van de campagne. Klopt dat?"), ("datum",), warning=True)
    if last is not None and on > last:
        yield Fault(_t("Dit is na het einde van de campagne. Klopt dat?"), ("datum",), warning=True)


def _check_action(line: Draft, audience: int | None) -> Iterator[Fault]:
    for key, wider in STEPS:
        if line[key] is not None and line[wider] is not None and line[key] > line[wider]:
            label = line.spec.fields[wider].label
            text = _t("Dit is meer dan bij ‘{label}’ ({count}). Klopt dat?")
            yield Fault(text.format(label=label, count=line[wider]), (key,), warning=True)
    if audience is not None and (line["bereik"] or 0) > audience:
        text = _t("Het bereik is groter dan de doelgroep ({count}). Klopt dat?")
        yield Fault(text.format(count=audience), ("bereik",), warning=True)
    counted = any(line[key] for key in ("bereik", "contacten", "deelnemers", "aangemeld"))
    if counted:
        yield from not_in_future(line, "datum", warning=True)


def _check_measure(line: Draft) -> Iterator[Fault]:
    if line["gelukt"] is not None and line["beantwoord"] is not None and line["gelukt"] > line["beantwoord"]:
        yield Fault(_t("Meer gelukt dan er antwoorden zijn. Kijk de aantallen na."), ("gelukt",))
    if line["soort"] == "cijfer" and line["gelukt_vanaf"] is None:
        yield Fault(_t("Vanaf welk cijfer telt het als gelukt?"), ("gelukt_vanaf",), warning=True)


def has_action(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """A live action meets these conditions."""
    return exists().where(Actie.ouder_id == Campagne.id, Actie.verwijderd.is_(None), *conditions)


def running_in(period: Period) -> ColumnElement[bool]:
    """It ran on a day of the period, or something was done in it: what counts as a campagne everywhere."""
    begun = and_(Campagne.start_op.is_not(None), Campagne.start_op <= period[1])
    open_end = func.coalesce(Campagne.eind_op, Campagne.start_op)
    ran = and_(
        begun, or_(open_end >= period[0], and_(Campagne.eind_op.is_(None), Campagne.status == "loopt"))
    )
    return and_(Campagne.status != "vervallen", or_(ran, has_action(within(Actie.datum, period))))


def running_on(on: date) -> ColumnElement[bool]:
    """It runs on that day."""
    ended = or_(Campagne.eind_op.is_(None), Campagne.eind_op >= on)
    return and_(Campagne.start_op <= on, ended, Campagne.status.in_(("voorbereiden", "loopt")))


def unlearned_on(on: date) -> ColumnElement[bool]:
    """Over before that day, and nobody wrote what was learned."""
    return and_(Campagne.eind_op < on, Campagne.status != "vervallen", Campagne.conclusies.is_(None))


def with_form(vorm: str) -> ColumnElement[bool]:
    """At least one action in this form (groepsgewijs or individueel)."""
    return has_action(Actie.vorm == vorm)


def for_afspraak(afspraak_id: str) -> ColumnElement[bool]:
    """Serves this afspraak."""
    return exists().where(
        CampagneAfspraak.ouder_id == Campagne.id,
        CampagneAfspraak.verwijderd.is_(None),
        CampagneAfspraak.afspraak_id == afspraak_id,
    )


def inside(kern_id: str) -> ColumnElement[bool]:
    """It is for this place, one within it or a complex there, or something was done there."""
    there = select(Complex.id).where(kern.inside(Complex.kern_id, kern_id))
    for_complex = exists().where(
        CampagneComplex.ouder_id == Campagne.id,
        CampagneComplex.verwijderd.is_(None),
        CampagneComplex.complex_id.in_(there),
    )
    for_place = exists().where(
        CampagneKern.ouder_id == Campagne.id,
        CampagneKern.verwijderd.is_(None),
        kern.inside(CampagneKern.kern_id, kern_id),
    )
    done_there = or_(kern.inside(Actie.kern_id, kern_id), Actie.complex_id.in_(there))
    return or_(for_place, for_complex, has_action(done_there))


SPEC = RecordSpec(
    Campagne,
    label=_("Campagne"),
    plural=_("Campagnes"),
    columns=("nummer", "titel", "start_op", "bereik", "contacten", "deelnemers"),
    search=("titel", "doel", "doelgroep", "partners", "conclusies"),
    name=("titel",),
    order="-start_op",
    parts=(
        PartSpec("acties", _("Acties"), RecordSpec(Actie, label=_("Actie"), search=("naam", "plek"))),
        PartSpec("metingen", _("Metingen"), RecordSpec(CampagneMeting, label=_("Meting"), search=("vraag",))),
        PartSpec(
            "afspraken", _("Afspraken"), RecordSpec(CampagneAfspraak, label=_("Afspraak")), link="afspraak"
        ),
        PartSpec(
            "complexen", _("Complexen"), RecordSpec(CampagneComplex, label=_("Complex")), link="complex"
        ),
        PartSpec("kernen", _("Kernen en wijken"), RecordSpec(CampagneKern, label=_("Kern")), link="kern"),
        bijlage.listed(CampagneBijlage),
    ),
    filters=(
        Filter("gehouden_in", _("Gehouden in"), "periode", running_in),
        Filter("loopt_op", _("Loopt op"), "datum", running_on),
        Filter("zonder_conclusies_op", _("Klaar zonder conclusies op"), "datum", unlearned_on),
        Filter("vorm", _("Met acties"), "keuze", with_form, choices=VORMEN),
        Filter("afspraak", _("Voor afspraak"), "verwijzing", for_afspraak, ref="afspraak"),
        Filter("binnen", _("In kern, wijk of gebied"), "verwijzing", inside, ref="kern"),
    ),
    prepare=_prepare,
    check=_check,
    verify=bijlage.verify,
)
