"""What one does with overviews: bring lines into the prestatieafspraken, copy one to the next year, settle whether the right
of advice is used, bring input into an overleg. Each is one step with one undo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from huurdersapp.actions import lists, records
from huurdersapp.actions.context import Context
from huurdersapp.actions.overzichten import KIND, LINE
from huurdersapp.actions.plain import Plain, Resolver, plain_of
from huurdersapp.actions.records import find, refuse, verified, write
from huurdersapp.actions.samen_wijzigen import Changed, change_many
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.activiteit import Activiteit
from huurdersapp.records.activiteitenoverzicht import Activiteitenoverzicht
from huurdersapp.records.draft import Fault, read
from huurdersapp.store.step import StepSession

INPUT = "inbrengpunt"
_COPIED = (
    "naam", "thema", "afspraak", "indicator", "trefwoord", "samen_met", "kern", "project", "eenheid", "bron", "toelichting",
)  # fmt: skip
_PLANNED = ("precisie", "aantal", "bedrag", "toelichting")
ADVICE = ("adviesrecht", "adviesrecht_op", "adviesrecht_reden", "advies")
"""What is kept of the formal right of advice of a year."""


@dataclass(frozen=True, slots=True)
class Copied:
    """The overview of the next year: its number, whether it was made now, and how many lines were added or were there."""

    number: int
    jaar: int
    fresh: bool
    added: int
    there: int


def agree(
    ctx: Context, numbers: Sequence[int], on: date, yes: bool = True, *, origin: object | None = None
) -> Changed:
    """Let activiteiten be in the prestatieafspraken from a day on, or take them out again; what is so already stays."""
    values: Mapping[str, Any] = {
        "afgesproken": yes,
        "afgesproken_op": on.isoformat() if yes else None,
    }

    def given(record: Plain) -> Mapping[str, Any]:
        return {} if record["afgesproken"] == yes else values

    return change_many(ctx, ctx.spec(LINE), numbers, given, origin=origin)


def to_next_year(ctx: Context, number: int, *, origin: object | None = None) -> Copied:
    """Copy an overview to the year after it: every year moves up one, what was realised is left out.

    Lines that were dropped stay behind. Where the next overview is there already only the lines that it lacks are added,
    so doing it twice adds nothing. Raises UserError when it is not there.
    """
    spec, line_spec = ctx.spec(KIND), ctx.spec(LINE)
    with ctx.store.step(
        _("{name} overnemen naar het volgende jaar").format(name=spec.label), origin=origin
    ) as db:
        row = find(db, spec, number)
        assert isinstance(row, Activiteitenoverzicht)
        source = next(iter(plain_of(db, spec, [row.id])))
        jaar = source["jaar"] + 1
        row = find(db, spec, number)  # reading it as JSON lets go of what the session held
        assert isinstance(row, Activiteitenoverzicht)
        target, fresh = _overview_of(db, row.akkoord_id, row.partij_id, jaar), False
        if target is None:
            fresh = True
            target = _made(db, KIND, {"akkoord": source["akkoord"], "partij": source["partij"], "jaar": jaar})
        target_number, target_id = target.nummer, target.id
        known = {_same(each) for each in _lines_of(db, target_id)}
        lines = [each for each in _lines_of(db, find(db, spec, number).id) if each["status"] != "vervallen"]
        added = 0
        for each in lines:
            if _same(each) in known:
                continue
            known.add(_same(each))
            _made(db, line_spec.key, _moved(each, target_number))
            added += 1
    return Copied(target_number, jaar, fresh, added, len(lines) - added)


def _moved(line: Plain, overview: int) -> Plain:
    years = [
        {"jaar": year["jaar"] + 1, **{key: year[key] for key in _PLANNED}}
        for year in line["jaren"]
        if any(year[key] is not None for key in _PLANNED)
    ]
    return {**{key: line[key] for key in _COPIED}, "overzicht": overview, "jaren": years}


def _same(line: Mapping[str, Any]) -> tuple[Any, ...]:
    """By what a line is the same as that of another year."""
    return (line["naam"].casefold(), (line["project"] or "").casefold(), line["kern"], line["thema"])


def _lines_of(db: StepSession, key: str) -> list[Plain]:
    spec = db.catalogue.specs[LINE]
    rows = db.alive(spec, Activiteit.overzicht_id == key)
    return list(plain_of(db, spec, [row.id for row in sorted(rows, key=lambda row: row.nummer)]))


def _overview_of(db: StepSession, akkoord_id: str, partij_id: str, jaar: int) -> Activiteitenoverzicht | None:
    rows: list[Activiteitenoverzicht] = db.alive(
        db.catalogue.specs[KIND],
        Activiteitenoverzicht.akkoord_id == akkoord_id,
        Activiteitenoverzicht.partij_id == partij_id,
        Activiteitenoverzicht.jaar == jaar,
    )
    return min(rows, key=lambda row: row.nummer, default=None)


def _made(db: StepSession, kind: str, values: Mapping[str, Any]) -> Any:
    spec = db.catalogue.specs[kind]
    draft, faults = read(spec, dict(values), _Old(db))
    faults += verified(db, draft, faults)
    refuse(spec, faults)
    made = write(db, draft)
    db.flush()
    return made


class _Old(Resolver):
    """Finds what lies in the waste bin too: a line goes on to refer to what it referred to."""

    def __init__(self, db: StepSession) -> None:
        super().__init__(db, binned=True)


# -- the right of advice -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Advice:
    """Whether a landlord is formally advised on top of the cycle in a year, as it was settled; `answer` is a key."""

    party: int
    name: str
    overview: int | None
    answer: str
    on: date | None
    why: str
    advice: int | None


def advice_of(ctx: Context, akkoord: int, jaar: int) -> list[Advice]:
    """A row for each landlord of an akkoord in a year, also where nothing was settled; the right stays in force either
    way (Overlegwet art. 3 to 5, text of 27-07-2015)."""
    found = lists.find(ctx, ctx.spec(KIND), [f"akkoord={akkoord}", f"jaar={jaar}"], order="nummer")
    by_party: dict[int, Plain] = {}
    for each in found:
        by_party.setdefault(each["partij"], each)
    given: list[Advice] = []
    for party in _landlords(ctx, akkoord):
        record: Plain | None = by_party.get(party["nummer"])
        on = record["adviesrecht_op"] if record else None
        given.append(
            Advice(
                party["nummer"],
                party["naam"],
                record["nummer"] if record else None,
                (record["adviesrecht"] if record else None) or "open",
                date.fromisoformat(on) if on else None,
                (record["adviesrecht_reden"] if record else None) or "",
                record["advies"] if record else None,
            )
        )
    return given


def _landlords(ctx: Context, akkoord: int) -> list[Plain]:
    record = records.show(ctx, ctx.spec("akkoord"), akkoord)
    numbers = list(dict.fromkeys(line["partij"] for line in record["partijen"]))
    found = {each["nummer"]: each for each in lists.find(ctx, ctx.spec("partij"), ["soort=corporatie"])}
    return [found[number] for number in numbers if number in found]


def settle_advice(
    ctx: Context,
    akkoord: int,
    party: int,
    jaar: int,
    values: Mapping[str, Any],
    *,
    origin: object | None = None,
) -> list[str]:
    """Put down whether the right of advice is used with a landlord in a year; makes its overview where there is none yet.

    Gives what to look at again; raises Refused.
    """
    spec = ctx.spec(KIND)
    given = {key: values[key] for key in ADVICE if key in values}
    where = [f"akkoord={akkoord}", f"partij={party}", f"jaar={jaar}"]
    there = lists.find(ctx, spec, where, order="nummer")
    if there:
        return records.change(ctx, spec, there[0]["nummer"], given, origin=origin).labelled
    begun = {"akkoord": akkoord, "partij": party, "jaar": jaar, **given}
    return records.create(ctx, spec, [begun], origin=origin).labelled


# -- input ---------------------------------------------------------------------------------------------------------


def bring_in(
    ctx: Context,
    numbers: Sequence[int],
    overleg: int,
    on: date | None = None,
    *,
    origin: object | None = None,
) -> Changed:
    """Bring points of input into an overleg, on its day where no other is given; raises UserError without that overleg."""
    day = on.isoformat() if on else records.show(ctx, ctx.spec("overleg"), overleg)["datum"]
    if not day:
        raise UserError(
            _("Van dit overleg is de dag niet bekend."), _("Vul de dag in waarop u dit inbrengt.")
        )
    return change_many(
        ctx, ctx.spec(INPUT), numbers, {"overleg": overleg, "ingebracht_op": day}, origin=origin
    )


def answer(
    ctx: Context, number: int, values: Mapping[str, Any], *, origin: object | None = None
) -> list[str]:
    """Put down what was answered on a point of input; gives what to look at again. Raises Refused."""
    spec = ctx.spec(INPUT)
    if not values.get("reactie"):
        raise records.Refused(spec, [Fault(_("Kies wat er met uw inbreng gebeurde."), ("reactie",))])
    return records.change(ctx, spec, number, dict(values), origin=origin).labelled
