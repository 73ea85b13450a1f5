"""Which work makes which paper about privacy, for the screen that shows them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from huurdersapp.actions import privacy_papier, records, stond_erop
from huurdersapp.actions.context import Context
from huurdersapp.actions.papier import Paper
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.ui.privacy.going import BREACH


def make(ctx: Context, kind: str, number: int | None, *, wanted: Callable[[], bool]) -> Job[Paper]:
    """The pages of a paper, of a breach where it has a number; raises UserError and Stopped as its maker."""
    yield Progress(0, 1, _("Bladzijden maken"))
    if kind == "stond-erop":
        return stond_erop.preview(ctx, _lost_on(ctx, number), wanted=wanted)
    return privacy_papier.preview(ctx, kind, wanted=wanted)


def _lost_on(ctx: Context, number: int | None) -> date | None:
    """The day on which it was lost, as far as somebody knows."""
    if number is None:
        return None
    record = records.show(ctx, ctx.spec(BREACH), number)
    day = record["gebeurd_op"] or record["ontdekt_op"]
    return date.fromisoformat(day)
