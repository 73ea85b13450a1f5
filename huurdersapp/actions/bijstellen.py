"""A change of a goal, a commitment or a measure by the bestuurlijk overleg: the point and its bijstelling in one step.

The point gets the new text; the bijstelling keeps what was and what became of it, in words, with who decided, when and
why. Who mends a slip of the pen changes the point as any record: then there is no bijstelling. Throwing a bijstelling
away leaves the point as it is.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import Any, Literal

from huurdersapp.actions import afwijkingen, lists, records
from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names
from huurdersapp.actions.plain import Plain, Resolver
from huurdersapp.actions.streefwaarden import target_in_words
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records import bijstelling
from huurdersapp.records.draft import Draft, Fault, read
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store import queries
from huurdersapp.store.step import ReadSession, StepSession

KIND = "bijstelling"
MAY_CHANGE: Mapping[str, tuple[str, ...]] = {
    "doel": ("tekst",),
    "afspraak": ("tekst", "van_jaar", "tot_jaar", "status"),
    "indicator": ("tekst", "norm", "streefwaarden"),
}
"""What the bestuurlijk overleg may change of a point: fields, and for a measure its targets."""
DECISION = ("besloten_op", "overleg", "optie", "reden", "toelichting", "afwijking")
"""What a decision says besides."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that changed, in words; empty is nothing."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A bijstelling to read: who decided it when, which way was chosen (in the words of the akkoord), why, and what
    changed. `meeting` is the number and name of the overleg."""

    number: int
    name: str
    on: date
    meeting: tuple[int, str] | None
    option: str
    reason: str
    note: str
    differences: tuple[Difference, ...]


Mark = Literal["same", "gone", "new"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a text, and whether the other text has them too."""

    text: str
    mark: Mark


# -- reading -----------------------------------------------------------------------------------------------------------


def options(ctx: Context, kind: str, number: int) -> list[tuple[str, str]]:
    """Key and text of the ways that the akkoord of a point offers, in its own order; raises UserError for no point."""
    with ctx.store.reading() as db:
        point = records.find(db, ctx.spec(kind), number)
        akkoord = bijstelling.akkoord_of_point(db, point)
        return [] if akkoord is None else bijstelling.options(db, akkoord)


def all_options(ctx: Context) -> list[tuple[str, str]]:
    """The ways that any of the akkoorden offers, the newest akkoord first; each key once."""
    rows = lists.find(ctx, ctx.spec("akkoord"), order="-van_jaar")
    found: dict[str, str] = {}
    for row in rows:
        for line in row["bijstelopties"]:
            found.setdefault(line["sleutel"], line["tekst"])
    return list(found.items())


def adjustments(ctx: Context, kind: str, number: int) -> list[Adjustment]:
    """The bijstellingen of a point, the newest first."""
    rows = lists.find(ctx, ctx.spec(KIND), [f"{kind}={number}"], order="-besloten_op")
    words = dict(options(ctx, kind, number)) if rows else {}
    with ctx.store.reading() as db:
        return [_adjustment(db, row, words) for row in rows]


def adjustment(ctx: Context, number: int) -> Adjustment:
    """One bijstelling; raises UserError when it is not there."""
    row = records.show(ctx, ctx.spec(KIND), number)
    kind = next(key for key in MAY_CHANGE if row[key] is not None)
    with ctx.store.reading() as db:
        point = queries.by_number(db, ctx.spec(kind), row[kind])
        akkoord = None if point is None else bijstelling.akkoord_of_point(db, point)
        words = {} if akkoord is None else dict(bijstelling.options(db, akkoord))
        return _adjustment(db, row, words)


def _adjustment(db: ReadSession, row: Plain, words: Mapping[str, str]) -> Adjustment:
    meeting = None
    if row["overleg"] is not None:
        held = queries.by_number(db, db.catalogue.specs["overleg"], row["overleg"])
        meeting = None if held is None else (row["overleg"], str(vars(held)["naam"]))
    return Adjustment(
        row["nummer"],
        row["naam"],
        date.fromisoformat(row["besloten_op"]),
        meeting,
        afwijkingen.option_words(words, row["optie"]),
        row["reden"],
        row["toelichting"] or "",
        tuple(
            Difference(line["veld"], line["oud"] or "", line["nieuw"] or "") for line in row["verschillen"]
        ),
    )


