"""Saving a visit together with the knelpunten that come out of it: one step, one undo.

The address goes along to a knelpunt only where the tenant agreed that the landlord is told. That consent is put down at
the visit, with the text that was shown (AVG art. 7 lid 1: whoever relies on consent must be able to show it).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import Plain, Resolver
from huurdersapp.actions.records import Saved, find, refuse, reviewed, told, verified, write
from huurdersapp.base import clock
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records import adres
from huurdersapp.records.base import Row
from huurdersapp.records.draft import Draft, Fault, Place, Resolve, read
from huurdersapp.records.maatregel import Maatregel
from huurdersapp.records.rules import new_line
from huurdersapp.store.step import ReadSession

CONSENT = "verhuurder"
"""For what the tenant agrees that a knelpunt has the address."""
PREFIX = "knelpunt"
"""Where the faults of the knelpunt stand; those of a measure for the landlord stand at its line."""
_TAKEN_OVER = ("kern", "complex", "verhuurder", "thema")
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A knelpunt to make: its own values, whether the tenant agreed, and where its faults stand."""

    values: Values
    agreed: bool
    place: Place


def landlord_measures(ctx: Context, values: Values) -> tuple[Plain, ...]:
    """What could be told the landlord: for each measure of `values` that the landlord must do (`wie`) and that is not
    done, the knelpunt as `save_visit` takes it, still without consent."""
    with ctx.store.reading() as db:
        resolver = Resolver(db)
        found = []
        for line in _lines(values):
            key = resolver("maatregel", line["maatregel"]) if line.get("maatregel") else None
            if line.get("wie") != "verhuurder" or line.get("stand") == "gedaan" or not isinstance(key, str):
                continue
            row = db.get_one(Maatregel, key)
            found.append(
                {
                    "maatregel": row.nummer,
                    "categorie": "energie_isolatie",
                    "titel": _("Verhuurder: {measure}").format(measure=row.naam),
                    "omschrijving": line.get("toelichting"),
                    "toestemming": False,
                }
            )
        return tuple(found)


def save_visit(
    ctx: Context,
    values: Values,
    *,
    number: int | None = None,
    knelpunt: Values | None = None,
    landlord_measures: Sequence[Values] = (),
    origin: object | None = None,
) -> Saved:
    """Make a visit or change the one with this number, with the knelpunten that come out of it, in one step.

    `knelpunt` has `categorie`, `titel` and `toestemming` (whether the landlord may be told, with the address), and may
    have other fields of a knelpunt. It gets the source energiecoach, the day, kern, complex, landlord and theme of the
    visit, and is linked to it. `landlord_measures` are the same for measures that the landlord must do, each with the
    `maatregel` that it is about (number or name; see the function of that name).

    Raises Refused with the faults of all, those of the knelpunt under "knelpunt", those of a measure at its line of
    "maatregelen"; and UserError when there is no visit with this number.
    """
    spec = ctx.spec("energiebezoek")
    wanted = _wanted(values, knelpunt, landlord_measures)
    with ctx.store.step(_label(number, wanted), origin=origin) as db:
        row = None if number is None else find(db, spec, number)
        visit, drafts, faults = _drafts(db, ctx, row, values, wanted)
        refuse(spec, faults)
        made = [write(db, draft) for draft in drafts]
        db.flush()
        _link(visit, made)
        saved = write(db, visit, row)
    return told(ctx, spec, [saved], faults)


def check_visit(
    ctx: Context,
    values: Values,
    *,
    number: int | None = None,
    knelpunt: Values | None = None,
    landlord_measures: Sequence[Values] = (),
) -> list[Fault]:
    """Everything that `save_visit` would tell, while nothing is written."""
    wanted = _wanted(values, knelpunt, landlord_measures)
    with ctx.store.reading() as db:
        row = None if number is None else find(db, ctx.spec("energiebezoek"), number)
        return _drafts(db, ctx, row, values, wanted)[2]


def _label(number: int | None, wanted: Sequence[_Wanted]) -> str:
    if number is not None:
        text = (
            _("Energiebezoek {number} wijzigen, met knelpunt")
            if wanted
            else _("Energiebezoek {number} wijzigen")
        )
        return text.format(number=number)
    return _("Energiebezoek en knelpunt opslaan") if wanted else _("Energiebezoek opslaan")


