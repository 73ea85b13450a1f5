"""Waiting for pages, as somebody does who looks at them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pytestqt.qtbot import QtBot

from huurdersapp.actions.papier import Paper
from huurdersapp.ui.preview.preview import Preview

PATIENCE = 60_000
"""Milliseconds, on a slow machine."""


def ready(bot: QtBot, preview: Preview) -> Paper:
    """Wait until the paper is made, and drawn where it is seen."""

    def done() -> bool:
        return not preview.busy and (preview.paper is None or preview.sheets.is_sharp())

    bot.waitUntil(done, timeout=PATIENCE)
    assert preview.paper is not None, preview.fault.text()
    return preview.paper


def failed(bot: QtBot, preview: Preview) -> str:
    """Wait until the making has failed, and what is said then."""
    bot.waitUntil(lambda: not preview.busy, timeout=PATIENCE)
    assert preview.paper is None
    return preview.fault.text()


@contextmanager
def another(bot: QtBot, preview: Preview) -> Iterator[None]:
    """What happens inside has another paper made."""
    with bot.waitSignal(preview.made, timeout=PATIENCE):
        yield
    ready(bot, preview)