def side_by_side(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both texts in pieces, word by word: what stands in the other too, what went away and what is new."""
    was, becomes = _words(old), _words(new)
    left: list[Piece] = []
    right: list[Piece] = []
    matcher = difflib.SequenceMatcher(None, was, becomes, autojunk=False)
    for tag, first, last, begin, end in matcher.get_opcodes():
        same: bool = tag == "equal"
        if first < last:
            left.append(Piece("".join(was[first:last]), "same" if same else "gone"))
        if begin < end:
            right.append(Piece("".join(becomes[begin:end]), "same" if same else "new"))
    return tuple(left), tuple(right)


def _words(text: str) -> list[str]:
    """The words of a text, each with the space after it, so that they joined are the text."""
    return re.findall(r"\s*\S+\s*", text)


# -- writing -----------------------------------------------------------------------------------------------------------


def adjust(
    ctx: Context,
    kind: str,
    number: int,
    values: Mapping[str, Any],
    decision: Mapping[str, Any],
    *,
    origin: object | None = None,
) -> records.Saved:
    """Change a point and make its bijstelling, in one step; gives the bijstelling as it was saved.

    `values` are the fields of `MAY_CHANGE`, `decision` those of `DECISION`. With an afwijking its steps go on to the
    decision. Raises Refused, with the places of both (a fault of the decision as one of the bijstelling), and UserError
    where the point is not there.
    """
    spec, made = ctx.spec(kind), ctx.spec(KIND)
    with ctx.store.step(
        _("{kind} {number} bijstellen").format(kind=spec.label, number=number), origin=origin
    ) as db:
        row = records.find(db, spec, number)
        given = {key: value for key, value in values.items() if key in MAY_CHANGE[kind]}
        draft, faults = records.reviewed(db, spec, row, given)
        assert draft.before is not None
        changed = list(_differences(db, draft.before, draft))
        if not changed and not faults:
            nothing = _("Er verandert nog niets. Pas eerst de tekst of een streefwaarde aan.")
            faults.append(Fault(nothing, (MAY_CHANGE[kind][0],)))
        raw: dict[str, Any] = {key: decision.get(key) for key in DECISION} | {kind: number}
        raw["verschillen"] = [{"veld": one.field, "oud": one.old, "nieuw": one.new} for one in changed]
        written_down, more = read(made, raw, Resolver(db))
        more += records.verified(db, written_down, more)
        more += _fits(db, spec, row, written_down)
        records.refuse(made, [*faults, *more])
        records.write(db, draft, row)
        saved = records.write(db, written_down)
        db.flush()
        if written_down["afwijking"] is not None:
            _decide(db, decision)
    return records.told(ctx, made, [saved], [*faults, *more])


def _fits(db: ReadSession, spec: RecordSpec, row: Any, draft: Draft) -> Iterator[Fault]:
    """Where the akkoord offers ways on, one of these was chosen; and a case is about the goal of the point."""
    akkoord = bijstelling.akkoord_of_point(db, row)
    if draft["optie"] is None and akkoord is not None and bijstelling.options(db, akkoord):
        yield Fault(_("Kies welke mogelijkheid uit het akkoord dit is."), ("optie",))
    if draft["afwijking"] is None:
        return
    case: Any = db.get(db.catalogue.specs["afwijking"].cls, draft["afwijking"])
    goal = row.id if spec.key == "doel" else row.doel_id
    if case is not None and case.doel_id != goal:
        yield Fault(_("Deze melding hoort bij een ander doel. Kies een andere."), ("afwijking",))


def _decide(db: StepSession, decision: Mapping[str, Any]) -> None:
    note = {
        "overleg": decision.get("overleg"),
        "optie": decision.get("optie"),
        "toelichting": decision["reden"],
    }
    afwijkingen.decided(db, int(decision["afwijking"]), {**note, "datum": decision["besloten_op"]})


def _differences(db: ReadSession, before: Draft, after: Draft) -> Iterator[Difference]:
    for item in after.spec.fields.values():
        if item.key in MAY_CHANGE[after.spec.key] and after.changed(item.key):
            yield Difference(item.label, _said(item, before[item.key]), _said(item, after[item.key]))
    if "streefwaarden" in after.parts:
        yield from _targets(db, before, after)


def _said(item: Any, value: Any) -> str:
    if value is None:
        return ""
    return item.choices.label(value) if item.choices else str(value)


def _targets(db: ReadSession, before: Draft, after: Draft) -> Iterator[Difference]:
    """The targets that changed, were left out or are new; a line that only moved did not change."""
    names = Names(db)
    names.load("kern", [line["kern"] for line in (*_lines(before), *_lines(after)) if line["kern"]])
    was = {line.id: line for line in _lines(before)}
    for line in _lines(after):
        old = was.pop(line.id, None) if line.id else None
        if old is None or old.values != line.values:
            yield Difference(_heading(line), _target(names, before, old), _target(names, after, line))
    for line in was.values():
        yield Difference(_heading(line), _target(names, before, line), "")


def _lines(draft: Draft) -> Sequence[Draft]:
    return draft.lines("streefwaarden")


def _heading(line: Draft) -> str:
    """What a target is called: by its year where it has one, and its class."""
    name = _("Streefwaarde {year}").format(year=line["jaar"]) if line["jaar"] else _("Streefwaarde")
    return f"{name} ({line['klasse']})" if line["klasse"] else name


def _target(names: Names, measure: Draft, line: Draft | None) -> str:
    if line is None:
        return ""
    point, target = SimpleNamespace(**measure.values), SimpleNamespace(**line.values)
    words = target_in_words(point, target, str)
    extra = [_("ongeveer")] if line["circa"] else []
    if line["kern"]:
        extra.append(names.of("kern", line["kern"]))
    if line["precisie"]:
        item = line.spec.fields["precisie"]
        extra.append(_said(item, line["precisie"]).lower())
    if line["toelichting"]:
        extra.append(line["toelichting"])
    return ", ".join([words or _("geen getal"), *extra])
