"""What a writer does to the draft of a report: choosing, moving parts, writing, asking, and adding pictures.

Each is one step that can be undone, with a name. `seen` is what the window shows; without it the report is read again. A
write that changes nothing leaves no trace and gives False.
"""

from __future__ import annotations

from typing import Any

from huurdersapp.actions import records
from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import Plain, Resolver, plain_of
from huurdersapp.actions.verslagen import keuzes as chosen
from huurdersapp.actions.verslagen.concept_beelden import (
    add_picture,
    adding_picture,
    change_picture,
    drop_picture,
)
from huurdersapp.actions.verslagen.concept_lezen import (
    BeeldStand,
    Concept,
    DeelStand,
    VraagStand,
    find,
    read,
    read_at,
    start,
)
from huurdersapp.actions.verslagen.concept_regels import change, named, shown
from huurdersapp.actions.verslagen.concept_vragen import (
    drop_question,
    move_question,
    restore_question,
    take_question,
    write_question,
)
from huurdersapp.actions.verslagen.keuzes import KIND
from huurdersapp.actions.verslagen.opdracht import Opdracht
from huurdersapp.actions.verslagen.soorten import soort_of
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.draft import read as read_draft
from huurdersapp.reports.prose import one_line
from huurdersapp.store.step import StepSession

__all__ = [
    "BeeldStand",
    "Concept",
    "DeelStand",
    "VraagStand",
    "add_picture",
    "adding_picture",
    "change_picture",
    "choose",
    "drop_picture",
    "drop_question",
    "ensure",
    "find",
    "keep_text",
    "move",
    "move_question",
    "own_order",
    "read",
    "restore_question",
    "start",
    "switch",
    "take_proposal",
    "take_question",
    "title_part",
    "write_question",
    "write_text",
]


def ensure(ctx: Context, job: Opdracht, *, origin: object | None = None) -> int:
    """The number of the record of this report. Where there is none yet it is made in one step, with what the last report
    of its kind chose and said: its audience, form, comparison, front page, parts and texts."""
    soort = soort_of(job.soort)
    spec = ctx.spec(KIND)
    with ctx.store.step(_("{kind} beginnen").format(kind=soort.label), origin=origin) as db:
        if job.nummer is not None:
            return int(records.find(db, spec, job.nummer).nummer)
        concept = read_at(ctx, db, job)
        if concept.number is not None:
            return concept.number
        raw = _raw(concept.job)
        if concept.from_last is not None:
            raw["delen"] = _of_last(db, records.find(db, spec, concept.from_last))
        resolver = Resolver(db)
        draft, faults = read_draft(spec, raw, resolver)
        faults += records.verified(db, draft, faults)
        records.refuse(spec, faults)
        row: Any = records.write(db, draft)
        db.flush()
        return int(row.nummer)


def _raw(job: Opdracht) -> Plain:
    return {
        "soort": job.soort,
        "van": job.span.first.isoformat(),
        "tot": job.span.last.isoformat(),
        "publiek": job.publiek,
        "vorm": "kort" if job.kort else "volledig",
        "vergelijken": job.vergelijken,
        "voorblad": job.voorblad,
        "datum": job.datum.isoformat() if job.datum else None,
        "reden_leeg": job.reden_leeg or None,
        "titel": job.titel or None,
        **{key: getattr(job, key) for key in chosen.ABOUT},
    }


def _of_last(db: StepSession, last: Any) -> list[Plain]:
    """The parts as they were chosen last time, as new lines."""
    plain = next(iter(plain_of(db, db.catalogue.specs[KIND], [last.id])))
    return [{key: value for key, value in line.items() if key != "id"} for line in plain["delen"]]


# -- the whole -----------------------------------------------------------------------------------------------------


def choose(ctx: Context, number: int, *, origin: object | None = None, **fields: Any) -> bool:
    """Choose for the report as a whole, by the names of its fields: publiek, vorm (or `kort`), vergelijken, voorblad, akkoord,
    overleg, thema, kern, datum, van, tot, titel, reden_leeg, toelichting. Raises Refused for what cannot be."""
    if "kort" in fields:
        fields["vorm"] = "kort" if fields.pop("kort") else "volledig"
    spec = ctx.spec(KIND)
    labels = [spec.fields[key].label for key in fields if key in spec.fields]
    what = labels[0][:1].lower() + labels[0][1:] if len(labels) == 1 else _("keuzes")
    raw = {key: value.isoformat() if hasattr(value, "isoformat") else value for key, value in fields.items()}
    label = named(_("Verslag {number}: {what} kiezen"), number, what=what)

    def edit(_db: StepSession, row: Any, _plain: Plain) -> Plain:
        soort = soort_of(row.soort)
        if raw.get("publiek", row.publiek) not in soort.publieken:
            raise UserError(_("{kind} is niet voor deze lezers."), kind=soort.label)
        if raw.get("vorm", row.vorm) == "kort" and not soort.kort:
            raise UserError(_("{kind} heeft geen korte vorm."), kind=soort.label)
        return raw

    return change(ctx, number, label, edit, origin)


# -- parts ---------------------------------------------------------------------------------------------------------


def switch(
    ctx: Context,
    number: int,
    key: str,
    on: bool,
    *,
    seen: Concept | None = None,
    origin: object | None = None,
) -> bool:
    """Print a part, or leave it out; what the writer wrote in it is kept. The first page stays (UserError)."""

    def edit(db: StepSession, row: Any, plain: Plain) -> Plain:
        part = shown(ctx, db, row, seen).part(key)
        if part.fixed:
            raise UserError(_("De eerste bladzijde staat altijd in het verslag."))
        return {"delen": _edited(plain, key, weg=not on and part.standard, bij=on and not part.standard)}

    label = _("Verslag {number}: deel opnemen") if on else _("Verslag {number}: deel weglaten")
    return change(ctx, number, named(label, number), edit, origin)


