"""The trimesterverslag for the bestuurlijk overleg, from the store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import get_args

from huurdersapp.actions import akkoord as akkoorden
from huurdersapp.actions.context import Context
from huurdersapp.actions.overlegvormen import Overlegvormen
from huurdersapp.actions.trimester_maten import stands_on, with_stands
from huurdersapp.actions.trimester_vragen import ASKED, proposals
from huurdersapp.actions.verslagen.opdracht import Gelezen, Opdracht
from huurdersapp.actions.verslagen.samen import Welke, beschermd, eerder
from huurdersapp.actions.verslagen.vragen import Voorstel, gevraagd, voorgesteld
from huurdersapp.base import clock
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.period import Period
from huurdersapp.records.akkoord import Akkoord
from huurdersapp.reports.trimester import is_empty, trimester_kader, trimester_onderdelen
from huurdersapp.reports.trimester_publiek import for_audience
from huurdersapp.reports.trimester_values import TrimesterValues
from huurdersapp.reports.trimester_vergelijking import Eerder
from huurdersapp.store.step import ReadSession

_SHORT = ("kort", "themas")
"""The parts of the short form."""
_SIGNS_ON_A_LINE = 85


def read(ctx: Context, db: ReadSession, job: Opdracht) -> Gelezen:
    """The report with all its parts; raises UserError without an akkoord, or with more than one to choose from."""
    chosen = akkoord_for(db, job)
    found = beschermd(ctx, db, chosen, job.span)
    proposed = voorstellen(ctx, db, job)
    values = for_audience(_complete(ctx, db, chosen, found.values, job, proposed), job.buiten)
    values = replace(values, los=found.alleen)
    earlier = tuple(_earlier(ctx, db, chosen, job))
    return Gelezen(
        trimester_kader(values, job.kort),
        trimester_onderdelen(values, job.kort, found.shown, earlier, _own_lines(job)),
        tuple(beside(chosen, job.span)),
        is_empty(values),
        vragen=voorgesteld(_offered(job, proposed)),
    )


def _own_lines(job: Opdracht) -> int:
    """How many lines the writer's own words take in the short form, more or less, with the white around them."""
    return sum(
        1 + sum(1 + len(line) // _SIGNS_ON_A_LINE for line in text.splitlines())
        for key, text in job.eigen
        if key in _SHORT
    )


def _most(job: Opdracht) -> int:
    """How many proposals are printed by themselves; in the short form own questions take their place."""
    own = sum(1 for vraag in job.vragen if not vraag.herkomst and not vraag.weg)
    return max(0, ASKED - own) if job.kort else ASKED


def voorstellen(ctx: Context, db: ReadSession, job: Opdracht) -> tuple[Voorstel, ...]:
    """What the meeting could be asked, what weighs most first; the first of what the writer did not change or leave
    out are printed (`ASKED` at most). Raises UserError as `read`."""
    chosen = akkoord_for(db, job)
    stands = stands_on(ctx, db, chosen, _until(job.span))
    return proposals(db, chosen, job.span, stands, outside=job.buiten)


def values_of(ctx: Context, db: ReadSession, akkoord: Akkoord, span: Period) -> TrimesterValues:
    """The values of the report about a period, with the measures of all parties and what is asked."""
    found = beschermd(ctx, db, akkoord, span)
    job = Opdracht("trimester", span, akkoord.nummer)
    return _complete(ctx, db, akkoord, found.values, job, voorstellen(ctx, db, job))


def _offered(job: Opdracht, proposed: Sequence[Voorstel]) -> list[Voorstel]:
    """Of all proposals those that stand in the report, and those of which the writer spoke."""
    spoken_of = {vraag.herkomst for vraag in job.vragen if vraag.herkomst}
    first = [one.herkomst for one in proposed if one.herkomst not in spoken_of][: _most(job)]
    return [one for one in proposed if one.herkomst in spoken_of or one.herkomst in first]


def _complete(
    ctx: Context,
    db: ReadSession,
    akkoord: Akkoord,
    values: TrimesterValues,
    job: Opdracht,
    proposed: Sequence[Voorstel],
) -> TrimesterValues:
    """The values with what no other report of the year needs: stands, questions, and for whom it is."""
    stands = stands_on(ctx, db, akkoord, _until(job.span))
    forms = Overlegvormen(db, akkoord)
    made = replace(
        values,
        themas=with_stands(db, akkoord, values.themas, stands),
        gevraagd=gevraagd(db, job, proposed, _most(job)),
        bestemd_voor=_audience(forms, job.publiek),
        vragen_kop=forms.asked,
        reden_leeg=job.reden_leeg,
    )
    return made if job.datum is None else replace(made, gemaakt_op=job.datum)


def _until(span: Period) -> date:
    return min(clock.today(), span.last)


def _audience(forms: Overlegvormen, publiek: str) -> str:
    match publiek:
        case "rg":
            return forms.prepares
        case "leden":
            return "onze leden"
        case "openbaar":
            return "iedereen"
    return forms.decides


def _earlier(ctx: Context, db: ReadSession, akkoord: Akkoord, job: Opdracht) -> Iterator[Eerder]:
    """The periods to compare with; of a year the one before and a year earlier are the same."""
    seen = set()
    for which in get_args(Welke):
        if job.vergelijken not in (which, "beide"):
            continue
        before = eerder(ctx, db, akkoord, job.span, which)
        if before is not None and before.values.periode not in seen:
            seen.add(before.values.periode)
            yield Eerder(before.values, before.shown)


def akkoord_for(db: ReadSession, job: Opdracht) -> Akkoord:
    """The akkoord that a report is held against: the one that was chosen, else the one that holds at the end of the period;
    where that leaves a choice (or none), the person makes it (UserError)."""
    if job.akkoord is not None:
        return akkoorden.find(db, job.akkoord)
    return _valid(db, job.span.last)


def beside(akkoord: Akkoord, span: Period) -> Iterator[str]:
    """What the person should know about a period outside the years of the akkoord."""
    if span.first.year < akkoord.van_jaar or span.last.year > akkoord.tot_jaar:
        yield _(
            "Het akkoord loopt van {first} tot en met {last}. De periode valt daar niet helemaal in."
        ).format(first=akkoord.van_jaar, last=akkoord.tot_jaar)


def _valid(db: ReadSession, on: date) -> Akkoord:
    spec = db.catalogue.specs["akkoord"]
    holding: list[Akkoord] = db.alive(spec, spec.filter["geldig_op"].where(on))
    return holding[0] if len(holding) == 1 else akkoorden.find(db, None)