def _wanted(values: Values, knelpunt: Values | None, measures: Sequence[Values]) -> list[_Wanted]:
    found = [] if knelpunt is None else [_one(knelpunt, (PREFIX,))]
    lines = [line.get("maatregel") for line in _lines(values)]
    for index, each in enumerate(measures):
        about = each.get("maatregel")
        at: Place = ("maatregelen", lines.index(about)) if about in lines else ("maatregelen", index)
        found.append(_one(each, at))
    return found


def _one(values: Values, place: Place) -> _Wanted:
    own = {key: value for key, value in values.items() if key not in ("toestemming", "maatregel")}
    return _Wanted(own, bool(values.get("toestemming")), place)


def _lines(values: Values) -> Iterator[Values]:
    lines = values.get("maatregelen")
    if isinstance(lines, list):
        yield from (line for line in lines if isinstance(line, Mapping))


def _drafts(
    db: ReadSession, ctx: Context, row: Any, values: Values, wanted: Sequence[_Wanted]
) -> tuple[Draft, list[Draft], list[Fault]]:
    """The visit and its new knelpunten as they would be, and the faults of all of them."""
    spec = ctx.spec("energiebezoek")
    if any(one.agreed for one in wanted):
        values = _with_consent(db, ctx, row, values)
    if row is None:
        visit, faults = read(spec, values, Resolver(db))
        faults = [*faults, *verified(db, visit, faults)]
    else:
        visit, faults = reviewed(db, spec, row, values)
    drafts = []
    for one in wanted:
        draft, found = _knelpunt(db, ctx, visit, one)
        drafts.append(draft)
        faults += [fault.at(*one.place) for fault in found]
    return visit, drafts, faults


def _with_consent(db: ReadSession, ctx: Context, row: Any, values: Values) -> Values:
    """The values with the consent that the landlord is told, unless it stands there already."""
    lines = values.get("toestemmingen")
    if lines is None and row is not None:
        kept = db.lines(ctx.spec("energiebezoek").part["toestemmingen"].spec, row.id)
        lines = [
            {"id": line.id, "doel": line.doel, "ingetrokken_op": _text(line.ingetrokken_op)} for line in kept
        ]
    lines = lines if isinstance(lines, list) else []
    there = any(
        isinstance(line, Mapping) and line.get("doel") == CONSENT and not line.get("ingetrokken_op")
        for line in lines
    )
    return values if there else {**values, "toestemmingen": [*lines, {"doel": CONSENT}]}


def _text(on: date | None) -> str | None:
    return None if on is None else on.isoformat()


def _knelpunt(db: ReadSession, ctx: Context, visit: Draft, one: _Wanted) -> tuple[Draft, list[Fault]]:
    spec = ctx.spec("knelpunt")
    personal = {"toestemming_contact", "toestemming_op", *spec.personal()}
    own = {key: value for key, value in one.values.items() if one.agreed or key not in personal}
    raw = {**_taken_over(visit, one), **own}
    draft, faults = read(spec, raw, _by_key(Resolver(db), visit))
    faults += verified(db, draft, faults)
    if one.agreed:
        # The consent stands at the visit; that the tenant may be called is another one.
        faults = [fault for fault in faults if fault.place != ("toestemming_contact",)]
    return draft, faults


def _taken_over(visit: Draft, one: _Wanted) -> Plain:
    raw: Plain = {key: visit[key] for key in _TAKEN_OVER if visit[key] is not None}
    on = min(visit["datum"] or clock.today(), clock.today())
    raw |= {"gemeld_op": on.isoformat(), "bron": "energiecoach"}
    where = adres.said(*(visit[key] for key in ("straat", "huisnummer", "toevoeging", "postcode", "plaats")))
    if one.agreed and where:
        given = [line["gegeven_op"] for line in visit.lines("toestemmingen") if line["doel"] == CONSENT]
        raw |= {
            "melder_adres": where,
            "toestemming_op": (given[-1] if given and given[-1] else on).isoformat(),
        }
    return raw


def _by_key(resolver: Resolver, visit: Draft) -> Resolve:
    """Finds records as ever; what the visit refers to is known by its key already."""
    keys = {visit[key] for key in _TAKEN_OVER}

    def resolve(kind: str, value: int | str) -> str | Fault:
        return str(value) if value in keys else resolver(kind, value)

    return resolve


def _link(visit: Draft, made: Sequence[Row]) -> None:
    """Let the visit name these knelpunten, after those that it names already."""
    if not made:
        return
    part = visit.spec.part["knelpunten"].spec
    lines = [new_line(part, knelpunt=row.id) for row in made]
    visit.parts["knelpunten"] = [*visit.lines("knelpunten"), *lines]
