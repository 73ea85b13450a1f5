"""Doing what a plan says: a copy first, then all in one step that can be undone."""

from __future__ import annotations

from huurdersapp.actions import reservekopie
from huurdersapp.actions.adreslijst.planning import Plan
from huurdersapp.actions.context import Context
from huurdersapp.base.formats import number
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.jobs import Job
from huurdersapp.store import bulk


def load(ctx: Context, plan: Plan) -> Job[int]:
    """Write what was planned and tell how many addresses that were; a load that is stopped leaves nothing.

    Raises UserError when something was changed since the plan was made: then it has to be looked at again.
    """
    if not plan.to_write:
        return 0
    yield from reservekopie.before(ctx, reservekopie.LOADING)
    yield from bulk.load(ctx.store, words(plan), plan.drafts(), plan.total, since=plan.seq)
    return plan.to_write


def words(plan: Plan) -> str:
    """What the load is called, on its button and as the step that can be undone: 1.200 adressen laden."""
    text = ngettext("{count} adres laden", "{count} adressen laden", plan.to_write)
    return text.format(count=number(plan.to_write))
