"""A paper that is made in one go, as work beside the window."""

from __future__ import annotations

from collections.abc import Callable

from huurdersapp.actions.papier import Paper
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress


def as_work(make: Callable[[], Paper]) -> Job[Paper]:
    """Make the paper; it can be stopped before it begins."""
    yield Progress(0, 1, _("Bladzijden maken"))
    return make()
