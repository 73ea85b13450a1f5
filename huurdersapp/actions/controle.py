"""Looking over the whole administration: is everything still whole, and does it fit together?"""

from __future__ import annotations

from collections.abc import Callable

from huurdersapp.actions.context import Context
from huurdersapp.base.jobs import Job
from huurdersapp.store import check as store_check


def check(ctx: Context) -> Job[list[str]]:
    """What is not right, as plain sentences; an empty list when all is well. Nothing is changed."""
    return (yield from store_check.check(ctx.store))


def due(ctx: Context) -> bool:
    """Whether the file itself was not looked over today: then `file` is for the background, after the start."""
    return store_check.due(ctx.store)


def file(ctx: Context, stop: Callable[[], bool] = lambda: False) -> Job[list[str]]:
    """What is wrong with the pages of the file; an empty list when all is well, and then it is not due again today.

    Opening reads only a few of them, whatever the size. `stop` breaks off a page count that takes long (Stopped).
    """
    return (yield from store_check.file(ctx.store, stop))
