"""Advies: a case under the Overlegwet, from the landlord's information to his reaction (on screen: adviesaanvraag)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, exists, or_

from huurdersapp.base import clock
from huurdersapp.base.formats import day
from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import bijlage
from huurdersapp.records.advies_tables import (
    Aanbeveling,
    Advies,
    AdviesAfspraak,
    AdviesGebeurtenis,
    AdviesKnelpunt,
    AdviesRaadpleging,
    AdviesStuk,
    Bijlage,
    KopieAan,
    Ondertekenaar,
    Voorwaarde,
)
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.rules import Period, follow_facts, in_order, none_or_after, not_in_future, within
from huurdersapp.records.spec import Filter, PartSpec, RecordSpec
from huurdersapp.records.verhuurder import LEGAL_TERM_DAYS

ASKED = ("adviesaanvraag", "instemming")
"""Kinds that the landlord starts, and that have a term."""

OF_CONSENT = ("instemming", "instemming_mits", "geen_instemming")
"""Outcomes of a request for consent about servicekosten (Overlegwet art. 5a, newer wording on huurgeschil.nl)."""

CONDITIONAL = ("positief_mits", "instemming_mits")

STATUS_BY_FACT: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("afgesloten", ("afgesloten_op",)),
    ("reactie", ("reactie", "reactie_op", "redenen_ontvangen_op")),
    ("ontvangen_door_verhuurder", ("advies_ontvangen_op", "geen_bezwaar_ontvangen_op")),
    ("verstuurd", ("verstuurd_op",)),
    ("akkoord", ("vastgesteld_op",)),
    ("concept", ("uitkomst", "overwegingen", "toelichting_advies")),
    ("raadplegen", ("raadplegingen",)),
)
"""The status that follows from what is known, furthest first; with nothing of this it is ontvangen."""

HAPPENED = (
    "brief_verhuurder_op",
    "ontvangen_op",
    "volledig_op",
    "vastgesteld_op",
    "verstuurd_op",
    "advies_ontvangen_op",
    "geen_bezwaar_ontvangen_op",
    "reactie_op",
    "redenen_ontvangen_op",
    "afgesloten_op",
)


def _prepare(draft: Draft) -> Iterable[Fault]:
    _close_or_reopen(draft)
    derived = next(
        (status for status, facts in STATUS_BY_FACT if any(draft[key] or draft.lines(key) for key in facts)),
        "ontvangen",
    )
    follow_facts(draft, derived, tuple(key for _status, facts in STATUS_BY_FACT for key in facts))
    return ()


def _close_or_reopen(draft: Draft) -> None:
    """A given status `afgesloten` closes the case today; another one opens it again."""
    if "status" not in draft.given or not draft.changed("status"):
        return
    if draft["status"] == "afgesloten" and draft["afgesloten_op"] is None:
        draft.values["afgesloten_op"] = clock.today()
    elif draft["status"] != "afgesloten" and not draft.changed("afgesloten_op"):
        draft.values["afgesloten_op"] = None


def _check(draft: Draft) -> Iterable[Fault]:
    yield from _check_outcome(draft)
    yield from in_order(draft, "brief_verhuurder_op", "ontvangen_op", "volledig_op")
    yield from in_order(draft, "ontvangen_op", "verlengd_tot")
    yield from in_order(draft, "ontvangen_op", "vastgesteld_op", "verstuurd_op", "advies_ontvangen_op")
    yield from in_order(draft, "ontvangen_op", "geen_bezwaar_ontvangen_op")
    sent = "verstuurd_op" if draft["advies_ontvangen_op"] is None else "advies_ontvangen_op"
    yield from in_order(draft, sent, "reactie_op")
    yield from in_order(draft, sent, "redenen_ontvangen_op")
    yield from not_in_future(draft, *HAPPENED, warning=True)
    yield from _check_term(draft)


def _check_outcome(draft: Draft) -> Iterator[Fault]:
    outcome, kind = draft["uitkomst"], draft["soort"]
    if outcome in OF_CONSENT and kind != "instemming":
        yield Fault(
            _t("Deze uitkomst hoort bij een verzoek om instemming. Kies een andere, of verander de soort."),
            ("uitkomst",),
        )
    elif outcome is not None and outcome not in OF_CONSENT and kind == "instemming":
        yield Fault(
            _t("De verhuurder vraagt instemming. Zeg of u instemt, of niet."), ("uitkomst",), warning=True
        )
    if draft.lines("voorwaarden") and outcome is not None and outcome not in CONDITIONAL:
        yield Fault(
            _t("Voorwaarden passen alleen bij ‘onder voorwaarden’. Haal ze weg, of kies die uitkomst."),
            ("voorwaarden",),
        )
    if outcome in CONDITIONAL and not draft.lines("voorwaarden"):
        yield Fault(_t("Er staan nog geen voorwaarden bij dit advies."), ("voorwaarden",), warning=True)


def _check_term(draft: Draft) -> Iterator[Fault]:
    """Less than six weeks is kept and told: the law gives at least six (Overlegwet art. 5 lid 1)."""
    days, received = draft["termijn_dagen"], draft["ontvangen_op"]
    if days is not None and days < LEGAL_TERM_DAYS:
        yield Fault(
            _t("De wet geeft minstens zes weken (42 dagen). Wijs de verhuurder daarop."),
            ("termijn_dagen",),
            warning=True,
        )
    if draft["soort"] in ASKED and received is None:
        yield Fault(_t("Zonder deze dag is de termijn niet te tellen."), ("ontvangen_op",), warning=True)
    if None not in (days, received, draft["verlengd_tot"]):
        last = received + timedelta(days=days)
        if draft["verlengd_tot"] < last:
            yield Fault(
                _t("Dit is eerder dan de termijn zelf ({day}). Kijk de datum na.").format(day=day(last)),
                ("verlengd_tot",),
                warning=True,
            )


def open_on(on: date) -> ColumnElement[bool]:
    """Came in by that day (or has no day of coming in), and was neither sent, waved through nor closed."""
    return and_(
        or_(Advies.ontvangen_op.is_(None), Advies.ontvangen_op <= on),
        none_or_after(Advies.verstuurd_op, on),
        none_or_after(Advies.advies_ontvangen_op, on),
        none_or_after(Advies.geen_bezwaar_ontvangen_op, on),
        none_or_after(Advies.afgesloten_op, on),
    )


def awaiting_on(on: date) -> ColumnElement[bool]:
    """Sent by that day, while the landlord had not reacted and the case was not closed."""
    return and_(
        or_(Advies.verstuurd_op <= on, Advies.advies_ontvangen_op <= on),
        none_or_after(Advies.reactie_op, on),
        none_or_after(Advies.redenen_ontvangen_op, on),
        none_or_after(Advies.afgesloten_op, on),
    )


def received_in(period: Period) -> ColumnElement[bool]:
    """The landlord's information came in during the period."""
    return within(Advies.ontvangen_op, period)


