"""A goal that is not on schedule, as a case: signalled, before the RG, before the BO, decided, and only then a dispute.

Which ways on there are (change the goal, more effort) says the akkoord itself. A dispute is the last resort: the program
knows that it exists and when, and not who decides it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from huurdersapp.actions import lists, records
from huurdersapp.actions.context import Context
from huurdersapp.actions.knelpunten import changed, lines
from huurdersapp.actions.plain import Plain, Resolver
from huurdersapp.base import clock
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records import bijstelling
from huurdersapp.records.afwijking import NEXT, STATUS
from huurdersapp.records.draft import read
from huurdersapp.store import queries
from huurdersapp.store.step import StepSession

KIND, EFFORT = "afwijking", "actiepunt"
OFF = ("achter", "niet_gehaald")
"""Stands of a measure that are worth a signal."""
BEFORE_DECISION = ("gesignaleerd", "aan_rg")
"""From here a decision of the BO means that it came before the BO that day."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step that was taken: key and words, day, the meeting (number and name), the way that was chosen, and the note."""

    key: str
    words: str
    on: date
    meeting: tuple[int, str] | None
    option: str
    note: str


@dataclass(frozen=True, slots=True)
class Effort:
    """An actiepunt that came of a case: what, who owes it, and its last day."""

    number: int
    what: str
    owner: str
    until: date | None


@dataclass(frozen=True, slots=True)
class Case:
    """A case to read. `following` are the steps that may come now; `about` is the code of its measure or goal, `goal` the
    number of the goal."""

    number: int
    name: str
    goal: int
    about: str
    why: str
    asked: str
    status: str
    words: str
    steps: tuple[Step, ...]
    following: tuple[str, ...]
    efforts: tuple[Effort, ...]

    @property
    def open(self) -> bool:
        """Whether it still waits for something."""
        return self.status != "afgerond"


def dispute_words() -> str:
    """What to know before a dispute: nothing of it is a rule of the program."""
    return _(
        "Een geschil is het laatste middel. Wie erover beslist, weet dit programma niet. "
        "Kijk dat na in het akkoord, of vraag het aan de Woonbond."
    )


# -- reading -----------------------------------------------------------------------------------------------------------


def cases(ctx: Context, kind: str, number: int) -> list[Case]:
    """The cases of a goal (with those of its measures) or of one measure, the open ones first, the newest first."""
    rows = lists.find(ctx, ctx.spec(KIND), [f"{kind}={number}"], order="-gesignaleerd_op")
    found = [_case(ctx, row) for row in rows]
    return sorted(found, key=lambda case: not case.open)


def case(ctx: Context, number: int) -> Case:
    """One case; raises UserError when it is not there."""
    return _case(ctx, records.show(ctx, ctx.spec(KIND), number))


def _case(ctx: Context, row: Plain) -> Case:
    words = dict(options(ctx, row["doel"]))
    promised = lists.find(ctx, ctx.spec(EFFORT), [f"afwijking={row['nummer']}"])
    with ctx.store.reading() as db:
        specs = db.catalogue.specs

        def called(kind: str, number: int | None, field: str) -> str:
            found = None if number is None else queries.by_number(db, specs[kind], number)
            return "" if found is None else str(vars(found)[field])

        steps = tuple(
            Step(
                line["stap"],
                STATUS.label(line["stap"]),
                date.fromisoformat(line["datum"]),
                (line["overleg"], called("overleg", line["overleg"], "naam")) if line["overleg"] else None,
                option_words(words, line["optie"]),
                line["toelichting"] or "",
            )
            for line in row["stappen"]
        )
        kind = "indicator" if row["indicator"] else "doel"
        about = called(kind, row[kind], "code")
        efforts = tuple(
            Effort(
                item["nummer"],
                item["wat"],
                called("partij", item["partij"], "naam") or item["persoon"] or "",
                date.fromisoformat(item["uiterlijk"]) if item["uiterlijk"] else None,
            )
            for item in promised
        )
    return Case(
        row["nummer"], row["naam"], row["doel"], about, row["waarom"], row["gevraagd"] or "", row["status"],
        STATUS.label(row["status"]), steps, NEXT.get(row["status"], ()), efforts,
    )  # fmt: skip


