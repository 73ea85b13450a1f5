"""What the days of a case mean for the organisation: what to be warned of, when to remind, and which ways are open.

Sources as in advies_termijn.py: Overlegwet art. 5 (terms), 5a (consent), 5b (overleg), 8 and 8a (disputes).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from huurdersapp.base import working_days
from huurdersapp.base.formats import day_long
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.advies_termijn import (
    COURT_DAYS,
    NO_OBJECTION,
    Feiten,
    extended_to,
    given_days,
    in_time,
    no_objection,
    termijnen,
    with_atw,
)
from huurdersapp.records.verhuurder import LEGAL_TERM_DAYS

_NOT_FOLLOWED = ("niet", "deels")


@dataclass(frozen=True, slots=True)
class Weg:
    """A way on, as a sentence; `sleutel` is herinnering, overleg, huurcommissie, kantonrechter or rechter. `dag` is the day
    from which (herinnering) or until which (rechter) it is there."""

    sleutel: str
    tekst: str
    dag: date | None = None


# -- days beside the list ----------------------------------------------------------------------------------------------


def _reasons_latest(known: Feiten) -> date | None:
    return next((each.datum_atw for each in termijnen(known) if each.sleutel == "redenen_uiterlijk"), None)


def answered(known: Feiten) -> bool:
    """Whether the landlord said what he does with the advies."""
    return (
        known.reactie_op is not None
        or known.redenen_ontvangen_op is not None
        or known.reactie not in (None, "geen")
    )


def reminder_from(known: Feiten) -> date | None:
    """From when a reminder of art. 5 lid 2 makes sense: the day after the latest day that his reasons could be due. None
    when he answered, was reminded already, or the case is closed."""
    latest = _reasons_latest(known)
    if latest is None or answered(known) or known.herinnerd_op is not None or known.afgesloten_op is not None:
        return None
    return latest + timedelta(1)


def reasons_late(known: Feiten) -> bool:
    """Whether his written reasons came later than the latest day that they could be due."""
    latest = _reasons_latest(known)
    return (
        latest is not None and known.redenen_ontvangen_op is not None and known.redenen_ontvangen_op > latest
    )


def court_until(known: Feiten) -> tuple[date, date] | None:
    """Until when the court can be asked after a ruling of the huurcommissie, without and with the Algemene termijnenwet;
    after that the ruling binds (Overlegwet art. 8a)."""
    if known.uitspraak_op is None or known.geschil_bij != "huurcommissie":
        return None
    return with_atw(known.uitspraak_op, COURT_DAYS)


# -- warnings ----------------------------------------------------------------------------------------------------------


def warnings(known: Feiten, on: date, *, by_committee: bool = False) -> list[str]:
    """What somebody should know on a day, the gravest first; `by_committee`: the case is of a bewonerscommissie alone."""
    if known.afgesloten_op is not None:
        return []
    return [
        *_before_sending(known),
        *_of_consent(known, by_committee),
        *_of_term(known),
        *_of_extension(known),
        *_of_last_day(known, on),
        *_of_timing(known),
    ]


def early_positive(known: Feiten) -> str | None:
    """The warning for who is about to send a letter without any objection; None when there is no such letter to send."""
    sent = known.verstuurd_op or known.advies_ontvangen_op or no_objection(known)
    if known.soort != "adviesaanvraag" or known.uitkomst not in NO_OBJECTION or sent:
        return None
    if known.uitkomst == "geen_bezwaar":
        return _("Met een brief zonder bezwaar mag de verhuurder meteen beginnen.")
    return _("Met een positieve brief mag de verhuurder meteen beginnen.")


def _before_sending(known: Feiten) -> Iterator[str]:
    if (text := early_positive(known)) is not None:
        yield text


def _of_consent(known: Feiten, by_committee: bool) -> Iterator[str]:
    if known.soort != "instemming":
        return
    yield _(
        "Zonder uw instemming mag de verhuurder niet beginnen. Er loopt geen termijn af (Overlegwet artikel 5a)."
    )
    if by_committee:
        yield _("Een bewonerscommissie heeft dit recht niet. Alleen de huurdersorganisatie kan instemmen.")


def _of_term(known: Feiten) -> Iterator[str]:
    if known.soort != "adviesaanvraag":
        return
    if known.ontvangen_op is None:
        yield _("Zonder de dag van ontvangst is de termijn niet te tellen. Vul die dag in.")
    if known.termijn_dagen is None:
        yield _("De verhuurder gaf geen termijn. De wet geeft minstens zes weken.")
    elif known.termijn_dagen < LEGAL_TERM_DAYS and not _long_enough(known):
        yield _("De verhuurder geeft minder dan zes weken. De wet geeft minstens zes weken (42 dagen).")


def _long_enough(known: Feiten) -> bool:
    """Whether a written extension made six weeks of a shorter term."""
    longer, start = extended_to(known), known.ontvangen_op
    return longer is not None and start is not None and (longer - start).days >= LEGAL_TERM_DAYS


def _of_extension(known: Feiten) -> Iterator[str]:
    if known.soort not in ("adviesaanvraag", "instemming"):
        return
    if known.verlengd_mondeling:
        yield _("De termijn is alleen mondeling verlengd. Dat telt niet. Vraag om een bevestiging op papier.")
    elif known.verlengd_tot is not None:
        if not known.verlengd_bewijs:
            yield _(
                "Schrijf erbij waaruit de verlenging blijkt, zoals een brief of e-mail van de verhuurder."
            )
        start = known.ontvangen_op
        if start is not None and known.verlengd_tot < start + timedelta(given_days(known)):
            yield _("De verlenging eindigt eerder dan de termijn zelf. De termijn blijft gelden.")


def _of_last_day(known: Feiten, on: date) -> Iterator[str]:
    """A last day on which nobody works is told, not moved."""
    if known.verstuurd_op is not None or known.advies_ontvangen_op is not None or no_objection(known):
        return
    last = next((each.datum for each in termijnen(known) if each.sleutel == "laatste_dag"), None)
    if last is None or last < on or working_days.is_working_day(last):
        return
    named = day_long(last)
    if name := working_days.holiday(last):
        named = _("{day} ({holiday})").format(day=named, holiday=name)
    yield _("De laatste dag is {day}. Zorg dat de brief er eerder is.").format(day=named)


def _of_timing(known: Feiten) -> Iterator[str]:
    if (
        known.soort == "adviesaanvraag"
        and known.verstuurd_op
        and not known.advies_ontvangen_op
        and not no_objection(known)
    ):
        yield _(
            "Schrijf op wanneer de verhuurder uw brief kreeg. Vanaf die dag tellen de volgende termijnen."
        )
    if in_time(known) == "nee":
        yield _("Uw advies kwam na de laatste dag. De verhuurder mag al beginnen.")
    elif in_time(known) == "omstreden":
        yield _("De verhuurder kan zeggen dat uw advies te laat was. Volgens ons was het op tijd.")
    if reasons_late(known):
        yield _("De verhuurder gaf zijn redenen te laat.")


# -- ways on -----------------------------------------------------------------------------------------------------------


def ways_on(known: Feiten, on: date) -> list[Weg]:
    """What the organisation can do now that the advies is with the landlord; the lightest way first."""
    return [] if known.afgesloten_op is not None else list(_ways(known, on))


def _ways(known: Feiten, on: date) -> Iterator[Weg]:
    remind = reminder_from(known)
    if remind is not None:
        text = (
            _("Stuur een herinnering: is het advies gevolgd, en zo niet, wat zijn de redenen?")
            if remind <= on
            else _("Komt er geen reactie? Dan kunt u vanaf {day} een herinnering sturen.")
        )
        yield Weg("herinnering", text.format(day=day_long(remind)), remind)
    if known.geschil_bij is not None:
        yield from _of_dispute(known)
    elif _may_dispute(known, on):
        if known.overlegd_op is None:
            yield Weg("overleg", _("Vraag de verhuurder om overleg (Overlegwet artikel 5b)."))
        yield Weg(
            "huurcommissie",
            _(
                "Leg het voor aan de huurcommissie (Overlegwet artikel 8). Daarna kan het niet bij de kantonrechter."
            ),
        )
        yield Weg(
            "kantonrechter",
            _(
                "Of leg het voor aan de kantonrechter (Overlegwet artikel 8). Daarna kan het niet bij de huurcommissie."
            ),
        )


def _may_dispute(known: Feiten, on: date) -> bool:
    """He does not follow the advies, gave reasons not to, or said nothing until the latest day for them. About silence
    after a letter without any objection there is nothing to dispute."""
    latest = _reasons_latest(known)
    objected = known.uitkomst not in NO_OBJECTION
    silent = objected and latest is not None and latest < on and not answered(known)
    reasons = known.redenen_ontvangen_op is not None and known.reactie != "gevolgd"
    return known.reactie in _NOT_FOLLOWED or reasons or silent


def _of_dispute(known: Feiten) -> Iterator[Weg]:
    until = court_until(known)
    if until is not None:
        text = _(
            "De uitspraak van de huurcommissie bindt u beiden. Dat is anders als een van u uiterlijk {day} naar de rechter "
            "gaat (Overlegwet artikel 8a)."
        )
        yield Weg("rechter", text.format(day=day_long(until[0])), until[0])
    elif known.geschil_bij == "huurcommissie":
        yield Weg(
            "huurcommissie",
            _("Het geschil ligt bij de huurcommissie. Het kan niet ook naar de kantonrechter."),
        )
    else:
        yield Weg(
            "kantonrechter",
            _("Het geschil ligt bij de kantonrechter. Het kan niet ook naar de huurcommissie."),
        )