def move(
    ctx: Context, number: int, key: str, by: int, *, seen: Concept | None = None, origin: object | None = None
) -> bool:
    """Move a part so many places down (below zero: up), among the parts or among the annexes; no further than the first or
    last place."""

    def edit(db: StepSession, row: Any, plain: Plain) -> Plain:
        concept = shown(ctx, db, row, seen)
        part = concept.part(key)
        if part.fixed:
            raise UserError(_("De eerste bladzijde blijft vooraan."))
        keys = [each.key for each in concept.parts if not each.fixed and each.annex == part.annex]
        at = keys.index(key)
        to = min(max(at + by, 0), len(keys) - 1)
        if to == at:
            return {}
        keys.insert(to, keys.pop(at))
        lines = plain["delen"]
        for place, each in enumerate(keys, 1):
            lines = _edited({"delen": lines}, each, plaats=place)
        return {"delen": lines}

    return change(ctx, number, named(_("Verslag {number}: deel verplaatsen"), number), edit, origin)


def own_order(ctx: Context, number: int, *, origin: object | None = None) -> bool:
    """Back to the order that the program gives."""

    def edit(_db: StepSession, _row: Any, plain: Plain) -> Plain:
        return {"delen": _kept([{**line, "plaats": None} for line in plain["delen"]])}

    return change(ctx, number, named(_("Verslag {number}: gewone volgorde"), number), edit, origin)


def title_part(ctx: Context, number: int, key: str, title: str, *, origin: object | None = None) -> bool:
    """Give a part another heading; an empty one is that of the program."""

    def edit(_db: StepSession, _row: Any, plain: Plain) -> Plain:
        return {"delen": _edited(plain, key, kop=one_line(title) or None)}

    return change(ctx, number, named(_("Verslag {number}: kop schrijven"), number), edit, origin)


def write_text(
    ctx: Context,
    number: int,
    key: str,
    text: str,
    *,
    was: str | None = None,
    seen: Concept | None = None,
    origin: object | None = None,
) -> bool:
    """Keep the own text of a part, and on what it stands; an empty text is none. `was` is the text that the writer began
    with: where somebody else changed it meanwhile nothing is written (UserError)."""

    def edit(db: StepSession, row: Any, plain: Plain) -> Plain:
        now = _line(plain, key).get("tekst") or ""
        _refuse_moved(now, was)
        if text.strip() == now.strip():
            return {}
        part = shown(ctx, db, row, seen).part(key)
        return {"delen": _written(plain, part, text)}

    return change(ctx, number, named(_("Verslag {number}: tekst schrijven"), number), edit, origin)


def take_proposal(
    ctx: Context,
    number: int,
    key: str,
    *,
    was: str | None = None,
    seen: Concept | None = None,
    origin: object | None = None,
) -> bool:
    """Put the sentences that the program proposes below the own text of a part; what stands there already is not put twice."""

    def edit(db: StepSession, row: Any, plain: Plain) -> Plain:
        part = shown(ctx, db, row, seen).part(key)
        own = _line(plain, key).get("tekst") or ""
        _refuse_moved(own, was)
        if not part.proposal.strip():
            raise UserError(_("Bij dit deel is er geen voorstel."))
        there = part.proposal.strip() in own
        text = own if there else "\n\n".join(filter(None, (own.strip(), part.proposal.strip())))
        return {"delen": _written(plain, part, text)}

    return change(ctx, number, named(_("Verslag {number}: voorstel overnemen"), number), edit, origin)


def keep_text(
    ctx: Context, number: int, key: str, *, seen: Concept | None = None, origin: object | None = None
) -> bool:
    """The own text stays as it is, knowing what the program proposes now."""

    def edit(db: StepSession, row: Any, plain: Plain) -> Plain:
        part = shown(ctx, db, row, seen).part(key)
        return {"delen": _written(plain, part, _line(plain, key).get("tekst") or "")}

    return change(ctx, number, named(_("Verslag {number}: tekst houden"), number), edit, origin)


def _refuse_moved(now: str, was: str | None) -> None:
    if was is not None and was.strip() != now.strip():
        raise UserError(
            _("De tekst van dit deel is ergens anders veranderd. Er is niets opgeslagen."),
            _("Kijk eerst wat er nu staat. Zet uw tekst er daarna bij."),
        )


def _written(plain: Plain, part: DeelStand, text: str) -> list[Plain]:
    filled = bool(text.strip())
    return _edited(plain, part.key, tekst=text if filled else None, basis=part.proposal if filled else None)


def _line(plain: Plain, key: str) -> Plain:
    return next((line for line in plain["delen"] if line["sleutel"] == key), {})


def _edited(plain: Plain, key: str, **values: Any) -> list[Plain]:
    """The lines of the parts with these values for one of them; a line that says nothing any more is gone."""
    lines = [{**line, **values} if line["sleutel"] == key else line for line in plain["delen"]]
    if not _line(plain, key):
        lines.append({"sleutel": key, **values})
    return _kept(lines)


def _kept(lines: list[Plain]) -> list[Plain]:
    return [line for line in lines if any(line.get(key) for key in ("plaats", "weg", "bij", "kop", "tekst"))]