def option_words(words: Mapping[str, str], key: str | None) -> str:
    """A way in the words of its akkoord; of an akkoord that is not there any more what its key says."""
    return words.get(key or "", (key or "").replace("_", " "))


def options(ctx: Context, goal: int) -> list[tuple[str, str]]:
    """Key and text of the ways on that the akkoord of a goal offers."""
    with ctx.store.reading() as db:
        row = queries.by_number(db, db.catalogue.specs["doel"], goal)
        akkoord = None if row is None else bijstelling.akkoord_of_point(db, row)
        return [] if akkoord is None else bijstelling.options(db, akkoord)


def proposed(ctx: Context, kind: str, number: int, rule: str = "") -> Plain:
    """What a signal about a goal or measure begins with: its links, and `rule`, the words of its stand."""
    row = records.show(ctx, ctx.spec(kind), number)
    if kind == "doel":
        return {"doel": number, "indicator": None, "waarom": rule or None}
    return {"doel": row["doel"], "indicator": number, "waarom": rule or None}


# -- writing -----------------------------------------------------------------------------------------------------------


def signal(
    ctx: Context, kind: str, number: int, values: Mapping[str, Any], *, origin: object | None = None
) -> records.Saved:
    """Make a case of a goal or measure that is not on schedule; a second open one is a warning. Raises Refused."""
    raw = {**proposed(ctx, kind, number), **values}
    return records.create(ctx, ctx.spec(KIND), [raw], origin=origin)


def take(
    ctx: Context,
    number: int,
    step: Mapping[str, Any],
    efforts: Sequence[Mapping[str, Any]] = (),
    *,
    origin: object | None = None,
) -> list[str]:
    """Put the next step in a case, and of a decision the extra efforts as actiepunten that name it: all in one step.

    `step` has stap, datum, overleg, optie and toelichting. Of an effort the partij owes it (or persoon) and uiterlijk is
    its last day. Gives what to look at again; raises Refused with the places of a line of `stappen`, or of `efforts`.
    """
    spec = ctx.spec(KIND)
    label = _("{name}: {step}").format(name=spec.label, step=STATUS.label(step.get("stap")))
    with ctx.store.step(label, origin=origin) as db:
        told = _add(db, number, [dict(step)])
        row = records.find(db, spec, number)
        for at, effort in enumerate(efforts):
            told += _promise(db, row, step, effort, at)
    return told


def decided(db: StepSession, number: int, step: Mapping[str, Any]) -> list[str]:
    """Within a step: put the decision of the BO in a case; one that the BO had not seen yet came before it that day. A
    case that was decided or closed already stays as it is."""
    row: Any = records.find(db, db.catalogue.specs[KIND], number)
    if row.status in ("besluit", "geschil", "afgerond"):
        return []
    before = (
        [{**step, "stap": "aan_bo", "optie": None, "toelichting": None}]
        if row.status in BEFORE_DECISION
        else []
    )
    return _add(db, number, [*before, {**step, "stap": "besluit"}])


def _add(db: StepSession, number: int, steps: Sequence[Mapping[str, Any]]) -> list[str]:
    spec = db.catalogue.specs[KIND]
    row = records.find(db, spec, number)
    return changed(db, spec, row, {"stappen": [*lines(db, spec, "stappen", row.id), *steps]})


def _promise(
    db: StepSession, row: Any, step: Mapping[str, Any], effort: Mapping[str, Any], at: int
) -> list[str]:
    spec = db.catalogue.specs[EFFORT]
    day = step.get("datum") or clock.today().isoformat()
    given = {"afgesproken_op": day, "overleg": step.get("overleg"), "afwijking": row.nummer}
    if row.indicator_id is not None:
        found = db.get(db.catalogue.specs["indicator"].cls, row.indicator_id)
        given["indicator"] = None if found is None else vars(found)["nummer"]
    draft, faults = read(spec, {**given, **effort}, Resolver(db))
    faults += records.verified(db, draft, faults)
    faults = [fault.at("inspanningen", at) for fault in faults]
    records.refuse(spec, faults)
    records.write(db, draft)
    db.flush()
    return [fault.text for fault in faults if fault.warning]
