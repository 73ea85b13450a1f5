"""Which work makes and writes which paper about privacy, for the screen that shows them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from huurdersapp.actions import inzage, privacy_papier, records, stond_erop, wisbewijs
from huurdersapp.actions.context import Context
from huurdersapp.actions.papier import Paper, Printed, laid_out
from huurdersapp.actions.persoon import Vraag
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.ui.privacy.chosen import Choice
from huurdersapp.ui.privacy.going import BREACH


@dataclass(frozen=True, slots=True)
class Asked:
    """A paper: its kind, the number of its request or breach, what was chosen for it, and whether the name comes on it."""

    kind: str
    number: int | None = None
    choice: Choice | None = None
    named: bool = True


def make(ctx: Context, asked: Asked, *, wanted: Callable[[], bool]) -> Job[Paper]:
    """The pages of a paper; raises UserError and Stopped as its maker."""
    yield Progress(0, 1, _("Bladzijden maken"))
    number = asked.number or 0
    if asked.kind == "stond-erop":
        return stond_erop.preview(ctx, _lost_on(ctx, asked.number), wanted=wanted)
    if asked.kind == "inzage" and asked.choice is not None:
        found = asked.choice.found or ()
        return inzage.preview(ctx, inzage.antwoord(ctx, number, found, asked.choice.shown()))
    if asked.kind == "bewijs":
        from huurdersapp.reports.wisbewijs import wisbewijs_document

        values = wisbewijs.values(ctx, number, met_naam=asked.named)
        return laid_out(ctx, wisbewijs_document(values), wanted=wanted)
    return privacy_papier.preview(ctx, asked.kind, wanted=wanted)


def write(ctx: Context, asked: Asked, path: Path) -> Job[Printed]:
    """Write an overview or a certificate and put it down with its request; raises UserError as its maker."""
    number = asked.number or 0
    if asked.choice is not None:
        vraag = Vraag(**asked.choice.typed)
        return (yield from inzage.geef(ctx, number, vraag, asked.choice.shown(), path))
    return (yield from wisbewijs.schrijf(ctx, number, path, met_naam=asked.named))


def _lost_on(ctx: Context, number: int | None) -> date | None:
    """The day on which it was lost, as far as somebody knows."""
    if number is None:
        return None
    record = records.show(ctx, ctx.spec(BREACH), number)
    return date.fromisoformat(record["gebeurd_op"] or record["ontdekt_op"])
