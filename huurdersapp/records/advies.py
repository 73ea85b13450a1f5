"""Advies: a case under the Overlegwet, from the landlord's information to his reaction (on screen: adviesaanvraag)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from sqlalchemy import ColumnElement, String, and_, cast, exists, func, or_, select

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
from huurdersapp.records.advies_termijn import NO_ADVICE
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.rules import Period, follow_facts, in_order, none_or_after, not_in_future, within
from huurdersapp.records.spec import Filter, PartSpec, RecordSpec
from huurdersapp.records.verhuurder import LEGAL_TERM_DAYS, REASONS_DAYS, Verhuurder

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
    "herinnerd_op",
    "overleg_gevraagd_op",
    "overlegd_op",
    "geschil_op",
    "uitspraak_op",
    "afgesloten_op",
)
ATW_SLACK = 6
"""By how many days the Algemene termijnenwet moves the end of a term at most: Good Friday up to and including a King's Day
on the Tuesday after Easter, and one to spare."""


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
    yield from in_order(draft, "overleg_gevraagd_op", "overlegd_op")
    yield from in_order(draft, "ontvangen_op" if draft[sent] is None else sent, "afgesloten_op")
    yield from _check_after(draft, sent)
    yield from _check_lines(draft)
    yield from not_in_future(draft, *HAPPENED, warning=True)
    yield from _check_term(draft)


def _check_after(draft: Draft, sent: str) -> Iterator[Fault]:
    """A reminder and a dispute come after the letter; a ruling after the dispute (Overlegwet art. 5 lid 2 and 8)."""
    if draft["herinnerd_op"] is not None and draft[sent] is None:
        yield Fault(
            _t("Een herinnering komt na het advies. Vul eerst in wanneer u het verstuurde."),
            ("herinnerd_op",),
        )
    yield from in_order(draft, sent, "herinnerd_op")
    yield from in_order(draft, sent, "geschil_op", "uitspraak_op")
    if draft["geschil_bij"] is not None and draft["geschil_op"] is None:
        yield Fault(_t("Vul in wanneer u het geschil voorlegde."), ("geschil_op",))
    if draft["geschil_bij"] is None and any(draft[key] for key in ("geschil_op", "uitspraak_op")):
        yield Fault(
            _t("Zeg bij wie u het geschil voorlegde: de huurcommissie of de kantonrechter."), ("geschil_bij",)
        )


def _check_lines(draft: Draft) -> Iterator[Fault]:
    """Days of conditions and of what happened: in order, and not still to come."""
    for index, line in enumerate(draft.lines("voorwaarden")):
        for fault in not_in_future(line, "voldaan_op", warning=True):
            yield fault.at("voorwaarden", index)
        if line["reactie"] is None and line["reactie_reden"] and draft["afgesloten_op"] is not None:
            yield Fault(
                _t("Er staat een reden, maar niet of de voorwaarde is overgenomen."),
                ("voorwaarden", index, "reactie"),
                warning=True,
            )
        if None not in (line["termijn"], draft["verstuurd_op"]) and line["termijn"] < draft["verstuurd_op"]:
            yield Fault(
                _t("Deze dag was al voorbij toen u het advies verstuurde. Kijk de datum na."),
                ("voorwaarden", index, "termijn"),
                warning=True,
            )
    for index, line in enumerate(draft.lines("gebeurtenissen")):
        faults = [
            *in_order(line, "datum", "antwoord_voor"),
            *in_order(line, "datum", "beantwoord_op"),
            *not_in_future(line, "datum", "beantwoord_op", warning=True),
        ]
        for fault in faults:
            yield fault.at("gebeurtenissen", index)


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


def reminder_due_on(on: date) -> ColumnElement[bool]:
    """Surely time for a reminder (Overlegwet art. 5 lid 2): of an advies that he received, no reaction, no reasons and no
    reminder by that day, while the latest day for his reasons has passed.

    Which day that is with the Algemene termijnenwet is reckoned in advies_termijn.py, which SQL cannot do. Here six days
    more are given, the most that law can add: a case comes in a few days late rather than a day too early.
    """
    agreed = select(Verhuurder.redenen_dagen).where(Verhuurder.id == Advies.verhuurder_id).scalar_subquery()
    days = func.coalesce(agreed, REASONS_DAYS) + ATW_SLACK
    latest = func.date(Advies.advies_ontvangen_op, "+" + cast(days, String) + " days", type_=String)
    return and_(
        Advies.soort == "adviesaanvraag",
        or_(Advies.uitkomst.is_(None), Advies.uitkomst.not_in(NO_ADVICE)),
        Advies.advies_ontvangen_op.is_not(None),
        latest < on.isoformat(),
        or_(Advies.reactie.is_(None), Advies.reactie == "geen"),
        none_or_after(Advies.reactie_op, on),
        none_or_after(Advies.redenen_ontvangen_op, on),
        none_or_after(Advies.herinnerd_op, on),
        none_or_after(Advies.afgesloten_op, on),
    )


def dispute_open_on(on: date) -> ColumnElement[bool]:
    """A dispute had been brought by that day, without a ruling yet."""
    return and_(
        Advies.geschil_op <= on,
        none_or_after(Advies.uitspraak_op, on),
        none_or_after(Advies.afgesloten_op, on),
    )


def for_afspraak(afspraak_id: str) -> ColumnElement[bool]:
    """It is about this afspraak: the one on the case itself, or one of the others."""
    line = exists().where(
        AdviesAfspraak.ouder_id == Advies.id,
        AdviesAfspraak.verwijderd.is_(None),
        AdviesAfspraak.afspraak_id == afspraak_id,
    )
    return or_(Advies.afspraak_id == afspraak_id, line)


def conditions_open_on(on: date) -> ColumnElement[bool]:
    """A condition of a letter that was sent had not been met by that day. What the landlord refused is followed no more,
    nor is a case that was closed."""
    unmet = exists().where(
        Voorwaarde.ouder_id == Advies.id,
        Voorwaarde.verwijderd.is_(None),
        none_or_after(Voorwaarde.voldaan_op, on),
        or_(Voorwaarde.reactie.is_(None), Voorwaarde.reactie != "niet"),
    )
    return and_(Advies.verstuurd_op <= on, none_or_after(Advies.afgesloten_op, on), unmet)


SPEC = RecordSpec(
    Advies,
    label=_("Advies"),
    plural=_("Adviezen"),
    columns=("nummer", "onderwerp", "status", "verhuurder", "ontvangen_op"),
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
        Filter("herinneren_op", _("Tijd voor een herinnering op"), "datum", reminder_due_on),
        Filter("geschil_open_op", _("Geschil loopt op"), "datum", dispute_open_on),
        Filter("bij_afspraak", _("Voor afspraak"), "verwijzing", for_afspraak, ref="afspraak"),
    ),
    prepare=_prepare,
    check=_check,
    verify=bijlage.verify,
)
