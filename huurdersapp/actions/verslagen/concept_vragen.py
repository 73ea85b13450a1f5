"""What the meeting is asked: questions of the writer, and proposals that he keeps, rewrites, moves or leaves out."""

from __future__ import annotations

from typing import Any

from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import Plain
from huurdersapp.actions.verslagen.concept_lezen import Concept, VraagStand
from huurdersapp.actions.verslagen.concept_regels import change, named, shown
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.store.step import StepSession

FIELDS = ("tekst", "toelichting", "uiterlijk", "partij")


def write_question(
    ctx: Context,
    number: int,
    key: str | None,
    *,
    seen: Concept | None = None,
    origin: object | None = None,
    **fields: Any,
) -> bool:
    """Write a question: tekst, toelichting, uiterlijk (a day) and partij (a number, `aan` may be said too). `key` names the one
    to change, a proposal too; None makes a new one. What is not given stays."""
    if "aan" in fields:
        fields["partij"] = fields.pop("aan")
    if unknown := set(fields) - set(FIELDS):
        raise TypeError(f"A question has no: {', '.join(sorted(unknown))}")
    raw = {
        name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in fields.items()
    }

    def edit(db: StepSession, row: Any, plain: Plain) -> Plain:
        lines = plain["vragen"]
        if key is None:
            if not str(raw.get("tekst") or "").strip():
                raise UserError(_("Schrijf op wat u vraagt."))
            return {"vragen": [*lines, raw]}
        return {"vragen": _changed(_taken(lines, shown(ctx, db, row, seen), key), key, raw)}

    return change(ctx, number, named(_("Verslag {number}: vraag schrijven"), number), edit, origin)


def take_question(
    ctx: Context, number: int, key: str, *, seen: Concept | None = None, origin: object | None = None
) -> bool:
    """Make the words of a proposal those of the writer: they stay when the facts change."""

    def edit(db: StepSession, row: Any, plain: Plain) -> Plain:
        concept = shown(ctx, db, row, seen)
        proposal = concept.question(key).proposal
        if proposal is None:
            return {}
        words = {
            "tekst": proposal.tekst,
            "toelichting": proposal.toelichting or None,
            "uiterlijk": proposal.uiterlijk.isoformat() if proposal.uiterlijk else None,
            "partij": proposal.aan,
            "weg": False,
        }
        return {"vragen": _changed(_taken(plain["vragen"], concept, key), key, words)}

    return change(ctx, number, named(_("Verslag {number}: vraag overnemen"), number), edit, origin)


def drop_question(
    ctx: Context, number: int, key: str, *, seen: Concept | None = None, origin: object | None = None
) -> bool:
    """Do not ask it: a question of the writer goes, a proposal stays to be taken back."""

    def edit(db: StepSession, row: Any, plain: Plain) -> Plain:
        concept = shown(ctx, db, row, seen)
        question = concept.question(key)
        if question.own is not None and not question.own.herkomst:
            return {"vragen": [line for line in plain["vragen"] if line["id"] != key]}
        return {"vragen": _changed(_taken(plain["vragen"], concept, key), key, {"weg": True})}

    return change(ctx, number, named(_("Verslag {number}: vraag weglaten"), number), edit, origin)


def restore_question(
    ctx: Context, number: int, key: str, *, seen: Concept | None = None, origin: object | None = None
) -> bool:
    """Ask a proposal after all."""

    def edit(db: StepSession, row: Any, plain: Plain) -> Plain:
        concept = shown(ctx, db, row, seen)
        concept.question(key)
        return {"vragen": _changed(plain["vragen"], key, {"weg": False})}

    return change(ctx, number, named(_("Verslag {number}: vraag terugzetten"), number), edit, origin)


def move_question(
    ctx: Context,
    number: int,
    key: str,
    by: int,
    *,
    seen: Concept | None = None,
    origin: object | None = None,
) -> bool:
    """Move a question so many places down (below zero: up), no further than the first or last place."""

    def edit(db: StepSession, row: Any, plain: Plain) -> Plain:
        concept = shown(ctx, db, row, seen)
        concept.question(key)
        keys = [each.key for each in concept.questions]
        at = keys.index(key)
        to = min(max(at + by, 0), len(keys) - 1)
        if to == at:
            return {}
        keys.insert(to, keys.pop(at))
        there = {line["id"]: line for line in plain["vragen"]}
        return {"vragen": [there.get(each) or _line(concept.question(each)) for each in keys]}

    return change(ctx, number, named(_("Verslag {number}: vraag verplaatsen"), number), edit, origin)


def _line(question: VraagStand) -> Plain:
    """A line that stands for a proposal as it is."""
    return {"herkomst": question.key}


def _taken(lines: list[Plain], concept: Concept, key: str) -> list[Plain]:
    """The lines with one for this question, where it was a proposal that nobody spoke of."""
    question = concept.question(key)
    return lines if question.own is not None else [*lines, _line(question)]


def _changed(lines: list[Plain], key: str, values: Plain) -> list[Plain]:
    return [
        {**line, **values}
        if key in (line.get("id"), line.get("herkomst") if "id" not in line else None)
        else line
        for line in lines
    ]
