"""The days that the Overlegwet gives in a case: from which fact and which rule each of them follows.

Sources: Wet op het overleg huurders verhuurder (BWBR0009810, text of 27-07-2015; of art. 3 and 5a the wording on
huurgeschil.nl) and the Algemene termijnenwet (BWBR0002448, art. 1 to 4; wording not looked up again). The day of an event
itself does not count. Each day is told without and with the Algemene termijnenwet, because nobody has settled whether that
law holds for these terms: for ourselves the earlier day counts, before we say that the other side is late the later one.
Nothing is moved silently.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any

from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.working_days import is_working_day
from huurdersapp.records.verhuurder import LEGAL_TERM_DAYS, REASONS_DAYS, WAITING_DAYS

LONGEST_ATW = 90
"""Over so many days the Algemene termijnenwet does not hold (art. 4, which also names twelve weeks and three months: a
term that is kept in days cannot be told from those)."""
HELD_ATW = 3
"""A term of at least so many days holds at least two working days (Algemene termijnenwet art. 2)."""
COURT_DAYS = 56
"""Eight weeks in which the court can be asked after a ruling of the huurcommissie (Overlegwet art. 8a)."""
FREE = ("uitvoering_3a", "uitvoering_3b", "uitvoering_3c")
"""The three ways in which a landlord may go ahead (Overlegwet art. 5 lid 3): each by itself is enough."""
NO_OBJECTION = ("positief", "geen_bezwaar")
"""Outcomes that say without reserve that there is no objection."""
NO_ADVICE = ("geen_bezwaar", "onthouding")
"""Outcomes with nothing in them that a landlord could leave aside, so without reasons to give."""
PROOF = {
    "ontvangen_op": "ontvangen_bewijs",
    "volledig_op": "volledig_bewijs",
    "termijn_dagen": "termijn_bewijs",
    "verlengd_tot": "verlengd_bewijs",
    "advies_ontvangen_op": "advies_ontvangen_bewijs",
    "geen_bezwaar_ontvangen_op": "geen_bezwaar_bewijs",
    "redenen_ontvangen_op": "redenen_bewijs",
    "redenen_dagen": "termijnen_bron",
    "wacht_dagen": "termijnen_bron",
}
"""With which field each fact is proved."""


@dataclass(frozen=True, slots=True)
class Feiten:
    """What is known of a case, named as its fields are; the terms of its landlord with it."""

    soort: str = "adviesaanvraag"
    ontvangen_op: date | None = None
    ontvangen_bewijs: str | None = None
    volledig_op: date | None = None
    volledig_bewijs: str | None = None
    ontbreekt: str | None = None
    termijn_dagen: int | None = None
    termijn_bewijs: str | None = None
    verlengd_tot: date | None = None
    verlengd_mondeling: bool | None = None
    verlengd_bewijs: str | None = None
    uitkomst: str | None = None
    verstuurd_op: date | None = None
    advies_ontvangen_op: date | None = None
    advies_ontvangen_bewijs: str | None = None
    geen_bezwaar_ontvangen_op: date | None = None
    geen_bezwaar_bewijs: str | None = None
    reactie: str | None = None
    reactie_op: date | None = None
    redenen_ontvangen_op: date | None = None
    redenen_bewijs: str | None = None
    herinnerd_op: date | None = None
    overleg_gevraagd_op: date | None = None
    overlegd_op: date | None = None
    geschil_bij: str | None = None
    geschil_op: date | None = None
    uitspraak_op: date | None = None
    afgesloten_op: date | None = None
    redenen_dagen: int | None = None
    wacht_dagen: int | None = None
    termijnen_bron: str | None = None


OF_LANDLORD = ("redenen_dagen", "wacht_dagen", "termijnen_bron")
OF_CASE = tuple(each.name for each in fields(Feiten) if each.name not in OF_LANDLORD)


def feiten(case: Any, landlord: Any = None) -> Feiten:
    """The facts of an advies (anything with its fields), with the terms of its landlord where there is one."""
    known = {key: getattr(case, key) for key in OF_CASE}
    if landlord is not None:
        known |= {key: getattr(landlord, key) for key in OF_LANDLORD}
    return Feiten(**known)


@dataclass(frozen=True, slots=True)
class Feit:
    """A fact that a day follows from: its field, its value (a day, a number of days, a choice) and what proves it."""

    veld: str
    waarde: date | int | str
    bewijs: str = ""


@dataclass(frozen=True, slots=True)
class Termijn:
    """A day of the law: without (`datum`) and with the Algemene termijnenwet, the rule in plain Dutch, and its facts."""

    sleutel: str
    datum: date
    datum_atw: date
    regel: str
    feiten: tuple[Feit, ...] = ()


def with_atw(start: date, days: int) -> tuple[date, date]:
    """The last day of a term of so many days after an event, without and with the Algemene termijnenwet."""
    last = start + timedelta(days)
    if days > LONGEST_ATW:
        return last, last
    moved = last
    while not is_working_day(moved) or (days >= HELD_ATW and _fewer_than_two(start, moved)):
        moved += timedelta(1)
    return last, moved


def _fewer_than_two(start: date, last: date) -> bool:
    """Whether a term has fewer than two working days. One of a fortnight always has them."""
    length = (last - start).days
    return length < 14 and sum(is_working_day(start + timedelta(at)) for at in range(1, length + 1)) < 2


def termijnen(known: Feiten) -> list[Termijn]:
    """All days that follow from what is known, in the order of the law; what does not apply is left out.

    Of a request for consent (art. 5a) there is only the day that the landlord asks for, as no term runs out there; for a
    letter of our own, an item for the agenda and a request for information (art. 3 lid 3, "zo spoedig mogelijk") the law
    gives no day.
    """
    if known.soort == "instemming":
        return list(_asked(known))
    return list(_of_law(known)) if known.soort == "adviesaanvraag" else []


def _of_law(known: Feiten) -> Iterator[Termijn]:
    last = _last_day(known)
    if last is not None:
        yield last
    yield from _ours(known, last)
    yield from _no_objection(known)
    if last is not None:
        yield _lapsed(known, last)
    yield from _reasons(known)
    yield from _reasoned(known)


# -- the term ------------------------------------------------------------------------------------------------------


def given_days(known: Feiten) -> int:
    """The landlord's term in days; the six weeks of the law where he gave none."""
    return LEGAL_TERM_DAYS if known.termijn_dagen is None else known.termijn_dagen


