"""Looking over the whole administration: is everything still whole, and does it fit together?"""

from __future__ import annotations

from huurdersapp.actions.context import Context
from huurdersapp.base.jobs import Job
from huurdersapp.store import check as store_check


def check(ctx: Context) -> Job[list[str]]:
    """What is not right, as plain sentences; an empty list when all is well. Nothing is changed."""
    return (yield from store_check.check(ctx.store))