def sent_in(period: Period) -> ColumnElement[bool]:
    """Our letter went out in the period."""
    return within(Advies.verstuurd_op, period)


def reacted_in(period: Period) -> ColumnElement[bool]:
    """The landlord's reaction or his written reasons came in during the period."""
    return or_(within(Advies.reactie_op, period), within(Advies.redenen_ontvangen_op, period))


def conditions_open_on(on: date) -> ColumnElement[bool]:
    """A condition of a letter that was sent had not been met by that day."""
    unmet = exists().where(
        Voorwaarde.ouder_id == Advies.id,
        Voorwaarde.verwijderd.is_(None),
        none_or_after(Voorwaarde.voldaan_op, on),
    )
    return and_(Advies.verstuurd_op <= on, unmet)


SPEC = RecordSpec(
    Advies,
    label=_("Advies"),
    plural=_("Adviezen"),
    columns=("nummer", "onderwerp", "verhuurder", "ontvangen_op", "uitkomst", "status"),
    search=(
        "onderwerp",
        "kenmerk_verhuurder",
        "ons_kenmerk",
        "voornemen",
        "aanleiding",
        "overwegingen",
        "reactie_toelichting",
    ),
    name=("onderwerp", "ons_kenmerk"),
    order="-ontvangen_op",
    parts=(
        PartSpec(
            "raadplegingen",
            _("Raadplegingen"),
            RecordSpec(AdviesRaadpleging, label=_("Raadpleging")),
            link="raadpleging",
        ),
        PartSpec(
            "knelpunten", _("Knelpunten"), RecordSpec(AdviesKnelpunt, label=_("Knelpunt")), link="knelpunt"
        ),
        PartSpec(
            "voorwaarden", _("Voorwaarden"), RecordSpec(Voorwaarde, label=_("Voorwaarde"), search=("tekst",))
        ),
        PartSpec(
            "aanbevelingen",
            _("Aanbevelingen"),
            RecordSpec(Aanbeveling, label=_("Aanbeveling"), search=("tekst",)),
        ),
        PartSpec(
            "afspraken",
            _("Andere afspraken"),
            RecordSpec(AdviesAfspraak, label=_("Afspraak")),
            link="afspraak",
        ),
        PartSpec(
            "gebeurtenissen",
            _("Wat er gebeurde"),
            RecordSpec(AdviesGebeurtenis, label=_("Gebeurtenis"), search=("tekst", "met")),
        ),
        PartSpec("ondertekenaars", _("Ondertekenaars"), RecordSpec(Ondertekenaar, label=_("Ondertekenaar"))),
        PartSpec("bijlagen", _("Bijlagen"), RecordSpec(Bijlage, label=_("Bijlage"))),
        PartSpec("kopie_aan", _("Kopie aan"), RecordSpec(KopieAan, label=_("Kopie"))),
        bijlage.listed(AdviesStuk, "stukken", _("Stukken")),
    ),
    filters=(
        Filter("open_op", _("Nog te doen op"), "datum", open_on),
        Filter("wacht_op_reactie_op", _("Zonder reactie op"), "datum", awaiting_on),
        Filter("ontvangen_in", _("Ontvangen in"), "periode", received_in),
        Filter("verstuurd_in", _("Verstuurd in"), "periode", sent_in),
        Filter("reactie_in", _("Reactie in"), "periode", reacted_in),
        Filter("voorwaarden_open_op", _("Voorwaarden nog open op"), "datum", conditions_open_on),
    ),
    prepare=_prepare,
    check=_check,
    verify=bijlage.verify,
)