def extended_to(known: Feiten) -> date | None:
    """The day to which the landlord extended the term in writing. What was only said does not count."""
    return None if known.verlengd_mondeling else known.verlengd_tot


def _last_day(known: Feiten) -> Termijn | None:
    start, longer = known.ontvangen_op, extended_to(known)
    if start is None:
        if longer is None:
            return None
        return Termijn("laatste_dag", *with_atw(longer, 0), _of_extension(), _used(known, "verlengd_tot"))
    days = given_days(known)
    if longer is not None and longer > start + timedelta(days):
        used = _used(known, "ontvangen_op", "termijn_dagen", "verlengd_tot")
        return Termijn("laatste_dag", *with_atw(start, (longer - start).days), _of_extension(), used)
    used = _used(known, "ontvangen_op", "termijn_dagen")
    return Termijn("laatste_dag", *with_atw(start, days), _of_term(known), used)


def _of_extension() -> str:
    return _(
        "De verhuurder verlengde de termijn schriftelijk tot en met deze dag (Overlegwet artikel 5 lid 1)."
    )


def _of_term(known: Feiten) -> str:
    days = known.termijn_dagen
    if days is None:
        return _(
            "De verhuurder gaf geen termijn; de wet geeft minstens zes weken (Overlegwet artikel 5 lid 1)."
        )
    told = ngettext(
        "De verhuurder geeft {days} dag na de dag van ontvangst (Overlegwet artikel 5 lid 1).",
        "De verhuurder geeft {days} dagen na de dag van ontvangst (Overlegwet artikel 5 lid 1).",
        days,
    ).format(days=days)
    if days < LEGAL_TERM_DAYS:
        return _("{rule} De wet geeft minstens zes weken.").format(rule=told)
    return told


def _ours(known: Feiten, last: Termijn | None) -> Iterator[Termijn]:
    """Our standpoint: the term begins when the information is complete. Only told where it ends later."""
    if known.volledig_op is None:
        return
    days = with_atw(known.volledig_op, given_days(known))
    if last is None or days[0] > last.datum:
        rule = _(
            "Ons standpunt: de termijn begint pas als de informatie volledig is. Daarbij horen de redenen en de "
            "gevolgen voor huurders (Overlegwet artikel 4 en artikel 5 lid 1)."
        )
        yield Termijn("laatste_dag_ons_standpunt", *days, rule, _used(known, "volledig_op", "termijn_dagen"))


def _asked(known: Feiten) -> Iterator[Termijn]:
    """The day that a landlord names who asks for consent: without consent he may do nothing, however long it takes."""
    last = _last_day(known)
    if last is not None and (known.termijn_dagen is not None or extended_to(known) is not None):
        rule = _(
            "De verhuurder vraagt antwoord tot en met deze dag. Er loopt geen wettelijke termijn af: zonder uw "
            "instemming mag hij niet beginnen (Overlegwet artikel 5a)."
        )
        yield Termijn("laatste_dag", last.datum, last.datum_atw, rule, last.feiten)


def latest_day(known: Feiten) -> date | None:
    """The last day that we can argue: of all last days the latest, with the Algemene termijnenwet."""
    return max(
        (each.datum_atw for each in termijnen(known) if each.sleutel.startswith("laatste_dag")), default=None
    )


