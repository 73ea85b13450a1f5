"""Raadpleging: asking the achterban, and telling them what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from sqlalchemy import ColumnElement, and_, exists, func, or_

from huurdersapp.base import clock
from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import bewaren, bijlage
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.raadpleging_tables import (
    Citaat,
    Groep,
    Kanaal,
    Optie,
    Raadpleging,
    RaadplegingAfspraak,
    RaadplegingBijlage,
    RaadplegingComplex,
    RaadplegingKern,
    RaadplegingMethode,
    Vraag,
)
from huurdersapp.records.rules import (
    Period,
    follow_facts,
    in_order,
    none_or_after,
    not_in_future,
    only_once,
    within,
)
from huurdersapp.records.spec import Filter, PartSpec, RecordSpec

FACTS = (
    "start_op",
    "sluit_op",
    "respons_totaal",
    "conclusies",
    "vastgesteld_op",
    "terugkoppeling_op",
    "kanalen",
    "vragen",
)
ONE_ANSWER = ("ja_nee", "keuze", "schaal")


def _prepare(draft: Draft) -> Iterable[Fault]:
    follow_facts(draft, _derived(draft), FACTS, moving=("voorbereiden", "loopt"))
    return ()


def _derived(draft: Draft) -> str:
    """How far it is by its facts; while it has not closed, results do not make it done."""
    today = clock.today()
    if draft["terugkoppeling_op"] is not None:
        return "teruggekoppeld"
    results = (
        draft["respons_totaal"] is not None or draft["conclusies"] or draft["vastgesteld_op"] is not None
    )
    closed = draft["sluit_op"] is not None and (
        draft["sluit_op"] < today or (draft["sluit_op"] == today and _was_closed(draft))
    )
    if closed or (results and draft["sluit_op"] is None) or draft["vastgesteld_op"] is not None:
        return "uitslag"
    begun = draft["start_op"] is not None and draft["start_op"] <= today
    return "loopt" if begun or results else "voorbereiden"


def _was_closed(draft: Draft) -> bool:
    """Whether somebody closed it before the day was over: what is filled in after that does not open it again."""
    return draft.before is not None and draft.before["status"] in ("uitslag", "teruggekoppeld")


def _check(draft: Draft) -> Iterable[Fault]:
    yield from in_order(draft, "start_op", "sluit_op")
    yield from in_order(draft, "start_op", "terugkoppeling_op")
    yield from in_order(draft, "start_op", "vastgesteld_op")
    yield from not_in_future(draft, "terugkoppeling_op", "vastgesteld_op")
    yield from only_once(draft, "methoden", "methode")
    for index, line in enumerate(draft.lines("kanalen")):
        yield from (fault.at("kanalen", index) for fault in _check_channel(line))
    for index, line in enumerate(draft.lines("vragen")):
        yield from (fault.at("vragen", index) for fault in _check_question(line, draft["respons_totaal"]))
    yield from _check_groups(draft)
    yield from _check_total(draft)


def _check_groups(draft: Draft) -> Iterator[Fault]:
    """More replies than people in a group, or more in all groups of one division than replies: asked about."""
    sums: dict[str, int] = {}
    for index, line in enumerate(draft.lines("groepen")):
        people, replies = line["aantal"], line["respons"] or 0
        division = line["indeling"] or ""
        sums[division] = sums.get(division, 0) + replies
        if people is not None and replies > people:
            yield _question(
                _t("Er zijn meer reacties dan mensen in deze groep ({count}). Klopt dat?"), "respons", people
            ).at("groepen", index)
    total = draft["respons_totaal"]
    for found in sums.values():
        if total is not None and found > total:
            yield Fault(
                _t("De groepen hebben samen {sum} reacties, en in alle zijn er {count}. Klopt dat?").format(
                    sum=found, count=total
                ),
                ("groepen",),
                warning=True,
            )


def _check_channel(line: Draft) -> Iterator[Fault]:
    invited = line["uitgenodigd"]
    if invited is None:
        return
    if (line["respons"] or 0) + (line["respons_gedeeltelijk"] or 0) > invited:
        yield _question(
            _t("Er zijn meer reacties dan uitnodigingen ({count}). Klopt dat?"), "respons", invited
        )
    if (line["bereikt"] or 0) > invited:
        yield _question(
            _t("Er zijn meer mensen bereikt dan uitgenodigd ({count}). Klopt dat?"), "bereikt", invited
        )


def _check_question(line: Draft, total: int | None) -> Iterator[Fault]:
    answered, options = line["beantwoord_door"], line.lines("opties")
    counts = [option["aantal"] for option in options]
    if answered is not None and total is not None and answered > total:
        yield _question(
            _t("Meer mensen antwoordden dan er reacties zijn ({count}). Klopt dat?"), "beantwoord_door", total
        )
    if answered is None or not options:
        return
    if text := sum_question(line["soort"], answered, counts):
        yield Fault(text, ("opties",), warning=True)
    for index, count in enumerate(counts):
        if line["soort"] == "meer_keuzes" and count is not None and count > answered:
            yield _question(
                _t("Meer mensen kozen dit dan er antwoordden ({count}). Klopt dat?"), "aantal", answered
            ).at("opties", index)


def sum_question(soort: str, answered: int | None, counts: Sequence[int | None]) -> str:
    """What is asked where the answers of a question with one answer do not make those who answered; else ""."""
    known = [count for count in counts if count is not None]
    if soort not in ONE_ANSWER or answered is None or len(known) < len(counts) or sum(known) == answered:
        return ""
    text = _t("De antwoorden zijn samen {sum}, en {count} mensen antwoordden. Klopt dat?")
    return text.format(sum=sum(known), count=answered)


def _check_total(draft: Draft) -> Iterator[Fault]:
    """The slip of a published report: 78 on paper and 206 online were called 285 replies."""
    total = draft["respons_totaal"]
    if total is None:
        return
    lines = draft.lines("kanalen")
    if lines and all(line["respons"] is not None for line in lines):
        full = sum(line["respons"] for line in lines)
        partly = sum(line["respons_gedeeltelijk"] or 0 for line in lines)
        if total not in (full, full + partly):
            yield _question(_t("De kanalen zijn samen {count}. Klopt het totaal?"), "respons_totaal", full)
    people = draft["populatie_aantal"]
    if people is not None and total > people:
        yield _question(
            _t("Er zijn meer reacties dan huishoudens ({count}). Klopt dat?"), "respons_totaal", people
        )


def _question(text: str, key: str, count: int) -> Fault:
    return Fault(text.format(count=count), (key,), warning=True)


def held_in(period: Period) -> ColumnElement[bool]:
    """Closed in the period; without a closing day, begun in it."""
    return within(func.coalesce(Raadpleging.sluit_op, Raadpleging.start_op), period)


def runs_on(on: date) -> ColumnElement[bool]:
    """Begun and not closed on that day. Without a closing day it runs until there are results."""
    unfinished = and_(Raadpleging.sluit_op.is_(None), Raadpleging.status.in_(("voorbereiden", "loopt")))
    return and_(Raadpleging.start_op <= on, or_(Raadpleging.sluit_op >= on, unfinished))


def feedback_due_on(on: date) -> ColumnElement[bool]:
    """Over before that day, and those who were asked had not heard of the results at its end."""
    over = func.coalesce(Raadpleging.sluit_op, Raadpleging.start_op) < on
    return and_(over, not_running(), none_or_after(Raadpleging.terugkoppeling_op, on))


def not_running() -> ColumnElement[bool]:
    """It has a closing day, or it has results."""
    return or_(Raadpleging.sluit_op.is_not(None), Raadpleging.status.in_(("uitslag", "teruggekoppeld")))


def for_afspraak(afspraak_id: str) -> ColumnElement[bool]:
    """Serves this afspraak."""
    return exists().where(
        RaadplegingAfspraak.ouder_id == Raadpleging.id,
        RaadplegingAfspraak.verwijderd.is_(None),
        RaadplegingAfspraak.afspraak_id == afspraak_id,
    )


SPEC = RecordSpec(
    Raadpleging,
    label=_("Raadpleging"),
    plural=_("Raadplegingen"),
    columns=("nummer", "titel", "start_op", "sluit_op", "status", "respons_totaal"),
    search=("titel", "doel", "vraag", "conclusies", "minderheid"),
    name=("titel",),
    order="-start_op",
    parts=(
        PartSpec("methoden", _("Methoden"), RecordSpec(RaadplegingMethode, label=_("Methode"))),
        PartSpec("kanalen", _("Kanalen"), RecordSpec(Kanaal, label=_("Kanaal"))),
        PartSpec("groepen", _("Groepen"), RecordSpec(Groep, label=_("Groep"), search=("naam",))),
        PartSpec(
            "vragen",
            _("Vragen"),
            RecordSpec(
                Vraag,
                label=_("Vraag"),
                search=("tekst", "toelichting"),
                parts=(PartSpec("opties", _("Antwoorden"), RecordSpec(Optie, label=_("Antwoord"))),),
            ),
        ),
        PartSpec("citaten", _("Citaten"), RecordSpec(Citaat, label=_("Citaat"), search=("tekst",))),
        PartSpec(
            "afspraken", _("Afspraken"), RecordSpec(RaadplegingAfspraak, label=_("Afspraak")), link="afspraak"
        ),
        PartSpec(
            "complexen", _("Complexen"), RecordSpec(RaadplegingComplex, label=_("Complex")), link="complex"
        ),
        PartSpec("kernen", _("Kernen en wijken"), RecordSpec(RaadplegingKern, label=_("Kern")), link="kern"),
        bijlage.listed(RaadplegingBijlage),
    ),
    filters=(
        Filter("gehouden_in", _("Gehouden in"), "periode", held_in),
        Filter("loopt_op", _("Loopt op"), "datum", runs_on),
        Filter("terugkoppeling_open_op", _("Nog niet teruggekoppeld op"), "datum", feedback_due_on),
        bewaren.kept("raadpleging"),
        Filter("afspraak", _("Voor afspraak"), "verwijzing", for_afspraak, ref="afspraak"),
    ),
    prepare=_prepare,
    check=_check,
    verify=bijlage.verify,
)
