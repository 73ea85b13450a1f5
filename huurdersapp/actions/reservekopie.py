"""Copies of the administration, made by hand."""

from __future__ import annotations

from pathlib import Path

from huurdersapp.actions.context import Context
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.store import backup


def make(ctx: Context) -> Job[Path]:
    """Make a copy in the folder of copies and give its folder; raises UserError when it is not made or not good."""
    yield Progress(0, 1, _("Kopiëren en nalezen"))
    return backup.make(ctx.store.path, ctx.store.key, "met-de-hand")