def in_time(known: Feiten) -> str | None:
    """Whether the landlord received our advies in time: "ja", "omstreden" (by our own standpoint, within the six weeks that
    the law gives at least, or with the Algemene termijnenwet), "nee"; None where that cannot be said."""
    received, last = known.advies_ontvangen_op, _last_day(known)
    if received is None or last is None or known.soort != "adviesaanvraag":
        return None
    if received <= last.datum:
        return "ja"
    argued = [last.datum_atw, *(each.datum_atw for each in _ours(known, last))]
    if (start := known.volledig_op or known.ontvangen_op) is not None:
        argued.append(with_atw(start, LEGAL_TERM_DAYS)[1])
    return "omstreden" if received <= max(argued) else "nee"


# -- when the landlord may go ahead ----------------------------------------------------------------------------------


def no_objection(known: Feiten) -> tuple[date, str] | None:
    """When the landlord first received that there is no objection, and the field that says so."""
    found = [(known.geen_bezwaar_ontvangen_op, "geen_bezwaar_ontvangen_op")]
    if known.uitkomst in NO_OBJECTION:
        found.append((known.advies_ontvangen_op, "advies_ontvangen_op"))
    return min(((day, key) for day, key in found if day is not None), default=None)


def _no_objection(known: Feiten) -> Iterator[Termijn]:
    found = no_objection(known)
    if found is None:
        return
    day, key = found
    if key == "geen_bezwaar_ontvangen_op" or known.uitkomst == "geen_bezwaar":
        rule = _(
            "Vanaf de ontvangst van ‘geen bezwaar’ mag de verhuurder beginnen "
            "(Overlegwet artikel 5 lid 3, onder a)."
        )
    else:
        rule = _(
            "Een positief advies zonder voorwaarden zegt dat u geen bezwaar hebt. Vanaf de ontvangst mag de "
            "verhuurder beginnen (Overlegwet artikel 5 lid 3, onder a)."
        )
    used = _used(known, key) if key == "geen_bezwaar_ontvangen_op" else _used(known, "uitkomst", key)
    yield Termijn("uitvoering_3a", day, day, rule, used)


def _lapsed(known: Feiten, last: Termijn) -> Termijn:
    rule = _(
        "Na de laatste dag van de termijn mag de verhuurder beginnen (Overlegwet artikel 5 lid 3, onder b)."
    )
    used = last.feiten
    told = {
        "ja": _("{rule} Zo staat het in de wet; die zegt niet of de redenen van lid 3, onder c, voorgaan."),
        "omstreden": _(
            "{rule} De verhuurder kan zeggen dat uw advies daarna kwam. Volgens ons kwam het op tijd."
        ),
        "nee": _("{rule} Uw advies kwam na de laatste dag. Dat houdt hem niet tegen."),
    }
    if (timely := in_time(known)) is not None:
        used += _used(known, "advies_ontvangen_op")
        rule = told[timely].format(rule=rule)
    day = timedelta(1)
    return Termijn("uitvoering_3b", last.datum + day, last.datum_atw + day, rule, used)


def _reasons(known: Feiten) -> Iterator[Termijn]:
    start = known.advies_ontvangen_op
    if start is None or known.uitkomst in NO_ADVICE:
        return
    days = known.redenen_dagen or REASONS_DAYS
    rule = ngettext(
        "Volgt de verhuurder het advies niet of niet helemaal? Dan geeft hij schriftelijk zijn redenen, binnen {days} "
        "dag na ontvangst (Overlegwet artikel 5 lid 2).",
        "Volgt de verhuurder het advies niet of niet helemaal? Dan geeft hij schriftelijk zijn redenen, binnen {days} "
        "dagen na ontvangst (Overlegwet artikel 5 lid 2).",
        days,
    ).format(days=days)
    used = _used(known, "advies_ontvangen_op", "redenen_dagen")
    yield Termijn("redenen_uiterlijk", *with_atw(start, days), _agreed(rule, days, REASONS_DAYS), used)


def _reasoned(known: Feiten) -> Iterator[Termijn]:
    start = known.redenen_ontvangen_op
    if start is None:
        return
    days = known.wacht_dagen or WAITING_DAYS
    rule = ngettext(
        "De verhuurder mag beginnen vanaf {days} dag nadat u zijn schriftelijke redenen kreeg "
        "(Overlegwet artikel 5 lid 3, onder c).",
        "De verhuurder mag beginnen vanaf {days} dagen nadat u zijn schriftelijke redenen kreeg "
        "(Overlegwet artikel 5 lid 3, onder c).",
        days,
    ).format(days=days)
    used = _used(known, "redenen_ontvangen_op", "wacht_dagen")
    yield Termijn("uitvoering_3c", *with_atw(start, days), _agreed(rule, days, WAITING_DAYS), used)


def _agreed(rule: str, days: int, legal: int) -> str:
    if days == legal:
        return rule
    return _("{rule} Dit aantal dagen is met de verhuurder afgesproken; de wet zegt {legal}.").format(
        rule=rule, legal=legal
    )


def _used(known: Feiten, *keys: str) -> tuple[Feit, ...]:
    """The facts by these names that are there, with their proof."""
    found = ((key, getattr(known, key), getattr(known, PROOF.get(key, ""), None)) for key in keys)
    return tuple(Feit(key, value, proof or "") for key, value, proof in found if value is not None)
